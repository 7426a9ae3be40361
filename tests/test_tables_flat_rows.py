"""Flattened tables: groups before the label of a row, cells of text behind the values, heads row by row."""

from __future__ import annotations

import pytest
from flat_tables import facts, packet, rows

from extractors.tables.flat.extract import find_flat_tables


def test_a_group_before_the_first_of_the_same_rows_is_taken_off_its_label() -> None:
    text = """
Tabel 3: Besøg i 2026
Anledning
Besøg i altÅrligt Nyt
Plejefamilier Varslet 221 146 367
Uvarslet 128 63 191
Tilbud Varslet 66 167 233
Uvarslet 142 166 308
"""
    heads = ["Anledning / Årligt", "Anledning / Nyt", "Besøg i alt"]
    found = facts(text)
    assert [label for label, _, _ in found][::3] == [
        "Plejefamilier / Varslet", "Plejefamilier / Uvarslet", "Tilbud / Varslet", "Tilbud / Uvarslet",
    ]  # fmt: skip
    assert len(heads) == len(found) // 4


def test_a_second_word_in_small_letters_is_no_label_of_its_own() -> None:
    text = (
        "Tabel 1: Priser\nType 2023 2024\nAlmen familie 12 14\nAflastning 3 4\nNy familie 22 24\nAflastning 5 6\n"
    )
    assert ("Almen familie", "2023", "12") in facts(text)


def test_the_second_row_of_heads_glued_to_the_first_goes_below_the_head_that_spans() -> None:
    text = """
Tabel 1 – Udgifter
1.000 kr.
Budget 2026 Forventet regn-
skab AfvigelseOprindeligt Korrigeret
Dagtilbud 312.480 316.775 318.905 2.130
Skoler 604.112 597.594 603.240 5.646
Plejecentre 187.340 185.565 184.922 -643
"""
    heads = ["Budget 2026 / Oprindeligt", "Budget 2026 / Korrigeret", "Forventet regnskab", "Afvigelse"]
    assert facts(text) == rows(
        heads,
        ("Dagtilbud", "312.480 316.775 318.905 2.130"),
        ("Skoler", "604.112 597.594 603.240 5.646"),
        ("Plejecentre", "187.340 185.565 184.922 -643"),
    )


def test_a_head_higher_than_those_beside_the_labels_spans_two_rows_of_heads() -> None:
    text = """
Tabel 3: Forløb i 2026
Kommune Firmaer
Forløb
Pr. 1.000 fir-
maer
Segment Længde
Vækst Drift Kort Lang
Horsens 49 185 169 103 55 5,9
Herning 181 167 58 110 86 30,1
Odder 168 35 224 97 108 41,0
"""
    assert [head for _, head, _ in facts(text)][:6] == [
        "Firmaer", "Forløb / Segment / Vækst", "Forløb / Segment / Drift", "Forløb / Længde / Kort",
        "Forløb / Længde / Lang", "Pr. 1.000 firmaer",
    ]  # fmt: skip


def test_the_unit_of_the_table_printed_below_the_heads_stands_over_the_labels() -> None:
    text = """
Tabel 1: Overblik
Oprindeligt bud-
get Korrigeret budget
Forventet regn-
skab Afvigelse
1.000 kr.
Skatter (2.144.880) (2.144.880) (2.144.912) -32
Udligning (1.611.300) (1.611.300) (1.613.950) -2.650
Service 2.611.040 2.619.873 2.633.420 13.547
"""
    heads = ["Oprindeligt budget", "Korrigeret budget", "Forventet regnskab", "Afvigelse"]
    assert [head for _, head, _ in facts(text)][:4] == heads


def test_no_head_says_difference_over_values_that_are_none_while_others_are() -> None:
    """Line by line «Afvigelse» comes to stand over the budget: its place is proved by the values."""
    text = """
Tabel 2: Regnskab
Post Afvigelse Budget
Regnskab
Løn 16.940 16.412 -528
Kørsel 610 688 78
Husleje 2.410 2.390 -20
"""
    assert not any(head == "Afvigelse" and value in ("16.940", "610", "2.410") for _, head, value in facts(text))


