"""Flattened tables made for tests: text in, facts out."""

from __future__ import annotations

from extractors.tables.flat.extract import find_flat_tables
from schemas.document import Document, Line, Page
from schemas.packet import Packet

Facts = list[tuple[str, str, str]]


def packet(text: str, **parts: object) -> Packet:
    lines = tuple(Line(i, 1, line, i + 1) for i, line in enumerate(text.strip("\n").split("\n")))
    document = Document("0" * 64, "prøve.txt", "text/plain", (Page(1, lines),), "text", paged=False)
    return Packet(document=document, **parts)  # type: ignore[arg-type]


def facts(text: str) -> Facts:
    """(row path, column path, value) of every cell of every table, in printed order."""
    found: Facts = []
    for grid in find_flat_tables(packet(text))[0]:
        for cell in grid.cells:
            if not cell.is_header and cell.col in grid.data_cols:
                found.append(
                    (" / ".join(grid.row_paths[cell.row]), " / ".join(grid.col_paths[cell.col]), cell.text)
                )
    return found


def rows(heads: list[str], *lines: tuple[str, str]) -> Facts:
    """Expected facts of full rows: ``("Nord", "1 2")``; a blank cell is ``_``."""
    return [
        (label, head, value)
        for label, values in lines
        for head, value in zip(heads, values.split(), strict=True)
        if value != "_"
    ]


def doubled(text: str) -> str:
    """The same lines with an empty line behind each, as some converters print them."""
    return "\n\n".join(text.strip("\n").split("\n"))


SIMPLE = """
Tabel 1 - Antal pladser fordelt på område
Område År 2022 År 2021
Nordbyen 12 1.014
Sydbyen 7 -
I alt 19 1.014
"""
