"""What the signals around a number make of the role that rules give it."""

import hashlib
from pathlib import Path

import pytest
from goal_packets import Pair, findings, pairs, read, targets

from extractors.goals import doubts, statements
from extractors.goals.context import Role
from extractors.goals.odds import AGENDA, AGREED, MARKED, SPOKEN, Odds, Sure, Weighed, settled
from extractors.goals.signals import stem
from schemas.networks import number_networks
from schemas.pair_weights import pair_weights

CORPUS = Path(__file__).parent / "corpus"


@pytest.mark.parametrize(
    ("role", "odds", "sure", "expected"),
    [
        ("open", Odds(0.6, 0.1), SPOKEN, "target"),
        ("open", Odds(0.1, 0.6), SPOKEN, "result"),
        ("open", Odds(0.2, 0.2), SPOKEN, "open"),
        ("open", Odds(0.45, 0.1), AGENDA, "open"),
        ("target", Odds(0.01, 0.8), SPOKEN, "result"),
        ("target", Odds(0.01, 0.1), SPOKEN, "open"),
        ("target", Odds(0.01, 0.8), AGENDA, "target"),
        ("result", Odds(0.45, 0.1), SPOKEN, "result"),
        ("result", Odds(0.95, 0.02), SPOKEN, "target"),
        ("result", Odds(0.2, 0.01), SPOKEN, "open"),
        ("target", Odds(0.001, 0.1), AGREED, "target"),
        ("open", Odds(0.1, 0.6), MARKED, "result"),
        ("open", Odds(0.6, 0.1), MARKED, "open"),
        ("target", Odds(0.05, 0.1), MARKED, "target"),
        ("target", Odds(0.001, 0.8), MARKED, "result"),
    ],
)
def test_signals_change_a_role_only_where_they_are_clear(
    role: Role, odds: Odds, sure: Sure, expected: Role
) -> None:
    assert settled(role, odds, sure) == expected


@pytest.mark.parametrize(
    ("word", "cut"),
    [
        ("virksomhederne", "virkso"),
        ("virksomheders", "virkso"),
        ("mål", "mål"),
        ("2031", "#"),
        ("9,5", "#"),
        ("", ""),
    ],
)
def test_forms_of_a_word_count_as_one_and_numbers_are_all_alike(word: str, cut: str) -> None:
    assert stem(word) == cut


def test_weights_are_those_of_the_corpus() -> None:
    found = hashlib.sha256()
    for path in sorted(CORPUS.glob("*.*")):
        if path.suffix in (".txt", ".json"):
            found.update(path.name.encode() + path.read_bytes())
    digest = found.hexdigest()[:16]
    assert number_networks().corpus == digest, "the corpus has changed: run bench/train_numbers.py"
    assert pair_weights().corpus == digest, "the corpus has changed: run bench/train_numbers.py"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Vi har sat os mål. Havnen skal ved årets udgang have 310 betalende bådejere.", 310),
        ("Vi har sat os mål. Ventelisten skal ned på 95 både, inden året er omme.", 95),
    ],
)
def test_what_no_rule_knows_is_told_by_all_that_stands_around_it(
    text: str, value: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert [row.value for row in targets(read(("Årsberetning 2031", text)))] == [value]
    monkeypatch.setattr(statements, "weighed", lambda _, told: Weighed(told, {}))
    assert targets(read(("Årsberetning 2031", text))) == []


@pytest.mark.parametrize(
    "text",
    [
        "Kommunerne har tilsammen 214.000 indbyggere, og 38 pct. af dem bor på landet.",
        "Alle 17 kommuner er med i samarbejdet, som har et budget på 2,4 mio. kr.",
        "Rute 9 og rute 22 bygges om fra 2029 til 2033.",
    ],
)
def test_numbers_that_only_describe_are_no_targets(text: str) -> None:
    rows = read(("Partnerskabsaftale 2031", f"Om samarbejdet\n\n{text}\n"))
    assert targets(rows) == []


def test_a_target_of_running_text_that_signals_hardly_speak_for_is_told_in_a_finding(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = "Vi har sat os mål. Havnen skal ved årets udgang have 310 betalende bådejere."
    monkeypatch.setattr(doubts, "LEAST_LIKELY", 1.1)
    rows = read(("Årsberetning 2031", text))
    assert targets(rows) == []
    assert [(row.rule, row.line) for row in findings(rows)] == [("target_in_doubt", 1)]


def test_what_is_clearly_a_result_is_one_in_a_year_later_than_the_paper_seems_to_be_of() -> None:
    text = "Målene\n\nMindst 55 pct. af deltagerne skal være i job. Status: 58 pct. i august 2032. Opfyldt."
    assert pairs(read(("Statusnotat 2031", text), meeting=2031)) == [Pair(55, 58, "met")]
