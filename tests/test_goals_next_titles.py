"""Numbered titles of goals that count on from one above its target, with running text or tables below them."""

import pytest
from goal_packets import REPORT, read, targets

FIRST = (
    "1 Kunder og kendskab\n"
    "Aftalt: I 2031 skal 52 pct. af firmaerne kende huset.\n"
    "Opnået: Kendskabet blev 49 pct.\n"
)  # fmt: skip


def goals(text: str) -> dict[float | None, str | None]:
    return {float(row.value): row.goal_no for row in targets(read((REPORT, FIRST + text))) if row.value is not None}


@pytest.mark.parametrize("number", ["2", "4"])
def test_the_next_title_begins_its_goal(number: str) -> None:
    text = (
        f"{number} Henvisninger til andre\n"
        "Af de henviste firmaer har 71 pct. taget imod tilbuddet. Måltallet på 65 pct. er dermed overgået.\n"
    )
    assert goals(text) == {52: "1", 65: number}


def test_the_title_of_several_goals_ends_the_one_above() -> None:
    text = "2 og 3 Tilfredshed og effekt\nBlandt kunderne er 88 pct. glade. Måltallet på 85 pct. er dermed nået.\n"
    assert goals(text).get(85) != "1"


def test_a_number_that_a_sentence_goes_on_with_is_no_title() -> None:
    text = (
        "Huset har i alt besøgt\n2 Kommuner\nog her blev 71 pct. glade. Måltallet på 65 pct. er dermed overgået.\n"
    )
    assert goals(text)[65] == "1"


@pytest.mark.parametrize("title", ["2.4 Rejsetid og ro", "2.4. Ny drift", "2.5 Samarbejde"])
def test_a_title_over_running_text_ends_the_sub_goal_above(title: str) -> None:
    text = (
        "2.2 Spild\n\nMål: højst 3 kg\nResultat: 4 kg\n\n2.3 Svartid i havnevagten\n\n"
        "Mål: 80 % af opkaldene besvares inden for to minutter\nResultat: 62 %\n\n"
        f"{title}\n\nHavnen skal i perioden 2031-2034 spare samlet 12 mio. kr. Ved udgangen af 2031 er der sparet "
        "6,9 mio. kr.\n"
    )
    found = [(t.sub_no, t.comparator) for t in targets(read((REPORT, text)))]
    number = title.split()[0].rstrip(".")
    assert found[:2] == [("2.2", "<="), ("2.3", ">=")]
    assert all(sub == number for sub, _ in found[2:])
