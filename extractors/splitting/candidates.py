"""A line that may be the header of an agenda's item, and what speaks for and against it."""

from __future__ import annotations

from dataclasses import dataclass, field

from extractors.splitting.contents import Entry
from extractors.splitting.item_numbers import Form
from extractors.splitting.likeness import likeness

WEIGHTS: dict[str, float] = {
    "type word": 4.0,
    "contents": 4.0,
    "contents title": 3.0,
    "not in contents": -4.0,
    "case number": 5.0,
    "section below": 3.0,
    "advice below": 3.0,
    "bilag below": 4.0,
    "page top": 1.0,
    "title page": 2.0,
    "chapter above": 3.0,
    "routine title": 2.5,
    "agenda list": 6.0,
    "space above": 0.5,
    "bookmark": 3.0,
    "emphasis": 1.0,
    "repeated": 1.5,
    "item word": 2.0,
    "opens document": 2.0,
    "in series": 3.0,
    "high number": -5.0,
    "title follows": 0.5,
    "runs on": -5.0,
    "sentence": -2.5,
    "list point": -3.0,
    "table row": -4.0,
    "no capital": -3.0,
    "goal": -4.0,
    "single number": -2.5,
    "no full stop": -0.5,
    "no title": -3.0,
    "section title": -8.0,
    "own section": -8.0,
    "noted": 0.0,
}
"""What each kind of evidence counts. A header without case number, section, contents or kind of case needs a page
of its own; a line of running text cannot become one by standing on top of a page."""


@dataclass(slots=True)
class Candidate:
    """A line that may be the header of an item. ``last`` is the last line of its title, ``sign`` what stands behind
    its number."""

    index: int
    last: int
    number: str
    parts: tuple[int, ...]
    form: Form
    title: str
    item_type: str | None = None
    case_no: str | None = None
    caseworker: str | None = None
    evidence: list[str] = field(default_factory=list)
    entry: Entry | None = None
    body: int = -1
    sign: str = ""

    @property
    def score(self) -> float:
        """The weight of all evidence."""
        return sum(WEIGHTS[name] for name in self.evidence)


CLEAR = frozenset({"space above", "page top", "emphasis"})
"""Evidence of a line that stands clear of the text above it."""

_BARE = frozenset({"single number", "no full stop"})


def stands_clear(candidate: Candidate) -> bool:
    """True for a line clear of the text above it that nothing but its bare number speaks against."""
    against = {seen for seen in candidate.evidence if WEIGHTS[seen] < 0}
    return against <= _BARE and not CLEAR.isdisjoint(candidate.evidence)


def same_title(a: Candidate, b: Candidate) -> bool:
    """True where two headers print one title, be it cut short at a page join."""
    short, long = sorted((a.title.lower().rstrip(" -–"), b.title.lower()), key=len)
    cut = long.startswith(short) and (
        a.title.endswith("-") or b.title.endswith("-") or not long[len(short) :][:1].isalnum()
    )
    return bool(short) and (cut or likeness(a.title, b.title) >= 0.75)
