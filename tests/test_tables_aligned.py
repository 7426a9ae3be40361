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
