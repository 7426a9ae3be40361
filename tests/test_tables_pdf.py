"""Tables of PDF pages, typeset for the test and read with the real reader."""

from __future__ import annotations

from decimal import Decimal

import pytest
from reportlab.lib import colors
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import PageBreak, Paragraph, Spacer
from table_making import (
    BOLD,
    CAPTION,
    CELL,
    HEAD,
    LOOKS,
    MIDDLE,
    RIGHT,
    TEXT,
    Turned,
    cells,
    drawn,
    facts_of,
    records_of,
    table,
    two_columns,
    typeset,
)

from schemas.records import Cell, Finding, Observation, Table

PROSE = (
    "Udvalget har drøftet, hvordan de 14 kommuner kan samarbejde om opgaven, og hvad det vil koste over de næste "
    "fire år. Der er enighed om, at 62 pct. af midlerne skal gå til drift, og at resten skal bruges på udvikling. "
)
PLAIN = [
    ["Område", "Budget 2024", "Regnskab 2024", "Forskel"],
    ["Svømmehal", "1.200", "1.150", "-50"],
    ["Bibliotek og borgerservice i de mindre byer", "3.400", "3.475", "75"],
    ["Musikskole", "900", "-", ""],
    ["I alt", "5.500", "4.625", "25"],
]


@pytest.mark.parametrize("look", sorted(LOOKS))
def test_every_look_gives_the_same_facts(look: str) -> None:
    facts = facts_of(typeset(PROSE, "Tabel 1: Kultur og fritid, 1.000 kr.", table(PLAIN, look), PROSE))
    assert facts["Bibliotek og borgerservice i de mindre byer", "Regnskab 2024"] == 3475
    assert facts["Svømmehal", "Forskel"] == -50
    assert facts["Musikskole", "Regnskab 2024"] is None
    assert facts["I alt", "Budget 2024"] == 5500
    assert len(facts) == 11


@pytest.mark.parametrize("look", sorted(LOOKS))
def test_running_text_around_a_table_is_left_alone(look: str) -> None:
    records = records_of(typeset(PROSE * 3, "Tabel 1: Kultur og fritid", table(PLAIN, look), PROSE * 3))
    (found,) = [r for r in records if isinstance(r, Table)]
    assert (found.n_rows, found.n_cols, found.caption) == (5, 4, "Kultur og fritid")
    assert not any("Udvalget" in r.text for r in records if isinstance(r, Cell))


def test_caption_number_unit_and_place_come_with_the_table() -> None:
    records = records_of(typeset("Tabel 7 – Kultur og fritid, 1.000 kr.", table(PLAIN), "Kilde: Egne opgørelser."))
    (found,) = [r for r in records if isinstance(r, Table)]
    assert (found.table_no, found.unit, found.page_first) == ("Tabel 7", "1.000 kr.", 1)
    assert found.note == "Kilde: Egne opgørelser."
    value = next(r for r in records if isinstance(r, Observation) and r.value_text == "3.475")
    assert value.bbox is not None
    assert 200 < value.bbox.x0 < value.bbox.x1 < 540
    assert value.unit == "1.000 kr."
    assert value.year == 2024


SPANNING = [
    ["Kommune", "Børn", "", "Voksne", "", "I alt"],
    ["", "Drenge", "Piger", "Mænd", "Kvinder", ""],
    ["Lejre", "12", "14", "40", "38", "104"],
    ["Køge", "22", "21", "80", "91", "214"],
    ["Greve", "30", "28", "77", "75", "210"],
]


@pytest.mark.parametrize("look", sorted(LOOKS))
def test_a_head_over_several_columns_heads_each_of_them(look: str) -> None:
    ready = cells(SPANNING, heads=2)
    ready[0] = [Paragraph(text, MIDDLE) for text in SPANNING[0]]
    spans = [("SPAN", (1, 0), (2, 0)), ("SPAN", (3, 0), (4, 0))]
    facts = facts_of(typeset("Tabel 2: Deltagere", table(ready, look, heads=2, more=spans)))
    assert facts["Køge", "Voksne / Kvinder"] == 91
    assert facts["Køge", "Børn / Drenge"] == 22
    assert facts["Greve", "I alt"] == 210


