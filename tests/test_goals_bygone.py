"""Levels of earlier years beside that of the year a report is on."""

import pytest
from goal_packets import REPORT, pairs, read


@pytest.mark.parametrize(
    "text",
    [
        "Af bådene kom 88 pct. til tiden. Bestyrelsen havde bedt om 90 pct. Landsgennemsnittet var 84 pct., og i "
        "2029 var andelen 81 pct.",
        "Andelen af rettidige både blev 88 pct., og målet er mindst 90 pct. I 2030 lå andelen på 86 pct.",
        "I 2031 sejlede vi 88 pct. af turene til tiden. Målet er 90 pct. I 2030 sejlede vi 91 pct. til tiden.",
    ],
)
def test_what_was_in_an_earlier_year_answers_no_target(text: str) -> None:
    assert [(p.target, p.result) for p in pairs(read((REPORT, text))) if p.target] == [(90, 88)]


def test_a_year_before_its_figure_tells_of_that_year() -> None:
    text = (
        "Spild                                       Svind\n\n"
        "112 kg                                      52 ton\n"
        "pr. bord. Vi sigter mod 120 kg eller mindre.  kom på lager igen. Vi ville nå 60 ton.\n"
        "2030: 131 kg                                2030: 47 ton\n"
    )
    found = {(p.target, p.result) for p in pairs(read((REPORT, text)))}
    assert (60, 47) not in found
    assert (120, 131) not in found


def test_what_is_told_of_those_of_an_earlier_year_is_a_result() -> None:
    text = "Af de bude, der blev ansat i 2029, er 79 pct. her stadig. Målet er, at det efter to år gælder 80 pct."
    assert [(p.target, p.result) for p in pairs(read((REPORT, text)))] == [(80, 79)]


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        (
            "Den gennemsnitlige ventetid på en plads var 34 dage i 2031. Målet om højst 40 dage er dermed opfyldt. "
            "I 2030 tog det 46 dage.",
            (40, 34),
        ),
        (
            "Hallerne havde 9.400 besøg i 2031. Målet var 8.000 besøg, så resultatet er bedre end ventet. "
            "Besøgstallet var 7.900 i 2030.",
            (8000, 9400),
        ),
        (
            "Der er holdt 64 møder. Målet på 60 møder er nået. Antallet af møder var 51 i 2030.",
            (60, 64),
        ),
    ],
)
def test_a_level_with_an_earlier_year_behind_it_leaves_the_target_to_that_of_this_year(
    text: str, pair: tuple[int, int]
) -> None:
    assert [(p.target, p.result) for p in pairs(read((REPORT, text)))] == [pair]


def test_of_lines_of_years_below_a_goal_the_latest_answers_it() -> None:
    lines = ["Andelen med tyveri skal ned på 13 pct. i 2033", "2027: 17 pct.", "2031: 15 pct."]
    text = "\n\n".join(["Målsætning 1: Færre cykeltyverier", *lines])
    assert pairs(read((REPORT, text))) == [(13, 15, "pending")]
