"""Characters to words: gaps, sizes, directions, marks, odd characters."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pdf_making import pdf_of, read, read_page, texts, words
from reportlab.pdfgen.canvas import Canvas

from ingest.reading.encoding import LINE_END_HYPHEN
from ingest.reading.pdf_characters import kinds_of
from ingest.reading.pdf_words import tokens_of

TOKEN = re.compile(rf"[^\s\x00-\x1f\x7f-\x9f{LINE_END_HYPHEN}]+{LINE_END_HYPHEN}?|{LINE_END_HYPHEN}")


@given(st.text(st.sampled_from([*"aæ1. \t\n\xa0\u3000\x02\x85\U0001f600\ud800", LINE_END_HYPHEN]), max_size=12))
def test_tokens_are_what_spaces_and_hyphens_of_line_ends_part(text: str) -> None:
    first, behind = tokens_of(kinds_of(text))
    assert list(zip(first.tolist(), behind.tolist(), strict=True)) == [m.span() for m in TOKEN.finditer(text)]


def test_every_character_is_of_the_kind_that_a_pattern_tells() -> None:
    for code in range(0x10000):
        assert (tokens_of(kinds_of(chr(code)))[0].size > 0) == (TOKEN.fullmatch(chr(code)) is not None), hex(code)


def test_words_are_parted_at_spaces() -> None:
    page = read_page(lambda c: c.drawString(50, 500, "Udgifter i alt 1.234,5"))
    assert [word.text for word in words(page)] == ["Udgifter", "i", "alt", "1.234,5"]


def test_a_gap_parts_words_where_no_space_is_printed() -> None:
    def draw(c: Canvas) -> None:
        c.drawString(50, 500, "Drift")
        c.drawString(50 + c.stringWidth("Drift", "Helvetica", 10) + 4, 500, "anlæg")

    assert [word.text for word in words(read_page(draw))] == ["Drift", "anlæg"]


def test_pieces_printed_one_by_one_without_a_gap_are_one_word() -> None:
    def draw(c: Canvas) -> None:
        x = 50.0
        for piece in ("Kom", "mu", "nerne"):
            c.drawString(x, 500, piece)
            x += c.stringWidth(piece, "Helvetica", 10)

    assert [word.text for word in words(read_page(draw))] == ["Kommunerne"]


def test_a_column_gap_shows_in_the_text_of_the_line() -> None:
    def draw(c: Canvas) -> None:
        c.drawString(50, 500, "Drift og anlæg")
        c.drawRightString(300, 500, "1.234")

    assert texts(read_page(draw)) == ["Drift og anlæg   1.234"]


def test_a_box_is_measured_from_the_top_left() -> None:
    word = words(read_page(lambda c: c.drawString(50, 500, "Anlæg")))[0]
    assert word.x0 == pytest.approx(50, abs=0.5)
    assert word.y0 < 100 < word.y1
    assert word.y0 > 90
    assert word.y1 < 104
    assert word.size == pytest.approx(10)


def test_size_counts_the_scale_of_the_page() -> None:
    def draw(c: Canvas) -> None:
        c.scale(2, 2)
        c.drawString(50, 200, "Stor")

    assert words(read_page(draw))[0].size == pytest.approx(20)


def test_bold_is_seen_by_the_name_of_the_font() -> None:
    def draw(c: Canvas) -> None:
        c.drawString(50, 500, "let")
        c.setFont("Helvetica-Bold", 10)
        c.drawString(100, 500, "fed")

    assert [(word.text, word.bold) for word in words(read_page(draw))] == [("let", False), ("fed", True)]


def draw_raised(c: Canvas, before: str, mark: str, after: str = "") -> None:
    text = c.beginText(50, 500)
    text.textOut(before)
    text.setFont("Helvetica", 6)
    text.setRise(4)
    text.textOut(mark)
    text.setFont("Helvetica", 10)
    text.setRise(0)
    text.textOut(after)
    c.drawText(text)


def test_a_raised_digit_is_a_word_of_its_own() -> None:
    page = read_page(lambda c: draw_raised(c, "942", "3"))
    assert [(word.text, word.raised) for word in words(page)] == [("942", False), ("3", True)]


def test_a_raised_digit_inside_a_line_stays_in_the_line() -> None:
    page = read_page(lambda c: draw_raised(c, "gennemførte tilsyn", "1", ", der fremgår"))
    assert len(page.lines) == 1
    assert [word.text for word in words(page) if word.raised] == ["1"]
    assert "der fremgår" in page.lines[0].text


def test_a_footnote_starts_with_its_raised_mark() -> None:
    page = read_page(lambda c: draw_raised(c, "", "2", "Se vejledningen"))
    assert [(word.text, word.raised) for word in words(page)][:2] == [("2", True), ("Se", False)]


def test_a_small_line_above_is_no_mark() -> None:
    def draw(c: Canvas) -> None:
        c.setFont("Helvetica", 6)
        c.drawString(50, 512, "2023")
        c.setFont("Helvetica", 10)
        c.drawString(50, 500, "942")

    page = read_page(draw)
    assert texts(page) == ["2023", "942"]
    assert not any(word.raised for word in words(page))


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        ("942³", [("942", False), ("³", True)]),
        ("tilsyn¹", [("tilsyn", False), ("¹", True)]),
        ("2022.²", [("2022.", False), ("²", True)]),
        ("m²", [("m²", False)]),
        ("km²", [("km²", False)]),
        ("1.200", [("1.200", False)]),
    ],
)
def test_superscript_characters_are_marks_but_not_in_units(printed: str, expected: list[tuple[str, bool]]) -> None:
    page = read_page(lambda c: c.drawString(50, 500, printed))
    assert [(word.text, word.raised) for word in words(page)] == expected


@pytest.mark.parametrize("angle", [90, 270])
def test_turned_text_reads_upright_and_has_its_angle(angle: int) -> None:
    def draw(c: Canvas) -> None:
        c.translate(200, 300)
        c.rotate(angle)
        c.drawString(0, 0, "Fysiske rammer")

    page = read_page(draw)
    assert texts(page) == ["Fysiske rammer"]
    assert {word.angle for word in words(page)} == {angle}
    box = page.lines[0].box
    assert box is not None
    assert box.height > box.width


def test_turned_text_printed_letter_by_letter_is_one_word() -> None:
    def draw(c: Canvas) -> None:
        c.translate(200, 300)
        c.rotate(90)
        x = 0.0
        for letter in "Organisation":
            c.drawString(x, 0, letter)
            x += c.stringWidth(letter, "Helvetica", 10)

    assert texts(read_page(draw)) == ["Organisation"]


def test_a_skewed_watermark_is_a_line_of_its_own() -> None:
    def draw(c: Canvas) -> None:
        c.drawString(50, 300, "Budgettet er vedtaget")
        c.translate(120, 200)
        c.rotate(45)
        c.setFont("Helvetica", 40)
        c.drawString(0, 0, "UDKAST")

    page = read_page(draw)
    assert sorted(texts(page)) == ["Budgettet er vedtaget", "UDKAST"]
    assert [word.angle for word in words(page) if word.text == "UDKAST"] == [45]


def test_text_printed_twice_to_look_bold_is_read_once() -> None:
    def draw(c: Canvas) -> None:
        c.drawString(50, 500, "Samlet 120")
        c.drawString(50.4, 500, "Samlet 120")

    assert texts(read_page(draw)) == ["Samlet 120"]


def test_a_hyphen_at_the_line_end_stays_a_hyphen() -> None:
    def draw(c: Canvas) -> None:
        c.drawString(50, 500, "Der er indgået en aftale om kommu-")
        c.drawString(50, 488, "nernes fælles opgaver")

    assert texts(read_page(draw)) == ["Der er indgået en aftale om kommu-", "nernes fælles opgaver"]


def test_a_dash_in_a_cell_is_not_joined_to_the_next_row() -> None:
    def draw(c: Canvas) -> None:
        for y, row in ((500, ("Tilbud", "1.874", "-")), (488, ("Familier", "6.790", "12"))):
            for x, cell in zip((50, 150, 250), row, strict=True):
                c.drawString(x, y, cell)

    assert texts(read_page(draw)) == ["Tilbud   1.874   -", "Familier   6.790   12"]


@pytest.mark.parametrize(("base", "raised"), [("12 m", False), ("4 km", False), ("tilsyn", True)])
def test_the_power_of_a_unit_is_no_footnote_mark(base: str, raised: bool) -> None:
    page = read_page(lambda c: draw_raised(c, base, "2"))
    assert words(page)[-1].text == "2"
    assert words(page)[-1].raised is raised
    assert len(page.lines) == 1


def test_a_small_label_over_the_end_of_a_title_is_no_mark() -> None:
    def draw(c: Canvas) -> None:
        c.setFont("Helvetica", 20)
        c.drawString(20, 500, "Virksomhedernes tilfredshed")
        c.setFont("Helvetica", 8)
        c.drawString(20 + c.stringWidth("Virksomhedernes", "Helvetica", 20) - 10, 508, "Nationalt mål")

    page = read_page(draw)
    assert texts(page) == ["Nationalt mål", "Virksomhedernes tilfredshed"]
    assert not any(word.raised for word in words(page))


def test_a_font_with_units_of_its_own_has_the_size_that_is_seen() -> None:
    """Type 3 fonts may draw a glyph of six points in size 1."""
    glyph = "6 0 0 0 5 6 d1 0 0 5 6 re f"
    content = "BT /F 1 Tf 1 0 0 1 50 100 Tm (ab ba) Tj ET"
    page = read(
        pdf_of(
            "<</Type /Catalog /Pages 2 0 R>>",
            "<</Type /Pages /Kids [3 0 R] /Count 1>>",
            "<</Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] /Contents 4 0 R"
            " /Resources <</Font <</F 5 0 R>>>>>>",
            f"<</Length {len(content)}>>\nstream\n{content}\nendstream",
            "<</Type /Font /Subtype /Type3 /FontBBox [0 0 6 6] /FontMatrix [1 0 0 1 0 0] /FirstChar 97 /LastChar 98"
            " /CharProcs <</a 6 0 R /b 6 0 R>> /Encoding <</Differences [97 /a /b]>> /Widths [6 6]>>",
            f"<</Length {len(glyph)}>>\nstream\n{glyph}\nendstream",
        )
    ).pages[0]
    assert [word.size for word in words(page)] == [6.0, 6.0]
