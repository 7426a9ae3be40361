"""Flattened tables over pages, below each other and side by side."""

from __future__ import annotations

import pytest
from flat_tables import facts, packet

from extractors.tables.flat.extract import find_flat_tables
from schemas.packet import AttachedPaper, Span

PAGE_ONE = """
Tabel 1: Elever
Kommune Elever Lærere
Allerød 1.200 100
Ballerup 2.300 210
"""


def test_table_goes_on_over_a_page_with_its_head_repeated() -> None:
    text = PAGE_ONE + "Side 3\n\n\n\n Kommune Elever Lærere\nEgedal 1.900 170\nI alt 5.400 480\n"
    grids, _ = find_flat_tables(packet(text))
    assert len(grids) == 1
    assert [row for row, _, _ in facts(text)][::2] == ["Allerød", "Ballerup", "Egedal", "I alt"]


def test_table_goes_on_over_a_page_without_a_head() -> None:
    text = PAGE_ONE + "\n\nSide 3\n Egedal 1.900 170\nI alt 5.400 480\n"
    assert [row for row, _, _ in facts(text)][::2] == ["Allerød", "Ballerup", "Egedal", "I alt"]


def test_lines_marked_as_furniture_or_contents_are_no_rows() -> None:
    text = PAGE_ONE + "Møde 12 345\nEgedal 1.900 170\n"
    grids, _ = find_flat_tables(packet(text, furniture=frozenset({4})))
    assert [path[-1] for path in grids[0].row_paths if path] == ["Allerød", "Ballerup", "Egedal"]
    assert find_flat_tables(packet(text, contents=(Span(0, 5),))) == ([], [])


def test_group_heads_printed_after_the_rows_span_the_units_that_repeat() -> None:
    page = """
Bidrag i t.kr. Andel2022 I alt 2022 Andel2023 I alt 2023

Procent 1.000 kr. Procent 1.000 kr.

{rows}

Skøn over kommunernes bidrag fordelt på modeller

Prognose 2022

Prognose 2023


"""
    first = page.format(rows="Greve 0,5% 120.300 0,6% 130.300\n\nKøge 0,7% 140.300 0,8% 150.300")
    second = page.format(rows="Faxe 0,5% 110.300 0,5% 110.400\n\nStevns 0,2% 40.300 0,3% 50.300")
    grids, _ = find_flat_tables(packet(first + second))
    assert len(grids) == 1
    assert grids[0].col_paths[1:] == [
        ("Prognose 2022", "Andel2022", "Procent"),
        ("Prognose 2022", "I alt 2022", "1.000 kr."),
        ("Prognose 2023", "Andel2023", "Procent"),
        ("Prognose 2023", "I alt 2023", "1.000 kr."),
    ]
    assert grids[0].col_units == {1: "%", 2: "1.000 kr.", 3: "%", 4: "1.000 kr."}
    assert len(facts(first + second)) == 16


def test_stacked_tables_whose_head_is_their_caption() -> None:
    text = """
Frafald 1. år 2020 2021 2022

Pædagog 11,6% 12,9% 13,2%

Lærer 13,2% 14,2% 13,6%

Frafald på grundforløb 2020 2021 2022

Assistent 13,3% 10,6% 11,6%

Hjælper 15,0% 10,6% 11,6%
"""
    grids, _ = find_flat_tables(packet(text))
    assert [grid.caption for grid in grids] == ["Frafald 1. år", "Frafald på grundforløb"]
    assert facts(text)[6] == ("Assistent", "2020", "13,3%")


def test_tables_side_by_side() -> None:
    text = """
Fordeling af midler

Klynge Nord 2.217.349 Klynge Vest 3.276.623

Klynge Midt 3.577.856 Klynge Øst 4.130.773

Klynge Syd 1.499.126 Klynge By 3.157.669
"""
    assert [(row, value) for row, _, value in facts(text)] == [
        ("Klynge Nord", "2.217.349"),
        ("Klynge Midt", "3.577.856"),
        ("Klynge Syd", "1.499.126"),
        ("Klynge Vest", "3.276.623"),
        ("Klynge Øst", "4.130.773"),
        ("Klynge By", "3.157.669"),
    ]


def test_municipalities_side_by_side_with_their_codes() -> None:
    text = "Kvoter\n253 Greve 12 259 Køge 8\n269 Solrød 3 320 Faxe -\n336 Stevns 4 316 Holbæk 11\n"
    assert [(row, value) for row, _, value in facts(text)] == [
        ("253 Greve", "12"),
        ("269 Solrød", "3"),
        ("336 Stevns", "4"),
        ("259 Køge", "8"),
        ("320 Faxe", "-"),
        ("316 Holbæk", "11"),
    ]


def test_rows_shifted_against_their_sum_rows_are_straightened() -> None:
    text = """
Navn Sygehus/Indbyggere Kommunal andel Regional andel

Nordklyngen Nord Sygehus 900 1.100

Faxe 37.161 500

Greve 50.818 400

Sydklyngen Syd Sygehus 700 800

Køge 61.718 450

Stevns 23.473 250
"""
    found = facts(text)
    assert found[0][1:] == ("Kommunal andel", "900")
    assert found[2][1:] == ("Sygehus/Indbyggere", "37.161")
    assert found[3][1:] == ("Kommunal andel", "500")


@pytest.mark.parametrize("rate", ["Bidrag pr. indb.", "Udgift per indbygger", "Udgift pr. elev"])
def test_rates_have_decimals_beside_whole_shares(rate: str) -> None:
    text = f"Kommune Udgift Andel, pct. {rate}\nGreve 12.400 45 3,1\nKøge 14.600 31 2,2\nFaxe 9.800 24 1,9"
    heads = [head for _, head, _ in facts(text)]
    assert heads[:3] == ["Udgift", "Andel, pct.", rate]


def test_a_bilag_may_begin_with_the_head_of_its_table() -> None:
    text = (
        "Tilskud 12 14\nLokaler 20 22\nI alt 32 36\n\nKommune Andel 2019 Andel 2020\n(1) (2)\n"
        "pct. pct.\nGreve 5 6\nKøge 7 8\nFaxe 9 10"
    )
    begun = AttachedPaper("1", "1", "Skøn", span=Span(4, 9))
    grids, _ = find_flat_tables(packet(text, attachments=(begun,)))
    assert [grid.col_paths[1:] for grid in grids] == [[("Andel 2019", "pct."), ("Andel 2020", "pct.")]]


def test_years_with_their_total_between_rows_head_another_table() -> None:
    text = """
Unge uden job
Kommune 2030 2031
Greve 120 130
Køge 140 150
Faxe 160 170
Midlerne i projektet
2030 2031 2032 I alt
Tilskud fra fonden 4.200 6.850 2.950 14.000
Kommunernes del 2.800 4.150 3.050 10.000
Udgifter til løn 7.000 11.000 6.000 24.000
"""
    found = facts(text)
    assert ("Faxe", "2031", "170") in found
    assert ("Tilskud fra fonden", "I alt", "14.000") in found
    assert ("Udgifter til løn", "2030", "7.000") in found


def test_a_paragraph_goes_on_with_the_name_of_its_law() -> None:
    text = """
Tabel 1: Ventetid i uger
Tilbud Median 2030 Median 2031
Ophold efter servicelovens
§ 107
1,6 1,4
Genoptræning 2,8 3,1
Plejebolig 7,9 8,2
"""
    assert facts(text)[:2] == [
        ("Ophold efter servicelovens § 107", "Median 2030", "1,6"),
        ("Ophold efter servicelovens § 107", "Median 2031", "1,4"),
    ]
