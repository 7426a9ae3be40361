"""Numbers of conditions, votes, bounds and those who are left out are no targets and no results."""

import pytest
from goal_packets import CONTRACT, REPORT, Pair, pairs, read, results, targets


@pytest.mark.parametrize(
    "text",
    [
        "Målene kan justeres, hvis to tredjedele af kommunerne er enige.",
        "Tilskuddet kan sættes ned, hvis der deltager færre end 70 borgere.",
        "Rådet er beslutningsdygtigt, når mindst halvdelen af medlemmerne er til stede.",
        "Ændringer i vedtægterne kræver, at mindst to tredjedele stemmer for.",
        "Overskridelsen ligger under den grænse på 0,5 pct., der udløser en handleplan.",
        "Styrelsen anvender en grænse på 13 pct., hvorover kommunen skal redegøre.",
        "Kommuner med færre end ti samtaler i kvartalet udelades af gennemsnittet.",
        "Virksomheder med mere end 50 ansatte deltager i målingen.",
    ],
)
@pytest.mark.parametrize("paper", [CONTRACT, REPORT])
def test_no_target_and_no_result(text: str, paper: str) -> None:
    rows = read((paper, f"Mål 2 – Kortere ventetid\n{text}\n"))
    assert (targets(rows), results(rows)) == ([], [])


def test_the_size_of_those_meant_is_no_target_of_a_sheet() -> None:
    text = (
        "Mål 1 – Kendskab\n"
        "Mål: Kendskabet blandt firmaer med mere end fem ansatte skal i 2031 være 50 pct.\n"
        "Resultat: Kendskabet blev målt til 42 pct.\n"
    )
    assert pairs(read((REPORT, text))) == [Pair(50, 42, "not_met")]


def test_a_goal_that_a_former_result_is_held_against_is_a_former_one() -> None:
    text = (
        "Mål 3 – Videre\n3.1: 55 pct. har søgt råd.\n"
        "Status\n59 % har søgt råd. Sidste års tal var 51 % mod et mål på 50 %.\n"
    )
    assert pairs(read((REPORT, text))) == [Pair(55, 59, "met")]


@pytest.mark.parametrize(
    ("label", "sign"), [("Genoptræning uden ventetid", ">="), ("Ventetid på genoptræning", "<=")]
)
def test_what_is_had_without_a_burden_is_none(label: str, sign: str) -> None:
    rows = read(
        (REPORT, f"Tabel 1. Mål\n\nIndikator\tMåltal\tResultat\n{label} (pct.)\t90\t93\nGlade (pct.)\t80\t81\n")
    )
    assert [row.comparator for row in targets(rows)] == [sign, ">="]
