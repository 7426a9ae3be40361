"""Documents made in a test: from the printed text of pages, or from lines with places as a PDF has them."""

from __future__ import annotations

from schemas.document import Box, Document, Line, Page, Word


def text_document(*pages: str, tabbed: bool = False) -> Document:
    """A text document with these pages; a page is its lines joined by newlines."""
    made, index = [], 0
    for number, text in enumerate(pages, start=1):
        lines = []
        for row in text.split("\n"):
            lines.append(Line(index, number, row, index + 1))
            index += 1
        made.append(Page(number, tuple(lines)))
    return Document("0" * 64, "made.txt", "text/plain", tuple(made), "text", paged=len(pages) > 1, tabbed=tabbed)


def pdf_line(
    text: str, x: float, y: float, *, size: float = 10.0, bold: bool = False, angle: int = 0
) -> tuple[str, list[Word]]:
    """A line of a PDF: every character is half its size wide; a word written ``^3`` is raised."""
    words = []
    for part in text.split():
        raised = part.startswith("^")
        part = part.removeprefix("^")
        width = 0.5 * size * len(part)
        words.append(Word(part, x, y, x + width, y + size, size, angle, bold, raised))
        x += width + 0.5 * size
    return " ".join(word.text for word in words), words


def pdf_document(*pages: list[tuple[str, list[Word]]], height: float = 842.0) -> Document:
    """A PDF document with these pages of lines made by :func:`pdf_line`."""
    made, index = [], 0
    for number, rows in enumerate(pages, start=1):
        lines = []
        for text, words in rows:
            box = Box(words[0].x0, words[0].y0, words[-1].x1, words[0].y1)
            lines.append(Line(index, number, text, None, box, tuple(words)))
            index += 1
        made.append(Page(number, tuple(lines), width=595.0, height=height, text_source="pdf"))
    return Document("1" * 64, "made.pdf", "application/pdf", tuple(made), "pdf")
