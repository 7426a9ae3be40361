"""Tables of PDF pages with blank cells, narrow heads, numbers that are no values, and tables side by side."""

from __future__ import annotations

from decimal import Decimal

from reportlab.lib import colors
from reportlab.platypus import Table as Typeset
from table_making import cells, facts_of, table, typeset


def test_a_scale_in_brackets_is_part_of_the_head() -> None:
    rows = [["Kommune", "Folketal<br/>(1.000)", "Bidrag"], ["Vestby", "12,5", "310"], ["Østby", "9,1", "225"]]
    assert facts_of(typeset("Tabel 1: Bidrag", table(rows))) == {
        ("Vestby", "Folketal (1.000)"): Decimal("12.5"),
        ("Vestby", "Bidrag"): Decimal(310),
        ("Østby", "Folketal (1.000)"): Decimal("9.1"),
        ("Østby", "Bidrag"): Decimal(225),
    }


def test_rows_with_no_column_in_common_are_one_table_and_each_is_read_once() -> None:
    rows = [
        ["Afgørelse", "Tema A", "Tema B", "Tema C", "Tema D"],
        ["Vilkår", "11", "", "12", ""],
        ["Påbud", "", "1", "", "8"],
        ["Skærpet tilsyn", "9", "14", "", "2"],
    ]
    facts = facts_of(typeset("Tabel 4: Afgørelser", table(rows)))
    assert facts == {
        ("Vilkår", "Tema A"): 11,
        ("Vilkår", "Tema C"): 12,
        ("Påbud", "Tema B"): 1,
        ("Påbud", "Tema D"): 8,
        ("Skærpet tilsyn", "Tema A"): 9,
        ("Skærpet tilsyn", "Tema B"): 14,
        ("Skærpet tilsyn", "Tema D"): 2,
    }


def test_the_end_of_a_centred_head_beside_right_aligned_values_is_no_column_of_its_own() -> None:
    rows = [
        ["Projekt", "Rest", "<para align='center'>Forbrugspro-<br/>cent</para>"],
        ["Ny skole", "33.282", "48 %"],
        ["Svømmehal", "256", "99 %"],
        ["Cykelsti", "1.204", "12 %"],
    ]
    facts = facts_of(typeset("Tabel 2: Projekter, 1.000 kr.", table(rows, "stripes")))
    assert facts["Svømmehal", "Forbrugsprocent"] == 99
    assert len(facts) == 6


def test_running_numbers_left_of_the_labels_are_no_values() -> None:
    rows = [
        ["Møde", "Dato", "Deltagere"],
        ["1", "2. februar", "14"],
        ["2", "13. april", "12"],
        ["3", "15. juni", "17"],
    ]
    facts = facts_of(typeset("Tabel 3: Møder", table(rows)))
    assert {head for _, head in facts} == {"Deltagere"}
    assert len(facts) == 3


def test_a_code_of_letters_and_digits_joins_the_name_behind_it() -> None:
    rows = [["Kode", "Ydelse", "Pris"], ["D01", "Støtte, let", "545"], ["D02", "Støtte, fuld", "1.642"]]
    facts = facts_of(typeset("Tabel 3: Priser", table(rows)))
    assert facts == {("D01 Støtte, let", "Pris"): 545, ("D02 Støtte, fuld", "Pris"): 1642}


def test_two_tables_with_borders_of_their_own_stand_side_by_side() -> None:
    left = [["Ledige", "Antal", "Æn-<br/>dring"], *([f"Sogn {n}", str(100 + n), str(n)] for n in range(1, 8))]
    right = [["Beskæftigede", "Personer"], *([f"Sogn {n}", str(4000 + n)] for n in range(1, 8))]
    style = [("LINEABOVE", (0, 0), (-1, 0), 1, colors.black), ("LINEBELOW", (0, -1), (-1, -1), 1, colors.black)]
    both = Typeset(
        [[Typeset(cells(left), style=style), Typeset(cells(right), style=style)]],
        colWidths=[230, 230],
        style=[("VALIGN", (0, 0), (-1, -1), "TOP")],
    )
    facts = facts_of(typeset("Udviklingen er delt i to.", both))
    assert facts["Sogn 3", "Ændring"] == 3
    assert {value for (label, head), value in facts.items() if label == "Sogn 5"} == {105, 5, 4005}
    assert len(facts) == 21


def test_a_full_line_of_heads_goes_over_the_columns_in_order_however_far_beside_the_values() -> None:
    rows = [
        ["", "<para align='center'>Udgift i 2028</para>", "", "<para align='center'>Udgift i 2030</para>", ""],
        ["Scenarie", *(f"<para align='center'>{head}</para>" for head in ("Kommuner", "Stat", "Kommuner", "Stat"))],
        ["Uændret optag", "48,2", "11,0", "50,1", "11,4"],
        ["Mindre optag", "43,9", "10,1", "45,0", "10,3"],
        ["Større optag", "52,7", "12,2", "55,6", "12,6"],
    ]
    spans = [("SPAN", (1, 0), (2, 0)), ("SPAN", (3, 0), (4, 0))]
    look = [("LINEABOVE", (0, 0), (-1, 0), 1, colors.black), ("LINEBELOW", (0, -1), (-1, -1), 1, colors.black)]
    facts = facts_of(
        typeset("Tabel 5: Udgift", Typeset(cells(rows, 2), colWidths=[150, 80, 60, 80, 60], style=[*look, *spans]))
    )
    assert facts["Mindre optag", "Udgift i 2028 / Stat"] == Decimal("10.1")
    assert facts["Større optag", "Udgift i 2030 / Kommuner"] == Decimal("55.6")
    assert len(facts) == 12


def test_years_with_their_unit_are_heads_and_a_column_of_notes_holds_no_values() -> None:
    rows = [
        ["", "Note", "2026 kr.", "2025 t.kr."],
        ["Bidrag", "1", "112.408.000", "109.210"],
        ["Salg", "", "18.716.442", "17.305"],
        ["Øvrige", "2", "4.511.917", "4.488"],
    ]
    facts = facts_of(typeset("Resultatopgørelse", table(rows, "lines")))
    assert facts["Salg", "2026 kr."] == 18716442
    assert facts["Salg", "2025 t.kr."] == 17305
    assert {head for _, head in facts} == {"2026 kr.", "2025 t.kr."}
