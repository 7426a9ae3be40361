"""The year of a number that a result is compared with is not the year of the result."""

import pytest
from goal_packets import REPORT, Pair, pairs, read

TEXT = """Udviklingsmål 3 – Færre skader

Mål
Skader på pullerter skal ned på højst 12 pct. i 2031.

Resultat
Skader på pullerter {told}
"""


@pytest.mark.parametrize(
    "told",
    ["udgjorde 14,5 pct. mod 17,2 pct. i 2030.", "udgjorde 14,5 pct., hvilket er 2,7 point mindre end i 2030."],
)
def test_the_year_compared_with_leaves_the_result_one_of_the_year_of_the_report(told: str) -> None:
    assert pairs(read((REPORT, TEXT.format(told=told)))) == [Pair(12, 14.5, "not_met")]


def test_a_result_of_the_year_before_leaves_its_target_pending() -> None:
    told = "udgjorde 14,5 pct. i 2030."
    assert Pair(12, 14.5, "not_met") not in pairs(read((REPORT, TEXT.format(told=told))))
