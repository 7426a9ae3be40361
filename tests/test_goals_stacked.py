"""Tables of goals flattened with one cell a line, and what heads and labels say of scores in tables."""

import pytest
from goal_packets import REPORT, Pair, pairs, read, targets

HEADS = ("Nr.", "Mål", "Krav 2031", "Opnået 2031", "Opfyldt")
ROWS = (
    ("1", "Gæster fra\nde små øer", "45 %", "48 %", "Ja"),
    ("2", "Omvisninger", "620", "588", "Nej"),
    ("3", "Skoler med mindst\n12 besøg", "9", "11", "Ja"),
    ("4", "Fonde og gaver", "4 mio. kr.", "5,5 mio. kr.", "Ja"),
    ("5", "Kendskab i byen", "65 %", "Måles i 2033", "-"),
    ("6", "Gearing", "1,8", "1,9", "Ja"),
)
EXPECTED = [
    Pair(45, 48, "met"),
    Pair(620, 588, "not_met"),
    Pair(9, 11, "met"),
    Pair(4, 5.5, "met"),
    Pair(65, None, "unknown"),
    Pair(1.8, 1.9, "met"),
]


def stacked(heads: tuple[str, ...], rows: tuple[tuple[str, ...], ...], gap: str = "\n\n") -> str:
    return f"Oversigt over året\n\n{gap.join(chr(10).join(row) for row in (heads, *rows))}\n\nBemærkning: ingen."


@pytest.mark.parametrize("gap", ["\n\n", "\n"])
def test_rows_with_numbers_are_read_with_and_without_blank_lines(gap: str) -> None:
    rows = read(("Årsrapport 2031", stacked(HEADS, ROWS, gap)))
    assert pairs(rows) == EXPECTED
    assert [target.goal_no for target in targets(rows)] == list("123456")
    assert targets(rows)[0].metric == "Gæster fra de små øer"


def test_rows_without_numbers_are_read_by_their_values() -> None:
    rows = read(("Årsrapport 2031", stacked(HEADS[1:], tuple(row[1:] for row in ROWS))))
    assert pairs(rows) == EXPECTED


@pytest.mark.parametrize(
    ("heads", "row"),
    [
        (("Indikator", "Måltal", "Resultat"), ("Nye kunder", "40", "44")),
        (("#", "Indikator", "Aftalt niveau", "Realiseret", "Vurdering"), ("1", "Nye kunder", "40", "44", "Grøn")),
        (("Indikator", "Udgangspunkt 2029", "Mål", "Resultat"), ("Nye kunder", "31", "40", "44")),
    ],
)
def test_other_heads_say_the_same(heads: tuple[str, ...], row: tuple[str, ...]) -> None:
    second = tuple("2" if cell == "1" else "Lange forløb" if cell == "Nye kunder" else cell for cell in row)
    assert pairs(read(("Årsrapport 2031", stacked(heads, (row, second)))))[0][:2] == (40, 44)


@pytest.mark.parametrize(
    "rows",
    [
        (("1", "Gæster", "45 %", "Ja"), ("2", "Omvisninger", "620", "Nej")),  # a cell is missing
        (("1", "Gæster", "mange", "48 %", "Ja"), ("2", "Omvisninger", "flere", "588", "Nej")),
        (("1", "Gæster", "45 %", "48 %", "Ja"),),  # one row is no table
    ],
)
def test_rows_that_do_not_fit_their_heads_are_left(rows: tuple[tuple[str, ...], ...]) -> None:
    assert pairs(read(("Årsrapport 2031", stacked(HEADS, rows)))) == []


def test_a_row_that_does_not_fit_ends_the_table() -> None:
    rows = read(("Årsrapport 2031", stacked(HEADS, (*ROWS[:2], ("3", "Lån", "Ja"), ("4", *ROWS[3][1:])))))
    assert pairs(rows) == EXPECTED[:2]


@pytest.mark.parametrize(
    "label", ["NPS, drift", "Net Promoter Score", "Karakter for betjening", "Gearing af midler"]
)
def test_a_score_of_a_table_is_a_level_that_does_not_grow_over_the_year(label: str) -> None:
    text = f"Mål\tMåltal 2031\tStatus 30.09.2031\n{label}\t64\t61\nKorte kurser\t300\t188"
    rows = read(("Måltavle, 3. kvartal 2031", text), meeting=2031)
    assert pairs(rows) == [Pair(64, 61, "not_met"), Pair(300, 188, "pending")]
    assert [target.comparator for target in targets(rows)] == [">=", "="]


def test_a_report_of_another_kind_says_it_too() -> None:
    assert pairs(read((REPORT, stacked(HEADS, ROWS)))) == EXPECTED


@pytest.mark.parametrize("gap", [" ", "\t"])
def test_what_is_measured_heads_no_targets(gap: str) -> None:
    heads = gap.join(("By", "Målepunkt", "2030", "2031", "2032"))
    rows = [("Aaby", "Lejede vogne", "842", "611", "398"), ("Bøgeby", "Lejede vogne", "196", "987", "721")]
    text = "\n".join([heads, *(gap.join(row) for row in rows)])
    assert targets(read(("Årsrapport 2032", f"Tabel 1: Vogne i drift\n\n{text}"))) == []


