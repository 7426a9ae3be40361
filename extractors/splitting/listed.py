"""The bilag that an agenda lists under an item's «Bilag» heading, or behind it on its line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from extractors.splitting.labels import ATTACHMENT_LABEL, named_item, names_bilag
from extractors.splitting.likeness import SAME_TITLE, likeness
from extractors.splitting.outline import Outline
from extractors.splitting.sections import run_in
from extractors.splitting.titles import parse_case_line
from extractors.splitting.words import FINITE_VERBS, MEETING_LABELS
from extractors.text.joining import Passage, passages, slice
from extractors.text.lone_marks import joined_marks
from extractors.text.markers import read_marker
from schemas.packet import AttachedPaper, SectionPart, Span

_NONE = re.compile(
    r"(?:der er )?(?:ingen|intet|ikke|uden)(?: (?:bilag|vedlagt|vedhæftet|relevant|vedhæftede?))*"
    r"(?: (?:til|i|på|under) (?:sagen|punktet|dette punkt|denne sag))?\.?|-+|–|nej\.?"
    r"|(?:bilag )?(?:eftersendes|udleveres på mødet|omdeles på mødet|fremsendes senere)\.?|bilag:?"
    r"|(?:link til|hent|åbn|vis|se|download)(?: alle)? bilag(?:et|ene)?:?",
    re.IGNORECASE,
)
"""What stands under the heading where nothing is attached, or before the bilag themselves."""

_ELSEWHERE = re.compile(
    r"(?:der henvises til|se|jf\.?|samme som) (?:også )?(?:bilag\w*|punkt|pkt|sag|dagsordens?punkt)\b", re.I
)
"""What refers to the bilag of another item."""

_SENT = re.compile(
    r"\s*\([^()]*\b(?:ved(?:lagt|hæftet)|(?:ud|efter|frem)send(?:t|es)|om(?:delt|deles)|udlever(?:et|es)|særskilt)\b[^()]*\)\s*\Z",
    re.IGNORECASE,
)
"""``(udsendt særskilt)``, ``(ikke vedhæftet)`` behind a title: how the bilag is sent is no part of it."""

_TABLE_HEAD = re.compile(
    r"(?:(?:bilags?|lb\.?|løbe)?-?\s?(?:nr|nummer)\.?\s)?(?:titel|navn|bilag|dokument|dokumentnavn|dokumenttitel|filnavn|emne)"
    r"(?:\s(?:dok\w*\.?(?:\s?nr\.?)?|sagsnr\.?|journalnr\.?|dato|type|status|filnavn|side))*",
    re.IGNORECASE,
)
"""The heads of a list that is set as a table: ``Nr. Titel Dokumentnr.``."""

_OWN = re.compile(r"(?P<item>\d{1,3}(?:\.\d{1,2})?)\.\d{1,2}\.?\s+(?=[A-ZÆØÅ])")
"""``2.1 Fordelingsnøgle`` under item 2: the number of the item before that of the bilag."""

_ROW = re.compile(r"(?P<number>\d{1,2})\s+(?=[A-ZÆØÅ])")
_DOCUMENT = re.compile(r"\s+(?:[A-Z]{1,3}\d{4}-)?\d{2,}(?:[/-]\d{2,})*\Z")
"""The number of a document behind its title, in the last column of such a table."""

_UNSET = object()
_BULLET = re.compile(r"^[–—•▪·*-]\s+")
_NUMBERED = re.compile(
    r"(?P<number>\d{1,2})(?:\s?:|\.?\s+\(?(?:åben|lukket|fortrolig)t?\)?(?=\s))\s+(?=\S)", re.IGNORECASE
)
"""``1: Fordelingsnøgle``, ``1 (Åben) Fordelingsnøgle``."""
_SENTENCE = re.compile(r"[a-zæøå]{3,}\. [A-ZÆØÅ][a-zæøå]+ ")
_NEXT_IN_LINE = re.compile(r"[,;.]?\s+(?:og\s)?(?=Bilag\s(?:nr\.\s)?\d{1,2}\s?[:.–-])")
_SEMICOLON = re.compile(r";\s+(?=[A-ZÆØÅ])")
_COUNTED = re.compile(r"(?:\A|\s)(?P<number>\d{1,2})[.):]\s+(?=[A-ZÆØÅ])")
_APART = 2.5
"""Blank lines behind which something other than a list's next entry stands."""


class _Read(NamedTuple):
    """An entry without bullet, label and number: its title, the number printed, whether a label stands there."""

    title: str
    printed: str | None
    labelled: bool


