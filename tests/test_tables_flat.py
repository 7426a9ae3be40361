"""Tables of flattened text, one structural pattern a test: label, head and value of every cell."""

from __future__ import annotations

import pytest

from extractors.tables.flat.extract import find_flat_tables
from schemas.document import Document, Line, Page
from schemas.packet import Packet, Span

Facts = list[tuple[str, str, str]]


def packet(text: str, **parts: object) -> Packet:
    lines = tuple(Line(i, 1, line, i + 1) for i, line in enumerate(text.strip("\n").split("\n")))
    document = Document("0" * 64, "prøve.txt", "text/plain", (Page(1, lines),), "text", paged=False)
    return Packet(document=document, **parts)  # type: ignore[arg-type]


def facts(text: str) -> Facts:
    """(row path, column path, value) of every cell of every table, in printed order."""
    found: Facts = []
    for grid in find_flat_tables(packet(text))[0]:
        for cell in grid.cells:
            if not cell.is_header and cell.col in grid.data_cols:
                found.append(
                    (" / ".join(grid.row_paths[cell.row]), " / ".join(grid.col_paths[cell.col]), cell.text)
                )
    return found


def rows(heads: list[str], *lines: tuple[str, str]) -> Facts:
    """Expected facts of full rows: ``("Nord", "1 2")``; a blank cell is ``_``."""
    return [
        (label, head, value)
        for label, values in lines
        for head, value in zip(heads, values.split(), strict=True)
        if value != "_"
    ]


def doubled(text: str) -> str:
    """The same lines with an empty line behind each, as some converters print them."""
    return "\n\n".join(text.strip("\n").split("\n"))


SIMPLE = """
Tabel 1 - Antal pladser fordelt på område
Område År 2022 År 2021
Nordbyen 12 1.014
Sydbyen 7 -
I alt 19 1.014
"""
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


@pytest.mark.parametrize(
    ("head", "columns"),
    [
        ("Emne Nord Syd Vest", ["Nord", "Syd", "Vest"]),
        ("Redegø-\nrelse om\nforhold\n\nVars-\nlede på-\nbud\n\nI alt",
         ["Redegørelse om forhold", "Varslede påbud", "I alt"]),
        ("  Anmeldte Uanmeldte\nikke truffet\n\nBesøg i alt",
         ["Anmeldte", "Uanmeldte ikke truffet", "Besøg i alt"]),
        ("Emne 2020 2021 2022", ["2020", "2021", "2022"]),
        ("2020\n2021\n2022", ["2020", "2021", "2022"]),
        ("  År 2022 År 2021 År 2020", ["År 2022", "År 2021", "År 2020"]),
        ("  Budget 2022 Regnskab 2022 Forskel", ["Budget 2022", "Regnskab 2022", "Forskel"]),
        ("Emne 0-17 år 18-64 år 65+ år", ["0-17 år", "18-64 år", "65+ år"]),
        ("Emne\nAntal\nNord Syd Vest", ["Antal / Nord", "Antal / Syd", "Antal / Vest"]),
        ("Emne Godkendt\nUden godkendelse\nAfvist Trukket",
         ["Godkendt", "Uden godkendelse / Afvist", "Uden godkendelse / Trukket"]),
        ("A. Effekt af ændret akti-\nvitet (ren)\n\nB. Effekt af ændret\nforbrug\n\nØvrige",
         ["A. Effekt af ændret aktivitet (ren)", "B. Effekt af ændret forbrug", "Øvrige"]),
        ("Emne Tilbage-\nkaldt6 Vilkår Andet", ["Tilbagekaldt", "Vilkår", "Andet"]),
        ("Emne Møder i Region Sjælland Møder i Erhvervshus Fyn Andre",
         ["Møder i Region Sjælland", "Møder i Erhvervshus Fyn", "Andre"]),
        ("Emne Under 30 år 30-59 år Over 60 år", ["Under 30 år", "30-59 år", "Over 60 år"]),
        ("Emne Løn* Drift** I alt\n(kr.) (kr.) (kr.)", ["Løn", "Drift", "I alt"]),
        ("1.000 kr. 2020 2021 2022", ["2020", "2021", "2022"]),
        ("1. kvartal 2. kvartal 3. kvartal", ["1. kvartal", "2. kvartal", "3. kvartal"]),
    ],
)  # fmt: skip
def test_heads(head: str, columns: list[str]) -> None:
    text = f"""
Tabel 7: Sager

{head}

Klager 10 20 40
Ansøgninger 11 25 36
Andre sager 4 6 12
"""
    assert [column for _, column, _ in facts(text)[:3]] == columns


