"""Numbers of sub-goals that a later paper answers: ``Ad 1.1`` above a paragraph, the sub-goal in the contract."""

import pytest
from goal_packets import CONTRACT, REPORT, Pair, pairs, read, results

AGREED = """\
Resultatkontrakt 2031 mellem KKR Havland og Erhvervshus Havland

MÅL 1 FLERE BESØG
{label}1.1: {first}
{label}1.2: {second}

MÅL 2 MERE VIDEN
{label}2.1: {third}
"""
AIMS = ("Der gennemføres 40 kurser.", "Mindst 70 % af gæsterne kommer igen.", "120 virksomheder får sparring.")


def told(heads: tuple[str, str, str], answers: tuple[str, str, str], label: str = "Delmål ") -> list[Pair]:
    """The pairs of a contract and a report that answers its numbers, each answer below its head."""
    agreed = AGREED.format(label=label, first=AIMS[0], second=AIMS[1], third=AIMS[2])
    report = "\n\n".join(f"{head}\n{answer}" for head, answer in zip(heads, answers, strict=True))
    return pairs(read((CONTRACT, agreed), (REPORT, f"Afrapportering for 2031\n\n{report}\n")))


@pytest.mark.parametrize(
    "heads",
    [
        ("Ad 1.1", "Ad 1.2", "Ad 2.1"),
        ("Ad 1.1:", "Ad 1.2:", "Ad 2.1:"),
        ("Ad. 1.1", "Ad. 1.2", "Ad. 2.1"),
        ("AD 1.1", "AD 1.2", "AD 2.1"),
        ("Ad delmål 1.1", "Ad delmål 1.2", "Ad delmål 2.1"),
        ("Ad mål 1.1:", "Ad mål 1.2:", "Ad mål 2.1:"),
        ("Ad pkt. 1.1", "Ad pkt. 1.2", "Ad pkt. 2.1"),
        ("Ad punkt 1.1.", "Ad punkt 1.2.", "Ad punkt 2.1."),
        ("Delmål 1.1", "Delmål 1.2", "Delmål 2.1"),
        ("Status delmål 1.1", "Status delmål 1.2", "Status delmål 2.1"),
    ],
)
def test_the_paragraph_below_a_number_answers_the_sub_goal(heads: tuple[str, str, str]) -> None:
    answers = ("Der er gennemført 43 kurser.", "66 % af gæsterne kom igen.", "124 virksomheder fik sparring.")
    assert told(heads, answers) == [Pair(40, 43, "met"), Pair(70, 66, "not_met"), Pair(120, 124, "met")]


AD = ("Ad 1.1", "Ad 1.2", "Ad 2.1")


@pytest.mark.parametrize(
    "answers",
    [
        (
            "Danmarks Statistik har talt 43 kurser. Særligt kystbyerne trak op.",
            "66 % af gæsterne kom igen. Det er fire procentpoint under det aftalte.",
            "124 virksomheder fik sparring i løbet af året, heraf 33 i nord.",
        ),
        (
            "43 kurser blev gennemført. Yderligere otte er planlagt.",
            "Igen kom 66 % af gæsterne. Nordmænd står for 58 % af dem.",
            "Det lykkedes at give sparring til 124 virksomheder. Tre måtte vente til 2032.",
        ),
        (
            "Kontoret holdt 43 kurser. Et nyt bookingsystem fra maj gav færre afbud.",
            "Andelen var 66 %. Undersøgelsen bygger på 2.310 interview.",
            "Der er givet sparring til 124 virksomheder. I 2030 var det 97.",
        ),
        (
            "Der blev afviklet 43 kurser med i alt 610 deltagere.",
            "66 % af de adspurgte gæster kommer igen, mens 12 % ikke har taget stilling.",
            "Sparringen er nået ud til 124 virksomheder.",
        ),
    ],
)
def test_what_stands_beside_the_answer_is_none(answers: tuple[str, str, str]) -> None:
    assert told(AD, answers) == [Pair(40, 43, "met"), Pair(70, 66, "not_met"), Pair(120, 124, "met")]


@pytest.mark.parametrize(
    "later",
    [
        "Gæsternes vaner undersøges først i sommeren 2032.",
        "Tallet foreligger i marts 2032.",
        "Opgørelsen kommer i foråret 2032.",
        "Målingen gennemføres i efteråret 2032.",
    ],
)
def test_an_answer_that_comes_later_is_none_yet(later: str) -> None:
    found = told(AD, ("Der er gennemført 43 kurser.", later, "124 virksomheder fik sparring."))
    assert [(p.target, p.result) for p in found] == [(40, 43), (70, None), (120, 124)]


