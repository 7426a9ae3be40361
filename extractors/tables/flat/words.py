"""Danish words that tell what a printed line of a flattened table is. Data only."""

from __future__ import annotations

import re


def word_set(text: str) -> frozenset[str]:
    """The words of a text parted by spaces."""
    return frozenset(text.split())


JOINING_WORDS = word_set(
    "af at de den end der det eks ekskl eller en er et for "
    "fordelt fra ft henhold heraf herunder hhv i ift ikke inkl jf maks med mellem "
    "mindst ml mod nr når og om omfattet over per pga pr på samt siden som sammen til "
    "under uden ved vedr å excl incl eksklusiv inklusiv efter inden ekskl. inkl. eksklusive inklusive "
    "ekskl."
)
"""Words that never end a cell: what follows them belongs to the same head or label."""

TOTAL_WORDS = re.compile(
    r"\b(?:i\s?alt|ialt|total|totalt|landstal)\b|^(?:sum|samlet|tilsammen|netto|hele landet|hele regionen)\b",
    re.IGNORECASE,
)
"""What labels of totals hold."""

GRAND_TOTAL = re.compile(r"^(?:hele landet|danmark i alt|i alt|total|samlet|ialt|sum)\b", re.IGNORECASE)
"""Labels of rows that sum the whole table and are no heading of the rows below them."""

SPANNING_HEADS = word_set(
    "antal andel procent pct pct. % beløb budget regnskab år kr kr. mio. kr. mio.kr. 1.000 kr. t.kr. "
    "udgifter indtægter ændring udvikling priser timer uger måneder dage skoleår"
)
"""Heads that often stand over several columns rather than over the labels."""

DEGREE_HEADS = word_set("målopfyldelse målopfyldelsen opfyldelse opfyldelsesgrad målopfyldelsesgrad")
"""Heads over how far goals are met, each of which may stand over the only column."""

_PLACES = word_set("kommune region klynge område distrikt afdeling hospital skole institution")
LABEL_HEADS = frozenset(f"{one}/{other}" for one in _PLACES for other in _PLACES if one != other) | word_set(
    "kommune kommunenavn region område områder ydelse ydelser tilbud tilbudstype navn emne type art post "
    "poster konto aktivitet aktiviteter indikator målgruppe udvalg skole institution hospital sygehus projekt "
    "indsats indsatsområde klynge driftsherre leverandør aldersgruppe alder faggruppe uddannelse opgave årsag "
    "sagstype paragraf rute rutetype bidragyder hændelse branche virksomhed sektor kategori kode kommunekode "
    "scenarie scenarier ydelsestype afdeling erhvervshus socialtilsyn uddannelsessted måned kvartal "
    "linje strækning bestiller forslag fraktion nøgletal boform station skolested ejer bopælskommune "
    "planområde organ parti virkemiddel risiko spor spørgsmål afgørelse køn speciale matrikel"
)
"""Heads that stand over labels and over no value, where they stand alone; two of places may stand behind a stroke
(``Klynge/Region``)."""

_KINDS = ("type", "gruppe", "navn", "område")
"""Ends of heads that name what the rows are of: ``Elevtype``, ``Faggruppe``."""


def heads_labels(text: str) -> bool:
    """True for a head of one word that stands over labels wherever it stands alone."""
    low = text.lower()
    return low in LABEL_HEADS or (" " not in low and low.endswith(_KINDS))


PLACE_HEADS = word_set("kommune kommunenavn kommunekode region klynge område distrikt afdeling navn kode")
"""Those of them that name a place or a name, of which nothing is counted."""

MUNICIPALITY_HEADS = word_set("kommune kommunenavn bopælskommune")
"""Heads over the names of municipalities."""

YEARS_HEAD = "år"
"""The head of labels that are years; over values it names the year of something."""

YEAR_CELLS = word_set(
    "år årstal byggeår opført etableret start startår slut slutår færdig afsluttet udløb ibrugtaget"
)
"""Heads over cells that tell in which year something was or will be."""