def test_group_heads_over_repeated_heads() -> None:
    text = """
Optagne elever fordelt på uddannelse

2021 2022

ændring 2020-2021 ændring 2021-2022

antal pct antal pct

Lærer 50 60 5 11 10 20
Pædagog 40 44 2 5 4 10
"""
    assert [column for _, column, _ in facts(text)[:6]] == [
        "2021",
        "2022",
        "ændring 2020-2021 / antal",
        "ændring 2020-2021 / pct",
        "ændring 2021-2022 / antal",
        "ændring 2021-2022 / pct",
    ]


def test_heads_of_three_levels() -> None:
    text = """
Tabel 4: Borgere fordelt på køn
Område Antal borgere
2021 2022
Mænd Kvinder Mænd Kvinder
Nord 10 12 11 13
Syd 20 22 21 23
I alt 30 34 32 36
"""
    assert [column for _, column, _ in facts(text)[:4]] == [
        "Antal borgere / 2021 / Mænd",
        "Antal borgere / 2021 / Kvinder",
        "Antal borgere / 2022 / Mænd",
        "Antal borgere / 2022 / Kvinder",
    ]


def test_head_of_the_total_printed_before_its_neighbours() -> None:
    text = """
Tabel 3: Tilbud
Type
Antal
I altKommunalt Privat
Botilbud 10 5 15
Dagtilbud 20 1 21
I alt 30 6 36
"""
    assert facts(text)[:3] == rows(["Antal / Kommunalt", "Antal / Privat", "I alt"], ("Botilbud", "10 5 15"))


def test_heads_printed_between_the_first_label_and_its_values() -> None:
    text = """
Tabel 3: Antal tilbud

Tilbudstyper Antal


Botilbud

Kommunalt Regionalt Privat I alt

7 1 42 50

Dagtilbud 127 4 95 226
"""
    heads = ["Antal / Kommunalt", "Antal / Regionalt", "Antal / Privat", "Antal / I alt"]
    assert facts(text) == rows(heads, ("Botilbud", "7 1 42 50"), ("Dagtilbud", "127 4 95 226"))


def test_rotated_row_labels() -> None:
    letters = "R\ne\ng\nio\nn\n Ø\nst"
    others = "R\ne\ngi\no\nn\n V\nest"
    text = f"""
Tabel 4 - Besøg fordelt på område
  Anmeldte Uanmeldte
{letters}

Drift 12 15
Godkendelser 3 4
{others}

Drift 22 25
Godkendelser 5 6
I alt 42 50
"""
    assert [(row, value) for row, _, value in facts(text)][::2] == [
        ("Region Øst / Drift", "12"),
        ("Region Øst / Godkendelser", "3"),
        ("Region Vest / Drift", "22"),
        ("Region Vest / Godkendelser", "5"),
        ("I alt", "42"),
    ]


def test_rotated_heads() -> None:
    letters = "L\ned\nels\ne\n o\ng \nmål\nØ\nko\nno\nmi\nB\nyg\nni\nng\ner"
    text = f"""
Tabel 9: Påbud fordelt på tema
Type {letters}
Botilbud 1 0 2
Dagtilbud 3 1 0
I alt 4 1 2
"""
    assert [column for _, column, _ in facts(text)[:3]] == ["Ledelse og mål", "Økonomi", "Bygninger"]


