"""Stages on the way to a goal, falls that are aimed at, groups told one by one, degrees by their numbers."""

import pytest
from goal_packets import Pair, pairs, read, results, targets

PLAN = """Udviklingsaftale 2030-2033

Mål 1 - Flere cyklister
I 2033 skal der være mindst 9.500 pendlere på cykel. {stages}
"""
STATUS = """Statusrapport 2032

Ad mål 1: I første halvår 2032 er der talt 4.310 pendlere på cykel. For 2031 endte tallet på 8.240, så
delmålet blev nået.
"""


def in_item(text: str) -> list[Pair]:
    """The pairs of an item's own text."""
    return pairs(read(("", f"Sagsfremstilling\n\n{text}"), title="Opfølgning på målene for 2031", meeting=2032))


@pytest.mark.parametrize(
    "stages",
    [
        "For 2031 og 2032 er delmålene henholdsvis 8.000 og 8.700.",
        "Delmålene er 8.000 og 8.700 i henholdsvis 2031 og 2032.",
    ],
)
def test_each_year_has_its_own_stage_and_result(stages: str) -> None:
    rows = read(
        ("Udviklingsaftale 2030-2033", PLAN.format(stages=stages)), ("Statusrapport 2032", STATUS), title="Cykler",
        meeting=2032,
    )  # fmt: skip
    assert [(t.value, t.period) for t in targets(rows)] == [(9500, "2033"), (8000, "2031"), (8700, "2032")]
    assert [pair[:2] for pair in pairs(rows)] == [(9500, None), (8000, 8240), (8700, 4310)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Byerne har sat som mål, at støjen i 2034 skal være 40 pct. lavere end i 2020. Den seneste opgørelse "
            "viser et fald på 26 pct.",
            (40, 26),
        ),
        (
            "Det er målet, at der i 2034 skal bruges 15 pct. mindre end i 2020. Opgørelsen viser et fald på 9 pct.",
            (15, 9),
        ),
    ],
)
def test_a_fall_that_is_aimed_at_is_answered_by_the_fall(text: str, expected: tuple[float, float]) -> None:
    rows = read(("", f"Sagsfremstilling\n\n{text}"), title="Opfølgning på målene", meeting=2032)
    assert [pair[:2] for pair in pairs(rows)] == [expected]
    assert [target.comparator for target in targets(rows)] == [">="]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ventetiden måtte ikke være over 18 dage. Den endte på 21 dage for byen. For øerne var den 17 dage.",
            [(18, 21), (18, 17)],
        ),
        ("Spildet måtte højst være 8 pct. Det endte på 7 pct. for køkkenerne. I 2030 var det 9 pct.", [(8, 7)]),
        ("Spildet måtte højst være 8 pct. Det endte på 7 pct. For butikkerne var det 9 pct.", [(8, 7)]),
    ],
)
def test_two_groups_may_be_told_in_two_sentences(text: str, expected: list[tuple[float, float]]) -> None:
    assert [pair[:2] for pair in in_item(text)] == expected


def test_degrees_go_to_the_results_that_they_come_to() -> None:
    text = (
        "Byerne skulle i 2031 ansætte 200 gartnere og 50 malere. Resultatet for 2031 er 180 gartnere og 54 malere. "
        "Dermed er kravet opfyldt for malerne med 108 pct., mens det for gartnerne er opfyldt med 90 pct."
    )
    rows = read(("", f"Sagsfremstilling\n\n{text}"), title="Opfølgning på målene for 2031", meeting=2032)
    assert [(result.value, result.fulfilment_pct) for result in results(rows)] == [(180, 90), (54, 108)]
