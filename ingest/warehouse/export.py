"""Out of the warehouse: relations or the answer of a query as Parquet, CSV, JSON lines or Excel.

Rows are ordered by their keys and clocks are left out, so that two warehouses of the same content export to the
same bytes. What a packet prints must not act where it is opened: text that a spreadsheet would take for a formula
is kept text.
"""

from __future__ import annotations

import csv
import io
import json
import os
import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal

import duckdb

from ingest.outputs import make_folder, write_text, written
from ingest.warehouse.dictionary import render
from ingest.warehouse.store import Warehouse
from schemas.errors import NotFound
from schemas.relations import RELATIONS, RUN_DOCUMENTS, RUNS

Format = Literal["parquet", "csv", "jsonl", "xlsx"]

CLOCKS = frozenset({"ingested_at"})
VIEWS = ("meetings", "municipalities", "target_results")

FORMULA = re.compile(r"[=+\-@\t\r]")
PLAIN_NUMBER = re.compile(r"[-+–−]?[\d\s.,%]*")
"""What begins like a formula and is only a number or a dash."""

EXCEL_ROWS, EXCEL_TEXT = 1_048_575, 32_767
"""Rows of a worksheet under its head; characters of a cell."""

CUT = " … [cut: Excel takes no more]"
"""The end of a text that is longer than a cell holds."""

EXCEL_YEAR = 1900
"""Excel knows no earlier dates: they are written as text."""

ERROR_NUMBER = re.compile(r'"errno":"(\d+)"')
"""Where DuckDB puts the system's error number."""


def export_relations(warehouse: Warehouse, folder: Path, form: Format, names: Sequence[str] = ()) -> list[Path]:
    """Writes each relation (all, or those named) to a file of the folder, with the data dictionary beside them.

    Raises:
        NotFound: there is no relation of a name.
        OutputError: a file cannot be written; it is then not there, those before it are.
    """
    known = {*(relation.name for relation in RELATIONS), *VIEWS}
    if strange := [name for name in names if name not in known]:
        raise NotFound(f"There is no relation {', '.join(strange)} to export", "Take a view with --query")
    make_folder(folder)
    written = []
    for name, question in _questions(names):
        written.append(export_query(warehouse, question, folder / f"{name}.{form}", form))
    dictionary = folder / "data-dictionary.md"
    write_text(dictionary, render())
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
    """Writes the answer of a query to a file, whole or not at all.

    Raises:
        QueryError: the query is not valid.
        OutputError: the file cannot be written.
    """
    if form == "parquet":
        _write_parquet(warehouse, question, target)
        return target
    names, rows = warehouse.answer(question)
    with written(target) as passing:
        if form == "csv":
            _write_csv(passing, names, rows)
        elif form == "jsonl":
            _write_json_lines(passing, names, rows)
        else:
            _write_excel(passing, names, rows)
    return target


def _write_parquet(warehouse: Warehouse, question: str, target: Path) -> None:
    question = question.rstrip().rstrip(";")
    warehouse.answer(f"EXPLAIN {question}")  # a wrong query is not an output that cannot be written
    with written(target) as passing:
        path = str(passing).replace("'", "''")
        try:
            warehouse.db.execute(f"COPY ({question}) TO '{path}' (FORMAT parquet, COMPRESSION zstd)")
        except duckdb.Error as error:
            number = ERROR_NUMBER.search(str(error))
            told = os.strerror(int(number[1])) if number else str(error).strip().splitlines()[0]
            raise OSError(told) from error


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

    options = {
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "constant_memory": True,
        "nan_inf_to_errors": True,
    }
    packed = io.BytesIO()
    with xlsxwriter.Workbook(packed, options) as book:
        book.set_properties({"created": datetime(2000, 1, 1)})  # a clock would make every export differ
        bold = book.add_format({"bold": True})
        forms = {date: book.add_format({"num_format": "yyyy-mm-dd"})}
        forms[datetime] = book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"})
        for start in range(0, max(len(rows), 1), EXCEL_ROWS):
            sheet = book.add_worksheet()
            for column, name in enumerate(names):
                sheet.write_string(0, column, name, bold)
            sheet.freeze_panes(1, 0)
            for number, row in enumerate(rows[start : start + EXCEL_ROWS], 1):
                for column, value in enumerate(row):
                    if isinstance(value, Decimal):
                        sheet.write_number(number, column, float(value))
                    elif isinstance(value, date) and value.year >= EXCEL_YEAR:
                        moment = value if isinstance(value, datetime) else datetime(*value.timetuple()[:3])
                        sheet.write_datetime(number, column, moment.replace(tzinfo=None), forms[type(value)])
                    elif isinstance(value, bool | int | float):
                        sheet.write(number, column, value)
                    elif value is not None:
                        text = str(_flat(value))
                        cut = text if len(text) <= EXCEL_TEXT else text[: EXCEL_TEXT - len(CUT)] + CUT
                        sheet.write_string(number, column, cut)
    target.write_bytes(packed.getvalue())


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
