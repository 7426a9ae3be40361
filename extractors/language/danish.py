"""Sentences about goals, tagged: spaCy's Danish tokeniser and our rules, no download.

Where a statistical Danish model is installed (:mod:`extractors.language.model`), its tokeniser, tagger and
lemmatiser stand before the rules. These tag a sentence with what :mod:`schemas.language` knows: words of
aim and outcome, comparators, negation, hedges, segments; numbers with units and counted nouns; times. Everything
after works on the plain :class:`Analysis` that comes out, never on spaCy's own objects. spaCy is imported when the
first sentence comes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache, partial
from itertools import tee
from typing import TYPE_CHECKING, NamedTuple

from extractors.language.analysis import Analysis, Quantity, Token
from extractors.language.comparing import compared
from extractors.language.coordinated import with_shared_nouns
from extractors.language.counting import measured, out_of, worded
from extractors.language.in_order import with_shared_units
from extractors.language.model import installed_model, load
from extractors.language.periods import find_times
from extractors.language.quantities import Figure, find_quantities
from extractors.language.tokeniser import danish_tokeniser, plain_vocab
from extractors.language.twins import without_twins
from extractors.language.wholes import with_nouns_of_wholes
from schemas.language import Signs, lexicon

if TYPE_CHECKING:
    from spacy.matcher import PhraseMatcher
    from spacy.tokens import Doc

LONGEST = 4000
"""Characters of a sentence that are looked at; what is longer is no sentence but a flattened page."""


GENITIVE = ("ets", "ens", "nes")
"""Ends of a definite noun of what something belongs to."""
ATTRIBUTED = frozenset(
    {
        "af",
        "for",
        "til",
        "med",
        "blandt",
        "hos",
        "antal",
        "antallet",
        "nye",
        "flere",
        "færre",
        "andel",
        "andelen",
        "pct.",
        "%",
        "procent",
    }
)
"""Words behind which a form such as *vejledte* goes with a noun and is no verb."""

COUNTING = frozenset({"andel", "andelen", "antal", "antallet"})
"""Nouns before a participle that goes with what they count, or before their verb."""
RAISED = frozenset({"løftet", "løfte", "løfter"})
"""Forms of *løfte*, to raise, that are also those of *løfte*, a promise."""
MOST_GOALS = 30
"""Highest number that a goal is given."""
DEFINITE = ("et", "en", "ene", "erne")
"""Endings of a noun that is known: *ambitionen 40* is no name of a goal."""
SPEAKING = frozenset({"goal", "aiming", "bound", "planned", "agreed", "owing", "result"})
"""Signs of words beside which a share in words is meant as a number."""
NEAR_VALUE = 9
"""Words between the number of a goal and its value."""
PARTICLES = frozenset({"ud", "ind", "op", "ned", "frem", "tilbage", "hen", "over", "igennem", "alle"})
"""Words that go with a verb."""


@lru_cache(maxsize=4096)
def figures_of(text: str) -> tuple[Figure, ...]:
    """The figures of a sentence. A sentence is asked for them before it is tagged, and again when it is."""
    return tuple(find_quantities(text[:LONGEST]))


class _Pipeline(NamedTuple):
    """``make`` gives texts their words, tagged where a model is ``installed``; ``phrases`` finds those listed."""

    make: Callable[[Iterable[str]], Iterable[Doc]]
    phrases: PhraseMatcher
    installed: bool


@cache
def _pipeline() -> _Pipeline:
    from spacy.matcher import PhraseMatcher

    model = installed_model()
    nlp = None if model is None else load(model)
    vocab = plain_vocab() if nlp is None else nlp.vocab
    make = danish_tokeniser(vocab) if nlp is None else nlp.make_doc
    phrases = PhraseMatcher(vocab, attr="LOWER")
    for phrase, sign in lexicon().phrases.items():
        # A final abbreviation point is split off or not by what follows: both readings are patterns.
        for text in (phrase, f"{phrase} 5"):
            made = make(text)
            phrases.add(sign, [made[: len(made) - 1].as_doc() if text is not phrase else made])
    if nlp is None:
        return _Pipeline(partial(map, make), phrases, installed=False)
    return _Pipeline(nlp.pipe, phrases, installed=True)


def analyse(texts: Iterable[str]) -> Iterator[Analysis]:
    """The tagged texts, one for each, in order."""
    pipeline = _pipeline()
    cut, asked = tee(text[:LONGEST] for text in texts)
    for text, doc in zip(asked, pipeline.make(cut), strict=True):
        yield _analysis(text, _tokens(doc, pipeline))


def _tokens(doc: Doc, pipeline: _Pipeline) -> tuple[Token, ...]:
    """The words with their signs."""
    texts, starts = [token.text for token in doc], [token.idx for token in doc]
    lowered = lemmas = [text.lower() for text in texts]
    parts = [""] * len(texts)
    signs = list(map(lexicon().signs, lowered))
    if pipeline.installed:
        parts = [token.pos_ for token in doc]
        lemmas = [token.lemma_.lower() or lower for token, lower in zip(doc, lowered, strict=True)]
        signs = [own or _signs_of_lemma(*tagged) for own, *tagged in zip(signs, lemmas, parts, strict=True)]
    for first, end, sign in _phrases(doc, pipeline.phrases):
        signs[first:end] = [frozenset({sign})] * (end - first)
    ends = [start + len(text) for text, start in zip(texts, starts, strict=True)]
    # As the constructor does, without the way through it.
    make = tuple.__new__
    return tuple(
        [
            make(Token, fields)
            for fields in zip(texts, lowered, starts, ends, signs, lemmas, parts, strict=True)
            if not fields[0].isspace()
        ]
    )


def _signs_of_lemma(lemma: str, part: str) -> Signs:
    """An unlisted form of a listed noun or adjective has the signs of its lemma. Not so verbs: ``nå`` is an aim
    where ``nåede`` is an outcome."""
    return lexicon().signs(lemma) if part in ("NOUN", "ADJ") else frozenset()


def _phrases(doc: Doc, matcher: PhraseMatcher) -> Iterator[tuple[int, int, str]]:
    """First token, the one behind the last, and sign of the phrases; of those that overlap the longest."""
    taken: set[int] = set()
    for key, first, end in sorted(matcher(doc), key=lambda found: (found[1] - found[2], found[1])):
        if taken.isdisjoint(range(first, end)):
            taken.update(range(first, end))
            yield first, end, doc.vocab.strings[key]


def _analysis(text: str, tokens: tuple[Token, ...]) -> Analysis:
    ends = [token.end for token in tokens]
    quantities = [q for f in figures_of(text) if (q := measured(f, tokens, ends)) is not None]
    quantities = [q for q in quantities if not _names_goal(q, tokens)]
    quantities += worded(tokens, quantities)
    quantities.sort(key=lambda q: q.start)
    tokens = tuple(_references(tokens, quantities))
    quantities = list(without_twins(list(out_of(quantities, tokens)), tokens))
    quantities = list(with_shared_units(quantities, tokens))
    quantities = list(with_nouns_of_wholes(list(with_shared_nouns(quantities, tokens)), tokens))
    signed = [compared(q, quantities, tokens) for q in quantities]
    if any(map(_loose_share, signed)) and not any(token.signs & SPEAKING for token in tokens):
        signed = [q for q in signed if q.comparator in (">=", "<=") or not _loose_share(q)]
    return Analysis(text, tokens, tuple(signed), tuple(find_times(text)))


def _loose_share(quantity: Quantity) -> bool:
    """``halvdelen af``, ``hver femte``: a share in words that running text often holds and rarely means."""
    return quantity.worded and quantity.share and quantity.first + 2 > quantity.last


_CHANGING = frozenset({"goal", "sets", "setter", "past"})
"""Signs that a word may lose, or have others beside, for its neighbours."""


def _references(tokens: tuple[Token, ...], quantities: list[Quantity]) -> Iterator[Token]:
    """The tokens with the signs that their neighbours leave them: ``mål 3`` names a goal and states none
    (``goal_reference``), ``de vejledte`` are people and no verb of the past."""
    measured = {index for q in quantities for index in range(q.first, q.last + 1)}
    for index, token in enumerate(tokens):
        if not token.signs or (token.signs.isdisjoint(_CHANGING) and token.lower != "mål"):
            yield token
            continue
        following = tokens[index + 1].text if index + 1 < len(tokens) else ""
        numbered = token.lower == "mål" and following[:1].isdecimal() and index + 1 not in measured
        if numbered or ("goal" in token.signs and following != ":" and _counts_goals(tokens, index, measured)):
            stated = numbered and _states(tokens, index + 2, quantities)
            yield token._replace(signs=frozenset({"goal_reference", "goal"} if stated else {"goal_reference"}))
        elif token.lower in RAISED and "goal" in token.signs and _raises(tokens, index):
            yield token._replace(signs=(token.signs - {"goal"}) | {"change_up", "moved", "outcome"})
        elif token.signs & {"sets", "setter"} and _sets_goal(tokens, index):
            yield token._replace(signs=token.signs | {"aiming"})
        elif "past" in token.signs and token.lower.endswith(("ede", "te")) and _attributive(tokens, index):
            yield token._replace(signs=token.signs - {"past", "outcome", "moved", "change_up", "change_down"})
        else:
            yield token


def _raises(tokens: tuple[Token, ...], index: int) -> bool:
    """``er løftet med 9 point``: the verb that raises, not the noun of a promise."""
    before = tokens[index - 1].lower if index else ""
    following = tokens[index + 1].lower if index + 1 < len(tokens) else ""
    verbal = ("er", "har", "blev", "blevet", "bliver", "at", "havde")
    return before in verbal or following in ("med", "til", "fra", "op")


def _states(tokens: tuple[Token, ...], first: int, quantities: list[Quantity]) -> bool:
    """``Mål 3 i kontrakten var 640 forløb``: a goal named by its number, whose value the sentence tells."""
    following = next((q for q in quantities if q.first >= first), None)
    if following is None or following.first - first > NEAR_VALUE:
        return False
    between = tokens[first : following.first]
    verbs = [token.lower for token in between if token.signs & {"outcome", "past", "fulfilled", "reached", "bound"}]
    return len(verbs) == 1 and verbs[0] in ("er", "var") and not any(token.text in ",;" for token in between)


def _names_goal(quantity: Quantity, tokens: tuple[Token, ...]) -> bool:
    """``Delambition 1 handler om …``: the number of a goal, which measures nothing."""
    before = tokens[quantity.first - 1] if quantity.first else None
    if before is None or quantity.unit not in (None, quantity.counted) or not 0 < quantity.value <= MOST_GOALS:
        return False
    named = "goal" in before.signs and not before.lower.endswith(DEFINITE) and "tal" not in before.lower
    if not named or quantity.high is not None or quantity.value != quantity.value.to_integral_value():
        return False
    if quantity.counted is not None:
        return before.lower not in ("mål", "krav") and quantity.value <= MOST_GOALS / 2
    behind = tokens[quantity.last + 1] if quantity.last + 1 < len(tokens) else None
    return behind is not None and behind.text not in ")"


def _sets_goal(tokens: tuple[Token, ...], index: int) -> bool:
    """``kræver aftalen mindst 40 pct.``, ``(årsplan: 10)``, ``ifølge planen 90 kurser``."""
    token = tokens[index]
    if "sets" in token.signs:
        near = tokens[max(0, index - 3) : index] + tokens[index + 1 : index + 4]
        return any("setter" in other.signs for other in near)
    before = tokens[index - 1].lower if index else ""
    following = tokens[index + 1].text if index + 1 < len(tokens) else ""
    return before == "ifølge" or (following == ":" and before in ("", "("))


def _counts_goals(tokens: tuple[Token, ...], index: int, measured: set[int]) -> bool:
    """``kontraktens otte mål``, ``de 12 regionale mål``: goals that are counted, of which none is stated; never
    *the* goal (``Her er 900 gæster målet``)."""
    if tokens[index].lower.endswith("et"):
        return False
    for place in range(index - 1, max(index - 4, -1), -1):
        token = tokens[place]
        if token.text.isdecimal() and place not in measured and 1900 < int(token.text) < 2100:
            return False  # `for 2032 er der lagt et loft på`
        if place in measured or lexicon().numerals.get(token.lower, 0) > 1 or token.text.isdecimal():
            return not any(
                sign.startswith(("cmp:", "near:")) for t in tokens[max(0, place - 1) : place] for sign in t.signs
            )
        if not token.lower.endswith(("e", "t", "ige")) or token.signs & {"outcome", "aim"}:
            return False
    return False


def _attributive(tokens: tuple[Token, ...], index: int) -> bool:
    """True for a participle that goes with a noun (``40 pct. af de vejledte virksomheder``), not for a verb of the
    past
    (``I 2031 skete det``, ``De nåede frem til 70``)."""
    before = tokens[index - 1] if index else None
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if before is None or (following is not None and following.text[0].isdecimal()):
        return False
    if "definite" in before.signs:
        governed = index > 1 and tokens[index - 2].lower in ATTRIBUTED
        verb_behind = following is not None and following.signs & {"bound", "outcome"}
        plain = following is None or not following.text[0].isalpha()
        moving = following is not None and (
            following.lower in PARTICLES or (following.lower in lexicon().stop and "tally" not in following.signs)
        )
        return governed or bool(verb_behind) or not (plain or moving)
    if before.lower in COUNTING and following is not None and following.lower in lexicon().stop:
        return False  # `andelen landede på 23 pct.`
    if following is not None and following.lower == "sig":
        return False  # `72 pct. erklærede sig trygge`
    counted = before.text.isdecimal() and not before.text.startswith(("19", "20"))
    # `selskabets samlede udledning`
    owned = before.lower.endswith(GENITIVE) and following is not None and following.text[0].isalpha()
    owned = owned and following is not None and following.lower not in lexicon().stop
    return before.lower in ATTRIBUTED or counted or owned
