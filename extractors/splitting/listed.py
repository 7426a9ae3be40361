"""The bilag that an agenda lists under an item's «Bilag» heading."""

from __future__ import annotations

import re

from extractors.splitting.outline import Outline
from extractors.splitting.titles import ATTACHMENT_LABEL
from extractors.text.joining import passages
from schemas.packet import AttachedPaper, SectionPart, Span

_NONE = re.compile(
    r"(?:der er )?(?:ingen|intet|ikke|uden)(?: (?:bilag|vedlagt|relevant|vedhæftede?))*\.?|-+|–|eftersendes\.?"
    r"|bilag eftersendes\.?|bilag:?",
    re.IGNORECASE,
)
"""What stands under the heading where nothing is attached."""

_UNSET = object()
_BULLET = re.compile(r"^[–—•▪·*-]\s+")
_NUMBERED = re.compile(
    r"(?P<number>\d{1,2})(?:\s?:|\.?\s+\(?(?:åben|lukket|fortrolig)t?\)?(?=\s))\s+(?=\S)", re.IGNORECASE
)
"""``1: Fordelingsnøgle``, ``1 (Åben) Fordelingsnøgle``."""
_SENTENCE = re.compile(r"[a-zæøå]{3,}\. [A-ZÆØÅ][a-zæøå]+ ")


def listed_attachments(outline: Outline, section: SectionPart) -> list[AttachedPaper]:
    """The entries of the list in a «Bilag» section, numbered in their order; each is listed only."""
    heading = section.span.first
    if section.span.last <= heading:
        return []
    span = Span(heading + 1, section.span.last)
    found: list[AttachedPaper] = []
    style: object = _UNSET
    for passage in passages(outline.document, span, outline.furniture):
        if passage.kind != "text":
            continue
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
        if len(title) > 3 and title.endswith(".") and title[-3:].lower() not in ("mv.", "kl.", "nr."):
            title = title[:-1]
        if not title or _NONE.fullmatch(title) or len(title) > 400 or _SENTENCE.search(title):
            continue
        if title.isdecimal():  # the number of the page, which ends above
            break
        number = (
            printed if printed and printed.isdecimal() and int(printed) == len(found) + 1 else str(len(found) + 1)
        )
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
