"""Page numbers printed on the pages of a PDF are their labels, and furniture."""

from __future__ import annotations

from collections.abc import Callable

from pdf_making import make_pdf, read
from reportlab.pdfgen.canvas import Canvas

from extractors.text.furniture import find_furniture


def page(text: str, foot: str) -> Callable[[Canvas], None]:
    def draw(c: Canvas) -> None:
        c.drawString(50, 400, text)
        c.drawCentredString(200, 30, foot)

    return draw


def test_bare_numbers_that_count_on_are_labels_and_no_text() -> None:
    document = read(make_pdf(*(page(f"Bilag {n}", str(n + 3)) for n in range(1, 4))))
    assert [p.label for p in document.pages] == ["4", "5", "6"]
    assert [document.lines[n].text for n in sorted(find_furniture(document))] == ["4", "5", "6"]


def test_numbers_that_do_not_count_on_are_text() -> None:
    document = read(make_pdf(*(page("I alt", foot) for foot in ("40", "17", "96"))))
    assert [p.label for p in document.pages] == [None, None, None]
    assert not find_furniture(document)


def test_a_number_with_its_word_is_taken_at_its_word() -> None:
    document = read(make_pdf(page("Budget", "Side 7 af 9")))
    assert document.pages[0].label == "7"


def test_numbers_in_the_middle_of_pages_are_no_labels() -> None:
    document = read(make_pdf(*(page(str(n), "KKR") for n in range(1, 5))))
    assert [p.label for p in document.pages] == [None] * 4
