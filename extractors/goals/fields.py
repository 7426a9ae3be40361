"""Fields: lines that begin with a label of goals, the text that belongs to it, and the title above."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

import regex

from extractors.goals.abreast import PrintedLines
from extractors.goals.cells import HAS_NUMBER, measured
from extractors.goals.headings import Heading, heading
from extractors.goals.lines import lines_with
from extractors.goals.papers import Paper
from extractors.text.hyphens import seam
from extractors.text.markers import read_marker
from schemas.packet import Packet

LONGEST_LABEL = 42
"""Characters of a label."""
LONGEST_TEXT = 420
"""Characters of the text of a field: more tells a story."""
LONGEST_TITLE = 130
_MOST_WORDS = 7
_MOST_RESTS = 3
"""Words of a label that say what is measured."""
_MOST_LINES = 8
_WIDE = 45
"""Characters after which a line that ends no sentence was broken by its width."""

_NEAR = 4.0
"""Points by which the beginnings of two lines of a cell may differ."""
_INDENT = 30.0
"""Points by which the text of a label begins to the right of it."""
_COLON = regex.compile(
    r"(?P<label>[\p{Lu}\d](?:[^:.;!\t|]|(?<=\spr)\.|(?<=\d)\.(?=\s\p{Ll})){1,40}?)\s?(?::|(?<=\?)(?=\s|$)|\t+|\s{3,}|\s[–|]\s)\s*(?P<rest>.*)$"
)
_PARTED = regex.compile(r"[:?\t|–]|\s{3}")
"""What parts a label from its text."""
_INSIDE = regex.compile(r"(?:(?<=[.;,|/–])\s*+|(?<!\s)\s{2,}+)(?=(?P<label>\p{Lu}[\p{L}\d ]{1,38}):\s)")
_BARE = regex.compile(
    r"(?P<label>\p{Lu}[\p{L}-]*(?:\s\p{L}+){0,2})\s(?P<rest>(?:(?:[≥≤<>]|mindst|højst|min\.|maks\.|ca\.)\s?)?\d.*)$"
)
_SAYING = frozenset({"der", "det", "vi", "er", "har", "blev", "bliver", "var", "kom", "fik"})
"""Words of a sentence: ``Der er holdt 44 koncerter`` has no label."""
MOST_SAYING = 3
"""Words among which one of these stands."""
_NUMBERED = regex.compile(
    r"\b\p{L}*(?:mål|måltal|krav)\s(?:nr\.\s)?\d{1,2}(?:\.\d{1,2}|\p{Ll})?$", regex.IGNORECASE
)
"""The number of a goal: a title, or a mark that goal sheets are cut at."""
_OF_EACH = regex.compile(r"\bpr\.\s\p{Ll}{3,}(?:,?\s20\d\d)?$")
"""The end of a label of results by place: ``Resultat pr. hospital``, ``Status pr. kommune, 2031``."""
_OF_ONE = regex.compile(r"(?P<name>\p{Lu}[^\d:.;]{1,50}?)(?:\s{2,}|\t\s*|\s?:\s*|\s)(?=(?:ca\.\s)?\d)")
"""The place before its result."""
_COUNTED = regex.compile(r"\s(?:\d{1,2}|\p{Lu}|[IVX]+)$")
_EXTREMES = frozenset({"højst", "højest", "lavest", "mindst", "maks", "maksimalt", "maksimum", "minimum"})
"""Labels of the ends of a spread (``Højst: 17 pct. (Havby)``): only over a column do they head what is aimed at."""
_SETTLED = regex.compile(
    r"(?P<label>\p{Lu}\p{L}+(?:\s(?:for|i))?\s20\d\d),?\s(?:som|der|vedtaget|godkendt|fastsat|aftalt|besluttet)\b[^\d.:;]*$"
)
"""``Måltal for 2033, vedtaget af rådet``: the head of a list, with who set it."""
_ENTRY = regex.compile(r"\p{Lu}\p{Ll}{3,20}\s\d{1,2}:\s+(?=\S)")
"""``Indsats 2:`` before an entry of a list: whose target it is."""
_KINDS = frozenset({"aim", "maybe_aim", "outcome", "verdict", "fulfilment"})
_AIMING = frozenset({"aim", "maybe_aim", "method"})
_BESIDE = frozenset(
    {"earlier", "comparison", "deadline", "unit", "method", "remark", "deviation", "forecast", "number"}
)


_YEAR_AT_END = regex.compile(r"(?:\s(?:for|i))?\s20\d\d$")


_LETTERED = regex.compile(r"(?:^|(?<=\s))\(?(?P<no>[a-h])\)\s+(?=\S)")
"""The mark of an entry of a list inside of a field."""


_OF_GOAL = regex.compile(r"\s(?:del|under)?mål\Z")
"""The end of a label that goes on with the number of a goal."""
_SUB_NO = regex.compile(r"\d{1,2}\.\d{1,2}")
"""Parts of a number are set off by a comma, the number of a sub-goal by a point."""


class Piece(NamedTuple):
    """A text with the line it begins on; ``listed`` where it is an entry of a list, with its letter or number as
    ``mark``."""

    text: str
    line: int
    listed: bool = False
    mark: str | None = None


class Field(NamedTuple):
    """A label with its text, cut where list entries begin. ``first`` and ``last`` are its lines; ``title`` is the
    text last printed above a row of fields, ``above`` a value that stands by itself between the two."""

    label: str
    meaning: Heading
    pieces: tuple[Piece, ...]
    first: int
    last: int
    title: Piece | None = None
    above: Piece | None = None

    @property
    def text(self) -> str:
        """The whole text."""
        return " ".join(piece.text for piece in self.pieces)

    @property
    def key(self) -> str:
        """The label as it is compared with others."""
        return self.label.lower().rstrip(":? ")

    @property
    def is_by_place(self) -> bool:
        """True where each line below the label tells the result of one place."""
        return _OF_EACH.search(self.label) is not None and all(piece.listed for piece in self.pieces)

    @property
    def places(self) -> list[tuple[str, str]]:
        """The name of each place with the text behind it; none of a field that is not by place."""
        if not self.is_by_place:
            return []
        found = [(_OF_ONE.match(piece.text), piece.text) for piece in self.pieces]
        return [(match["name"].strip(), text[match.end() :]) for match, text in found if match is not None]

    @property
    def undated(self) -> str:
        """The key without a year: ``måltal for 2033`` and ``måltal 2032`` are of one kind."""
        return _YEAR_AT_END.sub("", self.key)


def read_fields(packet: Packet, paper: Paper) -> Iterator[Field]:
    """The fields of a paper in order; each carries the title last printed above it. None of a paper without a field
    of an aim or of how one is measured, or a line that may be one: what is reached is held against one."""
    labelled = lines_with(packet, "head")
    lines = PrintedLines(packet, paper, labelled, _are_labels)
    aiming = lines_with(packet, "aim") | lines_with(packet, "method")
    known = {
        at: fields_of(lines.text(at), index) for at, index in enumerate(lines.indexes) if index in aiming
    }  # fmt: skip
    aimed = any(field.meaning.kind in _AIMING for _, fields in known.values() for field in fields)
    if not aimed and not any(
        _is_led(lines.text(at - 1), lines.text(at))
        for at, index in enumerate(lines.indexes)
        if index in labelled and at
    ):
        return
    above = _Above()
    held: Field | None = None
    behind = 0
    for at, index in enumerate(lines.indexes):
        before, found = known.get(at) or (fields_of(lines.text(at), index) if index in labelled else ("", []))
        if found:
            if held is not None:
                yield held
            title, earlier, value = above.below(lines, range(behind, at))
            if before:
                title, value = Piece(before, index), None
            if title is not None and _hangs_over(packet, title, found[0]):
                found[0] = _with_beginning(found[0], title)
                title = earlier
            above = _Above(title, title, value)
            placed = [field._replace(title=title, above=value) for field in found]
            yield from placed[:-1]
            held = placed[-1]
        elif held is None:
            continue
        elif (more := continued(held, lines.text(at), index)) is not None:
            held = more
        else:
            yield held
            held = None
            continue
        behind = at + 1
    if held is not None:
        yield held


def _is_led(above: str, printed: str) -> bool:
    """True for a labelled line below one with the same first word: ``Antal i 2031: 40``, ``Antal opnået: 36``."""
    return ":" in printed and ":" in above and above.split(maxsplit=1)[0] == printed.split(maxsplit=1)[0]


class _Above(NamedTuple):
    """What stands above a field: the title, the one before it, a value that stands by itself below the title."""

    title: Piece | None = None
    earlier: Piece | None = None
    value: Piece | None = None

    def below(self, lines: PrintedLines, places: range) -> _Above:
        """The same below the lines at these places, which are no fields."""
        titles: list[Piece | None] = []
        value: Piece | None = None
        for place in reversed(places):
            index, printed = lines.indexes[place], lines.text(place)
            if not _is_value(printed):
                titles.append(Piece(printed, index) if len(printed) <= LONGEST_TITLE else None)
                if len(titles) == 2:
                    break
            elif not titles and value is None:
                value = Piece(printed, index)
        if not titles:
            return self._replace(value=value or self.value)
        return _Above(titles[0], titles[1] if len(titles) > 1 else self.title, value)


def _are_labels(first: str, second: str) -> bool:
    """True for the label of an aim and that of what became of it."""
    meanings = [
        meaning for meaning in (_meaning(first), _meaning(second)) if meaning is not None and not meaning.rest
    ]
    return {meaning.kind for meaning in meanings} == {"aim", "outcome"}


def _hangs_over(packet: Packet, title: Piece, field: Field) -> bool:
    """True where the line above a label begins where the label's text begins: a cell whose label stands lower."""
    line, above = packet.lines[field.first], packet.lines[title.line]
    if field.first - title.line > 2 or line.page != above.page:
        return False
    words = len(field.label.split())
    if line.words and above.words:
        left, begun = line.words[0].x0, above.words[0].x0
        start = line.words[words].x0 if len(line.words) > words else begun
        return abs(begun - start) < _NEAR and begun > left + _INDENT
    if not field.pieces:
        return False
    start = line.text.find(field.pieces[0].text[:12], len(field.label))
    return start > len(field.label) + 2 and abs(len(above.text) - len(above.text.lstrip()) - start) <= 1


