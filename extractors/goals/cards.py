"""Cards: what was promised and what became of it, printed downwards with labels.

    Ventetid på genoptræning
    Vi lovede: Højst 7 dage
    Det blev til: 6,2 dage
    Vores vurdering: Indfriet

A card is a run of fields in which an aim with a number and what became of it stand once each, or lists of both. The
result may stand by itself above the aim, as a large number on a slide.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import combinations
from typing import NamedTuple

import regex

from extractors.goals.cells import HAS_NUMBER, Measured, cell_verdict, measured
from extractors.goals.entries import COLOUR, Entry, Numbered, Outcome, Spot, numbered
from extractors.goals.fields import LONGEST_TITLE, Field, Piece, read_fields
from extractors.goals.figures import is_row_of_figures
from extractors.goals.headings import STARTED, heading, is_told_so_far
from extractors.goals.lines import title_above
from extractors.goals.marks import marks
from extractors.goals.numbered import first_sentence
from extractors.goals.papers import Paper
from extractors.goals.worded import SHARES, Told, told_values, value_of
from extractors.language.stems import stem
from schemas.goal_tables import goal_table_words
from schemas.language import lexicon
from schemas.packet import Packet, Span
from schemas.records import Verdict

APART = 6
"""Lines between two fields of a card."""
FEWEST_FIELDS = 3
"""Fields below each other that no table is read from."""
_CELLS = regex.compile(r"\S(?:\s{3,}|\t)\S")
_WORD, _WORDS = regex.compile(r"\p{L}{4,}"), regex.compile(r"\p{L}+")


@dataclass(slots=True)
class _Card:
    """The fields of a card, in order."""

    fields: list[Field] = field(default_factory=list)

    def of(self, *kinds: str) -> list[Field]:
        """The fields of these kinds."""
        return [f for f in self.fields if f.meaning.kind in kinds]

    @property
    def aims(self) -> list[Field]:
        """The fields of what was to be reached. A result beside the way it is measured is one that is agreed on,
        unless it is that of a part of the year."""
        found = self.of("aim") or self.of("maybe_aim")
        if found or not self.of("method") or self.of("verdict", "fulfilment"):
            return found
        return [f for f in self.of("outcome") if not f.meaning.partial]

    @property
    def outcomes(self) -> list[Field]:
        """The fields of what became of it."""
        return [f for f in self.of("outcome") if not any(f is aim for aim in self.aims)]

    @property
    def pattern(self) -> frozenset[str]:
        """The labels of its aims: cards of one paper are made alike."""
        return frozenset(f.undated for f in self.aims)

    @property
    def run(self) -> list[Field]:
        """The fields that follow each other line by line, from the first on."""
        count = 1
        while count < len(self.fields) and self.fields[count].first == self.fields[count - 1].last + 1:
            count += 1
        return self.fields[:count]

    @property
    def makeup(self) -> tuple[str, ...]:
        """The labels of the fields that follow each other, without years."""
        return tuple(f.undated for f in self.run)

    @property
    def is_plan(self) -> bool:
        """True for a sheet of an agreement: an aim beside the way it is measured, without what became of it."""
        return bool(self.of("method")) and not self.outcomes


class Cards(NamedTuple):
    """The entries of all cards of a paper; ``firm`` are those of cards with one label and one text a line, printed
    alike below each other, whose lines are no table whatever else may be read from them."""

    entries: list[Entry]
    firm: list[Entry]


def read_cards(packet: Packet, paper: Paper) -> Cards:
    """The entries of all cards of a paper."""
    cards = list(_cards(found for found in read_fields(packet, paper) if not _heads_figures(found)))
    led = [(card, aim) for card in cards if not card.aims and (aim := _aim_above(packet, paper, card)) is not None]
    for card, aim in led if len(led) > 1 else ():
        card.fields.insert(0, aim)
    cards = [card for card in cards if card.aims]
    if cards and any(mark.kind in ("goal", "sub", "reported") for mark in marks(packet, paper)):
        # goal sheets with numbered goals are read by their marks; they know these labels, but no number above them
        labels = lexicon().labels
        known = [all(f.label in labels for f in (*card.aims, *card.outcomes)) for card in cards]
        cards = [
            card for card, marked in zip(cards, known, strict=True)
            if not marked or _in_words(card) or _is_told_above(card, paper)
        ]  # fmt: skip
    found = [(card, _entries(card, paper)) for card in cards]
    made = {card.pattern for card, entries in found if any(entry.results for entry in entries)}
    plans = Counter(card.pattern for card, entries in found if card.is_plan and entries)
    made |= {pattern for pattern, count in plans.items() if count > 1}
    kept = [(card, entries) for card, entries in found if card.pattern in made]
    alike = Counter(card.makeup for card, entries in kept if entries and _is_firm(packet, card))
    return Cards(
        [entry for _, entries in kept for entry in entries],
        [entry for card, entries in kept if alike[card.makeup] > 1 and _is_firm(packet, card) for entry in entries],
    )


def _is_firm(packet: Packet, card: _Card) -> bool:
    """True for three fields or more right below each other, each on lines of its own and without cells in its
    text."""
    fields = card.run
    return len(fields) >= FEWEST_FIELDS and not any(
        _CELLS.search(packet.lines[f.first].text.strip()[len(f.label) + 1 :].lstrip(" :\t")) for f in fields
    )


def _heads_figures(found: Field) -> bool:
    """True for a head of labels that may name an aim above rows of figures: ``Niveau   2030   2031``."""
    return found.meaning.kind in ("aim", "maybe_aim") and is_row_of_figures(found.text)


def _is_told_above(card: _Card, paper: Paper) -> bool:
    """True where what was reached stands by itself above the aim, as on a slide."""
    return not card.outcomes and any(entry.results for entry in _entries(card, paper))


_LED = regex.compile(r"(?P<label>\p{Lu}[^:]{2,60}):\s+(?P<value>\S.*)")

_OTHERS = frozenset({"budget", "earlier", "comparison", "forecast", "deviation"})
"""Lists of words that say that a line tells no aim."""
_YEARS = regex.compile(r"(?<!\d)20\d\d(?!\d)")


def _aim_above(packet: Packet, paper: Paper, card: _Card) -> Field | None:
    """The line right above what was reached that has the same thing as its label: ``Antal i 2031: 40`` above
    ``Antal opnået: 36``. It is one of a time that is not before the result's, or has a bound."""
    outcome = card.fields[0]
    match = _LED.fullmatch(outcome.title.text) if outcome.title is not None else None
    if outcome.title is None or match is None or outcome.meaning.kind != "outcome" or not outcome.meaning.rest:
        return None
    line = outcome.title.line
    same = match["label"].split()[0].lower() == outcome.meaning.rest.split()[0].lower()
    aimed = value_of(match["value"])
    if not same or outcome.first != line + 1 or aimed is None or (aimed.unit or "").endswith("kr."):
        return None
    meaning = heading((match["label"],))
    years = [int(year) for year in _YEARS.findall(match["label"])]
    now = outcome.meaning.year or paper.now
    judged = bool(card.of("verdict", "fulfilment"))
    ahead = bool(years) and (judged if now is None else max(years) >= now)
    named = goal_table_words().named(match["label"].lower())
    if (
        meaning.kind not in (None, "time")
        or not _OTHERS.isdisjoint(named)
        or not (ahead or (not years and aimed.comparator))
    ):
        return None  # what it was before, or a budget
    above = title_above(packet, paper.span.first, line, LONGEST_TITLE)
    meaning = replace(meaning, kind="aim")
    title = Piece(above, line - 1) if above else None
    return Field(match["label"], meaning, (Piece(match["value"], line),), line, line, title)


