"""The parts of reading flattened tables: values of a line, labels, units, and what holds for any text."""

from __future__ import annotations

import pytest
from effort import calls
from flat_tables import packet
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.language.numbers import parse_cell
from extractors.tables.facts import grid_records
from extractors.tables.flat.extract import find_flat_tables
from extractors.tables.flat.head import label_cost
from extractors.tables.flat.lines import Kind, read_items
from extractors.tables.flat.regions import is_prose
from extractors.tables.flat.rows import clean_label
from extractors.tables.flat.units import named_unit
from extractors.tables.flat.values import split_values
from schemas.records import Observation


@pytest.mark.parametrize(
    ("line", "label", "values"),
    [
        ("Tilbud 393 8 401", "Tilbud", ["393", "8", "401"]),
        ("Tilbud 1.258 -1.198 0,05 2½", "Tilbud", ["1.258", "-1.198", "0,05", "2½"]),
        ("Tilbud 35.135 kr. 12 % 3 pct. 1,2 mio. kr.", "Tilbud", ["35.135 kr.", "12 %", "3 pct.", "1,2 mio. kr."]),
        ("Tilbud 24 (-37 %) 5 (12,5 %)", "Tilbud", ["24 (-37 %)", "5 (12,5 %)"]),
        ("Tilbud - 12 -", "Tilbud", ["-", "12", "-"]),
        ("Tilbud (900) 1.100", "Tilbud", ["(900)", "1.100"]),
        ("Takster 2018 - 2021", "Takster 2018 - 2021", []),
        ("Kontrakt 2022/23", "Kontrakt 2022/23", []),
        ("Møde den 1. marts 2022", "Møde den 1. marts 2022", []),
        ("0 – 7 35.063 34.373", "0 – 7", ["35.063", "34.373"]),
        (">50 105.189 103.118", ">50", ["105.189", "103.118"]),
        ("Afsnit 5.3", "Afsnit 5.3", []),
        ("Opgjort 31.12.2021", "Opgjort 31.12.2021", []),
        ("mindst 50 pct. af husene", "mindst 50 pct. af husene", []),
        ("   12  ", "", ["12"]),
        ("", "", []),
    ],
)
def test_values_at_the_end_of_a_line(line: str, label: str, values: list[str]) -> None:
    found_label, atoms = split_values(line)
    assert (found_label, [atom.text for atom in atoms]) == (label, values)


@pytest.mark.parametrize(
    ("printed", "label"),
    [
        ("plejefamilier3", "plejefamilier"),
        ("sociale tilbud12 i alt", "sociale tilbud i alt"),
        ("Mål 10", "Mål 10"),
        ("FR2018", "FR2018"),
        ("Regionale mål:", "Regionale mål"),
        ("to  mellemrum", "to mellemrum"),
    ],
)
def test_labels_lose_footnote_marks_only(printed: str, label: str) -> None:
    assert clean_label(printed) == label


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("Sociale tilbud til børn, unge og voksne med særlige behov", False),
        ("Socialtilsynet har i 2021 truffet afgørelse om ophør.", True),
        ("følgende fordeles således:", True),
        ("0-2 årige 3-64 årige 65-79 årige 80+ årige Ej aldersdiff.", False),
        (
            "Navn/Kommuner Sygehus/Indbyggere Kommunal andel af midler til huse Regional andel af midler til huse",
            False,
        ),
    ],
)
def test_prose(text: str, prose: bool) -> None:
    assert is_prose(text) is prose


@pytest.mark.parametrize(
    ("title", "unit"),
    [
        ("Budget i 1.000 kroner", "1.000 kr."),
        ("Opfyldelse i %", "%"),
        ("Bidrag 2023 (kr.)", "kr."),
        ("Udvikling, pct-point.", "procentpoint"),
        ("mere end 50 pct. af forklaringen", None),
        ("Fusion 2019 (1,9 % regulering)", None),
        ("Antal pladser", None),
        (None, None),
    ],
)
def test_units_of_titles(title: str | None, unit: str | None) -> None:
    assert named_unit(title) == unit


def test_letter_groups_become_one_text_and_give_back_what_belongs_to_the_row() -> None:
    items = read_items(packet("Ti\nlb\nud\ns-\nom\nråde\n\nde\nt Drift 349 153".replace("råde\n", "rå\n")))
    assert (items[0].kind, items[0].text) == (Kind.ROTATED, "Tilbuds-området")
    assert items[1].label == "Drift"


