"""Tables of a plan whose columns are aims of several years, and the report that answers the year it tells of."""

import pytest
from goal_packets import Pair, pairs, read, targets

from extractors.goals.headings import are_years_to_come

REPORT = """Årsrapport 2032
Havbibliotekerne

1 Lånerne

Mål i planen

{table}

Sådan gik det i 2032

L1 {colon}Der var 20.450 aktive lånere i 2032. Delmålet er ikke nået.

L2 {colon}Tilfredsheden er målt til 90 %. Delmålet er nået.

L3 {colon}Den gennemsnitlige kø var 12 dage.
"""
CELLS = """Nr.
Mål
2032
2035

L1
Aktive lånere
21.000
24.000

L2
Lånere, der er tilfredse
med hjælpen
88 %
92 %

L3
Kø til nye bøger
Højst 14 dage
Højst 10 dage"""
NAMELESS = CELLS.replace("Nr.\n", "").replace("2032\n2035", "Milepæl 2032\nSlutmål 2035")
SPACES = """Nr.   Mål                                 2032             2035
L1    Aktive lånere                       21.000           24.000
L2    Lånere, der er tilfredse            88 %             92 %
L3    Kø til nye bøger                    Højst 14 dage    Højst 10 dage"""
FLAT = """Nr. Mål 2032 2035
L1 Aktive lånere 21.000 24.000
L2 Tilfredse lånere 88 % 92 %
L3 Kø til nye bøger Højst 14 dage Højst 10 dage"""
FOUND = {
    Pair(21000, 20450, "not_met"), Pair(24000, None, "pending"), Pair(88, 90, "met"), Pair(92, None, "pending"),
    Pair(14, 12, "met"), Pair(10, None, "pending"),
}  # fmt: skip


@pytest.mark.parametrize("colon", ["", ": "])
@pytest.mark.parametrize(
    "table", [CELLS, NAMELESS, SPACES, FLAT], ids=["cells", "heads of aims", "spaces", "flattened"]
)
def test_the_year_of_the_report_is_answered_and_the_later_one_is_open(table: str, colon: str) -> None:
    text = REPORT.format(table=table, colon=colon).replace(" : ", ": ")
    rows = read(("Årsrapport 2032", text), title="Bibliotekerne", meeting=2033)
    assert set(pairs(rows)) == FOUND


def test_a_dash_below_one_year_leaves_the_aim_of_the_other() -> None:
    table = CELLS.replace("Højst 14 dage", "-")
    rows = read(("Årsrapport 2032", REPORT.format(table=table, colon="")), title="Bibliotekerne", meeting=2033)
    assert [float(target.value) for target in targets(rows) if target.goal_no == "L3"] == [10.0]


def test_years_that_are_over_head_no_aims() -> None:
    table = CELLS.replace("2032\n2035", "2031\n2032")
    rows = read(("Årsrapport 2032", REPORT.format(table=table, colon="")), title="Bibliotekerne", meeting=2033)
    assert Pair(24000, None, "pending") not in pairs(rows)


@pytest.mark.parametrize(
    ("heads", "are"),
    [
        (["2031", "2033"], True), (["Delmål 2031", "Slutmål 2033"], True), (["2033", "2031"], False),
        (["2031"], False), (["2031", "Status 2032"], False), (["1. halvår 2031", "2032"], False),
    ],
)  # fmt: skip
def test_years_to_come_are_named_one_after_the_other(heads: list[str], are: bool) -> None:
    assert are_years_to_come(heads) is are
