"""What is printed in columns on a page and is no table of numbers."""

from __future__ import annotations

from reportlab.pdfgen.canvas import Canvas
from table_making import drawn, facts_of, records_of, table, typeset

from schemas.records import Observation


def test_names_over_one_number_each_in_frames_are_cards() -> None:
    def cards(canvas: Canvas) -> None:
        for at, lines in enumerate(
            (
                ("Cykler til udlån", "1.420", "2031: mindst 900"),
                ("Læste breve", "64 pct.", "2031: mindst 60 pct."),
                ("Ture om ugen", "31", "2031: mindst 40"),
            )
        ):
            canvas.rect(60 + 160 * at, 650, 150, 60)
            for line, text in enumerate(lines):
                canvas.drawString(66 + 160 * at, 695 - 18 * line, text)

    assert facts_of(drawn(cards)) == {}


def test_a_line_that_tells_a_number_of_its_own_heads_no_values() -> None:
    rows = [["", "Andel i alt: 30 pct."], ["2.1 Ture med bus", "640"], ["2.2 Ture til fods", "85"]]
    rows += [["2.3 Deltageres karakter", "4,5"], ["2.4 Skader", "6"], ["2.5 Nye ledere", "12"]]
    records = records_of(typeset("2. Flere ture", table(rows, "few lines")))
    assert not any(isinstance(r, Observation) for r in records)


def test_a_year_behind_a_colon_heads_values() -> None:
    rows = [["Sted", "Ture i året: 2031"], ["Nord", "640"], ["Syd", "85"], ["Øst", "41"]]
    assert facts_of(typeset("Tabel 1: Ture", table(rows, "few lines")))["Syd", "Ture i året: 2031"] == 85
