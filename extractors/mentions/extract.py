"""All mentions of a packet, each with its place, item and attachment."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from extractors.language.dates import find_dates
from extractors.mentions.found import Found, Gazetteer, overlapping
from extractors.mentions.laws import bill_sessions, find_laws
from extractors.mentions.money import find_money
from extractors.mentions.municipalities import find_in_rows, find_municipalities
from extractors.mentions.organisations import defined_short_forms, find_organisations, short_form_gazetteer
from extractors.mentions.persons import find_persons
from extractors.mentions.references import find_case_numbers, find_urls
from extractors.mentions.timelines import Day, timeline_years
from extractors.text.joining import Passage, packet_passages
from schemas.packet import Packet, Span
from schemas.records import Mention, MentionKind, Record, place

SHORTEST = 2
"""Characters of the shortest text that can be a mention (``KL``)."""

_LETTERS = "abcdefghijklmnopqrstuvwxyzæøå"
_LOWER_CASE = re.compile(r"[a-zæøå](?<![\w-].)[a-zæøå]+(?!\w)")


class _Words(NamedTuple):
    """What the whole document tells the finders."""

    short_forms: Gazetteer
    sessions: dict[str, str]
    common: frozenset[str]


class _Place(NamedTuple):
    item_no: str | None
    attachment_no: str | None


class _Hit(NamedTuple):
    line: int
    position: int
    kind: MentionKind
    text: str
    found: Found


def extract_mentions(packet: Packet) -> list[Record]:
    """Dates, money, persons, organisations, municipalities, laws, case numbers and addresses of the packet.

    Running text is searched passage by passage, so that a mention broken over lines is whole; rows of tables that
    hold municipalities are searched line by line. Tables of contents are left out. Rows come in the order of the
    document. An empty document gives an empty list.
    """
    if not packet.lines:
        return []
    contents = {index for span in packet.contents for index in range(span.first, span.last + 1)}
    passages = [
        passage
        for passage in packet_passages(packet, Span(0, len(packet.lines) - 1))
        if passage.first not in contents and passage.kind != "url" and len(passage.text) >= SHORTEST
    ]
    words = _words(packet, passages)
    hits = [*_in_passages(packet, passages, words), *_addresses(packet)]
    seen = {(hit.line, hit.found.norm) for hit in hits if hit.kind == "municipality"}
    hits += (hit for hit in _in_rows(packet, contents) if (hit.line, hit.found.norm) not in seen)
    hits = _in_base_form(hits)
    hits.sort(key=lambda hit: (hit.line, hit.position, hit.kind, hit.found.norm or ""))
    _date_timelines(packet, hits)
    places: dict[int, _Place] = {}
    return [_record(packet, hit, places) for hit in hits]


def _words(packet: Packet, passages: Sequence[Passage]) -> _Words:
    bills = "\n".join(line.text for line in packet.lines if "samling/" in line.text)
    printed = set("\n".join([passage.text for passage in passages]).split())
    plain = {token for token in printed if not token.strip(_LETTERS)}
    common = {token for token in plain if len(token) > 1}.union(_LOWER_CASE.findall(" ".join(printed - plain)))
    forms = defined_short_forms(passage.text for passage in passages)
    return _Words(short_form_gazetteer(forms), bill_sessions(bills), frozenset(common))


def _in_passages(packet: Packet, passages: Sequence[Passage], words: _Words) -> Iterator[_Hit]:
    for passage in passages:
        for kind, found in _in_text(packet, passage, words):
            text = passage.text[found.start : found.end]
            yield _Hit(passage.line_at(found.start), found.start, kind, text, found)


def _in_text(packet: Packet, passage: Passage, words: _Words) -> Iterable[tuple[MentionKind, Found]]:
    """The mentions of one passage, names of different kinds never over each other."""
    text = passage.text
    cases = find_case_numbers(text)
    for case in cases:
        yield "case_no", case
    for date in find_dates(text, packet.meeting_date):
        found = Found(date.start, date.end, date.norm, date.confidence)
        if next(overlapping(cases, found), None) is None:
            yield "date", found
    for amount in find_money(text):
        yield "money", amount
    laws = find_laws(text, words.sessions)
    for law in laws:
        yield "law", law
    persons = find_persons(text, words.common, entry=passage.marker is not None)
    bodies = find_organisations(text, words.short_forms)
    for person in persons:
        if not any(_longer(body, person) for body in overlapping(bodies, person)):
            yield "person", person
    for body in bodies:
        if not any(not _longer(body, other) for names in (persons, laws) for other in overlapping(names, body)):
            yield "organisation", body
    for town in find_municipalities(text, persons):
        names = (*overlapping(bodies, town), *overlapping(persons, town))
        if not any(_longer(name, town) for name in names):
            yield "municipality", town


def _longer(one: Found, other: Found) -> bool:
    return one.end - one.start >= other.end - other.start


def _in_base_form(hits: list[_Hit]) -> list[_Hit]:
    """Organisations under one name: without a last s where the document also prints it so, and with the article
    where it prints both (``Trafikudvalg`` and ``Trafikudvalget``)."""
    names = {hit.found.norm for hit in hits if hit.kind == "organisation"}
    result = []
    for hit in hits:
        norm = hit.found.norm or ""
        if hit.kind == "organisation":
            if norm.endswith("s") and norm[:-1] in names:
                norm = norm[:-1]
            norm = next((f"{norm}{article}" for article in ("et", "en") if f"{norm}{article}" in names), norm)
            hit = hit._replace(found=hit.found._replace(norm=norm))
        result.append(hit)
    return result


def _date_timelines(packet: Packet, hits: list[_Hit]) -> None:
    """Gives the days of timelines their years, in place."""
    yearless = [at for at, hit in enumerate(hits) if hit.kind == "date" and (hit.found.norm or "").startswith("--")]
    if not yearless:
        return
    days = [Day(hits[at].line, hits[at].text, hits[at].found.norm or "") for at in yearless]
    for index, norm in timeline_years([line.text for line in packet.lines], days).items():
        hit = hits[yearless[index]]
        hits[yearless[index]] = hit._replace(found=hit.found._replace(norm=norm, confidence=0.8))


def _addresses(packet: Packet) -> Iterator[_Hit]:
    for address in find_urls([line.text for line in packet.lines]):
        found = Found(address.start, address.start + len(address.text), address.norm, 0.95)
        yield _Hit(address.position, address.start, "url", address.text, found)


def _in_rows(packet: Packet, contents: set[int]) -> Iterator[_Hit]:
    left_out = contents | packet.furniture
    lines = ["" if line.index in left_out else line.text for line in packet.lines]
    for position, found in find_in_rows(lines):
        yield _Hit(position, found.start, "municipality", lines[position][found.start : found.end], found)


def _record(packet: Packet, hit: _Hit, places: dict[int, _Place]) -> Mention:
    line = packet.lines[hit.line]
    if (where := places.get(hit.line)) is None:
        where = places[hit.line] = _place_of(packet, hit.line)
    return Mention(
        kind=hit.kind,
        text=hit.text,
        norm=hit.found.norm,
        detail=hit.found.detail,
        item_no=where.item_no,
        attachment_no=where.attachment_no,
        confidence=hit.found.confidence,
        **place(line, paged=packet.document.paged),
    )


def _place_of(packet: Packet, line: int) -> _Place:
    item = packet.item_at(line)
    attachment = packet.attachment_at(line)
    item_no = item.item_no if item else (attachment.item_no if attachment else None)
    return _Place(item_no, (attachment.attachment_no or None) if attachment else None)
