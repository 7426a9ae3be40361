"""Levels of earlier years beside that of the year a report is on."""

import pytest
from goal_packets import REPORT, pairs, read


@pytest.mark.parametrize(
    "text",
    [
        "Af bådene kom 88 pct. til tiden. Bestyrelsen havde bedt om 90 pct. Landsgennemsnittet var 84 pct., og i "
        "2029 var andelen 81 pct.",
        "Andelen af rettidige både blev 88 pct., og målet er mindst 90 pct. I 2030 lå andelen på 86 pct.",
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
