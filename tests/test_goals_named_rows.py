"""Tables whose goals stand in a column of numbered names, whose results count so far, and whose total is a goal."""

from goal_packets import CONTRACT, HALF_YEAR, REPORT, Pair, pairs, read, targets

from extractors.goals.cells import Measured
from extractors.goals.columns import Column, goal_number
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
