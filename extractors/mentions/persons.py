"""Persons in running text: a known first name with a surname, or an unknown one where the text says it is a name.

What says so: a title before it (``direktør, Xx Yy``), a party letter behind it (``Xx Yy (V)``), a greeting or a
closing of a letter before it, an entry of a list that goes on with a title (``– Xx Yy, rektor``). ``detail`` is
the title and organisation printed with the name. The norm is the name, freed from a genitive.
"""

from __future__ import annotations

import re
from collections.abc import Container
from itertools import pairwise
from typing import NamedTuple

from extractors.mentions.found import Found, data_lines, language, longest, word_start

FIRST_NAMES = frozenset(data_lines("first_names.txt"))

WORDS = language("person")
TITLE_ENDINGS = tuple(WORDS["title_endings"])
SURNAME_ENDINGS = tuple(WORDS["surname_endings"])
STREETS = tuple(WORDS["streets"])
OFFICES = tuple(WORDS["offices"])
NO_NAME = frozenset(WORDS["no_name"])
MUNICIPAL = ("Kommune", "Regionskommune", "Byråd")
INSTITUTIONS = frozenset(WORDS["institutions"])

_CAPITALS = "A-ZÆØÅÁÉÍÓÚÝÖÄÜŽŠĐÐÞŁ"
_IN_PART = r"[\wæøåáéíóúýöäüß’'-]*"
_PART = rf"[{_CAPITALS}]{_IN_PART}"
_RUN = re.compile(
    word_start(_CAPITALS, r"\w-")
    + rf"{_IN_PART}\.?(?:\s(?:(?:von|van|de|der|den|af|bin|el|al|la|du)\s)?{_PART}\.?)+"
)
_TOKEN = re.compile(r"\S+")

SHORTEST_BEFORE_POINT = 4
"""Letters of a word that is taken for a surname where a point stands behind it within a text."""

PARTY_LETTERS = {name: letter for letter, _, name in (entry.partition(" ") for entry in WORDS["party_names"])}
"""Letters of parties by their names."""

_PARTIES = [*PARTY_LETTERS, *WORDS["parties"]]
_PARTY = re.compile(rf"\s?\((?P<party>{'|'.join(_PARTIES)})\)")
_WORD = re.compile(r"[\w.-]+\Z")
_CUT = re.compile(rf"(?:^|[,:;(]\s)(?P<name>{_PART}(?:\s{_PART}){{0,3}}\s[–•-]\s(?P<surname>{_PART}))(?=\Z|,|\s\()")
_LISTED = re.compile(rf"(?:^|[,;]\s|\sog\s)(?P<name>{_PART}\s{_PART})(?=[,;.]|\sog\s|\Z|\s\()")
_PATRONYM = re.compile(r"[A-ZÆØÅ][a-zæøå]{2,10}(?<![rdgjtv]el)sen")
_GREETING = re.compile(r"(?:\bkære|hilsen|\bhr\.|\bfru)\s*,?\s*\Z", re.IGNORECASE)
_GREETED = ("kære", "hilsen", "hr.", "fru", "ſ")
"""What a greeting before a name holds, in small letters; the last is the long s, an s to regular expressions."""
_TELLING_ENDINGS = (*SURNAME_ENDINGS, "sen")
"""Endings of surnames, those after a father's name among them."""
_APPOSITION = re.compile(r"\s?(?:\((?P<bracket>[^()]{1,60})\))?\s?,\s(?P<rest>[^.;:()\n–]{3,120})")
_TITLE_BEFORE = re.compile(
    r"(?P<title>(?:[\wæøåÆØÅ-]+-\s(?:og\s)?)?[\wæøåÆØÅ.-]+)(?:\s(?:for|i)\s[^,.;:()]{3,60})?,?\s*\Z"
)
_TITLE_WORD = re.compile(r"(?:adm\.|vice|tidl\.|konst\.|teknisk|juridisk|lægefaglig)\Z", re.IGNORECASE)


class _Token(NamedTuple):
    text: str
    start: int
    end: int


def is_title(word: str) -> bool:
    """True for a word that says what a person is (``kommunaldirektør``, ``Borgmester``)."""
    return word.lower().rstrip(".,").endswith(TITLE_ENDINGS)


def is_first_name(word: str) -> bool:
    """True for a known first name, also a double one (``Niels-Ulrik``)."""
    return word in FIRST_NAMES or ("-" in word and all(part in FIRST_NAMES for part in word.split("-")))


