"""Agendas as municipalities, regions, boards and clusters print them, read from text and from PDF."""

import re
from functools import cache
from pathlib import Path

import pytest
from agendas import AGENDAS, as_text, plain
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate, Spacer

from ingest.pipeline import process
from ingest.sources import Source
from schemas.relations import RELATIONS

COLUMNS = {relation.name: [column.name for column in relation.columns] for relation in RELATIONS}
LARGE = ParagraphStyle("large", fontName="Helvetica-Bold", fontSize=14, leading=18, spaceBefore=8, spaceAfter=4)
BOLD = ParagraphStyle("bold", fontName="Helvetica-Bold", fontSize=10.5, leading=13, spaceBefore=5, spaceAfter=2)
PLAIN = ParagraphStyle("plain", fontName="Helvetica", fontSize=10.5, leading=13, spaceAfter=2)


def write_pdf(agenda, path):
    parts: list[Flowable] = []
    for number, page in enumerate(agenda.print.split("\f")):
        parts += [PageBreak()] if number else []
        for line in page.strip("\n").split("\n"):
            style = LARGE if line.startswith("# ") else BOLD if line.startswith("**") else PLAIN
            parts.append(Paragraph(plain(line), style) if line else Spacer(1, 8))
    SimpleDocTemplate(str(path), invariant=1).build(parts)


@cache
def outcome(name, form, folder):
    path = Path(folder) / f"{name}.{form}"
    if form == "pdf":
        write_pdf(AGENDAS[name], path)
    else:
        path.write_text(as_text(AGENDAS[name]), encoding="utf-8")
    return process(Source(str(path)))


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return str(tmp_path_factory.mktemp("agendas"))


@pytest.fixture(params=[(name, form) for name in AGENDAS for form in ("txt", "pdf")], ids=lambda p: ".".join(p))
def made(request, folder):
    name, form = request.param
    rows = outcome(name, form, folder).rows

    def read(relation):
        return [dict(zip(COLUMNS[relation], row, strict=True)) for row in rows[relation]]

    return AGENDAS[name], read


def letters(text):
    return re.sub(r"\W+", "", text or "").lower()


def test_items_with_kind_and_title(made):
    agenda, rows = made
    found = [(row["item_no"], row["item_type"], letters(row["title"])) for row in rows("items")]
    assert found == [(number, kind, letters(title)) for number, kind, title in agenda.items]


def test_what_is_recommended(made):
    agenda, rows = made
    assert [(row["item_no"], row["action"]) for row in rows("recommendations")] == agenda.advice


def test_what_was_decided(made):
    agenda, rows = made
    assert [(row["item_no"], row["action"]) for row in rows("decisions")] == agenda.decided


def test_attachments(made):
    agenda, rows = made
    assert [(row["item_no"], row["title"]) for row in rows("attachments")] == agenda.attachments


def test_kind_body_and_day(made):
    agenda, rows = made
    (document,) = rows("documents")
    assert (document["kind"], document["body"], str(document["meeting_date"])) == (
        agenda.kind,
        agenda.body,
        agenda.date,
    )
