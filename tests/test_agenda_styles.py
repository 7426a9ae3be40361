"""Agendas as municipalities, regions, boards and clusters print them, read from text and from PDF.

Each file of ``tests/agendas`` is an agenda and, behind a line of ``=``, what it holds. ``**…**`` is a line in bold,
``# …`` one in larger type; ``{page}`` begins a page; ``{first}``, ``{second}`` and ``{long}`` are running text.
"""

import re
import textwrap
import tomllib
from functools import cache
from pathlib import Path

import pytest
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Flowable, PageBreak, Paragraph, SimpleDocTemplate, Spacer

from ingest.pipeline import process
from ingest.sources import Source
from schemas.relations import RELATIONS

AGENDAS = sorted((Path(__file__).parent / "agendas").glob("*.txt"))
COLUMNS = {relation.name: [column.name for column in relation.columns] for relation in RELATIONS}
FIRST = (
    "Kommunerne har siden foråret arbejdet sammen om at styrke indsatsen, og der er afholdt tre møder i "
    "arbejdsgruppen. Arbejdet har vist, at der er behov for en fælles ramme, som de enkelte kommuner kan bygge "
    "videre på i de kommende år."
)
SECOND = (
    "Der er i alt 14 kommuner med i samarbejdet. Udgifterne udgør 1,2 mio. kr. årligt, der fordeles efter "
    "indbyggertal. Evalueringen gennemføres af et eksternt firma og forventes afsluttet i 2. kvartal 2025."
)
TEXTS = {"{first}": FIRST, "{second}": SECOND, "{long}": "\n".join([FIRST, SECOND] * 5)}
LARGE = ParagraphStyle("large", fontName="Helvetica-Bold", fontSize=14, leading=18, spaceBefore=8, spaceAfter=4)
BOLD = ParagraphStyle("bold", fontName="Helvetica-Bold", fontSize=10.5, leading=13, spaceBefore=5, spaceAfter=2)
PLAIN = ParagraphStyle("plain", fontName="Helvetica", fontSize=10.5, leading=13, spaceAfter=2)


@cache
def agenda(path):
    """The lines of each page, and what the agenda holds."""
    printed, _, holds = path.read_text(encoding="utf-8").partition("\n=====\n")
    for mark, text in TEXTS.items():
        printed = printed.replace(mark, text)
    return [page.strip("\n").split("\n") for page in printed.split("{page}")], tomllib.loads(holds)


def plain(line):
    return line.removeprefix("# ").replace("**", "")


def write_text(pages, path):
    rows = [[row for line in page for row in textwrap.wrap(plain(line), 90) or [""]] for page in pages]
    path.write_text("\f".join("\n".join(page) for page in rows) + "\n", encoding="utf-8")


def write_pdf(pages, path):
    parts: list[Flowable] = []
    for number, page in enumerate(pages):
        parts += [PageBreak()] if number else []
        for line in page:
            style = LARGE if line.startswith("# ") else BOLD if line.startswith("**") else PLAIN
            parts.append(Paragraph(plain(line), style) if line else Spacer(1, 8))
    SimpleDocTemplate(str(path), invariant=1).build(parts)


@cache
def outcome(path, form, folder):
    made = folder / f"{path.stem}.{form}"
    (write_pdf if form == "pdf" else write_text)(agenda(path)[0], made)
    return process(Source(str(made)))


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("agendas")


@pytest.fixture(
    params=[(path, form) for path in AGENDAS for form in ("txt", "pdf")], ids=lambda p: f"{p[0].stem}.{p[1]}"
)
def made(request, folder):
    path, form = request.param
    rows = outcome(path, form, folder).rows

    def read(relation):
        return [dict(zip(COLUMNS[relation], row, strict=True)) for row in rows[relation]]

    return agenda(path)[1], read


def letters(text):
    return re.sub(r"\W+", "", text or "").lower()


def test_items_with_kind_and_title(made):
    holds, rows = made
    found = [[row["item_no"], row["item_type"] or "", letters(row["title"])] for row in rows("items")]
    assert found == [[number, kind, letters(title)] for number, kind, title in holds["items"]]


def test_what_is_recommended(made):
    holds, rows = made
    assert [[row["item_no"], row["action"]] for row in rows("recommendations")] == holds.get("recommended", [])


def test_what_was_decided(made):
    holds, rows = made
    assert [[row["item_no"], row["action"]] for row in rows("decisions")] == holds.get("decided", [])


def test_attachments(made):
    holds, rows = made
    assert [[row["item_no"], row["title"]] for row in rows("attachments")] == holds.get("attachments", [])


def test_kind_body_and_day(made):
    holds, rows = made
    (document,) = rows("documents")
    day = document["meeting_date"]
    found = (document["kind"], document["body"], day and day.isoformat())
    assert found == (holds["kind"], holds.get("body"), holds.get("day"))
