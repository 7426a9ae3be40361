"""Tables on pages whose print stands on its side."""

from __future__ import annotations

import pytest
from reportlab.pdfgen.canvas import Canvas
from table_making import drawn, facts_of, records_of

from schemas.records import Observation

ROWS = [
    ["Område", "Budget", "Regnskab"],
    ["Drift", "", ""],
    ["   Svømmehal", "1.200", "1.150"],
    ["   Bibliotek", "3.400", "3.475"],
    ["   Musikskole", "900", "880"],
    ["Anlæg", "", ""],
    ["   Cykelsti", "2.500", "2.610"],
    ["   Legeplads", "310", "295"],
]


def _page(degrees: int) -> bytes:
    def draw(canvas: Canvas) -> None:
        if degrees:
            canvas.translate(*((595, 0) if degrees == 90 else (0, 842)))
            canvas.rotate(degrees if degrees == 90 else -90)
        canvas.drawString(70, 500, "Tabel 1: Kultur og anlæg, 1.000 kr.")
        for number, (label, *values) in enumerate(ROWS):
            y = 480 - 16 * number
            canvas.line(66, y - 4, 520, y - 4)
            canvas.drawString(70 + 3 * (len(label) - len(label.lstrip())), y, label.strip())
            for text, end in zip(values, (350, 500), strict=True):
                canvas.drawRightString(end, y, text)

    return drawn(draw)


@pytest.mark.parametrize("degrees", [90, 270])
def test_a_table_on_its_side_gives_the_same_facts(degrees: int) -> None:
    facts = facts_of(_page(degrees))
    assert facts == facts_of(_page(0))
    assert facts["Drift / Bibliotek", "Regnskab"] == 3475
    assert len(facts) == 10


@pytest.mark.parametrize("degrees", [90, 270])
def test_the_box_is_where_the_number_is_printed(degrees: int) -> None:
    observations = [r for r in records_of(_page(degrees)) if isinstance(r, Observation) and r.value_text == "1.200"]
    (box,) = [r.bbox for r in observations]
    assert box is not None
    x0, y0, x1, y1 = box
    assert x1 - x0 < y1 - y0  # it stands on its side
    # 350 points from the left of the table's page, 448 above its foot
    assert (abs(y0 - (842 - 350)) < 2) if degrees == 90 else abs(y1 - 350) < 2
    assert abs((x0 + x1) / 2 - (595 - 451 if degrees == 90 else 451)) < 4
