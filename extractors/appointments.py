"""Appointments: who is appointed to which body in which role, and the seats that a meeting is to fill.

A person counts where a sentence says «udpeget» of them, or where they stand in a list under such a sentence. A seat
without a person comes from a recommendation to appoint (``Det indstilles, at KKR Fyn udpeger et medlem til …``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from extractors.joining import Passage, packet_passages, sentences
from extractors.mentions.found import Found
from extractors.mentions.municipalities import find_municipalities
from extractors.mentions.persons import PARTY_LETTERS, find_persons
from schemas.packet import AgendaItem, Packet
from schemas.places import municipality_by_code
from schemas.records import Appointment, Record, place

ROLES: dict[str, str] = {
    "formand": "formand", "formænd": "formand", "næstformand": "næstformand", "næstformænd": "næstformand",
    "medformand": "medformand", "medformænd": "medformand", "viceformand": "viceformand", "medlem": "medlem",
    "medlemmer": "medlem", "repræsentant": "repræsentant", "repræsentanter": "repræsentant",
    "suppleant": "suppleant", "suppleanter": "suppleant", "stedfortræder": "stedfortræder",
    "stedfortrædere": "stedfortræder", "observatør": "observatør", "observatører": "observatør",
    "tovholder": "tovholder", "tovholdere": "tovholder", "kandidat": "kandidat", "kandidater": "kandidat",
    "forperson": "forperson",
}  # fmt: skip
"""Words for a role in a body, singular and plural, with the singular."""

COUNTS: dict[str, int] = {
    "en": 1, "et": 1, "én": 1, "ét": 1, "to": 2, "tre": 3, "fire": 4, "fem": 5, "seks": 6, "syv": 7, "otte": 8,
    "ni": 9, "ti": 10, "ny": 1, "nyt": 1,
}  # fmt: skip
"""Number words before the role of seats to be filled."""

_APPOINT = re.compile(r"\b(?:gen)?udpeg(?:er|e|et|ede|es|ning(?:en)?|edes)\b|\bvalgt\b|\bvælger\b", re.IGNORECASE)
_DONE = re.compile(r"\b(?:gen)?udpeg(?:et|ede|es|edes|er)\b|\bvalgt(?:e)?\b", re.IGNORECASE)
_ROLE_WORD = "|".join(sorted(ROLES, key=len, reverse=True))
_ROLE = rf"(?:(?:[a-zæøå-]+\s){{0,3}}?)?(?:[a-zæøå-]*?)(?:{_ROLE_WORD})"
_BODY_START = r"(?:bestyrelsen|regionens|styregruppen|[Rr]ådet|udvalget|repræsentantskabet|[A-ZÆØÅ])"
_AS_ROLE = re.compile(rf"\bsom\s(?P<role>{_ROLE})(?!\w)(?:\s(?:for|i|af|til)\s(?P<body>{_BODY_START}[^.;:]*))?")
_TO_BODY = re.compile(rf"\b(?:til|i)\s(?P<body>{_BODY_START}[^.;:]*)")
_SEAT = re.compile(rf"\budpeger\s(?P<role>{_ROLE})(?!\w)\s(?:for|til|i|af)\s(?P<body>[^.;:]+)")
_BODY_END = re.compile(
    r",?\s(?:blandt|der|som|fra|for\sperioden|i\sperioden|for\sden|frem\stil|pr\.|med|på|samt|og\sat|jf\.|den"
    r"|i\s20\d\d)\b|,\s(?!Region\b)|\s\(|\s[–-]\s"
)
_PREFIX = re.compile(r"(?P<body>[A-ZÆØÅ][^:]{3,120}):\s")
_PARTY = re.compile(r"\s?\((?P<party>[A-ZÆØÅ][\wæøå ]{0,30})\)")


class _Context(NamedTuple):
    body: str | None
    role: str


class _Seat(NamedTuple):
    body: str | None
    person: str | None
    role: str | None
    municipality: str | None
    party: str | None
    text: str
    line: int
    confidence: float


def extract_appointments(packet: Packet) -> list[Record]:
    """Appointments of all agenda items, in order; each person once a body. None for a document without items."""
    rows: list[Record] = []
    for item in packet.items:
        if item.span is None:
            continue
        passages = [p for p in packet_passages(packet, item.span) if p.kind == "text"]
        if not any(_APPOINT.search(passage.text) for passage in passages):
            continue
        seats = [*_seats_to_fill(packet, passages), *_persons(passages)]
        for seat in _unique(seats, item, passages):
            rows.append(
                Appointment(
                    item_no=item.item_no,
                    body=seat.body,
                    person=seat.person,
                    role=seat.role,
                    municipality=seat.municipality,
                    party=seat.party,
                    text=seat.text,
                    confidence=seat.confidence,
                    **place(packet.lines[seat.line], paged=packet.document.paged),
                )
            )
    return rows


def _seats_to_fill(packet: Packet, passages: Sequence[Passage]) -> Iterator[_Seat]:
    """Seats that a recommendation asks to fill and names no person for."""
    for passage in passages:
        section = packet.section_at(passage.first)
        if section is None or not section.name.lower().startswith(("indstilling", "anbefaling")):
            continue
        for sentence in sentences(passage):
            match = _SEAT.search(sentence.text)
            if match is None or find_persons(sentence.text):
                continue
            words = match["role"].split()
            count = COUNTS.get(words[0].lower(), 1) if len(words) > 1 else 1
            if words[0].lower() in COUNTS:
                words = words[1:]
            role = " ".join([*words[:-1], _singular(words[-1])])
            for _ in range(count):
                yield _Seat(_body(match["body"]), None, role, None, None, sentence.text, sentence.first, 0.9)


def _persons(passages: Sequence[Passage]) -> Iterator[_Seat]:
    """Persons that sentences and lists name as appointed."""
    heading = ""
    index = 0
    while index < len(passages):
        passage = passages[index]
        index += 1
        if passage.marker is None and len(passage.text) < 130 and not passage.text.endswith((".", ":")):
            heading = passage.text
            continue
        entries = _entries(passages, index) if passage.marker is None else []
        if entries and _DONE.search(_last_sentence(passage)):
            context = _context(_last_sentence(passage), heading)
            yield from _listed(entries, context)
            index += len(entries)
            yield from _told(sentences(passage)[:-1])
        else:
            yield from _told(sentences(passage))


def _entries(passages: Sequence[Passage], start: int) -> list[Passage]:
    entries = []
    for passage in passages[start:]:
        if passage.marker is None:
            break
        entries.append(passage)
    return entries


def _last_sentence(passage: Passage) -> str:
    parts = sentences(passage)
    return parts[-1].text if parts else ""


def _context(sentence: str, heading: str) -> _Context:
    """Body and role that hold for the entries of a list."""
    said = _AS_ROLE.search(sentence)
    role = _singular(said["role"].split()[-1]) if said else "medlem"
    to = _TO_BODY.search(sentence, _position(sentence))
    body = _body(said["body"]) if said and said["body"] else _body(to["body"]) if to else None
    if body is None and _APPOINT.search(heading) and (named := re.search(r"\btil\s(?P<body>\S.*)", heading)):
        body = _body(named["body"])
    return _Context(body, role)


def _position(sentence: str) -> int:
    match = _DONE.search(sentence)
    return match.end() if match else 0


def _listed(entries: Sequence[Passage], context: _Context) -> Iterator[_Seat]:
    for entry in entries:
        persons = find_persons(entry.text, entry=True)
        prefix = _PREFIX.match(entry.text)
        body = context.body
        if body is None and prefix is not None and not find_persons(prefix["body"]):
            body = re.sub(r"\s?\([^()]*\)\s*$", "", prefix["body"]).strip()
        for position, person in enumerate(persons):
            end = persons[position + 1].start if position + 1 < len(persons) else len(entry.text)
            origin = _origin(entry.text, person, end)
            if origin is None and context.body is not None and prefix is not None:
                origin = _municipality(prefix["body"])
            role = (
                _role_beside(entry.text, person, end) if context.body is None and context.role == "medlem" else None
            )
            yield _Seat(
                body, person.norm, role or context.role, origin, _party(entry.text, person), entry.text,
                entry.line_at(person.start), 0.9 if body else 0.7,
            )  # fmt: skip


def _told(parts: Iterable[Passage]) -> Iterator[_Seat]:
    """Persons that a sentence says are appointed: ``har udpeget rektor Xx Yy som formand for …``."""
    for sentence in parts:
        text = sentence.text
        done = _DONE.search(text)
        if done is None:
            continue
        persons = find_persons(text)
        if not persons:
            continue
        said = _AS_ROLE.search(text)
        to = _TO_BODY.search(text, max(done.end(), persons[-1].end))
        if to is None:
            to = _TO_BODY.search(text, done.end())
        body = _body(said["body"]) if said and said["body"] else _body(to["body"]) if to else None
        if body is None and said is None:
            continue
        role = _singular(said["role"].split()[-1]) if said else "medlem"
        for number, person in enumerate(persons):
            between = (
                text[done.end() : person.start] if person.start >= done.end() else text[person.end : done.start()]
            )
            if len(between) > 120:
                continue
            end = persons[number + 1].start if number + 1 < len(persons) else len(text)
            yield _Seat(
                body, person.norm, role, _origin(text, person, end), _party(text, person), text,
                sentence.line_at(person.start), 0.85,
            )  # fmt: skip


def _party(text: str, person: Found) -> str | None:
    """The letter of the party printed in brackets behind the person."""
    match = _PARTY.match(text, person.end)
    if match is None:
        return None
    name = match["party"]
    return PARTY_LETTERS.get(name) or (name if len(name) <= 2 and name.isupper() else None)


def _role_beside(text: str, person: Found, end: int) -> str | None:
    """A role printed with the person of a list: ``Xx Yy, formand``."""
    match = re.match(rf"\s?(?:\([^()]*\))?,\s(?P<role>{_ROLE_WORD})(?!\w)", text[person.end : end], re.IGNORECASE)
    return _singular(match["role"]) if match else None


def _origin(text: str, person: Found, end: int) -> str | None:
    """The municipality printed behind the person."""
    return _municipality(text[person.end : end])


def _municipality(text: str) -> str | None:
    found = find_municipalities(text)
    if not found or not found[0].norm:
        bare = re.match(r"\s?(?:\([^()]*\))?,\s(?P<name>[A-ZÆØÅ][\wæøåÆØÅ -]+?)(?=[,.;)]|\Z)", text)
        found = find_municipalities(f"{bare['name']} Kommune") if bare else []
    if not found or not found[0].norm:
        return None
    municipality = municipality_by_code(found[0].norm.rsplit(" ", 1)[1])
    return municipality.name if municipality else None


def _singular(word: str) -> str:
    """The role in the singular; what stands before it in one word is kept (``bestyrelsesmedlemmer``)."""
    lowered = word.lower()
    for plural in sorted(ROLES, key=len, reverse=True):
        if lowered.endswith(plural):
            return lowered[: len(lowered) - len(plural)] + ROLES[plural]
    return lowered


def _body(text: str) -> str | None:
    """The name of the body at the beginning of the text."""
    end = _BODY_END.search(text)
    name = text[: end.start()] if end else text
    name = name.strip(" ,.:;")
    return name or None


def _unique(seats: Sequence[_Seat], item: AgendaItem, passages: Sequence[Passage]) -> list[_Seat]:
    """Each person once a body; bodies of the item that continue each other under their longest name."""
    names = sorted({seat.body for seat in seats if seat.body}, key=len, reverse=True)
    printed = item.title + "\n" + "\n".join(passage.text for passage in passages)
    longer: dict[str, str] = {}
    for name in names:
        region = re.search(rf"{re.escape(name)},\sRegion\s[A-ZÆØÅ][a-zæøå]+", printed)
        longer[name] = region.group() if region and not name.startswith("Region") else name
    result: list[_Seat] = []
    seen: set[tuple[str | None, str]] = set()
    for seat in seats:
        body = longer.get(seat.body, seat.body) if seat.body else None
        if seat.person is not None:
            if (body, seat.person) in seen:
                continue
            seen.add((body, seat.person))
        result.append(seat._replace(body=body))
    return sorted(result, key=lambda seat: seat.line)
