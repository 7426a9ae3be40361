"""The annual report of the social supervision authority, for any sheet and two years."""

from __future__ import annotations

from typing import Any, Protocol

import figures
from shapes import Table
from typeset import Look


class ReportSheet(Protocol):
    """What the report needs of a sheet."""

    def heading(self, text: str, level: int) -> None: ...
    def text(self, text: str) -> None: ...
    def bullets(self, entries: list[str]) -> None: ...
    def footnote(self, mark: str, text: str) -> None: ...


LOOKS = {
    "Tabel 1": Look((138, 82, 60, 60, 82), rules="lines"),
    "Tabel 2": Look((178, 66, 66, 66, 66), rules="grid"),
    "Tabel 3": Look((206, 76, 76, 76), rules="none", zebra=True),
    "Tabel 4": Look((142, 82, 78, 82, 62), rules="none"),
    "Tabel 5": Look((116, 46, 46, 46, 46, 46, 46, 46), rules="lines", rotated=True),
    "Tabel 6": Look((178, 84, 84, 84), rules="lines", zebra=True, band=True),
    "Tabel 7": Look((138, 74, 74, 74, 74), rules="grid", repeat_head=True),
    "Tabel 8": Look((188, 76, 76, 76), rules="heavy"),
}


def annual_report(sheet: Any, year: int, *, misprint: int = 0) -> None:
    """Writes the report on ``year``; ``misprint`` spoils one printed sum of the accounts."""

    def table(value: Table) -> None:
        if hasattr(sheet, "canvas"):
            sheet.table(value, LOOKS[value.number])
        else:
            sheet.table(value)

    sheet.heading("1 Forord", 1)
    sheet.text(
        f"Socialtilsyn Gudenå fører tilsyn med sociale tilbud og pleje|familier i de 19 kommuner i Region "
        f"Midt|jylland. "
        f"Denne rapport gør rede for arbejdet i {year}. Den er udarbejdet efter lov om social|tilsyn § 22 og "
        f"offentlig|gøres "
        f"senest den 1. juli {year + 1}."
    )
    sheet.text(
        "Tilsynet er finansieret af kommunerne efter antallet af 0-17-årige og af de takster, som tilbuddene "
        "betaler. Det er "
        "lagt i Silkeborg, men de fleste medarbejdere begynder dagen hos et tilbud eller en pleje|familie."
    )
    sheet.text("Socialtilsynet har tre opgaver:")
    sheet.bullets(
        [
            "at godkende nye tilbud og pleje|familier, før de tager imod børn, unge eller voksne",
            "at føre tilsyn med, at kvaliteten holder, så længe god|kendelsen gælder",
            "at lukke de tilbud, som ikke retter op på alvorlige fejl.",
        ]
    )
    sheet.text(
        "Til|synet ser på syv temaer, som er fælles for hele landet, og taler både med med|arbejdere, ledere og "
        "de mennesker, som "
        "bor der. Pårørende og ansatte kan henvende sig uden at sige, hvem de er. Det gjorde flere end nogensinde "
        "før."
    )
    sheet.text(
        "Fra nytår er der indført et nyt system til sags|behandling. Over|gangen har kostet tid i første kvartal, "
        "og nogle besøg er "
        "derfor flyttet til efteråret. Alle lovpligtige besøg blev gennemført inden årets udgang."
    )
    sheet.heading("2 Plejefamilier og tilbud", 1)
    sheet.heading("2.1 Plejefamilier i kommunerne", 3)
    ended = figures.foster_families(year).rows[-1].cells
    sheet.text(
        f"Ved årets begyndelse var {ended[0]} pleje|familier godkendt. I løbet af året kom {ended[1]} nye til, "
        f"mens {ended[2]} "
        "holdt op. De fleste holder op, fordi barnet flytter hjem eller fylder 18 år; kun få mister deres "
        "god|kendelse."
    )
    table(figures.foster_families(year))
    sheet.heading("2.2 Tilbud efter driftsform", 3)
    sheet.text(
        "Flere af de godkendte tilbud er private end for få år siden. Tallene dækker de tilbud, som havde en "
        "gyldig "
        f"god|kendelse den 31. december {year}."
    )
    table(figures.approved_places(year))
    sheet.heading("2.3 Ansøgninger", 3)
    sheet.text(
        "En ansøgning, der kommer sidst på året, bliver ofte først afgjort i det næste. Summen af afgørelser "
        "svarer derfor "
        "ikke til antallet af modtagne ansøgninger."
    )
    table(figures.applications(year))
    sheet.heading("3 Tilsyn og sanktioner", 1)
    sheet.text(
        "Hvert tilbud besøges mindst én gang om året. Et besøg kan være anmeldt eller uanmeldt, og "
        "tilsyns|konsulenten går "
        "forgæves, når ingen er hjemme."
    )
    table(figures.visits(year))
    sheet.text(
        "De fleste sanktioner handler om medarbejdernes kompe|tencer eller om målgruppe og metoder. Et påbud kan "
        "være "
        "knyttet til flere temaer."
    )
    table(figures.sanctions(year))
    sheet.heading("4 Økonomi", 1)
    before, planned, _ = figures.accounts(year).rows[-1].cells
    sheet.text(
        f"Budgettet for {year} var på {planned} tusinde kroner mod udgifter på {before} tusinde kroner året før. "
        f"Løn er langt "
        "den største post."
    )
    table(figures.accounts(year, misprint=misprint))
    sheet.text(
        "Taksterne følger tilbuddets størrelse og reguleres en gang om året efter pris- og løn|udviklingen. Et "
        "tilbud betaler "
        "både for det årlige tilsyn og for en ny god|kendelse."
    )
    table(figures.tariffs(year))
    sheet.heading("5 Kapacitet", 1)
    sheet.footnote("1", "Opgjort den 31. december. Aflastnings|pladser er ikke talt med.")
    sheet.footnote("2", "Heraf 38 pladser i netværks|pleje|familier.")
    sheet.text("Pladserne i pleje|familier bliver færre, mens tilbud til voksne vokser lidt år for år.")
    table(figures.capacity(year))
    sheet.text("Socialtilsynet anbefaler, at kommunerne:")
    sheet.bullets(
        [
            "melder behovet for nye pleje|familier ind senest den 1. oktober",
            "aftaler fælles kurser for pleje|familier på tværs af kommune|grænser",
            "inddrager social|tilsynet, før et tilbud ændrer mål|gruppe.",
        ]
    )
