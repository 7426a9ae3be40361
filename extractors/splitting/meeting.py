"""Whose meeting it is and when, from lines that name both or stand behind a label.

``Kulturudvalget – Referat – 3. maj 2027``, ``Udvalg: Byrådet``; and, where the cover does not tell, the
headings over what was decided: ``Beslutning i Byrådet den 3. maj 2027``.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from datetime import date

from extractors.language.dates import find_dates
from extractors.splitting.outline import Outline
from extractors.splitting.words import BODY_WORDS, COVER_BODY

PAPER_OF = r"(?:dagsorden|referat|protokol|mødesager)"
"""What a meeting is the paper of."""

_DAY = r"\d{1,2}[. ]*[./ -] ?(?:\d{1,2}|[a-zæøå]{3,9}\.?)[., /-]* ?(?:19|20)\d\d"
_CLOCK = r"(?:[\s,–-]*(?:kl(?:\.|okken)? ?)?\d{1,2}[:.]\d\d(?::\d\d)?(?: ?[-–] ?\d{1,2}[:.]\d\d)?)?"
_WEEKDAY = r"(?:(?:man|tirs|ons|tors|fre|lør|søn)dag,? )?(?:(?:den|d\.) )?"
_BEFORE = re.compile(
    rf"^(?:Åbent |Åben )?{PAPER_OF} *(?:[–•-] *|(?:fra|for|af|til) (?:møde[rt]? i )?)?"
    rf"|^(?:til )?møde[rt]? i |^{PAPER_OF} til mødet i ",
    re.IGNORECASE,
)
"""What stands before the body on its line: ``Referat – ``, ``Møde i ``."""
_BEHIND = re.compile(
    rf"(?:[\s,|–•-]+{PAPER_OF})?(?: (?:fra|til|af|for) møde[rt]?)?(?: møde)?[\s,|–•-]*{_WEEKDAY}{_DAY}{_CLOCK}\.?$"
    rf"|[\s,|]+[–•-]? *{PAPER_OF}(?: [–•-].*)?$",
    re.IGNORECASE,
)
"""What stands behind it: `` – Referat – 3. maj 2027``, `` mandag den 3. maj 2027 kl. 16.30``."""
_NAME = re.compile(
    r"(?:(?:Det|Den) )?(?:[A-ZÆØÅ][\wæøåÆØÅé]*-?,? (?:(?:og|&|samt) )?){0,4}?[\wÆØÅæøå-]*"
    r"(?i:råd|udvalg|bestyrelse|klynge|kreds|forum|nævn|repræsentantskab|kommission|magistrat|repræsentation)"
    r"(?:et|en|n)?(?: for [a-zæøåA-ZÆØÅ,&/ -]{3,50})?(?: (?:19|20)\d\d ?[-–] ?(?:19|20)\d\d)?"
)
"""Names of bodies, perhaps with the years that it is elected for."""
_LONGEST = 80

_LABEL = re.compile(r"(?:Udvalg|UDVALG|Mødeforum|Råd/udvalg)(?P<sign>\s*:)?(?:\s+(?P<name>[A-ZÆØÅ].*))?")
_HOLDS_BODY = re.compile(r"råd|udvalg|bestyrelse|nævn|kommission|magistrat|repræsentation", re.IGNORECASE)
_REACH = 30

_ALONE = re.compile(rf"{_WEEKDAY}{_DAY}{_CLOCK}\.?", re.IGNORECASE)

_DECIDED = re.compile(
    r"(?:Beslutning(?:er)?(?: (?:i|fra|af))? (?P<body>[A-ZÆØÅ][^:.]{3,70}?),?"
    r"|(?P<whose>[A-ZÆØÅ][^:.]{3,70}?)s beslutning)"
    rf"[\s,]+{_WEEKDAY}(?P<day>{_DAY})(?:,? (?:pkt\.|punkt|sag)\s?(?:nr\. )?\d+)?\s?[:.]?"
)
"""``Beslutning i Byrådet den 3. maj 2027:``, ``Forretningsudvalgets beslutning den 3. maj 2027``."""


_AT_POINT = re.compile(
    rf"(?P<body>[A-ZÆØÅ][^:.]{{3,70}}?),(?P<whose>) {_WEEKDAY}(?P<day>{_DAY}), pkt\. (?P<point>\d{{1,3}}):?"
)


def names_body(text: str) -> bool:
    """True where the text is the name of a body that meets."""
    text = text.capitalize() if text.isupper() else text
    first = text.split(maxsplit=1)[0].casefold() if text else ""
    if (
        text.casefold() in _NOBODY
        or text in _NOBODY_SMALL
        or first in _NO_NAMES
        or first.endswith("ernes")
        or text.endswith(_BROKEN)
    ):
        return False
    if BODY_WORDS.fullmatch(text):
        return True
    return len(text) < _LONGEST and bool(COVER_BODY.fullmatch(text) or _NAME.fullmatch(text))


_BROKEN = (" og", " for", " &", ",", "-")
"""What a name ends in that goes on below."""

_NOBODY = frozenset({"udvalget", "udvalg", "rådet", "råd", "kommissionen", "nævnet"})
"""Words for a body that only its own papers call so."""

_NOBODY_SMALL = frozenset({"bestyrelsen", "klyngen", "kredsen", "forummet", "repræsentantskabet"})
"""Such words that are names where they stand alone, with a capital."""

_NO_NAMES = frozenset(
    {"forelagt", "nyt", "for", "til", "fra", "godkendt", "behandlet", "drøftet", "vedtaget", "orientering"}
)
"""First words of what is said of a body: ``Forelagt bestyrelsen``."""


def body_of_line(text: str) -> str | None:
    """The body that a line of the cover names, be it with the kind of paper and the day; None where it does not."""
    if not 4 < len(text) < 2 * _LONGEST:
        return None
    name = _BEHIND.sub("", _BEFORE.sub("", text)).strip(" ,–-")
    return name if name and names_body(name) else None


def labelled_body(outline: Outline, cover: Sequence[int]) -> str | None:
    """The body behind the label ``Udvalg:``, on its line or on the next one; None where there is no such label."""
    for index in cover[:_REACH]:
        m = _LABEL.fullmatch(outline.text(index))
        if m is None:
            continue
        name = m["name"]
        if name is None:
            below = outline.next_printed(index)
            name = outline.text(below) if below is not None and below in cover else ""
            if _HOLDS_BODY.search(name) and len(name) < _LONGEST and name[-1:] not in ".:":
                return name
        elif names_body(name):
            return name
    return None


def decided_by(outline: Outline, numbers: Collection[str]) -> list[tuple[str, date]]:
    """The bodies and days in headings over what was decided, in order; each pair once. A heading without the word
    (``Kulturudvalget, 03-05-2027, pkt. 12``) is of this meeting where it tells one of the ``numbers`` of items."""
    found: dict[tuple[str, date], None] = {}
    for text in outline.printed_texts:
        if len(text) > 2 * _LONGEST or not ("eslutning" in text or "pkt. " in text):
            continue
        m = _DECIDED.fullmatch(text)
        if m is None and ((m := _AT_POINT.fullmatch(text)) is None or m["point"] not in numbers):
            continue
        name, day = m["body"] or m["whose"], full_date(m["day"])
        if day is not None and names_body(name):
            found[name, day] = None
    return list(found)


def is_day(text: str) -> bool:
    """True for a line that is nothing but a day, perhaps with weekday and clock: ``09-05-2027 kl. 13:00``."""
    return len(text) < _LONGEST and text[-1:] in _DAY_ENDS and _ALONE.fullmatch(text) is not None


_DAY_ENDS = frozenset("0123456789.")


def full_date(text: str) -> date | None:
    """The only full date of a text; None where it holds none or two."""
    days = {found.norm for found in find_dates(text) if re.fullmatch(r"\d{4}-\d{2}-\d{2}", found.norm)}
    return date.fromisoformat(days.pop()) if len(days) == 1 else None
