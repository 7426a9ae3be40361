"""Quick questions that are asked before costly ones: they let pass whatever the pattern behind them finds."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.language.dateforms import FORMS
from extractors.language.dates import find_dates
from extractors.mentions import municipalities, organisations
from extractors.mentions.found import CAPITAL, Gazetteer
from extractors.text import markers
from extractors.text.lowered import has_digit

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
    assert organisations._is_suffixed(name)


@pytest.mark.parametrize(
    ("text", "holds"), [("", False), ("bro", False), ("bro 7", True), ("bro ٧", True), ("m²", False)]
)
def test_digits_of_a_text(text: str, holds: bool) -> None:
    assert has_digit(text) is holds


@pytest.mark.parametrize(
    ("text", "norm"),
    [
        ("3. maj 2031", "2031-05-03"),
        ("Sept. 2031", "2031-09"),
        ("Q3 2031", "2031-Q3"),
        ("2031 K2", "2031-Q2"),
        ("ultimo december", "--12"),
    ],
)
def test_signs_let_dates_pass(text: str, norm: str) -> None:
    assert [date.norm for date in find_dates(text)] == [norm]
    assert all(isinstance(form.signs[0], tuple) for form in FORMS)


@given(st.text(alphabet="oivxabA1(.) ", min_size=1, max_size=8).map(str.strip))
def test_a_line_that_begins_with_a_letter_has_the_marker_of_a_number_or_none(text: str) -> None:
    if text[:1].isalpha() and markers._WEAK.match(text) is None:
        assert markers.read_marker(text) == markers._numbered(text)
