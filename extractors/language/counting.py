"""Numbers among the words of a sentence: what they count, shares in words, the sign beside them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache

import regex

from extractors.language.analysis import Quantity, Token
from extractors.language.elided import is_elided
from extractors.language.quantities import Figure
from extractors.language.wholes import number_of_whole
from schemas.language import lexicon
from schemas.units import SCALES, SHORT_UNITS, SPELLINGS

WHOLES = frozenset(map(Decimal, (4, 5, 10, 20, 100)))
"""Wholes that *ud af* counts out of to give a share."""

_SPANS = (
    "år", "måneder", "måned", "uger", "uge", "dage", "dag", "timer", "time", "minutter", "minut", "sekund",
    "sekunder", "døgn", "kvartaler", "kvartal",
)  # fmt: skip

_OF_SPANS = ("dages", "ugers", "måneders", "minutters", "sekunders")
"""The same before what takes the time: ``70 minutters rejsetid``."""

_TIMES = frozenset({"gange", "gang", "engang", "halvår"})

OFTEN = frozenset({"om", "årligt", "pr.", "hvert", "ugentligt", "månedligt"})
_DAYS = (
    "hverdag", "arbejdsdag", "kalenderdag", "ventedag", "bankdag", "behandlingsdag", "leveringsdag",
    "ekspeditionsdag", "liggedag", "sengedag", "søgnedag", "ugedag", "svardag", "virkedag",
    "sagsbehandlingsdag",
)  # fmt: skip
"""Days that measure time: others are held (``temadage``) and count."""
_NO_SPANS = ("undervisningstimer", "kursustimer", "arbejdstimer", "rådgivningstimer", "vejledningstimer")
"""Hours that are given: they count, and measure no time."""

_GIVEN = frozenset({"timer", "time", "år", "gange", "gang", "engang", "halvår"})

HOLDING = frozenset({"afholdt", "holdt", "gennemført", "afviklet", "arrangeret", "afholdes"})
"""Words behind which days and hours are held."""

_ADJECTIVES = ("e", "isk", "ig", "lig", "fælles", "ekstra", "gratis", "dørs")

_COUNTED = tuple(
    (spelling, unit)
    for unit in ("forløb", "virksomheder", "kommuner", "besøg", "tilsyn", "tilbud", "pladser", "sager",
                 "henvendelser", "personer", "borgere", "årsværk", "plejefamilier", "elever")
    for spelling in SPELLINGS[unit]
    if len(spelling) > 4 or spelling == unit
)  # fmt: skip


@lru_cache(maxsize=4096)
def is_duration(noun: str | None) -> bool:
    """True for a length of time by its last word: ``14 dage``, ``2 hverdage``, ``6 uger``."""
    word = noun.split()[-1].lower() if noun else ""
    word = word.removesuffix("s") if word.endswith(_OF_SPANS) else word
    if word in _TIMES or word in _SPANS:
        return True
    if word.endswith(("dag", "dage")):
        return word.removesuffix("e").endswith(_DAYS)
    return word.endswith(_SPANS[1:]) and not word.endswith(_NO_SPANS)


def is_time_passed(noun: str | None) -> bool:
    """True for a length of time that may be one of waiting or one of a course; hours and years are more often given
    or held, and times are counted."""
    return is_duration(noun) and (noun or "").split()[-1].lower() not in _GIVEN


def measured(figure: Figure, tokens: tuple[Token, ...], ends: list[int]) -> Quantity | None:
    """The quantity of a figure among the tokens, whose ends are ``ends``; None where it divides others
    (``pr. 1.000``)."""
    first = last = bisect_right(ends, figure.start)
    while last < len(tokens) and tokens[last].start < figure.end:
        last += 1
    if first == last or (first and figure.unit is None and tokens[first - 1].lower in ("pr.", "per", "pr")):
        return None  # `55 indlæggelser pr. 1.000 ældre`
    last -= 1
    scale = SCALES[figure.unit] if figure.unit in ("mio.", "mia.") else 1  # `3,1 mio. gæster` are 3.100.000
    unit, counted = figure.unit if scale == 1 else None, None
    if unit is None:
        counted = counted_noun(tokens, last + 1) or _counted_before(tokens, first)
        unit = counted_unit(counted)
    high = None if figure.high is None else figure.high * scale
    return Quantity(figure.value * scale, high, unit, counted, figure.start, figure.end, first, last)


_ONE = frozenset({"en", "et"})
"""One without an accent counts only in ``en ud af fem``."""


def worded(tokens: tuple[Token, ...], known: list[Quantity]) -> list[Quantity]:
    """Numbers written as words that count a noun: ``to faglige netværk``."""
    found = []
    words = lexicon()
    numerals = words.numerals
    for index, token in enumerate(tokens):
        lower = token.lower
        if (
            lower not in words.counting
            and not lower.startswith("nul-")
            and (lower not in _ONE or [t.lower for t in tokens[index + 1 : index + 3]] != ["ud", "af"])
        ):
            continue
        if token.lower.startswith("nul-") and len(token.lower) > 6:
            rest = token.text[4:]
            found.append(
                Quantity(Decimal(0), None, rest, rest, token.start, token.end, index, index, "<=", worded=True)
            )
            continue
        around = (
            [t.lower for t in tokens[index + 1 : index + 3]],
            [t.lower for t in tokens[max(0, index - 2) : index]],
        )
        if (
            ["ud", "af"] in around
            and (numerals.get(token.lower) or token.lower in _ONE)
            and not any(q.first <= index <= q.last for q in known)
        ):
            count = Decimal(numerals.get(token.lower, 1))
            found.append(Quantity(count, None, None, None, token.start, token.end, index, index, worded=True))
            continue
        if (share := _fraction(tokens, index)) is not None:
            found.append(share)
            continue
        value = numerals.get(token.lower)
        if value is None or any(q.first <= index <= q.last for q in known):
            continue
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        if following is not None and following.lower in lexicon().fractions:
            continue
        if following is not None and following.lower in SPELLINGS["%"]:
            found.append(Quantity(Decimal(value), None, "%", None, token.start, following.end, index, index + 1))
            continue
        noun = counted_noun(tokens, index + 1)
        if noun is None and (whole := number_of_whole(tokens, index)) is not None:
            noun = counted_noun(tokens, whole + 1)  # `fem af de otte kurser`
        if noun is None and is_elided(tokens, index):
            found.append(
                Quantity(Decimal(value), None, None, None, token.start, token.end, index, index, worded=True)
            )
        timed = is_duration(noun) and not (_measures_time(tokens, index) or _is_often(tokens, index))
        if noun is None or len(noun) < 3 or timed:
            continue
        unit = counted_unit(noun)
        found.append(Quantity(Decimal(value), None, unit, noun, token.start, token.end, index, index, worded=True))
    return found


def _is_often(tokens: tuple[Token, ...], index: int) -> bool:
    """``mindst fire gange om året``: how often something is to be done."""
    before = tokens[index - 1].signs if index else frozenset()
    behind = [token.lower for token in tokens[index + 1 : index + 3]]
    return behind[:1] == ["gange"] and behind[-1] in OFTEN and any(sign.startswith("cmp:") for sign in before)


def is_frequency(quantity: Quantity) -> bool:
    """True for a number of times."""
    return quantity.counted is not None and quantity.counted.split()[-1].lower() == "gange"


def _measures_time(tokens: tuple[Token, ...], index: int) -> bool:
    """``højst tre dage``, ``ventetiden blev fire uger``: a length of time in words that is told, not one in which
    something happens."""
    before = tokens[index - 1] if index else None
    if before is None:
        return False
    if tokens[index + 1].lower in _TIMES:
        return False
    if before.lower in HOLDING:
        return True  # `der blev afholdt ni dage`: counted
    told = before.lower in ("er", "var", "blev", "være", "på", "til") or "goal" in before.signs
    verb = index > 1 and before.lower.endswith("e") and before.lower.isalpha()
    if verb and any(sign.startswith("cmp:") for sign in tokens[index - 2].signs):
        return True  # `skal højst vente to dage`
    return told or any(sign.startswith(("cmp:", "near:")) for sign in before.signs)


def out_of(quantities: list[Quantity], tokens: tuple[Token, ...]) -> Iterator[Quantity]:
    """``9 ud af 10 kunder`` is 90 percent of them; ``7 ud af 9 mål`` and the like stay two counts."""
    skipped = False
    for index, quantity in enumerate(quantities):
        if skipped:
            skipped = False
            continue
        following = quantities[index + 1] if index + 1 < len(quantities) else None
        between = [t.lower for t in tokens[quantity.last + 1 : following.first]] if following else []
        graded = between == ["af"] and "," in tokens[quantity.first].text and quantity.unit is None
        if following is None or following.share or not (between == ["ud", "af"] or graded):
            yield quantity
            continue
        if graded and (following.value not in WHOLES or quantity.value > following.value):
            yield quantity
            continue
        if not quantity.worded and (quantity.value % 1 or _is_scored(tokens, quantity, following)):
            skipped = True  # `8,0 ud af 10` is a score
            yield quantity._replace(end=following.end, last=following.last)
            continue
        in_words = quantity.worded and following.worded and 0 < quantity.value < following.value
        if following.value not in WHOLES and not in_words:
            yield quantity
            continue
        behind = tokens[following.last + 1 : following.last + 2]
        if not 0 < quantity.value < following.value or (behind and "goal" in behind[0].signs):
            yield quantity
            continue
        skipped = True
        value = percent(quantity.value, following.value)
        yield Quantity(
            value, None, "%", None, quantity.start, following.end, quantity.first, following.last,
            worded=quantity.worded,
        )  # fmt: skip


def _is_scored(tokens: tuple[Token, ...], quantity: Quantity, following: Quantity) -> bool:
    """``8,0 ud af 10``, ``4 stjerner ud af 5``, ``8 ud af 10 point``: a grade on a scale, no share of people."""
    printed = tokens[quantity.first].text
    behind = tokens[following.last + 1 : following.last + 3]
    return "," in printed or any(token.lower in _GRADES for token in behind)


_GRADES = frozenset({"point", "stjerner", "smileyer", "hjerter", "mulige", "karakterpoint"})


_RECURRING = frozenset(
    {"time", "dag", "hverdag", "uge", "måned", "kvartal", "år", "gang", "mandag", "tirsdag", "onsdag", "torsdag",
     "fredag", "lørdag", "søndag", "minut", "sekund", "weekend"}
)  # fmt: skip
"""What comes again: ``hver anden uge`` is no share."""


def _fraction(tokens: tuple[Token, ...], index: int) -> Quantity | None:
    """``halvdelen af``, ``tre fjerdedele af``: a share in words, in percent."""
    if tokens[index].lower in ("hver", "hvert") and index + 1 < len(tokens):
        part = lexicon().shares.get(tokens[index + 1].lower)
        behind = tokens[index + 2].lower if index + 2 < len(tokens) else ""
        if behind in _RECURRING:
            return None  # `hver tredje måned`
        return None if part is None else Quantity(
            percent(1, part), None, "%", None, tokens[index].start, tokens[index + 1].end, index, index + 1,
            worded=True
        )  # fmt: skip
    parts = lexicon().fractions.get(tokens[index].lower)
    if parts is None or index + 1 >= len(tokens) or tokens[index + 1].lower != "af":
        return None
    first, times = index, 1
    if tokens[index].lower.endswith(("del", "dele")):
        before = tokens[index - 1].lower if index else ""
        times = 1 if before in ("en", "én") else lexicon().numerals.get(before, 0)
        first -= 1
    if not 0 < times < parts:
        return None
    value = percent(times, parts)
    start, end = tokens[first].start, tokens[index].end
    return Quantity(value, None, "%", None, start, end, first, index, worded=True)


def percent(count: int | Decimal, whole: int | Decimal) -> Decimal:
    """A share of a whole in percent, as it is printed: two decimals at most."""
    share = round(Decimal(count) * 100 / Decimal(whole), 2).normalize()
    return share.quantize(Decimal(1)) if share == share.to_integral_value() else share


def _counted_before(tokens: tuple[Token, ...], first: int) -> str | None:
    """``Antallet af vejledte virksomheder blev 1.104``: what is counted stands before the number."""
    for index in range(first - 1, max(first - 12, -1), -1):
        if tokens[index].text in ",;:.()":
            return None
        if tokens[index].lower in ("antal", "antallet") and tokens[index + 1].lower in ("af", *lexicon().stop):
            return counted_noun(tokens, index + 2) if index + 2 < first else None
    return None


def _is_further(tokens: tuple[Token, ...], first: int) -> bool:
    """``7 flere end i 2030``: how far from another number, and nothing counted."""
    words = [token.lower for token in tokens[first : first + 2]]
    return words[-1:] == ["end"] and words[0].endswith("re")


_HIGHER = frozenset({"lavere", "højere", "mindre", "mere", "kortere", "længere", "hurtigere", "færre", "flere"})


_DOTTED = regex.compile(r"\.(?=\p{L}+\.-|-\p{L})")
"""The full stops of an abbreviation that a noun begins with: ``ph.d.-forløb``."""


def counted_noun(tokens: tuple[Token, ...], first: int) -> str | None:
    """The noun that follows a number, with its adjectives; None where a function word or mark follows first.

    Adjectives are told by the model where there is one, else by their ending and by the word that follows them;
    ``drifts- og vækstplaner`` is one noun.
    """
    stop = lexicon().stop
    index, end = first, None
    if _is_done(tokens, first) or _is_further(tokens, first):
        return None
    if first < len(tokens) and (unit := _short_unit(tokens, first)) is not None:
        return unit
    if first + 1 < len(tokens) and tokens[first + 1].lower in _HIGHER and is_duration(tokens[first].lower):
        return tokens[first].text  # `0,4 uger kortere end i 2031`
    if _is_part_of_them(tokens, first):
        return tokens[first + 1].text.removesuffix("ne")
    if (whole := _whole_behind(tokens, first)) is not None:
        return counted_noun(tokens, whole)
    while index < len(tokens) and index < first + 7:
        token = tokens[index]
        word = token.lower
        following = tokens[index + 1] if index + 1 < len(tokens) else None
        if (
            word.endswith("-")
            and len(word) > 2
            and following is not None
            and following.lower in ("og", "&", "eller")
        ):
            index += 2
            continue
        if not word[:1].isalpha() or word in stop or not _DOTTED.sub("", word).replace("-", "").isalpha():
            break
        if following is not None and "goal" in following.signs:
            return None
        if not (
            following is not None
            and _is_adjective(token, following)
            and following.lower[:1].isalpha()
            and following.lower not in stop
            and "outcome" not in following.signs
        ):
            end = index
            break
        index += 1
    while end is not None and end > first and (_is_verb(tokens[end]) or "bound" in tokens[end].signs):
        end -= 1  # `350 nye medarbejdere ansættes`, `110 frivillige må`: a verb is no noun
    if end is None or (end == first and _is_verb(tokens[first])):
        return None
    return " ".join(token.text for token in tokens[first : end + 1])


def _is_part_of_them(tokens: tuple[Token, ...], first: int) -> bool:
    """``151 af virksomhederne ligger …``: some of those who were named before."""
    if first + 1 >= len(tokens) or tokens[first].lower != "af":
        return False
    word = tokens[first + 1].lower
    return len(word) > SHORTEST_PLURAL and word.endswith("rne") and word.isalpha()


def _whole_behind(tokens: tuple[Token, ...], first: int) -> int | None:
    """``24 af lagets 41 både``, ``5 af de planlagte ture``: the token behind ``af`` at which the noun begins that
    both count; None where no whole is named so."""
    if not first or first + 2 >= len(tokens) or tokens[first].lower != "af":
        return None
    if not tokens[first - 1].text[0].isdecimal():
        return None  # `to af de fem skoler`: some of those who act
    owner = tokens[first + 1].lower
    if owner not in _THEIRS and not (owner.endswith("s") and owner.isalpha() and len(owner) > SHORTEST_PLURAL):
        return None
    number = tokens[first + 2].lower
    counted = number.isdecimal() or lexicon().numerals.get(number, 0) > 1
    return first + 3 if counted else first + 2 if owner in _THEIRS else None


_THEIRS = frozenset({"de", "vores", "deres"})
SHORTEST_PLURAL = 6
"""Letters of a definite plural, at least."""


def _short_unit(tokens: tuple[Token, ...], first: int) -> str | None:
    """``304 kg.``, ``12 min.``: an abbreviated unit, whose point may be a token of its own."""
    word = tokens[first].lower
    if not word.endswith(".") and first + 1 < len(tokens) and tokens[first + 1].text == ".":
        word += "."
    return SHORT_UNITS.get(word)


_IN_PART = frozenset({"delvist", "delvis", "næsten", "fuldt"})


def _is_done(tokens: tuple[Token, ...], first: int) -> bool:
    """``Af dem har 19 betalt``, ``19 afholdt``: a participle behind the number, which belongs to the verb before it
    or to one left out; ``96 Delvist opfyldt``: what is thought of it."""
    if first >= len(tokens):
        return False
    if tokens[first].lower in _IN_PART or tokens[first].signs & {"fulfilled", "reached"}:
        return True
    if first > 1 and tokens[first - 2].lower not in ("har", "havde", "er", "var", "blev"):
        return False
    return "outcome" in tokens[first].signs and tokens[first].lower.endswith("t")


def _is_adjective(token: Token, following: Token) -> bool:
    if token.part:
        return token.part in ("ADJ", "ADV")
    return token.lower.endswith(_ADJECTIVES) or (token.lower.endswith("t") and following.lower.endswith("e"))


_STAFF = frozenset({"ansatte"})
"""People who are called by a participle."""


def _is_verb(token: Token) -> bool:
    """``74 ligger``, ``3 pct. falder``: a verb behind a number is not what it counts."""
    if token.lower in _STAFF:
        return False
    verbal = token.signs & {"bound", "past", "outcome", "change_up", "change_down", "aim"}
    return bool(verbal) and token.lower.endswith(("r", "s", "ede", "te", "al", "ev", "k"))


def listed_unit(noun: str) -> str | None:
    """The listed unit that a noun is or ends in; None for any other noun."""
    last = noun.split()[-1].lower()
    bare = last.removesuffix("s") if last.endswith(("ers", "bs")) else last
    return next((unit for spelling, unit in _COUNTED if bare.endswith(spelling)), None)


def counted_unit(noun: str | None) -> str | None:
    """A listed unit where the noun is or ends in one (``kortforløb`` → ``forløb``), else the noun itself."""
    if noun is None:
        return None
    word = noun.split()[-1].lower()
    return listed_unit(noun) or (word.removesuffix("s") if word.endswith(_OF_SPANS) else word)
