"""Sheets of goals that are called something else than ``Mål``, and what came of points of agreements below them."""

import re

import pytest
from goal_packets import CONTRACT, HALF_YEAR, REPORT, Pair, pairs, read, results, targets

from extractors.goals.sheet_labels import label_mark

CLAUSES = """\
§ 3 Hallens ydelser

3.1  Foreningen holder hvert år mindst 60 åbne træninger.
     Opfølgning 2031: Der blev holdt 64 træninger.

3.2  Gæsterne skal være tilfredse i 80 procent af svarene.
     Opfølgning 2031: 77 procent, og det er to point under året før.

§ 4 Unge ledere

4.1  Der uddannes 12 unge ledere om året.
     Opfølgning 2031: Kurset gav ti nye unge ledere.

§ 5 Betaling

Tilskuddet er på 300.000 kr. om året."""


def test_what_came_of_a_point_stands_below_it_in_the_agreement() -> None:
    rows = read((CONTRACT, CLAUSES))
    assert [pair[:2] for pair in pairs(rows) if pair.result is not None] == [(60, 64), (80, 77), (12, 10)]
    assert [target.sub_no for target in targets(rows)] == ["3.1", "3.2", "4.1"]


def test_how_an_agreement_is_followed_up_is_no_result() -> None:
    text = re.sub(r"Opfølgning 2031: .*", "Opfølgning: Foreningen tæller op 2 gange om året.", CLAUSES)
    assert results(read((CONTRACT, text))) == []


@pytest.mark.parametrize(
    ("told", "result"),
    [
        ("Kvartalsvis. Gennemsnittet var 9,1 minutter i 1. kvartal.", 9.1),
        ("9,8 minutter pr. 30. juni 2031. Ikke opfyldt.", 9.8),
        ("Målet er opfyldt, når gennemsnittet er 9,5 minutter.", None),
        ("Sker 2 gange om året.", None),
    ],
)
def test_a_follow_up_filled_in_in_the_agreement_is_a_result(told: str, result: float | None) -> None:
    text = f"Mål 1: Kørsel\nMål: Bilerne er fremme inden for 9,5 minutter.\nAfrapportering: {told}\n"
    assert [pair.result for pair in pairs(read((CONTRACT, f"{text}\nMål 2: Ro\nMål: Der er ro.\n")))] == [result]


CARDS = """\
Mål 1 – Rene strande

{0} Badevand uden anmærkning, inden for 20 dage
   Standard:   mindst 90 %
   Resultat:   92,5 % (+)
Kommentar: Antallet af prøver er på fire år vokset med 30 %.

{1} Affald pr. kilometer strand, kilo
   Standard:   højst 14
   Resultat:   15,5 (–)"""


@pytest.mark.parametrize(
    "names",
    [
        ("Indikator 1a.", "Indikator 1b."),
        ("Delmål 1a –", "Delmål 1b –"),
        ("Succeskriterium 1.1:", "Succeskriterium 1.2:"),
        ("Leverance 1.1", "Leverance 1.2"),
    ],
)
def test_parts_of_a_goal_have_names_of_their_own(names: tuple[str, str]) -> None:
    rows = read((REPORT, CARDS.format(*names)))
    assert pairs(rows) == [Pair(90, 92.5, "met"), Pair(14, 15.5, "not_met")]
    assert [(target.goal_no, target.metric.split()[0]) for target in targets(rows)] == [
        ("1", "Badevand"),
        ("1", "Affald"),
    ]


def test_each_place_below_a_label_has_a_result() -> None:
    text = """\
Indikator 2. Svar inden for fristen
   Standard:   mindst 85 %
   Resultat pr. havn, 2031:
        Nordhavn            88 %   (+)
        Vesterhavnen        71 %   (–)
Kommentar: Kravet gælder for hver havn. Landet lå på 79 %.

Indikator 3. Besøg om bord
   Standard:   mindst 40
   Resultat:   44 (+)"""
    rows = read((REPORT, text))
    assert pairs(rows) == [Pair(85, 88, "met"), Pair(85, 71, "not_met"), Pair(40, 44, "met")]
    assert [result.segment for result in results(rows)][:2] == ["Nordhavn", "Vesterhavnen"]


