"""Which columns of a table name its rows, and which print is no value."""

from __future__ import annotations

from decimal import Decimal

import pytest
from reportlab.platypus import Paragraph
from table_making import BOLD, CELL, HEAD, LOOKS, RIGHT, cells, facts_of, table, typeset

CODED = [
    ["Kode", "Kommune", "Indbyggere", "Kvote"],
    ["Region Sjælland", "", "", ""],
    ["253", "Greve", "51.000", "12"],
    ["259", "Køge", "61.000", "9"],
    ["306", "Odsherred", "33.000", "7"],
    ["Region Syddanmark", "", "", ""],
    ["420", "Assens", "41.000", "5"],
    ["461", "Odense", "207.000", "31"],
    ["561", "Esbjerg", "115.000", "18"],
]
STYLES = {(True, True): BOLD, (True, False): HEAD, (False, True): CELL, (False, False): RIGHT}
"""By whether it is a head and whether it stands over or in a column of labels."""


def _coded(look: str, *, first: int = 40) -> bytes:
    rows = [
        [Paragraph(text, STYLES[n == 0, col < 2]) for col, text in enumerate(row)] for n, row in enumerate(CODED)
    ]
    spans = [("SPAN", (0, n), (-1, n)) for n, row in enumerate(CODED) if not row[1]]
    for n, row in enumerate(CODED):
        if not row[1]:
            rows[n] = [Paragraph(row[0], BOLD), "", "", ""]
    return typeset("Tabel 1: Kvoter", table(rows, look, widths=[first, 150, 90, 80], more=spans))


@pytest.mark.parametrize("look", sorted(set(LOOKS) - {"grid"}))
@pytest.mark.parametrize("first", [40, 70])
def test_group_rows_below_the_heads_of_a_table_with_codes_are_no_heads(look: str, first: int) -> None:
    facts = facts_of(_coded(look, first=first))
    assert facts["Region Sjælland / 253 Greve", "Indbyggere"] == 51000
    assert facts["Region Syddanmark / 461 Odense", "Kvote"] == 31
    assert len(facts) == 12
    assert Decimal(253) not in facts.values()


GOALS = [
    ["Nr.", "Indikator", "Mål 2023", "Resultat 2023", "Nået"],
    ["1.1", "Kurser", "40", "38", "Nej"],
    ["1.2", "Besøg", "120", "131", "Ja"],
    ["2.1", "Tilfredse", "85 %", "88 %", "Ja"],
]


@pytest.mark.parametrize("look", sorted(LOOKS))
def test_numbers_of_goals_are_labels_left_of_the_names_whatever_words_end_the_row(look: str) -> None:
    rows = [
        [Paragraph(text, STYLES[n == 0, col in (0, 1, 4)]) for col, text in enumerate(r)]
        for n, r in enumerate(GOALS)
    ]
    facts = facts_of(typeset("Tabel 1: Mål", table(rows, look, widths=[40, 150, 70, 90, 60])))
    assert facts["1.2 / Besøg", "Resultat 2023"] == 131
    assert len(facts) == 6


@pytest.mark.parametrize("look", sorted(LOOKS))
def test_numbers_of_notes_are_no_values(look: str) -> None:
    rows = [
        ["Tekst", "Note", "2023", "2022"],
        ["Bidrag", "1", "61.204", "58.911"],
        ["Salg", "2", "9.377", "10.102"],
    ]
    facts = facts_of(typeset("Tabel 1: Regnskab", table(rows, look)))
    assert facts["Salg", "2022"] == 10102
    assert len(facts) == 4


@pytest.mark.parametrize("look", sorted(LOOKS))
def test_a_line_of_units_below_the_heads_is_no_row(look: str) -> None:
    rows = [
        ["Kommune", "Regnskab 2022", "Budget 2023", "Vækst"],
        ["", "1.000 kr.", "1.000 kr.", "pct."],
        ["Skive", "201.443", "219.500", "9,0"],
        ["Struer", "98.114", "107.250", "9,3"],
    ]
    facts = facts_of(typeset("Tabel 1: Udgifter", table(rows, look, heads=2)))
    assert len(facts) == 6
    assert Decimal(1000) not in facts.values()


