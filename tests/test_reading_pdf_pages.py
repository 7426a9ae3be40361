"""Pages: geometry, drawings, labels, bookmarks, statuses, hidden text."""

from __future__ import annotations

import io

import pypdfium2 as pdfium2
import pytest
from pdf_making import make_pdf, pdf_of, read, read_page, rules_of, texts, words
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas


def two_lines(c: Canvas) -> None:
    c.drawString(50, 500, "Øverste linje")
    c.drawString(50, 100, "Nederste linje")


def turned(data: bytes, rotation: int) -> bytes:
    document = pdfium2.PdfDocument(data)
    for page in document:
        page.set_rotation(rotation)
    out = io.BytesIO()
    document.save(out)
    document.close()
    return out.getvalue()


@pytest.mark.parametrize("rotation", [90, 180, 270])
def test_a_page_stored_turned_is_read_as_it_is_seen(rotation: int) -> None:
    """The content is turned against the page, so that it is seen upright."""

    def draw(c: Canvas) -> None:
        c.translate(200, 300)
        c.rotate(rotation)
        for y, row in (
            (100, ("Område", "2022", "2023")),
            (80, ("Drift", "1.234", "5,6")),
            (60, ("Anlæg", "-", "7")),
        ):
            for x, cell in zip((-120, 0, 80), row, strict=True):
                c.drawString(x, y, cell)
        c.line(-120, 95, 100, 95)

    page = read(turned(make_pdf(draw), rotation)).pages[0]
    assert texts(page) == ["Område   2022   2023", "Drift   1.234   5,6", "Anlæg   -   7"]
    assert {word.angle for word in words(page)} == {0}
    assert page.rotation == rotation
    assert (page.width, page.height) == ((400, 600) if rotation == 180 else (600, 400))
    assert [rule.horizontal for rule in page.rules] == [True]
    head, row = page.lines[0].box, page.lines[1].box
    assert head is not None
    assert row is not None
    assert head.y1 - 3 < page.rules[0].y0 < row.y0 + 3


def test_the_crop_box_is_the_page() -> None:
    document = pdfium2.PdfDocument(make_pdf(two_lines))
    document[0].set_cropbox(40, 450, 300, 550)
    out = io.BytesIO()
    document.save(out)
    document.close()
    read_document = read(out.getvalue())
    page = read_document.pages[0]
    assert texts(page) == ["Øverste linje"]
    assert (page.width, page.height) == (260, 100)
    assert words(page)[0].x0 == pytest.approx(10, abs=1)
    assert 40 < words(page)[0].y1 < 55
    assert rules_of(read_document) == {"text_outside_page"}


def test_lines_and_edges_of_boxes_are_rules() -> None:
    def draw(c: Canvas) -> None:
        c.drawString(60, 500, "Tabel")
        c.line(50, 490, 350, 490)
        c.rect(50, 300, 200, 100, stroke=1, fill=0)
        c.rect(50, 200, 200, 0.5, stroke=0, fill=1)

    rules = read_page(draw).rules
    assert sum(rule.horizontal for rule in rules) == 4
    assert sum(not rule.horizontal for rule in rules) == 2


def test_rules_inside_a_form_are_where_the_form_puts_them() -> None:
    def draw(c: Canvas) -> None:
        c.drawString(60, 500, "Tabel")
        c.beginForm("streg")
        c.line(0, 0, 100, 0)
        c.endForm()
        c.translate(50, 400)
        c.doForm("streg")

    (rule,) = read_page(draw).rules
    assert (rule.x0, rule.x1) == pytest.approx((50, 150), abs=1.5)
    assert rule.y0 == pytest.approx(200, abs=1.5)


def test_text_inside_a_form_has_the_place_and_size_of_the_form() -> None:
    def draw(c: Canvas) -> None:
        c.beginForm("tekst")
        c.setFont("Helvetica", 10)
        c.drawString(0, 0, "Formular")
        c.endForm()
        c.translate(50, 400)
        c.scale(2, 2)
        c.doForm("tekst")

    (word,) = words(read_page(draw))
    assert word.size == pytest.approx(20)
    assert word.x0 == pytest.approx(50, abs=1)
    assert word.y0 < 195 < word.y1


def test_coloured_bands_are_fills_and_white_ones_are_not() -> None:
    def draw(c: Canvas) -> None:
        c.drawString(60, 500, "Tabel")
        c.setFillColorRGB(0.9, 0.9, 1)
        c.rect(50, 400, 200, 14, stroke=0, fill=1)
        c.setFillColorRGB(1, 1, 1)
        c.rect(50, 300, 200, 14, stroke=0, fill=1)

    (band,) = read_page(draw).fills
    assert (band.x0, band.y0, band.x1, band.y1) == pytest.approx((50, 186, 250, 200), abs=0.5)


def test_a_grid_in_one_path_is_its_rules() -> None:
    def draw(c: Canvas) -> None:
        c.drawString(60, 500, "Tabel")
        c.grid([50, 150, 250], [300, 320, 340, 360])

    rules = read_page(draw).rules
    assert sum(rule.horizontal for rule in rules) == 4
    assert sum(not rule.horizontal for rule in rules) == 3


