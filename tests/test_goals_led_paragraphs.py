"""Agreements whose goals are paragraphs that begin with their titles, or points with signs, and reports that take
these up."""

import pytest
from goal_packets import Pair, pairs, read

AGREEMENT = """Klubaftale 2031-2032
Foreningen Havbad

Hvad vil vi opnå?

Nye medlemmer: Der skal ved udgangen af 2032 være mindst 410 medlemmer. I 2030 var der 333.

Kold sauna: 90 pct. af gæsterne skal møde en sauna, der er varm inden ti minutter.

Vandprøver: 97 pct. af prøverne skal være rene, når de hentes.

Hvem gør hvad?
Havnen            Henter vandprøver, varmer saunaer
Foreningen        Nye medlemmer, kold sauna
"""
REPORT = """Midtvejsrapport, maj 2031

1. Nye medlemmer
I april 2031 havde foreningen 371 medlemmer.

2. Kold sauna
Fra januar til april mødte 71 pct. en varm sauna.

3. Vandprøver
I samme tid var 98 pct. rene.
"""
SIGNED = """Klubaftale 2031
Foreningen Havbad

RESULTATMÅL

R1  410 medlemmer er med i foreningen ved årets udgang.

R2  Gæsternes tilfredshed er på mindst 8.

R3  Foreningen når ud til de mindste firmaer (under ti ansatte). Der er intet måltal.
"""
TOLD = """Årsrapport 2031

R1 Tilgang
Foreningen nåede 422 medlemmer.

R2 Oplevelsen
Tilfredsheden endte på 7,4.

R3 Firmaer
44 % af firmaerne havde under ti ansatte.
"""


@pytest.mark.parametrize("end", [":", "."])
def test_paragraphs_that_begin_with_titles_are_answered_below_the_same_titles(end: str) -> None:
    agreement = AGREEMENT
    for title in ("Nye medlemmer", "Kold sauna", "Vandprøver"):
        agreement = agreement.replace(f"{title}:", f"{title}{end}")
    rows = read(("Klubaftale 2031-2032", agreement), ("Midtvejsrapport, maj 2031", REPORT), meeting=2031)
    assert [(p.target, p.result) for p in pairs(rows)] == [(410, 371), (90, 71), (97, 98)]


def test_points_with_signs_are_answered_below_the_same_signs() -> None:
    rows = read(("Klubaftale 2031", SIGNED), ("Årsrapport 2031", TOLD), meeting=2032)
    assert [(p.target, p.result) for p in pairs(rows) if p.target] == [(410, 422), (8, 7.4)]


MEASURES = """Kontrakt 2031 mellem byrådet og havnen

Mål 1: Kassen må ikke tømmes. Dertil må den gennemsnitlige beholdning i havnens
konto ikke komme under 14 mio. kr.

Mål 2: Mindst 31 procent af bådene skal sejle på strøm.
"""


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("30,2 procent af bådene sejlede på strøm i juni", [Pair(14, 17, "met"), Pair(31, 30.2, "not_met")]),
        (
            "Det opgøres én gang om året. I\n2030 var det 30,2 procent",
            [Pair(14, 17, "met"), Pair(31, None, "pending")],
        ),
    ],
    ids=["this year", "the year before"],
)
def test_what_a_report_tells_behind_the_number_of_a_goal_is_no_title(told: str, expected: list[Pair]) -> None:
    report = (
        "Halvårsstatus 2031\n\nMål 1. Den gennemsnitlige beholdning pr. 30. juni er 17 mio. kr. Kassen\n"
        f"er ikke tømt. Målet er opfyldt.\n\nMål 2. {told}.\n"
    )
    rows = read(("Kontrakt 2031", MEASURES), ("Halvårsstatus 2031", report), meeting=2031)
    assert pairs(rows) == expected


def test_where_a_rate_has_moved_from_is_no_result() -> None:
    text = "Målet er højst 30 tyverier. Antallet er faldet fra 44 pr. 1.000 både over 20 fod i 2030 til 33 i 2031."
    rows = read(("", text), title="Opfølgning på klubaftale 2031", meeting=2032)
    assert [(p.target, p.result) for p in pairs(rows)] == [(30, 33)]
