"""Tables that set targets and results side by side."""

import pytest
from goal_packets import HALF_YEAR, REPORT, Pair, pairs, read, results, targets

HEAD = "Resultatmål\tMål 2031\tResultat 2031\tMålopfyldelse\tVurdering\n"


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("1.1 Nye kunder\tmindst 60 %\t66 %\t100 %\tOpfyldt", Pair(60, 66, "met")),
        ("1.2 Klager\thøjst 12\t15\t80 %\tIkke opfyldt", Pair(12, 15, "not_met")),
        ("Forløb\t1.240\t1.180\t95 %\tIkke nået", Pair(1240, 1180, "not_met")),
        ("Tilskud\t24,5 mio. kr.\t26 mio. kr.\t100 %\tNået", Pair(24.5, 26, "met")),
        ("Kendskab\t50 %\t-\t-\tOpgøres i 2032", Pair(50, None, "unknown")),
    ],
)
def test_a_row_is_a_target_with_its_result(row: str, expected: Pair) -> None:
    assert pairs(read((REPORT, f"{HEAD}{row}"))) == [expected]


def test_gaps_set_cells_apart_as_tabs_do() -> None:
    text = (
        "Indikator              Måltal    Opnået\nNye kunder             60 %      66 %\nBesøg  "
        "                300       280"
    )
    assert pairs(read((REPORT, text))) == [Pair(60, 66, "met"), Pair(300, 280, "not_met")]


def test_a_flattened_table_is_read_by_its_values() -> None:
    text = (
        "Resultatmål Mål 2031 Resultat 2031 Målopfyldelse Vurdering\n1.1 Nye kunder mindst 60 % 66 % "
        "100 % Opfyldt\n"
        "1.2 Lange forløb 1.240 1.180 95 % Ikke nået"
    )
    assert pairs(read((REPORT, text))) == [Pair(60, 66, "met"), Pair(1240, 1180, "not_met")]


def test_numbers_of_goals_are_read_from_the_label() -> None:
    (target,) = targets(read((REPORT, f"{HEAD}3.2 Nye kunder\tmindst 60 %\t66 %\t100 %\tOpfyldt")))
    assert (target.goal_no, target.sub_no, target.metric, target.comparator) == ("3", "3.2", "Nye kunder", ">=")


def test_degree_and_verdict_of_their_columns_are_kept() -> None:
    (result,) = results(read((REPORT, f"{HEAD}Forløb\t400\t380\t95 %\tDelvist opfyldt")))
    assert (result.fulfilment_pct, result.status, result.stated_status) == (95, "not_met", "partly")


def test_counts_of_a_running_year_are_pending() -> None:
    text = "Mål\tMåltal 2031\tResultat pr. 1. juli\nForløb\t400\t180\nTilfredse\t80 %\t77 %"
    assert pairs(read((HALF_YEAR, text), meeting=2031)) == [Pair(400, 180, "pending"), Pair(80, 77, "not_met")]


@pytest.mark.parametrize(
    "text",
    [
        "Mål\tMetode\tResultat\nFlere kunder\tOpringning\tGodt i gang",
        "Område\tBudget 2031\tResultat 2031\nDrift\t12,4\t12,9",
        "Målgruppe\tAntal\tResultat\nUnge\t12\t14",
        "Målet er nået, og resultatet er 40.\nKunder\t12\t14",
        "Lokale Mål og Resultater for huset\nKunder 12 14",
    ],
)
def test_other_tables_are_left_alone(text: str) -> None:
    assert targets(read((REPORT, text))) == []


def test_a_row_with_other_cells_than_its_head_is_left_alone() -> None:
    assert [
        t.value for t in targets(read((REPORT, f"{HEAD}Forløb\t400\t380\nBesøg\t300\t280\t93 %\tIkke nået")))
    ] == [300]


def test_rows_of_a_table_are_not_read_as_text_again() -> None:
    text = f"Mål 1 – Kunder\n\n{HEAD}1.1 Nye kunder\tmindst 60 %\t66 %\t100 %\tOpfyldt"
    assert pairs(read((REPORT, text))) == [Pair(60, 66, "met")]
