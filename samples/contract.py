"""The contract between KKR and its business hub, and the half-year report on it, for two years."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

PARTY = "Erhvervshus Gudenå"


@dataclass(frozen=True)
class Year:
    """Targets of a year's contract and where they stood after six months, in percent or numbers."""

    year: int
    known: int
    new: tuple[int, int]
    skilled: tuple[int, int, int, int]
    promoter: tuple[int, int]
    referred: tuple[int, int, int]
    short: tuple[int, int]
    long: tuple[int, int]
    mentions: tuple[int, int]
    webinars: tuple[int, int]


YEARS = {
    # skilled: mål, samlet, drift, vækst; referred: mål, resultat, resultat året før
    2024: Year(
        2024, 44, (45, 48), (80, 81, 82, 80), (70, 71), (48, 46, 45), (860, 455), (600, 318), (110, 104), (6, 8)
    ),
    2025: Year(
        2025, 48, (45, 51), (82, 79, 81, 76), (72, 74), (50, 57, 46), (900, 487), (640, 352), (120, 131), (8, 7)
    ),
}

GOALS = {
    "1": "Virksomhedernes kendskab til erhvervshuset",
    "2": "Bred geografisk spredning",
    "3": "Kvalitet og tilfredshed",
    "4": "Erhvervshuset som knudepunkt",
    "5": "Vejledningsforløb",
}


def sheets(y: Year) -> list[tuple[str, str, list[tuple[str, list[str]]]]]:
    """(goal number, what it is about, rows of the goal sheet)."""
    report = f"{PARTY} afrap|porterer til KKR Midt|jylland to gange om året."
    return [
        (
            "1",
            "Erhvervshuset kan kun gøre en forskel for de virksomheder, der ved, at det findes.",
            [
                (
                    "Mål",
                    [
                        f"I {y.year} skal kendskabs|graden blandt virksom|hederne i området være mindst {y.known} "
                        f"pct.",
                        f"Mindst {y.new[0]} pct. af de vejledte virksom|heder skal være nye i forhold til de "
                        f"virksom|heder, "
                        "der fik vejledning året før.",
                    ],
                ),
                (
                    "Metode",
                    [
                        "Kendskabet måles i en spørge|skema|under|søgelse, som sendes ud i tredje kvartal. Nye "
                        "virksom|heder "
                        "opgøres i det fælles kunde|system.",
                    ],
                ),
                ("Afrapportering", [report]),
            ],
        ),
        (
            "2",
            "Virksomheder på landet og på øerne skal have lige så let ved at få hjælp som virksomheder i byerne.",
            [
                (
                    "Mål",
                    [
                        "Der skal sikres en bred geografisk spredning blandt de virksom|heder, som erhvervs|huset "
                        "hjælper."
                    ],
                ),
                ("Metode", ["Spredningen opgøres efter virksom|hedernes adresse."]),
                ("Afrapportering", [report]),
            ],
        ),
        (
            "3",
            "Virksomhederne skal møde vejledere, som kan deres fag.",
            [
                (
                    "Mål",
                    [
                        f"Mindst {y.skilled[0]} pct. af de vejledte virksom|heder er ”Meget tilfredse” med "
                        f"vejlederens faglige "
                        "kompe|tencer. Målet skal være opfyldt for både drifts- og vækst|segmentet.",
                        f"{PARTY} opnår en Net Promoter Score (NPS) på mindst {y.promoter[0]}.",
                    ],
                ),
                (
                    "Metode",
                    [
                        "Målene opgøres ved en bruger|evaluering, som sendes til alle virksom|heder, når forløbet "
                        "er slut."
                    ],
                ),
                ("Afrapportering", [report]),
            ],
        ),
        (
            "4",
            "Erhvervshuset skal kende de andre tilbud i erhvervsfremmesystemet og vise vej til dem.",
            [
                (
                    "Mål",
                    [
                        f"I {y.year} angiver mindst {y.referred[0]} pct. af de henviste virksom|heder, at de har "
                        f"benyttet den "
                        "eksterne rådgivning.",
                    ],
                ),
                ("Metode", ["Målet opgøres ved en opringning et halvt år efter henvisningen."]),
                ("Afrapportering", [report]),
            ],
        ),
    ]


def quantities(y: Year) -> list[str]:
    """The targets of goal 5 as list entries."""
    return [
        f"5.1: {PARTY} gennemfører {y.short[0]} korte vejlednings|forløb i {y.year}",
        f"5.2: {PARTY} gennemfører {y.long[0]} lange vejlednings|forløb i {y.year}.",
    ]


