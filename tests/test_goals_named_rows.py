"""Tables whose goals stand in a column of numbered names, whose results count so far, and whose total is a goal."""

import pytest
from goal_packets import CONTRACT, HALF_YEAR, REPORT, Pair, pairs, read, targets

from extractors.goals.cells import Measured
from extractors.goals.column import Column, goal_number
from extractors.goals.columns import pairings
from extractors.goals.flat_heads import cut_heads
from extractors.goals.headings import heading
from extractors.goals.worded import value_of
from extractors.tables.grid import GridCell


def test_the_number_of_a_list_is_no_value() -> None:
    assert value_of("1. Flere skal trives") is None
    assert value_of("2. Mindst 80 pct. trives") == Measured(80, "%", ">=", rest="trives")


def test_a_column_of_numbered_names_numbers_the_rows_below_each() -> None:
    cells = {1: "1. Flere trives", 3: "2. Færre flytter"}
    column = Column(("Mål",), {row: GridCell(row, 0, text, row, 1) for row, text in cells.items()}, 0)
    assert column.names_goals
    assert [goal_number(text) for text in cells.values()] == ["1", "2"]


def test_what_is_counted_up_to_a_day_answers_the_one_column_of_targets() -> None:
    text = (
        "Tabel 1\n\nKommune\tAlle\tMåltal 2031\tTilsluttet pr. 30. juni 2031\tRest\n"
        "Favrø\t310\t50\t38\t12\nRandby\t720\t110\t64\t46\n"
    )
    assert pairs(read((HALF_YEAR, text))) == [Pair(50, 38, "pending"), Pair(110, 64, "pending")]


def test_the_total_of_a_table_that_the_text_sets_as_a_goal_numbers_its_rows() -> None:
    agreed = "Mål 5 – Kompetencer\nMålet er, at 240 medarbejdere tilmeldes kurset i 2031.\n"
    told = (
        "Mål 5 – Kompetencer\nI alt er 139 medarbejdere tilmeldt kurset i første halvår.\n\n"
        "Tabel D: Lokale måltal\n\nKommune\tMåltal 2031\tTilmeldt\n"
        "Favrø\t50\t38\nNordø\t40\t11\nRandby\t110\t64\nSydø\t40\t26\nI alt\t240\t139\n"
    )
    rows = read((CONTRACT, agreed), (HALF_YEAR, told))
    assert sorted((float(row.value), row.goal_no) for row in targets(rows)) == [
        (40, "5"), (40, "5"), (50, "5"), (110, "5"), (240, "5"),
    ]  # fmt: skip


def test_columns_of_degrees_are_no_targets() -> None:
    text = (
        "Målopfyldelse i hovedtal\n"
        "Mål                         Målopfyldelse 2030      Målopfyldelse 2031\n"
        "1. Kendskab                            91%                     84%\n"
        "2. Tilfredshed                        100%                    100%\n"
        "3. Effekt                              88%                     92%\n"
    )
    assert targets(read((REPORT, text))) == []


def test_numbers_called_goals_are_those_of_the_rows_below_each() -> None:
    text = (
        "Overblik efter første halvår 2031\n\nMål\tIndikator\tMål 2031\tStatus 30.6.\tFarve\n"
        "Mål 1\tGenindlæggelser\t16 %\t15,2 %\tGrøn\nMål 2\tPlaner til tiden\t95 %\t96,3 %\tGrøn\n"
        "\tBreve besvaret samme dag\t90 %\t88,5 %\tRød\n"
    )
    assert [(row.goal_no, float(row.value)) for row in targets(read((HALF_YEAR, text)))] == [
        ("1", 16), ("2", 95), ("2", 90),
    ]  # fmt: skip


def test_each_column_named_below_a_head_of_results_answers() -> None:
    columns = [
        Column(("Driftsmål",), {1: GridCell(1, 0, "Udredt til tiden", 1, 1)}, 0, is_label=True),
        Column(("Mål",), {1: GridCell(1, 1, "90", 1, 1)}, 1),
        *(
            Column(("Resultat", name), {1: GridCell(1, at, value, 1, 1)}, at)
            for at, (name, value) in enumerate([("Nord", "86"), ("Psykiatrien", "91")], 2)
        ),
    ]
    (pair,) = pairings(columns, heading(("Driftsmål",)), year=2031, spoken_of=True)
    assert pair.apart
    assert [column.segment for column in pair.results] == ["Nord", "Psykiatrien"]


@pytest.mark.parametrize(
    ("label", "began", "aim", "sign"),
    [
        ("Besøg inden for to timer", "82 %", "90 %", ">="),
        ("Indlæggelser, der er undgået", "64 %", "67 %", ">="),
        ("Udfald", "3,8", "3,0", "<="),
        ("Sygefravær", "5,1 %", "4,6 %", "<="),
    ],
)
def test_a_target_lies_on_the_side_to_which_its_measure_is_to_move(
    label: str, began: str, aim: str, sign: str
) -> None:
    text = f"Tabel 5. Mål\n\nIndikator\tBaseline 2030\tMål 2031\n{label}\t{began}\t{aim}\nTilfredse\t70 %\t80 %\n"
    assert [row.comparator for row in targets(read((CONTRACT, text)))] == [sign, ">="]


