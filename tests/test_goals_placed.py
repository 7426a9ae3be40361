"""Tables of goals whose columns are kept apart with spaces: cells belong to the heads they stand below."""

import pytest
from goal_packets import CONTRACT, HALF_YEAR, REPORT, Pair, pairs, read, targets

RULE = "-" * 70 + "\n"


def table(*rows: tuple[str, ...], widths: tuple[int, ...]) -> str:
    """Rows whose cells begin at the same letters."""
    return "\n".join(
        "".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows
    )


WIDTHS = (6, 32, 14, 14, 14, 14)
FOLLOWED = (
    ("Nr.", "Emne", "Måltal", "Året", "Status (1.", "Vurdering"),
    ("", "", "2031", "2030", "kv. 31)", ""),
)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (
            [("1", "Udlån af elcykler", "mindst 310", "288", "327", "Opfyldt"),
             ("2", "Frafald på hold", "højst 4,5 %", "6,2 %", "5,9 %", "Ikke opfyldt")],
            [Pair(310, 327, "met"), Pair(4.5, 5.9, "not_met")],
        ),
        (
            [("1", "Elever, der stadig går på", "mindst 75 %", "71 %", "73 %", "Ikke opfyldt"),
             ("", "holdet efter et halvt år", "", "", "", ""),
             ("2", "Kurser for trænere", "12", "9", "opgøres i 4.", "-"),
             ("", "", "", "", "kv.", "")],
            [Pair(75, 73, "not_met"), Pair(12, None, "pending")],
        ),
        (
            [("1", "Trænere med kursus", "", "", "", ""),
             ("", "(gennemsnit)", "mindst 44 %", "41 %", "46 %", "Opfyldt"),
             ("2", "Svartid på mails", "Højst 2,5", "4 dage", "2 dage", "Opfyldt"),
             ("", "", "dage", "", "", "")],
            [Pair(44, 46, "met"), Pair(2.5, 2, "met")],
        ),
    ],
    ids=["heads over two lines", "cells go on below", "label and unit on lines of their own"],
)  # fmt: skip
def test_what_stands_below_a_head_is_of_its_column(rows: list[tuple[str, ...]], expected: list[Pair]) -> None:
    text = table(*FOLLOWED, *rows, widths=WIDTHS)
    assert pairs(read((HALF_YEAR, text), meeting=2031)) == expected


def test_a_starting_point_and_a_weight_are_neither_aim_nor_result() -> None:
    text = table(
        ("Nr.", "Resultatmål", "Udgangspunkt", "Mål 2031", "Vægt"),
        ("", "", "(2029)", "", ""),
        ("3.1", "Nye medlemmer i klubben", "118", "160", "25 %"),
        ("3.2", "Andel kvinder", "22 %", "30 %", "10 %"),
        widths=(6, 34, 16, 14, 8),
    )
    assert [t.value for t in targets(read((CONTRACT, text)))] == [160, 30]


def test_numbers_of_demands_are_no_demands() -> None:
    text = table(
        ("Krav", "Emne", "Krav", "Opnået", "Overholdt"),
        ("1", "Stier ryddet for sne", "90 %", "94 %", "Ja"),
        ("2", "Huller lukket", "4 dage", "6 dage", "Nej"),
        ("2", "Plæner klippet", "9 gange", "9 gange", "Ja"),
        widths=(6, 34, 14, 14, 14),
    )
    assert pairs(read((REPORT, text))) == [Pair(90, 94, "met"), Pair(4, 6, "not_met"), Pair(9, 9, "met")]


def test_a_note_below_the_table_is_no_label_of_its_last_row() -> None:
    rows = table(
        *FOLLOWED,
        ("1", "Udlån af kajakker", "mindst 310", "288", "327", "Opfyldt"),
        ("2", "Ture for nye medlemmer", "mindst 40", "35", "44", "Opfyldt"),
        widths=WIDTHS,
    )
    text = f"{rows}\n{RULE}Kilde: klubbens egen optælling, som blev gjort i maj, dækker alle afdelinger."
    assert [t.metric for t in targets(read((REPORT, text)))] == ["Udlån af kajakker", "Ture for nye medlemmer"]


def test_a_cell_that_stands_below_two_heads_ends_the_table() -> None:
    text = table(
        ("Emne", "Måltal", "Status"),
        ("Udlån af kajakker", "310", "327"),
        ("Ture", "40", "44"),
        ("I år er der solgt 12 både og købt 3, som skal 12 ud i det nye skur", "", ""),
        widths=(30, 10, 10),
    )
    assert pairs(read((REPORT, text))) == [Pair(310, 327, "met"), Pair(40, 44, "met")]


