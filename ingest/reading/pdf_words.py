"""Words of a page: characters without a gap between them, in one size on one baseline."""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

from ingest.reading.pdf_characters import HYPHEN_MARK, Characters
from ingest.reading.pdf_frame import Frame
from ingest.reading.pdf_styles import Style, Styles
from schemas.document import Word

TOKEN = re.compile(r"[^\s\x00-\x1f\x7f-\x9f]+")
ASCENT, DESCENT = 0.8, 0.22
"""Word boxes reach this far over and under the baseline, in sizes: fonts lie about their own heights."""
LOOSE, TIGHT = 0.1, -0.15
"""Gaps between neighbouring characters outside of these shares of the font's height are looked at closely."""
GAP = 0.2
"""A gap of this many sizes parts two words where no space is printed."""
BACKWARD = -0.5
"""A jump back of this many sizes does the same."""
STEP = 0.2
"""So does another baseline, this many sizes away."""
SMALLER = 0.85
"""A mark is smaller than this share of the text it stands at."""

LIGATURES = {
    "ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st",
}  # fmt: skip
ZERO_WIDTH = "\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064\ufeff"
CLEAN = str.maketrans({**LIGATURES, **dict.fromkeys(ZERO_WIDTH), HYPHEN_MARK: "-"})
SOFT_HYPHEN = "\u00ad"
SUPERSCRIPTS = "¹²³⁰⁴⁵⁶⁷⁸⁹"
MARKED = re.compile(rf"(?<=[^\W_])(?<!\bm)(?<!\b[kcd]m)[{SUPERSCRIPTS}]+|(?<=[.,:;!?%)»”\"])[{SUPERSCRIPTS}]+")
"""Superscript digits behind a word or number, but not those of m² and km³."""


class PlacedWord(NamedTuple):
    """A word, the baseline it stands on (y for upright words, else x) and whether it can be seen."""

    word: Word
    baseline: float
    invisible: bool
    white: bool


def read_words(characters: Characters, styles: Styles, frame: Frame) -> list[PlacedWord]:
    """The words of a page in the order of its content, those outside of the frame too."""
    text = characters.text
    breaks = _breaks(characters, frame.rotation)
    breaks.append(len(text) + 1)
    words: list[PlacedWord] = []
    at = 0
    for match in TOKEN.finditer(text):
        start, end = match.span()
        while breaks[at] <= start:
            at += 1
        style = styles.at(start)
        while breaks[at] < end:
            here = breaks[at]
            at += 1
            after = styles.at(here)
            if _parted(characters, here, styles.at(here - 1), after, frame):
                _add(words, characters, start, here, style, frame)
                start, style = here, after
        _add(words, characters, start, end, style, frame)
    return words


def _breaks(characters: Characters, rotation: int) -> list[int]:
    """Characters that do not follow closely on the one before, along the direction of an upright page."""
    _, left, top, right, bottom = characters
    if rotation == 0:
        starts, ends, feet, heads = left, right, bottom, top
    elif rotation == 90:
        starts, ends, feet, heads = bottom, top, left, right
    elif rotation == 180:
        starts, ends, feet, heads = [-x for x in right], [-x for x in left], bottom, top
    else:
        starts, ends, feet, heads = [-y for y in top], [-y for y in bottom], left, right
    # Characters of one box are a ligature that the font spells out: they follow closely, whatever the numbers say.
    return [
        index
        for index, (start, before, end, foot, last, head) in enumerate(
            zip(starts[1:], starts, ends, feet[1:], feet, heads[1:], strict=False), 1
        )
        if start != before
        and not (
            (low := TIGHT * (height := head - foot)) < start - end < LOOSE * height and low < foot - last < -low
        )
    ]


def _parted(characters: Characters, here: int, before: Style, after: Style, frame: Frame) -> bool:
    """True where a new word starts at this character though no space is printed before it."""
    if before.angle != after.angle:
        return True
    size = max(before.size, after.size)
    if abs(before.baseline - after.baseline) > STEP * size:
        return True
    if after.angle % 90:
        return False
    gap = _start(_box(characters, here, frame), after.angle) - _end(_box(characters, here - 1, frame), before.angle)
    return not BACKWARD * size < gap < GAP * size


def _box(characters: Characters, index: int, frame: Frame) -> tuple[float, float, float, float]:
    return frame.box(
        characters.left[index], characters.bottom[index], characters.right[index], characters.top[index]
    )


def _start(box: tuple[float, float, float, float], angle: int) -> float:
    return (box[0], -box[3], -box[2], box[1])[angle // 90]


def _end(box: tuple[float, float, float, float], angle: int) -> float:
    return (box[2], -box[1], -box[0], box[3])[angle // 90]


def _add(words: list[PlacedWord], characters: Characters, start: int, end: int, style: Style, frame: Frame) -> None:
    text = characters.text[start:end]
    if not text.isascii():
        text = clean(text)
        if not text:
            return
        if MARKED.search(text):
            _add_marked(words, characters, start, end, style, frame)
            return
    size, angle, baseline, bold, invisible, white = style
    if angle == 0 and frame.rotation == 0:
        x0 = characters.left[start] - frame.left
        x1 = characters.right[end - 1] - frame.left
        y0, y1 = baseline - ASCENT * size, baseline + DESCENT * size
        if x1 < x0:
            x0, x1 = x1, x0
    else:
        x0, y0, x1, y1 = _reach(characters, start, end, style, frame)
    words.append(PlacedWord(Word(text, x0, y0, x1, y1, size, angle, bold), baseline, invisible, white))


def _reach(
    characters: Characters, start: int, end: int, style: Style, frame: Frame
) -> tuple[float, float, float, float]:
    """The box of a word in any direction."""
    x0, y0, x1, y1 = frame.box(
        min(characters.left[start:end]),
        min(characters.bottom[start:end]),
        max(characters.right[start:end]),
        max(characters.top[start:end]),
    )
    size, baseline = style.size, style.baseline
    if style.angle == 0:
        return x0, baseline - ASCENT * size, x1, baseline + DESCENT * size
    if style.angle == 90:
        return baseline - ASCENT * size, y0, baseline + DESCENT * size, y1
    if style.angle == 270:
        return baseline - DESCENT * size, y0, baseline + ASCENT * size, y1
    return x0, y0, x1, y1


def _add_marked(
    words: list[PlacedWord], characters: Characters, start: int, end: int, style: Style, frame: Frame
) -> None:
    """Adds a word that ends in superscript digits as two: the word and its mark."""
    text = characters.text[start:end]
    cuts = [start + at for match in MARKED.finditer(text) for at in match.span()]
    for first, last in zip([start, *cuts], [*cuts, end], strict=True):
        piece = clean(characters.text[first:last])
        if not piece:
            continue
        x0, y0, x1, y1 = _reach(characters, first, last, style, frame)
        raised = not piece.strip(SUPERSCRIPTS)
        word = Word(piece, x0, y0, x1, y1, style.size, style.angle, style.bold, raised)
        words.append(PlacedWord(word, style.baseline, style.invisible, style.white))


def clean(text: str) -> str:
    """Printed characters as text: ligatures spelt out, letters composed, what takes no room left out."""
    text = unicodedata.normalize("NFC", text.translate(CLEAN))
    if SOFT_HYPHEN in text:
        text = text[:-1].replace(SOFT_HYPHEN, "") + text[-1].replace(SOFT_HYPHEN, "-")
    return text
