"""Tables of PDF pages whose borders and filled areas part what stands near, and rows of verdicts among values."""

from __future__ import annotations

from reportlab.lib import colors
from reportlab.lib.styles import ParagraphStyle
from reportlab.platypus import Paragraph
from table_making import BOLD, CELL, HEAD, RIGHT, facts_of, table, typeset


def test_a_border_parts_a_number_from_the_word_right_behind_it() -> None:
    # points at the end of a line hang over the edge, as some programs set them
    hanging = ParagraphStyle("hanging", parent=RIGHT, rightIndent=-3)
    heads = [
        Paragraph("Delmål", BOLD),
        Paragraph("Mål", HEAD),
        Paragraph("Opgjort", HEAD),
        Paragraph("Farve", BOLD),
    ]
    rows = [
        ("Både på el", "60 pct.", "63 pct.", "Grøn"),
        ("Strøm, kWh pr. båd", "88", "91", "Gul"),
        ("Affald sorteret", "55 pct.", "49 pct.", "Rød"),
        ("Ny mole, meter", "3.400", "1.870", "Rød"),
    ]
    ready = [heads] + [
        [Paragraph(label, CELL), *(Paragraph(text, hanging if text[-1] == "." else RIGHT) for text in (aim, told)),
         Paragraph(colour, CELL)]
        for label, aim, told, colour in rows
    ]  # fmt: skip
    narrow = [("LEFTPADDING", (0, 0), (-1, -1), 3), ("RIGHTPADDING", (0, 0), (-1, -1), 3)]
    facts = facts_of(typeset("Tabel 2: Delmål for 2031", table(ready, widths=[160, 60, 60, 60], more=narrow)))
    assert facts["Både på el", "Opgjort"] == 63
    assert len(facts) == 8


def test_numbers_in_the_filled_cells_of_heads_end_these() -> None:
    rows = [
        ["Havn", "Sejlere<br/>2031", "Både over<br/>40 år", "Broer"],
        ["Nordby", "334.120", "71.840", "198"],
        ["Sydby", "402.655", "74.490", "241"],
        ["Østby", "288.310", "51.330", "170"],
    ]
    fill = [("BACKGROUND", (0, 0), (-1, 0), colors.HexColor("#c0d0e0"))]
    facts = facts_of(typeset("Tabel 3: Havnene", table(rows, more=fill)))
    assert ("Nordby", "Sejlere 2031") in facts
    assert ("Nordby", "Både over 40 år") in facts
    assert len(facts) == 9


def test_a_row_of_verdicts_ends_no_table_and_heads_no_rows() -> None:
    rows = [
        ["", "Ventetid, dage", "Tilfredse", "Klager"],
        ["Mål for 2031", "14", "75 pct.", "190"],
        ["Resultat 2031", "12", "68 pct.", "197"],
        ["Status", "Nået", "Ikke nået", "Ikke nået"],
        ["Mål for 2032", "11", "72 pct.", "188"],
    ]
    facts = facts_of(typeset("Tabel 4: Fælles mål for havnene", table(rows)))
    assert facts["Mål for 2032", "Ventetid, dage"] == 11
    assert len(facts) == 9


def test_a_row_of_names_heads_the_rows_below_it() -> None:
    rows = [
        ["Havn", "Både", "Broer", "Fyr"],
        ["Nordby", "14", "75", "190"],
        ["Sydby", "12", "68", "197"],
        ["Ø", "Sejl", "Motor", "Årer"],
        ["Østby", "11", "72", "188"],
        ["Vestby", "10", "71", "180"],
    ]
    facts = facts_of(typeset("Tabel 4: Havnene", table(rows)))
    assert ("Østby", "Både") not in facts
