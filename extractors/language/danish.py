"""One spaCy pipeline for Danish goals: a blank tokeniser and rule components, no download.

Where a statistical Danish model is installed (:mod:`extractors.language.model`), its tokeniser, tagger and
lemmatiser stand before the rule components. These tag a sentence with what :mod:`schemas.language` knows: words of
aim and outcome, comparators, negation, hedges, segments; numbers with units and counted nouns; times. Everything
after works on the plain :class:`Analysis` that comes out, never on spaCy's own objects. spaCy is imported when the
first sentence comes.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

from extractors.language.analysis import Analysis, Quantity, Token
from extractors.language.counting import compared, measured, out_of, worded
from extractors.language.model import installed_model, load
from extractors.language.periods import find_times
from extractors.language.quantities import Figure, find_quantities
from schemas.language import lexicon

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

LONGEST = 4000
"""Characters of a sentence that are looked at; what is longer is no sentence but a flattened page."""


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

MOST_GOALS = 30
"""Highest number that a goal is given."""
DEFINITE = ("et", "en", "ene", "erne")
"""Endings of a noun that is known: *ambitionen 40* is no name of a goal."""
NEAR_VALUE = 9
"""Words between the number of a goal and its value."""
PARTICLES = frozenset({"ud", "ind", "op", "ned", "frem", "tilbage", "hen", "over", "igennem", "alle"})
"""Words that go with a verb."""


_ENDINGS = (
    "ernes", "erens", "erne", "enes", "eren", "ende", "ers", "ens", "ets", "ene", "ere", "ede", "tes", "er",
    "en", "et", "es", "e", "s", "t",
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


@lru_cache(maxsize=4096)
def figures_of(text: str) -> tuple[Figure, ...]:
    """The figures of a sentence. A sentence is asked for them before it is tagged, and again when it is."""
    return tuple(find_quantities(text[:LONGEST]))


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
        doc._.figures = figures_of(doc._.printed)
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
    quantities = [q for f in doc._.figures if (q := measured(f, tokens, ends)) is not None]
    quantities = [q for q in quantities if not _names_goal(q, tokens)]
    quantities += worded(tokens, quantities)
    quantities.sort(key=lambda q: q.start)
    tokens = tuple(_references(tokens, quantities))
    quantities = list(out_of(quantities, tokens))
    signed = [compared(q, quantities, tokens) for q in quantities]
    signed = [
        q for q in signed if not (q.worded and q.share and q.first + 2 > q.last) or q.comparator in (">=", "<=")
    ]
    return Analysis(doc._.printed, tokens, tuple(signed), tuple(doc._.times))


def _references(tokens: tuple[Token, ...], quantities: list[Quantity]) -> Iterator[Token]:
    """The tokens with the signs that their neighbours leave them: ``mål 3`` names a goal and states none
    (``goal_reference``), ``de vejledte`` are people and no verb of the past."""
    measured = {index for q in quantities for index in range(q.first, q.last + 1)}
    for index, token in enumerate(tokens):
        following = tokens[index + 1].text if index + 1 < len(tokens) else ""
        numbered = token.lower == "mål" and following[:1].isdecimal() and index + 1 not in measured
        if numbered or ("goal" in token.signs and following != ":" and _counts_goals(tokens, index, measured)):
            stated = numbered and _states(tokens, index + 2, quantities)
            yield replace(token, signs=frozenset({"goal_reference", "goal"} if stated else {"goal_reference"}))
        elif token.signs & {"sets", "setter"} and _sets_goal(tokens, index):
            yield replace(token, signs=token.signs | {"aiming"})
        elif "past" in token.signs and token.lower.endswith(("ede", "te")) and _attributive(tokens, index):
            yield replace(token, signs=token.signs - {"past", "outcome", "moved", "change_up", "change_down"})
        else:
            yield token


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
    """``kontraktens otte mål``, ``de 12 regionale mål``: goals that are counted, of which none is stated."""
    for place in range(index - 1, max(index - 4, -1), -1):
        token = tokens[place]
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
        moving = following is not None and (following.lower in PARTICLES or following.lower in lexicon().stop)
        return governed or bool(verb_behind) or not (plain or moving)
    counted = before.text.isdecimal() and not before.text.startswith(("19", "20"))
    return before.lower in ATTRIBUTED or counted