def half_year(y: Year) -> list[tuple[str, str, str, str, str]]:
    """(goal, sub-goal, target as stated, heading of the result, result as stated)."""
    target, overall, running, growing = y.skilled
    verdict = (
        "Målet er dermed nået i begge segmenter."
        if min(running, growing) >= target
        else "Målet er derfor endnu ikke nået."
    )
    above = "hvilket er over målet" if y.promoter[1] >= y.promoter[0] else "hvilket er under målet"
    referred = "Det er over målet" if y.referred[1] >= y.referred[0] else "Det er under målet"
    return [
        (
            "1",
            "1.1",
            f"I {y.year} skal kendskabsgraden være mindst {y.known} pct.",
            "Kendskabsgraden",
            "Kendskabet måles i efteråret, og målet kan derfor først opgøres i årsrapporten.",
        ),
        (
            "1",
            "1.2",
            f"Mindst {y.new[0]} pct. af de vejledte virksomheder skal være nye.",
            "Nye virksomheder",
            f"{y.new[1]} pct. af de virksomheder, der fik vejledning i første halvår, er nye. Det er over målet.",
        ),
        (
            "3",
            "3.1",
            f"Mindst {target} pct. af de vejledte virksomheder er ”Meget tilfredse” med vejlederens faglige "
            f"kompetencer.",
            "Vejlederens kompetencer",
            f"{overall} pct. af virksomhederne er meget tilfredse. I driftssegmentet er det {running} pct. og i "
            f"vækstsegmentet {growing} pct. {verdict}",
        ),
        (
            "3",
            "3.2",
            f"{PARTY} opnår en Net Promoter Score (NPS) på mindst {y.promoter[0]}.",
            "Net Promoter Score (NPS)",
            f"Erhvervshuset har en NPS på {y.promoter[1]}, {above}.",
        ),
        (
            "4",
            "4.1",
            f"I {y.year} angiver mindst {y.referred[0]} pct. af de henviste virksomheder, at de har benyttet den "
            f"eksterne "
            "rådgivning.",
            "Henvisninger",
            f"{y.referred[1]} pct. af virksomhederne har benyttet den rådgivning, de blev henvist til. {referred} "
            f"på "
            f"{y.referred[0]} pct., og det er bedre end sidste års resultat på {y.referred[2]} pct.",
        ),
    ]


def progress(y: Year) -> list[str]:
    """Where goal 5 stands after six months."""
    return [f"{y.short[1]} korte vejledningsforløb", f"{y.long[1]} lange vejledningsforløb"]


def publicity(y: Year) -> list[str]:
    """Targets of the hub's own plan with the result beside each."""
    return [
        f"Omtaler i regionale medier: Målet var {y.mentions[0]} omtaler. Resultatet blev {y.mentions[1]} omtaler.",
        f"Åbne webinarer: Målet var mindst {y.webinars[0]} webinarer. Resultatet blev {y.webinars[1]} webinarer.",
    ]


def record(truth: Any, item: str, y: Year) -> None:
    """Notes the pairs that contract and report state together."""

    def verdict(target: int, result: int) -> str:
        return "met" if result >= target else "not_met"

    truth.add_pair(item, "1", "1.1", str(y.known), None, "%", "pending")
    truth.add_pair(item, "1", "1.2", str(y.new[0]), str(y.new[1]), "%", verdict(*y.new))
    target, overall, running, growing = y.skilled
    for segment, result in (("", overall), ("drift", running), ("vækst", growing)):
        truth.add_pair(item, "3", "3.1", str(target), str(result), "%", verdict(target, result), segment=segment)
    truth.add_pair(item, "3", "3.2", str(y.promoter[0]), str(y.promoter[1]), "score", verdict(*y.promoter))
    truth.add_pair(item, "4", "4.1", str(y.referred[0]), str(y.referred[1]), "%", verdict(*y.referred[:2]))
    for sub, (goal, result) in (("5.1", y.short), ("5.2", y.long)):
        truth.add_pair(item, "5", sub, str(goal), str(result), "forløb", "pending", comparator="=")
    truth.add_pair(item, "", "", str(y.mentions[0]), str(y.mentions[1]), "omtaler", verdict(*y.mentions))
    truth.add_pair(item, "", "", str(y.webinars[0]), str(y.webinars[1]), "webinarer", verdict(*y.webinars))