UNIT_ROW = [
    ["Kommune", "Pladser", "Regnskab", "Vækst"],
    ["", "antal", "1.000 kr.", "pct."],
    ["Favrskov", "18", "21.443", "9,0"],
    ["Norddjurs", "31", "34.018", "6,6"],
    ["Syddjurs", "27", "33.912", "4,1"],
]


@pytest.mark.parametrize("look", sorted(LOOKS))
def test_a_row_of_units_is_one_of_the_heads(look: str) -> None:
    rows = [
        [Paragraph(text, STYLES[n < 2, col == 0]) for col, text in enumerate(row)] for n, row in enumerate(UNIT_ROW)
    ]
    facts = facts_of(typeset("Tabel 4: Pladser og udgifter", table(rows, look, heads=2)))
    assert len(facts) == 9
    assert facts["Favrskov", "Regnskab 1.000 kr."] == 21443


@pytest.mark.parametrize("look", sorted(LOOKS))
@pytest.mark.parametrize("merged", [True, False])
def test_years_that_part_the_rows_of_a_label_name_them(look: str, merged: bool) -> None:
    rows = [["Kommune", "År", "Lærere", "Kokke"]]
    for name, base in (("Skive", 200), ("Struer", 100), ("Thy", 300)):
        for step, year in enumerate((2025, 2030, 2035)):
            label = name if step == 0 or not merged else ""
            rows.append([label, str(year), str(base + 7 * step), str(base - 3 * step)])
    spans = [("SPAN", (0, at), (0, at + 2)) for at in (1, 4, 7)] if merged else []
    cells = [
        [Paragraph(text, STYLES[n == 0, col < 2]) for col, text in enumerate(row)] for n, row in enumerate(rows)
    ]
    facts = facts_of(typeset("Tabel 1: Behov", table(cells, look, widths=[110, 50, 80, 80], more=spans)))
    assert facts["Struer / 2030", "Lærere"] == 107
    assert facts["Thy / 2035", "Kokke"] == 294
    assert len(facts) == 18


@pytest.mark.parametrize("look", ["stripes", "lines", "bare"])
def test_what_is_counted_in_is_no_value_beside_years(look: str) -> None:
    rows = [
        ["", "", "", "Forskel 2019-2023", ""],
        ["Sektor", "2019", "2023", "1.000 kg", "%"],
        ["Handel", "412,6", "231,7", "-180,9", "-43,8"],
        ["Industri", "388,0", "262,4", "-125,6", "-32,4"],
        ["Landbrug", "197,3", "139,8", "-57,5", "-29,1"],
    ]
    facts = facts_of(typeset("Udledning", table(cells(rows, 2), look, more=[("SPAN", (3, 0), (4, 0))])))
    assert list(facts)[:4] == [
        ("Handel", "2019"),
        ("Handel", "2023"),
        ("Handel", "Forskel 2019-2023 / 1.000 kg"),
        ("Handel", "Forskel 2019-2023 / %"),
    ]


def test_a_group_that_reaches_over_the_values_ends_where_it_ends() -> None:
    rows = [
        ["Skole", "2031", "2032"],
        ["Byens skoler", "", ""],
        ["Nordre", "5,2", "4,9"],
        ["Søndre", "6,1", "6,4"],
        ["Øvrige skoler i nabokommunerne", "", ""],
        ["Vestre", "8,7", "8,3"],
        ["Østre", "7,4", "7,9"],
    ]
    spans = [("SPAN", (0, 1), (-1, 1)), ("SPAN", (0, 4), (-1, 4))]
    facts = facts_of(typeset("Tabel 1. Frafald", table(rows, "bare", widths=[95, 50, 50], more=spans)))
    assert facts["Øvrige skoler i nabokommunerne / Vestre", "2031"] == Decimal("8.7")
    assert facts["Byens skoler / Søndre", "2032"] == Decimal("6.4")
    assert len(facts) == 8


