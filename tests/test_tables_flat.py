"""Tables whose columns are flattened into single spaces: captions, rows, labels and totals."""

from __future__ import annotations

import pytest
from flat_tables import SIMPLE, doubled, facts, packet, rows

from extractors.tables.flat.extract import find_flat_tables

SIMPLE_FACTS = rows(["År 2022", "År 2021"], ("Nordbyen", "12 1.014"), ("Sydbyen", "7 -"), ("I alt", "19 1.014"))


@pytest.mark.parametrize("text", [SIMPLE, doubled(SIMPLE)])
def test_rows_of_a_constant_number_of_values(text: str) -> None:
    assert facts(text) == SIMPLE_FACTS


@pytest.mark.parametrize(
    ("caption", "number", "title"),
    [
        ("Tabel 3 - Pladser i alt", "Tabel 3", "Pladser i alt"),
        ("Tabel 10: Pladser i alt", "Tabel 10", "Pladser i alt"),
        ("TABEL 2 – PLADSER", "Tabel 2", "PLADSER"),
        ("Tabel 4.\nPladser fordelt på byens\nområder", "Tabel 4", "Pladser fordelt på byens områder"),
        ("Tabel B1\n\nPladser fordelt på områder", "Tabel B1", "Pladser fordelt på områder"),
        ("Tabel 5 - Pladser i tilbud2", "Tabel 5", "Pladser i tilbud"),
        (
            "Tabel 6: Pladser i kommunale og selvejende tilbud fordelt på byens\nområder og år",
            "Tabel 6",
            "Pladser i kommunale og selvejende tilbud fordelt på byens områder og år",
        ),
    ],
)
def test_captions(caption: str, number: str, title: str) -> None:
    body = "\n".join(SIMPLE.strip().split("\n")[1:])
    grids, _ = find_flat_tables(packet(f"{caption}\n\n{body}"))
    assert [(grid.table_no, grid.caption) for grid in grids] == [(number, title)]


def test_sentence_about_a_table_is_no_caption() -> None:
    text = SIMPLE + "\nTabel 1: Antal pladser fordelt på område viser, at der er 19 pladser i byen.\n"
    grids, _ = find_flat_tables(packet(text))
    assert [grid.table_no for grid in grids] == ["Tabel 1"]


def test_unit_of_the_caption_and_amounts_inside_it() -> None:
    named = SIMPLE.replace("Antal pladser", "Udgifter i 1.000 kr. til pladser")
    amount = SIMPLE.replace("Antal pladser", "Områder med mere end 50 pct. af pladserne")
    assert [find_flat_tables(packet(text))[0][0].unit for text in (named, amount)] == ["1.000 kr.", None]


def test_blank_lines_of_spaces_stand_for_empty_cells() -> None:
    text = """
Tabel 12: Grunde til afslag fordelt på tema

Tema Mangler $
i sagen $

Dyre $
løsninger $

Andre I alt $

Ledelse og orga-
nisation $

1 $
  $

1 $

Økonomi $
   $
3 3 $

Bygninger 2 1 4 7 $
""".replace("$", "").replace("\n  \n\n1", "\n  \n\n1")
    heads = ["Mangler i sagen", "Dyre løsninger", "Andre", "I alt"]
    expected = rows(
        heads,
        ("Ledelse og organisation", "1 _ _ 1"),
        ("Økonomi", "_ _ 3 3"),
        ("Bygninger", "2 1 4 7"),
    )
    assert facts(text.replace("\n   \n3 3", "\n  \n3 3")) == expected


def test_extra_spaces_stand_for_a_blank_cell() -> None:
    text = """
Tabel 2 - Regnskab i 1.000 kr.
  Budget 2022 Regnskab 2022 Forskel
Løn 3.100 3.050 -50
Drift 900 960 60
Husleje 400 410 10
Gebyrer   75 75
"""
    assert rows(["Budget 2022", "Regnskab 2022", "Forskel"], ("Gebyrer", "_ 75 75")) == facts(text)[-2:]


def test_sums_below_place_a_row_with_a_blank_cell() -> None:
    text = """
Tabel 14: Pladser
Område År 2022 År 2021 År 2020
Nord 20 30 40
Syd 7 8
I alt 27 38 40
"""
    assert ("Syd", "År 2022", "7") in facts(text)
    assert ("Syd", "År 2021", "8") in facts(text)


def test_rows_that_nothing_places_keep_only_their_proven_total() -> None:
    text = """
Tabel 9: Grunde til afslag
Tema Ledelse Økonomi Bygninger I alt
Nord 5 3 8
Syd 2 9 11
Vest 4 1 5
Øst 6 6
"""
    grids, findings = find_flat_tables(packet(text))
    assert [(c.text, grids[0].col_paths[c.col]) for c in grids[0].cells if not c.is_header] == [
        ("8", ("I alt",)),
        ("11", ("I alt",)),
        ("5", ("I alt",)),
        ("6", ("I alt",)),
    ]
    assert [finding.rule for finding in findings] == ["cells_unplaced"]


