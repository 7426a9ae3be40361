"""Captions, table numbers, units of whole tables and the notes under them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import regex

from extractors.tables.grid import Grid
from extractors.tables.labels import measure_alone, unit_alone
from schemas.document import Line
from schemas.units import HEAD_UNITS, measure_in, measure_of, unit_in, unit_of

_NUMBERED = regex.compile(
    r"\s*(?P<no>(?:Tabel|Skema|Oversigt|Table)\s+(?:(?:[A-ZÆØÅ]{0,2}\s?\.?)?\d{1,3}(?:\.\d{1,2})*[a-z]?|[A-ZÆØÅ](?=\s?[.:])))(?!\w)"
    r"(?P<mark>\s*[.:–—-]+|\s{2,}|\s*$|,?\s*\(?fort(?:sat|s\.|sættelse)\)?\s*$)?\s*(?P<title>.*)",
    regex.IGNORECASE | regex.DOTALL,
)
_FIGURE = regex.compile(
    r"\s*(?:(?:Figur|Diagram|Graf|Billede|Figure)\s+\w{1,6}\b|Kort\s+(?:\d{1,3}[a-z]?\b|(?-i:[A-ZÆØÅ])\b|nr\b|over\s\p{L}))",
    regex.IGNORECASE,
)
"""«Kort» is a map where a number or «over» stands behind it; ``Kort fravær`` is a short one."""
_NOTE = regex.compile(
    r"\s*(?:\*+\s*\S|(?:Anm(?:ærkning(?:er)?)?|Note(?:r)?|Kilde(?:r)?|Opgjort|Bemærk(?:ning(?:er)?)?|OBS)\b\.?\s*[:.\d]?)",
    regex.IGNORECASE,
)
_VERBS = regex.compile(
    r"\s*(?:viser|ses|fremgår|indeholder|er\b|angiver|illustrerer|beskriver|opgør|nedenfor|ovenfor|under|og\b|samt|kan\b|giver"
    r"|dækker|omfatter|og|for\b|i\b|fra\b)",
    regex.IGNORECASE,
)
_LONGEST_CAPTION = 250
_BARE_YEAR = regex.compile(r"(?:19|20)\d\d")
_EMPHASIS = regex.compile(r"\*\*|__")


class Caption(NamedTuple):
    """A printed caption: ``table_no`` such as ``Tabel 3``, ``title`` without it, ``unit`` if it names one."""

    table_no: str | None
    title: str | None
    unit: str | None


def _unit(title: str) -> str | None:
    return unit_in(title) or measure_in(title)


@lru_cache(maxsize=2048)  # a line is asked by all that may stand above or below it
def parse_caption(text: str) -> Caption | None:
    """The caption that this line is, if it begins with a table number: ``Tabel 3: …``, ``TABEL 3 – …``.

    None for prose about a table (``Tabel 1 viser …``) and for any line without a table number.
    """
    match = _NUMBERED.match(_EMPHASIS.sub("", text))
    if match is None:
        return None
    title = " ".join(match["title"].split())
    if match["mark"] is None or (not match["mark"].strip() and title):
        return None
    if _VERBS.match(title) and title[:1].islower():
        return None
    return Caption(" ".join(match["no"].split()), title or None, _unit(title) if title else None)


def parse_bare_caption(text: str) -> Caption | None:
    """As :func:`parse_caption`, for a line that is known to be set as a title: no mark need stand behind the number
    (``Tabel 4 Takster i kr.``), since no sentence is meant. The title begins with a capital."""
    match = _NUMBERED.match(_EMPHASIS.sub("", text))
    title = " ".join(match["title"].split()) if match is not None else ""
    if match is None or not title[:1].isupper():
        return parse_caption(text)
    return Caption(" ".join(match["no"].split()), title, _unit(title))


def untitled(text: str) -> Caption:
    """A caption line without a number, such as the heading above a table."""
    title = " ".join(_EMPHASIS.sub("", text).split())
    return Caption(None, title or None, _unit(title))


def set_caption(grid: Grid, caption: Caption) -> None:
    """Gives a grid its caption, and its unit: the one alone above the labels, else that of the caption."""
    corner = [head for path in grid.col_paths[: min(grid.data_cols, default=0)] for head in path[-1:]]
    heads = [head for col in grid.data_cols for head in grid.col_paths[col][-1:]]
    alone = (unit_alone(head) or measure_alone(head, heads) for head in corner)
    unit = next((unit for unit in alone if unit is not None), None)
    grid.caption, grid.table_no, grid.unit = caption.title, caption.table_no, unit or caption.unit


def told_unit(lines: Sequence[Line], first: int) -> str | None:
    """The unit that the sentence above the table that begins at line ``first`` tells for all of it: ``…, alt sammen
    i 1.000 ton.``, ``Alle beløb er i mio. kr.``; None where none does."""
    parts: list[str] = []
    blanks = 0
    for index in range(first - 1, max(-1, first - 1 - _MOST_LINES_TOLD), -1):
        text = lines[index].text.strip()
        if text and parts and blanks > 1:
            break
        if not text:
            blanks += 1
        elif parts or not parse_caption(text):
            parts.append(text)
            blanks = 0
        if blanks > _MOST_BLANKS_TOLD or len(parts) == _MOST_PARTS_TOLD:
            break
    match = _TOLD_UNIT.search(" ".join(reversed(parts)))
    if match is None:
        return None
    unit = unit_of(match["unit"])
    return unit if unit in HEAD_UNITS else measure_of(match["unit"])


_TOLD_UNIT = regex.compile(
    r"\b(?:alle (?:tal|beløb)|alt (?:sammen|er)|beløb(?:ene)?|tallene)(?:\s[\p{L},]+){0,4}?\si (?:hele )?"
    r"(?P<unit>[^,;:()]{2,20}?)(?:,? \(?(?:19|20)\d\d-(?:priser|niveau|pl|prisniveau)\)?)?\.$",
    regex.IGNORECASE,
)
_MOST_LINES_TOLD = 8
_MOST_BLANKS_TOLD = 2
_MOST_PARTS_TOLD = 3


def title_in_corner(grid: Grid) -> str | None:
    """The head over the labels where it says what is counted: several words beside heads that are years alone, as
    slides print them (``Frafald 1. år | 2023 | 2024``). None for ``Type af tilbud | Antal | Andel``."""
    if not grid.data_cols or grid.data_cols[0] == 0:
        return None
    corner = grid.col_paths[0]
    years = all(
        len(path) == 1 and _BARE_YEAR.fullmatch(path[0]) for path in map(grid.col_paths.__getitem__, grid.data_cols)
    )
    return corner[0] if years and len(corner) == 1 and len(corner[0].split()) > 1 else None


@lru_cache(maxsize=2048)
def is_figure_caption(text: str) -> bool:
    """True for the caption of a figure, chart or map, whose numbers are no table."""
    return bool(_FIGURE.match(text))


def parse_figure_caption(text: str) -> Caption:
    """The caption of a figure that is set as a table: ``Figur 2. Besøg`` has the number ``Figur 2``."""
    match = _FIGURE.match(text)
    number, title = (match[0], text[match.end() :]) if match is not None else ("", text)
    title = " ".join(title.strip(" .:–—-\t").split())
    return Caption(" ".join(number.split()) or None, title or None, _unit(title))


@lru_cache(maxsize=2048)
def is_note(text: str) -> bool:
    """True for a line under a table that explains it: ``Anm.:``, ``Note:``, ``Kilde:``, ``Opgjort …``, ``*``."""
    return bool(_NOTE.match(text))


def caption_above(lines: Sequence[Line], first: int, floor: int) -> tuple[Caption, int]:
    """The caption of the table that begins at line ``first`` and its line: the line above, or the last one over
    blank lines if it begins with a table number; over a line of prose none. It is not above line ``floor``."""
    index = first - 1
    blanks = 0
    while index >= floor and lines[index].blank and blanks < 3:
        index, blanks = index - 1, blanks + 1
    if index < floor or lines[index].blank or "\t" in lines[index].text:
        return Caption(None, None, None), first
    text = lines[index].text.strip()
    if numbered := parse_caption(text) if blanks else parse_bare_caption(text):
        return numbered, index
    if len(text) > _LONGEST_CAPTION or is_figure_caption(text):
        return Caption(None, None, None), first
    above = lines[index - 1].text.strip() if index > floor else ""
    if above and (split := parse_caption(above)) and split.title is None:
        title = untitled(text)
        return Caption(split.table_no, title.title, title.unit), index - 1
    if _is_heading(text) and (blanks == 0 or text.isupper()):
        return untitled(text), index
    return Caption(None, None, None), first


def _is_heading(text: str) -> bool:
    """True for a line that can be a title: short, no sentence, or emphasised."""
    return (
        text.isupper()
        or text.startswith("**")
        or (len(text) <= 120 and text[-1] not in ".;" and text[0] not in "-•·")
    )


def note_below(lines: Sequence[Line], end: int) -> str | None:
    """The note right below the table that ends before line ``end``."""
    for line in lines[end : end + 2]:
        if is_note(line.text):
            return line.text.strip()
        if not line.blank:
            break
    return None
