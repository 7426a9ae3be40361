"""Rows with blank cells that leave no trace, placed by the totals below them."""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations

from flat_tables import facts, packet

from extractors.tables.flat.extract import find_flat_tables
from extractors.tables.flat.jointly import placed_by_total

CHANGES = """
Tabel 1: Ændringer af rammen (1.000 kr.)
Ændring 2031 2032 2033 2034
Havne
Ny kran -4.269 -2.135 -2.136
Måling af dybde 591
Molen, reparation 801 812 400 411
Lods, pensioner 1.195
Havne i alt -2.877 -1.323 -1.736 1.606
Veje
Salt 2.762 2.764 1.381
Broer 8.112
Skilte 310 320 330 340
Veje i alt 11.184 3.084 1.711 340
"""


def test_one_way_alone_gives_the_totals() -> None:
    found = {(row, col): value for row, col, value in facts(CHANGES)}
    assert found["Havne / Ny kran", "2033"] == "-2.136"
    assert found["Havne / Måling af dybde", "2031"] == "591"
    assert found["Havne / Lods, pensioner", "2034"] == "1.195"
    assert ("Havne / Lods, pensioner", "2031") not in found
    assert found["Veje / Broer", "2031"] == "8.112"


def test_what_the_totals_place_is_no_finding() -> None:
    assert [finding.rule for finding in find_flat_tables(packet(CHANGES))[1]] == []


def test_a_row_of_one_value_below_years_is_a_row() -> None:
    text = """
Tillæg til rammen
1.000 kr. 2031 2032 2033 2034
Svømning 1.500
Klubber,
tilskud -3.200 -3.600 -3.600 -3.900
Stadion 4.000 2.000 2.000
I alt 2.300 -1.600 -1.600 -3.900
"""
    found = {(row, col): value for row, col, value in facts(text)}
    assert found["Svømning", "2031"] == "1.500"
    assert found["Stadion", "2033"] == "2.000"


def _row(columns: int, *values: int) -> tuple[list[Decimal | None], list[tuple[int, ...]]]:
    return [Decimal(value) for value in values], list(combinations(range(columns), len(values)))


def test_totals_that_no_way_gives_tell_nothing() -> None:
    assert (
        placed_by_total([_row(3, 4120), _row(3, 5310, 777)], [Decimal(4121), Decimal(5310), Decimal(777)]) is None
    )


def test_small_sums_may_agree_by_chance() -> None:
    assert placed_by_total([_row(3, 1), _row(3, 2, 1)], [Decimal(1), Decimal(2), Decimal(1)]) is None


def test_a_column_without_a_total_tells_nothing() -> None:
    assert placed_by_total([_row(3, 4120), _row(3, 5310, 777)], [Decimal(4120), None, Decimal(777)]) is None


def test_rows_that_may_change_places_keep_all_their_ways() -> None:
    found = placed_by_total([_row(2, 4120), _row(2, 4120), _row(2, 95310)], [Decimal(4120), Decimal(4120 + 95310)])
    assert found == [[(0,), (1,)], [(0,), (1,)], [(1,)]]
