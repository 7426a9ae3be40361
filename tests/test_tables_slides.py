"""Tables of slides: units said by the title, totals above the head, the number of the slide."""

from __future__ import annotations

import pytest
from flat_tables import facts, packet

from extractors.tables.flat.extract import find_flat_tables
from extractors.text.furniture import find_furniture
from schemas.document import Document, Line, Page


@pytest.mark.parametrize(("title", "unit"), [("Udgifter til ungeindsatsen", "kr."), ("Sådan går det", None)])
def test_amounts_for_each_inhabitant_are_kroner_under_a_title_of_money(title: str, unit: str | None) -> None:
    text = f"{title}\nKommune Pr. indbygger Pr. borger over 17 år\nVest 6,20 8,15\nØst 7,40 9,05\nSyd 5,10 7,95\n"
    grid = find_flat_tables(packet(text))[0][0]
    assert [grid.col_units.get(column) for column in grid.data_cols] == [unit, unit]


def test_the_number_of_a_slide_below_its_title_is_furniture() -> None:
    texts = ["Midlerne i 2031", "4", "Vest får mest, og Øst får mindst.", "Næste år bliver det omvendt."]
    lines = tuple(Line(i, 1, text, i + 1) for i, text in enumerate(texts))
    document = Document("0" * 64, "prøve.txt", "text/plain", (Page(1, lines, label="4"),), "text", paged=False)
    assert find_furniture(document) == frozenset({1})


def test_a_total_of_amounts_above_the_head_is_the_first_row() -> None:
    text = (
        "Fordeling på kommuner\n\nØerne i alt 3.100.400 2.210.300\n\n"
        "Kommunernes navne\n\nKommunernes andel af midlerne i 2031\n\nRegionens andel af midlerne i samme år\n\n"
        "Nordø 1.100.100 1.200.100\n\nSydø 900.300 500.200\n\nVestø 1.100.000 510.000\n"
    )
    assert facts(text)[:3] == [
        ("Øerne i alt", "Kommunernes andel af midlerne i 2031", "3.100.400"),
        ("Øerne i alt", "Regionens andel af midlerne i samme år", "2.210.300"),
        ("Nordø", "Kommunernes andel af midlerne i 2031", "1.100.100"),
    ]


def test_amounts_with_whom_they_go_to_are_rows() -> None:
    text = "Puljen giver:\n\n40.000 kr. til arrangører (hver sæson)\n\n15.000 kr. til frivillige foreninger\n"
    assert facts(text) == [
        ("arrangører (hver sæson)", "", "40.000 kr."),
        ("frivillige foreninger", "", "15.000 kr."),
    ]


def test_one_amount_in_running_text_is_no_row() -> None:
    assert (
        facts("Puljen giver penge ud:\n\n40.000 kr. til arrangører\n\nDe søges i maj og udbetales i juni.\n") == []
    )


def test_a_lone_number_between_title_and_table_hides_no_title() -> None:
    text = (
        "Udgifter på de tre øer\n\n7\n\nØ 2030 2031\nNordø 12.100 13.400\nSydø 11.200 15.900\nVestø 10.300 17.800\n"
    )
    grid = find_flat_tables(packet(text))[0][0]
    assert (grid.caption, grid.unit) == ("Udgifter på de tre øer", "kr.")


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_groups_of_columns_right_below_the_title_are_heads(between: str) -> None:
    lines = [
        "Elever på tre skoler i område Syd 2030-2032",
        "ændring 2030-2031 ændring 2031-2032",
        "2030 2031 2032 antal pct antal pct",
        "Nordskolen, stor 283 285 338 2 1 53 19",
        "Sydskolen, lille 133 142 150 9 7 8 6",
        "Vestskolen 197 188 199 -9 -5 11 6",
    ]
    grid = find_flat_tables(packet(between.join(lines)))[0][0]
    assert grid.caption == lines[0]
    assert grid.col_paths[4:] == [
        ("ændring 2030-2031", "antal"),
        ("ændring 2030-2031", "pct"),
        ("ændring 2031-2032", "antal"),
        ("ændring 2031-2032", "pct"),
    ]