def test_groups_with_and_without_their_own_total() -> None:
    text = """
Tabel 5: Udgifter, mio. kr.
Område Budget 2022 Budget 2023
Børn
Dagtilbud 10,5 11,0
Skole 20,5 21,0
Voksne
Ældre 30,0 31,5
Støtte 15,0 15,5
I alt 76,0 79,0
"""
    assert [row for row, _, _ in facts(text)][::2] == [
        "Børn / Dagtilbud",
        "Børn / Skole",
        "Voksne / Ældre",
        "Voksne / Støtte",
        "I alt",
    ]


def test_head_repeated_under_each_group_and_misprinted_once() -> None:
    text = """
Tabel 15 - Takster
Tilsyn
  2020 2021 2022
0-7 pladser 3.510 kr. 3.520 kr. 3.530 kr.
8-24 pladser 4.210 kr. 4.220 kr. 4.230 kr.
Godkendelse
  2020 2021 2021
0-7 pladser 8.660 kr. 8.670 kr. 8.680 kr.
8-24 pladser 9.660 kr. 9.670 kr. 9.680 kr.
"""
    found = facts(text)
    assert found[0] == ("Tilsyn / 0-7 pladser", "2020", "3.510 kr.")
    assert found[8] == ("Godkendelse / 0-7 pladser", "2021", "8.680 kr.")
    assert len(found) == 12


def test_head_whose_label_names_the_group() -> None:
    text = """
Tabel 6: Besøg
Familier Driftstilsyn Nye godkendelser
Anmeldt 965 128
Uanmeldt 179 5
Tilbud Driftstilsyn Nye godkendelser
Anmeldt 414 13
Uanmeldt 97 2
"""
    assert [row for row, _, _ in facts(text)][::2] == [
        "Familier / Anmeldt",
        "Familier / Uanmeldt",
        "Tilbud / Anmeldt",
        "Tilbud / Uanmeldt",
    ]


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


@pytest.mark.parametrize("start", ["Tabel 4: Udvikling i sager\n", "Udvikling i sager\n\n"])
def test_years_as_row_labels(start: str) -> None:
    text = start + "År Nye Afsluttede\n2019 120 110\n2020 130 125\n2021 140 150\n"
    assert facts(text) == rows(["Nye", "Afsluttede"], ("2019", "120 110"), ("2020", "130 125"), ("2021", "140 150"))


def test_years_below_a_label_are_parts_of_it() -> None:
    text = """
Tabel 1: Godkendte familier
Type Antal familier Antal pladser
Almen familie14 80 98
2021 36 41
2022 44 57
Forstærket familie15 34 58
2021 11 22
2022 23 36
"""
    assert [row for row, _, _ in facts(text)][::2] == [
        "Almen familie",
        "Almen familie / 2021",
        "Almen familie / 2022",
        "Forstærket familie",
        "Forstærket familie / 2021",
        "Forstærket familie / 2022",
    ]


def test_dates_as_row_labels_keep_their_year() -> None:
    text = "Tabel 5: Møder\nDato Deltagere Sager\n1. marts 2022 12 4\n5. april 2022 14 6\n"
    assert facts(text)[0] == ("1. marts 2022", "Deltagere", "12")


def test_two_tables_in_one_run_of_rows_with_another_number_of_columns() -> None:
    text = """
Scenarier Nord Syd Vest Øst
Løn 1.200 1.300 1.400 1.500
Drift 300 310 320 330
Husleje 90 91 92 93
FORDELING KR %
Løn 5.400 78
Drift 1.260 18
Husleje 366 4
"""
    assert facts(text)[-2:] == [("Husleje", "KR", "366"), ("Husleje", "%", "4")]


def test_cell_with_two_values_stays_one_cell() -> None:
    text = """
Tabel 7: Henvendelser
Type Antal
Botilbud 31 (10 %)
Dagtilbud 24 (-37 %)
I alt 55
"""
    assert [value for _, _, value in facts(text)] == ["31 (10 %)", "24 (-37 %)", "55"]


