"""Targets and results told in plain sentences: which clause owes and which tells, whichever comes first."""

import pytest
from goal_packets import Pair, pairs, read, results

REPORT = "Årsberetning 2031"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Foreningen skulle ifølge bevillingen optage mindst 80 svømmere, og der er optaget 91.",
            [Pair(80, 91, "met")],
        ),
        (
            "De 12 nye pumper, der nu kører, vurderes at have frigjort 6.200 timer, og målet for året var 5.000 "
            "timer.",
            [Pair(5000, 6200, "met")],
        ),
        (
            "For de store klubber er grænsen tre uger, og her blev gennemsnittet 2,4 uger.",
            [Pair(3, 2.4, "met")],
        ),
        (
            "Vi lovede, at femogfirs procent af gæsterne fik plads. Enogfirs procent fik en.",
            [Pair(85, 81, "not_met")],
        ),
        (
            "Ingen klub skal have mere end 9 trænere. Vi talte dem i uge 12 til 17 og fandt et gennemsnit på 8.",
            [Pair(9, 8, "met")],
        ),
        (
            "Klubben har fået 14 nye både på vandet; der var planlagt 18. De 62 både, der nu ligger i havnen, "
            "er forsikret.",
            [Pair(18, 14, "not_met")],
        ),
        (
            "Fraværet blev 14 pct., hvor der i bevillingen stod, at det højst måtte være 20.",
            [Pair(20, 14, "met")],
        ),
        (
            "Medlemmerne giver os i snit 4,6. Det er over de 4,4, som aftalen kræver. Vi ringede til 50 klubber.",
            [Pair(4.4, 4.6, "met")],
        ),
        (
            "Kampen skal begynde til tiden i 95 pct. af tilfældene. Den ældste række ligger på 96 pct., den yngste "
            "på 91 pct., og damerne, som er flyttet til Nordbanen, på 79 pct.",
            [Pair(95, 96, "met"), Pair(95, 91, "not_met"), Pair(95, 79, "not_met")],
        ),
        (
            "Vi lovede, at mindst 67 pct. af holdene får en træner. I første kvartal lykkedes det for 58 pct. og i "
            "andet kvartal for 68.",
            [Pair(67, 58, "not_met"), Pair(67, 68, "met")],
        ),
        (
            "Ingen klub måtte have mere end 2 ledere pr. hold. Gennemsnittet lå på 1,3 ledere, og den værste klub "
            "lå på 1,9.",
            [Pair(2, 1.3, "met")],
        ),
        (
            "Hvert tredje hold burde flytte op, og vi havde skrevet 35 pct. ind som årets mål. Vi ligger på 29.",
            [Pair(35, 29, "not_met")],
        ),
        (
            "Alle hold trives. Forventningen var en fremgang på 8 point, og fremgangen blev 11 point.",
            [Pair(8, 11, "met")],
        ),
        (
            "En træner havde i gennemsnit 17 spillere ad gangen. Det var forudsat, at ingen træner skulle have "
            "mere end 15, og der var derfor tale om for mange. Gennemsnittet dækker over, at en enkelt havde 26.",
            [Pair(15, 17, "not_met")],
        ),
        (
            "Aftalen siger 12 stævner om året; fire er det blevet til.",
            [Pair(12, 4, "not_met")],
        ),
        (
            "Vi skulle have haft 11 nye baner på plads inden sæsonen. Det lykkedes for ni af dem.",
            [Pair(11, 9, "not_met")],
        ),
        (
            "Aftalen siger: »85 klubber er medlemmer ved årets udgang.« Der er 79 i skrivende stund.",
            [Pair(85, 79, "not_met")],
        ),
        (
            "Her er der to mål. Det ene er, at 220 spillere i løbet af året gennemfører et kursus; 97 havde "
            "gjort det ved årets udgang.",
            [Pair(220, 97, "not_met")],
        ),
        (
            "Bestyrelsen besluttede, at mindst 60 klubber skulle gennemføre forløbet. Et gennemført forløb "
            "betyder, at klubben har været på alle fire kurser. I alt 67 klubber gennemførte forløbet.",
            [Pair(60, 67, "met")],
        ),
        (
            "En klub skal højst vente to arbejdsdage på et svar. Svaret tog i gennemsnit 1,8 arbejdsdage.",
            [Pair(2, 1.8, "met")],
        ),
        (
            "Deltagerne gav kurset karakteren 4,7 af 5, hvor vi har sat os for at opnå mindst 4,5.",
            [Pair(4.5, 4.7, "met")],
        ),
        (
            "Måltallet er 80 klubber. Forbundet startede med 17 klubber. I dag er der 96 klubber.",
            [Pair(80, 96, "met")],
        ),
        (
            "99,2 pct. af kampene blev spillet. Unionens mål har siden 2029 været 99 pct.",
            [Pair(99, 99.2, "met")],
        ),
    ],
)
def test_what_was_owed_is_answered_in_the_same_or_the_next_sentence(text: str, expected: list[Pair]) -> None:
    assert pairs(read(("1. Klubberne", text), title=REPORT, meeting=2032)) == expected


