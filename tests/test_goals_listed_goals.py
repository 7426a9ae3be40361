"""Numbered lists of goals that headings below them take up: slides, letters."""

import pytest
from goal_packets import HALF_YEAR, Pair, pairs, read, targets

LIST = """\
{title}
{source}1. 140 ture for skoleklasser
2. 65 % af gæsterne kommer igen
   inden for et år
3. 12 nye frivillige guider
Aftalen gælder 9 kommuner"""

SLIDES = """\
Mål 1 Ture
• 77 ture indtil 30/6
• Vejret har været godt

Mål 2 Gæster
• 68 % er kommet igen

Mål 3 Guider
• 5 nye guider"""

EXPECTED = [Pair(140, 77, "pending"), Pair(65, 68, "met"), Pair(12, 5, "pending")]


def half_year(text: str) -> list[Pair]:
    return pairs(read((HALF_YEAR, f"{HALF_YEAR}\n\n{text}"), title="Halvårsstatus", meeting=2031))


@pytest.mark.parametrize(
    ("title", "source"),
    [("Aftalens tre mål", ""), ("Måltal for 2031:", ""), ("Vores mål", "(Aftale om naturvejledning, side 3)\n")],
)
def test_headings_tell_what_came_of_the_goals_of_a_list(title: str, source: str) -> None:
    assert half_year(f"{LIST.format(title=title, source=source)}\n\n{SLIDES}") == EXPECTED


def test_the_number_of_an_entry_is_that_of_the_goal() -> None:
    text = f"{HALF_YEAR}\n\n{LIST.format(title='Vores mål', source='')}\n\n{SLIDES}"
    found = targets(read((HALF_YEAR, text), title="Halvårsstatus", meeting=2031))
    assert [(target.goal_no, target.sub_no) for target in found] == [("1", None), ("2", None), ("3", None)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Vores mål", "Dagens program"),  # a list of something else
        ("3. 12 nye frivillige guider\n", ""),  # fewer entries than goals
        ("12 nye frivillige guider", "Frivillige guider"),  # an entry that states nothing
    ],
)
def test_other_lists_state_no_goals(old: str, new: str) -> None:
    text = LIST.format(title="Vores mål", source="").replace(old, new)
    assert not any(pair.target == 140 and pair.result == 77 for pair in half_year(f"{text}\n\n{SLIDES}"))
