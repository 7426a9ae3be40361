"""``bilag show``: what an agenda item, a table or any row holds, and the words that prove it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from ingest.commands.options import DEFAULT_WAREHOUSE, DocumentOption, WarehouseOption, explained, out
from ingest.commands.rows import plain, show_row, show_table, where
from schemas.errors import NotFound, UsageError

if TYPE_CHECKING:
    from ingest.warehouse.store import Warehouse

ITEM_NUMBER = re.compile(r"\d+(\.\d+)*\.?")

ITEMS = """
SELECT i.*, d.filename FROM items i JOIN documents d USING (document_id)
WHERE i.item_no = ? AND (? IS NULL OR contains(d.filename, ?) OR contains(d.document_id, ?))
ORDER BY d.filename, i.item_id
"""
PARTS: tuple[tuple[str, str], ...] = (
    ("attachments", "SELECT * FROM attachments WHERE document_id = ? AND item_no = ? ORDER BY attachment_id"),
    ("sections", "SELECT * FROM sections WHERE document_id = ? AND item_no = ? ORDER BY section_id"),
    ("recommendations", "SELECT * FROM recommendations WHERE document_id = ? AND item_no = ? ORDER BY seq"),
    ("decisions", "SELECT * FROM decisions WHERE document_id = ? AND item_no = ? ORDER BY seq"),
    ("appointments", "SELECT * FROM appointments WHERE document_id = ? AND item_no = ? ORDER BY appointment_id"),
    ("tables", "SELECT * FROM tables WHERE document_id = ? AND item_no = ? ORDER BY table_id"),
    (
        "target_results",
        "SELECT * FROM target_results WHERE document_id = ? AND item_no = ? ORDER BY target_id, result_id",
    ),
)
COUNTS = "SELECT count(*) AS n FROM {relation} WHERE document_id = ? AND item_no = ?"


def show(
    item: Annotated[
        str | None,
        typer.Argument(
            metavar="ITEM",
            help="Number of an agenda item, such as 2.4, or the key of any row; of a page DOCUMENT_ID:PAGE.",
        ),
    ] = None,
    db: WarehouseOption = DEFAULT_WAREHOUSE,
    document: DocumentOption = None,
    table: Annotated[str | None, typer.Option(metavar="ID", help="Print this table as it was read.")] = None,
    image: Annotated[
        Path | None, typer.Option(metavar="PNG", help="Draw the PDF page with the evidence marked to this file.")
    ] = None,
) -> None:
    """Show what an agenda item holds, or any row of the warehouse with the words it came from."""
    from ingest.warehouse.store import Warehouse

    with explained():
        if (item is None) == (table is None):
            raise UsageError("Give an item, a key, or --table ID", "bilag show 2.4")
        with Warehouse(db, read_only=True) as warehouse:
            if table is not None:
                show_table(warehouse, table, image)
            elif item is not None and ITEM_NUMBER.fullmatch(item):
                _show_items(warehouse, item.rstrip("."), document)
            elif item is not None:
                show_row(warehouse, item, image)


def _show_items(warehouse: Warehouse, number: str, document: str | None) -> None:
    rows = warehouse.query(ITEMS, [number, document, document, document])
    if not rows:
        raise NotFound(f"No document of {warehouse.path} has an item {number}", "See: bilag status")
    for row in rows:
        _show_item(warehouse, row)


def _show_item(warehouse: Warehouse, row: dict[str, Any]) -> None:
    kind = f"{row['item_type']}: " if row["item_type"] else ""
    out.print(f"{row['item_no']} {kind}{row['title']}", style="bold", markup=False)
    out.print(f"  {row['filename']}, {where(row)}", markup=False)
    facts = [("case", row["case_no"]), ("caseworker", row["caseworker"]), ("chapter", row["chapter"])]
    told = ", ".join(f"{name} {value}" for name, value in facts if value)
    if told:
        out.print(f"  {told}", markup=False)
    key = [row["document_id"], row["item_no"]]
    for name, query in PARTS:
        found = warehouse.query(query, key)
        if found:
            out.print(f"  {name}", style="bold", markup=False)
            for part in found:
                out.print(f"    {_line(name, part)}", markup=False)
    for relation in ("observations", "mentions"):
        (count,) = warehouse.query(COUNTS.format(relation=relation), key)
        out.print(f"  {relation}: {count['n']}", markup=False)


def _line(name: str, part: dict[str, Any]) -> str:
    if name == "attachments":
        missing = " (listed only)" if part["listed_only"] else f", {where(part)}"
        return f"Bilag {part['attachment_no']}: {part['title'] or '(no title)'}{missing}"
    if name == "sections":
        return f"{part['section']}, {where(part)}"
    if name in ("recommendations", "decisions"):
        return f"{part['seq']}. {part['text']} [{part['action'] or '?'}] {where(part)}"
    if name == "appointments":
        return f"{part['body'] or '?'}: {part['person'] or '(seat to be filled)'} {where(part)}"
    if name == "tables":
        title = " ".join(filter(None, (part["table_no"], part["caption"]))) or "(no caption)"
        return f"{part['table_id']}: {title}, {part['n_rows']} × {part['n_cols']}, {where(part)}"
    goal = part["sub_no"] or part["goal_no"]
    target = f"{part['comparator'] or ''} {plain(part['target_value'])} {part['target_unit'] or ''}".strip()
    result = f"{plain(part['result_value'])} {part['result_unit'] or ''}".strip()
    what = " ".join(filter(None, (goal, part["metric"], part["segment"])))
    return f"{what}: {target or '–'} → {result or '–'} ({part['status']})"