def find_persons(text: str, common_words: Container[str] = frozenset(), *, entry: bool = False) -> list[Found]:
    """All persons named in the text, in order.

    ``common_words`` are the words that the document prints in lower case: none of them begins an unknown name.
    ``entry`` is True where the text is an entry of a list.
    """
    found: list[Found] = []
    for run in _RUN.finditer(text):
        if " " not in run.group():
            continue  # words that no space parts are no name
        words = run.group().split()
        named = not FIRST_NAMES.isdisjoint(words) or "-" in run.group()
        told = _may_be_told(text, run.start(), run.end(), words[-1])
        if not (named or told):
            continue
        tokens = [
            _Token(m.group(), run.start() + m.start(), run.start() + m.end()) for m in _TOKEN.finditer(run.group())
        ]
        known = _known(text, tokens) if named else []
        for first, last in known:
            found.append(_person(text, tokens[first].start, tokens[last].end, 0.95))
        if told and not known and (hit := _by_evidence(text, tokens, common_words, entry)) is not None:
            found.append(hit)
    if entry:
        found += _cut_by_bullet(text, common_words)
    if not found:
        return found
    if len(found) > 1:
        found += _listed(text)
    persons = longest(hit for hit in found if not _is_street(text, hit))
    for index, (hit, following) in enumerate(pairwise(persons)):
        if hit.detail and (name := text[following.start : following.end]) in hit.detail:
            persons[index] = hit._replace(detail=_cut(hit.detail, name))
    return persons


def _word_before(head: str) -> str:
    """The word that the text ends with, a comma behind it left out; empty where it ends with another mark."""
    head = head.rstrip().removesuffix(",")
    match = _WORD.search(head[-40:].rsplit(None, 1)[-1]) if head and not head[-1].isspace() else None
    return match.group() if match else ""


def _known(text: str, tokens: list[_Token]) -> list[tuple[int, int]]:
    """First and last token of each name that begins with a known first name. Two first names alone are a name only
    behind a title: ``Anna Sofie`` may be a ship."""
    names: list[tuple[int, int]] = []

    def titled(first: int) -> bool:
        return is_title(_word_before(text[max(0, tokens[first].start - 40) : tokens[first].start]))

    index = 0
    while index < len(tokens):
        if not is_first_name(tokens[index].text) or tokens[index].text in NO_NAME:
            index += 1
            continue
        last = index
        surname = institution = False
        position = index + 1
        while position < len(tokens) and position - index < 6:
            word = tokens[position].text
            if surname and len(word) == 1 and word.isupper():
                break  # a row of a table: «Xx Yy A Thisted» gives the letter of the party
            if _blocks(word):
                institution = word.rstrip(".") in INSTITUTIONS
                if word.startswith(MUNICIPAL) and position - index > 2:
                    last -= 1  # «Xx Yy Thisted Kommune»: the town is no part of the name
                break
            given = is_first_name(word)
            if surname and given and position + 1 < len(tokens) and not _blocks(tokens[position + 1].text):
                break  # the next person begins
            last = position
            surname = surname or (not given and _may_be_surname(word, tokens[position].end == len(text)))
            position += 1
            if word.endswith(".") and len(word) > 2:
                break  # the sentence ends
        while last > index and (len(tokens[last].text.rstrip(".")) < 2 or tokens[last].text.islower()):
            last -= 1
        last = _before_street(text, tokens, index, last)
        if last > index and not institution and (surname or titled(index) or last - index > 1):
            names.append((index, last))
        index = max(last, index) + 1
    return names


def _before_street(text: str, tokens: list[_Token], first: int, last: int) -> int:
    """The last token of a name that an address follows on its line: ``Xx Yy Kongens Vænge 7``."""
    word = tokens[last].text.lower()
    if not word.endswith(STREETS) or _HOUSE.match(text, tokens[last].end) is None:
        return last
    street = 2 if word in STREETS else 1
    return last - street if last - street > first else last


_HOUSE = re.compile(r"\s\d")


def _may_be_surname(word: str, ends_text: bool) -> bool:
    """False for initials and short forms (``P.``, ``Chr.``); a point behind a longer word ends the sentence."""
    bare = word.rstrip(".")
    return len(bare) > 1 and (bare == word or len(bare) >= SHORTEST_BEFORE_POINT or ends_text)


def _blocks(word: str) -> bool:
    bare = word.rstrip(".")
    if len(bare) > _LONG_OFFICE and bare.lower().endswith(OFFICES):
        return True
    if bare in NO_NAME or bare in INSTITUTIONS or (is_title(bare) and len(bare) > 5):
        return True
    return len(bare) > 1 and bare.isupper() and not word.endswith(".")


_LONG_OFFICE = 9


_BEFORE = 60
"""Characters before a name in which a greeting or a title stands."""


def _by_evidence(text: str, tokens: list[_Token], common_words: Container[str], entry: bool) -> Found | None:
    """A name without a known first name, where what stands around it makes it one."""
    while tokens and (is_title(tokens[0].text) or tokens[0].text == "Kære"):
        titled = is_title(tokens[0].text)
        tokens = tokens[1:]
        if titled:
            return _unknown(text, tokens, common_words, titled=True)
    if not tokens:
        return None
    start = tokens[0].start
    head = text[max(0, start - _BEFORE) : start]
    if _PARTY.match(text, tokens[-1].end) or _GREETING.search(head):
        return _unknown(text, tokens, common_words, sure=True)
    if is_title(_word_before(head)):
        return _unknown(text, tokens, common_words, titled=True)
    if entry and start == 0:
        after = re.match(r",\s([\wæøåÆØÅ-]+)", text[tokens[-1].end : tokens[-1].end + 40])
        if after is not None and is_title(after[1]):
            return _unknown(text, tokens, common_words, titled=True)
    return _unknown(text, tokens, common_words)


