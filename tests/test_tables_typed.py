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
    assert ("Ny-godkendelse", 0, 0) in heads(text.replace("Opfølgning       Ophør af", "Sager af art Egen"))


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
