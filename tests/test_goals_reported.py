"""Reports that say a numbered goal again and tell below it what came of it; what is no figure of a goal at all."""

import pytest
from goal_packets import CONTRACT, REPORT, Pair, pairs, read

from schemas.records import Record, Target

HALF = "Halvårsstatus 2031 på resultatkontrakten"


def _in_force(head: str, text: str, **options: object) -> list[Record]:
    rows = read((head, text), **options)
    return [row for row in rows if not isinstance(row, Target) or row.standing == "in_force"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Mål 1 – Kunder\nMål 1.1: Højst 12 pct. af deltagerne må falde fra undervejs. "
            "Frafaldet er til og med "
            "juni 14 pct.",
            [Pair(12, 14, "not_met")],
        ),
        (
            "Mål 2 – Dom\nMål 2.1: Ikke under 70 pct. af kunderne i hvert segment må give "
            "topkarakter; det er kravet "
            "i kontrakten for 2031. I driftssegmentet gør 75 pct. det, og i vækstsegmentet 66 pct.",
            [Pair(70, 75, "met"), Pair(70, 66, "not_met")],
        ),
        (
            "Mål 3 – Klima\nMål 3.1: 80 gårde får udarbejdet et klimaregnskab i 2031. Vi har "
            "indtil videre afsluttet "
            "44 regnskaber.\nBestyrelsen har drøftet, om tallet for 2032 bør hæves til 110 regnskaber.",
            [Pair(80, 44, "pending")],
        ),
        (
            "Mål 9 – Gods\nMål 9.1: Mindst 22 pct. af godset kommer med tog. Togene kører nu 19 pct. af godset.",
            [Pair(22, 19, "not_met")],
        ),
        (
            "Mål 4 – Møder\nMål 4.1: Rådet mødes 6 gange i 2031. 2 møder er afholdt.",
            [Pair(6, 2, "pending")],
        ),
        (
            "Mål 5 – Kø\nMål 5.1: Ventelisten må højst rumme 140 børn. Den rummer 122 børn.",
            [Pair(140, 122, "met")],
        ),
        (
            "Mål 6 – Unge\nMål 6.1: Alle deltagere (100 pct.) tilknyttes en fast "
            "kontaktperson. Det er sket for 94 pct.",
            [Pair(100, 94, "not_met")],
        ),
        (
            "Mål 7 – Tid\na) Fejl lukkes i løbet af højst 36 timer.\n\nStatus: Det tager i "
            "snit 41 timer at lukke en "
            "fejl. Leverandøren har betalt en bod på 60.000 kr.",
            [Pair(36, 41, "not_met")],
        ),
        (
            "Mål 8 – Kurser\na) 800 lærere gennemfører kurset i 2031.\n\nb) Lærerne giver "
            "kurset 4,0 eller højere på "
            "en skala fra 1 til 5.\n\nStatus: 844 lærere har gennemført. Den gennemsnitlige "
            "karakter er 4,4. Kurset "
            "har 12 lektioner.",
            [Pair(800, 844, "met"), Pair(4, 4.4, "met")],
        ),
    ],
)
def test_report_of_a_numbered_goal(text: str, expected: list[Pair]) -> None:
    assert pairs(_in_force(HALF, text, meeting=2031)) == expected


@pytest.mark.parametrize(
    ("aim", "status", "expected"),
    [
        ("Rådet mødes 6 gange i 2031.", "2 møder er afholdt.", Pair(6, 2, "pending")),
        ("23 km kyst er sikret ved udgangen af 2031.", "17 km er sikret.", Pair(23, 17, "pending")),
        ("7.500 elever besøger centrene i 2031.", "3.960 elever har været på besøg.", Pair(7500, 3960, "pending")),
        ("450 ha klit er ryddet inden 1. oktober 2031.", "288 ha er ryddet.", Pair(450, 288, "pending")),
        ("Åbningstiden udvides til 95 timer ugentligt i 2031.", "91 timer ugentligt.", Pair(95, 91, "pending")),
        ("12 kajpladser har landstrøm i 2031.", "12 kajpladser har landstrøm.", Pair(12, 12, "met")),
        ("Mindst 40 skoler deltager i 2031.", "27 skoler deltager.", Pair(40, 27, "pending")),
        ("Mindst 65 pct. af gæsterne kommer uden bil i 2031.", "61 pct. af gæsterne.", Pair(65, 61, "not_met")),
        ("Højst 40 stk. affald pr. 100 meter strand.", "Foråret gav 36 stk. pr. 100 meter.", Pair(40, 36, "met")),
        ("Besøgstallet når 820.000 i 2031.", "Der er talt 655.000 gæster.", Pair(820000, 655000, "pending")),
    ],
)
def test_sheets_of_a_year_that_runs(aim: str, status: str, expected: Pair) -> None:
    other = "Mål: Højst 9 klager i 2031.\nStatus: Der kom 4 klager."
    text = f"ARK 1 – NATUR\nMål: {aim}\nStatus: {status}\n\nARK 2 – KLAGER\n{other}"
    assert expected in pairs(read(("Statusark, maj 2031", text), title="Statusark for planen", meeting=2031))


