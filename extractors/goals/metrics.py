"""The metric of a number: a short noun phrase for what it measures.

The sentence is cut at its finite verb. A share says of whom (``75 pct. af kunderne``) and what they are or do
(``…, der er meget tilfredse``); a value stands behind what it is a value of (``ventetiden må højst være …``) or
behind what somebody is to reach (``huset opnår en score på …``).
"""

from __future__ import annotations

from extractors.goals.reading import Sentence
from extractors.goals.wording import moved_span, reach_of
from extractors.language.analysis import Analysis, Quantity, Token
from extractors.language.counting import is_duration
from extractors.language.periods import find_times
from schemas.language import lexicon

MOST_WORDS = 8
"""Words of a metric."""

MODALS = frozenset({"skal", "skulle", "bør", "må", "kan", "kunne", "vil", "ville"})
PRESENT = {
    "være": "er", "have": "har", "vide": "ved", "blive": "bliver", "få": "får", "nå": "når", "opnå": "opnår",
    "gå": "går", "forstå": "forstår", "stå": "står",
}  # fmt: skip
"""Present of infinitives; others take an *r*."""
PLAIN_FINITE = frozenset({"er", "var", "har", "havde", "blev", "fik", "steg", "faldt", "lå", "kom"}) | MODALS
SAYING = frozenset(
    {"angiver", "vurderer", "oplever", "svarer", "mener", "oplyser", "angive", "vurdere", "opleve", "svare"}
)
OWNING = frozenset(
    {"har", "havde", "have", "haft", "opnår", "opnå", "får", "få", "giver", "give", "viser", "fastholder"}
)
STATES = frozenset(
    {"være", "ligge", "ligger", "nå", "udgøre", "udgør", "er", "var", "blive", "op", "stige", "steget", "falde"}
)
ACTORS = frozenset(
    {
        "huset",
        "vi",
        "der",
        "det",
        "kommunen",
        "kommunerne",
        "sekretariatet",
        "regionen",
        "parterne",
        "man",
        "de",
        "kkr",
    }
)
CUTS = (
    ("i", "forhold", "til"), ("sammenlignet", "med"), ("i", "form", "af"), ("som", "følge", "af"),
    ("fordelt", "på"), ("efter", "henvisning"), ("ift.",), ("iht.",), ("senest",), ("målt",), ("gældende",),
    ("-",), ("–",),
    (",", "hvor"), (",", "hvilket"), (",", "da"), (",", "så"), (",", "at"),
)  # fmt: skip
"""What follows these words only explains."""
_CUT_STARTS = frozenset(cut[0] for cut in CUTS)
JOINING = frozenset(
    {"i", "på", "af", "for", "til", "med", "om", "ved", "fra", "efter", "mod", "hos", "inden", ",", "og", "eller"}
)
"""Words before which a long phrase may be cut."""
SECTIONS = frozenset(
    {"baggrund", "sagsfremstilling", "indstilling", "beslutning", "økonomi", "bilag", "sekretariatets bemærkninger"}
)
"""Titles that say nothing of what is measured."""
MOVES = frozenset({"hæves", "hævet", "sænkes", "sænket", "sættes", "sat", "ned", "op", "ændres", "ændret"})
"""Words of a change of a goal."""
FAR = frozenset({"lidt", "noget", "klart", "langt", "markant", "tydeligt", "netop"})
"""How far something is from what it is held against: ``noget under de aftalte 12``."""
KEPT = frozenset({"andel", "andelen", "antal", "resultat"})
"""Words that say nothing alone and something at the end of a phrase."""
_DULL = MODALS | {"være", "måles"}
_EMPTY = lexicon().stop | KEPT
_ENDING = (lexicon().stop - KEPT) | MOVES
"""Words that a phrase says nothing with at all, begins with and ends with."""


def metric_of(sentence: Sentence, index: int) -> str:
    """A short noun phrase for what is measured; the title above where the sentence says too little."""
    analysis = sentence.analysis
    quantity = analysis.quantities[index]
    title = _title(sentence)
    if quantity.counted and not quantity.share and not is_duration(quantity.counted):
        return title if title and quantity.counted.lower() in title.lower() else quantity.counted
    moved = moved_span(analysis, index)
    first, last = moved or reach_of(analysis, index)
    phrase = _phrase(analysis, first, last, quantity)
    if index and moved is None and (_poor(phrase, 1) or _named(phrase)):
        phrase = _phrase(analysis, 0, last, analysis.quantities[0])
    return title if title and _poor(phrase, 2) else phrase or title


