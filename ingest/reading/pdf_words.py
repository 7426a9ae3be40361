"""Words of a page: characters without a gap between them, in one size on one baseline."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from itertools import accumulate
from operator import sub
from typing import NamedTuple

from ingest.reading.pdf_characters import Characters
from ingest.reading.pdf_frame import Frame
from ingest.reading.pdf_styles import Style, Styles
from schemas.document import Word

TOKEN = re.compile(r"[^\s\x00-\x1f\x7f-\x9f]+")
ASCENT, DESCENT = 0.8, 0.22
"""Word boxes reach this far over and under the baseline, in sizes: fonts lie about their own heights."""
LOOSE, TIGHT, FOOT = 0.12, -1.0, 0.25
"""A token whose gaps add up to this many sizes at most is one word at sight. Ligatures that the font spells out
count their width twice, which makes the sum negative; deep letters move the foot of their box a little."""
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
CLEAN = str.maketrans({**LIGATURES, **dict.fromkeys(ZERO_WIDTH)})
PLAIN = re.compile(r"[!-~æøåÆØÅéÉüÜöÖäÄ§½´«»–—‘’‚“”„•…€]+")
"""What needs no cleaning."""
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


class _Axis(NamedTuple):
    """Characters along one reading direction: starts, ends and feet, and the summed widths before each."""

    starts: list[float]
    ends: list[float]
    feet: list[float]
    widths: list[float]


def _axis(characters: Characters, direction: int) -> _Axis:
    """The axis of text that runs this way (0, 90, 180 or 270 degrees counter-clockwise) in user space."""
    _, left, top, right, bottom = characters
    if direction == 0:
        starts, ends, feet = left, right, bottom
    elif direction == 90:
        starts, ends, feet = bottom, top, right
    elif direction == 180:
        starts, ends, feet = [-x for x in right], [-x for x in left], top
    else:
        starts, ends, feet = [-y for y in top], [-y for y in bottom], left
    return _Axis(starts, ends, feet, list(accumulate(map(sub, ends, starts), initial=0.0)))


def read_words(characters: Characters, styles: Styles, frame: Frame) -> list[PlacedWord]:
    """The words of a page in the order of its content, those outside of the frame too."""
    axes = {0: _axis(characters, frame.rotation)}
    starts, ends, feet, widths = axes[0]
    text, left, right = characters.text, characters.left, characters.right
    spans = [match.span() for match in TOKEN.finditer(text)]
    plain = frame.rotation == 0
    words: list[PlacedWord] = []
    for (start, end), style in zip(spans, styles.of([start for start, _ in spans]), strict=True):
        size, angle, baseline, bold, invisible, white = style
        if (
            angle
            or not TIGHT * size < ends[end - 1] - starts[start] - widths[end] + widths[start] < LOOSE * size
            or max(feet[start:end]) - min(feet[start:end]) > FOOT * size
        ):
            for first, last, look in _pieces(characters, axes, styles, start, end, style, frame.rotation):
                _add(words, characters, first, last, look, frame)
            continue
        token = text[start:end]
        if not plain or not (token.isascii() or PLAIN.fullmatch(token)):
            _add(words, characters, start, end, style, frame)
            continue
        word = Word(
            token,
            left[start] - frame.left,
            baseline - ASCENT * size,
            right[end - 1] - frame.left,
            baseline + DESCENT * size,
            size,
            0,
            bold,
        )
        words.append(PlacedWord(word, baseline, invisible, white))
    return words


def _pieces(
    characters: Characters,
    axes: dict[int, _Axis],
    styles: Styles,
    start: int,
    end: int,
    style: Style,
    rotation: int,
) -> Iterator[tuple[int, int, Style]]:
    """A token cut where a new word starts though no space is printed before it."""
    before = style
    for here, after in enumerate(styles.of(range(start + 1, end)), start + 1):
        if _parted(characters, axes, here, before, after, rotation):
            yield start, here, style
            start, style = here, after
        before = after
    yield start, end, style


def _parted(
    characters: Characters, axes: dict[int, _Axis], here: int, before: Style, after: Style, rotation: int
) -> bool:
    if before.angle != after.angle:
        return True
    size = max(before.size, after.size)
    if abs(before.baseline - after.baseline) > STEP * size:
        return True
    if after.angle % 90:
        return False
    axis = axes.get(after.angle)
    if axis is None:
        axis = axes[after.angle] = _axis(characters, (after.angle + rotation) % 360)
    if axis.starts[here] == axis.starts[here - 1]:
        # Characters of one box are a ligature that the font spells out.
        return False
    return not BACKWARD * size < axis.starts[here] - axis.ends[here - 1] < GAP * size


def _add(words: list[PlacedWord], characters: Characters, start: int, end: int, style: Style, frame: Frame) -> None:
    text = characters.text[start:end]
    if not (text.isascii() or PLAIN.fullmatch(text)):
        text = clean(text)
        if not text:
            return
        if MARKED.search(text):
            _add_marked(words, characters, start, end, style, frame)
            return
    box = _reach(characters, start, end, style, frame)
    word = Word(text, *box, style.size, style.angle, style.bold)
    words.append(PlacedWord(word, style.baseline, style.invisible, style.white))


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
