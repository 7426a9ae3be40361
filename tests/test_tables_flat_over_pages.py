"""Flattened tables whose heads are printed again at the top of the next page."""

from __future__ import annotations

import pytest

from extractors.tables.flat.extract import find_flat_tables
from schemas.document import Document, Line, Page
from schemas.packet import Packet

HEADS = "Område Oprindelig\nramme\nNy\nramme\nForbrug pr.\n30. juni"
SOUTH = "Kajer 712,4 715,0 352,1\nBroer 561,3 563,9 287,6"
NORTH = "Sluser 288,0 289,4 151,9\nFyr 183,6 182,1 84,7"


def paths(*pages: str) -> list[tuple[tuple[str, ...], list[str]]]:
    """The path and the values of each row of the only table."""
    texts = [(number, text) for number, page in enumerate(pages, 1) for text in page.split("\n")]
    lines = [Line(i, page, text, i + 1) for i, (page, text) in enumerate(texts)]
    made = tuple(Page(n, tuple(x for x in lines if x.page == n)) for n in range(1, len(pages) + 1))
    document = Document("0" * 64, "prøve.txt", "text/plain", made, "text", paged=True)
    (grid,) = find_flat_tables(Packet(document=document))[0]
    rows: dict[int, list[str]] = {}
    for cell in grid.cells:
        if not cell.is_header:
            rows.setdefault(cell.row, []).append(cell.text)
    return [(grid.row_paths[row], values) for row, values in sorted(rows.items())]


def test_a_group_that_ends_a_page_goes_on_below_the_heads_of_the_next() -> None:
    found = paths(f"Tabel 1. Ramme, mio. kr.\n{HEADS}\nSyd", f"{HEADS}\n{SOUTH}\nNord\n{NORTH}")
    assert [path for path, _ in found] == [("Syd", "Kajer"), ("Syd", "Broer"), ("Nord", "Sluser"), ("Nord", "Fyr")]


@pytest.mark.parametrize("heads", ["Type 2029 2030 2031", HEADS], ids=["years", "several lines"])
def test_one_row_or_more_may_stand_before_the_heads_come_again(heads: str) -> None:
    first, second = SOUTH.split("\n")
    found = paths(f"Tabel 1. Ramme, mio. kr.\n{heads}\nSyd\n{first}", f"{heads}\n{second}\nNord\n{NORTH}")
    assert [path for path, _ in found] == [("Syd", "Kajer"), ("Syd", "Broer"), ("Nord", "Sluser"), ("Nord", "Fyr")]
