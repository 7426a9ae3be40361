"""Days in English and Swedish papers are read; on Danish ones dateparser agrees with our forms."""

from datetime import date

import dateparser
import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.language.dateforms import MONTHS
from extractors.language.dates import find_dates

DANISH_MONTHS = [name for name in MONTHS if len(name) > 4 or name in ("maj", "juni", "juli")]


@pytest.mark.parametrize(
    ("text", "norm"),
    [
        ("The board met on September 7, 2022 in Brussels.", "2022-09-07"),
        ("adopted on the 3rd of March 2021 by the Council", "2021-03-03"),
        ("on 12 October 2023 the partners", "2023-10-12"),
        ("May 9th, 2024", "2024-05-09"),
        ("beslutades den 4 mars 2022 av styrelsen", "2022-03-04"),
    ],
)
def test_a_foreign_day_is_read(text, norm):
    assert [span.norm for span in find_dates(text)] == [norm]


@pytest.mark.parametrize("text", ["February 30, 2022", "May 7 2 kr.", "March of 2022 people"])
def test_what_is_no_day_is_not_read_as_one(text):
    assert [span for span in find_dates(text) if len(span.norm) == 10] == []


@given(
    st.dates(min_value=date(1970, 1, 1), max_value=date(2099, 12, 31)),
    st.sampled_from(["{d}. {m} {y}", "den {d}. {m} {y}"]),
)
def test_danish_days_mean_what_dateparser_says_they_mean(day, form):
    months = [name for name in DANISH_MONTHS if MONTHS[name] == day.month]
    text = form.format(d=day.day, m=months[0], y=day.year)
    parsed = dateparser.parse(text.removeprefix("den "), languages=["da"], settings={"STRICT_PARSING": True})
    assert parsed is not None
    assert [span.norm for span in find_dates(f"Mødet holdes {text} i Viborg.")] == [parsed.date().isoformat()]
