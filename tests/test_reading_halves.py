"""Pages set in two columns with tables among their text."""

import pytest

from ingest.reading.pdf_columns import in_reading_order
from ingest.reading.pdf_drawings import Drawings
from schemas.document import Word

SIZE, WIDTH = 10.0, 595.0


def row(x, y, text):
    """Words with 5 points a letter; ``_`` stands for a wide gap."""
    words, at = [], float(x)
    for part in text.split(" "):
        gap = len(part) - len(part.lstrip("_"))
        part = part.lstrip("_")
        at += 20 * gap
        words.append(Word(part, at, y, at + 5 * len(part), y + SIZE, SIZE))
        at += 5 * len(part) + 3
    return words


def half(x, first, name, step, figures):
    """Prose, a table and prose again."""
    texts = [
        f"Kommunerne ved {name} har arbejdet sammen",
        "om havnene siden foråret og vil i det nye",
        "år bygge en mole med plads til flere både",
        *(f"{label} ___{figures} _____12,5" for label in ("Moler", "Fyr", "Bøjer", "Broer", "Både", "Sejl")),
        "Tallene er talt op af havnens fogeder selv",
        "og bliver lagt frem for rådet til sommeren",
    ]
    return [row(x, first + place * step, text) for place, text in enumerate(texts)]


def read(left, right):
    rows = []
    for line in sorted([*left, *right], key=lambda line: line[0].y0):
        if rows and abs(rows[-1][0].y0 - line[0].y0) < 4:
            rows[-1] = sorted([*rows[-1], *line], key=lambda word: word.x0)
        else:
            rows.append(list(line))
    return rows, [" ".join(word.text for word in line) for line in in_reading_order(rows, Drawings(), WIDTH)]


def texts(side):
    return [" ".join(word.text for word in line) for line in side]


def test_halves_with_tables_of_their_own_are_read_one_after_the_other():
    left, right = half(50, 100, "fjorden", 14, "41"), half(310, 106, "sundet", 15, "63")
    assert read(left, right)[1] == texts([*left, *right])


@pytest.mark.parametrize("shift", [0, 1])
def test_rows_that_keep_to_common_lines_stay_whole(shift):
    left, right = half(50, 100, "fjorden", 14, "41"), half(310, 100 + shift, "sundet", 14, "63")
    rows, found = read(left, right)
    assert found == texts(rows)


def test_figures_beside_text_stay_in_their_rows():
    left = half(50, 100, "fjorden", 14, "41")
    right = [row(310, 106 + 15 * place, "63 ___12,5 ___44 ___7") for place in range(11)]
    rows, found = read(left, right)
    assert found == texts(rows)
