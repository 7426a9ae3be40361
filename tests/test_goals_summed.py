"""Wholes that answer wholes, clauses that only say what was to be, and what stands around them."""

import pytest
from goal_packets import REPORT, Pair, pairs, read, targets

ABOVE = "Halvårsstatus 2031 på resultatkontrakten mellem KKR Havland og Havnehuset.\n\n"

SUMMED = """Mål 7 er 900 ture i 2031, fordelt på 500 korte ture, 260 kystture og 140 langture. Ved udgangen af
juni var der gennemført 250 korte ture, 120 kystture og 60 langture, {whole}."""


def of_item(text: str) -> list[Pair]:
    return pairs(read(("", f"{ABOVE}{text}"), title="Halvårsstatus på aftalen", meeting=2031))


def test_what_all_parts_come_to_answers_what_all_parts_were_to_come_to() -> None:
    found = of_item(SUMMED.format(whole="i alt 430 ture"))
    assert [pair[:2] for pair in found] == [(900, 430), (500, 250), (260, 120), (140, 60)]


def test_a_number_that_is_no_sum_answers_no_whole() -> None:
    found = of_item(SUMMED.format(whole="og der kom 51 breve"))
    assert (900, None) in [pair[:2] for pair in found]


def test_the_number_of_a_goal_in_a_bracket_is_no_target_of_a_line() -> None:
    text = "Af de inviterede har 52 pct. brugt broen. Målet for 2031 er\n48 pct. (mål 4)."
    assert [pair[:2] for pair in of_item(text)] == [(48, 52)]


def test_a_clause_that_only_says_what_was_to_be_is_held_against_what_its_sentence_tells() -> None:
    text = (
        "Mål 1 om kendskab opgøres først i foråret 2032, hvor mindst 61 pct. af sejlerne skal kende havnen. "
        "Derimod er 37 pct. af gæsterne nye, mens aftalen kræver mindst 35 pct."
    )
    assert of_item(text) == [(61, None, "pending"), (35, 37, "met")]


def test_a_bracket_at_the_end_names_the_goal_of_what_stands_before_it() -> None:
    text = (
        "Under mål 2 er 70 pct. tilfredse mod et mål på 75 pct.\n\n"
        "Af de inviterede sejlere har 52 pct. brugt den bro, de fik anvist. Målet for 2031 er 48 pct. (mål 4)."
    )
    rows = read(("", text), title="Halvårsstatus på aftalen", meeting=2031)
    assert [(target.goal_no, target.value) for target in targets(rows)] == [("2", 75), ("4", 48)]
    assert [pair[:2] for pair in pairs(rows)] == [(75, 70), (48, 52)]


@pytest.mark.parametrize(
    ("told", "count"),
    [
        ("De to første er afholdt.", 2),
        ("Det lykkedes at holde fire, da den sidste blev aflyst.", 4),
        ("Det lykkedes at samle alle om opgaven.", None),
    ],
)
def test_counts_of_what_was_named_before_answer_it(told: str, count: int | None) -> None:
    text = f"Mål 8 Kurser\n\nI 2031 skal der holdes fem kurser i knob. {told}\n"
    assert [pair[:2] for pair in pairs(read((REPORT, text)))] == [(5, count)]


@pytest.mark.parametrize(
    "text",
    [
        "Graden er beregnet som resultatet i forhold til målet og kan højst blive 100 pct. på alle mål.",
        "Målopfyldelsen kan højst udgøre 120 pct.",
    ],
)
def test_how_degrees_are_reckoned_sets_no_target(text: str) -> None:
    assert of_item(f"Rapporten viser resultatet for hvert mål. {text}") == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "På grund af forsinkelser er planen udskudt, og det er nu målet, at alle 23 havne tilbyder el senest "
            "den 31. december 2032. Pr. 1. august 2031 deltog 4 havne i forsøget.",
            [(23, "=")],
        ),
        ("Der var indskrevet 914 elever. Skolerne havde lagt et elevtal på mellem 850 og 900 til grund.", []),
        ("Den nye aftale indeholder tre fokusområder: børn, unge og ældre. Hvert har sine mål.", []),
    ],
)
def test_what_is_of_all_assumed_or_counts_goals(text: str, found: list[tuple[int, str]]) -> None:
    rows = read(("", f"{ABOVE}{text}"), title="Status på aftalens mål", meeting=2031)
    assert [(target.value, target.comparator) for target in targets(rows)] == found