def test_the_share_of_those_asked_is_no_result() -> None:
    agreed = "Mål 5 – Tilfredshed\nMindst 88 pct. af borgerne skal være tilfredse.\n"
    told = "Mål 5 – Tilfredshed\nSkemaet er besvaret af 611 borgere. Det svarer til 63 pct. af dem.\n"
    assert [p.result for p in pairs(read((CONTRACT, agreed), (REPORT, told)))] == [None]


def test_rows_of_targets_and_of_what_came_about_answer_each_other_column_by_column() -> None:
    text = (
        "Uddannelsesaftaler i kommunerne\n\n\tAssistent\tHjælper\n"
        "Aftalt måltal 2031\t1.420\t1.085\nIndgåede aftaler 2031\t1.342\t1.121\n"
        "Indgåede aftaler 2030\t1.298\t1.064\n"
    )
    assert pairs(read((REPORT, text))) == [Pair(1420, 1342, "not_met"), Pair(1085, 1121, "met")]


def test_what_was_reached_before_an_agreement_is_no_result_of_it() -> None:
    heads = "Resultatmål 2032\n\nResultatmål\tOpnået 2031\tKrav 2032\n"
    text = heads + "1. Fremme i tide (pct.)\t91,8\t92\n2. Aktive\t133\t140\n"
    rows = read(("Udkast til resultatkontrakt 2032", text))
    assert [p.result for p in pairs(rows)] == [None, None]


@pytest.mark.parametrize(("head", "status"), [("Medio 2031", "pending"), ("Ultimo 2031", "not_met")])
def test_the_middle_of_a_year_is_a_part_of_it(head: str, status: str) -> None:
    text = f"Oversigt\n\nFokus\tAmbition 2031\t{head}\nTilbud med en fælles plan\t40\t33\nBesøg\t90\t71\n"
    assert {p.status for p in pairs(read((REPORT, text)))} == {status}


def test_dots_that_lead_to_a_value_are_no_part_of_a_label() -> None:
    text = (
        "Mål 2: Raske hurtigere\nSygeforløb over 26 uger......................238 (mål: højst 225)\n"
        "Varighed i uger.................17,8 (mål: højst 18,5)\n"
    )
    rows = read((REPORT, text))
    assert [(row.metric, float(row.value)) for row in targets(rows)] == [
        ("Sygeforløb over 26 uger", 225), ("Varighed i uger", 18.5),
    ]  # fmt: skip


def test_points_that_a_report_numbers_again_are_results() -> None:
    text = (
        "Mål 7 – Effekt\nDet lovede vi\n7.1 65 pct. forventer en positiv effekt\n7.2 Omsætningen vokser 8 pct.\n"
        "Det blev det til\n7.1 Hele 71 pct. forventer det\n7.2 Tal kommer i 2033\n"
    )
    assert [(p.target, p.result) for p in pairs(read((REPORT, text)))] == [(65, 71), (8, None)]


@pytest.mark.parametrize(
    ("head", "width", "worded", "cells"),
    [
        (
            "Indikator Måltal 2031 1. kvt. 2031 2. kvt. 2031",
            3,
            False,
            ("Måltal 2031", "1. kvt. 2031", "2. kvt. 2031"),
        ),
        ("Indikator Måltal 2031 1. halvår 2031 Nået?", 2, True, ("Måltal 2031", "1. halvår 2031", "Nået?")),
        (
            "Indikator 2030 Måltal 2031 Status 2. kvt. 2031",
            3,
            False,
            ("2030", "Måltal 2031", "Status 2. kvt. 2031"),
        ),
    ],
)
def test_the_year_of_a_quarter_begins_no_head(head: str, width: int, worded: bool, cells: tuple[str, ...]) -> None:
    cut = cut_heads(head, width, worded=worded)
    assert cut is not None
    assert cut[1] == ("Indikator", *cells)


def test_goals_that_the_tables_ran_into_accounts_are_read() -> None:
    text = (
        "Nøgletal Regnskab 2029 Regnskab 2030 Budget 2031\nUdgift pr. elev (kr.) 82.410 85.120 88.300\n"
        "Elevtal 3.712 3.655 3.598\n\nSide 3\n\nEffektmål Udgangspunkt Mål 2031 Status Vurdering\n"
        "5. Færre personer på kontanthjælp 3.780 3.650 3.702 Gul\n6. Færre klager 122 110 98 Grøn\n"
    )
    assert [(p.target, p.result) for p in pairs(read((REPORT, text)))] == [(3650, 3702), (110, 98)]


@pytest.mark.parametrize("start", ["Baseline 2029", "Udgangspunkt 2029", "Basis 2029", "Udgangspunkt"])
@pytest.mark.parametrize("label", ["Effektmål", "Resultatmål", "Mål"])
def test_the_head_of_where_goals_set_out_is_one_of_its_own_below_a_title(label: str, start: str) -> None:
    text = (
        f"{label} for tema 2\n{label} {start} Mål 2031 Status 2031 Mål 2032\n"
        "Andel tilfredse gæster 61 % 66 % 68 % 72 %\nAndel besatte pladser 81 % 86 % 84 % 88 %\n"
    )
    found = {(pair.target, pair.result) for pair in pairs(read((REPORT, text)))}
    assert found == {(66, 68), (86, 84), (72, None), (88, None)}
