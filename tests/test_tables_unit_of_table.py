"""The unit of a whole table: alone above its labels, or on a line of its own below its title."""

from __future__ import annotations

import pytest
from reportlab.pdfgen.canvas import Canvas
from table_making import drawn

from extractors.splitting import split
from extractors.tables.extract import extract_tables
from extractors.tables.labels import measure_alone, unit_alone
from ingest.reading.pdf import read_pdf
from ingest.reading.text import read_text
from schemas.records import Observation, Table

ROWS = [["Skoler", "4.120", "4.230"], ["Haller", "815", "(790)"], ["Biblioteker", "1.305", "1.340"]]


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Mio. kr.", "mio. kr."),
        ("Hele 1.000 kr.", "1.000 kr."),
        ("Beløb i 1.000 kr.", "1.000 kr."),
        ("1.000 kr. (2031-priser)", "1.000 kr."),
        ("t.kr. Note", "1.000 kr."),
        ("Mio. kr., netto", "mio. kr."),
        ("1.000 kr., årets priser", "1.000 kr."),
        ("Udgift, netto", None),
        ("Alle tal i pct.", "%"),
        ("Kommune", None),
        ("Udgift i 1.000 kr.", None),
        ("Kr. pr. indbygger", None),
    ],
)
def test_a_unit_alone(text: str, unit: str | None) -> None:
    assert unit_alone(text) == unit


def _read(corner: str, title: list[str], *, bold: bool = False) -> tuple[Table, list[Observation]]:
    def draw(canvas: Canvas) -> None:
        top = 740.0
        for line in title:
            canvas.setFont("Helvetica-Bold" if bold and line == title[0] else "Helvetica", 9)
            canvas.drawString(70, top, line)
            top -= 13
        for label, *texts in [[corner, "2031", "2032"], *ROWS]:
            canvas.setFont("Helvetica", 9)
            canvas.line(70, top - 4, 430, top - 4)
            canvas.drawString(72, top - 14, label)
            for text, end in zip(texts, (330, 428), strict=True):
                canvas.drawRightString(end, top - 14, text)
            top -= 15

    records = extract_tables(split(read_pdf(drawn(draw), filename="a.pdf", sha256="0" * 64)))
    (table,) = [record for record in records if isinstance(record, Table)]
    return table, [record for record in records if isinstance(record, Observation)]


def test_the_unit_above_the_labels_is_that_of_the_table() -> None:
    table, cells = _read("1.000 kr.", ["Tabel 1. Drift af bygninger"])
    assert table.unit == "1.000 kr."
    assert {cell.unit for cell in cells} == {"1.000 kr."}


def test_amounts_in_brackets_below_such_a_unit_are_below_zero() -> None:
    _, cells = _read("1.000 kr. (2031-priser)", ["Tabel 1. Drift af bygninger"])
    assert [cell.value for cell in cells if cell.row_label == "Haller"] == [815, -790]


def test_a_line_of_the_unit_stands_below_the_title() -> None:
    table, _ = _read("Bygning", ["Drift af bygninger", "Beløb i 1.000 kr."])
    assert (table.caption, table.unit) == ("Drift af bygninger", "1.000 kr.")


def test_a_bold_line_with_the_number_of_a_note_is_a_title() -> None:
    table, _ = _read("Bygning", ["Note 3. Bygninger (1.000 kr.)"], bold=True)
    assert (table.caption, table.unit) == ("Note 3. Bygninger (1.000 kr.)", "1.000 kr.")


@pytest.mark.parametrize(
    ("corner", "heads", "unit"),
    [
        ("Ton", ["2031", "2032"], "ton"),
        ("Ton", ["2031", "Andel"], None),
        ("Uge", ["2031", "2032"], None),
        ("Kommune", ["2031", "2032"], None),
    ],
)
def test_a_measure_alone_above_the_labels_is_of_years_only(corner: str, heads: list[str], unit: str | None) -> None:
    assert measure_alone(corner, heads) == unit


def _units(text: str) -> list[str | None]:
    document = read_text(text.encode(), filename="a.txt", sha256="0" * 64)
    return [record.unit for record in extract_tables(split(document)) if isinstance(record, Observation)]


FLAT = (
    "Bygning 2030 2031 Antal sale\nSkoler 40,6 41,2 12\nHaller 8,1 7,9 3\nScener 13,0 13,4 4\nI alt 61,7 62,5 19\n"
)


@pytest.mark.parametrize(
    ("caption", "unit"),
    [
        ("Tabel 1. Drift 2031, mio. kr.", "mio. kr."),
        ("Tabel 1. Drift 2031 mio. kr.", "mio. kr."),
        ("Tabel 1. Affald, 1.000 ton", "1.000 ton"),
        ("Tabel 1. Ventetid (dage)", "dage"),
        ("Tabel 1. Huse, der koster over 2.500,5 mio. kr. i drift", None),
        ("Tabel 1. Ønsker (antal skoler)", None),
    ],
)
def test_a_caption_names_the_unit_of_what_is_measured(caption: str, unit: str | None) -> None:
    assert _units(f"{caption}\n{FLAT}")[:3] == [unit, unit, None]


@pytest.mark.parametrize(
    ("sentence", "unit"),
    [
        ("Tabellen viser driften af bygninger i to år, alt sammen i 1.000 ton CO2e.", "1.000 ton CO2e"),
        ("Bygningerne er steget i pris. Alle beløb er i mio. kr.", "mio. kr."),
        ("Beløbene er angivet i mio. kr., 2031-priser.", "mio. kr."),
        ("Alle tal kommer fra husene, og driften ligger i kr. 2 pr. dag.", None),
        ("Driften steg med 4 mio. kr.", None),
    ],
)
def test_the_sentence_above_a_table_tells_the_unit_of_all_of_it(sentence: str, unit: str | None) -> None:
    assert _units(f"Om husene\n\n{sentence}\n\n{FLAT}")[:3] == [unit, unit, None]
