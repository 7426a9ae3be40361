"""The agreement of the next year beside the report on this one: its targets are still to be answered."""

import pytest
from goal_packets import Pair, pairs, read

REPORT = (
    "Årsberetning 2031",
    "Årsberetning 2031 for Havnehuset\n\n1. Forord\n\nI aftalen for 2031 er der mål for turene.\n\n{told}\n",
)
PLAIN = "Bestyrelsen har behandlet årsberetning 2031 og forslaget til resultataftale 2032."


def _rows(item: str, told: str, points: str) -> list[Pair]:
    agreed = f"RESULTATAFTALE 2032\nmellem kommunerne og Havnehuset\n\nSpor 1. Ture\nHuset skal i 2032\n{points}\n"
    papers = ("", item), (REPORT[0], REPORT[1].format(told=told)), ("Resultataftale 2032", agreed)
    rows = read(*papers, title="Årsberetning 2031 og resultataftale 2032", meeting=2032)
    return [pair for pair in pairs(rows) if pair.target is not None]


@pytest.mark.parametrize(
    ("item", "told", "points"),
    [
        ("I 2031 har huset holdt 31 ture.", "Der var god vind.", "• holde mindst 30 ture"),
        (PLAIN, "Der er holdt 31 ture.", "• holde mindst 30 ture"),
        (PLAIN, "2. Året i tal\n\nGæster på turene: 612\nTure: 31", "• holde mindst 30 ture"),
        ("I 2031 gennemførte huset 31 ture til øerne.", "31 ture er gennemført.", "• gennemføre mindst 30 ture"),
        ("Huset nåede 31 ture i 2031.", "Huset nåede 31 ture.", "• nå 30 ture til øerne"),
    ],
)
def test_what_was_reached_the_year_before_answers_none_of_them(item: str, told: str, points: str) -> None:
    assert _rows(item, told, points) == [Pair(30, None, "pending")]


def test_the_report_answers_a_target_that_it_states_itself() -> None:
    told = "Målet var 30 ture i 2031. Der er holdt 31 ture."
    assert Pair(30, 31, "met") in _rows(PLAIN, told, "• holde mindst 30 ture")
