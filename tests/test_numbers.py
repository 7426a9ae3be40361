"""Danish number grammar of cells."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.language.numbers import is_number_like, parse_cell, parse_number
from schemas.units import SPELLINGS, measure_in, unit_in, unit_of, weights


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("1.258", "1258", None),
        ("÷1.258", "-1258", None),
        ("÷ 2,5 pct.", "-2.5", "%"),
        ("1.258-", "-1258", None),
        ("0,4-", "-0.4", None),
        ("0,05", "0.05", None),
        ("2.091*", "2091", None),
        ("(14)*", "14", None),
        ("12,5 % **", "12.5", "%"),
        ("2.091 1)", "2091", None),
        ("-1.198", "-1198", None),
        ("−4,5", "-4.5", None),
        ("–12", "-12", None),
        ("- 7", "-7", None),
        ("+14", "14", None),
        ("2038", "2038", None),
        ("730 l/min.", "730", "l/min."),
        ("1.840 m³", "1840", "m3"),
        ("62 point", "62", "point"),
        ("3,4 GWh", "3.4", "GWh"),
        ("48 km/t", "48", "km/t"),
        ("½", "0.5", None),
        ("2½", "2.5", None),
        ("2 ½ mio. kr.", "2.5", "mio. kr."),
        ("161, 8 mio.", "161.8", "mio."),
        ("24,5 mio. kr.", "24.5", "mio. kr."),
        ("3.125 kr.", "3125", "kr."),
        ("1 234,5", "1234.5", None),
        ("1\u00a0234,5", "1234.5", None),
        ("12\u2009345\u2009678", "12345678", None),
        ("85 %", "85", "%"),
        ("85%", "85", "%"),
        ("12,5 pct.", "12.5", "%"),
        ("12 procent", "12", "%"),
        ("-1,85 procentpoint", "-1.85", "procentpoint"),
        ("3 pct.-point", "3", "procentpoint"),
        ("412 t.kr.", "412", "1.000 kr."),
        ("kr. 1.200,-", "1200", "kr."),
        ("kr. 3,4 mio.", "3.4", "mio. kr."),
        ("1.200,-", "1200", "kr."),
        ("1.200,00", "1200.00", None),
        ("29 stk.", "29", "stk."),
        ("12 timer", "12", "timer"),
        ("ca. 40", "40", None),
        ("942³", "942", None),
        ("125.0002", "125000", None),
        ("007", "7", None),
        ("-0", "0", None),
    ],
)
def test_value_and_unit_of_a_cell(text: str, value: str, unit: str | None) -> None:
    number = parse_number(text)
    assert number is not None
    assert (number.value, number.unit) == (Decimal(value), unit)


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "12-", "2031-", "-0,4-",
        "200-300", "2022-2025", "0-7 pladser", ">50", "<5", "50+", "101 København", "1.25.300",
        "1.234.5", "12.345.6", "3 af 5", "30.6 2021", "07-09-2022", "22/3", "1,2,3", "kr.", "%", "Antal",
        "1. kvartal", "2. Geografi", "12a", "§ 66", "Tabel 3", "65-79 årige", "1 23", "12,5,", "kr. 5 %",
    ],
)  # fmt: skip
def test_labels_ranges_and_dates_are_no_numbers(text: str) -> None:
    assert parse_number(text) is None
    assert not is_number_like(text)


@pytest.mark.parametrize("text", ["-", "–", " - ", "—", "--"])
def test_a_dash_is_a_number_without_a_value(text: str) -> None:
    number = parse_number(text)
    assert number is not None
    assert number.value is None
    assert number.kind == "dash"


@pytest.mark.parametrize(
    ("text", "ambiguous", "thousands"),
    [
        ("31,760", True, "31760"),
        ("-1,767", True, "-1767"),
        ("3,125 kr.", True, "3125"),
        ("0,125", False, "0.125"),
        ("1.031,760", False, "1031.760"),
        ("31,76", False, "31.76"),
        ("1234,567", False, "1234.567"),
    ],
)
def test_a_comma_before_three_digits_is_left_to_the_sums(text: str, ambiguous: bool, thousands: str) -> None:
    number = parse_number(text)
    assert number is not None
    assert number.ambiguous_comma is ambiguous
    assert number.as_thousands == Decimal(thousands)


def test_years_are_told_from_counts_by_their_print() -> None:
    kinds = {text: number.kind for text in ("2024", "2.024", "2024 kr.", "1899") if (number := parse_number(text))}
    assert kinds == {"2024": "year", "2.024": "number", "2024 kr.": "number", "1899": "number"}


def test_brackets_are_kept_as_a_mark_and_the_sign_as_printed() -> None:
    number = parse_number("(1.234)")
    assert number is not None
    assert number.bracketed
    assert number.value == 1234


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("24 (-37 %)", [("24", None), ("-37", "%")]),
        ("1.204 (11,5%)", [("1204", None), ("11.5", "%")]),
        ("64 % (32)", [("64", "%"), ("32", None)]),
        ("12 / 40 %", [("12", None), ("40", "%")]),
        ("17", [("17", None)]),
        ("24/12", []),
        ("Voksne (24)", []),
        ("12 (heraf 3)", []),
        ("", []),
    ],
)
def test_cells_with_two_values_give_two(text: str, values: list[tuple[str, str | None]]) -> None:
    assert [(n.value, n.unit) for n in parse_cell(text)] == [(Decimal(v), u) for v, u in values]


def _danish(value: Decimal, separator: str) -> str:
    sign = "-" if value < 0 else ""
    whole, _, decimals = f"{abs(value):f}".partition(".")
    groups = [whole[max(0, end - 3) : end] for end in range(len(whole), 0, -3)][::-1]
    return sign + separator.join(groups) + ("," + decimals if decimals else "")


@given(
    st.decimals(-(10**11), 10**11, allow_nan=False, places=2),
    st.sampled_from([".", "\u00a0", "\u202f", ""]),
    st.sampled_from([(unit, s) for unit, spellings in SPELLINGS.items() for s in spellings if s != ",-"]),
)
def test_what_is_formatted_is_read_back_exactly(value: Decimal, separator: str, unit: tuple[str, str]) -> None:
    normal, spelling = unit
    number = parse_number(f"{_danish(value, separator)} {spelling}")
    assert number is not None
    assert (number.value, number.unit) == (value, normal)


@given(st.integers(-(10**9), 10**9))
def test_whole_numbers_with_points_are_read_back(value: int) -> None:
    number = parse_number(_danish(Decimal(value), "."))
    assert number is not None
    assert number.value == value
    assert not number.ambiguous_comma


@given(st.text(max_size=80))
def test_any_text_passes(text: str) -> None:
    assert all(number.text for number in parse_cell(text))


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Budget 2026, 1.000 kroner", "1.000 kr."),
        ("Fordeling, mio. kr.", "mio. kr."),
        ("Andel i pct.", "%"),
        ("(i kr.)", "kr."),
        ("Antal og pct. i alt, kr.", None),
        ("Antal henvendelser", None),
        ("Krav til kommunerne", None),
    ],
)
def test_the_unit_named_in_a_head(text: str, unit: str | None) -> None:
    assert unit_in(text) == unit


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Ventetid (uger) og klager", "uger"),
        ("Svartider i minutter", "minutter"),
        ("Besøg i år", None),
        ("Besøg i alt", None),
        ("Ventetid (uger) og liggetid (dage)", None),
        ("Børn (0-5 år)", None),
        ("Affald fra husene 2031, 1.000 ton", "1.000 ton"),
        ("Udslip i 1.000 tons CO2e", "1.000 ton CO2e"),
        ("Udslip pr. hus (ton CO2)", "ton CO2"),
        ("Ledige fordelt på fag (personer)", "personer"),
        ("Ønsker til rammen (antal skoler)", None),
        ("Besøg (tilbud)", None),
        ("Affald (2031)", None),
    ],
)
def test_the_measure_a_caption_counts_in(text: str, unit: str | None) -> None:
    assert measure_in(text) == unit


@pytest.mark.parametrize(
    ("unit", "other", "expected"),
    [
        ("uger", "dage", (604_800, 86_400)),
        ("sekunder", "minutter", (1, 60)),
        ("1.000 kr.", "mio. kr.", (1_000, 1_000_000)),
        ("kr.", "mio. kr.", (1, 1_000_000)),
        ("dage", None, (1, 1)),
        ("sager", "borgere", (1, 1)),
        ("måneder", "dage", None),
    ],
)
def test_units_of_one_kind_are_weighed_against_each_other(
    unit: str, other: str | None, expected: tuple[int, int] | None
) -> None:
    assert weights(unit, other) == expected


def test_every_spelling_has_one_normal_form() -> None:
    for unit, spellings in SPELLINGS.items():
        assert {unit_of(spelling) for spelling in spellings} == {unit}
