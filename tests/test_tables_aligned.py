"""Text whose columns a converter kept apart with spaces is read by the places of its letters."""

from extractors.tables.extract import find_tables
from schemas.document import Document, Line, Page
from schemas.packet import Packet

STACKED = """
Tabel 4: Pladser og priser
Kommune        Tilbud                    Pladser                 Pris pr. døgn
                                         2021         2022        2021         2022
Skovby         Lyngbo                      14           15       1.310        1.402
               Engbo                       11           12       2.018        2.095
Strandby       Kærbo                       12           10       1.877        1.790
Havneby        Møllebo                      9            8         998        1.060
"""

BESIDE_TEXT = """
Driften af linjerne har kostet mere end ventet, og derfor     Rute             2019     2022
er der brug for at se på de 12 ruter igen i løbet af året.    Bybus             2,4      2,9
Det sker sammen med selskabet og de andre kommuner.           Flexbus           1,1      1,3
Udvalget får en ny sag, når regnskabet for 2023 er klar.      I alt             3,5      4,2
"""


def packet(*texts: str) -> Packet:
    """A packet of text with one page for each text."""
    pages: list[Page] = []
    count = 0
    for number, text in enumerate(texts, 1):
        printed = text.strip("\n").split("\n")
        pages.append(Page(number, tuple(Line(count + i, number, t, count + i + 1) for i, t in enumerate(printed))))
        count += len(printed)
    return Packet(document=Document("0" * 64, "prøve.txt", "text/plain", tuple(pages), "text", paged=False))


def facts(*texts: str) -> dict[tuple[tuple[str, ...], tuple[str, ...]], str]:
    return {
        (grid.row_paths[cell.row], grid.col_paths[cell.col]): cell.text
        for grid in find_tables(packet(*texts))[0]
        for cell in grid.cells
        if not cell.is_header and cell.col in grid.data_cols
    }


def test_heads_that_span_others_are_placed_by_spaces() -> None:
    found = facts(STACKED)
    assert len(found) == 16
    assert found[("Skovby", "Engbo"), ("Pladser", "2021")] == "11"
    assert found[("Skovby", "Engbo"), ("Pris pr. døgn", "2022")] == "2.095"
    assert found[("Havneby", "Møllebo"), ("Pladser", "2022")] == "8"


def test_cells_of_typed_text_have_lines_and_no_boxes() -> None:
    (grid,) = find_tables(packet(STACKED))[0]
    assert all(cell.box is None and cell.page == 1 for cell in grid.cells)
    assert {cell.line for cell in grid.cells if cell.text == "2.095"} == {4}


def test_no_row_is_named_by_the_running_text_beside_it() -> None:
    assert not any(len(label.split()) > 3 for path, _ in facts(BESIDE_TEXT) for label in path)


TWO_TABLES = """
Tabel 5. Borgere fordelt på alder
Alder               Faktisk                         Prognose
                       2024       2025       2026       2028       2032       2036
0-6 år                1.710      1.748      1.777      1.825      1.798      1.771
7-17 år               1.820      1.826      1.817      1.830      1.835      1.837
18-24 år              5.120      5.062      5.196      5.128      5.245      5.380
25-39 år              9.650      9.641      9.719      9.914      9.788      9.746
40-66 år             21.450     21.898     21.757     21.474     21.152     21.714
67-79 år              8.420      8.657      8.845      8.784      8.954      9.026
80+ år                3.114      3.174      3.161      3.113      3.133      3.208

Måned     Kassen    Gennemsnit
          ultimo      365 dage
Januar     140,5         176,0
Februar    254,3         181,4
Marts      111,7         166,7
April      175,7         206,3
Maj        155,3         150,0
"""


def test_rows_whose_first_value_stands_left_of_all_columns_are_of_another_table() -> None:
    grids, findings = find_tables(packet(TWO_TABLES))
    labels = {path[-1] for grid in grids for path in grid.row_paths if path}
    assert not any(label.startswith("Januar ") for label in labels)
    assert "18-24 år" in labels
    assert any("lines of numbers" in finding.message for finding in findings)


def test_heads_that_fill_one_line_each_are_not_mixed() -> None:
    found = facts("""
Tabel 6: Fravær
Område                    Årsværk        Kort fravær (1-9 dage)           Langt fravær (over 9 dage)
                                          2024              2025              2024              2025
                                    1. kv.   2. kv.   1. kv.   2. kv.   1. kv.   2. kv.   1. kv.   2. kv.
Skoler                        346      2,3      2,1      2,2      2,3      1,5      1,9      4,4      3,5
Ældre                       1.117      2,0      2,0      1,1      2,1      3,9      3,4      1,7      3,8
Kultur                        742      1,2      2,0      1,9      2,2      2,6      2,8      3,8      2,8
Stabe                       1.362      2,1      1,1      2,2      1,5      2,8      1,3      1,7      2,2
""")
    assert found[("Ældre",), ("Langt fravær (over 9 dage)", "2025", "1. kv.")] == "1,7"
    assert found[("Ældre",), ("Årsværk",)] == "1.117"
