"""One row of the warehouse, or one table, at the terminal, with the words that prove it."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ingest.commands.options import out
from schemas.errors import NotFound

if TYPE_CHECKING:
    from ingest.evidence import FoundRow
    from ingest.warehouse.store import Warehouse

LONGEST = 400
"""Characters of a value that are printed; the rest is in the warehouse."""


def show_row(warehouse: Warehouse, key: str, image: Path | None) -> None:
    """Prints the row with this key and the lines it came from; draws them where ``image`` is given."""
    from ingest.evidence import find_row

    row = find_row(warehouse, key)
    out.print(f"{row.relation.name}: {key}", style="bold", markup=False)
    for column in row.relation.columns:
        value = row.values[column.name]
        if value is not None and value != "":
            text = plain(value)
            out.print(f"  {column.name:<18}{text[:LONGEST]}{'…' if len(text) > LONGEST else ''}", markup=False)
    if row.values.get("document_id"):
        _show_proof(warehouse, row, image)


def show_table(warehouse: Warehouse, table_id: str, image: Path | None) -> None:
    """Prints a table as it was read: heads, rows and the place of the whole."""
    from rich import box
    from rich.table import Table

    from ingest.evidence import draw_row, find_row

    row = find_row(warehouse, table_id)
    if row.relation.name != "tables":
        raise NotFound(f"{table_id} is no table", "select table_id, caption from tables")
    cells = warehouse.query("SELECT * FROM cells WHERE table_id = ? ORDER BY row, col", [table_id])
    values = row.values
    title = " ".join(filter(None, (values["table_no"], values["caption"]))) or "(no caption)"
    out.print(title, style="bold", markup=False)
    out.print(f"  {where(values)}, read by {values['method']}, confidence {values['confidence']:.2f}", markup=False)
    grid = [["" for _ in range(values["n_cols"])] for _ in range(values["n_rows"])]
    heads = set()
    for cell in cells:
        grid[cell["row"]][cell["col"]] = cell["text"]
        if cell["is_header"] and cell["col"] > 0:
            heads.add(cell["row"])
    numeric = {c["col"] for c in cells if not c["is_header"]}
    shown = Table(box=box.SIMPLE, show_header=False, pad_edge=False)
    for column in range(values["n_cols"]):
        shown.add_column(justify="right" if column in numeric and column else "left", overflow="fold")
    for number, texts in enumerate(grid):
        shown.add_row(*texts, style="bold" if number in heads else None)
    out.print(shown)
    if values["note"]:
        out.print(f"  {values['note']}", markup=False)
    if image is not None:
        draw_row(warehouse, row, image)
        out.print(f"  drawn to {image}", markup=False)


def _show_proof(warehouse: Warehouse, row: FoundRow, image: Path | None) -> None:
    from ingest.evidence import draw_row, proof_lines

    documents = warehouse.query(
        "SELECT filename, path FROM documents WHERE document_id = ?", [row.values["document_id"]]
    )
    if documents:
        out.print(f"  from {documents[0]['filename']}, {where(row.values)}", markup=False)
    for line in proof_lines(warehouse, row):
        number = f"{line.number:>6} " if line.number is not None else "       "
        out.print(
            f"{number}{'▸' if line.proof else ' '} {line.text}", style=None if line.proof else "dim", markup=False
        )
    if image is not None:
        draw_row(warehouse, row, image)
        out.print(f"  drawn to {image}", markup=False)


def plain(value: Any) -> str:
    """A value as people read it: numbers without trailing zeros, nothing for NULL."""
    if value is None:
        return ""
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    if isinstance(value, list):
        return ", ".join(plain(item) for item in value)
    return str(value)


def where(row: dict[str, Any]) -> str:
    """The place of a row in words: pages, and lines where the file is text."""
    told = []
    for name, first, last in (("page", "page_first", "page_last"), ("line", "line_first", "line_last")):
        start, end = row.get(first) or row.get(name), row.get(last)
        if start is not None:
            told.append(f"{name}s {start}–{end}" if end is not None and end != start else f"{name} {start}")
    return ", ".join(told) or "place unknown"
