"""How many targets a goal has: below 100 % a goal of one target is not met, one of several partly."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from extractors.goals.entries import Entry
from extractors.goals.papers import Paper, is_of_next
from extractors.goals.targets import Aim

MANY = 2
"""Parts of what has several."""


def parts_of(
    goal_no: str | None,
    report: Paper,
    aims: Iterable[Aim],
    rows: Iterable[tuple[Entry, str | None]],
    put_off: Collection[int],
) -> int:
    """The targets of a goal that a report judges: those in force of its text and of its tables (``rows``, with the
    goals they are of). The next agreement counts its goals anew, and what is ``put_off`` (by ``id``) is not judged
    yet, unless nothing else is. A whole agreement (``goal_no`` None) has several goals."""
    if goal_no is None:
        return MANY
    own = [
        aim for aim in aims
        if aim.goal_no == goal_no and aim.standing == "in_force" and not is_of_next(aim.paper, report)
    ]  # fmt: skip
    judged = [aim for aim in own if id(aim) not in put_off]
    return len(judged or own) + sum(entry.standing == "in_force" and goal == goal_no for entry, goal in rows)
