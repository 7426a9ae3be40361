"""Reading order: running text by columns, tables by rows."""

from __future__ import annotations

from collections.abc import Sequence

from pdf_making import read_page, texts
from reportlab.pdfgen.canvas import Canvas

LEFT = [
    "Kommunerne har aftalt at styrke det",
    "fælles arbejde med de specialiserede",
    "tilbud, og der er afsat midler til det",
    "i budgettet for de kommende år.",
    "Arbejdet følges af en styregruppe med",
    "deltagelse af alle kommuner i regionen.",
]
RIGHT = [
    "Styregruppen mødes fire gange om året",
    "og drøfter status for indsatsen. Den",
    "afgiver en samlet redegørelse, som de",
    "enkelte kommuner kan bruge i deres",
    "egen opfølgning.",
]


def draw_column(c: Canvas, x: float, y: float, lines: Sequence[str], leading: float = 12) -> None:
    for row, line in enumerate(lines):
        c.drawString(x, y - leading * row, line)


def test_two_columns_are_read_one_after_the_other() -> None:
    def draw(c: Canvas) -> None:
        c.setFont("Helvetica-Bold", 16)
        c.drawString(20, 540, "Beretning om samarbejdet mellem kommunerne")
        c.setFont("Helvetica", 10)
        draw_column(c, 20, 500, LEFT)
        draw_column(c, 210, 500, RIGHT)
        c.drawString(180, 20, "Side 3")

    page = read_page(draw)
    assert texts(page) == ["Beretning om samarbejdet mellem kommunerne", *LEFT, *RIGHT, "Side 3"]


def test_columns_need_not_share_their_baselines() -> None:
    def draw(c: Canvas) -> None:
        draw_column(c, 20, 500, LEFT)
        draw_column(c, 210, 494, RIGHT)

    assert texts(read_page(draw)) == [*LEFT, *RIGHT]


def test_three_columns_are_read_one_after_the_other() -> None:
    def draw(c: Canvas) -> None:
        draw_column(c, 20, 500, LEFT)
        draw_column(c, 210, 500, RIGHT)
        draw_column(c, 400, 500, LEFT)

    assert texts(read_page(draw, size=(600, 600))) == [*LEFT, *RIGHT, *LEFT]


def test_text_over_both_columns_parts_them() -> None:
    def draw(c: Canvas) -> None:
        draw_column(c, 20, 500, LEFT)
        draw_column(c, 210, 500, RIGHT)
        c.drawString(20, 400, "Midt på siden står en sætning, der går hen over begge spalter af teksten.")
        draw_column(c, 20, 370, RIGHT)
        draw_column(c, 210, 370, LEFT)

    lines = texts(read_page(draw))
    assert lines[:11] == [*LEFT, *RIGHT]
    assert lines[12:] == [*RIGHT, *LEFT]


def test_a_short_heading_over_both_columns_parts_them() -> None:
    def draw(c: Canvas) -> None:
        draw_column(c, 20, 500, LEFT)
        draw_column(c, 210, 500, RIGHT)
        c.setFont("Helvetica-Bold", 13)
        c.drawString(20, 415, "Økonomi")
        c.setFont("Helvetica", 10)
        draw_column(c, 20, 395, LEFT)
        draw_column(c, 210, 395, RIGHT)

    assert texts(read_page(draw)) == [*LEFT, *RIGHT, "Økonomi", *LEFT, *RIGHT]


def test_boxes_side_by_side_on_a_slide_are_read_one_after_the_other() -> None:
    goal = ["Mål 2: Mindst 60 pct. af de vejledte", "virksomheder skal være tilfredse."]
    result = [
        "Tilfredshed i første halvår",
        "72 pct. af virksomhederne har svaret, at",
        "de er tilfredse med vejledningen.",
    ]

    def draw(c: Canvas) -> None:
        draw_column(c, 20, 500, goal)
        draw_column(c, 220, 500, result)

    assert texts(read_page(draw, size=(420, 600))) == [*goal, *result]


def test_rows_of_a_table_of_numbers_stay_whole() -> None:
    def draw(c: Canvas) -> None:
        for row in range(8):
            c.drawString(20, 500 - 12 * row, f"Udgifter til tilbud nummer {row}")
            c.drawRightString(260, 500 - 12 * row, f"1.{row}34")
            c.drawRightString(340, 500 - 12 * row, f"{row},5")

    assert texts(read_page(draw))[2] == "Udgifter til tilbud nummer 2   1.234   2,5"


