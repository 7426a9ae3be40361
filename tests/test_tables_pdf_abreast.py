"""Tables side by side on a page, and columns of one table that only look like another."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from reportlab.lib import colors
from reportlab.platypus import PageBreak, Paragraph, Spacer, Table, TableStyle
from table_making import (
    BOLD,
    CAPTION,
    CELL,
    HEAD,
    LOOKS,
    RIGHT,
    TEXT,
    facts_of,
    records_of,
    table,
    two_columns,
    typeset,
)

from schemas.records import Observation
from schemas.records import Table as TableRow

FLEET = [
    ["År", "Ture", "Heraf nat", "Fejl"],
    ["2021", "412", "38", "2,1"],
    ["2022", "455", "41", "1,9"],
    ["2023", "431", "35", "2,4"],
    ["2024", "467", "44", "2,0"],
    ["2025", "498", "52", "1,7"],
]
PRICES = [["Ydelse", "2025"], ["Eftersyn", "640"], ["Udrykning", "1.850"], ["Kursus", "925"]]
DRAWN = sorted(set(LOOKS) - {"bare", "stripes"})


BARE = [("VALIGN", (0, 0), (-1, -1), "TOP")]
BARE += [(f"{side}PADDING", (0, 0), (-1, -1), 0) for side in ("LEFT", "RIGHT", "TOP", "BOTTOM")]


def _abreast(left: Sequence[Sequence[str]], right: Sequence[Sequence[str]], look: str) -> Table:
    """Two captions beside each other with their tables below them."""
    captions = [Paragraph("Tabel 1: Kørsel", CAPTION), Paragraph("Tabel 2: Priser (kr.)", CAPTION)]
    tables = [
        table(left, look, widths=[50, *[55] * (len(left[0]) - 1)]),
        table(right, look, widths=[110, 60]),
    ]
    return Table([captions, tables], colWidths=[240, 200], style=TableStyle(BARE))


@pytest.mark.parametrize("look", DRAWN)
def test_tables_with_rules_of_their_own_are_two_though_years_name_the_rows(look: str) -> None:
    records = records_of(typeset("Vogne og priser.", _abreast(FLEET, PRICES, look), "Efter tabellerne står tekst."))
    facts = {(r.row_label, r.col_label): r.value for r in records if isinstance(r, Observation)}
    assert facts["2023", "Heraf nat"] == 35
    assert facts["Udrykning", "2025"] == 1850
    assert len(facts) == 18
    assert {r.table_no for r in records if isinstance(r, TableRow)} == {"Tabel 1", "Tabel 2"}


@pytest.mark.parametrize("look", DRAWN)
def test_a_table_below_two_others_is_not_cut_where_the_gap_between_them_goes_on(look: str) -> None:
    below = [
        ["Kvartal", "Opkald", "Besvaret i tide", "Ventetid", "Gentagne"],
        ["Første", "9.310", "84,0 %", "3,1", "402"],
        ["Andet", "8.944", "86,5 %", "2,8", "377"],
        ["Tredje", "9.105", "85,2 %", "3,0", "391"],
    ]
    data = typeset(
        _abreast(FLEET, PRICES, look), "Tabel 3: Opkald", table(below, "bare", widths=[70, 60, 75, 150, 70])
    )
    facts = facts_of(data)
    assert facts["Andet", "Gentagne"] == 377
    assert facts["Tredje", "Opkald"] == 9105
    assert len(facts) == 30


GAPPED = [("LINEBELOW", (0, 0), (1, -1), 0.5, colors.black), ("LINEBELOW", (3, 0), (4, -1), 0.5, colors.black)]


def test_values_behind_a_gap_in_the_rules_belong_to_the_labels_before_it() -> None:
    rows = [
        ["Område", "2023", "", "2024", "2025"],
        ["Havn", "210", "", "234", "241"],
        ["Bibliotek", "118", "", "120", "126"],
        ["Svømmehal", "77", "", "81", "79"],
    ]
    facts = facts_of(typeset("Tabel 1: Årsværk", table(rows, "bare", widths=[120, 60, 30, 60, 60], more=GAPPED)))
    assert facts["Bibliotek", "2025"] == 126
    assert len(facts) == 9


@pytest.mark.parametrize("look", sorted(LOOKS))
def test_when_something_is_done_names_no_rows_of_a_second_table(look: str) -> None:
    rows = [
        ["Nr.", "Projekt", "Sum", "År", "Drift"],
        ["1.", "Ny hal", "24,50", "2027-28", "0,35"],
        ["2.", "Stier", "4,10", "2027-29", "0,12"],
        ["3.", "Tag", "7,75", "2026-27", "0,22"],
        ["4.", "Køkken", "3,05", "2026-28", "0,08"],
    ]
    text = {0, 1, 3}
    cells = [
        [Paragraph(t, (BOLD if n == 0 else CELL) if col in text else (HEAD if n == 0 else RIGHT))
         for col, t in enumerate(row)]
        for n, row in enumerate(rows)
    ]  # fmt: skip
    facts = facts_of(typeset("Tabel 1: Anlæg i mio. kr.", table(cells, look, widths=[30, 150, 70, 70, 60])))
    assert facts["2. / Stier", "Drift"].compare(facts["2. / Stier", "Sum"]) < 0
    assert len(facts) == 8


ROUTES = [
    ["Linje", "Strækning", "Ture", "Tilskud"],
    ["3", "Havnen-Banen", "9.410", "3,10"],
    ["11", "Torvet-Skolen", "7.205", "2,45"],
    ["24", "Torvet-Skolen", "6.880", "2,31"],
    ["310", "Byen-Lufthavnen", "12.004", "5,02"],
    ["401X", "Byen-Campus", "8.117", "2,98"],
]


@pytest.mark.parametrize("look", sorted(LOOKS))
def test_numbers_that_rise_left_of_the_names_are_no_values_but_part_of_the_path(look: str) -> None:
    rows = [
        [Paragraph(t, (BOLD if n == 0 else CELL) if col < 2 else (HEAD if n == 0 else RIGHT))
         for col, t in enumerate(row)]
        for n, row in enumerate(ROUTES)
    ]  # fmt: skip
    facts = facts_of(typeset("Tabel 1: Linjer", table(rows, look, widths=[45, 150, 80, 80])))
    assert facts["24 / Torvet-Skolen", "Ture"] == 6880
    assert facts["401X / Byen-Campus", "Tilskud"].is_finite()
    assert len(facts) == 10


@pytest.mark.parametrize("last", [False, True])
def test_a_letter_broken_off_its_number_in_a_narrow_column_is_no_group(last: bool) -> None:
    rows = [list(row) for row in ROUTES[: None if last else 5]]
    rows[2][0], rows[-1][0] = "11<br/>X", "501<br/>E"
    cells = [
        [Paragraph(t, (BOLD if n == 0 else CELL) if col < 2 else (HEAD if n == 0 else RIGHT))
         for col, t in enumerate(row)]
        for n, row in enumerate(rows)
    ]  # fmt: skip
    facts = facts_of(
        typeset("Tabel 1: Linjer", table(cells, "bare", widths=[45, 150, 80, 80]), Paragraph("Slut.", TEXT))
    )
    assert facts["11 X / Torvet-Skolen", "Ture"] == 7205
    assert len(facts) == 2 * (len(rows) - 1)


@pytest.mark.parametrize("look", sorted(LOOKS))
def test_the_end_of_a_span_of_years_below_its_begin_is_no_value(look: str) -> None:
    rows = [
        ["Uddannelse", "2024", "2025", "2026", "Udvikling<br/>2024-<br/>26"],
        ["Tømrer", "41", "39", "44", "7,3 %"],
        ["Smed", "28", "30", "33", "17,9 %"],
        ["Maler", "19", "17", "16", "-15,8 %"],
    ]
    more = [("VALIGN", (0, 0), (-1, 0), "BOTTOM")]
    facts = facts_of(typeset("Tabel 1: Optag", table(rows, look, more=more)))
    assert facts["Smed", "2025"] == 30
    assert facts["Maler", "Udvikling 2024-26"].is_signed()
    assert len(facts) == 12


def test_a_total_without_a_running_number_stands_below_no_row() -> None:
    rows = [
        ["Nr.", "Formål", "Udgift"],
        ["1", "Ramper", "412.000"],
        ["2", "Hjertestartere", "86.500"],
        ["", "I alt", "498.500"],
    ]
    facts = facts_of(typeset("Tabel 1: Puljer, kr.", table(rows, "grid", widths=[40, 160, 80])))
    assert facts["I alt", "Udgift"] == 498500
    assert len(facts) == 3


@pytest.mark.parametrize("look", DRAWN)
def test_the_left_of_two_tables_may_go_on_on_the_next_page(look: str) -> None:
    rest = table([FLEET[0], ["I alt", "2.263", "210", "2,0"]], look, widths=[50, *[55] * 3])
    second = Table([[rest, ""]], colWidths=[240, 200], style=TableStyle(BARE))
    data = typeset(Spacer(1, 420), _abreast(FLEET, PRICES, look), PageBreak(), second, "Her står der tekst.")
    facts = facts_of(data)
    assert facts["I alt", "Ture"] == 2263
    assert len(facts) == 21


def test_gaps_within_one_of_two_tables_are_no_gutter() -> None:
    months = [["Måned", "Ultimo", "Snit"]]
    months += [
        [name, f"{210 + 9 * n},5", f"{480 - 7 * n},0"]
        for n, name in enumerate(["Maj", "Juni", "Juli", "August", "Sep", "Okt"])
    ]
    debts = [["Långiver", "Gæld"], ["Fast lån", "812,6"], ["Variabelt lån", "288,0"], ["Leasing", "41,3"]]
    data = two_columns(
        [Paragraph("Likviditet, mio. kr.", CAPTION), table(months, "bare", widths=[80, 60, 60])],
        [Paragraph("Gæld, mio. kr.", CAPTION), Spacer(1, 3), table(debts, "bare", widths=[130, 60])],
    )
    facts = facts_of(data)
    assert facts["Fast lån", "Gæld"].compare(facts["Leasing", "Gæld"]) > 0
    assert facts["Juli", "Snit"] == 466
    assert len(facts) == 15


@pytest.mark.parametrize("look", sorted(LOOKS))
def test_titles_side_by_side_head_two_tables_whose_rows_are_level(look: str) -> None:
    months = [["Måned", "Daglig<br/>ultimo", "Snit"]]
    months += [
        [name, f"{210 + 9 * n},5", f"{480 - 7 * n},0"] for n, name in enumerate(("Maj", "Juni", "Juli", "Maj 2"))
    ]
    debts = [["Långiver", "Gæld"], ["Fast lån", "812,6"], ["Variabelt lån", "288,0"], ["Leasing", "41,3"]]
    titles = [Paragraph("Likviditet, mio. kr.", CAPTION), Paragraph("Langfristet gæld, mio. kr.", CAPTION)]
    tables = [table(months, look, widths=[80, 60, 60]), table(debts, look, widths=[130, 60])]
    data = typeset(Table([titles, tables], colWidths=[240, 200], style=TableStyle(BARE)))
    facts = facts_of(data)
    assert facts["Fast lån", "Gæld"].compare(facts["Variabelt lån", "Gæld"]) > 0
    assert facts["Juli", "Daglig ultimo"].compare(facts["Juni", "Daglig ultimo"]) > 0
    assert len(facts) == 11
    assert {r.unit for r in records_of(data) if isinstance(r, Observation)} == {"mio. kr."}
