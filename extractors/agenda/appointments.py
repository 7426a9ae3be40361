"""Appointments: who is appointed to which body in which role, and the seats that a meeting is to fill.

A person counts where a sentence says «udpeget» of them, or where they stand in a list under such a sentence. In an
item about appointments the members that a body has count as well. A seat without a person comes from a
recommendation to appoint (``Det indstilles, at KKR Fyn udpeger et medlem til …``).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import NamedTuple

from extractors.agenda.actions import has_lead
from extractors.agenda.seats import (
    APPOINT,
    DONE,
    SUCCEEDS,
    body_after,
    body_name,
    body_of_title,
    heads_role,
    is_active,
    leading_role,
    listed_members,
    may_appoint,
    role_beside,
    said_roles,
    seats_to_fill,
    starts_with_role,
)
from extractors.mentions.found import Found
from extractors.mentions.municipalities import find_municipalities
from extractors.mentions.persons import PARTY_LETTERS, find_persons, is_title
from extractors.text.joining import Passage, packet_passages, sentences
from schemas.packet import AgendaItem, Packet
from schemas.places import municipality_by_code
from schemas.records import Appointment, Record, place

_PREFIX = re.compile(r"(?P<name>[A-ZÆØÅ][^:]{3,120}):\s")
_PARTY = re.compile(r"\s?\((?P<party>[A-ZÆØÅ][\wæøå ]{0,30})\)")
_PARTY_LATER = re.compile(r"\s\((?P<party>[A-ZÆØÅ]{1,2})\)")
_ITEM = re.compile(
    r"udpeg|\b(?:gen)?valg\b|suppleringsvalg|nominering"
    r"|\A\s*(?:repræsentant|medlem|suppleant|observatør)(?:er|mer)?\s(?:i|til|af)\b"
    r"|\bny(?:t|e)?\s(?:[a-zæøå]*medlem(?:mer)?|repræsentant(?:er)?|suppleant(?:er)?|(?:næst)?formand)\b",
    re.IGNORECASE,
)
_REACH = 120
_REPLACED = re.compile(
    r"\b(?:(?:stedfortræder|suppleant|afløser|erstatning)\sfor|efter|i\sstedet\sfor|til\safløsning\saf)"
    r"\s(?:[a-zæøå]+\s){0,2}\Z",
    re.IGNORECASE,
)
"""Whom a deputy stands in for, or somebody follows: ``som stedfortræder for borgmester Xx``, ``efter Xx``."""


_LEAVES = re.compile(
    r"\s?(?:\([^()]{1,30}\)\s?)?(?:har (?:fået |bedt om )?orlov|træder (?:ud|tilbage)|udtræder|fratræder|er udtrådt"
    r"|ønsker at (?:udtræde|træde ud))\b"
)
"""Who leaves the seat: ``da Xx Yy træder ud``, ``Xx Yy (A) har orlov``."""


class _Context(NamedTuple):
    """What holds for the entries of a list. ``members`` is True where it tells who sits there already."""

    body: str | None
    role: str
    members: bool = False


class _Seat(NamedTuple):
    body: str | None
    person: str | None
    role: str | None
    municipality: str | None
    party: str | None
    text: str
    line: int
    confidence: float


class _Item(NamedTuple):
    """An item with its passages; ``home`` is the body that it is about, where that is certain."""

    passages: Sequence[Passage]
    appointing: bool
    home: str | None


def extract_appointments(packet: Packet) -> list[Record]:
    """Appointments of all agenda items, in order; each person once a body. None for a document without items."""
    rows: list[Record] = []
    for item in packet.items:
        if item.span is None:
            continue
        passages = [p for p in packet_passages(packet, item.span) if p.kind == "text"]
        appointing = _ITEM.search(f"{item.item_type or ''} {item.title}") is not None
        if not appointing and not any(may_appoint(p.text) and APPOINT.search(p.text) for p in passages):
            continue
        open_seats = list(_seats_to_fill(packet, passages))
        home = _home(item, open_seats) if appointing or open_seats else None
        open_seats = [seat if seat.body else seat._replace(body=home) for seat in open_seats]
        about = _Item(passages, appointing, home if appointing else None)
        persons = list(_persons(about))
        if appointing and not (open_seats or persons):
            open_seats = [seat._replace(body=seat.body or home) for seat in _seats_told(passages)]
        for seat in _unique([*open_seats, *persons], item, passages):
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


def _home(item: AgendaItem, open_seats: Sequence[_Seat]) -> str | None:
    """The body that an item about appointments is about: that of its seats, else the one its title names."""
    bodies = {seat.body for seat in open_seats if seat.body}
    if len(bodies) == 1:
        return next(iter(bodies))
    return body_of_title(item.title) if not bodies else None


def _seats_to_fill(packet: Packet, passages: Sequence[Passage]) -> Iterator[_Seat]:
    """Seats that a recommendation asks to fill and names no person for."""
    for passage in passages:
        section = packet.section_at(passage.first)
        if section is None or not section.name.lower().startswith(("indstilling", "anbefaling")):
            continue
        for sentence in sentences(passage):
            text = sentence.text
            if any(not _REPLACED.search(text[: person.start]) for person in find_persons(text)):
                continue
            for seats in seats_to_fill(sentence.text):
                for _ in range(seats.number):
                    yield _Seat(seats.body, None, seats.role, None, None, sentence.text, sentence.first, 0.9)


def _seats_told(passages: Sequence[Passage]) -> Iterator[_Seat]:
    """Seats that the text of an item about appointments says are to be filled, where it recommends nothing."""
    for passage in passages:
        for sentence in _appointing(passage):
            if _MUST.search(sentence.text) and not find_persons(sentence.text):
                for seats in seats_to_fill(sentence.text):
                    seat = _Seat(seats.body, None, seats.role, None, None, sentence.text, sentence.first, 0.7)
                    yield from [seat] * seats.number


_MUST = re.compile(
    r"\A(?:KKR(?:\s[A-ZÆØÅ]\w+)?|[A-ZÆØÅ]?[\w-]*(?:udvalget|rådet|bestyrelsen|kredsen|repræsentantskabet))\sskal\s"
    r"(?:\w+\s)?(?:udpege|vælge)\s",
)
"""``KKR Fyn skal udpege to medlemmer til …``."""


def _persons(item: _Item) -> Iterator[_Seat]:
    """Persons that sentences and lists name as appointed."""
    heading = ""
    passages = item.passages
    index = 0
    while index < len(passages):
        passage = passages[index]
        index += 1
        named = passage.text.endswith(":")
        entries = _entries(passages, index, named=named) if passage.marker is None else []
        last = _last_sentence(passage) if entries else ""
        if passage.marker is None and item.appointing and starts_with_role(passage.text):
            yield from _listed([passage], _Context(item.home, "medlem", True), item.home)
            continue
        context = _context(last, heading, item) if entries else None
        if context is not None:
            yield from _listed(entries, context, item.home)
            index += len(entries)
            yield from _told(_appointing(passage)[:-1], item.home)
        elif passage.marker is None and _is_heading(passage.text):
            heading = passage.text
        else:
            yield from _told(_appointing(passage), item.home)


def _is_heading(text: str) -> bool:
    """True for a short line without an end; what is recommended often has none either."""
    return len(text) < _LONGEST_HEAD and not text.endswith((".", ":")) and not has_lead(text)


_LONGEST_HEAD = 130


def _appointing(passage: Passage) -> list[Passage]:
    """The sentences of a passage that may appoint somebody; none of them need be looked at where it has no verb."""
    return sentences(passage) if may_appoint(passage.text) else []


def _entries(passages: Sequence[Passage], start: int, *, named: bool) -> list[Passage]:
    """The entries of a list; below a line that ends in a colon (``named``) names alone on their lines are some."""
    entries: list[Passage] = []
    for passage in islice(passages, start, None):
        text = passage.text
        alone = named and (heads_role(text) is not None or _is_name(text))
        if passage.marker is None and not (alone or starts_with_role(text) or _is_row(text)):
            if entries or _HEADS.fullmatch(text) is None:
                break
            continue
        entries.append(passage)
    while entries and heads_role(entries[-1].text) is not None:
        entries.pop()
    return entries


def _is_name(text: str) -> bool:
    """True for a name with a party and a few words on where it comes from alone: ``Bo Dam (A), Lejre``."""
    if len(text) > _LONGEST_NAME:
        return False
    persons = find_persons(text, entry=True)
    return len(persons) == 1 and persons[0].start == 0 and _BEHIND_NAME.fullmatch(text, persons[0].end) is not None


_BEHIND_NAME = re.compile(r"(?:\s\([^()]{1,30}\))?(?:,\s[^.:;]{2,50})?")
_LONGEST_NAME = 100


_HEADS = re.compile(r"(?:(?:Navn|Parti|Kommune|Rolle|Funktion|Medlem|Titel|Udpeget|Post)\s?){2,5}")
"""The head of a table of persons."""

_ROW = re.compile(r"\s(?P<party>[A-ZÆØÅ]{1,2})\s(?P<rest>[A-ZÆØÅ][\wæøåÆØÅ -]*)\Z")
"""What stands behind the name in a row of such a table: party, municipality, role."""


def _is_row(text: str) -> bool:
    """True for a row of a table of persons: a name, a party, a municipality and nothing else."""
    if not text[:1].isupper() or not (text[-1].isalnum() or text[-1] in "_ -") or _ROW.search(text) is None:
        return False  # most end in a mark
    persons = find_persons(text, entry=True)
    return len(persons) == 1 and persons[0].start == 0 and _ROW.match(text, persons[0].end) is not None


def _last_sentence(passage: Passage) -> str:
    parts = sentences(passage)
    return parts[-1].text if parts else ""


def _context(sentence: str, heading: str, item: _Item) -> _Context | None:
    """Body and role that hold for the entries of a list; None where the sentence before it appoints nobody."""
    done = DONE.search(sentence)
    if done is None:
        members = listed_members(sentence, list_follows=True) if item.appointing else None
        return _Context(members.body or item.home, members.role, True) if members is not None else None
    if sentence.endswith(".") and any(hit.start >= done.end() for hit in find_persons(sentence)):
        return None  # the sentence itself says who: what follows is a list of something else
    said = next(iter(said_roles(sentence)), None)
    body = said.body if said is not None and said.body else body_after(sentence, done.end())
    if body is None and APPOINT.search(heading) and (named := re.search(r"\btil\s(?P<body>\S.*)", heading)):
        body = body_name(named["body"])
    return _Context(body, said.role if said else "medlem")


def _listed(entries: Sequence[Passage], context: _Context, home: str | None) -> Iterator[_Seat]:
    named: str | None = None
    headed: str | None = None
    for entry in entries:
        headed = heads_role(entry.text) or headed
        persons = find_persons(entry.text, entry=True)
        bodies = (role.body for role in said_roles(entry.text) if role.body and not find_persons(role.body))
        named = next(bodies, named)
        prefix = _PREFIX.match(entry.text)
        lead = entry.text[: persons[0].start].strip() if persons else ""
        labelled = prefix is not None and bool(persons) and persons[0].start <= prefix.end()
        titled = len(lead.split()) == 1 and (leading_role(lead) is not None or is_title(lead))
        if context.members and lead and not labelled and not titled:
            continue
        body, said = context.body or named, None
        if prefix is not None:
            if (label := listed_members(prefix["name"] + ":", list_follows=False)) is not None:
                said = label.role if len(prefix["name"].split()) == 1 else None
            elif body is None and not find_persons(prefix["name"]):
                body = re.sub(r"\s?\([^()]*\)\s*$", "", prefix["name"]).strip()
        reached = 0
        for position, person in enumerate(persons):
            end = persons[position + 1].start if position + 1 < len(persons) else len(entry.text)
            between, reached = entry.text[reached : person.start].rstrip(), person.end
            if position and between.endswith(":"):
                said = leading_role(between)
            origin = _origin(entry.text, person, end)
            if origin is None and context.body is not None and prefix is not None:
                origin = _municipality(prefix["name"])
            role = None
            if context.role == "medlem":
                role = role_beside(entry.text[person.end : end]) or headed
                role = role or (leading_role(lead) if position == 0 and len(lead.split()) == 1 else None)
            party = _party(entry.text, person, end)
            if (row := _ROW.match(entry.text, person.end)) is not None:
                origin, party = _municipality_of_row(row["rest"]), row["party"]
                role = leading_role(row["rest"])
            yield _Seat(
                body or home, person.norm, said or role or context.role, origin, party,
                entry.text, entry.line_at(person.start), 0.9 if body else 0.7,
            )  # fmt: skip


def _told(parts: Iterable[Passage], home: str | None) -> Iterator[_Seat]:
    """Persons that a sentence says are appointed: ``har udpeget rektor Xx Yy som formand for …``."""
    for sentence in parts:
        text = sentence.text
        done = DONE.search(text)
        follows = SUCCEEDS.search(text) if done is None else None
        done = done or follows
        if done is None:
            continue
        active = follows is None and is_active(text, done)
        persons = [hit for hit in find_persons(text) if not active or hit.start >= done.end()]
        persons = [
            hit for hit in persons if not (_REPLACED.search(text[: hit.start]) or _LEAVES.match(text, hit.end))
        ]
        if follows is not None:
            persons = [hit for hit in persons if hit.end <= follows.start()]
        if not persons:
            continue
        said = said_roles(text)
        named = next((role.body for role in said if role.body and not find_persons(role.body)), None)
        body = named or body_after(text, max(done.end(), persons[-1].end)) or body_after(text, done.end())
        if follows is not None and body is None:
            continue
        if body is None and not said and home is None:
            continue
        before = persons[0].end <= done.start()
        reached = done.end()
        for number, person in enumerate(persons):
            gap = done.start() - person.end if before else person.start - reached
            if gap > _REACH:
                continue
            end = persons[number + 1].start if number + 1 < len(persons) else len(text)
            following = next((role for role in said if role.start >= person.end), None)
            leading = next((role for role in reversed(said) if role.start < person.start), None)
            told = leading if leading is not None and leading.start < persons[0].start else following or leading
            if following is not None and _is_own(text, person, following.start, end):
                told = following
            role = (
                leading_role(text[reached : person.start]) if text[reached : person.start].endswith(": ") else None
            )
            role = role or (told.role if told else "medlem")
            yield _Seat(
                body or home, person.norm, role, _origin(text, person, end),
                _party(text, person, end), text, sentence.line_at(person.start), 0.85 if body else 0.8,
            )  # fmt: skip
            reached = max(reached, person.end)


def _is_own(text: str, person: Found, start: int, end: int) -> bool:
    """True where a role stands behind a person and before the next: ``Xx Yy (A), som stedfortræder``, and not
    before the next: ``Xx Yy og som stedfortræder Zz``."""
    return start < end and _LEADS_ON.search(text[person.end : start]) is None


_LEADS_ON = re.compile(r"\b(?:og|samt|med)\s\Z")


def _party(text: str, person: Found, end: int) -> str | None:
    """The letter of the party printed in brackets behind the person, or behind their title and municipality."""
    match = _PARTY.match(text, person.end) or _PARTY_LATER.search(text, person.end, min(end, person.end + _REACH))
    if match is None:
        return None
    name = match["party"]
    return PARTY_LETTERS.get(name) or (name if len(name) <= 2 and name.isupper() else None)


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


def _municipality_of_row(cells: str) -> str | None:
    """The municipality that the cells behind name and party begin with."""
    words = cells.removesuffix(" Kommune").split()
    for count in range(len(words), 0, -1):
        if (name := _municipality(f"{' '.join(words[:count])} Kommune")) is not None:
            return name
    return None


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
