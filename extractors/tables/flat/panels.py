"""Tables side by side whose rows came out on common lines: ``Nord 2.217 Syd 3.276 Vest 2.579``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from extractors.tables.flat.captions import Caption, title_above
from extractors.tables.flat.draft import Draft
from extractors.tables.flat.groups import municipality_name
from extractors.tables.flat.head import Head
from extractors.tables.flat.heads import read_head
from extractors.tables.flat.lines import Item, Kind
from extractors.tables.flat.regions import words_of
from extractors.tables.flat.rows import Piece, Row, clean_label
from extractors.tables.flat.tables import draft_of
from extractors.tables.flat.values import Atom, find_values
from extractors.tables.flat.words import SENTENCE_VERBS
from extractors.text.vocabulary import Vocabulary
from schemas.places import find_municipality

_DIGIT = re.compile(r"\d")
_FEWEST_LINES = 3
_FEWEST_ROWS = 3
_MOST_LABEL_WORDS = 5
_MOST_BETWEEN = 5
_LONGEST = 200
_EVIDENCE = 3.0


@dataclass(frozen=True, slots=True)
class _Segment:
    label: str
    atoms: tuple[Atom, ...]


@dataclass(slots=True)
class _Panel:
    """The rows of one of the tables, from left to right ``place``, and how many values each has."""

    place: int
    columns: int
    rows: list[Row] = field(default_factory=list)
    heads: list[Item] = field(default_factory=list)


def find_panels(items: Sequence[Item], words: Vocabulary) -> list[Draft]:
    """Tables side by side: three or more lines of two or more labels, each with its values."""
    drafts: list[Draft] = []
    run: list[tuple[int, list[_Segment]]] = []
    between = 0
    for i, item in enumerate(items):
        segments = _segments(item) if item.kind == Kind.ROW else None
        if segments:
            run.append((i, segments))
            between = 0
        elif item.kind != Kind.SPACE and run:
            between += 1
            if between > _MOST_BETWEEN or item.opens or item.kind in (Kind.CAPTION, Kind.FIGURE, Kind.HEADING):
                drafts += _read(items, run, words)
                run, between = [], 0
    return drafts + _read(items, run, words)


def _segments(item: Item) -> list[_Segment]:
    """The labels of a row with their values; empty where the line is anything but two or more of them."""
    if len(item.raw) > _LONGEST or _DIGIT.search(item.label) is None:
        return []
    segments: list[_Segment] = []
    label_from, name = 0, ""
    atoms: list[Atom] = []
    values = find_values(item.raw)
    for k, atom in enumerate(values):
        if _is_code(item.raw, values, k):
            continue
        label = item.raw[label_from : atom.start].strip()
        if label:
            if atoms:
                segments.append(_Segment(name, tuple(atoms)))
                atoms = []
            name = label
        elif not atoms:
            return []
        atoms.append(atom)
        label_from = atom.end
    if not atoms or item.raw[label_from:].strip():
        return []
    segments.append(_Segment(name, tuple(atoms)))
    return segments if len(segments) >= 2 and all(_is_label(segment) for segment in segments) else []


def _is_code(text: str, values: Sequence[Atom], k: int) -> bool:
    """True for the number of a municipality before its name: ``253 Greve 12 259 Køge 8``."""
    atom = values[k]
    behind = text[atom.end : values[k + 1].start if k + 1 < len(values) else len(text)]
    return len(atom.text) == 3 and atom.text.isdecimal() and find_municipality(behind.strip()) is not None


def _is_label(segment: _Segment) -> bool:
    words = words_of(segment.label)
    if find_municipality(municipality_name(segment.label)) is not None:
        return True
    return (
        0 < len(words) <= _MOST_LABEL_WORDS
        and segment.label[0].isupper()
        and segment.label[-1] not in ".,:;(–-"
        and not any(word in SENTENCE_VERBS for word in words)
        and not all(atom.is_year or atom.is_dash for atom in segment.atoms)
        and not all(atom.text.isdecimal() and len(atom.text) < _SHORTEST for atom in segment.atoms)
    )


_SHORTEST = 3
"""Short plain numbers stand inside names and sentences: ``Klynge 4``, ``Mål 1``."""


def _read(items: Sequence[Item], run: list[tuple[int, list[_Segment]]], words: Vocabulary) -> list[Draft]:
    if len(run) < _FEWEST_LINES or max(len(segments) for _, segments in run) < 2:
        return []
    first, last = run[0][0], run[-1][0]
    panels = _panels(items, run)
    head = _repeated_head(items, first, len(run[0][1]))
    if head is not None:
        first, item = head
        for panel in panels:
            panel.heads = panel.heads or [item]
    caption = title_above(items, first, max(0, first - _LOOK_BACK), words)
    drafts = []
    for panel in panels:
        draft = _draft(panel, caption, words)
        if draft is not None:
            draft.first, draft.last = items[first].index, items[last].index
            drafts.append(draft)
    return drafts


_LOOK_BACK = 6


def _repeated_head(items: Sequence[Item], first: int, times: int) -> tuple[int, Item] | None:
    """The line above the rows that prints the same heads once for each of the tables, and these heads once."""
    at = first - 1
    while at > 0 and items[at].kind == Kind.SPACE:
        at -= 1
    parts = items[at].text.split() if at >= 0 and items[at].kind == Kind.TEXT else []
    size, rest = divmod(len(parts), times)
    if rest or size < 2 or parts != parts[:size] * times:
        return None
    text = " ".join(parts[:size])
    return at, replace(items[at], text=text, raw=text, label=text)


def _panels(items: Sequence[Item], run: list[tuple[int, list[_Segment]]]) -> list[_Panel]:
    panels: dict[tuple[int, int], _Panel] = {}
    previous = run[0][0]
    for i, segments in run:
        heads = [item for item in items[previous + 1 : i] if item.kind == Kind.TEXT]
        previous = i
        for place, segment in enumerate(segments):
            key = place, len(segment.atoms)
            if key not in panels:
                panels[key] = _Panel(place, len(segment.atoms), heads=heads)
            line = items[i].index
            piece = Piece(line, segment.atoms, raw=items[i].raw)
            panels[key].rows.append(Row(clean_label(segment.label), line, [piece], items[i].page))
    return [panels[key] for key in sorted(panels)]


def _draft(panel: _Panel, caption: Caption | None, words: Vocabulary) -> Draft | None:
    labels = [row.label for row in panel.rows]
    if len(labels) < _FEWEST_ROWS or len(set(labels)) < len(labels):
        return None
    head: Head | None = read_head(panel.heads, panel.columns, words) if panel.heads else None
    if panel.columns > 1 and head is None:
        return None
    draft = draft_of(panel.columns, head, panel.rows, caption, words)
    if draft is not None:
        draft.evidence = _EVIDENCE
    return draft