def _title(sentence: Sentence) -> str:
    """The title or lead-in above, without its time and colon."""
    title = sentence.part.heading or sentence.lead
    for time in find_times(title):
        if time.end >= len(title.rstrip(" :.")):
            title = title[: time.start]
    title = title.rstrip(" :.-–")
    while title and title.rsplit(" ", 1)[-1].lower() in ("i", "for", "pr.", "efter"):
        title = title.rpartition(" ")[0]
    return "" if title in lexicon().labels or title.lower() in SECTIONS else title


def _poor(phrase: str, least: int) -> bool:
    """True for a phrase of less words than these that say what is measured."""
    signs, stop = lexicon().signs, lexicon().stop
    dull = {"change_up", "change_down", "outcome", "aim", "fulfilled", "reached", "past", "agreed", "planned"}
    words = [w for w in phrase.lower().split() if w not in stop and w not in FAR and not signs(w) & dull]
    return len(words) < least


def _phrase(analysis: Analysis, first: int, last: int, quantity: Quantity) -> str:
    """The noun phrase of the words from ``first`` to ``last``."""
    tokens = analysis.tokens
    hidden = _hidden(analysis)
    first = _behind_lead_in(tokens, first, min(last, quantity.first))
    verb = _finite(tokens, first, last, hidden)
    if verb is None:
        return _short(tokens, first, last, hidden)
    before = _visible(tokens, first, verb - 1, hidden)
    inverted = not before or before[0].lower == "for"
    following = next((t.lower for t in tokens[quantity.last + 1 : quantity.last + 2]), "")
    if quantity.share and following == "af":
        ahead = quantity.first < verb
        return _of_whom(tokens, quantity.last + 2, last, hidden, verb if ahead else None) or _short(
            tokens, first, last, hidden
        )
    if quantity.first < verb:
        return _short(tokens, first, last, hidden)
    object_first = _last_verb(tokens, verb, quantity.first) + 1
    reached = _short(tokens, object_first, quantity.first - 1, hidden)
    tail = _visible(tokens, quantity.last + 1, last, hidden)
    if reached and tail and tail[0].lower in ("i", "for", "af") and len(reached.split()) <= 2:
        reached = _trimmed([*reached.split(), *(t.text for t in tail)])
    if inverted and tokens[min(verb + 1, last)].lower in ACTORS and reached:
        return reached
    if inverted:
        subject = _short(tokens, verb + 1, _next_verb(tokens, verb + 1, quantity.first) - 1, hidden)
        return subject if subject and subject.split()[0].lower() not in ACTORS and not _named(subject) else reached
    subject = _short(tokens, first, verb - 1, hidden)
    owned = tokens[verb].lower in OWNING or any(t.lower in OWNING for t in tokens[verb + 1 : quantity.first])
    if reached and (owned or not subject or subject.split()[0].lower() in ACTORS or _named(subject)):
        return reached
    return subject or reached


def _hidden(analysis: Analysis) -> set[int]:
    """Tokens that belong to no noun phrase: numbers, times, comparators, quotation marks and brackets."""
    tokens = analysis.tokens
    hidden = {index for q in analysis.quantities for index in range(q.first, q.last + 1)}
    for time in analysis.times:
        covered = [i for i, t in enumerate(tokens) if t.start < time.end and t.end > time.start]
        hidden.update(covered)
        if covered and covered[0] and tokens[covered[0] - 1].lower in ("i", "for", "pr.", "inden"):
            hidden.add(covered[0] - 1)
    for index, token in enumerate(tokens):
        compares = bool(token.signs) and any(sign.startswith(("cmp:", "near:")) for sign in token.signs)
        following = tokens[index + 1].lower if index + 1 < len(tokens) else ""
        if (
            token.text in '()”“"»«;:.'
            or (compares and token.lower not in ("inden", "for"))
            or token.signs & {"goal", "proposal"}
            or (token.lower == "hvert" and following == "år")
        ):
            hidden.add(index)
    return hidden


def _behind_lead_in(tokens: tuple[Token, ...], first: int, before: int) -> int:
    """Behind ``Målet er, at``, ``Det foreslås, at``: where what is aimed at begins."""
    start = first
    said = False
    for index in range(first, before):
        said = said or bool(tokens[index].signs & {"goal", "proposal"})
        if said and tokens[index].lower == "at":
            start = index + 1
    while start < before and tokens[start].signs & {"aim", "change_up", "change_down"} and start > first:
        start += 1
    return start


def _is_finite(token: Token) -> bool:
    if token.lower in PLAIN_FINITE or token.lower in SAYING:
        return True
    return bool(token.signs & {"aim", "outcome", "past"}) and token.lower.endswith(("r", "s", "ede", "te"))


