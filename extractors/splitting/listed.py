"""The bilag that an agenda lists under an item's «Bilag» heading, or behind it on its line."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from extractors.splitting.labels import (
    ATTACHMENT_LABEL,
    BULLET,
    attachment_label,
    named_item,
    next_number,
    own_number,
)
from extractors.splitting.likeness import SAME_TITLE, likeness
from extractors.splitting.list_entries import NOTHING, list_entries
from extractors.splitting.outline import Outline
from extractors.splitting.sections import run_in
from extractors.splitting.shared_lists import shared_list
from extractors.splitting.titles import ends_in_values, parse_case_line
from extractors.splitting.words import ADVICE, FINITE_VERBS, MEETING_LABELS
from extractors.text.joining import Passage
from schemas.packet import AttachedPaper, SectionPart

_ELSEWHERE = re.compile(
    r"(?:der henvises til|se|jf\.?|samme som) (?:også )?(?:bilag\w*|punkt|pkt|sag|dagsordens?punkt)\b", re.I
)
"""What refers to the bilag of another item."""

_SENT = re.compile(
    r"\s*\([^()]*\b(?:ved(?:lagt|hæftet)|(?:ud|efter|frem)send(?:t|es)|om(?:delt|deles)|udlever(?:et|es)|særskilt)\b[^()]*\)\s*\Z",
    re.IGNORECASE,
)
"""``(udsendt særskilt)``, ``(ikke vedhæftet)`` behind a title: how the bilag is sent is no part of it."""

_LABEL_BEHIND = re.compile(r"\s*\([Bb]ilag (?:nr\.? )?(?:\d{1,2}(?:\.\d{1,2})?\s?[a-zA-Z]?|[A-Z]\d?)\)\Z")
"""``Fordelingsnøgle (bilag 2a)``."""

_TABLE_HEAD = re.compile(
    r"(?:(?:bilags?|lb\.?|løbe)?-?\s?(?:nr|nummer)\.?\s)?(?:titel|navn|bilag|dokument|dokumentnavn|dokumenttitel|filnavn|emne)"
    r"(?:\s(?:dok\w*\.?(?:\s?nr\.?)?|sagsnr\.?|journalnr\.?|dato|type|status|filnavn|side))*",
    re.IGNORECASE,
)
"""The heads of a list that is set as a table: ``Nr. Titel Dokumentnr.``."""

_OWN = re.compile(
    r"0?(?P<item>\d{1,3}(?:\.\d{1,2})?|[A-H]\.\d{1,2}|[A-Z])(?:[.-](?P<place>\d{1,2})|-(?P<sign>[A-Z])|(?<=\d)(?P<letter>[a-zA-Z]))"
    r"[.:]?\s+(?:[-–—]\s+)?(?=[A-ZÆØÅ])"
)
"""``2.1 Fordelingsnøgle``, ``2a …``, ``2-A …``, ``02.1 …`` under item 2: the number of the item before that of the
bilag."""

_DOK = re.compile(r"Dok(?:ument)?\.?\s(?:nr\.?\s)?(?P<number>\d{1,2})\s?[.:–-]\s*(?=[A-ZÆØÅ\d])")
"""``Dok. 2: Fordelingsnøgle``."""

_COUNT = re.compile(r"(?P<number>[A-Z](?=\s?[.:)])|[A-H]\d{0,2}(?=\s)|\d{1,2}(?=\s))(?:\s?[.:)])?\s+(?=[A-ZÆØÅ\d])")
"""``A. Fordelingsnøgle``, ``1 Fordelingsnøgle``: letters and bare numbers that count on from entry to entry."""

_ROW = re.compile(r"(?P<number>\d{1,2})\s+(?=[A-ZÆØÅ])")
_DOCUMENT = re.compile(r"\s+(?:[A-Z]{1,3}\d{4}-)?\d{2,}(?:[/-]\d{2,})*\Z")
"""The number of a document behind its title, in the last column of such a table."""

_UNSET = object()
_NUMBERED = re.compile(
    r"(?P<number>\d{1,2})(?:\s?:|\.?\s+\(?(?:åben|lukket|fortrolig)t?\)?(?=\s))\s+(?=\S)", re.IGNORECASE
)
"""``1: Fordelingsnøgle``, ``1 (Åben) Fordelingsnøgle``."""
_ASKS = re.compile(rf"{ADVICE.pattern}|De[tr] [a-zæøå]+es\b")
"""``Det anbefales, at …``: the text of the item goes on."""

_NONE = re.compile(r"(?:ingen|intet|nej)(?: bilag)?\.?|[-–]+", re.IGNORECASE)
_SENTENCE = re.compile(r"[a-zæøå]{3,}\. [A-ZÆØÅ][a-zæøå]+ ")
_APART = 2.5
"""Blank lines behind which something other than a list's next entry stands."""


