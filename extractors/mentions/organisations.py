"""Organisations in running text: known Danish bodies, bodies by the build of their name, and short forms.

A short form that a document defines (``Greater Øresund Kontor (GØK)``) is found in all of it and stands for the
full name. The norm is the full name in its base form.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Mapping

from extractors.mentions.found import (
    Found,
    Gazetteer,
    any_word,
    capital_words,
    data_rows,
    language,
    longest,
    with_genitives,
    word_start,
)
from schemas.word_lists import Remembered

WORDS = language("body")
GENERIC = frozenset(WORDS["generic"])
NO_PROPER_NAME = frozenset(WORDS["no_proper_name"])
PREFIXES = tuple(sorted(WORDS["prefixes"], key=lambda prefix: (-len(prefix), prefix)))
BODY_WORDS = re.compile("|".join(WORDS["parts"]), re.IGNORECASE)

_IN_CAP = r"[\wæøåéü&'’-]*"
_CAP = rf"[A-ZÆØÅ]{_IN_CAP}"
_JOINED = r"\w-"
_FIRST_CAP = word_start("A-ZÆØÅ", _JOINED)
_MINISTRY = re.compile(
    r"(?<![\w-])(?:[A-ZÆØÅ][a-zæøå]+-(?:,\s[A-ZÆØÅ][a-zæøå]+-)*\s(?:og|samt)\s)?[A-ZÆØÅ][a-zæøå]+ministeriet"
    r"(?=s?(?!\w))"
)
_ONE_WORD = re.compile(
    rf"{_FIRST_CAP}(?:[a-zæøå]+-\s(?:og|samt)\s[A-ZÆØÅ])?[a-zæøå]{{2,}}(?:{'|'.join(WORDS['suffixes'])})(?=s?(?![\w-]))"
)
_REGION = re.compile(
    r"(?<!\w)Region\s(?:Hovedstaden|Sjælland|Syddanmark|Midtjylland|Nordjylland|Skåne|Midt|H)(?=s?(?!\w))"
)
_PREFIXED = re.compile(rf"{any_word(PREFIXES, _JOINED)}\s(?P<name>{_CAP})(?:\s(?:{_CAP}))?")
_LAST = re.compile(rf"{_FIRST_CAP}{_IN_CAP}(?:\s{_CAP}){{0,3}}\s(?:{'|'.join(WORDS['last_words'])})(?=s?(?!\w))")
_LEGAL = re.compile(
    rf"{_FIRST_CAP}{_IN_CAP}(?:\s(?:[&+]\s)?{_CAP}){{0,4}}\s(?:A/S|ApS|I/S|P/S|K/S|IVS|[Aa]\.m\.b\.a\.?)(?!\w)"
)
_ABOUT = re.compile(
    rf"{any_word(WORDS['heads'], _JOINED)}\s(?:for|af|til)\s{_CAP}"
    rf"(?:(?:,\s{_CAP})*\sog\s(?!(?:{'|'.join(PREFIXES)})\s){_CAP}|\s{_CAP})*"
)
_SHORT = re.compile(
    r"\s?(?:\((?P<bracket>[A-ZÆØÅ][\wæøåÆØÅ&-]{1,9})\)|,\s(?P<comma>[A-ZÆØÅ]{1,4}\d{1,3}|[A-ZÆØÅ]{2,6})(?=[,.;:)]))"
)
_PHRASE = re.compile(rf"(?<![\w-]){_CAP}(?:\s(?:(?:for|af|og|i|the|of|and|&)\s)?{_CAP}){{0,7}}\Z")
_AREAS = frozenset(WORDS["areas"])
_AREAS_BY_CAPITALS = {area.upper(): area for area in WORDS["areas"]}

REGIONS = tuple(row["name"].removeprefix("Region ") for row in data_rows("regions.csv"))
"""The areas of the five regions and of the KKRs."""

SHORTEST_CUT = 4

_HYPHENED = re.compile(rf"(?<![\w-])(?:PLO|RAR|KKR|DSR|DGI)-(?:{'|'.join(sorted(_AREAS))})(?!\w)")
_PREFIX_WORDS = frozenset(prefix.split()[0] for prefix in PREFIXES)
_HEAD_WORDS = frozenset(head.split()[0] for head in WORDS["heads"])
_HYPHENED_WORDS = frozenset(["PLO", "RAR", "KKR", "DSR", "DGI"])
_SUFFIXED = tuple(with_genitives(suffix.rpartition(")")[2] for suffix in WORDS["suffixes"]))
_LAST_WORDS = with_genitives(re.split(r"\W", last)[0] for last in WORDS["last_words"])
_KINDS: dict[str, Callable[[str], bool]] = {
    "suffixed": lambda word: word.endswith(_SUFFIXED),
    "prefixed": _PREFIX_WORDS.__contains__,
    "last": _LAST_WORDS.__contains__,
    "head": _HEAD_WORDS.__contains__,
    "hyphened": _HYPHENED_WORDS.__contains__,
}
_kinds = Remembered(lambda word: frozenset(kind for kind, holds in _KINDS.items() if holds(word)))
"""For each word with a capital the builds of names that it may be a part of."""
_DEFINITION = re.compile(
    r"\((?P<bracket>[A-ZÆØÅ][\wæøåÆØÅ&-]{1,9})\)|,\s(?P<comma>[A-ZÆØÅ]{1,4}\d{1,3}|[A-ZÆØÅ]{2,6})(?=,)"
)


def _spellings(printed: str, name: str) -> list[tuple[str, str]]:
    """A name as it is, and one of several words also in capitals, as headings print it."""
    return [(printed, name), (printed.upper(), name)] if " " in printed else [(printed, name)]


_ROWS = data_rows("organisations.csv")
KNOWN = Gazetteer(
    pair
    for row in _ROWS
    for spelling in (row["name"], *filter(None, row["aliases"].split("|")))
    for pair in _spellings(spelling, row["name"])
)


def find_organisations(text: str, short_forms: Mapping[str, str] | Gazetteer | None = None) -> list[Found]:
    """All organisations of the text in order, the longest name where several overlap.

    ``short_forms`` are those the document defines (:func:`defined_short_forms`) with the names they stand for.
    """
    known: list[Found] = []
    if KNOWN.may_be_in(text):
        known += [Found(start, end, name, 0.95) for start, end, name in KNOWN.find(text)]
    if short_forms is not None:
        forms = short_forms if isinstance(short_forms, Gazetteer) else short_form_gazetteer(short_forms)
        if forms.may_be_in(text):
            known += [Found(start, end, name, 0.9) for start, end, name in forms.find(text)]
    found = known + _built(text, {hit.end for hit in known})
    return longest(_with_short(text, hit) for hit in longest(found)) if found else found


def short_form_gazetteer(short_forms: Mapping[str, str]) -> Gazetteer:
    """The look-up of a document's short forms and their full names, made once for all its passages."""
    return Gazetteer([*short_forms.items(), *((name, name) for name in set(short_forms.values()))])


