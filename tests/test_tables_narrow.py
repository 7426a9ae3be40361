"""Text of narrow letters that a converter set in letters of one width: long print moves what stands behind it."""

import pytest
from test_tables_aligned import facts, packet

from extractors.tables.extract import find_tables
from extractors.tables.grid import Grid
from extractors.tables.trusted import names_hold_values
from extractors.tables.typed.blocks import sheet_of, typed_blocks

LETTER = 0.65
"""Width of a printed letter in letters of the text."""
MARGIN = 4


def typed(*rows: list[tuple[float, str]]) -> str:
    """Lines of cells as a converter writes them: ``(place, text)`` with the place of a label's first letter, or
    that where a value ends, below zero. A word stands at its place or right behind the word before."""
    lines = []
    for row in rows:
        line = ""
        for place, text in row:
            start = place if place >= 0 else -place - LETTER * len(text)
            offset = 0
            for word in text.split():
                at = round(MARGIN + start + LETTER * offset)
                line = line.ljust(max(at, len(line) + 1)) + word
                offset += len(word) + 1
        lines.append(line)
    return "\n".join(lines)


def table(heads: list[str], rows: dict[str, list[str]], ends: tuple[float, ...] = (32, 42, 52)) -> str:
    """A table with values that end at these places below heads that do, too."""
    printed = [
        [(0.0, label), *((-end, text) for end, text in zip(ends, values, strict=True) if text)]
        for label, values in rows.items()
    ]
    return typed([(0.0, "Område"), *((-end, head) for end, head in zip(ends, heads, strict=True))], *printed)


ROWS = {
    "Veje": ["1.204,5", "1.310,0", "105,5"],
    "Parker": ["88,0", "90,5", "2,5"],
    "Havne": ["13,5", "9,0", "-4,5"],
    "Skove": ["402,0", "411,5", "9,5"],
    "Strande": ["7.020,5", "6.998,0", "-22,5"],
}
HEADS = ["Regnskab", "Budget", "Forskel"]
LONG = "Vedligeholdelse af broer og tunneler mod syd"


def test_values_that_a_long_label_moved_stand_in_their_columns() -> None:
    found = facts(table(HEADS, {**ROWS, LONG: ["310,5", "298,0", "-12,5"]}))
    assert found[(LONG,), ("Regnskab",)] == "310,5"
    assert found[(LONG,), ("Forskel",)] == "-12,5"
    assert len(found) == 18


def test_a_moved_first_row_is_no_line_of_heads() -> None:
    found = facts(table(HEADS, {LONG: ["310,5", "298,0", "-12,5"], **ROWS}))
    assert found[(LONG,), ("Budget",)] == "298,0"
    assert len(found) == 18


def test_a_moved_value_beside_blank_cells_stands_in_the_only_column_that_begins_left_of_it() -> None:
    label = "Vedligeholdelse af broer og tunneler"
    found = facts(table(HEADS, {"Torve": ["4,0", "5,0", "1,0"], label: ["310,5", "", ""], **ROWS}))
    assert found[(label,), ("Regnskab",)] == "310,5"


def test_a_number_that_ends_a_label_stays_part_of_it() -> None:
    label = "Vedligeholdelse af broer mod syd, etape 2"
    found = facts(table(HEADS, {**ROWS, label: ["310,5", "298,0", "-12,5"]}))
    assert found[(label,), ("Regnskab",)] == "310,5"


def test_moved_values_that_may_stand_in_several_columns_give_nothing() -> None:
    label = "Vedligeholdelse af broer og tunneler mod syd og mod nord"
    text = table(HEADS, {**ROWS, label: ["", "298,0", ""]})
    assert "298,0" not in facts(text).values()


def test_text_behind_a_moved_value_is_no_part_of_it() -> None:
    ends = (32.0, 42.0)
    rows = [
        *[("Veje", "1.204", "1.310", "Kommune"), ("Parker", "88", "90", "Stat"), ("Havne", "135", "9", "Kommune")],
        *[("Skove", "402", "411", "Stat"), (LONG, "7.020", "6.998", "Kommune"), ("Strande", "20", "698", "Stat")],
    ]
    text = typed(
        [(0.0, "Område"), (-32.0, "Regnskab"), (-42.0, "Budget"), (43.0, "Ejer")],
        *[[(0.0, a), (-ends[0], b), (-ends[1], c), (43.0, d)] for a, b, c, d in rows],
    )
    found = facts(text)
    assert found[(LONG,), ("Budget",)] == "6.998"
    assert found[("Strande",), ("Budget",)] == "698"
    assert len(found) == 12


