"""Appending packed rows to a table: columns of several documents joined, and read by DuckDB where they lie.

They are handed over by Arrow's C interface (https://arrow.apache.org/docs/format/CDataInterface.html): structures
that tell where buffers are. No value becomes an object of Python.
"""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from ctypes import CFUNCTYPE, addressof, c_char_p, c_int, c_int64, c_void_p, cast
from functools import cache
from typing import Any

import duckdb
import numpy as np

from ingest.packing import CORNERS, Packed, PackedRows, pack
from schemas.relations import BOX, TEXT, Column, Relation

FORMATS = {"BIGINT": b"l", "DOUBLE": b"g", "BOOLEAN": b"b", "DATE": b"tdD", "TIMESTAMP": b"tsu:", BOX: b"+s"}
"""Arrow's names of the types; what is not here is handed over as text."""

NULLABLE = 2
STREAM = b"arrow_array_stream"
MOST_LETTERS = 2**31 - 1
"""Bytes of text in a column: where each begins is told in 32 bits."""


class _Schema(ctypes.Structure):
    _fields_ = (
        ("format", c_char_p),
        ("name", c_char_p),
        ("metadata", c_char_p),
        ("flags", c_int64),
        ("n_children", c_int64),
        ("children", c_void_p),
        ("dictionary", c_void_p),
        ("release", c_void_p),
        ("private", c_void_p),
    )


class _Array(ctypes.Structure):
    _fields_ = (
        ("length", c_int64),
        ("null_count", c_int64),
        ("offset", c_int64),
        ("n_buffers", c_int64),
        ("n_children", c_int64),
        ("buffers", c_void_p),
        ("children", c_void_p),
        ("dictionary", c_void_p),
        ("release", c_void_p),
        ("private", c_void_p),
    )


class _Stream(ctypes.Structure):
    _fields_ = (
        ("get_schema", c_void_p),
        ("get_next", c_void_p),
        ("get_last_error", c_void_p),
        ("release", c_void_p),
        ("private", c_void_p),
    )


_NO_MORE = _Array()
"""What a stream gives at its end: a released array."""

_Release = CFUNCTYPE(None, c_void_p)
_Get = CFUNCTYPE(c_int, c_void_p, c_void_p)


def _releasing(structure: type[ctypes.Structure]) -> Any:
    """A function that marks such structures as released. What they told of is ours and goes later."""
    place = structure.release.offset

    def release(address: int) -> None:
        c_void_p.from_address(address + place).value = None

    return _Release(release)


_release_schema, _release_array, _release_stream = map(_releasing, (_Schema, _Array, _Stream))
_last_error = CFUNCTYPE(c_void_p, c_void_p)(lambda _: None)
_capsule = ctypes.PYFUNCTYPE(ctypes.py_object, c_void_p, c_char_p, c_void_p)(("PyCapsule_New", ctypes.pythonapi))


def _address(function: Any) -> int | None:
    return cast(function, c_void_p).value


def insert(db: duckdb.DuckDBPyConnection, relation: Relation, rows: Sequence[tuple[Any, ...]]) -> None:
    """Appends rows, values in the order of the relation's columns, to its table.

    Raises:
        duckdb.Error: a row breaks a check.
        AttributeError, OverflowError, TypeError, ValueError: a value does not fit the type of its column.
    """
    append(db, relation, [pack([(relation, rows)])])


def append(db: duckdb.DuckDBPyConnection, relation: Relation, documents: Sequence[Packed], **instead: str) -> None:
    """Appends the rows that documents have of a relation to its table, in the order of the documents.

    ``instead`` gives other SQL for a column.

    Raises:
        duckdb.Error: a row breaks a check.
    """
    holders = [packed for packed in documents if relation.name in packed.relations]
    if not holders:
        return
    stretch = _Stretch(relation, [(packed.data, packed.relations[relation.name]) for packed in holders])
    names = ", ".join(f'"{column.name}"' for column in relation.columns)
    values = ", ".join(instead.get(column.name) or _value(column) for column in relation.columns)
    assert stretch  # DuckDB finds it by the name of the variable
    db.execute(f"INSERT INTO {relation.name} ({names}) SELECT {values} FROM stretch")