TEXT_HEADS = word_set(
    "begrundelse begrundelser bemærkning bemærkninger kommentar kommentarer beskrivelse formål indhold status "
    "ansvarlig note noter dato tidspunkt sted årsag årsager forklaring udløb udløber afsluttes frist deadline "
    "hvornår myndighed vejmyndighed finansieringskilde vurdering farve trafiklys"
)
"""Heads over cells of text and never over numbers."""

STANDING_HEADS = word_set("status")
"""Those of them that stand over numbers beside the head of a goal: how far it has come."""

GOAL_HEADS = re.compile(r"(?:mål|måltal|målsætning|målniveau|resultatmål|succeskriterium)\b", re.IGNORECASE)
"""Beginnings of heads over what is aimed at."""

NOTE_HEADS = word_set("note noter")
"""Those of them over the numbers of notes."""

DATE_HEADS = ("dato", "datoer", "frist", "termin", "tidspunkt", "forfald")
"""Ends of heads over cells that hold a date."""

SPAN_HEADS = word_set("periode projektperiode aftaleperiode løbetid")
"""Heads over spans of years, which stand among values or behind them."""

UNIT_COLUMNS = word_set("enhed måleenhed")
"""Heads over cells that say in what the values beside them are counted."""

MEASURES = word_set("antal andel point indeks ton kg mwh gwh kwh timer dage uger årsværk km ha stk stk.")
"""What a row of units says where values count or measure."""

OUTLOOK_HEADS = word_set("overslag overslagsår overslagsårene budgetoverslag budgetoverslagsår bo-år prognoseår")
"""Heads over all the years behind the year of a budget."""

PROPOSED_HEADS = word_set("forslag budgetforslag")
"""Those behind heads of one year each, over the years that a budget is asked for."""

YEARLY_HEADS = word_set("regnskab budget budgetforslag basisbudget forbrug prognose estimat skøn")
"""Heads over one year of a budget, before those."""

AIM_HEADS = word_set("måltal mål norm normtal krav aftalt plan")
"""Heads over one year of what was to be, before those of what came of it."""

BASES = word_set("baseline basisår udgangspunkt startniveau")
"""Heads over what a goal sets out from, with the year of it."""

SAID_OF_YEARS = word_set(
    "foreløbig foreløbige foreløbigt endelig endelige endeligt skøn skønnet estimat estimeret forventet budget "
    "regnskab mål måltal prognose fremskrevet korrigeret resultat status priser niveau antal andel procent kroner"
)
"""What a head says of its year in small letters: ``2031 foreløbig``."""

UNIT_HEADS = re.compile(
    r"(?:antal|andel|pct\.?|procent|kr\.?|kroner|%|mio\.? ?kr\.?|mia\.? ?kr\.?|1\.?000 ?kr\.?|t\.? ?kr\.?|stk\.?)",
    re.IGNORECASE,
)
"""Heads in small letters that still stand for a column of their own."""

NAMED_AFTER_PLACES = word_set("region erhvervshus socialtilsyn kkr klynge klyngen væksthus område distrikt")
"""What is named after a place: the two words belong to one head."""
PLACE_WORDS = word_set(
    "sjælland hovedstaden syddanmark midtjylland nordjylland fyn jylland bornholm sydjylland nord syd øst vest "
    "midt danmark nordsjælland sydsjælland vestsjælland østsjælland østjylland vestjylland sønderjylland"
)

SENTENCE_VERBS = word_set(
    "er var bliver blev blevet har havde skal skulle kan kunne vil ville må viser viste fremgår udgør "
    "udgjorde ses ligger lå angiver vurderer opgøres fordeler fordeles giver gav får fik stiger steg "
    "faldt falder betyder indgår omfatter bidrager medfører forventes indstilles foreslås godkender "
    "drøfter afholdes finansierer således følgende følger dækker modtager modtaget skyldes svarer hvilket "
    "hvoraf som der"
)
"""Finite verbs and relative words: a line that holds one is a sentence, not a label."""

CONTACT_WORDS = word_set(
    "tlf telefon tel mobil fax ean cvr cvr-nr j.nr j.nr. journalnr sagsnr sagsnr. sagsnummer sag dato "
    "side mødedato kl kl. adresse postnr postboks mail e-mail email www web telefontid id dok dokumentnr "
    "ref ref. reference journalnummer sagsbehandler lokale punkt pkt pkt. bilag kapitel afsnit stk stk. § "
    "nr nr."
)
"""Labels before a colon whose number is no measure: addresses, cases, dates, references."""