def test_a_value_below_a_value_is_a_further_result() -> None:
    text = table(
        ("Nr.", "Mål", "Krav", "Resultat", "Vurdering"),
        ("1", "Svar inden fristen", "95 %", "97 % (nord)", "Nået"),
        ("", "", "", "91 % (syd)", "Ikke nået"),
        ("2", "Fælles øvelser", "6", "7", "Nået"),
        widths=(6, 30, 10, 18, 14),
    )
    assert pairs(read((REPORT, text))) == [Pair(95, 97, "met"), Pair(95, 91, "not_met"), Pair(6, 7, "met")]


JUDGED = """\
Mål                                                  Mål 2031 Målt 1. halvår          Pct. af mål Vurdering
                                                                        2031
Undervisning
1. Elever på begynderhold                               1.240            655               53 På vej
2. Elever, der går til prøve (pct.)                        35             37              106 Opfyldt
Koncerter
3. Koncerter for skoler                                    80             29               36 På vej, men sent
4. Orkestre, der spiller for                               20             11               55 På vej
plejehjem
5. Sygefravær (pct.)                                      4,5            5,1              113 Ikke opfyldt"""


def test_heads_and_values_that_one_space_parts_are_columns_of_their_own() -> None:
    rows = read((HALF_YEAR, JUDGED), meeting=2031)
    assert [pair[:2] for pair in pairs(rows)] == [(1240, 655), (35, 37), (80, 29), (20, 11), (4.5, 5.1)]
    assert [target.metric for target in targets(rows)][2:4] == [
        "Koncerter for skoler", "Orkestre, der spiller for plejehjem",
    ]  # fmt: skip


TWO_YEARS = """\
                                                       Krav          1. halvår
Resultatkrav                              Enhed        2031          2030          2031 Vurdering
1. Elever på begynderhold                 antal       1.240           601            655 På rette vej
2. Svartid til forældre                   hverdage         3,0             3,4         2,8 Opfyldt
3. Tilfredse forældre                     pct.           85           81,5           86,0 Opfyldt"""


def test_the_unit_names_no_row_and_a_part_of_the_year_stands_over_both_years() -> None:
    rows = read((HALF_YEAR, TWO_YEARS), meeting=2031)
    assert pairs(rows) == [Pair(1240, 655, "pending"), Pair(3, 2.8, "met"), Pair(85, 86, "met")]
    assert [target.goal_no for target in targets(rows)] == ["1", "2", "3"]


LISTED = """\
Krav                                    Opgørelse                         Enhed             Krav 2031
Undervisning
1. Elever på begynderhold               Talt i september                  antal                 1.240
2. Tilfredse forældre                   Andel, der svarer tilfreds        pct.                     85
                                        eller meget tilfreds
Koncerter
3. Koncerter for skoler                 Spillet i mindst tre byer         antal                    80"""


def test_how_a_goal_is_measured_names_no_row() -> None:
    found = targets(read((CONTRACT, LISTED)))
    assert [(target.goal_no, target.value, target.metric) for target in found] == [
        ("1", 1240, "Elever på begynderhold"), ("2", 85, "Tilfredse forældre"), ("3", 80, "Koncerter for skoler"),
    ]  # fmt: skip


def test_heads_below_a_title_begin_a_table_of_their_own() -> None:
    heads = ("Enhed", "Mål 2031", "Resultat 2031")
    widths = (20, 14, 14)
    first = table(heads, ("Nord", "12", "14"), ("Syd", "8", "9"), widths=widths)
    second = table(heads, ("Nord", "85 %", "81 %"), ("Syd", "90 %", "93 %"), widths=widths)
    text = f"3.1 Klager\n\n{first}\n\n3.2 Tilfredshed\n\n{second}"
    assert [target.comparator for target in targets(read((REPORT, text)))] == ["<=", "<=", ">=", ">="]


def test_a_number_printed_once_is_that_of_all_measures_of_its_goal() -> None:
    rows = (
        ("Mål", "Indikator", "Måltal", "Resultat"),
        ("1", "Gæster i havnen", "50 pct.", "66 pct."),
        ("", "Vækst i omsætning", "10 pct.p.", "11,2 pct.p."),
        ("2", "Lodser på kursus", "310", "322"),
        ("", "Både med strøm", "220", "201"),
    )
    found = targets(read((REPORT, table(*rows, widths=(6, 30, 14, 14)))))
    assert [(target.goal_no, target.value) for target in found] == [("1", 50), ("1", 10), ("2", 310), ("2", 220)]