@pytest.mark.parametrize("look", ["lines", "few lines", "bare"])
def test_small_numbers_that_begin_anew_below_each_label_name_the_rows(look: str) -> None:
    rows = [
        ["Ydelse", "Trin", "Nu", "Forslag"],
        ["Vask", "1", "120,00", "125,00"],
        ["", "2", "180,00", "190,00"],
        ["", "3", "240,00", "255,00"],
        ["Rengøring", "1", "310,00", "315,00"],
        ["", "2", "420,00", "430,00"],
    ]
    facts = facts_of(typeset("Tabel 1: Egenbetaling i kr.", table(rows, look)))
    assert facts["Vask / 3", "Forslag"] == 255
    assert facts["Rengøring / 2", "Nu"] == 420
    assert len(facts) == 10


@pytest.mark.parametrize("head", ["Antal hold", "Hold i pct."])
def test_small_numbers_below_a_head_that_counts_are_values(head: str) -> None:
    rows = [
        ["Skole", head, "Elever", "Klasser"],
        ["Nord", "1", "120", "5"],
        ["", "2", "180", "8"],
        ["Syd", "1", "310", "14"],
        ["", "2", "420", "19"],
    ]
    facts = facts_of(typeset("Tabel 1: Hold", table(rows, "lines")))
    assert ("Nord / 1", "Elever") not in facts


@pytest.mark.parametrize("look", sorted(LOOKS))
def test_a_bold_row_with_the_sum_of_the_rows_below_heads_them(look: str) -> None:
    rows = [
        ["Projekt", "Bevilling", "Forbrug"],
        ["Veje", "812", "415"],
        ["Rundkørsel", "512", "305"],
        ["Cykelsti", "300", "110"],
        ["Haller", "940", "388"],
        ["Nyt gulv", "640", "301"],
        ["Lys", "300", "87"],
    ]
    ready = cells(rows)
    for at in (1, 4):
        ready[at][0] = Paragraph(rows[at][0], BOLD)
    facts = facts_of(typeset("Tabel 1: Anlæg", table(ready, look)))
    assert facts["Veje", "Bevilling"] == 812
    assert facts["Veje / Cykelsti", "Forbrug"] == 110
    assert facts["Haller / Nyt gulv", "Bevilling"] == 640


def test_a_group_right_below_the_rule_of_the_heads_leaves_them_heads() -> None:
    rows = [
        ["", "Borgere", "Andel"],
        ["Visiteret fra", "", ""],
        ["Hospital", "204", "61,4 %"],
        ["Eget hjem", "128", "38,6 %"],
        ["Flyttet til", "", ""],
        ["Plejehjem", "91", "27,4 %"],
        ["Andet sted", "241", "72,6 %"],
    ]
    style = [("LINEBELOW", (0, 0), (-1, 0), 0.6, "black"), ("TOPPADDING", (0, 1), (-1, 1), 8)]
    facts = facts_of(typeset("Tabel 1. Ophold", table(cells(rows), "bare", more=style)))
    assert facts["Visiteret fra / Hospital", "Borgere"] == 204
    assert facts["Flyttet til / Plejehjem", "Andel"] == Decimal("27.4")
    assert len(facts) == 8


@pytest.mark.parametrize("look", ["few lines", "bare"])
def test_what_begins_with_a_bracket_goes_on_with_the_label_above(look: str) -> None:
    rows = [
        ["Område", "Budget", "Forbrug"],
        ["Forberedende skole", "17.265", "10.144"],
        ["(FGU)", "", ""],
        ["Vejledning", "8.915", "5.120"],
        ["Kurser", "3.150", "1.402"],
    ]
    style = [("TOPPADDING", (0, 2), (-1, 2), 0), ("BOTTOMPADDING", (0, 1), (-1, 1), 0)]
    facts = facts_of(typeset("Tabel 1. Drift", table(rows, look, more=style)))
    assert facts["Forberedende skole (FGU)", "Budget"] == 17265
    assert facts["Vejledning", "Forbrug"] == 5120


