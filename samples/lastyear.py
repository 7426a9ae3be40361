"""The packet of the year before as flattened text, and the minutes of this year's meeting."""

from __future__ import annotations

from pathlib import Path

import contract
import figures
from agenda import BODY, CHAPTERS, ITEMS, title
from flatten import ParagraphSheet, TextSheet
from report import annual_report
from shapes import Truth

LAST_YEAR = {
    "2.2": (
        "Orienteringssag",
        "Halvårsrapportering på Resultatkontrakt 2024 mellem KKR Midtjylland og Erhvervshus Gudenå",
        (
            "Resultatkontrakt 2024 mellem KKR Midtjylland og Erhvervshus Gudenå",
            "Halvårsrapport 2024 fra Erhvervshus Gudenå",
        ),
    ),
    "2.4": ("Orienteringssag", "Årsrapport 2023 fra Socialtilsyn Gudenå", ("Årsrapport 2023 Socialtilsyn Gudenå",)),
    "2.6": ("Orienteringssag", "Boligplaceringskvoter for 2025", ("Kvoter fordelt på kommuner 2025",)),
}


def write_packet(path: Path) -> Truth:
    """Writes last year's packet and tells what it holds."""
    pages: dict[tuple[str, int], int] = {}
    for _ in range(2):  # the second time with the pages that the first one found
        truth = Truth("bilag", BODY, "2024-09-18")
        pages = _packet(path, truth, pages)
    return truth


def _packet(path: Path, truth: Truth, pages: dict[tuple[str, int], int]) -> dict[tuple[str, int], int]:
    found: dict[tuple[str, int], int] = {}
    sheet = TextSheet(truth)
    year = contract.YEARS[2024]
    sheet.text("Indholdsfortegnelse - Bilag")
    entries = []
    for number, (kind, text, papers) in LAST_YEAR.items():
        entries.append((0, f"{number} {kind}: {text}", pages.get((number, 0), 0)))
        entries += [
            (1, f"Bilag {count}: {paper}", pages.get((number, count), 0)) for count, paper in enumerate(papers, 1)
        ]
    sheet.contents(entries)

    def divider(number: str) -> None:
        kind, text, _ = LAST_YEAR[number]
        sheet.new_page()
        sheet.double, sheet.footer = False, ""
        found.setdefault((number, 0), sheet.page)
        truth.close_attachment(sheet.place)
        truth.begin_item(number, text, sheet.place, type=kind)
        sheet.item = number
        sheet.heading(f"{number} {kind}: {text}", 1)

    def begin(number: str, count: int) -> None:
        sheet.new_page()
        found[number, count] = sheet.page
        sheet.attachment = str(count)
        truth.begin_attachment(number, str(count), LAST_YEAR[number][2][count - 1], sheet.place)

    divider("2.2")
    begin("2.2", 1)
    sheet.heading("Resultatkontrakt 2024", 1)
    sheet.text("mellem KKR Midtjylland og Erhvervshus Gudenå")
    for goal, about, rows in contract.sheets(year):
        if goal == "3":
            sheet.new_page()
        sheet.heading("Nationalt fastsat mål", 2)
        sheet.heading(f"Mål {goal} – {contract.GOALS[goal]}", 1)
        sheet.text(about)
        sheet.goal_sheet(rows)
    sheet.heading("Regionalt fastsat mål", 2)
    sheet.heading(f"Mål 5 – {contract.GOALS['5']}", 1)
    sheet.bullets(contract.quantities(year), "•")
    divider("2.2")
    begin("2.2", 2)
    sheet.heading("Halvårsrapport 2024", 1)
    sheet.text("Erhvervshus Gudenå, resultater pr. 1. juli 2024")
    for goal, sub, target, name, result in contract.half_year(year):
        sheet.new_page()
        sheet.heading(f"Mål {goal} – {contract.GOALS[goal]}", 1)
        sheet.text(f"Mål {sub}: {target}", columns=52)
        sheet.heading(f"Mål {sub}: {name}", 1)
        sheet.text(result, columns=52)
    sheet.new_page()
    sheet.heading(f"Mål 5 – {contract.GOALS['5']}", 1)
    sheet.bullets(contract.quantities(year), "•")
    sheet.heading("Mål 5.1 og 5.2: Antal forløb", 2)
    sheet.text("Efter første halvår er der gennemført:")
    sheet.bullets(contract.progress(year), "•")
    sheet.bullets(contract.publicity(year), "•")
    contract.record(truth, "2.2", year)

    divider("2.4")
    begin("2.4", 1)
    sheet.double, sheet.footer, sheet.depth = True, "Side | {page}", 40
    sheet.heading("Årsrapport 2023", 1)
    sheet.text("Socialtilsyn Gudenå")
    annual_report(sheet, 2023)

    divider("2.6")
    begin("2.6", 1)
    sheet.heading("Kvoter fordelt på kommuner 2025", 1)
    sheet.text(
        "Udlændinge- og Integrations|ministeriet har den 26. april 2024 udmeldt lands|tallet for "
        "2025 efter integrations|lovens "
        "§ 6. En streg betyder, at kommunen ikke har en kvote."
    )
    sheet.table(figures.quotas(2025))
    sheet.save(path)
    return found


