"""Where a table of a PDF ends, what belongs to its heads, and which print is part of a label."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

import pytest
from reportlab.lib import colors
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph
from table_making import BOLD, CELL, HEAD, LOOKS, MIDDLE, RIGHT, drawn, facts_of, table, typeset

from extractors.splitting import split
from extractors.tables.extract import extract_tables
from ingest.reading.pdf import read_pdf
from schemas.records import Observation

PROSE = "Udvalget har drøftet, hvordan kommunerne kan samarbejde, og hvad det vil koste over de næste år. " * 2
STYLES = {(True, True): BOLD, (True, False): HEAD, (False, True): CELL, (False, False): RIGHT}
OPEN_LOOKS = sorted(set(LOOKS) - {"grid"})


def _print(canvas: Canvas, top: float, rows: Sequence[Sequence[str]], ends: Sequence[float], **style: Any) -> float:
    """Rows of a label at x 70 and right-aligned texts that end at these x; returns the y below them."""
    for number, (label, *texts) in enumerate(rows):
        bold = style.get("bold_head") and number == 0
        canvas.setFont("Helvetica-Bold" if bold else "Helvetica", 9)
        canvas.drawString(70, top, label)
        for text, end in zip(texts, ends, strict=True):
            canvas.drawRightString(end, top, text)
        top -= 15
    return top


def test_bold_heads_begin_another_table_where_no_caption_parts_the_two() -> None:
    first = [
        ["Årsag", "Antal", "Andel"],
        ["Flytning", "31", "33 %"],
        ["Sygdom", "26", "28 %"],
        ["Andet", "9", "10 %"],
    ]
    second = [
        ["Skole", "Optag", "Frafald", "Frafaldsgrad"],
        ["Nordre", "512", "81", "15,8"],
        ["Søndre", "94", "13", "13,8"],
    ]

    def draw(canvas: Canvas) -> None:
        below = _print(canvas, 700, first, [430, 525], bold_head=True)
        _print(canvas, below - 4, second, [320, 430, 525], bold_head=True)

    facts = facts_of(drawn(draw))
    assert facts["Flytning", "Antal"] == 31
    assert facts["Søndre", "Optag"] == 94
    assert facts["Nordre", "Frafald"] == 81
    assert len(facts) == 12


WRAPPED = [
    ["Indikator", "2019", "2022"],
    ["Indlæggelser pr. 1.000 borgere over", "262", "251"],
    ["75 år", "", ""],
    ["Andel i arbejde", "19,3 %", "16,8 %"],
    ["Forløb", "3.412", "4.020"],
]


def test_a_number_that_ends_a_wrapped_label_is_no_value() -> None:
    def draw(canvas: Canvas) -> None:
        _print(canvas, 700, WRAPPED, [320, 400], bold_head=True)

    facts = facts_of(drawn(draw))
    assert facts["Indlæggelser pr. 1.000 borgere over 75 år", "2019"] == 262
    assert facts["Forløb", "2022"] == 4020
    assert len(facts) == 6


@pytest.mark.parametrize("look", sorted(LOOKS))
def test_a_number_that_begins_a_wrapped_line_of_a_label_is_no_value(look: str) -> None:
    rows = [
        ["Indikator", "2019", "2022"],
        ["Pladser til borgere over 65 år", "262", "251"],
        ["Andel", "19,3 %", "16,8 %"],
    ]
    facts = facts_of(typeset("Tabel 2: Indikatorer", table(rows, look, widths=[117, 70, 70])))
    assert facts["Pladser til borgere over 65 år", "2022"] == 251
    assert len(facts) == 4


def test_the_title_of_what_follows_is_no_row_of_the_table_above_it() -> None:
    rows = [
        ["Område", "2024", "2025"],
        ["Somatik", "6.812", "6.870"],
        ["Psykiatri", "1.104", "1.131"],
        ["I alt", "7.916", "8.001"],
    ]
    plan = [["Dato", "Aktivitet"], ["12. marts", "Seminar"], ["20. august", "Forhandling"]]

    def draw(canvas: Canvas) -> None:
        for y in (712, 697, 682, 667, 626, 611, 596, 581):
            canvas.line(66, y, 530, y)
        _print(canvas, 700, rows, [320, 430])
        canvas.drawString(66, 641, "Tidsplan")
        _print(canvas, 615, plan, [430])

    facts = facts_of(drawn(draw))
    assert facts["I alt", "2024"] == 7916
    assert {label for label, _ in facts} == {"Somatik", "Psykiatri", "I alt"}


def test_tight_columns_of_tables_side_by_side_are_parted() -> None:
    left = [["Type", "Antal"], ["Medicin", "121"], ["Fald", "63"], ["Overgang", "8"], ["Andet", "12"]]
    right = [["Sted", "Antal"], ["Hjemmepleje", "97"], ["Plejecenter", "89"], ["Bosted", "28"], ["Skole", "5"]]

    def draw(canvas: Canvas) -> None:
        _print(canvas, 700, left, [290], bold_head=True)
        canvas.translate(222, 0)
        _print(canvas, 700, right, [290], bold_head=True)

    facts = facts_of(drawn(draw))
    assert facts["Medicin", "Antal"] == 121
    assert facts["Plejecenter", "Antal"] == 89
    assert len(facts) == 8


@pytest.mark.parametrize("look", sorted(LOOKS))
def test_the_year_in_which_something_is_ready_is_no_value(look: str) -> None:
    rows = [
        ["Anlæg", "Åbning", "Udgift", "Andel"],
        ["Omfartsvej", "2027", "412", "60"],
        ["Cykelsti", "2029", "24", "10"],
    ]
    facts = facts_of(typeset("Tabel 3: Anlæg, mio. kr.", table([[r[0], *r[2:], r[1]] for r in rows], look)))
    assert set(facts.values()) == {412, 60, 24, 10}


def test_a_column_of_years_that_counts_something_holds_values() -> None:
    rows = [["Skole", "Antal elever", "Klasser"], ["Nordre", "2010", "88"], ["Søndre", "1987", "84"]]
    assert facts_of(typeset("Tabel 3: Elever", table(rows)))["Nordre", "Antal elever"] == 2010


def test_heads_above_a_rule_over_the_values_stand_over_them() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 9)
        canvas.drawCentredString(300, 715, "3. kvartal")
        canvas.drawCentredString(460, 715, "4. kvartal")
        canvas.line(225, 710, 535, 710)
        rows = [["Hospital", "Antal", "Andel", "Antal", "Andel"], ["Nordby", "12.418", "79", "12.960", "82"],
                ["Sundby", "4.207", "76", "4.311", "79"], ["Vestby", "1.915", "71", "2.044", "74"]]  # fmt: skip
        _print(canvas, 700, rows, [280, 370, 440, 530], bold_head=True)
        for y in (696, 681, 666, 651):
            canvas.line(66, y, 535, y)

    facts = facts_of(drawn(draw))
    assert facts["Sundby", "3. kvartal / Andel"] == 76
    assert facts["Vestby", "4. kvartal / Antal"] == 2044


def test_a_head_is_not_cut_before_a_small_letter() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 9)
        canvas.drawString(70, 715, "Tilbud")
        canvas.drawString(400, 715, "Pris")
        canvas.drawString(400 + canvas.stringWidth("Pris ", "Helvetica-Bold", 9), 715, "pr. døgn i kroner")
        first = 400 + canvas.stringWidth("Pris", "Helvetica-Bold", 9)
        second = first + canvas.stringWidth(" pr. døgn i kroner", "Helvetica-Bold", 9)
        _print(
            canvas, 700, [["", "23", "24"], ["Egely", "88", "2.011"], ["Skrænten", "92", "3.288"]], [first, second]
        )

    assert not any("Pris 23" in head for _, head in facts_of(drawn(draw)))


def test_a_label_in_the_middle_of_its_merged_cell_stands_for_all_its_rows() -> None:
    rows = [["Område", "Tema", "2022", "2023"], ["", "Omsorg", "41", "38"], ["Familier", "Rammer", "7", "5"],
            ["", "Samspil", "19", "22"], ["", "Magt", "63", "71"], ["Tilbud og", "Medicin", "28", "25"],
            ["bosteder", "Ledelse", "33", "29"]]  # fmt: skip
    style = [("GRID", (1, 0), (-1, -1), 0.5, colors.black), ("BOX", (0, 0), (0, 0), 0.5, colors.black),
             ("BOX", (0, 1), (0, 3), 0.5, colors.black), ("BOX", (0, 4), (0, 6), 0.5, colors.black)]  # fmt: skip
    ready = [
        [
            Paragraph(text, (BOLD if n == 0 else CELL) if c < 2 else (HEAD if n == 0 else RIGHT))
            for c, text in enumerate(row)
        ]
        for n, row in enumerate(rows)
    ]
    facts = facts_of(typeset("Tabel 4: Henvendelser", table(ready, "bare", widths=[90, 90, 60, 60], more=style)))
    assert facts["Familier / Omsorg", "2022"] == 41
    assert facts["Tilbud og bosteder / Magt", "2023"] == 71
    assert len(facts) == 12


def test_a_gutter_is_no_wall_whose_cells_are_drawn_one_by_one() -> None:
    rows = [["Projekt", "Kommune", "Start", "Udgift"], ["Omfartsvej", "Næstved", "12", "412"],
            ["Spor til banen", "Køge", "3", "1.130"], ["Cykelsti ved havnen", "Faxe", "9", "24"],
            ["Stier", "Flere", "7", "61"]]  # fmt: skip

    def draw(canvas: Canvas) -> None:
        for number, row in enumerate(rows):
            y = 700 - 15 * number
            for x, width in ((66, 112), (178, 54), (232, 42), (274, 80)):
                canvas.rect(x, y - 4, width, 15)
            canvas.drawString(70, y - 0.1, row[0])
            for text, end in zip(row[1:], (228, 269, 348), strict=True):
                canvas.drawRightString(end, y - (1.4 if number % 2 else 0), text)
        canvas.drawString(70, 740, "Planen beskriver de vigtigste projekter i de kommende år.")

    facts = facts_of(drawn(draw))
    assert facts["Cykelsti ved havnen", "Udgift"] == 24
    assert len(facts) == 8


@pytest.mark.parametrize("look", OPEN_LOOKS)
def test_spanning_heads_over_runs_with_the_same_lower_heads_stand_over_all_of_their_run(look: str) -> None:
    rows = [["Sted", "", "Belægning", "", "", "Årsværk", ""], ["", "2021", "I alt", "Nye", "2021", "I alt", "Nye"],
            ["Ærø", "284", "296", "2", "591", "240", "49"],
            ["Odder", "734", "424", "8", "3", "410", "39"]]  # fmt: skip
    facts = facts_of(typeset("Tabel 1: Belægning", table(rows, look, heads=2, widths=[90, *[60] * 6])))
    assert facts["Ærø", "Belægning / 2021"] == 284
    assert facts["Odder", "Årsværk / Nye"] == 39
    assert len(facts) == 12


@pytest.mark.parametrize("look", sorted(LOOKS))
def test_two_rows_of_heads_without_a_caption_begin_another_table(look: str) -> None:
    first = [["Post", "Sager", "Timer"], ["Havne", "785", "6.833"], ["Natur", "306", "43"], ["Veje", "71", "1.301"]]
    second = [
        ["Sted", "Ventetid", "Udgift"],
        ["", "2022", "2023"],
        ["Randers", "4.804", "32"],
        ["Billund", "8.615", "57"],
    ]
    facts = facts_of(typeset(table(first, look), table(second, look, heads=2)))
    assert facts["Veje", "Timer"] == 1301
    assert {label for label, _ in facts} == {"Havne", "Natur", "Veje", "Randers", "Billund"}
    assert len(facts) == 10


@pytest.mark.parametrize("look", sorted(LOOKS))
def test_the_last_border_of_a_wider_table_is_none_of_the_next_one(look: str) -> None:
    wide = [["Område", "Antal", "Udgift", "Andel"], ["Nord", "12", "400", "3"], ["Syd", "14", "510", "4"]]
    narrow = [["Type", "Indtægt"], ["Voksne", ""], ["Svømning", "19"], ["Løb", "60"], ["Børn", ""], ["Dans", "96"]]
    facts = facts_of(typeset(table(wide, look, widths=[190, 80, 80, 80]), table(narrow, look, widths=[110, 70])))
    assert facts["Voksne / Løb", "Indtægt"] == 60
    assert facts["Børn / Dans", "Indtægt"] == 96


@pytest.mark.parametrize("look", sorted(set(LOOKS) - {"grid"}))
def test_bold_heads_below_a_narrower_table_are_none_of_its_rows(look: str) -> None:
    first = [["Post", "Sager"], ["Havne", "785"], ["Natur", "306"], ["Veje", "71"]]
    second = [
        ["Sted", "Ventetid", "Udgift", "Elever"],
        ["Randers", "4.804", "32", "9"],
        ["Odder", "8.615", "57", "8"],
    ]
    facts = facts_of(typeset(table(first, look), table(second, look)))
    assert facts["Odder", "Elever"] == 8
    assert len(facts) == 9


@pytest.mark.parametrize("look", ["bare", "stripes"])
def test_a_table_whose_title_speaks_of_an_overview_is_no_table_of_contents(look: str) -> None:
    rows = [["Sted", "Antal", "Elever"], ["Musikskole", "414", "77"], ["Natur", "82", "28"], ["Veje", "64", "85"],
            ["Havne", "7", "12"], ["Idræt", "19", "53"]]  # fmt: skip
    data = typeset(PROSE, "Oversigt over driften", table(rows, look), PROSE)
    packet = split(read_pdf(data, filename="bilag.pdf", sha256="0" * 64))
    assert len([r for r in extract_tables(packet) if isinstance(r, Observation)]) == 10


@pytest.mark.parametrize("look", sorted(LOOKS))
def test_one_head_in_the_middle_of_the_values_is_no_title(look: str) -> None:
    rows = [
        ["", "Elever", ""],
        ["Område", "2022", "2023"],
        ["Egedal", "1.100", "132.428"],
        ["Odder", "6.147", "81"],
    ]
    ready = [
        [Paragraph(text, MIDDLE if n == 0 else STYLES[n == 1, col == 0]) for col, text in enumerate(row)]
        for n, row in enumerate(rows)
    ]
    span = [("SPAN", (1, 0), (2, 0))]
    facts = facts_of(typeset("Tabel 2: Fordeling på områder", table(ready, look, heads=2, more=span)))
    assert facts["Odder", "Elever / 2023"] == 81


def test_a_value_at_half_the_height_of_its_label_belongs_to_it() -> None:
    def draw(canvas: Canvas) -> None:
        _print(canvas, 700, [["Post", "Borgere"]], [320], bold_head=True)
        lines = ((684, "Udgifter til vikarer i plejen pr.", ""), (678, "", "561,2"), (673, "1.000 borgere", ""),
                 (656, "Jobcenter", "615,7"), (640, "Natur", "510,6"))  # fmt: skip
        for y, label, value in lines:
            _print(canvas, y, [[label, value]], [320])

    facts = facts_of(drawn(draw))
    assert facts["Udgifter til vikarer i plejen pr. 1.000 borgere", "Borgere"] == Decimal("561.2")
    assert len(facts) == 3


def test_heads_whose_lower_row_begins_the_next_page_are_put_together() -> None:
    rows = [["Anlæg", "339", "23"], ["Drift", "1.204", "17"], ["Løn", "87", "5"]]

    def draw(canvas: Canvas) -> None:
        for number in range(30):
            canvas.drawString(70, 780 - 20 * number, "Udvalget har drøftet sagen og vender tilbage til den.")
        canvas.setFont("Helvetica-Bold", 9)
        canvas.drawString(70, 110, "Tabel 7: Elever og udgifter")
        _print(canvas, 92, [["Post", "Elever", "Udgift"]], [320, 430], bold_head=True)
        canvas.showPage()
        canvas.setFont("Helvetica-Bold", 9)
        _print(canvas, 780, [["", "antal", "1.000 kr."], *rows], [320, 430], bold_head=True)

    facts = facts_of(drawn(draw))
    assert facts["Drift", "Elever antal"] == 1204
    assert facts["Løn", "Udgift 1.000 kr."] == 5
    assert len(facts) == 6


@pytest.mark.parametrize("look", sorted(LOOKS))
def test_bold_heads_over_one_column_of_values_begin_another_table(look: str) -> None:
    first = [["Nr.", "Sted", "Timer", "Udgift"], ["1.", "Odder", "78", "407"], ["2.", "Fanø", "93", "835"]]
    second = [["Nr.", "Område", "Elever", "Status"], ["1.", "Veje", "426", "Nej"], ["2.", "Idræt", "950", "Ja"]]
    ready = [
        [
            [Paragraph(text, STYLES[n == 0, not text[:1].isdigit() or col == 0]) for col, text in enumerate(row)]
            for n, row in enumerate(rows)
        ]
        for rows in (first, second)
    ]
    widths = [30, 120, 70, 70]
    facts = facts_of(typeset(table(ready[0], look, widths=widths), table(ready[1], look, widths=widths)))
    assert facts["2. / Idræt", "Elever"] == 950
    assert {label for label, _ in facts} == {"1. / Odder", "2. / Fanø", "1. / Veje", "2. / Idræt"}


@pytest.mark.parametrize(
    "again", ["Tabel 3 (fortsat)", "Tabel 3: Pladser (fortsat)", "Tabel 3, fortsat", "Tabel 3: Pladser"]
)
def test_a_caption_printed_again_on_the_next_page_goes_on_with_its_table(again: str) -> None:
    rows = [
        [f"Sted {letter}", str(number), str(number * 3)] for number, letter in enumerate("ABCDEFGHIJKLMNOPQRST", 7)
    ]

    def draw(canvas: Canvas) -> None:
        canvas.drawString(70, 335, "Tabel 3: Pladser")
        _print(canvas, 320, [["Sted", "Antal", "Timer"], *rows[:16]], [320, 430], bold_head=True)
        canvas.showPage()
        canvas.setFont("Helvetica", 9)
        canvas.drawString(70, 795, again)
        _print(canvas, 780, rows[16:], [320, 430])

    facts = facts_of(drawn(draw))
    assert facts["Sted T", "Timer"] == 78
    assert len(facts) == 40


def test_a_title_in_larger_print_below_the_rule_of_the_page_is_no_head() -> None:
    rows = [
        ["Forening", "Efter medlemmer", "Efter hold"],
        ["", "(70 pct.)", "(30 pct.)"],
        ["Roning", "8.420", "4.005"],
        ["Skak", "4.353", "1.444"],
        ["Dans", "11.950", "5.909"],
    ]

    def draw(canvas: Canvas) -> None:
        canvas.line(60, 760, 530, 760)
        canvas.setFont("Helvetica-Bold", 14)
        canvas.drawString(70, 742, "Fordeling af tilskud til foreninger")
        canvas.line(60, 733, 530, 733)
        below = _print(canvas, 722, rows, [400, 520])
        canvas.line(60, 703, 530, 703)
        canvas.line(60, below + 10, 530, below + 10)

    facts = facts_of(drawn(draw))
    assert facts["Roning", "Efter medlemmer (70 pct.)"] == 8420
    assert facts["Dans", "Efter hold (30 pct.)"] == 5909
    assert len(facts) == 6


def _set(canvas: Canvas, y: float, label: str, *ends: tuple[float, str]) -> None:
    """A line: a label at the left edge and print that ends at the given places."""
    canvas.drawString(60, y, label)
    for x, text in ends:
        canvas.drawRightString(x, y, text)


def test_a_head_that_ends_where_its_values_end_stands_over_no_other_column() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(60, 740, "Tabel 1. Bemanding")
        canvas.drawCentredString(384, 720, "Personale")
        canvas.line(270, 716, 460, 716)
        _set(canvas, 704, "", (460, "Udgift pr. stilling,"))
        _set(canvas, 692, "Afdeling", (370, "Fuldtidsstillinger"), (460, "1.000 kr."), (520, "Senge"))
        canvas.line(60, 687, 520, 687)
        for n, (label, *values) in enumerate([("Øre", "141,5", "812", "14"), ("Øje", "96,0", "774", "9")]):
            _set(canvas, 674 - 14 * n, label, *zip((370, 460, 520), values, strict=True))

    facts = facts_of(drawn(draw))
    assert facts["Øre", "Personale / Fuldtidsstillinger"] == Decimal("141.5")
    assert facts["Øje", "Personale / Udgift pr. stilling, 1.000 kr."] == 774


def test_a_head_in_the_middle_of_two_is_placed_by_the_columns_that_have_lower_heads() -> None:
    def draw(canvas: Canvas) -> None:
        canvas.drawString(60, 740, "Tabel 1. Ventetid")
        canvas.drawString(200 - canvas.stringWidth("Kvinder"), 720, "Ventetid i dage")
        _set(canvas, 720, "Afdeling", (400, "Henviste"), (500, "Set"), (580, "Andel i pct."))
        _set(canvas, 703, "", (200, "Kvinder"), (300, "Mænd"))
        canvas.line(60, 698, 580, 698)
        rows = [("Øre", "14", "21", "812", "790", "97"), ("Øje", "9", "17", "774", "700", "90")]
        for n, (label, *values) in enumerate(rows):
            _set(canvas, 684 - 15 * n, label, *zip((200, 300, 400, 500, 580), values, strict=True))

    facts = facts_of(drawn(draw))
    assert facts["Øre", "Ventetid i dage / Mænd"] == 21
    assert facts["Øje", "Ventetid i dage / Kvinder"] == 9
    assert facts["Øje", "Set"] == 700
