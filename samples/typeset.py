"""Pages of a PDF, written line by line so that the maker knows on which page everything stands."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import reportlab
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from shapes import MARK, Head, Row, Table, Truth

A4 = (595.0, 842.0)
SLIDE = (780.0, 540.0)
NAVY, GREY, PALE, HEAD = (0.07, 0.22, 0.36), (0.35, 0.35, 0.35), (0.91, 0.94, 0.97), (0.86, 0.9, 0.94)

FAMILIES = {
    "sans": ("Helvetica", "Helvetica-Bold"),
    "serif": ("Times-Roman", "Times-Bold"),
    "slide": ("Vera", "VeraBd"),
}

_BREAKS = re.compile(r"(?<=[^\W\d]-)(?=[^\W\d])")


def register_fonts() -> None:
    """Makes the typeface that comes with reportlab known; slides embed it, as slides do."""
    folder = Path(reportlab.__file__).parent / "fonts"
    for name in ("Vera", "VeraBd"):
        pdfmetrics.registerFont(TTFont(name, str(folder / f"{name}.ttf")))


def wrap(text: str, width: float, measure: Callable[[str], float]) -> list[str]:
    """Breaks at spaces, real hyphens and soft hyphens (``|``, printed only where the line breaks)."""
    lines: list[str] = []
    line = ""
    for word in text.split(" "):
        joint, glue = "", " " if line else ""
        for syllables in _BREAKS.split(word):
            for piece in (parts := syllables.split("|")):
                hyphen = "-" if piece is not parts[-1] else ""
                if not line or measure(line + glue + piece + hyphen) <= width:
                    line += glue + piece
                else:
                    lines.append(line + joint)
                    line = piece
                joint, glue = hyphen, ""
            joint = ""
    return [*lines, line]


@dataclass(frozen=True)
class Look:
    """How a table is drawn: ``rules`` is grid, lines, heavy or none; ``zebra`` shades every second row."""

    widths: tuple[float, ...]
    rules: str = "grid"
    zebra: bool = False
    band: bool = False
    rotated: bool = False
    repeat_head: bool = True
    size: float = 9.0
    pitch: float = 12.0


class Sheet:
    """A PDF in the making. ``y`` is the distance from the top of the page to the next line."""

    def __init__(self, path: Path, truth: Truth, *, title: str, family: str = "sans") -> None:
        self.canvas = Canvas(str(path), pagesize=A4, invariant=1, pageCompression=1)
        self.canvas.setTitle(title)
        self.canvas.setAuthor("KKR-sekretariatet")
        self.canvas.setSubject("Eksempel med opdigtet indhold")
        self.truth, self.family = truth, family
        self.page, self.size, self.y = 0, A4, 0.0
        self.left, self.right, self.top, self.bottom = 71.0, 66.0, 72.0, 78.0
        self.header, self.footer, self.furniture = "", "", False
        self.notes: list[tuple[str, str]] = []
        self.item, self.attachment = "", ""

    @property
    def width(self) -> float:
        """Width of the text area."""
        return self.size[0] - self.left - self.right

    @property
    def place(self) -> dict[str, int]:
        """The page in hand."""
        return {"page": self.page}

    def new_page(
        self, size: tuple[float, float] = A4, *, furniture: bool = True, family: str | None = None
    ) -> None:
        """Ends the page in hand and starts another, from here on in this family of type."""
        self._end_page()
        self.family = family or self.family
        self.page, self.size, self.y, self.furniture = self.page + 1, size, self.top, furniture
        self.bottom = 78.0 if size == A4 else 24.0
        self.canvas.setPageSize(size)
        if furniture and self.header:
            self.print_at(self.header, self.left, 44, 8.5, color=GREY)

    def _end_page(self) -> None:
        if not self.page:
            return
        self._print_notes()
        if self.furniture and self.footer:
            text = self.footer.format(page=self.page)
            width = pdfmetrics.stringWidth(text, self.font(), 8.5)
            self.print_at(text, self.size[0] - self.right - width, self.size[1] - 36, 8.5, color=GREY)
        self.canvas.showPage()

    def save(self) -> None:
        """Writes the file."""
        self._end_page()
        self.truth.pages = self.page
        self.truth.close({"page": self.page + 1})
        self.canvas.save()

    def font(self, bold: bool = False) -> str:
        """Name of the face in use."""
        return FAMILIES[self.family][bold]

    def measure(self, size: float, bold: bool = False) -> Callable[[str], float]:
        """A function that gives the printed width of a text."""
        font = self.font(bold)

        def width(text: str) -> float:
            marks = len(MARK.findall(text))
            return pdfmetrics.stringWidth(MARK.sub("", text), font, size) + marks * size * 0.36

        return width

    def print_at(
        self,
        text: str,
        x: float,
        y: float,
        size: float,
        *,
        bold: bool = False,
        color: tuple[float, float, float] = (0, 0, 0),
    ) -> None:
        """Prints one line with its baseline at ``y``."""
        line = self.canvas.beginText(x, self.size[1] - y)
        line.setFillColorRGB(*color)
        for position, part in enumerate(MARK.split(text)):
            raised = position % 2 == 1
            line.setFont(self.font(bold), size * 0.62 if raised else size)
            line.setRise(size * 0.36 if raised else 0)
            if part:
                line.textOut(part)
        self.canvas.drawText(line)

    def need(self, height: float) -> None:
        """Starts a new page where less than this height is left."""
        reserved = sum(11 * len(self._note_lines(*note)) for note in self.notes) + (10 if self.notes else 0)
        if self.y + height > self.size[1] - self.bottom - reserved:
            self.new_page(self.size, furniture=self.furniture)

    def space(self, height: float) -> None:
        """Leaves room."""
        self.y += height

    def text(
        self,
        text: str,
        *,
        size: float = 10.5,
        bold: bool = False,
        leading: float | None = None,
        after: float = 7.0,
        x: float | None = None,
        width: float | None = None,
        color: tuple[float, float, float] = (0, 0, 0),
        align: str = "left",
    ) -> None:
        """A paragraph."""
        leading = leading or size * 1.33
        x = self.left if x is None else x
        width = width or self.size[0] - self.right - x
        measure = self.measure(size, bold)
        for line in wrap(text, width, measure):
            self.need(leading)
            shift = width - measure(line) if align == "right" else 0.0
            self.print_at(line, x + shift, self.y, size, bold=bold, color=color)
            self.y += leading
        self.y += after

    def heading(self, text: str, level: int) -> None:
        """A heading: 0 chapter, 1 item, 2 section, 3 part of a section."""
        size, before, after = ((15, 6, 12), (12.5, 12, 3), (10.5, 8, 3), (10.5, 4, 2))[level]
        if level == 0 and self.y > self.top:
            before += 16
        self.need(before + size * 1.4 + 40)
        self.space(before)
        self.text(text, size=size, bold=True, after=after, color=NAVY if level == 0 else (0, 0, 0))

    def bullets(self, entries: Sequence[str], marker: str = "–", *, size: float = 10.5) -> None:
        """A list; ``marker`` may be ``1.`` for a numbered one."""
        for number, entry in enumerate(entries, 1):
            self.need(size * 1.33)
            mark = f"{number}." if marker == "1." else marker
            self.print_at(mark, self.left + 6, self.y, size)
            self.text(entry, size=size, x=self.left + 24, after=3)
        self.space(4)

    def footnote(self, mark: str, text: str) -> None:
        """A note at the foot of the page in hand."""
        self.notes.append((mark, text))

    def _note_lines(self, mark: str, text: str) -> list[str]:
        return wrap(f"^{mark} {text}", self.width, self.measure(8))

    def _print_notes(self) -> None:
        lines = [line for note in self.notes for line in self._note_lines(*note)]
        if lines:
            y = self.size[1] - self.bottom - 11 * len(lines) + 4
            self.rule(self.left, y - 11, self.left + 120, y - 11, 0.5)
            for position, line in enumerate(lines):
                self.print_at(line, self.left, y + 11 * position, 8)
        self.notes = []

    def rule(self, x0: float, y0: float, x1: float, y1: float, weight: float = 0.6) -> None:
        """A straight line."""
        self.canvas.setLineWidth(weight)
        self.canvas.setStrokeColorRGB(0, 0, 0)
        self.canvas.line(x0, self.size[1] - y0, x1, self.size[1] - y1)

    def fill(self, x0: float, y0: float, x1: float, y1: float, color: tuple[float, float, float] = PALE) -> None:
        """A filled rectangle."""
        self.canvas.setFillColorRGB(*color)
        self.canvas.rect(x0, self.size[1] - y1, x1 - x0, y1 - y0, stroke=0, fill=1)

    def contents(self, entries: Sequence[tuple[int, str, int]], *, size: float = 10.0) -> None:
        """A table of contents: (level, text, page) with dot leaders."""
        for level, text, page in entries:
            x = self.left + 14 * level
            self.y += 0 if level else 4
            entry_size = size - 0.5 * level
            measure = self.measure(entry_size)
            lines = wrap(text, self.width - 14 * level - 44, measure)
            for line in lines[:-1]:
                self.print_at(line, x, self.y, entry_size)
                self.y += entry_size * 1.3
            edge = self.size[0] - self.right
            number = str(page)
            dots = int((edge - x - measure(lines[-1]) - measure(number) - 1) / measure("."))
            self.print_at(f"{lines[-1]}{'.' * dots}{number}", x, self.y, entry_size)
            self.y += entry_size * 1.3 + (5 if level == 0 else 3)

    def table(self, table: Table, look: Look, *, record: bool = True) -> None:
        """Prints a table with caption and note, over as many pages as it takes."""
        TablePainter(self, table, look).paint(record=record)

    def goal_sheet(self, rows: Sequence[tuple[str, Sequence[str]]], rules: str = "grid") -> None:
        """The box Mål / Metode / Afrapportering."""
        label, size, pitch = 84.0, 9.5, 12.5
        for name, paragraphs in rows:
            lines = [
                line
                for paragraph in paragraphs
                for line in [*wrap(paragraph, self.width - label - 12, self.measure(size)), ""]
            ][:-1]
            height = pitch * len(lines) + 7
            self.need(height)
            top = self.y - 10
            self.print_at(name, self.left + 5, self.y + 1, size, bold=True)
            for line in lines:
                self.print_at(line, self.left + label + 6, self.y + 1, size)
                self.y += pitch
            self.y += 7
            edge = self.left + self.width
            if rules != "none":
                self.rule(self.left, top, edge, top)
                self.rule(self.left, self.y - 10, edge, self.y - 10)
            if rules == "grid":
                for x in (self.left, self.left + label, edge):
                    self.rule(x, top, x, self.y - 10)
        self.space(10)


class TablePainter:
    """Draws one table on a sheet."""

    def __init__(self, sheet: Sheet, table: Table, look: Look) -> None:
        self.sheet, self.table, self.look = sheet, table, look
        self.lift = look.pitch - 2  # from the baseline of a cell's first line to the cell's upper edge
        self.edges = [sheet.left]
        for width in look.widths:
            self.edges.append(self.edges[-1] + width)

    def paint(self, *, record: bool) -> None:
        """Caption, head, rows, note."""
        sheet, table, look = self.sheet, self.table, self.look
        heads = [self._height(row, head=True) for row in table.heads]
        sheet.need(sum(heads) + 20 + 4 * look.pitch)
        if table.caption:
            sheet.text(table.full_caption, size=look.size + 0.5, bold=True, after=5)
        if record:
            sheet.truth.add_table(table, sheet.place, sheet.item, sheet.attachment)
        self._head(heads)
        page = sheet.page
        for number, row in enumerate(table.rows):
            cells = (Head(row.label), *(Head(cell) for cell in row.cells))
            height = self._height(cells)
            sheet.need(height)
            if sheet.page != page:
                page = sheet.page
                if look.repeat_head:
                    self._head(heads)
                elif look.rules in ("grid", "lines"):
                    sheet.rule(self.edges[0], sheet.y - self.lift, self.edges[-1], sheet.y - self.lift)
            self._row(row, cells, height, shaded=look.zebra and number % 2 == 1)
        if look.rules == "heavy":
            sheet.rule(self.edges[0], sheet.y - self.lift + 1, self.edges[-1], sheet.y - self.lift + 1, 1.1)
        if table.note:
            sheet.space(2)
            sheet.text(table.note, size=8, after=4)
        sheet.space(14)

    def _lines(self, text: str, width: float, *, bold: bool) -> list[str]:
        return wrap(text, width - 8, self.sheet.measure(self.look.size, bold))

    def _height(self, cells: Sequence[Head], *, head: bool = False) -> float:
        column, tallest = 0, 1
        for cell in cells:
            width = self.edges[column + cell.span] - self.edges[column]
            if not (head and self.look.rotated and column):
                tallest = max(tallest, len(self._lines(cell.text, width, bold=head)))
            column += cell.span
        if head and self.look.rotated:
            measure = self.sheet.measure(self.look.size, True)
            return max(measure(cell.text) for cell in cells[1:]) + 14
        return tallest * self.look.pitch + 4

    def _head(self, heights: Sequence[float]) -> None:
        sheet, look = self.sheet, self.look
        top = sheet.y - self.lift
        bottom = top + sum(heights)
        color = (1.0, 1.0, 1.0) if look.band else (0.0, 0.0, 0.0)
        if look.band:
            sheet.fill(self.edges[0], top, self.edges[-1], bottom, NAVY)
        elif look.rules == "grid":
            sheet.fill(self.edges[0], top, self.edges[-1], bottom, HEAD)
        for level, (row, height) in enumerate(zip(self.table.heads, heights, strict=True)):
            column = 0
            for cell in row:
                left, right = self.edges[column], self.edges[column + cell.span]
                if look.rotated and column:
                    self._rotated(cell.text, (left + right) / 2, top + sum(heights[: level + 1]) - 5)
                else:
                    lines = self._lines(cell.text, right - left, bold=True)
                    start = sheet.y + height - 4 - look.pitch * len(lines)
                    align = "left" if column == 0 else "center" if cell.span > 1 else "right"
                    for position, line in enumerate(lines):
                        self._cell(line, column, cell.span, start + position * look.pitch, align, True, color)
                if look.rules == "grid" and (level == 0 or cell.text):
                    sheet.rule(left, sheet.y - self.lift, right, sheet.y - self.lift)
                if look.rules in ("heavy", "lines") and cell.span > 1:
                    sheet.rule(left + 4, sheet.y - self.lift + height, right - 4, sheet.y - self.lift + height, 0.5)
                if look.rules == "grid" and (column or level == 0 or not cell.text):
                    sheet.rule(left, sheet.y - self.lift, left, sheet.y - self.lift + height)
                column += cell.span
            if look.rules == "grid":
                sheet.rule(self.edges[-1], sheet.y - self.lift, self.edges[-1], sheet.y - self.lift + height)
            sheet.y += height
        if look.rules in ("grid", "lines", "heavy"):
            sheet.rule(self.edges[0], bottom, self.edges[-1], bottom, 0.9)
        if look.rules in ("lines", "heavy"):
            sheet.rule(self.edges[0], top, self.edges[-1], top, 1.1)

    def _rotated(self, text: str, x: float, y: float) -> None:
        canvas, size = self.sheet.canvas, self.look.size
        canvas.saveState()
        canvas.translate(x + size * 0.35, self.sheet.size[1] - y)
        canvas.rotate(90)
        canvas.setFillColorRGB(0, 0, 0)
        canvas.setFont(self.sheet.font(True), size)
        canvas.drawString(0, 0, text)
        canvas.restoreState()

    def _row(self, row: Row, cells: Sequence[Head], height: float, *, shaded: bool) -> None:
        sheet, look = self.sheet, self.look
        top = sheet.y - self.lift
        if shaded:
            sheet.fill(self.edges[0], top, self.edges[-1], top + height)
        bold = row.kind in ("group", "total")
        width = self.edges[-1] - self.edges[0] if row.kind == "group" else self.edges[1] - self.edges[0]
        for position, line in enumerate(self._lines(row.label, width, bold=bold)):
            self._cell(line, 0, 1, sheet.y + position * look.pitch, "left", bold)
        last = sheet.y + height - 4 - look.pitch
        for column, cell in enumerate(cells[1:], 1):
            self._cell(cell.text, column, 1, last, "right", bold)
        sheet.y += height
        if look.rules == "grid":
            for edge in self.edges if row.kind != "group" else (self.edges[0], self.edges[-1]):
                sheet.rule(edge, top, edge, top + height)
        if look.rules in ("grid", "lines"):
            sheet.rule(self.edges[0], top + height, self.edges[-1], top + height, 0.4)

    def _cell(
        self,
        text: str,
        column: int,
        span: int,
        y: float,
        align: str,
        bold: bool,
        color: tuple[float, float, float] = (0, 0, 0),
    ) -> None:
        left, right = self.edges[column] + 4, self.edges[column + span] - 4
        room = right - left - self.sheet.measure(self.look.size, bold)(text)
        shift = {"left": 0.0, "right": room, "center": room / 2}[align]
        self.sheet.print_at(text, left + shift, y, self.look.size, bold=bold, color=color)
