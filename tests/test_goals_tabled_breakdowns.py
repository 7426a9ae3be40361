"""Results of one name after another in a table below the goal they answer."""

import pytest
from goal_packets import Pair, pairs, read, results

TEXT = """Opfølgning på servicemål 2031

1. Breve til tiden

Målet er, at 92 % af brevene sendes inden for to dage.

{table}

2. Klager

Der er kommet 14 klager i år.
"""
LAST = """Hus            4. kvt. 2030    4. kvt. 2031
Lindehuset              84 %            86 %
Birkehuset              87 %            94 %
Alle huse               85 %            90 %"""
SHARES = """Hus            Breve     Sendt til tiden
Lindehuset     2.118                86 %
Birkehuset     4.406                94 %
Alle huse      6.524                90 %"""
CELLS = """Tabel 1: Breve sendt til tiden i 2031

Hus
Antal breve
Andel til tiden

Lindehuset
2.118
86 %

Birkehuset
4.406
94 %

Alle huse
6.524
90 %"""
BELOW = """Hus Breve Til tiden 2030 Til tiden 2031

Lindehuset (§ 4)
2.118 84 % 86 %

Birkehuset (§ 5)
4.406 87 % 94 %

Samlet
6.524 85 % 90 %"""
FOUND = {Pair(92, 86, "not_met"), Pair(92, 94, "met"), Pair(92, 90, "not_met")}


def found(table: str) -> list[Pair]:
    rows = read(("Opfølgning på servicemål 2031", TEXT.format(table=table)), title="Servicemål")
    return [pair for pair in pairs(rows) if pair.target == 92 and pair.result is not None]


@pytest.mark.parametrize("table", [LAST, SHARES, CELLS, BELOW], ids=["times", "shares", "cells", "lines below"])
def test_each_name_has_the_share_of_the_last_time(table: str) -> None:
    assert set(found(table)) == FOUND


def test_the_whole_that_the_text_tells_as_well_is_one_result() -> None:
    said = f"I 2031 blev 90 % af brevene sendt inden for to dage.\n\n{LAST}"
    assert sorted(found(said)) == sorted(FOUND)


@pytest.mark.parametrize(
    "table",
    [
        SHARES.replace(" %", "  "),
        LAST.replace("4. kvt. 2030", "3. kvt. 2031"),
        LAST.replace("4. kvt. 2030", "Mål 2031    "),
        f"Den laveste andel er 86 % og den højeste 94 %.\n\n{SHARES}",
    ],
    ids=["counts", "two times of one year", "a head of an aim", "told in short"],
)
def test_tables_of_other_things_answer_nothing(table: str) -> None:
    assert not set(found(table)) >= FOUND


def test_the_country_is_no_result() -> None:
    rows = read(("Opfølgning 2031", TEXT.format(table=f"{LAST}\nHele landet             80 %            81 %")))
    assert 81 not in {row.value for row in results(rows)}


def test_numbers_of_the_table_are_no_targets_of_their_own() -> None:
    text = TEXT.replace("92 % af brevene sendes inden for to dage", "svartiden højst er 60 dage")
    days = BELOW.replace(" %", " dage").replace("Til tiden", "Svartid")
    rows = read(("Opfølgning på servicemål 2031", text.format(table=days)), title="Servicemål")
    assert {pair.target for pair in pairs(rows) if pair.target is not None} == {60}
