"""Lists that are tables in substance: ``Højst: 17,3 pct. (Dragør)``, one label and one number a line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import regex

from extractors.language.numbers import parse_number
from extractors.tables.flat.captions import title_above
from extractors.tables.flat.lines import Item, Kind
from extractors.tables.flat.rows import join_texts
from extractors.tables.flat.values import NUMBER_WITH_UNIT
from extractors.tables.flat.words import CONTACT_WORDS, YEAR
from extractors.tables.grid import Grid, GridCell
from extractors.text.vocabulary import Vocabulary

_ENTRY = regex.compile(
    r"(?P<bullet>[•·▪◦o*–-]\s+)?(?P<label>[A-ZÆØÅ][^:;?!]{1,60}):\s+"
    rf"(?P<value>{NUMBER_WITH_UNIT})"
    r"(?:\s+(?P<noun>[a-zæøå]{3,24}))?(?:\s*\((?P<note>[^()]{1,60})(?P<end>\))?)?[.,;]?",
)
_AMOUNT = regex.compile(
    rf"(?:[•·▪◦o*–-]\s+)?(?P<value>{NUMBER_WITH_UNIT})\s+til\s+(?P<label>[a-zæøå][^:;?!.\d]{{2,60}})\.?"
)
"""An amount and whom it goes to: ``50.000 kr. til arrangører``."""
_LEGEND = regex.compile(r"(?:under|over|mindre end|mere end|fra|til)?\s*\d", regex.IGNORECASE)
_NUMBERED = regex.compile(
    r"(?:mål|punkt|bilag|tabel|figur|side|kapitel|afsnit|trin|fase|spor|nr|stk|§)\b", regex.IGNORECASE
)
_OF_GOAL = regex.compile(
    r"(?i:måltal|målsætning|udgangspunkt|baseline)(?:\Z|\s(?:19|20)\d\d\b)|(?i:måltal|resultat)\s+(?=\p{Lu})"
)
"""Labels of what is told of one goal: alone, with a year, or before another cell (``Resultat   Ture: 26``)."""
_FEWEST = 2
_SURE = 3
"""So many bullets in a row, each a label and a number and no more, are a list with nothing above that says so."""
_ENDS = ".!?,;"
"""A sentence without an end sign leads to what stands below it."""
_LOOK_BACK = 14
_LONGEST = 140


@dataclass(slots=True)
class _Entry:
    item: Item
    label: str
    value: str
    noun: str
    note: str
    bulleted: bool = False


def find_lists(items: Sequence[Item], words: Vocabulary) -> list[Grid]:
    """Lists of labels and numbers under a title or a line that ends in a colon, as grids of one column."""
    grids: list[Grid] = []
    run: list[_Entry] = []
    start = taken_until = 0

    def close() -> None:
        if len(run) >= _FEWEST and _is_list(run, items, start):
            grids.append(_grid(run, items, start, words))
        run.clear()

    for i, item in enumerate(items):
        if i < taken_until:
            continue
        entry, taken = _entry(items, i, words) if _may_be_entry(item) else (None, 1)
        if entry is not None:
            start = start if run else i
            run.append(entry)
        elif run and item.kind != Kind.SPACE:
            close()
        taken_until = i + taken
    close()
    return grids


def _may_be_entry(item: Item) -> bool:
    text = item.text
    return (":" in text or "til" in text) and item.kind in (Kind.TEXT, Kind.ROW) and len(text) <= _LONGEST


def _entry(items: Sequence[Item], i: int, words: Vocabulary) -> tuple[_Entry | None, int]:
    """The entry on a line, and how many lines it takes: a bracket may be closed on the next one."""
    item = items[i]
    if ":" not in item.text:
        return _amount(item), 1
    match = _ENTRY.fullmatch(item.text)
    if match is None:
        return None, 1
    note, taken = match["note"] or "", 1
    if note and match["end"] is None:
        rest = items[i + 1].text if i + 1 < len(items) else ""
        if not rest.endswith(")") or "(" in rest or len(rest) > 60:
            return None, 1
        note, taken = join_texts([note, rest[:-1]], words), 2
    label = match["label"].strip()
    first = label.split()[0].lower().strip(".")
    if first in CONTACT_WORDS or _NUMBERED.match(label) or YEAR.fullmatch(match["value"]):
        return None, 1
    if parse_number(match["value"]) is None:
        return None, 1
    return _Entry(item, label, match["value"], match["noun"] or "", note.strip(), bool(match["bullet"])), taken


def _amount(item: Item) -> _Entry | None:
    """The entry of a line that begins with an amount of money."""
    match = _AMOUNT.fullmatch(item.text)
    number = parse_number(match["value"]) if match is not None else None
    if match is None or number is None or "kr." not in (number.unit or ""):
        return None
    return _Entry(item, match["label"].strip(), match["value"], "", "")


def _is_list(run: Sequence[_Entry], items: Sequence[Item], start: int) -> bool:
    """True where the numbers say what they measure, or the line above announces them; none is told of a goal."""
    if len({entry.label for entry in run}) < len(run) or any(_OF_GOAL.match(entry.label) for entry in run):
        return False
    if all(entry.noun for entry in run) and len({entry.noun for entry in run}) == 1:
        return True
    units = {number.unit for entry in run if (number := parse_number(entry.value)) is not None}
    if len(units) == 1 and units != {None}:
        return True
    if len(run) >= _SURE and all(entry.bulleted for entry in run):
        return True
    above = next((items[k] for k in range(start - 1, max(-1, start - 4), -1) if items[k].kind != Kind.SPACE), None)
    return above is not None and above.text.endswith(":")


def _grid(run: Sequence[_Entry], items: Sequence[Item], start: int, words: Vocabulary) -> Grid:
    nouns, notes = {entry.noun for entry in run}, {entry.note for entry in run}
    head = ""
    if len(nouns) == 1:
        head = nouns.pop()
    if len(notes) == 1 and not head:
        head = notes.pop()
        notes = set()
    shown = len(notes) > 1
    cells = []
    paths: list[tuple[str, ...]] = []
    if head:
        cells.append(GridCell(0, 1, head, run[0].item.index, run[0].item.page, is_header=True))
        paths.append(())
    for entry in run:
        row = len(paths)
        label = f"{entry.label} ({entry.note})" if shown and entry.note else entry.label
        paths.append((label,))
        cells.append(GridCell(row, 0, label, entry.item.index, entry.item.page, is_header=True))
        cells.append(GridCell(row, 1, entry.value, entry.item.index, entry.item.page))
    return Grid(
        cells=cells,
        n_rows=len(paths),
        n_cols=2,
        col_paths=[(), (head,) if head else ()],
        row_paths=paths,
        data_cols=[1],
        method="list",
        first_line=run[0].item.index,
        last_line=run[-1].item.index,
        caption=_title(items, start, words),
        confidence=0.8,
    )


def _title(items: Sequence[Item], start: int, words: Vocabulary) -> str | None:
    """The title above a list; the classes of a map's legend between the two are passed over."""
    floor = max(0, start - _LOOK_BACK)
    below = start
    while below > floor and (items[below - 1].kind == Kind.SPACE or _LEGEND.match(items[below - 1].text)):
        below -= 1
    caption = title_above(items, below, floor, words)
    if caption is not None:
        return caption.title
    above = items[below - 1] if below > floor else None
    leads = (
        above is not None
        and above.kind == Kind.TEXT
        and above.text[-1] not in _ENDS
        and len(above.text) <= _LONGEST
    )
    return above.text if above is not None and leads else None
