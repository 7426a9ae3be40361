"""Tables whose rows have no more than the marks of goals."""

from __future__ import annotations

import pytest
from goal_packets import CONTRACT, REPORT, Pair, pairs, read

TABLE = "Mål\tMåltal 2031\nA. Besøg i hallen\t400\nB. Nye både\t12\nC. Tilfredse sejlere\t85 %"
COLUMNS = (
    "KPI                       Bestilt\nA. Besøg i hallen         400\nB. Nye både               12 i havnen\n"
    "C. Tilfredse sejlere      85 %"
)
POINTS = (
    "Parterne har disse mål:\n\na) Mindst 400 besøg i hallen\nb) Der anskaffes 12 nye både\nc) 85 % er tilfredse"
)
YEARS = "KPI\t2031\t2032\tBemærkning\nA\t380\t420\tGodt\nB\t-\t14\tSe 2\nC\t-\t83 %\t-"
HEADED = "Mål\tResultat\tBemærkning\nA\t420\tGodt\nB\t14\tSe 2\nC\t83 %\t-"
OVER_YEARS = [Pair(400, 380, "not_met"), Pair(400, 420, "met"), Pair(12, 14, "met"), Pair(85, 83, "not_met")]
ONCE = [Pair(400, 420, "met"), Pair(12, 14, "met"), Pair(85, 83, "not_met")]


@pytest.mark.parametrize("aims", [TABLE, COLUMNS, POINTS])
@pytest.mark.parametrize(("told", "expected"), [(YEARS, OVER_YEARS), (HEADED, ONCE)])
def test_rows_with_marks_answer_the_goals_that_have_them(aims: str, told: str, expected: list[Pair]) -> None:
    assert pairs(read((CONTRACT, f"Aftalen\n\n{aims}\n\n"), (REPORT, f"Resultater\n\n{told}"))) == expected


def test_both_may_stand_in_one_paper() -> None:
    assert pairs(read(("Status på driftsaftale", f"{COLUMNS}\n\nOpfølgning\n\n{HEADED}"))) == ONCE


@pytest.mark.parametrize(
    "told",
    [
        "Rute\t2031\t2032\nA\t380\t420\nX\t9\t14\nY\t5\t83",
        "KPI\tBudget 2032\tRegnskab 2032\nA\t380\t420\nB\t9\t14\nC\t5\t83",
    ],
)
def test_rows_of_other_things_answer_none(told: str) -> None:
    rows = read((CONTRACT, f"Aftalen\n\n{TABLE}\n\n"), (REPORT, f"Resultater\n\n{told}"))
    assert all(pair.result is None for pair in pairs(rows))


def test_a_list_that_is_of_no_goals_has_no_results() -> None:
    listed = COLUMNS.replace("KPI                       Bestilt", "Sted                      Pladser")
    assert pairs(read(("", f"Om havnen\n\n{listed}\n\n{YEARS}"), title="Notat om havnen")) == []
