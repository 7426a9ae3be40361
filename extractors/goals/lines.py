"""The lines of a packet that readers of goals look at: the printed ones, and among them those with a word that a
reader cannot do without. Each line is asked for its words once."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Literal, get_args

from extractors.goals.cells import HAS_NUMBER
from extractors.goals.headings import is_of_heads, may_head, may_head_aim, may_head_method
from extractors.goals.spoken import may_tell_owed
from extractors.text.lowered import lowered_lines
from extractors.text.memo import DocumentMemo
from schemas.language import lexicon
from schemas.packet import Packet, Span
from schemas.word_lists import Bits

WordClass = Literal["head", "aim", "method", "goal", "label", "target", "degree", "told", "number", "owed"]
"""What a word may be: of the head or label of a value, of that of an aim or of how it is measured, the name of a
goal (``Mål 3``), the first of a label of goal sheets, of a head of targets, of one of degrees, of the title of a
report; it holds a number; or it owes or aims at anything, or may be a piece of a phrase that does."""

_LETTER = r"[^\W²³¹¼½¾⁰-₉①-⓿❶-➓]"  # note marks are none, though ``re`` takes them for such
_WORD = re.compile(rf"{_LETTER}+(?:-+{_LETTER}+)*")
"""Letters and digits with hyphens inside: ``2030-mål`` is one word."""
_TARGETS = ("mål", "krav", "target", "ambition", "løfte", "lovet", "tilsagn", "aftalt", "forpligt", "loft")
_TOLD = ("rapport", "status", "resultater", "opfølgning", "beretning", "redegørelse", "opfyldelse", "evaluering")
_DEGREES = ("målopfyldelse", "opfyldelsesgrad", "målopnåelse")


def printed_in(packet: Packet, span: Span) -> Sequence[int]:
    """The indexes of the lines of a span that are neither blank nor furniture, in order."""
    furniture = packet.furniture
    printed = _printed.get(
        packet.document,
        furniture,
        lambda: [line.index for lines in packet.document.printed for line in lines if line.index not in furniture],
    )
    return printed[bisect_left(printed, span.first) : bisect_right(printed, span.last)]


def lines_with(packet: Packet, word_class: WordClass) -> frozenset[int]:
    """The indexes of the lines, furniture included, that print a word of this class."""
    document = packet.document
    return _by_class.get(document, None, lambda: _classified(lowered_lines(document)))[word_class]


def printed_text(packet: Packet, indices: range) -> str | None:
    """The text of the first printed line of these; furniture is none."""
    texts = (packet.lines[i].text.strip() for i in indices if i not in packet.furniture)
    return next((text for text in texts if text), None)


def goes_on_behind(packet: Packet, index: int) -> bool:
    """True where the next printed line begins small: it goes on with the sentence."""
    text = printed_text(packet, range(index + 1, min(index + 4, len(packet.lines))))
    return text is not None and text[0].islower()


def title_above(packet: Packet, first: int, index: int, longest: int) -> str:
    """The short line right above, from line ``first`` on; empty where it is longer or no title."""
    text = printed_text(packet, range(index - 1, first - 1, -1)) or ""
    return text if len(text) <= longest and not text.endswith((".", ",", ";", "%")) else ""


def lines_within(packet: Packet, word_class: WordClass, span: Span) -> Sequence[int]:
    """The indexes of the printed lines of a span, without furniture, that hold a word of this class, in order."""
    held = lines_with(packet, word_class)
    printed = _ordered.get(packet.document, (packet.furniture, word_class), lambda: sorted(held - packet.furniture))
    return printed[bisect_left(printed, span.first) : bisect_right(printed, span.last)]


_printed: DocumentMemo[list[int]] = DocumentMemo()
_ordered: DocumentMemo[list[int]] = DocumentMemo()
_by_class: DocumentMemo[Mapping[WordClass, frozenset[int]]] = DocumentMemo()


def _classified(lowered: Sequence[str]) -> Mapping[WordClass, frozenset[int]]:
    alike: defaultdict[int, list[int]] = defaultdict(list)
    classes_of = _printed_word.of
    for index, text in enumerate(lowered):
        if text and (classes := classes_of(text.split())):
            alike[classes].append(index)
    return {
        word_class: frozenset().union(*(indexes for classes, indexes in alike.items() if classes & bit))
        for word_class, bit in _BITS.items()
    }


@cache
def _first_words_of_labels() -> frozenset[str]:
    return frozenset(label.split()[0].lower() for label in lexicon().labels)


_BITS: Mapping[WordClass, int] = {word_class: 1 << place for place, word_class in enumerate(get_args(WordClass))}
_OF_STRINGS: Mapping[WordClass, Sequence[str]] = {
    "goal": ("mål",), "target": _TARGETS, "degree": _DEGREES, "told": _TOLD
}  # fmt: skip
_STRINGS: dict[str, int] = {}
"""The bits of the classes that a word is of because a string stands in it."""
for _class, _strings in _OF_STRINGS.items():
    for _string in _strings:
        _STRINGS[_string] = _STRINGS.get(_string, 0) | _BITS[_class]
_OF_HEADS: Sequence[tuple[WordClass, Callable[[str], bool]]] = (
    ("head", may_head), ("aim", may_head_aim), ("method", may_head_method)
)  # fmt: skip


def _classes(printed: str) -> int:
    """The classes of the words that white space does not part, a bit for each."""
    found = 0
    for string, bits in _STRINGS.items():
        if string in printed:
            found |= bits
    for word in _WORD.findall(printed):
        if word.startswith("kpi"):
            found |= _BITS["goal"]
        if word.strip("_") in _first_words_of_labels():
            found |= _BITS["label"]
        if is_of_heads(word):
            found |= sum(_BITS[word_class] for word_class, holds in _OF_HEADS if holds(word))
    if not printed.isalpha() and HAS_NUMBER.search(printed) is not None:
        found |= _BITS["number"]
    if may_tell_owed(printed):
        found |= _BITS["owed"]
    return found


_printed_word = Bits(_classes)
