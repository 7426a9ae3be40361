"""Targets and their results in other documents: the contract in one packet, the report a year later in another.

A target that has no result in its own document is held against the results of other documents that wait for a
target, and against those that such a document pairs with the same target, stated again. Both must be of one party
(or, where a text names none, of one body), of one goal and of one year. What fits two targets alike is not linked.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from heapq import merge
from typing import Any

from extractors.goals.comparison import holds
from extractors.language.stems import stem
from ingest.pipeline import encode
from ingest.warehouse.store import Warehouse
from schemas.language import lexicon
from schemas.records import GoalLink, Verdict
from schemas.relations import GOAL_LINKS

LEAST_SCORE = 0.55
"""Score, 0 to 1, from which a target and a result belong together."""
LEAST_LEAD = 0.06
"""By how much the best target of a result must be better than the next."""
LEAST_ALIKE = 0.15
"""Share of words that a target and a result of one sub-goal have in common; without a sub-goal, twice as many."""
MOST = 200
"""Targets of one party, goal and year that a result is held against."""

_YEAR = re.compile(r"20\d\d")
_WORD = re.compile(r"[^\W\d_]{3,}")
COMPARED = frozenset({"flere", "færre", "yderligere"})
"""Words that compare without speaking of a rise: ``flere kunder``."""
SHARES = frozenset({"%", "procentpoint", "promille"})

TARGETS = """
SELECT t.target_id, t.document_id, t.party, t.contract, t.goal_no, t.sub_no, t.segment, t.metric, t.comparator,
  t.value, t.unit, t.period, t.text, d.body, d.meeting_date,
  EXISTS (FROM results r WHERE r.target_id = t.target_id) AS answered
FROM targets t JOIN documents d USING (document_id)
WHERE t.value IS NOT NULL AND t.standing = 'in_force' ORDER BY t.target_id
"""
RESULTS = """
SELECT r.result_id, r.document_id, r.target_id, r.party, r.goal_no, r.sub_no, r.segment, r.metric, r.value, r.unit,
  r.period, r.status, r.stated_status, r.text, d.body, d.meeting_date
FROM results r JOIN documents d USING (document_id)
WHERE r.value IS NOT NULL AND r.scope = 'target' ORDER BY r.result_id
"""


@dataclass(frozen=True, slots=True)
class _Side:
    """A target or a result with what it is matched by."""

    row: dict[str, Any]
    words: frozenset[str]
    year: int | None
    kind: str

    @property
    def key(self) -> tuple[str, str]:
        """What two sides must have in common to be held against each other at all."""
        return self.row["goal_no"] or "", self.kind


def link_goals(warehouse: Warehouse) -> None:
    """Replaces ``goal_links`` by the links that the warehouse's targets and results give."""
    targets = [_side(row) for row in warehouse.query(TARGETS)]
    results = [_side(row) for row in warehouse.query(RESULTS)]
    links = sorted(find_links(targets, results), key=lambda link: link.link_id)
    rows = encode(GOAL_LINKS, links)
    names = ", ".join(f'"{column.name}"' for column in GOAL_LINKS.columns)
    if warehouse.db.execute(f"SELECT {names} FROM {GOAL_LINKS.name}").fetchall() == [tuple(row) for row in rows]:
        return
    warehouse.db.begin()
    warehouse.db.execute(f"DELETE FROM {GOAL_LINKS.name}")
    if rows:
        with warehouse.db.appender(GOAL_LINKS.name) as appender:
            appender.append_rows(rows)
    warehouse.db.commit()


def find_links(targets: Iterable[_Side], results: Iterable[_Side]) -> Iterable[GoalLink]:
    """The links between targets without a result and results of other documents."""
    stated = {target.row["target_id"]: target for target in targets}
    waiting = _Waiting()
    for target in stated.values():
        if not target.row["answered"] and target.row["goal_no"]:
            waiting.add(target)
    options: list[tuple[float, _Side, _Side, bool]] = []
    for result in results:
        again = stated.get(result.row["target_id"])
        if result.row["target_id"] is not None and again is None:
            continue
        rated = []
        for target in waiting.near((again or result).key, result):
            score = _restated(target, again) if again is not None else _score(target, result)
            if score is not None and score >= LEAST_SCORE:
                rated.append((score, target))
        rated.sort(key=lambda pair: (-pair[0], pair[1].row["target_id"]))
        # The same target may stand in several documents: in each the best one counts, if it is the only one.
        seen: set[str] = set()
        for position, (score, target) in enumerate(rated):
            document = target.row["document_id"]
            if document in seen:
                continue
            seen.add(document)
            rivals = [other for other, rival in rated[position + 1 :] if rival.row["document_id"] == document]
            if not rivals or score - rivals[0] >= LEAST_LEAD:
                options.append((score, target, result, again is not None))
    taken: set[tuple[str, str, str | None]] = set()
    order = sorted(options, key=lambda o: (-o[0], o[1].row["target_id"], o[2].row["result_id"]))
    for score, target, result, restated in order:
        slot = (target.row["target_id"], result.row["document_id"], result.row["segment"])
        if slot in taken:
            continue
        taken.add(slot)
        yield GoalLink(
            link_id=f"{target.row['target_id']}~{result.row['result_id']}",
            document_id=result.row["document_id"],
            target_document_id=target.row["document_id"],
            target_id=target.row["target_id"],
            result_id=result.row["result_id"],
            status=result.row["status"] if restated else _status(target, result),
            restated=restated,
            confidence=round(min(0.95, score), 2),
        )