@pytest.mark.parametrize(
    ("aim", "outcome", "expected"),
    [
        ("Alle børn har en plan inden fire uger", "27 ud af 30", Pair(100, 90, "not_met")),
        ("Samtlige borgere får to samtaler", "Holdt for 48 ud af 50 borgere, 96 %", Pair(100, 96, "not_met")),
        ("Ingen venteliste", "3 på venteliste", Pair(0, 3, "not_met")),
    ],
)
def test_all_and_none_are_values_where_a_share_or_a_count_answers(aim: str, outcome: str, expected: Pair) -> None:
    text = f"1. Planer\nAftalt: {aim}\nUdført: {outcome}\n\n2. Kurser\nAftalt: 6 kurser\nUdført: 7 kurser"
    assert pairs(read((REPORT, text))) == [expected, Pair(6, 7, "met")]


@pytest.mark.parametrize(
    "aim", ["Intet måltal, men klyngen tæller", "Ingen fast målsætning", "Intet tal er aftalt"]
)
def test_a_target_that_is_not_set_is_not_nothing(aim: str) -> None:
    text = f"1. Planer\nAftalt: {aim}\nUdført: 11 planer\n\n2. Kurser\nAftalt: 6 kurser\nUdført: 7 kurser"
    assert Pair(0, 11, "not_met") not in pairs(read((REPORT, text)))


def test_two_years_are_two_results() -> None:
    text = """\
1. Omgjorte sager
Aftalt: Under 20 % ændret
Udført: 26 % i 2030, 18 % i 2031

2. Kurser
Aftalt: 6 kurser
Udført: 7 kurser"""
    rows = read((REPORT, text))
    assert [pair[:2] for pair in pairs(rows)] == [(20, 26), (20, 18), (6, 7)]


LED = """\
Forpligtelse F1. Strøm fra taget
Produktion i 2031: 340 GWh
Produktion aflæst: 291 GWh
Vurdering: Ikke efterlevet

Forpligtelse F2. Varme uden gas
Antal huse i 2031: 950
Antal huse aflæst: 1.012
Vurdering: Efterlevet"""


def test_what_is_reached_of_a_thing_is_held_against_the_line_above() -> None:
    rows = read((REPORT, LED), meeting=2031)
    assert [pair[:2] for pair in pairs(rows)] == [(340, 291), (950, 1012)]
    assert [target.metric for target in targets(rows)] == ["Strøm fra taget", "Varme uden gas"]


@pytest.mark.parametrize("old", [" i 2030:", " i budgettet 2031:", ":"])
def test_an_earlier_year_or_a_budget_above_is_no_aim(old: str) -> None:
    text = LED.replace(" i 2031:", old).replace("Vurdering", "Note")
    assert [
        pair for pair in pairs(read((REPORT, text), meeting=2031)) if pair.target is not None and pair.result
    ] == []


def test_a_remark_that_is_not_made_is_an_empty_cell() -> None:
    text = """\
KPI | Krav i kontrakt | Målt 2031 | Lampe | Kommentar
Fejl rettet samme dag | 95 % | 88 % | rød |
Svar fra brugerne | 5,0 | 5,2 | grøn | 212 svar
Milde midler | 85 % | 97 % | grøn |"""
    assert pairs(read((REPORT, text))) == [Pair(95, 88, "not_met"), Pair(5, 5.2, "met"), Pair(85, 97, "met")]


def test_notes_on_sheets_are_none_of_the_last() -> None:
    text = """\
Indikator 4 Breve sendt i tide
Målsætning: 97 procent
Baseline 2029: 91 procent

Indikator 5 Borgere med kikkert
Målsætning: 400 borgere ved aftalens slutning
Baseline 2029: 112

Uddybning

Ad 4. Fristen er tre dage. Nordre afdeling er oppe på 98 procent, og et brev koster 23 kr.

Ad 5. Der kom 171 nye i perioden."""
    rows = read((CONTRACT, text))
    assert [pair.target for pair in pairs(rows)] == [97, 400]


def test_where_a_goal_comes_from_is_no_goal() -> None:
    text = """\
Mål 1: Fravær
Mål: Ned til 25 % fra 31 %.
Status: 29 %.

Mål 2: Besøg
Mål: Mindst 40 besøg.
Status: 44 besøg."""
    assert [pair[:2] for pair in pairs(read((REPORT, text)))] == [(25, 29), (40, 44)]


