"""Targets of a year to come that stand behind those that were reached: in rows and in running text."""

from __future__ import annotations

import pytest
from goal_packets import REPORT, Pair, pairs, read, targets


def test_the_row_of_the_next_years_targets_is_read_below_that_of_the_results() -> None:
    text = (
        "Resultaterne for 2031 ses i tabellen. Nederst er de mål, som havnene har sat for 2032.\n"
        "\n"
        "Fælles mål for havnene\n"
        "\tVentetid til eftersyn, dage\tSejlere med fast plads\tKlager pr. 1.000 både\n"
        "Mål for 2031\t14\t75 pct.\t190\n"
        "Resultat 2031\t12\t68 pct.\t197\n"
        "Status\tNået\tIkke nået\tIkke nået\n"
        "Mål for 2032\t11\t72 pct.\t188\n"
    )
    found = pairs(read(("", text)))
    assert {(pair.target, pair.result) for pair in found} == {
        (14, 12), (75, 68), (190, 197), (11, None), (72, None), (188, None)
    }  # fmt: skip


def test_a_row_of_another_name_is_none_of_the_next_year() -> None:
    text = (
        "Fælles mål for havnene\n"
        "\tVentetid til eftersyn, dage\tSejlere med fast plads\n"
        "Mål for 2031\t14\t75 pct.\n"
        "Resultat 2031\t12\t68 pct.\n"
        "Broer 2032\t11\t72 pct.\n"
    )
    assert {pair.target for pair in pairs(read(("", text)))} == {14, 75}


@pytest.mark.parametrize("opening", ["For 2032 har rådet vedtaget to nye mål.", "Der er sat to nye mål for 2032."])
def test_what_is_owed_right_behind_the_words_that_goals_come_is_a_target_of_their_year(opening: str) -> None:
    text = (
        "Rådet har talt om havnens breve og broer.\n\n"
        f"{opening} Mindst 93 pct. af brevene skal være sendt inden for otte uger, og mindst 40 pct. af broerne "
        "skal være malet.\n"
    )
    rows = read(("", text))
    assert pairs(rows) == [Pair(93, None, "pending"), Pair(40, None, "pending")]
    assert {target.period for target in targets(rows)} == {"2032"}


@pytest.mark.parametrize(
    ("head", "row", "expected"),
    [
        ("Indsats\tJanuar 2029\tJuni 2031\tMål 2031\tMål 2033", "Ladere\t8\t17\t16\t22", {(16, 17), (22, 17)}),
        ("Indsats\tResultat 2031\tMål 2031\tMål 2032", "Ladere\t17\t16\t22", {(16, 17), (22, None)}),
        ("Indsats\tMål 2031\tResultat 2031\tMål 2033", "Ladere\t16\t17\t22", {(16, 17), (22, None)}),
    ],
)
def test_a_later_stage_of_a_plan_is_on_its_way(head: str, row: str, expected: set[tuple[int, int | None]]) -> None:
    found = pairs(read((REPORT, f"{head}\n{row}\n")))
    assert expected <= {(pair.target, pair.result) for pair in found}