@pytest.mark.parametrize(
    "heads",
    [
        ["Forbrug", "Ramme", "Rest"],
        ["Regnskab 2030", "Budget 2031", "Forskel"],
        ["Oprindeligt budget", "Korrigeret budget", "Afvigelse"],
    ],
)
def test_heads_in_one_space_from_each_other_stand_over_one_column_each(heads: list[str]) -> None:
    rows = {**ROWS, "Torve": ["55,0", "51,5", "-3,5"]}
    found = facts(f"{table(HEADS, ROWS)}\n\n\nNærmere fordelt\n\n{table(heads, rows, ends=(30, 38, 46))}")
    assert [path for (row, path) in found if row == ("Torve",)] == [(head,) for head in heads]


def test_a_year_is_not_parted_from_the_word_before_it() -> None:
    rows = {**ROWS, "Torve": ["55,0", "51,5", "-3,5"]}
    found = facts(table(["Regnskab 2030", "Budget 2031", "Forskel"], rows, ends=(30, 38, 46)))
    assert not any(head[0].startswith("20") for _, head in found)


def test_a_head_that_ends_in_pr_goes_on_in_the_line_below() -> None:
    ends = (32.0, 40.0, 50.0)
    text = typed(
        [(-ends[0], "Korrigeret"), (-ends[1], "Forbrug pr."), (-ends[2], "Forventet")],
        [(0.0, "Område"), (-ends[0], "budget"), (-ends[1], "30/6"), (-ends[2], "resultat")],
        *[[(0.0, label), *((-e, v) for e, v in zip(ends, values, strict=True))] for label, values in ROWS.items()],
    )
    found = facts(text)
    assert found[("Skove",), ("Forbrug pr. 30/6",)] == "411,5"
    assert found[("Skove",), ("Forventet resultat",)] == "9,5"


def test_heads_span_the_columns_that_narrow_print_stands_over() -> None:
    text = typed(
        [(30.0, "Drift"), (-52.0, "Ændring i forhold til året før")],
        [(0.0, "Område"), (-32.0, "2030"), (-42.0, "2031"), (-52.0, "pct.")],
        *[
            [(0.0, label), *((-e, v) for e, v in zip((32, 42, 52), values, strict=True))]
            for label, values in ROWS.items()
        ],
    )
    assert ("Ændring i forhold til året før", 0, 2) not in [
        (head.piece.text, head.first, head.last)
        for block in typed_blocks(sheet_of(text.split("\n")))
        for line in block.heads.values()
        for head in line
    ]


@pytest.mark.parametrize("name", ["Nord", "Nordlige kommuner"])
def test_the_name_of_a_group_begins_the_next_page_of_a_table_without_heads(name: str) -> None:
    rows = list(ROWS.items())
    first = table(HEADS, {"Sydlige kommuner": ["", "", ""], **dict(rows[:3])})
    second = "\n".join(table(HEADS, {name: ["", "", ""], **dict(rows[3:])}).split("\n")[1:])
    found = facts(first, second)
    assert found[("Sydlige kommuner", "Parker"), ("Budget",)] == "90,5"
    assert found[(name, "Skove"), ("Budget",)] == "411,5"


def test_heads_that_go_on_from_a_line_that_is_none_of_them_refuse_the_table() -> None:
    text = """
    Her følger en lang linje med ord, som ikke er en del af hoveder og derfor slet ikke kan læses som sådan.
                         godkendelse     tilsyn    Nye sager     sanktioner
    Familier                      78         13           23            131
    Tilbud                        77        529           54             26
    """
    assert typed_blocks(sheet_of(text.split("\n"))) == []


def test_a_value_in_brackets_behind_another_is_one_of_its_own_where_the_row_lacks_one() -> None:
    rows = {
        "Veje": ["120", "110", "(10)"],
        "Parker": ["3.930", "3.297", "(633)"],
        "Havne": ["15.313", "12.132", "(3.181)"],
        "Skove": ["489", "482", "(7)"],
        "Strande": ["1.503", "1.488", "(15)"],
    }
    text = table(["Ramme", "Brugt", "Rest"], rows, ends=(32, 40, 46))
    assert "12.132 (3.181)" in text
    assert facts(text)[("Havne",), ("Rest",)] == "(3.181)"


