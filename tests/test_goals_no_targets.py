"""What looks like a target or its result in tables and sheets, and is none."""

from dataclasses import replace

import pytest
from goal_packets import CONTRACT, HALF_YEAR, REPORT, Pair, pairs, read, results, targets

from extractors.goals.column import NUMBERING, Column
from extractors.goals.columns import pairings
from extractors.goals.headings import heading
from extractors.tables.grid import GridCell


def table(*rows: str) -> str:
    return "\n".join(rows) + "\n"


@pytest.mark.parametrize(("text", "told"), [("3", True), ("4a", True), ("E2", True), ("KA-7", True), ("-4", False)])
def test_a_number_below_nought_is_no_number_of_a_goal(text: str, told: bool) -> None:
    assert (NUMBERING.fullmatch(text) is not None) is told


def column(at: int, path: tuple[str, ...], *texts: str) -> Column:
    return Column(path, {row: GridCell(row, at, text, row, 1) for row, text in enumerate(texts, 1)}, at)


@pytest.mark.parametrize(("unit", "answers"), [("pct.", ()), ("kr.", (2,))])
def test_a_share_answers_no_target_in_kroner(unit: str, answers: tuple[int, ...]) -> None:
    columns = [
        replace(column(0, ("Tilbud",), "Botilbud", "Værksteder"), is_label=True),
        column(1, ("Mål, kr. pr. døgn",), "2.610", "540"),
        column(2, (f"Regulering, {unit}", "2031"), "3,1", "2,8"),
    ]
    (pair,) = pairings(columns, heading(("Takster",)), year=2031, spoken_of=True)
    assert tuple(result.at for result in pair.results) == answers


def test_a_degree_of_two_measures_is_that_of_neither() -> None:
    text = table(
        "Tabel 2. Kørsel i 2031\n",
        "Sted\tMål udrykningstid\tFaktisk udrykningstid\tMål afgangstid\tFaktisk afgangstid\tMålopfyldelse, pct.",
        "Vig\t10\t8\t5\t6\t92",
        "Havn\t15\t14\t5\t4\t95",
    )
    rows = read((REPORT, text))
    assert sorted((p.target, p.result, p.status) for p in pairs(rows)) == [
        (5, 4, "met"), (5, 6, "not_met"), (10, 8, "met"), (15, 14, "met"),
    ]  # fmt: skip
    assert {row.fulfilment_pct for row in results(rows)} == {None}


def test_the_labels_of_a_sheet_stand_behind_bullets_as_well() -> None:
    text = table(
        "Mål 1: Flere kurser\n",
        "• Måltal: Der holdes 40 kurser i 2031",
        "• Metode: Der ansættes to lærere",
        "• Afrapportering: Opgøres hvert halvår\n",
        "Mål 2: Færre klager\n",
        "• Måltal: Der er højst 12 klager i 2031",
        "• Metode: Der svares inden for fem dage",
        "• Afrapportering: Opgøres hvert halvår\n",
    )
    assert sorted((row.goal_no, float(row.value)) for row in targets(read((CONTRACT, text)))) == [
        ("1", 40), ("2", 12),
    ]  # fmt: skip


def test_lines_of_a_table_printed_twice_are_read_once() -> None:
    agreed = table(
        "Nr.\tIndikator\tOpgørelse\tEnhed\tMål 2031",
        "1\tVejledte virksomheder\tAndel, der er aktive\tpct.\t72",
        "2\tTilfredse virksomheder\tAndel, der er meget tilfredse\tpct.\t90",
    )
    told = table(
        "Nr.\tIndikator\tMål 2031\tResultat",
        "1\tVejledte virksomheder (pct.)\t72\t74",
        "2\tTilfredse virksomheder (pct.)\t90\t87",
    )
    rows = read((CONTRACT, agreed), (HALF_YEAR, told))
    assert [(p.target, p.result) for p in pairs(rows)] == [(72, 74), (90, 87)]


@pytest.mark.parametrize(
    ("said", "head"),
    [
        ("Tallene er alene til orientering.", "Gruppe  "),
        ("Nøgletallene vises kun til oplysning.", "Gruppe  "),
        ("", "Nøgletal"),
    ],
)
def test_what_is_only_told_and_reckoned_with_is_no_target(said: str, head: str) -> None:
    text = f"""\
Indikator                             Måltal 2031   Resultat 2031
Glade børn, pct.                          80            82
Børn i klub, pct.                         40            38

Udvalgte tal
{said}
Tabel 2. Udvalgte tal
{head}                               2029    2030    2031   Forudsat 2031
Børn i havn                          2214    2176    2148           2160
Elever i by                          4903    4861    4822           4830
"""
    assert [pair[:2] for pair in pairs(read((REPORT, text)))] == [(80, 82), (40, 38)]


@pytest.mark.parametrize("aged", ["65 år og derover", "67 år eller mere", "70 år og opefter", "65 år eller ældre"])
def test_the_age_of_those_who_are_meant_is_no_target(aged: str) -> None:
    text = f"Antallet af fald skal i 2031 være højst 48 pr. 1.000 borgere på {aged}. I byen var tallet 53."
    assert pairs(read((REPORT, text))) == [Pair(48, 53, "not_met")]
