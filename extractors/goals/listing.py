"""Targets that are printed in tables, cards and lists of labels rather than told: all entries of a paper."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from extractors.goals.aligned_points import read_aligned_points
from extractors.goals.answers import Answer, read_answers
from extractors.goals.apart import listed_under
from extractors.goals.blocks import read_blocks
from extractors.goals.boxed_cells import read_boxed_cells
from extractors.goals.bracketed import read_bracketed
from extractors.goals.cards import Cards, read_cards
from extractors.goals.cells import Measured, cell_verdict
from extractors.goals.dashboards import Refused, read_dashboards
from extractors.goals.dated_blocks import read_dated_blocks
from extractors.goals.directions import directed
from extractors.goals.entries import Entry, Outcome, Spans, Spot
from extractors.goals.facing import read_facing
from extractors.goals.flattened import read_flattened
from extractors.goals.gridded import read_grid_goals, tells_no_aim
from extractors.goals.inline import read_inline
from extractors.goals.led_cells import read_led_cells
from extractors.goals.led_rows import read_led_rows
from extractors.goals.legends import explained
from extractors.goals.number_cards import read_number_cards
from extractors.goals.owed_rows import read_owed_rows
from extractors.goals.papers import Paper
from extractors.goals.placed import read_placed
from extractors.goals.points import read_points
from extractors.goals.sign_legends import judged
from extractors.goals.spelled import read_spelled
from extractors.goals.stacked import read_stacked
from extractors.goals.stacked_blocks import read_stacked_blocks
from extractors.goals.stacked_cells import read_stacked_cells
from extractors.goals.stated_rows import read_stated_rows
from extractors.goals.status_below import read_status_below
from extractors.goals.tabular import TableRow, read_tables
from extractors.goals.tallies import read_tallies
from extractors.goals.told_lines import read_told_lines
from extractors.goals.worded_cells import read_worded_cells
from extractors.tables.extract import find_tables
from extractors.tables.grid import Grid
from schemas.packet import Packet, Span


class Listed(NamedTuple):
    """The entries of a paper in the order of their lines; results that stand ``apart`` from their targets; cards
    that could not be cut."""

    entries: list[Entry]
    apart: list[Answer]
    refused: list[Refused]


def read_entries(packet: Packet, paper: Paper, degrees: Sequence[Span] = ()) -> Listed:
    """The entries of a paper in the order of their lines: of the tables that the tables stage has read, then of
    those that only the words of their heads give away, of cards, and of lines that hold target and result; and
    results that stand apart from their targets. Lines of ``degrees`` alone hold none."""
    grids, _ = find_tables(packet)
    own = [Span(grid.first_line, grid.last_line) for grid in grids if grid.first_line in paper.span]
    grids = [*grids, *read_tallies(packet, paper, own)]
    answers = [*read_answers(packet, paper, grids), *read_bracketed(packet, paper)]
    apart = [answer.span for answer in answers if answer.number is not None and answer.outcome is not None]
    dated = [*read_dated_blocks(packet, paper), *read_number_cards(packet, paper)]
    cards = read_cards(packet, paper)
    numbers = Spans(_spans(dated))
    cards = Cards(*([entry for entry in entries if not numbers.meet(entry.span)] for entries in cards))
    blocks = Spans(_spans([*dated, *cards.firm]))
    typed = [
        grid for grid in read_placed(packet, paper, []) if not blocks.meet(Span(grid.first_line, grid.last_line))
    ]
    grids = [grid for grid in grids if not blocks.meet(Span(grid.first_line, grid.last_line))]
    typed = [grid for grid in typed if not _is_wider(packet, paper, grids, grid, typed)]
    placed = read_grid_goals(packet, paper, typed)
    taken = Spans(_spans(placed))
    found = (
        dated
        + cards.firm
        + placed
        + [entry for entry in read_grid_goals(packet, paper, grids) if not taken.meet(entry.span)]
    )
    found, short = _with_led_rows(packet, paper, found)
    found = _with_worded_cells(packet, paper, found)
    found += read_facing(packet, paper, _spans(found))
    own_grids = [grid for grid in grids if grid.first_line in paper.span]
    without = [Span(grid.first_line, grid.last_line) for grid in own_grids if tells_no_aim(packet, grid)]
    found += read_grid_goals(packet, paper, list(read_flattened(packet, paper, [*_spans(found), *without])))
    found += read_grid_goals(packet, paper, list(read_stated_rows(packet, paper, _spans(found))))
    found += read_grid_goals(packet, paper, list(read_owed_rows(packet, paper, _spans(found))))
    found += read_grid_goals(packet, paper, list(read_stacked_cells(packet, paper, _spans(found))))
    found += read_grid_goals(packet, paper, list(read_stacked(packet, paper, _spans(found))))
    found += read_grid_goals(packet, paper, list(read_stacked_blocks(packet, paper, _spans(found))))
    found += read_grid_goals(packet, paper, list(read_led_cells(packet, paper, _spans(found))))
    found += read_aligned_points(packet, paper, _spans(found))
    found += read_blocks(packet, paper, _spans(found))
    found += read_told_lines(packet, paper, _spans(found))
    taken = Spans(_spans(found))
    abreast, refused = read_dashboards(packet, paper)
    found += [entry for entry in abreast if not taken.meet(entry.span)]
    refused = [cards for cards in refused if not taken.meet(cards.span)]
    refused += short
    unread = [cards.span for cards in refused]
    taken = Spans([*_spans(found), *unread])
    found += [entry for entry in read_points(packet, paper) if not taken.meet(entry.span)]
    found += read_status_below(packet, paper, [*_spans(found), *unread])
    firm = set(map(id, cards.firm))
    taken = Spans([*_spans([entry for entry in found if id(entry) not in firm]), *unread])
    found += [entry for entry in cards.entries if id(entry) not in firm and not taken.meet(entry.span)]
    taken = Spans([*_spans(found), *unread])
    found += [entry for entry in read_spelled(packet, paper) if not taken.meet(entry.span)]
    taken = Spans([*_spans(found), *unread])
    found += [entry for entry in read_inline(packet, paper) if not taken.meet(entry.span)]
    taken = Spans([*_spans(found), *unread, *apart])
    found += [_entry(row) for row in read_tables(packet, paper) if not taken.covers(row.index)]
    taken = Spans(_spans(found))
    found += [entry for entry in listed_under(packet, paper, answers, found) if not taken.covers(entry.at.line)]
    if degrees:
        none = Spans(degrees)
        found = [entry for entry in found if not none.covers(entry.at.line)]
    found = explained(packet, paper, directed(packet, paper, judged(packet, paper, found)))
    return Listed(sorted(found, key=lambda entry: (entry.span, entry.at.line)), answers, refused)


def _is_wider(packet: Packet, paper: Paper, grids: Sequence[Grid], typed: Grid, all_typed: Sequence[Grid]) -> bool:
    """True where the tables stage has read the same lines with more columns, with heads that tell more of them
    apart, or more rows than all that is typed there: numbers of the first column then stand at the end of the
    labels of ``typed``, or it breaks off."""
    for grid in grids:
        if _tells_more(grid, typed) and read_grid_goals(packet, paper, [grid]):
            return True
        if _holds(grid, typed):
            entries = read_grid_goals(packet, paper, [grid])
            inside = [other for other in all_typed if _holds(grid, other)]
            longer = len(entries) > len(read_grid_goals(packet, paper, inside))
            if entries and (grid.n_cols > typed.n_cols or (grid.n_cols == typed.n_cols and longer)):
                return True
    return False


def _tells_more(grid: Grid, typed: Grid) -> bool:
    """True where heads of the same columns over the same rows are told apart by one alone."""
    meet = grid.first_line <= typed.last_line and typed.first_line <= grid.last_line
    return meet and grid.n_cols == typed.n_cols and _heads(grid) > _heads(typed)


def _heads(grid: Grid) -> int:
    """How many columns the heads tell apart: ``Resultat 2030`` and ``Resultat 2031`` may have lost their years."""
    return len(set(grid.col_paths))


def _holds(grid: Grid, typed: Grid) -> bool:
    return grid.first_line <= typed.first_line and typed.last_line <= grid.last_line


def _with_led_rows(packet: Packet, paper: Paper, found: list[Entry]) -> tuple[list[Entry], list[Refused]]:
    """The entries with those of tables whose rows begin with numbers, and the rows of these that were refused. A
    table that was read without any result yields to them: its heads were put above the wrong columns."""
    refused: list[Refused] = []
    for table in read_led_rows(packet, paper, _spans([entry for entry in found if entry.results])):
        entries = read_grid_goals(packet, paper, [table.grid])
        own = Spans(_spans(entries))
        if any(entry.results for entry in entries) or not any(own.meet(entry.span) for entry in found):
            found = [entry for entry in found if not own.meet(entry.span)] + entries
            refused += table.refused
    return found, refused


def _with_worded_cells(packet: Packet, paper: Paper, found: list[Entry]) -> list[Entry]:
    """The entries with those of tables whose targets run over lines. Other readers may have taken lines of these
    for rows: what was read of fewer rows yields."""
    for grid in [*read_worded_cells(packet, paper), *read_boxed_cells(packet, paper)]:
        entries = read_grid_goals(packet, paper, [grid])
        own = Spans(_spans(entries))
        meeting = [entry for entry in found if own.meet(entry.span)]
        if len(entries) > len(meeting):
            found = [entry for entry in found if not own.meet(entry.span)] + entries
    return found


def _entry(row: TableRow) -> Entry:
    """A row that its line alone gives away."""
    results: tuple[Outcome, ...] = ()
    if row.result is not None:
        reached = Measured(row.result.value, row.result.unit)
        told = cell_verdict(row.verdict)
        results = (Outcome(reached, Spot(row.index), fulfilment=row.fulfilment, stated=told, word=row.verdict),)
    return Entry(
        row.label, Measured(row.target.value, row.target.unit, row.target.comparator), Spot(row.index),
        Span(row.head, row.index), row.label, results, row.goal_no, row.sub_no, year=row.year,
    )  # fmt: skip


def _spans(entries: Sequence[Entry]) -> list[Span]:
    return [entry.span for entry in entries]
