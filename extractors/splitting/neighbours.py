"""What candidates for headers tell about each other: series, repeats, bare lists, and one that stands alone."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise

from extractors.splitting.candidates import CLEAR, WEIGHTS, Candidate, same_title
from extractors.splitting.labels import attachment_label
from extractors.splitting.outline import Outline
from extractors.splitting.own_sections import note_a_section
from extractors.splitting.sections import asks_below, opened_section, section_name
from extractors.splitting.words import ADDRESSED, FINITE_VERBS, MEMO_WORDS
from schemas.packet import Span

_LIST_STEP = 4
_BESIDE_SURE = frozenset({"case number", "section below", "advice below", "routine title"})
"""Evidence that makes a number of one level a header beside a sure one."""

NUMBERED_ON = frozenset({"case number", "section below", "advice below", "contents"})
"""Evidence without which a number higher than a meeting has items heads nothing."""


def mark_series(outline: Outline, found: list[Candidate]) -> None:
    """Notes headers that stand beside a surer one with the next number: ``Pkt. 4 – Nyt fra udvalgene``, and of a
    council that numbers its items on over the year ``146. Spørgetid``."""
    for run in _runs_of_words(found) if not is_paper(outline) else ():
        of_section = note_a_section(outline, found, run)
        for candidate in run:
            candidate.evidence.append("list point" if of_section else "in series")
    for form in ("word", "single", "letter", "roman"):
        alike = [c for c in found if c.form == form and len(c.parts) == 1]
        sure = {c.parts[0] for c in alike if not NUMBERED_ON.isdisjoint(c.evidence)}
        for candidate in alike:
            number = candidate.parts[0]
            if sure.isdisjoint((number - 1, number + 1)) or "in series" in candidate.evidence:
                continue
            high = "high number" in candidate.evidence
            if high:
                _put_in_series(candidate)
            elif form == "word" or not _BESIDE_SURE.isdisjoint(candidate.evidence):
                candidate.evidence.append("in series")
        for candidate, earlier in pairwise(alike[::-1] if form == "word" else ()):
            counted = earlier.parts[0] + 1 == candidate.parts[0] and "in series" in candidate.evidence
            if counted and {e for e in earlier.evidence if WEIGHTS[e] < 0} == {"high number"}:
                _put_in_series(earlier)  # `Pkt. 42` above `Pkt. 43` and `Pkt. 44`
        for above, candidate in pairwise(alike):
            typed = "type word" in above.evidence and "high number" not in above.evidence
            told = not {"routine title", "type word"}.isdisjoint(candidate.evidence)
            next_one = "high number" in candidate.evidence and candidate.parts[0] == above.parts[0] + 1
            if next_one and told and (typed or "in series" in above.evidence):
                _put_in_series(candidate)  # `47. Underskrifter` behind `46. Meddelelser`


def mark_numbered_sections(found: list[Candidate]) -> None:
    """Notes headers of one level whose sections are numbered with them: ``3. Budget`` above ``3.1 Baggrund`` and
    ``3.2 Indstilling``. One of the headings is of agendas: reports have a ``3.1 Baggrund`` as well."""
    above: Candidate | None = None
    for candidate in found:
        if candidate.form == "single":
            above = candidate
            continue
        within = above is not None and candidate.form == "double" and candidate.parts[0] == above.parts[0]
        if above is not None and within and "section title" in candidate.evidence:
            asks = section_name(candidate.title) in _ASKING and "section below" not in above.evidence
            above.evidence += ["section below"] if asks else []


_ASKING = frozenset({"Indstilling", "Beslutning"})


def _put_in_series(candidate: Candidate) -> None:
    weak = ("high number", "single number")
    candidate.evidence = [*(e for e in candidate.evidence if e not in weak), "in series"]


def _runs_of_words(found: list[Candidate]) -> list[list[Candidate]]:
    """Headers with a word before their numbers (``Ad 1)``, ``Punkt 2:``) that count on from 1, three or more, and
    that nothing speaks against."""
    runs: list[list[Candidate]] = []
    for candidate in found:
        if candidate.form != "word" or len(candidate.parts) > 1 or any(WEIGHTS[e] < 0 for e in candidate.evidence):
            continue
        if candidate.parts == (1,):
            runs.append([candidate])
        elif runs and candidate.parts[0] == runs[-1][-1].parts[0] + 1:
            runs[-1].append(candidate)
    return [run for run in runs if len(run) >= _SHORTEST_RUN]


_SHORTEST_RUN = 3


def mark_points(outline: Outline, found: list[Candidate]) -> None:
    """Notes the points of what is recommended: they count from 1 right below who recommends (``Forvaltningen
    indstiller, at``), and text of an item may follow the last."""
    run: list[Candidate] = []
    for candidate in found:
        if candidate.form != "single":
            continue
        if run and candidate.parts[0] == run[-1].parts[0] + 1 and _beside(outline, run, candidate):
            run.append(candidate)
        else:
            run = [candidate] if candidate.parts == (1,) and _is_asked(outline, candidate.index) else []
        if run:
            candidate.evidence = [*(e for e in candidate.evidence if e not in _OF_ITEMS), "list point"]


_OF_ITEMS = frozenset({"section below", "advice below"})


def _beside(outline: Outline, run: list[Candidate], candidate: Candidate) -> bool:
    """True where nothing but the end of the point above stands between two numbers. A title with a section below it
    is no point behind those that begin with «at» or a verb."""
    above = run[-1]
    if "section below" in candidate.evidence and above.title[:1].islower() and candidate.title[:1].isupper():
        return False
    lines = outline.within(Span(above.last + 1, candidate.index - 1))
    return len(lines) < _LIST_STEP and all(opened_section(outline.text(line)) is None for line in lines)


def _is_asked(outline: Outline, index: int) -> bool:
    above = outline.preceding(index, 1)
    return bool(above) and asks_below(outline.text(above[0]))


def mark_rows(found: list[Candidate]) -> None:
    """Notes rows of a table beside other rows of it: a number whose neighbour right above or below, with the next
    number of its chapter, ends in values."""
    for ordered in (found, found[::-1]):
        for row, beside in pairwise(ordered):
            near = abs(row.index - beside.index) <= _LIST_STEP and row.parts[:-1] == beside.parts[:-1]
            counted = abs(row.parts[-1] - beside.parts[-1]) == 1 and len(beside.parts) > 1
            if near and counted and "table row" in row.evidence and _PROVEN.isdisjoint(beside.evidence):
                beside.evidence.append("table row")


_PROVEN = frozenset({"case number", "type word", "section below", "advice below", "table row"})


def mark_repeats(outline: Outline, found: list[Candidate]) -> None:
    """Notes headers that come again with the same number and title: dividers before the bilag of an item. Where
    pages are known they stand on top of one; headings that two reports have in common do not."""
    pages = len(outline.document.pages) > 1
    by_number: dict[str, list[Candidate]] = defaultdict(list)
    for candidate in found:
        if candidate.form != "single" and (not pages or "page top" in candidate.evidence):
            by_number[candidate.number].append(candidate)
    for group in by_number.values():
        for candidate in group[:12]:
            if any(other is not candidate and same_title(candidate, other) for other in group[:12]):
                candidate.evidence.append("repeated")


def mark_list(outline: Outline, found: list[Candidate]) -> None:
    """Notes an agenda that is a bare list of points: numbers from 1 up close together, routine titles among
    them; and one with text between its points, where each number stands once and none is left out, be it of those
    with one sign behind the number (``1)``), or before the first bilag below words that announce an agenda."""
    singles = [c for c in found if c.form == "single"]
    standing = [c for c in singles if all(WEIGHTS[seen] > 0 or seen == "single number" for seen in c.evidence)]
    front = _before_bilag(outline, standing)
    signs = sorted({c.sign for c in front})
    for points in (standing, *([c for c in front if c.sign == sign] for sign in signs)):
        if (_are_counted(points) and _is_routine(points)) or _is_announced(outline, points):
            for member in points:
                member.evidence.append("agenda list")
            return
    run: list[Candidate] = []
    for candidate in [*singles, None]:
        close = candidate and run and outline.rank(candidate.index) - outline.rank(run[-1].last) <= _LIST_STEP
        if candidate and close and candidate.parts[0] == run[-1].parts[0] + 1:
            run.append(candidate)
            continue
        if _is_routine(run):
            for member in run:
                member.evidence.append("agenda list")
        run = [candidate] if candidate and candidate.parts == (1,) else []


def _before_bilag(outline: Outline, points: list[Candidate]) -> list[Candidate]:
    """The points that stand before the first page which opens with the label of a bilag."""
    tops = outline.tops if points else []
    first = next((top for top in tops if (label := attachment_label(outline.text(top))) and label["number"]), None)
    return points if first is None else [c for c in points if c.index < first]


def _are_counted(points: list[Candidate]) -> bool:
    return [c.parts[0] for c in points] == list(range(1, len(points) + 1))


def _is_announced(outline: Outline, points: list[Candidate]) -> bool:
    """True for points below words at the head of the file that announce an agenda (``Referat af bestyrelsesmøde``),
    each clear of the text above it."""
    if len(points) < _SHORTEST_RUN or not _are_counted(points) or outline.rank(points[0].index) > _HEAD_LINES:
        return False
    if any(CLEAR.isdisjoint(c.evidence) for c in points) or is_paper(outline):
        return False
    above = [outline.text(line) for line in outline.preceding(points[0].index, _HEAD_LINES)]
    return any(
        _ANNOUNCES.match(text) and len(text) <= _SHORT_LINE and FINITE_VERBS.isdisjoint(text.lower().split())
        for text in above
    )


_HEAD_LINES = 12
_ANNOUNCES = re.compile(
    r"(?:[\w/-]+ ){0,4}?[-–]?\s?"
    r"(?:(?:tillægs)?dagsorden|(?:møde|beslutnings)?referat|(?:møde)?indkaldelse)\b(?!.*\.\Z)",
    re.IGNORECASE,
)


def mark_excerpt(outline: Outline, found: list[Candidate]) -> None:
    """Notes the header of an agenda that is printed point by point: ``Punkt 5: …`` below the name of a body or a
    meeting, or on top of a file that recommends something, with nothing against it, and no other point in the file;
    or ``7. …`` with a section of an agenda right below it, where no other number has one."""
    words = [c for c in found if c.form == "word"]
    if not words:
        words = [c for c in found if c.form == "single" and "section below" in c.evidence]
    if len({c.number for c in words}) != 1 or outline.rank(words[0].index) > _EXCERPT_HEAD:
        return
    header = words[0]
    above = outline.preceding(header.index, _EXCERPT_HEAD)
    named = header.form == "single" or outline.text(header.index).lower().startswith(_POINT_WORDS)
    clear = not above or outline.space_above(header.index) >= 1 or outline.emphatic(header.index)
    short = all(len(outline.text(line)) <= _SHORT_LINE for line in above)
    meeting = any(_MEETS.search(outline.text(line)) for line in above) and not is_paper(outline)
    meeting = meeting or (not above and any(section_name(text) == "Indstilling" for text in outline.printed_texts))
    if (
        named
        and clear
        and short
        and meeting
        and all(WEIGHTS[seen] > 0 or seen == "single number" for seen in header.evidence)
    ):
        header.evidence.append("opens document")


_EXCERPT_HEAD, _SHORT_LINE = 8, 110
_POINT_WORDS = ("punkt", "pkt", "dagsorden")
_MEETS = re.compile(
    r"møde(?:t|r|dato)?\b|udvalg(?:et)?\b|råd(?:et)?\b|bestyrelse(?:n)?\b|\bkkr\b|klynge(?:n)?\b|nævn(?:et)?\b"
    r"|kreds(?:en)?\b|forum(?:met)?\b|forsamling(?:en)?\b|repræsentantskab(?:et)?\b|direktion(?:en)?\b"
    r"|\b(?:dagsorden|referat|punktudskrift|protokol)",
    re.IGNORECASE,
)


def is_paper(outline: Outline) -> bool:
    """True where the first words of the file say that it is a memo, a letter or a contract, or one of its first
    lines begins with the name of a contract, or ``Notat`` stands alone above ``Til: …`` and ``Fra: …``: its points
    are no items of an agenda."""
    words = [outline.text(line).split(maxsplit=1) for line in outline.printed[:_TITLE_LINES]]
    firsts = [found[0].lower().rstrip(":,.") for found in words if found]
    if not firsts:
        return False
    if firsts[0] in _PAPERS or any(word.endswith(_CONTRACTS) for word in firsts):
        return True
    head = outline.printed_texts[: 2 * _TITLE_LINES]
    alone = next((place for place, text in enumerate(head) if text.lower().rstrip(":. ") in _PAPERS), len(head))
    return sum(ADDRESSED.match(text) is not None for text in head[alone + 1 :]) > 1


_TITLE_LINES = 4
_CONTRACTS = ("kontrakt", "kontrakten", "aftale", "aftalen")
_PAPERS = MEMO_WORDS - {"referat", "dagsorden", "cover", "oplæg", "udkast"}


def _is_routine(run: list[Candidate]) -> bool:
    return len(run) >= 3 and sum("routine title" in c.evidence for c in run) >= 2
