"""Small agendas as different bodies print them: what is to be found in each, read from text and from PDF.

``**…**`` is a line in bold, ``# …`` a line in larger type, a form feed a new page.
"""

from __future__ import annotations

import textwrap
from typing import NamedTuple

P1 = (
    "Kommunerne har siden foråret arbejdet sammen om at styrke indsatsen, og der er afholdt tre møder i "
    "arbejdsgruppen. Arbejdet har vist, at der er behov for en fælles ramme, som de enkelte kommuner kan "
    "bygge videre på i de kommende år."
)
P2 = (
    "Der er i alt 14 kommuner med i samarbejdet. Udgifterne udgør 1,2 mio. kr. årligt, der fordeles efter"
    " indbyggertal. Evalueringen gennemføres af et eksternt firma og forventes afsluttet i 2. kvartal "
    "2025."
)


class Agenda(NamedTuple):
    """An agenda's print and what it holds: items (number, kind, title), actions of recommendations and of decisions
    with their items, attachments, body, day and kind."""

    print: str
    items: list[tuple[str, str | None, str]]
    advice: list[tuple[str, str]]
    decided: list[tuple[str, str]]
    attachments: list[tuple[str, str]]
    body: str | None
    date: str
    kind: str


def plain(line: str) -> str:
    """A line without its marks."""
    return line.removeprefix("# ").replace("**", "")


def as_text(agenda: Agenda, width: int = 90) -> str:
    """The agenda as text, paragraphs broken into lines, pages parted by form feeds."""
    pages = [page.strip("\n").split("\n") for page in agenda.print.split("\f")]
    rows = [[row for line in page for row in textwrap.wrap(plain(line), width) or [""]] for page in pages]
    return "\f".join("\n".join(page) for page in rows) + "\n"


AGENDAS: dict[str, Agenda] = {}

AGENDAS["firstagenda"] = Agenda(
    f"""\
# Dagsorden til Teknik- og Miljøudvalget
Mødedato: 14. maj 2024
Mødetidspunkt: 14:00
Mødested: Mødelokale 3, Rådhuset
Medlemmer: Anne Holm, Bent Krog, Carl Dam

# Indholdsfortegnelse
1. (Åben) Godkendelse af dagsorden ........................ 3
2. (Åben) Renovering af cykelstier i den sydlige bydel ........................ 3
3. (Åben) Orientering om status på spildevandsplan 2022-2026 ........................ 4
4. (Lukket) Køb af ejendom ........................ 5
5. (Åben) Eventuelt ........................ 5
\f
**1. (Åben) Godkendelse af dagsorden**
Sags ID: EMN-2024-00012
Resumé
Udvalget skal godkende dagsordenen.
Indstilling
Administrationen indstiller, at dagsordenen godkendes.
Beslutning
Godkendt.

**2. (Åben) Renovering af cykelstier i den sydlige bydel**
Sags ID: EMN-2024-00345
Resumé
{P1}
Sagsfremstilling
{P2}
1. Første etape gennemføres i 2024.
2. Anden etape gennemføres i 2025.
Økonomi
Udgiften er 3,4 mio. kr.
Indstilling
Administrationen indstiller til udvalget, at
1. der frigives 3,4 mio. kr. til første etape
2. anden etape indgår i budgetforhandlingerne for 2025
Beslutning
Tiltrådt.
Bilag
1. Kort over cykelstier.pdf
2. Notat om økonomi.pdf
\f
**3. (Åben) Orientering om status på spildevandsplan 2022-2026**
Sags ID: EMN-2024-00346
Sagsfremstilling
{P1}
Indstilling
Administrationen indstiller, at orienteringen tages til efterretning.
Beslutning
Taget til efterretning.

**4. (Lukket) Køb af ejendom**
Sags ID: EMN-2024-00390

**5. (Åben) Eventuelt**
Sags ID: EMN-2024-00013
Beslutning
Intet.
""",
    items=[
        ("1", None, "Godkendelse af dagsorden"),
        ("2", None, "Renovering af cykelstier i den sydlige bydel"),
        ("3", None, "Orientering om status på spildevandsplan 2022-2026"),
        ("4", None, "(Lukket) Køb af ejendom"),
        ("5", None, "Eventuelt"),
    ],
    advice=[("1", "godkende"), ("2", "frigive"), ("2", "indgå"), ("3", "tage til efterretning")],
    decided=[("1", "godkende"), ("2", "tiltræde"), ("3", "tage til efterretning")],
    attachments=[("2", "Kort over cykelstier.pdf"), ("2", "Notat om økonomi.pdf")],
    body="Teknik- og Miljøudvalget",
    date="2024-05-14",
    kind="dagsorden",
)