OF_SEVERAL_SIZES = [
    ["Havn", "2030", "", "2031", "", "", "2032"],
    ["", "Budget", "Regnskab", "Budget", "Regnskab", "Afvigelse", "Budget"],
    ["Inderhavn", "4,1", "4,3", "4,5", "4,2", "0,3-", "4,6"],
    ["Yderhavn", "5,0", "5,2", "5,4", "5,5", "0,1", "5,8"],
    ["Nordhavn", "6,0", "6,2", "6,4", "6,5", "0,1", "6,8"],
]


@pytest.mark.parametrize("look", ["stripes", "few lines"])
def test_a_rule_below_all_heads_over_several_columns_tells_of_none_how_far_it_reaches(look: str) -> None:
    ready = cells(OF_SEVERAL_SIZES, heads=2)
    ready[0] = [*(Paragraph(text, MIDDLE) for text in OF_SEVERAL_SIZES[0][:-1]), Paragraph("2032", RIGHT)]
    more = [("SPAN", (1, 0), (2, 0)), ("SPAN", (3, 0), (5, 0)), ("LINEBELOW", (1, 0), (-1, 0), 0.6, colors.black)]
    facts = facts_of(typeset("Tabel 3: Havne", table(ready, look, widths=[90, *[65] * 6], heads=2, more=more)))
    assert facts["Inderhavn", "2031 / Budget"] == Decimal("4.5")
    assert facts["Inderhavn", "2031 / Afvigelse"] == Decimal("-0.3")
    assert facts["Yderhavn", "2030 / Regnskab"] == Decimal("5.2")
    assert facts["Nordhavn", "2032 Budget"] == Decimal("6.8")


GROUPS = [
    ["", "2022", "2023"],
    ["Døgntilbud", "", ""],
    ["0-7 pladser", "31.200 kr.", "32.050 kr."],
    ["8-24 pladser", "41.700 kr.", "42.900 kr."],
    ["Dagtilbud", "", ""],
    ["0-7 pladser", "11.100 kr.", "11.350 kr."],
    ["8-24 pladser", "15.400 kr.", "15.800 kr."],
]


@pytest.mark.parametrize("look", sorted(LOOKS))
def test_group_rows_stand_first_in_the_row_path(look: str) -> None:
    facts = facts_of(typeset("Tabel 3: Takster", table(GROUPS, look)))
    assert facts["Døgntilbud / 0-7 pladser", "2023"] == 32050
    assert facts["Dagtilbud / 8-24 pladser", "2022"] == 15400
    assert len(facts) == 8


@pytest.mark.parametrize("repeat", [True, False])
@pytest.mark.parametrize("look", ["grid", "lines", "bare"])
def test_a_table_over_two_pages_is_one(look: str, repeat: bool) -> None:
    rows = [["Skole", "Elever", "Klasser"]] + [
        [f"Skole nr. {n} i byen", str(100 + n), str(n % 7 + 4)] for n in range(1, 61)
    ]
    records = records_of(typeset("Tabel 4: Skoler", table(rows, look, repeat=repeat)))
    (found,) = [r for r in records if isinstance(r, Table)]
    assert (found.page_first, found.page_last, found.n_rows) == (1, 2, 61)
    facts = {(r.row_label, r.col_label): r for r in records if isinstance(r, Observation)}
    assert facts["Skole nr. 60 i byen", "Elever"].value == 160
    assert facts["Skole nr. 60 i byen", "Elever"].page == 2
    assert len(facts) == 120


def test_heads_that_read_upwards_stand_over_their_columns() -> None:
    rows = [
        [Paragraph("Tema", BOLD), Turned("Fysiske rammer"), Turned("Kompetencer"), Turned("Trivsel")],
        *[[Paragraph(name, CELL), *(Paragraph(str(v), RIGHT) for v in values)] for name, values in
          [("Påbud", (1, 4, 0)), ("Vilkår", (2, 9, 3)), ("Skærpet tilsyn", (0, 1, 7))]],
    ]  # fmt: skip
    facts = facts_of(typeset("Tabel 5: Sanktioner", table(rows, "lines", widths=[150, 50, 50, 50])))
    assert facts["Vilkår", "Kompetencer"] == 9
    assert facts["Skærpet tilsyn", "Trivsel"] == 7


