"""Targets stated above rows of values over which times stand side by side."""

import pytest
from goal_packets import REPORT, Pair, pairs, read, targets

BLOCKS = """
Symboler: ● målet er nået, ◐ målet er næsten nået, ○ målet er ikke nået.

2 Færger

2.1 Afgange til tiden

Måltal 2031: mindst 90 %

 3. kvt. 2029 3. kvt. 2030 3. kvt. 2031
Nord 81 % 84 % 88 % ◐
Syd 90 % 93 % 94 % ●
Øst 70 % 77 % 75 % ○

2.2 Ventetid i telefonen

Måltal 2031: højst 4,0 min.

3. kvt. 2030 3. kvt. 2031
Havby 4,4 3,7 ●
Hele landet 5,1 5,0
"""


def test_the_last_value_of_each_row_with_a_sign_answers() -> None:
    rows = read((REPORT, BLOCKS))
    assert pairs(rows) == [
        Pair(90, 88, "partly"), Pair(90, 94, "met"), Pair(90, 75, "not_met"), Pair(4, 3.7, "met"),
    ]  # fmt: skip
    assert {(row.goal_no, row.sub_no, row.comparator) for row in targets(rows)} == {
        ("2", "2.1", ">="), ("2", "2.2", "<="),
    }  # fmt: skip


@pytest.mark.parametrize(
    "rows",
    ["Skoler 5,1 % 4,9 %\nÆldre 6,6 % 6,2 %\nI alt 5,9 % 5,6 %", "Kommunen 5,9 % 5,6 %\nHele landet 5,2 % 5,3 %"],
)
def test_without_signs_only_the_whole_answers(rows: str) -> None:
    found = pairs(read((REPORT, f"1.3 Sygefravær\nMåltal 2031: højst 4,5 %\n2030 2031\n{rows}\n")))
    assert [(pair.target, pair.result) for pair in found] == [(4.5, 5.6)]
