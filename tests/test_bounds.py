"""Values with a bound, as cells print them."""

from decimal import Decimal

import pytest

from extractors.language.bounds import parse_bounded


@pytest.mark.parametrize(
    ("text", "sign", "value", "unit"),
    [
        ("≥ 80 %", ">=", "80", "%"),
        (">=80", ">=", "80", None),
        ("mindst 60 %", ">=", "60", "%"),
        ("Min. 4,2", ">=", "4.2", None),
        ("maks. 14 dage", "<=", "14", "dage"),
        ("Højst 1.200 kr.", "<=", "1200", "kr."),
        ("op til 3", "<=", "3", None),
        ("85 pct. eller derover", ">=", "85", "%"),
        ("3 klager", None, "3", None),
        ("14 dage (maks.)", "<=", "14", "dage"),
        ("80 %+", ">=", "80", "%"),
        ("< 1,5", "<", "1.5", None),
        ("under 5 %", "<", "5", "%"),
        ("over 90 pct.", ">", "90", "%"),
    ],
)
def test_a_bound_is_a_sign_and_a_number(text: str, sign: str | None, value: str, unit: str | None) -> None:
    bounded = parse_bounded(text)
    if sign is None:
        assert bounded is None
    else:
        assert bounded is not None
        assert (bounded.comparator, bounded.number.value, bounded.number.unit) == (sign, Decimal(value), unit)


@pytest.mark.parametrize(
    "text", ["80 %", "over 50", "> 50", "under 5 år", "65+", "mindst", "min 3 ture om ugen", "minut 5", "≥"]
)
def test_plain_numbers_size_classes_and_sentences_are_no_bounds(text: str) -> None:
    assert parse_bounded(text) is None


@pytest.mark.parametrize(("text", "sign"), [("over 50", ">"), ("< 30", "<"), ("120+", ">=")])
def test_where_only_a_value_can_stand_a_size_is_a_bound(text: str, sign: str) -> None:
    bounded = parse_bounded(text, surely_value=True)
    assert bounded is not None
    assert bounded.comparator == sign
