"""Numbers of papers that count their own sections, and notes on points of one: neither are items of an agenda."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.splitting.candidates import Candidate, stands_clear
from extractors.splitting.item_numbers import parse_item_number
from extractors.splitting.outline import Outline


def mark_own_sections(outline: Outline, found: Sequence[Candidate]) -> None:
    """Notes numbers of two levels in a paper that counts its sections, ``1. Formål``, ``2. Opgaver``, ``3. Mål``
    and ``3.1 Indtægt``, on pages behind the sure header of item 2.6. Chapters of an agenda do not begin again."""
    sure: Candidate | None = None
    above: Candidate | None = None
    for candidate in found:
        if candidate.form == "double":
            if not _OF_AGENDAS.isdisjoint(candidate.evidence):
                sure, above = candidate, None
            elif above is not None and candidate.parts[0] <= above.parts[0]:
                candidate.evidence.append("own section")
        elif sure is not None and candidate.form == "single" and stands_clear(candidate):
            opens = candidate.parts == (1,) and _heads_text(outline, candidate, sure)
            if opens or (above is not None and candidate.parts[0] == above.parts[0] + 1):
                above = candidate


_OF_AGENDAS = frozenset({"case number", "type word", "section below", "advice below", "contents", "repeated"})


def _heads_text(outline: Outline, candidate: Candidate, header: Candidate) -> bool:
    """True for a heading on a page behind a header, with text below it: it is no point of a list."""
    below = outline.following(candidate.last, 2)
    apart = not outline.tops or outline.page(candidate.index) > outline.page(header.body)
    return apart and all(parse_item_number(outline.text(line)) is None for line in below)


def note_a_section(outline: Outline, found: Sequence[Candidate], run: Sequence[Candidate]) -> bool:
    """True for notes (``Ad 1. Kendskab``) between two sections that count on, ``4. Uddybning`` and ``5. Det videre
    forløb``: they are of the first one. Notes of minutes stand behind all points of the agenda."""
    if not all(outline.text(note.index).startswith("Ad") for note in run):
        return False
    singles = [c for c in found if c.form == "single" and stands_clear(c)]
    above = [c for c in singles if c.index < run[0].index][-1:]
    below = [c for c in singles if c.index > run[-1].last][:1]
    within = any(run[0].index < c.index < run[-1].index for c in singles)
    return bool(above and below) and not within and below[0].parts[0] == above[0].parts[0] + 1
