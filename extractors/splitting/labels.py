"""Labels of bilag: ``Bilag 1: …``, alone, in a list or on top of the bilag itself."""

from __future__ import annotations

import re

from extractors.splitting.item_numbers import PREFIX
from extractors.splitting.words import FINITE_VERBS
from extractors.text.words import DANGLING

_OF_ITEM = rf"(?:(?i:{PREFIX})\.?\s(?:nr\.?\s)?\d{{1,2}}(?:\.\d{{1,2}})?|\d{{1,2}}\.\d{{1,2}})(?!\.?\d)"
"""The item as the label of a bilag names it: ``punkt 2.3``, ``pkt. nr. 4``, ``2.3``."""

ATTACHMENT_LABEL = re.compile(
    r"(?:Under)?(?:Bilag|BILAG|Appendiks|Appendix|Annex)(?:\s*(?:nr\.?\s*)?(?P<number>\d{1,3}(?:\.\d{1,2}){0,3}[a-zA-Z]?|[A-H]|[IVX]{1,5})\b)?"
    rf"(?:\s(?:af\s\d{{1,2}}\b|(?:til|under)\s{_OF_ITEM}))?"
    r"(?P<end>\s*[:.)]|\s+[-–—]|(?=\s|$))\s*(?P<title>.*)"
)
"""``Bilag 1: …``, ``Bilag A – …``, ``BILAG 2 …``, ``Bilag 1 til punkt 2.3: …``, ``Bilag 1 af 3``; number and title
may be missing."""

_ITEM_BEFORE = re.compile(rf"{_OF_ITEM}\s*[,:;–-]?\s+(?=[Bb]ilag\s*(?:nr\.?\s*)?\d)")
"""``Punkt 2.3, bilag 1: …``: the item before the label of its bilag, on top of a page."""

_GOES_ON_IN_PROSE = FINITE_VERBS | DANGLING
_ITEM_STARTS = frozenset("PpDdSs0123456789")


def attachment_label(text: str) -> re.Match[str] | None:
    """The label that a line begins with, be the item named before it (``Punkt 2.3, bilag 1``); None where a
    sentence speaks of a bilag (``Bilag 1 viser, at …``)."""
    if text[:1] in _ITEM_STARTS and (named := _ITEM_BEFORE.match(text)) is not None:
        text = text[named.end() :]
        text = text[0].upper() + text[1:]
    m = ATTACHMENT_LABEL.match(text)
    if m is None or m["end"].strip() or m["title"].split(" ", 1)[0].rstrip(",") not in _GOES_ON_IN_PROSE:
        return m
    return None


def names_bilag(text: str) -> bool:
    """True for a line that is the entry of a list of bilag: its label, set off from the title behind it."""
    m = ATTACHMENT_LABEL.match(text) if text[:1] in "BAU" else None
    return m is not None and bool(m["number"] and m["end"].strip() and m["title"].strip())


def own_number(label: str, item_no: str) -> str:
    """The number of a bilag within its item: ``1`` of ``Bilag 2.4.1`` under item 2.4."""
    return label.removeprefix(item_no + ".")