AGENDAS["acadre"] = Agenda(
    f"""\
# DAGSORDEN
Økonomiudvalget
Mødedato: Onsdag den 5. februar 2025
Mødetid: Kl. 13:00
Mødested: Byrådssalen

Indholdsfortegnelse
Pkt. Tekst Side
1 Godkendelse af dagsorden 2
2 Fælles indkøbsstrategi for kommunerne i Trekantområdet 2
3 Anlægsregnskab for ny daginstitution på Skovvej 3
4 Lukket punkt: Personalesag 4
\f
**1 Godkendelse af dagsorden**
Sagsnr.: 25/1204
**Indstilling**
Det indstilles, at dagsordenen godkendes.

**2 Fælles indkøbsstrategi for kommunerne i Trekantområdet**
Sagsnr.: 24/18833
**Baggrund**
{P1}
**Indstilling**
Direktionen indstiller til Økonomiudvalget,
at strategien godkendes, og
at udvalget over for Byrådet anbefaler, at der afsættes 500.000 kr. årligt i budget 2026
**Sagens oplysninger**
{P2}
**Bilag**
Bilag 1: Udkast til indkøbsstrategi
Bilag 2: Høringssvar fra brugerråd
\f
**3 Anlægsregnskab for ny daginstitution på Skovvej**
Sagsnr.: 22/00871
**Sagsfremstilling**
{P2}
**Forvaltningens indstilling**
Forvaltningen anbefaler, at anlægsregnskabet godkendes.
\f
**4 Lukket punkt: Personalesag**
Sagsnr.: 25/00021
""",
    items=[
        ("1", None, "Godkendelse af dagsorden"),
        ("2", None, "Fælles indkøbsstrategi for kommunerne i Trekantområdet"),
        ("3", None, "Anlægsregnskab for ny daginstitution på Skovvej"),
        ("4", None, "Lukket punkt: Personalesag"),
    ],
    advice=[("1", "godkende"), ("2", "godkende"), ("2", "anbefale"), ("3", "godkende")],
    decided=[],
    attachments=[("2", "Udkast til indkøbsstrategi"), ("2", "Høringssvar fra brugerråd")],
    body="Økonomiudvalget",
    date="2025-02-05",
    kind="dagsorden",
)

AGENDAS["sbsys_punkt"] = Agenda(
    f"""\
# Referat
# Udvalget for Sundhed og Ældre
Tirsdag den 3. september 2024 kl. 16.00
Sted: Mødelokale B

Åben dagsorden
Punkt 1: Godkendelse af dagsorden
Punkt 2: Kvalitetsstandarder for hjemmepleje 2025
Punkt 3: Status på nærhospital
Punkt 4: Meddelelser
\f
**Punkt 1: Godkendelse af dagsorden**
00.22.04-A00-1-24
**Beslutning**
Udvalget godkendte dagsordenen.
Afbud: Lis Bro (A).

**Punkt 2: Kvalitetsstandarder for hjemmepleje 2025**
27.36.04-P23-1-24
**Resume**
{P1}
**Indstilling**
Sundhedschefen indstiller til Udvalget for Sundhed og Ældre at indstille til Byrådet:
1. At forslag til kvalitetsstandarder godkendes.
2. At forslaget sendes i høring i Ældrerådet og Handicaprådet.
**Sagsfremstilling**
{P2}
**Beslutning**
Udvalget indstiller til Byrådet, at indstillingen godkendes. Lis Bro (A) tog forbehold.

**Punkt 3: Status på nærhospital**
29.00.00-G01-14-23
**Sagsfremstilling**
{P1}
**Indstilling**
Det indstilles, at udvalget drøfter sagen.
**Beslutning**
Udsat til næste møde.

**Punkt 4: Meddelelser**
00.01.00-A00-2-24
**Beslutning**
Formanden orienterede om mødet med regionen.
""",
    items=[
        ("1", None, "Godkendelse af dagsorden"),
        ("2", None, "Kvalitetsstandarder for hjemmepleje 2025"),
        ("3", None, "Status på nærhospital"),
        ("4", None, "Meddelelser"),
    ],
    advice=[("2", "indstille"), ("2", "indstille"), ("3", "drøfte")],
    decided=[("1", "godkende"), ("2", "indstille"), ("2", "tage forbehold"), ("3", "udsætte"), ("4", "orientere")],
    attachments=[],
    body="Udvalget for Sundhed og Ældre",
    date="2024-09-03",
    kind="referat",
)

