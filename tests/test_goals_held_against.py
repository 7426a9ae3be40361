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
            "Havnen har haft to mål. Der kom 52 krydstogter mod aftalt 48. Af dem har 19 betalt, og "
            "målet om en udnyttelse på mindst 71 pct. er indfriet med 74 pct.",
            [Pair(48, 52, "met"), Pair(71, 74, "met")],
        ),
        ("Der blev holdt 9 kurser mod planlagt 12. I 2030 var der 11 kurser.", [Pair(12, 9, "not_met")]),
        # what is told of those who declared themselves
        (
            "Målet var, at mindst 75 pct. af lejerne skulle være trygge. 72 pct. erklærede sig trygge. I "
            "2030 var det 77 pct.",
            [Pair(75, 72, "not_met")],
        ),
        # the second of two things that were agreed on
        (
            "Det er aftalt med ejerne, at der skal plantes mindst 30 alléer i 2033, og at der skal rejses 12 mio. "
            "kr. Gælden i laget var 2,4 mio. kr.",
            [Pair(30, None, "pending"), Pair(12, None, "unknown")],
        ),
        # called the goal behind the number, and by other words for one
        (
            "Udstillingen flytter rundt. Her er 1.400 gæster målet for året. Der kom 1.250 gæster.",
            [Pair(1400, 1250, "not_met")],
        ),
        ("Kriteriet lyder på 60 bænke, og der er stillet 64 ud.", [Pair(60, 64, "met")]),
        ("71 % af brevene er besvaret inden for to dage, mens KPI'en er 80 %.", [Pair(80, 71, "not_met")]),
        # some of those who are counted behind
        (
            "Aftalen siger, at 24 af selskabets 41 traktorer skal køre på gas. I maj kørte 22 traktorer på gas.",
            [Pair(24, 22, "not_met")],
        ),
        (
            "Der er vejledt 312 haver ud af årsmålet på 500, og trivslen er målt til 71.",
            [Pair(500, 312, "not_met")],
        ),
        # by the verb alone, and with nothing that is counted
        (
            "Vi blev enige om, at der skulle være 25 nye ture i døgnet. Det lykkedes at få 27 i planen fra maj, da "
            "rute 14 og 52 blev lagt sammen.",
            [Pair(25, 27, "met")],
        ),
        (
            "Det er skrevet ind i aftalen, at 15 malere skal have fået et ophold. Det har elleve fået i år.",
            [Pair(15, 11, "not_met")],
        ),
        # for things that have numbers
        (
            "Mindst 80 procent af turene skulle være til tiden. For rute 14 var tallet 83 procent i 2031, "
            "mens det for rute 52 var 77 procent. De øvrige ruter indgår ikke i målingen.",
            [Pair(80, 83, "met"), Pair(80, 77, "not_met")],
        ),
        # how often, of a share that was decided on
        (
            "Det blev besluttet, at halvdelen af fædrene skulle komme til mindst tre ud af fem møder. Det gjaldt "
            "for 41 procent.",
            [Pair(50, 41, "not_met")],
        ),
        # of an older paper, and of an older year
        (
            "Den nye plan siger, at 60 unge skal med om året. I den oprindelige aftale var tallet 90, men det "
            "blev sat ned. Der kom 64 unge.",
            [Pair(60, 64, "met")],
        ),
        (
            "Frafaldet skal i 2032 være højst 12 procent. I 2029 var det 19 procent. Tallet for 2032 kommer, "
            "men der var 8 procent i første halvår.",
            [Pair(12, 8, "met")],
        ),
        # money that was promised is a goal
        (
            "Besparelsen ved fælles indkøb blev 5,2 mio. kr. Laget havde forpligtet sig på 4 mio. kr. i "
            "årlig besparelse.",
            [Pair(4, 5.2, "met")],
        ),
        # what the share in time is measured by tells no other value of it
        (
            "Vi aftalte, at mindst 86 procent af turene skulle være til tiden, det vil sige højst to minutter "
            "for sent. Tallet blev 88 procent.",
            [Pair(86, 88, "met")],
        ),
        # a count in words that the share is of
        (
            "Målet er, at 55 procent af dem, der er med, har mindre end ti procent fravær. Det gælder "
            "for 58 procent.",
            [Pair(55, 58, "met")],
        ),
    ],
)
def test_what_was_agreed_is_answered_by_its_own_result(text: str, expected: list[Pair]) -> None:
    assert [pair[:2] for pair in in_item(text)] == [pair[:2] for pair in expected]


@pytest.mark.parametrize(
    "text",
    [
        "Energistyrelsens normer kræver svar inden for 36 timer, men det krav er statens eget.",
        "Miljøministeriets mål om en sortering på 85 pct. blev ikke nået i 2031.",
        "Målet med politi-reformen var, at 70 pct. af sagerne skulle afgøres på stedet; nu er det 41 pct.",
        "Øerne har til sammenligning et mål om, at 35 pct. af strømmen skal komme fra solen.",
        "Et mål om at åbne 12 legepladser i 2033 er sat i bero og følges derfor ikke.",
        "De ville gerne have haft et loft på 7 pct. i stedet for 5 pct.",
        "Rådet har drøftet, om der bør indføres et mål for cykler, fx at 500 børn skal have hjelm.",
        "Udvalget har overvejet, hvorvidt et krav om mindst 40 pct. lokale leverandører skal med.",
    ],
)
def test_goals_of_others_and_goals_that_are_none_are_not_in_force(text: str) -> None:
    rows = targets(read(("", f"Sagsfremstilling\n\n{text}"), title="Opfølgning på målene for 2031", meeting=2032))
    assert [row.value for row in rows if row.standing not in ("cited", "rejected")] == []
    assert [pair.result for pair in in_item(text)] == [None] * len(rows)


def test_a_wish_for_another_value_of_the_goal_in_force_leaves_that_one() -> None:
    text = "Målet om højst 5 pct. spild fastholdes. Køkkenerne ville hellere have haft 7 pct. i stedet for 5 pct."
    rows = targets(read(("", f"Sagsfremstilling\n\n{text}"), title="Opfølgning på målene for 2031", meeting=2032))
    assert [row.value for row in rows if row.standing == "in_force"] == [5]


def test_the_goals_of_a_board_are_those_of_the_parties() -> None:
    text = "Bestyrelsens mål er, at mindst 65 pct. af lejerne er trygge. I 2031 var 68 pct. trygge."
    assert in_item(text) == [Pair(65, 68, "met")]


@pytest.mark.parametrize("noun", ["EU-tilskud", "EU-støtte", "EU-hjemtag"])
def test_money_from_the_union_is_no_goal_of_the_union(noun: str) -> None:
    text = f"Kommunens samlede {noun} udgør 8,5 mio. kr., hvilket er over målet på 7 mio. kr."
    assert in_item(text) == [Pair(7, 8.5, "met")]


@pytest.mark.parametrize("noun", ["EU-kravet", "EU-målet", "EU-direktivets mål"])
def test_a_demand_of_the_union_is_none_of_the_parties(noun: str) -> None:
    assert in_item(f"Vandet opfylder {noun} om højst 40 mg nitrat; der er målt 32 mg.") == []
