"""Whether a target is met: numbers, comparators, running years, words."""

from decimal import Decimal

import pytest
from goal_packets import CONTRACT, HALF_YEAR, REPORT, Pair, findings, pairs, read, targets

from extractors.goals.comparison import holds
from extractors.goals.verdict import of_fulfilment, stated_verdict


@pytest.mark.parametrize(
    ("result", "comparator", "target", "met"),
    [
        (80, ">=", 80, True), (79, ">=", 80, False), (80, "<=", 80, True), (81, "<=", 80, False), (81, ">", 80,
        True),
        (80, ">", 80, False), (79, "<", 80, True), (80, "<", 80, False), (80, "=", 80, True), (83, "=", 80, True),
        (79, "=", 80, False), (0, "=", 0, True), (2, "=", 0, False),
    ],
)  # fmt: skip
def test_a_result_stands_to_its_target_as_asked(result: int, comparator: str, target: int, met: bool) -> None:
    assert holds(Decimal(result), comparator, Decimal(target)) is met


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Målet er opfyldt.", "met"),
        ("Målet er dermed indfriet.", "met"),
        ("Det er over målet.", "met"),
        ("denne del af målet er opfyldt", "met"),
        ("Målet er ikke opfyldt.", "not_met"),
        ("Det er endnu ikke lykkedes at nå målet.", "not_met"),
        ("hvilket er lige under målet", "not_met"),
        ("Målet er delvist opfyldt.", "partly"),
        ("Målet opgøres ved årets udgang.", None),
        ("Huset lever af gebyrer.", None),
        ("Vi forventer, at målet er nået til december.", None),
    ],
)
def test_words_of_a_verdict_are_read(text: str, verdict: str | None) -> None:
    assert stated_verdict(text) == verdict


@pytest.mark.parametrize(
    ("degree", "parts", "verdict"), [(100, 1, "met"), (100, 3, "met"), (96, 1, "not_met"), (96, 2, "partly")]
)
def test_a_degree_below_full_is_partly_met_only_in_several_parts(degree: int, parts: int, verdict: str) -> None:
    assert of_fulfilment(Decimal(degree), parts=parts) == verdict


def report(goal: str, told: str) -> str:
    return f"Mål 4 – Drift\n\nMål {goal}\n\nAfrapportering og målopfyldelse – Mål 4\n\n{told}"


@pytest.mark.parametrize(
    ("title", "year", "goal", "told", "expected"),
    [
        (REPORT, 2032, "Der skal afholdes 12 møder.", "Der er afholdt 9 møder.", Pair(12, 9, "not_met")),
        (HALF_YEAR, 2031, "Der skal afholdes 12 møder.", "Der er afholdt 9 møder.", Pair(12, 9, "pending")),
        (HALF_YEAR, 2031, "Der skal afholdes 12 møder.", "Der er afholdt 13 møder.", Pair(12, 13, "met")),
        (HALF_YEAR, 2031, "Mindst 70 pct. er tilfredse.", "66 pct. er tilfredse.", Pair(70, 66, "not_met")),
        (HALF_YEAR, 2031, "Kunderne giver en NPS på mindst 40.", "NPS er 38.", Pair(40, 38, "not_met")),
        (REPORT, 2032, "Ventetiden skal højst være 20 dage.", "Ventetiden var 24 dage.", Pair(20, 24, "not_met")),
        (HALF_YEAR, 2031, "Der må højst komme 20 klager.", "Der er kommet 24 klager.", Pair(20, 24, "not_met")),
        (
            REPORT, 2032, "Kendskabet skal i 2031 være steget med 5 procentpoint.",
            "Kendskabet er landet på 52% mod 44% for 2030.", Pair(5, 52, "met"),
        ),
        (
            REPORT, 2032, "Kendskabet skal i 2031 være steget med 5 procentpoint.",
            "Kendskabet er landet på 46% mod 44% for 2030.", Pair(5, 46, "not_met"),
        ),
    ],
)  # fmt: skip
def test_the_verdict_of_a_pair(title: str, year: int, goal: str, told: str, expected: Pair) -> None:
    assert pairs(read((title, report(goal, told)), meeting=year)) == [expected]


def test_text_and_numbers_that_disagree_are_told() -> None:
    rows = read((REPORT, report("Der skal etableres 12 netværk.", "Der er etableret 9 netværk. Målet er opfyldt.")))
    (finding,) = findings(rows)
    assert (finding.rule, finding.expected, finding.actual) == ("verdict_disagrees", "met", "not_met")
    assert pairs(rows) == [Pair(12, 9, "not_met")]


def test_a_stated_degree_that_is_not_the_quotient_is_told() -> None:
    rows = read(
        (REPORT, report("Mindst 80 pct. er tilfredse.", "60 pct. er tilfredse, og målopfyldelsen er derfor 90%."))
    )
    assert [f.rule for f in findings(rows)] == ["fulfilment_mismatch"]


@pytest.mark.parametrize(
    ("goal", "title", "meeting", "status"),
    [
        ("I 2033 skal kendskabet være mindst 50 pct.", REPORT, 2032, "pending"),
        ("I 2031 skal kendskabet være mindst 50 pct.", REPORT, 2032, "unknown"),
        ("I 2031 skal kendskabet være mindst 50 pct.", CONTRACT, 2031, "pending"),
        ("Der skal holdes 9 møder i 2031.", HALF_YEAR, 2031, "pending"),
        ("Der skal holdes 9 møder i 2031.", HALF_YEAR, 2032, "pending"),
    ],
)
def test_a_target_without_result_is_pending_while_its_time_runs(
    goal: str, title: str, meeting: int, status: str
) -> None:
    rows = read((title, f"Mål 4 – Drift\n\nMål {goal}"), title="Resultatkontrakt 2031", meeting=meeting)
    assert [t.status for t in targets(rows)] == [status]
