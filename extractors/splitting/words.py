"""Words that Danish agendas are built of: kinds of cases, headings of sections, names of bodies and papers."""

from __future__ import annotations

import re

ITEM_TYPES: frozenset[str] = frozenset(
    {
        "temadrøftelse", "temasag", "temapunkt", "beslutningssag", "beslutningspunkt", "beslutning",
        "beslutningssager", "orienteringssag", "orienteringspunkt", "orientering", "orienteringssager",
        "udpegningssag", "udpegning", "udpegninger", "drøftelsessag", "drøftelsespunkt", "drøftelse", "meddelelse",
        "meddelelser", "meddelelsessag", "godkendelsessag", "godkendelse", "høringssag", "høring",
        "indstillingssag", "anmodningssag", "efterretningssag", "efterretning", "statussag", "debatsag",
        "debatpunkt", "initiativsag", "forslag", "anlægssag", "budgetsag", "klagesag", "lovsag", "personalesag",
        "principsag", "valgsag", "økonomisag", "redegørelsessag", "dialogpunkt", "dialogsag", "oplæg", "valg",
    }
)  # fmt: skip
"""Words before the colon of a header that say what the meeting is to do with the case."""

TYPES_BEHIND: frozenset[str] = frozenset(
    {word for word in ITEM_TYPES if word.endswith(("sag", "drøftelse", "punkt"))}
    | {"beslutning", "orientering", "godkendelse", "efterretning", "udpegning"}
)
"""Kinds of cases that stand in brackets behind the title as well."""

GENERIC_TYPE = re.compile(r"[A-ZÆØÅ][a-zæøå]{3,24}(?:sag|sager|punkt|drøftelse)")
"""A word before the colon that is built like a kind of case."""

ROUTINE_ITEMS: frozenset[str] = frozenset(
    {
        "eventuelt", "godkendelse af dagsorden", "godkendelse af referat", "siden sidst", "meddelelser",
        "gensidig orientering", "næste møde", "dagsordenspunkter til næste møde", "punkter til næste møde",
        "underskriftsblad", "underskrifter", "kommende møder", "orientering", "velkomst", "lukkede punkter",
        "godkendelse af dagsorden og referat", "lukket punkt", "orientering fra formanden", "valg af ordstyrer",
        "godkendelse af dagsordenen", "godkendelse af referatet", "spørgetid", "bordet rundt", "underskriftsside",
        "meddelelser fra formanden", "orientering fra borgmesteren", "orientering fra direktionen",
        "velkomst og godkendelse af dagsorden", "opsamling", "evt",
        "velkomst og godkendelse af referat", "godkendelse af referat fra sidste møde", "mødeplan", "formalia",
        "nyt fra formanden", "nyt fra sekretariatet", "orientering fra sekretariatet", "afslutning", "bordrunde",
        "orientering fra formandskabet", "velkomst ved formanden", "evaluering af mødet", "næste møder",
        "velkomst og dagsorden", "orienteringer", "referat og dagsorden", "dagsorden og referat",
        "opfølgning på referat", "orientering og eventuelt", "meddelelser og eventuelt", "nyt fra direktøren",
        "eventuelt og næste møde", "underskriftsark",
    }
)  # fmt: skip
"""Titles that come in every meeting and stand without case number or text."""

ITEM_PREFIXES: tuple[str, ...] = (
    "Dagsordenspunkt", "Dagsordenpunkt", "Dagsordenens punkt", "Dagsorden punkt", "Dagsorden pkt", "Mødepunkt",
    "Tillægspunkt", "Sagspunkt", "Punkt", "Pkt", "Sag", "Emne", "Ad",
)  # fmt: skip
"""Words that may stand before the number of an item: ``Punkt 3: …``, ``Pkt. 4``, ``Ad 2)``."""

