"""Roles, bodies and seats as sentences about appointments name them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from extractors.text.signs import sign, signs_of

ROLES: dict[str, str] = {
    "formand": "formand", "formænd": "formand", "næstformand": "næstformand", "næstformænd": "næstformand",
    "medformand": "medformand", "medformænd": "medformand", "viceformand": "viceformand", "medlem": "medlem",
    "medlemmer": "medlem", "repræsentant": "repræsentant", "repræsentanter": "repræsentant",
    "suppleant": "suppleant", "suppleanter": "suppleant", "stedfortræder": "stedfortræder",
    "stedfortrædere": "stedfortræder", "observatør": "observatør", "observatører": "observatør",
    "tovholder": "tovholder", "tovholdere": "tovholder", "kandidat": "kandidat", "kandidater": "kandidat",
    "forperson": "forperson", "forpersoner": "forperson", "delegeret": "delegeret", "delegerede": "delegeret",
}  # fmt: skip
"""Words for a role in a body, singular and plural, with the singular."""

COUNTS: dict[str, int] = {
    "en": 1, "et": 1, "én": 1, "ét": 1, "to": 2, "tre": 3, "fire": 4, "fem": 5, "seks": 6, "syv": 7, "otte": 8,
    "ni": 9, "ti": 10, "ny": 1, "nyt": 1,
}  # fmt: skip
"""Number words before the role of seats to be filled."""

MOST_SEATS = 40
"""More seats than this are no seats of one body but a number that was misread."""

BODIES = (
    "bestyrelsen", "gruppen", "rådet", "udvalget", "repræsentantskabet", "fællesskabet", "selskabet", "nævnet",
    "kredsen", "komitéen", "komiteen", "kommissionen", "forummet", "netværket", "panelet", "klyngen",
)  # fmt: skip
"""Common nouns for a body, as they end; what stands before them in one word may be anything."""

APPOINT = re.compile(
    r"\b(?:gen)?(?:udpeg(?:er|e|et|ede|es|edes|ning(?:en)?|else)|opstil(?:les|let|lede))\b|\b(?:gen)?valgte?\b|\b(?:gen)?vælge[rs]?\b"
    r"|\bkonstituere(?:r|de)\ssig\b|\b(?:afløser|indtræder)\b",
    re.IGNORECASE,
)
"""Words that speak of appointing."""

DONE = re.compile(
    r"\b(?:gen)?(?:udpeg(?:et|ede|es|edes|er|e)|udnævn(?:t|te|tes|es|er)|nominere(?:t|de|s|des|r)"
    r"|opstil(?:les|let|lede))\b"
    r"|\b(?:gen)?valgt(?:e|es)?\b|\b(?:gen)?vælge[rs]?\b|\bkonstituere(?:r|de)\ssig\smed\b",
    re.IGNORECASE,
)
"""Forms that say of a person that they are appointed."""

SUCCEEDS = re.compile(r"\b(?:afløser|afløste|erstatter|erstattede|indtræder|indtrådte)\b", re.IGNORECASE)
"""Verbs whose subject takes a seat."""

_MAY_APPOINT = sign(
    "udpeg", "udnævn", "nominere", "valgt", "vælge", "konstituere", "afløs", "erstatte", "indtr", "opstil"
)

_ACTIVE = re.compile(
    r"(?:udpege|udpeger|udpegede|udnævner|udnævnte|nominerer|nominerede|valgte|vælger?|sig\smed)\Z", re.IGNORECASE
)
_HAS = re.compile(r"\b(?:har|havde)\s(?:\w+\s){0,2}\Z", re.IGNORECASE)
_ROLE_WORD = "|".join(sorted(ROLES, key=len, reverse=True))
_ROLE = rf"(?:(?:\d{{1,2}}\s)?(?:[a-zæøåé-]+\s){{0,3}}?)?(?:[a-zæøå]*?)(?:{_ROLE_WORD})"
_SORT = (
    r"(?:de[nt]\s(?:[a-zæøå]+[es]\s){1,2})?[a-zæøå-]*"
    r"(?:netværk|udvalg|råd|gruppe|forum|nævn|bestyrelse|komité|kommission|klynge)\sfor\b"
)
"""A body by its common noun and what it is for: ``den fælles styregruppe for cykelstier``."""
_BODY_START = rf"(?:regionens|{_SORT}|[a-zæøåA-ZÆØÅ-]*(?:{'|'.join(BODIES)})\b|[A-ZÆØÅ])"
_AS_ROLE = re.compile(
    rf"\b(?:[Ss]om|til)\s(?P<role>{_ROLE})(?!\w)(?=(?:\s(?:for|i|af|til)\s(?P<body>{_BODY_START}[^.;:]{{0,200}}))?)"
)
_TO_BODY = re.compile(rf"\btil\s(?P<body>{_BODY_START}[^.;:]*)")
_TO_FIRST = re.compile(rf"Til\s(?P<body>{_BODY_START}(?:(?!\s(?:udpeg|vælg|valgt|har\s))[^.;:])*)")
_IN_BODY = re.compile(rf"\bi\s(?P<body>(?![^,.;:()]{{0,40}}\b[Kk]ommune\b){_BODY_START}[^.;:]*)")
_SEATS = re.compile(
    rf"\b(?:gen)?(?:udpeg(?:er|es|e)|vælge[rs]?)\s(?P<roles>{_ROLE}(?:(?:,\s|,?\s(?:og|samt)\s){_ROLE})*)(?!\w)"
    rf"(?:\s(?:for|til|i|af)\s(?P<body>[^.;:]+)|(?=\s(?:blandt|efter|i\sstedet\sfor)\s|\.?\Z))"
)
_PARTED = re.compile(r",\s|,?\s(?:og|samt)\s")
_TITLE_BODY = re.compile(
    rf"(?:\b(?:gen)?(?:udpegning(?:er)?|valg|suppleringsvalg|indstilling(?:er)?|nominering(?:er)?)\b[^.:;]{{0,80}}?"
    rf"\s(?:til|i)\s|\b(?:{_ROLE_WORD})\s(?:til|af|i|for)\s)(?P<body>{_BODY_START}[^.;:]*)",
    re.IGNORECASE,
)
_BODY_END = re.compile(
    rf",?\s(?:blandt|der|som|fra|for\s(?:perioden|resten|tiden|valgperioden|(?:\d|{'|'.join(COUNTS)})\s(?:år|måneder))|i\s(?:perioden|stedet)|for\sden|frem\stil"
    r"|indtil|pr\.|med|på|samt|og\sat|jf\.|den|efter|at|i\s20\d\d)\b|,\s(?!Region\b)|\s\(|\s[–-]\s"
    r"|\sog\s[A-ZÆØÅ][^.;:]{0,80}\ssom\s"
    r"|\s(?:udpeges|genudpeges|vælges|genvælges|indstilles|udpegede|valgtes|udpegedes)\b"
)
_MEMBERS = re.compile(rf"\b(?P<role>(?:[a-zæøå]*?)(?:{_ROLE_WORD}))(?!\w)", re.IGNORECASE)
_MEMBERS_OF = re.compile(
    rf"(?:{_ROLE_WORD})\s(?:af|i|til|for)\s(?P<body>{_BODY_START}(?:(?!\s(?:er|var|bliver|består)\b)[^.;:])*)",
    re.IGNORECASE,
)
_COMPOSED = re.compile(r"\bbestår\b[^.:]{0,60}\baf\b|\bsammensætning\b|\bsammensat\b", re.IGNORECASE)
_FORMER = re.compile(r"\b(?:tidligere|udtrådte?|afgående|fratrådte?|udtræder|fratræder|afgår)\b", re.IGNORECASE)
_LABEL = re.compile(rf"(?:{_ROLE_WORD}):\s", re.IGNORECASE)
_BESIDE = re.compile(
    rf"(?:,|\(|–|-)\s?(?:som\s)?(?P<role>(?:bestyrelses)?(?:{_ROLE_WORD}))(?=\s*(?:[,;.)]|\Z))", re.IGNORECASE
)

LONGEST_HEADING = 60


class Seats(NamedTuple):
    """Seats of one role that a sentence asks to fill."""

    body: str | None
    role: str
    number: int


class SaidRole(NamedTuple):
    """A role that a sentence gives: ``som formand for Energiudvalget``."""

    start: int
    role: str
    body: str | None


def singular(word: str) -> str:
    """The role in the singular; what stands before it in one word is kept (``bestyrelsesmedlemmer``)."""
    lowered = word.lower()
    for plural in sorted(ROLES, key=len, reverse=True):
        if lowered.endswith(plural):
            return lowered[: len(lowered) - len(plural)] + ROLES[plural]
    return lowered


def body_name(text: str) -> str | None:
    """The name of the body at the beginning of the text."""
    end = _BODY_END.search(text)
    name = text[: end.start()] if end else text
    return name.strip(" ,.:;") or None


def body_after(text: str, position: int) -> str | None:
    """The body that stands behind the position: after «til», else after «i» where that is no municipality."""
    match = _TO_BODY.search(text, position) or _IN_BODY.search(text, position) or _TO_FIRST.match(text)
    return body_name(match["body"]) if match else None


def said_roles(text: str) -> list[SaidRole]:
    """The roles that the sentence gives, in order."""
    return [
        SaidRole(m.start(), singular(m["role"].split()[-1]), body_name(m["body"]) if m["body"] else None)
        for m in _AS_ROLE.finditer(text)
    ]


def may_appoint(text: str) -> bool:
    """False where the text holds no verb of :data:`APPOINT`, :data:`DONE` or :data:`SUCCEEDS` for certain."""
    return bool(signs_of(text) & _MAY_APPOINT)


def is_active(text: str, done: re.Match[str]) -> bool:
    """True where the verb of :data:`DONE` has the one who appoints as its subject."""
    if _ACTIVE.search(done.group()):
        return True
    return _HAS.search(text[max(0, done.start() - 40) : done.start()]) is not None


def seats_to_fill(text: str) -> Iterator[Seats]:
    """The seats of a sentence that asks to fill them: ``udpeger to medlemmer og en suppleant til Xx``."""
    match = _SEATS.search(text)
    if match is None:
        return
    body = body_name(match["body"]) if match["body"] and not match["body"].startswith(_TERMS) else None
    for part in _PARTED.split(match["roles"]):
        words = part.split()
        if "følgende" in words:
            continue  # who they are stands in the list below
        number = words[0].lower()
        count = 1
        if len(words) > 1 and (number.isdecimal() or number in COUNTS):
            count = int(number) if number.isdecimal() else COUNTS[number]
            words = words[1:]
        if len(words) > 1 and words[0].lower() in ("ny", "nyt", "nye"):
            words = words[1:]
        if count <= MOST_SEATS:
            role = singular(words[-1])
            yield Seats(body, " ".join([*(_agreeing(word, role) for word in words[:-1]), role]), count)


_TERMS = ("resten af", "perioden", "valgperioden", "den ", "en ", "et ", "hele ")
"""What a seat is filled for beside a body: ``et medlem for resten af perioden``."""


def _agreeing(adjective: str, role: str) -> str:
    """The adjective in the singular: ``kommunale`` of members is ``kommunalt`` of one."""
    if not adjective.endswith(("ale", "elle")):
        return adjective
    base = adjective.removesuffix("e").removesuffix("l") + "l" if adjective.endswith("elle") else adjective[:-1]
    return f"{base}t" if role.endswith("medlem") else base


def body_of_title(title: str) -> str | None:
    """The body that the title of an item about appointments names: ``Udpegning af medlem til Xx``."""
    match = _TITLE_BODY.search(title)
    return body_name(match["body"]) if match else None


def listed_members(text: str, *, list_follows: bool) -> SaidRole | None:
    """Role and body of the members that a sentence ending in a colon, or a short heading over a list, announces;
    None for other text and for members who leave."""
    heading = list_follows and len(text) <= LONGEST_HEADING and not text.endswith(".")
    if not (text.endswith(":") or heading) or _FORMER.search(text):
        return None
    roles = list(_MEMBERS.finditer(text))
    if not roles:
        return SaidRole(0, "medlem", None) if text.endswith(":") and _COMPOSED.search(text) else None
    of = _MEMBERS_OF.search(text)
    return SaidRole(0, singular(roles[0]["role"]), body_name(of["body"]) if of else None)


def starts_with_role(text: str) -> bool:
    """True for a line such as ``Suppleant: Xx Yy``."""
    return _LABEL.match(text) is not None


def heads_role(text: str) -> str | None:
    """The role that heads a list of names and is all of its line: ``Stedfortrædere:``."""
    return ROLES.get(text[:-1].strip().lower()) if text.endswith(":") else None


def leading_role(text: str) -> str | None:
    """The role that the text before a name ends with: ``Formand``, ``Suppleant:``."""
    words = text.rstrip(" :,–-").split()
    return ROLES.get(words[-1].lower()) if words else None


def role_beside(text: str) -> str | None:
    """A role that stands alone in the text behind a person: ``, borgmester i Xx Kommune, formand``; the last one,
    and no compound, which is an office elsewhere (``udvalgsformand``)."""
    roles = [singular(match["role"]) for match in _BESIDE.finditer(text)]
    return roles[-1] if roles else None
