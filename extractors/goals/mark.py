"""A mark of a paper of goals: a line that says what comes next, and the numbers it names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from schemas.values import value

Level = Literal["national", "regional", "lokal"]

UNNUMBERED = "~"
"""What the local name of a goal without a printed number begins with."""
NEAR_TWIN = 60
"""Lines within which the same number printed twice is a slip, not a repetition of the target."""

_LETTERS = "abcdefgh"
"""Letters behind the number of a goal."""


@value
class Mark:
    """A line that says what comes next. ``subs`` are the sub-goals it names; ``offset`` is where the text after
    the mark begins in the line, None where the whole line is a mark. ``heading``: a sub-goal's title, not its text.
    ``printed`` is the number as printed where it was found wrong; ``said``: a sentence about the goal, no title."""

    index: int
    kind: Literal["goal", "reported", "sub", "item", "label", "banner", "lead", "entry", "end"]
    goal_no: str | None = None
    subs: tuple[str, ...] = ()
    title: str = ""
    offset: int | None = None
    label: str | None = None
    level: Level | None = None
    plural: bool = False
    heading: bool = False
    printed: str | None = None
    said: bool = False


def goal_of(sub_no: str) -> str:
    """The goal of a sub-goal: of ``3.1`` and ``3a`` it is 3, of ``B2`` it is B; ``12`` is a goal itself."""
    return sub_no.split(".")[0].rstrip(_LETTERS) if sub_no[0].isdecimal() else sub_no[0]


def printed_goal(goal_no: str | None) -> str | None:
    """The number as printed; None for a goal that has only a local name."""
    return None if goal_no is None or goal_no.startswith(UNNUMBERED) else goal_no


def renumbered(found: Sequence[Mark]) -> list[Mark]:
    """Puts right a sub-goal's number that is printed twice: as target text it is the next free one of the goal (a
    second 5.1 is 5.2), as heading it is the one target of the goal that has no heading. Where a report begins
    between the two, the second says what came of the first."""
    stated: dict[str, set[str]] = {}
    headed: dict[str, set[str]] = {}
    for mark in found:
        if mark.kind in ("sub", "item") and mark.goal_no is not None:
            if mark.heading:
                headed.setdefault(mark.goal_no, set()).update(mark.subs)
            else:
                stated.setdefault(mark.goal_no, set()).update(mark.subs)
    result: list[Mark] = []
    seen: dict[tuple[bool, str], int] = {}
    for mark in found:
        if mark.kind == "reported" or mark.label in ("result", "fulfilment"):
            seen = {key: index for key, index in seen.items() if key[0]}
        if mark.kind not in ("sub", "item") or mark.goal_no is None or len(mark.subs) != 1:
            result.append(mark)
            continue
        number, goal = mark.subs[0], mark.goal_no
        last = seen.get((mark.heading, number))
        seen[mark.heading, number] = mark.index
        free: list[str] = []
        if last is not None and mark.heading:
            free = sorted(stated.get(goal, set()) - headed.get(goal, set()))
        elif last is not None and mark.index - last < NEAR_TWIN and "." in number:
            following = f"{goal}.{int(number.split('.')[1]) + 1}"
            free = [following] if following not in stated.get(goal, set()) else []
        if len(free) == 1:
            (headed if mark.heading else stated).setdefault(goal, set()).add(free[0])
            mark = replace(mark, subs=(free[0],), printed=number)
        result.append(mark)
    return result


def taken_up(found: Sequence[Mark]) -> list[Mark]:
    """The marks with those of a list below a label of results that print the number of a target of the goal again:
    ``Resultat:`` / ``• 2.1: 93 pct.`` below ``Måltal:`` / ``• 2.1: Mindst 80 pct.`` tells what came of it."""
    result: list[Mark] = []
    stated: set[str] = set()
    told = False
    for mark in found:
        if mark.kind == "label":
            told = mark.label in ("result", "fulfilment")
        elif mark.kind not in ("item", "banner", "entry"):
            told = False
        if mark.kind == "goal":
            stated = set()
        if mark.kind == "item" and told and stated.issuperset(mark.subs):
            mark = replace(mark, kind="reported")
        elif mark.kind in ("item", "sub"):
            stated.update(mark.subs)
        result.append(mark)
    return result


def reported_together(found: Sequence[Mark]) -> dict[int, tuple[str, ...]]:
    """The goals that each label of results tells of, by its line, in a paper that reports several goals at once: no
    goal has a label of its own, each stands behind two goals or more. Empty for any other paper."""
    groups: dict[int, tuple[str, ...]] = {}
    above: list[str] = []
    for mark in found:
        if mark.kind in ("sub", "item", "reported"):
            return {}
        if mark.kind == "goal" and mark.goal_no is not None and mark.goal_no not in above:
            above.append(mark.goal_no)
        elif mark.kind == "label" and mark.label in ("result", "fulfilment"):
            if len(above) < 2:
                return {}
            groups[mark.index] = tuple(above)
            above = []
    return groups