SECTIONS: dict[str, tuple[str, ...]] = {
    "Baggrund": (
        "baggrund", "sagens baggrund", "baggrund for sagen", "baggrund og formål", "baggrund og resumé",
        "baggrund og resume", "baggrund for indstillingen", "indledning/baggrund", "indledning og baggrund",
        "baggrund for sagens fremlæggelse",
    ),
    "Indstilling": (
        "indstilling", "indstillinger", "sekretariatets indstilling", "forvaltningens indstilling",
        "administrationens indstilling", "formandskabets indstilling", "direktionens indstilling",
        "indstilling til beslutning", "anbefaling", "forslag til beslutning", "indstilling og beslutning",
        "forslag til indstilling", "indstilling fra forvaltningen", "indstilling fra administrationen",
        "indstilling og anbefaling", "administrativ indstilling",
    ),
    "Sagsfremstilling": (
        "sagsfremstilling", "sagens fremstilling", "fremstilling", "sagsbeskrivelse",
        "supplerende sagsfremstilling", "sagens oplysninger", "sagsoplysninger", "sagens indhold",
        "beskrivelse af sagen", "uddybende sagsfremstilling",
    ),
    "Bilag": (
        "bilag", "bilagsliste", "bilagsoversigt", "vedlagte bilag", "bilag til sagen", "vedhæftede bilag",
        "sagens bilag", "bilag i sagen", "sagsbilag", "bilag til punktet", "bilagsfortegnelse", "bilag vedlagt",
        "oversigt over bilag", "liste over bilag", "bilag til dagsordenspunktet", "vedlagt", "vedhæftet",
        "vedlagt materiale", "bilagsmateriale", "vedlagt som bilag", "følgende bilag er vedlagt",
        "følgende bilag vedlægges", "som bilag er vedlagt", "der er vedlagt følgende bilag",
        "vedlagte dokumenter", "bilag til dette punkt",
    ),
    "Beslutning": (
        "beslutning", "beslutninger", "beslutning i", "kkr's beslutning", "udvalgets beslutning",
        "politisk behandling", "politisk beslutning", "mødebeslutning",
    ),
    "Konklusion": ("konklusion", "konklusioner"),
    "Drøftelse": ("drøftelse", "drøftelser", "drøftelse på mødet", "drøftelsen"),
    "Referat": ("referat", "mødereferat"),
    "Resumé": ("resumé", "resume", "sammenfatning", "sagsresumé", "sagsresume", "kort resumé", "sagens kerne",
        "sagen i hovedtræk", "sagen kort", "kort om sagen",
    ),
    "Beslutningstema": ("beslutningstema", "tema for beslutning"),
    "Problemstilling": ("problemstilling", "problem", "sagens problemstilling"),
    "Løsning": ("løsning", "løsningsforslag"),
    "Økonomi": (
        "økonomi", "økonomiske konsekvenser", "økonomiske forhold", "økonomi og finansiering",
        "bevillingsmæssige konsekvenser", "økonomiske og bevillingsmæssige konsekvenser",
        "økonomi og afledte konsekvenser", "afledte økonomiske konsekvenser", "økonomi og personale",
    ),
    "Lovgrundlag": ("lovgrundlag", "retsgrundlag", "lovhjemmel", "juridiske konsekvenser", "lovgivning"),
    "Formål": ("formål", "sagens formål", "mødets formål"),
    "Historik": ("historik", "tidligere behandling", "beslutningshistorik", "sagens historik", "sagens forløb"),
    "Videre proces": ("videre proces", "den videre proces", "videre forløb", "det videre forløb", "næste skridt"),
    "Tidsplan": ("tidsplan", "tids- og procesplan", "tidsramme", "tidsplan og proces", "proces og tidsplan"),
    "Høring": ("høring", "høringssvar", "inddragelse og høring", "høring og inddragelse"),
    "Kommunikation": ("kommunikation", "presse"),
    "Konsekvenser": (
        "konsekvenser", "øvrige konsekvenser", "personalemæssige konsekvenser", "afledte konsekvenser",
        "konsekvenser for borgerne", "miljømæssige konsekvenser", "sundhedsmæssige konsekvenser",
    ),
    "Vurdering": (
        "vurdering", "sekretariatets vurdering", "forvaltningens vurdering", "administrationens vurdering",
        "faglig vurdering",
    ),
    "Journalnummer": ("journalnummer",),
    "Påtegning": ("direktørpåtegning", "påtegning"),
    "Bemærkninger": (
        "bemærkninger", "sekretariatets bemærkninger", "forvaltningens bemærkninger", "supplerende bemærkninger",
    ),
    "Deltagere": ("deltagere", "inviterede", "deltager under punktet"),
    "Kompetence": ("kompetence", "beslutningskompetence"),
    "Opfølgning": ("opfølgning", "evaluering og opfølgning"),
    "Afbud": ("afbud", "fraværende"),
}  # fmt: skip
"""Headings of the parts of an item and how they are printed; the key is what the warehouse says."""

CORE_SECTIONS: frozenset[str] = frozenset(
    {"Baggrund", "Indstilling", "Sagsfremstilling", "Bilag", "Beslutning", "Resumé", "Problemstilling", "Referat"}
)
"""Headings that make an agenda; the others count as headings only in an agenda that has some of these."""

ALWAYS_SECTIONS: frozenset[str] = frozenset({"Baggrund", "Indstilling", "Sagsfremstilling", "Bilag", "Beslutning"})
"""Headings that are sections wherever they stand in an item; the others are where several items have them."""

SECTION_OF: dict[str, str] = {variant: name for name, variants in SECTIONS.items() for variant in variants}

