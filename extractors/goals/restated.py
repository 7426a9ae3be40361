"""Targets that a report prints again beside what came of them: ``1.2: Mindst 42 pct. er nye`` in an agreement, and
once more above or beside ``40 % er nye`` in the report on it."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from extractors.goals.numbered import first_sentence
from extractors.goals.structure import Part
from extractors.language.stems import stem
from schemas.language import lexicon
from schemas.packet import Packet

_NUMBER = regex.compile(r"(?<![\d.,])\d[\d.]*(?:,\d+)?(?![\d]|[.,]\d)")
_BOUND = regex.compile(r"\b(?:mindst|minimum|højst|maksimalt|skal)\b|[≥≤]", regex.IGNORECASE)
_YEAR = regex.compile(r"(?<!\d)20\d\d(?!\d)")
_WORD = regex.compile(r"\p{L}{3,}")
LONGEST = 4
"""Printed lines of the sentence of a target."""
ALIKE = 0.5
"""Share of the words of the shorter sentence that the longer one has as well."""
_TOLD = frozenset({"past", "reached", "fulfilled"})
"""Signs of words that tell what came about."""


def restatements(packet: Packet, found: Sequence[Part]) -> frozenset[int]:
    """The first lines of the parts of reports that state the target of their number: those bound or of a year to
    come, and those in the same figures and words as the agreement where all of a report are (a single one may have
    come out as agreed)."""
    agreed: dict[tuple[str, ...], str] = {}
    told: dict[int, list[tuple[int, bool]]] = {}
    bound: set[int] = set()
    for part in found:
        if not part.subs or part.kind != "target":
            continue
        text = _sentence(packet, part)
        if part.paper.kind == "contract":
            agreed.setdefault(part.subs, text)
        elif part.subs in agreed and _NUMBER.search(text):
            if _is_bound(text, part.paper.year):
                bound.add(part.span.first)
            else:
                told.setdefault(id(part.paper), []).append((part.span.first, _says_again(text, agreed[part.subs])))
    again = {line for lines in told.values() if all(same for _, same in lines) for line, _ in lines}
    return frozenset(again | bound)


def _sentence(packet: Packet, part: Part) -> str:
    """The first sentence of a part."""
    last = min(part.span.last, part.span.first + LONGEST)
    texts = [line.text for line in packet.lines[part.span.first : last + 1]]
    return first_sentence(" ".join(" ".join([texts[0][part.offset :], *texts[1:]]).split()))


def _is_bound(text: str, year: int | None) -> bool:
    """``Mindst 48 pct. er nye``, ``75 firmaer er med ved udgangen af 2032`` in a report on 2031."""
    if _BOUND.search(text) is not None:
        return True
    return year is not None and any(int(found) > year for found in _YEAR.findall(text))


def _says_again(text: str, agreed: str) -> bool:
    if frozenset(_NUMBER.findall(text)).isdisjoint(_NUMBER.findall(agreed)) or (
        _tells(text) and not _tells(agreed)
    ):
        return False
    words, own = _stems(text), _stems(agreed)
    least = min(len(words), len(own))
    return least > 0 and len(words & own) >= ALIKE * least


def _tells(text: str) -> bool:
    return any(not _TOLD.isdisjoint(lexicon().signs(word.lower())) for word in text.split())


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in _WORD.findall(text.lower()) if word not in lexicon().stop)
