"""From record types to relations: names, SQL types, DDL with comments, and the stamping of keys."""

from __future__ import annotations

import types
from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from schemas import records
from schemas.document import Box
from schemas.records import Record

TEXT = "VARCHAR"
BOX = "STRUCT(x0 DOUBLE, y0 DOUBLE, x1 DOUBLE, y1 DOUBLE)"

SQL_TYPES: dict[Any, str] = {
    str: TEXT,
    int: "BIGINT",
    float: "DOUBLE",
    bool: "BOOLEAN",
    Decimal: "DECIMAL(38, 9)",
    date: "DATE",
    datetime: "TIMESTAMP",
    Box: BOX,
}


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a relation, derived from a field of its record type."""

    name: str
    sql_type: str
    comment: str
    nullable: bool
    key: bool
    ref: str | None
    choices: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """A relation of the warehouse and the record type behind it."""

    name: str
    record: type[Any]

    @property
    def comment(self) -> str:
        """The record type's docstring on one line."""
        return " ".join((self.record.__doc__ or "").split())

    @property
    def columns(self) -> tuple[Column, ...]:
        """Columns in the order of the record's fields."""
        return _columns(self.record)  # type: ignore[arg-type]  # a class is hashable

    @property
    def key(self) -> tuple[str, ...]:
        """Names of the key columns."""
        return tuple(column.name for column in self.columns if column.key)

    def position(self, column: str) -> int:
        """Place of a column among the columns."""
        return [item.name for item in self.columns].index(column)

    def create(self) -> list[str]:
        """The statements that make the table with its checks and comments."""
        parts = []
        for column in self.columns:
            text = f'"{column.name}" {column.sql_type}'
            if not column.nullable:
                text += " NOT NULL"
            if column.choices:
                listed = ", ".join(f"'{choice}'" for choice in column.choices)
                text += f' CHECK ("{column.name}" IN ({listed}))'
            parts.append(text)
        body = ",\n  ".join(parts)
        statements = [f"CREATE TABLE IF NOT EXISTS {self.name} (\n  {body}\n)"]
        statements.append(f"COMMENT ON TABLE {self.name} IS {_quoted(self.comment)}")
        statements += [
            f'COMMENT ON COLUMN {self.name}."{column.name}" IS {_quoted(column.comment)}' for column in self.columns
        ]
        return statements


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


@cache
def _columns(record: type[Any]) -> tuple[Column, ...]:
    hints = get_type_hints(record)
    result = []
    for item in fields(record):
        hint = hints[item.name]
        nullable = False
        if get_origin(hint) in (Union, types.UnionType):
            options = [option for option in get_args(hint) if option is not type(None)]
            nullable = len(options) < len(get_args(hint))
            hint = options[0]
        choices: tuple[str, ...] = ()
        if get_origin(hint) is Literal:
            choices = get_args(hint)
            hint = str
        result.append(
            Column(
                name=item.name,
                sql_type=SQL_TYPES[hint],
                comment=item.metadata["comment"],
                nullable=nullable,
                key=item.metadata["key"],
                ref=item.metadata["ref"],
                choices=choices,
            )
        )
    return tuple(result)


DOCUMENTS = Relation("documents", records.DocumentRow)
PAGES = Relation("pages", records.PageRow)
FINDINGS = Relation("findings", records.Finding)
RUNS = Relation("runs", records.RunRow)
RUN_DOCUMENTS = Relation("run_documents", records.RunDocument)

EXTRACTED: tuple[Relation, ...] = (
    Relation("items", records.ItemRow),
    Relation("attachments", records.AttachmentRow),
    Relation("sections", records.SectionRow),
    Relation("passages", records.PassageRow),
    Relation("recommendations", records.Recommendation),
    Relation("decisions", records.Decision),
    Relation("appointments", records.Appointment),
    Relation("tables", records.Table),
    Relation("cells", records.Cell),
    Relation("observations", records.Observation),
    Relation("targets", records.Target),
    Relation("results", records.Result),
    Relation("mentions", records.Mention),
    Relation("item_references", records.Reference),
    FINDINGS,
)
"""Relations whose rows are drawn from a document, in the order they are loaded."""

GOAL_LINKS = Relation("goal_links", records.GoalLink)

RELATIONS: tuple[Relation, ...] = (DOCUMENTS, PAGES, *EXTRACTED, GOAL_LINKS, RUNS, RUN_DOCUMENTS)


def stamp(document_id: str, rows: Iterable[Record]) -> dict[str, list[Record]]:
    """Gives every row its document and its key, in place, and sorts the rows by relation.

    Keys are ``<document_id>-<relation's letter><running number>``; a local key that an extractor set itself and
    every reference to it get the document in front. The order of rows decides the numbers, so extractors must
    be deterministic.

    Returns a list of rows for each relation of :data:`EXTRACTED`, empty lists included.
    """
    by_relation: dict[str, list[Record]] = {relation.name: [] for relation in EXTRACTED}
    by_record = {relation.record: by_relation[relation.name] for relation in EXTRACTED}
    for row in rows:
        by_record[type(row)].append(row)
    for relation in EXTRACTED:
        (key,) = relation.key
        refs = [column.name for column in relation.columns if column.ref]
        before = f"{document_id}-"
        letter = relation.name[:3]
        for number, row in enumerate(by_relation[relation.name], 1):
            row.document_id = document_id
            setattr(row, key, f"{before}{getattr(row, key) or f'{letter}{number:05d}'}")
            for ref in refs:
                if (value := getattr(row, ref)) is not None:
                    setattr(row, ref, f"{before}{value}")
    return by_relation
