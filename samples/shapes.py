"""What the samples are made of: tables as figures, and the record of what each sample truly holds."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

MARK = re.compile(r"\^(\d)")
"""A raised footnote digit is written ``^1`` in the contents; ``|`` is a soft hyphen."""


@dataclass(frozen=True)
class Head:
    """A head cell over ``span`` columns."""

    text: str
    span: int = 1


@dataclass(frozen=True)
class Row:
    """A row: ``kind`` is data, group (a heading over the rows below) or total."""

    label: str
    cells: tuple[str, ...] = ()
    kind: str = "data"


@dataclass(frozen=True)
class Table:
    """A table with one label column. ``number`` and ``caption`` may be empty."""

    number: str
    caption: str
    heads: tuple[tuple[Head, ...], ...]
    rows: tuple[Row, ...]
    unit: str | None = None
    note: str = ""

    @property
    def columns(self) -> int:
        """Columns, the label column included."""
        return sum(head.span for head in self.heads[-1])

    @property
    def full_caption(self) -> str:
        """The caption as printed."""
        return f"{self.number}: {self.caption}" if self.number else self.caption

    def column_paths(self) -> list[str]:
        """The path of each column, joined by ' / '."""
        paths: list[list[str]] = [[] for _ in range(self.columns)]
        for row in self.heads:
            column = 0
            for head in row:
                for path in paths[column : column + head.span]:
                    if head.text:
                        path.append(plain(head.text))
                column += head.span
        return [" / ".join(path) for path in paths]

    def facts(self) -> list[dict[str, Any]]:
        """One entry a figure: row and column path, text, value, unit."""
        found, group, paths = [], "", self.column_paths()
        for row in self.rows:
            if row.kind == "group":
                group = plain(row.label)
                continue
            label = plain(row.label)
            if group and not (row.kind == "total" and group not in label):
                label = f"{group} / {label}"
            for column, text in enumerate(row.cells, 1):
                found.append(
                    {
                        "row": label,
                        "column": paths[column],
                        "text": MARK.sub("", text),
                        "value": value_of(text),
                        "unit": "kr." if text.endswith(" kr.") else "%" if text.endswith("%") else self.unit,
                        "total": row.kind == "total" or paths[column].lower().endswith("i alt"),
                    }
                )
        return found


def plain(text: str) -> str:
    """The text without soft hyphens and footnote marks."""
    return MARK.sub("", text).replace("|", "")


def value_of(text: str) -> str | None:
    """The figure as a plain decimal; None for a dash and a blank."""
    digits = MARK.sub("", text).removesuffix("kr.").removesuffix("%").strip().replace(".", "")
    return digits.replace(",", ".") if re.fullmatch(r"-?\d+(,\d+)?", digits) else None


@dataclass
class Truth:
    """What one sample holds, noted while it is written."""

    kind: str
    body: str
    date: str
    pages: int = 0
    items: list[dict[str, Any]] = field(default_factory=list)
    attachments: list[dict[str, Any]] = field(default_factory=list)
    sections: list[dict[str, Any]] = field(default_factory=list)
    tables: list[dict[str, Any]] = field(default_factory=list)
    pairs: list[dict[str, Any]] = field(default_factory=list)
    recommendations: list[dict[str, Any]] = field(default_factory=list)
    appointments: list[dict[str, Any]] = field(default_factory=list)
    mentions: list[dict[str, Any]] = field(default_factory=list)
    findings: list[dict[str, Any]] = field(default_factory=list)

    def begin_item(self, number: str, title: str, place: dict[str, int], **more: Any) -> None:
        """An item starts here; a repeated divider of the same item changes nothing."""
        if self.items and self.items[-1]["item"] == number:
            return
        self.close(place)
        self.items.append({"item": number, "title": title, **more, "first": place})

    def begin_attachment(self, item: str, number: str, title: str, place: dict[str, int]) -> None:
        """An attachment starts here."""
        self._close(self.attachments, place)
        self.attachments.append(
            {"item": item, "attachment": number, "title": title, "listed_only": False, "first": place}
        )

    def list_attachment(self, item: str, number: str, title: str) -> None:
        """An attachment that is only listed."""
        self.attachments.append({"item": item, "attachment": number, "title": title, "listed_only": True})

    def close(self, place: dict[str, int]) -> None:
        """Whatever is open ends before this place."""
        self._close(self.items, place)
        self.close_attachment(place)

    def close_attachment(self, place: dict[str, int]) -> None:
        """The attachment that is open ends before this place."""
        self._close(self.attachments, place)

    @staticmethod
    def _close(entries: list[dict[str, Any]], place: dict[str, int]) -> None:
        if entries and "first" in entries[-1] and "last" not in entries[-1]:
            first = entries[-1]["first"]
            entries[-1]["last"] = {unit: max(first[unit], at - 1) for unit, at in place.items()}

    def add_table(self, table: Table, place: dict[str, int], item: str, attachment: str) -> None:
        """A table printed here."""
        self.tables.append(
            {
                "item": item or None,
                "attachment": attachment or None,
                "number": table.number or None,
                "caption": plain(table.caption),
                "unit": table.unit,
                "first": place,
                "facts": table.facts(),
            }
        )

    def add_pair(
        self,
        item: str,
        goal: str,
        sub: str,
        target: str | None,
        result: str | None,
        unit: str,
        status: str,
        *,
        segment: str = "",
        comparator: str = ">=",
    ) -> None:
        """A target with its result."""
        self.pairs.append(
            {
                "item": item,
                "goal": goal or None,
                "sub": sub or None,
                "segment": segment or None,
                "comparator": comparator,
                "target": target,
                "result": result,
                "unit": unit,
                "status": status,
            }
        )

    def recommend(self, item: str, actor: str | None, action: str, text: str) -> None:
        """A sentence of an Indstilling or a Beslutning."""
        seq = 1 + sum(entry["item"] == item for entry in self.recommendations)
        self.recommendations.append(
            {"item": item, "seq": seq, "actor": actor, "action": action, "text": plain(text)}
        )
