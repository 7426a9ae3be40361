"""Agreements of all names whose goals are numbered, and the status in another bilag that answers each of them."""

import pytest
from goal_packets import Pair, pairs, read, targets

AGREEMENT = """SAMARBEJDSAFTALE FOR UNGE I HAVLAND 2031-2033

Parterne er de fem kommuner og skolerne.

§ 1. Målene er følgende:

Mål 1 (søgning)
Det samlede antal elever skal i 2033 være på mindst 1.420.

Mål 2 (fravær)
Elevernes fravær skal ned på højst 18 pct. I skoleåret 2029/30 var det 25 pct.

Mål 3 (praktik)
Halvdelen af eleverne skal have været i praktik.

§ 2. Hver skole får 150.000 kr. om året til arbejdet med målene.

§ 3. Aftalen kan genforhandles, hvis elevtallet falder til under 1.100.
"""
STATUS = """Status pr. 1. august 2031
Notat til KKR Havland

Ad mål 1: Der er pr. 1. august 1.377 elever. På landsplan er tallet faldet.

Ad mål 2: Fraværet er 17,5 pct.

Ad mål 3: Tallene er først klar i oktober.
"""


@pytest.mark.parametrize("name", ["Samarbejdsaftale", "Målaftale", "Rammeaftale", "Klyngeaftale"])
def test_goals_of_an_agreement_are_its_numbered_titles(name: str) -> None:
    text = AGREEMENT.replace("SAMARBEJDSAFTALE", name.upper())
    rows = read((f"{name} for unge i Havland 2031-2033", text), title=f"{name} for unge", meeting=2031)
    assert [(t.goal_no, t.comparator, t.value) for t in targets(rows)] == [
        ("1", ">=", 1420), ("2", "<=", 18), ("3", ">=", 50),
    ]  # fmt: skip
    assert all(pair.result is None for pair in pairs(rows))


def test_a_status_answers_them_one_by_one() -> None:
    rows = read(
        ("Samarbejdsaftale for unge i Havland 2031-2033", AGREEMENT), ("Status pr. 1. august 2031", STATUS),
        title="Orientering om unge", meeting=2031,
    )  # fmt: skip
    assert pairs(rows) == [Pair(1420, 1377, "pending"), Pair(18, 17.5, "met"), Pair(50, None, "pending")]


@pytest.mark.parametrize("mark", ["Ad mål 2:", "Ad. mål 2", "Ad 2:", "Ad 2)"])
def test_a_report_may_name_the_goal_in_other_ways(mark: str) -> None:
    rows = read(
        ("Samarbejdsaftale for unge i Havland 2031-2033", AGREEMENT),
        ("Statusrapport 2031", f"Statusrapport 2031\n\n{mark} Den seneste måling viser 17,5 pct."),
        title="Orientering om unge", meeting=2031,
    )  # fmt: skip
    assert Pair(18, 17.5, "met") in pairs(rows)


def test_an_agreement_without_goals_sets_none() -> None:
    text = "LEJEAFTALE\n\n1. Parterne\nLejer skal give mindst 3 måneders varsel. Huset er på mindst 18 grader."
    assert targets(read(("Lejeaftale for Havhuset 2031", text), title="Lejemål", meeting=2031)) == []


TITLED = """Samarbejdsaftale 2031-2032
Hvad vil vi opnå?
Parterne forpligter hinanden på tre mål for området.

1. Færre genindlæggelser
Andelen af borgere over 65 år, der genindlægges inden for 30 dage, må højst være 12,5 pct.
2. Færre sengedage
Antallet af sengedage skal nedbringes til under 600 i 2031 mod 842 dage i 2029.
3. Samtaler
Hver kommune holder 150 samtaler om året med borgere, som lægen har henvist.

Aftalen evalueres i 2032. Parterne kan opsige den med seks måneders varsel.
"""
BRACKETED = """Opfølgning, 2. kvartal 2031
Mål 1. Færre genindlæggelser (højst 12,5 pct.)
Seneste måling: 13,4 pct.
Mål 2. Sengedage (under 600 i 2031)
Seneste måling: 271 dage i første halvår
Mål 3. Samtaler (150 om året)
Seneste måling: Aaby 84, Bøgeby 95
Undersøgelsen gennemføres i oktober 2031 blandt 1.000 borgere.
"""


def test_titles_that_are_announced_as_goals_set_them() -> None:
    rows = read(("Samarbejdsaftale 2031-2032", TITLED), title="Samarbejdet", meeting=2031)
    assert [(t.goal_no, t.comparator, t.value) for t in targets(rows)] == [
        ("1", "<=", 12.5), ("2", "<", 600), ("3", "=", 150),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("said", "other"),
    [
        ("Parterne forpligter hinanden på tre mål for området.", "Parterne er enige om det følgende."),
        ("Parterne forpligter hinanden på tre mål for området.", "Parterne har fem mål for området."),
    ],
)
def test_numbered_clauses_that_are_not_announced_as_goals_are_none(said: str, other: str) -> None:
    rows = read(("Samarbejdsaftale 2031-2032", TITLED.replace(said, other)), title="Samarbejdet", meeting=2031)
    assert {target.goal_no for target in targets(rows)} <= {None}


def test_titles_of_a_report_say_the_target_again_in_a_bracket() -> None:
    rows = read(
        ("Samarbejdsaftale 2031-2032", TITLED), ("Opfølgning, 2. kvartal 2031", BRACKETED), title="Samarbejdet",
        meeting=2031,
    )  # fmt: skip
    found = pairs(rows)
    assert found[0] == Pair(12.5, 13.4, "not_met")
    assert found[1][:2] == (600, 271)
    assert 1000 not in [pair.target for pair in found]
    assert len(targets(rows)) == 3