@pytest.mark.parametrize("status", ["Status", "Bemærkning"])
def test_words_behind_the_values_are_a_column_of_text(status: str) -> None:
    text = f"""
Tabel 5: Projekter
Projekt Bevilling Forbrug {status}
Ny skole 35.417 15.612 I gang
Asfalt 2027 36.619 10.312 I udbud
Havneplads, 2. etape 4.714 2.962 Afventer
Cykelsti 18.561 - Afventer
"""
    assert facts(text) == rows(
        ["Bevilling", "Forbrug"],
        ("Ny skole", "35.417 15.612"),
        ("Asfalt 2027", "36.619 10.312"),
        ("Havneplads, 2. etape", "4.714 2.962"),
        ("Cykelsti", "18.561 -"),
    )


def test_names_between_rows_below_two_heads_of_labels_name_no_group() -> None:
    text = """
Tabel 2: Centre
Udvalg Område 2025 2026
Dagpleje 191 198
Folkeskoler 60 58
Børneudvalget
Tandpleje 181 182
Støtte 156 162
Socialudvalget
Misbrug 52 52
"""
    assert {label for label, _, _ in facts(text)} == {"Dagpleje", "Folkeskoler", "Tandpleje", "Støtte", "Misbrug"}


def test_a_caption_followed_by_running_text_belongs_to_no_later_table() -> None:
    text = """
Tabel 1: Klinikker
Regionens udgift til klinikker i egen drift har været stigende i flere år.
Det skyldes, at vikarer er dyrere end fast personale.
Udvalget har derfor bedt om en ny opgørelse over de opgaver, der er flyttet til klynger.
Den nye opgørelse er lavet af kommunerne selv og dækker hele året.
Klynge Borgere
Forløb efter henviser
Sygehus Praksis
Modtagelse Afdeling Læge Lægevagt
Klynge Nord 1.084 121 47 235 254
Klynge Syd 843 123 71 348 436
Hele regionen 1.927 244 118 583 690
"""
    (grid,) = find_flat_tables(packet(text))[0]
    assert grid.table_no is None
    assert grid.col_paths[2] == ("Forløb efter henviser", "Sygehus", "Modtagelse")
    assert grid.col_paths[1] == ("Borgere",)


def test_columns_whose_sum_stands_beside_them_belong_below_one_head() -> None:
    text = """
Tabel 1: Semesterpladser i 2028
Kommune
Pladser 2028
Pladser
2027
Skole Sundhed
I altPædagog Lærer Sygeplejerske Rådgiver
Greve 59 129 6 17 211 235
Køge 67 125 14 24 230 268
Roskilde 70 52 6 6 134 137
"""
    assert [head for _, head, _ in facts(text)][:6] == [
        "Pladser 2028 / Skole / Pædagog", "Pladser 2028 / Skole / Lærer", "Pladser 2028 / Sundhed / Sygeplejerske",
        "Pladser 2028 / Sundhed / Rådgiver", "Pladser 2028 / I alt", "Pladser 2027",
    ]  # fmt: skip


def test_a_share_behind_a_word_that_ends_no_label_is_part_of_the_label() -> None:
    text = "Tabel 5: Udgift\nScenarie Kommuner Stat\nUændret 48,2 11,0\nOptag ned med 10 pct. 43,9 10,1\n"
    assert ("Optag ned med 10 pct.", "Kommuner", "43,9") in facts(text)


@pytest.mark.parametrize(
    "text",
    [
        "Beredskab\nEsbjerg Varde\nCVR-nr. 36 90\nTlf. 12 44\nFax 22 11\n",
        "Indhold Årsregnskab\nIndhold:\nLedelsens beretning 3\nResultat 5\nBalance 9\nNoter 2\n",
        "Udbud Kommuner Mio. kr. om året\nBesparelse i\npct.\nOmsætning Besparelse\n"
        "Bleer 21 118,4 6,2 5,9\nElbiler 15 96,7 4,8 4,4\nVikarer 14 151,2 -2,7 -1,1\n",
    ],
)
def test_no_figure_is_put_below_heads_that_cannot_be_its_own(text: str) -> None:
    assert facts(text) == []


def test_a_dash_before_each_number_is_its_sign_where_the_row_has_too_many_cells() -> None:
    text = """
Tabel 1: Løn i kroner
Løndel 2030 2031 Stigning
Grundløn 24.120 24.700 2,4
Erfaring 1.310 1.340 2,3
Aften og nat 2.210 2.260 2,3
Weekend 3.120 3.195 2,4
Tillæg 1.210 - 2,5
Pension - 1.560 - 1.597 2,4
ATP - 99 - 99 0,0
"""
    found = facts(text)
    assert ("Pension", "2030", "- 1.560") in found
    assert ("ATP", "2031", "- 99") in found
    assert ("Tillæg", "2031", "-") in found