def _built(text: str, known_ends: Container[int] = frozenset()) -> list[Found]:
    """Names that their build shows to be bodies. What ends with a known name is left to that: the capitalised words
    before it may be another cell of a table."""
    told = frozenset().union(*[_kinds[word] for word in capital_words(text) if not word.isdecimal()])
    found = []
    if "Region " in text:
        found += [Found(m.start(), m.end(), m.group(), 0.95) for m in _REGION.finditer(text)]
    if "ministeriet" in text:
        found += [Found(m.start(), m.end(), m.group(), 0.95) for m in _MINISTRY.finditer(text)]
    for match in _ONE_WORD.finditer(text) if "suffixed" in told else ():
        if match.group() not in GENERIC:
            found.append(Found(match.start(), match.end(), match.group(), 0.85))
    for match in _PREFIXED.finditer(text) if "prefixed" in told else ():
        if match["name"] in NO_PROPER_NAME:
            continue
        end = _prefixed_end(text, match)
        printed = text[match.start() : end]
        name = _base(printed)
        if not printed.startswith(name):
            found.append(Found(match.start(), end, name, 0.9))
        else:
            found.append(Found(match.start(), match.start() + len(name), name, 0.9))
    for match in _LAST.finditer(text) if "last" in told else ():
        if match.end() not in known_ends:
            start = match.start() + _repeated(match.group())
            found.append(Found(start, match.end(), text[start : match.end()], 0.85))
    if "/S" in text or "ApS" in text or "IVS" in text or ".m.b.a" in text:
        found += [Found(m.start(), m.end(), m.group(), 0.85) for m in _LEGAL.finditer(text)]
    if "head" in told:
        found += [Found(m.start(), m.end(), m.group(), 0.85) for m in _ABOUT.finditer(text)]
    if "hyphened" in told:
        found += [Found(m.start(), m.end(), m.group(), 0.85) for m in _HYPHENED.finditer(text)]
    return found


