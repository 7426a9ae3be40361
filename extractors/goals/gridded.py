"""Targets and results side by side in a table that the tables stage has read: one entry for each target of a row.

A table is one of goals where a head (or, where the measures stand side by side, the label of a row) names an aim.
What the other columns say is decided by their heads and their cells (:mod:`extractors.goals.columns`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

import regex

from extractors.goals.aim_rows import of_houses
from extractors.goals.cell_parts import Part, part_named, parts_of
from extractors.goals.cells import HAS_NUMBER, Measured, cell_verdict, measured
from extractors.goals.column import NUMBERING, Column, goal_number
from extractors.goals.columns import FIGURES, Pairing, pairings
from extractors.goals.entries import (
    Entry,
    Numbered,
    Outcome,
    Spot,
    numbered,
    with_shared_numbers,
    with_totals_marked,
)
from extractors.goals.flattened import LONGEST_ROW, verdict_at_end
from extractors.goals.grid_columns import columns_of_grid, rows_of_grid
from extractors.goals.headings import STARTED, Heading, heading, is_brought_down
from extractors.goals.name_heads import are_near, tells_by_name
from extractors.goals.of_times import is_answered_in_kind, is_former, is_next, without_start
from extractors.goals.papers import Paper, reported_on
from extractors.goals.said_above import is_told_only, lines_above, tells_part, unit_said
from extractors.goals.worded import SHARES
from extractors.language.counting import is_duration
from extractors.tables.grid import Grid, GridCell
from extractors.tables.labels import closing_unit, is_bare_total
from schemas.packet import Packet, Span
from schemas.records import Verdict
from schemas.units import unit_of

_SPOKEN_OF = regex.compile(
    r"mål(?<!formål)(?<!spørgsmål)(?!gruppe|tid|ing)|\bkrav|\bkpi|resultatkontrakt|\bambition|lovede|løfte|virksomhedsplan",
    regex.IGNORECASE,
)
"""Words above a table that say that it is about goals."""
_WEIGHT = regex.compile(r"vægt(?:ning|en)?\b", regex.IGNORECASE)
"""The head of what goals count for."""
LONGEST_BLANK = 24
"""Characters of a cell that says that there is no aim."""
LONGEST_END = 30
"""Characters of a cell that tells by when a goal is to be reached."""
LONGEST_PIECE = 60
"""Characters of a line that is a piece of a label."""
_VALUED = regex.compile(r"\d\s?(?:%|pct|kr)|\s\d[\d.,]*$|[.:;]$")
FEWEST_FALLING = 3
"""Rows of a table that all go down, by which less is better there."""
FEWEST_CELLS = 3
"""Cells of a row with a label, a target and a result."""


def read_grid_goals(packet: Packet, paper: Paper, grids: Sequence[Grid]) -> list[Entry]:
    """The entries of all tables that begin in the paper."""
    found: list[Entry] = []
    for grid in grids:
        if grid.first_line in paper.span:
            found += with_shared_numbers(with_totals_marked(_entries(packet, paper, grid)))
    return found


def _entries(packet: Packet, paper: Paper, grid: Grid) -> list[Entry]:
    above = lines_above(packet, grid)
    said = " ".join([*above, grid.caption or ""])
    spoken_of = _SPOKEN_OF.search(said) is not None or paper.kind != "agenda" or paper.on_contract
    title = heading((grid.caption or (above[0] if above else ""),))
    if (
        not _may_set_aims(grid, title)
        or is_told_only(said)
        or any(_states_aim(head) for path in grid.col_paths for head in path)
    ):
        return []
    upright = columns_of_grid(packet, grid)
    spoken_of = spoken_of or any(column.heading.kind == "fulfilment" and column.values for column in upright)
    year = next((found for text in (grid.caption or "", said[:80]) if (found := heading((text,)).year)), paper.year)
    by_name = any(map(tells_by_name, (grid.caption or "", *above[:1])))
    figures = FIGURES.match(grid.caption or "") is not None
    pairs = pairings(upright, title, year=reported_on(paper), spoken_of=spoken_of, by_name=by_name, figures=figures)
    if paper.kind == "contract":
        pairs = [pair for pair in pairs if not is_former(pair, pairs, paper.year)]
        begins = min(filter(None, (paper.year, paper.now)), default=None)
        pairs = [without_start(pair, begins) for pair in pairs]
    reader = _Reader(packet, grid, year, unit_said(said), running=tells_part([grid.caption or "", *above[:1]]))
    if any(not column.path and column.at and column.values for column in upright):
        return []  # the heads stand over other columns than the values
    if any(column.heading.kind == "unit" and _holds_figures(column) for column in upright):
        return []  # so do they where values stand below that of the units
    if pairs:
        return list(reader.entries(pairs, upright, dict(enumerate(grid.row_paths))))
    if any(_WEIGHT.match(path[-1]) for path in grid.col_paths if path):
        return []  # what goals of each kind count for
    lying = rows_of_grid(grid)
    if spoken_of and (pairs := of_houses(lying, upright, grid)):
        return list(reader.entries(pairs, lying, dict(enumerate(grid.col_paths))))
    if any(column.heading.kind in ("outcome", "time") for column in lying):
        pairs = pairings(lying, title, year=paper.year, spoken_of=spoken_of)
        answered = [pair for pair in pairs if is_answered_in_kind(pair)]
        pairs = [pair for pair in pairs if pair in answered or is_next(pair, answered)]
        if pairs:
            return list(reader.entries(pairs, lying, dict(enumerate(grid.col_paths))))
    return []


_NO_AIM = frozenset({"fulfilment", "budget", "forecast", "comparison", "earlier", "deviation"})


def tells_no_aim(packet: Packet, grid: Grid) -> bool:
    """True for a table whose heads all say that its values are no aims: ``Målopfyldelse 2030 | Målopfyldelse
    2031``."""
    valued = [column for column in columns_of_grid(packet, grid) if column.values and not column.is_label]
    kinds = [column.heading.kind for column in valued]
    return len(kinds) > 1 and "fulfilment" in kinds and _NO_AIM.issuperset(kinds)


def _holds_figures(column: Column) -> bool:
    """True where most cells are bare numbers: ``75``, not ``1.000 kr.``"""
    values = [measured(cell.text) for cell in column.cells.values()]
    return 2 * sum(v is not None and v.unit is None and not v.rest for v in values) > len(values)


def _may_set_aims(grid: Grid, title: Heading) -> bool:
    """False where neither title nor heads nor labels name an aim: most tables."""
    paths = {*grid.col_paths, *grid.row_paths, *(path[-1:] for path in grid.row_paths)}
    return title.kind == "aim" or any(
        heading(path).kind in ("aim", "maybe_aim") or FIGURES.search(" ".join(path)) for path in paths
    )


def _states_aim(head: str) -> bool:
    """``Mål: højst 4 min.``, ``Måltal 100 dage`` is a card's or a line's own aim: where it stands over a column, a
    row was taken for heads."""
    label, colon, value = head.partition(":")
    if not colon and (number := HAS_NUMBER.search(head)) is not None:
        label, value = head[: number.start()], head[number.start() :]
    told = measured(value.strip()) if value else None
    return told is not None and (bool(colon) or told.unit is not None) and heading((label.strip(),)).kind == "aim"


class _Reader:
    """Reads the entries of one grid."""

    def __init__(self, packet: Packet, grid: Grid, year: int | None, unit: str | None, *, running: bool) -> None:
        self._packet, self._grid, self._year, self._running = packet, grid, year, running
        self._said_unit = unit
        last = max((cell.line for cell in grid.cells), default=grid.last_line)
        self._span = Span(grid.first_line, max(last, grid.last_line))
        self._printed = {cell.line for cell in grid.cells}
        self._names = {cell.row: cell for cell in reversed(grid.cells) if cell.is_header and cell.box is None}
        self._further: dict[int, list[int]] = {}

    def entries(
        self, pairs: Sequence[Pairing], columns: Sequence[Column], labels: Mapping[int, tuple[str, ...]]
    ) -> Iterator[Entry]:
        """One entry for each cell of an aim, in the order of the rows; the results of one cell that spans several
        rows are results of one target."""
        numbers = next((c for c in columns if c.heading.kind == "number" or c.is_numbering), None)
        numbers = numbers or next((c for c in columns if not c.is_label and c.names_goals), None)
        units = next((c for c in columns if c.heading.kind == "unit" and not c.is_label), None)
        start = next((c for c in columns if c.heading.kind == "earlier" and STARTED.search(" ".join(c.path))), None)
        falls = self._falls(pairs, columns)
        ends = next((c for c in columns if c.heading.kind == "deadline" and not c.is_label), None)
        used = Counter(pair.aim.family for pair in pairs)
        self._further = self._rows_below(pairs, columns)
        open_: dict[int, Entry] = {}
        order: list[int] = []
        places = sorted({place for pair in pairs for place in pair.aim.cells})
        for place in places:
            path = labels.get(place, ())
            for pair in pairs:
                cell = pair.aim.cells.get(place)
                if cell is None or not path:
                    continue
                aimed = pair.aim.value(place)
                aimless = aimed is None
                aimed = aimed or self._told_without_aim(pair, place, cell, path[-1])
                if aimed is None:
                    continue
                results = self._results(pair, place, path, aimed)
                for below in self._further.get(place, ()):
                    results += self._results(pair, below, path, aimed)
                key = id(cell) * 2 + (cell.row_span == 1 and cell.col_span == 1)
                if key in open_:
                    open_[key] = replace(open_[key], results=open_[key].results + tuple(results))
                    continue
                order.append(key)
                number = _number_at(numbers, place, path[-1]) if numbers is not None else ""
                own = self._label(self._whole(place, path), pair, named=len(used) > 1, number=number)
                own = replace(own, own_no=own.own_no or number.strip(" .:)") or None)
                began = start.value(place) if start is not None else None
                unit = self._unit(cell, aimed, pair.aim, units.cells.get(place) if units else None, path)
                open_[key] = Entry(
                    own.label, replace(aimed, unit=unit), _spot(cell), self._span, self._text(place, columns, path),
                    tuple(results), own.goal_no, own.sub_no, own.own_no,
                    _year_at(ends, place) or self._year_of(pair, path),
                    stated=self._stated(pair, place)[0], undated=pair.undated,
                    ceiling=falls or self._is_time_taken(pair, unit),
                    began=began.value if began is not None else None,
                    head=" ".join([*pair.aim.path, self._grid.caption or ""]), aimless=aimless,
                    word=pair.said(place),
                )  # fmt: skip
        yield from (open_[key] for key in order)

    @staticmethod
    def _told_without_aim(pair: Pairing, place: int, cell: GridCell, label: str) -> Measured | None:
        """The result of a row whose cell of the aim says in print that it has none: ``-``, ``følges``."""
        if not cell.text.strip() or len(cell.text) > LONGEST_BLANK or HAS_NUMBER.search(cell.text):
            return None
        dashed = not any(char.isalnum() for char in cell.text) and numbered(label).own_no is None
        if pair.apart or dashed or heading((label,)).kind is not None or is_bare_total(label):
            return None
        return next((value for column in pair.results if (value := column.value(place)) is not None), None)

    def _rows_below(self, pairs: Sequence[Pairing], columns: Sequence[Column]) -> dict[int, list[int]]:
        """The rows that hold further results of the target above them, by its row: they have neither label nor
        aim."""
        named = {
            row for cell in self._grid.cells if cell.is_header for row in range(cell.row, cell.row + cell.row_span)
        }
        found: dict[int, list[int]] = {}
        if any(column.is_row for column in columns):
            return found
        place = None
        for row in sorted({row for pair in pairs for result in pair.results for row in result.cells}):
            if row in named or any(pair.aim.cells.get(row) is not None for pair in pairs):
                place = row
            elif place is not None:
                found.setdefault(place, []).append(row)
        return found

    @staticmethod
    def _falls(pairs: Sequence[Pairing], columns: Sequence[Column]) -> bool:
        """True for a table of years whose rows all go down, and are to go on doing so: ``2030 | 2032 | Pejlemærke
        2035``, as emissions do."""
        if len(pairs) != 1 or (due := pairs[0].aim.heading.year) is None:
            return False
        aim = pairs[0].aim
        dated = [(c.heading.year, c) for c in columns if c.heading.kind in ("time", "outcome") and not c.is_label]
        told = sorted(((year, c.at, c) for year, c in dated if year and year < due), key=lambda one: one[:2])
        if len(told) < 2 or told[0][0] == told[-1][0]:
            return False
        (_, _, first), (_, _, last) = told[0], told[-1]
        rows = [[one.value(place) for one in (first, last, aim)] for place in aim.cells]
        values = [[value.value for value in row if value is not None] for row in rows]
        whole = [row for row in values if len(row) == len(rows[0])]
        return len(whole) >= FEWEST_FALLING and all(high > low > end for high, low, end in whole)

    def _is_time_taken(self, pair: Pairing, unit: str | None) -> bool:
        """True for a length of time in a table of waiting times and the like, by its caption or heads."""
        about = (self._grid.caption or "", *pair.aim.path)
        return is_duration(unit) and any(map(is_brought_down, about))

    def _year_of(self, pair: Pairing, path: tuple[str, ...]) -> int | None:
        return None if pair.undated else pair.aim.heading.year or heading(path).year or self._year

    def _whole(self, place: int, path: tuple[str, ...]) -> str:
        """The label with the pieces of it that a line of text of their own holds, above or below its values."""
        cell, label = self._names.get(place), path[-1]
        if NUMBERING.fullmatch(label) and (name := self._name_beside(place, label)):
            return f"{label} {name}"
        above = self._names.get(place - 1)
        if label[:1].islower() and path[:-1] and above is not None and above.text == path[-2]:
            return f"{path[-2]} {label}"
        if cell is None or cell.text not in label:
            return label
        if label[:1].islower() and (before := self._piece(cell.line, -1)):
            label = f"{before} {label}"
        after = self._piece(cell.line, 1)
        return f"{label} {after}" if after[:1].islower() and not label.endswith(after) else label

    def _name_beside(self, place: int, number: str) -> str:
        """The words of the row whose head of labels stands over its number as well; blank where it has none."""
        beside = [cell.text for cell in self._grid.cells if cell.row == place and cell.is_header]
        return beside[1] if len(beside) == 2 and beside[0] == number and beside[1][:1].isalpha() else ""

    def _piece(self, index: int, step: int) -> str:
        """The short line of words beside a line of the table that is none of its rows; blank where there is
        none."""
        at = index + step
        if not 0 <= at < len(self._packet.lines) or at in self._printed:
            return ""
        text = self._packet.lines[at].text.strip()
        return text if 0 < len(text) <= LONGEST_PIECE and "\t" not in text and _VALUED.search(text) is None else ""

    def _label(self, text: str, pair: Pairing, *, named: bool, number: str) -> Numbered:
        if number and not text.startswith(number):
            text = f"{number} {text}"
        own = numbered(text)
        parts = [*(part for part in (*pair.aim.heading.group, pair.aim.heading.rest) if named and part), own.label]
        return replace(own, label=" / ".join(dict.fromkeys(part for part in parts if part)))

    def _unit(
        self, cell: GridCell, value: Measured, column: Column, unit_cell: GridCell | None, path: tuple[str, ...]
    ) -> str | None:
        """The unit in the cell, else in the column of units, the head, the label, the caption, the text above."""
        if value.unit is not None:
            return value.unit
        if unit_cell is not None and unit_cell.text.strip(" -–"):
            return unit_of(unit_cell.text) or unit_cell.text.strip()
        grid = self._grid
        named = column.heading.unit or grid.row_units.get(cell.row) or grid.col_units.get(cell.col)
        labelled = next((unit for label in reversed(path) if (unit := closing_unit(label))), None)
        return named or labelled or grid.unit or self._said_unit

    def _results(self, pair: Pairing, place: int, path: tuple[str, ...], aimed: Measured) -> list[Outcome]:
        columns = pair.results if pair.apart else self._answering(pair, place, aimed, path[-1])
        found = []
        for at, column in enumerate(columns, 1):
            cell = column.cells.get(place)
            if cell is not None and not pair.apart and (parts := parts_of(cell.text)):
                found += [self._part(pair, column, place, path, part) for part in parts]
                continue
            value = column.value(place, aimed, path[-1])
            if cell is None or value is None:
                continue
            unit = self._unit(cell, value, column, None, path)
            degree = pair.fulfilment.cells.get(place) if pair.fulfilment else None
            on_the_way = not pair.apart and at < len(columns)
            # a verdict is of the last of several times
            stated, word = (None, "") if on_the_way else self._stated(pair, place)
            meaning = column.heading
            running = meaning.partial or (self._running and meaning.year is None) or self._unfinished(pair, place)
            found.append(
                Outcome(
                    replace(value, unit=unit), _spot(cell), meaning.year, running,
                    over=not running and (meaning.whole or meaning.year is not None),
                    segment=column.segment or None if pair.apart else None,
                    fulfilment=degree_value.value if degree and (degree_value := measured(degree.text)) else None,
                    stated=stated or cell_verdict(value.rest.strip(" (),;")),
                    word=word,
                    period=" ".join(column.path[-1:]) if len(columns) > 1 and not pair.apart else None,
                )
            )  # fmt: skip
        if pair.by_name and not self._are_levels(aimed, found):
            return [outcome for outcome in found if outcome.segment is None]  # counts of parts: the total answers
        return found

    def _part(self, pair: Pairing, column: Column, place: int, path: tuple[str, ...], part: Part) -> Outcome:
        """What a cell of several values tells of one name."""
        cell, meaning = column.cells[place], column.heading
        degree = pair.fulfilment.cells.get(place) if pair.fulfilment else None
        told = part_named(degree.text, part.name) if degree is not None else None
        running = meaning.partial or (self._running and meaning.year is None) or self._unfinished(pair, place)
        return Outcome(
            replace(part.value, unit=self._unit(cell, part.value, column, None, path)), _spot(cell), meaning.year,
            running, over=not running and (meaning.whole or meaning.year is not None), segment=part.name,
            fulfilment=told.value if told is not None else None,
        )  # fmt: skip

    @staticmethod
    def _are_levels(aimed: Measured, found: Sequence[Outcome]) -> bool:
        """True for shares, lengths of time and scores, which hold for each name; counts add up."""
        units = {outcome.value.unit for outcome in found} - {None}
        if units and all(unit in SHARES or is_duration(unit) for unit in units):
            return True
        return are_near(aimed.value, [outcome.value.value for outcome in found])

    @staticmethod
    def _answering(pair: Pairing, place: int, aimed: Measured, about: str) -> tuple[Column, ...]:
        """The column that answers the aim in this row; of parts of the year each that is filled, where they are
        levels and do not add up to the year; of single months the last."""
        for column in pair.results:
            if column.value(place, aimed, about) is not None:
                return (column,)
        filled = [(c, v) for c in pair.parts if (v := c.value(place, aimed, about))]
        level = aimed.unit in SHARES or all(value.unit in SHARES for _, value in filled)
        # parts that come to far more than the aim do not add up to it: they are levels, each by itself
        level = level or sum(value.value for _, value in filled) > aimed.value * Decimal("1.5")
        columns = tuple(column for column, _ in filled) if len(filled) == 1 or level else ()
        return columns[-1:] if all(column.is_month for column in columns) else columns

    def _stated(self, pair: Pairing, place: int) -> tuple[Verdict | None, str]:
        """What the column of verdicts says in a row, and its word, else a verdict printed behind its last value:
        words that end the lines of a flattened table may have been read as no column."""
        if pair.verdict is not None or pair.aim.is_row:
            return pair.stated(place), pair.said(place)
        row = [cell for cell in self._grid.cells if cell.row == place and cell.box is None]
        if len(row) < FEWEST_CELLS:
            return None, ""
        last = max(row, key=lambda cell: cell.col)
        lines = [" ".join(line.text.split()) for line in self._packet.lines[last.line : last.line + 2]]
        for text in (" ".join(lines), lines[0]):
            word, rest = verdict_at_end(text) if len(text) <= LONGEST_ROW else ("", "")
            if word and rest.endswith(last.text):
                return cell_verdict(word), word
        return None, ""

    @staticmethod
    def _unfinished(pair: Pairing, place: int) -> bool:
        """True where the columns of parts of the year do not reach its end."""
        if not pair.parts:
            return False
        last = [c for c in pair.parts if not c.heading.partial]
        return not any(c.value(place) for c in last)

    def _text(self, place: int, columns: Sequence[Column], path: tuple[str, ...]) -> str:
        cells = [column.cells[place].text for column in columns if place in column.cells]
        if path and path[-1] not in " ".join(cells):
            cells.insert(0, path[-1])
        return " | ".join(dict.fromkeys(cells))


def _year_at(ends: Column | None, place: int) -> int | None:
    """The one year that the column of deadlines tells of a row: ``2034``, ``Ultimo 2034``."""
    cell = ends.cells.get(place) if ends is not None else None
    return heading((cell.text,)).year if cell is not None and len(cell.text) <= LONGEST_END else None


def _number_at(numbers: Column, place: int, label: str) -> str:
    """The number of a row; one printed once for the measures of a goal is that of those below it."""
    own = numbers.cells.get(place)
    if own is not None and own.text.strip():
        return goal_number(own.text)
    above = [
        goal_number(text)
        for row, cell in sorted(numbers.cells.items())
        if row < place and (text := cell.text.strip())
    ]
    return above[-1] if above and above[-1].rstrip(".").isdecimal() and not is_bare_total(label) else ""


def _spot(cell: GridCell) -> Spot:
    return Spot(cell.line, cell.box)
