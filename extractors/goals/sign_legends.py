"""What signs behind the results of a table mean, where the paper explains them.

    +     målet er nået eller forventes nået
    /     usikkert, om målet nås
    -     målet forventes ikke nået
    * Tallene for 2031 foreligger først i marts

A sign that no list of the paper explains means nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

import regex

from extractors.goals.cells import is_sign
from extractors.goals.entries import Entry, Outcome
from extractors.goals.legends import PARTLY
from extractors.goals.lines import printed_in
from extractors.goals.papers import Paper
from schemas.packet import Packet
from schemas.records import Verdict

FEWEST = 2
"""Signs that are explained together."""
LONGEST = 200
"""Characters of a line that explains signs."""
_LINE = regex.compile(r"\(?(?P<sign>[^\s\p{L}\d()]{1,3})\)?(?:\s{2,}|\t+|\s?[=:]\s?|\s)(?P<text>\p{L}.*)")
_INLINE = regex.compile(
    r"(?:^|(?<=[\s(]))(?P<sign>[^\s\p{L}\d()=]{1,3})\s?=\s?(?P<text>\p{L}[^=;.)]*?)(?=[,;.)]|\s\S{1,3}\s?=|$)"
)
_OF_GOALS = regex.compile(
    r"\bmål|\bnå[rs]?\b|\bnået|opfyld|indfri|forvent|ventes|på vej|i gang|risiko", regex.IGNORECASE
)
_LATER = regex.compile(
    r"\b(?:foreligger|opgøres|offentliggøres|kendes|måles)\b|\b(?:endnu\sikke|ikke|ingen)\s(?:\p{L}+\s){0,2}?(?:opgjort|målt|måling|data|tal)\b",
    regex.IGNORECASE,
)
_UNSURE = regex.compile(
    r"\busik\p{L}+|\btvivl\p{L}*|\brisiko\b|\bi\sgang\b|\bpå\s(?:rette\s)?vej\b|\bmåske\b|\bendnu\b",
    regex.IGNORECASE,
)
_DENIED = regex.compile(r"\b(?:ikke|ej|næppe|ingen)\b", regex.IGNORECASE)
_FORESEEN = regex.compile(r"\b(?:forvent\p{L}*|ventes|kan)\b", regex.IGNORECASE)
_NOTES = frozenset({"*", "**", "***", "†"})
"""Signs of notes below a table: one alone may put a result off."""


class _Meaning(NamedTuple):
    """What a sign says of a goal, and what becomes of one that is not reached by its numbers."""

    stated: Verdict
    foreseen: Verdict | None


def judged(packet: Packet, paper: Paper, entries: Sequence[Entry]) -> list[Entry]:
    """The entries with what the paper's list of signs says of those beside them."""
    used = {_plain(entry.word) for entry in entries if is_sign(entry.word)}
    meant = _meanings(packet, paper, used) if used else {}
    return [_told(entry, meant.get(_plain(entry.word))) for entry in entries] if meant else list(entries)


def _told(entry: Entry, meaning: _Meaning | None) -> Entry:
    if meaning is None:
        return entry
    stated, foreseen = meaning

    def judged_one(result: Outcome) -> Outcome:
        own = _plain(result.word) == _plain(entry.word)
        return replace(result, stated=stated, foreseen=foreseen) if own else result

    return replace(entry, stated=entry.stated or stated, results=tuple(map(judged_one, entry.results)))


def _plain(sign: str) -> str:
    return sign.strip("() ").replace("–", "-").replace("−", "-").replace("÷", "-")


def _meanings(packet: Packet, paper: Paper, used: set[str]) -> Mapping[str, _Meaning]:
    """The meanings of these signs: those explained together, and notes that put results off."""
    found: dict[str, _Meaning] = {}
    for group in _groups(packet, paper):
        told = {sign: meaning for sign, text in group if (meaning := _meaning(text)) is not None}
        if len(told) >= FEWEST:
            found = {**told, **found}
        for sign, text in group:
            if sign in _NOTES & used and _LATER.search(text):
                found.setdefault(sign, _Meaning("pending", "pending"))
    return {sign: meaning for sign, meaning in found.items() if sign in used}


def _groups(packet: Packet, paper: Paper) -> Iterator[list[tuple[str, str]]]:
    """The signs with their texts that stand on one line or on lines right below each other."""
    run: list[tuple[str, str]] = []
    last = -2
    for index in printed_in(packet, paper.span):
        text = packet.lines[index].text.strip()
        if len(text) > LONGEST:
            continue
        inline = [(_plain(match["sign"]), match["text"]) for match in _INLINE.finditer(text)] if "=" in text else []
        if len(inline) >= FEWEST:
            yield inline
            continue
        match = _LINE.fullmatch(text) if text[:1] and not text[0].isalnum() else None
        if match is None:
            continue
        if index > last + 2 or any(sign == _plain(match["sign"]) for sign, _ in run):
            yield run
            run = []
        run.append((_plain(match["sign"]), match["text"]))
        last = index
    yield run


def _meaning(text: str) -> _Meaning | None:
    if _LATER.search(text):
        return _Meaning("pending", "pending")
    if _OF_GOALS.search(text) is None:
        return None
    if _UNSURE.search(text):
        return _Meaning("pending", "pending")
    if PARTLY.search(text):
        return _Meaning("partly", "partly")
    if _DENIED.search(text):
        return _Meaning("not_met", "not_met")
    return _Meaning("met", "pending" if _FORESEEN.search(text) else None)
