"""Dates in Danish running text and their ISO form."""

from datetime import date
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.language.dates import find_dates

MEETING = date(2024, 3, 13)


@pytest.mark.parametrize(
    ("text", "norm"),
    [
        ("13-03-2024 10:30", "2024-03-13"),
        ("mødes 5/2-2023 i rådhuset", "2023-02-05"),
        ("opgjort 30.6 2021", "2021-06-30"),
        ("opgjort 31.10.18", "2018-10-31"),
        ("opgjort 1/9 2021", "2021-09-01"),
        ("afgjort 20/08/2019", "2019-08-20"),
        ("fra 1.1.2019", "2019-01-01"),
        ("stand 2023-04-30", "2023-04-30"),
        ("den 3. marts 2022", "2022-03-03"),
        ("den 3. julı 2022", "2022-07-03"),
        ("den 3. JULİ 2022", "2022-07-03"),
        ("den 3.marts 2022", "2022-03-03"),
        ("pr. 10 april 2018", "2018-04-10"),
        ("pr. 10 sep. 2017", "2017-09-10"),
        ("den 22. maj 2023 kl. 9.30-12", "2023-05-22"),
        ("fra 1. juli 202020", "2020-07-01"),
        ("i november 2015", "2015-11"),
        ("August 2021", "2021-08"),
        ("primo august 2022", "2022-08"),
        ("medio oktober 2018", "2018-10"),
        ("ultimo 2023", "2023-12"),
        ("primo 2023", "2023-01"),
        ("medio 2023", "2023-06"),
        ("ved udgangen af 2024", "2024-12"),
        ("1. kvartal 2022", "2022-Q1"),
        ("i første kvartal 2023", "2023-Q1"),
        ("tredje kvartal af 2021", "2021-Q3"),
        ("Q2, 2019", "2019-Q2"),
        ("Q4 2021", "2021-Q4"),
        ("1.-2. kvartal 2022", "2022-Q1/2022-Q2"),
        ("1. halvår 2022", "2022-01/2022-06"),
        ("andet halvår 2022", "2022-07/2022-12"),
        ("i efteråret 2021", "2021-09/2021-11"),
        ("i efteråret 20203", "2020-09/2020-11"),
        ("vinteren 2022/23", "2022-12/2023-02"),
        ("årsskiftet 2022/2023", "2022-12/2023-01"),
        ("24. oktober-10. november 2018", "2018-10-24/2018-11-10"),
        ("24.-28. oktober 2018", "2018-10-24/2018-10-28"),
        ("fra 1/9-31/12 2021", "2021-09-01/2021-12-31"),
        ("15. december - 10. januar 2023", "2022-12-15/2023-01-10"),
        ("jan-juni 2018", "2018-01/2018-06"),
        ("i perioden 2019-juni 2022", "2019/2022-06"),
        ("strategien 2019-2023", "2019/2023"),
        ("aftalen 2021-22", "2021/2022"),
        ("i 2022", "2022"),
        ("siden 2007", "2007"),
        ("rapport (2015)", "2015"),
        ("medio maj", "--05"),
        ("senest den 1. december", "--12-01"),
        ("den 16. nov.", "--11-16"),
        ("d. 31/12", "--12-31"),
        ("pr. 1.1", "--01-01"),
    ],
)
def test_reads_the_form_and_its_norm(text, norm):
    assert [found.norm for found in find_dates(text, MEETING)] == [norm]


@pytest.mark.parametrize(
    "text",
    [
        "kl. 1.30", "fra kl. 9.30-12", "punkt 3.1 i aftalen", "4,5 pct.", "2/3 af borgerne", "1/2", "afsnit 4.2.10",
        "lov nr. 1531", "§ 66, stk. 1", "SAG-2022-00570", "J.nr. 2022 - 4181", "4100 Ringsted", "rute 22/23",
        "tlf. 35 30 87 15", "steg til 2030 borgere", "2.018 pladser", "døgnet rundt 24/7", "5.-6. klasse",
        "side 3/12",
                "DK2020", "den 31. februar 2022", "32/1 2022", "1.13.2022", "2300-2500 forløb", "26.10.2022.17",
                "", "maj", "i 2022-priser er det", "05.03.12-P22-1-20",
    ],
)  # fmt: skip
def test_other_numbers_are_no_dates(text):
    assert find_dates(text, MEETING) == []


@pytest.mark.parametrize(
    ("text", "norms"),
    [
        ("vedtaget den 28. april og i kraft den 5. maj 2022", ["2022-04-28", "2022-05-05"]),
        ("udvalget (12/3) og rådet (13/3)", ["2024-03-12", "2024-03-13"]),
        ("den 3. og 4. maj 2022", ["2022-05-03", "2022-05-04"]),
        ("hvert andet år senest den 1. december. Aftalen af 4. maj 2022", ["--12-01", "2022-05-04"]),
        ("Frist den 1. maj. Mødet holdes den 7. juni 2022", ["--05-01", "2022-06-07"]),
        ("fra 2018 til 2022", ["2018", "2022"]),
        ("i 2021, 2022 og 2023", ["2021", "2022", "2023"]),
        ("fra og med 2022 bliver det", ["2022"]),
        ("en by med 2030 borgere", []),
    ],
)
def test_gives_a_day_its_year_only_where_the_text_makes_it_certain(text, norms):
    assert [found.norm for found in find_dates(text, MEETING)] == norms


def test_a_span_is_the_printed_text():
    text = "Mødet er flyttet til den 13. marts 2024 kl. 10.00 i rådhuset"
    (found,) = find_dates(text)
    assert text[found.start : found.end] == found.text == "13. marts 2024 kl. 10.00"


@given(st.dates(min_value=date(1990, 1, 1), max_value=date(2069, 12, 31)))
def test_reads_every_day_of_the_calendar_in_digits(day):
    assert [found.norm for found in find_dates(f"pr. {day:%d-%m-%Y}")] == [day.isoformat()]


@given(st.text(alphabet="0123456789./-– marsjunikvtl", max_size=200))
def test_any_text_gives_ordered_spans_that_do_not_overlap(text):
    spans = find_dates(text, MEETING)
    assert all(a.end <= b.start for a, b in pairwise(spans))


@pytest.mark.parametrize(
    ("text", "norms"),
    [
        ("Perioden 1.7.2030-30.6.2031 er lang.", ["2030-07-01/2031-06-30"]),
        ("Fra 01/07/2030 til 30/06/2031.", ["2030-07-01/2031-06-30"]),
        ("Se uge 7-8 2031.", []),
        ("Se side 7-8 2031.", []),
    ],
)
def test_intervals_in_digits_and_what_only_looks_like_one(text, norms):
    assert [span.norm for span in find_dates(text)] == norms
