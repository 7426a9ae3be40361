"""Pages that are pictures are read where tesseract with Danish is installed, and reported where it is not."""

import io

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from ingest.pipeline import OCR_TRUST, process_bytes
from ingest.reading import ocr
from ingest.reading.content import ReadOptions, read
from ingest.sources import Source

needs_tesseract = pytest.mark.skipif(
    ocr.find_tesseract() is None, reason="tesseract with Danish is not installed; see bilag doctor"
)

PRINTED = "Første side er trykt tekst"
SCANNED = ("Kommunerne ønsker flere pladser", "på døgnområdet i 2026")


def picture_of(lines):
    """A picture of a page: rendered from a PDF of our own, so that it looks like a scan of print."""
    import pypdfium2

    sheet = io.BytesIO()
    canvas = Canvas(sheet, pagesize=(595, 842), invariant=1)
    canvas.setFont("Helvetica", 16)
    for number, line in enumerate(lines):
        canvas.drawString(70, 700 - 30 * number, line)
    canvas.save()
    pdf = pypdfium2.PdfDocument(sheet.getvalue())
    try:
        return pdf[0].render(scale=2.5).to_pil()
    finally:
        pdf.close()


@pytest.fixture(scope="module")
def scan():
    """A PDF of a printed page and a page that is only a picture."""
    sheet = io.BytesIO()
    canvas = Canvas(sheet, pagesize=(595, 842), invariant=1)
    canvas.drawString(70, 700, PRINTED)
    canvas.showPage()
    canvas.drawImage(ImageReader(picture_of(SCANNED)), 0, 0, 595, 842)
    canvas.showPage()
    canvas.save()
    return sheet.getvalue()


def rules(document):
    return {note.rule for note in document.notes}


@needs_tesseract
def test_only_the_page_that_is_a_picture_is_recognised(scan):
    document = read(scan, filename="scan.pdf", sha256="0" * 64)
    printed, scanned = document.pages
    assert (printed.text_source, printed.text) == ("pdf", PRINTED)
    assert (scanned.text_source, scanned.status) == ("ocr", "ok")
    assert [line.text for line in scanned.lines] == list(SCANNED)
    assert document.text_source == "mixed"
    assert rules(document) == {"ocr_used"}


@needs_tesseract
def test_recognised_words_stand_where_the_picture_shows_them(scan):
    page = read(scan, filename="scan.pdf", sha256="0" * 64).page(2)
    word = page.lines[0].words[0]
    assert word.text == "Kommunerne"
    assert word.x0 == pytest.approx(70, abs=3)
    assert word.y1 == pytest.approx(842 - 700, abs=3)


@needs_tesseract
def test_all_lines_are_numbered_in_reading_order(scan):
    document = read(scan, filename="scan.pdf", sha256="0" * 64)
    assert [line.index for line in document.lines] == list(range(3))


@needs_tesseract
def test_no_time_left_leaves_the_page_reported(scan):
    document = read(scan, filename="scan.pdf", sha256="0" * 64, options=ReadOptions(ocr_seconds=-1))
    assert document.page(2).status == "no_text"
    assert "ocr_incomplete" in rules(document)


def test_without_recognition_the_page_is_reported(scan):
    document = read(scan, filename="scan.pdf", sha256="0" * 64, options=ReadOptions(ocr=False))
    assert document.page(2).status == "no_text"
    assert "page_without_text" in rules(document)


def test_where_tesseract_is_missing_the_finding_names_the_remedy(scan, monkeypatch, tmp_path):
    monkeypatch.setenv("PATH", str(tmp_path))
    ocr.find_tesseract.cache_clear()
    try:
        document = read(scan, filename="scan.pdf", sha256="0" * 64)
    finally:
        ocr.find_tesseract.cache_clear()
    assert document.page(2).status == "no_text"
    (note,) = [note for note in document.notes if note.rule == "ocr_missing"]
    assert "bilag doctor" in note.message


@needs_tesseract
def test_rows_from_a_recognised_page_carry_less_confidence():
    sheet = io.BytesIO()
    canvas = Canvas(sheet, pagesize=(595, 842), invariant=1)
    canvas.drawImage(ImageReader(picture_of(["Mødet holdes den 17. september 2025 i Viborg"])), 0, 0, 595, 842)
    canvas.save()
    done = process_bytes(sheet.getvalue(), Source("scan.pdf"))
    confidences = {row[4] for row in done.rows["mentions"]}
    assert confidences
    assert max(confidences) <= OCR_TRUST


def test_a_broken_picture_gives_no_words():
    tesseract = ocr.find_tesseract()
    if tesseract is None:
        pytest.skip("tesseract with Danish is not installed; see bilag doctor")
    assert tesseract.read(b"not a picture", 200) == []
    blank = io.BytesIO()
    Image.new("L", (200, 200), 255).save(blank, "PNG")
    assert tesseract.read(blank.getvalue(), 200) == []
