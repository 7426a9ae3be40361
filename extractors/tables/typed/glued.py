"""Cells of typed lines that one space alone keeps apart.

A converter that gives every letter the same width moves print to the right where the letters before it need more
room than they had on the page. What begins behind white stands where it was printed; what one space parts from the
print before it was printed there or further left, never further right. Rows whose values all stand free tell where
the columns are, and how many; the others are cut so that theirs come to stand in the same.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import NamedTuple

import regex

from extractors.tables.typed.pieces import Piece, values_of
from extractors.tables.words import numbers_of

_FEWEST_FULL = 2
_ALIKE = 2
_ROUNDED = 1.5
"""So many letters further left than its column may a value stand."""
_NEAR = 3.0
"""So many letters beside its column may a value stand that white parts from the print before."""
_MOST_GLUED = 9
_FEWEST_RUN = 2
"""So many numbers side by side before other text are values."""
_TOKEN = regex.compile(r"\S+(?: (?:%|‰|pct\.|kr\.))?")
_UNIT = (
    r"(?: ?%| (?:pct\.|procent|point|(?:mi[oa]\. )?kr\.|(?:hver)?dage|uger|måneder|timer|min(?:\.|utter))"
    r"(?= \p{Lu}))"
)
"""The unit of a value; one that is written out where text of its own follows."""
_MIXED = regex.compile(
    rf"((?:[-–−÷+]?\(?\d(?:[\d.,]*\d)?+\)?{_UNIT}?+|[-–−])) (?=\p{{L}}|\d{{1,2}}[/.-]\d{{1,2}}(?!\d))"
)
_INDENT = 8
"""Labels so many letters further right than the first stand in a column of their own; fewer are an indent."""


class _Place(NamedTuple):
    """Where the values of a column begin: ``start`` for those ``length`` letters long, ``slope`` letters further
    left for each letter more; ``decimals`` is None where they differ."""

    start: float
    length: float
    slope: float
    decimals: int | None

    def begins(self, length: int) -> float:
        """Where a value of so many letters begins."""
        return self.start - self.slope * (length - self.length)


def unglued(
    lines: Sequence[list[Piece]], known: Sequence[list[Piece]], rows: Sequence[int], around: Sequence[int]
) -> dict[int, list[Piece]]:
    """The pieces of those lines whose cells were not parted by white.

    ``rows`` have values (``known``) below each other, ``around`` are lines beside them that may be rows whose
    values follow their label closely, all of them above the first and below the last.
    """
    pieces = parted({at: lines[at] for at in rows})
    found = {at: row for at, row in pieces.items() if len(row) != len(lines[at])}
    values = {at: values_of(row) if at in found else known[at] for at, row in pieces.items()}
    counts = Counter(len(row) for row in values.values())
    most = max((count for count, times in counts.items() if times >= _FEWEST_FULL), default=0)
    if not most or max(counts) > most:
        return found
    places = _places([row for row in values.values() if len(row) == most])
    for at in (*rows, *around):
        inside = at in pieces
        if inside and len(values[at]) == most:
            continue
        row = _texts_apart(pieces[at] if inside else lines[at], places)
        if inside and (apart := _values_apart(row, len(values[at]), places)) is not None:
            found[at] = apart
            continue
        cut = _cut(row, places, whole=not (inside or rows[0] < at < rows[-1]))
        if cut is not None and (inside or values_of(cut)):  # years alone are heads: ``Mål 2031   2031   2030``
            found[at] = cut
    return found


def _texts_apart(row: Sequence[Piece], places: Sequence[_Place]) -> list[Piece]:
    """The pieces of a row; a number in a column of values that one space parts from text behind is one alone."""
    result: list[Piece] = []
    for n, piece in enumerate(row):
        match = _mixed(piece) if n else None
        cut = match.end(1) if match is not None else 0
        if cut and any(abs(piece.start - place.begins(cut)) <= _NEAR for place in places):
            result.append(Piece(piece.start, piece.start + cut, piece.text[:cut]))
            result.append(Piece(piece.start + cut + 1, piece.end, piece.text[cut + 1 :]))
        else:
            result.append(piece)
    return result


def _values_apart(row: Sequence[Piece], count: int, places: Sequence[_Place]) -> list[Piece] | None:
    """The pieces of a row one value short, whose others all stand in their columns: a value with another one in
    brackets behind it (``1.204 (310)``) is two where they fill the columns; None for other rows."""
    for n, piece in enumerate(row[1:], 1):
        tokens = [match.span() for match in _TOKEN.finditer(piece.text)] if piece.is_value else []
        if len(tokens) < _FEWEST_RUN or count + len(tokens) - 1 != len(places):
            continue
        if not all(_is_token(piece.text[a:b]) for a, b in tokens):
            continue
        first = sum(other.is_value for other in row[1:n])
        columns = places[first : first + len(tokens)]
        starts = [piece.start + a - place.begins(b - a) for (a, b), place in zip(tokens, columns, strict=True)]
        if abs(starts[0]) <= _NEAR and all(apart >= -_ROUNDED for apart in starts[1:]):
            parts = [_placed(piece, a, b, place) for (a, b), place in zip(tokens, columns, strict=True)]
            return [*row[:n], *parts, *row[n + 1 :]]
    return None


def numbers_apart(row: Sequence[Piece]) -> list[Piece]:
    """The pieces of a row; numbers side by side that are none together are one each."""
    result: list[Piece] = []
    for piece in row:
        several = result and " " in piece.text and _may_begin(piece.text) and not piece.is_value
        tokens = _run(piece.text) if several else []
        if len(tokens) > 1 and tokens[0][0] == 0 and tokens[-1][1] == len(piece.text):
            result += [Piece(piece.start + a, piece.start + b, piece.text[a:b]) for a, b in tokens]
        else:
            result.append(piece)
    return result


def _places(full: Sequence[Sequence[Piece]]) -> list[_Place]:
    """The columns of rows whose values all stand free."""
    columns = list(zip(*full, strict=True))
    common = square = 0.0
    middles = []
    for column in columns:
        start = sum(piece.start for piece in column) / len(column)
        length = sum(len(piece.text) for piece in column) / len(column)
        middles.append((start, length))
        common += sum((piece.start - start) * (len(piece.text) - length) for piece in column)
        square += sum((len(piece.text) - length) ** 2 for piece in column)
    slope = min(1.2, max(0.0, -common / square)) if square else 0.75
    return [
        _Place(start, length, slope, _decimals(column))
        for (start, length), column in zip(middles, columns, strict=True)
    ]


def _decimals(column: Sequence[Piece]) -> int | None:
    found = {_decimals_of(piece.text) for piece in column} - {None}
    return found.pop() if len(found) == 1 else None


def _decimals_of(text: str) -> int | None:
    """How many digits stand behind the comma of a number; None for a dash."""
    numbers = numbers_of(text)
    if not numbers or numbers[0].value is None:
        return None
    exponent = numbers[0].value.as_tuple().exponent
    return -exponent if isinstance(exponent, int) and exponent < 0 else 0


def _cut(row: list[Piece], places: Sequence[_Place], *, whole: bool) -> list[Piece] | None:
    """The pieces of a row with the values behind its label, glued to each other, apart; None where nothing tells
    their columns. ``whole``: all values must be there."""
    label = next((n for n, piece in enumerate(row) if not piece.is_value and _run(piece.text)), None)
    if label is None:
        return None
    piece, tokens = row[label], _run(row[label].text)
    before = _free([p for p in row[:label] if p.is_value] if label > 1 else [], places)
    after = _free([p for p in row[label + 1 :] if p.is_value], places)
    if before is None or after is None or (before and tokens[0][0]):
        return None
    first = before[-1] + 1 if before else 0
    last = after[0] if after else len(places)
    count = min(len(tokens), last - first)
    behind = piece.text[tokens[-1][1] + 1 :]
    if count < 1 or (whole and len(before) + count + len(after) < len(places)) or (behind and after):
        return None
    taken = tokens[len(tokens) - count :]
    if not (before or after) and count < len(places) and Piece(0, 0, piece.text[slice(*taken[0])]).is_year:
        return None  # the year of what the line says
    ways = list(_ways(piece, taken, places, range(first, last)))
    if len(ways) != 1:
        return None
    parts = [_placed(piece, a, b, places[n]) for (a, b), n in zip(taken, ways[0], strict=True)]
    name = piece.text[: taken[0][0]].rstrip()
    if name:
        parts.insert(0, Piece(piece.start, piece.start + len(name), name))
    elif label == 0:
        return None
    if behind:
        parts.append(Piece(piece.end - len(behind), piece.end, behind))
    return [*row[:label], *parts, *row[label + 1 :]]


def _placed(piece: Piece, first: int, last: int, place: _Place) -> Piece:
    """Those letters of a piece as a value of its own that stands where it was printed."""
    start = min(piece.start + first, round(place.begins(last - first)))
    return Piece(start, start + last - first, piece.text[first:last], piece.start + first - start)


def _free(values: Sequence[Piece], places: Sequence[_Place]) -> list[int] | None:
    """The columns of values that stand free; None where one stands beside all."""
    found: list[int] = []
    for value in values:
        apart = [(abs(value.start - place.begins(len(value.text))), n) for n, place in enumerate(places)]
        distance, nearest = min(apart)
        if distance > _NEAR or (found and nearest <= found[-1]):
            return None
        found.append(nearest)
    return found


def _run(text: str) -> list[tuple[int, int]]:
    """Where the numbers that stand side by side in a text begin and end: those at its end, or the longest run
    before other text."""
    best: list[tuple[int, int]] = []
    run: list[tuple[int, int]] = []
    for match in _TOKEN.finditer(text):
        if len(run) < _MOST_GLUED and _is_token(match.group()):
            run.append(match.span())
        else:
            best, run = max(best, run, key=len), []
    return (
        run
        if run and (len(best) < _FEWEST_RUN or len(run) >= len(best))
        else best
        if len(best) >= _FEWEST_RUN
        else []
    )


def _may_begin(text: str) -> bool:
    return text[0] in "-–−÷+(" or text[0].isdecimal()


def _is_token(text: str) -> bool:
    return _may_begin(text) and bool(numbers_of(text))


def _ways(
    piece: Piece, tokens: Sequence[tuple[int, int]], places: Sequence[_Place], columns: range
) -> Iterator[tuple[int, ...]]:
    """The columns that the numbers may stand in, in order: none of them begins left of its column, or with other
    decimals than all others there."""
    for chosen in combinations(columns, len(tokens)):
        if all(
            piece.start + start >= places[n].begins(end - start) - _ROUNDED
            and (places[n].decimals is None or _decimals_of(piece.text[start:end]) in (None, places[n].decimals))
            for (start, end), n in zip(tokens, chosen, strict=True)
        ):
            yield chosen


def _mixed(piece: Piece) -> regex.Match[str] | None:
    """The number before other text; none where it is one with it (``12 dage``): text of its own begins with a
    capital letter."""
    match = _MIXED.match(piece.text)
    return match if match is not None and (not piece.is_value or piece.text[match.end()].isupper()) else None


def parted(rows: Mapping[int, Sequence[Piece]]) -> dict[int, list[Piece]]:
    """The pieces of all rows; a number that one space alone parts from the text behind it is a piece of its own
    where numbers of other rows end below it: ``-5.447 I gang``."""
    ends: Counter[int] = Counter()
    mixed: dict[tuple[int, int], int] = {}
    for at, pieces in rows.items():
        for n, piece in enumerate(pieces):
            if any(p.is_value for p in pieces[:n]) and (match := _mixed(piece)) is not None:
                mixed[at, n] = match.end(1)
                ends[piece.start + match.end(1)] += 1
            elif piece.is_value:
                ends[piece.end] += 1
    result: dict[int, list[Piece]] = {}
    for at, pieces in rows.items():
        result[at] = []
        for n, piece in enumerate(pieces):
            cut = mixed.get((at, n))
            if cut is None or sum(ends[piece.start + cut + d] for d in (-1, 0, 1)) < 1 + _ALIKE:
                result[at].append(piece)
                continue
            middle = piece.start + cut
            result[at].append(Piece(piece.start, middle, piece.text[:cut]))
            result[at].append(Piece(middle + 1, piece.end, piece.text[cut + 1 :]))
    return result
