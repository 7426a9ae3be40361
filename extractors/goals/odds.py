"""How likely a number is a target or a result, by all that stands around it.

Rules know constructions; people write others. What signals say (:mod:`schemas.networks`) is learned from
papers written for it. Where rules know better (a degree of fulfilment, an earlier year), they decide; else the
weights do, and where they are in two minds the number keeps its role by rule.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from extractors.goals.context import Role, context_of, is_bound, is_definite, is_plain
from extractors.goals.decided_goals import is_recommended, is_set
from extractors.goals.mark import printed_goal
from extractors.goals.papers import REPORTS, Paper
from extractors.goals.portions import is_part_of_aim
from extractors.goals.reading import Sentence
from extractors.goals.signals import (
    number_signals,
    room_signals,
    sentence_signals,
    value_of,
)
from extractors.goals.spoken import speaks_of_goal
from extractors.goals.weighing import may_owe
from extractors.language.analysis import Analysis, Quantity, Token
from extractors.language.wholes import is_whole
from schemas.networks import Sums, number_networks

DECIDED = frozenset({"other", "fulfilment", "equation", "baseline", "earlier_target", "earlier_result"})
"""Roles that rules alone decide."""


class Odds(NamedTuple):
    """Likelihoods between 0 and 1; what is left to 1 is that of neither."""

    target: float
    result: float


class Sure(NamedTuple):
    """Likelihoods from which the role of a number changes: from none to a target or a result, from a result or
    something else to a target; and under which a target or a result is none."""

    target: float
    result: float
    against: float
    no_target: float
    no_result: float


SPOKEN = Sure(0.55, 0.3, 0.85, 0.09, 0.05)
"""In the running text of agreements and reports."""
ATTACHED = Sure(0.45, 0.35, 0.55, 0.09, 0.03)
"""In the text of an attachment, or of a paper by itself, of which nothing tells what it is."""
AGENDA = Sure(0.5, 0.4, 0.6, 0.0, 0.0)
"""In the text of an agenda, of which most is about other things."""
MARKED, LABELLED = Sure(0.95, 0.35, 0.95, 0.03, 0.0), Sure(0.95, 0.35, 0.95, 0.003, 0.0)
AGREED = Sure(0.95, 0.35, 0.95, 0.0, 0.0)
"""Below marks of goals, where rules tell by the mark what stands there; where a label of goals states them, and an
agreement."""
POINT = AGREED._replace(target=0.6, against=0.6)
"""In a point of an agreement before its first mark, a number with a bound."""
TITLED = AGREED._replace(no_target=0.11)
"""Below the titles of an agreement that only look like those of goals, a number without a bound."""
RECOMMENDED = Sure(0.4, 0.95, 0.5, 0.0, 0.0)
"""In points that are to be decided: what is to be, in the present."""
CLEARLY = 0.8
"""Likelihood from which a number that rules have read as a result, and that is none, is a target."""
NEITHER = Odds(0.0, 0.0)
OPENING, CLOSING = frozenset('"»”“'), frozenset("”»“’")
"""Quotation marks before what a report cites of its agreement, and behind a word."""
EACH = frozenset({"hver", "hvert"})
"""``i hver af de 12 byer``: those of whom it is told."""
FIRST_YEAR, LAST_YEAR = 1900, 2100


class Least(NamedTuple):
    """Sentences that speak of goals, in all and for each line, from which a paper may state some."""

    fewest: int
    a_line: float


SELDOM, IN_REPORT = Least(2, 0.03), Least(1, 0.015)
"""Of a paper of unknown kind, and of a report."""
HELD = 3
"""Words that hold a number against what was agreed: ``under de aftalte``."""
LABEL = 6
"""Words and marks within which the colon of a label stands."""


Place = tuple[int, int]
"""A sentence and the index of a number in it."""


class Weighed(NamedTuple):
    """The roles of the numbers of each sentence and, of a room that speaks of goals, how likely they are targets or
    results."""

    roles: Sequence[Sequence[Role]]
    odds: Mapping[Place, Odds]


def weighed(sentences: Sequence[Sentence], told: Sequence[Sequence[Role]]) -> Weighed:
    """The roles of rules, those that signals speak against put right, and the likelihoods of each number; none in a
    room in which nothing speaks of goals."""
    speaking = _speaking(sentences, told)
    if not speaking:
        return Weighed(told, {})
    marked = any(sentence.part.kind != "prose" for sentence in sentences)
    seen = Counter(value_of(quantity) for sentence in sentences for quantity in sentence.analysis.quantities)
    networks = number_networks()
    start = networks.added(networks.start, room_signals(sentences, told))
    odds: dict[Place, Odds] = {}
    roles: list[Sequence[Role]] = []
    for place, (sentence, own) in enumerate(zip(sentences, told, strict=True)):
        if not own:
            roles.append(own)
            continue
        shared: Sums | None = None
        settled_roles: list[Role] = []
        for index, (role, quantity) in enumerate(zip(own, sentence.analysis.quantities, strict=True)):
            part = role == "target" and index and own[index - 1] == "target"
            part = part and is_part_of_aim(context_of(sentence, index, tuple(own[:index])))
            if part or _is_net_zero(sentence, quantity):
                settled_roles.append(role)
                continue
            if _is_no_count(sentence, quantity) or (marked and _is_known(sentence, quantity)):
                found = NEITHER
            else:
                if shared is None:
                    shared = networks.added(start, sentence_signals(sentences, place, told))
                sums = networks.added(shared, number_signals(sentence, index, own, seen))
                found = Odds(*networks.likelihoods(sums)[1:])
                if sentence.part.paper.span.first not in speaking:
                    found = found._replace(target=0.0)
            odds[place, index] = found
            if role not in DECIDED and _is_held_against(sentence, quantity):
                settled_roles.append("target")
                continue
            if role == "target" and is_set(sentence, quantity):
                settled_roles.append("target")
                continue
            before = sentence.analysis.quantities[index - 1] if index else None
            decided = role in DECIDED or is_whole(before, quantity, sentence.analysis.tokens)
            sure = None if decided else _sure(sentence, quantity, marked=marked)
            if sure is not None and role == "result" and _tells_only(sentence.analysis):
                sure = sure._replace(against=1.0)
            if role == "result" and _is_before_results(sentences, place) and found.target > found.result:
                role = "target"
            settled_roles.append(role if sure is None else settled(role, found, sure))
        roles.append(settled_roles)
    return Weighed(roles, odds)


def _speaking(sentences: Sequence[Sentence], told: Sequence[Sequence[Role]]) -> set[int]:
    """The papers that state goals, by their first line: agreements by their kind, others by how much of them
    speaks of goals; none of a room in which nothing does. The rest states no target, though it may tell what came
    of one."""
    spoken: dict[int, tuple[Paper, int]] = {}
    stating: set[int] = set()
    for sentence, own in zip(sentences, told, strict=True):
        paper = sentence.part.paper
        if paper.kind == "contract":
            stating.add(paper.span.first)
        quoted = paper.kind in REPORTS and sentence.text[:1] in OPENING and is_bound(sentence.analysis.tokens)
        if "target" in own or quoted or speaks_of_goal(sentence.text):
            spoken[paper.span.first] = paper, spoken.get(paper.span.first, (paper, 0))[1] + 1
    if not spoken:
        return set()
    for paper, count in spoken.values():
        least = SELDOM if paper.kind == "agenda" else IN_REPORT
        if count >= max(least.fewest, least.a_line * (paper.span.last - paper.span.first + 1)):
            stating.add(paper.span.first)
    return stating


def _sure(sentence: Sentence, quantity: Quantity, *, marked: bool) -> Sure | None:
    """When the role of a number changes; None where it stays. In agendas rules read what stands behind a label,
    what counts nothing and what is known already (``alle 98 kommuner``), and of numbers with a bound they know best
    which are told (``faldet maksimalt 2 pct.``). Where marks of goals tell what stands where (``marked``), what
    counts nothing and the text beside them stay as well."""
    if is_recommended(sentence) and not quantity.money and not _is_known(sentence, quantity):
        return RECOMMENDED
    if marked:
        if _is_known(sentence, quantity):
            return None
        if sentence.part.kind == "prose":
            # a point of an agreement that stands before its first mark: `Tilfredsheden er mindst 4,1`
            point = sentence.marker is not None and quantity.comparator is not None
            return POINT if point and sentence.part.paper.kind == "contract" else None
        if sentence.part.paper.kind == "contract":
            return AGREED if printed_goal(sentence.part.goal_no) or quantity.comparator is not None else TITLED
        return LABELLED if sentence.part.label in ("target", "plan") else MARKED
    left = sentence.analysis.tokens[: quantity.first]
    if _breaks_word(left):
        return None
    paper = sentence.part.paper
    if paper.kind == "contract":
        return SPOKEN._replace(against=SPOKEN.target)  # hardly anything has come about yet
    if paper.kind != "agenda":
        return SPOKEN
    if paper.attachment_no is not None or paper.item_no is None:
        return ATTACHED
    labelled = any(token.text == ":" for token in left[:LABEL])
    if labelled or is_plain(quantity, sentence) or is_definite(left):
        return None
    return AGENDA if quantity.comparator is None else AGENDA._replace(against=1.0)


def _is_net_zero(sentence: Sentence, quantity: Quantity) -> bool:
    """``netto nul-udledning senest i 2050``: rules know the word; few papers have taught it."""
    left = sentence.analysis.tokens[: quantity.first]
    return quantity.value == 0 and quantity.worded and bool(left) and left[-1].lower == "netto"


def _tells_only(analysis: Analysis) -> bool:
    """True for a sentence that says of numbers that they came about, and of none that it was to."""
    done = analysis.has("past") or any(
        "outcome" in token.signs and token.signs.isdisjoint(("state", "whole")) and token.lower.endswith("t")
        for token in analysis.tokens
    )
    return done and not may_owe(analysis)


def _is_known(sentence: Sentence, quantity: Quantity) -> bool:
    """What counts nothing or is known already: ``alle 98 kommuner``."""
    return is_plain(quantity, sentence) or is_definite(sentence.analysis.tokens[: quantity.first])


def _is_held_against(sentence: Sentence, quantity: Quantity) -> bool:
    """``klart under de aftalte 90 pct.``, ``tre færre end de lovede 15``: signals seldom saw what is told so."""
    before = sentence.analysis.tokens[max(0, quantity.first - HELD) : quantity.first]
    if len(before) < HELD or "agreed" not in before[2].signs:
        return False
    return before[0].lower in ("under", "over", "end", "mod") and before[1].lower in ("de", "det", "den")


def _is_before_results(sentences: Sequence[Sentence], place: int) -> bool:
    """``Mål 5: Samlinger`` / ``85 % af genstandene er ved årets udgang registreret`` / ``Resultat: …``: what stands
    between the mark of a goal and the label of its results says what was to be."""
    part = sentences[place].part
    if part.kind != "intro" or part.label is not None or part.paper.kind not in REPORTS:
        return False
    behind = next((one.part for one in sentences[place + 1 : place + MOST_STATED] if one.part is not part), None)
    return behind is not None and behind.label == "result" and behind.goal_no == part.goal_no


MOST_STATED = 5
"""Sentences that state a goal, at most."""


def _is_no_count(sentence: Sentence, quantity: Quantity) -> bool:
    """``Rammeaftalen 2031-32``, ``”postkort”37``, ``det skal ses i lyset af, at 45 pct. …``: a year, the mark of a
    note at a word, or a remark; in papers of unknown kind what counts nothing as well (``fokusområde 3``)."""
    if sentence.part.paper.kind == "agenda" and is_plain(quantity, sentence):
        return True
    analysis = sentence.analysis
    if analysis.has("remark") and any("remark" in token.signs for token in analysis.tokens[: quantity.first]):
        return True
    before = [token.lower for token in analysis.tokens[max(0, quantity.first - 3) : quantity.first]]
    if before[1:] == ["af", "de"] and before[0] in EACH:
        return True
    ahead = sentence.text[max(0, quantity.start - 2) : quantity.start].rjust(2)
    if ahead[1].isalpha() or (ahead[1] in CLOSING and ahead[0].isalpha()):
        return True
    bare = quantity.unit is None and quantity.comparator is None
    return (
        bare and quantity.value == quantity.value.to_integral_value() and FIRST_YEAR <= quantity.value <= LAST_YEAR
    )


def _breaks_word(left: Sequence[Token]) -> bool:
    """``ved det 1. driftsori- 464 enterede``: a cell of the next column, printed where a word goes on below."""
    if not left:
        return False
    last = left[-1].text
    return last.endswith("-") and (len(last) > 1 or (len(left) > 1 and left[-2].end == left[-1].start))


def settled(role: Role, odds: Odds, sure: Sure) -> Role:
    """The role of a number by rule, and by its likelihoods where they are clear."""
    if role == "target":
        return "target" if odds.target >= sure.no_target else "result" if odds.result >= sure.result else "open"
    if odds.target >= (sure.target if role == "open" else sure.against):
        return "target"
    if role == "open" and odds.result >= sure.result:
        return "result"
    if role == "result" and odds.result < sure.no_result:
        return "target" if odds.target >= CLEARLY else "open"
    return role