def listed_attachments(outline: Outline, section: SectionPart) -> list[AttachedPaper]:
    """The entries of the list in a «Bilag» section, numbered in their order; each is listed only.

    A list keeps to its form: it ends where bullets, numbers or labels (``Bilag 2: …``) end, where a blank stretch
    or a sentence comes, and where a label comes again, which opens the bilag itself. What goes on in lower case is
    the second line of an entry.
    """
    found: list[AttachedPaper] = []
    style: object = _UNSET
    labels, rows = 0, False
    last: str | None = None
    for passage in _entries(outline, section):
        kind = (passage.marker or "")[:1].isdecimal() if passage.marker else None
        title = _BULLET.sub("", passage.text.strip())
        marked = style is not _UNSET and style is not None
        if found and (marked or labels) and kind is None and _runs_on(outline, passage):
            found[-1] = replace(found[-1], title=_without_end(outline.join([found[-1].title or "", title])))
            continue
        if marked and kind != style:
            break  # a list keeps to its bullets: what comes without is the text behind it
        style = kind if style is _UNSET else style
        if not found and not rows and " " in title and _TABLE_HEAD.fullmatch(title):
            rows = True
            continue
        entry = _read(title, section.item_no, len(found) + 1, rows=rows)
        if found and not outline.is_top(passage.first) and outline.space_above(passage.first) > _APART:
            break
        if labels and labels == len(found) and not entry.labelled:
            break
        if entry.labelled and _begins_anew(outline, passage, entry.printed, last, section.item_no):
            break
        if entry.labelled and any(likeness(entry.title, paper.title or "") >= SAME_TITLE for paper in found):
            break
        if passage.marker is None and not entry.labelled and _is_prose(entry.title):
            if len(found) > 1 and style is None and _heads(outline, found[-1], passage):
                found.pop()
            break
        if _tells_of_meeting(title):
            break
        title = _without_end(_SENT.sub("", entry.title))
        if not title or _NONE.fullmatch(title.strip("()")) or len(title) > 400 or _SENTENCE.search(title):
            continue
        if _ELSEWHERE.match(title):
            continue
        if title.isdecimal():  # the number of the page, which ends above
            break
        labels += entry.labelled
        number = str(len(found) + 1)
        last = entry.printed
        found.append(
            AttachedPaper(
                section.item_no,
                number,
                title,
                listed_at=passage.first,
                confidence=0.95 if passage.marker or entry.printed else 0.8,
                evidence=("bilag section",),
            )
        )
    return found


def _read(title: str, item_no: str, place: int, *, rows: bool) -> _Read:
    """An entry taken apart; ``place`` is its place in the list, ``rows`` says that the list is set as a table."""
    if rows and (row := _ROW.match(title)) is not None and int(row["number"]) == place:
        title = _DOCUMENT.sub("", title[row.end() :])
    elif (own := _OWN.match(title)) is not None and own["item"] == item_no:
        title = title[own.end() :]
    label = ATTACHMENT_LABEL.match(title)
    labelled = label is not None and label["number"] is not None
    if colon := _NUMBERED.match(title):
        return _Read(title[colon.end() :], colon["number"], labelled)
    if label and (label["number"] or label["end"].strip()) and label["title"].strip():
        return _Read(label["title"].strip(), label["number"], labelled)
    return _Read(title, None, labelled)


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
    return passage.text[:1].islower() and not outline.is_top(first) and outline.space_above(first) < 1


def _without_end(title: str) -> str:
    """The title without its full stop, unless that is of an abbreviation."""
    if len(title) > 3 and title.endswith(".") and title[-3:].lower() not in ("mv.", "kl.", "nr."):
        return title[:-1]
    return title


def _is_prose(text: str) -> bool:
    return text.endswith(".") and not FINITE_VERBS.isdisjoint(text.lower().split())


def _entries(outline: Outline, section: SectionPart) -> Iterator[Passage]:
    """The passages below the heading, and what stands behind it on its line, be it several bilag."""
    first, last = section.span
    heading = run_in(outline.text(first))
    whole = heading is not None or names_bilag(outline.text(first))
    if not whole and last <= first:
        return
    below = passages(outline.document, Span(first if whole else first + 1, last), outline.furniture)
    texts = [passage for passage in joined_marks(below) if passage.kind == "text"]
    for place, passage in enumerate(texts):
        if place == 0 and heading is not None and (opened := run_in(passage.text)) is not None:
            passage = slice(passage, opened.end(), len(passage.text))
            entries = _in_line(passage, behind=True)
            if len(entries) == 1 and (marker := read_marker(passage.text)) is not None:
                entries = [replace(slice(passage, marker.end, len(passage.text)), marker=marker.text)]
            yield from entries
        else:
            yield from _in_line(passage)


def _in_line(passage: Passage, *, behind: bool = False) -> list[Passage]:
    """The bilag that one line names: ``1. Budget 2. Takster``, ``Bilag 1: Budget, Bilag 2: Takster``, and
    ``behind`` the heading ``Budget; Takster``."""
    text = passage.text
    cuts = [m.end() for m in _NEXT_IN_LINE.finditer(text)] if "Bilag" in text[1:] else []
    if not cuts and (counted := list(_COUNTED.finditer(text))) and len(counted) > 1:
        numbers = [int(m["number"]) for m in counted]
        if counted[0].start() == 0 and numbers == list(range(1, len(numbers) + 1)):
            bounds = [*(m.end() for m in counted)]
            ends = [*(m.start() for m in counted[1:]), len(text)]
            return [slice(passage, start, end) for start, end in zip(bounds, ends, strict=True)]
    if not cuts and behind and ";" in text:
        cuts = [m.end() for m in _SEMICOLON.finditer(text)]
    if not cuts:
        return [passage]
    return [_without_comma(slice(passage, start, end)) for start, end in pairwise([0, *cuts, len(text)])]


def _without_comma(part: Passage) -> Passage:
    end = len(part.text.rstrip(" ,;").removesuffix(" og").rstrip(" ,;"))
    return slice(part, 0, end) if end < len(part.text) else part