def _with_beginning(field: Field, beginning: Piece) -> Field:
    if not field.pieces:
        return field._replace(pieces=(beginning,), first=beginning.line)
    first, *rest = field.pieces
    whole = first._replace(text=f"{beginning.text} {first.text}", line=beginning.line)
    return field._replace(pieces=(whole, *rest), first=beginning.line)


def _is_value(printed: str) -> bool:
    """True for a value that is all a line holds, what is counted included."""
    value = measured(printed)
    return value is not None and len(value.rest.split()) <= 2 and not value.rest.endswith((".", ":"))


def continued(field: Field, printed: str, index: int) -> Field | None:
    """The field with a line more; None where the line is none of it."""
    if field.last - field.first >= 3 * _MOST_LINES or len(field.text) + len(printed) > LONGEST_TEXT:
        return None
    marker = read_marker(printed)
    if marker is not None and (not field.pieces or field.pieces[-1].listed):
        text = printed[marker.end :].strip()
        begun = _ENTRY.match(text)
        pieces = _entries(printed, index) or (
            Piece(text[begun.end() :] if begun is not None else text, index, listed=True),
        )
        return field._replace(pieces=(*field.pieces, *pieces), last=index)
    if field.is_by_place:
        if _OF_ONE.match(printed) is None or measured(_value_of_one(printed)) is None:
            return None
        return field._replace(pieces=(*field.pieces, Piece(printed, index, listed=True)), last=index)
    if not field.pieces:
        return field._replace(pieces=(Piece(printed, index),), last=index)
    last = field.pieces[-1]
    broken = len(last.text) > _WIDE and not last.text.endswith((".", "!", "?"))
    if index - field.last > 2 or not (printed[:1].islower() or broken):
        return None
    broken_off = seam(last.text, printed)
    whole = last._replace(text=f"{last.text[: len(last.text) - broken_off.drop]}{broken_off.glue}{printed}")
    if measured(last.text) is None and not any(char.isdecimal() for char in last.text):
        whole = whole._replace(line=index)
    return field._replace(pieces=(*field.pieces[:-1], whole), last=index)