def _cards(fields: Iterable[Field]) -> Iterator[_Card]:
    """Fields that follow each other closely, until a label comes again or another title stands between."""
    card = _Card()
    for found in fields:
        if card.fields:
            last = card.fields[-1]
            again = any(f.key == found.key for f in card.fields) or _begins_anew(card, found)
            titled = found.title is not None and found.title.line > last.last
            if again or titled or found.first - last.last > APART:
                yield card
                card = _Card()
        card.fields.append(found)
    if card.fields:
        yield card


def _begins_anew(card: _Card, found: Field) -> bool:
    """True for the aims of another year behind what became of the first, and for the name of another goal there."""
    if found.meaning.kind != "aim" or not card.outcomes:
        return False
    if card.aims and HAS_NUMBER.search(found.text) is None:
        return True  # `Tværgående mål: Sygefravær`
    return any(f.undated == found.undated for f in card.aims)


@dataclass(frozen=True, slots=True)
class _Part:
    """A piece of a field with its values."""

    piece: Piece
    values: tuple[Told, ...]
    owner: Field


def _entries(card: _Card, paper: Paper) -> list[Entry]:
    """The targets of a card with their results; empty where it tells none, or one text tells several."""
    told = _in_words(card)
    aims = [
        (part, value)
        for f in card.aims
        for piece in f.pieces
        if (value := told or value_of(piece.text)) is not None and (part := _Part(piece, (), f))
    ]
    if not aims or len({id(part.owner) for part, _ in aims}) > 1:
        return []
    name, named_by = _name(card, aims[0][0].owner)
    outcomes = [f for f in card.outcomes if f is not named_by]
    above = card.fields[0].above
    pieces = [(piece, f) for f in outcomes for piece in f.pieces]
    if not outcomes and above is not None:
        pieces = [(above, aims[0][0].owner)]
    verdict = next((v for f in card.of("verdict") if (v := _verdict(f.text))), None)
    verdict = verdict or next((v for f in outcomes if (v := cell_verdict(f.text))), None)
    word = next((f.text for f in card.of("verdict", "outcome") if COLOUR.fullmatch(f.text)), "")
    word = word or next((said for f in card.of("verdict") if cell_verdict(said := first_sentence(f.text))), "")
    degree = next((m.value for f in card.of("fulfilment") if (m := measured(f.text))), None)
    starts = [f for f in card.of("earlier") if STARTED.search(f.label)]
    began = next(
        (start.value for f in starts if (start := measured(f.text)) and start.unit == aims[0][1].unit), None
    )
    span = _span(card, above if above is not None and pieces and pieces[0][0] is above else None)
    text = " | ".join(f"{f.label}: {f.text}" for f in card.fields)
    own = numbered(name)
    entries = []
    taken: set[int] = set()
    beside = _by_mark(aims, pieces)
    if beside is None:
        beside = {place: (place, one) for place, one in enumerate(_side_by_side(aims, pieces))}
    for place, (part, aimed) in enumerate(aims):
        alone = len(aims) == 1
        results = []
        answers = _answers(part, aimed, pieces, own.label, alone=alone, taken=taken)
        if beside:
            answers = [beside[place]] if place in beside else []
        for at, answer in answers:
            taken.add(at)
            owner = pieces[at][1].meaning
            partial = owner.partial or is_told_so_far(answer.value.rest, paper.now)
            # a number above the aim stands below no label of its own
            year = answer.year or (owner.year if card.outcomes else None)
            results.append(
                Outcome(
                    answer.value, Spot(pieces[at][0].line), year, partial,
                    over=not partial and year is not None, segment=answer.segment,
                    fulfilment=degree if alone else None, stated=verdict if alone else None,
                    word=word if alone else "",
                )
            )  # fmt: skip
        label = own if alone and own.label else replace(own, label=_about(part.piece.text))
        entries.append(
            _entry(
                part, aimed, label, span, text, results, paper, verdict if alone else None, began if alone else None
            )
        )
    return entries


