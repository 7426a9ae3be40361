"""What the structure of a passage tells: a number that is owed, and the next of its kind that tells what came
of it.

Words beside a number decide first (:mod:`extractors.goals.roles`). Where they are new to the word lists the
order of
the two clauses still speaks: ``Vi skulle op på 60 pct. og kom op på 63``, ``Der kom 187. Aftalen var 200``.
Both must be
of one kind and stand next to each other, and only one number may come into question, unless several are set side by
side for different places or times (``Nord 81 pct., Syd 84 pct. og Øst 86 pct.``).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from extractors.goals.context import ANAPHORIC
from extractors.goals.owed import is_resource
from extractors.goals.reading import opens_with_result
from extractors.goals.weighing import OWED, SET, TOLD, Told
from extractors.language.analysis import Quantity
from extractors.language.counting import is_duration
from extractors.language.stems import stem
from extractors.language.wholes import place_of_whole
from schemas.language import lexicon

FAR = 2
"""Sentences from the one to the other, at most."""
SHORTEST_HEAD = 3
"""Letters of a noun that another ends in."""
LONGEST_COMPARING = 5
"""Words before the number of a sentence that only compares."""
CONCLUDING = frozenset({"dermed", "derfor", "således", "altså", "hermed"})
"""Words by which a sentence draws from what was told before."""
SHORTEST_TAKING = 6
"""Words and marks of a sentence that tells a number and nothing else (``Vi ligger på 29.``), at most."""
_CLOSING = frozenset({"hvor", "mens", "imens", "mod", "imod"})
"""Words that set a target against what was told before it in its sentence."""
FURTHEST = 20
"""How many times a count may be the other."""


class Answer(NamedTuple):
    """A target and a number that answers it, for a ``part`` where several do."""

    aim: Told
    result: Told
    part: str | None = None


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


def _alike(aim: Told, told: Told) -> bool:
    """True for numbers of one kind that may be of the same thing."""
    one, other = kind_of(aim.quantity), kind_of(told.measure)
    if told.moves and not aim.moves and told.role != "result":
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
        found = _before(aims, numbers, taken) if _looks_back(aims[0], numbers) else []
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
    told = [n for n in numbers if n.place[0] == aim.place[0] and n.at < aim.at and n.may_tell and _alike(aim, n)]
    if len(told) != 1 or kind_of(told[0].quantity) != kind_of(aim.quantity):
        return None
    between = aim.tokens[told[0].quantity.last + 1 : aim.quantity.first]
    joined = next((at for at, token in enumerate(between) if token.lower in _CLOSING), None)
    return told[0] if joined is not None and any("goal" in token.signs for token in between[joined:]) else None


def _looks_back(aim: Told, numbers: Sequence[Told]) -> bool:
    """True where what is owed is held against what was told before it."""
    if _is_set_against(aim) or _is_owed_behind(aim, numbers) or _is_compared_with(aim):
        return True
    if _is_answered_apart(aim, numbers):
        return True
    return aim.elided and _is_concluded(aim)


def _is_concluded(aim: Told) -> bool:
    """``Det var forudsat, at ingen skulle have over 15, og målet er dermed ikke nået``: behind what came of it."""
    behind = aim.tokens[aim.quantity.last + 1 :]
    return any(token.lower in CONCLUDING for token in behind) and not any(
        quantity.first > aim.quantity.last for quantity in aim.context.sentence.analysis.quantities
    )


def _is_owed_behind(aim: Told, numbers: Sequence[Told]) -> bool:
    """``Der er plantet 11 hegn; der var planlagt 15``: owed in the past, behind what came of it and before nothing
    of the kind; not where the two are of different years."""
    own = [number for number in numbers if number.place[0] == aim.place[0] and number.at != aim.at]
    told = [number for number in own if number.at < aim.at and number.tells and _alike(aim, number)]
    if not told or any(number.at > aim.at and number.may_tell and _alike(aim, number) for number in own):
        return False
    between = aim.tokens[told[-1].quantity.last + 1 : aim.quantity.first]
    return any(token.signs & {"past"} or token.lower in ("skulle", "måtte", "burde") for token in between) and not (
        len(_years(aim)) > 1
    )


def _is_answered_apart(aim: Told, numbers: Sequence[Told]) -> bool:
    """``Brevene kom til tiden i 93 pct. af sagerne, hvor aftalen siger 95. Kun 72 pct. har et svar, og det er under
    de aftalte 90``: the next sentence has a target of its own, so that each is answered in its sentence."""
    own = [number for number in numbers if number.place[0] == aim.place[0] and number.at != aim.at]
    told = [number for number in own if number.tells and _alike(aim, number)]
    if len(told) != 1 or told[0].at > aim.at or len(own) > 1:
        return False
    behind = [number for number in numbers if number.place[0] > aim.place[0]]
    following = [number for number in behind if number.place[0] == behind[0].place[0]]
    same = [number for number in following if kind_of(number.quantity) == kind_of(aim.quantity)]
    return any(number.aims for number in same) and any(number.tells for number in same)


def _is_compared_with(aim: Told) -> bool:
    """``Det er over de 4,4, som aftalen kræver``: a sentence that only says on which side the result lies."""
    words = [token.lower for token in aim.context.preceding]
    return (
        len(words) <= LONGEST_COMPARING
        and words[:1] == ["det"]
        and words[-1:] == ["de"]
        and bool({"over", "under", "end"} & set(words))
    )


def _is_set_against(aim: Told) -> bool:
    """``Der kom 52 mod aftalt 48``, ``212 ud af målet på 450``: held against the number before it."""
    ahead = aim.context.preceding
    if aim.context.previous is not None:
        ahead = ahead[aim.context.previous.last + 1 :]
    if [token.lower for token in ahead[-3:]][::2] == ["af", "på"] and "goal" in ahead[-2].signs:
        return True
    return any(token.lower in ("mod", "imod") for token in ahead[-4:])


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
        if number.at in taken or not any(_alike(aim, number) for aim in aims):
            continue
        if number.tells and _is_of_before(number, last):
            earlier.append(number)
        elif number.tells:
            found.append(number)
        elif number.may_tell and far <= 1 and all(aim.role == "target" for aim in aims):
            loose.append(number)
    if earlier and (not found or (_is_recent(earlier[0]) and not any(_years(n) & _years(last) for n in found))):
        found = [number for number in earlier if number.place[0] == earlier[0].place[0]]
    return _matched(aims, found or loose)


def _is_of_another(told: Told, aim: Told) -> bool:
    """True right below the mark of another sub-goal; a label of results may tell what came of several."""
    mine, sentence = aim.context.sentence.part.sub_no, told.context.sentence
    if told.aims or mine is None or sentence.part.sub_no is None or mine == sentence.part.sub_no:
        return False
    return sentence.part.label is None and not opens_with_result(sentence.text)


def _is_of_before(told: Told, aim: Told) -> bool:
    """``Andelen skal ned på 9 pct. i 2031. I 2030 var den 12 pct.``: of a year before the one that is aimed at."""
    if told.place[0] == aim.place[0]:
        return False
    years, its = _years(aim), _years(told)
    return bool(years and its) and max(its) < min(years)


def _is_recent(told: Told) -> bool:
    """True for a number of the year before the paper, or of a later one."""
    paper = told.context.sentence.part.paper
    year = paper.year or paper.now
    return year is None or max(_years(told)) >= year - 1


def _years(told: Told) -> set[int]:
    """The years that its sentence names."""
    return {time.year for time in told.context.sentence.analysis.times if time.year}


def _before(aims: list[Told], numbers: Sequence[Told], taken: set[int]) -> list[Answer]:
    if len(aims) > 1 or not _is_settled(aims[0]):
        return []
    aim = aims[0]
    found: list[Told] = []
    loose: list[Told] = []
    for number in reversed(numbers[: aim.at]):
        if aim.place[0] - number.place[0] > 1 or (found and number.place[0] != found[0].place[0]):
            break
        if number.passage != aim.passage or (number.aims and kind_of(number.quantity) == kind_of(aim.quantity)):
            break
        if number.at in taken or not _alike(aim, number):
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
    if any(not _alike(aim, told) or (aim.role != "target" and _is_spent(aim)) for aim, told, _ in found_):
        return []  # money that is to be spent and is spent is no goal, nor is staff, unless it is called one
    return found_


def _newest(aim: Told, told: list[Told]) -> list[Told]:
    """``… skal ned på 9 pct. i 2033. I 2030 var det 14 pct., og i juni 2031 er det 12 pct.``: on the way
    to a year to come those of the last year that the sentence names."""
    asked, years = _years(aim), set().union(*map(_years, told))
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
    if year is not None and any(told < year for told in _years(other)):
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
        if number.at not in taken and number.may_tell and _alike(aims[0], number):
            rest.append(number)
    if (_are_apart(rest) and _is_part_of_whole(found[0].result.part)) or (
        len(rest) == len(found) == 1 and _is_another_part(found[0].result, rest[0])
    ):
        return rest
    whole = any(token.signs & {"whole"} for number in rest for token in number.tokens[: number.quantity.first])
    return rest if whole and len(rest) == 1 and len(found) > 1 else []