def test_column_of_running_text_between_label_and_numbers() -> None:
    text = """
Tabel 5: Typer af forløb
Type Anvendelse Antal gennemførte
Første tilsyn Alle temaer skal behandles ved det første tilsyn efter godken-
delsen. Der er altid besøg
464
Årligt tilsyn Det årlige tilsyn, hvor alle eller enkelte temaer inddrages
1.081
Opfølgning Følger op på, om udstedte påbud er opfyldt. Kan indeholde
besøg
850
"""
    assert facts(text) == rows(
        ["Antal gennemførte"], ("Første tilsyn", "464"), ("Årligt tilsyn", "1.081"), ("Opfølgning", "850")
    )


def test_second_label_column_of_words_is_no_part_of_the_label() -> None:
    text = """
Tabel 8: Anmodninger
Afsender Lovgrundlag Antal
Pressen Offentlighedsloven 101
Andre myndigheder Forvaltningsloven 14
Berørte borgere Forvaltningsloven 19
"""
    assert [row for row, _, _ in facts(text)] == ["Pressen", "Andre myndigheder", "Berørte borgere"]


def test_groups_before_the_running_number_of_their_first_row() -> None:
    text = """
Tabel 2: Puljer
Tema Nr. Pulje Beløb i mio. kr.
Vej 1 Pulje til broer 100
2 Pulje til asfalt 150
Bane 3 Pulje til perroner 200
4 Pulje til skinner 250
I alt 700
"""
    assert [row for row, _, _ in facts(text)] == [
        "Vej / 1 Pulje til broer",
        "Vej / 2 Pulje til asfalt",
        "Bane / 3 Pulje til perroner",
        "Bane / 4 Pulje til skinner",
        "I alt",
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Vejledninger i året:\n\n· Vækst og drift: 350\n· Korte forløb: 600",
            [("Vækst og drift", "", "350"), ("Korte forløb", "", "600")],
        ),
        (
            "Løn i kommunerne\n\n• Gennemsnit: 7,9 pct.\n• Højst: 17,3 pct. (Odsherred)\n• Lavest: 4,3 pct. (Køge)",
            [
                ("Gennemsnit", "", "7,9 pct."),
                ("Højst (Odsherred)", "", "17,3 pct."),
                ("Lavest (Køge)", "", "4,3 pct."),
            ],
        ),
        (
            "Kampagnen gav:\nAviser: 481.783 visninger\nRadio: 152.765 visninger",
            [("Aviser", "visninger", "481.783"), ("Radio", "visninger", "152.765")],
        ),
        (
            "Svarene er:\nVækst: 98,1% (tilfreds i alt)\nDrift: 95,4% (tilfreds i alt)",
            [("Vækst", "tilfreds i alt", "98,1%"), ("Drift", "tilfreds i alt", "95,4%")],
        ),
        (
            "I året er der sejlet\n\n• Antal ture: 39\n\n• Antal biler: 1.044\n\n• Til tiden: 95 %",
            [("Antal ture", "", "39"), ("Antal biler", "", "1.044"), ("Til tiden", "", "95 %")],
        ),
    ],
)
def test_lists_that_are_tables(text: str, expected: Facts) -> None:
    assert facts(text) == expected


def test_every_value_knows_its_own_line() -> None:
    grids, _ = find_flat_tables(packet(SIMPLE))
    assert {cell.text: cell.line for cell in grids[0].cells if not cell.is_header} == {
        "12": 2, "1.014": 4, "7": 3, "-": 3, "19": 4,
    }  # fmt: skip


def test_short_answers_between_label_and_number_are_no_part_of_the_label() -> None:
    text = """
Tabel 2: Puljer
Pulje  Ansøg-

ning

Relevant

mio. kr.

Broer i hele landet ja ja 100
Asfalt måske 150
Perroner (ja) ja 200
Skinner ja måske 250
Cykelstier ja 20
Havne måske 30
Lufthavne ja 40
"""
    assert facts(text)[:3] == [
        ("Broer i hele landet", "mio. kr.", "100"),
        ("Asfalt", "mio. kr.", "150"),
        ("Perroner", "mio. kr.", "200"),
    ]


