"""What pdfium cannot load is read by pdfplumber, marked as such; what neither can read is refused."""

import io
import re

import hostile_pdf_pages
import pytest
from reportlab.pdfgen.canvas import Canvas

from ingest.pipeline import process_bytes
from ingest.reading.content import ReadOptions, read
from ingest.reading.pdf import read_pdf
from ingest.reading.second_reader import read_failed_pages, read_whole
from ingest.sources import Source
from schemas.document import Document, Page
from schemas.errors import DamagedPdf
from schemas.relations import FINDINGS, PAGES

TEXTS = ["Side et om frafald", "Side to om takster", "Side tre om kvoter"]


@pytest.fixture(scope="module")
def sound():
    sheet = io.BytesIO()
    canvas = Canvas(sheet, pagesize=(595, 842), invariant=1, pageCompression=0)
    for text in TEXTS:
        canvas.drawString(70, 700, text)
        canvas.drawString(70, 680, "anden linje")
        canvas.showPage()
    canvas.save()
    return sheet.getvalue()


@pytest.fixture(scope="module")
def damaged(sound):
    """A file that pdfium refuses: the number of its page tree's object is lost."""
    data, changed = re.subn(rb"\n\d+( 0 obj\n<<\n/Count)", rb"\n?\1", sound)
    assert changed == 1
    with pytest.raises(DamagedPdf):
        read_pdf(data, filename="x.pdf", sha256="0" * 64)
    return data


def test_words_stand_where_the_first_reader_finds_them(sound):
    first = read_pdf(sound, filename="x.pdf", sha256="0" * 64)
    second = read_whole(sound, filename="x.pdf", sha256="0" * 64, password=None)
    assert second is not None
    assert [line.text for line in second.lines] == [line.text for line in first.lines]
    for ours, theirs in zip(first.lines, second.lines, strict=True):
        assert ours.box is not None
        assert theirs.box is not None
        assert theirs.box.x0 == pytest.approx(ours.box.x0, abs=1.5)
        assert theirs.box.y1 == pytest.approx(ours.box.y1, abs=3)


def test_a_page_that_failed_is_read_again_and_the_others_are_kept(sound):
    first = read_pdf(sound, filename="x.pdf", sha256="0" * 64)
    failed = first.with_pages((first.pages[0], Page(2, (), status="failed", text_source="pdf"), first.pages[2]))
    again = read_failed_pages(failed, sound, None)
    assert [page.lines[0].text for page in again.pages] == TEXTS
    assert [line.index for line in again.lines] == list(range(6))
    assert again.pages[0].lines == first.pages[0].lines
    assert [note.rule for note in again.notes] == ["second_reader"]


def test_a_document_without_failed_pages_comes_back_untouched(sound):
    first = read_pdf(sound, filename="x.pdf", sha256="0" * 64)
    assert read_failed_pages(first, sound, None) is first


def test_what_neither_can_read_is_refused():
    with pytest.raises(DamagedPdf):
        read(b"%PDF-1.7\n" + b"nothing here " * 50, filename="x.pdf", sha256="0" * 64, options=ReadOptions())


def test_a_file_only_the_second_reader_can_read_is_partial_and_says_so(damaged):
    done = process_bytes(damaged, Source("x.pdf"))
    assert done.status == "partial"
    texts = [row[PAGES.position("text")].splitlines()[0] for row in done.rows["pages"]]
    assert texts == TEXTS
    assert "second_reader" in {row[FINDINGS.position("rule")] for row in done.rows["findings"]}


def test_renumbering_keeps_an_empty_document_empty():
    empty = Document("0" * 64, "x.pdf", "application/pdf", (), "pdf")
    assert empty.with_pages(()).lines == ()


def test_an_empty_page_is_not_a_damaged_one():
    sheet = io.BytesIO()
    canvas = Canvas(sheet, pagesize=(595, 842), invariant=1)
    canvas.showPage()
    canvas.save()
    document = read(sheet.getvalue(), filename="x.pdf", sha256="0" * 64)
    assert [page.status for page in document.pages] == ["no_text"]
    assert "page_damaged" not in {note.rule for note in document.notes}


def test_a_page_whose_content_cannot_be_inflated_has_failed_and_is_named():
    document = read(hostile_pdf_pages.bad_page_among_good(), filename="x.pdf", sha256="0" * 64)
    (failed,) = [page.number for page in document.pages if page.status == "failed"]
    assert [(note.page, note.severity) for note in document.notes if note.rule == "page_damaged"] == [
        (failed, "error")
    ]
