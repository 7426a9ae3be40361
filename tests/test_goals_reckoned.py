"""Columns that arithmetic ties to one of aims, and what stands below a goal and is none of its targets."""

import pytest
from goal_packets import CONTRACT, HALF_YEAR, pairs, read, results, targets
from made_documents import text_document

from extractors.goals.figures import is_of_figures
from extractors.text.page_numbers import counted_pages

TABLE = (
    "Mål 8 – Kurser\n\nÅrsmål 1. halvår Andel\n\nLange kurser 600 338 {}\n\nKorte kurser 1.000 431 43%\n\n"
    "Besøg 100 58 58%\n"
)


def test_shares_that_are_the_quotients_of_result_and_aim_are_degrees() -> None:
    rows = read((HALF_YEAR, TABLE.format("56%")))
    assert pairs(rows) == [(600, 338, "pending"), (1000, 431, "pending"), (100, 58, "pending")]
    assert [result.fulfilment_pct for result in results(rows)] == [56, 43, 58]


def test_shares_that_are_no_quotients_are_none() -> None:
    assert [result.fulfilment_pct for result in results(read((HALF_YEAR, TABLE.format("31%"))))] == [None] * 3


def test_the_title_of_a_goal_heads_no_column() -> None:
    rows = read((HALF_YEAR, TABLE.format("56%")))
    assert [target.metric for target in targets(rows)] == ["Lange kurser", "Korte kurser", "Besøg"]


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_rows_of_a_count_and_a_share_are_figures(between: str) -> None:
    text = between.join(["Assens 1.204 9,3%", "Nyborg 873 6,8%", "Odense 5.108 39,5%"])
    lines = text_document(text).lines
    assert all(is_of_figures(lines, line.index) for line in lines if line.text)


def test_the_next_agreement_is_not_told_again_by_the_report_on_the_year_before() -> None:
    report = "Mål 3 – Kvalitet\n\nNPS skal være mindst 70.\n\nVed halvåret er NPS 72.\n"
    agreement = (
        CONTRACT.replace("2031", "2032"),
        "Mål 3 – Kvalitet\n\nMål\tErhvervshuset opnår en NPS på mindst 70.\n",
    )
    assert pairs(read(agreement, (HALF_YEAR, report))) == [(70, None, "pending"), (70, 72, "met")]


def test_numbers_alone_that_count_the_pages_of_a_bilag_are_page_numbers() -> None:
    body = "\n".join(["Tekst om haver."] * 9)
    text = "".join(f"{body}\n{page}\n Side\n" for page in range(3, 8))
    lines = text_document(text).lines
    assert [lines[index].text for index in counted_pages(lines)] == ["3", "4", "5", "6", "7"]


@pytest.mark.parametrize("text", ["0\n 1\n1\n 2\n2\n 3\n3\n 4\n4\n 5", "3\nTekst\n4\nTekst\n5\nTekst\n6\nTekst"])
def test_numbers_of_axes_and_cells_are_none(text: str) -> None:
    assert counted_pages(text_document(text).lines) == []