class _Read(NamedTuple):
    """An entry without bullet, label and number: its title, the number printed, whether a label stands there."""

    title: str
    printed: str | None
    labelled: bool


def listed_attachments(
    outline: Outline, sections: Sequence[SectionPart], titles: Mapping[str, str]
) -> list[AttachedPaper]:
    """The entries of the lists in «Bilag» sections, numbered in the order of each list; each is listed only.
    Letters and bare numbers may count on from one list to the next. ``titles`` are those of the items by their
    numbers: one list may hold the bilag of several, also such as their own lists hold."""
    found: list[AttachedPaper] = []
    count: str | None = None
    for section in sections:
        if section.name == "Bilag":
            if (shared := shared_list(outline, section, titles)) is not None:
                found += [paper for paper in shared if not any(_is_same(paper, other) for other in found)]
                continue
            papers, counted = _list(outline, section, count)
            found += papers
            count = counted or count
    return found


def _is_same(paper: AttachedPaper, other: AttachedPaper) -> bool:
    """True for two entries of one item with one title, be the number of the document behind it."""
    a, b = (_DOCUMENT_BEHIND.sub("", each.title or "") for each in (paper, other))
    return paper.item_no == other.item_no and likeness(a, b) >= SAME_TITLE


_DOCUMENT_BEHIND = re.compile(r"\s\([\d /-]{4,}\)\Z")


def _list(outline: Outline, section: SectionPart, before: str | None) -> tuple[list[AttachedPaper], str | None]:
    """The entries of one list, and the letter or number that the last one counts; ``before`` is that of the list
    above.

    A list keeps to its form: it ends where bullets, numbers or labels (``Bilag 2: …``) end, where a blank stretch
    or a sentence comes, and where a label comes again, which opens the bilag itself. What goes on in lower case is
    the second line of an entry.
    """
    found: list[AttachedPaper] = []
    style: object = _UNSET
    labels, rows = 0, False
    last: str | None = None
    count: str | None = None
    entries = list(list_entries(outline, section))
    inline = run_in(outline.text(section.span.first)) is not None
    weak = not outline.text(section.span.first).lower().startswith(("bilag", "ved"))
    for place, passage in enumerate(entries):
        kind = (passage.marker or "")[:1].isdecimal() if passage.marker else None
        title = BULLET.sub("", passage.text.strip())
        marked = style is not _UNSET and style is not None
        if found and (marked or labels or count) and kind is None and _runs_on(outline, passage):
            found[-1] = replace(found[-1], title=_without_end(outline.join([found[-1].title or "", title])))
            continue
        if marked and kind != style:
            break  # a list keeps to its bullets: what comes without is the text behind it
        style = kind if style is _UNSET else style
        if not found and not rows and " " in title and _TABLE_HEAD.fullmatch(title):
            rows = True
            continue
        counted = _COUNT.match(title) if kind is None and not (rows or _NUMBERED.match(title)) else None
        if count is None and not found and counted is not None:
            count = counted["number"] if _counts_on(counted["number"], before, entries[place + 1 :]) else None
        elif count is not None:
            if counted is None or counted["number"] != next_number(count):
                break
            count = counted["number"]
        if count is not None and counted is not None:
            title = title[counted.end() :]
        entry = _read(title, section.item_no, len(found) + 1, rows=rows)
        apart = bool(found) and found[-1].listed_at != passage.first and _is_apart(outline, passage.first)
        if found and not outline.is_top(passage.first) and outline.space_above(passage.first) > _APART:
            break
        if labels and labels == len(found) and (not entry.labelled or entry.title == title):
            break  # text, or the label alone that opens a page
        if found and kind is None and count is None and not labels:
            if apart and (entry.labelled or inline):
                break  # the bilag itself, or the text behind a list that stands on the line of its heading
            if apart and outline.is_top(passage.first) and not all(map(_is_title, entries[place:])):
                break
        if entry.labelled and _begins_anew(outline, passage, entry.printed, last, section.item_no):
            break
        if entry.labelled and any(likeness(entry.title, paper.title or "") >= SAME_TITLE for paper in found):
            break
        if passage.marker is None and not entry.labelled and _is_prose(entry.title, weak=weak):
            if len(found) > 1 and style is None and _heads(outline, found[-1], passage):
                found.pop()
            break
        if _tells_of_meeting(title) or _ASKS.match(title) or (inline and _NONE.fullmatch(title)):
            break
        title = _without_end(_LABEL_BEHIND.sub("", _SENT.sub("", entry.title)))
        if not title or NOTHING.fullmatch(title.strip("()")) or len(title) > 400 or _SENTENCE.search(title):
            continue
        if _ELSEWHERE.match(title):
            continue
        if title.isdecimal():  # the number of the page, which ends above
            break
        labels += entry.labelled
        number = own_number(entry.printed, section.item_no) if entry.printed else count or ""
        number = number if number.isalnum() else str(len(found) + 1)
        last = entry.printed
        found.append(
            AttachedPaper(
                section.item_no,
                number,
                title,
                listed_at=passage.first,
                confidence=0.95 if passage.marker or entry.printed or count else 0.8,
                evidence=("bilag section",),
            )
        )
    return found, count


