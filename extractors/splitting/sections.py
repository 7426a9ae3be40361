"""The headed parts of agenda items: Baggrund, Indstilling, Sagsfremstilling, Bilag, Beslutning, …"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from extractors.splitting.labels import attachment_label, names_bilag
from extractors.splitting.outline import Outline
from extractors.splitting.titles import ends_in_values
from extractors.splitting.words import ADVICE, ALWAYS_SECTIONS, CORE_SECTIONS, SECTION_OF
from extractors.text.joining import Passage, packet_passages, slice
from extractors.text.markers import read_marker
from extractors.text.words import DANGLING
from schemas.packet import AgendaItem, Packet, SectionPart, Span

_LONGEST_HEADING = 60
_LONGEST_OPENING = 130
_SHARE = 0.2
"""Share of the items that have sections in which a heading such as Økonomi must stand to be one of the agenda's;
else it is a heading within the text of one item."""
_COUNT = re.compile(
    r"\s?\((?:\d{1,2}(?: stk\.?)?|vedlagte?|vedhæftede?|vedhæftet|vedlægges|udsendt|elektronisk)\)\Z"
)
"""``Bilag (3)``, ``Bilag (vedlagt)``: the heading tells how many, or how they are sent."""

_OF_ITEM = re.compile(
    r"bilag (?:til|vedr\.?|vedrørende) (?:punkt|pkt\.?|sag)(?: nr\.)? (?P<number>\d{1,3}(?:\.\d{1,2})?)"
)
"""``Bilag til punkt 3:`` over a list within the item of that number."""

_DAY = r"(?:(?:den|d\.|af) )?\d{1,2}[. /-][\wæøå .,/-]{3,22}"
_DECISION_ON = re.compile(rf"(?P<head>[a-zæøå', -]*?(?:beslutning|indstilling|referat))(?:er)?,? {_DAY}")
"""``Udvalgets beslutning den 28. januar 2025``: the heading names the day."""

_RUN_IN = re.compile(
    r"(?P<name>Indstilling|INDSTILLING|Beslutning|BESLUTNING|Baggrund|Sagsfremstilling|Resumé|Resume|Referat|Konklusion"
    r"|Drøftelse|Bilag|BILAG|Vedlagt|Vedhæftet|(?:Vedlagte|Vedhæftede|Sagens) bilag"
    r"|Bilags(?:liste|oversigt|fortegnelse|materiale)|Bilag til (?:punktet|sagen|dette punkt)"
    r"|Bilag (?:til|vedr\.?|vedrørende) (?:punkt|pkt\.?|sag)(?: nr\.)? \d{1,3}(?:\.\d{1,2})?"
    r"|Materialer?|Dokumenter)"
    r"(?:,? (?:den |d\. ?)?\d{1,2}\.? ?[a-zæøå]{3,9}\.? 20\d\d)?\s?:\s+(?=[A-ZÆØÅ\d(•–-]|at\s)"
)
"""``Indstilling: Det indstilles, at …``: the heading on the first line of its text."""

_RUN_IN_STARTS = frozenset("IBSRKDVM")

_SAID = ("beslutning", "referat", "indstilling", "anbefaling")
_DECISION_OF = re.compile(
    rf"({'|'.join(_SAID)})(?:er)? (?:(?:i|fra|af|på|til|–|-) )?"
    r"(?P<whom>[a-zæøå .,\d-]{3,45})"
)
"""``Beslutning i Teknisk Udvalg den 3. maj 2023``: the heading names the body that decided."""

_DECISION_LONG = re.compile(
    rf"Beslutning (?:(?:i|fra|af) )?(?P<whom>[A-ZÆØÅ][\wæøåÆØÅ, -]{{3,70}}?),? {_DAY}"
    r"(?:,? (?:pkt\.|punkt) \d{1,3})?:",
    re.IGNORECASE,
)
"""``Beslutning fra Børne- og Ungeudvalget, den 3. maj 2027, punkt 12:``."""

_OF_POINT = re.compile(
    r"(beslutning|indstilling|referat|sagsfremstilling|resumé|resume) (?:for|til|vedr\.?) (?:punkt|pkt\.?|sag)"
    r"(?: nr\.)? \d{1,3}(?:\.\d{1,2})?"
)
"""``Beslutning for Punkt 2:``: the heading names the item it stands in."""

_DECIDES = re.compile(
    r"\b(?:kkr|kl|[a-zæøå]*(?:udvalg|råd|bestyrelse|kreds|klynge|forvaltning|magistrat)(?:et|en|ets|ens)?"
    r"|direktionen|administrationen|borgmesteren|formand(?:en|skabet)|sekretariatet)\b|^møde"
)
"""Who decides. ``Anbefalinger fra arbejdsgruppen`` and ``Referat af møde den 3. maj`` are titles of papers."""

_SAID_BY = ("beslutning", "indstilling", "anbefaling", "bemærkninger", "vurdering")
_OF_WHOM = re.compile(rf"(?:[a-zæøå-]+,? ){{0,4}}[a-zæøå-]+s ({'|'.join(_SAID_BY)})")
"""``Direktionens indstilling``, ``Børne- og Ungeforvaltningens vurdering``."""

_BY_WHOM = re.compile(
    r"[A-ZÆØÅ](?:[\wæøå-]+,? ){0,5}?[\wæøå-]+ (?:indstiller|anbefaler|foreslår)"
    r"(?: (?:til|over for) [\wæøå, -]{3,60}?)?"
    r"(?:,? at(?: (?:KKR [A-ZÆØÅ][a-zæøå]+|[\wæøå-]*(?:udvalget|rådet|bestyrelsen|kredsen|klyngen)"
    r"|udvalg(?:et)? for [\wæøå ,]{3,40}))?)?\s?[,:]?",
    re.IGNORECASE,
)
"""``Forvaltningen indstiller``, ``Sekretariatet indstiller, at bestyrelsen`` in place of a heading: what is
recommended stands in the lines below."""

_WHO_BEHIND = re.compile(
    r"(?:På (?:den |denne )?baggrund(?: af [\wæøåÆØÅ -]{3,60})?|Derfor|Herefter|På det grundlag)"
    r" (?:indstiller|anbefaler|foreslår) [A-ZÆØÅ][\wæøåÆØÅ ,&-]{2,70}(?::|,? at:?)"
)
"""``På baggrund af ansøgningen indstiller Kultur og Fritid:``."""

_DECIDED_THERE = re.compile(
    rf"(?P<whom>[A-ZÆØÅ][\wæøåÆØÅ, -]{{3,70}}?),? {_DAY}(?:,? (?:pkt\.|punkt|sag)\s?(?:nr\. )?\d+)?:", re.IGNORECASE
)
"""``Økonomiudvalget, 18. september 2024, pkt. 153:`` over what a body on the way decided."""


def section_name(text: str) -> str | None:
    """The section that a line heads where it holds nothing but the heading; None for other lines."""
    if not 3 < len(text) <= _LONGEST_OPENING or text[0].islower() or text[0].isdecimal():
        return None
    if len(text) > _LONGEST_HEADING:
        told = (
            text.startswith("Beslutning")
            and (m := _DECISION_LONG.fullmatch(text))
            and _DECIDES.search(m["whom"].lower())
        )
        return "Beslutning" if told else "Indstilling" if asks_below(text) else None
    plain = text.rstrip(" :.").lower().replace("’", "'")
    sentence = text.endswith(".") and plain != "bilag"
    if plain[-1:] == ")" and plain.startswith("bilag"):
        plain = _COUNT.sub("", plain)
    if plain in SECTION_OF:
        return SECTION_OF[plain] if not sentence else None
    if not sentence and plain[-1:].isdecimal() and (m := _DECISION_ON.fullmatch(plain)):
        plain = m["head"].rstrip(" ,")
        if plain in SECTION_OF:
            return SECTION_OF[plain]
    if plain[-1:].isdecimal() and (m := _OF_POINT.fullmatch(plain)):
        return SECTION_OF[m[1]]
    if plain.startswith(_SAID) and (m := _DECISION_OF.fullmatch(plain)) and _DECIDES.search(m["whom"]):
        of_paper = plain.startswith("referat af") or plain.rsplit(" ", 1)[-1] in DANGLING
        if not of_paper:
            return SECTION_OF[m[1]]
    if sentence:
        return None
    if plain.endswith(_SAID_BY) and (m := _OF_WHOM.fullmatch(plain)):
        return SECTION_OF[m[1]]
    if asks_below(text):
        return "Indstilling"
    if text.endswith(":") and (m := _DECIDED_THERE.fullmatch(text)) and _DECIDES.search(m["whom"].lower()):
        return "Beslutning"
    return None


def asks_below(text: str) -> bool:
    """True for a line that says who recommends, and not what."""
    if len(text) >= _LONGEST_OPENING:
        return False
    low = text.lower()
    if low.startswith("det "):
        return _ASKED.fullmatch(text) is not None
    asking = "indstiller" in low or "anbefaler" in low or "foreslår" in low
    return asking and (_BY_WHOM.fullmatch(text) is not None or _WHO_BEHIND.fullmatch(text) is not None)


_ASKED = re.compile(r"Det (?:indstilles|anbefales|henstilles|foreslås)(?:,? at)?\s?[,:]?")


def run_in(text: str) -> re.Match[str] | None:
    """The heading that a line of text begins with; ``name`` is its word."""
    return _RUN_IN.match(text)


@lru_cache(maxsize=256)  # headers that stand close together ask for the same lines below them
def opened_section(text: str) -> str | None:
    """The section that a line heads, be it with its text behind the heading."""
    if text[:1] in _FOLDED_STARTS:
        text = _FOLDED.sub("", text)
    name = section_name(text)
    if name is None and text[:1] in _RUN_IN_STARTS and (m := run_in(text)):
        return SECTION_OF.get(m["name"].lower())
    return name


_FOLDED = re.compile(r"\A(?:[•·]\s+|fold dette punkt (?:ind|ud) )(?=[A-ZÆØÅ])")
"""What a web site prints before a heading that folds: a bullet, or what a click on it does."""
_FOLDED_STARTS = frozenset("•·f")

_LISTS = frozenset({"materiale", "materialer", "mødemateriale", "baggrundsmateriale", "dokumenter"})
"""Headings of lists of bilag that head other text as well."""


def numbered_section(text: str, number: str) -> str | None:
    """The section that a line heads behind the number of its item and its own: ``2.1 Indstilling`` of item 2."""
    if not text.startswith(f"{number}.") or (m := _NUMBERED.match(text)) is None or m["item"] != number:
        return None
    return section_name(text[m.end() :])


_NUMBERED = re.compile(r"(?P<item>\d{1,3})\.\d{1,2}\.?\s+(?=[A-ZÆØÅ])")


def _heads_list(outline: Outline, item: AgendaItem, index: int, *, inside: bool) -> bool:
    """True for the heading of a list of bilag that is one within an item alone: it names that item (``Bilag til
    punkt 3:``), or is a word such as ``Materiale`` below other headings (``inside``) or right above a bullet."""
    text = outline.text(index)
    opened = run_in(text)
    word = (opened["name"] if opened is not None else text.rstrip(" :")).lower()
    if of := _OF_ITEM.fullmatch(word):
        return of["number"] == item.item_no and not outline.is_top(index)
    below = outline.next_printed(index)
    return word in _LISTS and (inside or (below is not None and read_marker(outline.text(below)) is not None))


def find_sections(outline: Outline, items: Sequence[AgendaItem]) -> tuple[SectionPart, ...]:
    """The sections of all items, in order. An item without a core heading (Baggrund, Indstilling,
    Sagsfremstilling, Bilag, Beslutning …) has none: its words are those of its bilag."""
    heads = {item.item_no: _heads(outline, item, item.span) for item in items if item.span is not None}
    heads = {number: lines for number, lines in heads.items() if any(name in CORE_SECTIONS for _, name in lines)}
    users = Counter(name for lines in heads.values() for name in {name for _, name in lines})
    telling = sum(any(name != "Beslutning" for _, name in lines) for lines in heads.values())
    template = {name for name in users if name in ALWAYS_SECTIONS or users[name] >= max(1, _SHARE * telling)}
    found: list[SectionPart] = []
    for item in items:
        if item.span is not None and item.item_no in heads:
            kept = [(index, name) for index, name in heads[item.item_no] if name in template]
            found += _parts(outline, item, item.span, kept)
    return tuple(found)


def _heads(outline: Outline, item: AgendaItem, span: Span) -> list[tuple[int, str]]:
    start = item.header.last + 1 if item.header else span.first
    heads: list[tuple[int, str]] = []
    advised = False  # what asks the meeting is the text of an item
    counted = _counted(outline, start, span.last)
    for index in outline.within(Span(start, span.last)):
        advised = advised or ADVICE.match(outline.text(index)) is not None
        name = opened_section(outline.text(index)) or numbered_section(outline.text(index), item.item_no)
        name = name or counted.get(index)
        if name is None and _heads_list(outline, item, index, inside=bool(heads) or advised):
            name = "Bilag"
        if name is None and _proposes(outline, index):
            name = "Indstilling"
        own = heads[-1][1] != "Bilag" if heads else advised or _is_own_label(outline.text(index), item.item_no)
        if name is None and own and _lists_bilag(outline, item, index, span.last):
            name = "Bilag"
        if name is None or (heads and name == heads[-1][1] and outline.next_printed(heads[-1][0]) == index):
            continue  # «Indstilling» over «Forvaltningen indstiller:» is one heading
        if (
            name == "Afbud"
            and heads
            and heads[-1][1] == "Beslutning"
            and outline.next_printed(heads[-1][0]) == index
        ):
            continue  # who was absent when it was decided
        heads.append((index, name))
    asked = any(name == "Indstilling" and not asks_below(outline.text(index)) for index, name in heads)
    return [(index, name) for index, name in heads if not (asked and asks_below(outline.text(index)))]


def counted_section(text: str) -> str | None:
    """The section that the first of counted headings opens: ``1. Baggrund``."""
    m = _COUNTED.match(text) if text[:1] == "1" and len(text) <= _LONGEST_HEADING else None
    return section_name(text[m.end() :]) if m is not None and m["number"] == "1" else None


def _counted(outline: Outline, start: int, last: int) -> dict[int, str]:
    """The headings of an item whose sections are counted from 1 on: ``1. Baggrund`` right below its title, and
    ``2. Økonomi``, ``4. Indstilling`` where numbers rise. A bilag that counts its parts begins further down."""
    found: dict[int, str] = {}
    above = 0
    for place, index in enumerate(outline.within(Span(start, last))):
        text = outline.text(index)
        m = _COUNTED.match(text) if text[:1].isdecimal() and len(text) <= _LONGEST_HEADING else None
        if m is None:
            if not above and place >= _FIRST_REACH:
                break
            continue
        number = int(m["number"])
        name = "Indstilling" if _proposes(outline, index) else section_name(text[m.end() :])
        if name is None or (not (number == 1 and not above) and not 0 < above < number):
            continue
        found[index] = name
        above = number
    return found


_COUNTED = re.compile(r"(?P<number>\d{1,2})[.:)]?\s+(?=[A-ZÆØÅ])")
_FIRST_REACH = 4
"""Printed lines below the title within which the first of counted headings stands."""


def _is_own_label(text: str, item_no: str) -> bool:
    """True for the label of a bilag that holds the number of the item: ``Bilag 3.1: …`` below ``Ad 3. …``."""
    label = attachment_label(text) if text[:1] in "BAU" else None
    told = label is not None and label["number"] is not None and label["title"][:1].isupper()
    return label is not None and told and label["number"].startswith(f"{item_no}.")


def _proposes(outline: Outline, index: int) -> bool:
    """True for the heading ``Forslag``, ``4. Direktionens forslag`` over who proposes what: ``Børn og Unge
    foreslår, at udvalget …``."""
    text = outline.text(index)
    if not text.endswith(_FORSLAG) or _PROPOSAL.fullmatch(text) is None:
        return False
    below = outline.next_printed(index)
    return below is not None and _PROPOSED.match(outline.text(below)) is not None


_FORSLAG = ("forslag", "Forslag", "FORSLAG", "forslag:", "Forslag:", "FORSLAG:")
_PROPOSAL = re.compile(r"(?:\d{1,2}[.:)]?\s+)?(?:[A-ZÆØÅ][\wæøå-]+s\s)?forslag:?", re.IGNORECASE)
_PROPOSED = re.compile(
    r"[A-ZÆØÅ][^.:;]{1,80}?\s(?:foreslår|foreslås|indstiller|indstilles|anbefaler|anbefales)\b[^.:;]*\bat\b"
)


def _lists_bilag(outline: Outline, item: AgendaItem, index: int, last: int) -> bool:
    """True for the first of the labels that end an item, or its section, without a heading above them: ``Bilag 3a:
    Arbejdsplan``; and for those right below its title. Labels with text below them open bilag or are cited."""
    text = outline.text(index)
    if not _names_bilag(text, item) or outline.is_top(index):
        return False
    above = outline.preceding(index, 1)
    below_title = item.header is not None and above == [item.header.last]
    ended = outline.space_above(index) >= 1 or (
        bool(above)
        and (outline.text(above[0]).endswith((".", ":", ";", ")")) or ends_in_values(outline.text(above[0])))
    )
    if not (ended or below_title):
        return False
    below = outline.following(index, _LONGEST_LIST)
    for line in below:
        text = outline.text(line)
        if line > last or outline.is_top(line) or opened_section(text) is not None:
            return True
        if not _names_bilag(text, item) and not text[0].islower():
            return False
    return len(below) < _LONGEST_LIST


def _names_bilag(text: str, item: AgendaItem) -> bool:
    return names_bilag(text) or _is_own_label(text, item.item_no)


_LONGEST_LIST = 40


def _parts(outline: Outline, item: AgendaItem, span: Span, heads: list[tuple[int, str]]) -> list[SectionPart]:
    parts = []
    for place, (index, name) in enumerate(heads):
        end = heads[place + 1][0] - 1 if place + 1 < len(heads) else span.last
        parts.append(SectionPart(item.item_no, name, Span(index, outline.last_until(end, index))))
    return parts


def section_passages(packet: Packet, section: SectionPart) -> list[Passage]:
    """The passages of a section without its heading, text on the heading's own line included."""
    first, last = section.span
    heading_line = packet.lines[first].text.strip(" *")
    if asks_below(heading_line) or names_bilag(heading_line):
        return packet_passages(packet, section.span)
    if run_in(heading_line) is None:
        return packet_passages(packet, Span(first + 1, last)) if last > first else []
    opening, *rest = packet_passages(packet, section.span)
    heading = run_in(opening.text)
    return [slice(opening, heading.end(), len(opening.text)) if heading else opening, *rest]
