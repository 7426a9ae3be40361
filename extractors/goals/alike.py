"""Numbers that may be of one thing: of one kind, of one noun, and not too far apart."""

from __future__ import annotations

from extractors.goals.context import ANAPHORIC
from extractors.goals.weighing import OWED, SET, TOLD, Told
from extractors.language.analysis import Quantity
from extractors.language.counting import is_duration
from extractors.language.stems import stem
from schemas.language import lexicon

SHORTEST_HEAD = 3
"""Letters of a noun that another ends in."""
SHORTEST_TAKING = 6
"""Words and marks of a sentence that tells a number and nothing else (``Vi ligger på 29.``), at most."""
FURTHEST = 20
"""How many times a count may be the other."""


def kind_of(quantity: Quantity) -> str:
    """What kind of number it is: a share, ``money``, ``duration`` or ``count``."""
    if quantity.unit in ("%", "procentpoint", "promille"):
        return quantity.unit
    if quantity.money:
        return "money"
    return "duration" if is_duration(quantity.counted) else "count"


def _noun(told: Told) -> str | None:
    """The stem of what is counted; None where the noun is left out (``58 tog uddannelsen``)."""
    quantity = told.quantity
    if quantity.counted is None:
        return quantity.unit
    behind = told.tokens[quantity.last + 1 : quantity.last + 2]
    if behind and behind[0].signs & (TOLD | OWED | SET) and " " not in quantity.counted:
        return None
    return stem(quantity.counted.split()[-1].lower())


def alike(aim: Told, told: Told) -> bool:
    """True for numbers of one kind that may be of the same thing."""
    one, other = kind_of(aim.quantity), kind_of(told.measure)
    if told.moves and not aim.moves and (told.role != "result" or told.of_move):
        return False
    if told.of_whole and not aim.of_whole and not (told.told and aim.place[0] < told.place[0]):
        return False
    low, high = sorted((abs(aim.quantity.value), abs(told.quantity.value)))
    if is_head_of(told.quantity, aim.quantity):
        return low * FURTHEST >= high or not low
    if one != other:
        if aim.elided and not told.elided:
            return high <= 4 * low and _takes_up_before(aim, told)
        near = told.elided and high <= 4 * low and (not aim.elided or bool(told.part))
        return near and (aim.place[0] == told.place[0] or _takes_up(told))
    if one == "money" and aim.place[0] != told.place[0]:
        return _takes_up(told) or not told.context.left or _names_alike(aim, told)
    if one != "count":
        return True
    mine, its = _noun(aim), _noun(told)
    if mine is not None and its is not None:
        short, long = sorted((mine, its), key=len)
        if short not in long and aim.quantity.unit != told.quantity.unit:
            return _is_named_kind(aim, told)
    return low * FURTHEST >= high or not low


def _is_named_kind(aim: Told, told: Told) -> bool:
    """``1.400 biler skal køre på el. Der er 1.220 elbiler``: the compound says again what the goal asks for."""
    mine, its = ((one.quantity.counted or "").lower().split()[-1:] for one in (aim, told))
    if not mine or not its or not its[0].endswith(mine[0]) or len(mine[0]) < SHORTEST_HEAD:
        return False
    kind = its[0].removesuffix(mine[0])
    return any(stem(token.lower) == stem(kind) for token in aim.tokens)


def is_head_of(short: Quantity, whole: Quantity) -> bool:
    """True for a noun that is the last part of the other's: ``ni dage`` of ``mindst otte kursusdage``."""
    one, other = (short.counted or "").lower().split(), (whole.counted or "").lower().split()
    return bool(one and other) and len(one[-1]) > 3 and one[-1] != other[-1] and other[-1].endswith(one[-1])


def _names_alike(aim: Told, told: Told) -> bool:
    """False where another thing is spoken of: of each that has money something is told."""
    stop = lexicon().stop
    mine, its = (
        {stem(token.lower) for token in one.tokens if len(token.lower) > 3 and token.lower not in stop}
        for one in (aim, told)
    )
    named = any(token.text[0].isalpha() and "outcome" in token.signs for token in told.tokens[:2])
    return named or any(_is_part(word, other) for word in mine for other in its)


def _is_part(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return long.startswith(short) or long.endswith(short)


def _takes_up(told: Told) -> bool:
    """``Den endte på 6,1``, ``Vi ligger på 29``: a short sentence that takes up the one before."""
    tokens = told.tokens
    if len(tokens) <= SHORTEST_TAKING and tokens[0].lower == "vi":
        return True
    return len(tokens) <= 12 and any(token.lower in ANAPHORIC for token in tokens[:4])


def _takes_up_before(aim: Told, told: Told) -> bool:
    """``Frafaldet blev 14 pct., hvor der stod, at det højst måtte være 20``: owed without its unit, behind a clause
    that tells it."""
    if aim.place[0] != told.place[0] or aim.at < told.at or aim.quantity.comparator is None:
        return False
    between = aim.tokens[told.quantity.last + 1 : aim.quantity.first]
    return any(token.lower in ANAPHORIC for token in between)
