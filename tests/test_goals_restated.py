"""Targets that a report on an agreement prints again, and what came of them."""

import pytest
from goal_packets import CONTRACT, HALF_YEAR, REPORT, Pair, pairs, read, results, targets

AGREED = """\
Mål 1 – Rækkevidde
1.1 Havnen vejleder mindst 400 skippere i 2031.
1.2 Andelen af nye skippere udgør mindst 42 pct.
1.3 Der afholdes 44 åbne kajdage.
"""


def test_a_report_that_says_the_targets_again_tells_their_results_beside_them() -> None:
    told = """\
Mål 1 – Rækkevidde
1.1: Havnen vejleder mindst 400 skippere i 2031.
1.2: Andelen af nye skippere udgør mindst 42 pct.
1.3: Der afholdes 44 åbne kajdage.

Skippere og kajdage
I årets første seks måneder har 212 skippere fået vejledning.
40 % er nye skippere.
19 kajdage er holdt. De sidste ligger fra august til november.
"""
    rows = read((CONTRACT, AGREED), (HALF_YEAR, told))
    assert pairs(rows) == [Pair(400, 212, "pending"), Pair(42, 40, "not_met"), Pair(44, 19, "pending")]


def test_points_that_tell_other_figures_are_results() -> None:
    told = """\
Mål 1 – Rækkevidde
1.1: 431 skippere har fået vejledning.
1.2: 45 pct. af skipperne er nye.
1.3: Der blev afholdt 44 åbne kajdage.
"""
    rows = read((CONTRACT, AGREED), (REPORT, told))
    assert pairs(rows) == [Pair(400, 431, "met"), Pair(42, 45, "met"), Pair(44, 44, "met")]


def test_new_targets_behind_a_report_are_targets_of_the_goals_that_they_name() -> None:
    told = """\
Mål 1 – Rækkevidde
431 skippere har fået vejledning, 45 pct. er nye, og der er afholdt 44 kajdage.

Nye måltal for 2032
Havnen og kommunerne har aftalt at hæve to måltal for 2032:

• 1.1 Mindst 450 skippere vejledes i 2032
• 1.3 48 kajdage holdes i 2032
"""
    rows = read((CONTRACT, AGREED), (REPORT, told))
    new = [(row.sub_no, float(row.value), row.period) for row in targets(rows) if row.value in (450, 48)]
    assert new == [("1.1", 450, "2032"), ("1.3", 48, "2032")]
    assert not {450, 48} & {float(row.value or 0) for row in results(rows)}


@pytest.mark.parametrize(
    "text",
    [
        "Restaffaldet er nedbragt til 1,9 kg pr. gæst",
        "Restaffaldet fra pladserne er faldet til 1,9 kg pr. gæst",
        "Restaffaldet er sænket til 1,9 kg",
    ],
)
def test_what_is_to_be_is_told_as_done_in_the_points_of_an_agreement(text: str) -> None:
    rows = read((CONTRACT, f"Mål 3: Renere kyst\nMåltal for 2031\n• 3.1 {text}\n"))
    assert [(row.sub_no, row.comparator, float(row.value)) for row in targets(rows)] == [("3.1", "<=", 1.9)]


def test_the_end_of_the_year_is_that_of_the_heading_above() -> None:
    agreed = "Mål 3: Renere kyst\nMåltal for 2031\n• 3.1 65 firmaer har et mærke ved årets udgang\n"
    told = "Mål 3: Renere kyst\n58 firmaer havde et mærke den 31. december 2031.\n"
    rows = read(("Aftale 2030-2033 med Kystrådet", agreed), ("Årsrapport 2031", told))
    assert pairs(rows) == [Pair(65, 58, "not_met")]