STEPS = """
Tabel 1: Sager
Område
Antal
Andel
Nordbyen
12
5 %
Sydbyen
22
9 %
I alt
34
14 %
"""


@pytest.mark.parametrize("text", [STEPS, doubled(STEPS)])
def test_one_cell_a_line(text: str) -> None:
    expected = [("Nordbyen", "12", "5 %"), ("Sydbyen", "22", "9 %"), ("I alt", "34", "14 %")]
    assert facts(text) == [
        (label, head, value)
        for label, *values in expected
        for head, value in zip(["Antal", "Andel"], values, strict=True)
    ]


def test_one_cell_a_line_keeps_the_line_of_each_value() -> None:
    grids, _ = find_flat_tables(packet(STEPS))
    assert [cell.line for cell in grids[0].cells if not cell.is_header] == [5, 6, 8, 9, 11, 12]


def test_note_below_a_table() -> None:
    text = (
        SIMPLE
        + "Anm.: Pladserne er opgjort pr. 1. januar og omfatter alle tilbud, der er god-\nkendt i året.\nProsa.\n"
    )
    grids, _ = find_flat_tables(packet(text))
    assert grids[0].note == (
        "Anm.: Pladserne er opgjort pr. 1. januar og omfatter alle tilbud, der er godkendt i året."
    )


def test_small_numbers_that_happen_to_add_up_make_no_groups() -> None:
    text = """
Tabel 4: Ændring i pct.-point

Kommune A B C D

Assens 6 2 3 1

Nyborg 6 1 2 1

Odense 8 1 1 0

Kerteminde 4 0 2 3

Svendborg 7 3 4 2

Ærø 5 2 3 1

Faaborg-Midtfyn 2 1 1 1
"""
    assert {label for label, _, _ in facts(text)} == {
        "Assens", "Nyborg", "Odense", "Kerteminde", "Svendborg", "Ærø", "Faaborg-Midtfyn",
    }  # fmt: skip
    rows = text.replace("Assens", "Sejlads").replace("Nyborg", "Drift").replace("Odense", "Havne")
    assert all(" / " not in label for label, _, _ in facts(rows))


def test_a_capital_within_rotated_letters_begins_a_word() -> None:
    text = """
Tabel 4 - Besøg fordelt på område
  Anmeldte Uanmeldte
R
e
g
io
n


Ø
st

Drift 12 15
Godkendelser 3 4
R
e
gi
o
n


V
est

Drift 22 25
Godkendelser 5 6
I alt 42 50
"""
    assert [row for row, _, _ in facts(text)][::2] == [
        "Region Øst / Drift",
        "Region Øst / Godkendelser",
        "Region Vest / Drift",
        "Region Vest / Godkendelser",
        "I alt",
    ]


def test_a_rotated_label_over_two_lines_loses_the_hyphen_between_them() -> None:
    text = """
Havneområdet er delt i to, og havneområdets drift er ny.

Tabel 4 - Besøg fordelt på område
  Anmeldte Uanmeldte
Ha
v
ne
-
om
rå
det

Drift 12 15
Godkendelser 3 4
F
æ
rg
er

Drift 22 25
Godkendelser 5 6
I alt 42 50
"""
    assert [row for row, _, _ in facts(text)][::4] == ["Havneområdet / Drift", "Færger / Drift", "I alt"]


def test_an_open_sentence_above_a_list_is_its_caption() -> None:
    lead = "I året har der været følgende trafik over øhavet med de fire nye færger"
    text = f"{lead}\n\n• Antal ture: 39\n\n• Antal biler: 1.044\n\n• Antal cykler: 95"
    (grid,), _ = find_flat_tables(packet(text))
    assert grid.caption == lead
    (grid,), _ = find_flat_tables(packet(text.replace("færger\n", "færger.\n")))
    assert grid.caption is None
