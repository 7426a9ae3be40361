"""Rows as columns: made by the process that read the document, so that to load them makes no object of a value.

What passes between processes is one run of bytes for a document. Columns of several documents are put together by
joining their buffers (:mod:`ingest.warehouse.columns`), so each value has a byte that tells whether it is NULL, and
text its lengths.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any

from schemas.relations import BOX, TEXT, Column, Relation

CORNERS = ("x0", "y0", "x1", "y1")
"""Fields of a box, each with values of its own."""

MISFITS = (AttributeError, OverflowError, TypeError, ValueError)
"""What is raised where a value does not fit the type of its column."""

EPOCH = datetime(1970, 1, 1)
DAY_ZERO = EPOCH.toordinal()
MICROSECOND = timedelta(microseconds=1)


@dataclass(slots=True)
class PackedRows:
    """The rows of a relation and where the buffers of their columns lie in the bytes of the document.

    ``places`` has 64-bit integers, column by column: how many values are NULL, and the first and last byte (behind
    the last, as in a slice) of each buffer. The first buffer has a byte for each value, 1 where there is one and 0
    for NULL. Behind it text has the lengths in 32 bits and the letters in UTF-8, a box its corners, everything else
    its values.
    """

    length: int
    places: bytes


@dataclass(slots=True)
class Packed:
    """The rows of a document, by the names of their relations: bytes, and where in them the rows are."""

    data: bytes
    relations: dict[str, PackedRows]
    findings: dict[tuple[str, str], int] = field(default_factory=dict)
    """How many of them are findings of a severity and rule; whoever packs tells."""

    @property
    def counts(self) -> dict[str, int]:
        """Rows by relation."""
        return {name: rows.length for name, rows in self.relations.items()}


def pack(tables: Iterable[tuple[Relation, Sequence[tuple[Any, ...]]]]) -> Packed:
    """Packs rows, values in the order of their relation's columns; relations without rows are left out.

    Raises:
        AttributeError, OverflowError, TypeError, ValueError: a value does not fit the type of its column.
    """
    filled = [(relation, rows) for relation, rows in tables if rows]
    longest = max((len(rows) for _, rows in filled), default=0)
    parts = [bytes(8 * longest)]  # what is NULL throughout lies here, whatever it is
    size = 8 * longest
    packed: dict[str, PackedRows] = {}
    for relation, rows in filled:
        places = array("q")
        for column, values in zip(relation.columns, zip(*rows, strict=True), strict=True):
            missing = values.count(None)
            places.append(missing)
            if missing == len(values):
                for width in WIDTHS.get(column.sql_type, TEXT_WIDTHS):
                    places.extend((0, width * missing))
                continue
            for buffer in _buffers(column, values, missing):
                places.extend((size, size + len(buffer)))
                parts.append(buffer)
                size += len(buffer)
        packed[relation.name] = PackedRows(len(rows), places.tobytes())
    return Packed(b"".join(parts), packed)


def _buffers(column: Column, values: Sequence[Any], missing: int) -> Iterator[bytes]:
    """The buffers of a column, in their order; where a value is NULL, stands anything."""
    yield bytes([value is not None for value in values]) if missing else b"\1" * len(values)
    if column.sql_type == BOX:
        for corner in CORNERS:
            yield _doubles([box[corner] if box else 0.0 for box in values])
    elif column.sql_type in FIXED:
        make, instead = FIXED[column.sql_type]
        yield make([instead if value is None else value for value in values] if missing else values)
    else:
        if column.sql_type != TEXT:  # DuckDB makes of it what it is to be
            values = [None if value is None else str(value) for value in values]
        texts = [value or "" for value in values] if missing else values
        letters = "".join(texts).encode()
        yield array("i", map(len, texts) if letters.isascii() else [len(text.encode()) for text in texts]).tobytes()
        yield letters


def _integers(values: Sequence[int]) -> bytes:
    return array("q", values).tobytes()


def _doubles(values: Sequence[float]) -> bytes:
    return array("d", values).tobytes()


def _days(values: Sequence[date]) -> bytes:
    return array("i", [value.toordinal() - DAY_ZERO for value in values]).tobytes()


def _microseconds(values: Sequence[datetime]) -> bytes:
    return array("q", [(value - EPOCH) // MICROSECOND for value in values]).tobytes()


FIXED: dict[str, tuple[Callable[[Sequence[Any]], bytes], Any]] = {
    "BIGINT": (_integers, 0),
    "DOUBLE": (_doubles, 0.0),
    "BOOLEAN": (bytes, False),
    "DATE": (_days, EPOCH),
    "TIMESTAMP": (_microseconds, EPOCH),
}
"""SQL types whose values are all as long: the buffer of such values, and what stands in it for NULL."""

WIDTHS: dict[str, tuple[int, ...]] = {
    "BIGINT": (1, 8),
    "DOUBLE": (1, 8),
    "BOOLEAN": (1, 1),
    "DATE": (1, 4),
    "TIMESTAMP": (1, 8),
    BOX: (1, 8, 8, 8, 8),
}
"""SQL types and the bytes that NULL takes in each buffer."""
TEXT_WIDTHS = (1, 4, 0)
"""The same for what is handed over as text."""