def _may_be_told(text: str, start: int, end: int, last: str) -> bool:
    """False where neither the end of the last of several words nor what stands around them says that they are a
    name."""
    if last.rstrip(".").lower().endswith(_TELLING_ENDINGS) or "(" in text[end : end + 2]:
        return True
    before = text[max(0, start - _BEFORE) : end - len(last)].lower()
    return any(map(before.__contains__, _GREETED))


def _unknown(
    text: str, tokens: list[_Token], common_words: Container[str], *, sure: bool = False, titled: bool = False
) -> Found | None:
    words = [token.text.rstrip(".") for token in tokens]
    if not 2 <= len(words) <= 5 or any(_blocks(word) for word in words):
        return None
    if any(not any(char.islower() for char in word) and len(word) > 1 for word in words):
        return None
    if words[0].lower() in common_words:
        return None
    patronym = _PATRONYM.fullmatch(words[-1]) is not None and not words[0].endswith("s")
    if not sure and words[-1].lower() in common_words and not patronym:
        return None
    if sure:
        confidence = 0.9
    elif titled and words[-1].lower().endswith(SURNAME_ENDINGS):
        confidence = 0.8
    elif patronym and all(word.lower() not in common_words for word in words):
        confidence = 0.75
    else:
        return None
    return _person(text, tokens[0].start, tokens[-1].end, confidence)


def _person(text: str, start: int, end: int, confidence: float) -> Found:
    name = text[start:end].rstrip(".")
    end = start + len(name)
    norm = name
    if name.endswith(("’s", "'s")):
        norm = name[:-2]
    elif name.endswith(("sens", "gaards", "bergs", "manns")):
        norm = name[:-1]
    return Found(start, end, norm, confidence, _detail(text, start, end))


def _detail(text: str, start: int, end: int) -> str | None:
    """Title and organisation as printed beside the name."""
    parts = []
    head = text[max(0, start - 80) : start]
    before = _TITLE_BEFORE.search(head)
    if before is not None and is_title(before["title"].split()[-1]):
        lead = _TITLE_WORD.search(head[: before.start()].rstrip())
        parts.append(f"{lead.group()} {before['title']}" if lead else before["title"])
    after = _APPOSITION.match(text, end)
    if after is not None:
        rest = after["rest"].strip()
        first = rest.split()[0]
        if is_title(first) or is_title(" ".join(rest.split()[:2])) or first[0].isupper():
            rest = re.split(
                r",?\s(?:deltager|deltog|indleder|indledte|orienterer|orienterede|holder|holdt|giver|gav|bød|vil|er|var"
                r"|blev|som|der|har|havde|og|samt)\b",
                rest,
                maxsplit=1,
            )[0]
            rest = re.sub(r",\s\S\Z", "", rest).strip(", ")
            if rest:
                parts.append(rest)
    if (party := _PARTY.match(text, end)) is not None:
        parts.insert(0, party["party"])
    return ", ".join(parts) or None


def _listed(text: str) -> list[Found]:
    """Names of two first names (``Christian Ulrich``) between the commas of a list of persons."""
    return [
        Found(match.start("name"), match.end("name"), match["name"], 0.8)
        for match in _LISTED.finditer(text)
        if all(is_first_name(word) for word in match["name"].split())
    ]


def _cut_by_bullet(text: str, common_words: Container[str]) -> list[Found]:
    """Names in a list entry that a false bullet cuts in two: ``formand, Xx – Yysen (leder)``."""
    found = []
    for match in _CUT.finditer(text):
        words = [word for word in match["name"].split() if len(word) > 1]
        surname = match["surname"]
        if (
            not words
            or not is_first_name(words[0])
            or is_first_name(surname)
            or surname.lower() in common_words
            or is_title(surname)
        ):
            continue
        if not any(_blocks(word) for word in words):
            found.append(Found(match.start("name"), match.end("name"), " ".join(words), 0.8))
    return found


def _cut(detail: str, name: str) -> str | None:
    """The detail up to the next person's name and title."""
    words = detail[: detail.index(name)].split()
    while words and (is_title(words[-1]) or words[-1] in ("og", "samt")):
        words.pop()
    return " ".join(words).strip(" ,") or None


def _is_street(text: str, hit: Found) -> bool:
    name = text[hit.start : hit.end].lower()
    if name.endswith(STREETS) and re.match(r"\s\d", text[hit.end : hit.end + 2]):
        return True
    words = name.split()
    if (
        words[-1] in STREETS
        and words[-2].endswith("s")
        and not is_first_name(text[hit.start : hit.end].split()[-2])
    ):
        return True
    following = re.match(r"\s([\wæøå]+)", text[hit.end : hit.end + 16])
    return following is not None and following[1].lower() in STREETS
