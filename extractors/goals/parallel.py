"""Two lists of which the second tells, entry by entry, what came of the first.

    Mål for perioden                             Hvor er vi nu?
    • 300 nye lodser på kurset                   • 214 lodser
    • Højst 70 minutters sejlads til øen         • Hurtigste sejlads: 78 min.

Whatever stands above the second one, its entries are of the same things: what is counted, or a word, ties each of
them to one target of the first.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, islice
from typing import NamedTuple

from extractors.goals.alike import FURTHEST, kind_of
from extractors.goals.context import Role, is_plain
from extractors.goals.odds import Place
from extractors.goals.reading import Sentence
from extractors.goals.spoken import owes, speaks_of_goal
from extractors.goals.wording import content
from extractors.language.analysis import Quantity
from extractors.language.stems import stem

FEWEST = 2
"""Entries of the second list that are tied to the first."""
TIED = 0.5
"""Their share among its entries with a number."""
BEHIND = 3
"""Lists among which the one that answers is looked for."""


class Entry(NamedTuple):
    """An entry of a list: its sentences and its words."""

    places: Sequence[int]
    words: frozenset[str]


class Listing(NamedTuple):
    """A list, and the text above it."""

    entries: Sequence[Entry]
    lead: str


class Tie(NamedTuple):
    """A number of the second list and the target that it answers."""

    result: Place
    aim: Place


class Ties(NamedTuple):
    """All of them, and the sentences of the lists that answer: none of them states a target."""

    ties: Sequence[Tie]
    answering: frozenset[int]


def in_parallel(sentences: Sequence[Sentence], told: Sequence[Sequence[Role]]) -> Ties:
    """The numbers of lists that tell what came of the targets of a list before them."""
    lists = list(_lists(sentences))
    taken: set[int] = set()
    found: list[Tie] = []
    for number, first in enumerate(lists):
        aims = list(_aims(first, sentences, told))
        if number in taken or len(aims) < FEWEST or _answers_itself(first, sentences, aims):
            continue
        for other in range(number + 1, min(number + 1 + BEHIND, len(lists))):
            if other not in taken and (ties := _tied(aims, first, lists[other], sentences)):
                taken.add(other)
                found += ties
                break
    return Ties(found, frozenset(at for number in taken for entry in lists[number].entries for at in entry.places))


def _answers_itself(listing: Listing, sentences: Sequence[Sentence], aims: Sequence[Place]) -> bool:
    """True where the list says itself what came of its targets."""
    own = {at for entry in listing.entries for at in entry.places}
    numbers = sum(len(sentences[at].analysis.quantities) for at in own)
    return numbers > 2 * len(aims)


def _lists(sentences: Sequence[Sentence]) -> Iterator[Listing]:
    """The lists of a reading, in order: entries in a row with marks of one kind, in one paper."""
    passages = [list(group) for _, group in groupby(range(len(sentences)), key=lambda n: sentences[n].passage_no)]
    entries: list[Entry] = []
    lead, last = "", sentences[0] if sentences else None
    for places in passages:
        sentence = sentences[places[0]]
        if entries and not (sentence.marker and last is not None and _goes_on(last, sentence)):
            yield Listing(entries, lead)
            entries = []
        if sentence.marker:
            lead, last = sentence.lead, sentence
            words = content(t.lemma for at in places for t in sentences[at].analysis.tokens)
            entries = [*entries, Entry(places, words)]
    if entries:
        yield Listing(entries, lead)


def _goes_on(last: Sentence, sentence: Sentence) -> bool:
    """True where an entry stands right behind another one, below the same heading."""
    below = sentence.part.span == last.part.span and sentence.lead == last.lead
    return below and sentence.passage_no == last.passage_no + 1


def _aims(listing: Listing, sentences: Sequence[Sentence], told: Sequence[Sequence[Role]]) -> Iterator[Place]:
    """The first target of each entry."""
    for entry in listing.entries:
        own = ((at, n) for at in entry.places for n, role in enumerate(told[at]) if role == "target")
        yield from islice(own, 1)


def _tied(aims: Sequence[Place], first: Listing, second: Listing, sentences: Sequence[Sentence]) -> list[Tie]:
    """The ties of two lists; none where the second sets targets of its own or says too little of those before."""
    part = sentences[second.entries[0].places[0]].part
    if part.kind == "target" or part.label in ("target", "plan"):
        return []
    if speaks_of_goal(second.lead) or any(owes(sentences[at].text) for e in second.entries for at in e.places):
        return []
    words = {aim: next(e.words for e in first.entries if aim[0] in e.places) for aim in aims}
    ties: list[Tie] = []
    numbered = 0
    for entry in second.entries:
        numbers = [(at, n) for at in entry.places for n, q in enumerate(sentences[at].analysis.quantities)]
        numbered += bool(numbers)
        meant = _meant(entry, numbers, words, sentences)
        if len(meant) != 1:
            continue
        quantity = _quantity(meant[0], sentences)
        alike = [at for at in numbers if _alike(quantity, _quantity(at, sentences), sentences[at[0]])]
        if alike and all(tie.aim != meant[0] for tie in ties):
            ties.append(Tie(alike[0], meant[0]))
    same = all(_quantity(t.result, sentences).value == _quantity(t.aim, sentences).value for t in ties)
    return ties if len(ties) >= max(FEWEST, TIED * numbered) and not same else []


def _quantity(place: Place, sentences: Sequence[Sentence]) -> Quantity:
    return sentences[place[0]].analysis.quantities[place[1]]


def _meant(
    entry: Entry, numbers: Sequence[Place], words: Mapping[Place, frozenset[str]], sentences: Sequence[Sentence]
) -> list[Place]:
    """The targets that an entry may answer: those that count what it does, else those of its words."""
    nouns = {noun for at in numbers if (noun := _noun(_quantity(at, sentences)))}
    counted = [aim for aim in words if _noun(_quantity(aim, sentences)) in nouns]
    if len(counted) == 1:
        return counted
    return [aim for aim in words if _names(words[aim], entry.words, [w for a, w in words.items() if a != aim])]


def _noun(quantity: Quantity) -> str | None:
    """The stem of what is counted."""
    return stem(quantity.counted.split()[-1].lower()) if quantity.counted else None


def _names(words: frozenset[str], told: frozenset[str], others: Sequence[frozenset[str]]) -> bool:
    """True where the two have a word in common that stands in no other entry."""
    return any(all(word not in other for other in others) for word in words & told)


def _alike(aim: Quantity, told: Quantity, sentence: Sentence) -> bool:
    """True for numbers that may be of the same thing."""
    if told.comparator is not None:
        return False
    one, other = kind_of(aim), kind_of(told)
    if one != other and not (other == "count" and is_plain(told, sentence)):
        return False
    low, high = sorted((aim.value, told.value))
    return low * FURTHEST >= high or not low
