"""The global decision which candidates are headers of items: the heaviest chain in which numbers never fall.

Sections of a bilag, list points and laws look like items one by one; together they do not fit between the items
around them. So candidates are not accepted line by line: of all chains that run down the document with numbers that
rise (or repeat under the same title, as dividers do) the one with the most evidence wins.
"""

from __future__ import annotations

from extractors.splitting.contents import Contents, Entry
from extractors.splitting.headers import Candidate, same_title
from extractors.splitting.outline import Outline
from extractors.splitting.titles import Form
from schemas.packet import Span

LEAST_SCORE = 3.0
"""A candidate with less evidence is never a header."""

PROOFS = frozenset({"type word", "case number", "section below", "contents", "title page", "item word"})
"""Evidence that is of agendas; a chain without any is the sections of a report."""

_MOST = 400
_STEP, _GAP = 0.5, -0.25


def choose(candidates: list[Candidate]) -> list[Candidate]:
    """The headers of the document in order, repeated ones included; empty where it has no items."""
    chains = [_heaviest(_of_form(candidates, form)) for form in ("double", "word", "single")]
    return max(chains, key=lambda chain: sum(c.score for c in chain), default=[])


def _of_form(candidates: list[Candidate], form: Form) -> list[Candidate]:
    usable = [c for c in candidates if c.form == form and c.score >= LEAST_SCORE]
    if len(usable) > _MOST:
        keep = sorted(usable, key=lambda c: (-c.score, c.index))[:_MOST]
        usable = sorted(keep, key=lambda c: c.index)
    return usable


def _heaviest(usable: list[Candidate]) -> list[Candidate]:
    """Dynamic programming over pairs: at most ``_MOST`` squared steps."""
    if not any(PROOFS.intersection(c.evidence) for c in usable):
        return []
    best = [c.score for c in usable]
    before = [-1] * len(usable)
    for i, here in enumerate(usable):
        for j in range(i):
            step = _step(usable[j], here)
            if step is not None and best[j] + step + here.score > best[i]:
                best[i], before[i] = best[j] + step + here.score, j
    place = max(range(len(usable)), key=lambda i: (best[i], -i))
    chain = []
    while place >= 0:
        chain.append(usable[place])
        place = before[place]
    return chain[::-1]


def _step(a: Candidate, b: Candidate) -> float | None:
    """What the step from one header to the next is worth; None where it cannot be."""
    if b.index <= a.last:
        return None
    if a.parts == b.parts:
        return 0.0 if same_title(a, b) else None
    if a.parts > b.parts or len(a.parts) != len(b.parts):
        return None
    if len(a.parts) == 1:
        return _STEP if b.parts[0] == a.parts[0] + 1 else _GAP
    next_in_chapter = b.parts[0] == a.parts[0] and b.parts[1] == a.parts[1] + 1
    next_chapter = b.parts[0] == a.parts[0] + 1 and b.parts[1] == 1
    return _STEP if next_in_chapter or next_chapter else _GAP


def find_list(outline: Outline, candidates: list[Candidate]) -> Contents | None:
    """A list of the agenda's points without page numbers: a run of headers with nothing between them, most of
    which come again below. None where there is none."""
    later: dict[tuple[Form, str], int] = {}
    first = None
    for candidate in candidates:
        if PROOFS.intersection(candidate.evidence) and "title page" not in candidate.evidence:
            later[candidate.form, candidate.number] = candidate.index
            first = candidate.index if first is None else first
    run: list[Candidate] = []
    for candidate in candidates:
        if first is None or (candidate.index > first and "section below" in candidate.evidence):
            break
        if run and outline.rank(candidate.index) - outline.rank(run[-1].last) > 2:
            if _is_list(run, later):
                break
            run = []
        run.append(candidate)
    if not _is_list(run, later):
        return None
    span = Span(run[0].index, run[-1].last)
    entries = [
        Entry("item", c.number, c.title, None, c.index, c.last, c.item_type, c.parts)
        for c in run
        if c.form != "single" or all(other.form == "single" for other in run)
    ]
    return Contents(span, None, entries)


def _is_list(run: list[Candidate], later: dict[tuple[Form, str], int]) -> bool:
    again = sum(later.get((c.form, c.number), -1) > run[-1].last for c in run)
    return len(run) >= 3 and again >= 0.6 * len(run)