def test_a_target_of_a_later_year_keeps_its_row() -> None:
    agreed = (
        "Resultatkontrakt 2031 mellem KKR Havland og Erhvervshus Havland\n\nMÅL 1 GRØNT\n"
        "Delmål 1.1: Ved udgangen af 2032 er 50 gårde miljøcertificeret.\n"
        "Delmål 1.2: Kontoret hjemtager 3,4 mio. kr. i eksterne midler.\n"
    )
    report = (
        "Afrapportering for 2031\n\nAd 1.1\n28 gårde var miljøcertificeret ved årets udgang. "
        "Yderligere otte er i gang.\n\nAd 1.2\nDer er hjemtaget 3,65 mio. kr. i eksterne midler.\n"
    )
    rows = read((CONTRACT, agreed), (REPORT, report))
    assert [(p.target, p.result) for p in pairs(rows)] == [(50, 28), (3.4, 3.65)]
    assert all(result.target_id for result in results(rows))


@pytest.mark.parametrize(
    ("told_below", "result"),
    [
        ("Et forløb består af tre besøg og en plan. Ved halvåret har 83 firmaer gennemført forløbet.", 83),
        ("Besøgene foretages i otte kommuner. Ved halvåret har 83 firmaer gennemført forløbet.", 83),
        ("Ved halvåret har 83 firmaer gennemført forløbet. Hertil kommer en ansøgning fra 12.", 83),
        ("Ved halvåret har 83 firmaer gennemført forløbet. De får besøg af fem konsulenter.", 83),
        ("Forløbet ledes af to konsulenter. Ved halvåret har 83 firmaer gennemført det.", 83),
        ("Der holdes ni møder i et forløb. Ved halvåret har 83 firmaer gennemført forløbet.", 83),
        ("Et hold består af 14 deltagere. Ved halvåret har 83 firmaer gennemført forløbet.", 83),
        ("Forløbet varer tre måneder. Ved halvåret har 83 firmaer gennemført forløbet.", 83),
    ],
)
def test_what_a_report_tells_below_a_sub_goal_is_no_target(told_below: str, result: float) -> None:
    text = (
        "Halvårsrapport 2031\n\nMål 1: Flere kommer i gang\n\n"
        f"Delmål 1.1: I løbet af 2031 gennemfører 140 firmaer et forløb.\n{told_below}\n\n"
        "Delmål 1.2: Mindst 40 pct. af firmaerne er små.\nDe små firmaer udgør 44 pct. i første halvår.\n"
    )
    rows = read(("Halvårsrapport 2031", text), title="Halvårsstatus", meeting=2031)
    assert pairs(rows) == [Pair(140, result, "pending"), Pair(40, 44, "met")]


@pytest.mark.parametrize(
    "first_time",
    [
        "Spildet var 61 gram, da køkkenerne blev vejet første gang i 2029.",
        "Det var 61 gram, da der blev målt første gang.",
        "Spildet lå på 61 gram, da vi første gang vejede det.",
    ],
)
def test_what_was_measured_the_first_time_is_no_result(first_time: str) -> None:
    text = (
        "Halvårsrapport 2031\n\nMål 3: Mindre spild\n\nDelmål 3.1: Spildet er højst 45 gram pr. måltid.\n"
        f"Opgørelsen er ikke færdig. {first_time}\n"
    )
    rows = read(("Halvårsrapport 2031", text), title="Halvårsstatus", meeting=2031)
    assert [(p.target, p.result) for p in pairs(rows)] == [(45, None)]


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("92 % af gæsterne fandt let vej. Kravet var 85 %, så delmålet er opfyldt.", Pair(85, 92, "met")),
        ("83 % fik svar mod aftalt 95 %.", Pair(95, 83, "not_met")),
        ("Besøgstallet steg 4,1 %, hvor vi skulle have nået 6 %.", Pair(6, 4.1, "not_met")),
        ("Mindst 85 % af gæsterne skal finde let vej. 92 % fandt vej.", Pair(85, 92, "met")),
    ],
)
def test_what_a_report_tells_right_behind_the_number_of_a_sub_goal_is_its_result(text: str, pair: Pair) -> None:
    assert pairs(read((REPORT, f"Årsrapport 2031\n\nDelmål 1.1. {text}\n"))) == [pair]
