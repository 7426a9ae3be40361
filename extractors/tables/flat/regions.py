"""Stretches of lines that may be a table: rows with values and the few lines of text between them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import regex

from extractors.tables.flat.lines import Item, Kind
from extractors.tables.flat.words import (
    CAPTION_PROSE,
    COLUMN_NUMBERS,
    JOINING_WORDS,
    MEASURES,
    NOTE_STARTS,
    REACHED_BY,
    SENTENCE_VERBS,
    TABLE_CAPTION,
    WHOLE_ANSWERS,
    YEAR,
)
from schemas.units import unit_of

_LETTER = re.compile(r"[^\W\d_]")
_LAW = regex.compile(r"\b(?:LBK|BEK|LOV|VEJ|CIR)\b\.? nr|\bjf\.|\bpkt\.")
_SENTENCE_END = regex.compile(r"[a-zæøå)\]”\"][.!?][”\"]?$")
_ENDING_UNIT = re.compile(
    r"(?<!\d)\s(?:kr|pct|mio|mia|stk|t\.kr|(?:mio|mia|t)\.\s?kr|1\.000 kr)\.\Z", re.IGNORECASE
)
"""``Ny aftale, kr.``, ``Stigning i pct.``: a head with its unit ends no sentence; a number with one may."""
_NUMBERS = re.compile(r"(?<!\S)[-–(]?\d[\d.,]*\)?(?!\S)")
_FEWEST_NUMBERS = 3
"""So many numbers before a year at the end of a line are values of a row that ends in a date."""
_MOST_TEXT_CHUNKS = 3
_MOST_TEXT_LINES = 6
_MOST_SPACES = 5
_PAGE_DIGITS = 3
_MOST_BARE = 2
_MOST_PROSE = 3
"""So many lines below a caption may be its own, however long they are."""
_PAGE_GAP = 3
"""So many empty lines stand between two slides."""
_PAGE_WORDS = frozenset({"side", "page", "bilag", "kapitel", "tabel", "figur"})
_LONG_LABEL = 14
_UNITS_ONLY = regex.compile(
    r"(?:(?:procent|pct\.?(?:-point)?|%|kr\.?|1\.?000 ?kr\.?|t\.?kr\.?|mio\.? ?kr\.?|mia\.? ?kr\.?|kroner"
    rf"|{'|'.join(map(regex.escape, sorted(MEASURES)))})(?:\s+|$))+",
    regex.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Region:
    """Items ``first`` to ``last`` (both rows with values), and the caption above them, all as item numbers."""

    first: int
    last: int
    caption: int | None = None


def words_of(text: str) -> list[str]:
    """The words of a text in lower case, without digits and signs."""
    return [
        word.strip(".,:;()[]”“\"'!?").lower() for word in text.split() if word.isalpha() or _LETTER.search(word)
    ]


def is_prose(text: str) -> bool:
    """True for a line of running text: long, with a finite verb, or ending a sentence; a line of units is none."""
    if _holds_units_only(text):
        return False
    words = words_of(text)
    verbs = sum(word in SENTENCE_VERBS for word in words)
    if len(words) >= _LONG_LABEL:
        # A head of many columns is as long, and most of its cells begin with a capital letter.
        capitals = sum(word[0].isupper() for word in text.split())
        return verbs > 0 or capitals < 4 or 5 * capitals < len(words)
    if len(words) >= 6 and verbs:
        # Heads may hold a verb (``Skulle være``); nearly all words of them begin with a capital letter.
        capitals = sum(word[0].isupper() for word in text.split())
        return 3 * capitals < 2 * len(words) or _SENTENCE_END.search(text) is not None
    if text.endswith(":") and len(words) >= 3 and verbs:
        return True
    return (
        (len(words) >= 8 or (len(words) >= 4 and verbs > 0))
        and _SENTENCE_END.search(text) is not None
        and (verbs > 0 or _ENDING_UNIT.search(text) is None)
        and words[-1] not in JOINING_WORDS
    )


def item_is_prose(item: Item) -> bool:
    """True for a line of running text (:func:`is_prose`)."""
    if item.prose is None:
        item.prose = is_prose(item.text)
    return item.prose


def is_head_like(item: Item) -> bool:
    """True for a line that may stand in a head: text, years, numbers of columns, units."""
    if item.head_like is None:
        item.head_like = _is_head_like(item)
    return item.head_like


def _is_head_like(item: Item) -> bool:
    if item.kind in (Kind.TEXT, Kind.ROTATED):
        return True
    if item.kind not in (Kind.ROW, Kind.VALUES):
        return False
    return (
        item.years
        or (all(atom.is_year for atom in item.atoms) and _numbers_in(item.label) < _FEWEST_NUMBERS)
        or numbers_columns(item.text)
        or _holds_units_only(item.text)
    )


def _numbers_in(label: str) -> int:
    """How many numbers a label holds; the years of heads (``BO 2031 BO 2032``) are none, nor are ordinals, which
    end in a point (``3. kvartal 2031``)."""
    return sum(YEAR.fullmatch(number) is None and number[-1] != "." for number in _NUMBERS.findall(label))


def numbers_columns(text: str) -> bool:
    """True for a line that only numbers the columns: ``(1) (2) (3)``."""
    return text.endswith(")") and COLUMN_NUMBERS.fullmatch(text) is not None


def _holds_units_only(text: str) -> bool:
    if text.count("(") != text.count(")"):
        return False  # it goes on: ``(mio.`` / ``kr.)``
    bare = _without_brackets(text)
    return bare[:1] in _UNIT_STARTS and _UNITS_ONLY.fullmatch(bare) is not None


_UNIT_STARTS = frozenset("pPkKtTmM%1\u212a").union(*({word[0], word[0].upper()} for word in MEASURES))
"""First letters of the words for units; one is the sign of kelvin, a K to regular expressions."""


def is_row(item: Item) -> bool:
    """True for a line that may be a row: values behind a label that is no running text, or values alone."""
    if item.row is None:
        item.row = _is_row(item)
    return item.row


def _is_row(item: Item) -> bool:
    if item.kind not in (Kind.ROW, Kind.VALUES) or is_head_like(item):
        return False
    if item.kind == Kind.VALUES:
        return True
    if _LAW.search(item.label):
        return False
    if len(item.atoms) == 1 and item.atoms[0].is_dash and not _apart(item):
        return False
    words = words_of(item.label)
    if words and words[0] in REACHED_BY:
        return False
    if not words and len(item.atoms) < 2:
        return False
    if len(item.atoms) >= 3:
        return len(words) <= _LONG_LABEL
    last = item.label.split()[-1].lower().strip(".,:;()")
    if len(item.atoms) < 2 and (last in JOINING_WORDS or last in _PAGE_WORDS):
        return False
    clause = _CLAUSE.search(item.label) if len(item.atoms) > 1 else None
    said = words if clause is None else words_of(item.label[: clause.start()])
    return len(words) <= _LONG_LABEL and not (len(words) >= 4 and not SENTENCE_VERBS.isdisjoint(said))


_CLAUSE = regex.compile(r", (?:som|der) [^,]+\Z")
"""A clause that ends a label: ``Gæster, der vil komme igen``. Its verb makes no running text of two values."""


def _apart(item: Item) -> bool:
    """True where a lone dash is a cell: a hyphen, or set apart by more than one space."""
    atom = item.atoms[0]
    return atom.text == "-" or item.raw[: atom.start].endswith("  ")


def is_caption(items: Sequence[Item], i: int) -> bool:
    """True for ``Tabel 3 - …``; ``Tabel 3: … viser, at`` begins a sentence."""
    item = items[i]
    match = TABLE_CAPTION.match(item.text) if item.kind == Kind.CAPTION else None
    if match is None:
        return False
    rest = match["rest"].strip()
    if not rest:
        return True
    if not match["sep"].strip() and rest[0].islower():
        return False
    following = items[i + 1].text if i + 1 < len(items) and items[i + 1].kind == Kind.TEXT else ""
    if CAPTION_PROSE.search(rest) and (len(rest) > 60 or _SENTENCE_END.search(rest)):
        return False
    return not (len(rest) > 60 and following[:1].islower() and CAPTION_PROSE.search(following))


def find_regions(items: Sequence[Item]) -> list[Region]:
    """The stretches of rows, in order; a caption, figure, heading or the first line of a bilag ends one."""
    regions: list[Region] = []
    first = last = None
    caption: int | None = None
    chunks = lines = spaces = 0
    bare = 0
    sound = None
    previous: Item | None = None

    def close() -> None:
        nonlocal first, last, chunks, lines, bare, caption
        if first is not None and last is not None:
            regions.append(Region(_sound_start(items, first, last), last, caption))
            caption = None
        first = last = None
        chunks = lines = bare = 0

    for i, item in enumerate(items):
        if item.opens:
            close()
            caption = None
        if item.kind == Kind.SPACE:
            spaces += 1
            if spaces > _MOST_SPACES:
                close()
            continue
        spaces = 0
        if item.kind == Kind.CAPTION:
            close()
            caption = i if is_caption(items, i) else caption
        elif item.kind in (Kind.FIGURE, Kind.HEADING):
            close()
            caption = None
        elif is_row(item) and not _ends_paragraph(previous, item):
            above = previous if previous is items[i - 1] and previous.kind == Kind.VALUES else None
            if item.kind == Kind.VALUES and above is not None and not (_of_year(item) and _of_year(above)):
                bare += 1
            else:
                bare, sound = 0, i
            if bare >= _MOST_BARE and first is not None and sound is not None and sound > first:
                # Numbers under numbers without a word between: the labels of a chart.
                last = sound
                close()
                continue
            first = i if first is None else first
            last, chunks, lines = i, 0, 0
        elif item.kind != Kind.ROTATED:
            if first is not None:
                lines += 1
                chunks += not continues(previous, item)
                if (
                    item.gap >= _PAGE_GAP
                    or chunks > _MOST_TEXT_CHUNKS
                    or lines > _MOST_TEXT_LINES
                    or (
                        ends_table(item)
                        and not _is_wrapped_label(items, i, items[last] if last is not None else None)
                    )
                ):
                    close()
            elif caption is not None and item_is_prose(item) and i - caption > _MOST_PROSE:
                caption = None  # it stood below its table
        previous = item
    close()
    return regions


def _ends_paragraph(above: Item | None, item: Item) -> bool:
    """True for the last line of running text, which ends in a number: it begins in small letters below a longer
    line."""
    if above is None or above.kind != Kind.TEXT or item.kind != Kind.ROW or item.gap or len(item.atoms) > 1:
        return False
    return item.text[0].islower() and len(item.text) < len(above.text) and item_is_prose(above)


def _is_wrapped_label(items: Sequence[Item], at: int, row: Item | None) -> bool:
    """True for a label with a clause (``Andel, der er glade for`` / ``forløbet``) whose values, as many as those of
    the row above, stand alone on one of the next lines, or behind the rest of a label that is broken off here."""
    if row is None or len(row.atoms) < _FEWEST_WRAPPED or NOTE_STARTS.match(items[at].text):
        return False
    opened = items[at].text.endswith(",") or items[at].text.split()[-1] in JOINING_WORDS
    for above, item in pairwise(items[at : at + 1 + _MOST_WRAPPED]):
        if item.kind == Kind.VALUES or (opened and item.kind == Kind.ROW and item.text[0].islower()):
            return len(item.atoms) == len(row.atoms)
        goes = item.text[:1].islower() or above.wrapped
        if item.kind != Kind.TEXT or not goes or item_is_prose(item):
            return False
    return False


_FEWEST_WRAPPED = 2
_MOST_WRAPPED = 3
"""Lines below the first one of a label, the last of them its values."""


def _of_year(item: Item) -> bool:
    """True for the values of a year: ``2026 5 15``."""
    return len(item.atoms) > 1 and item.atoms[0].is_year


def _sound_start(items: Sequence[Item], first: int, last: int) -> int:
    """The first row of a region without head lines that look like rows: one number above rows of many."""
    counts = sorted(len(item.atoms) for item in items[first : last + 1] if is_row(item))
    usual = counts[len(counts) // 2]
    start = first
    if usual >= 2 and is_lone_number(items[start]):
        following = next((i for i in range(start + 1, last) if items[i].kind != Kind.SPACE), last)
        if is_head_like(items[following]):
            start = next(i for i in range(following, last + 1) if is_row(items[i]))
    while start < last and len(items[start].atoms) == 1 and usual >= 3:
        following = next(i for i in range(start + 1, last + 1) if items[i].kind != Kind.SPACE)
        if items[start].kind != Kind.ROW or not is_head_like(items[following]):
            break
        if start and len(items[start - 1].year_atoms) >= usual:
            break  # years head all columns: the row below them has blank cells
        start = next(i for i in range(following, last + 1) if is_row(items[i]))
    return start


def is_lone_number(item: Item) -> bool:
    """True for a small number alone on its line: slides print theirs between title and table."""
    return item.kind == Kind.VALUES and item.text.isdecimal() and len(item.text) <= _PAGE_DIGITS


def ends_table(item: Item) -> bool:
    """True for text that no table holds: a sentence, a note or a source."""
    if len(words_of(item.text)) >= _LONG_LABEL:
        return True
    return item_is_prose(item) or NOTE_STARTS.match(item.text) is not None


def continues(previous: Item | None, item: Item) -> bool:
    """True where a line of text goes on with the text line before it."""
    if previous is None or previous.kind != Kind.TEXT or not previous.text:
        return False
    return goes_on(previous, item.text)


def goes_on(above: Item, text: str) -> bool:
    """True where ``text`` goes on with the line of text above it: its end says so, or its words do."""
    return above.wrapped or continues_text(above.text, text)


def continues_text(before: str, text: str) -> bool:
    """True where ``text`` cannot begin a label or a head of its own after ``before``."""
    *others, final = before.split()
    last = final.lower().strip(".:;()")
    if (before[-1] in "-‐,/&+" and _AGE_AND_OVER.search(before) is None) or before.endswith(("\u00ad", " –")):
        return True
    # ``Med fravær Uden`` and ``Stigende Faldende Ved ikke``: heads of their own
    alone = bool(others) and (final[0].isupper() or f"{others[-1]} {final}".lower() in WHOLE_ANSWERS)
    if last in JOINING_WORDS and not alone and not before.endswith(":"):
        return True
    if text[0] == "§" and last.endswith(_LAWS):
        return True  # ``efter servicelovens`` / ``§ 107``
    if before.count("(") > before.count(")") and text.count(")") > text.count("("):
        return True  # ``Andel (måling i marts`` / ``2031)``
    return text[0].islower() or text[0] in "(–"


_LAWS = ("lov", "loven", "lovens")
_AGE_AND_OVER = re.compile(r"\d\+\Z")
"""``65+``"""


def is_unit_line(text: str) -> bool:
    """True for a line that holds nothing but units: ``Procent 1.000 kr. Procent 1.000 kr.``"""
    return _holds_units_only(text) or unit_of(text) is not None


def _without_brackets(text: str) -> str:
    return text.replace("(", "").replace(")", "")
