"""Tables that stand beside running text, below the caption of a figure, or that are a numbered note."""

from __future__ import annotations

from decimal import Decimal

import pytest
from reportlab.lib import colors
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, Table, TableStyle
from table_making import BOLD, CAPTION, CELL, HEAD, LOOKS, RIGHT, TEXT, drawn, facts_of, records_of, table, typeset

from schemas.records import Finding, Observation
from schemas.records import Table as TableRow

TOLLS = [
    ["Bro", "Biler", "Pris (kr.)"],
    ["Nordbroen", "8.140", "22,5"],
    ["Den gamle bro over fjorden", "3.260", "14,0"],
    ["Havnebroen ved den nye terminal", "1.905", "9,5"],
]
TEXTS = {
    "short": "Prisen er den samme for alle biler under tre ton. Lastbiler betaler det dobbelte.",
    "long": "Prisen er den samme for alle biler under tre ton. Lastbiler betaler det dobbelte, og busser kører "
    "gratis om søndagen. Udvalget ser på priserne igen, når den nye bro er åbnet, og borgerne har vænnet sig "
    "til den. Indtil da gælder de priser, der er aftalt med staten og regionen for de næste fire år.",
}
BARE = [("VALIGN", (0, 0), (-1, -1), "TOP")]
BARE += [(f"{side}PADDING", (0, 0), (-1, -1), 0) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")]
RULES = [(("LINEBELOW"), (col, row), (col, row), 0.6, colors.black) for row in (0, 3) for col in range(3)]


@pytest.mark.parametrize("text", sorted(TEXTS))
@pytest.mark.parametrize("left", [True, False])
def test_text_beside_a_table_with_rules_is_none_of_its_heads_and_rows(text: str, left: bool) -> None:
    tolls = table(TOLLS, "bare", widths=[95, 55, 60], more=RULES)
    side = [Paragraph(TEXTS[text], TEXT), [Paragraph("Passager i maj", CAPTION), tolls]]
    widths = [205, 240] if left else [250, 195]
    beside = Table([side if left else side[::-1]], colWidths=widths, style=TableStyle(BARE))
    records = records_of(typeset(beside, "Efter tabellen går teksten videre over hele siden."))
    facts = {(r.row_label, r.col_label): r.value for r in records if isinstance(r, Observation)}
    assert facts == {(row[0], head): Decimal(value.replace(".", "").replace(",", "."))
                     for row in TOLLS[1:] for head, value in zip(TOLLS[0][1:], row[1:], strict=True)}  # fmt: skip
    assert [r.caption for r in records if isinstance(r, TableRow)] == ["Passager i maj"]


def test_outer_labels_left_of_shorter_rules_are_no_text_beside_the_table() -> None:
    rows = [
        ["Område og de veje, det dækker", "Vej", "2024", "2025"],
        ["Kommunens veje mod nord og mod øst", "Møllevej", "210", "234"],
        ["", "Skovvej", "118", "120"],
        ["Kommunens veje mod syd og mod vest", "Engvej", "77", "81"],
        ["", "Kirkevej", "64", "59"],
    ]
    more = [("LINEBELOW", (1, n), (-1, n), 0.5, colors.black) for n in (1, 3)]
    more += [("LINEBELOW", (0, n), (-1, n), 0.5, colors.black) for n in (0, 2, 4)]
    more += [("SPAN", (0, 1), (0, 2)), ("SPAN", (0, 3), (0, 4))]
    facts = facts_of(typeset("Tabel 1: Biler", table(rows, "bare", widths=[90, 90, 60, 60], more=more)))
    assert facts["Kommunens veje mod nord og mod øst / Møllevej", "2025"] == 234
    assert len(facts) == 8


def test_the_last_row_goes_on_below_a_running_number() -> None:
    rows = [["Nr.", "Projekt", "Beløb"], ["1", "Ny sti", "340"], ["2", "Lys ved torvet", "95"]]
    rows += [["3", "Bænke, borde og skraldespande langs havnen", "120"]]
    styles = [BOLD, BOLD, HEAD], [CELL, CELL, RIGHT]
    ready = [[Paragraph(t, s) for t, s in zip(row, styles[n > 0], strict=True)] for n, row in enumerate(rows)]
    facts = facts_of(typeset("Tabel 1: Puljen (1.000 kr.)", table(ready, "bare", widths=[30, 110, 60])))
    assert facts["3 / Bænke, borde og skraldespande langs havnen", "Beløb"] == 120


@pytest.mark.parametrize("heads", [["Note 4", "2031", "2030"], ["Opgjort ultimo", "31.12.2030", "30.6.2031"]])
@pytest.mark.parametrize("look", sorted(set(LOOKS) - {"bare"}))
def test_heads_that_begin_as_a_note_does_stand_over_their_columns(look: str, heads: list[str]) -> None:
    rows = [heads, ["Løn", "512", "498"], ["Pension", "81", "77"], ["I alt", "593", "575"]]
    facts = facts_of(typeset("Tabel 1: Personale (1.000 kr.)", table(rows, look)))
    assert facts["Pension", heads[2]] == 77
    assert len(facts) == 6


@pytest.mark.parametrize("look", sorted(set(LOOKS) - {"bare"}))
def test_a_table_below_the_caption_of_a_figure_is_read(look: str) -> None:
    rows = [
        ["Branche", "2030", "2031"],
        ["Fiskeri", "41", "38"],
        ["Skovbrug", "17", "22"],
        ["Bryggerier", "9", "12"],
    ]
    story = Paragraph("Figur 3. Nye virksomheder", CAPTION), table(rows, look)
    records = records_of(typeset("Der blev flere.", *story))
    assert {(r.row_label, r.col_label) for r in records if isinstance(r, Observation)} == {
        (row[0], year) for row in rows[1:] for year in rows[0][1:]
    }
    assert [(r.table_no, r.caption) for r in records if isinstance(r, TableRow)] == [
        ("Figur 3", "Nye virksomheder")
    ]


def test_bars_with_their_values_below_a_caption_of_a_figure_are_refused() -> None:
    def chart(canvas: Canvas) -> None:
        canvas.drawString(80, 780, "Figur 3: Ansøgninger")
        canvas.drawString(200, 760, "Drenge")
        canvas.drawString(300, 760, "Piger")
        for n, name in enumerate(("Nord", "Syd", "Øst", "Vest")):
            canvas.drawString(80, 730 - 22 * n, name)
            canvas.rect(140, 728 - 22 * n, 50 + 9 * n, 8, fill=1)
            canvas.drawString(200 + 9 * n, 730 - 22 * n, str(31 + 4 * n))
            canvas.drawString(300 + 7 * n, 730 - 22 * n, str(27 + 3 * n))

    records = records_of(drawn(chart))
    assert not any(isinstance(r, Observation) for r in records)
    assert [r.rule for r in records if isinstance(r, Finding)] == ["table_refused"]


def test_a_table_of_text_with_a_dash_in_its_last_row_holds_no_number() -> None:
    rows = [
        ["Afsender", "Bemærkning", "Svar"],
        ["Beboerne på Engvej", "Vil have lys på stien", "Kommer i 2032, når stien er lagt om"],
        ["Bådklubben", "Har ingen bemærkninger til planen for havnen", "–"],
    ]
    assert facts_of(typeset("Svar på høringen", table(rows, "grid", widths=[100, 150, 150]))) == {}