@pytest.mark.parametrize("room", [0, 40])
def test_heads_that_read_upwards_stand_below_heads_over_several_columns(room: int) -> None:
    """``room``: white above the longest of the turned heads, in a cell whose print stands at the foot."""
    rows = [
        ["", Paragraph("Biler", MIDDLE), "", Paragraph("Ansatte", MIDDLE), "", ""],
        [Paragraph("Sted", BOLD), *(Turned(text) for text in ("Små", "Store", "Fast", "Vikarer", "Elever"))],
        *[[Paragraph(name, CELL), *(Paragraph(v, RIGHT) for v in values)] for name, values in
          [("Havn", ("3", "1", "12", "4", "2")), ("Skov", "259-1"), ("By", "70863")]],
    ]  # fmt: skip
    more = [("SPAN", (1, 0), (2, 0)), ("SPAN", (3, 0), (5, 0)), ("VALIGN", (0, 1), (-1, 1), "BOTTOM")]
    more += [("TOPPADDING", (0, 1), (-1, 1), room)]
    facts = facts_of(typeset("Tabel 5 Biler og ansatte", table(rows, "grid", widths=[110, *[45] * 5], more=more)))
    assert facts["Skov", "Biler / Store"] == 5
    assert facts["By", "Ansatte / Elever"] == 3
    assert len(facts) == 15


def test_labels_that_read_upwards_head_the_rows_beside_them() -> None:
    def row(side: object, name: str, *values: str) -> list[object]:
        return [side, Paragraph(name, CELL), *(Paragraph(v, RIGHT) for v in values)]

    rows = [
        ["", "", Paragraph("2023", HEAD), Paragraph("2024", HEAD)],
        row(Turned("Voksne"), "Anmeldt", "4", "5"),
        row("", "Uanmeldt", "6", "7"),
        row(Turned("Børn"), "Anmeldt", "1", "2"),
        row("", "Uanmeldt", "3", "8"),
    ]
    spans = [("SPAN", (0, 1), (0, 2)), ("SPAN", (0, 3), (0, 4))]
    facts = facts_of(typeset("Tabel 6: Besøg", table(rows, "grid", widths=[22, 120, 60, 60], more=spans)))
    assert facts["Voksne / Uanmeldt", "2024"] == 7
    assert facts["Børn / Anmeldt", "2023"] == 1


def test_tables_side_by_side_keep_to_themselves() -> None:
    rows = [
        ["Nord", "Antal", "Syd", "Beløb"],
        ["Brønderslev", "12", "Sønderborg", "7.100"],
        ["Hjørring", "14", "Tønder", "6.900"],
        ["Læsø", "1", "Aabenraa", "9.950"],
    ]
    facts = facts_of(typeset("Tabel 8: Fordeling", table(rows, "grid", widths=[110, 60, 110, 60])))
    assert facts["Tønder", "Beløb"] == 6900
    assert facts["Læsø", "Antal"] == 1
    assert len(facts) == 6


def test_two_records_a_row_become_one_list() -> None:
    rows = [
        ["Kommune", "Kvote", "Kommune", "Kvote"],
        ["101 København", "45", "151 Ballerup", "4"],
        ["147 Frederiksberg", "5", "153 Brøndby", "-"],
        ["155 Dragør", "11", "157 Gentofte", "9"],
    ]
    records = records_of(typeset("Tabel 9: Kvoter", table(rows, "bare", widths=[120, 60, 120, 60])))
    facts = {r.row_label: r for r in records if isinstance(r, Observation)}
    assert facts["157 Gentofte"].value == 9
    assert facts["157 Gentofte"].municipality_code == "157"
    assert facts["153 Brøndby"].value is None
    assert len([r for r in records if isinstance(r, Table)]) == 1


def test_footnote_marks_stay_out_of_numbers() -> None:
    rows = [
        [Paragraph("Område", BOLD), Paragraph("2023", HEAD), Paragraph("2024", HEAD)],
        [
            Paragraph("Tilsyn<super size=6>1</super>", CELL),
            Paragraph("942<super size=6>3</super>", RIGHT),
            Paragraph("17", RIGHT),
        ],
        [Paragraph("Besøg", CELL), Paragraph("55", RIGHT), Paragraph("31", RIGHT)],
    ]
    facts = facts_of(typeset("Tabel 10: Aktivitet", table(rows)))
    assert facts["Tilsyn", "2023"] == 942


