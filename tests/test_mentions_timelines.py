"""Years of days in a timeline."""

import pytest
from made_documents import text_document

from extractors.mentions.extract import extract_mentions
from extractors.mentions.timelines import Day, timeline_years
from schemas.packet import Packet

TIMELINE = """\
9. september Udvalget drøfter planen

3. okt. – 4. november Høring i kommunerne

1. og 20. december Planen rettes

2032:

5. januar Planen godkendes

1. maj Planen træder i kraft
"""


def norms(text):
    return [m.norm for m in extract_mentions(Packet(text_document(text))) if m.kind == "date"]


def test_a_line_of_a_year_gives_its_year_below_and_the_year_before_it_above():
    assert norms(TIMELINE) == [
        "2031-09-09",
        "2031-10-03/2031-11-04",
        "2031-12-01",
        "2031-12-20",
        "2032-01-05",
        "2032-05-01",
    ]


def test_two_lines_of_years_part_the_days_between_them():
    text = "2031:\n\n3. maj Start\n\n4. juni Midtvejs\n\n2. juli Pause\n\n2032:\n\n8. januar Slut\n"
    assert norms(text) == ["2031-05-03", "2031-06-04", "2031-07-02", "2032-01-08"]


@pytest.mark.parametrize(
    "text",
    [
        "9. september Udvalget drøfter planen\n\n20. december Planen rettes\n\n2032:\n",
        "9. december Udvalg\n\n3. oktober Høring\n\n20. december Råd\n\n2032:\n",
        "Mødet er den 9. september\n\nog den 3. oktober\n\nog den 1. december\n\n2032:\n",
        TIMELINE.replace("2032:", "Budgettet:"),
    ],
)
def test_where_no_timeline_is_certain_the_days_keep_no_year(text):
    assert all(norm.startswith("--") for norm in norms(text))


def test_days_far_below_a_line_of_a_year_are_not_its_own():
    lines = ["2032:", *[""] * 30, "5. januar Planen godkendes"]
    assert timeline_years(lines, [Day(31, "5. januar", "--01-05")]) == {}
