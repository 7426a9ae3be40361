"""What was read off text in columns is trusted as far as its names are names."""

from __future__ import annotations

import pytest

from extractors.tables.grid import Grid, GridCell
from extractors.tables.trusted import is_aligned, take_amounts_off_names
from schemas.document import Document, Line, Page
from schemas.packet import Packet


def _grid(*paths: tuple[str, ...]) -> Grid:
    """A row of one value for each path, below one row of heads."""
    cells = [GridCell(row, 1, "12", row, 1) for row in range(1, len(paths) + 1)]
    return Grid(
        cells=cells,
        n_rows=len(paths) + 1,
        n_cols=2,
        col_paths=[("Emne",), ("2031",)],
        row_paths=[(), *paths],
        data_cols=[1],
        method="text",
        first_line=0,
        last_line=len(paths),
    )


@pytest.mark.parametrize(
    ("path", "left", "values"),
    [
        (("Ventetid 6,2 5,9",), ("Ventetid",), 1),
        (("Ventetid 6,2 5,9 (dage)",), ("Ventetid (dage)",), 1),
        (("Havnen 500.000 450.000 Tilsagn", "Messen"), ("Havnen 500.000 450.000 Tilsagn", "Messen"), 0),
        (("Huse til 1.200 kr.",), ("Huse til 1.200 kr.",), 1),
        (("Vand 1,5",), ("Vand 1,5",), 1),
    ],
)
def test_amounts_side_by_side_are_no_names(path: tuple[str, ...], left: tuple[str, ...], values: int) -> None:
    grid = _grid(path)
    assert take_amounts_off_names(grid) == (left != path or not values)
    assert grid.row_paths[1] == left
    assert len(grid.cells) == values


@pytest.mark.parametrize(("sentences", "trusted"), [(1, True), (9, False)])
def test_few_labels_may_read_like_sentences(sentences: int, trusted: bool) -> None:
    labels = ["Kommunen har ikke svaret på det" for _ in range(sentences)] + ["Svar"] * (30 - sentences)
    lines = tuple(Line(n, 1, "Et navn     12", n + 1) for n in range(31))
    document = Document("0" * 64, "prøve.txt", "text/plain", (Page(1, lines),), "text", paged=False)
    assert is_aligned(_grid(*((label,) for label in labels)), Packet(document=document)) == trusted
