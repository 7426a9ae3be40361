"""Columns that tell what came about by the name of the aim beside them, and clauses that tell what is newest."""

import pytest
from goal_packets import pairs, read, targets

NAMED = """\
Tabel 1 – Måltal og afholdte kurser 2031 pr. 31. oktober

                 Svømning    Svømning    Løb         Løb
                 måltal      kurser      måltal      kurser
Engby            41          38          52          57
Havby            63          66          70          58
Skovby           25          25          33          31
"""
GROUPED = """\
Tabel 1 – Måltal og afholdte kurser 2031 pr. 31. oktober

                 Svømning                Løb
                 Måltal      Kurser      Måltal      Kurser
Engby            41          38          52          57
Havby            63          66          70          58
Skovby           25          25          33          31
"""


@pytest.mark.parametrize("table", [NAMED, GROUPED])
def test_each_aim_is_answered_by_the_column_of_its_name(table: str) -> None:
    found = pairs(read(("", table), meeting=2031))
    assert [(pair.target, pair.result) for pair in found] == [
        (41, 38), (52, 57), (63, 66), (70, 58), (25, 25), (33, 31),
    ]  # fmt: skip


def test_a_title_of_aims_alone_says_nothing_of_what_came_about() -> None:
    found = pairs(read(("", GROUPED.replace(" og afholdte kurser", " for kurser")), meeting=2031))
    assert all(pair.result is None for pair in found)


@pytest.mark.parametrize(
    "told",
    [
        "På spejderholdet er målet højst 12 pct. i 2033, hvor det seneste resultat er 14 pct.",
        "På spejderholdet er målet højst 12 pct. i 2033, hvor andelen nu er 14 pct.",
    ],
)
def test_the_newest_result_is_of_no_year_to_come(told: str) -> None:
    rows = read(("", f"Bestyrelsen har sat mål for frafaldet. {told}"), meeting=2031)
    assert [(pair.target, pair.result) for pair in pairs(rows)] == [(12, 14)]


@pytest.mark.parametrize(
    "paid",
    [
        "Klubber, der ikke når måltallet, skal betale et bidrag til puljen på 4.000 kr. pr. manglende hold.",
        "Klubber, der når måltallet, får en præmie på op til 9.000 kr.",
    ],
)
def test_what_is_paid_for_each_is_no_target(paid: str) -> None:
    rows = read(("", f"Måltallet er mindst 40 hold i 2031. {paid}"), meeting=2031)
    assert {row.value for row in targets(rows)} == {40}
