"""Words of a page: characters without a gap between them, in one size on one baseline."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from ingest.reading.encoding import LINE_END_HYPHEN
from ingest.reading.pdf_characters import ENDING, PRINTED, Characters, Kinds, is_made_up
from ingest.reading.pdf_cleaning import PLAIN, clean
from ingest.reading.pdf_frame import Frame
from ingest.reading.pdf_styles import Style, Styles
from schemas.document import Word

ASCENT, DESCENT = 0.8, 0.22
"""Word boxes reach this far over and under the baseline, in sizes: fonts lie about their own heights."""
LOOSE, TIGHT, FOOT = 0.12, -1.0, 0.25
"""A token whose gaps add up to this many sizes at most is one word at sight. Ligatures that the font spells out
count their width twice, which makes the sum negative; deep letters move the foot of their box a little."""
GAP = 0.15
"""A gap of this many sizes parts two words where no space is printed."""
BACKWARD = -0.5
"""A jump back of this many sizes does the same."""
STEP = 0.2
"""So does another baseline, this many sizes away."""
TOUCHING = (-0.3, 0.12)
"""A gap between these sizes parts nothing where no space is printed, whatever pdfium makes of it."""
ROUNDING = 0.001
"""Room for what is rounded where gaps are looked at twice."""
LEVEL = 0.05
"""Baselines that differ by less than this share of the size are one."""
SMALLER = 0.85
"""A mark is smaller than this share of the text it stands at."""

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
    """Characters along one reading direction: starts, ends and feet."""

    starts: Sequence[float]
    ends: Sequence[float]
    feet: Sequence[float]


def _axis(characters: Characters, direction: int) -> _Axis:
    """The axis of text that runs this way (0, 90, 180 or 270 degrees counter-clockwise) in user space."""
    left, top, right, bottom = characters.left, characters.top, characters.right, characters.bottom
    starts: Sequence[float]
    ends: Sequence[float]
    feet: Sequence[float]
    if direction == 0:
        starts, ends, feet = left, right, bottom
    elif direction == 90:
        starts, ends, feet = bottom, list(top), right
    elif direction == 180:
        starts, ends, feet = [-x for x in right], [-x for x in left], list(top)
    else:
        starts, ends, feet = [-y for y in top], [-y for y in bottom], left
    return _Axis(starts, ends, feet)


class _Tokens(NamedTuple):
    """Of each token: ``slack``, its length less the widths of its characters; ``rise``, how far the feet of their
    boxes are apart; ``left`` and ``right`` edge; ``gap``, the way to the one behind it."""

    slack: list[float]
    rise: list[float]
    left: list[float]
    right: list[float]
    gap: npt.NDArray[np.float64]


Places = npt.NDArray[np.intp]


def tokens_of(characters: Kinds) -> tuple[Places, Places]:
    """Where printed characters begin and end that a space or the hyphen of a line end, which is the last of them,
    parts: first characters, and those behind the last."""
    kinds = np.zeros(len(characters) + 2, np.uint8)
    kinds[1:-1] = characters
    before, here, after = kinds[:-2], kinds[1:-1], kinds[2:]
    first = (here >= PRINTED) & (before != PRINTED)
    last = (here == ENDING) | ((here == PRINTED) & (after < PRINTED))
    return np.flatnonzero(first), np.flatnonzero(last) + 1


def _measured(first: Places, end: Places, characters: Characters, axis: _Axis) -> _Tokens:
    """The tokens of a page measured at once."""
    bounds = np.empty(2 * len(first), np.intp)
    bounds[::2], bounds[1::2] = first, end
    left, _, right, bottom = characters.boxes.T
    starts, ends, lower = left, right, bottom
    if axis.starts is not characters.left:
        starts, ends, lower = map(_array, axis)
    widths = np.zeros(len(starts) + 1)
    np.cumsum(ends - starts, out=widths[1:])
    feet = np.zeros(len(starts) + 1)  # one more, as a token may end where the page does
    feet[:-1] = lower
    rise = np.maximum.reduceat(feet, bounds)[::2] - np.minimum.reduceat(feet, bounds)[::2]
    return _Tokens(
        (ends[end - 1] - starts[first] - widths[end] + widths[first]).tolist(),
        rise.tolist(),
        left[first].tolist(),
        right[end - 1].tolist(),
        starts[first[1:]] - ends[end[:-1] - 1],
    )


def _array(values: Sequence[float]) -> npt.NDArray[np.float64]:
    return np.asarray(values, dtype=np.float64)


def read_words(characters: Characters, styles: Styles, frame: Frame) -> list[PlacedWord]:
    """The words of a page in the order of its content, those outside of the frame too."""
    return _WordReader(characters, styles, frame).read()


class _WordReader:
    """Reads the words of one page: plain words the short way, all others with a closer look."""

    def __init__(self, characters: Characters, styles: Styles, frame: Frame) -> None:
        self.characters = characters
        self.styles = styles
        self.frame = frame
        self.axes = {0: _axis(characters, frame.rotation)}
        self.words: list[PlacedWord] = []

    def read(self) -> list[PlacedWord]:
        text = self.characters.text
        first, behind = tokens_of(self.characters.kinds)
        if not len(first):
            return self.words
        text = text.replace(LINE_END_HYPHEN, "-")
        begins, ends = first.tolist(), behind.tolist()
        looks = self.styles.of(begins)
        tokens = _measured(first, behind, self.characters, self.axes[0])
        joined = self._joined(begins, ends, looks, tokens.gap)
        plain, margin = self.frame.rotation == 0, self.frame.left
        add, make = self.words.append, tuple.__new__
        skip = -1
        for start, end, style, slack, rise, left, right in zip(
            begins, ends, looks, tokens.slack, tokens.rise, tokens.left, tokens.right, strict=True
        ):
            if start < skip:
                continue
            size, angle, baseline, bold, invisible, white = style
            if angle or not TIGHT * size < slack < LOOSE * size or rise > FOOT * size or start in joined:
                skip = joined.get(start, end)
                self._add_pieces(start, skip)
                continue
            token = text[start:end]
            if not plain or not (token.isascii() or PLAIN.fullmatch(token)):
                self._add(range(start, end), style)
                continue
            # As the constructors do, without the way through them: nothing else is made as often.
            box = left - margin, baseline - ASCENT * size, right - margin, baseline + DESCENT * size
            add(make(PlacedWord, (make(Word, (token, *box, size, 0, bold, False)), baseline, invisible, white)))
        return self.words

    def _joined(
        self, begins: list[int], ends: list[int], looks: list[Style], gaps: npt.NDArray[np.float64]
    ) -> dict[int, int]:
        """Words that pdfium cut where nothing parts them, as it does in turned text: first character to end. Only
        those with white between them that may be none of a space are looked at, and turned ones."""
        largest = max(1.0, *[look[0] for look in looks])
        low, high = (TOUCHING[0] - ROUNDING) * largest, (TOUCHING[1] + ROUNDING) * largest
        near = (gaps > low) & (gaps < high)
        if [look for look in looks if look[1]]:
            near[:] = True
        joined: dict[int, int] = {}
        first, last = 0, -2
        for at in np.flatnonzero(near).tolist():
            look, after = looks[at], looks[at + 1]
            here, end = begins[at + 1], ends[at + 1]
            if (
                look.angle == after.angle
                and abs(look.baseline - after.baseline) < LEVEL * after.size
                and self._touch(ends[at] - 1, here, after)
                and is_made_up(self.characters, ends[at])
            ):
                if last != at - 1:
                    first = begins[at]
                joined[first] = end
                last = at
        return joined

    def _touch(self, last: int, here: int, after: Style) -> bool:
        """True where a character stands right behind another in the same direction on the same baseline."""
        if after.angle % 90:
            return False
        axis = self._axis(after.angle)
        gap = (axis.starts[here] - axis.ends[last]) / (after.size or 1.0)
        if not TOUCHING[0] < gap < TOUCHING[1]:
            return False
        before = self.styles.of([last])[0]
        return before.angle == after.angle and abs(before.baseline - after.baseline) < LEVEL * after.size

    def _axis(self, angle: int) -> _Axis:
        axis = self.axes.get(angle)
        if axis is None:
            axis = self.axes[angle] = _axis(self.characters, (angle + self.frame.rotation) % 360)
        return axis

    def _add_pieces(self, start: int, end: int) -> None:
        """Adds a token, cut where a new word starts though no space is printed before it."""
        text = self.characters.text
        indexes = [index for index in range(start, end) if not text[index].isspace()]
        looks = self.styles.of(indexes)
        cuts = [0, *self._cuts(indexes, looks), len(indexes)]
        for first, last in pairwise(cuts):
            self._add(indexes[first:last], looks[first])

    def _cuts(self, indexes: Sequence[int], looks: Sequence[Style]) -> list[int]:
        """Where among these characters a new word starts; leaders are hundreds of one look in a row."""
        size, angle, *_ = looks[0]
        if angle % 90 or looks.count(looks[0]) < len(looks):
            beside = zip(indexes, indexes[1:], looks, looks[1:], strict=False)
            return [at for at, pair in enumerate(beside, 1) if self._parted(*pair)]
        axis = self._axis(angle)
        starts, ends = [axis.starts[index] for index in indexes], [axis.ends[index] for index in indexes]
        back, gap = BACKWARD * size, GAP * size
        beside_each = zip(starts, starts[1:], ends, strict=False)
        return [at for at, (s, after, e) in enumerate(beside_each, 1) if s != after and not back < after - e < gap]

    def _parted(self, last: int, here: int, before: Style, after: Style) -> bool:
        if before.angle != after.angle:
            return True
        size = max(before.size, after.size)
        if abs(before.baseline - after.baseline) > STEP * size:
            return True
        if after.angle % 90:
            return False
        axis = self._axis(after.angle)
        if axis.starts[here] == axis.starts[last]:
            # Characters of one box are a ligature that the font spells out.
            return False
        return not BACKWARD * size < axis.starts[here] - axis.ends[last] < GAP * size

    def _add(self, indexes: Sequence[int], style: Style) -> None:
        """Adds the characters as a word, superscript digits behind it as a word of their own."""
        text = "".join([self.characters.text[index] for index in indexes])
        cuts = [at for match in MARKED.finditer(text) for at in match.span()]
        for first, last in pairwise(sorted({0, *cuts, len(text)})):
            printed = text[first:last]
            cleaned = clean(printed)
            if cleaned:
                box = self._box(indexes[first:last], style)
                raised = not printed.strip(SUPERSCRIPTS)
                word = Word(cleaned, *box, style.size, style.angle, style.bold, raised)
                self.words.append(PlacedWord(word, style.baseline, style.invisible, style.white))

    def _box(self, indexes: Sequence[int], style: Style) -> tuple[float, float, float, float]:
        """The box of a word in any direction."""
        characters = self.characters
        left, top, right, bottom = characters.left, characters.top, characters.right, characters.bottom
        x0, y0, x1, y1 = self.frame.box(
            min([left[index] for index in indexes]),
            min([bottom[index] for index in indexes]),
            max([right[index] for index in indexes]),
            max([top[index] for index in indexes]),
        )
        size, angle, baseline, *_ = style
        if angle == 0:
            return x0, baseline - ASCENT * size, x1, baseline + DESCENT * size
        if angle == 90:
            return baseline - ASCENT * size, y0, baseline + DESCENT * size, y1
        if angle == 270:
            return baseline - DESCENT * size, y0, baseline + ASCENT * size, y1
        return x0, y0, x1, y1
