"""Municipalities in running text and tables, with official name and code (``Ringkøbing-Skjern 760``).

A bare name is as a rule a town. It stands for the municipality where «Kommune» follows, in a list that
«kommuner» ends or «kommunerne» begins, behind its code, alone in brackets, behind an office («borgmester i»),
between commas behind a person (``Ida Holm, Assens``), in a line that holds nothing but such names and figures,
where no town has the name (``Favrskov``), before a figure in brackets (``Skive (7,3 pct.)``), or where it begins a
sentence of a paragraph on municipalities. Names inside other names (``Københavns Universitet``), of ways
(``fra Ribe``) and behind a postal code never do.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from extractors.mentions.found import CAPITAL, Found, capital_words, longest, with_genitives
from extractors.text.signs import DIGIT, sign, signs_of
from schemas.places import Municipality, find_municipality, municipality_by_code, municipality_spellings

OFFICES = (
    "borgmester", "borgmesteren", "borgmestre", "borgmestrene", "viceborgmester", "viceborgmestrene", "rådmand",
    "kommunaldirektør", "kommunaldirektørerne", "socialdirektørerne", "byråd", "byrådet", "byrådene",
    "byrådsmedlem", "kommunalbestyrelsen", "kommunalbestyrelserne", "kommunalbestyrelsesmedlem",
    "jobcenter", "jobcentrene",
)  # fmt: skip
"""Words of municipal offices: the place named behind them is the municipality."""

PLACED = (
    "placeres", "placeret", "ligger", "beliggende", "åbner", "åbnes", "bor", "mødes", "afholdes", "kontor",
    "kontorer", "afdeling", "afdelinger", "filial", "filialer", "campus", "adresser", "lokaler", "station",
    "stationer", "havn", "hospitaler", "hospitalerne", "sygehuse", "sygehusene", "skoler",
)  # fmt: skip
"""Words after which «i» leads to a town: something lies there."""


NO_TOWNS = (
    "Furesø", "Egedal", "Halsnæs", "Gribskov", "Stevns", "Guldborgsund", "Odsherred", "Mariagerfjord", "Rebild",
    "Jammerbugt", "Vesthimmerland", "Vesthimmerlands", "Favrskov", "Norddjurs", "Syddjurs", "Nordfyns", "Morsø",
    "Ringkøbing-Skjern", "Ikast-Brande", "Faaborg-Midtfyn", "Lyngby-Taarbæk", "Høje-Taastrup", "Bornholm", "Samsø",
    "Læsø", "Fanø", "Ærø", "Langeland",
)  # fmt: skip
"""Names that no town has: of municipalities alone, or of islands that are one municipality."""

ELSEWHERE = re.compile(
    r"\b(?:fra|til|mellem|mod|via|over|ved|nær)\s\Z|\d{4}\s\Z|(?<![.!?:])\s?[A-ZÆØÅ][\wæøå.-]*\s\Z|[A-ZÆØÅ]\w*,\s\Z"
)
"""What stands before a place that is no municipality: a way to it, a postal code, another name that goes on."""
GOES_ON = re.compile(r"\s[A-ZÆØÅ&]|,?\sden\s\d|,\s\d|-|\s(?:by|havn|station|lufthavn|bugt|fjord|banen)\b")
"""What stands behind one: more of a name, or a date."""


def _name_pattern() -> str:
    spellings = sorted(municipality_spellings(), key=lambda name: (-len(name), name))
    parts = [re.escape(name).replace(r"\-", r"[-‐–]\s?").replace(r"\ ", r"\s") for name in spellings]
    return "(?:" + "|".join(parts) + ")"


_NAME = _name_pattern()
_FIRST_WORDS = with_genitives(re.findall(r"\w+", name)[0] for name in municipality_spellings())
_NO_TOWN_NAMES = with_genitives(NO_TOWNS)
_SENTENCE_START = re.compile(r"[a-zæøå)][.!?]\s\Z")
_ACTS = re.compile(r"\s(?!i\s|er\sen\s)[a-zæøå]")
_FIGURE_BEHIND = re.compile(r"\s\([-–+]?\d[\d.,]*\s?(?:%|pct\b|procent\b|promille\b|elever\b|borgere\b|kr\b)")
_ANY = rf"{_NAME}s?(?![\wæøå])"
_JOINT = r"(?:,\s|\s?/\s?|,?\s(?:og|samt|&|eller)\s)"
_PLAIN = rf"(?<![\w-]){_ANY}(?!-\w)"

_JOINED = re.compile(rf"{_PLAIN}(?:{_JOINT}{_PLAIN})*")
_KOMMUNE = re.compile(rf"(?<![\w-])(?P<name>{_NAME})s?\s(?:Regionsk|[Kk])ommunes?(?!\w)")
_CHAIN = re.compile(rf"{_PLAIN}(?:{_JOINT}{_PLAIN})+")
_SINGLE = re.compile(_PLAIN)
_LIST_END = re.compile(r"(?:s?\s|-\s)[Kk]ommuner(?:ne|nes|s)?(?!\w)")
_LIST_START = re.compile(r"(?:kommunerne|medlemskommunerne?|kommuner|kommune):?\s(?:i\s)?\Z", re.IGNORECASE)
_OFFICE = re.compile(rf"\b(?:{'|'.join(OFFICES)})\s(?:i|for|fra)\s\Z|\b(?:jobcenter|byrådet i)\s\Z", re.IGNORECASE)
_OFFICE_STEMS = ("borgmest", "rådmand", "direktør", "byråd", "kommunalbestyrelse", "jobcent")
"""In small letters what a text with an office holds, one of them."""
_MAY_HOLD_OFFICE = sign(*_OFFICE_STEMS)
_CODED = re.compile(rf"(?<![\w.,-])(?P<code>[1-8]\d\d)\s(?P<name>{_NAME})s?(?![\wæøå])")
_SUCH_AS = r"(?:(?:fx|f\.\s?eks\.|eksempelvis|bl\.\s?a\.|blandt andet|herunder|dvs\.)\s)?"
_BRACKETED = re.compile(rf"\({_SUCH_AS}(?P<names>{_ANY}(?:{_JOINT}{_ANY})*)\)")
_HOME = re.compile(rf"(?:\s?\([A-ZÆØÅ]{{1,2}}\))?,\s(?P<name>{_ANY})(?=\s?[,.;:)]|\s(?:og|samt)\s|\s*\Z)")
_FIGURES = r"(?:[\s\t|]+[-–+]?[\d.,]*\d[\d.,]*\s?(?:%|pct\.?|kr\.?)?|[\s\t|]+[-–*])*"
_ROW_HEAD = re.compile(r"\s*(?:[1-8]\d\d\s+)?(?P<word>[^\W\d]\w*)")
_ROW = re.compile(rf"\s*(?:[1-8]\d\d\s+)?(?P<names>{_ANY}(?:\s[Kk]ommune)?(?:\s+{_ANY})*){_FIGURES}[\s*]*")

_NAME_BEFORE = re.compile(r"(?<![\w.])[A-ZÆØÅ][a-zæøå]+(?:\s[A-ZÆØÅ][a-zæøå]*)?(?:,\s|\sog\s)\Z")
_NAME_BEHIND = re.compile(r"(?:,\s|,?\s(?:og|samt)\s)[A-ZÆØÅ][a-zæøå]+(?=[,.;)]|\s(?:og|samt)\s|\Z)")

_PLACED_IN = re.compile(rf"\b(?:{'|'.join(PLACED)})\s(?:i|ved)\s\Z", re.IGNORECASE)

LONG_LIST = 4
"""Names in a row that make a list of municipalities, unless towns that are none stand among them."""

SURE_LIST = 10
"""Names in a row that make one whatever stands beside them."""


def find_municipalities(text: str, persons: Iterable[Found] = ()) -> list[Found]:
    """All municipalities of the text in order, none inside another; the norm is official name and code.

    ``persons`` are those found in the text: a bare name between commas behind one is their municipality.
    """
    if _FIRST_WORDS.isdisjoint(capital_words(text)):
        return []
    starts = [word.start() for word in CAPITAL.finditer(text) if word.group() in _FIRST_WORDS]
    found = [_found(m.start(), m.end(), m["name"], 0.95) for m in _matches(_KOMMUNE, text, starts)]
    for match in _CODED.finditer(text) if signs_of(text) & DIGIT else ():
        municipality = find_municipality(match["name"])
        if municipality is not None and municipality == municipality_by_code(match["code"]):
            found.append(_found(match.start("name"), match.end(), match["name"], 0.95))
    for match in _BRACKETED.finditer(text) if "(" in text else ():
        found += _each(match["names"], match.start("names"), 0.85)
    for match in _matches(_CHAIN, text, starts) if len(starts) > 1 else ():
        names = _each(match.group(), match.start(), 0.9)
        listed = _LIST_END.match(text, match.end()) or _LIST_START.search(
            text[max(0, match.start() - 24) : match.start()]
        )
        long = len(names) >= LONG_LIST or (len(names) == LONG_LIST - 1 and "ommun" in text)
        listed = listed or _OFFICE.search(text[max(0, match.start() - 40) : match.start()])
        if listed or (long and (len(names) >= SURE_LIST or not _among_towns(text, match))):
            found += names
    if signs_of(text) & _MAY_HOLD_OFFICE and ("i " in text or "enter" in text):
        for match in _matches(_SINGLE, text, starts):
            if _OFFICE.search(text[max(0, match.start() - 40) : match.start()]):
                found.append(_found(match.start(), match.end(), match.group(), 0.9))
    found += _told_apart(text, starts)
    for person in persons:
        if (home := _HOME.match(text, person.end)) is not None:
            found.append(_found(home.start("name"), home.end("name"), home["name"], 0.8))
    return longest(hit for hit in found if hit.norm)


def _matches(pattern: re.Pattern[str], text: str, starts: Sequence[int]) -> Iterator[re.Match[str]]:
    """What ``finditer`` gives of a pattern that begins with a name: names begin at ``starts`` alone."""
    taken = 0
    for start in starts:
        if start >= taken and (match := pattern.match(text, start)) is not None:
            yield match
            taken = match.end()


def _told_apart(text: str, starts: Sequence[int]) -> Iterator[Found]:
    """Bare names, alone or joined, that are no towns: one of them is a name that no town has, the figure of it
    stands in brackets behind it, or, in a paragraph on municipalities, they begin a sentence of what they do."""
    of_municipalities = "ommun" in text
    for match in _matches(_JOINED, text, starts):
        before = text[max(0, match.start() - 40) : match.start()]
        if _PLACED_IN.search(before):
            continue
        names = _each(match.group(), match.start(), 0.75)
        with_figure = len(names) == 1 and _FIGURE_BEHIND.match(text, match.end())
        if not with_figure and (ELSEWHERE.search(before) or GOES_ON.match(text, match.end())):
            continue
        certain = {name for name in names if text[name.start : name.end] in _NO_TOWN_NAMES}
        acts = of_municipalities and _SENTENCE_START.search(before) and _ACTS.match(text, match.end())
        if certain or with_figure or acts:
            yield from (name._replace(confidence=0.85) if name in certain else name for name in names)


def _among_towns(text: str, match: re.Match[str]) -> bool:
    """True where something lies there (``placeres i``), or where other places stand before or behind the names:
    then all of them are towns."""
    before = text[max(0, match.start() - 40) : match.start()]
    if _PLACED_IN.search(before):
        return True
    return _NAME_BEFORE.search(before) is not None or _NAME_BEHIND.match(text, match.end()) is not None


def find_in_rows(lines: Sequence[str]) -> Iterable[tuple[int, Found]]:
    """Municipalities in lines that hold nothing but their names and figures: rows of tables and legends.

    Yields the position of the line and the place in it. A line counts only where one of the five lines before or
    after it that are not blank is such a line as well, so that a broken address is none.
    """
    rows: list[tuple[int, int, list[Found]]] = []
    printed = 0
    for position, line in enumerate(lines):
        first = line[:1]
        if not first or (first.isspace() and not (first := line.lstrip()[:1])):
            continue
        printed += 1
        if not (first.isupper() or first.isdecimal()) or not 2 < len(line) < 400:
            continue
        head = _ROW_HEAD.match(line)
        if head is None or head["word"] not in _FIRST_WORDS:
            continue
        cell, match = line, _ROW.fullmatch(line)
        if match is None and "\t" in line:
            cell = line.split("\t", 1)[0]
            match = _ROW.fullmatch(cell)
        if match is not None and (names := _each(match["names"], match.start("names"), 0.85)):
            rows.append((position, printed, names))
    for index, (position, at, names) in enumerate(rows):
        near = len(names) > 1 or any(
            abs(rows[other][1] - at) <= 5 for other in (index - 1, index + 1) if 0 <= other < len(rows)
        )
        if near:
            for name in names:
                yield position, name


def _each(text: str, offset: int, confidence: float) -> list[Found]:
    return [_found(offset + m.start(), offset + m.end(), m.group(), confidence) for m in re.finditer(_ANY, text)]


def _found(start: int, end: int, name: str, confidence: float) -> Found:
    municipality = find_municipality(" ".join(name.replace("- ", "-").split()))
    return Found(start, end, norm_of(municipality) if municipality else "", confidence)


def norm_of(municipality: Municipality) -> str:
    """Official name and code: ``Aarhus 751``."""
    return f"{municipality.name} {municipality.code}"
