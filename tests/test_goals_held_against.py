"""Results held against what was agreed, and numbers beside them that answer nothing."""

import pytest
from goal_packets import Pair, pairs, read, targets


def in_item(text: str) -> list[Pair]:
    """The pairs of an item's own text."""
    return pairs(read(("", f"Sagsfremstilling\n\n{text}"), title="Opfølgning på målene for 2031", meeting=2032))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a number set against the one before it is not answered by the next
        (
            "Kontoret har haft to mål. Der blev sendt 38 ansøgninger mod aftalt 35. Af dem har 14 fået tilsagn, og "
            "målet om en træfprocent på mindst 33 pct. er indfriet med 37 pct.",
            [Pair(35, 38, "met"), Pair(33, 37, "met")],
        ),
        ("Der blev holdt 9 kurser mod planlagt 12. I 2030 var der 11 kurser.", [Pair(12, 9, "not_met")]),
        # what is told of those who declared themselves
        (
            "Målet var, at mindst 90 pct. af medlemmerne skulle være tilfredse. 88 pct. erklærede sig tilfredse. I "
            "2030 var det 91 pct.",
            [Pair(90, 88, "not_met")],
        ),
        # the second of two things that were agreed on
        (
            "Det er aftalt med ejerne, at der skal holdes mindst 40 kurser i 2033, og at der skal hentes 85 mio. "
            "kr. Foreningens egenkapital var 1,9 mio. kr.",
            [Pair(40, None, "pending"), Pair(85, None, "unknown")],
        ),
    ],
)
def test_what_was_agreed_is_answered_by_its_own_result(text: str, expected: list[Pair]) -> None:
    assert [pair[:2] for pair in in_item(text)] == [pair[:2] for pair in expected]


@pytest.mark.parametrize(
    "text",
    [
        "Sundhedsstyrelsens kvalitetsstandarder kræver udkald inden for 24 timer, men det krav gælder altid.",
        "Miljøministeriets mål om en udnyttelse på 95 pct. blev ikke nået i 2031.",
        "Målet med skole-reformen var, at 90 pct. af eleverne skulle videre i job; i dag er det 58 pct.",
        "I Region Nord har man til sammenligning et mål om, at 60 pct. af gæsterne skal komme om vinteren.",
        "Et mål om at plante 5.000 træer i 2033 er sat i bero og afrapporteres derfor ikke.",
        "De ville gerne have haft et mål på 25 pct. i stedet for 20 pct.",
        "Styregruppen har drøftet, om der bør indføres et mål for seniorer, fx at 2.000 personer skal på kursus.",
        "Udvalget har overvejet, hvorvidt et krav om mindst 40 pct. lokale leverandører skal med.",
    ],
)
def test_goals_of_others_and_goals_that_are_none_are_not_in_force(text: str) -> None:
    rows = targets(read(("", f"Sagsfremstilling\n\n{text}"), title="Opfølgning på målene for 2031", meeting=2032))
    assert [row.value for row in rows if row.standing not in ("cited", "rejected")] == []
    assert [pair.result for pair in in_item(text)] == [None] * len(rows)


def test_a_wish_for_another_value_of_the_goal_in_force_leaves_that_one() -> None:
    text = "Målet om højst 20 pct. fravær fastholdes. Skolerne ville hellere have haft 25 pct. i stedet for 20 pct."
    rows = targets(read(("", f"Sagsfremstilling\n\n{text}"), title="Opfølgning på målene for 2031", meeting=2032))
    assert [row.value for row in rows if row.standing == "in_force"] == [20]


def test_the_goals_of_a_board_are_those_of_the_parties() -> None:
    text = "Bestyrelsens mål er, at mindst 90 pct. af medlemmerne er tilfredse. I 2031 var 92 pct. tilfredse."
    assert in_item(text) == [Pair(90, 92, "met")]