LINES = st.lists(
    st.one_of(
        st.sampled_from(
            [
                "Tabel 1: Sager fordelt på område", "Tabel 2", "Område 2021 2022", "  Antal Andel",
                "Nord 12 14",
                "Syd 1.258 13,2%", "I alt 19 20", "1 1 2", " ", "   ", "", "Børn og unge med",
                "særlige behov 3 4", "P",
                "le", "je", "-", "Region Sjælland", "253 Greve 3", "Note: Opgjort", "2020 2021",
                "7.282 kr. 7.337 kr.",
                "• Højst: 17,3 pct. (Køge)", "(1) (2)", "Procent 1.000 kr.", "Klynge Nord 2.217 Klynge Vest 3.276",
                "Socialtilsynet har i 2021 truffet afgørelse om ophør.", "Figur 1: Udvikling", "5.3 Opgaven",
            ]
        ),
        st.text(max_size=40),
    ),
    max_size=40,
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(LINES)
def test_any_lines_are_read_without_an_error_and_give_sound_grids(lines: list[str]) -> None:
    text = "\n".join(line.replace("\n", " ").replace("\r", " ") for line in lines)
    made = packet(text)
    grids, findings = find_flat_tables(made)
    for grid in grids:
        assert len(grid.row_paths) == grid.n_rows
        assert len(grid.col_paths) == grid.n_cols
        assert len({(cell.row, cell.col) for cell in grid.cells}) == len(grid.cells)
        for cell in grid.cells:
            assert 0 <= cell.row < grid.n_rows
            assert 0 <= cell.col < grid.n_cols
            if not cell.is_header:
                assert cell.text in made.lines[cell.line].text
                assert grid.row_paths[cell.row]
        grid_records(grid, made, "t001")
    assert {finding.rule for finding in findings} <= {"table_refused", "cells_unplaced"}
    assert find_flat_tables(made) == (grids, findings)


def test_every_value_of_a_grid_is_a_number_or_a_dash() -> None:
    text = "Tabel 1: Sager\nOmråde 2021 2022\nNord 12 14 %\nSyd 2½ -\nVest 1.258 kr. (900)\n"
    (grid,), _ = find_flat_tables(packet(text))
    assert all(parse_cell(cell.text) for cell in grid.cells if not cell.is_header)


@pytest.mark.parametrize(
    "line",
    ["Navn{i} {i} 12", "I alt {i} 12 13", "{i}", "Navn {i}\n \n12", "Område{i} 2021 2022\nNord 1 2\nSyd 3 4",
     "Navn{i}: 5 pct."],
)  # fmt: skip
def test_work_grows_with_the_number_of_lines_only(line: str) -> None:
    def effort(count: int) -> int:
        made = packet("Tabel 1: Sager\nNavn Antal Andel\n" + "\n".join(line.format(i=i) for i in range(count)))
        return calls(lambda: find_flat_tables(made))

    effort(100)
    assert effort(4000) < 8 * effort(800)


def test_wide_lines_and_long_lines_are_passed_over() -> None:
    wide = "Tabel 1: Sager\n" + "\n".join("Navn " + " ".join(str(n) for n in range(70)) for _ in range(5))
    assert find_flat_tables(packet(wide))[0] == []
    assert find_flat_tables(packet("1 " * 100_000)) == ([], [])


def test_names_that_come_again_stay_with_the_name_behind_them() -> None:
    text = """
Tabel 1 - Pladser
Tilbudstype Navn 2021 2022
Botilbud Solhøj 12 14
Botilbud Lindely 9 8
Værested Kilden 20 22
Værested Broen 11 13
"""
    (grid,) = find_flat_tables(packet(text))[0]
    labels = [path[-1] for path in grid.row_paths if path]
    assert labels == ["Botilbud Solhøj", "Botilbud Lindely", "Værested Kilden", "Værested Broen"]


def test_tables_side_by_side_in_one_line_are_no_table() -> None:
    text = """
Ledige stillinger Gennemsnitsalder
Lærere 112 134 Lærere 43,1 41,7
Pædagoger 288 301 Pædagoger 47,8 44,0
Kokke 46 39 Kokke 42,2 45,6
"""
    assert find_flat_tables(packet(text))[0] == []


def test_a_head_between_rows_begins_another_table() -> None:
    text = """
Tabel 2: Udgifter
Post Budget Regnskab
Løn 41.250 42.018
Husleje 2.480 2.481
I alt 43.730 44.499
Sager og tid
Sagstype 2021 2022 2023 Mål
Ny sag 121 114 98 90
Ændring 64 70 59 60
"""
    grids = find_flat_tables(packet(text))[0]
    assert [grid.col_paths[1:] for grid in grids] == [
        [("Budget",), ("Regnskab",)],
        [("2021",), ("2022",), ("2023",), ("Mål",)],
    ]
    assert [path[-1] for path in grids[1].row_paths if path] == ["Ny sag", "Ændring"]


def test_a_number_in_brackets_is_a_cell_where_the_row_lacks_one() -> None:
    text = """
Tabel 1: Regnskab i mio. kr.
Udvalg Budget Forventet Afvigelse
Børneudvalget 612,4 618,9 6,5
Miljøudvalget 88,2 86,1 (2,1)
Kulturudvalget 54,7 54,7 0,0
"""
    (grid,) = find_flat_tables(packet(text))[0]
    assert [cell.text for cell in grid.cells if cell.line == 3 and not cell.is_header] == ["88,2", "86,1", "(2,1)"]


def test_units_are_taken_off_the_labels_where_they_have_a_head() -> None:
    text = """
Tabel 1: Takster
Ydelse Enhed 2022 2023
Aftensmad kr. pr. portion 52,00 56,50
Vand kr. pr. meter 4,10 4,20
Gebyr promille 0,75 0,82
"""
    (grid,) = find_flat_tables(packet(text))[0]
    assert [path[-1] for path in grid.row_paths if path] == ["Aftensmad", "Vand", "Gebyr"]


def test_years_that_tell_when_are_no_values() -> None:
    text = """
Tabel 1: Projekter
Projekt Færdig Udgift
Skolevej 2024 12,5
Søndergade 2026 8,4
Havnen 2025 3,1
"""
    (grid,) = find_flat_tables(packet(text))[0]
    assert grid.data_cols == [2]


def test_bars_of_a_chart_are_no_rows() -> None:
    text = """
Tilfredse borgere (pct.)
71
Byen
76
Havnen
68
Skoven
73
Engen
"""
    assert find_flat_tables(packet(text))[0] == []


def test_codes_above_names_count_nothing() -> None:
    text = """
Tabel 1 Kvoter
Kode
Kommune
101
København
147
Frederiksberg
151
Ballerup
153
Brøndby
"""
    assert find_flat_tables(packet(text))[0] == []


def test_the_head_of_labels_above_a_line_of_years_is_no_title() -> None:
    text = """
Alle priser er nye.
Tilbud Paragraf Pladser Pris pr. døgn (kr.)
2023 2024
Solhuset
Vest
§ 107 8 1.947 2.011
Månehuset
Øst
§ 108 14 3.206 3.288
Centeret § 104 30 412 425
"""
    grids = find_flat_tables(packet(text))[0]
    heads = [("Pladser",), ("Pris pr. døgn (kr.)", "2023"), ("Pris pr. døgn (kr.)", "2024")]
    assert [grid.col_paths[1:] for grid in grids] == [heads]


@pytest.mark.parametrize(
    ("line", "unit"),
    [
        ("Beløb i mio. kr.", "mio. kr."),
        ("Indtægter og udgifter i mio. kr.", "mio. kr."),
        ("Opgjort i pct.", "%"),
        ("Udlån og besøg i 1.000", None),
    ],
)
def test_what_a_table_is_counted_in_may_stand_below_its_title(line: str, unit: str | None) -> None:
    made = packet(
        f"Nøgletal\n{line}\nKommune Udlån 2026 Udlån 2027\nHedensted 214 208\nHorsens 498 483\nOdder 131 134"
    )
    (grid,) = find_flat_tables(made)[0]
    assert grid.caption == f"Nøgletal {line}"
    assert [path[-1] for path in grid.col_paths[1:]] == ["Udlån 2026", "Udlån 2027"]
    units = {record.unit for record in grid_records(grid, made, "t001") if isinstance(record, Observation)}
    assert units == {unit}


def test_a_label_without_letters_costs_no_more_than_a_short_head() -> None:
    assert label_cost([""], indented=False) == label_cost(["Navn"], indented=False) == 0
