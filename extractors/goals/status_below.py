"""Points or paragraphs that state a target, each with a labelled line below that tells what came of it.

    1) Cykling. Mindst 40 pct. af eleverne skal cykle til skole ved årets udgang.
       Status: 43,5 pct. i maj. Målet er nået.
    2) Skolehaver. Der skal anlægges 12 nye skolehaver.
       Status: 9 er anlagt.

    Delmål E1
    Mindst 30 busser kører på strøm i 2033
    Status: 17 busser i maj 2031. På rette spor

The same label stands below at least two of them. Goal sheets with marks of their own are left to
:mod:`extractors.goals.marks`, points whose target has a label as well to :mod:`extractors.goals.points`. A letter
before the number of a point is a mark of its own (``E1``), and what stands below it is the target. Where most
points of a count (``2.1``, ``2.2``) say what is owed, the others of it are targets as well, if their status answers
them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

import regex

from extractors.goals.cells import Measured, cell_verdict, measured
from extractors.goals.entries import Entry, Outcome, Spans, Spot
from extractors.goals.fields import Field, continued, fields_of
from extractors.goals.headings import is_told_so_far
from extractors.goals.lines import lines_within
from extractors.goals.marks import marks
from extractors.goals.numbered import first_sentence
from extractors.goals.papers import Paper
from extractors.goals.spoken import owes
from extractors.goals.worded import is_beside, told_values
from extractors.language.counting import is_duration
from extractors.language.danish import analyse
from extractors.language.stems import stem
from extractors.text.joining import join_lines
from extractors.text.markers import read_marker
from schemas.packet import Packet, Span
from schemas.records import Verdict

FEWEST, FEWEST_NAMED = 2, 3
"""Points with the same label below; those whose marks have letters."""
MOST_LINES = 5
"""Lines of a point above its label."""
MOST_BELOW = 4
"""Lines that go on what the label tells."""
_MOST_TITLE = 90
_TITLE = regex.compile(r"(?P<title>\p{Lu}[^.:!?\d]{2,45})\.\s+(?=\p{Lu}|\d)")
"""``Skolehaver. Der skal anlægges …``: what the point is about."""
_NAME = regex.compile(
    r"(?:\p{Lu}?\p{Ll}*(?:mål|krav)|Indikator|Indsats|Løfte|Pejlemærke|Leverance|Milepæl)\s(?:nr\.\s)?"
    r"(?P<no>\p{Lu}{1,2}\.?\d{0,2}(?:\.\d{1,2})?)(?:[.:]?|\s?[.:–-]\s(?P<title>\p{Lu}[^.:!?]{2,60}))"
)
"""A line that names a point: ``Delmål E1``, ``Indikator B – Busser``."""
_NUMBER = regex.compile(r"\d{1,2}\.\d{1,2}")
_LETTERED = regex.compile(r"\p{Lu}{1,2}\.?\d{0,2}(?:\.\d{1,2})?")
_COUNTED = regex.compile(r"(?P<no>\d{1,2}\.\d{1,2})\.?\s+(?=\p{Lu})")
"""The number of a point of a count: ``2.1 Der holdes ti kurser``."""
_ALL = regex.compile(r"(?:Alle|Samtlige)\s(?:de\s)?(?P<number>\d{1,4})\s(?P<noun>\p{L}{4,})")
"""``Alle 12 skoler skal holde mindst to møder``: by the schools it is told, where the status counts schools."""
_SHARE = regex.compile(r"\d\s?(?:%|pct\b|procent\b)")
_FORLORN = regex.compile(
    r"\bforvente[rs]\sikke\b[^.]{0,50}\b(?:nå(?:s|r|et)?|opfyld\p{L}*|indfri\p{L}*)\b|\b(?:målet|måltallet)\snås\sikke\b|"
    r"\b(?:målet|måltallet)\s(?:kan|vil)\sikke\s(?:blive\s)?(?:nås|nået)\b",
    regex.IGNORECASE,
)
"""Of a goal that nobody believes in any more: ``Det forventes ikke, at målet kan nås``."""
_SENTENCE_END = regex.compile(r"(?<=[^\d\s]{2}|\d)[.!?](?=\s+\p{Lu}|\s*$)")


class _Point(NamedTuple):
    """The text above a label, from its first line on; ``number`` is its mark as printed, ``named`` where it has a
    name before it, ``word`` the verdict on a line of its own below, and ``owed`` where the text says that it is to
    be reached."""

    number: str | None
    text: str
    first: int
    told: Field
    named: bool = False
    word: str = ""
    owed: bool = True


def read_status_below(packet: Packet, paper: Paper, taken: Sequence[Span]) -> list[Entry]:
    """The entries of all such points of a paper, outside of the spans that are ``taken``."""
    covered = Spans(taken)
    points = [point for point in _points(packet, paper) if not covered.meet(Span(point.first, point.told.last))]
    counts = Counter(point.told.undated for point in points)
    points = [point for point in points if counts[point.told.undated] >= FEWEST]
    points = _owed(points)
    lettered = [point for point in points if point.named]
    if len(lettered) >= FEWEST_NAMED:
        return [entry for point in lettered if (entry := _entry(point, paper)) is not None]
    points = [point for point in points if not point.named]
    among = {at for point in points for at in range(point.first, point.told.last + 1)}
    if not points or any(mark.index in among for mark in marks(packet, paper)):
        return []
    return [entry for point in points if (entry := _entry(point, paper)) is not None]


def _owed(points: Sequence[_Point]) -> list[_Point]:
    """The points that say that something is to be reached, and those of their count, where they are the most."""
    owed = [point for point in points if point.owed]
    counted = [point for point in points if point.number is not None and _NUMBER.fullmatch(point.number)]
    known = sum(point.owed for point in counted)
    return list(points) if known >= max(FEWEST_NAMED, len(counted) / 2) else owed


def _points(packet: Packet, paper: Paper) -> Iterator[_Point]:
    for index in lines_within(packet, "head", paper.span):
        printed = " ".join(packet.lines[index].text.split())
        if ":" not in printed:
            continue
        before, found = fields_of(printed, index)
        if before or len(found) != 1 or found[0].meaning.kind != "outcome" or not found[0].pieces:
            continue
        number, texts = _above(packet, index, paper.span.first)
        lettered = _LETTERED.fullmatch(number) is not None if number else False
        text = join_lines(texts)
        owed = lettered or owes(text)
        if texts and (owed or (number is not None and _NUMBER.fullmatch(number))):
            told = _with_rest(packet, found[0], paper.span.last)
            word = _word_below(packet, told.last + 1) if lettered else ""
            yield _Point(number, text, index - len(texts), told, lettered, word, owed)


def _word_below(packet: Packet, index: int) -> str:
    """The verdict that the next line is; blank where it is none."""
    text = packet.lines[index].text.strip() if index < len(packet.lines) else ""
    return text if cell_verdict(text) is not None else ""


def _above(packet: Packet, index: int, first: int) -> tuple[str | None, list[str]]:
    """The mark and the lines of the point that ends above this line; no lines where another label stands there."""
    texts: list[str] = []
    for above in range(index - 1, max(index - MOST_LINES - 1, first - 1), -1):
        printed = " ".join(packet.lines[above].text.split())
        if not printed or above in packet.furniture:
            return None, texts
        if texts and (name := _NAME.fullmatch(printed)) is not None:
            return name["no"], [f"{name['title']}. {texts[0]}", *texts[1:]] if name["title"] else texts
        if fields_of(printed, above)[1]:
            return None, []
        if (counted := _COUNTED.match(printed)) is not None:
            return counted["no"], [printed[counted.end() :], *texts]
        marker = read_marker(printed)
        if marker is not None:
            return marker.text, [printed[marker.end :], *texts]
        texts.insert(0, printed)
    return None, []


def _with_rest(packet: Packet, told: Field, last: int) -> Field:
    """The field with the lines that go on it."""
    for index in range(told.last + 1, min(told.last + MOST_BELOW, last) + 1):
        printed = " ".join(packet.lines[index].text.split())
        if (
            not printed
            or index in packet.furniture
            or read_marker(printed) is not None
            or fields_of(printed, index)[1]
        ):
            break
        more = continued(told, printed, index)
        if more is None:
            break
        told = more
    return told


def _entry(point: _Point, paper: Paper) -> Entry | None:
    """The target of a point with its result; None where it cannot be told which of its numbers is to be reached."""
    named = _TITLE.match(point.text)
    body = point.text[named.end() :] if named is not None else point.text
    sentences = [first_sentence(point.told.text)]
    aimed = (measured(body) if point.named else None) or _all_of(body, sentences[0]) or _aimed(body)
    if aimed is None:
        return None
    behind = point.told.text[len(sentences[0]) :].strip()
    if aimed.unit == "%" and _SHARE.search(sentences[0]) is None and _SHARE.search(behind) is not None:
        sentences = [behind]  # `11 af 19 er afgjort. Fem fik tilsagn, svarende til 45 %.`
    elif point.named:  # the first sentence may tell how it stands in other numbers
        sentences.append(behind)
    told = next((found for text in sentences if text and (found := told_values(text, aimed, point.text))), ())
    stated = _stated(point.told.text) or cell_verdict(point.word)
    meaning = point.told.meaning
    results = tuple(
        Outcome(
            one.value, Spot(point.told.first), meaning.year, so_far,
            over=not so_far and meaning.year is not None, segment=one.segment, stated=stated,
            foreseen="not_met" if _FORLORN.search(point.told.text) is not None else None,
        )
        for one in told
        for so_far in [meaning.partial or is_told_so_far(one.value.rest, paper.now)]
    )  # fmt: skip
    if not (point.owed or results or stated):
        return None
    label = (named["title"] if named is not None else first_sentence(body)).rstrip(".")[:_MOST_TITLE]
    number = point.number.strip("().:") if point.number is not None else None
    text = f"{point.text} | {point.told.label}: {point.told.text}"
    return Entry(
        label, aimed, Spot(point.first), Span(point.first, point.told.last + bool(point.word)), text, results,
        own_no=number, year=paper.year, stated=None if results else stated,
    )  # fmt: skip


def _all_of(text: str, told: str) -> Measured | None:
    """All of those that a target is for, where the status counts them and not what each is to do."""
    match = _ALL.match(text)
    if match is None:
        return None
    (analysis,) = analyse([told])
    noun = stem(match["noun"].lower())
    if not any(noun in map(stem, (q.counted or "").lower().split()) for q in analysis.quantities):
        return None
    return Measured(Decimal(match["number"]), match["noun"].lower(), "=", rest=text[match.end() :].strip())


def _aimed(text: str) -> Measured | None:
    """The number to reach: the one with a bound, else the only share, count or length of time, in this order."""
    (analysis,) = analyse([text])
    found = [q for q in analysis.quantities if not is_beside(text, q.start)]
    bound = [q for q in found if q.comparator is not None]
    for group in (bound, [q for q in found if q.share], [q for q in found if not is_duration(q.counted)], found):
        if group:
            (only, *others) = group
            if others:
                return None
            return Measured(only.value, only.unit, only.comparator, only.high, text[only.end :].strip())
    return None


def _stated(text: str) -> Verdict | None:
    pieces = [piece.strip(" .") for piece in _SENTENCE_END.split(text)]
    return next((verdict for piece in pieces if piece and (verdict := cell_verdict(piece)) is not None), None)
