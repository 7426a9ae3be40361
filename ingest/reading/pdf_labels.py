"""The numbers printed at the heads and feet of a PDF's pages."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ingest.reading.paging import find_labels
from schemas.document import Page

HEAD, FOOT = 0.14, 0.86
"""Shares of the page's height above and below which page numbers stand."""


def with_printed_labels(pages: Sequence[Page]) -> tuple[Page, ...]:
    """The pages with the number that each prints as its label; where none is found, the file's own label stays."""
    printed = find_labels([_edges(page) for page in pages])
    return tuple(
        page if label is None or label == page.label else replace(page, label=label)
        for page, label in zip(pages, printed, strict=True)
    )


def _edges(page: Page) -> list[str]:
    """What is printed at the head and the foot of a page."""
    height = page.height or 0.0
    return [
        line.text
        for line in page.lines
        if line.box is not None and (line.box.y1 <= HEAD * height or line.box.y0 >= FOOT * height)
    ]