def picture(c: Canvas, x: float, y: float, width: float, height: float) -> None:
    c.drawImage(ImageReader(Image.new("RGB", (20, 20), "grey")), x, y, width, height)


def test_large_pictures_have_their_box() -> None:
    def draw(c: Canvas) -> None:
        c.drawString(60, 500, "Kort")
        picture(c, 50, 100, 200, 300)
        picture(c, 10, 10, 8, 8)

    (image,) = read_page(draw).images
    assert (image.x0, image.y0, image.x1, image.y1) == pytest.approx((50, 200, 250, 500))


def test_a_scan_without_text_is_reported() -> None:
    document = read(make_pdf(two_lines, lambda c: picture(c, 0, 0, 400, 600)))
    assert [page.status for page in document.pages] == ["ok", "no_text"]
    assert [(note.rule, note.page) for note in document.notes] == [("page_without_text", 2)]


def test_an_empty_page_is_told_from_a_scan() -> None:
    document = read(make_pdf(two_lines, lambda c: None))
    assert document.pages[1].status == "no_text"
    assert document.pages[1].note == "the page is empty"
    assert rules_of(document) == {"page_empty"}


def invisible(c: Canvas, x: float, y: float, printed: str) -> None:
    text = c.beginText(x, y)
    text.setTextRenderMode(3)
    text.textOut(printed)
    text.setTextRenderMode(0)
    c.drawText(text)


def test_invisible_text_over_a_scan_is_its_text_by_ocr() -> None:
    def draw(c: Canvas) -> None:
        picture(c, 0, 0, 400, 600)
        invisible(c, 50, 500, "Referat af mødet")

    document = read(make_pdf(draw))
    assert texts(document.pages[0]) == ["Referat af mødet"]
    assert document.pages[0].text_source == "ocr"
    assert document.text_source == "ocr"


def test_invisible_text_beside_visible_text_is_left_out_and_reported() -> None:
    def draw(c: Canvas) -> None:
        c.drawString(50, 500, "Udgifter 100")
        invisible(c, 50, 400, "Udgifter 999")

    document = read(make_pdf(draw))
    assert texts(document.pages[0]) == ["Udgifter 100"]
    assert rules_of(document) == {"hidden_text"}


def test_white_text_on_paper_is_left_out_and_on_a_band_it_is_read() -> None:
    def draw(c: Canvas) -> None:
        c.setFillColorRGB(0, 0, 0.4)
        c.rect(50, 395, 200, 14, stroke=0, fill=1)
        c.drawString(50, 500, "Budget")
        c.setFillColorRGB(1, 1, 1)
        c.drawString(60, 400, "Kommune")
        c.drawString(60, 300, "999")

    document = read(make_pdf(draw))
    assert texts(document.pages[0]) == ["Budget", "Kommune"]
    assert rules_of(document) == {"hidden_text"}


def test_white_text_in_a_box_with_round_corners_is_read() -> None:
    def draw(c: Canvas) -> None:
        c.drawString(50, 500, "Budget")
        c.setFillColorRGB(0, 0, 0.4)
        c.roundRect(50, 380, 200, 40, 8, stroke=0, fill=1)
        c.setFillColorRGB(1, 1, 1)
        c.drawString(60, 400, "Kommune")

    assert texts(read_page(draw)) == ["Budget", "Kommune"]


def test_pages_have_the_labels_of_the_file() -> None:
    data = make_pdf(two_lines, two_lines)
    labelled = data.replace(b"/Type /Catalog", b"/PageLabels <</Nums [0 <</S /r>>]>> /Type /Catalog")
    assert labelled != data
    assert [page.label for page in read(labelled).pages] == ["i", "ii"]


def test_pages_without_labels_have_none() -> None:
    assert read(make_pdf(two_lines)).pages[0].label is None


def test_bookmarks_have_level_and_page() -> None:
    def first(c: Canvas) -> None:
        two_lines(c)
        c.bookmarkPage("a")
        c.addOutlineEntry("2.1 Økonomi", "a", 0)

    def second(c: Canvas) -> None:
        two_lines(c)
        c.bookmarkPage("b")
        c.addOutlineEntry("Bilag 1", "b", 1)

    assert read(make_pdf(first, second)).bookmarks == (("2.1 Økonomi", 1, 0), ("Bilag 1", 2, 1))


def test_a_cycle_of_bookmarks_ends() -> None:
    data = pdf_of(
        "<</Type /Catalog /Pages 2 0 R /Outlines 4 0 R>>",
        "<</Type /Pages /Kids [3 0 R] /Count 1>>",
        "<</Type /Page /Parent 2 0 R /MediaBox [0 0 100 100]>>",
        "<</First 5 0 R /Last 6 0 R /Count 2>>",
        "<</Title (Et) /Parent 4 0 R /Next 6 0 R>>",
        "<</Title (To) /Parent 4 0 R /Next 5 0 R /First 5 0 R>>",
    )
    assert [mark.title for mark in read(data).bookmarks] == ["Et", "To"]


