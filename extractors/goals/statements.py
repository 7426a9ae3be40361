"""Statements: a number of a sentence with its role, its time, its segment and the words of what it measures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import field, replace
from itertools import groupby

import regex

from extractors.goals.both_aimed import also_aimed, is_of_next_year
from extractors.goals.bygone import bygone
from extractors.goals.changes import changes
from extractors.goals.conditions import is_share_of_answers
from extractors.goals.context import Role, context_of, is_bound
from extractors.goals.earlier import goes_on_earlier
from extractors.goals.exchange import answers
from extractors.goals.metrics import metric_of
from extractors.goals.moved_goals import moved_goals
from extractors.goals.odds import Odds, Place, weighed
from extractors.goals.parallel import in_parallel
from extractors.goals.pending import is_last_before, stands_open
from extractors.goals.portions import is_done, is_portion
from extractors.goals.proposals import is_proposed, is_wished
from extractors.goals.reading import Sentence
from extractors.goals.rejected import FURTHER, is_denied, is_put_instead, is_rejected
from extractors.goals.roles import roles
from extractors.goals.sides import rows, sides, without_verdict
from extractors.goals.spoken import announces
from extractors.goals.summed import wholes_in_turn
from extractors.goals.times import bound_times, time_of
from extractors.goals.weighing import may_owe, weigh
from extractors.goals.wording import Words, contrasted, segment_of, words_of
from extractors.language.analysis import Quantity
from extractors.language.counting import is_duration
from extractors.language.periods import find_times
from extractors.language.stems import stem
from schemas.values import value

STAGES = ("delmål", "etapemål", "milepæl", "mellemmål")
"""What the goal on the way to another is called."""

BOUNDS = frozenset({"højst", "mindst", "maks.", "maksimalt", "minimum", "max."})
"""Words of one bound between *til* and a number: ``sættes til højst 40 dage``."""

POSSIBLE, POSSIBLE_OTHER = 0.1, 0.35
"""Likelihood from which a number may be a target or a result, should another answer it."""
NAMED, SHORTEST_NAMED = 0.02, 8
"""The same of a result that counts the very thing a target does, and the letters of the word for it, at least."""


_HELD = regex.compile(r"\bmål\w*\b.{0,30}\bfasthold\w*|\bfastholde\w*\b.{0,40}\bmål(?:et)?\b", regex.IGNORECASE)


@value
class Statement:
    """One number with everything the sentence says of it. ``change`` is True where it is a rise or fall, not a
    level; ``year`` is None where the sentence names none, or several of which ``until`` is the last. ``proposed``
    marks what is only suggested, ``wished`` another value of a goal that somebody asked for, ``rejected`` what this
    sentence or the next says was turned down; ``portion`` is a smaller part of the number before; ``answers``
    is the key of the target that a result stands next to; ``odds`` are its likelihoods where signals were
    weighed."""

    sentence: Sentence
    quantity: Quantity
    role: Role
    words: Words
    metric: str
    segment: str | None = None
    spread: bool = False
    year: int | None = None
    period: str | None = None
    change: bool = False
    proposed: bool = False
    wished: bool = False
    rejected: bool = False
    portion: bool = False
    key: int = field(default=0, compare=False)
    answers: int | None = field(default=None, compare=False)
    odds: Odds | None = field(default=None, compare=False)
    until: int | None = field(default=None, compare=False)

    @property
    def moved_to(self) -> bool:
        """True for the second of two values that a goal is moved between, and for the one it is kept at."""
        tokens = self.sentence.analysis.tokens
        first = self.quantity.first
        bounded = self.quantity.comparator is not None and first > 1 and tokens[first - 1].lower in BOUNDS
        words = [token.lower for token in tokens[max(0, first - 2 - bounded) : first - bounded]]
        behind = tokens[self.quantity.last + 1 : self.quantity.last + 4]
        kept = words == ["fastholdes", "på"] or any(t.lower in ("fastholdes", "videreføres") for t in behind)
        return words[-1:] == ["til"] or kept

    @property
    def place(self) -> int:
        """Which of the numbers of its sentence it is; its unit may have been read anew since."""
        return next(
            n for n, own in enumerate(self.sentence.analysis.quantities) if own.start == self.quantity.start
        )

    @property
    def line(self) -> int:
        """Index of the line that prints the number."""
        return self.sentence.passage.line_at(self.quantity.start)


def statements(sentences: Sequence[Sentence]) -> list[Statement]:
    """All statements in reading order; numbers without a role are left out. Behind them come those that may be a
    target or a result, with the role ``maybe``."""
    found: list[Statement] = []
    recent: Sentence | None = None
    told, answered, odds, replaced = _roles(sentences)
    named = rows(sentences)
    for place in named:
        if sentences[place].part.kind == "result" and told[place][0] in ("open", "other", "result"):
            told[place][0] = "result"
    aimed = {at for (at, _), _ in answered.values()}
    places: dict[Place, int] = {}
    possible: list[Place] = []
    likely: list[Place] = []
    for place, sentence in enumerate(sentences):
        analysis = sentence.analysis
        if (held := _held(sentence, found, recent)) is not None:
            found[held.key : held.key + 1] = [held]
        if not analysis.quantities:
            continue
        recent = sentence
        if _OPEN.issuperset(told[place]) and (place, 0) not in odds:
            continue  # nothing is told of any of its numbers
        rejected = is_rejected(sentence, _behind(sentences, place), wished=place in aimed)
        rejected = rejected or is_denied(sentence, sentences[place + 1 : place + 1 + FURTHER])
        bound = bound_times(analysis)
        beside = sides(analysis) if len(analysis.quantities) > 1 and sentence.part.kind == "result" else {}
        for index, (quantity, role) in enumerate(zip(analysis.quantities, told[place], strict=True)):
            if role in _OPEN or (role == "result" and rejected):
                weighed_odds = odds.get((place, index))
                if not rejected and _is_possible(role, weighed_odds):
                    possible.append((place, index))
                elif not rejected and weighed_odds is not None and weighed_odds.result >= NAMED:
                    likely.append((place, index))
                continue
            above = (
                sentence.lead if sentence.marker else _announced_by(sentences, place) if role == "target" else ""
            )
            time = time_of(analysis, quantity, bound, above)
            segment, spread = segment_of(analysis, index)
            if role == "result" and segment is None and not spread:
                segment = contrasted(analysis, index) or beside.get(index)
            places[place, index] = len(found)
            whole = _whole_of_stage(found, sentence, quantity, role)
            words = words_of(sentence, index)
            found.append(
                Statement(
                    sentence,
                    without_verdict(quantity)
                    if place in named
                    else _with_noun(found, sentence, _moved_from(replaced.get((place, index)), quantity), role),
                    role,
                    words if whole is None else words.with_own(whole.words),
                    metric_of(sentence, index) if whole is None else whole.metric,
                    segment=segment,
                    spread=spread,
                    year=time.year if time else None,
                    until=time.until if time else None,
                    period=time.label if time else None,
                    change=changes(analysis, quantity),
                    proposed=is_proposed(sentence, quantity),
                    wished=is_wished(sentence, _behind(sentences, place), quantity),
                    rejected=rejected and not is_put_instead(sentence, quantity),
                    portion=_is_portion(sentence, index, told[place]),
                    key=len(found),
                    odds=odds.get((place, index)),
                )
            )
    for (place, index), (aim, part) in answered.items():
        if (place, index) in places and aim in places:
            key = places[place, index]
            found[places[aim]] = _with_unit(found[places[aim]], found[key])
            found[key] = _answering(found[key], found[places[aim]], part)
    _place_rows(found, {key: named[place] for (place, _), key in places.items() if place in named})
    counted = {noun for statement in found if statement.role == "target" and (noun := _noun(statement.quantity))}
    for place, index in likely:
        noun = _noun(sentences[place].analysis.quantities[index])
        if noun in counted:
            possible.append((place, index))
    for place, index in sorted(possible):
        found.append(_possible(sentences, place, index, odds[place, index], len(found)))
    return found


_OPEN = frozenset({"other", "open"})
"""Roles of numbers that are no statements."""


def _noun(quantity: Quantity) -> str | None:
    """What a quantity counts, in one word that few others count; None for lengths of time and short words."""
    noun = quantity.counted.split()[-1].lower() if quantity.counted else ""
    return noun if len(noun) >= SHORTEST_NAMED and not is_duration(noun) else None


def _is_possible(role: Role, odds: Odds | None) -> bool:
    """True for a number that signals hold for possible to be more than its role; what rules tell to be something
    else needs clearer signs."""
    return odds is not None and max(odds) >= (POSSIBLE_OTHER if role == "other" else POSSIBLE)


def _possible(sentences: Sequence[Sentence], place: int, index: int, odds: Odds, key: int) -> Statement:
    """A number that may be a target or a result."""
    sentence = sentences[place]
    analysis, quantity = sentence.analysis, sentence.analysis.quantities[index]
    time = time_of(analysis, quantity, bound_times(analysis), sentence.lead if sentence.marker else "")
    segment, spread = segment_of(analysis, index)
    return Statement(
        sentence, quantity, "maybe", words_of(sentence, index), metric_of(sentence, index), segment, spread,
        time.year if time else None, time.label if time else None, changes(analysis, quantity),
        is_proposed(sentence, quantity), is_wished(sentence, _behind(sentences, place), quantity),
        key=key, odds=odds,
    )  # fmt: skip


def _place_rows(found: list[Statement], named: Mapping[int, str | None]) -> None:
    """Gives rows the place that they begin with as their segment: they say no more of what is measured. What a
    target speaks of is no place."""
    if not named:
        return
    aimed = {word for statement in found if statement.role == "target" for word in statement.words.all}
    for key, name in named.items():
        row = found[key]
        own = {stem(word) for word in (name or "").lower().split()}
        if row.role == "result" and row.segment is None and aimed.isdisjoint(own):
            words = row.words._replace(own=frozenset(), shared=frozenset())
            found[key] = replace(row, words=words, segment=name)


def _is_portion(sentence: Sentence, index: int, own_roles: Sequence[Role]) -> bool:
    """True for a part of the number before, unless that is a target of which this tells what was done."""
    context = context_of(sentence, index)
    if not is_portion(context):
        return False
    of_aim = index > 0 and own_roles[index - 1] != "result" and own_roles[index] == "result"
    return not (of_aim and is_done(context))


def _whole_of_stage(
    found: Sequence[Statement], sentence: Sentence, quantity: Quantity, role: Role
) -> Statement | None:
    """The target of which ``For 2031 er delmålet 26.000`` tells a stage: the last one before it in its passage that
    is no stage itself. None for a number that says itself what it counts."""
    if role != "target" or quantity.unit is not None or quantity.counted is not None:
        return None
    if not any(token.lower.startswith(STAGES) for token in sentence.analysis.tokens):
        return None
    before = [s for s in found[-4:] if s.role == "target" and s.sentence is not sentence]
    near = before and before[-1].sentence.passage_no == sentence.passage_no
    return before[-1] if near and not before[-1].quantity.share else None


def _with_noun(found: Sequence[Statement], sentence: Sentence, quantity: Quantity, role: Role) -> Quantity:
    """A target of a later year with the noun that it leaves out: ``210 partnere i 2031 og 240 i 2032``."""
    if role != "target" or not found or found[-1].sentence is not sentence or found[-1].role != "target":
        return quantity
    before = found[-1].quantity
    if not is_of_next_year(sentence, before, quantity):
        return quantity
    return quantity._replace(unit=before.unit, counted=before.counted)


def _moved_from(old: Quantity | None, quantity: Quantity) -> Quantity:
    """The new value of a goal with the noun, unit and bound of the one that it had, where it leaves them out."""
    if old is None or quantity.unit is not None or quantity.counted is not None:
        return quantity
    return quantity._replace(unit=old.unit, counted=old.counted, comparator=quantity.comparator or old.comparator)


def _answering(result: Statement, aim: Statement, part: str | None) -> Statement:
    """The result with the target that it stands next to, the part that it is told for, and the unit that it leaves
    out."""
    quantity = result.quantity
    if quantity.unit is None and quantity.counted is None:
        quantity = quantity._replace(unit=aim.quantity.unit, counted=aim.quantity.counted)
    return replace(result, quantity=quantity, answers=aim.key, segment=result.segment or part)


def _with_unit(aim: Statement, result: Statement) -> Statement:
    """The target with the unit that it leaves out: ``blev 14 pct., hvor det højst måtte være 20``."""
    quantity, told = aim.quantity, result.quantity
    if not told.share or quantity.unit is not None or quantity.counted is not None:
        return aim
    return replace(aim, quantity=quantity._replace(unit=told.unit))


def _announced_by(sentences: Sequence[Sentence], place: int) -> str:
    """The sentence right before that says that goals come, and for when: ``For 2032 er der sat to mål.``"""
    before = sentences[place - 1] if place else None
    near = before is not None and before.passage_no == sentences[place].passage_no
    return (
        before.text if before is not None and near and sentences[place].announced and announces(before.text) else ""
    )


def _behind(sentences: Sequence[Sentence], place: int) -> Sentence | None:
    """The next sentence of the passage."""
    behind = sentences[place + 1] if place + 1 < len(sentences) else None
    return behind if behind is not None and behind.passage_no == sentences[place].passage_no else None


def rule_roles(sentences: Sequence[Sentence]) -> list[list[Role]]:
    """The roles that rules give the numbers of each sentence, by the words of the sentence and the next."""
    told: list[list[Role]] = []
    aimed_in: Sentence | None = None
    for place, sentence in enumerate(sentences):
        after_target = (
            aimed_in is not None and aimed_in.order == sentence.order - 1
            and aimed_in.passage_no == sentence.passage_no
        )  # fmt: skip
        own = roles(sentence, _behind(sentences, place), after_target=after_target)
        if (
            own
            and place
            and (
                _goes_on_earlier(sentences[place - 1], told[-1], sentence)
                or is_last_before(sentences[place - 1], sentence)
            )
        ):
            own = ["earlier_result" if role in ("result", "open") else role for role in own]
        if own and place and is_share_of_answers(sentences[place - 1], sentence):
            own = ["other"] * len(own)
        told.append(own)
        if "target" in told[-1]:
            aimed_in = sentence
    for at, index in bygone(sentences, told):
        told[at][index] = "earlier_result"
    return told


def _goes_on_earlier(before: Sentence, told: Sequence[Role], sentence: Sentence) -> bool:
    """True for a sentence that tells what came of the earlier goal of the sentence before."""
    near = before.passage_no == sentence.passage_no
    return near and "earlier_target" in told and "target" not in told and goes_on_earlier(sentence)


def _roles(
    sentences: Sequence[Sentence],
) -> tuple[list[list[Role]], dict[Place, tuple[Place, str | None]], Mapping[Place, Odds], Mapping[Place, Quantity]]:
    """The roles of the numbers of each sentence, of results the targets that they answer, the likelihoods, and of
    targets that were given another value the number that they had."""
    ruled = rule_roles(sentences)
    weighed_roles, odds = weighed(sentences, ruled)
    told = [list(own) for own in weighed_roles]
    for sentence, by_rule, own in zip(sentences, ruled, told, strict=True):
        for index in range(len(own) - 1):
            if by_rule[index] == "target" and own[index : index + 2] == ["open", "result"]:
                own[index] = "target" if _is_told_at_once(sentence, index) else "open"
    for sentence, own in zip(sentences, told, strict=True):
        for index in also_aimed(sentence, own):
            own[index] = "target"
    replaced: dict[Place, Quantity] = {}
    for (at, index), old in moved_goals(sentences, told):
        told[at][index] = "target"
        if old is not None:
            told[old[0]][old[1]] = "other"
            replaced[at, index] = sentences[old[0]].analysis.quantities[old[1]]
    answered: dict[Place, tuple[Place, str | None]] = {}
    for _, group in groupby(range(len(sentences)), key=lambda place: _room(sentences[place])):
        places = [place for place in group if told[place]]
        if not places or sentences[places[0]].part.paper.kind == "contract":
            continue
        if not any("target" in told[at] or may_owe(sentences[at].analysis) for at in places):
            continue  # nothing is to be answered
        contexts = [[context_of(sentences[at], index) for index in range(len(told[at]))] for at in places]
        wide = sentences[places[0]].goal_no is not None and sentences[places[0]].part.kind != "prose"
        numbers = weigh(contexts, [told[at] for at in places])
        for answer in answers(numbers, wide=wide):
            aim = (places[answer.aim.place[0]], answer.aim.place[1])
            result = (places[answer.result.place[0]], answer.result.place[1])
            told[aim[0]][aim[1]], told[result[0]][result[1]] = "target", "result"
            answered[result] = aim, answer.part
        for number in numbers:
            at, index = places[number.place[0]], number.place[1]
            behind = _behind(sentences, at)
            free = told[at][index] in ("open", "result") and (at, index) not in answered
            if number.aims and free and stands_open(number, behind.text if behind else ""):
                told[at][index] = "target"
    lists = in_parallel(sentences, told)
    for at in lists.answering:
        told[at] = ["open" if role == "target" else role for role in told[at]]
    for (at, index), aim in lists.ties:
        told[at][index] = "result"
        answered[at, index] = aim, None
    for whole, aim in wholes_in_turn(sentences, told):
        answered.setdefault(whole, (aim, None))
    return told, answered, odds, replaced


def _is_told_at_once(sentence: Sentence, index: int) -> bool:
    """``Forventningen var en fremgang på 8 point, og fremgangen blev 11 point``: a number of which the next clause
    tells what came of it, in the same unit."""
    one, other = sentence.analysis.quantities[index : index + 2]
    between = sentence.analysis.tokens[one.last + 1 : other.first]
    clause = next((between[place:] for place, token in enumerate(between) if token.text in ",;"), ())
    alike = one.unit is not None and (one.unit, one.counted) == (other.unit, other.counted)
    return alike and any("past" in token.signs for token in clause) and not is_bound(clause)


def _room(sentence: Sentence) -> object:
    """What a number and its answer stand in: the text under one goal, else one part."""
    if sentence.goal_no is None or sentence.part.kind == "prose":
        return sentence.part.span
    return sentence.part.paper.span, sentence.goal_no


def _held(sentence: Sentence, found: list[Statement], recent: Sentence | None) -> Statement | None:
    """``Målet fastholdes i 2022``: the target before it holds for that year; ``er det målet at fastholde
    niveauet``:
    the level told in the sentence before is the target. The statement to put in or to put anew, else None."""
    if (
        recent is None
        or recent.passage_no != sentence.passage_no
        or sentence.order - recent.order > 2
        or not _HELD.search(sentence.text)
    ):
        return None
    times = [t for t in find_times(sentence.text) if t.year is not None]
    if not times:
        return None
    year, period = times[-1].year, times[-1].label
    last = found[-1] if found and found[-1].sentence is recent else None
    if last is not None and last.role == "target":
        return replace(last, year=year, period=period)
    measured = [i for i, q in enumerate(recent.analysis.quantities) if q.share or q.money or q.counted]
    if last is not None or len(measured) != 1 or "niveau" not in sentence.text:
        return None
    index = measured[0]
    return Statement(
        recent,
        recent.analysis.quantities[index],
        "target",
        words_of(recent, index),
        metric_of(recent, index),
        year=year,
        period=period,
        key=len(found),
    )