def test_a_half_year_may_end_before_its_end() -> None:
    text = """\
Måltal for 2031

                   Aftalt      1. halvår     2. halvår
                   mindst      2031          2031 (t.o.m. nov.)
Bosteder           97 %        96,2 %        97,8 %
Herberger          90 %        91,5 %        99,0 %"""
    assert [pair[:2] for pair in pairs(read((REPORT, text)))] == [(97, 96.2), (97, 97.8), (90, 91.5), (90, 99)]


TOGETHER = """\
Sårpleje og genoptræning

{name} 1
Mindst 80 pct. af sårene er lukket efter seks uger.

{name} 2
Der holdes 45 hold i varmtvandsbassinet.

Status
Sårklinikken lukkede 84 pct. af sårene i tide. Der er holdt 41 hold i bassinet. {name} 1 er opfyldt.

Kost

{name} 3
Højst 12 pct. af borgerne taber sig uden at ville det.

{name} 4
150 borgere spiser med i fællesspisningen.

Status
Uplanlagt vægttab er set hos 9 pct. af borgerne. 163 borgere har spist med. {name} 3 og 4 er nået."""


@pytest.mark.parametrize("name", ["Måltal", "Mål", "Målsætning"])
def test_one_status_tells_what_came_of_the_goals_above_it(name: str) -> None:
    rows = read((REPORT, TOGETHER.format(name=name)))
    assert [pair[:2] for pair in pairs(rows)] == [(80, 84), (45, 41), (12, 9), (150, 163)]
    assert [target.goal_no for target in targets(rows)] == ["1", "2", "3", "4"]


def test_a_status_below_one_goal_is_that_of_the_goal() -> None:
    text = TOGETHER.format(name="Mål").replace("Mål 2", "Status\nSårene er lukket i 84 pct.\n\nMål 2", 1)
    (first, second, *_) = pairs(read((REPORT, text)))
    assert (first[:2], second[:2]) == ((80, 84), (45, 41))


PLAN = """\
Handlingsplan 2032

Mål 1: Flere lærepladser

Det vil vi i 2032:
1.1 Mindst 45 % af eleverne har en læreplads ved årets udgang.
1.2 120 virksomheder besøges.

{label} Målet var, at 40 % af eleverne havde en læreplads.
Vi nåede 43 %.

Mål 2: Tilfredse elever

Det vil vi i 2032:
2.1 Tilfredsheden blandt eleverne er mindst 85 %.

{label} Tilfredsheden var 88 % mod målsatte 85 %."""


@pytest.mark.parametrize("label", ["Sådan gik det i 2031:", "Resultat for 2031:"])
def test_what_a_plan_tells_of_the_year_before_answers_the_targets_of_that_year(label: str) -> None:
    found = pairs(read(("Handlingsplan 2032", PLAN.format(label=label)), title="Ny handlingsplan", meeting=2032))
    assert sorted(pair[:2] for pair in found if pair.result is not None) == [(40, 43), (85, 88)]
    assert sorted(pair.target for pair in found if pair.result is None and pair.target) == [45, 85, 120]


def test_the_time_of_a_label_of_several_words_is_none_of_them() -> None:
    mark = label_mark(0, "Sådan gik det i 2031: Der kom 40.", 0, "1")
    assert mark is not None
    assert (mark.label, mark.offset) == ("result", 22)


UNLABELLED = """\
INDSATSOMRÅDE 1 - HAVNENE

Mål 1.1
120 skibe skal i 2031 være registreret i havnen.
Indsats
Nye broer og en venteliste.
Målemetode
Havnefogedens liste.
Afrapportering 1. halvår
104 skibe er registreret.

Mål 1.2
Lodser skal udgøre mindst 6 % af besætningen.
Indsats
Kurser hvert forår.
Målemetode
Rederiernes opgørelse.
Afrapportering 1. halvår
1. kvartal: 5,8 %. 2. kvartal: 6,4 %.
"""


def test_what_stands_right_below_a_number_is_the_target_where_a_label_below_tells_what_came_of_it() -> None:
    rows = read((HALF_YEAR, UNLABELLED), meeting=2031)
    assert [(target.sub_no, target.value) for target in targets(rows)] == [("1.1", 120), ("1.2", 6)]
    assert Pair(120, 104, "pending") in pairs(rows)
    assert {pair.result for pair in pairs(rows) if pair.target == 6} <= {5.8, 6.4}