AGENDAS["edoc_kbh"] = Agenda(
    f"""\
# Dagsorden for ordinært møde i Socialudvalget
**DATO:** 15. november 2023
**TID:** 15:30
**STED:** Rådhuset, 1. sal, værelse 43

**1. Godkendelse af dagsorden (2023-0400011)**
**INDSTILLING**
Det indstilles, at Socialudvalget godkender dagsordenen.
\f
**2. Fælles model for udslusningsboliger (2023-0387710)**
Socialudvalget skal tage stilling til en fælles model.
**INDSTILLING OG BESLUTNING**
Socialforvaltningen indstiller over for Socialudvalget,
1. at udvalget godkender modellen for udslusningsboliger,
2. at udvalget bemyndiger forvaltningen til at indgå aftaler med nabokommunerne.
**PROBLEMSTILLING**
{P1}
**LØSNING**
{P2}
**ØKONOMI**
Indstillingen har ingen økonomiske konsekvenser.
**VIDERE PROCES**
Modellen træder i kraft 1. januar 2024.
**BILAG**
1. Model for udslusningsboliger
2. Høringssvar
\f
**3. Orientering om tilsyn (2023-0399002)**
**INDSTILLING OG BESLUTNING**
Socialforvaltningen indstiller, at Socialudvalget tager orienteringen til efterretning.
**PROBLEMSTILLING**
{P1}

**4. Eventuelt (2023-0400012)**
""",
    items=[
        ("1", None, "Godkendelse af dagsorden"),
        ("2", None, "Fælles model for udslusningsboliger"),
        ("3", None, "Orientering om tilsyn"),
        ("4", None, "Eventuelt"),
    ],
    advice=[("1", "godkende"), ("2", "godkende"), ("2", "bemyndige"), ("3", "tage til efterretning")],
    decided=[],
    attachments=[("2", "Model for udslusningsboliger"), ("2", "Høringssvar")],
    body="Socialudvalget",
    date="2023-11-15",
    kind="dagsorden",
)

AGENDAS["region"] = Agenda(
    f"""\
# Dagsorden
# Regionsrådet
Mandag den 24. juni 2024 kl. 10.00
Regionsrådssalen

**1. Beslutningssag: Udmøntning af midler til fælles akutfunktion**
Sagsnr. 1-30-72-118-24
**Resume**
{P1}
**Indstilling**
Administrationen foreslår, at Udvalget for Nære Sundhedstilbud over for regionsrådet anbefaler,
at der udmøntes 4,5 mio. kr. til fælles akutfunktion, og
at fordelingsnøglen mellem kommunerne tages til efterretning.
**Sagsfremstilling**
{P2}
**Konsekvenser**
Der er ingen konsekvenser for budgettet.
**Bilag**
Notat om akutfunktion
\f
**2. Orienteringssag: Økonomirapport pr. 30. april 2024**
Sagsnr. 1-21-78-3-24
**Resume**
{P1}
**Indstilling**
Forretningsudvalget indstiller,
at orienteringen tages til efterretning.
**Sagsfremstilling**
{P2}
\f
**3. Eventuelt**
Sagsnr. 1-00-1-24
**4. LUKKET PUNKT: Kontraktforhandling**
Sagsnr. 1-30-72-200-24
""",
    items=[
        ("1", "Beslutningssag", "Udmøntning af midler til fælles akutfunktion"),
        ("2", "Orienteringssag", "Økonomirapport pr. 30. april 2024"),
        ("3", None, "Eventuelt"),
        ("4", None, "LUKKET PUNKT: Kontraktforhandling"),
    ],
    advice=[("1", "anbefale"), ("1", "anbefale"), ("2", "tage til efterretning")],
    decided=[],
    attachments=[("1", "Notat om akutfunktion")],
    body="Regionsrådet",
    date="2024-06-24",
    kind="dagsorden",
)

