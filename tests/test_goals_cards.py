"""Cards and lines that hold a target and its result."""

import pytest
from goal_packets import REPORT, Pair, pairs, read, results, targets

CARD = """\
Ventetid på træning

{aim}: Højst 7 dage
{outcome}: 6,2 dage
Vurdering: Indfriet

Hjemmebesøg

{aim}: 1.200 besøg
{outcome}: Der er gennemført 1.144 besøg
Vurdering: Ikke indfriet
"""


@pytest.mark.parametrize(
    ("aim", "outcome"),
    [
        ("Vi lovede", "Det blev til"),
        ("Løfte", "Resultat"),
        ("Krav", "Opnået"),
        ("Aftalt", "Opnået"),
        ("Værdi", "Hvor står vi"),
        ("Forpligtelse", "Så langt er vi"),
    ],
)
def test_a_card_is_a_target_with_its_result(aim: str, outcome: str) -> None:
    rows = read((REPORT, CARD.format(aim=aim, outcome=outcome)))
    assert pairs(rows) == [Pair(7, 6.2, "met"), Pair(1200, 1144, "not_met")]


def test_a_card_is_about_the_title_above_it() -> None:
    rows = read((REPORT, CARD.format(aim="Forpligtelse", outcome="Så langt er vi")))
    assert [(t.metric, t.comparator) for t in targets(rows)] == [
        ("Ventetid på træning", "<="),
        ("Hjemmebesøg", ">="),
    ]


def test_a_card_without_a_number_for_the_result_is_a_target_alone() -> None:
    text = (
        f"{CARD.format(aim='Løfte', outcome='Resultat')}\nFald\n\nLøfte: 10 pct. færre fald\nResultat: Kommer i maj"
    )
    assert pairs(read((REPORT, text)))[2:] == [Pair(10, None, "unknown")]


def test_the_verdict_of_a_card_is_kept() -> None:
    rows = read((REPORT, CARD.format(aim="Forpligtelse", outcome="Så langt er vi")))
    assert [r.stated_status for r in results(rows)] == ["met", "not_met"]


def test_a_large_number_above_the_agreed_level_is_the_result() -> None:
    text = "A1 Andel nye kunder\n\n52 pct.\n\nKontraktens niveau: mindst 50 pct. I 2030 var det 49 pct."
    assert pairs(read((REPORT, text))) == [Pair(50, 52, "met")]


def test_lists_of_aims_and_results_are_matched_by_their_words() -> None:
    text = (
        "Forpligtelse 2: Arbejdskraft\n\nHvad har vi forpligtet os til?\n• 200 personer er opkvalificeret\n"
        "• 70 pct. af dem er i job efter tre måneder\n\nHvor langt er vi?\n• 74 pct. af de første er i job\n"
        "• 231 personer er opkvalificeret"
    )
    assert pairs(read((REPORT, text))) == [Pair(200, 231, "met"), Pair(70, 74, "met")]


def test_columns_of_aims_and_results_side_by_side_are_read_apart() -> None:
    text = (
        "Hvad har vi lovet?                    Hvor langt er vi?\n\n"
        "• 200 kurser for ledere               • 231 kurser er holdt\n"
        "i 2031                                • 74 pct. er tilfredse\n"
        "• 70 pct. er tilfredse"
    )
    assert pairs(read((REPORT, text))) == [Pair(200, 231, "met"), Pair(70, 74, "met")]


def test_a_sheet_that_says_how_a_result_is_measured_agrees_on_it() -> None:
    text = (
        "Ark 1. Sparring\n\nResultat: 1.350 firmaer får sparring\nOpgøres ved: Træk fra systemet\n\n"
        "Ark 2. Ventetid\n\nResultat: Ventetiden er højst 12 dage\nOpgøres ved: Måling"
    )
    assert [(t.value, t.comparator) for t in targets(read(("Aftaleark for 2031", text), meeting=2031))] == [
        (1350, "="), (12, "<="),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Status: Der er holdt 12 møder\nResultat: 14 deltagere",
        "Formål: 12 kommuner samarbejder\nResultat: 14 møder",
        "Mål: At flere kommer i job\nResultat: 14 er kommet i job",
        "Budget: 12 mio. kr.\nForbrug: 13 mio. kr.",
    ],
)
def test_labels_without_an_aim_in_numbers_make_no_card(text: str) -> None:
    assert targets(read((REPORT, text))) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("• Rådgivninger: 54 (mål: 50)", [Pair(50, 54, "met")]),
        ("• Andel tilfredse: 86 pct. (krav: mindst 90 pct.)", [Pair(90, 86, "not_met")]),
        ("• Kurser: 54 (virksomhedsplan: 50)\n• Besøg: 17 (virksomhedsplan: 20)", [
            Pair(50, 54, "met"), Pair(20, 17, "not_met"),
        ]),
        ("Korte forløb\n1.006 ud af årets 1.000", [Pair(1000, 1006, "met")]),
        ("• Kurser: 54 (2030: 50)", []),
        ("• Kurser: 54 (budget: 50)", []),
        ("Lærere\n506 ud af 1.000", []),
    ],
)  # fmt: skip
def test_a_line_may_hold_result_and_target(text: str, expected: list[Pair]) -> None:
    assert pairs(read((REPORT, text))) == expected


