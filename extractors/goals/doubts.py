"""Targets that are none after all, by what signals say of them and of their results."""

from __future__ import annotations

from collections.abc import Sequence

import regex

from extractors.goals.decided_goals import is_recommended, is_set
from extractors.goals.odds import NEITHER
from extractors.goals.results import Reached
from extractors.goals.spoken import owes, speaks_of_goal
from extractors.goals.statements import Statement
from extractors.goals.targets import Aim

LEAST_LIKELY, LEAST_AGREED = 0.33, 0.09
"""Likelihoods from which a number that nothing answers is a target, and of which an agreement states one."""
LEAST_ANSWERED, LEAST_ANSWERING = 0.16, 0.3
"""Likelihoods under which a target and the result that a rule has paired with it are none."""


_OF_YEAR = regex.compile(r"(?:For|I|Til)\s20\d\d\s(?:er|bliver)\s")
"""The year before the word for the goal."""
FEWEST_PAIRS = 2
"""Pairs of a room in which signals tell more than rules do."""


def doubtful(aims: Sequence[Aim]) -> list[Aim]:
    """The targets without a result that signals hardly take for any; what stands in one sentence with a surer one
    is none of them."""
    sure = {aim.main.sentence.order for aim in aims if not is_doubtful(aim, _least(aim))}
    return [aim for aim in aims if aim.main.sentence.order not in sure and is_doubtful(aim, _least(aim))]


def _least(aim: Aim) -> float:
    return LEAST_AGREED if aim.paper.kind == "contract" else LEAST_LIKELY


def is_doubtful(aim: Aim, least: float) -> bool:
    """True for a number that signals hardly take for a target. What an item of an agenda calls a goal is one, a
    rise or fall, what a sentence that opens with the goal says, what is bound to come where marks of goals stand,
    and what one is bound to right behind the words that goals come; where no signals were weighed nothing is in
    doubt."""
    main = aim.main
    if main.odds is None or main.odds == NEITHER or main.change or aim.standing != "in_force":
        return False
    if is_recommended(main.sentence) or is_set(main.sentence, main.quantity):
        return False
    text, in_item = main.sentence.text, aim.paper.item_no is not None and aim.paper.attachment_no is None
    opening = main.sentence.analysis.tokens[:2]
    if len(opening) == 2 and opening[0].lower.endswith("s") and opening[1].lower.startswith("mål"):
        opening = opening[1:]  # `Vagtens mål har siden 2031 været`
    if _OF_YEAR.match(text) is not None:
        opening = main.sentence.analysis.tokens[3:4]  # `For 2032 er målet fastsat til 140 dage`
    if (in_item and speaks_of_goal(text)) or (opening and "goal" in opening[0].signs):
        return False
    if main.sentence.part.kind != "prose" and _is_due(main, text):
        return False
    if in_item and main.sentence.announced and main.sentence.after_goal and _is_bounded(main, text):
        return False
    return main.odds.target < least


def _is_bounded(main: Statement, text: str) -> bool:
    """``Til næste år er der sat to mål. Mindst 92 pct. skal …``: a share with a sign of what is owed, right behind
    the sentence that says that goals come."""
    return main.quantity.share and main.quantity.comparator is not None and owes(text)


def parted(results: Sequence[Reached]) -> list[Aim]:
    """The targets that signals hardly take for any, answered by what they hardly take for a result: rules have
    paired them, and the results are without them afterwards. Of a room with one such pair alone signals know too
    little."""
    if sum(len(reached.aims) for reached in results) < FEWEST_PAIRS:
        return []
    weak: dict[int, Aim] = {}
    for reached in results:
        odds = reached.statement.odds
        if odds is not None and odds != NEITHER and odds.result < LEAST_ANSWERING and reached.stated is None:
            weak |= {id(aim): aim for aim in reached.aims if is_doubtful(aim, LEAST_ANSWERED)}
    for reached in results:
        reached.aims = [aim for aim in reached.aims if id(aim) not in weak]
    return list(weak.values())


def _is_due(main: Statement, text: str) -> bool:
    """True for what is bound to come below marks of goals: behind the label of a goal, and a share with a bound
    where goals are stated, or anything with one in their list. Signals were learned from papers that seldom have
    these."""
    part, quantity = main.sentence.part, main.quantity
    bound = part.kind == "target" and quantity.comparator is not None and (quantity.share or part.listed)
    return bound or (part.label == "target" and owes(text))