CONTENTS_HEADINGS: frozenset[str] = frozenset(
    {
        "indholdsfortegnelse", "indhold", "dagsorden", "dagsordenspunkter", "oversigt", "punkter",
        "indholdsoversigt", "indholdsliste", "sagsoversigt", "punktoversigt", "sagsliste", "bilagsfortegnelse",
        "bilagsliste", "bilagsoversigt",
        "oversigt over bilag", "liste over bilag", "samlet dagsorden", "punkter på dagsordenen", "disposition",
        "sager på mødet", "mødets punkter",
    }
)  # fmt: skip

AGENDA_HEADINGS: frozenset[str] = frozenset(
    {"dagsorden", "dagsordenspunkter", "punkter", "sagsoversigt", "sager på mødet", "mødets punkter", "sagsliste",
     "punkter på dagsordenen", "åben dagsorden", "lukket dagsorden",
     "dagsorden med bilag", "indholdsfortegnelse", "indhold", "åbne sager",
     "åbne punkter"}
)  # fmt: skip
"""Headings over a bare list of the agenda's points."""

MEETING_LABELS: frozenset[str] = frozenset(
    {
        "afbud", "fraværende", "deltagere", "til stede", "mødt", "inhabil", "sagsbehandler", "sagsansvarlig",
        "ansvarlig", "kontakt", "kontaktperson", "journalnr", "journalnummer", "j.nr", "sagsnr", "sagsnummer",
        "sags-id", "underskrift", "underskrifter", "næste møde", "stemmeafgivning", "for stemte", "imod stemte",
        "tidsfrist", "frist", "kompetence", "beslutningskompetence", "forvaltning", "afdeling", "tlf", "telefon",
        "e-mail", "mail",
    }
)  # fmt: skip
"""Words before a colon that tell of the meeting or the case: what stands there is no title of a bilag."""

CLOSED_PARTS: frozenset[str] = frozenset(
    {"lukkede punkter", "lukket dagsorden", "lukkede sager", "lukket del", "lukket møde", "fortrolige punkter",
     "lukkede dagsordenspunkter", "punkter for lukkede døre", "sager for lukkede døre", "ikke-offentlige punkter"}
)  # fmt: skip
"""Headings over the points that the public does not hear."""

BACK_MATTER: frozenset[str] = frozenset(
    {"kontakt", "kontaktoplysninger", "kontaktpersoner", "kontaktperson", "kontaktinformation", "kolofon"}
)
"""What stands on top of a last page that tells who made the packet."""

COVER_BODY = re.compile(
    r"(?:(?:Det|Den) )?(?:[A-ZÆØÅ][\wæøåé-]+ ){0,3}?[\wÆØÅæøå-]*"
    r"(?:[Rr]åd|[Uu]dvalg|[Bb]estyrelse|[Kk]lynge|[Kk]reds|[Ff]orum|[Nn]ævn|[Rr]epræsentantskab|[Ss]tyregruppe|[Kk]ommission)"
    r"(?:et|en|n)?(?: for [a-zæøåA-ZÆØÅ,&/ -]{3,50})?(?: [A-ZÆØÅ][a-zæøå]+){0,2}"
)
"""Names of bodies that stand alone on a line of the cover: ``Udvalg for nære sundhedstilbud``, ``Det Regionale
Arbejdsmarkedsråd Fyn``."""

KIND_WORDS: dict[str, tuple[str, ...]] = {
    "dagsorden": ("dagsorden", "tillægsdagsorden", "mødeindkaldelse", "indkaldelse"),
    "referat": ("referat", "beslutningsreferat", "mødereferat", "beslutningsprotokol", "protokol"),
    "bilag": ("bilag", "bilagspakke", "bilagssamling", "bilagshæfte", "samlede bilag"),
}
"""Words on the cover or over the contents that say what the document is."""

MEMO_WORDS: frozenset[str] = frozenset(
    {"notat", "memo", "notits", "referat", "dagsorden", "kommissorium", "pressemeddelelse", "høringssvar",
     "cover", "brev", "orienteringsnotat", "baggrundsnotat", "beslutningsnotat", "udkast", "aftale", "oplæg"}
)  # fmt: skip
"""Words that stand alone as the first line of a paper."""

ADDRESSED = re.compile(r"(?:Til|Fra|Dato|Vedr\.|Vedrørende|Emne|Kopi(?: til)?)\s?:", re.IGNORECASE)
"""Whom a memo is from and to, and when: the lines of its head."""

LETTER_WORDS: frozenset[str] = frozenset(
    {"brev", "svarbrev", "følgebrev", "henvendelse", "skrivelse", "mail", "svar", "høringssvar", "svarskrivelse"}
)
"""What the agenda calls a letter, which does not say so itself: ``Brev fra Lodslauget``."""

