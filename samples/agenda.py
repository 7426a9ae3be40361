"""The agenda of the meeting in September 2025."""

from __future__ import annotations

from pathlib import Path

from shapes import Head, Row, Table, Truth
from typeset import Look, Sheet

BODY = "KKR Midtjylland"

ITEMS = {
    "1.1": (None, "Godkendelse af dagsorden", "SAG-2025-00418", "mhk"),
    "1.2": (None, "Godkendelse af referat", "SAG-2025-00418", "mhk"),
    "2.1": ("Temadrøftelse", "Rekruttering til velfærdsuddannelserne i Midtjylland", "SAG-2025-01187", "kfr"),
    "2.2": (
        "Beslutningssag",
        "Fælles pulje til klimatilpasning ved Gudenåen",
        "SAG-2025-01342",
        "sdm",
    ),
    "2.3": (
        "Orienteringssag",
        "Halvårsrapportering på Resultatkontrakt 2025 mellem KKR Midtjylland og Erhvervshus Gudenå",
        "SAG-2025-00733",
        "jlbr",
    ),
    "2.4": ("Orienteringssag", "Årsrapport 2024 fra Socialtilsyn Gudenå", "SAG-2025-00734", "kfr"),
    "2.5": ("Orienteringssag", "Boligplaceringskvoter for 2026", "SAG-2025-01401", "sdm"),
    "3.1": ("Udpegningssag", "Medlem af Midtjysk Råd for Trafiksikkerhed", "SAG-2025-00418", "mhk"),
    "5.1": (None, "Breve til og fra ministerier", "SAG-2025-00418", "mhk"),
    "6.1": (None, "Eventuelt", None, None),
}

CHAPTERS = {
    "1": "Godkendelse af dagsorden og referat",
    "2": "Regionalpolitiske sager",
    "3": "Udpegninger",
    "4": "KKR",
    "5": "Siden sidst",
    "6": "Eventuelt",
}

PAPERS = {
    "2.1": ("Fakta om søgning og frafald",),
    "2.2": ("Notat om fordelingsnøgle, august 2025",),
    "2.3": (
        "Resultatkontrakt 2025 mellem KKR Midtjylland og Erhvervshus Gudenå",
        "Halvårsrapport 2025 fra Erhvervshus Gudenå",
    ),
    "2.4": ("Årsrapport 2024 Socialtilsyn Gudenå",),
    "2.5": ("Kvoter fordelt på kommuner 2026",),
    "5.1": (
        "Brev til Transportministeriet om rute 26",
        "Svar fra Transportministeriet",
        "Brev til Social- og Boligministeriet om takster",
    ),
}

SHARES = {
    "Favrskov": ("14,0", "336.000"),
    "Hedensted": ("6,5", "156.000"),
    "Horsens": ("11,0", "264.000"),
    "Randers": ("21,5", "516.000"),
    "Silkeborg": ("22,0", "528.000"),
    "Skanderborg": ("13,0", "312.000"),
    "Viborg": ("12,0", "288.000"),
}


def title(number: str) -> str:
    """The header of an item without its number."""
    kind, text, *_ = ITEMS[number]
    return f"{kind}: {text}" if kind else text


