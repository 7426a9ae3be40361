"""What stands below the heading of a goal is a target, and below that of a report a result, whatever the verb."""

import pytest
from goal_packets import Pair, pairs, read

DUE = "Driftsaftale 2031 for Søfælleskabet"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Mål 2 – Kurser\n1.350 lærere gennemfører kurset i 2031.",
            [Pair(1350, None, "pending")],
        ),
        (
            "Mål 2 – Telefon\nHotlinen besvarer 92 pct. af opkaldene inden for et minut.",
            [Pair(92, None, "pending")],
        ),
        (
            "Mål 1 – Viden\nDer udgives 14 nyhedsbreve om året.",
            [Pair(14, None, "pending")],
        ),
        (
            "Mål 1 – Trivsel\nElevernes trivsel er som minimum 4,1 på en femtrinsskala.",
            [Pair(4.1, None, "pending")],
        ),
        (
            "Mål 3 – Fravær\nSygefraværet nedbringes til 4,2 pct. i 2031.",
            [Pair(4.2, None, "pending")],
        ),
        (
            "Mål 3 – Besøg\nBesøgstallet når 64.000 i 2031.",
            [Pair(64000, None, "pending")],
        ),
        (
            "Mål 4 – Strøm\n38 havnepladser forsynes med landstrøm i 2031.",
            [Pair(38, None, "pending")],
        ),
        (
            "Mål 4 – Karakter\nDeltagerne giver i gennemsnit forløbet 4,2 eller højere på en skala fra 1 til 5.",
            [Pair(4.2, None, "pending")],
        ),
        (
            "Mål 5 – Klager\nBreve besvares i løbet af højst 48 timer.",
            [Pair(48, None, "pending")],
        ),
        (
            "Mål 5 – Natur\nVed årets udgang er 310 ha lavbund taget ud af drift.",
            [Pair(310, None, "pending")],
        ),
        (
            "Mål 6 – Møder\nRådet mødes 7 gange i 2031.",
            [Pair(7, None, "pending")],
        ),
        (
            "Mål 6 – Unge\n85 pct. af de unge har en kontaktperson efter to uger.",
            [Pair(85, None, "pending")],
        ),
        (
            "Mål 7 – Kø\nVentelisten rummer i 2031 ikke mere end 90 børn.",
            [Pair(90, None, "pending")],
        ),
        (
            "Mål 1 – Kurser\nI 2029 gennemførte 900 kurset. Sekretariatet har 34 medarbejdere "
            "og koster 11,40 kr. "
            "pr. indbygger.\nLærerne er mellem 25 og 60 år.",
            [],
        ),
        (
            "Mål 1 – Gods\nDer ligger to havne i fællesskabet, og de besøges af 1.900 skibe om året.",
            [],
        ),
        (
            "Mål 3 – Dialog\nFællesskabet inviterer til 4 dialogmøder årligt med op til 30 deltagere.",
            [Pair(4, None, "pending")],
        ),
        (
            "Mål 1 – Kurser\nKommunerne afsætter 5,2 mio. kr. Staten regner med 400 kurser i "
            "2035. Kravet i loven "
            "er 12 dage, jf. § 4.",
            [],
        ),
        (
            "Mål 1 – Kurser\nDer holdes 40 kurser. Hvert kursus varer 3 dage og har plads til 20 deltagere.",
            [Pair(40, None, "pending")],
        ),
    ],
)
def test_zone_of_a_contract_states_targets(text: str, expected: list[Pair]) -> None:
    assert pairs(read((DUE, text), title="Driftsaftale 2031", meeting=2030)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "§ 2. Leverancer\nSøfælleskabet påtager sig følgende forpligtelser i kalenderåret 2031:\n"
            "Leverance 2.1. At 90 gårde får et eftersyn på stedet.\n"
            "Leverance 2.2. At mindst 55 pct. af gårdene følger op med en investering.\n"
            "Leverance 2.3. At gårdenes elforbrug nedbringes med 11 GWh.",
            [Pair(90, None, "pending"), Pair(55, None, "pending"), Pair(11, None, "pending")],
        ),
        (
            "Resultatkrav 1: Udbredelse\n\na) Ved årets slutning skal 700 borgere bruge skærmen.\n\n"
            "b) 1.200 ansatte tager kurset i 2031.",
            [Pair(700, None, "pending"), Pair(1200, None, "pending")],
        ),
        (
            "Leverance 1: Ture\nHavnen tager 45 klasser med på tur.\n\nLeverance 2: Kurser\nDer holdes 12 kurser.",
            [Pair(45, None, "pending"), Pair(12, None, "pending")],
        ),
        (
            "Baggrund for aftalen\nCentret har i dag 34 medarbejdere.\n\nHvad centret skal nå\n\n1) Kurser\n"
            "– 2.100 kursister gennemfører et kursus i 2031.\n– Kursisternes tilfredshed er "
            "som minimum 4,3 på en "
            "femtrinsskala.\n\n2) Rådgivning\n– Centret besvarer 94 pct. af henvendelserne samme dag.\n"
            "– Der udgives 11 notater om året.\n\nBod og ophør\nLeverer centret mindre end 90 "
            "pct. af kurserne, "
            "nedsættes betalingen med 250.000 kr.",
            [
                Pair(2100, None, "pending"),
                Pair(4.3, None, "pending"),
                Pair(94, None, "pending"),
                Pair(11, None, "pending"),
            ],
        ),
        (
            "§ 1. Parter\nAftalen gælder 14 kommuner.\n\n§ 2. Økonomi\nKommunerne betaler 3,4 mio. kr.\n\n"
            "§ 3. Mål\nFærgen sejler 2.400 ture i 2031.\nMindst 96 pct. af turene ankommer til tiden.\n\n"
            "§ 4. Opsigelse\nAftalen kan opsiges med 6 måneders varsel.",
            [Pair(2400, None, "pending"), Pair(96, None, "pending")],
        ),
        (
            "Forpligtelse 1: Rådgivning\nCentret rådgiver 400 iværksættere.\n\nForpligtelse 2: Kvalitet\n"
            "Mindst 80 pct. af dem anbefaler centret til andre.",
            [Pair(400, None, "pending"), Pair(80, None, "pending")],
        ),
        (
            "Krav 1 – Drift\nOppetiden er mindst 99,2 pct.\n\nKrav 2 – Kørsel\nBusserne kører 1.400 ture.",
            [Pair(99.2, None, "pending"), Pair(1400, None, "pending")],
        ),
    ],
)
def test_zone_is_opened_by_any_heading(text: str, expected: list[Pair]) -> None:
    assert pairs(read((DUE, text), title="Driftsaftale 2031", meeting=2030)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Et kort kursus er på højst 6 timer.",
        "En lang rundvisning omfatter mindst 3 haller.",
        "Et stort hold består af mindst 24 elever.",
        "En ny virksomhed er højst 3 år gammel.",
        "Opgaven indeholder tre dele.",
        "Hver procent svarer til 450 ton.",
        "Endelig er 22 pct. af kursisterne ledige.",
        "Centret udleder selv 41 ton om året.",
        "Kurserne følger fire spor.",
        "Planen inddeles i fem faser.",
        "Arbejdet bygger på seks principper.",
    ],
)
def test_what_a_thing_of_the_kind_is_or_is_made_of_is_no_target(text: str) -> None:
    stated = f"Mål 2 – Kurser\nDer holdes 140 kurser i 2031. {text}"
    assert pairs(read((DUE, stated), title=DUE, meeting=2030)) == [Pair(140, None, "pending")]