_ALL = regex.compile(r"(?:at\s)?(?:alle|samtlige|enhver|hver\seneste)\s(?!tiders)[^%]*$", regex.IGNORECASE)
_NONE = regex.compile(r"(?:at\s)?(?:ingen|intet|nul)\s\p{Ll}[^\d%]*$", regex.IGNORECASE)


def _in_words(card: _Card) -> Measured | None:
    """The one aim of a card that says in words that it is all (``Alle elever har en plan``) or nothing (``Ingen
    venteliste``), where what became of it is told as a share or a count; else None."""
    aims, outcomes = [f.text for f in card.aims], [f.text for f in card.outcomes]
    if len(aims) != 1 or len(outcomes) != 1:
        return None
    if _ALL.match(aims[0]) and (share := value_of(outcomes[0], _WHOLE)) is not None and share.unit == "%":
        return _WHOLE
    unset = any(
        {"goal", "setting", "tally"} & lexicon().all_signs(word)
        for word in _WORDS.findall(aims[0].lower())[:MOST_UNSET]
    )
    if (
        _NONE.match(aims[0])
        and not unset
        and (count := measured(outcomes[0])) is not None
        and count.unit not in SHARES
    ):
        return Measured(Decimal(0), None, "<=")
    return None


MOST_UNSET = 6
"""Words of an aim in which one says that there is none: ``Intet måltal``, ``Ingen fast målsætning``."""
_WHOLE = Measured(Decimal(100), "%")


def _entry(
    part: _Part, aimed: Measured, own: Numbered, span: Span, text: str, results: list[Outcome], paper: Paper,
    verdict: Verdict | None, began: Decimal | None,
) -> Entry:  # fmt: skip
    meaning = part.owner.meaning
    value = replace(aimed, unit=aimed.unit or meaning.unit)
    return Entry(
        own.label, value, Spot(part.piece.line), span, text, tuple(results), own.goal_no, own.sub_no, own.own_no,
        meaning.year or paper.year, stated=verdict, began=began,
    )  # fmt: skip


def _answers(
    part: _Part, aimed: Measured, pieces: list[tuple[Piece, Field]], name: str, *, alone: bool, taken: set[int]
) -> list[tuple[int, Told]]:
    """The results of an aim: all that the one text of a card tells (segments), or the entry of a list that is
    likest."""
    if alone and pieces and pieces[0][1].is_by_place:
        places = pieces[0][1].places
        return [
            (at, Told(value, place))
            for at, (place, text) in enumerate(places)
            if (value := value_of(text, aimed)) is not None
        ]
    about = f"{name} {part.piece.text}"
    found = [(at, told) for at, (piece, _) in enumerate(pieces) if (told := told_values(piece.text, aimed, about))]
    if alone:
        return [(at, one) for at, told in found[:1] for one in told]
    wanted = _stems(part.piece.text)
    rated = [
        (len(wanted & _stems(pieces[at][0].text)), -at, told[0]) for at, told in found if at not in taken and told
    ]
    if len(found) > 1:
        rated = [entry for entry in rated if entry[0]]
    if not rated:
        return []
    _, at, best = max(rated, key=lambda entry: entry[:2])
    return [(-at, best)]


