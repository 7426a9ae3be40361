"""The packet of bilag to the meeting in September 2025."""

from __future__ import annotations

from pathlib import Path

import contract
import figures
from agenda import BODY, PAPERS, title
from PIL import Image, ImageDraw, ImageFont
from report import annual_report
from reportlab.lib.utils import ImageReader
from shapes import Head, Row, Table, Truth
from typeset import NAVY, SLIDE, Look, Sheet

DROPOUT = {
    "Frafald 1. år": {"Pædagog": ("14,1%", "14,8%", "15,6%"), "Sygeplejerske": ("13,9%", "15,2%", "14,7%")},
    "Frafald på grundforløb": {
        "Social- og sundhedsassistent": ("31,4%", "33,0%", "34,2%"),
        "Social- og sundhedshjælper": ("36,7%", "35,9%", "37,1%"),
        "Pædagogisk assistent": ("21,3%", "22,8%", "22,0%"),
    },
}

INTAKE = {"Lærer": 612, "Pædagog": 1_104, "Sygeplejerske": 897, "Socialrådgiver": 341}


class BilagPacket:
    """Writes the packet; ``pages`` are the pages that its table of contents names."""

    def __init__(self, path: Path, truth: Truth, pages: dict[tuple[str, str], int]) -> None:
        self.truth, self.pages = truth, pages
        self.sheet = Sheet(path, truth, title="Bilag til møde i KKR Midtjylland den 17. september 2025")
        self.sheet.footer = "Side | {page}"
        self.found: dict[tuple[str, str], int] = {}

    def write(self) -> None:
        """The whole packet."""
        self._contents()
        self._dropout()
        self._contract()
        self._half_year()
        self._report()
        self._quotas()
        self._letters()
        self.sheet.save()
        self.truth.list_attachment("5.1", "3", PAPERS["5.1"][2])
        self.found["5.1", "3"] = self.sheet.page + 1

    def _contents(self) -> None:
        sheet = self.sheet
        sheet.new_page()
        sheet.text("Indholdsfortegnelse - Bilag", size=16, bold=True, after=12)
        entries = []
        for number, papers in PAPERS.items():
            if number == "2.2":
                continue
            entries.append((0, f"{number} {title(number)}", self.pages.get((number, ""), 0)))
            entries += [
                (1, f"Bilag {count}: {paper}", self.pages.get((number, str(count)), 0))
                for count, paper in enumerate(papers, 1)
            ]
        sheet.contents(entries)

    def _divider(self, number: str) -> None:
        """A page with nothing but the item's header; it is printed before each bilag of the item."""
        sheet = self.sheet
        sheet.new_page(furniture=False, family="sans")
        sheet.y = 290
        sheet.text(f"{number} {title(number)}", size=18, bold=True, color=NAVY, width=400)
        kind, _, text = title(number).rpartition(": ")
        self.truth.close_attachment(sheet.place)
        self.truth.begin_item(number, text, sheet.place, type=kind or None)
        sheet.item = number
        self.found.setdefault((number, ""), sheet.page)

    def _begin(self, number: str, count: str) -> None:
        """The page in hand is the first of this attachment."""
        self.found[number, count] = self.sheet.page
        self.sheet.attachment = count
        self.truth.begin_attachment(number, count, PAPERS[number][int(count) - 1], self.sheet.place)

    def _slide(self, heading: str, banner: str = "") -> None:
        sheet = self.sheet
        sheet.new_page(SLIDE, furniture=False, family="slide")
        sheet.fill(0, 0, SLIDE[0], 12, NAVY)
        if banner:
            width = sheet.measure(10)(banner)
            sheet.print_at(banner, SLIDE[0] - 60 - width, 44, 10, color=NAVY)
        sheet.y = 80
        sheet.text(heading, size=21, bold=True, color=NAVY, after=20)

    def _dropout(self) -> None:
        sheet = self.sheet
        self._divider("2.1")
        self._slide("Færre søger, og flere falder fra")
        self._begin("2.1", "1")
        sheet.bullets(
            [
                "Hver tredje holder op på grundforløbet til social- og sundheds|assistent",
                "7 ud af 10 studerende uden fast vejleder overvejer at holde op",
                "Fire ud af ti med|arbejdere i ældre|plejen er over 50 år",
                "Kommunerne brugte 38,5 mio. kr. på praktik|forløb og mentor|ordninger i 2024.",
            ],
            "•",
            size=14,
        )
        self._slide("Frafald på uddannelserne")
        for name, rows in DROPOUT.items():
            heads = (Head(name), *(Head(year) for year in ("2022", "2023", "2024")))
            table = Table("", "", (heads,), tuple(Row(label, cells) for label, cells in rows.items()))
            sheet.table(table, Look((330, 90, 90, 90), rules="none", zebra=True, band=True, size=12, pitch=17))
            self.truth.tables[-1]["caption"] = name
        sheet.text("Kilde: Børne- og Undervisningsministeriet", size=9)
        self._slide("Optag på fire velfærdsuddannelser, 2024")
        self._chart()

    def _chart(self) -> None:
        """Columns with a figure above and a name below each: a picture, not a table."""
        sheet = self.sheet
        base, left, step, height = 430, 120, 150, 250
        sheet.rule(left - 20, base, left + step * len(INTAKE), base, 0.8)
        for tick in range(0, 1201, 400):
            y = base - height * tick / 1200
            sheet.print_at(figures.number(tick), left - 62, y + 3, 9)
            sheet.rule(left - 24, y, left - 20, y, 0.6)
        for position, (name, value) in enumerate(INTAKE.items()):
            x, top = left + step * position + 20, base - height * value / 1200
            sheet.fill(x, top, x + 70, base, (0.35, 0.55, 0.72))
            sheet.print_at(figures.number(value), x + 18, top - 7, 11)
            sheet.print_at(name, x + 35 - sheet.measure(11)(name) / 2, base + 20, 11)
        sheet.y = 496
        sheet.text("Kilde: Den Koordinerede Tilmelding", size=9)
        self.truth.findings.append({"about": "chart", "page": sheet.page})

    def _contract(self) -> None:
        sheet, year = self.sheet, contract.YEARS[2025]
        self._divider("2.3")
        sheet.new_page()
        self._begin("2.3", "1")
        sheet.text("Resultatkontrakt 2025", size=20, bold=True, after=4)
        sheet.text("mellem KKR Midtjylland og Erhvervshus Gudenå", size=12, after=14)
        for rules, (goal, about, rows) in zip(
            ("grid", "grid", "lines", "none"), contract.sheets(year), strict=True
        ):
            sheet.need(190)
            sheet.text("Nationalt fastsat mål", size=9, after=3, color=NAVY)
            sheet.text(f"Mål {goal} – {contract.GOALS[goal]}", size=12, bold=True, after=2)
            sheet.text(about, after=9)
            sheet.goal_sheet(rows, rules)
        sheet.text("Regionalt fastsat mål", size=9, after=3, color=NAVY)
        sheet.text(f"Mål 5 – {contract.GOALS['5']}", size=12, bold=True, after=2)
        sheet.text("Et kort forløb er på højst seks timer. Et langt forløb varer over flere måneder.")
        sheet.bullets(contract.quantities(year), "•")
        contract.record(self.truth, "2.3", year)

    def _half_year(self) -> None:
        sheet, year = self.sheet, contract.YEARS[2025]
        self._divider("2.3")
        self._slide("Halvårsrapport 2025")
        self._begin("2.3", "2")
        sheet.text("Erhvervshus Gudenå", size=14, after=6)
        sheet.text("Resultater pr. 1. juli 2025", size=14)
        for goal, sub, target, name, result in contract.half_year(year):
            self._slide(f"Mål {goal} – {contract.GOALS[goal]}", "Nationalt mål")
            sheet.fill(56, 150, 350, 330, (0.93, 0.95, 0.98))
            start = sheet.y = 180
            sheet.text(f"Mål {sub}: {target}", size=13, x=72, width=262)
            sheet.y = start
            sheet.text(f"Mål {sub}: {name}", size=13, bold=True, x=390, width=320)
            sheet.text(result, size=13, x=390, width=320)
        self._slide(f"Mål 5 – {contract.GOALS['5']}", "Regionalt mål")
        sheet.bullets(contract.quantities(year), "•", size=13)
        sheet.text("Mål 5.1 og 5.2: Antal forløb", size=13, bold=True)
        sheet.text("Efter første halvår er der gennemført:", size=13)
        sheet.bullets(contract.progress(year), "•", size=13)
        self._slide("Erhvervshusets egen plan for kommunikation")
        sheet.bullets(contract.publicity(year), "•", size=13)

    def _report(self) -> None:
        sheet = self.sheet
        self._divider("2.4")
        sheet.new_page(family="serif")
        self._begin("2.4", "1")
        sheet.text("Årsrapport 2024", size=24, bold=True, after=2)
        sheet.text("Socialtilsyn Gudenå", size=14, after=16)
        annual_report(sheet, 2024, misprint=90)
        printed = figures.accounts(2024, misprint=90).rows[-1].cells[2]
        summed = figures.accounts(2024).rows[-1].cells[2]
        self.truth.findings.append(
            {"about": "total", "rule": "total_mismatch", "expected": summed, "actual": printed}
        )

    def _quotas(self) -> None:
        sheet = self.sheet
        self._divider("2.5")
        sheet.new_page(family="serif")
        self._begin("2.5", "1")
        sheet.text("Kvoter fordelt på kommuner 2026", size=16, bold=True, after=10)
        sheet.text(
            "Udlændinge- og Integrations|ministeriet har den 28. april 2025 udmeldt lands|tallet for 2026 efter "
            "integrations|lovens § 6. Kommunerne har i fælles|skab fordelt deres andel, så der er taget hensyn "
            "til, hvor "
            "mange flygtninge der allerede bor i kommunen."
        )
        sheet.text(
            "Fordelingen tager udgangs|punkt i, hvor mange borgere kommunen har, og hvor mange af dem der er "
            "kommet til landet som "
            "flygtninge eller som familie til en flygtning. Kommuner med mange asyl|pladser får en lavere kvote, "
            "og det gælder i to "
            "år efter, at et center er lukket."
        )
        sheet.text(
            "Hvis en kommune modtager flere familie|sammen|førte end ventet, kan den bede om at få sin kvote sat "
            "ned. En anmodning skal "
            "begrundes og sendes senest den 1. november 2025 til Udlændinge|styrelsen, som afgør sagen."
        )
        sheet.text("En streg betyder, at kommunen ikke har en kvote. Region|ernes sum står øverst i hver gruppe.")
        sheet.space(14)
        sheet.table(
            figures.quotas(2026), Look((190, 130, 90), rules="lines", repeat_head=False, size=9.5, pitch=13)
        )

    def _letters(self) -> None:
        sheet = self.sheet
        self._divider("5.1")
        sheet.new_page(furniture=False, family="serif")
        self._begin("5.1", "1")
        sheet.text("KKR Midtjylland", size=13, bold=True, after=2)
        sheet.text("Sekretariatet, Skottenborg 26, 8800 Viborg", size=9, after=26)
        sheet.text("Transportministeriet", after=0)
        sheet.text("Frederiksholms Kanal 27", after=0)
        sheet.text("1220 København K", after=22)
        sheet.text("Den 24. juni 2025", after=2, align="right")
        sheet.text("Sagsnr. SAG-2025-00418", size=9, after=18, align="right")
        sheet.text("Rute 26 mellem Viborg og Aarhus", size=12, bold=True, after=10)
        sheet.text("Kære transportminister", after=8)
        for paragraph in (
            "Rute 26 er regionens mest ulykkes|ramte lande|vej. På vegne af de 19 kommuner i Region Midt|jylland "
            "beder vi "
            "ministeren om at sætte penge af til at udbygge vejen mellem Søbyvad og Rødkærsbro.",
            "Vej|direktoratet har i 2023 anslået, at strækningen koster 1,2 mia. kr. Heraf er 325 mio. kr. "
            "allerede afsat i "
            "infra|struktur|planen. Kommunerne er parate til at bidrage med 40 mio. kr. til stier og "
            "til|slutninger, jf. § 8 i "
            "lov nr. 1520 af 27. december 2014 om offentlige veje.",
            "I årene 2020-2024 kom 14 mennesker alvorligt til skade på strækningen. I 2. kvartal 2025 var der fem "
            "uheld, "
            "heraf ét i Silkeborg og fire i Viborg Kommune. Trafikken ventes at stige med 18 pct. frem mod ultimo "
            "2035.",
            "Vi håber på et møde inden 1. oktober 2025.",
        ):
            sheet.text(paragraph, size=11)
        sheet.space(16)
        sheet.text("Med venlig hilsen", size=11, after=26)
        for x, name, role, place in (
            (sheet.left, "Karen Holm Lassen", "formand for KKR Midtjylland", "borgmester i Skive Kommune"),
            (
                sheet.left + 230,
                "Mads Ravn Thorsen",
                "næstformand for KKR Midtjylland",
                "borgmester i Odder Kommune",
            ),
        ):
            start = sheet.y
            for text in (name, role, place):
                sheet.text(text, size=11, x=x, after=0)
            end, sheet.y = sheet.y, start
        sheet.y = end
        self._scan()

    def _scan(self) -> None:
        """A letter that went through a scanner: a picture and not one letter of text."""
        sheet = self.sheet
        sheet.new_page(furniture=False)
        self._begin("5.1", "2")
        scan = scanned_letter()
        sheet.canvas.drawImage(ImageReader(scan), 0, 0, *sheet.size)
        self.truth.findings.append({"about": "scan", "page": sheet.page})


