"""Boxes of text that share borders on a page of a PDF."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from pdf_making import read_page, texts
from reportlab.pdfgen.canvas import Canvas

LEFT, MIDDLE, RIGHT = 30, 200, 370
STEP = 14


def boxes(*bands: tuple[Sequence[str], Sequence[str]], shift: int = 0, ruled: bool = True) -> list[str]:
    """The lines of a page with rows of two boxes below each other; the right ones begin ``shift`` points lower."""

    def draw(canvas: Canvas) -> None:
        top = 560
        canvas.drawString(LEFT, top + 8, "Sådan gik det i havnene")
        first = top
        for left, right in bands:
            foot = top - STEP * max(len(left), len(right)) - 8
            for x, lines, lower in ((LEFT, left, 0), (MIDDLE, right, shift)):
                for number, line in enumerate(lines, 1):
                    canvas.drawString(x + 5, top - STEP * number - lower, line)
            if ruled or top == first:
                canvas.line(LEFT, top, RIGHT, top)
            top = foot
        canvas.line(LEFT, top, RIGHT, top)
        for x in (LEFT, MIDDLE, RIGHT):
            canvas.line(x, first, x, top)
        canvas.drawString(LEFT, top - 20, "Tallene er fra havnefogeden")

    return texts(read_page(draw))[1:-1]


CARDS = (
    (
        ["Færre klager", "Mål: højst 20 klager om", "året", "Resultat: 23 klager", "Vurdering: ikke nået"],
        ["Kortere kø", "Mål: højst 14 dage", "Resultat: 12 dage", "Vurdering: nået"],
    ),
    (
        ["Flere gæster", "Mål: 900 gæster", "Resultat: 950 gæster", "Vurdering: nået"],
        ["Rene strande", "Mål: 12 blå flag", "Resultat: 11 blå flag", "Vurdering: næsten", "nået"],
    ),
)


@pytest.mark.parametrize("shift", [0, 3])
def test_cards_with_the_same_labels_are_read_one_after_the_other(shift: int) -> None:
    assert boxes(*CARDS, shift=shift) == [line for band in CARDS for box in band for line in box]


def test_two_boxes_of_running_text_are_read_one_after_the_other() -> None:
    sheet = (
        ["Mål 2.1", "Mindst 44 pct. af gæsterne skal", "komme igen."],
        ["Status for 2.1", "Ved halvåret er det 47 pct. af", "dem, og målet er nået."],
    )
    assert boxes(sheet) == [*sheet[0], *sheet[1]]


def test_lists_below_heads_with_numbers_are_read_one_after_the_other() -> None:
    sheet = (
        ["Mål 6", "Havnen holder i år:", "6.1: 76 korte kurser", "6.2: 52 lange kurser for", "voksne"],
        ["Status for 6", "Der er indtil nu holdt:", "39 korte kurser", "21 lange kurser"],
    )
    assert boxes(sheet) == [*sheet[0], *sheet[1]]


@pytest.mark.parametrize("ruled", [True, False])
def test_rows_of_a_table_stay_whole(ruled: bool) -> None:
    rows = [
        (["Emne"], ["Bemærkning"]),
        (["Moler og broer i havnen"], ["Molen er lagt om i foråret"]),
        (["Fyr og bøjer ved sundet"], ["Fyret er slukket for altid"]),
        (["Både til udlejning her"], ["Bådene er malet i sommer"]),
    ]
    found = boxes(*rows, ruled=ruled)
    assert [line.split("   ")[0] for line in found] == [left[0] for left, _ in rows]
