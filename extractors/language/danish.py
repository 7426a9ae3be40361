"""One spaCy pipeline for Danish goals: a blank tokeniser and rule components, no download.

Where a statistical Danish model is installed (:mod:`extractors.language.model`), its tokeniser, tagger and
lemmatiser stand before the rule components. These tag a sentence with what :mod:`schemas.language` knows: words of
aim and outcome, comparators, negation, hedges, segments; numbers with units and counted nouns; times. Everything
after works on the plain :class:`Analysis` that comes out, never on spaCy's own objects. spaCy is imported when the
first sentence comes.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import replace
from decimal import Decimal
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from extractors.language.analysis import Analysis, Quantity, Token
from extractors.language.model import installed_model, load
from extractors.language.periods import find_times
from extractors.language.quantities import Figure, find_quantities
from schemas.language import lexicon
from schemas.records import Comparator
from schemas.units import SPELLINGS

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

LONGEST = 4000
"""Characters of a sentence that are looked at; what is longer is no sentence but a flattened page."""

COMPARATORS: dict[str, Comparator] = {">=": ">=", "<=": "<=", "=": "=", ">": ">", "<": "<"}

WHOLES = frozenset(map(Decimal, (4, 5, 10, 20, 100)))
"""Wholes that *ud af* counts out of to give a share."""

TURNED = {">": "<=", "<": ">="}
"""What a comparator is after *ikke*: ``ikke komme mere end 10`` is at most 10."""

_ENDINGS = (
    "ernes", "erens", "erne", "enes", "eren", "ende", "ers", "ens", "ets", "ene", "ere", "ede", "tes", "er",
    "en", "et", "es", "e", "s", "t",
)  # fmt: skip
DURATIONS = frozenset(
    {
        "år",
        "måneder",
        "måned",
        "uger",
        "uge",
        "dage",
        "dag",
        "timer",
        "time",
        "kvartaler",
        "gange",
        "gang",
        "engang",
        "kvartal",
        "halvår",
    }
)
_ADJECTIVES = ("e", "isk", "ig", "lig")
_COUNTED = tuple(
    (spelling, unit)
    for unit in ("forløb", "virksomheder", "kommuner", "besøg", "tilsyn", "tilbud", "pladser", "sager",
    "henvendelser", "personer", "borgere",
                 "årsværk", "plejefamilier", "elever")
    for spelling in SPELLINGS[unit]
    if len(spelling) > 4 or spelling == unit
)  # fmt: skip


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """A rough stem of a lower case word: endings of number, case and definiteness off, at least four letters
    kept (``virksomhedernes`` and ``virksomheder`` give the same)."""
    for _ in range(2):
        for ending in _ENDINGS:
            if word.endswith(ending) and len(word) - len(ending) >= 4:
                word = word[: -len(ending)]
                break
        else:
            break
    return word


@cache
def _pipeline() -> Language:
    import spacy
    from spacy.language import Language
    from spacy.matcher import PhraseMatcher
    from spacy.tokens import Doc

    # Signs and lemmas are kept by the sentence: attributes of single tokens are slow to set and to read.
    for name in ("signs", "lemmas", "printed", "figures", "times"):
        Doc.set_extension(name, default=None, force=True)
    words = lexicon()

    @Language.component("danish_words")
    def danish_words(doc: Doc) -> Doc:
        lowered = [token.lower_ for token in doc]
        doc._.printed = doc.text  # spaCy puts the text together anew at every call
        doc._.signs = [words.signs(word) for word in lowered]
        doc._.lemmas = lowered
        return doc

    @Language.component("danish_lemmas")
    def danish_lemmas(doc: Doc) -> Doc:
        """Lemmas of the model; an unlisted form of a listed noun or adjective has the signs of its lemma. Not so
        verbs: ``nå`` is an aim where ``nåede`` is an outcome."""
        doc._.lemmas = [token.lemma_.lower() or token.lower_ for token in doc]
        doc._.signs = [
            signs or (words.signs(lemma) if token.pos_ in ("NOUN", "ADJ") else signs)
            for token, signs, lemma in zip(doc, doc._.signs, doc._.lemmas, strict=True)
        ]
        return doc

    @Language.component("danish_phrases")
    def danish_phrases(doc: Doc) -> Doc:
        taken: set[int] = set()
        signs = doc._.signs
        matches = sorted(matcher(doc), key=lambda found: (found[1] - found[2], found[1]))
        for key, first, end in matches:  # longest first
            if taken.isdisjoint(range(first, end)):
                taken.update(range(first, end))
                sign = doc.vocab.strings[key]
                for place in range(first, end):
                    signs[place] = frozenset({sign})
        return doc

    @Language.component("danish_numbers")
    def danish_numbers(doc: Doc) -> Doc:
        doc._.figures = find_quantities(doc._.printed)
        return doc

    @Language.component("danish_times")
    def danish_times(doc: Doc) -> Doc:
        doc._.times = find_times(doc._.printed)
        return doc

    model = installed_model()
    nlp = spacy.blank("da") if model is None else load(model)
    matcher = PhraseMatcher(nlp.vocab, attr="LOWER")
    for phrase, sign in words.phrases.items():
        # A final abbreviation point is split off or not by what follows: both readings are patterns.
        for text in (phrase, f"{phrase} 5"):
            made = nlp.make_doc(text)
            matcher.add(sign, [made[: len(made) - 1].as_doc() if text is not phrase else made])
    lemmas = () if model is None else ("danish_lemmas",)
    for name in ("danish_words", *lemmas, "danish_phrases", "danish_numbers", "danish_times"):
        nlp.add_pipe(name)
    return nlp


def analyse(texts: Iterable[str]) -> Iterator[Analysis]:
    """The tagged texts, one for each, in order."""
    for doc in _pipeline().pipe(text[:LONGEST] for text in texts):
        yield _analysis(doc)


def _analysis(doc: Any) -> Analysis:
    tokens = tuple(
        Token(t.text, t.lower_, t.idx, t.idx + len(t), signs, lemma, t.pos_)
        for t, lemma, signs in zip(doc, doc._.lemmas, doc._.signs, strict=True)
        if not t.is_space
    )
    ends = [token.end for token in tokens]
    quantities = [q for f in doc._.figures if (q := _measured(f, tokens, ends)) is not None]
    quantities += _worded(tokens, quantities)
    quantities.sort(key=lambda q: q.start)
    tokens = tuple(_references(tokens, quantities))
    quantities = list(_out_of(quantities, tokens))
    compared = [_compared(q, quantities, tokens) for q in quantities]
    compared = [
        q for q in compared if not (q.worded and q.share and q.first + 2 > q.last) or q.comparator in (">=", "<=")
    ]
    return Analysis(doc._.printed, tokens, tuple(compared), tuple(doc._.times))


def _references(tokens: tuple[Token, ...], quantities: list[Quantity]) -> Iterator[Token]:
    """``mål 3`` names a goal and states none: its sign is ``goal_reference``."""
    measured = {index for q in quantities for index in range(q.first, q.last + 1)}
    for index, token in enumerate(tokens):
        following = tokens[index + 1].text if index + 1 < len(tokens) else ""
        if token.lower == "mål" and following[:1].isdecimal() and index + 1 not in measured:
            yield replace(token, signs=frozenset({"goal_reference"}))
        else:
            yield token


def _measured(figure: Figure, tokens: tuple[Token, ...], ends: list[int]) -> Quantity | None:
    first = last = bisect_right(ends, figure.start)
    while last < len(tokens) and tokens[last].start < figure.end:
        last += 1
    if first == last:
        return None
    last -= 1
    unit, counted = figure.unit, None
    if unit is None:
        counted = counted_noun(tokens, last + 1) or _counted_before(tokens, first)
        unit = counted_unit(counted)
    return Quantity(figure.value, figure.high, unit, counted, figure.start, figure.end, first, last)


def _worded(tokens: tuple[Token, ...], known: list[Quantity]) -> list[Quantity]:
    """Numbers written as words that count a noun: ``to faglige netværk``."""
    found = []
    numerals = lexicon().numerals
    for index, token in enumerate(tokens):
        if token.lower.startswith("nul-") and len(token.lower) > 6:
            rest = token.text[4:]
            found.append(
                Quantity(Decimal(0), None, rest, rest, token.start, token.end, index, index, "<=", worded=True)
            )
            continue
        if (share := _fraction(tokens, index)) is not None:
            found.append(share)
            continue
        value = numerals.get(token.lower)
        if value is None or any(q.first <= index <= q.last for q in known):
            continue
        if index + 1 < len(tokens) and tokens[index + 1].lower in lexicon().fractions:
            continue
        noun = counted_noun(tokens, index + 1)
        if noun is None and _elided(tokens, index):
            found.append(
                Quantity(Decimal(value), None, None, None, token.start, token.end, index, index, worded=True)
            )
        if noun is None or len(noun) < 3 or noun.split()[-1].lower() in DURATIONS:
            continue
        unit = counted_unit(noun)
        found.append(Quantity(Decimal(value), None, unit, noun, token.start, token.end, index, index, worded=True))
    return found


def _out_of(quantities: list[Quantity], tokens: tuple[Token, ...]) -> Iterator[Quantity]:
    """``9 ud af 10 kunder`` is 90 percent of them; ``7 ud af 9 mål`` and the like stay two counts."""
    skipped = False
    for index, quantity in enumerate(quantities):
        if skipped:
            skipped = False
            continue
        following = quantities[index + 1] if index + 1 < len(quantities) else None
        between = [t.lower for t in tokens[quantity.last + 1 : following.first]] if following else []
        if following is None or between != ["ud", "af"] or following.value not in WHOLES or following.share:
            yield quantity
            continue
        behind = tokens[following.last + 1 : following.last + 2]
        if not 0 < quantity.value < following.value or (behind and "goal" in behind[0].signs):
            yield quantity
            continue
        skipped = True
        value = quantity.value * 100 / following.value
        yield Quantity(
            value,
            None,
            "%",
            None,
            quantity.start,
            following.end,
            quantity.first,
            following.last,
            worded=quantity.worded,
        )


def _fraction(tokens: tuple[Token, ...], index: int) -> Quantity | None:
    """``halvdelen af``, ``tre fjerdedele af``: a share in words, in percent."""
    share = lexicon().fractions.get(tokens[index].lower)
    if share is None or index + 1 >= len(tokens) or tokens[index + 1].lower != "af":
        return None
    first, times = index, 1
    if tokens[index].lower.endswith(("del", "dele")):
        before = tokens[index - 1].lower if index else ""
        times = 1 if before in ("en", "én") else lexicon().numerals.get(before, 0)
        first -= 1
    value = share * times
    if not 0 < value < 100:
        return None
    start, end = tokens[first].start, tokens[index].end
    return Quantity(Decimal(value), None, "%", None, start, end, first, index, worded=True)


def _counted_before(tokens: tuple[Token, ...], first: int) -> str | None:
    """``Antallet af vejledte virksomheder blev 1.104``: what is counted stands before the number."""
    for index in range(first - 1, max(first - 12, -1), -1):
        if tokens[index].text in ",;:.()":
            return None
        if tokens[index].lower in ("antal", "antallet") and tokens[index + 1].lower in ("af", *lexicon().stop):
            return counted_noun(tokens, index + 2) if index + 2 < first else None
    return None


def _elided(tokens: tuple[Token, ...], index: int) -> bool:
    """``de første fem er udarbejdet``: a count of what was named before."""
    before = tokens[index - 1].lower if index else ""
    after = tokens[index + 1].lower if index + 1 < len(tokens) else ""
    return before in ("første", "alt", "foreløbig") and after in ("er", "blev", "var")


def counted_noun(tokens: tuple[Token, ...], first: int) -> str | None:
    """The noun that follows a number, with its adjectives; None where a function word or mark follows first.

    Adjectives are told by the model where there is one, else by their ending and by the word that follows them;
    ``drifts- og vækstplaner`` is one noun.
    """
    stop = lexicon().stop
    index, end = first, None
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
        if not word[:1].isalpha() or word in stop or not word.replace("-", "").isalpha():
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
    if end is None:
        return None
    return " ".join(token.text for token in tokens[first : end + 1])


def _is_adjective(token: Token, following: Token) -> bool:
    if token.part:
        return token.part in ("ADJ", "ADV")
    return token.lower.endswith(_ADJECTIVES) or (token.lower.endswith("t") and following.lower.endswith("e"))


def listed_unit(noun: str) -> str | None:
    """The listed unit that a noun is or ends in; None for any other noun."""
    last = noun.split()[-1].lower()
    bare = last.removesuffix("s") if last.endswith(("ers", "bs")) else last
    return next((unit for spelling, unit in _COUNTED if bare.endswith(spelling)), None)


def counted_unit(noun: str | None) -> str | None:
    """What is counted: a listed unit where the noun is or ends in one (``vejledningsforløb`` → ``forløb``), else
    the noun itself in lower case."""
    if noun is None:
        return None
    return listed_unit(noun) or noun.split()[-1].lower()


def _compared(quantity: Quantity, others: list[Quantity], tokens: tuple[Token, ...]) -> Quantity:
    """The quantity with the comparator that stands before it or, as ``eller derover``, behind it."""
    words = [token.lower for token in tokens[quantity.last + 1 : quantity.last + 6]]
    skipped = len(quantity.counted.split()) if quantity.counted else 0
    if words[skipped : skipped + 1] == ["eller"] and len(words) > skipped + 1:
        behind = lexicon().behind.get(words[skipped + 1])
        if behind is not None:
            return replace(quantity, comparator=COMPARATORS[behind])
    previous = max((q.last for q in others if q.last < quantity.first), default=-1)
    for distance, index in enumerate(range(quantity.first - 1, max(previous, quantity.first - 7), -1), 1):
        token = tokens[index]
        for sign in token.signs:
            if sign.startswith("cmp:") or (sign.startswith("near:") and distance == 1):
                turned = any("negation" in t.signs for t in tokens[max(0, index - 5) : index])
                mark = sign.partition(":")[2]
                return replace(quantity, comparator=COMPARATORS[TURNED.get(mark, mark) if turned else mark])
        if token.text in ",;:()" or (token.text == "." and distance > 2):
            break
        if distance > 1 and token.signs & {"outcome"} and token.lower in ("er", "var", "blev"):
            break
    return quantity