AGENDAS["klynge_ad"] = Agenda(
    f"""\
# Referat af møde i Sundhedsklynge Midt
Dato: 12. marts 2024
Sted: Regionshuset i Viborg
Deltagere: Borgmester Ulla Friis (V), Viborg Kommune, borgmester Jan Holm (A), Skive Kommune
Afbud: Regionsrådsmedlem Ib Kjær (C)

**Ad 1) Godkendelse af dagsorden**
Dagsordenen blev godkendt.

**Ad 2) Fælles plan for akutområdet**
{P1}
Indstilling
Det indstilles, at klyngen
a) drøfter udkast til fælles plan
b) godkender det videre forløb.
Beslutning
Klyngen drøftede udkastet og godkendte det videre forløb.

**Ad 3) Orientering om økonomi v/ Region Midtjylland**
{P2}
Beslutning
Orienteringen blev taget til efterretning.

**Ad 4) Eventuelt**
Der var intet til punktet.
""",
    items=[
        ("1", None, "Godkendelse af dagsorden"),
        ("2", None, "Fælles plan for akutområdet"),
        ("3", None, "Orientering om økonomi v/ Region Midtjylland"),
        ("4", None, "Eventuelt"),
    ],
    advice=[("2", "drøfte"), ("2", "godkende")],
    decided=[("2", "drøfte; godkende"), ("3", "tage til efterretning")],
    attachments=[],
    body=None,
    date="2024-03-12",
    kind="referat",
)

AGENDAS["sagnr"] = Agenda(
    f"""\
# Dagsorden til møde i Kommunaldirektørkredsen
Tid: Fredag den 7. marts 2025 kl. 9.00 - 12.00
Sted: Sorø Rådhus

**Sag nr. 1: Velkomst og godkendelse af dagsorden**
Indstilling
at dagsordenen godkendes

**Sag nr. 2: Udbud af fælles it-løsning**
Baggrund
{P1}
Indstilling
Formandskabet foreslår, at kredsen
- drøfter udbudsstrategien
- tager tidsplanen til efterretning
- anbefaler byrådene at tiltræde samarbejdsaftalen
Bilag
- Udbudsstrategi
- Udkast til samarbejdsaftale

**Sag nr. 3: Fælles beredskab**
Baggrund
{P2}
Indstilling
Sagen fremlægges til drøftelse.

**Sag nr. 4: Eventuelt**
""",
    items=[
        ("1", None, "Velkomst og godkendelse af dagsorden"),
        ("2", None, "Udbud af fælles it-løsning"),
        ("3", None, "Fælles beredskab"),
        ("4", None, "Eventuelt"),
    ],
    advice=[("1", "godkende"), ("2", "drøfte"), ("2", "tage til efterretning"), ("2", "anbefale"), ("3", "drøfte")],
    decided=[],
    attachments=[("2", "Udbudsstrategi"), ("2", "Udkast til samarbejdsaftale")],
    body=None,
    date="2025-03-07",
    kind="dagsorden",
)

AGENDAS["regionh"] = Agenda(
    f"""\
# DAGSORDEN
# SUNDHEDSUDVALGET
MØDETIDSPUNKT: 28-01-2025 15:00
MØDESTED: Regionsgården, mødelokale H 4
**INDHOLDSLISTE**
1. Drøftelsessag: Fælles indsats for børn i mistrivsel
2. Beslutningssag: Samarbejdsaftale om genoptræning
3. Eventuelt
\f
**1. DRØFTELSESSAG: FÆLLES INDSATS FOR BØRN I MISTRIVSEL**
**BAGGRUND OG RESUME**
{P1}
**INDSTILLING**
Administrationen indstiller:
- at sundhedsudvalget drøfter indsatsen for børn i mistrivsel.
**POLITISK BEHANDLING**
Sundhedsudvalgets beslutning den 28. januar 2025:
Drøftet.
**SAGSFREMSTILLING**
{P2}
**KONSEKVENSER**
Ingen.
**TIDSPLAN OG PROCES**
Sagen forelægges igen i maj.
**DIREKTØRPÅTEGNING**
Sagen er godkendt.
**JOURNALNUMMER**
25004411
**BILAGSFORTEGNELSE**
1. Notat om børn i mistrivsel
\f
**2. BESLUTNINGSSAG: SAMARBEJDSAFTALE OM GENOPTRÆNING**
**BAGGRUND OG RESUME**
{P1}
**INDSTILLING**
Administrationen indstiller, at sundhedsudvalget over for regionsrådet anbefaler:
1. at samarbejdsaftalen om genoptræning godkendes,
2. at aftalen evalueres i 2027.
**SAGSFREMSTILLING**
{P2}
**JOURNALNUMMER**
25004412
**BILAGSFORTEGNELSE**
1. Samarbejdsaftale
2. Bilag til samarbejdsaftale
\f
**3. EVENTUELT**
""",
    items=[
        ("1", "DRØFTELSESSAG", "FÆLLES INDSATS FOR BØRN I MISTRIVSEL"),
        ("2", "BESLUTNINGSSAG", "SAMARBEJDSAFTALE OM GENOPTRÆNING"),
        ("3", None, "EVENTUELT"),
    ],
    advice=[("1", "drøfte"), ("2", "anbefale"), ("2", "anbefale")],
    decided=[("1", "drøfte")],
    attachments=[
        ("1", "Notat om børn i mistrivsel"),
        ("2", "Samarbejdsaftale"),
        ("2", "Bilag til samarbejdsaftale"),
    ],
    body="SUNDHEDSUDVALGET",
    date="2025-01-28",
    kind="dagsorden",
)