def _side(row: dict[str, Any]) -> _Side:
    years = _YEAR.findall(row["period"] or "")
    words = frozenset(_words(f"{row['metric'] or ''} {row['text']}"))
    return _Side(row, words, int(years[-1]) if years else None, _kind(row["unit"]))


def _words(text: str) -> Iterable[str]:
    stop = lexicon().stop
    return (stem(word) for word in _WORD.findall(text.lower()) if word not in stop)


def _kind(unit: str | None) -> str:
    if unit in SHARES:
        return str(unit)
    return "money" if unit and ("kr." in unit or "euro" in unit) else "count"


class _Waiting:
    """Targets without a result, by goal, year and party or body, so that the time does not grow with the square of
    the documents."""

    def __init__(self) -> None:
        self._count = 0
        self._sides: dict[tuple[Any, ...], list[tuple[int, _Side]]] = defaultdict(list)

    def add(self, target: _Side) -> None:
        """Takes in a target; they come in the order of their keys."""
        party, body = target.row["party"], target.row["body"]
        entry = (self._count, target)
        self._count += 1
        if party:
            self._sides[target.key, target.year, "party", party.casefold()].append(entry)
        if body:
            self._sides[target.key, target.year, "all" if party else "no party", body].append(entry)

    def near(self, key: tuple[str, str], result: _Side) -> list[_Side]:
        """The targets of other documents that are of the result's party and year and were set before it was told.

        Where one of the two names no party, they must be of one body.
        """
        party, body = result.row["party"], result.row["body"]
        names = [("no party", body), ("party", party.casefold()) if party else ("all", body)]
        lists = [self._sides.get((key, year, *name), ()) for name in names for year in _years(result)]
        found = []
        for _, target in merge(*lists):
            elsewhere = target.row["document_id"] != result.row["document_id"]
            if elsewhere and _in_time(target, result):
                found.append(target)
                if len(found) == MOST:
                    break
        return found


def _years(result: _Side) -> set[int | None]:
    """The years that a target of this result may be of; None is a target without a year."""
    if result.year is not None:
        return {None, result.year}
    told_on = result.row["meeting_date"]
    return {None, told_on.year, told_on.year - 1} if isinstance(told_on, date) else {None}


def _in_time(target: _Side, result: _Side) -> bool:
    """The result is of the target's year; one without a year is told in that year or the next."""
    set_on, told_on = target.row["meeting_date"], result.row["meeting_date"]
    if set_on and told_on and told_on < set_on:
        return False
    if target.year is None:
        return set_on is not None and told_on is not None
    if result.year is not None:
        return result.year == target.year
    return isinstance(told_on, date) and told_on.year - target.year in (0, 1)


def _agree(target: _Side, other: _Side) -> bool:
    """Nothing that both name may differ: sub-goal, what is counted, segment."""
    for name in ("sub_no", "segment"):
        one, two = target.row[name], other.row[name]
        if one and two and one.casefold() != two.casefold():
            # A target without parts may be told for each of them, a target of one part not for another.
            return False
    units = (target.row["unit"], other.row["unit"])
    return target.kind != "count" or None in units or units[0] == units[1]


def _restated(target: _Side, again: _Side) -> float | None:
    """How surely another document states this target again: the same value of the same goal in the same words."""
    if again.row["value"] != target.row["value"] or not _agree(target, again):
        return None
    if target.year is not None and again.year is not None and target.year != again.year:
        return None
    same_sub = target.row["sub_no"] is not None and target.row["sub_no"] == again.row["sub_no"]
    return 0.5 + (0.2 if same_sub else 0.0) + 0.3 * _alike(target, again)


def _score(target: _Side, result: _Side) -> float | None:
    """How well a result answers a target of another document; None where it cannot."""
    if not _agree(target, result):
        return None
    alike = _alike(target, result)
    same_sub = target.row["sub_no"] is not None and target.row["sub_no"] == result.row["sub_no"]
    if alike < (LEAST_ALIKE if same_sub else 2 * LEAST_ALIKE):
        return None
    score = 0.4 + 0.4 * alike + (0.2 if same_sub else 0.0)
    return score + (0.1 if target.year is not None and target.year == result.year else 0.0)


def _alike(one: _Side, other: _Side) -> float:
    """The share of the shorter text's words that the other has."""
    short = min(len(one.words), len(other.words))
    return len(one.words & other.words) / short if short else 0.0


def _moves(text: str) -> bool:
    words = set(_WORD.findall(text.lower())) - COMPARED
    return any(lexicon().signs(word) & {"change_up", "change_down"} for word in words)


def _status(target: _Side, result: _Side) -> Verdict:
    """The verdict of the two numbers; a rise and a level cannot be compared, what runs on is pending."""
    stated: Verdict = result.row["stated_status"] or "unknown"
    if _moves(target.row["text"]) != _moves(result.row["text"]):
        return stated
    comparator, aimed = target.row["comparator"] or "=", Decimal(target.row["value"])
    if holds(Decimal(result.row["value"]), comparator, aimed):
        return "met"
    period, interim = (result.row["period"] or "").lower(), lexicon().interim
    running = any(word in period for word in (*interim["phrases"], *interim["months"]))
    return "pending" if running and target.kind not in SHARES and comparator not in ("<=", "<") else "not_met"