def _by_mark(
    aims: Sequence[tuple[_Part, Measured]], pieces: Sequence[tuple[Piece, Field]]
) -> dict[int, tuple[int, Told]] | None:
    """The answers of entries that have the mark of an aim (``b)``), by its place; None where not all have one."""
    own, marks = [part.piece.mark for part, _ in aims], [piece.mark for piece, _ in pieces]
    if None in own or None in marks or len(set(own)) < max(len(own), 2) or len(set(marks)) < len(marks):
        return None
    found: dict[int, tuple[int, Told]] = {}
    for place, (part, aimed) in enumerate(aims):
        if part.piece.mark in marks:
            at = marks.index(part.piece.mark)
            told = told_values(pieces[at][0].text, aimed, part.piece.text)
            found |= {place: (at, told[0])} if told else {}
    return found


def _side_by_side(aims: Sequence[tuple[_Part, Measured]], pieces: Sequence[tuple[Piece, Field]]) -> list[Told]:
    """The answers of a list in the order of the aims it answers; empty where it is no list as long as theirs, an
    entry holds no value of its aim's kind, or two of the entries would share more words with the aims the other way
    round."""
    listed = all(piece.listed for piece, _ in pieces) and all(part.piece.listed for part, _ in aims)
    if len(aims) < 2 or len(pieces) != len(aims) or not listed or len(aims[0][0].owner.pieces) != len(aims):
        return []
    told: list[Told] = []
    wanted, said = [_stems(part.piece.text) for part, _ in aims], [_stems(piece.text) for piece, _ in pieces]
    shared = [[len(words & others) for others in said] for words in wanted]
    if any(shared[a][b] + shared[b][a] > shared[a][a] + shared[b][b] for a, b in combinations(range(len(aims)), 2)):
        return []
    for place, (part, aimed) in enumerate(aims):
        text = pieces[place][0].text
        found = told_values(first_sentence(text), aimed, part.piece.text) or told_values(
            text, aimed, part.piece.text
        )
        if not found:
            return []
        told.append(found[0])
    return told


def _stems(text: str) -> set[str]:
    return {stem(word.lower()) for word in _WORD.findall(text)}


def _about(text: str) -> str:
    """What an aim in words is about, in short: its text up to the first stop."""
    return regex.split(r"[.;:]\s", text, maxsplit=1)[0][:120]


def _span(card: _Card, above: Piece | None) -> Span:
    first = card.fields[0]
    begin = min(first.first, above.line if above is not None else first.first)
    if first.title is not None and 0 <= begin - first.title.line <= APART:
        begin = first.title.line
    return Span(begin, max(f.last for f in card.fields))


def _name(card: _Card, aim: Field) -> tuple[str, Field | None]:
    """What the card is about: a field that holds a name and no number, else the title above it."""
    for found in card.fields:
        if found is not aim and found.meaning.kind in ("aim", "outcome") and _is_name(found.text):
            return found.text, found
    title = card.fields[0].title
    return (title.text if title is not None else aim.meaning.rest), None


def _is_name(text: str) -> bool:
    return (
        0 < len(text) <= 90
        and not any(c.isdecimal() for c in text)
        and cell_verdict(text) is None
        and text[-1] != "."
        and any(map(str.isalpha, text))
    )


def _verdict(text: str) -> Verdict | None:
    """What the first sentence of a verdict says."""
    first = regex.split(r"(?<=[.!;])\s", text, maxsplit=1)[0]
    said = _SAID.sub("", first).rstrip(".! ")
    if (whole := cell_verdict(first) or cell_verdict(said[:1].upper() + said[1:])) is not None:
        return whole
    words = regex.findall(r"\p{L}+", first.lower())
    if not set(words) & _DONE:
        return None
    if "delvist" in words or "delvis" in words:
        return "partly"
    return "not_met" if "ikke" in words or "ej" in words else "met"


_SAID = regex.compile(
    r"(?:Målet|Måltallet|Indsatsen|Vi|Det)\s(?:er|vurderes|vurderes\sat\svære)\s(?:fortsat\s|stadig\s)?"
)
"""``Målet er på vej``: what opens the sentence of a verdict."""
_DONE = frozenset({"holdt", "indfriet", "opfyldt", "nået", "opnået", "overholdt", "realiseret", "lykkedes"})
