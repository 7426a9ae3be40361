"""Goals of running text whose number bears no sign: which way do they point?"""

from dataclasses import replace

import pytest
from goal_packets import Pair, findings, made_packet, pairs, read

from extractors.goals.leaning import leans_down
from extractors.goals.marks import restarts
from extractors.goals.papers import papers
from extractors.goals.reading import read_sentences
from extractors.goals.statements import statements
from extractors.goals.structure import parts
from extractors.language.counting import counted_unit, is_duration


def of_item(text: str, title: str = "Status på samarbejdet") -> list[Pair]:
    return pairs(read(("", text), title=title, meeting=2032))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what happens in a length of time
        ("Borgerne skal have svar på 5 dage. I 2031 gik der i gennemsnit 6 dage.", Pair(5, 6, "not_met")),
        ("Bilerne skal være fremme på 10 minutter. Det tog 9 minutter.", Pair(10, 9, "met")),
        ("Vejene skal være ryddet i løbet af 3 timer. Det tog 2,5 timer.", Pair(3, 2.5, "met")),
        # what the time is of, said by the result
        ("Målet er 14 dage. Den gennemsnitlige ventetid var 12 dage i 2031.", Pair(14, 12, "met")),
        ("Målet er 30 dage. I 2031 var tallet 28 dage, og målet er nået.", Pair(30, 28, "met")),
        ("Målet er 30 dage. I 2031 var tallet 28 dage, og målet er ikke nået.", Pair(30, 28, "not_met")),
        ("Servicemålet er 8 uger. Resultatet blev 9 uger.", Pair(8, 9, "not_met")),
        # what is permitted
        ("Der må komme 12 klager om året. Der kom 9 klager.", Pair(12, 9, "met")),
        ("Et opkald må vare 4 minutter. I 2031 varede det 5 minutter.", Pair(4, 5, "not_met")),
        ("10 pct. af sagerne må blive omgjort. Det skete i 12 pct.", Pair(10, 12, "not_met")),
        ("Rengøringen må koste 90 kr. pr. m2. Den kostede 84 kr.", Pair(90, 84, "met")),
        ("Vi må op på 80 pct. Vi nåede 76 pct.", Pair(80, 76, "not_met")),
        ("Udgiften må stige med 2 pct. Den steg med 3 pct.", Pair(2, 3, "not_met")),
        ("Hjælpen skal være fremme efter 15 minutter. Den var fremme efter 13 minutter.", Pair(15, 13, "met")),
        # events that nobody wants
        ("Måltallet for ventelisten er 40 borgere. Der er 52 på listen.", Pair(40, 52, "not_met")),
        ("Målet er 12 klager. Der kom 9.", Pair(12, 9, "met")),
        ("Antallet af arbejdsulykker skal være 10. Det blev 13.", Pair(10, 13, "not_met")),
        ("Målet er 2 fejl pr. 100 fakturaer. Det blev 3.", Pair(2, 3, "not_met")),
        # money in several scales
        ("Egenindtjeningen skal være mindst 4,5 mio. kr. Den blev 4.200.000 kr.", Pair(4.5, 4200000, "not_met")),
        ("Målet er en omsætning på 850.000 kr. Omsætningen blev 0,9 mio. kr.", Pair(850000, 0.9, "met")),
        ("Udgiften må ikke overstige 900.000 kr. Den blev 1,1 mio. kr.", Pair(900000, 1.1, "not_met")),
        ("Ventetiden må højst være 2 uger. Den blev 16 dage.", Pair(2, 16, "not_met")),
        ("Ventetiden må højst være 2 timer. Den blev 90 minutter.", Pair(2, 90, "met")),
        # corridors
        ("Temperaturen skal ligge mellem 20 og 22 grader. Den var 24 grader.", Pair(20, 24, "not_met")),
        ("Temperaturen skal ligge mellem 20 og 22 grader. Den var 21 grader.", Pair(20, 21, "met")),
        # people are none
        ("Målet er, at 100 rygere deltager i kurset. Der deltog 120.", Pair(100, 120, "met")),
        ("Projektet skal hjælpe 60 hjemløse i bolig. Det har hjulpet 55.", Pair(60, 55, "not_met")),
        ("Målet er en åbningstid på 60 timer om ugen. Den er 64 timer.", Pair(60, 64, "met")),
    ],
)
def test_the_way_is_told_by_what_the_number_is_of(text: str, expected: Pair) -> None:
    assert of_item(text) == [expected]


def test_the_title_tells_what_the_times_are_of() -> None:
    text = "Målet er 30 dage. I 2031 var tallet 28 dage."
    assert of_item(text, title="Ventetider på genoptræning") == [Pair(30, 28, "met")]


@pytest.mark.parametrize(
    "text", ["Målet er 30 dage. I 2031 var tallet 28 dage.", "Kurset skal vare 10 dage. Det varede 8 dage."]
)
def test_a_time_of_which_nothing_tells_is_given_no_verdict(text: str) -> None:
    rows = read(("", text), title="Status på samarbejdet", meeting=2032)
    assert [pair.status for pair in pairs(rows)] == ["unknown"]
    assert [finding.rule for finding in findings(rows)] == ["goal_direction_unknown"]


def test_a_sheet_may_say_a_time_without_a_verb() -> None:
    text = (
        "Mål 1: Hurtige svar\nMål: Svar på breve på 5 dage\nResultat: 6 dage\n\n"
        "Mål 2: Få klager\nMål: 12 klager\nResultat: 9 klager\n"
    )
    rows = read(("Afrapportering for 2031", text))
    assert pairs(rows) == [Pair(5, 6, "not_met"), Pair(12, 9, "met")]


def test_a_number_whose_unit_was_read_anew_leans_as_before() -> None:
    packet = made_packet(("", "Målet for sygefraværet er 4 pct. i 2031."), meeting=2032)
    (paper,) = papers(packet, restarts(packet))
    found = [s for s in statements(read_sentences(packet, parts(packet, paper))) if s.role == "target"]
    anew = [replace(s, quantity=s.quantity._replace(unit="deltager", counted=None)) for s in found]
    assert [leans_down(s) for s in anew] == [leans_down(s) for s in found] == [True]


@pytest.mark.parametrize("printed", ["14 dages", "6 ugers", "70 minutters", "3 måneders"])
def test_a_length_of_time_before_what_takes_it_is_one(printed: str) -> None:
    unit = printed.split()[1]
    assert counted_unit(unit) == unit.removesuffix("s")
    assert is_duration(unit)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fraværet er 5,2 pct. og dermed lidt højere end de forudsatte 4,8 pct.", Pair(4.8, 5.2, "not_met")),
        ("Sygefraværet blev 4,1 pct., og det er noget lavere end de aftalte 4,8 pct.", Pair(4.8, 4.1, "met")),
        ("Andelen af klager er 8 pct. og dermed lidt under de forudsatte 10 pct.", Pair(10, 8, "met")),
        ("Tilfredsheden er 82 pct. og dermed lidt lavere end de forudsatte 85 pct.", Pair(85, 82, "not_met")),
    ],
)
def test_a_burden_held_against_what_was_agreed_stays_one(text: str, expected: Pair) -> None:
    assert pairs(read(("Årsberetning 2031", text))) == [expected]
