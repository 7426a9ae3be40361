"""Commitments of every kind: agreements, promises, plans, sheets and tables that set goals without the common
words."""

import pytest
from goal_packets import CONTRACT, HALF_YEAR, REPORT, Pair, pairs, read


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Af aftalens ni mål er seks fælles og tre lokale. Målet er, at 70 pct. af borgerne får "
            "svar.",
            [Pair(70, None, "pending")],
        ),
        (
            "Der er sat et mål om 250 pladser til unge mellem 18 og 30 år. Der er oprettet 261 "
            "pladser.",
            [Pair(250, 261, "met")],
        ),
        (
            "Målet er højst 40 klager pr. 1.000 borgere. I 2031 var der 37 klager pr. 1.000 borgere.",
            [Pair(40, 37, "met")],
        ),
        (
            "Målet er 60 kurser. Bestyrelsen foreslog 75 kurser, men det var der ikke flertal for.",
            [Pair(60, None, "pending")],
        ),
        (
            "Klubben skulle hjælpe 120 unge i 2031. Det blev til 104.",
            [Pair(120, 104, "not_met")],
        ),
        (
            "Mindst hver femte plads skal gå til en lærling. I 2031 gik 17 pct. af pladserne til "
            "lærlinge.",
            [Pair(20, 17, "not_met")],
        ),
        (
            "Ni ud af ti breve skal efter målsætningen besvares på en uge. I den seneste måling blev "
            "93 pct. besvaret.",
            [Pair(90, 93, "met")],
        ),
        (
            "Vi nåede ud til 410 familier, og det er 10 flere end de 400, vi havde sat os for.",
            [Pair(400, 410, "met")],
        ),
        (
            "Aftalen kræver, at mindst 60 pct. af turene køres til tiden. Andelen er 58 pct.",
            [Pair(60, 58, "not_met")],
        ),
        (
            "Mål 3 i aftalen for 2031 var 200 ture, og der er kørt 214.",
            [Pair(200, 214, "met")],
        ),
        (
            "Udledningen skal falde med 50 pct. frem mod 2040. Kommunerne har forpligtet sig til at "
            "reducere den med 30 pct. i 2035.",
            [Pair(30, None, "pending"), Pair(50, None, "pending")],
        ),
        (
            "Målet er 900 besøg i 2032. Ved udgangen af juni 2032 var der gennemført 430 besøg.",
            [Pair(900, 430, "pending")],
        ),
        (
            "Sekretariatet havde regnet med 30 tilmeldte, men fik kun 22.",
            [Pair(30, 22, "not_met")],
        ),
        (
            "Prisen pr. døgn må højst stige med lønudviklingen fratrukket 1,5 pct. i 2032.",
            [],
        ),
        (
            "Mål 3.2: Fremmøde\nMål 3.2: Mindst 85 pct. af eleverne møder til tiden.\nResultatet er 87 pct. "
            "Målet var 85 pct.",
            [Pair(85, 87, "met")],
        ),
        (
            "Betingelsen er, at mindst 75 pct. består prøven. Det gjorde 81 pct.",
            [Pair(75, 81, "met")],
        ),
        (
            "Svarprocenten var 61. Målet er, at 80 pct. er tilfredse, og 84 pct. er tilfredse.",
            [Pair(80, 84, "met")],
        ),
    ],
)  # fmt: skip
def test_commitments_of_running_text(text: str, expected: list[Pair]) -> None:
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
            "Mål 6.1: Mindst 60 pct. af firmaerne er nye.\n\nKommune Forløb Heraf nye Firmaer pr.\n\n"
            "1.000 kontorer\n\nAssens 9 4 3,6",
            [Pair(60, None, "unknown")],
        ),
        (
            "Servicemål 1: Breve besvares inden for 5 dage i mindst 90 pct. af sagerne. Det er sket i"
            " 92 pct. af sagerne.\nServicemål 2: Højst 10 klager. Der kom 12 klager.",
            [Pair(10, 12, "not_met"), Pair(90, 92, "met")],
        ),
        (
            "Måltal 1.1 var 300 ture. Der blev kørt 310.\n\nMåltal 1.2 var 20 kurser. Resultatet blev"
            " 18 kurser.",
            [Pair(20, 18, "not_met"), Pair(300, 310, "met")],
        ),
        (
            "Mål 2 – Fremmøde\nMål Fremmødet skal være mindst 80 pct.\nMetode Skolens register.\n"
            "Afrapportering Årlig.\nFremmødet blev 83 pct. For to år siden var fremmødet 77 pct.",
            [Pair(80, 83, "met")],
        ),
        (
            "Cykler\nVi lovede  at udlåne 60 cykler\nDet blev til  66 cykler\n\nBusser\nVi lovede  at"
            " mindst 90 pct. af turene køres til tiden\nDet blev til  85 pct.",
            [Pair(60, 66, "met"), Pair(90, 85, "not_met")],
        ),
        (
            "Resultatmål A: Bredde\n\nA1 Nye kunder\n\n54 pct.\n\nKontraktens niveau: mindst 50 pct.",
            [Pair(50, 54, "met")],
        ),
        (
            "Mål 1 – Ture\nDer skal køres 500 ture i 2031. Der er kørt 512 ture.\n\nSelskabets "
            "økonomi\nSelskabet kørte 40 ture mere end ventet i 2030, og 30 pct. af dem var betalt af"
            " staten.",
            [Pair(500, 512, "met")],
        ),
        (
            "\tTure\tKurser\tKlager\nKrav\t300\t20\t10\nOpnået\t310\t18\t8",
            [Pair(10, 8, "met"), Pair(20, 18, "not_met"), Pair(300, 310, "met")],
        ),
        (
            "Aktivitet\t1. kvt.\t2. kvt.\t3. kvt.\t4. kvt.\tI alt\tÅrsmål\nTure\t70\t80\t60\t95\t305\t300\n"
            "Kurser\t4\t5\t3\t6\t18\t20",
            [Pair(20, 18, "not_met"), Pair(300, 305, "met")],
        ),
        (
            "Mål\tDelmål\tAftalt 2031\tOpnået i 2031\tMålopfyldelse\n1. halvår\t2. halvår\tHele året\n1. "
            "Kørsel\t1.1 Ture\t300\t150\t155\t305\t100 pct.\n1.2 Kurser\t20\t8\t10\t18\t90 pct.",
            [Pair(20, 18, "not_met"), Pair(300, 305, "met")],
        ),
        (
            "Mål for 2031\tResultat 2031\tBemærkning\n45 nye lærlinge\t48\tNået\nHøjst 4 % frafald\t4,6 "
            "%\tIkke nået",
            [Pair(4, 4.6, "not_met"), Pair(45, 48, "met")],
        ),
        (
            "Indikator\tBasis 2029\tAmbition 2031\tStatus 2031\tLys\nTilfredse\t70 %\t80 %\t77 %\tRød",
            [Pair(80, 77, "not_met")],
        ),
        (
            "Kommune\tTilsagn 2031\tEtableret 2031\tTilsagn indfriet\nNordby\t22\t24\tJa\nSydby\t15\t11\tNej",
            [Pair(15, 11, "not_met"), Pair(22, 24, "met")],
        ),
        (
            "• Kurser: 9 (årsplan: 8)\n• Ture: 54 (årsplan: 60)",
            [Pair(60, 54, "not_met"), Pair(8, 9, "met")],
        ),
    ],
)  # fmt: skip
def test_sheets_and_tables(text: str, expected: list[Pair]) -> None:
    assert sorted(pairs(read((REPORT, text))), key=str) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Mål 1: Ture\n\n40 ud af årets 90",
            [Pair(90, 40, "pending")],
        ),
    ],
)  # fmt: skip
def test_counts_of_a_running_year(text: str, expected: list[Pair]) -> None:
    assert sorted(pairs(read((HALF_YEAR, text), meeting=2031)), key=str) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Nr.\tMåltal\t2031\n1.1\tAntal ture\t480\n1.2\tAndel tilfredse\t75 %",
            [Pair(480, None, "pending"), Pair(75, None, "pending")],
        ),
    ],
)  # fmt: skip
def test_tables_of_targets(text: str, expected: list[Pair]) -> None:
    assert sorted(pairs(read((CONTRACT, text), meeting=2031)), key=str) == expected