PAPER_TITLE = re.compile(
    r"(?:udkast til )?(?:(?:samarbejds|etablerings|ramme|parts)?aftale|(?:orienterings|baggrunds|status)?notat"
    r"|forslag|kommissorium|vedtægt(?:er)?|forretningsorden|resultatkontrakt|høringssvar|strategi|handleplan|handlingsplan"
    r"|procesplan|tidsplan|referat|indstilling|anbefalinger|årsrapport|status|redegørelse|evaluering|afrapportering)"
    r"\s(?:om|til|for|af|fra|på|over|mellem|vedr\.|vedrørende)\s",
    re.IGNORECASE,
)
"""How the title of a paper opens: its kind, and what it is of."""

ADVISERS = (
    r"(?:Direktionen|Administrationen|Forvaltningen|Sekretariatet|Formandskabet|Center for [\wæøå -]{3,40}"
    r"|(?:Chefen|Direktøren|Formanden|[A-ZÆØÅ][\wæøå-]*(?:forvaltningen|chefen|direktøren|formanden|sekretariatet))"
    r"(?: for [A-ZÆØÅa-zæøå][\wæøå-]+(?:(?:, | og )[\wæøåÆØÅ-]+){0,3})?)"
)
"""Who recommends to the body that meets."""

ADVICE = re.compile(rf"(?:Det (?:indstilles|henstilles)|{ADVISERS} indstiller)\b")
"""How the text of an item opens that recommends under no heading: ``Det indstilles, at udvalget …``. Reports
recommend (``anbefaler``) as well."""

FINITE_VERBS: frozenset[str] = frozenset(
    {"er", "har", "skal", "kan", "vil", "kommer", "blev", "bliver", "var", "viser", "fremgår", "består", "gælder",
     "indeholder", "omfatter", "beskriver", "findes", "samarbejder", "følger", "må", "bør", "havde", "kunne"}
)  # fmt: skip
"""Words that make a line a sentence: no title holds them."""

STOP_WORDS: frozenset[str] = frozenset(
    {"bilag", "til", "fra", "og", "i", "på", "af", "for", "med", "om", "den", "det", "de", "en", "et", "ved",
     "vedr", "vedrørende", "samt", "der", "er", "pdf", "docx", "pptx", "xlsx", "endelig", "version", "kopi"}
)  # fmt: skip
"""Words of a title that tell nothing of which paper it is."""

MEETING_WORDS: frozenset[str] = frozenset(
    {"status", "statusnotat", "arbejdet", "arbejde", "opfølgning", "ny", "nye", "nyt", "implementering", "proces",
     "videre", "udkast", "aftale", "plan", "strategi", "strategisk", "tilgang", "anbefaling", "anbefalinger",
     "resultat", "resultater", "afrapportering", "årsrapport", "rapport", "præsentation", "evaluering", "oplæg",
     "medlem", "medlemmer", "bestyrelse", "bestyrelsen", "etablering", "kommune", "kommuner", "kommunerne"}
)  # fmt: skip
"""Words of items' titles that come with any subject: what the meeting does with it, not what it is."""

BODY_WORDS = re.compile(
    r"(?:(?:byråd|kommunalbestyrelse|borgerrepræsentation|regionsråd|kommunekontaktråd|kontaktråd|forretningsudvalg|magistrat)(?:et|en)?"
    r"|(?:[a-zæøå]{3,20}-?(?:,| og) ){0,3}[a-zæøå]{2,30}(?:udvalget|bestyrelsen|klyngen|rådet)"
    r"(?: for [a-zæøå]{3,25}(?:(?:,| og) [a-zæøå]{3,25}){0,3})?"
    r"|(?:udvalget|bestyrelsen) for [a-zæøå]{3,25}(?:(?:,| og) [a-zæøå]{3,25}){0,3})",
    re.IGNORECASE,
)
"""Names of bodies other than the KKRs, alone on a line of the cover or where it says whose meeting it is."""

KKR_NAMES: tuple[str, ...] = ("Hovedstaden", "Midtjylland", "Nordjylland", "Sjælland", "Syddanmark")

MONTHS: tuple[str, ...] = (
    "januar", "februar", "marts", "april", "maj", "juni",
    "juli", "august", "september", "oktober", "november", "december",
)  # fmt: skip

LOWER_TITLE_STARTS = re.compile(
    r"(?:mio|mia|pct|procent|kr|kl|stk|nr|t|md|år|dage|og|eller|af|i|til|om|den|der|at|en|et|mod|med)\b",
    re.IGNORECASE,
)
"""What follows a figure in running text: a number with this behind it heads nothing."""