def test_what_is_told_beside_an_answer_for_another_place_answers_as_well() -> None:
    text = (
        "Måltallet er, at 70 pct. af medlemmerne er glade for klubben. Vi spurgte i maj. I Nordby er 74 "
        "pct. glade, og i Sydby er 63 pct. glade."
    )
    found = results(read(("1. Klubberne", text), title=REPORT, meeting=2032))
    assert [(row.value, row.segment) for row in found] == [(74, "Nordby"), (63, "Sydby")]
    assert len({row.target_id for row in found}) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Fra 2024 til 2031 er prisen samlet faldet med 6,2 pct. For 2031 var det aftalt, at prisen skulle "
            "falde med mindst 2 pct.; det faktiske fald blev 0,7 pct.",
            [Pair(2, 0.7, "not_met")],
            id="in its own sentence rather than before",
        ),
        pytest.param(
            "For mål 6 forventer 58 pct. af gæsterne i høj grad at komme igen mod et mål på mindst 65 pct.",
            [Pair(65, 58, "not_met")],
            id="what those asked expect, held against a goal",
        ),
        pytest.param(
            "Under mål 3 skal mindst 80 pct. af gæsterne være trygge. I første halvår er 84 pct. trygge.\n\n"
            "Af de gæster, der er vejledt, har 71 pct. købt et kort. Målet er 65 pct. (mål 4).",
            [Pair(80, 84, "met"), Pair(65, 71, "met")],
            id="the goal is named behind the sentence that tells of it",
        ),
        pytest.param(
            "På de lokale mål er status følgende:\n\n"
            "– Mål 8: Der skal i 2031 holdes 900 kurser, heraf mindst 300 i byen. Der er holdt 950 kurser, heraf "
            "320 i byen\n\n– Mål 9: Mindst 30 pct. af kurserne skal være gratis. Status er 33 pct.",
            [Pair(900, 950, "met"), Pair(300, 320, "met"), Pair(30, 33, "met")],
            id="an entry below a word of status states its goal first",
        ),
    ],
)
def test_what_the_sentence_itself_says_counts_first(text: str, expected: list[Pair]) -> None:
    assert pairs(read(("", f"{text}\n"), meeting=2032)) == expected


def test_the_next_agreement_may_state_the_same_goal_again() -> None:
    text = (
        "Svarprocenten i undersøgelsen skal være mindst 97. Den var 96 pct. i 2031.\n\n"
        "Belægningen skal være mindst 97 pct. Den var 96,2 pct. i 2031.\n\n"
        "Mål for 2033-2034\n\n1. Belægningen skal være mindst 97 pct. i hvert af årene 2033 og 2034.\n\n"
        "2. Der skal holdes mindst 40 møder.\n"
    )
    assert [p for p in pairs(read((REPORT, text))) if p.target == 97][-1] == Pair(97, None, "pending")