class Agenda:
    """Writes the agenda; ``pages`` are the pages that its table of contents names."""

    def __init__(self, path: Path, truth: Truth, pages: dict[str, int]) -> None:
        self.truth, self.pages = truth, pages
        self.sheet = Sheet(path, truth, title="Dagsorden til møde i KKR Midtjylland den 17. september 2025")
        self.sheet.header, self.sheet.footer = f"{BODY}  |  17-09-2025", "SIDE  |  {page}"

    def write(self) -> None:
        """The whole agenda."""
        self._cover()
        self._contents()
        self._approvals()
        self._regional()
        self._rest()
        self.sheet.save()
        for number, papers in PAPERS.items():
            for count, paper in enumerate(papers, 1):
                self.truth.list_attachment(number, str(count), paper)

    def _cover(self) -> None:
        sheet = self.sheet
        sheet.new_page(furniture=False)
        for head, text in (
            (
                "Mission",
                "KKR er kommunernes fælles mødested i regionen. Her aftaler kommunerne, hvad de vil stå sammen "
                "om, og "
                "hvem der taler på deres vegne.",
            ),
            (
                "Vision",
                "Borgere og virksom|heder skal møde kommuner, som løser de store opgaver sammen og de små opgaver "
                "tæt på.",
            ),
        ):
            sheet.text(head, size=9, bold=True, after=1, align="right")
            sheet.text(text, size=9, x=250, after=8, align="right")
        sheet.y = 330
        sheet.text("DAGSORDEN 2025", size=26, bold=True, after=14)
        sheet.text("K K R  M I D T J Y L L A N D", size=15, after=22)
        sheet.text("Dato: 17-09-2025 09:30", after=6)
        sheet.text(
            "Sted: Kongrescenter Søhøjlandet, Åvej 12, 8600 Silkeborg. Mødet er fra 9.30-12.00. Grupperne kan "
            "holde "
            "for|møde i tids|rummet 8.15-9.15.",
            width=330,
        )

    def _contents(self) -> None:
        sheet = self.sheet
        sheet.new_page()
        sheet.text("Indholdsfortegnelse", size=16, bold=True, after=12)
        sheet.contents([(0, f"{number}. {title(number)}", page) for number, page in self.pages.items()])

    def _end_item(self) -> None:
        """The item before ends here, on this page or, where nothing is printed on it yet, on the one before."""
        started = self.sheet.y > self.sheet.top
        self.truth.close({"page": self.sheet.page + started})

    def _chapter(self, number: str) -> None:
        self._end_item()
        self.sheet.heading(f"{number}. {CHAPTERS[number]}", 0)

    def _item(self, number: str) -> None:
        kind, text, case_no, caseworker = ITEMS[number]
        self.sheet.need(110)
        self._end_item()
        self.sheet.heading(f"{number}. {title(number)}", 1)
        self.truth.begin_item(
            number,
            text,
            self.sheet.place,
            type=kind,
            case_no=case_no,
            caseworker=caseworker,
            chapter=CHAPTERS[number[0]],
        )
        self.number = number
        self.sheet.item = number
        if case_no:
            self.sheet.text(f"{case_no} {caseworker}", size=9, after=2)

    def _section(self, name: str, *paragraphs: str) -> None:
        self.sheet.heading(name, 2)
        self.truth.sections.append({"item": self.number, "section": name})
        for paragraph in paragraphs:
            self.sheet.text(paragraph)

    def _advise(self, text: str, action: str, actor: str | None = BODY) -> None:
        self.truth.recommend(self.number, actor, action, text)

    def _papers(self) -> None:
        self._section("Bilag")
        self.sheet.bullets(PAPERS[self.number])

    def _approvals(self) -> None:
        sheet = self.sheet
        sheet.new_page()
        self._chapter("1")
        self._item("1.1")
        self._section("Baggrund", "Dagsordenen blev sendt til medlemmerne den 3. september 2025.")
        text = "Det indstilles, at KKR Midtjylland godkender dagsordenen."
        self._section("Indstilling", text)
        self._advise(text, "godkende")
        self._section("Sagsfremstilling", "Sagerne er ordnet efter, hvad KKR skal gøre med dem:")
        sheet.bullets(["Temadrøftelser", "Beslutningssager", "Orienteringssager", "Meddelelser."], "1.")
        sheet.heading("1. Temadrøftelser", 3)
        sheet.text(
            "Et emne tages op som tema|drøftelse, når medlemmerne skal have tid til at tænke højt, før en sag "
            "senere kommer "
            "til beslutning. Ofte indleder en gæst."
        )
        sheet.heading("2. Beslutningssager", 3)
        sheet.text(
            "KKR træffer selv beslutning eller anbefaler noget til kommunal|bestyrelserne. Sagen er så grundigt "
            "belyst, at "
            "den kan afgøres på mødet."
        )
        sheet.heading("3. Orienteringssager", 3)
        sheet.text("Orienterings|sager giver fælles viden og ventes taget til efterretning uden længere drøftelse.")
        self._item("1.2")
        self._section(
            "Baggrund",
            "Referatet af mødet den 11. juni 2025 blev sendt ud den 20. juni 2025. Der er ikke kommet "
            "bemærk|ninger til det.",
        )
        text = "Det indstilles, at KKR Midtjylland godkender referatet af mødet den 11. juni 2025."
        self._section("Indstilling", text)
        self._advise(text, "godkende")

    def _regional(self) -> None:
        self.sheet.new_page()
        self._chapter("2")
        self._recruiting()
        self._climate()
        self._contract()
        self._supervision()
        self._quotas()

    def _recruiting(self) -> None:
        sheet = self.sheet
        self._item("2.1")
        self._section(
            "Baggrund",
            "Kommunerne i Region Midt|jylland mangler social- og sundheds|assistenter, pædagoger og lærere. "
            "Manglen vokser, "
            "fordi der bliver flere ældre borgere, og fordi færre unge søger ind på velfærds|uddannelserne.",
            "Prorektor Lone Vestergaard Bruun fra professions|højskolen holder et oplæg om frafald på det første "
            "studieår. "
            "Formanden for KKR Midtjylland, borgmester, Karen Holm Lassen, Skive Kommune, indleder sagen.",
        )
        self._section("Indstilling", "Det indstilles, at KKR Midtjylland")
        entries = [
            "drøfter, hvordan kommunerne i fællesskab kan mindske fra|faldet på uddannelserne",
            "tager status for de fælles praktik|aftaler til efterretning.",
        ]
        sheet.bullets(entries)
        self._advise(f"Det indstilles, at KKR Midtjylland {entries[0]}", "drøfte")
        self._advise(f"Det indstilles, at KKR Midtjylland {entries[1]}", "tage til efterretning")
        self._section(
            "Sagsfremstilling",
            "I perioden 2021-2024 faldt optaget på de fire største velfærds|uddannelser i regionen med 11 pct. "
            "Kommunerne "
            "brugte i 2024 i alt 38,5 mio. kr. på fælles praktik|forløb og mentor|ordninger, jf. bilag 1.",
            "Erfaringen er, at de studerende, som får en fast vejleder på praktik|stedet, oftere bliver på "
            "uddannelsen. Det "
            "gælder især i social- og sundheds|uddannelserne, hvor hver tredje holder op på grund|forløbet.",
            "KKR Midtjylland besluttede på mødet den 12. marts 2025, at kommunerne skulle indgå fælles "
            "praktik|aftaler inden "
            "udgangen af året. Femten kommuner har nu en aftale. Silkeborg, Ring|købing-Skjern, Ikast-Brande og "
            "Samsø ventes "
            "at følge efter primo 2026.",
        )
        self._papers()

    def _climate(self) -> None:
        sheet = self.sheet
        self._item("2.2")
        self._section(
            "Baggrund",
            "Syv kommuner ligger i oplandet til Gudenåen og rammes af det samme vand. De har siden 2022 haft et "
            "fælles "
            "sekretariat, som nu foreslår en pulje til mindre projekter.",
        )
        self._section("Indstilling")
        entries = [
            "Det indstilles, at KKR Midtjylland anbefaler de syv kommuner at oprette en fælles pulje på 2,4 mio. "
            "kr. i 2026",
            "Det indstilles videre, at KKR Midtjylland godkender fordelings|nøglen i tabel 1",
            "Det indstilles endelig, at følgende kriterier lægges til grund, når midlerne fordeles:",
        ]
        sheet.bullets(entries, "1.")
        criteria = ["Risiko for over|svømmelse", "Projektets mod|enhed", "Samspil med nabo|kommuner."]
        sheet.space(-4)
        for count, criterion in enumerate(criteria, 1):
            sheet.text(f"{count}. {criterion}", x=sheet.left + 42, after=2)
        sheet.space(4)
        self._advise(entries[0], "anbefale")
        self._advise(entries[1], "godkende")
        nested = " ".join(f"{count}. {criterion}" for count, criterion in enumerate(criteria, 1))
        self._advise(f"{entries[2]} {nested}", "lægge til grund", None)
        self._section(
            "Sagsfremstilling",
            "Puljen deles efter, hvor stor en del af åens opland der ligger i hver kommune. Et projekt kan få op "
            "til "
            "350.000 kr., og kommunen betaler selv mindst en tredjedel.",
        )
        rows = [Row(name, cells) for name, cells in SHARES.items()]
        table = Table(
            "Tabel 1",
            "Kommunernes bidrag til puljen i 2026",
            ((Head("Kommune"), Head("Andel i pct."), Head("Bidrag i kr.")),),
            (*rows, Row("I alt", ("100,0", "2.400.000"), "total")),
        )
        sheet.table(table, Look((170, 100, 120), rules="grid"))
        for fact in self.truth.tables[-1]["facts"]:
            fact["unit"] = "%" if "pct." in fact["column"] else "kr."
        self._papers()

    def _contract(self) -> None:
        self._item("2.3")
        self._section(
            "Baggrund",
            "KKR Midtjylland og Erhvervshus Gudenå har aftalt, at erhvervs|huset gør rede for kontraktens mål to "
            "gange om "
            "året. Halvårs|rapporten viser, hvor langt arbejdet var pr. 1. juli 2025.",
        )
        text = (
            "Det indstilles, at KKR Midtjylland tager orienteringen til efterretning og giver input til det "
            "videre arbejde "
            "med kontrakten for 2026."
        )
        self._section("Indstilling", text)
        self._advise(text, "tage til efterretning; give input")
        self._section(
            "Sagsfremstilling",
            "Erhvervs|huset er godt på vej med de fleste mål. Det halter med tilfreds|heden i vækst|segmentet, og "
            "erhvervs|huset har derfor sat gang i efter|uddannelse af sine vejledere.",
            "Bestyrelsen har drøftet, om målet for lange vejlednings|forløb skal sættes ned fra 640 i 2025 til "
            "600 i 2026. "
            "Det blev afvist på mødet den 26. august 2025.",
        )
        self._papers()

    def _supervision(self) -> None:
        self._item("2.4")
        self._section(
            "Baggrund",
            "Socialtilsyn Gudenå afgiver hvert år en rapport om sit arbejde, jf. § 22 i lov om social|tilsyn. "
            "Rapporten skal "
            "drøftes med kommunerne i området.",
        )
        text = "Det indstilles, at KKR Midtjylland tager orienteringen til efterretning."
        self._section("Indstilling", text)
        self._advise(text, "tage til efterretning")
        self._section(
            "Sagsfremstilling",
            "Antallet af pleje|familier falder fortsat, men lang|sommere end før. Samtidig vokser antallet af "
            "private tilbud.",
        )
        self._papers()

    def _quotas(self) -> None:
        self._item("2.5")
        self._section(
            "Baggrund",
            "Kommunerne i en region kan selv aftale, hvor mange flygtninge hver af dem tager imod, jf. "
            "integrations|lovens "
            "§ 7. Aftalen skal være indgået senest den 10. september.",
        )
        text = "Det indstilles, at KKR Midtjylland tager kvoterne for 2026 til efterretning."
        self._section("Indstilling", text)
        self._advise(text, "tage til efterretning")
        self._section("Sagsfremstilling", "Kvoterne er lavere end i 2025. Aarhus og Samsø har ingen kvote.")
        self._papers()

    def _rest(self) -> None:
        sheet = self.sheet
        sheet.new_page()
        self._chapter("3")
        self._item("3.1")
        self._section(
            "Baggrund",
            "Midtjysk Råd for Trafik|sikkerhed rådgiver kommuner og politi. KKR Midtjylland udpeger tre "
            "medlemmer. Et af dem, "
            "Poul Erik Dahlgaard (C), er udtrådt af byrådet i Viborg Kommune.",
        )
        text = (
            "Det indstilles, at KKR Midtjylland udpeger ét medlem til Midtjysk Råd for Trafik|sikkerhed for "
            "resten af "
            "perioden 2022-2025."
        )
        self._section("Indstilling", text)
        self._advise(text, "udpege")
        self._section("Sagsfremstilling", "Rådet har i dag disse medlemmer fra kommunerne:")
        members = [
            ("Birgitte Nørskov", "V", "Lemvig", "borgmester i Lemvig Kommune, formand", "formand"),
            ("Jens Ulrik Brandt", "A", "Randers", "byråds|medlem i Randers Kommune", None),
        ]
        sheet.bullets([f"{name} ({party}), {place}" for name, party, _, place, _ in members])
        sheet.text(
            "Valget gælder til udgangen af december 2025. Der skal tages hensyn til en ligelig fordeling af køn."
        )
        for name, party, place, _, role in members:
            self.truth.appointments.append(
                {
                    "item": "3.1",
                    "body": "Midtjysk Råd for Trafiksikkerhed",
                    "person": name,
                    "party": party,
                    "municipality": place,
                    "role": role,
                }
            )
        sheet.new_page()
        self._chapter("4")
        self._chapter("5")
        self._item("5.1")
        self._section(
            "Baggrund", "Under punktet følger breve, som formand|skabet har sendt og fået siden sidste møde."
        )
        text = "Det indstilles, at KKR Midtjylland tager orienteringen til efterretning."
        self._section("Indstilling", text)
        self._advise(text, "tage til efterretning")
        self._papers()
        self._chapter("6")
        self._item("6.1")


def write(path: Path) -> Truth:
    """Writes the agenda and tells what it holds."""
    pages = dict.fromkeys(ITEMS, 0)
    for _ in range(2):  # the second time with the pages that the first one found
        truth = Truth("dagsorden", BODY, "2025-09-17")
        Agenda(path, truth, pages).write()
        pages = {item["item"]: item["first"]["page"] for item in truth.items}
    truth.mentions = [
        {"kind": "date", "norm": "2025-06-11", "item": "1.2"},
        {"kind": "date", "norm": "2025-03-12", "item": "2.1"},
        {"kind": "money", "norm": "38500000", "item": "2.1"},
        {"kind": "money", "norm": "350000", "item": "2.2"},
        {"kind": "municipality", "norm": "Ringkøbing-Skjern 760", "item": "2.1"},
        {"kind": "person", "norm": "Karen Holm Lassen", "item": "2.1"},
        {"kind": "law", "norm": "integrationsloven § 7", "item": "2.5"},
    ]
    return truth
