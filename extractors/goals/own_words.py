"""The words of a sentence that belong to one of its numbers and to no other, and the part that it is told for."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from extractors.goals.context import Context, is_age, is_aside
from extractors.language.analysis import Quantity, Token

JOINTS = frozenset({"og", "samt", "mens", "men", "mod", "imod", "hvor"})
MARKS = ",;()–—"
PARTING = frozenset({"i", "på", "hos", "for", "blandt", "ved", "fra"})
"""Words that begin the place, time or group that a number is told for."""
LEADING = frozenset(
    {
        "i",
        "på",
        "af",
        "for",
        "til",
        "fra",
        "med",
        "om",
        "ved",
        "under",
        "over",
        "ud",
        "op",
        "ned",
        "kun",
        "hele",
        "ca.",
        "knap",
        "godt",
    }
)
"""Words that lead to a number."""
TAKEN_UP = frozenset({"den", "det", "de"})
"""Words that take up what was spoken of: ``mens den på aflastningstilbud er 91 pct.``"""
OPENING = JOINTS | {"hvorimod", "medens"}
"""Words before the name of a side."""
NO_SIDE = frozenset({"der", "vi", "her", "man", "i", "det", "den", "de", "heraf", "hvoraf"})
"""Words that take something up, and so name no side."""
MEASURES = (
    "heden", "tiden", "graden", "andelen", "antallet", "tallet", "procenten", "raten", "kabet", "været",
    "forbruget",
)  # fmt: skip
"""Ends of what is measured, and so of no place or group."""
LONGEST = 3
"""Words of such a part."""


class Own(NamedTuple):
    """The words before and behind a number that are its own; ``counted`` of those behind are what it counts."""

    left: tuple[Token, ...]
    right: tuple[Token, ...]
    counted: int = 0

    @property
    def part(self) -> str | None:
        """The place, time or group: ``Nord 81 pct.``, ``i juli 512``, ``88 pct. i nord``; None where none is
        named."""
        named = _name_before(self.left) or _behind(self.right[self.counted :]) or _opening(self.left)
        return named or None


def side_of(context: Context) -> str | None:
    """What the clause of a number begins with before its verb or the word that leads to the number: ``Den åbne
    afdeling ligger på 96 pct., den lukkede på 91 pct.``; None where it takes something up or names a measure."""
    previous = context.previous
    words: list[str] = []
    for token in context.preceding[previous.last + 1 if previous is not None else 0 :]:
        opens = not words and (token.lower in OPENING or token.text in MARKS or "definite" in token.signs)
        if opens:
            continue
        if token.lower in LEADING or token.text in MARKS or token.signs & {"outcome", "past", "state"}:
            break
        if token.signs or token.lower.endswith(MEASURES) or token.lower in NO_SIDE or not token.text[0].isalpha():
            return None
        words.append(token.text)
    return " ".join(words) if 0 < len(words) <= LONGEST else None


def asides_of(contexts: Sequence[Context]) -> list[bool]:
    """Which numbers of a sentence only explain others or say how old somebody is."""
    return [is_aside(context) or is_age(context) for context in contexts]


def own_words(context: Context, asides: Sequence[bool]) -> Own:
    """The words of a number; ``asides`` are those of :func:`asides_of` its sentence."""
    tokens, quantity = context.sentence.analysis.tokens, context.quantity
    quantities = context.sentence.analysis.quantities
    numbers = [q for q, away in zip(quantities, asides, strict=True) if q is quantity or not away]
    place = next(i for i, q in enumerate(numbers) if q is quantity)
    first = _first(tokens, numbers, place)
    following = numbers[place + 1] if place + 1 < len(numbers) else None
    after = _seam(tokens, quantity.last + 1, following.first) if following is not None else len(tokens)
    counted = len(quantity.counted.split()) if quantity.counted else 0
    return Own(tokens[first : quantity.first], tokens[quantity.last + 1 : after], counted)


def _first(tokens: tuple[Token, ...], numbers: list[Quantity], index: int) -> int:
    """Where the words of a number begin; of the second of ``fra 12 til 14`` where those of the first do."""
    while index:
        before, own = numbers[index - 1], numbers[index]
        moved = tokens[own.first - 1].lower == "til" and before.first and tokens[before.first - 1].lower == "fra"
        if not moved:
            return _seam(tokens, before.last + 1, own.first)
        index -= 1
    return 0


def _seam(tokens: tuple[Token, ...], first: int, after: int) -> int:
    """Where the words between two numbers pass from the one to the other: at the last joint or mark, else at the
    first word for a goal, else before the small words that lead to the second."""
    for index in range(after - 1, first - 1, -1):
        token = tokens[index]
        halved = index > first and tokens[index - 1].text.endswith("-")
        if (token.lower in JOINTS and not halved) or token.text in MARKS:
            return index
        if token.text == ":" and not tokens[index - 1].signs & {"goal", "aiming", "result"}:
            return index
    goal = next((i for i in range(first, after) if tokens[i].signs & {"goal", "aiming"}), None)
    if goal is not None:
        return goal
    while after > first and _leads(tokens[after - 1]):
        after -= 1
    return after


def _leads(token: Token) -> bool:
    """True for the words that stand right before a number: prepositions, articles, signs, *aftalte*."""
    signed = any(sign.startswith(("cmp:", "near:")) for sign in token.signs)
    return (
        signed or bool(token.signs & {"definite", "agreed", "pledge", "planned", "owner"}) or token.lower in LEADING
    )


def _name_before(left: tuple[Token, ...]) -> str:
    """``Aaby 81 pct.``, ``Bøgeby med 44 pct.``: a name right before the number."""
    end = len(left)
    if end and left[-1].lower in ("med", "på", ":"):
        end -= 1
    first = end
    while (
        first and left[first - 1].text[:1].isupper() and left[first - 1].text[0].isalpha() and end - first < LONGEST
    ):
        first -= 1
    # a word that opens the sentence is written large as well
    if first == end or left[first].start == 0:
        return ""
    return " ".join(token.text for token in left[first:end])


def _behind(right: tuple[Token, ...]) -> str:
    return _part(right, 0) if right and right[0].lower in PARTING else ""


def _opening(left: tuple[Token, ...]) -> str:
    """``i juli var der 512``: what the words of the number begin with."""
    for place, token in enumerate(left[:4]):
        if token.lower in PARTING:
            return _part(left, place)
        if token.text not in MARKS and token.lower not in JOINTS | TAKEN_UP and token.text != ":":
            return ""
    return ""


def _part(tokens: tuple[Token, ...], place: int) -> str:
    words: list[str] = []
    for token in tokens[place + 1 : place + 2 + LONGEST]:
        ends = token.text in MARKS or token.text in ".:" or token.lower in PARTING | JOINTS
        if ends or token.signs & {"outcome", "past", "bound"} or len(words) == LONGEST:
            break
        if "definite" not in token.signs:
            words.append(token.text)
    return " ".join(words)
