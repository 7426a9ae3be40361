"""Counts that only tell how far a result is from that of another time."""

import pytest
from goal_packets import CONTRACT, REPORT, Pair, pairs, read

AGREED = "Mål 1 – Nye havne\nMål: Parterne skal hvert år hjælpe 48 nye havne i gang.\n"


@pytest.mark.parametrize(
    "told",
    [
        "Det er 7 flere end i 2030.",
        "Det er 3 færre end året før.",
        "Det er 12 mere end sidste år.",
        "Det er 4 flere end ventet.",
        "Det var 9 færre end i 2029.",
    ],
)
def test_how_many_more_there_were_than_before_is_no_result(told: str) -> None:
    report = f"Mål 1\nParterne hjalp 52 nye havne i gang i 2031. {told} Målet er dermed opfyldt med 108 pct.\n"
    assert pairs(read((CONTRACT, AGREED), (REPORT, report))) == [Pair(48, 52, "met")]
