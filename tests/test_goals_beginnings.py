"""Levels at which a time or a plan began, beside what they have come to: no results."""

import pytest
from goal_packets import pairs, read

OWED = "Andelen af lejere med egen parkeringsplads skal op på 66 pct. i 2032."


def answers(text: str, meeting: int = 2032) -> list[tuple[float | None, float | None]]:
    rows = read(("", f"Sagsfremstilling\n\n{text}\n"), title="Status på boligaftalen", meeting=meeting)
    return [(pair.target, pair.result) for pair in pairs(rows) if pair.target is not None]


@pytest.mark.parametrize(
    "told",
    [
        "Andelen var 58 pct. ved årets begyndelse og er i august opgjort til 61 pct.",
        "Da aftalen blev indgået, var andelen 58 pct. Ved udgangen af august er den 61 pct.",
        "Den var 58 pct. ved indgangen til perioden. I august er andelen opgjort til 61 pct.",
        "Andelen var 57 pct. i 2030 og 58 pct. i 2031. Ved udgangen af august er den 61 pct.",
    ],
)
def test_the_level_of_a_beginning_is_not_the_result(told: str) -> None:
    assert answers(f"{OWED} {told}") == [(66, 61)]


@pytest.mark.parametrize(
    "told",
    [
        "Andelen er steget siden årets begyndelse og var 61 pct. i august.",
        "Andelen var 61 pct. i august mod 58 pct. ved årets begyndelse.",
    ],
)
def test_what_has_come_about_since_the_beginning_is_the_result(told: str) -> None:
    assert answers(f"{OWED} {told}") == [(66, 61)]


def test_a_control_group_in_a_sentence_of_its_own_is_not_the_result() -> None:
    text = "Butikkerne øgede omsætningen med 7,3 pct. Vi skulle op på 6 pct. Kontrolgruppen lå på 4,1 pct."
    assert answers(text) == [(6, 7.3)]
