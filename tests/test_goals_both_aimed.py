"""Numbers that are aimed at as the one before them in their sentence is, and numbers that only say more of it."""

import pytest
from goal_packets import REPORT, pairs, read, targets


def aimed(text: str, meeting: int = 2031) -> list[float]:
    return sorted(float(t.value) for t in targets(read((REPORT, text), meeting=meeting)) if t.value is not None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Målet er, at 60 pct. af de voksne skal cykle i 2031, og blandt børn skal det være 80 pct.", [60, 80]),
        ("Målet er hhv. 50 dage (erhverv) og 60 dage (boliger).", [50, 60]),
        ("Målet er, at 75 pct. sejler i 2035, og 50 pct. gør det i en klub.", [50, 75]),
        ("Måltallet på 70 pct. er nået, og havnelauget har hævet det til 80 pct. for 2032.", [70, 80]),
        ("Målet på 70 pct. er nået, og andelen er steget til 80 pct.", [70]),
    ],
)
def test_a_second_number_of_one_kind_is_aimed_at_as_well(text: str, expected: list[float]) -> None:
    assert aimed(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Målet er, at 60 pct. af de voksne skal cykle, og det blev 72 pct.",
        "Målet er, at 60 pct. af de voksne skal cykle, og nu gør 72 pct. det.",
        "60 pct. af de voksne skal cykle, men blandt børn er det 72 pct.",
    ],
)
def test_what_came_of_the_first_is_no_target(text: str) -> None:
    assert aimed(text) == [60]


def test_a_goal_that_takes_the_place_of_one_that_is_reached_is_pending() -> None:
    text = (
        "I 2031 sejlede 73 pct. af lodserne til tiden. Måltallet på 70 pct. er dermed nået, og lauget har hævet "
        "det til 80 pct. for 2032."
    )
    rows = read(("Målopfyldelse 2031", text), title="Havnene", meeting=2032)
    assert pairs(rows) == [(70, 73, "met"), (80, None, "pending")]


def test_what_each_must_have_is_no_target() -> None:
    rows = read((REPORT, "Havnen skal holde 40 møder, hvor mindst én skole deltager. Der blev holdt 42 møder."))
    assert [pair[:2] for pair in pairs(rows)] == [(40, 42)]


def test_all_that_there_are_is_no_target() -> None:
    assert 98 not in aimed("Mindre spild er målet: Det har 71 af landets 98 kommuner lovet.")
