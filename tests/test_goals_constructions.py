"""Constructions of aim and outcome: the ways in which Danish says what is to be reached and what came of it."""

import pytest
from goal_packets import CONTRACT, HALF_YEAR, REPORT, Pair, pairs, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "I 2031 er målet 65 pct. af borgerne i job. Resultatet for 2031 landede på 61 pct.",
            [Pair(65, 61, "not_met")],
        ),
        (
            "I Region Nordhavn er målet 65 pct., mens resultatet i 2031 blev 67 pct.",
            [Pair(65, 67, "met")],
        ),
        (
            "Ambitionen er, at 80 pct. af eleverne gennemfører. I 2031 gennemførte 74 pct.",
            [Pair(80, 74, "not_met")],
        ),
        (
            "Der er fastsat et måltal på 450 praktikpladser i 2031. Der er oprettet 463 "
            "praktikpladser.",
            [Pair(450, 463, "met")],
        ),
        (
            "Parterne har sat som mål, at ventetiden højst må være 30 dage. Den gennemsnitlige "
            "ventetid var i 2031 34 dage.",
            [Pair(30, 34, "not_met")],
        ),
        (
            "Målsætningen om, at 90 pct. af borgerne skal tilbydes en samtale inden for 14 dage, blev"
            " ikke indfriet, idet 86 pct. fik en samtale inden for fristen.",
            [Pair(90, 86, "not_met")],
        ),
        (
            "Kravet er, at mindst 95 pct. af henvendelserne besvares inden for 2 hverdage. I 2031 "
            "blev 97,2 pct. besvaret rettidigt.",
            [Pair(95, 97.2, "met")],
        ),
        (
            "Henvendelser skal besvares inden for 2 hverdage i mindst 95 pct. af tilfældene. Målet er"
            " opfyldt med 96 pct.",
            [Pair(95, 96, "met")],
        ),
        (
            "Målet er at nedbringe sygefraværet til 4,5 pct. Sygefraværet udgjorde 5,1 pct. i 2031.",
            [Pair(4.5, 5.1, "not_met")],
        ),
        (
            "Sygefraværet endte på 4,9 pct. og ligger dermed over måltallet på 4,5 pct.",
            [Pair(4.5, 4.9, "not_met")],
        ),
        (
            "Med 212 gennemførte besøg er måltallet på 200 besøg overgået.",
            [Pair(200, 212, "met")],
        ),
        (
            "Genanvendelsesprocenten er opgjort til 58 pct. mod et mål på 60 pct.",
            [Pair(60, 58, "not_met")],
        ),
        (
            "Andelen af borgere i beskæftigelse nåede 71 pct., hvilket er 3 procentpoint under målet "
            "på 74 pct.",
            [Pair(74, 71, "not_met")],
        ),
        (
            "Målet for 2032 er 700 forløb. I 2031 var målet 640 forløb, og der blev gennemført 655.",
            [Pair(640, 655, "met"), Pair(700, None, "pending")],
        ),
        (
            "Målet er mellem 20 og 30 nye lærlinge om året. I 2031 kom der 26 nye lærlinge.",
            [Pair(20, 26, "met")],
        ),
        (
            "Det forventes, at 500 virksomheder deltager i 2032.",
            [],
        ),
        (
            "Målgruppen er 1.200 borgere, og projektet løber i 3 år.",
            [],
        ),
        (
            "Regeringen har et mål om 70 pct. reduktion i 2040.",
            [],
        ),
        (
            "Udvalget har drøftet målene. Budgettet er 12,4 mio. kr., og der er ansat 14 "
            "medarbejdere.",
            [],
        ),
    ],
)  # fmt: skip
def test_running_text(text: str, expected: list[Pair]) -> None:
    assert (
        sorted(
            pairs(read(("", f"Sagsfremstilling\n\n{text}"), title="Status på samarbejdet", meeting=2032)), key=str
        )
        == expected
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Mål 1: Flere unge i uddannelse\nMålet er, at 85 pct. af de unge er i gang med en "
            "uddannelse senest 9 måneder efter 9. klasse. Andelen er opgjort til 83,4 pct.",
            [Pair(85, 83.4, "not_met")],
        ),
        (
            "Mål 2: Færre genindlæggelser\nDer stræbes efter, at højst 12 pct. af borgerne "
            "genindlægges. I 2031 blev 11,3 pct. genindlagt.",
            [Pair(12, 11.3, "met")],
        ),
        (
            "Mål 3: Netværk\nHuset skal afholde mindst seks netværksmøder. Der er afholdt otte møder.",
            [Pair(6, 8, "met")],
        ),
        (
            "Mål 4: Tilfredshed\nMålsætning: Mindst 4,2 på en skala fra 1 til 5\nResultat: 4,4",
            [Pair(4.2, 4.4, "met")],
        ),
        (
            "Mål 5: Omsætning\nOmsætningen skal stige med 3 pct. om året. Omsætningen steg med 4,1 "
            "pct. i 2031.",
            [Pair(3, 4.1, "met")],
        ),
        (
            "Mål 6: Sagsbehandling\nDen gennemsnitlige sagsbehandlingstid bør ikke overstige 8 uger. "
            "Sagsbehandlingstiden blev i 2031 på 9,5 uger.",
            [Pair(8, 9.5, "not_met")],
        ),
        (
            "Mål 7: Energi\nLoft for energiforbruget: 110 kWh pr. m2. Forbruget i 2031 blev 104 kWh "
            "pr. m2.",
            [Pair(110, 104, "met")],
        ),
        (
            "Mål 8: Lærlinge\nAmbition: 120 lærlinge inden udgangen af 2031.\nRealiseret: 117 "
            "lærlinge.",
            [Pair(120, 117, "not_met")],
        ),
        (
            "Mål 9: Besøg\n• Måltal: 300 besøg\n• Realiseret: 342 besøg\n• Opfyldelse: 114 pct.",
            [Pair(300, 342, "met")],
        ),
        (
            "Mål 10: Rettidighed\nMindst 98 % af afgørelserne skal træffes rettidigt.\nI alt 96,5 % "
            "af afgørelserne er truffet rettidigt (2030: 94 %).",
            [Pair(98, 96.5, "not_met")],
        ),
        (
            "Mål 11: Vækst\nMålet er fastsat til 15 nye virksomheder om året; i 2031 etablerede 19 "
            "virksomheder sig i området.",
            [Pair(15, 19, "met")],
        ),
        (
            "Mål 12: Klager\nDer må maksimalt være 20 klager om året. Der er registreret 23 klager i "
            "2031 mod 18 i 2030.",
            [Pair(20, 23, "not_met")],
        ),
        (
            "Mål 13: Kurser\nMåltallet for 2031 var 40 kurser. Der blev holdt 38 kurser, svarende til"
            " 95 pct. af måltallet.",
            [Pair(40, 38, "not_met")],
        ),
        (
            "Mål 14: Frivillige\nAntallet af frivillige skal øges fra 210 til 250 i 2031. Ved årets "
            "udgang var der 256 frivillige.",
            [Pair(250, 256, "met")],
        ),
        (
            "Mål 15: Frafald\nFrafaldet skal reduceres fra 18 pct. til 15 pct. Frafaldet er faldet "
            "til 16 pct.",
            [Pair(15, 16, "not_met")],
        ),
        (
            "Mål 16: Kendskab\nKendskabsgraden skal op på 60 pct. Målingen fra november 2031 viser 57"
            " pct. Året før var den 54 pct.",
            [Pair(60, 57, "not_met")],
        ),
        (
            "Mål 17: Kvalitet\nResultatmål: 9 ud af 10 brugere er tilfredse.\nOpnået resultat: 92 "
            "pct. af brugerne er tilfredse.",
            [Pair(90, 92, "met")],
        ),
        (
            "Mål 19: Tilskud\nDer skal hjemtages mindst 5 mio. kr. i fondsmidler. Der er i 2031 "
            "hjemtaget 6,3 mio. kr.",
            [Pair(5, 6.3, "met")],
        ),
        (
            "Mål 20: Besøgende\nVi sigter mod 50.000 besøgende. Besøgstallet landede på 48.212.",
            [Pair(50000, 48212, "not_met")],
        ),
        (
            "Mål 21: Overgang\nTo ud af tre unge skal være i uddannelse efter et år. 71 pct. var i "
            "uddannelse efter et år.",
            [Pair(66.67, 71, "met")],
        ),
        (
            "Indikator\tMåltal 2031\tResultat 2031\tStatus\nVentetid (dage)\thøjst 14\t11\tOpfyldt\n"
            "Tilfredshed\t85 %\t82 %\tIkke opfyldt",
            [Pair(14, 11, "met"), Pair(85, 82, "not_met")],
        ),
        (
            "Mål\tMålsat niveau\tOpnået niveau\nSygefravær\tMaks. 5,0 pct.\t5,6 pct.",
            [Pair(5, 5.6, "not_met")],
        ),
        (
            "Nøgletal\tResultat 2030\tMål 2031\tResultat 2031\nGenbrug, pct.\t52\t55\t57\nRestaffald, "
            "kg\t190\t180\t183",
            [Pair(180, 183, "not_met"), Pair(55, 57, "met")],
        ),
        (
            "Indsats          Målsætning     Resultat     Opfyldt\nNye lærlinge     120            "
            "131          Ja\nFrafald          maks. 10 pct.  12 pct.      Nej",
            [Pair(10, 12, "not_met"), Pair(120, 131, "met")],
        ),
        (
            "Mål 3 – Tilfredshed\nMindst 75 pct. af kunderne er tilfredse. 79 pct. er tilfredse.\n\n"
            "Tabel 4: Ansatte fordelt på alder\n\tAntal\tAndel\nUnder 30\t12\t15 pct.\n30-49\t40\t50 pct.",
            [Pair(75, 79, "met")],
        ),
    ],
)  # fmt: skip
def test_reports(text: str, expected: list[Pair]) -> None:
    assert sorted(pairs(read((REPORT, text))), key=str) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Mål 1: Forløb\nDer skal gennemføres 600 forløb i 2031. Pr. 30. juni 2031 er der "
            "gennemført 287 forløb.",
            [Pair(600, 287, "pending")],
        ),
        (
            "Mål 2: Tilfredshed\nMindst 80 pct. skal være tilfredse. Foreløbig er 83 pct. tilfredse.",
            [Pair(80, 83, "met")],
        ),
        (
            "Mål 3: Netværk\nÅrsmålet er 12 møder, hvoraf 5 er afholdt i første halvår.",
            [Pair(12, 5, "pending")],
        ),
        (
            "Mål 4: Svartid\nSvartiden må højst være 10 dage. Svartiden har i første halvår ligget på"
            " 12 dage.",
            [Pair(10, 12, "not_met")],
        ),
    ],
)  # fmt: skip
def test_reports_of_half_a_year(text: str, expected: list[Pair]) -> None:
    assert sorted(pairs(read((HALF_YEAR, text), meeting=2031)), key=str) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Mål 1: Unge\nI 2032 skal mindst 88 pct. af de unge være i uddannelse eller job.",
            [Pair(88, None, "pending")],
        ),
        (
            "Mål 2: Støj\nStøjniveauet må ikke overstige 58 dB ved boliger.",
            [Pair(58, None, "pending")],
        ),
        (
            "Mål 3: Rejser\nDet er ambitionen, at antallet af passagerer vokser med 2 pct. årligt "
            "frem mod 2035.",
            [Pair(2, None, "pending")],
        ),
        (
            "Mål 4: Drift\nDer tilstræbes en rettidighed på 97 pct. og en kundetilfredshed på 4,1.",
            [Pair(4.1, None, "pending"), Pair(97, None, "pending")],
        ),
        (
            "Mål 5: Beskæftigelse\nMålet er, at 55 pct. af borgerne kommer i job, heraf mindst 40 "
            "pct. i ordinære timer.",
            [Pair(40, None, "pending"), Pair(55, None, "pending")],
        ),
        (
            "Mål 6: CO2\nUdledningen skal være reduceret med mindst 30 pct. i 2031 sammenlignet med "
            "2020.",
            [Pair(30, None, "pending")],
        ),
        (
            "Mål 7: Hjemtag\nHuset bør hvert år hjemtage projekter for 10 mio. kr.",
            [Pair(10, None, "pending")],
        ),
        (
            "Mål 8: Partnerskaber\nDer etableres tre nye partnerskaber senest den 1. oktober 2031.",
            [Pair(3, None, "pending")],
        ),
    ],
)  # fmt: skip
def test_contracts(text: str, expected: list[Pair]) -> None:
    assert sorted(pairs(read((CONTRACT, text), meeting=2031)), key=str) == expected
