"""Lines of words that are not upright: rotated heads of columns and rows, text down the margin, watermarks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from ingest.reading.pdf_lines import SAME_LINE, Row, row_box
from ingest.reading.pdf_words import PlacedWord
from schemas.document import Box, Word

APART = 1.0
"""Turned words further apart than this many sizes are not one line."""
LEADING = 1.7
"""Turned lines closer than this many sizes are one block: a head of several lines."""
MOST_OPEN = 100
"""Blocks that a line is compared with."""
BESIDE = 0.5
"""Blocks that share this much of the lower one's height stand beside each other."""


class _Span(NamedTuple):
    """A word along its reading direction; ``level`` grows from line to line."""

    level: float
    start: float
    end: float
    word: Word


class _Block(NamedTuple):
    """Turned lines that belong together, in reading order."""

    box: Box
    rows: list[Row]


def with_turned_lines(rows: list[Row], words: Sequence[PlacedWord]) -> list[Row]:
    """Rows of upright words with the lines of the turned words, each before the first row that starts lower."""
    blocks = _in_bands(_blocks(words))
    merged: list[Row] = []
    at = 0
    for row in rows:
        top = min(word.y0 for word in row)
        while at < len(blocks) and blocks[at][0] < top:
            merged += blocks[at][1]
            at += 1
        merged.append(row)
    for _, turned in blocks[at:]:
        merged += turned
    return merged


def _in_bands(blocks: list[_Block]) -> list[tuple[float, list[Row]]]:
    """Blocks as (top, rows): from top to bottom, those beside each other from left to right under one top."""
    bands: list[list[_Block]] = []
    for block in sorted(blocks, key=lambda block: (block.box.y0, block.box.x0)):
        if bands:
            first = bands[-1][0].box
            shared = min(first.y1, block.box.y1) - block.box.y0
            if shared >= BESIDE * block.box.height:
                bands[-1].append(block)
                continue
        bands.append([block])
    return [
        (band[0].box.y0, block.rows)
        for band in bands
        for block in sorted(band, key=lambda block: (block.box.x0, block.box.y0))
    ]


def _blocks(words: Sequence[PlacedWord]) -> list[_Block]:
    by_angle: dict[int, list[PlacedWord]] = {}
    for placed in words:
        by_angle.setdefault(placed.word.angle, []).append(placed)
    blocks: list[_Block] = []
    for angle in sorted(by_angle):
        if angle % 90:
            blocks += [_Block(row_box(row), [row]) for row in _skewed(by_angle[angle])]
        else:
            blocks += _of_lines(_lines(by_angle[angle]))
    return blocks


def _span(placed: PlacedWord) -> _Span:
    word, baseline = placed.word, placed.baseline
    if word.angle == 90:
        return _Span(baseline, -word.y1, -word.y0, word)
    if word.angle == 180:
        return _Span(-baseline, -word.x1, -word.x0, word)
    return _Span(-baseline, word.y0, word.y1, word)


def _lines(words: list[PlacedWord]) -> list[list[_Span]]:
    """Words on one baseline, cut at gaps."""
    lines: list[list[_Span]] = []
    group: list[_Span] = []
    for span in sorted(map(_span, words), key=lambda span: (span.level, span.start)):
        if group and span.level - group[0].level > SAME_LINE * min(span.word.size, group[0].word.size):
            lines += _runs(group)
            group = []
        group.append(span)
    return lines + _runs(group)


def _runs(group: list[_Span]) -> list[list[_Span]]:
    runs: list[list[_Span]] = []
    for span in sorted(group, key=lambda span: span.start):
        if runs and span.start - runs[-1][-1].end <= APART * span.word.size:
            runs[-1].append(span)
        else:
            runs.append([span])
    return runs


def _of_lines(lines: list[list[_Span]]) -> list[_Block]:
    """Blocks of lines below each other that share a stretch of their reading direction."""
    open_blocks: list[list[list[_Span]]] = []
    for line in lines:
        for block in open_blocks[: -MOST_OPEN - 1 : -1]:
            last = block[-1]
            step = line[0].level - last[0].level
            if step > LEADING * line[0].word.size:
                continue
            if step > 0 and line[0].start < last[-1].end and last[0].start < line[-1].end:
                block.append(line)
                break
        else:
            open_blocks.append([line])
    blocks = []
    for block in open_blocks:
        rows = [[span.word for span in line] for line in block]
        blocks.append(_Block(row_box([word for row in rows for word in row]), rows))
    return blocks


def _skewed(words: list[PlacedWord]) -> list[Row]:
    """Skewed words as lines of their own, neighbours in the page's content joined."""
    rows: list[Row] = []
    for placed in words:
        word = placed.word
        last = rows[-1][-1] if rows else None
        reach = APART * word.size
        if last is not None and (
            last.x0 - reach <= word.x1
            and word.x0 <= last.x1 + reach
            and last.y0 - reach <= word.y1
            and word.y0 <= last.y1 + reach
        ):
            rows[-1].append(word)
        else:
            rows.append([word])
    return rows
