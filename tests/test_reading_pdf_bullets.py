"""Circles drawn before the entries of a list are read as bullets; other circles are not."""

from __future__ import annotations

import pytest
from pdf_making import read_page, texts
from reportlab.pdfgen.canvas import Canvas


def entries(c: Canvas, radius: float, left: float) -> None:
    for place, entry in enumerate(("flere lærepladser", "færre afbrud")):
        c.circle(left, 503.5 - 14 * place, radius, stroke=0, fill=1)
        c.drawString(60, 500 - 14 * place, entry)


def test_a_filled_circle_before_an_entry_is_its_bullet() -> None:
    assert texts(read_page(lambda c: entries(c, 1.8, 52))) == ["• flere lærepladser", "• færre afbrud"]


@pytest.mark.parametrize(("radius", "left"), [(6, 48), (1.8, 20), (1.8, 100), (0.4, 52)])
def test_a_circle_of_another_size_or_place_is_none(radius: float, left: float) -> None:
    assert texts(read_page(lambda c: entries(c, radius, left))) == ["flere lærepladser", "færre afbrud"]


def test_an_empty_circle_and_a_square_are_none() -> None:
    def draw(c: Canvas) -> None:
        c.circle(52, 503.5, 1.8, stroke=1, fill=0)
        c.drawString(60, 500, "flere lærepladser")
        c.rect(50, 487.7, 3.6, 3.6, stroke=0, fill=1)
        c.drawString(60, 486, "2021")

    assert texts(read_page(draw)) == ["flere lærepladser", "2021"]