def _finite(tokens: tuple[Token, ...], first: int, last: int, hidden: set[int]) -> int | None:
    """The finite verb of the main clause; verbs of ``…, der har fået hjælp`` are none."""
    relative = False
    for index in range(first, last + 1):
        token = tokens[index]
        if (
            token.lower in ("der", "som")
            and index > first
            and index + 1 <= last
            and not _is_finite(tokens[index - 1])
        ):
            relative = True
        elif relative and token.text == ",":
            relative = False
        elif not relative and index not in hidden and _is_finite(token):
            return index
    return None


def _last_verb(tokens: tuple[Token, ...], verb: int, before: int) -> int:
    """The last verb or word of state from the finite verb to the number."""
    found = verb
    for index in range(verb + 1, before):
        token = tokens[index]
        if token.lower in STATES | OWNING or token.signs & {"aim", "outcome"}:
            found = index
    return found


def _next_verb(tokens: tuple[Token, ...], first: int, before: int) -> int:
    """The first infinitive or participle behind the subject of ``I 2031 skal ventetiden være …``."""
    for index in range(first + 1, before):
        token = tokens[index]
        if token.lower in STATES | OWNING or token.signs & {"aim", "outcome"}:
            return index
    return before


def _of_whom(tokens: tuple[Token, ...], first: int, last: int, hidden: set[int], verb: int | None) -> str:
    """``af de vejledte kunder skal være nye`` gives ``vejledte kunder, der er nye``."""
    end = last if verb is None else verb - 1
    subject = _short(tokens, first, end, hidden)
    if not subject or len(subject.split()) > MOST_WORDS - 3 or " der " in subject or " som " in subject:
        return subject
    told = _told(tokens, first if verb is None else verb, last)
    if told is None:
        return subject
    head, rest = told
    words = [t.text for t in _visible(tokens, rest, last, hidden)]
    predicate = _trimmed(words, MOST_WORDS - len(subject.split()) - 2)
    if predicate[1:2].islower():
        predicate = predicate[0].lower() + predicate[1:]
    return f"{subject}, der {head} {predicate}" if predicate else subject


def _told(tokens: tuple[Token, ...], verb: int, last: int) -> tuple[str, int] | None:
    """The verb of what is told of them, in the present, and where the rest begins; None where it is of others."""
    for index in range(verb, min(last, verb + 12)):
        # `angiver i undersøgelsen, at de er …`
        if tokens[index].lower == "at" and tokens[index + 1].lower in ("de", "virksomheden", "kunden"):
            place = index + 2
            return (tokens[place].lower, place + 1) if place <= last and _is_finite(tokens[place]) else None
    word = tokens[verb].lower
    if not _is_finite(tokens[verb]) or word in SAYING:
        return None
    if word not in MODALS:
        return word, verb + 1
    if verb + 1 > last:
        return None
    denied = tokens[verb + 1].lower == "ikke" and verb + 2 <= last
    infinitive = tokens[verb + 1 + denied].lower
    if not infinitive.endswith(("e", "å")):
        return None
    present = PRESENT.get(infinitive, f"{infinitive}r")
    return f"ikke {present}" if denied else present, verb + 2 + denied


def _named(phrase: str) -> bool:
    """True for the name of a party and nothing else: ``Erhvervshus Havland``."""
    words = phrase.split()
    return (
        bool(words)
        and words[0].lower().startswith(("erhvervshus", "væksthus"))
        and (len(words) == 1 or all(word[:1].isupper() for word in words))
    )


def _visible(tokens: tuple[Token, ...], first: int, last: int, hidden: set[int]) -> list[Token]:
    return [tokens[i] for i in range(max(first, 0), min(last, len(tokens) - 1) + 1) if i not in hidden]


def _short(tokens: tuple[Token, ...], first: int, last: int, hidden: set[int]) -> str:
    return _trimmed([t.text for t in _visible(tokens, first, last, hidden) if t.lower not in _DULL])


def _trimmed(words: list[str], most: int = MOST_WORDS) -> str:
    """The words without empty ones at both ends, cut where only explanations follow, else before a joining word."""
    while words and (words[0].lower() in _EMPTY or not words[0][:1].isalnum()):
        words = words[1:]
    lowered = [word.lower() for word in words]
    for place in range(1, len(words)):
        cuts = CUTS if lowered[place] in _CUT_STARTS else ()
        if any(tuple(lowered[place : place + len(cut)]) == cut for cut in cuts):
            words = words[:place]
            break
    counted = [place for place, word in enumerate(words) if word[:1].isalnum()]
    if len(counted) > most:
        end = counted[most] if most > 0 else 0
        joint = next((place for place in range(end, 1, -1) if words[place].lower() in JOINING), end)
        words = words[:joint]
    while words and (words[-1].lower() in _ENDING or not words[-1][-1:].isalnum()):
        words = words[:-1]
    return " ".join(words).replace(" ,", ",")
