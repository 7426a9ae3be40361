"""Quick questions that are asked before costly ones: they let pass whatever the pattern behind them finds."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.language.dateforms import FORMS
from extractors.language.dates import find_dates
from extractors.mentions import municipalities, organisations, persons
from extractors.mentions.found import CAPITAL, Gazetteer
from extractors.mentions.persons import find_persons
from extractors.text import markers
from extractors.text.signs import DIGIT, sign, signs_of

PIECES = st.sampled_from(
    [
        "Aarhus",
        "Ringkøbing-Skjern",
        "Lejre",
        "Lolland",
        "s",
        " Kommune",
        ", ",
        " og ",
        " / ",
        "-",
        "(",
        ")",
        "8",
        " i ",
    ]
)


@pytest.mark.parametrize(
    "pattern",
    [municipalities._KOMMUNE, municipalities._CHAIN, municipalities._SINGLE],
    ids=["kommune", "chain", "single"],
)
@given(pieces=st.lists(PIECES, max_size=12))
def test_names_of_municipalities_begin_where_a_listed_word_does(
    pattern: re.Pattern[str], pieces: list[str]
) -> None:
    text = "".join(pieces)
    starts = [word.start() for word in CAPITAL.finditer(text) if word.group() in municipalities._FIRST_WORDS]
    found = [match.span() for match in municipalities._matches(pattern, text, starts)]
    assert found == [match.span() for match in pattern.finditer(text)]


@pytest.mark.parametrize("office", municipalities.OFFICES)
def test_every_office_holds_a_stem(office: str) -> None:
    assert any(stem in office for stem in municipalities._OFFICE_STEMS)


@given(
    pieces=st.lists(
        st.sampled_from(["Den ", "Gule ", "Bro", "Bros", "havn", "havns", " ", "8", "-", "s"]), max_size=8
    )
)
def test_names_are_found_by_their_first_words(pieces: list[str]) -> None:
    text = "".join(pieces)
    names = Gazetteer([("Bro", "a"), ("Gule Bro", "b"), ("havn", "c")])
    found = [text[start:end] for start, end, _ in names.find(text)]
    assert all(name in ("Bro", "Gule Bro", "havn") for name in found)
    assert bool(found) or not re.search(r"(?<!\w)(?:Bro|havn)(?![\w-])", text)


@pytest.mark.parametrize("name", ["Brostyrelsen", "Færgerådets", "Kystudvalget"])
def test_a_body_is_told_by_the_end_of_its_name(name: str) -> None:
    assert "suffixed" in organisations._kinds[name]


@pytest.mark.parametrize(
    ("text", "holds"), [("", False), ("bro", False), ("bro 7", True), ("bro ٧", True), ("m²", False)]
)
def test_digits_of_a_text(text: str, holds: bool) -> None:
    assert bool(signs_of(text) & DIGIT) is holds


SIGNS = {"§": sign("§"), "kr": sign("kr", ",-"), ",-": sign("kr", ",-"), "den ": sign("den "), "æble": sign("æble")}


@given(st.lists(st.sampled_from([*SIGNS, "KR", "Æb", "le", "DEN", " ", "\t", "\u00a0", "x", "7", "(", "\u0130"])))
def test_the_signs_of_a_text_are_told_by_its_printed_words(pieces: list[str]) -> None:
    text = "".join(pieces)
    small = " ".join(text.lower().split())
    for string, bit in SIGNS.items():
        strings = ("kr", ",-") if string in ("kr", ",-") else (string,)
        assert bool(signs_of(text) & bit) is any(one in f"{small} " for one in strings)


@pytest.mark.parametrize(
    ("text", "norm"),
    [
        ("3. maj 2031", "2031-05-03"),
        ("Sept. 2031", "2031-09"),
        ("Q3 2031", "2031-Q3"),
        ("2031 K2", "2031-Q2"),
        ("ultimo december", "--12"),
        ("1. 2. 2031", "2031-02-01"),
        ("1/2-2031", "2031-02-01"),
        ("4.5.2031-6.7.2031", "2031-05-04/2031-07-06"),
        ("4/5-6/7 2031", "2031-05-04/2031-07-06"),
        ("(4/5)", "--05-04"),
        ("2030/31", "2030/2031"),
    ],
)
def test_signs_let_dates_pass(text: str, norm: str) -> None:
    assert [date.norm for date in find_dates(text)] == [norm]
    assert all(isinstance(form.signs[0], tuple) for form in FORMS)


@pytest.mark.parametrize("joint", [", ", " og ", " OG "])
def test_signs_let_years_in_a_row_pass(joint: str) -> None:
    assert [date.norm for date in find_dates(f"i 2030{joint}2031")] == ["2030", "2031"]


NAMES = st.sampled_from(
    [
        "Zak",
        "Zakfeldt",
        "Zaksen",
        "Ebo.",
        "direktør",
        "Direktør",
        "Kære",
        "hilsen",
        "hr.",
        "FRU",
        ",",
        "(V)",
        "(",
        "og",
    ]
)


@given(st.lists(NAMES, max_size=7), st.sampled_from([" ", "  ", "\u00a0"]), st.booleans())
def test_nothing_is_left_out_that_tells_a_name(pieces: list[str], space: str, entry: bool) -> None:
    text = space.join(pieces)
    found = find_persons(text, entry=entry)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(persons, "_may_be_told", lambda *_: True)
        assert find_persons(text, entry=entry) == found


def test_a_name_without_a_known_first_name_is_told_by_what_stands_around_it() -> None:
    assert find_persons("Kære Zebulon Zak")
    assert find_persons("direktør Zebulon Zakfeldt")
    assert not find_persons("Zebulon Zak")


@given(st.text(alphabet="oivxabA1(.) ", min_size=1, max_size=8).map(str.strip))
def test_a_line_that_begins_with_a_letter_has_the_marker_of_a_number_or_none(text: str) -> None:
    if text[:1].isalpha() and markers._WEAK.match(text) is None:
        assert markers.read_marker(text) == markers._numbered(text)
