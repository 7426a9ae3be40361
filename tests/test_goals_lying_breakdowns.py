"""Results by place whose places stand side by side over the values, below the target that they answer."""

import pytest
from goal_packets import HALF_YEAR, Pair, pairs, read, results

SHEETS = """\
1 Færgerne

Mål: Mindst 90 % af færgerne er fremme til tiden
Indikator 1.1 Andel ture til tiden

{table}

Mål: Højst 4 % af turene aflyses
Indikator 1.2 Januar-juni 2031: 5,5 %
"""
GAPS = """\
                   Nordby     Sydby      Ruter i alt
1. halvår 2030     80 %       92 %       86 %
1. halvår 2031     84 %       91 %       88 %"""
FLAT = "Nordby Sydby Ruter i alt\n1. halvår 2031 84 % 91 % 88 %\n1. halvår 2030 80 % 92 % 86 %"
FOUND = [Pair(90, 84, "not_met"), Pair(90, 91, "met"), Pair(90, 88, "not_met")]


@pytest.mark.parametrize("table", [GAPS, FLAT], ids=["gaps", "flattened"])
def test_each_place_has_the_result_of_the_last_time(table: str) -> None:
    rows = read((HALF_YEAR, SHEETS.format(table=table)), meeting=2031)
    assert [pair for pair in pairs(rows) if pair.target == 90] == FOUND
    assert [row.segment for row in results(rows) if row.value != 5.5] == ["Nordby", "Sydby", "Ruter i alt"]


@pytest.mark.parametrize(
    "table",
    [
        GAPS.replace("2030", "2031"),
        GAPS.replace("1. halvår", "Antal ture"),
        GAPS.replace("Sydby", "Mål  "),
        GAPS.replace("Sydby", "     "),
    ],
    ids=["two rows of one time", "rows of no time", "a head of an aim", "a value without a name"],
)
def test_rows_that_may_be_of_something_else_answer_nothing(table: str) -> None:
    rows = read((HALF_YEAR, SHEETS.format(table=table)), meeting=2031)
    assert len([pair for pair in pairs(rows) if pair.target == 90 and pair.result is not None]) < len(FOUND)


def test_an_indicator_below_a_target_tells_what_came_of_it() -> None:
    rows = read((HALF_YEAR, SHEETS.format(table=GAPS)), meeting=2031)
    assert [pair for pair in pairs(rows) if pair.target == 4] == [Pair(4, 5.5, "not_met")]