@pytest.mark.parametrize(
    "heads",
    [
        "Henvisning til\tResultat 2030\tMåltal 2031\tPr. 30. juni 2031",
        "Ydelse\tResultat 2030\tMål 2031\tStatus 30.6.2031",
        "Indsats\tOpnået 2030\tKrav 2031\t1. halvår 2031",
        "Emne\t2030\tMål 2031\tResultat 2031",
        "Emne\tRealiseret i 2030\tMål for 2031\tJuni 2031",
        "Emne\tBasis 2030\tMål 2031\t30. juni 2031",
        "Tilbud\tUdgangspunkt\tMål 2031\tStatus",
        "Tilbud\tResultat 2030\tAmbition 2031\tSeneste måling",
        "Tilbud\tFaktisk 2030\tMåltal 2031\tFaktisk 2031",
        "Tilbud\t2030\tMåltal 2031\t1.-2. kvartal 2031",
    ],
)
def test_the_column_of_the_year_before_is_no_result(heads: str) -> None:
    rows = "Rådgivning\t61\t75\t44\nStøtte\t88\t100\t103\nGårdbesøg\t390\t420\t198"
    found = pairs(read((HALF, f"Mål 5 – Henvisninger\n{heads}\n{rows}"), meeting=2031))
    assert [(pair.target, pair.result) for pair in found] == [(75, 44), (100, 103), (420, 198)]


@pytest.mark.parametrize(
    "text",
    [
        "Kontrakten indeholder fire målområder for 2031.",
        "Aftalen har ni leverancer, og målene er de samme som før.",
        "Målet gælder for firmaer med mellem 20 og 250 ansatte.",
        "Sanktionen ved manglende opfyldelse af kravene er 1,2 mio. kr.",
        "Sker det ikke, bortfalder den resultatafhængige andel af tilskuddet, 400.000 kr.",
        "Regionens egen klimaplan sigter efter 70 pct. lavere udledning i 2035.",
        "For 2033 lægger sekretariatet op til, at kravet i punkt 1.1 sænkes til 70 pct.",
        "Klyngen foreslår, at der i 2033 sigtes efter 130 eftersyn.",
        "Krav 1.1 var i aftalen for 2030 sat til 500 elever; optaget blev dengang 441.",
        "Målene har numrene 3 og 7 i strategien.",
        "Udvalget har drøftet at skærpe kravet til 14 pct.",
        "Målopfyldelsen vurderes på en skala med tre trin.",
    ],
)
@pytest.mark.parametrize("head", ["", "Resultatrapport for 2031"])
def test_no_figure_of_a_goal(head: str, text: str) -> None:
    assert pairs(_in_force(head, text, title="Status på målene")) == []


@pytest.mark.parametrize("mark", ["Mål 2, 3 og 4 – Unge, by og havn", "Mål 2 og 3: Unge", "MÅL 2 & 3 – Unge og by"])
def test_the_heading_of_several_goals_is_no_target(mark: str) -> None:
    text = (
        f"Mål 1 – Kendskab\nMål 1.1: Kendskab\n58 % kender havnen.\n\n{mark}\nMål 2.1: Unge på havnen\n"
        "Opgøres i oktober.\n\nMål 3.1: Vurdering\n69 % er glade for byen. Målet er 70 %.\n"
    )
    rows = read((CONTRACT, "Mål 1 – Kendskab\nMål: Mindst 55 % kender havnen.\n"), (REPORT, text))
    assert pairs(rows) == [Pair(55, 58, "met"), Pair(70, 69, "not_met")]


TITLED = """Mål 4: Vejledning

Delmål 4.1 Der foretages 600 henvisninger til private rådgivere

Der er registreret 341 henvisninger, svarende til 57 pct. af årets mål.

Delmål 4.2 Mindst hver femte butik (20 pct.) skal have en grøn plan

24 pct. af butikkerne har i første halvår fået en grøn plan.

Delmål 4.3 90 butikker skal have et regnskab over energien

Der er indtil nu lavet 31 regnskaber.
"""


def test_the_title_of_a_sub_goal_without_a_full_stop_states_its_target() -> None:
    assert pairs(read((HALF, TITLED))) == [Pair(600, 341, "pending"), Pair(20, 24, "met"), Pair(90, 31, "pending")]


@pytest.mark.parametrize("title", ["Delmål 4.1 Henvisninger", "Delmål 4.1 120 98 82"])
def test_a_title_or_a_row_behind_the_number_of_a_sub_goal_states_none(title: str) -> None:
    text = f"Mål 4: Vejledning\n\n{title}\n\nDer er registreret 341 henvisninger.\n"
    assert [pair.target for pair in pairs(read((HALF, text)))] in ([], [None])
