"""The same contents as text, in the manner of two kinds of converters."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from shapes import MARK, Row, Table, Truth, plain
from typeset import wrap


class TextSheet:
    """Text as a PDF-to-text tool leaves it: printed lines with a space at their end.

    A new page shows as one leading space on the next line; a page holds ``depth`` printed lines. ``double`` puts an
    empty line after every line, as some tools do for some parts of a packet.
    """

    def __init__(self, truth: Truth, *, columns: int = 96, depth: int = 44) -> None:
        self.truth, self.columns, self.depth = truth, columns, depth
        self.page, self.printed, self.footer = 1, 0, ""
        self.lines: list[str] = []
        self.double, self.starts = False, False
        self.item, self.attachment = "", ""
        self.notes: list[str] = []

    @property
    def place(self) -> dict[str, int]:
        """The line that is written next, 1-based."""
        return {"line": len(self.lines) + 1}

    def new_page(self) -> None:
        """The next line starts a page."""
        feet, self.notes = self.notes, []
        if self.footer:
            feet.append(self.footer.format(page=self.page))
        self.printed = 0
        for foot in feet:
            self._put(foot)
        while self.lines and not self.lines[-1].strip():
            self.lines.pop()
        self.page, self.printed, self.starts = self.page + 1, 0, True

    def _put(self, line: str, *, together: bool = False) -> None:
        """Prints a line; ``together``: the next line belongs to the same cell and follows without a gap."""
        if self.printed == self.depth:
            self.new_page()
        self.printed += 1
        lead = " " if self.starts else ""
        self.starts = False
        self.lines.append(lead + MARK.sub(r"\1", line) + " ")
        if self.double and not together:
            self.lines.append("")

    def gap(self) -> None:
        """An empty paragraph."""
        if not self.starts:
            self.printed += self.printed < self.depth
            self.lines.append(" ")
            if self.double:
                self.lines.append("")

    def text(self, text: str, *, columns: int = 0) -> None:
        """A paragraph, broken into printed lines."""
        for line in wrap(text, columns or self.columns, len):
            self._put(line)
        self.gap()

    def heading(self, text: str, level: int) -> None:
        """A heading on lines of its own."""
        if self.printed + 4 > self.depth:
            self.new_page()
        for line in wrap(text, 70, len):
            self._put(line)
        if level < 2:
            self.gap()

    def bullets(self, entries: Sequence[str], marker: str = "–") -> None:
        """A list."""
        for number, entry in enumerate(entries, 1):
            mark = f"{number}." if marker == "1." else marker
            for line in wrap(f"{mark} {entry}", self.columns, len):
                self._put(line)
        self.gap()

    def contents(self, entries: Sequence[tuple[int, str, int]]) -> None:
        """A table of contents with dot leaders."""
        for level, text, page in entries:
            *before, last = wrap(text, 84 if level == 0 else 96, len)
            for line in before:
                self._put(line)
            width = 100 if level == 0 else 110
            self._put(f"{last}{'.' * (width - len(last) - len(str(page)))}{page}")

    def footnote(self, mark: str, text: str) -> None:
        """A note, printed where the page ends."""
        self.notes += wrap(f"{mark} {text}", self.columns, len)

    def table(self, table: Table) -> None:
        """A table: cells of a row by single spaces, long heads as blocks, one column after the other."""
        if self.printed + 8 + 2 * table.columns > self.depth:
            self.new_page()
        if table.caption:
            for line in wrap(table.full_caption, self.columns, len):
                self._put(line)
        self.truth.add_table(table, self.place, self.item, self.attachment)
        for heads in table.heads:
            texts = [plain(head.text) for head in heads]
            if max(len(text) for text in texts[1:]) <= 18:
                self._put(" ".join(texts))
                continue
            for text in texts:
                *before, last = wrap(text, 22, len)
                for line in before:
                    self._put(line, together=True)
                if last:
                    self._put(last)
        for row in table.rows:
            *before, last = wrap(row.label, 48, len)
            for line in before:
                self._put(line, together=True)
            self._put(" ".join([last, *row.cells]))
        if table.note:
            self.text(table.note)
        self.gap()

    def goal_sheet(self, rows: Sequence[tuple[str, Sequence[str]]]) -> None:
        """The box Mål / Metode / Afrapportering: the label on the first line of its text."""
        for name, paragraphs in rows:
            for number, paragraph in enumerate(paragraphs):
                for line in wrap(paragraph if number else f"{name} {paragraph}", self.columns, len):
                    self._put(line)
                self.gap()

    def save(self, path: Path) -> None:
        """Writes the file."""
        self.new_page()
        self.truth.close({"line": len(self.lines) + 1})
        path.write_text("\n".join(self.lines) + "\n", encoding="utf-8", newline="\n")


class ParagraphSheet:
    """Text of converters that print one paragraph a line and separate table cells by tabs."""

    def __init__(self, truth: Truth) -> None:
        self.truth = truth
        self.lines: list[str] = []
        self.item, self.attachment = "", ""

    @property
    def place(self) -> dict[str, int]:
        """The line that is written next, 1-based."""
        return {"line": len(self.lines) + 1}

    def text(self, text: str) -> None:
        """A paragraph on one line."""
        self.lines += [plain(text), ""]

    def heading(self, text: str, level: int) -> None:
        """A heading on a line."""
        self.text(text)

    def bullets(self, entries: Sequence[str], marker: str = "-") -> None:
        """A list."""
        for number, entry in enumerate(entries, 1):
            mark = f"{number}." if marker == "1." else marker
            self.lines.append(f"{mark} {plain(entry)}")
        self.lines.append("")

    def table(self, table: Table) -> None:
        """Caption in capitals, then a row a line."""
        if table.caption:
            self.lines.append(plain(table.full_caption).upper())
        self.truth.add_table(table, self.place, self.item, self.attachment)
        for heads in table.heads:
            cells = [cell for head in heads for cell in (plain(head.text), *[""] * (head.span - 1))]
            self.lines.append("\t".join(cells))
        self.lines += [self._row(row) for row in table.rows]
        self.lines += [table.note, ""] if table.note else [""]

    @staticmethod
    def _row(row: Row) -> str:
        return "\t".join([plain(row.label), *row.cells])

    def save(self, path: Path) -> None:
        """Writes the file."""
        self.truth.close({"line": len(self.lines) + 1})
        path.write_text("\n".join(self.lines).rstrip("\n") + "\n", encoding="utf-8", newline="\n")