AGENDAS["plain_typed"] = Agenda(
    f"""\
Dagsorden for møde i K17-samarbejdet
den 2. oktober 2024 kl. 13-15 på Roskilde Rådhus

1. Velkomst
2. Orientering fra formanden
3. Fælles udbud af kørsel (beslutning)
4. Budget 2025 (drøftelse)
5. Næste møde
6. Eventuelt

Ad 1. Velkomst
Formanden byder velkommen.

Ad 2. Orientering fra formanden
Formanden orienterer om mødet i KL.

Ad 3. Fælles udbud af kørsel (beslutning)
{P1}
Indstilling: Det indstilles, at kredsen godkender udbudsmaterialet.

Ad 4. Budget 2025 (drøftelse)
{P2}
Indstilling: At kredsen drøfter budgettet.

Ad 5. Næste møde
Den 11. december 2024.

Ad 6. Eventuelt
""",
    items=[
        ("1", None, "Velkomst"),
        ("2", None, "Orientering fra formanden"),
        ("3", "beslutning", "Fælles udbud af kørsel"),
        ("4", "drøftelse", "Budget 2025"),
        ("5", None, "Næste møde"),
        ("6", None, "Eventuelt"),
    ],
    advice=[("3", "godkende"), ("4", "drøfte")],
    decided=[],
    attachments=[],
    body=None,
    date="2024-10-02",
    kind="dagsorden",
)

AGENDAS["bilagpakke_intet_toc"] = Agenda(
    f"""\
# Bilag til møde i KKR Sjælland
# den 6. september 2024
\f
# 2.1 Temadrøftelse: Fremtidens uddannelser i Sjælland
# Bilag 1: Oversigt over uddannelsespladser
\f
# Oversigt over uddannelsespladser
Notat
{P1}
{P2}
\f
{P2}
{P1}
\f
# 2.1 Temadrøftelse: Fremtidens uddannelser i Sjælland
# Bilag 2: Præsentation fra erhvervsskolerne
\f
# Præsentation fra erhvervsskolerne
{P1}
\f
# 2.3 Orienteringssag: Status på socialtilsyn
# Bilag 1: Årsrapport fra socialtilsynet
\f
# Årsrapport fra socialtilsynet
1. Indledning
{P1}
2. Tilsyn i tal
{P2}
\f
2.1 Nye godkendelser
{P1}
2.3 Påbud
{P2}
""",
    items=[
        ("2.1", "Temadrøftelse", "Fremtidens uddannelser i Sjælland"),
        ("2.3", "Orienteringssag", "Status på socialtilsyn"),
    ],
    advice=[],
    decided=[],
    attachments=[
        ("2.1", "Oversigt over uddannelsespladser"),
        ("2.1", "Præsentation fra erhvervsskolerne"),
        ("2.3", "Årsrapport fra socialtilsynet"),
    ],
    body="KKR Sjælland",
    date="2024-09-06",
    kind="bilag",
)