def test_result_and_assessment_are_one_label() -> None:
    text = (
        "Mål 1 – Kendskab\n\nMålsætning Mindst 60 pct. af gæsterne skal kende havnen.\n\n"
        "Opgørelse Måles hvert år.\n\n"
        "Resultat og vurdering\n63 pct. af gæsterne kender havnen."
    )
    assert pairs(read((REPORT, text))) == [Pair(60, 63, "met")]


def test_a_sentence_may_follow_the_title_of_a_goal_on_its_line() -> None:
    agreed = (
        "Mål 1. Kurser\n\n– Der holdes 40 kurser i 2031\n\n"
        "Mål 2. Havn og kaj\n\n– Mindst 12 kajer får strøm i 2031\n"
    )
    told = (
        "Mål 1. Kurser. Der er holdt 44 kurser i havnen,\nog de var fyldte.\n\n"
        "Mål 2. Havn og kaj. 9 kajer har fået strøm af\nvinden."
    )
    assert pairs(read((CONTRACT, agreed), (REPORT, told))) == [Pair(40, 44, "met"), Pair(12, 9, "not_met")]


@pytest.mark.parametrize("label", ["Resultat og vurdering", "Status og bemærkninger", "Resultater og konklusion"])
def test_a_label_may_name_a_companion(label: str) -> None:
    text = (
        "Mål 4 – Tryghed\nMålsætning Mindst 65 pct. af beboerne er trygge i opgangen.\n\n"
        f"{label}\n71 pct. af beboerne er trygge. I 2030 var andelen 68 pct.\n"
    )
    assert pairs(read((REPORT, text))) == [Pair(65, 71, "met")]


def test_what_those_counted_expect_has_been_told() -> None:
    text = (
        "Mål 4 – Effekt\nMålsætning 70 pct. vurderer, at kurset i høj grad forventes at hjælpe dem videre.\n\n"
        "Resultat\nAndelen, der i høj grad forventer hjælp, er 74 pct.\n"
    )
    assert pairs(read((REPORT, text))) == [Pair(70, 74, "met")]


def test_what_is_done_for_a_goal_is_no_target() -> None:
    text = (
        "Mål 1\nKortere kø\nMål: Ventetiden er i 2031 højst 12 minutter.\nVi gør: Syv nye skranker åbnes.\n"
        "Mål 2\nFlere gæster\nMål: 450 gæster om året.\nVi gør: Der holdes åbent fire aftener.\n"
    )
    assert [target.value for target in targets(read((CONTRACT, text)))] == [12, 450]


@pytest.mark.parametrize("head", ["Afrapportering og målopfyldelse – Mål 2", "Resultat:", "Status for mål 2"])
def test_a_number_printed_again_in_the_report_of_its_goal_is_no_slip(head: str) -> None:
    text = (
        "Mål 2 – Kvalitet\n"
        "Mål      Delmål 2.1: Mindst 80 pct. af gårdene er glade for besøget.\n"
        "         Delmål 2.2: Gårdene giver en score (NPS) på mindst 60.\n"
        "Metode   Opgøres i december.\n\n"
        f"{head}\n"
        "Delmål 2.1: I 2031 var 78 pct. af gårdene glade for besøget.\n"
        "Delmål 2.2: Årets NPS blev 64, og målet er nået.\n"
    )
    rows = read((REPORT, text))
    assert pairs(rows) == [Pair(80, 78, "not_met"), Pair(60, 64, "met")]
    assert [target.sub_no for target in targets(rows)] == ["2.1", "2.2"]


@pytest.mark.parametrize("caption", ["Oversigt", "Diagram"])
def test_the_caption_of_a_table_is_no_goal(caption: str) -> None:
    head = "Mål                       Enhed    Måltal 2031     Resultat 2031   Status"
    rows = read(
        (
            REPORT,
            f"""\
Kulturudvalget
{caption} 1. Kulturudvalgets mål

{head}
Unge i klubber            pct.              92                95   Opfyldt

Flere synger i kor
Målet er, at mindst 25 pct. af eleverne synger i kor. I 2031 sang 21 pct. i kor, og målet er ikke opfyldt.

Teknikudvalget
{caption} 2. Teknikudvalgets mål

{head}
Lamper skiftet            pct.              45                48   Opfyldt
""",
        )
    )
    assert {pair[:2] for pair in pairs(rows)} == {(92, 95), (25, 21), (45, 48)}
    assert {target.goal_no for target in targets(rows)} == {None}