def _value(column: Column) -> str:
    """A column's value as SQL over its array."""
    if column.sql_type in (*FORMATS, TEXT):
        return f'"{column.name}"'
    return f'CAST("{column.name}" AS {column.sql_type})'


class _Stretch:
    """Rows of a relation, of one document after the other, as DuckDB asks for them: a stream of one array. It must
    outlive the statement that reads it."""

    def __init__(self, relation: Relation, documents: Sequence[tuple[bytes, PackedRows]]) -> None:
        self._kept: list[Any] = []
        self._schema = _schema(relation)
        self._documents = documents
        self._length = sum(rows.length for _, rows in documents)
        self._places = [iter(memoryview(rows.places).cast("q")) for _, rows in documents]
        self._rows = self._array(0, [None], [self._column(column) for column in relation.columns])

    def _column(self, column: Column) -> _Array:
        missing = sum(map(next, self._places))
        there = self._joined()
        valid = np.packbits(np.frombuffer(there, dtype=np.bool_), bitorder="little") if missing else None
        if column.sql_type == BOX:
            return self._array(missing, [valid], [self._array(0, [None, self._joined()]) for _ in CORNERS])
        if column.sql_type not in FORMATS:
            lengths = np.frombuffer(self._joined(), dtype=np.int32)
            letters = self._joined()
            if len(letters) > MOST_LETTERS:
                raise OverflowError("more text than a column takes at once")
            begins = np.zeros(self._length + 1, dtype=np.int32)
            np.cumsum(lengths, out=begins[1:])
            return self._array(missing, [valid, begins, letters])
        values: Any = self._joined()
        if column.sql_type == "BOOLEAN":
            values = np.packbits(np.frombuffer(values, dtype=np.bool_), bitorder="little")
        return self._array(missing, [valid, values])

    def _joined(self) -> bytes:
        """The next buffer, of all documents."""
        return b"".join(
            [
                data[next(place) : next(place)]
                for (data, _), place in zip(self._documents, self._places, strict=True)
            ]
        )

    def _array(self, missing: int, buffers: Sequence[Any], children: Sequence[_Array] = ()) -> _Array:
        places = (c_void_p * len(buffers))(*map(_place, buffers))
        below = (c_void_p * len(children))(*map(addressof, children))
        array = _Array(
            self._length,
            missing,
            0,
            len(buffers),
            len(children),
            addressof(places),
            addressof(below),
            None,
            _address(_release_array),
            None,
        )
        self._kept += (buffers, children, places, below, array)
        return array

    def __arrow_c_stream__(self, requested_schema: object = None) -> object:
        left = [self._rows]

        def get_schema(_: int, out: int) -> int:
            ctypes.memmove(out, addressof(self._schema), ctypes.sizeof(_Schema))
            return 0

        def get_next(_: int, out: int) -> int:
            ctypes.memmove(out, addressof(left.pop() if left else _NO_MORE), ctypes.sizeof(_Array))
            return 0

        functions = (_Get(get_schema), _Get(get_next))
        stream = _Stream(*map(_address, (*functions, _last_error, _release_stream)), None)
        self._kept.append((functions, stream))
        return _capsule(addressof(stream), STREAM, None)


def _place(buffer: Any) -> int | None:
    if isinstance(buffer, bytes):
        return cast(c_char_p(buffer), c_void_p).value
    return None if buffer is None else int(buffer.ctypes.data)


_schemas: list[Any] = []
"""What schemas point at."""


@cache
def _schema(relation: Relation) -> _Schema:
    columns = []
    for column in relation.columns:
        below = [_field(corner, "DOUBLE") for corner in CORNERS] if column.sql_type == BOX else []
        columns.append(_field(column.name, column.sql_type, below))
    return _field("", BOX, columns)


def _field(name: str, sql_type: str, children: Sequence[_Schema] = ()) -> _Schema:
    below = (c_void_p * len(children))(*map(addressof, children))
    kind = FORMATS.get(sql_type, b"u")
    release = _address(_release_schema)
    field = _Schema(kind, name.encode(), None, NULLABLE, len(children), addressof(below), None, release, None)
    _schemas.extend((below, field))
    return field