def _value_of_one(printed: str) -> str:
    match = _OF_ONE.match(printed)
    return printed[match.end() :] if match is not None else ""


def fields_of(printed: str, index: int) -> tuple[str, list[Field]]:
    """What stands before the first label of a line, and the fields that it holds: none where that is a sentence
    that goes on to the end."""
    if len(printed) > LONGEST_TEXT or not _may_hold_label(printed):
        return "", []
    marker = read_marker(printed)
    body = printed[marker.end :] if marker is not None and marker.rank == 0 else printed
    if ":" not in body:
        piece = body.strip(" ,;|/–\t")
        field = _field(piece, index) if piece else None
        return "", [field] if field is not None else []
    starts = [0, *(match.end() for match in _INSIDE.finditer(body) if _meaning(match["label"]) is not None)]
    pieces = [body[a:b].strip(" ,;|/–\t") for a, b in zip(starts, [*starts[1:], len(body)], strict=True)]
    found = [(piece, _field(piece, index)) for piece in pieces if piece]
    before = found[0][0] if found and found[0][1] is None and len(found) > 1 else ""
    return before, [field for _, field in found if field is not None] if len(found) > 1 or found[:1] else []


def _may_hold_label(printed: str) -> bool:
    """False for a line that goes on with a sentence: it begins with a small letter that is no mark of a list, and
    no colon ends a label inside of it."""
    return ":" in printed or not printed[:1].islower() or printed[0] in _SMALL_MARKS


