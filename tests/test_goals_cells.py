"""What cells and the texts behind labels say."""

from decimal import Decimal

import pytest
from goal_packets import REPORT, pairs, read

from extractors.goals.cells import Measured, cell_verdict, measured
from extractors.goals.worded import told_values, value_of


@pytest.mark.parametrize(
    ("text", "value", "unit", "comparator"),
    [
        ("≥ 80 %", "80", "%", ">="),
        ("maks. 14 dage", "14", "dage", "<="),
        ("over 50", "50", None, ">"),
        ("1.240", "1240", None, None),
        ("312 (89 %)", "312", None, None),
        ("19 af 22", "19", None, None),
        ("83 pct. af borgerne", "83", "%", None),
        ("85 pct. eller derover", "85", "%", ">="),
        ("506 forløb", "506", "forløb", None),
    ],
)
def test_a_cell_states_its_value_first(text: str, value: str, unit: str | None, comparator: str | None) -> None:
    found = measured(text)
    assert found is not None
    assert (found.value, found.unit, found.comparator) == (Decimal(value), unit, comparator)


@pytest.mark.parametrize(
    "text", ["", "-", "2031", "1. juli", "12/3-2031", "9. Samarbejde", "3.4 Åbne havne", "måles i november", "Ja"]
)
def test_a_cell_without_value_has_none(text: str) -> None:
    assert measured(text) is None


def test_a_range_is_read_from_its_lower_end() -> None:
    found = measured("80-85 %")
    assert found is not None
    assert (found.value, found.high) == (80, 85)


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Opfyldt", "met"), ("✓", "met"), ("Grøn", "met"), ("Ikke nået", "not_met"), ("Rød", "not_met"),
        ("✗", "not_met"),
        ("Delvist opfyldt", "partly"), ("Gul", "partly"), ("På vej", "pending"), ("Ikke opgjort", "pending"),
        ("Opfyldt (se note)", "met"), ("Helsingør", None), ("Ja, men kun i tre kommuner", "met"),
    ],
)  # fmt: skip
def test_words_and_colours_of_a_cell_are_verdicts(text: str, verdict: str | None) -> None:
    assert cell_verdict(text) == verdict


@pytest.mark.parametrize(
    ("text", "value", "comparator"),
    [
        ("Ventetiden må højst være 14 dage", "14", "<="),
        ("Sagerne afgøres inden for 14 dage i 90 pct. af tilfældene", "90", None),
        ("en tilfredshed på mindst 7,5 på en skala fra 0 til 10", "7.5", ">="),
        ("Tolv aftaler med skoler", "12", None),
        ("Andelen er steget fra 40 til 44 pct.", "44", None),
    ],
)
def test_a_sentence_tells_a_value(text: str, value: str, comparator: str | None) -> None:
    found = value_of(text)
    assert found is not None
    assert (found.value, found.comparator) == (Decimal(value), comparator)


def test_only_a_share_answers_a_share() -> None:
    aimed = Measured(Decimal(85), "%")
    answer = value_of("640 borgere har svaret, og 82 pct. er tilfredse", aimed)
    assert answer is not None
    assert answer.value == 82
    assert value_of("Der er afholdt 12 møder", aimed) is None


def test_of_several_counts_the_one_that_counts_the_same_answers() -> None:
    aimed = Measured(Decimal(200), "kurser")
    answer = value_of("Der er holdt 14 møder og 131 kurser", aimed, "kurser i grøn omstilling")
    assert answer is not None
    assert answer.value == 131


def test_values_for_two_parts_are_two_results() -> None:
    told = told_values("59 pct. i byen og 53 pct. på landet", Measured(Decimal(55), "%"))
    assert [one.value.value for one in told] == [59, 53]


@pytest.mark.parametrize("unit", ["l/min.", "m³", "min.", "minutter", "m3"])
def test_rows_without_gaps_are_read_with_their_units(unit: str) -> None:
    text = (
        "Servicemål Krav Resultat\nSkilte efterset i året mindst 95 pct. 96,8 pct.\n"
        f"Ydelse i gennemsnit mindst 700 {unit} 765 {unit}\n"
    )
    assert [pair[:2] for pair in pairs(read((REPORT, text)))] == [(95, 96.8), (700, 765)]