def test_values_in_the_middle_of_wrapped_labels_are_one_row() -> None:
    name = "Samarbejde om specialiserede tilbud til voksne med erhvervet hjerneskade og deres pårørende"
    rows = [["Projekt", "Beløb"], [name, "450"], ["Kurser", "120"], ["Rejser", "30"]]
    for where in ("TOP", "MIDDLE", "BOTTOM"):
        facts = facts_of(
            typeset("Tabel 11: Projekter", table(rows, "lines", more=[("VALIGN", (0, 0), (-1, -1), where)]))
        )
        assert facts == {
            (name, "Beløb"): Decimal(450),
            ("Kurser", "Beløb"): Decimal(120),
            ("Rejser", "Beløb"): Decimal(30),
        }


def test_a_bar_chart_is_refused_and_told() -> None:
    def chart(canvas: Canvas) -> None:
        canvas.drawString(80, 780, "Figur 2: Besøg pr. år")
        for step in range(6):
            canvas.drawRightString(90, 500 + step * 40, f"{step * 250}")
            canvas.line(95, 503 + step * 40, 400, 503 + step * 40)
        for number, value in enumerate((1140, 980, 1210, 1033)):
            canvas.rect(120 + number * 70, 503, 30, value / 6, fill=1)
            canvas.drawString(122 + number * 70, 510 + value / 6, f"{value}")
            canvas.drawString(122 + number * 70, 485, str(2020 + number))

    records = records_of(drawn(chart))
    assert [r for r in records if isinstance(r, Observation)] == []
    (finding,) = [r for r in records if isinstance(r, Finding)]
    assert (finding.rule, finding.page) == ("table_refused", 1)


def test_bars_are_no_cells() -> None:
    def chart(canvas: Canvas) -> None:
        for step in range(4):
            canvas.drawRightString(85, 400 + step * 80, ("0", "400", "800", "1.200")[step])
            canvas.line(95, 403 + step * 80, 101, 403 + step * 80)
        for number, (name, value) in enumerate(
            (("Lærer", 612), ("Pædagog", 1104), ("Sosu", 897), ("Socialrådgiver", 341))
        ):
            canvas.setFillColorRGB(0.2, 0.4, 0.6)
            canvas.rect(140 + number * 95, 403, 60, value / 5, fill=1, stroke=0)
            canvas.setFillColorRGB(0, 0, 0)
            canvas.drawString(158 + number * 95, 408 + value / 5, f"{value}")
            canvas.drawString(158 + number * 95, 385, name)

    records = records_of(drawn(chart))
    assert [r.rule for r in records if isinstance(r, Finding)] == ["table_refused"]
    assert not any(isinstance(r, Observation) for r in records)


@pytest.mark.parametrize(
    "lines",
    [
        [
            "Indholdsfortegnelse",
            "1. Indledning ............ 3",
            "2. Økonomi ............... 4",
            "3. Bilag ................. 9",
        ],
        ["Dato: 14. maj 2024", "Sagsnr.: 24/1187", "Telefon: 58 57 36 00", "Mødet sluttede kl. 12.30"],
        ["Der er 12 kommuner i 2024.", "I 2023 var der 14 kommuner.", "Det giver 86 pct. deltagelse."],
    ],
)
def test_lists_letters_and_contents_are_no_tables(lines: list[str]) -> None:
    def draw(canvas: Canvas) -> None:
        for number, line in enumerate(lines):
            canvas.drawString(80, 760 - 14 * number, line)

    assert records_of(drawn(draw)) == []


def test_text_in_two_columns_is_no_table() -> None:
    def draw(canvas: Canvas) -> None:
        for number in range(20):
            canvas.drawString(60, 760 - 13 * number, "kommunerne har i 2023 brugt 14 mio. kr. på")
            canvas.drawString(310, 760 - 13 * number, "opgaven, og det er 12 pct. mere end i 2022")

    assert records_of(drawn(draw)) == []


SMALL = [
    ["Område", "2023", "2024"],
    ["Skov", "1.200", "1.150"],
    ["Strand", "3.400", "3.475"],
    ["Park", "900", "850"],
]