_SMALL_MARKS = frozenset("oivx")
"""Small letters that a mark without a rank may begin with."""


def _field(piece: str, index: int) -> Field | None:
    if not (piece[0].isupper() or piece[0].isdecimal()):
        return None
    match = _COLON.match(piece) if _PARTED.search(piece, 0, LONGEST_LABEL + 3) else None
    if match is not None and (meaning := _meaning(match["label"])) is not None:
        if _COUNTED.search(match["label"]) and (
            meaning.kind == "remark" or not any(char.isdecimal() for char in match["rest"])
        ):
            return None  # `Forpligtelse 2: Arbejdskraft` is a title, `Indsats 1: 9 pladser` an entry
        return _made(match["label"], meaning, match["rest"], index)
    numbered = HAS_NUMBER.search(piece) is not None
    match = _SETTLED.match(piece) if numbered else None
    if match is not None and (meaning := _meaning(match["label"])) is not None and meaning.kind == "aim":
        return _made(match["label"], meaning, "", index)
    if numbered and not _SAYING.isdisjoint(piece.lower().split()[:MOST_SAYING]):
        return None
    match = _BARE.match(piece) if numbered else None
    value = measured(match["rest"]) if match is not None else None
    if match is not None and value is not None and (meaning := _meaning(match["label"])) and not meaning.rest:
        plain = value.comparator is None and value.unit is None
        if plain and (value.rest or _SUB_NO.fullmatch(match["rest"]) or _OF_GOAL.search(match["label"])):
            return None  # `Mål 8.1 og 8.2`, `Mål 8.1`, `Status for mål 8`
        return _made(match["label"], meaning, match["rest"], index)
    if (
        piece[0].isupper()
        and (meaning := _meaning(piece)) is not None
        and not meaning.rest
        and meaning.year is None
    ):
        return _made(piece, meaning, "", index)
    return None


def _made(label: str, meaning: Heading, text: str, index: int) -> Field:
    text = text.strip()
    pieces = _entries(text, index) or ((Piece(text, index),) if text else ())
    return Field(label.strip(), meaning, pieces, index, index)


def _entries(text: str, index: int) -> tuple[Piece, ...]:
    """The entries of a list with marks that a text begins and goes on with: ``a) 40 både b) 12 ture``."""
    starts = list(_LETTERED.finditer(text))
    if not starts or starts[0].start():
        return ()
    if any(ord(after["no"]) - ord(before["no"]) != 1 for before, after in pairwise(starts)):
        starts = starts[:1]
    ends = [*(match.start() for match in starts[1:]), len(text)]
    return tuple(
        Piece(text[match.end() : end].strip(" ,;"), index, listed=True, mark=match["no"])
        for match, end in zip(starts, ends, strict=True)
    )


def _meaning(label: str) -> Heading | None:
    """The meaning of a label of goals; None for any other words."""
    label = label.strip()
    if not 2 <= len(label) <= LONGEST_LABEL or len(label.split()) > _MOST_WORDS or _NUMBERED.search(label):
        return None
    if label.rstrip(":?. ").lower() in _EXTREMES:
        return None
    found = heading((label.rstrip(":?"),))
    if len(found.rest.split()) > _MOST_RESTS:
        return None
    return found if found.kind in _KINDS or found.kind in _BESIDE else None
