"""Numbers of parts beside the whole, and results told before their target: which of them answers it."""

import pytest
from goal_packets import HALF_YEAR, REPORT, Pair, pairs, read, results

TARGET = "Målet er, at 90 pct. af timerne har en uddannet underviser."
UNANSWERED = [Pair(90, None, "unknown")]


@pytest.mark.parametrize(
    "told",
    [
        "Dækningen er lavest i billedkunst (61 pct.) og håndværk (58 pct.).",
        "Lederne er mest tilfredse (94 pct.), mens dækningen er mindst synlig på ungdomsskolen (71 pct.).",
        "Lærere står for 64 pct. af timerne, vikarer for 22 pct. og pædagoger for 14 pct.",
        "Heraf udgjorde dansk 31 pct., matematik 24 pct. og engelsk 18 pct.",
        "I alt 46 klasser havde en dækning på under 70 pct.",
    ],
)
def test_parts_are_no_result_of_the_whole(told: str) -> None:
    assert pairs(read(("", f"{TARGET} {told}"), meeting=2031)) == UNANSWERED


@pytest.mark.parametrize(
    "told",
    [
        "Dækningen er lavest i billedkunst (61 pct.), men 87 pct. i gennemsnit.",
        "I 2031 var det den højeste dækning i fem år (87 pct.).",
        "Uddannede undervisere står for 87 pct. af timerne.",
    ],
)
def test_the_whole_told_with_the_same_words_is_a_result(told: str) -> None:
    assert Pair(90, 87, "not_met") in pairs(read(("", f"{TARGET} {told}"), meeting=2031))


@pytest.mark.parametrize(
    "behind",
    [
        "I 2029 var snittet 6,6.",
        "Landets snit var 7,5, og kommunens eget snit i 2029 var 6,6.",
    ],
)
def test_a_result_before_its_target_wins_over_one_of_an_earlier_year(behind: str) -> None:
    text = f"Karakterer. Snittet blev 6,8 i sommeren 2031. Kommunens mål var 7,1. {behind}"
    assert [pair.result for pair in pairs(read(("", text), meeting=2031)) if pair.target == 7.1] == [6.8]


def test_what_follows_the_target_answers_it_where_it_is_of_no_other_time() -> None:
    text = "I foråret var andelen 61 pct. Målet er 70 pct. Ved årets udgang var andelen 72 pct."
    assert [pair.result for pair in pairs(read(("", text), meeting=2031)) if pair.target == 70] == [72]


def test_a_sentence_that_only_compares_looks_back() -> None:
    text = (
        "Blandt de adspurgte gæster var 83 pct. glade for maden. Det er lidt over måltallet, der er 80 pct. "
        "De unge er strengere: 64 pct. var glade for den."
    )
    assert [pair.result for pair in pairs(read(("", text), meeting=2031)) if pair.target == 80] == [83]


def test_a_conclusion_looks_back_over_a_count() -> None:
    text = (
        "Frafaldet var i sæsonen 7,4 pct. I alt 112 medlemmer havde et fravær på over 20 pct. Målet om et "
        "frafald på højst 6 pct. er altså ikke nået."
    )
    assert [pair.result for pair in pairs(read(("", text), meeting=2031)) if pair.target == 6] == [7.4]


def test_how_far_a_number_has_moved_answers_no_level() -> None:
    text = (
        "Alle breve skal besvares, og måltallet er 100 pct. Der er modtaget 912 breve, hvilket er en stigning på "
        "7 pct. 97,2 pct. af dem er besvaret."
    )
    assert [pair.result for pair in pairs(read(("", text), meeting=2031)) if pair.target == 100] == [97.2]


def test_a_move_answers_a_target_of_a_move() -> None:
    text = (
        "Målet er en stigning på 5 pct. i antallet af breve. Der er modtaget 912 breve, hvilket er en stigning på "
        "7 pct."
    )
    assert 7 in [pair.result for pair in pairs(read(("", text), meeting=2031)) if pair.target == 5]


def test_a_target_of_a_year_to_come_is_not_answered_by_what_stands_before_it() -> None:
    text = (
        "Målet er, at mindst 25 pct. af de unge i 2031 vælger et håndværk. Det gjorde 22 pct. i maj 2031, mens "
        "61 pct. valgte en boglig vej. I 2034 er målet 32 pct."
    )
    assert pairs(read(("", text), meeting=2031)) == [Pair(25, 22, "not_met"), Pair(32, None, "pending")]


@pytest.mark.parametrize("paper", [REPORT, HALF_YEAR])
def test_a_degree_speaks_of_the_result_that_answers_the_goal(paper: str) -> None:
    text = (
        "Mål 4 – Fravær\nMål Fraværet må i 2031 ikke overstige 4,0 pct.\n\n"
        "Afrapportering og målopfyldelse – Mål 4\n\nFraværet blev på 5,0 pct. "
        "Det lange fravær udgør 2,3 procentpoint. Målet er opfyldt med 80%.\n"
    )
    told = [row for row in results(read((paper, text))) if row.fulfilment_pct is not None]
    assert [(float(row.value or 0), float(row.fulfilment_pct or 0)) for row in told] == [(5.0, 80.0)]
