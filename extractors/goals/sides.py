"""Numbers that are told side by side of several places, groups or parts of a year: each is a result of its own.

Ved kysten var køen 12 dage og i byen 9 dage      Havby (61 pct.) og Bakkeby (58 pct.)
Havby      61 pct.
Bakkeby    58 pct.
"""

from __future__ import annotations

from collections.abc import Sequence

import regex

from extractors.goals.cells import cell_verdict
from extractors.goals.reading import Sentence
from extractors.language.analysis import Analysis, Quantity, Token

BEFORE_PLACES = frozenset({"i", "på", "hos", "for", "ved", "blandt"})
"""Words that a place or group is named behind."""
JOINTS = frozenset({"og", "samt", "men", "mens", "hvorimod", "medens"})
TELLING = frozenset(
    {"er", "var", "blev", "ligger", "lå", "udgør", "udgjorde", "har", "havde", "endte", "nåede", "landede"}
)
WHOLE = ("i alt", "ialt", "samlet", "total", "gennemsnit", "snit", "alle", "hele ")
"""What the row of a total begins with."""
MOST_WORDS = 4
"""Words of the name of a place or group."""
FEWEST = 2
"""Numbers side by side."""
LONGEST_ROW = 70
_ROW = regex.compile(
    r"(?P<name>\p{Lu}[\p{L} ./-]{1,40}?):?[ .]*\s(?P<value>-?\d[\d.,]*)\s?(?P<unit>%|pct\.?|procent|\p{Ll}{2,14})?"
    r"(?P<rest>(?:\s.{0,24})?)"
)


def row_of(sentence: Sentence) -> str | None:
    """The name that a row begins with whose only number is its value: ``Havby .... 61 pct. Nået``; None for other
    sentences."""
    text = sentence.text.strip()
    if not sentence.first_of_passage or len(text) > LONGEST_ROW or len(sentence.analysis.quantities) != 1:
        return None
    match = _ROW.fullmatch(text)
    if match is None or any(char.isdecimal() for char in match["rest"]):
        return None
    rest = match["rest"].strip()
    if (
        rest
        and cell_verdict(rest) is None
        and cell_verdict(f"{match['unit'] or ''} {rest}".strip()) is None
        and not rest.isupper()
    ):
        return None
    name = match["name"].strip(" .:")
    return name if len(name.split()) <= MOST_WORDS and not name.endswith((" på", " til", " er", " var")) else None


def rows(sentences: Sequence[Sentence]) -> dict[int, str | None]:
    """The places of sentences that are rows of several names, two or more that follow each other in one part,
    with the name of each; None for the row of their total."""
    found: dict[int, str | None] = {}
    run: list[tuple[int, str]] = []
    for place, sentence in enumerate(sentences):
        name = row_of(sentence) if sentence.analysis.quantities else None
        before = sentences[run[-1][0]] if run else None
        if name is not None and (
            before is None or (sentence.part.span == before.part.span and place == run[-1][0] + 1)
        ):
            run.append((place, name))
            continue
        found |= _named(run)
        run = [(place, name)] if name is not None else []
    return found | _named(run)


def _named(run: Sequence[tuple[int, str]]) -> dict[int, str | None]:
    if not len({name for _, name in run}) == len(run) >= FEWEST:
        return {}
    return {place: None if name.lower().startswith(WHOLE) else name for place, name in run}


def sides(analysis: Analysis) -> dict[int, str]:
    """The numbers of a sentence that are told of several sides, by index, each with its side; empty where no two
    of one unit are."""
    shares: dict[str | None, list[int]] = {}
    for index, quantity in enumerate(analysis.quantities):
        shares.setdefault(quantity.unit, []).append(index)
    found: dict[int, str] = {}
    for indices in shares.values():
        if len(indices) < FEWEST:
            continue
        for named in (_bracketed, _named_behind, _named_before):
            names = {index: name for index in indices if (name := named(analysis, index)) is not None}
            if len(names) >= FEWEST and len(set(names.values())) == len(names):
                found |= names
                break
    return found


def _bracketed(analysis: Analysis, index: int) -> str | None:
    """``Havby (61 pct.)``"""
    quantity, tokens = analysis.quantities[index], analysis.tokens
    if quantity.first < 2 or tokens[quantity.first - 1].text != "(":
        return None
    if quantity.last + 1 >= len(tokens) or tokens[quantity.last + 1].text != ")":
        return None
    first = quantity.first - 1
    while (
        first
        and quantity.first - 1 - first < MOST_WORDS
        and tokens[first - 1].text[:1].isupper()
        and tokens[first - 1].lower not in BEFORE_PLACES
    ):
        first -= 1
    return _text(tokens[first : quantity.first - 1])


def _named_behind(analysis: Analysis, index: int) -> str | None:
    """``22 pct. i byen og 19 pct. på landet``"""
    quantity, tokens = analysis.quantities[index], analysis.tokens
    place = quantity.last + 1
    if place >= len(tokens) or tokens[place].lower not in BEFORE_PLACES:
        return None
    end = place + 1
    stop = _next(analysis, index)
    while (
        end < stop
        and end - place <= MOST_WORDS
        and tokens[end].text not in ",.;:()"
        and tokens[end].lower not in JOINTS
    ):
        end += 1
    closed = end >= len(tokens) or tokens[end].text in ",.;:)" or tokens[end].lower in JOINTS
    return _text(tokens[place + 1 : end]) if closed else None


def _named_before(analysis: Analysis, index: int) -> str | None:
    """``I byen var andelen 22 pct. og på landet 19 pct.``, ``var i første kvartal 19 dage``"""
    quantity, tokens = analysis.quantities[index], analysis.tokens
    start = analysis.quantities[index - 1].last + 1 if index else 0
    own = tokens[start : quantity.first]
    place = next((n for n in range(len(own) - 1, -1, -1) if own[n].lower in BEFORE_PLACES), None)
    if place is None:
        return None
    name = []
    for token in own[place + 1 :]:
        if token.lower in TELLING:
            break
        name.append(token)
    behind = own[place + 1 + len(name) :]
    if (
        not 0 < len(name) <= MOST_WORDS
        or len(behind) > 3
        or any(token.text in ",;:()" for token in (*name, *behind))
    ):
        return None
    return _text(name)


def _next(analysis: Analysis, index: int) -> int:
    later = analysis.quantities[index + 1 : index + 2]
    return later[0].first if later else len(analysis.tokens)


def _text(tokens: Sequence[Token]) -> str | None:
    text = " ".join(token.text for token in tokens)
    return text if any(char.isalpha() for char in text) else None


def without_verdict(quantity: Quantity) -> Quantity:
    """The number of a row without the word of a verdict behind it: ``Havby 44 Opfyldt`` counts nothing."""
    if quantity.counted is None or cell_verdict(quantity.counted) is None:
        return quantity
    return quantity._replace(unit=None, counted=None)
