"""Running text: an owed number in one sentence, and the next that tells what came of it."""

import pytest
from goal_packets import Pair, pairs, read

from schemas.records import Record, Target


def _in_force(text: str) -> list[Record]:
    """The rows without the targets that are only spoken of."""
    rows = read(("", text), title="Status for samarbejdet")
    return [row for row in rows if not isinstance(row, Target) or row.standing == "in_force"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Det er besluttet, at voksne skal udgøre mindst en fjerdedel – 25 pct. – af "
            "holdene. De udgør aktuelt 28 pct.",
            [Pair(25, 28, "met")],
        ),
        (
            "Samarbejdet har flere mål.\n\nEndelig vil samarbejdet gennemføre 30 gårdbesøg i "
            "2032. Det er blevet til 33.",
            [Pair(30, 33, "met")],
        ),
        (
            "Der skal i aftaleperioden etableres 90 nye pladser til unge med demens. Hidtil er "
            "35 taget i brug, heraf 11 "
            "i Havby.",
            [Pair(90, 35, "pending")],
        ),
        (
            "Målene blev sat i 2031.\n\nKlyngerne vil sikre, at 85 pct. af patienterne er "
            "hjemme samme dag. I august var andelen 81 pct. i klynge "
            "Nord, 88 pct. i klynge Syd og 86 pct. i klynge Øst.",
            [Pair(85, 81, "not_met"), Pair(85, 88, "met"), Pair(85, 86, "met")],
        ),
        (
            "Kommunerne har givet hinanden håndslag på, at en tilladelse i 2032 højst tager 45 "
            "dage. Det seneste "
            "gennemsnit, der dækker januar til april, er 52 dage.",
            [Pair(45, 52, "not_met")],
        ),
        (
            "På vejene skal 1.400 kommunale biler køre på el ved udgangen af 2032. Der er "
            "registreret 1.220 elbiler i "
            "august.",
            [Pair(1400, 1220, "pending")],
        ),
        (
            "For skolerne er der for 2032 lagt et loft på 80 kWh pr. kvadratmeter. Det seneste "
            "forbrugstal lyder på 86 "
            "kWh.",
            [Pair(80, 86, "not_met")],
        ),
        (
            "Partnerskabets løfte er at skære 60 pct. af udledningen inden 2040 set i forhold "
            "til 1990. Med de tiltag, "
            "der er besluttet, er reduktionen ved udgangen af 2031 på 41 pct.",
            [Pair(60, 41, "pending")],
        ),
        (
            "Belægningen skal ifølge aftalen være på mindst 95 pct. På botilbud er den 97 pct., mens den på "
            "aflastningstilbud er 91 pct.",
            [Pair(95, 97, "met"), Pair(95, 91, "not_met")],
        ),
        (
            "Andelen af lærlinge må ikke komme under 12 pct. Den er nu 13 pct.",
            [Pair(12, 13, "met")],
        ),
        (
            "Alle deltagere (100 pct.) skal have en kontaktperson. Det er sket for 96 pct.",
            [Pair(100, 96, "not_met")],
        ),
        (
            "Indtægten skulle udgøre mindst 2,4 mio. kr. og endte på 2,1 mio. kr.",
            [Pair(2400000, 2100000, "not_met")],
        ),
        (
            "Ikke under 72 pct. af kunderne må give topkarakter; det er kravet i aftalen. I "
            "driftssegmentet gør 75 pct. "
            "det, og i vækstsegmentet 68 pct.",
            [Pair(72, 75, "met"), Pair(72, 68, "not_met")],
        ),
        (
            "Kommunerne har aftalt, at der skal oprettes 500 lærepladser i 2034. Der mangler "
            "900 elever på landsplan.",
            [Pair(500, None, "pending")],
        ),
        (
            "Formandskabet har luftet tanken om at sætte tallet op til 600, men det blev afvist.",
            [],
        ),
        (
            "Der er fremsat ønske om et delmål på 55 pct. i 2033.",
            [],
        ),
        (
            "Dialogforum har peget på, at loftet for 2033 kunne sættes til 1,0 pct. Det "
            "spørgsmål behandles senere.",
            [],
        ),
        (
            "Udvalget indstiller, at måltallet bliver 90 cykelstier i 2034, men beslutningen træffes først i maj.",
            [],
        ),
        (
            "Den nationale plan har et mål om 85 pct. tilfredse pendlere, som ikke opgøres her.",
            [],
        ),
    ],
)
def test_next_sentence_tells_the_result(text: str, expected: list[Pair]) -> None:
    rows = [
        Pair(None if p.target is None else p.target * (1e6 if p.target == 2.4 else 1),
             None if p.result is None else p.result * (1e6 if p.result == 2.1 else 1), p.status)
        for p in pairs(_in_force(text))
    ]  # fmt: skip
    assert rows == expected
