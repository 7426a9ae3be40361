"""Packets about goals, made from text of our own, and their rows in short."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import NamedTuple

from made_documents import text_document

from extractors.goals.extract import extract_goals
from schemas.packet import AgendaItem, AttachedPaper, Packet, Span
from schemas.records import Finding, Record, Result, Target

REPORT = "Afrapportering for 2031"
CONTRACT = "Resultatkontrakt 2031 mellem KKR Havland og Erhvervshus Havland"
HALF_YEAR = "Halvårsrapport 2031"


class Pair(NamedTuple):
    """A target with its result, or a result alone, as numbers."""

    target: float | None
    result: float | None
    status: str


def made_packet(
    *papers: tuple[str, str], title: str = "Opfølgning på resultatkontrakt 2031", meeting: int | None = 2032
) -> Packet:
    """One agenda item whose attachments are these (title, text); a paper without a title is the item's own text."""
    text = "\n".join(body for _, body in papers)
    document = text_document(text)
    attachments, first = [], 0
    for number, (name, body) in enumerate(papers, 1):
        last = first + body.count("\n")
        if name:
            attachments.append(AttachedPaper("2.1", str(number), name, span=Span(first, last)))
        first = last + 1
    item = AgendaItem("2.1", title, span=Span(0, len(document.lines) - 1))
    return Packet(
        document, kind="dagsorden", items=(item,), attachments=tuple(attachments),
        meeting_date=date(meeting, 9, 1) if meeting else None,
    )  # fmt: skip


def targets(rows: list[Record]) -> list[Target]:
    return [row for row in rows if isinstance(row, Target)]


def results(rows: list[Record]) -> list[Result]:
    return [row for row in rows if isinstance(row, Result)]


def findings(rows: list[Record]) -> list[Finding]:
    return [row for row in rows if isinstance(row, Finding)]


def number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def pairs(rows: list[Record]) -> list[Pair]:
    """Each target with each of its results, then results without a target; in the order of the rows."""
    found = []
    answers: dict[str | None, list[Result]] = {}
    for result in results(rows):
        answers.setdefault(result.target_id, []).append(result)
    for target in targets(rows):
        for result in answers.get(target.target_id, []):
            found.append(Pair(number(target.value), number(result.value), result.status))
        if target.target_id not in answers:
            found.append(Pair(number(target.value), None, target.status))
    found += [Pair(None, number(result.value), result.status) for result in answers.get(None, [])]
    return found


def read(*papers: tuple[str, str], **options: object) -> list[Record]:
    """The rows of a made packet."""
    return extract_goals(made_packet(*papers, **options))  # type: ignore[arg-type]