@pytest.mark.parametrize("look", sorted(LOOKS))
def test_a_table_beside_a_column_of_text_takes_nothing_from_it(look: str) -> None:
    narrow = table(SMALL, look, widths=[100, 50, 50])
    data = two_columns(
        [Paragraph("Tabel 1: Udgifter", CAPTION), narrow, Paragraph(PROSE, TEXT)], [Paragraph(PROSE * 6, TEXT)]
    )
    records = records_of(data)
    assert {r.text for r in records if isinstance(r, Cell)} == {text for row in SMALL for text in row}
    assert len([r for r in records if isinstance(r, Observation)]) == 6


@pytest.mark.parametrize("look", sorted(LOOKS))
def test_tables_in_two_columns_whose_rows_are_not_level_are_two(look: str) -> None:
    other = [["Kommune", "Antal"], ["Køge", "12"], ["Greve", "7"], ["Lejre", "9"], ["Solrød", "4"]]
    data = two_columns(
        [Paragraph("Tabel 1: Udgifter", CAPTION), table(SMALL, look, widths=[100, 50, 50])],
        [Spacer(1, 17), Paragraph("Tabel 2: Kvoter", CAPTION), table(other, look, widths=[100, 50])],
    )
    records = records_of(data)
    assert [r.table_no for r in records if isinstance(r, Table)] == ["Tabel 1", "Tabel 2"]
    facts = {(r.row_label, r.col_label): r.value for r in records if isinstance(r, Observation)}
    assert facts["Strand", "2024"] == 3475
    assert facts["Lejre", "Antal"] == 9
    assert len(facts) == 10


def _page_break_after(rows_before: int, *, heads_repeated: bool) -> bytes:
    """A table of three rows with a page break after so many of them."""
    rows = [
        ["Område", "2023", "2024"],
        ["Skov", "1.200", "1.150"],
        ["Strand", "3.400", "3.475"],
        ["Park", "9", "8"],
    ]
    first, second = rows[: rows_before + 1], rows[rows_before + 1 :]
    if heads_repeated:
        second = [rows[0], *second]
    return typeset("Tabel 1: Udgifter", table(first, "lines"), PageBreak(), table(second, "lines"))


@pytest.mark.parametrize("rows_before", [1, 2])
@pytest.mark.parametrize("heads_repeated", [True, False])
def test_a_row_alone_on_a_page_belongs_to_its_table(rows_before: int, heads_repeated: bool) -> None:
    records = records_of(_page_break_after(rows_before, heads_repeated=heads_repeated))
    assert len([r for r in records if isinstance(r, Table)]) == 1
    facts = {(r.row_label, r.col_label): (r.value, r.page) for r in records if isinstance(r, Observation)}
    assert facts["Park", "2024"] == (8, 2)
    assert len(facts) == 6


def test_heads_that_end_a_page_head_the_rows_of_the_next() -> None:
    records = records_of(_page_break_after(0, heads_repeated=False))
    (found,) = [r for r in records if isinstance(r, Table)]
    assert (found.table_no, found.caption) == ("Tabel 1", "Udgifter")
    assert {r.col_label for r in records if isinstance(r, Observation)} == {"2023", "2024"}


@pytest.mark.parametrize("look", sorted(LOOKS))
def test_a_group_that_ends_a_page_below_heads_heads_the_rows_below_the_same_heads(look: str) -> None:
    head = ["Område", "2023", "2024"]
    rows = [head, ["Skov", "1.200", "1.150"], ["Strand", "3.400", "3.475"], ["Byer", "", ""], ["Park", "9", "8"]]
    data = typeset("Tabel 1: Udgifter", table([head, ["Natur", "", ""]], look), PageBreak(), table(rows, look))
    facts = facts_of(data)
    assert facts["Natur / Strand", "2024"] == 3475
    assert facts["Byer / Park", "2023"] == 9
    assert [r.table_no for r in records_of(data) if isinstance(r, Table)] == ["Tabel 1"]


def test_heads_above_the_only_line_of_a_table_are_heads() -> None:
    rows = [["Område", "Besøg", "Tilsyn"], ["Skov", "12", "15"], ["Strand", "34", "75"]]
    below = [("LINEBELOW", (0, 0), (-1, 0), 1, colors.black)]
    facts = facts_of(typeset("Tabel 1: Aktivitet", table(rows, "bare", more=below)))
    assert facts["Strand", "Tilsyn"] == 75
