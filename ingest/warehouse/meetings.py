"""Which meeting a document belongs to: what ties an agenda to its packet of bilag.

A document that prints its body and date names its meeting itself. A packet of bilag often prints neither; it
belongs to the meeting of an agenda with which it shares the numbers and titles of its items.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from difflib import SequenceMatcher

from ingest.warehouse.store import Warehouse

LEAST_ALIKE = 0.8
"""How alike two titles of the same item number must be, 0 to 1; a cut title counts if it begins the other."""

LEAST_SHARE = 0.6
"""Share of an undated document's items that must agree with the agenda's."""

LEAST_ITEMS = 2
"""Items that must agree: one number and title alone recurs from meeting to meeting («Eventuelt»)."""

LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})


@dataclass(frozen=True, slots=True)
class _Agenda:
    meeting_id: str
    body: str | None
    titles: dict[str, str]


def meeting_id(body: str, day: date) -> str:
    """A readable key: ``KKR Sjælland`` on 2022-09-07 gives ``kkr-sjaelland-2022-09-07``."""
    text = unicodedata.normalize("NFC", body).casefold().translate(LETTERS)
    return f"{re.sub(r'[^a-z0-9]+', '-', text).strip('-')}-{day.isoformat()}"


def link_meetings(warehouse: Warehouse) -> None:
    """Sets ``documents.meeting_id`` of every document whose meeting can be told; the others stay NULL."""
    documents = warehouse.query(
        "SELECT document_id, kind, body, meeting_date, meeting_id FROM documents ORDER BY document_id"
    )
    wanted: dict[str, str | None] = {}
    titles: dict[str, dict[str, str]] = defaultdict(dict)
    for row in warehouse.query("SELECT document_id, item_no, title FROM items ORDER BY item_id"):
        titles[row["document_id"]].setdefault(row["item_no"], _plain(row["title"]))
    agendas = []
    for row in documents:
        if row["body"] and row["meeting_date"]:
            key = meeting_id(row["body"], row["meeting_date"])
            wanted[row["document_id"]] = key
            agendas.append(_Agenda(key, row["body"], titles[row["document_id"]]))
    for row in documents:
        if row["document_id"] not in wanted:
            own = titles[row["document_id"]]
            rivals = [a for a in agendas if row["body"] is None or a.body is None or a.body == row["body"]]
            wanted[row["document_id"]] = _best(own, rivals)
    changed = [
        [wanted[row["document_id"]], row["document_id"]]
        for row in documents
        if row["meeting_id"] != wanted[row["document_id"]]
    ]
    for values in changed:
        warehouse.db.execute("UPDATE documents SET meeting_id = ? WHERE document_id = ?", values)


def _best(own: dict[str, str], agendas: list[_Agenda]) -> str | None:
    """The one meeting whose items agree best; None where none agrees or two agree alike."""
    scores: dict[str, int] = defaultdict(int)
    for agenda in agendas:
        agreed = sum(_alike(title, agenda.titles[no]) for no, title in own.items() if no in agenda.titles)
        scores[agenda.meeting_id] = max(scores[agenda.meeting_id], agreed)
    ranked = sorted(scores.items(), key=lambda pair: (-pair[1], pair[0]))
    if not ranked or ranked[0][1] < max(LEAST_ITEMS, LEAST_SHARE * len(own)):
        return None
    if len(ranked) > 1 and ranked[1][1] == ranked[0][1]:
        return None
    return ranked[0][0]


def _plain(title: str) -> str:
    return re.sub(r"[^0-9a-zæøå]+", " ", title.casefold()).strip()


def _alike(a: str, b: str) -> bool:
    short, long = sorted((a, b), key=len)
    if len(short) >= 12 and long.startswith(short):
        return True
    return a == b or SequenceMatcher(None, a, b, autojunk=False).ratio() >= LEAST_ALIKE
