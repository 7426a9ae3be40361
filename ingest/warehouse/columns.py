"""Putting many rows into a table at once: as columns, which cost a quarter of what rows cost one by one.

Numbers, flags and times become arrays of their own type with a mask for NULL, text an array of Python's own
strings; DuckDB reads both where they lie. A box becomes four arrays and a decimal its text: DuckDB puts them
together and casts them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import duckdb
import numpy as np

from schemas.relations import BOX, TEXT, Column, Relation

CORNERS = ("x0", "y0", "x1", "y1")

TYPES: dict[str, tuple[Any, Any]] = {
    "BIGINT": (np.int64, 0),
    "DOUBLE": (np.float64, 0.0),
    "BOOLEAN": (np.bool_, False),
    "DATE": ("datetime64[us]", "NaT"),
    "TIMESTAMP": ("datetime64[us]", "NaT"),
}
"""Type of the array of a SQL type, and what stands in it where the value is NULL."""


def insert(db: duckdb.DuckDBPyConnection, relation: Relation, rows: Sequence[tuple[Any, ...]]) -> None:
    """Appends rows, values in the order of the relation's columns, to its table.

    Raises:
        duckdb.Error: a row breaks a check.
        OverflowError, TypeError, ValueError: a value does not fit the type of its column.
    """
    if not rows:
        return
    arrays: dict[str, Any] = {}
    values = []
    for column, told in zip(relation.columns, zip(*rows, strict=True), strict=True):
        arrays.update(_arrays(column, told))
        values.append(_value(column))
    names = ", ".join(f'"{column.name}"' for column in relation.columns)
    db.execute(f"INSERT INTO {relation.name} ({names}) SELECT {', '.join(values)} FROM arrays")  # the variable


def _arrays(column: Column, values: Sequence[Any]) -> dict[str, Any]:
    """The arrays of a column by the names that :func:`_value` speaks of."""
    if column.sql_type == BOX:
        return {
            f"{column.name}.{corner}": _typed("DOUBLE", [box and box[corner] for box in values])
            for corner in CORNERS
        }
    if column.sql_type in TYPES:
        return {column.name: _typed(column.sql_type, values)}
    texts = np.empty(len(values), dtype=object)
    if column.sql_type == TEXT:
        texts[:] = values
    else:
        texts[:] = [None if value is None else str(value) for value in values]
    return {column.name: texts}


def _typed(sql_type: str, values: Sequence[Any]) -> Any:
    kind, instead = TYPES[sql_type]
    if None not in values:
        return np.array(values, dtype=kind)
    filled = np.array([instead if value is None else value for value in values], dtype=kind)
    return np.ma.masked_array(filled, [value is None for value in values])


def _value(column: Column) -> str:
    """A column's value as SQL over its arrays."""
    if column.sql_type == BOX:
        corners = ", ".join(f"'{corner}': \"{column.name}.{corner}\"" for corner in CORNERS)
        return f'CASE WHEN "{column.name}.x0" IS NOT NULL THEN {{{corners}}} END'
    if column.sql_type in ("BIGINT", "DOUBLE", "BOOLEAN", TEXT):
        return f'"{column.name}"'
    return f'CAST("{column.name}" AS {column.sql_type})'
