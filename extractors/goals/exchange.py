"""What the structure of a passage tells: a number that is owed, and the next of its kind that tells of it.

Words beside a number decide first (:mod:`extractors.goals.roles`). Where they are new to the word lists the order
of the two clauses still speaks: ``Vi skulle op på 60 pct. og kom op på 63``, ``Der kom 187. Aftalen var 200``.
Both must be of one kind and stand next to each other, and only one number may come into question, unless several
are set side by side for different places or times (``Nord 81 pct., Syd 84 pct. og Øst 86 pct.``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise
from typing import NamedTuple

from extractors.goals.alike import alike, kind_of
from extractors.goals.context import ANAPHORIC
from extractors.goals.looking_back import FAR, around, is_concluded, is_of_before, looks_back, years_named
from extractors.goals.owed import is_resource
from extractors.goals.reading import opens_with_result
from extractors.goals.weighing import OWED, SET, Told
from extractors.language.analysis import Token
from extractors.language.stems import stem
from extractors.language.wholes import place_of_whole

_CLOSING = frozenset({"hvor", "mens", "imens", "mod", "imod"})
"""Words that set a target against what was told before it in its sentence."""


LONGEST_CLAUSE = 6
"""Words of a clause before its number, that says of it only that it was to be."""


class Answer(NamedTuple):
    """A target and a number that answers it, for a ``part`` where several do."""

    aim: Told
    result: Told
    part: str | None = None


def answers(numbers: Sequence[Told], *, wide: bool) -> Iterator[Answer]:
    """Targets with what answers them: in the same sentence or a near one, first behind, then before. ``wide``: the
    room is all that stands under one goal; else the two stand in one passage."""
    taken: set[int] = set()
    groups = [
        list(group)
        for _, group in groupby((n for n in numbers if n.aims), key=lambda n: (n.place[0], kind_of(n.quantity)))
    ]
    closing = {aims[0].at: told for aims in groups if (told := _closed_with(aims, numbers)) is not None}
    taken.update(closing, (told.at for told in closing.values()))
    for aims in groups:
        if (told := closing.get(aims[0].at)) is not None:
            yield Answer(aims[0], told)
            continue
        found = _before(aims, numbers, taken) if looks_back(aims[0], numbers, taken) else []
        found = found or _behind(aims, numbers, taken, wide=wide) or _before(aims, numbers, taken)
        for answer in found:
            taken |= {answer.aim.at, answer.result.at}
        yield from found
        for told in _apart(aims, found, numbers, taken):
            taken.add(told.at)
            yield Answer(aims[0], told, told.part)


def _closed_with(aims: Sequence[Told], numbers: Sequence[Told]) -> Told | None:
    """What a sentence tells that ends with its target: ``64 pct. er med, hvor målet er 70 pct.``, ``Der kom 52, mod
    et mål på 48``. It answers no target before it."""
    aim = aims[0]
    if len(aims) > 1 or aim.role != "target" or aim.context.following is not None:
        return None
    near = around(aim, numbers)
    told = [n for n in near if n.place[0] == aim.place[0] and n.at < aim.at and n.may_tell and alike(aim, n)]
    if len(told) != 1 or kind_of(told[0].quantity) != kind_of(aim.quantity):
        return None
    between = aim.tokens[told[0].quantity.last + 1 : aim.quantity.first]
    joined = next((at for at, token in enumerate(between) if token.lower in _CLOSING), None)
    if joined is None:
        return None
    owed = any("goal" in token.signs for token in between[joined:])
    return told[0] if owed or _says_no_more(aim, between[joined:]) else None


def _says_no_more(aim: Told, clause: Sequence[Token]) -> bool:
    """``…, mens kontrakten kræver mindst 40 pct.``: a clause that only says what was to be, ends with its number
    and has no thing of its own that is measured."""
    behind = [token.lower for token in aim.tokens[aim.quantity.last + 1 :]]
    closed = all(word in ("i", ".", ")") or word.isdecimal() for word in behind)
    return closed and len(clause) <= LONGEST_CLAUSE and any(token.signs & (OWED | SET) for token in clause)


def _behind(aims: list[Told], numbers: Sequence[Told], taken: set[int], *, wide: bool) -> list[Answer]:
    last = aims[-1]
    found: list[Told] = []
    loose: list[Told] = []
    earlier: list[Told] = []
    for number in numbers[last.at + 1 :]:
        far = number.place[0] - last.place[0]
        if far > FAR or (found and number.place[0] != found[0].place[0]):
            break
        if (not wide and number.passage != last.passage) or _is_of_another(number, last):
            break
        if number.aims and kind_of(number.quantity) == kind_of(last.quantity):
            break
        if number.at in taken or not any(alike(aim, number) for aim in aims):
            continue
        if number.tells and is_of_before(number, last):
            earlier.append(number)
        elif number.tells:
            found.append(number)
        elif number.may_tell and far <= 1 and all(aim.role == "target" for aim in aims):
            loose.append(number)
    if earlier and (
        not found
        or (_is_recent(earlier[0]) and not any(years_named(n) & years_named(last) or _is_now(n) for n in found))
    ):
        found = [number for number in earlier if number.place[0] == earlier[0].place[0]]
    return _matched(aims, found or loose)


def _is_of_another(told: Told, aim: Told) -> bool:
    """True right below the mark of another sub-goal; a label of results may tell what came of several."""
    mine, sentence = aim.context.sentence.part.sub_no, told.context.sentence
    if told.aims or mine is None or sentence.part.sub_no is None or mine == sentence.part.sub_no:
        return False
    return sentence.part.label is None and not opens_with_result(sentence.text)


def _is_now(told: Told) -> bool:
    """``For sager, der er afsluttet i år, er den 61 dage``: takes up what was told, and says how it is now."""
    words = [token.lower for token in told.context.preceding]
    taken_up = any(one in _BEING and other in ANAPHORIC for one, other in pairwise(words)) or any(
        one in ANAPHORIC and other in _BEING for one, other in pairwise(words)
    )
    return taken_up and not told.context.sentence.analysis.has("past")


_BEING = frozenset({"er", "ligger"})


def _is_recent(told: Told) -> bool:
    """True for a number of the year before the paper, or of a later one."""
    paper = told.context.sentence.part.paper
    year = paper.year or paper.now
    return year is None or max(years_named(told)) >= year - 1


def _before(aims: list[Told], numbers: Sequence[Told], taken: set[int]) -> list[Answer]:
    if len(aims) > 1 or not _is_settled(aims[0]):
        return []
    aim = aims[0]
    found: list[Told] = []
    loose: list[Told] = []
    reach = FAR if is_concluded(aim) else 1
    for number in reversed(numbers[: aim.at]):
        if aim.place[0] - number.place[0] > reach or (found and number.place[0] != found[0].place[0]):
            break
        if number.passage != aim.passage or (number.aims and kind_of(number.quantity) == kind_of(aim.quantity)):
            break
        if number.at in taken or not alike(aim, number):
            continue
        if number.tells or _is_out_of(number, aim):
            found.append(number)
        elif number.may_tell and aim.role == "target":
            loose.append(number)
    return _matched(aims, found or loose)


def _is_out_of(number: Told, aim: Told) -> bool:
    """``7 af de 9 broer, der skulle males``."""
    if number.place[0] != aim.place[0] or not number.may_tell:
        return False
    return place_of_whole(number.tokens, number.quantity.last) == aim.quantity.first


def _is_settled(aim: Told) -> bool:
    """True where more than a *skal* says that it is aimed at: what is only bound follows from nothing before it."""
    if aim.role == "target":
        return True
    words = {token.lower for token in aim.tokens if token.signs & (OWED | SET)}
    return bool(words - {"skal", "må", "bør"})


def _matched(aims: list[Told], found: list[Told]) -> list[Answer]:
    """As many as there are aims, in their order, or several for different parts; else nothing, for more than one
    could be meant."""
    ordered = sorted(found, key=lambda n: n.at)
    if len(aims) == 1 and len(ordered) > 1:
        ordered = _newest(aims[0], ordered)
    if len(aims) == len(ordered):
        found_ = [Answer(aim, told) for aim, told in zip(aims, ordered, strict=True)]
    elif len(aims) == 1 and _are_apart(ordered):
        found_ = [Answer(aims[0], told, told.part) for told in ordered]
    elif len(aims) == 1 and _are_sides(aims[0], ordered):
        found_ = [Answer(aims[0], told, told.side) for told in ordered]
    else:
        return []
    if any(not alike(aim, told) or (aim.role != "target" and _is_spent(aim)) for aim, told, _ in found_):
        return []  # money that is to be spent and is spent is no goal, nor is staff, unless it is called one
    return found_


def _newest(aim: Told, told: list[Told]) -> list[Told]:
    """``… skal ned på 9 pct. i 2033. I 2030 var det 14 pct., og i juni 2031 er det 12 pct.``: on the way
    to a year to come those of the last year that the sentence names."""
    asked, years = years_named(aim), set().union(*map(years_named, told))
    if not asked or len(years) < 2 or max(years) >= min(asked):
        return told
    return [n for n in told if not (n.part and n.part.isdecimal() and int(n.part) < max(years))] or told


def _is_spent(aim: Told) -> bool:
    """True for money and staff, unless a least of it is to be had: ``Indtægten skulle udgøre mindst 2 mio. kr.``"""
    least = aim.quantity.money and aim.quantity.comparator == ">="
    return is_resource(aim.quantity) and not (least and any("bound" in t.signs for t in aim.context.left))


def _are_apart(numbers: Sequence[Told]) -> bool:
    """True for numbers set side by side, each for a place, time or group of its own."""
    parts = [number.part for number in numbers]
    same = len({number.place[0] for number in numbers}) == 1
    return same and len(parts) > 1 and None not in parts and len(set(parts)) == len(parts)


def _are_sides(aim: Told, numbers: Sequence[Told]) -> bool:
    """``Den åbne afdeling ligger på 96 pct., den lukkede på 91 pct.``: told in one sentence of several that the
    target does not name, with one verb for all."""
    sides = [number.side for number in numbers if number.side]
    same = len({number.place[0] for number in numbers}) == 1 and numbers[0].tells
    if not same or not 1 < len(set(sides)) == len(numbers):
        return False
    named = {stem(token.lower) for token in aim.tokens}
    return not any(stem(word.lower()) in named for side in sides for word in side.split())


def _is_another_part(one: Told, other: Told) -> bool:
    """``Den endte på 21 pct. for byen. For øerne var den 17 pct.``: two groups in two sentences, no two times."""
    taken_up = any(token.lower in ANAPHORIC for token in other.tokens[:4])
    if not (one.part and other.part and other.tells and taken_up):
        return False
    year = other.context.sentence.part.paper.year
    if year is not None and any(told < year for told in years_named(other)):
        return False  # `I maj svarede 6 pct. nej … I 2029 var det 11 pct.`
    return one.part != other.part and not any(char.isdecimal() for char in one.part + other.part)


def _is_part_of_whole(part: str | None) -> bool:
    """True for a group or a place; a time is that of the whole."""
    return part is not None and not any(char.isdecimal() for char in part)


def _apart(aims: list[Told], found: list[Answer], numbers: Sequence[Told], taken: set[int]) -> list[Told]:
    """Numbers behind the answer of a part that tell the same for others: ``Nord 81 pct., Syd 84 pct.`` Behind one
    for the whole they only show the spread."""
    if len(aims) != 1 or not found:
        return []
    last = max(aims[0].at, *(answer.result.at for answer in found))
    rest: list[Told] = []
    for number in numbers[last + 1 :]:
        if number.aims or (rest and number.place[0] != rest[0].place[0]):
            break
        if number.place[0] - numbers[last].place[0] > 1:
            break
        if number.at not in taken and number.may_tell and alike(aims[0], number):
            rest.append(number)
    if (_are_apart(rest) and _is_part_of_whole(found[0].result.part)) or (
        len(rest) == len(found) == 1 and _is_another_part(found[0].result, rest[0])
    ):
        return rest
    whole = any(token.signs & {"whole"} for number in rest for token in number.tokens[: number.quantity.first])
    return rest if whole and len(rest) == 1 and len(found) > 1 else []