def test_the_ends_of_a_spread_are_no_goals() -> None:
    text = "Andel af løn\n\nOver 8 pct.\n\n• Snit: 7,9 pct.\n• Højst: 17,3 pct. (Havby)\n• Lavest: 4,3 pct. (Øby)\n"
    assert targets(read((REPORT, text))) == []


TWO_YEARS = """Der er opstillet måltal for to spor.

Spor A: Lys og lyd
Måltal 2031:
• 7 pladser har lys
• 3 lydvægge bygges
Status ved udgangen af 2031:
• 5 pladser har lys
• 3 lydvægge er bygget

Måltal for 2032, vedtaget af parken i maj
• Indsats 1: 9 pladser har lys
• Indsats 2: 140 boder er med

Ønsker til de kommende år (til drøftelse)
Gartneren foreslår at hæve antallet af bede til 18. EU har fastsat et mål om 4 pct. i 2036.
"""


def test_a_list_of_the_next_year_with_who_set_it_has_targets_without_results() -> None:
    rows = read(("", TWO_YEARS), title="Måltal og status", meeting=2032)
    assert [(t.value, t.period) for t in targets(rows) if t.standing == "in_force"] == [
        (7, "2031"), (3, "2031"), (9, "2032"), (140, "2032"),
    ]  # fmt: skip
    assert [pair[:2] for pair in pairs(rows) if pair.target in (7, 3, 9, 140)] == [
        (7, 5), (3, 3), (9, None), (140, None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("outcome", "status"),
    [
        ("688 besøg pr. 31. oktober 2031", "pending"),
        ("688 besøg pr. 31. oktober", "pending"),
        ("688 besøg pr. 31.10.2031", "pending"),
        ("688 besøg ultimo oktober", "pending"),
        ("688 besøg til og med september", "pending"),
        ("688 besøg frem til den 1. november 2031", "pending"),
        ("688 besøg pr. 31. december 2031", "not_met"),
        ("688 besøg ultimo december", "not_met"),
        ("688 besøg. Flytningen i april kostede mange.", "not_met"),
    ],
)
def test_a_result_says_itself_that_its_year_is_not_over(outcome: str, status: str) -> None:
    text = (
        f"ARK A\nMål: Der gennemføres 900 hjemmebesøg i 2031.\nUdgangspunkt: 512 besøg i 2029\nStatus: {outcome}\n"
    )
    assert pairs(read(("Årsrapport 2030", text), title="Statusark", meeting=2031)) == [Pair(900, 688, status)]


def test_a_count_on_its_way_with_a_green_light_is_no_most_value() -> None:
    text = (
        "ARK A\nMål: Linjen besvarer 4.500 henvendelser frem til 30. april 2033.\nUdgangspunkt: Nyt tilbud\n"
        "Status: 960 henvendelser pr. 31. oktober 2031\nFarve: Grøn\n"
    )
    rows = read(("Statusark 2031", text), title="Statusark", meeting=2031)
    assert [t.comparator for t in targets(rows)] == ["="]
    assert pairs(rows) == [Pair(4500, 960, "pending")]


MARKED = """\
Skema 1 - Havnen

Mål            a) Mindst 40 lodser på kursus
               b) Der skal sejles 900 ture til øen
               c) Ulykker med fravær: 0
Resultat       {told}
Vurdering      {verdict}
"""


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (
            "a) 44 (12 er nye)\n               b) 861 ture\n               c) 2 ulykker",
            [Pair(40, 44, "met"), Pair(900, 861, "not_met"), Pair(0, 2, "not_met")],
        ),
        (
            "a) 44, b) 861 ture, c) opgøres i juli",
            [Pair(40, 44, "met"), Pair(900, 861, "not_met"), Pair(0, None, "unknown")],
        ),
        (
            "c) 2 ulykker\n               a) 44 lodser",
            [Pair(40, 44, "met"), Pair(900, None, "unknown"), Pair(0, 2, "not_met")],
        ),
    ],
)
def test_entries_with_marks_of_one_sheet_answer_those_with_the_same_marks(told: str, expected: list[Pair]) -> None:
    rows = read((REPORT, f"{MARKED.format(told=told, verdict='a er nået, c er ikke nået.')}\n"))
    assert pairs(rows) == expected