def _is_apart(outline: Outline, line: int) -> bool:
    return outline.is_top(line) or outline.space_above(line) >= 1


def _counts_on(number: str, before: str | None, below: Sequence[Passage]) -> bool:
    """True for the number that a list begins with: the first one, the one behind the last of the list above
    (``before``), or one with the next right below it."""
    if before is not None and number == next_number(before):
        return True
    after = next((m for passage in below[:1] if (m := _COUNT.match(passage.text)) is not None), None)
    return number in ("A", "1") or (after is not None and after["number"] == next_number(number))


def _is_title(passage: Passage) -> bool:
    """True for a passage that may be an entry of a list of titles that runs over a page."""
    return len(passage.text) <= _LONGEST_TITLE and not _is_prose(passage.text) and not ends_in_values(passage.text)


_LONGEST_TITLE = 160


def _read(title: str, item_no: str, place: int, *, rows: bool) -> _Read:
    """An entry taken apart; ``place`` is its place in the list, ``rows`` says that the list is set as a table."""
    number: str | None = None
    if rows and (row := _ROW.match(title)) is not None and int(row["number"]) == place:
        title = _DOCUMENT.sub("", title[row.end() :])
    elif (own := _OWN.match(title)) is not None and own["item"] == item_no:
        title, number = title[own.end() :], own["place"] or own["sign"] or own["letter"]
    elif (document := _DOK.match(title)) is not None:
        return _Read(title[document.end() :], document["number"], True)
    label = attachment_label(title) if title[:1] in "pP" else ATTACHMENT_LABEL.match(title)
    labelled = label is not None and label["number"] is not None
    if colon := _NUMBERED.match(title):
        return _Read(title[colon.end() :], colon["number"], labelled)
    if label and (label["number"] or label["end"].strip()) and label["title"].strip():
        return _Read(label["title"].strip(), label["number"], labelled)
    return _Read(title, number, labelled)


def _begins_anew(outline: Outline, passage: Passage, printed: str | None, last: str | None, item_no: str) -> bool:
    """True for a label that names another item, or whose number starts anew apart from the list: a bilag itself."""
    if named_item(passage.text) not in (None, item_no):
        return True
    fallen = bool(printed and last and printed.isdecimal() and last.isdecimal()) and int(printed or 0) <= int(
        last or 0
    )
    return fallen and outline.space_above(passage.first) >= 1


def _tells_of_meeting(text: str) -> bool:
    """True for a line that says something of the meeting or the case: who is absent, the case number."""
    head, colon, _ = text.partition(":")
    return (bool(colon) and head.strip(" .").lower() in MEETING_LABELS) or parse_case_line(text) is not None


def _heads(outline: Outline, last: AttachedPaper, prose: Passage) -> bool:
    """True where the last entry of a list without bullets stands clear of those above it and right above text: it
    heads the text."""
    line = last.listed_at
    return line is not None and outline.space_above(line) >= 1 > outline.space_above(prose.first)


def _runs_on(outline: Outline, passage: Passage) -> bool:
    """True for the second line of an entry."""
    first = passage.first
    if passage.text[:1] == "p" and named_item(passage.text) is not None:
        return False  # «pkt 02 bilag 2 - Kort»
    return passage.text[:1].islower() and not outline.is_top(first) and outline.space_above(first) < 1


def _without_end(title: str) -> str:
    """The title without its full stop, unless that is of an abbreviation."""
    if len(title) > 3 and title.endswith(".") and title[-3:].lower() not in ("mv.", "kl.", "nr."):
        return title[:-1]
    return title


def _is_prose(text: str, *, weak: bool = False) -> bool:
    """True for a sentence; below a heading that others than lists have (``weak``) a full stop ends one."""
    return text.endswith(".") and (weak or not FINITE_VERBS.isdisjoint(text.lower().split()))