def test_the_last_rows_of_a_table_go_on_though_most_of_them_lack_its_column_of_text() -> None:
    def page(rows: list[tuple[str, str, str, str]], *above: list[tuple[float, str]]) -> str:
        return typed(*above, *[[(0.0, a), (-32.0, b), (-42.0, c), (46.0, d)] for a, b, c, d in rows])

    heads = [(0.0, "Område"), (-32.0, "Ramme"), (-42.0, "Brugt"), (46.0, "Udløb")]
    first = [
        ("Veje", "1.204", "1.310", "1. maj"),
        ("Parker", "88", "90", "2. juni"),
        ("Havne", "135", "9", "1. maj"),
    ]
    last = [("Skove", "402", "411", "3. juli"), ("I alt", "1.829", "1.820", ""), ("Heraf lån", "20", "18", "")]
    found = facts(page(first, heads), page(last, heads))
    assert found[("Skove",), ("Brugt",)] == "411"
    assert found[("I alt",), ("Ramme",)] == "1.829"


def test_heads_of_columns_without_values_are_not_given_to_others() -> None:
    text = """
Mål for året               1. halvår         2. halvår
Indikator      Aftalt      Mål   Nået        Mål   Nået      Skøn
Besøg             463      122    119
Forløb          1.391      370    342
Kurser          2.465      736    667
"""
    assert not any(head[-1] in ("Skøn", "Besøg") for _, head in facts(text))


@pytest.mark.parametrize(
    ("head", "label", "holds"),
    [
        (("Budget",), ("Veje", "Drift"), False),
        (("Pr. 1.000",), ("Veje", "Drift"), False),
        (("2030",), ("Veje", "Drift"), False),
        (("Budget 1.204,5",), ("Veje", "Drift"), True),
        (("Budget",), ("Veje 310,5", "Drift"), True),
    ],
)
def test_amounts_at_the_end_of_heads_and_groups_are_values(
    head: tuple[str, ...], label: tuple[str, ...], holds: bool
) -> None:
    grid = Grid([], 1, 2, [(), head], [label], [1], "text", 0, 0)
    assert names_hold_values(grid) is holds


def test_a_second_label_that_a_long_first_one_moved_is_a_label_of_its_own() -> None:
    rows = [
        *[
            ("Skoler", "Piger", "120", "130"),
            ("", "Drenge", "88", "90"),
            ("Specialinstitutioner", "Piger", "13", "9"),
        ],
        *[("", "Drenge", "41", "40"), ("Klubber", "Piger", "72", "69"), ("", "Drenge", "26", "60")],
    ]
    text = typed(
        [(0.0, "Område"), (13.0, "Køn"), (-32.0, "2030"), (-42.0, "2031")],
        *[[*([(0.0, a)] if a else []), (13.0, b), (-32.0, c), (-42.0, d)] for a, b, c, d in rows],
    )
    assert "Specialinstitutioner Piger" in text
    found = facts(text)
    assert found[("Specialinstitutioner", "Piger"), ("2031",)] == "9"
    assert found[("Specialinstitutioner", "Drenge"), ("2030",)] == "41"


def test_a_long_label_above_others_that_stand_further_right_stays_whole() -> None:
    rows = [("Kommunale bidrag til drift", "120"), ("Statslige tilskud til anlæg af veje", "95"), ("I alt", "215")]
    inner = [("heraf moms", "20"), ("heraf løn", "15")]
    printed = []
    for n, (label, value) in enumerate(rows):
        printed.append([(0.0, label), (-42.0, value)])
        printed += [[(10.0, a), (-42.0, b)] for a, b in inner[n : n + 1]]
    found = facts(typed([(0.0, "Post"), (-42.0, "Beløb")], *printed))
    assert not any(path[0] in ("Kommunale", "Statslige") for path, _ in found)


def test_heads_that_stand_over_their_columns_as_they_are_need_no_narrower_letters() -> None:
    text = """
                        Budget Forventet           Budget Forventet
 Hus                     2029     2029  Afvigelse   2030     2030
 Solhus                  28,0     28,6     0,6     1.042    1.055
 Engen                   19,5     19,5     0,0       987      991
 Skoven                  22,0     21,4    -0,6     1.120    1.134
"""
    (block,) = typed_blocks(sheet_of(text.strip("\n").split("\n")), None, LETTER)
    assert [(head.piece.text, head.first, head.last) for head in block.heads[0]] == [
        ("Budget", 0, 0), ("Forventet", 1, 1), ("Budget", 3, 3), ("Forventet", 4, 4)
    ]  # fmt: skip


def test_numbers_that_were_taken_for_the_end_of_a_label_are_told() -> None:
    text = """
         Besøg i svømmehallen
                                        1. halvår
                            2031  2032    2033
          Antal besøg i alt 2.310 2.287   1.194
          Heraf skolernes svømning 164 171  92
          Kursister           48    52      31
          Ventetid til kursus i dage 4,1 3,8    3,3
          Aflyste hold        11     -       2
"""
    findings = find_tables(packet(text))[1]
    assert [finding.rule for finding in findings] == ["cells_unplaced"]
