"""Out of the warehouse: relations or the answer of a query as Parquet, CSV, JSON lines or Excel.

Rows are ordered by their keys and clocks are left out, so that two warehouses of the same content export to the
same bytes. What a packet prints must not act where it is opened: text that a spreadsheet would take for a formula
is kept text.
"""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal

from ingest.warehouse.dictionary import render
from ingest.warehouse.store import Warehouse
from schemas.errors import WarehouseError
from schemas.relations import RELATIONS, RUN_DOCUMENTS, RUNS

Format = Literal["parquet", "csv", "jsonl", "xlsx"]

CLOCKS = frozenset({"ingested_at"})
VIEWS = ("meetings", "municipalities", "target_results")

FORMULA = re.compile(r"[=+\-@\t\r]")
PLAIN_NUMBER = re.compile(r"[-+–−]?[\d\s.,%]*")
"""What begins like a formula and is only a number or a dash."""

EXCEL_ROWS = 1_048_575
"""Rows of a worksheet under its head."""


def export_relations(warehouse: Warehouse, folder: Path, form: Format, names: Sequence[str] = ()) -> list[Path]:
    """Writes each relation (all, or those named) to a file of the folder, with the data dictionary beside them."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, question in _questions(names):
        written.append(export_query(warehouse, question, folder / f"{name}.{form}", form))
    dictionary = folder / "data-dictionary.md"
    dictionary.write_text(render(), encoding="utf-8")
    return [*written, dictionary]


def _questions(names: Sequence[str]) -> Iterable[tuple[str, str]]:
    for relation in RELATIONS:
        if (relation.name in names) if names else relation not in (RUNS, RUN_DOCUMENTS):
            columns = ", ".join(f'"{c.name}"' for c in relation.columns if c.name not in CLOCKS)
            order = ", ".join(f'"{name}"' for name in relation.key)
            yield relation.name, f"SELECT {columns} FROM {relation.name} ORDER BY {order}"
    for name in VIEWS:
        if not names or name in names:
            yield name, f"SELECT * FROM {name} ORDER BY ALL"


def export_query(warehouse: Warehouse, question: str, target: Path, form: Format) -> Path:
    """Writes the answer of a query to a file."""
    if form == "parquet":
        path = str(target).replace("'", "''")
        warehouse.answer(f"COPY ({question.rstrip().rstrip(';')}) TO '{path}' (FORMAT parquet, COMPRESSION zstd)")
        return target
    names, rows = warehouse.answer(question)
    try:
        if form == "csv":
            _write_csv(target, names, rows)
        elif form == "jsonl":
            _write_json_lines(target, names, rows)
        else:
            _write_excel(target, names, rows)
    except OSError as error:
        raise WarehouseError(
            f"{target} cannot be written: {error.strerror}", "Check free space and rights"
        ) from error
    return target


def _write_csv(target: Path, names: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    with target.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.writer(handle, lineterminator="\n")
        writer.writerow(names)
        writer.writerows([[harmless(_flat(value)) for value in row] for row in rows])


def _write_json_lines(target: Path, names: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    with target.open("w", encoding="utf-8", newline="\n") as handle:
        for row in rows:
            record = dict(zip(names, map(_json_value, row), strict=True))
            handle.write(json.dumps(record, ensure_ascii=False, separators=(",", ":")) + "\n")


def _write_excel(target: Path, names: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    import xlsxwriter

    options = {"strings_to_formulas": False, "strings_to_urls": False, "constant_memory": True}
    with xlsxwriter.Workbook(str(target), options) as book:
        book.set_properties({"created": datetime(2000, 1, 1)})  # a clock would make every export differ
        bold = book.add_format({"bold": True})
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        for start in range(0, max(len(rows), 1), EXCEL_ROWS):
            sheet = book.add_worksheet()
            sheet.write_row(0, 0, names, bold)
            sheet.freeze_panes(1, 0)
            for number, row in enumerate(rows[start : start + EXCEL_ROWS], 1):
                for column, value in enumerate(row):
                    if isinstance(value, Decimal):
                        sheet.write_number(number, column, float(value))
                    elif isinstance(value, date):
                        sheet.write_datetime(number, column, datetime(value.year, value.month, value.day), day)
                    elif isinstance(value, bool | int | float):
                        sheet.write(number, column, value)
                    elif value is not None:
                        sheet.write_string(number, column, str(_flat(value))[:32_767])


def harmless(value: Any) -> Any:
    """Text that a spreadsheet would run gets an apostrophe in front; numbers and dashes stay as they are."""
    if isinstance(value, str) and FORMULA.match(value) and not PLAIN_NUMBER.fullmatch(value):
        return "'" + value
    return value


def _flat(value: Any) -> Any:
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    if isinstance(value, dict):
        return " ".join(f"{number:.1f}" for number in value.values())
    return value


def _json_value(value: Any) -> Any:
    if isinstance(value, Decimal):
        return f"{value.normalize():f}"
    if isinstance(value, date | datetime):
        return value.isoformat()
    return value