AGENDAS["bogstaver"] = Agenda(
    f"""\
# Dagsorden
KKR Syddanmark
Dato: 14-06-2024 10:00
Sted: Vejle Rådhus

**1. Godkendelser**
**1.a Godkendelse af dagsorden**
SAG-2024-00100 abc
Indstilling
Det indstilles, at KKR Syddanmark godkender dagsordenen.
**1.b Godkendelse af referat**
SAG-2024-00100 abc
Indstilling
Det indstilles, at KKR Syddanmark godkender referatet.
**2. Sager til drøftelse**
**2.a Temadrøftelse: Fælles rekruttering i Sydjylland**
SAG-2024-00101 abc
Baggrund
{P1}
Indstilling
Sekretariatet indstiller, at KKR Syddanmark
• drøfter oplægget
• giver mandat til formandskabet
Sagsfremstilling
{P2}
Bilag
1. Oplæg om rekruttering
**2.b Orienteringssag: Status på trafikaftale**
SAG-2024-00102 abc
Baggrund
{P1}
Indstilling
Det indstilles, at KKR Syddanmark tager orienteringen til efterretning.
""",
    items=[
        ("1.a", None, "Godkendelse af dagsorden"),
        ("1.b", None, "Godkendelse af referat"),
        ("2.a", "Temadrøftelse", "Fælles rekruttering i Sydjylland"),
        ("2.b", "Orienteringssag", "Status på trafikaftale"),
    ],
    advice=[
        ("1.a", "godkende"),
        ("1.b", "godkende"),
        ("2.a", "drøfte"),
        ("2.a", "give mandat"),
        ("2.b", "tage til efterretning"),
    ],
    decided=[],
    attachments=[("2.a", "Oplæg om rekruttering")],
    body="KKR Syddanmark",
    date="2024-06-14",
    kind="dagsorden",
)

AGENDAS["romertal"] = Agenda(
    f"""\
# Dagsorden for bestyrelsesmøde i Energinetværk Fyn
Dato: 22. august 2024
Sted: Odense Havn

**I. Formalia**
{P1}
Indstilling
Det indstilles, at bestyrelsen godkender referatet fra sidste møde.

**II. Budget 2025**
Baggrund
{P2}
Indstilling
Direktøren indstiller, at bestyrelsen vedtager budgettet for 2025.

**III. Valg af næstformand**
Indstilling
Det indstilles, at bestyrelsen vælger en næstformand.

**IV. Eventuelt**
""",
    items=[
        ("I", None, "Formalia"),
        ("II", None, "Budget 2025"),
        ("III", None, "Valg af næstformand"),
        ("IV", None, "Eventuelt"),
    ],
    advice=[("I", "godkende"), ("II", "vedtage"), ("III", "vælge")],
    decided=[],
    attachments=[],
    body=None,
    date="2024-08-22",
    kind="dagsorden",
)

AGENDAS["kkr_ny"] = Agenda(
    f"""\
# Dagsorden
# KKR Nordjylland
Dato: 21. november 2025 kl. 9.30-12.00
Sted: Aalborg Kongres & Kultur Center

**1. Åbning**
**1.1 Godkendelse af dagsorden og referat**
Indstilling
KKR Nordjylland godkender dagsordenen og referatet fra mødet den 12. september 2025.

**2. Politiske drøftelser**
**2.1 Drøftelsessag: Beskæftigelsesreform og kommunernes samarbejde**
Baggrund
{P1}
Indstilling
Formandskabet foreslår, at KKR drøfter kommunernes samarbejde om beskæftigelsesreformen.
Sagsfremstilling
{P2}

**2.2 Beslutningssag: Fordeling af puljemidler 2026**
Baggrund
{P2}
Indstilling
Det indstilles at
1) KKR Nordjylland godkender fordelingen af puljemidlerne,
2) KKR Nordjylland beder kommunaldirektørerne om at følge op.
Bilag
1: Fordelingsnøgle
2: Ansøgninger 2026

**3. Udpegninger**
**3.1 Udpegningssag: Medlemmer til Nordjysk Mobilitetsråd**
Baggrund
Nordjysk Mobilitetsråd har fire kommunale medlemmer.
Indstilling
Det indstilles, at KKR Nordjylland udpeger et medlem og en stedfortræder til Nordjysk Mobilitetsråd for 2026-2029.
Sagsfremstilling
Følgende er i dag udpeget som medlemmer af Nordjysk Mobilitetsråd:
- Lene Thy (A), Hjørring Kommune
- Per Lund (V), Rebild Kommune

**4. Meddelelser**
**5. Eventuelt**
""",
    items=[
        ("1.1", None, "Godkendelse af dagsorden og referat"),
        ("2.1", "Drøftelsessag", "Beskæftigelsesreform og kommunernes samarbejde"),
        ("2.2", "Beslutningssag", "Fordeling af puljemidler 2026"),
        ("3.1", "Udpegningssag", "Medlemmer til Nordjysk Mobilitetsråd"),
    ],
    advice=[("1.1", "godkende"), ("2.1", "drøfte"), ("2.2", "godkende"), ("2.2", "bede"), ("3.1", "udpege")],
    decided=[],
    attachments=[("2.2", "Fordelingsnøgle"), ("2.2", "Ansøgninger 2026")],
    body="KKR Nordjylland",
    date="2025-11-21",
    kind="dagsorden",
)