@pytest.mark.parametrize(
    ("heads", "rows", "expected"),
    [
        (  # a label that ends in a point, a least value with its year, colours behind a sign and before a remark
            ("Emne", "Skal være", "Er (2031)", "Farve"),
            (
                ("Læsetid pr. kl.", "≥ 25 i 2033", "22", "●gul"),
                ("Udlån pr. besøg", "3", "3,4", "●grøn – fremad igen"),
            ),
            [Pair(25, 22, "not_met"), Pair(3, 3.4, "met")],
        ),
        (  # two school years: the last answers
            ("Indikator", "Mål", "Skoleåret 2029/30", "Skoleåret 2030/31"),
            (("Lektiehjælp", "60 %", "51 %", "63 %"), ("Fravær", "Højst 5 %", "6 %", "5,5 %")),
            [Pair(60, 63, "met"), Pair(5, 5.5, "not_met")],
        ),
        (  # remarks run over lines
            ("Indikator", "Måltal 2031", "Resultat 2031", "Bemærkning"),
            (
                ("Ture i naturen", "40", "44", "Flest i foråret,\nog to var aflyst"),
                ("Bog på alle\nstuer", "90 %", "88 %", "Stuen i nord mangler 3 bøger"),
            ),
            [Pair(40, 44, "met"), Pair(90, 88, "not_met")],
        ),
        (  # bare years head the results
            ("Indikator", "Mål 2031", "2030", "2031"),
            (("Ture i naturen", "40", "31", "44"), ("Åbne stuer", "9", "8", "7")),
            [Pair(40, 44, "met"), Pair(9, 7, "not_met")],
        ),
    ],
)
def test_rows_that_blank_lines_set_apart_have_words_in_their_cells(
    heads: tuple[str, ...], rows: tuple[tuple[str, ...], ...], expected: list[Pair]
) -> None:
    assert pairs(read((REPORT, stacked(heads, rows)))) == expected


def test_a_line_by_itself_is_the_title_of_the_rows_below() -> None:
    rows = (("Kor",), ("Sangere", "60", "66", "Ja"), ("Teater",), ("Forestillinger", "12", "9", "Nej"))
    assert pairs(read((REPORT, stacked(HEADS[1:], rows)))) == [Pair(60, 66, "met"), Pair(12, 9, "not_met")]


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize(
    ("heads", "rows", "expected"),
    [
        pytest.param(
            ("Nr.", "Indikator", "Udgangspunkt", "Måltal", "2031", "Opnået", "2031", "Status"),
            (
                ("3.1", "Lodser på kursus", "61 pct.", "70 pct.", "72 pct.", "Opfyldt"),
                ("3.2", "Ture med gæster", "-", "44", "39", "Ikke opfyldt"),
                ("4.1", "Nye både", "1", "3", "3", "Opfyldt"),
            ),
            [Pair(70, 72, "met"), Pair(44, 39, "not_met"), Pair(3, 3, "met")],
            id="years below, rows with the numbers of goals",
        ),
        pytest.param(
            ("Nr.", "Indikator", "Måltal", "Resultat", "Status"),
            (("2.1", "Lodser på kursus", "70 pct.", "72 pct.", "Opfyldt"),),
            [Pair(70, 72, "met")],
            id="one row with the number of a goal",
        ),
        pytest.param(
            ("Emne", "Krav til året", "Resul-", "tat"),
            (("Lodser", "40", "44"), ("Ture", "12", "9")),
            [Pair(40, 44, "met"), Pair(12, 9, "not_met")],
            id="a word cut in two",
        ),
    ],
)
def test_a_head_may_have_a_second_line(
    heads: tuple[str, ...], rows: tuple[tuple[str, ...], ...], expected: list[Pair], gap: str
) -> None:
    cells = [gap.join(row) for row in rows]
    assert pairs(read(("Årsrapport 2031", "\n".join(["Året", "", *heads, "", *cells, "", "Side"])))) == expected


@pytest.mark.parametrize("titles", [("Fælles mål", "Lokale mål"), ("Nationale mål", "Egne mål")])
def test_a_title_that_could_head_aims_is_no_head(titles: tuple[str, str]) -> None:
    rows = (titles[:1], ROWS[0], ROWS[1], titles[1:], *ROWS[2:])
    text = "\n\n".join("\n\n".join(row) for row in (HEADS, *rows))
    rows_read = read(("Årsrapport 2031", f"Oversigt over året\n\n{text}\n\nBemærkning: ingen."))
    assert [pair for pair in pairs(rows_read) if pair.target != 65] == [
        pair for pair in EXPECTED if pair.target != 65
    ]


def test_the_title_of_a_group_is_no_part_of_the_label_below_it() -> None:
    cells = ["B. Øerne", "B1 Gæster fra\nde små øer", "20", "Højst 30", "26", "Grøn"]
    more = ["C. Havnen", "C1 Lys på\nkajerne", "71 %", "Mindst 95 %", "83 %", "Gul"]
    heads = ("Indikator", "Udgangspunkt \n2029", "Mål 2032", "Status \n2031", "Vurdering")
    rows = read(("Årsrapport 2031", "\n\n".join([*heads, *cells, *more, "Kilde: Havnen."])))
    assert [(t.goal_no, t.sub_no, t.metric, t.value) for t in targets(rows)] == [
        ("B", "B1", "Gæster fra de små øer", 30),
        ("C", "C1", "Lys på kajerne", 95),
    ]


def test_a_mark_begins_the_label_below_the_title_of_a_group() -> None:
    cells = [
        "Emne",
        "Måltal",
        "Resultat",
        "Spor A. Øerne",
        "A1. Gæster",
        "30",
        "26",
        "Spor B. Havnen",
        "B1. Lys",
        "9",
        "11",
    ]
    found = targets(read(("Årsrapport 2031", "\n\n".join(["Året", *cells, "Kilde: Havnen."]))))
    assert [(target.metric, target.value) for target in found] == [("Gæster", 30), ("Lys", 9)]
