"""References inside a document: ``jf. pkt. 3.1`` to an item, ``(se bilag 1)`` to an attachment, ``jf. sag nr. …``.

A reference to another paper (``bilag 1 til bekendtgørelsen``, ``punkt 2 i referatet``) and one inside a law
(``§ 3, stk. 1, nr. 1``) is none. Inside an attachment «punkt 3» is one of its own, so only what says that it means
the agenda counts there, and a bilag is the attachment's own where it holds bilag.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from extractors.mentions.found import language
from extractors.mentions.references import find_case_numbers
from extractors.text.joining import Passage, packet_passages
from extractors.text.signs import sign, signs_of
from schemas.packet import AgendaItem, AttachedPaper, Packet, Span
from schemas.records import Record, Reference, ReferenceKind, place

_CUES = "|".join(language("reference")["cues"])
_PAPERS = "|".join(language("reference")["papers"])
_ITEM_NO = r"\d{1,2}(?:\.\d{1,2}){0,2}"
_LISTED = r"(?:,\s|,?\s(?:og|samt|eller)\s|\s?[-–]\s?)"
_CUE = rf"(?:\b(?P<cue>{_CUES})\s(?:(?:også|evt\.|i|det|den|endvidere)\s){{0,2}})?"
_ENDS = r"(?!\w|[.,]\d|\s?(?:%|pct|procent|mio|kr)\b)"

_TO_ITEM = re.compile(
    rf"{_CUE}\b(?P<word>(?P<agenda>dagsordenens\s|dagsordens)?(?:pkt\.?|punkt(?:et|erne|er)?)|sag|sagerne)\s(?:nr\.\s)?"
    rf"(?P<numbers>{_ITEM_NO}(?:{_LISTED}{_ITEM_NO})*){_ENDS}(?P<on>\.?\spå\s(?:dagens\s)?dagsordenen)?",
    re.IGNORECASE,
)
_TO_ATTACHMENT = re.compile(
    rf"{_CUE}\b(?P<word>bilag(?:et|ene)?)\s(?:nr\.\s)?"
    rf"(?P<numbers>(?:\d{{1,2}}(?:\.\d{{1,2}})?|[A-H])(?:{_LISTED}(?:bilag\s)?(?:\d{{1,2}}|[A-H]))*){_ENDS}",
    re.IGNORECASE,
)
_CASE_CUE = re.compile(rf"\b(?:{_CUES}|sag(?:en)?)\s[^.;]{{0,30}}\Z|\((?:sag\s)?\Z", re.IGNORECASE)
_OTHER_PAPER = re.compile(rf"\)?\s(?:til|i|af|fra)\s(?:\w+\s){{0,2}}?[\w-]*(?:{_PAPERS})", re.IGNORECASE)
_LAW = re.compile(r"§|\bstk\.|\bartikel\b|\bnr\.\s\d+,\s*\Z", re.IGNORECASE)
_RANGE = re.compile(r"(?P<head>(?:\d+\.)*)(?P<first>\d+)\s?[-–]\s?(?P=head)(?P<last>\d+)")
_TITLED = re.compile(r"\s?[:–]|\.\s[A-ZÆØÅ]")
_PREPOSITION = re.compile(r"\b(?:i|af|til|fra|med|ved|under|se|og|samt)\s\Z", re.IGNORECASE)
_GOES_ON = re.compile(r"\s[a-zæøå(]")
_SIGNS = sign("pkt", "punkt", "bilag", "sag", "-20", "jour", "acadre", "esdh")
"""A text without one of them refers to nothing."""

LONGEST_RANGE = 20


class _Target(NamedTuple):
    kind: ReferenceKind
    start: int
    end: int
    item_no: str | None
    attachment_no: str | None
    case_no: str | None
    confidence: float


class _Where(NamedTuple):
    """Where a passage stands, and what the document holds."""

    item: AgendaItem | None
    paper: AttachedPaper | None
    items: frozenset[str]
    attachments: frozenset[tuple[str | None, str]]

    @property
    def item_no(self) -> str | None:
        return (
            self.paper.item_no if self.paper is not None else self.item.item_no if self.item is not None else None
        )


def extract_references(packet: Packet) -> list[Record]:
    """The references of a packet in order; one row for each thing that is referred to. Tables of contents and lists
    of bilag hold none. An empty document gives none."""
    if not packet.lines:
        return []
    contents = {index for span in packet.contents for index in range(span.first, span.last + 1)}
    items = frozenset(item.item_no for item in packet.items)
    attachments = frozenset((paper.item_no, paper.attachment_no) for paper in packet.attachments)
    rows: list[Record] = []
    for passage in packet_passages(packet, Span(0, len(packet.lines) - 1)):
        if passage.kind == "url" or passage.first in contents or not signs_of(passage.text) & _SIGNS:
            continue
        section = packet.section_at(passage.first)
        if section is not None and section.name.lower().startswith("bilag"):
            continue
        where = _Where(packet.item_at(passage.first), packet.attachment_at(passage.first), items, attachments)
        for target in _targets(passage, where):
            rows.append(
                Reference(
                    reference_id=f"ref{len(rows) + 1:05d}",
                    item_no=where.item_no,
                    attachment_no=(where.paper.attachment_no or None) if where.paper is not None else None,
                    kind=target.kind,
                    target_item_no=target.item_no,
                    target_attachment_no=target.attachment_no,
                    target_case_no=target.case_no,
                    text=passage.text[target.start : target.end],
                    confidence=target.confidence,
                    **place(packet.lines[passage.line_at(target.start)], paged=packet.document.paged),
                )
            )
    return rows


def _targets(passage: Passage, where: _Where) -> list[_Target]:
    text = passage.text
    lowered = text.lower()
    found: list[_Target] = []
    if "pkt" in lowered or "punkt" in lowered or "sag" in lowered:
        found += _items(text, where)
    if "bilag" in lowered:
        found += _attachments(text, where)
    found += _cases(text, where)
    return sorted(found, key=lambda target: (target.start, target.end))


def _items(text: str, where: _Where) -> Iterator[_Target]:
    for match in _TO_ITEM.finditer(text):
        agenda = match["agenda"] is not None or match["on"] is not None
        dotted = "." in match["numbers"]
        if where.paper is not None and not agenda:
            continue
        if not (agenda or dotted or match["cue"]) or (match["word"].lower().startswith("sag") and not dotted):
            continue
        if not agenda and (_of_other_paper(text, match.end()) or _in_law(text, match.start("word"))):
            continue
        for number in _numbers(match["numbers"]):
            known = number in where.items
            if not known and not (agenda or (dotted and match["cue"])):
                continue
            own = where.item is not None and where.paper is None and where.item.item_no == number
            if not own:
                yield _Target("item", match.start(), match.end(), number, None, None, 0.95 if known else 0.6)


def _attachments(text: str, where: _Where) -> Iterator[_Target]:
    for match in _TO_ATTACHMENT.finditer(text):
        if _heads(text, match) or _of_other_paper(text, match.end()) or _in_law(text, match.start("word")):
            continue
        for number in _numbers(re.sub(r"bilag\s", "", match["numbers"], flags=re.IGNORECASE)):
            item_no, attachment_no, confidence = _attachment(number, where)
            yield _Target("attachment", match.start(), match.end(), item_no, attachment_no, None, confidence)


def _attachment(number: str, where: _Where) -> tuple[str | None, str | None, float]:
    """Item and number of the attachment that is meant, and how sure that is. Inside an attachment it is one of its
    own, or a neighbour inside the same one; where it holds none, nothing tells which is meant."""
    if where.paper is None:
        if (where.item_no, number) in where.attachments:
            return where.item_no, number, 0.95
        return (where.item_no, number, 0.7) if where.item_no is not None else (None, None, 0.5)
    outer, _, _ = where.paper.attachment_no.rpartition("/")
    for holder in (where.paper.attachment_no, outer):
        own = f"{holder}/{number}"
        if holder and (where.paper.item_no, own) in where.attachments:
            return where.paper.item_no, own, 0.9
    return None, None, 0.5


def _cases(text: str, where: _Where) -> Iterator[_Target]:
    """Case numbers in running text, but for the number of the item itself and those in the heads of letters."""
    for case in find_case_numbers(text):
        cue = _CASE_CUE.search(text[max(0, case.start - 40) : case.start]) is not None
        running = cue or (where.paper is None and case.start > 0 and _GOES_ON.match(text, case.end) is not None)
        own = where.item is not None and where.item.case_no is not None and case.norm == where.item.case_no
        if running and not own:
            yield _Target("case", case.start, case.end, None, None, case.norm, 0.9 if cue else 0.7)


def _numbers(printed: str) -> list[str]:
    """The numbers of a list, ranges filled in: ``2.7-2.9 og 3.1``."""
    numbers: list[str] = []
    for part in re.split(r",\s|,?\s(?:og|samt|eller)\s", printed):
        match = _RANGE.fullmatch(part)
        if match is not None and 0 < int(match["last"]) - int(match["first"]) <= LONGEST_RANGE:
            numbers += (f"{match['head']}{n}" for n in range(int(match["first"]), int(match["last"]) + 1))
        else:
            numbers += re.split(r"\s?[-–]\s?", part)
    return list(dict.fromkeys(numbers))


def _heads(text: str, match: re.Match[str]) -> bool:
    """True where the match opens a title (``Bilag 2: Takster``) rather than a sentence or a part of one."""
    if match["cue"] or match["word"].islower():
        return False
    if match.start() <= 1:
        return _GOES_ON.match(text, match.end()) is None
    titled = _TITLED.match(text, match.end()) is not None
    return titled and _PREPOSITION.search(text[max(0, match.start() - 8) : match.start()]) is None


def _of_other_paper(text: str, end: int) -> bool:
    return _OTHER_PAPER.match(text, end) is not None


def _in_law(text: str, start: int) -> bool:
    return _LAW.search(text[max(0, start - 25) : start]) is not None