@pytest.mark.parametrize("look", sorted(LOOKS))
@pytest.mark.parametrize("rest", ["14 dage", "75 pct."])
def test_a_numbered_label_whose_last_line_is_a_number_is_one_label_and_ends_no_table(look: str, rest: str) -> None:
    rows = [
        ["Servicemål", "Greve", "Køge"],
        ["1. Opkald", "81 pct.", "77 pct."],
        [f"2. Svar på mails inden for<br/>{rest}", "64 pct.", "69 pct."],
        ["3. Klager", "12", "9"],
        ["4. Breve", "31", "28"],
    ]
    shown = [
        [Paragraph(text, STYLES[n == 0, col == 0]) for col, text in enumerate(row)] for n, row in enumerate(rows)
    ]
    top = [("VALIGN", (0, 0), (-1, -1), "TOP")]
    facts = facts_of(typeset("Tabel 1: Service", table(shown, look, widths=[180, 90, 90], more=top)))
    assert facts[f"2. Svar på mails inden for {rest}", "Køge"] == 69
    assert facts["4. Breve", "Greve"] == 31
    assert len(facts) == 8


@pytest.mark.parametrize("look", sorted(LOOKS))
@pytest.mark.parametrize(("head", "named"), [("Lokal indikator", True), ("Kontaktperson", False)])
def test_what_is_measured_in_each_place_is_part_of_the_path(look: str, head: str, named: bool) -> None:
    rows = [
        ["Kommune", head, "Måltal", "Resultat"],
        ["Greve", "Besøg på biblioteket", "410", "395"],
        ["Køge", "Lån af cykler", "75", "81"],
        ["Odsherred", "Ture med flextrafik", "190", "166"],
    ]
    shown = [
        [Paragraph(text, STYLES[n == 0, col < 2]) for col, text in enumerate(row)] for n, row in enumerate(rows)
    ]
    facts = facts_of(typeset("Tabel 1: Lokale tal", table(shown, look, widths=[90, 170, 70, 70])))
    assert facts["Køge / Lån af cykler" if named else "Køge", "Resultat"] == 81
    assert len(facts) == 6


def _goals(look: str, rows: list[list[str]]) -> bytes:
    shown = [
        [Paragraph(text, STYLES[n == 0, col == 0]) for col, text in enumerate(row)] for n, row in enumerate(rows)
    ]
    return typeset("Tabel 1: Status", table(shown, look, widths=[200, 90, 110]))


@pytest.mark.parametrize("look", sorted(LOOKS))
@pytest.mark.parametrize("first", ["55 pct.", "310"])
def test_a_first_row_with_words_in_place_of_its_result_is_no_head(look: str, first: str) -> None:
    rows = [
        ["Mål", "Måltal 2031", "Status i juni 2031"],
        ["Kendskab til ordningen", first, "Opgøres i december"],
        ["Skoler med madordning", "17", "12"],
        ["Tilfredse elever", "70 pct.", "66 pct."],
    ]
    facts = facts_of(_goals(look, rows))
    assert facts["Kendskab til ordningen", "Måltal 2031"] == int(first.split()[0])
    assert facts["Skoler med madordning", "Status i juni 2031"] == 12
    assert len(facts) == 5


@pytest.mark.parametrize("look", sorted(LOOKS))
def test_targets_that_happen_to_be_codes_of_municipalities_are_values(look: str) -> None:
    rows = [
        ["Mål", "Måltal 2031", "Status 2031"],
        ["Vejledte familier", "461", "433"],
        ["Kursister", "253", "88"],
        ["Frivillige i netværket", "306", "271"],
    ]
    facts = facts_of(_goals(look, rows))
    assert facts["Kursister", "Måltal 2031"] == 253
    assert len(facts) == 6
