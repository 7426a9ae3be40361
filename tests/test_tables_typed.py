"""Which head stands over which column where a converter wrote a page in letters of one width."""

import pytest
from test_tables_aligned import facts, packet

from extractors.tables.extract import find_tables
from extractors.tables.typed.blocks import typed_blocks


def heads(text: str) -> list[tuple[str, int, int]]:
    """(text, first column, last column) of all heads, the lowest line first."""
    (block,) = typed_blocks(text.strip("\n").split("\n"))
    return [(head.piece.text, head.first, head.last) for found in block.heads.values() for head in found]


WRAPPED = """
                          Godkendte i                        Fortsat godkendt pr.
Kommune                      2022/2023     Ophørte             31. december 2025
Skovby                              7            3                             4
Strandby                           11            1                            10
Havneby                            14            -                            14
"""


def test_wrapped_heads_beside_each_other_join_over_their_own_column() -> None:
    found = facts(WRAPPED)
    assert found[("Strandby",), ("Fortsat godkendt pr. 31. december 2025",)] == "10"
    assert found[("Strandby",), ("Godkendte i 2022/2023",)] == "11"
    assert len(found) == 9


@pytest.mark.parametrize(
    ("line", "span"),
    [
        ("                                        Antal", ("Antal", 0, 2)),
        ("                                       Afslag og andre svar", ("Afslag og andre svar", 1, 2)),
    ],
)
def test_a_head_above_a_full_line_of_heads_spans_what_it_covers_or_all(
    line: str, span: tuple[str, int, int]
) -> None:
    text = f"""
{line}
Type                   Godkendt       Afslag        Andet svar
Plejehjem                    12            3                 4
Botilbud                      8            -                10
"""
    assert heads(text)[-1] == span


def test_groups_printed_with_one_space_between_them_stand_over_the_heads_that_come_again() -> None:
    text = """
                                        ændring 2021-2023 ændring 2022-2023
Fag             2021   2022   2023      antal      pct     antal      pct
Lærer            569    552    574         68       12        40        7
Pædagog          255    287    288       -105      -37       -62      -25
"""
    assert heads(text)[-2:] == [("ændring 2021-2023", 3, 4), ("ændring 2022-2023", 5, 6)]
    assert facts(text)[("Pædagog",), ("ændring 2022-2023", "antal")] == "-62"


def test_two_heads_with_one_space_between_them_end_where_their_columns_end() -> None:
    text = """
                    Opfølgning       Ophør af
Type              Ny-godkendelse drift
Anmeldt                       23    13
Uanmeldt                      54   101
"""
    assert {("Ny-godkendelse", 0, 0), ("drift", 1, 1)} <= set(heads(text))


def test_values_that_letters_before_them_moved_are_one_column() -> None:
    text = """
Område                       År 2025      År 2024
Plejefamilier                  1.911         1.874
Tilbud                         7.032       6.790
I alt                          8.943             -
"""
    found = facts(text)
    assert found[("Tilbud",), ("År 2024",)] == "6.790"
    assert found[("I alt",), ("År 2024",)] == "-"
    assert len(found) == 6


def test_a_blank_cell_leaves_the_others_in_their_columns() -> None:
    text = """
                  Varslede          Varslet
Tema                 påbud    Påbud   tilsyn    I alt
Sundhed                  6        2                 8
Ledelse                                    3        3
Kompetencer                      33       31       64
"""
    found = facts(text)
    assert found[("Ledelse",), ("Varslet tilsyn",)] == "3"
    assert found[("Sundhed",), ("Varslede påbud",)] == "6"
    assert len(found) == 8


TURNED = """
Tabel 3: Afgørelser fordelt på tema
                    Faglig ledelse
                                            Trivsel og
                                            sundhed
                                                             Økonomi
Type
Skærpet tilsyn               1                   0              2
Påbud                        2                   4              5
Vilkår                       0                   3              1
"""


def test_heads_in_several_lines_that_no_column_claims_refuse_the_table_and_say_so() -> None:
    grids, findings = find_tables(packet(TURNED.replace("Økonomi", " " * 40 + "Økonomi")))
    assert grids == []
    assert [(finding.rule, "Tabel 3" in finding.message) for finding in findings] == [("table_refused", True)]


def test_labels_on_lines_of_their_own_beside_the_rows_name_no_row() -> None:
    text = """
                                 Anmeldte     Uanmeldte
               Driftstilsyn           416           225
Familie-
               Nygodkendelser         125             0
området
               Driftstilsyn           349           153
Tilbud
               Nygodkendelser           5             0
"""
    assert typed_blocks(text.strip("\n").split("\n")) == []


def test_a_short_word_for_a_number_stands_in_its_column() -> None:
    found = facts("""
Tilbud                     Pladser     Takst i kr.
Lyngbo                          14           1.310
Engbo                         i.o.           2.018
Kærbo                           12            i.o.
""")
    assert found[("Engbo",), ("Takst i kr.",)] == "2.018"
    assert found[("Kærbo",), ("Pladser",)] == "12"


def test_text_behind_a_number_is_a_column_though_one_space_parts_them() -> None:
    found = facts("""
Projekt                      Budget      Rest Status
Ny skole                      4.714      -310 I gang
Cykelsti                        561     1.204 Afventer
Havn                          1.250       -82 I gang
""")
    assert found[("Cykelsti",), ("Rest",)] == "1.204"
    assert found[("Havn",), ("Rest",)] == "-82"
    assert not any("Status" in head for _, path in found for head in path)


