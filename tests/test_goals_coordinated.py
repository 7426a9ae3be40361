"""Numbers of several years side by side, shares in words, and results behind a goal in its own paragraph."""

import pytest
from goal_packets import REPORT, Pair, pairs, read, targets

from extractors.language.danish import analyse


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Målet er 400 besøg i 2031 og 450 i 2032", ["besøg", "besøg"]),
        ("Der skal plantes 200 træer i 2031, 300 i 2032 og mindst 400 senest i 2033", ["træer"] * 3),
        ("Målet er 400 besøg i 2031, og vi fik 12", ["besøg", None]),
        ("Målet er 400 besøg og 12 i Nord", ["besøg", None]),
        ("Målet er 400 besøg i 2031, hvoraf 12 i 2032 er nye", ["besøg", None]),
    ],
)
def test_a_bare_number_of_another_year_counts_the_same(text: str, counted: list[str | None]) -> None:
    (analysis,) = analyse([text])
    assert [quantity.counted for quantity in analysis.quantities] == counted


def test_each_year_has_its_target_and_the_result_is_that_of_its_year() -> None:
    text = "Der skal plantes 200 træer i 2031, 300 i 2032 og 400 i 2033. Der blev plantet 180 i 2031."
    rows = read(("", text), title="Status på samarbejdet", meeting=2032)
    assert pairs(rows) == [Pair(200, 180, "not_met"), Pair(300, None, "pending"), Pair(400, None, "pending")]


def test_a_fall_is_one_in_each_year() -> None:
    text = (
        "Målet er, at udledningen er faldet med 50 pct. i 2031 og 70 pct. i 2035. I 2031 var den faldet med 46 pct."
    )
    rows = read(("", text), title="Status på samarbejdet", meeting=2032)
    assert [target.comparator for target in targets(rows)] == [">=", ">="]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Hver tredje leder skal være en kvinde.", 33.33),
        ("Hver sjette borger skal med.", 16.67),
        ("En ud af fem virksomheder skal tage en lærling.", 20),
        ("Mindst to ud af tre skal bestå.", 66.67),
        ("Udvalget skal mødes hver tredje måned.", None),
        ("Der skal ryddes sne hver anden time.", None),
    ],
)
def test_shares_in_words(text: str, value: float | None) -> None:
    (analysis,) = analyse([text])
    assert [float(quantity.value) for quantity in analysis.quantities if quantity.share] == (
        [value] if value else []
    )


def test_a_share_in_words_is_answered_by_a_percentage() -> None:
    text = "Hver tredje leder skal være en kvinde. I dag er det 31 pct."
    assert pairs(read(("", text), title="Status på samarbejdet", meeting=2032)) == [Pair(33.33, 31, "not_met")]


@pytest.mark.parametrize("label", ["Status", "Resultat", "Afrapportering", "Opnået", "Resultat 2031"])
def test_a_result_may_stand_behind_its_goal_in_the_same_paragraph(label: str) -> None:
    text = (
        f"Mål 1. Åbent hus\n1.1 Huset skal have 900 gæster. {label}: Huset fik 940 gæster.\n"
        f"1.2 Mindst 30 pct. af gæsterne skal være unge. {label}: 27 pct. var unge.\n\n"
        f"Mål 2. Kurser\n2.1 Der skal holdes 12 kurser. {label}: Der blev holdt 11 kurser."
    )
    assert pairs(read((REPORT, text))) == [Pair(900, 940, "met"), Pair(30, 27, "not_met"), Pair(12, 11, "not_met")]