DECISIONS = {
    "1.1": ("Dagsordenen blev godkendt.", None, "godkende"),
    "1.2": ("KKR Midtjylland godkendte referatet af mødet den 11. juni 2025.", BODY, "godkende"),
    "2.1": (
        "KKR Midtjylland drøftede sagen og tog status for de fælles praktikaftaler til efterretning.",
        BODY,
        "drøfte; tage til efterretning",
    ),
    "2.2": (
        "KKR Midtjylland anbefalede de syv kommuner at oprette puljen og godkendte fordelingsnøglen.",
        BODY,
        "anbefale; godkende",
    ),
    "2.3": ("KKR Midtjylland tog orienteringen til efterretning.", BODY, "tage til efterretning"),
    "2.4": ("KKR Midtjylland tog orienteringen til efterretning.", BODY, "tage til efterretning"),
    "2.5": ("KKR Midtjylland tog kvoterne for 2026 til efterretning.", BODY, "tage til efterretning"),
    "3.1": (
        "KKR Midtjylland udpegede Signe Damgaard Friis (B), byrådsmedlem i Viborg Kommune, til Midtjysk Råd for "
        "Trafiksikkerhed.",
        BODY,
        "udpege",
    ),
    "5.1": ("KKR Midtjylland tog orienteringen til efterretning.", BODY, "tage til efterretning"),
}

REMARKS = {
    "2.1": "Der var enighed om, at en fast vejleder gør en forskel. Flere ønskede kvartalstal.",
    "2.2": "Randers Kommune ønskede ført til referat, at puljen bør vurderes igen medio 2027.",
    "2.3": "Direktøren oplyste, at efteruddannelsen af vejledere begynder den 6. oktober 2025.",
}


def write_minutes(path: Path) -> Truth:
    """Writes the minutes of the meeting."""
    truth = Truth("referat", BODY, "2025-09-17")
    sheet = ParagraphSheet(truth)
    sheet.text("REFERAT 2025")
    sheet.text("K K R  M I D T J Y L L A N D")
    sheet.text("Dato: 17-09-2025 09:30")
    sheet.text("Sted: Kongrescenter Søhøjlandet, Åvej 12, 8600 Silkeborg")
    sheet.text("Fraværende med afbud: Birgitte Nørskov (V), borgmester i Lemvig Kommune")
    chapters = dict(CHAPTERS)
    for number, (kind, text, case_no, caseworker) in ITEMS.items():
        for chapter in [key for key in chapters if key <= number[0]]:
            sheet.heading(f"{chapter}. {chapters.pop(chapter)}", 0)
        truth.begin_item(
            number,
            text,
            sheet.place,
            type=kind,
            case_no=case_no,
            caseworker=caseworker,
            chapter=CHAPTERS[number[0]],
        )
        sheet.item = number
        sheet.heading(f"{number}. {title(number)}", 1)
        if case_no:
            sheet.text(f"{case_no} {caseworker}")
        if number not in DECISIONS:
            sheet.text("Der var ingen bemærkninger.")
            continue
        if number in REMARKS:
            truth.sections.append({"item": number, "section": "Drøftelse"})
            sheet.heading("Drøftelse", 2)
            sheet.text(REMARKS[number])
        truth.sections.append({"item": number, "section": "Beslutning"})
        sheet.heading("Beslutning", 2)
        sentence, actor, action = DECISIONS[number]
        sheet.text(sentence)
        truth.recommend(number, actor, action, sentence)
    truth.appointments.append(
        {
            "item": "3.1",
            "body": "Midtjysk Råd for Trafiksikkerhed",
            "person": "Signe Damgaard Friis",
            "party": "B",
            "municipality": "Viborg",
            "role": None,
        }
    )
    sheet.save(path)
    return truth
