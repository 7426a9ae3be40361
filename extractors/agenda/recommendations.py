"""Recommendations and decisions of an agenda's items: one row a sentence, with actor and action.

A section «Indstilling» is a list of sentences in one of these shapes: plain sentences; bullets or numbers with
a sentence each; an opening (``Det indstilles, at KKR Fyn``) whose bullets go on with the verb, the opening then
being repeated for each. Entries under a sentence that ends in a colon belong to that sentence: criteria are no
recommendations.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from extractors.agenda.actions import (
    Action,
    has_lead,
    lead_of,
    names_actor,
    read_action,
)
from extractors.agenda.entries import (
    ASKING,
    AT,
    TO_WHOM,
    ends_in_at,
    find_opening,
    goes_on,
    goes_on_alike,
    list_passages,
)
from extractors.splitting.sections import run_in, section_passages
from extractors.splitting.words import ADVISERS
from extractors.text.joining import Passage, packet_passages, sentences, slice
from schemas.packet import AgendaItem, Packet, SectionPart, Span
from schemas.records import Decision, Recommendation, Record, place

SECTIONS: dict[str, str] = {
    "indstilling": "Indstilling", "indstillinger": "Indstilling", "anbefaling": "Indstilling",
    "anbefalinger": "Indstilling", "sekretariatets indstilling": "Indstilling",
    "forslag til beslutning": "Indstilling", "beslutning": "Beslutning", "beslutninger": "Beslutning",
    "konklusion": "Beslutning", "referat": "Beslutning",
}  # fmt: skip
"""Headings of sections that hold recommendations or decisions, lower-cased, with the name of the kind."""

_BULLET_END = re.compile(r"(?:[;,]?\s(?:og|samt)|[;,]){1,2}\s*\Z")
_AT_SERIES = re.compile(r";\s(?:(?:og|samt)\s)?(?=at\s)", re.IGNORECASE)


class Statement(NamedTuple):
    """A sentence with its action, and the index of the line it begins in."""

    text: str
    line: int
    action: Action | None


def extract_recommendations(packet: Packet) -> list[Record]:
    """Rows of all sections named Indstilling or Beslutning, in order, and of recommendations that stand in the text
    of items without such a section or without any; none for a document without either."""
    found: list[_Found] = []
    for section in packet.sections:
        kind = _kind(section)
        if kind is not None:
            passages = [p for p in section_passages(packet, section) if p.kind == "text"]
            statements = read_section(passages, decision=kind == "Beslutning")
            if not section.item_no:
                statements = [s for s in statements if _stands_for_itself(s, kind)]
            both = "beslutning" in packet.lines[section.span.first].text.lower()
            found += [
                _Found(section.item_no, "Beslutning" if both and _is_decided(statement) else kind, statement, 1.0)
                for statement in statements
            ]
    asked = {section.item_no for section in packet.sections if _kind(section) == "Indstilling"}
    if packet.kind in ("dagsorden", "referat"):
        for section in packet.sections:
            listed = section.name == "Bilag" and run_in(packet.lines[section.span.first].text.strip(" *"))
            if (
                section.item_no not in asked
                and _kind(section) is None
                and (listed or section.name not in _NO_ADVICE)
            ):
                advice = _in_text(section_passages(packet, section)[1 if listed else 0 :])
                found += [_Found(section.item_no, "Indstilling", s, _IN_TEXT) for s in advice]
        headed = {section.item_no: section.span.first for section in reversed(packet.sections)}
        told = {section.item_no for section in packet.sections if section.name != "Bilag"}
        for item in packet.items:
            if item.item_no in asked or (body := _body(packet, item, headed.get(item.item_no))) is None:
                continue
            found += [_Found(item.item_no, "Indstilling", s, _IN_TEXT) for s in _in_text(body)]
            if packet.kind == "referat" and item.item_no not in told:
                found += [_Found(item.item_no, "Beslutning", s, _IN_MINUTES) for s in _minuted(body)]
    rows: list[Record] = []
    counts: dict[tuple[str, str], int] = {}
    for item_no, kind, statement, trust in found:
        counts[item_no, kind] = counts.get((item_no, kind), 0) + 1
        action = statement.action
        row_type = Recommendation if kind == "Indstilling" else Decision
        rows.append(
            row_type(
                item_no=item_no or None,
                seq=counts[item_no, kind],
                actor=action.actor if action else None,
                action="; ".join(action.verbs) if action else None,
                text=statement.text,
                confidence=round(trust * (0.5 if action is None else 0.95 if action.listed else 0.7), 3),
                **place(packet.lines[statement.line], paged=packet.document.paged),
            )
        )
    return rows


def _is_decided(statement: Statement) -> bool:
    """True for what was decided below «Indstilling og beslutning»: ``Drøftet.``"""
    return not has_lead(statement.text) and _DECIDED.search(statement.text) is not None


def _stands_for_itself(statement: Statement, kind: str) -> bool:
    """True for a sentence that says itself that something is recommended or decided, or that a body does it. Where
    cases have no numbers, the text of the next one may stand in the section as well."""
    told = has_lead(statement.text) or AT.match(statement.text) if kind == "Indstilling" else _is_decided(statement)
    action = statement.action
    by_body = action is not None and action.listed and action.actor is not None and names_actor(action.actor)
    return bool(told) or by_body


class _Found(NamedTuple):
    item_no: str
    kind: str
    statement: Statement
    trust: float


_IN_TEXT = 0.8
"""Share of the confidence of what is recommended in the text of another section."""

_IN_MINUTES = 0.7
"""Share of the confidence of what was decided in minutes without headings."""

_DECIDING = frozenset(
    ["godkende", "tage til efterretning", "tage til orientering", "tiltræde", "beslutte", "vedtage", "udsætte",
     "udpege", "vælge", "drøfte", "ikke godkende", "ikke tiltræde"]
)  # fmt: skip
_EARLIER = re.compile(r"\bi (?:19|20)\d\d\b|\b(?:tidligere|sidste år)\b", re.IGNORECASE)
_DECIDED = re.compile(
    r"\b(?:blev|blevet)\s(?:\w+\s){0,3}?\w+t\b|^(?:Godkendt|Tiltrådt|Udsat|Drøftet|Vedtaget|Taget til)\b"
)

_NO_ADVICE = frozenset({"Bilag", "Historik", "Drøftelse", "Høring", "Afbud", "Deltagere"})

_ADVICE = re.compile(
    rf"(?:Det (?:indstilles|henstilles)|{ADVISERS} (?:indstiller|anbefaler))\b[^.;]{{0,100}}?\bat\b"
    r"|Det anbefales,? at\b"
    r"|[A-ZÆØÅ][\wæøå-]*(?:rådet|udvalget|bestyrelsen|kommissionen) anmodes om at\b"
)
"""Who recommends to the body that meets, at the beginning of a sentence."""


def _in_text(passages: Iterable[Passage]) -> list[Statement]:
    """What text recommends that stands below no heading of its own: sentences that say so, with the list below
    them."""
    passages = [p for p in passages if p.kind == "text"]
    statements: list[Statement] = []
    index = 0
    while index < len(passages):
        parts = sentences(passages[index]) if passages[index].marker is None else []
        index += 1
        advice = [part for part in parts if _ADVICE.match(part.text)]
        if advice:
            below = index + (advice[-1] is parts[-1] and ends_in_at(advice[-1]) and index < len(passages))
            while (
                below - index > 0
                and below < len(passages)
                and goes_on_alike(replace(passages[below - 1], marker=""), passages[below])
            ):
                below += 1
            while below < len(passages) and advice[-1] is parts[-1] and goes_on(passages[below]):
                below += 1
            statements += read_section([*advice, *passages[index:below]])
            index = below
    return statements


def _body(packet: Packet, item: AgendaItem, section: int | None) -> list[Passage] | None:
    """The passages below the header of an item, to its first section if it has one (which begins on line
    ``section``); None where there are none."""
    if item.span is None or (item.header is None and "noted" not in item.evidence):
        return None
    first = item.header.last + 1 if item.header is not None else item.span.first
    last = item.span.last if section is None else section - 1
    passages = list(packet_passages(packet, Span(first, last))) if last >= first else None
    if passages and item.header is None and (noted := _NOTED.match(passages[0].text)) is not None:
        passages[0] = slice(passages[0], noted.end(), len(passages[0].text))
    return passages


_NOTED = re.compile(r"Ad\.?\s(?:(?:pkt|punkt)\.?\s)?\d{1,2}[.:)]*\s+(?=\S)", re.IGNORECASE)
"""``Ad 3.`` before what minutes say of an item."""


def _minuted(passages: Iterable[Passage]) -> list[Statement]:
    """What minutes say was decided on an item without any heading: sentences of deciding, in the past."""
    statements = []
    for passage in passages:
        for part in sentences(passage) if passage.kind == "text" else ():
            action = read_action(part.text, guess=False, decided=True)
            past = action is not None and (
                _DECIDED.search(part.text) or (action.actor and names_actor(action.actor))
            )
            if action is not None and past and action.verbs[0] in _DECIDING and not _EARLIER.search(part.text):
                statements.append(Statement(_clean(part.text), part.first, action))
    return statements


def _kind(section: SectionPart) -> str | None:
    name = " ".join(section.name.lower().split()).rstrip(":.")
    if name in SECTIONS:
        return SECTIONS[name]
    return next((kind for heading, kind in SECTIONS.items() if name.endswith(" " + heading)), None)


def read_section(passages: Sequence[Passage], *, decision: bool = False) -> list[Statement]:
    """The statements of a section in order.

    In a decision only sentences with a known verb count: minutes also say what was discussed.
    """
    passages = list_passages(passages)
    statements: list[Statement] = []
    opening: str | None = None
    index = 0
    while index < len(passages):
        passage = passages[index]
        index += 1
        before_list = passage.marker is None and index < len(passages) and goes_on(passages[index])
        if before_list and (rest := find_opening(passage)) is not None:
            statements += _plain(rest[0], decision)
            opening = rest[1]
            continue
        if not goes_on(passage):
            opening = None
        nested = _nested(passage, passages[index:], opening)
        index += len(nested)
        text = _with_opening(opening, passage) if opening else None
        if text is not None and text.endswith(" at"):
            text = " ".join([text, *(f"{entry.marker} {entry.text}" for entry in nested)])
        if text is not None:
            statements.append(Statement(_clean(text), passage.first, read_action(text, decided=decision)))
        elif nested:
            entries = " ".join(f"{entry.marker} {entry.text}" for entry in nested)
            statements.append(Statement(f"{passage.text} {entries}", passage.first, read_action(passage.text)))
        else:
            statements += _plain(sentences(passage), decision)
    if not decision and any(has_lead(statement.text) for statement in statements):
        return [s for s in statements if has_lead(s.text) or AT.match(s.text) or opening]
    return statements


def _with_opening(opening: str, passage: Passage) -> str | None:
    """The entry with the opening before it; None where the entry is a whole sentence by itself."""
    if has_lead(passage.text):
        return None
    text = passage.text
    if TO_WHOM.match(opening):
        return f"{opening.rstrip()} {text}"
    head = opening.rstrip().rstrip(":").rstrip()
    if head.endswith((" at", ",at")) and (at := AT.match(text)) is not None:
        text = text[at.end() :]
    elif (at := AT.match(text)) is not None:
        text = f"at {text[at.end() :]}"
        if not re.search(r"\bat\b", head):
            head = head.rstrip(",") + ","
    return f"{head} {text}"


def _nested(passage: Passage, following: Sequence[Passage], opening: str | None) -> list[Passage]:
    """The entries that belong to a sentence which ends in a colon, or that has no end and its objects below it."""
    text = passage.text.rstrip()
    open_end = text.endswith((":", " at"))
    if read_action(text) is None or (not open_end and (passage.marker is not None or text.endswith("."))):
        return []
    nested: list[Passage] = []
    for entry in following:
        if entry.marker is None or has_lead(entry.text):
            break
        if opening and read_action(entry.text, guess=False) is not None and entry.marker == passage.marker:
            break
        if not text.endswith(":") and _numbered(passage) and _numbered(entry):
            break  # the next number
        nested.append(entry)
    if not open_end and any(read_action(entry.text, guess=False) is not None for entry in nested):
        return []
    return nested


def _numbered(passage: Passage) -> bool:
    return passage.marker is not None and passage.marker[:1].isdecimal()


def _plain(parts: Iterable[Passage], decision: bool) -> list[Statement]:
    """Sentences that are whole by themselves."""
    statements = []
    for part in parts:
        action = read_action(part.text, guess=not decision, decided=decision)
        if action is None and (decision or not has_lead(part.text)):
            continue
        if not decision and (part.text.endswith("?") or _asks_nothing(part.text, action)):
            continue
        bounds = [0, *(m.end() for m in _AT_SERIES.finditer(part.text)), len(part.text)]
        pieces = [slice(part, start, end) for start, end in pairwise(bounds)]
        statements.append(
            Statement(_clean(pieces[0].text), part.first, read_action(pieces[0].text, decided=decision) or action)
        )
        lead = lead_of(part.text)
        for piece in pieces[1:]:
            text = f"{lead} {AT.sub('', piece.text, count=1)}" if lead else piece.text
            statements.append(Statement(_clean(text), piece.first, read_action(text)))
    return statements


def _asks_nothing(text: str, action: Action | None) -> bool:
    """True for who recommends to whom above a list that is not printed: ``Udvalget anbefaler over for rådet:``."""
    return text.endswith(":") and action is not None and ASKING.issuperset(action.verbs)


def _clean(text: str) -> str:
    """The sentence without the «og» or the comma that led to the next entry."""
    return _BULLET_END.sub("", text)