def test_garbled_text_is_kept_and_reported() -> None:
    def draw(c: Canvas) -> None:
        for y in range(100, 500, 12):
            c.drawString(50, y, "*RGNHQGHOVH DI GDJVRUGHQ WLO PøGHW GHQ")

    document = read(make_pdf(draw))
    assert document.pages[0].status == "garbled"
    assert document.pages[0].lines
    assert rules_of(document) == {"page_garbled"}


def test_lines_are_numbered_through_the_document() -> None:
    document = read(make_pdf(two_lines, lambda c: None, two_lines))
    assert [line.index for line in document.lines] == [0, 1, 2, 3]
    assert [line.page for line in document.lines] == [1, 1, 3, 3]


def test_pages_over_the_limit_are_reported() -> None:
    document = read(make_pdf(two_lines, two_lines, two_lines), max_pages=2)
    assert len(document.pages) == 2
    assert rules_of(document) == {"pages_cut"}


def test_the_same_bytes_give_the_same_document() -> None:
    data = make_pdf(two_lines, two_lines)
    assert read(data) == read(data)


def test_more_objects_than_are_looked_at_are_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.reading.pdf_drawings.MOST_OBJECTS", 20)

    def draw(c: Canvas) -> None:
        c.drawString(50, 500, "Kort")
        for x in range(50):
            c.line(x, 100, x, 200)

    document = read(make_pdf(draw))
    assert texts(document.pages[0]) == ["Kort"]
    assert len(document.pages[0].rules) < 20
    assert rules_of(document) == {"drawings_cut"}


def test_what_is_typed_into_a_form_is_read() -> None:
    def draw(c: Canvas) -> None:
        c.drawString(50, 500, "Beløb i 1.000 kr.")
        c.acroForm.textfield(name="beløb", value="1.234", x=200, y=490, width=100, height=20, fontSize=10)

    assert texts(read_page(draw)) == ["Beløb i 1.000 kr.   1.234"]


def test_letters_drawn_as_outlines_are_a_drawing_without_text() -> None:
    def draw(c: Canvas) -> None:
        for x in range(50, 200, 12):
            c.circle(x, 500, 5, stroke=0, fill=1)

    document = read(make_pdf(draw))
    assert document.pages[0].note == "the page is a drawing without a text layer"
    assert rules_of(document) == {"page_without_text"}


def test_more_characters_than_are_read_are_reported(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("ingest.reading.pdf_characters.MOST_CHARACTERS", 20)
    document = read(make_pdf(two_lines))
    assert texts(document.pages[0])[0] == "Øverste linje"
    assert rules_of(document) == {"text_cut"}


def test_a_scan_cut_into_strips_is_a_scan() -> None:
    def draw(c: Canvas) -> None:
        for y in range(0, 600, 10):
            picture(c, 0, y, 400, 10)
        invisible(c, 50, 500, "Referat af mødet")

    page = read_page(draw)
    assert texts(page) == ["Referat af mødet"]
    assert page.text_source == "ocr"


def mapped(printed: str, mapping: str) -> bytes:
    """A page that prints this, with a ToUnicode table of the given entries of one-byte codes."""
    count = len(mapping.split()) // 2
    table = (
        "begincmap 1 begincodespacerange <00> <FF> endcodespacerange"
        f" {count} beginbfchar {mapping} endbfchar endcmap"
    )
    content = f"BT /F 10 Tf 50 100 Td ({printed}) Tj ET"
    return pdf_of(
        "<</Type /Catalog /Pages 2 0 R>>",
        "<</Type /Pages /Kids [3 0 R] /Count 1>>",
        "<</Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R /Resources <</Font <</F 5 0 R>>>>>>",
        f"<</Length {len(content)}>>\nstream\n{content}\nendstream",
        "<</Type /Font /Subtype /Type1 /BaseFont /Helvetica /ToUnicode 6 0 R>>",
        f"<</Length {len(table)}>>\nstream\n{table}\nendstream",
    )


def test_ligatures_with_swapped_bytes_are_put_right_and_reported() -> None:
    document = read(mapped("effekt", "<66> <6600>"))
    assert texts(document.pages[0]) == ["effekt"]
    assert rules_of(document) == {"letters_mismapped"}


def test_letters_of_private_use_are_garbled() -> None:
    codes = "abcdefgh"
    document = read(mapped(codes * 3, " ".join(f"<{ord(c):02x}> <e{ord(c):03x}>" for c in codes)))
    assert document.pages[0].status == "garbled"


def test_white_text_on_a_low_picture_is_read() -> None:
    def draw(c: Canvas) -> None:
        c.drawString(50, 500, "Budget")
        picture(c, 50, 395, 200, 14)
        c.setFillColorRGB(1, 1, 1)
        c.drawString(60, 400, "Kommune")

    assert texts(read_page(draw)) == ["Budget", "Kommune"]
