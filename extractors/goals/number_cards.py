"""Number cards with a value and «Mål: …» on lines of their own: the value stands first, or behind the aim.

    71 %
    af bøgerne er lånt ud
    Mål 2031: mindst 75 %
    Målet er ikke nået

    Lån pr. borger
    Mål: mindst 5
    4,3

Two cards or more that are made alike follow each other, one below the other or side by side. Where cards side by
side have names of one line and of two, their aims stand on different lines; each card is then read downwards by
where its cells begin. Cards whose aims share a line are left to :mod:`extractors.goals.dashboards`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal, NamedTuple

from extractors.goals.cells import HAS_NUMBER, Measured, cell_verdict, measured
from extractors.goals.dashboards import LONGEST, LONGEST_NAME, MOST_CARDS, Cell, Stated, cells_of, stated_aim
from extractors.goals.entries import Entry, Outcome, Spot, numbered
from extractors.goals.lines import lines_within, printed_in
from extractors.goals.papers import Paper
from extractors.goals.worded import SHARES
from extractors.text.joining import join_lines
from schemas.document import Line
from schemas.packet import Packet, Span

FEWEST = 2
"""Cards that make a run of them."""
MOST_NAME = 3
"""Lines of what a value is of."""
MOST_LINES = 12
"""Lines of cards side by side."""
_NEAR_POINTS, _NEAR_LETTERS = 4.0, 2.0
"""How far the cells of one card may begin from each other."""
_DASHES = frozenset("-–—")


class _Text(NamedTuple):
    text: str
    line: int


class _Card(NamedTuple):
    """The lines of a card; ``told`` is that of its value, ``next`` the place among the texts behind it."""

    value: Measured | None
    name: str
    aim: Stated
    word: str
    told: int
    first: int
    aim_line: int
    last: int
    next: int


def read_number_cards(packet: Packet, paper: Paper) -> list[Entry]:
    """The entries of all runs of such cards of a paper."""
    aims = [index for index in lines_within(packet, "aim", paper.span) if _may_hold_aim(packet.lines[index])]
    if len(aims) < FEWEST:
        return []
    printed = printed_in(packet, paper.span)
    places = {index: place for place, index in enumerate(printed)}
    found: list[Entry] = []
    behind = -1
    for index in aims:
        if index <= behind or index not in places:
            continue
        place = places[index]
        near = printed[max(0, place - MOST_NAME - 1) : place + 1]
        cards = _below_each_other(packet, printed, place) or _side_by_side(packet, printed, near, place)
        found += [_entry(card, paper, cards) for card in cards]
        behind = max((card.last for card in cards), default=behind)
    return found


def _may_hold_aim(line: Line) -> bool:
    if len(line.text) > LONGEST or HAS_NUMBER.search(line.text) is None:
        return False
    return any(stated_aim(cell.text) for cell in cells_of(line))


def _below_each_other(packet: Packet, printed: Sequence[int], place: int) -> list[_Card]:
    """The run of cards whose first aim is the line at this place; empty where it is no run of them."""
    if len(cells_of(packet.lines[printed[place]])) > 1:
        return []
    texts = _Texts(packet, printed)
    after = texts.at(place + 1)
    if after is not None and _value(after.text) is not None and (cards := _run(texts, place - 1, _named_first)):
        return cards
    for at in range(place - 2, max(place - MOST_NAME - 2, -1), -1):
        if _value(packet.lines[printed[at]].text) is not None:
            return _run(texts, at, _card)
    return []


def _run(texts: _Texts, at: int, read: Callable[[_Texts, int], _Card | None]) -> list[_Card]:
    """The cards that follow each other from a place on; empty where they are few, or a value behind the last of
    them tells that each value stands elsewhere."""
    cards: list[_Card] = []
    while (card := read(texts, at)) is not None:
        cards.append(card)
        at = card.next
    after = texts.at(at)
    led_on = after is not None and _value(after.text) is not None
    return cards if len(cards) >= FEWEST and not led_on else []


class _Texts:
    """The printed lines of a paper as texts, each looked at when it is asked for."""

    def __init__(self, packet: Packet, printed: Sequence[int]) -> None:
        self._packet, self._printed = packet, printed

    def at(self, place: int) -> _Text | None:
        """The text at a place; None behind the last, or where a line is too long or has cells side by side."""
        if place >= len(self._printed):
            return None
        line = self._packet.lines[self._printed[place]]
        cells = cells_of(line) if len(line.text) <= LONGEST else []
        return _Text(cells[0].text, line.index) if len(cells) == 1 else None


class _Stack(_Texts):
    """The cells of one card among cards side by side."""

    def __init__(self, texts: Sequence[_Text]) -> None:
        self._texts = texts

    def at(self, place: int) -> _Text | None:
        return self._texts[place] if place < len(self._texts) else None


def _card(texts: _Texts, at: int) -> _Card | None:
    """The card that begins at a place with its value; None where none does."""
    first = texts.at(at)
    value = _value(first.text) if first is not None else None
    if first is None or value is None:
        return None
    reached = value if isinstance(value, Measured) else None
    names: list[str] = []
    while (text := texts.at(at + 1 + len(names))) is not None:
        aim = stated_aim(text.text)
        if aim is not None:
            break
        if len(names) == MOST_NAME or not _may_name(text.text):
            return None
        names.append(text.text)
    else:
        return None
    if not names or aim is None or aim.before is not None:
        return None
    return _made(texts, at + len(names) + 2, reached, join_lines(names), aim, first.line, text.line)


def _named_first(texts: _Texts, at: int) -> _Card | None:
    """The card of a name, an aim and a value below it; None where the lines are none."""
    name, aimed, told = (texts.at(place) for place in range(at, at + 3)) if at >= 0 else (None, None, None)
    if name is None or aimed is None or told is None or not _may_name(name.text):
        return None
    aim, value = stated_aim(aimed.text), _value(told.text)
    if aim is None or value is None or aim.before is not None or stated_aim(name.text) is not None:
        return None
    reached = value if isinstance(value, Measured) else None
    return _made(texts, at + 3, reached, name.text, aim, told.line, aimed.line)


def _made(
    texts: _Texts, behind: int, value: Measured | None, name: str, aim: Stated, line: int, aim_line: int
) -> _Card | None:
    """The card with the verdict that may stand ``behind`` it; None where its value is of another kind than the
    aim. ``line`` is that of the value."""
    if value is not None and (value.unit in SHARES) != (aim.aimed.unit in SHARES):
        return None
    word = texts.at(behind)
    judged = word is not None and cell_verdict(word.text) is not None
    lines = (line, aim_line, *([word.line] if word is not None and judged else []))
    said = word.text if word is not None and judged else ""
    return _Card(value, name, aim, said, line, min(lines), aim_line, max(lines), behind + judged)


def _value(text: str) -> Measured | Literal["-"] | None:
    """The value that a text is, a dash in place of one; None for any other text."""
    if text.strip("* ") in _DASHES:
        return "-"
    value = measured(text)
    whole = value is not None and value.comparator is None and len(value.rest.split()) <= 2
    return value if value is not None and whole and not value.rest.endswith((".", ":")) else None


def _may_name(text: str) -> bool:
    return len(text) <= LONGEST_NAME and not text.endswith((".", ":", ";")) and _value(text) is None


def _side_by_side(packet: Packet, printed: Sequence[int], near: Sequence[int], place: int) -> list[_Card]:
    """The cards side by side of which the line at this place holds the first aims, but not all; empty where they
    cannot be told apart."""
    starts: list[Cell] = []
    for begin in near[:-1]:
        cells = cells_of(packet.lines[begin]) if len(packet.lines[begin].text) <= LONGEST else []
        if 2 <= len(cells) <= MOST_CARDS and all(_value(cell.text) is not None for cell in cells):
            starts, first = cells, begin
    if not starts or len(cells_of(packet.lines[printed[place]])) == len(starts):
        return []
    stacks: list[list[_Text]] = [[_Text(cell.text, first)] for cell in starts]
    at = place - len(near) + 1 + list(near).index(first) + 1
    for index in printed[at : at + MOST_LINES]:
        dealt = _dealt(packet.lines[index], starts)
        if not dealt or all(_value(text) is not None for text in dealt.values()):
            break
        for card, text in dealt.items():
            stacks[card].append(_Text(text, index))
    cards = [_card(_Stack(stack), 0) for stack in stacks]
    return [card for card in cards if card is not None] if all(cards) else []


def _dealt(line: Line, starts: Sequence[Cell]) -> dict[int, str]:
    """The cells of a line by the card they begin below; empty where one begins below none."""
    near = _NEAR_POINTS if line.words else _NEAR_LETTERS
    dealt: dict[int, str] = {}
    for cell in cells_of(line) if len(line.text) <= LONGEST else []:
        below = [card for card, start in enumerate(starts) if abs(start.start - cell.start) <= near]
        if len(below) != 1 or below[0] in dealt:
            return {}
        dealt[below[0]] = cell.text
    return dealt


def _entry(card: _Card, paper: Paper, run: Sequence[_Card]) -> Entry:
    own = numbered(card.name)
    stated = cell_verdict(card.word) if card.word else None
    results: tuple[Outcome, ...] = ()
    if card.value is not None:
        results = (Outcome(card.value, Spot(card.told), stated=stated, word=card.word),)
    span = Span(min(one.first for one in run), max(one.last for one in run))
    return Entry(
        own.label, card.aim.aimed, Spot(card.aim_line), span, card.name, results, own.goal_no, own.sub_no,
        own.own_no, card.aim.meaning.year or paper.year, stated=None if card.value is not None else stated,
    )  # fmt: skip
