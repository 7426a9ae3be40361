"""Which meeting a document belongs to: what ties an agenda to its packet of bilag.

A document that prints its body and date names its meeting itself. A packet of bilag often prints neither; it
belongs to the meeting of an agenda with which it shares the numbers and titles of its items. Agendas are found by
the words of their titles, rarest items first, so that the time does not grow with the square of the documents.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from difflib import SequenceMatcher
from math import ceil
from typing import Any

from ingest.warehouse.store import Warehouse

LEAST_ALIKE = 0.8
"""How alike two titles of the same item number must be, 0 to 1; a cut title counts if it begins the other."""

LEAST_SHARE = 0.6
"""Share of an undated document's items that must agree with the agenda's."""

LEAST_ITEMS = 2
"""Items that must agree: one number and title alone recurs from meeting to meeting («Eventuelt»)."""

CUT = 12
"""Letters a cut title must have left."""

COMMON = 50
"""Titles of one item number that may share a word before the word is too common to look by."""

LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})

DOCUMENTS = "SELECT document_id, kind, body, meeting_date, meeting_id FROM documents ORDER BY document_id"
ITEMS = "SELECT document_id, item_no, title FROM items ORDER BY item_id"

Titles = dict[str, str]
"""Titles of a document's items by their number, plain."""


@dataclass(frozen=True, slots=True)
class _Agenda:
    meeting_id: str
    body: str | None
    titles: Titles


@dataclass(slots=True)
class _Index:
    """Agendas by the titles of their items, and the titles of each item number by their words and beginnings."""

    agendas: list[_Agenda] = field(default_factory=list)
    holders: dict[tuple[str, str], list[int]] = field(default_factory=lambda: defaultdict(list))
    titles: dict[tuple[str, str], list[str]] = field(default_factory=lambda: defaultdict(list))
    seen: set[tuple[str, tuple[tuple[str, str], ...]]] = field(default_factory=set)
    known: dict[tuple[str, str], frozenset[int]] = field(default_factory=dict)

    def add(self, agenda: _Agenda) -> None:
        """Takes an agenda in; one that says the same of the same meeting is there already."""
        same = (agenda.meeting_id, tuple(sorted(agenda.titles.items())))
        if same in self.seen:
            return
        self.seen.add(same)
        for no, title in agenda.titles.items():
            if (no, title) not in self.holders:
                for clue in _clues(title):
                    self.titles[no, clue].append(title)
            self.holders[no, title].append(len(self.agendas))
        self.agendas.append(agenda)

    def agreeing(self, no: str, title: str) -> frozenset[int]:
        """Agendas whose item of this number has a title like this one."""
        if (no, title) not in self.known:
            lists = sorted((self.titles.get((no, clue), []) for clue in _clues(title)), key=len)
            rare = [titles for titles in lists if len(titles) <= COMMON] or lists[:1]
            likely = dict.fromkeys(other for titles in rare for other in titles)
            if (no, title) in self.holders:
                likely[title] = None
            self.known[no, title] = frozenset(
                holder for other in likely if _alike(title, other) for holder in self.holders[no, other]
            )
        return self.known[no, title]

    def best(self, own: Titles, body: str | None) -> str | None:
        """The one meeting whose items agree best; None where none agrees or two agree alike.

        An agenda that agrees with enough items agrees with at least one of the rarest few: only those that do are
        counted in full.
        """
        least = max(LEAST_ITEMS, LEAST_SHARE * len(own))
        agreeing = sorted((self.agreeing(no, title) for no, title in own.items()), key=len)
        rarest = agreeing[: max(0, len(agreeing) - ceil(least) + 1)]
        scores: dict[str, int] = defaultdict(int)
        for number in sorted(frozenset().union(*rarest)):
            agenda = self.agendas[number]
            if body is None or agenda.body is None or agenda.body == body:
                agreed = sum(number in holders for holders in agreeing)
                scores[agenda.meeting_id] = max(scores[agenda.meeting_id], agreed)
        ranked = sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))
        if not ranked or ranked[0][1] < least:
            return None
        if len(ranked) > 1 and ranked[1][1] == ranked[0][1]:
            return None
        return ranked[0][0]


def meeting_id(body: str, day: date) -> str:
    """A readable key: ``KKR Sjælland`` on 2022-09-07 gives ``kkr-sjaelland-2022-09-07``."""
    text = unicodedata.normalize("NFC", body).casefold().translate(LETTERS)
    return f"{re.sub(r'[^a-z0-9]+', '-', text).strip('-')}-{day.isoformat()}"


def meetings_of(
    documents: Sequence[Mapping[str, Any]], items: Sequence[Mapping[str, Any]]
) -> dict[str, str | None]:
    """The meeting of each document by document_id; None where it cannot be told. Rows as of the two relations."""
    titles: dict[str, Titles] = defaultdict(dict)
    for row in items:
        titles[row["document_id"]].setdefault(row["item_no"], _plain(row["title"]))
    found: dict[str, str | None] = {}
    index = _Index()
    for row in documents:
        if row["body"] and row["meeting_date"]:
            key = meeting_id(row["body"], row["meeting_date"])
            found[row["document_id"]] = key
            index.add(_Agenda(key, row["body"], titles[row["document_id"]]))
    for row in documents:
        if row["document_id"] not in found:
            found[row["document_id"]] = index.best(titles[row["document_id"]], row["body"])
    return found


def link_meetings(warehouse: Warehouse) -> None:
    """Sets ``documents.meeting_id`` of every document whose meeting can be told; the others stay NULL."""
    documents = warehouse.query(DOCUMENTS)
    wanted = meetings_of(documents, warehouse.query(ITEMS))
    changed = [
        (row["document_id"], wanted[row["document_id"]])
        for row in documents
        if row["meeting_id"] != wanted[row["document_id"]]
    ]
    if changed:
        warehouse.set_meetings(changed)


def _plain(title: str) -> str:
    return re.sub(r"[^0-9a-zæøå]+", " ", title.casefold()).strip()


def _clues(title: str) -> list[str]:
    """What titles that are alike share one of: a word by its first letters, or how the title begins."""
    return list(dict.fromkeys([*(word[:4] for word in title.split()), f"^{title[:CUT]}"]))


def _alike(a: str, b: str) -> bool:
    short, long = sorted((a, b), key=len)
    if len(short) >= CUT and long.startswith(short):
        return True
    if 2 * len(short) < LEAST_ALIKE * (len(short) + len(long)):
        return False
    if a == b:
        return True
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    return matcher.quick_ratio() >= LEAST_ALIKE and matcher.ratio() >= LEAST_ALIKE