def test_two_records_on_a_row_are_read_below_each_other() -> None:
    found = facts("""
Kommune          Personer     I job       Kommune          Personer     I job
Skovby                376       303       Havneby               381       158
Fjordby               188       100       Vigby                  90        61
Strandby              225       245       Engby                 188        62
""")
    assert found[("Havneby",), ("I job",)] == "158"
    assert found[("Strandby",), ("Personer",)] == "225"
    assert len(found) == 12


def test_a_head_above_heads_over_several_columns_begins_and_ends_where_they_do() -> None:
    text = """
                                                  Forløb
                                      Segment                Længde
Kommune            Firmaer       Vækst      Drift       Kort       Lang
Skovby                  49         185        169        103         55
Strandby               181         167         58        110         86
"""
    assert set(heads(text)) >= {("Segment", 1, 2), ("Længde", 3, 4), ("Forløb", 1, 4)}


def test_years_with_units_are_heads() -> None:
    found = facts("""
Resultat                             2026 kr.         2025 t.kr.
Bidrag fra kommuner                2.408.000              1.210
Andet                                 16.442                 35
Salg af ydelser                      716.442                305
""")
    assert found[("Salg af ydelser",), ("2026 kr.",)] == "716.442"
    assert len(found) == 6


def test_heads_between_rows_begin_another_table() -> None:
    found = facts("""
1. halvår                      jan.        feb.        mar.
Hjælper                          38          72          19
Assistent                        10          69          85
2. halvår                      jul.        aug.        sep.
Hjælper                          29           2          21
Assistent                        25          42          33
""")
    assert found[("Assistent",), ("jul.",)] == "25"
    assert found[("Assistent",), ("mar.",)] == "85"
    assert len(found) == 12


def test_the_second_label_of_a_row_is_a_column_where_the_first_is_blank() -> None:
    found = facts("""
Udvalg              Område                     Løn        Drift
Børneudvalget       Dagpleje               191.248       30.803
                    Folkeskoler             60.335       46.059
                    Tandpleje               35.960       43.782
Ældreudvalget       Hjemmepleje            193.528       44.990
                    Plejecentre            154.079       51.451
""")
    assert found[("Børneudvalget", "Folkeskoler"), ("Drift",)] == "46.059"
    assert found[("Ældreudvalget", "Plejecentre"), ("Løn",)] == "154.079"


TWO_PAGES = """
Tabel 1: Takster
Kommune         Tilbud                    Pladser      Takst
Skovby          Lyngbo                         14      1.310
Strandby        Engbo                          11      2.018
Havneby         Kærbo                          12      1.877
\f
Engby             Bostedet i haven og          23       2.091
                  ved skoven
Fjordby           Åkanden                       9         998
"""


@pytest.mark.parametrize("head", ["", "Kommune           Tilbud                  Pladser       Takst\n"])
def test_a_table_goes_on_with_its_columns_on_the_next_page(head: str) -> None:
    pages = TWO_PAGES.replace("\f\n", f"\f{head}").split("\f")
    found = facts(*pages)
    assert found[("Engby",), ("Takst",)] == "2.091"
    assert found[("Fjordby",), ("Pladser",)] == "9"
    assert len(found) == 10


def test_other_columns_on_the_next_page_are_no_part_of_the_table() -> None:
    first, second = TWO_PAGES.split("\f")
    found = facts(first, "\n".join(f"{line}          7" if line.strip() else "" for line in second.split("\n")))
    assert {value for (label, _), value in found.items() if label[0] in ("Engby", "Fjordby")} <= {"7"}


def test_the_letters_of_a_watermark_are_no_print_of_the_table() -> None:
    found = facts("""
                                    ST
Kommune              2026        2030
Skovby              5.833       5.992
                          KA
Strandby            8.118       8.156
Havneby             2.686       2.723
               UD
Engby               4.274       4.321
""")
    assert found[("Strandby",), ("2030",)] == "8.156"
    assert {label for (label, *_), _ in found} == {"Skovby", "Strandby", "Havneby", "Engby"}
    assert len(found) == 8


def test_values_of_one_row_on_several_lines_give_no_row() -> None:
    text = """
Kommune              2026        2030        2034
Skovby              5.833       5.992       6.015
Strandby            8.118       8.156       8.201
Havneby
                    2.686
                                2.723
"""
    assert typed_blocks(text.strip("\n").split("\n")) == []


def test_a_label_in_the_middle_of_the_rows_it_names_refuses_them() -> None:
    text = """
Landsdel        Kommune               2026        2030
                Skovby               5.833       5.992
Nord            Strandby             8.118       8.156
                Havneby              2.686       2.723
                Engby                1.874       1.722
Syd             Fjordby              4.474       4.622
                Vigby                3.274       3.321
"""
    assert typed_blocks(text.strip("\n").split("\n")) == []


def test_two_full_lines_of_heads_stand_over_the_columns_in_order() -> None:
    found = heads("""
                  Nordgården      Søhus     Lunden
Driftsherre         Hillerød     Furesø   Gladsaxe
Pladser                   93         62         92
Belægning                 92         91         87
Takst                  3.322      3.138      2.392
""")
    assert set(found) >= {("Søhus", 1, 1), ("Furesø", 1, 1), ("Lunden", 2, 2), ("Gladsaxe", 2, 2)}


def test_a_head_that_says_note_begins_no_note() -> None:
    found = facts("""
                                Note      2026      2025
Bidrag fra kommuner                1     2.408     1.210
Salg af ydelser                    2       716       305
Andet                              3        16        35
""")
    assert found[("Andet",), ("2025",)] == "35"
    assert found[("Salg af ydelser",), ("2026",)] == "716"