REACHED_BY = word_set("tlf telefon telefonnr tel mobil fax ean ean-nr cvr cvr-nr cvr-nummer")
"""First words of lines whose digits are no numbers."""

ANSWERS = word_set("ja nej måske delvist delvis ikke")
"""What a cell says that answers a question."""

WHOLE_ANSWERS = frozenset({"ved ikke"})
"""Answers that end in a word no other cell ends in."""

CONTENTS_WORDS = re.compile(r"\b(?:indhold|indholdsfortegnelse|side|sidetal|sidenr\.?)\b", re.IGNORECASE)
"""Heads of tables of contents."""

NOTE_STARTS = re.compile(
    r"^\s*(?:note[r]?\b|anm\.?\b|anmærkning|kilde[r]?\b|\*+\)?\s|bemærk\b|1\)\s|opgjort\b)", re.IGNORECASE
)
"""How the note or source under a table begins."""

TABLE_CAPTION = re.compile(
    r"^\s*(?P<word>tabel|tab\.)\s*(?P<no>[A-ZÆØÅ]?\d{1,3}(?:\.\d{1,2})?[a-z]?|[A-ZÆØÅ](?=\s?[.:]))(?P<sep>\s*[.:;–—-]*)(?P<rest>\s.*|)$",
    re.IGNORECASE,
)
FIGURE_CAPTION = re.compile(r"^\s*(?:figur|diagram|kort|graf|fig\.|billede)\s*[A-ZÆØÅ]?\d{1,3}\b", re.IGNORECASE)
CAPTION_PROSE = re.compile(
    r"\b(?:viser|fremgår|indeholder|er en|er der|ses|kan man|illustrerer|angiver|beskriver|omfatter|opgør|nedenfor|"
    r"herunder følger|herover|er tallene)\b",
    re.IGNORECASE,
)
"""Words of a sentence about a table, which no title of one holds."""

HEADING = re.compile(r"^\s*(?!\d\.[1-9]\d\.\d\d\s)\d{1,2}(?:\.\d{1,2}){1,3}\.?\s+[^\W\d_]")
"""Numbered headings of chapters. Accounts of municipalities number their functions otherwise: ``0.22.05 Jorde``."""
ANNEX = re.compile(r"^\s*(?:Bilag|Appendiks|Kapitel|Afsnit)\s+(?:\d{1,2}|[A-ZÆØÅ])\b")
"""Headings of annexes and chapters."""
ANNEX_TITLE = re.compile(r"Bilag \d{1,2}(?:\.\d{1,2})?: ")
"""``Bilag 2: Regnskab 2031``: a title, whatever year it ends in."""

PAGE_FURNITURE = re.compile(
    r"^\s*(?:S\s?i\s?d\s?e\s*\|?\s*\d{1,4}(?:\s+af\s+\d{1,4})?|\d{1,4}\s*\|\s*S\s?i\s?d\s?e|"
    r"https?://\S+|mailto:\S+|file:///\S+|www\.\S+)\s*$",
    re.IGNORECASE,
)
"""Lines that belong to the page, not to what is printed on it."""

FOOTNOTE_MARK = re.compile(r"\d(?<=[a-zæøå]{3}.)\d?(?=$|[\s.,:;)])")
"""Footnote digits glued to a word."""

GROUPED = re.compile(r"[-–−]?\d{1,3}(?:\.\d{3})+")
"""A number with its thousands set apart: an amount, no code and no year."""

YEAR = re.compile(r"(?:19|20)\d\d")
ENUMERATOR = re.compile(r"(?:[A-ZÆØÅ]|\d{1,2}|[IVX]{1,4})[.)]|\([a-z0-9]{1,2}\)")
"""``A.``, ``1.``, ``(2)``: what stands before the words of a cell."""
COLUMN_NUMBERS = re.compile(r"(?:\(?\d{1,2}\)?\s+)*\(\d{1,2}\)")
"""A row that only numbers the columns: ``(1) (2) (3)``."""
