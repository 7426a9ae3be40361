"""Smaller parts of a number: targets of their own, and no results of what the whole is asked for."""

import pytest
from goal_packets import CONTRACT, HALF_YEAR, Pair, pairs, read


def half_year(target: str, status: str) -> list[Pair]:
    own = f"Mål 1: Gæster\nMål: {target}\nStatus: {status}"
    text = f"{HALF_YEAR}\n\n{own}\n\nMål 2: Ture\nMål: 90 ture\nStatus: 41 ture\n"
    return pairs(read((HALF_YEAR, text), title="Halvårsstatus", meeting=2031))[:-1]


@pytest.mark.parametrize(
    ("target", "status", "expected"),
    [
        ("80 møder", "Der er holdt 48 møder, heraf 14 i byen.", [Pair(80, 48, "pending")]),
        ("80 møder", "Der er holdt 48 møder, hvoraf 14 i byen og 9 i havnen.", [Pair(80, 48, "pending")]),
        ("110 ture og besøg", "63 besøg, fordelt på 22 ture og 41 besøg i huset", [Pair(110, 63, "pending")]),
        ("1.300 job", "822\nHeraf er 240 job i havnen.", [Pair(1300, 822, "pending")]),
        (
            "80 møder, heraf 30 med en forening",
            "48 møder, heraf 14 med en forening",
            [Pair(80, 48, "pending"), Pair(30, 14, "pending")],
        ),
        (
            "Huset vejleder 900 kunder, heraf 300 i lange kurser.",
            "420 kunder er vejledt. 160 af dem har fået et langt kursus.",
            [Pair(900, 420, "pending"), Pair(300, 160, "pending")],
        ),
        ("mindst 60 pct. nye", "Der kom 90 kunder, hvoraf 63 pct. var nye.", [Pair(60, 63, "met")]),
    ],
)
def test_a_part_answers_no_target_for_the_whole(target: str, status: str, expected: list[Pair]) -> None:
    assert half_year(target, status) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Huset gennemfører 550 forløb, fordelt på 330 planer og 220 kort, samt 980 vejledninger.",
            [550, 330, 220, 980],
        ),
        ("Huset holder 12 møder og 3 messer.", [12, 3]),
        ("Huset holder 12 møder, hvoraf 4 er holdt.", [12]),
    ],
)
def test_parts_and_what_is_joined_are_targets_too(text: str, expected: list[float]) -> None:
    body = f"{CONTRACT}\n\nMål 1: Antal\n{text}\n\nMål 2: Ture\nHuset holder 90 ture.\n"
    found = pairs(read((CONTRACT, body), title=CONTRACT, meeting=2031))
    assert [pair.target for pair in found if pair.target != 90] == expected


def test_days_that_are_held_are_counted() -> None:
    assert half_year("Der skal holdes otte havnedage.", "Der er holdt fem havnedage med 87 gæster.") == [
        Pair(8, 5, "pending")
    ]
