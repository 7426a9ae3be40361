"""Numbers that speak of goals and are none of those who speak; scores, held days and limits after an event."""

import pytest
from goal_packets import Pair, pairs, read, targets

from extractors.language.danish import analyse

ITEM = ""
"""The item's own text."""


def standing(text: str) -> list[tuple[float, str]]:
    """Targets that are told to hold."""
    rows = targets(read((ITEM, text), title="Status på samarbejdet", meeting=2032))
    return [
        (float(row.value), row.standing) for row in rows if row.value is not None and row.standing == "in_force"
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Udvalget bad om et notat om, hvordan et mål på 18 minutter ville påvirke udgifterne.",
        "Det undersøges, hvad et krav om 4 besøg vil koste.",
        "Jeg har hørt, at man i Havby arbejder efter et mål om 500 boliger.",
        "I Havby har de i Sundby et mål om 300 boliger.",
        "KL har på landsplan sat et mål om, at 80 pct. af de ansatte arbejder på fuld tid i 2034.",
        "Handleplanen forudsætter en besparelse på 11,0 mio. kr. i 2032. Den ventede besparelse er 10,1 mio. kr.",
        "Der er budgetteret med 22,3 mio. kr. i 2032, og forbruget er på 5,4 mio. kr. efter tre måneder.",
        "Ældrerådet har bedt om, at grænsen på 12 medarbejdere sættes ned til 8.",
        "Rådet ønsker, at målet på 60 pct. hæves til 70 pct.",
        "Aftalen indeholder målsætninger inden for tre områder: trivsel, skole og fritid.",
        "Strategien sætter mål inden for fire temaer.",
        "I klubbens forrige projekt, der hed Flere på vandet, var målet 600 nye roere. Resultatet blev 385.",
        "Kommunerne havde tidligere et projekt, hvor målet var at få 90 unge i arbejde. Det mål blev nået med 94.",
        "Oplægget har et mål om, at 85 pct. af kaldene besvares. Det anbefales, at oplægget ikke behandles nu.",
        "En af rapportens anbefalinger er, at museerne bør sigte mod en tilfredshed på 85 pct.",
        "En arbejdsgruppe har peget på, at der bør indføres et mål om, at mindst 70 pct. får et forløb.",
    ],
)
def test_wishes_thoughts_budgets_and_goals_of_others_are_none_in_force(text: str) -> None:
    assert standing(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Vi har et mål om 500 boliger i 2034.", 500),
        ("Aftalen siger, at huslejen ikke må overstige 3.900 kr. Den blev 4.050 kr.", 3900),
        ("Målet er en besparelse på 11,0 mio. kr. Den blev 10,1 mio. kr.", 11),
        ("Ventetiden skal være inden for 14 dage. Den var 16 dage.", 14),
    ],
)
def test_goals_of_those_who_speak_hold(text: str, expected: float) -> None:
    assert [value for value, _ in standing(text)] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Borgerne skal give mindst 8,0 ud af 10 for tryghed. I 2031 gav de 8,6. Målet er nået.",
            Pair(8, 8.6, "met"),
        ),
        ("Gæsterne skal give mindst 4 ud af 5 stjerner. De gav 4,3.", Pair(4, 4.3, "met")),
        ("Fire ud af fem borgere skal være trygge. Det gjaldt 83 pct. i 2031.", Pair(80, 83, "met")),
        (
            "Der er lovet en kontaktperson senest 10 dage efter indflytning. I praksis gik der 8 dage.",
            Pair(10, 8, "met"),
        ),
        ("Målet er højst 30 dage fra ansøgning til svar. Der gik 33 dage.", Pair(30, 33, "not_met")),
        ("Der skal afholdes mindst otte kursusdage. Der blev afholdt ni dage.", Pair(8, 9, "met")),
        ("Der må højst være 0,8 ventedøgn pr. borger. Resultatet blev 0,6 døgn.", Pair(0.8, 0.6, "met")),
    ],
)
def test_scores_held_days_and_limits_after_an_event(text: str, expected: Pair) -> None:
    assert pairs(read((ITEM, text), title="Status på aftalen", meeting=2032)) == [expected]


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("Mindst 350 internationale medarbejdere ansættes i 2031", "internationale medarbejdere"),
        ("Antallet skal være 110, og 90 frivillige må deltage", None),
        ("12 forskellige medarbejdere sættes ind", "forskellige medarbejdere"),
        ("Der skal holdes 8 temadage", "temadage"),
    ],
)
def test_a_verb_is_no_noun_that_is_counted(text: str, counted: str | None) -> None:
    (analysis,) = analyse([text])
    assert analysis.quantities[0].counted == counted


@pytest.mark.parametrize(
    ("text", "comparator"),
    [
        ("Der er mål inden for tre områder", None),
        ("Svar gives inden for 14 dage", "<="),
        ("Tiderne var 9 min. 2,1 dage", None),
        ("Målet er min. 2,1 dage", ">="),
    ],
)
def test_prepositions_and_minutes_are_no_bounds(text: str, comparator: str | None) -> None:
    (analysis,) = analyse([text])
    assert analysis.quantities[-1].comparator == comparator
