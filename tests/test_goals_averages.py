"""Averages on a scale, and values whose unit is broken at the end of a line."""

import pytest
from goal_packets import REPORT, pairs, read, targets


@pytest.mark.parametrize(
    ("line", "result", "status"),
    [
        ("• Mad og drikke: 4,31 på en skala fra 1 til 5 (mål: 4,30)", 4.31, "met"),
        ("• Personalets hjælp: 7,8 på en tilfredshedsskala fra 1 til 10 (mål: 8,1)", 7.8, "not_met"),
        ("• Rum og lys: 3,74 (mål: 3,90)", 3.74, "not_met"),
    ],
)
def test_an_average_is_a_level_and_the_ends_of_its_scale_are_none(line: str, result: float, status: str) -> None:
    rows = read((REPORT + ", 1. halvår", f"Gæsternes oplevelse i 1. halvår 2031\n\n{line}\n"))
    assert [(p.result, p.status) for p in pairs(rows)] == [(result, status)]
    assert [row.comparator for row in targets(rows)] == [">="]


def test_days_for_so_many_people_lie_on_no_scale() -> None:
    rows = read((REPORT, "• Færdigbehandlingsdage pr. 1.000 borgere: 2,8 (mål: 3,5)\n"))
    assert [(row.comparator, p.status) for row, p in zip(targets(rows), pairs(rows), strict=True)] == [
        ("<=", "met")
    ]


def test_a_unit_that_a_line_breaks_is_whole() -> None:
    text = (
        "Svar på opkald\n\n"
        "Servicemål: Et opkald fra en kunde, der ringer til vagten, skal besvares inden for 30 sekun-\n"
        "der.\nSeneste resultat: Gennemsnittet er 41 sekunder.\n"
    )
    rows = read((REPORT, text))
    assert [(p.target, p.result, p.status) for p in pairs(rows)] == [(30, 41, "not_met")]
    assert [row.unit for row in targets(rows)] == ["sekunder"]