def scanned_letter() -> Image.Image:
    """A page of typed text in black and white, 120 dots an inch, a little askew."""
    lines = (
        "Transportministeriet",
        "",
        "KKR Midtjylland, Viborg",
        "",
        "2. juli 2025",
        "",
        "Tak for brevet om rute 26. Ministeren har fuld",
        "forståelse for kommunernes ønske om en bedre vej.",
        "Forslaget indgår i forhandlingerne i efteråret,",
        "og ministeriet vender tilbage med en dato.",
        "",
        "Med venlig hilsen",
        "Henriette Skov Juul, kontorchef",
    )
    page = Image.new("L", (992, 1403), 255)
    draw = ImageDraw.Draw(page)
    font = ImageFont.truetype(str(_vera()), 22)
    for position, line in enumerate(lines):
        draw.text((130, 170 + 44 * position), line, font=font, fill=0)
    return page.rotate(0.7, fillcolor=255).point(lambda shade: 0 if shade < 140 else 255).convert("1")


def _vera() -> Path:
    import reportlab

    return Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"


def write(path: Path) -> Truth:
    """Writes the packet and tells what it holds."""
    pages: dict[tuple[str, str], int] = {}
    for _ in range(2):  # the second time with the pages that the first one found
        truth = Truth("bilag", BODY, "2025-09-17")
        packet = BilagPacket(path, truth, pages)
        packet.write()
        pages = packet.found
    truth.findings.append({"about": "missing", "rule": "listed_but_missing"})
    truth.mentions = [
        {"kind": "date", "norm": "2025-06-24", "item": "5.1"},
        {"kind": "date", "norm": "2025-Q2", "item": "5.1"},
        {"kind": "money", "norm": "1200000000", "item": "5.1"},
        {"kind": "money", "norm": "325000000", "item": "5.1"},
        {"kind": "money", "norm": "40000000", "item": "5.1"},
        {"kind": "person", "norm": "Karen Holm Lassen", "item": "5.1"},
        {"kind": "person", "norm": "Mads Ravn Thorsen", "item": "5.1"},
        {"kind": "law", "norm": "LOV 1520 2014-12-27", "item": "5.1"},
        {"kind": "case_no", "norm": "SAG-2025-00418", "item": "5.1"},
        {"kind": "municipality", "norm": "Skive 779", "item": "5.1"},
    ]
    return truth