def draw_text_table(c: Canvas) -> None:
    y = 500.0
    for left, right in ((LEFT[:3], RIGHT[:2]), (LEFT[3:5], RIGHT[2:5]), (LEFT[:2], RIGHT[:1])):
        draw_column(c, 20, y, left)
        draw_column(c, 210, y, right)
        y -= 12 * 3 + 8


def test_rows_of_a_table_of_text_stay_whole_between_rules() -> None:
    def draw(c: Canvas) -> None:
        draw_column(c, 20, 500, LEFT[:3])
        draw_column(c, 210, 500, RIGHT[:3])
        c.line(20, 470, 380, 470)
        draw_column(c, 20, 458, LEFT[3:])
        draw_column(c, 210, 458, RIGHT[2:])

    assert texts(read_page(draw))[0] == f"{LEFT[0]}   {RIGHT[0]}"


def test_rows_of_a_table_of_text_stay_whole_where_their_starts_are_level() -> None:
    lines = texts(read_page(draw_text_table))
    assert lines[0] == f"{LEFT[0]}   {RIGHT[0]}"
    assert lines[3] == f"{LEFT[3]}   {RIGHT[2]}"


def test_labels_beside_text_stay_in_their_rows() -> None:
    def draw(c: Canvas) -> None:
        for y, label, lines in ((500, "Mål", LEFT[:3]), (464, "Metode", LEFT[3:5]), (440, "Opfølgning", RIGHT[:3])):
            c.drawString(20, y, label)
            draw_column(c, 110, y, lines)

    assert texts(read_page(draw))[0] == f"Mål   {LEFT[0]}"


def test_turned_heads_are_read_from_left_to_right() -> None:
    def draw(c: Canvas) -> None:
        for x, y, head in (
            (150, 400, ("Fysiske", "rammer")),
            (220, 400, ("Økonomi",)),
            (290, 400, ("Ledelse og", "drift")),
        ):
            for line, text in enumerate(head):
                c.saveState()
                c.translate(x + 12 * line, y)
                c.rotate(90)
                c.drawString(0, 0, text)
                c.restoreState()
        c.drawString(20, 380, "Tilbud")

    assert texts(read_page(draw)) == ["Fysiske", "rammer", "Økonomi", "Ledelse og", "drift", "Tilbud"]


def test_spaced_letters_keep_the_gap_between_their_words() -> None:
    def draw(c: Canvas) -> None:
        c.drawString(50, 500, "K K R   S Y D D A N M A R K")

    assert texts(read_page(draw)) == ["K K R  S Y D D A N M A R K"]


def test_a_row_of_single_digits_keeps_its_column_gaps() -> None:
    def draw(c: Canvas) -> None:
        for column in range(7):
            c.drawString(50 + 40 * column, 500, str(column))

    assert texts(read_page(draw)) == ["0   1   2   3   4   5   6"]


def test_entries_in_pairs_stay_in_their_rows() -> None:
    names = [
        "Borgmester Anna Holm",
        "Viceborgmester Jens Peter Lindegaard",
        "Regionsrådsformand Bo Dam",
        "Direktør Pia Bak",
    ]
    places = ["Næstved Kommune", "Odsherred og Kalundborg Kommuner", "Region Sjælland", "Kommunernes sekretariat"]

    def draw(c: Canvas) -> None:
        draw_column(c, 20, 500, names, leading=14)
        draw_column(c, 220, 500, places, leading=14)

    assert texts(read_page(draw)) == [f"{name}   {place}" for name, place in zip(names, places, strict=True)]


def test_points_of_two_lists_side_by_side_are_read_one_after_the_other() -> None:
    left = [
        "• Stigende efterspørgsel på pladser",
        "• Hver fjerde stilling er ubesat",
        "• Flere nyuddannede i regionen",
    ]
    right = ["• Fælles kampagne i efteråret", "• Aftale om praktikpladser fra 2024", "• Ny opgørelse til sommer"]

    def draw(c: Canvas) -> None:
        draw_column(c, 20, 500, left, leading=20)
        draw_column(c, 220, 500, right, leading=20)

    assert texts(read_page(draw)) == [*left, *right]