@pytest.mark.parametrize(
    ("printed", "label"),
    [
        ("Børn og unge med\nsærlige behov 12 15", "Børn og unge med særlige behov"),
        ("Socialpæda-\ngogisk støtte 12 15", "Socialpædagogisk støtte"),
        ("Borgere med behov for 12 15\nhjælp i hjemmet", "Borgere med behov for hjælp i hjemmet"),
        ("Netto\n( + = merforbrug) 12 15", "Netto ( + = merforbrug)"),
        ("Kommuner i regionen\n(17 stk.) 12 15", "Kommuner i regionen (17 stk.)"),
        ("Afgørelser om ophør24 12 15", "Afgørelser om ophør"),
        ("Spredning = mål 10 12 15", "Spredning = mål 10"),
        ("§ 66, stk. 1, nr. 2 Støtte 12 15", "§ 66, stk. 1, nr. 2 Støtte"),
        ("0-7 pladser 12 15", "0-7 pladser"),
        ("8 – 24 12 15", "8 – 24"),
        (">50 12 15", ">50"),
        ("101 København 12 15", "101 København"),
        ("65-79 årige 12 15", "65-79 årige"),
    ],
)
def test_labels(printed: str, label: str) -> None:
    text = f"""
Tabel 6: Henvendelser
Emne 2022 2021
Unge uden uddannelse 22 25
{printed}
Ældre i egen bolig 31 30
"""
    assert facts(text)[2:4] == rows(["2022", "2021"], (label, "12 15"))


def test_values_without_a_label_under_a_head_of_years() -> None:
    text = """
Tabel 16 - Takster for virksomheder
Tilsyn med virksomheder
2021 2022
7.282 kr. 7.337 kr.
Godkendelse af virksomheder
2021 2022
20.165 kr. 20.318 kr.
"""
    assert facts(text) == [
        ("Tilsyn med virksomheder", "2021", "7.282 kr."),
        ("Tilsyn med virksomheder", "2022", "7.337 kr."),
        ("Godkendelse af virksomheder", "2021", "20.165 kr."),
        ("Godkendelse af virksomheder", "2022", "20.318 kr."),
    ]


def test_values_on_lines_below_their_labels() -> None:
    text = """
Mål Opfyldelse i %

Nationale mål:


1. Kendskab til huset

90%

2. Spredning = mål 10

100%

Regionale mål:

3. Samarbejde på tværs af
kommunerne

80%
"""
    assert facts(text) == rows(
        ["Opfyldelse i %"],
        ("Nationale mål / 1. Kendskab til huset", "90%"),
        ("Nationale mål / 2. Spredning = mål 10", "100%"),
        ("Regionale mål / 3. Samarbejde på tværs af kommunerne", "80%"),
    )


def test_total_without_a_label_is_told_by_its_sum() -> None:
    text = """
Forløb pr. 1. juli Antal Andel
Vækst 700 70%
Drift 200 20%
Andre 100 10%
  1.000
"""
    assert facts(text)[-1] == ("(i alt)", "Antal", "1.000")


def test_totals_on_top_head_the_rows_they_sum() -> None:
    text = """
Tabel 1: Midler til klynger
Klynge Kommuner Region I alt
Område Nord 3.000 4.000 7.000
Klynge A 1.000 1.500 2.500
Klynge B 2.000 2.500 4.500
Område Syd 900 1.100 2.000
Klynge C 400 500 900
Klynge D 500 600 1.100
Total 3.900 5.100 9.000
"""
    assert [row for row, _, _ in facts(text)][::3] == [
        "Område Nord",
        "Område Nord / Klynge A",
        "Område Nord / Klynge B",
        "Område Syd",
        "Område Syd / Klynge C",
        "Område Syd / Klynge D",
        "Total",
    ]


def test_municipalities_under_their_region_without_a_head() -> None:
    text = """
Bilag B – Beregnede kvoter

Region Sjælland

253 Greve                    3

259 Køge                     5

269 Solrød                   -

316 Holbæk                   2

320 Faxe                     1

Region Sjælland i alt                    11
"""
    assert facts(text) == [
        ("Region Sjælland / 253 Greve", "", "3"),
        ("Region Sjælland / 259 Køge", "", "5"),
        ("Region Sjælland / 269 Solrød", "", "-"),
        ("Region Sjælland / 316 Holbæk", "", "2"),
        ("Region Sjælland / 320 Faxe", "", "1"),
        ("Region Sjælland i alt", "", "11"),
    ]


def test_municipality_of_another_region_is_not_put_under_the_region_above() -> None:
    text = """
Tabel B4: Udvikling
  Somatik Psykiatri
Region Sjælland
Greve 3,1 -0,3
Køge 2,9 0,1
 Horsens 3,2 0,0
"""
    assert [row for row, _, _ in facts(text)][::2] == [
        "Region Sjælland / Greve",
        "Region Sjælland / Køge",
        "Horsens",
    ]


def test_a_total_that_names_its_group_stands_in_it_and_the_last_one_in_none() -> None:
    text = """
Tabel 4. Drift af haller, 1.000 kr.
Post 2031 2032
Svømmehaller
Vand 120 130
Varme 340 350
Svømmehaller i alt 460 480
Skøjtehaller
Is 90 95
Lys 30 35
Skøjtehaller i alt 120 130
Haller i alt 580 610
"""
    assert [label for label, head, _ in facts(text) if head == "2031"] == [
        "Svømmehaller / Vand",
        "Svømmehaller / Varme",
        "Svømmehaller / Svømmehaller i alt",
        "Skøjtehaller / Is",
        "Skøjtehaller / Lys",
        "Skøjtehaller / Skøjtehaller i alt",
        "Haller i alt",
    ]
