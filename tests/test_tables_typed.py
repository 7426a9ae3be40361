"""Which head stands over which column where a converter wrote a page in letters of one width."""

import pytest
from test_tables_aligned import facts, packet

from extractors.tables.extract import find_tables
from extractors.tables.typed.blocks import sheet_of, typed_blocks


def heads(text: str) -> list[tuple[str, int, int]]:
    """(text, first column, last column) of all heads, the lowest line first."""
    (block,) = typed_blocks(sheet_of(text.strip("\n").split("\n")))
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
    assert typed_blocks(sheet_of(text.strip("\n").split("\n"))) == []


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


@pytest.mark.parametrize(
    ("head", "row"),
    [
        ("Kommune         Tilbud         Pladser      Takst", "I alt                              37      5.205"),
        ("Kommune  Tilbud    Pladser    Takst", "I alt                   37    5.205"),
    ],
)
def test_one_row_below_heads_printed_again_is_of_the_table_on_the_page_before(head: str, row: str) -> None:
    found = facts(TWO_PAGES.split("\f")[0], f"\n{head}\n{row}\n\nTal fra kommunerne.")
    assert found[("I alt",), ("Takst",)] == "5.205"
    assert found[("I alt",), ("Pladser",)] == "37"


def test_one_row_below_other_heads_is_no_part_of_the_table() -> None:
    other = (
        "Kommune         Tilbud              Senge      Takst\nI alt                                  37      5.205"
    )
    assert ("I alt",) not in {row for row, _ in facts(TWO_PAGES.split("\f")[0], other)}


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
    assert typed_blocks(sheet_of(text.strip("\n").split("\n"))) == []


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
    assert typed_blocks(sheet_of(text.strip("\n").split("\n"))) == []


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


def test_no_year_of_a_run_is_left_without_the_head_above() -> None:
    text = """
                                        Regnskab             Budget
Post                                    2020     2021      2022      2023
Kommuner                              22.410    22.760    23.155    23.870
Staten                                11.300    11.300    11.480    11.750
Andre                                 18.940    21.615    14.200     6.350
"""
    assert heads(text)[-2:] == [("Regnskab", 0, 1), ("Budget", 2, 3)]


def test_what_is_counted_in_thousands_is_a_head() -> None:
    text = """
                                                            Forskel 2019-2023
Sektor                         2019         2023         1.000 kg              %
Handel                        412,6        231,7           -180,9          -43,8
Industri                      388,0        262,4           -125,6          -32,4
Landbrug                      197,3        139,8            -57,5          -29,1
"""
    assert heads(text)[:4] == [("2019", 0, 0), ("2023", 1, 1), ("1.000 kg", 2, 2), ("%", 3, 3)]
    assert facts(text)[("Handel",), ("Forskel 2019-2023", "%")] == "-43,8"


def test_two_heads_that_both_go_on_below_are_parted_behind_the_first_hyphen() -> None:
    text = """
                                                 Andel af fir-
                      Kort vejled- Lang vej-     maernes sager i
Kommune                  ning     ledning Aftale     pct.
Lemvig                    41         12        3          3,9
Struer                    88         31        9          4,6
Skive                     30          6        2          3,2
"""
    assert [path for _, path in facts(text)][:2] == [("Kort vejledning",), ("Lang vejledning",)]


def test_a_word_that_goes_on_nowhere_refuses_the_table() -> None:
    text = """
                                  Ventet virk-
Middel og hvor det kan               ning, ton      Anlægsud-
sættes i værk                    Lavt     Højt gift, mio. kr.
Vådområder ved åen               21,0     34,5                 17,8
Vandløb med fald                  3,5      6,0                  9,4
Skov ved fjorden                  7,5      8,0                  2,2
"""
    grids, findings = find_tables(packet(text))
    assert grids == []
    assert [finding.rule for finding in findings] == ["table_refused"]


GROUPS = """
Kommune                       2022     2023
Vest
Lemvig                         612      488
Struer                         840      655
I alt                        1.452    1.143
Nord, Syd og alle de andre uden for området
Faxe                           404      377
Greve                        1.105      998
I alt                        1.509    1.375
Øst
Odder                          820      861
Samsø                          712      744
I alt                        1.532    1.605
"""


def test_names_of_groups_head_their_rows_whether_or_not_they_are_longer_than_the_labels() -> None:
    paths = [path for path, column in facts(GROUPS) if column == ("2022",)]
    long = "Nord, Syd og alle de andre uden for området"
    assert [path[0] for path in paths] == ["Vest"] * 3 + [long] * 3 + ["Øst"] * 3


def test_the_label_of_a_total_may_reach_over_the_second_labels() -> None:
    rows = "\n".join(f"            Kommune {n:<17} {100 + n}        {n}" for n in range(10, 19))
    text = f"""
Område      Kommune                    Boliger   Ventende
Øst         Odder                      412        18
{rows}
Hele regionen                          999        99
"""
    found = facts(text)
    assert found[("Øst", "Odder"), ("Boliger",)] == "412"
    assert found[("Øst", "Kommune 12"), ("Ventende",)] == "12"


def test_the_name_of_a_group_below_heads_printed_again_heads_the_rows_of_that_page() -> None:
    head = "Post                   2020     2021"
    first = f"{head}\nTilskud\nStat                 22.410   22.760\nAndre                11.300   11.480"
    second = f"{head}\nDrift\nLøn                  35.210   37.480\nHusleje               4.480    4.610"
    assert {path for path, _ in facts(first, second)} == {
        ("Tilskud", "Stat"), ("Tilskud", "Andre"), ("Drift", "Løn"), ("Drift", "Husleje"),
    }  # fmt: skip


@pytest.mark.parametrize("mark", ["*", "**", "¹", " 1)"])
def test_years_with_the_mark_of_a_note_are_years(mark: str) -> None:
    text = f"""
                              Regnskab                 Budget
Område                    2029      2030         2031{mark:4}     2032{mark}
Skole                      569       552          574           580
Dagtilbud                  255       287          288           290
I alt                      824       839          862           870
"""
    found = facts(text)
    assert len(found) == 12
    assert [value for (row, _), value in found.items() if row == ("Dagtilbud",)] == ["255", "287", "288", "290"]


@pytest.mark.parametrize("mark", ["*", "¹"])
def test_a_row_of_marked_years_is_a_head(mark: str) -> None:
    text = f"Kommune\t2029\t2030{mark}\t2031{mark}\nSkovby\t12\t14\t15\nStrandby\t31\t33\t35"
    assert {path[1] for path in facts(text)} == {("2029",), (f"2030{mark}",), (f"2031{mark}",)}
