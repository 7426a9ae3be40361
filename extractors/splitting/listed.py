"""The bilag that an agenda lists under an item's «Bilag» heading, or behind it on its line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from extractors.splitting.likeness import SAME_TITLE, likeness
from extractors.splitting.outline import Outline
from extractors.splitting.sections import run_in
from extractors.splitting.titles import ATTACHMENT_LABEL, names_bilag
from extractors.splitting.words import FINITE_VERBS
from extractors.text.joining import Passage, passages, slice
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

_UNSET = object()
_BULLET = re.compile(r"^[–—•▪·*-]\s+")
_NUMBERED = re.compile(
    r"(?P<number>\d{1,2})(?:\s?:|\.?\s+\(?(?:åben|lukket|fortrolig)t?\)?(?=\s))\s+(?=\S)", re.IGNORECASE
)
"""``1: Fordelingsnøgle``, ``1 (Åben) Fordelingsnøgle``."""
_SENTENCE = re.compile(r"[a-zæøå]{3,}\. [A-ZÆØÅ][a-zæøå]+ ")
_NEXT_IN_LINE = re.compile(r"[,;.]?\s+(?:og\s)?(?=Bilag\s(?:nr\.\s)?\d{1,2}\s?[:.–-])")
_COUNTED = re.compile(r"(?:\A|\s)(?P<number>\d{1,2})[.):]\s+(?=[A-ZÆØÅ])")
_APART = 2.5
"""Blank lines behind which something other than a list's next entry stands."""


def listed_attachments(outline: Outline, section: SectionPart) -> list[AttachedPaper]:
    """The entries of the list in a «Bilag» section, numbered in their order; each is listed only.

    A list keeps to its form: it ends where bullets, numbers or labels (``Bilag 2: …``) end, where a blank stretch
    or a sentence comes, and where a label comes again, which opens the bilag itself.
    """
    found: list[AttachedPaper] = []
    style: object = _UNSET
    labels = 0
    for passage in _entries(outline, section):
        kind = (passage.marker or "")[:1].isdecimal() if passage.marker else None
        if style is not _UNSET and kind != style and style is not None:
            break  # a list keeps to its bullets: what comes without is the text behind it
        style = kind if style is _UNSET else style
        title = _BULLET.sub("", passage.text.strip())
        label = ATTACHMENT_LABEL.match(title)
        printed = None
        if colon := _NUMBERED.match(title):
            title, printed = title[colon.end() :], colon["number"]
        elif label and (label["number"] or label["end"].strip()) and label["title"].strip():
            title, printed = label["title"].strip(), label["number"]
        named = label is not None and label["number"] is not None
        if found and not outline.is_top(passage.first) and outline.space_above(passage.first) > _APART:
            break
        if labels and labels == len(found) and not named:
            break
        if named and any(likeness(title, paper.title or "") >= SAME_TITLE for paper in found):
            break
        if passage.marker is None and not named and _is_prose(title):
            break
        title = _SENT.sub("", title)
        if len(title) > 3 and title.endswith(".") and title[-3:].lower() not in ("mv.", "kl.", "nr."):
            title = title[:-1]
        if not title or _NONE.fullmatch(title) or len(title) > 400 or _SENTENCE.search(title):
            continue
        if _ELSEWHERE.match(title):
            continue
        if title.isdecimal():  # the number of the page, which ends above
            break
        number = (
            printed if printed and printed.isdecimal() and int(printed) == len(found) + 1 else str(len(found) + 1)
        )
        labels += named
        found.append(
            AttachedPaper(
                section.item_no,
                number,
                title,
                listed_at=passage.first,
                confidence=0.95 if passage.marker or printed else 0.8,
                evidence=("bilag section",),
            )
        )
    return found


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
    texts = [passage for passage in below if passage.kind == "text"]
    for place, passage in enumerate(texts):
        if place == 0 and heading is not None and (opened := run_in(passage.text)) is not None:
            passage = slice(passage, opened.end(), len(passage.text))
            entries = _in_line(passage)
            if len(entries) == 1 and (marker := read_marker(passage.text)) is not None:
                entries = [replace(slice(passage, marker.end, len(passage.text)), marker=marker.text)]
            yield from entries
        else:
            yield from _in_line(passage)


def _in_line(passage: Passage) -> list[Passage]:
    """The bilag that one line names: ``1. Budget 2. Takster``, ``Bilag 1: Budget, Bilag 2: Takster``."""
    text = passage.text
    cuts = [m.end() for m in _NEXT_IN_LINE.finditer(text)] if "Bilag" in text[1:] else []
    if not cuts and (counted := list(_COUNTED.finditer(text))) and len(counted) > 1:
        numbers = [int(m["number"]) for m in counted]
        if counted[0].start() == 0 and numbers == list(range(1, len(numbers) + 1)):
            bounds = [*(m.end() for m in counted)]
            ends = [*(m.start() for m in counted[1:]), len(text)]
            return [slice(passage, start, end) for start, end in zip(bounds, ends, strict=True)]
    if not cuts:
        return [passage]
    return [_without_comma(slice(passage, start, end)) for start, end in pairwise([0, *cuts, len(text)])]


def _without_comma(part: Passage) -> Passage:
    end = len(part.text.rstrip(" ,;").removesuffix(" og").rstrip(" ,;"))
    return slice(part, 0, end) if end < len(part.text) else part