def _repeated(name: str) -> int:
    """Where the name begins again, in a row of a place and its body (``Nyborg Nyborg Sygehus``)."""
    first = name.split(" ", 1)[0]
    return max(name.rfind(f" {first} ") + 1, 0)


def _prefixed_end(text: str, match: re.Match[str]) -> int:
    """The end of a name of the kind ``KKR Sjælland``: one proper name, a second only where the first is no area."""
    words = match.group().split()
    prefix = next(p for p in PREFIXES if match.group().startswith(p + " "))
    rest = words[len(prefix.split()) :]
    if len(rest) > 1 and (
        rest[0].removesuffix("s") in _AREAS or rest[0].endswith("s") or "-" in rest[0] or prefix == "KKR"
    ):
        return match.end() - len(rest[1]) - 1
    return match.end()


def _base(name: str) -> str:
    """The name without a genitive of its area, and with the area as it is spelled (``KKR SJÆLLAND``). There is one
    KKR a region, so its area is known also where a line or a slide cuts it (``KKR Hoved``)."""
    head, _, last = name.rpartition(" ")
    last = re.sub(r"['’]s?$", "", last)
    if last.endswith("s") and last[:-1] in _AREAS:
        last = last[:-1]
    if last.isupper():
        last = _AREAS_BY_CAPITALS.get(last, last)
    if head == "KKR" and len(last) >= SHORTEST_CUT:
        last = next((region for region in REGIONS if region.startswith(last)), last)
    return f"{head} {last}" if head else last


def _with_short(text: str, hit: Found) -> Found:
    """The mention with the short form printed beside it (``Xx Kontor (XK)``)."""
    short = _SHORT.match(text, hit.end)
    if short is None or text[hit.start : hit.end].isupper():
        return hit
    form = short["bracket"] or short["comma"]
    if not _is_short_form(form):
        return hit
    if short["comma"] and not (_has_initials(hit.norm or "", form) and KNOWN.meaning(form) in (None, hit.norm)):
        return hit  # the next body of a list
    return hit._replace(end=short.end())


def _is_short_form(form: str) -> bool:
    return sum(char.isupper() or char.isdecimal() for char in form) >= 2


def defined_short_forms(texts: Iterable[str]) -> dict[str, str]:
    """Short forms that the texts define, with the full name: a known or built name with the short form in
    brackets behind it, or a capitalised phrase of a body whose initials it takes."""
    defined: dict[str, str] = {}
    for text in texts:
        hits: dict[int, Found] | None = None
        for match in _DEFINITION.finditer(text) if "(" in text or text.count(",") > 1 else ():
            form = match["bracket"] or match["comma"]
            if form in defined or not _is_short_form(form):
                continue
            if hits is None:
                known = [Found(start, end, name) for start, end, name in KNOWN.find(text)]
                hits = {hit.end: hit for hit in longest(known + _built(text))}
            end = match.start()
            if match["bracket"] and text[end - 1 : end].isspace():
                end -= 1
            name = hits[end].norm if end in hits else _phrase_before(text, end, form)
            if name is None or name == form:
                continue
            printed = text[max(0, end - 30) : end].rsplit(" ", 1)[-1]
            if not printed.isupper() and _has_initials(name, form):
                defined[form] = name
    return defined


def _phrase_before(text: str, end: int, form: str) -> str | None:
    """The capitalised phrase before a short form that takes its initials and names a body."""
    phrase = _PHRASE.search(text[max(0, end - 120) : end])
    if phrase is None or not BODY_WORDS.search(phrase.group()) or not _has_initials(phrase.group(), form):
        return None
    return phrase.group()


def _has_initials(phrase: str, form: str) -> bool:
    """True where the letters of the short form stand in the phrase in order and begin with its first letter."""
    letters = [char for char in form.lower() if char.isalpha()]
    lowered = phrase.lower()
    if not letters or lowered[0] != letters[0]:
        return False
    position = 0
    for letter in letters:
        position = lowered.find(letter, position) + 1
        if position == 0:
            return False
    return True
