"""Printed lines from words, by baselines: pdfium's own lines lose rows on turned and some wide pages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from operator import itemgetter
from statistics import median

from ingest.reading.pdf_words import DESCENT, SMALLER, PlacedWord
from schemas.document import Box, Word

SAME_LINE = 0.3
"""Words whose baselines differ by less than this share of the smaller size stand on one line."""
RAISED = 0.1
"""A mark stands at least this share of the text's size above its baseline …"""
HIGH = 1.0
"""… and at most this."""
NEAR = 0.6
"""Room between a mark and its word, in sizes of the word."""
WIDE = 1.5
"""Gaps wider than this many sizes are shown as a column gap."""
MARK = re.compile(r"\(?(?:\d{1,3}|[a-zæøå]|[*†‡§¹²³]{1,3})(?:[,-]\d{1,3})*\)?[.,;:]?")
"""What footnote marks look like."""
POWERS = frozenset("23")
LENGTHS = frozenset({"m", "mm", "cm", "dm", "km"})
"""A raised digit at one of these is no footnote mark but part of a unit."""
MOST_COMPARED = 40_000
"""Rows of more words than any page holds are not searched for marks."""
DOUBLE = 0.2
"""The same word again, moved by less than this many sizes, is a shadow that makes it look bold."""
SPACED = 6
"""So many letters and nothing else are a line of spaced letters …"""
SPACED_WORD = 1.7
"""… in which a gap wider than usual by this factor parts words."""
COLUMN_GAP = "   "

Row = list[Word]


def upright_rows(words: Sequence[PlacedWord]) -> list[Row]:
    """Rows of upright words from top to bottom, each from left to right, raised marks in the row they mark."""
    clusters: list[tuple[float, Row]] = []
    first, smallest = float("-inf"), 0.0
    row: Row = []
    for word, baseline, _, _ in sorted(words, key=itemgetter(1)):
        size = word[5]
        if size < smallest:
            smallest = size
        if baseline - first <= SAME_LINE * smallest:
            row.append(word)
        else:
            row = [word]
            first, smallest = baseline, size
            clusters.append((baseline, row))
    _seat_marks(clusters)
    rows = []
    for _, row in clusters:
        if row:
            row.sort(key=itemgetter(1, 3))
            rows.append(_without_doubles(row))
    return rows


def _seat_marks(clusters: list[tuple[float, Row]]) -> None:
    """Moves small raised words into the row below them that they stand at, and says that they are raised."""
    sizes = [[word.size for word in row] for _, row in clusters]
    largest_of, smallest_of = list(map(max, sizes)), list(map(min, sizes))
    if not sizes or min(smallest_of) >= SMALLER * max(largest_of):
        return
    for index, (baseline, row) in enumerate(clusters):
        smallest = smallest_of[index]
        for (below_baseline, below), largest in zip(
            clusters[index : index + 3], largest_of[index : index + 3], strict=True
        ):
            if below_baseline - baseline > HIGH * largest:
                break
            if smallest >= SMALLER * largest or len(row) * len(below) > MOST_COMPARED:
                continue
            stay: Row = []
            for word in row:
                marked = _marked(word, below) if MARK.fullmatch(word.text) else None
                if marked is not None:
                    word = word._replace(raised=not (word.text in POWERS and marked.text in LENGTHS))
                    if below is not row:
                        below.append(word)
                        continue
                stay.append(word)
            row[:] = stay
            if not row:
                break


def _marked(word: Word, row: Row) -> Word | None:
    """The larger word of the row at which a word stands as a raised mark, behind it or at its start."""
    foot = word.y1 - DESCENT * word.size
    for other in row:
        if word.size < SMALLER * other.size:
            height = other.y1 - DESCENT * other.size - foot
            near = NEAR * other.size
            if RAISED * other.size < height < HIGH * other.size and (
                -near < word.x0 - other.x1 < near or -near < other.x0 - word.x1 < near
            ):
                return other
    return None


def _without_doubles(row: Row) -> Row:
    """Leaves out words printed twice on (nearly) the same spot to make them look bold."""
    kept = row[:1]
    last = row[0]
    for word in row[1:]:
        if word[0] == last[0] and word.x0 - last.x0 < DOUBLE * word.size and word.size == last.size:
            continue
        kept.append(word)
        last = word
    return kept


def row_box(row: Row) -> Box:
    """The box around a row."""
    _, x0, y0, x1, y1, *_ = row[0]
    for _, left, top, right, foot, _, _, _, _ in row:
        if left < x0:
            x0 = left
        if top < y0:
            y0 = top
        if right > x1:
            x1 = right
        if foot > y1:
            y1 = foot
    return Box(x0, y0, x1, y1)


def row_print(row: Row) -> tuple[str, Box]:
    """The row as printed and the box around it. Single spaces part its words, three a wide gap; two part words of
    spaced letters."""
    _, left, top, right, foot, *_ = row[0]
    end = left
    parts = []
    for text, x0, y0, x1, y1, size, angle, _, _ in row:
        parts.append(COLUMN_GAP if x0 - end > WIDE * size and angle == 0 else " ")
        parts.append(text)
        end = x1
        if x0 < left:
            left = x0
        if y0 < top:
            top = y0
        if x1 > right:
            right = x1
        if y1 > foot:
            foot = y1
    spaced = len(row) >= SPACED and len(row[0][0]) == 1 and _is_spaced(row)
    return _spaced_text(row) if spaced else "".join(parts[1:]), Box(left, top, right, foot)


def _is_spaced(row: Row) -> bool:
    return all(len(word[0]) == 1 and word[0].isalpha() for word in row) and (
        median(after.x0 - before.x1 for before, after in pairwise(row)) < WIDE * row[0].size
    )


def _spaced_text(row: Row) -> str:
    gaps = [after.x0 - before.x1 for before, after in pairwise(row)]
    usual = median(gaps)
    parts = [row[0].text]
    for gap, word in zip(gaps, row[1:], strict=True):
        parts.append("  " if gap > SPACED_WORD * usual and word.angle == 0 else " ")
        parts.append(word.text)
    return "".join(parts)
