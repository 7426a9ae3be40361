"""Which heads of a typed page stand over which columns: every line of heads is given its columns as a whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from heapq import nsmallest
from itertools import accumulate
from typing import NamedTuple

import regex

from extractors.tables.labels import is_count, is_share
from extractors.tables.typed.bound import (
    INSIDE_WORD,
    JOINS,
    OPEN,
    PART_OF_YEAR,
    TORN,
    begins_another_span,
    goes_on,
    holds_two,
    is_bound,
    yearly_words,
)
from extractors.tables.typed.columns import NARROW, Column
from extractors.tables.typed.fullheads import over_each
from extractors.tables.typed.pieces import Piece
from extractors.tables.typed.placing import (
    Head,
    agreed,
    are_the_years,
    as_typed,
    bare_years,
    breaks,
    crosses,
    cycles_of,
    go_on_from_above,
    lowest_first,
    misfit,
    over_cycle,
    turn_back,
)
from extractors.tables.typed.together import Reckoned

_NEAR = 6.0
"""So many letters may a head stand away from its column, counted from edge to edge or from middle to middle."""
_APART = 3.0
"""What each letter of white between a head and the nearest print of its column costs."""
_COVERS = 4.0
"""What it costs at most to stand over the print of another column; each letter costs one."""
_SPANS = 1.0
"""What it costs to span columns: where both fit, a head goes on with the one below it."""
_HALVES = 1.0
"""What it costs that a head over several columns has one space alone to the next one."""
_NEXT_HEAD = regex.compile(r" (?=\p{Lu})")
_FRESH = 3.0
"""What it saves to stand over a column without a head."""
_SURE = 1.0
"""The second best way to place a line of heads costs so much more than the best one, or nobody can tell."""
_PHRASE = 2.0
"""What it saves to go on with a phrase."""
_ANOTHER = 3.5
"""What it costs to go on with a head that begins with a capital letter."""
_IN_CELL = 3.0
"""What it costs at most to stand between the column before and the end of the own one."""
_WIDER = 0.3
"""Of runs with nearly the same middle the widest is meant: what each column saves."""
_PROVED, _CENTRED = 4.0, 3.0
"""What it saves to span columns reckoned from each other; years among them only so far from the middle of all."""
_NOTHING = Reckoned()
_RUNS = 2.0
"""What it saves to begin and end where heads over several columns begin and end."""
_WAYS = 4
"""So many ways to place the heads of a line up to a column are kept."""
_EQUAL = 2.5
"""What it saves to share years out among the heads of a line in equal parts."""
_BARE = 5.0
"""What it costs to leave a year without an upper head beside one of the same run that has one."""
_MOST_CUT = 4
_MOST_WORDS = 12
_OPTIONS = 40
"""So many likely places of a head are looked at."""
_MOST_SPANNED = 24


class _Way(NamedTuple):
    """Heads of a line from the left with what it costs to place them so."""

    cost: float
    heads: tuple[Head, ...]


def heads_over(
    above: Mapping[int, Sequence[Piece]],
    columns: Sequence[Column],
    left: int,
    letter: float = 1.0,
    reckoned: Reckoned = _NOTHING,
) -> dict[int, list[Head]] | None:
    """The columns of every head. Lines with as many heads as there are columns have one for each; the others are
    held against the lowest of them. Where a head may span these columns or those, it is put over what all of them
    have in common. None where a head fits nowhere, or a column of values has none. ``left`` is the letter where the
    labels end, ``letter`` the width of a printed letter in letters, ``reckoned`` what the values prove."""
    return _Over(columns, left, letter, reckoned).read({at: list(pieces) for at, pieces in above.items() if pieces})


class _Over:
    """What is known of the columns while their heads are read: ``leaves`` are the lower heads over each of them,
    ``prints`` where all print of each begins and ends, ``runs`` the columns that one head spans, ``cycles``
    those with the same lower heads, of which the ``closed`` ones end where they end."""

    def __init__(self, columns: Sequence[Column], left: int, letter: float, reckoned: Reckoned) -> None:
        self.reckoned = reckoned
        self.letter, self.narrow = max(1.0, letter), letter
        self.scale = letter if letter < NARROW else 1.0
        self.columns = [
            column._replace(end=column.start + self._scaled(column.end - column.start)) for column in columns
        ]
        self.left = left
        self.leaves: list[list[Piece]] = [[] for _ in columns]
        self.prints = [(column.start, column.end) for column in self.columns]
        self.runs: list[tuple[int, int]] = []
        self.cycles: list[tuple[int, int]] = []
        self.closed: list[tuple[int, int]] = []
        self.open: list[Piece] = []
        self.yearly: frozenset[str] = frozenset()
        self.years: list[int] = []

    def read(self, lines: Mapping[int, list[Piece]]) -> dict[int, list[Head]] | None:
        """The heads of all lines; None where one fits nowhere or a column of values has none."""
        lines = {at: [self._part(piece, 0, len(piece.text)) for piece in line] for at, line in lines.items()}
        self.yearly = yearly_words(piece.text for line in lines.values() for piece in line)
        heads: dict[int, list[Head]] = {}
        order = sorted(lines, reverse=True)
        full, parts = next(self._full(order, lines), (None, []))
        leaves: list[str] = []
        if full is not None:
            heads[full] = [Head(piece, n, n) for n, piece in enumerate(parts)]
            leaves = [head.piece.text for head in heads[full]]
            self._take(heads[full])
            order.remove(full)
            order.sort(key=lambda at: (at < full, -at))
        for at in order:
            below = full is not None and at > full
            self.leaves = self.leaves if below else lowest_first(heads, len(self.columns))
            self.open = [
                piece for n, line in lines.items() if n < at for piece in line if INSIDE_WORD.search(piece.text)
            ]
            again = full is not None and not below
            found = over_cycle(self._repeats(lines[at]), leaves, self.columns) if again else None
            if len(lines[at]) == len(self.columns) > 1:
                found = [Head(piece, n, n) for n, piece in enumerate(lines[at])]
            if (found := found or self._placed(lines[at], spans=not below)) is None:
                return None
            heads[at] = found
            self._take(found)
        self.leaves = lowest = lowest_first(heads, len(self.columns))
        if any(not leaf and not column.of_text for leaf, column in zip(lowest, self.columns, strict=True)):
            return None
        torn = any(leaf and INSIDE_WORD.search(leaf[0].text) for leaf in lowest)  # the rest stands elsewhere
        if torn or go_on_from_above(lowest, self.runs):
            return None
        return {at: [head._replace(piece=as_typed(head.piece)) for head in found] for at, found in heads.items()}

    def _scaled(self, letters: int) -> int:
        """So many letters of the text in letters as they were printed: where these are narrower, fewer."""
        return max(1, round(self.scale * letters)) if letters else 0

    def _part(self, piece: Piece, first: int, last: int, moved: int = 0) -> Piece:
        """Those letters of a piece, where and as wide as they were printed with no more than spaces between them,
        or ``moved`` so many letters further right."""
        start = piece.start + self._scaled(first) + moved
        shift = piece.shift + piece.start + first - start
        return Piece(start, start + self._scaled(last - first), piece.text[first:last], shift)

    def _full(self, order: Sequence[int], lines: Mapping[int, list[Piece]]) -> Iterator[tuple[int, list[Piece]]]:
        """The lines with a head over each column, the lowest first, and these heads."""
        if len(self.columns) < 2:
            return
        for at in order:
            parts = self._parted(lines[at])
            if len(parts) == len(self.columns):
                yield at, parts
            elif (each := over_each(lines[at], self.columns, self.narrow, self.yearly)) is not None:
                yield at, [self._part(piece, 0, len(piece.text)) for piece in each]

    def _take(self, heads: Sequence[Head]) -> None:
        for head in heads:
            if head.first == head.last:
                self.leaves[head.first].append(head.piece)
                start, end = self.prints[head.first]
                self.prints[head.first] = min(start, head.piece.start), max(end, head.piece.end)
            else:
                self.runs.append((head.first, head.last))
        if not self.cycles:
            alone = {head.first: head.piece.text for head in heads if head.first == head.last}
            line = [alone.get(n, "") for n in range(len(self.columns))]
            self.cycles = cycles_of(line)
            self.closed = [run for run in self.cycles if [*line, ""][run[1] + 1] in ("", line[run[0]])]

    def _placed(self, pieces: Sequence[Piece], *, spans: bool) -> list[Head] | None:
        """The columns of all heads of a line together; None where two ways are as good, or none is."""
        self.years = [self._year(n) for n in range(len(self.columns))]
        ways: dict[int, list[_Way]] = {-1: [_Way(0.0, ())]}
        for number, piece in enumerate(pieces):
            following_start = pieces[number + 1].start if number + 1 < len(pieces) else None
            options = nsmallest(_OPTIONS, self._options(piece, self._end(piece, following_start), spans=spans))
            following: dict[int, list[_Way]] = {}
            for last, known in ways.items():
                for cost, heads in options:
                    if heads[0].first > last:
                        bare = _BARE * bare_years(self.years, last, heads[0].first) if spans else 0.0
                        following.setdefault(heads[-1].last, []).extend(
                            _Way(way.cost + cost + bare, way.heads + heads) for way in known
                        )
            ways = {last: sorted(known)[:_WAYS] for last, known in following.items()}
        best = sorted(
            _Way(
                way.cost + spans * (_BARE * bare_years(self.years, last, len(self.columns)) - self._equal(way)),
                way.heads,
            )
            for last, known in ways.items()
            for way in known
        )
        return agreed([way.heads for way in best if way.cost < best[0].cost + _SURE]) if best else None

    def _equal(self, way: _Way) -> float:
        """What is saved where all columns are headed by years and the heads share them out in equal parts."""
        sizes = {head.last - head.first + 1 for head in way.heads}
        equal = len(sizes) == 1 and min(sizes) > 1 and min(sizes) * len(way.heads) == len(self.columns)
        return _EQUAL if equal and len(way.heads) > 1 and all(self.years) else 0.0

    def _year(self, n: int) -> int:
        """The year that heads a column alone, or with the part of it that is meant; 0 where another head does."""
        leaves = self.leaves[n]
        return leaves[0].year if leaves and all(PART_OF_YEAR.fullmatch(leaf.text) for leaf in leaves[1:]) else 0

    def _options(self, piece: Piece, wide: float, *, spans: bool) -> Iterator[tuple[float, tuple[Head, ...]]]:
        """What it costs to place a head over each column, its parts over two of them or, with ``spans``, all of it
        over each run of columns; the likely ones."""
        under = []
        torn = TORN.search(piece.text) is not None
        for n, (start, end) in enumerate(self.prints):
            cost = self._single(piece, wide, n)
            if cost <= _NEAR and not torn:
                yield cost, (Head(piece, n, n),)
            if piece.start < end and start < piece.end:
                under.append(n)
        whole = piece.text[0].islower() and self._is_open_over(piece)  # it goes on with one head above
        if 2 <= len(under) <= _MOST_CUT and piece.text.count(" ") < _MOST_WORDS and not whole:
            yield from self._cut(piece, wide, under)
            if len(under) > 2:
                yield from self._cut(piece, wide, under[:-1])
                yield from self._cut(piece, wide, under[1:])
        if spans and not torn:
            yield from self._spans(piece, wide)
            yield from self._halves(piece, wide)

    def _halves(self, piece: Piece, wide: float) -> Iterator[tuple[float, tuple[Head, ...]]]:
        """Two heads with one space between them of which one spans columns or both do; the second begins with a
        capital letter."""
        if piece.text.count(" ") >= _MOST_WORDS:
            return
        for match in _NEXT_HEAD.finditer(piece.text):
            if is_bound(piece.text[: match.start()], piece.text[match.end() :], self.yearly):
                continue
            left = self._part(piece, 0, match.start())
            right = self._part(piece, match.end(), len(piece.text))
            joins = JOINS.search(left.text) is not None
            seconds = [*self._spans(right, wide), *self._singles(right, wide)]
            for cost, (first,) in [*self._spans(left, left.end), *self._singles(left, left.end)]:
                if joins and (first.first < first.last or not self._may_go_on(first.first)):
                    continue
                for more, (second,) in seconds:
                    spanning = first.first < first.last or second.first < second.last
                    if spanning and second.first == first.last + 1:
                        yield cost + more + _HALVES, (first, second)

    def _singles(self, piece: Piece, wide: float) -> Iterator[tuple[float, tuple[Head]]]:
        """What it costs to place a head over each of the columns with heads; the likely ones."""
        for n, leaf in enumerate(self.leaves):
            if leaf and (cost := self._single(piece, wide, n)) <= _NEAR:
                yield cost, (Head(piece, n, n),)

    def _spans(self, piece: Piece, wide: float) -> Iterator[tuple[float, tuple[Head]]]:
        """What it costs to place a head over each run of columns that have heads; the likely ones."""
        over = list(accumulate(self._covers(piece), initial=0.0))
        firsts, lasts = {run[0] for run in self.runs}, {run[1] for run in self.runs}
        own = (piece.middle, (piece.start + wide) / 2)
        capitals = sum(word[0].isupper() for word in piece.text.split())
        proving = self.reckoned != _NOTHING and _NEXT_HEAD.search(piece.text) is None
        named = [" ".join(part.text for part in reversed(leaf)) for leaf in self.leaves] if proving else []
        open_inside = any(JOINS.search(piece.text[: m.start()]) for m in _NEXT_HEAD.finditer(piece.text))
        for first in range(len(self.columns)):
            left = self.prints[first][0]
            cell = self.prints[first - 1][1] if first else left
            for last in range(first + 1, min(len(self.columns), first + _MOST_SPANNED)):
                if not self.leaves[last] or not self.leaves[first]:
                    break
                right = self.prints[last][1]
                if left >= wide or right <= piece.start:
                    continue
                apart = min(abs((x + right) / 2 - middle) for x in (left, cell) for middle in own)
                cost = _SPANS + min(apart, abs(piece.start - left) + 1.0) - _WIDER * (last - first)
                if (first in firsts and last in lasts) or (first, last) in self.closed:
                    cost -= _RUNS
                if any(breaks((first, last), cycle) for cycle in self.cycles):
                    continue
                near = apart <= (_CENTRED if any(self.years[first : last + 1]) else _NEAR)
                if proving and near and self.reckoned.together(named, first, last):
                    cost -= _PROVED
                if cost > 2 * _NEAR or any(crosses((first, last), run) for run in self.runs):
                    continue
                cost += over[-1] - (over[last + 1] - over[first])
                if self._goes_on(piece, first, last):
                    cost += _PHRASE
                leaves = [self.leaves[n][-1].text for n in range(first, last + 1)]
                rest = sum(map(goes_on, leaves))
                torn = rest == len(leaves) == capitals or (rest and any(leaf[0].isupper() for leaf in leaves))
                if torn or (open_inside and any(leaf[0].islower() for leaf in leaves)):
                    cost += _NEAR  # what begins in small letters goes on with a head of its own
                if is_share(piece.text) and any(map(is_count, leaves)):
                    cost += _NEAR
                if turn_back(self.years, self.runs, first, last):
                    cost += _NEAR
                if are_the_years(self.years, first, last):
                    cost -= _EQUAL
                if cost <= 2 * _NEAR:
                    yield cost, (Head(piece, first, last),)

    def _covers(self, piece: Piece) -> list[float]:
        """What it costs to stand over each column that is not meant."""
        return [min(_COVERS, max(0.0, min(piece.end, end) - max(piece.start, start))) for start, end in self.prints]

    def _single(self, piece: Piece, wide: float, n: int) -> float:
        """What it costs to place a head over this column alone."""
        start, end = self.prints[n]
        apart = max(0.0, start - wide, piece.start - end)
        prints: list[Piece | Column] = [self.columns[n], *self.leaves[n]]
        cost = min(misfit(piece, wide, over) for over in prints) + _APART * apart
        left = self.prints[n - 1][1] if n else self.left
        if left < piece.start and piece.end <= end + 1:
            cost = min(cost, _IN_CELL)
        covers = self._covers(piece)
        cost += sum(covers) - covers[n] + _NEAR * holds_two(piece.text)
        if any(first <= n <= last for first, last in self.runs):
            cost += _NEAR  # above a head over several columns stands no head of one of them
        if not self.leaves[n]:
            return cost - _FRESH
        wraps = self._wraps(piece, n)
        if wraps == _ANOTHER and any(first <= n <= last for first, last in self.closed):
            wraps += _NEAR  # above the same heads as others it spans them all, as those do
        return cost + wraps

    def _wraps(self, piece: Piece, n: int) -> float:
        """What it costs a head to go on with the one below it: less where that begins in the middle of a phrase."""
        below = self.leaves[n][-1].text
        if below[:1].isupper() and INSIDE_WORD.search(piece.text) is not None:
            return _ANOTHER
        if below[:1].islower():
            return -_PHRASE
        if OPEN.search(piece.text) is not None:
            return 0.0 if below[:1].isupper() and piece.text[:1].islower() else -_PHRASE
        return _ANOTHER if below[:1].isupper() else -_PHRASE / 2

    def _goes_on(self, piece: Piece, first: int, last: int) -> bool:
        """True where the head stands inside one of these columns, above a head that does not begin as one does."""
        return any(
            self.prints[n][0] - 1 <= piece.start
            and piece.end <= self.prints[n][1] + 1
            and self._wraps(piece, n) < 0
            for n in range(first, last + 1)
        )

    def _cut(self, piece: Piece, wide: float, under: Sequence[int]) -> Iterator[tuple[float, tuple[Head, ...]]]:
        """The parts of a piece over columns side by side: heads with one space between them."""
        if len(under) == 1:
            yield self._single(piece, wide, under[0]), (Head(piece, under[0], under[0]),)
            return
        for match in regex.finditer(" ", piece.text):
            left = self._part(piece, 0, match.start())
            if JOINS.search(left.text) is not None and not self._may_go_on(under[0]):
                continue
            cost = self._single(left, left.end, under[0])
            first = match.end()
            if is_bound(left.text, piece.text[first:], self.yearly):
                continue
            for moved in {0, first - self._scaled(first)}:
                right = self._part(piece, first, len(piece.text), moved)
                more = cost
                goes_on = right.text[:1].islower() and not left.text[:1].islower()
                goes_on = goes_on and not holds_two(piece.text[: first + len(right.text.split(" ", 1)[0])])
                if goes_on and not self._ends_with(left, right, under) and not self._is_open_over(right):
                    more += _NEAR
                if begins_another_span(left.text, right.text):
                    more += _NEAR
                for rest, heads in self._cut(right, max(wide, right.end), under[1:]):
                    yield more + rest, (Head(left, under[0], under[0]), *heads)

    def _may_go_on(self, n: int) -> bool:
        """True where the head over a column may be the end of a phrase: ``31/3`` or ``indbygger`` below ``pr.``"""
        return bool(self.leaves[n]) and not self.leaves[n][-1].text[0].isupper()

    def _is_open_over(self, piece: Piece) -> bool:
        """True where a head above ends inside a word that may go on here."""
        return any(above.start < piece.end and piece.start < above.end for above in self.open)

    def _ends_with(self, left: Piece, right: Piece, under: Sequence[int]) -> bool:
        """True where both parts of a head end where columns end."""
        return abs(left.end - self.prints[under[0]][1]) <= 1 and any(
            abs(right.end - self.prints[n][1]) <= 1 for n in under[1:]
        )

    def _end(self, piece: Piece, following: int | None) -> float:
        """Where the print of a piece ends, no further than the next one begins."""
        end = piece.start + self.letter * (piece.end - piece.start)
        return max(float(piece.end), end if following is None else min(end, following - 1.0))

    def _repeats(self, pieces: Sequence[Piece]) -> list[Piece]:
        """The pieces of a line, parted where one begins anew: ``ændring 2021-2022 ændring 2022-2023``."""
        result: list[Piece] = []
        for piece in pieces:
            first, start = piece.text.split(" ", 1)[0], 0
            for match in regex.finditer(rf"(?<= ){regex.escape(first)}(?= )", piece.text):
                result.append(self._part(piece, start, match.start() - 1))
                start = match.start()
            result.append(self._part(piece, start, len(piece.text)))
        return result

    def _parted(self, pieces: Sequence[Piece]) -> list[Piece]:
        """The pieces of a line; where one stands over two columns, each of its parts is a head."""
        return [part for piece in pieces for part in self._parts(piece)]

    def _parts(self, piece: Piece) -> list[Piece]:
        under = [n for n, (start, end) in enumerate(self.prints) if piece.start < end and start < piece.end]
        if not 2 <= len(under) <= _MOST_CUT:
            return [piece]
        if piece.text.count(" ") >= _MOST_WORDS:
            return [piece]
        best = min(self._cut(piece, piece.end, under), default=None)
        return [piece] if best is None or best[0] > 0 else [head.piece for head in best[1]]
