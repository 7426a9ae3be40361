"""Units of an agreement that are goals, and the units of a report that answer them.

An agreement numbers or titles what the parties agree on, and the report on it takes the same numbers or titles up:
a unit that states a target is a goal, and the unit of the report with its number or title tells the result.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

import regex

from extractors.goals.follow_ups import TITLE_LINES
from extractors.goals.lines import printed_in
from extractors.goals.mark import UNNUMBERED
from extractors.goals.outlines import LED, Unit, read_outline, repeated
from extractors.goals.papers import REPORTS
from extractors.goals.structure import Part
from extractors.language.stems import stem
from schemas.language import lexicon
from schemas.packet import Packet, Span

_WORD = regex.compile(r"\p{L}{3,}")
_WANTED = regex.compile(
    r"\b(?:vil|skal|ønsker|forventer|forpligter|sigter)\b.{0,40}\b(?:opnå|nå|levere|yde|indfri|på|af|til)\b|\bvil\sopnå\b|\bforvent(?:er|es)\b"
)
FEWEST = 2
"""Units of a report that answer units of an agreement, at least."""
ALIKE = 0.6
"""Share of the words of the shorter of two titles that they have in common, at least."""
LETTERED = ("a)", "a.", "(a)")
"""Forms of points with small letters."""
SHORTEST = 4
"""Letters of a word from which its beginning is compared."""


@dataclass(frozen=True, slots=True)
class _Goal:
    """What a unit of an agreement is as a goal."""

    goal_no: str
    sub_no: str | None
    title: str


class _Agreement:
    """The units of an agreement with the goals that they are. ``marked`` are its parts where it has marks of goals:
    then only units inside of these are goals."""

    def __init__(self, units: Sequence[Unit], marked: Sequence[Part] = ()) -> None:
        self.units = units
        again = {form: repeated(units, form) for form in {unit.form for unit in units}}
        self.goals = [
            self._marked(unit, marked) if marked else self._goal(index, again) for index, unit in enumerate(units)
        ]
        self.headed = [self._is_headed(index) for index in range(len(units))]
        self._carry_on()
        self.besides = [self._is_beside(index) for index in range(len(units))]

    def chain(self, index: int) -> Iterator[int]:
        """The unit and those above it, innermost first."""
        at: int | None = index
        while at is not None:
            yield at
            at = self.units[at].parent

    @staticmethod
    def _marked(unit: Unit, marked: Sequence[Part]) -> _Goal | None:
        part = next(
            (p for p in marked if p.goal_no is not None and unit.first <= p.span.first <= unit.begins), None
        )
        part = part or next((p for p in marked if p.goal_no is not None and unit.begins in p.span), None)
        if part is None:
            return None
        own = unit.number if part.sub_no is None and unit.form in LETTERED else part.sub_no
        return _Goal(part.goal_no or "", own, part.heading or part.goal_title)

    def _goal(self, index: int, again: dict[str, frozenset[str]]) -> _Goal:
        unit = self.units[index]
        above = self.units[unit.parent] if unit.parent is not None else None
        title = next((self.units[n].title for n in self.chain(index) if self.units[n].title), "")
        if unit.number is None:
            if unit.form == "•" and unit.parent is not None:
                return replace(self._goal(unit.parent, again), title=title)
            return _Goal(f"{UNNUMBERED}{unit.first}", None, title)
        if "." in unit.number:
            return _Goal(unit.number.split(".")[0], unit.number, title)
        if unit.form == "A1":
            return _Goal(unit.number[0], unit.number, title)
        if unit.form == "§" and index + 1 < len(self.units) and self.units[index + 1].form == "stk":
            return _Goal(unit.number, "stk. 1", title)
        if unit.parent is not None and above is not None and above.number is not None:
            inside = unit.form in ("a)", "a.", "(a)", "(1)", "stk") or unit.number in again[unit.form]
            if inside and unit.form != "§":
                number = f"stk. {unit.number}" if unit.form == "stk" else unit.number
                return _Goal(self._goal(unit.parent, again).goal_no, number, title)
        return _Goal(unit.number, None, title)

    def _is_headed(self, index: int) -> bool:
        """True below a title or lead-in that speaks of goals."""
        return any(
            _speaks(self.units[n].title if not self.units[n].is_point else "")
            or _speaks(self.units[n].form)
            or _leads(self.units[n].lead)
            for n in self.chain(index)
        )

    def _carry_on(self) -> None:
        """Below a title that speaks of goals titles of parts may follow: the others up to one that holds no goals
        are of its chapter as well, for print does not tell them from it."""
        carried = False
        for index, unit in enumerate(self.units):
            if unit.form == "title below" and self.headed[index]:
                carried = True
            elif unit.form == "title" and carried:
                carried = not _is_beside(unit.title) and not self.headed[index]
                if carried:
                    self.headed[index] = True
            elif unit.parent is not None and self.headed[unit.parent]:
                self.headed[index] = True

    def _is_beside(self, index: int) -> bool:
        """True for chapters on money, the parties and how the agreement is followed up."""
        return any(_is_beside(self.units[n].title) for n in self.chain(index) if not self.units[n].is_point)

    def find(self, unit: Unit, within: int | None) -> int | None:
        """The unit that one of a report takes up; ``within`` is the one that the unit above it takes up."""
        if unit.about:
            return self._referred(unit)
        if unit.number is not None:
            same = [
                n
                for n, own in enumerate(self.units)
                if own.number == unit.number and _same_form(own.form, unit.form)
            ]
            inside = [n for n in same if within is not None and within in self.chain(n) and n != within]
            if inside:
                return inside[0]
            if ("." in unit.number or unit.form == "A1") and len(same) == 1:
                return same[0]
            titled = [
                n
                for n in same
                if self.units[n].title and unit.title and _alike(self.units[n].title, unit.title) >= ALIKE
            ]
            named = [
                n
                for n in same
                if ((unit.form[:1].isalpha() and len(unit.form) > 2) or unit.form == "§")
                and not (unit.title and self.units[n].title)
            ]
            if titled or named:
                return (titled or named)[0]
        return self._titled(unit) if unit.title and (not unit.is_point or unit.form in LED) else None

    def _referred(self, unit: Unit) -> int | None:
        same = [
            n
            for n, own in enumerate(self.units)
            if own.number == unit.number
            and (own.form == unit.form or not unit.form or unit.form not in self._forms)
        ]
        if not same:
            return None
        found = next((n for n in same if self.headed[n]), same[0])
        if unit.sub is not None:
            below = [n for n, own in enumerate(self.units) if own.parent == found and own.number == unit.sub]
            if below:
                return below[0]
        return found

    @property
    def _forms(self) -> set[str]:
        return {unit.form for unit in self.units}

    def _titled(self, unit: Unit) -> int | None:
        rated = sorted(
            ((_alike(own.title, unit.title), -n) for n, own in enumerate(self.units) if own.title), reverse=True
        )
        if not rated or rated[0][0] < ALIKE or (len(rated) > 1 and rated[1][0] == rated[0][0]):
            return None
        return -rated[0][1]


def outlined(packet: Packet, found: Sequence[Part]) -> list[Part]:
    """The parts of a room; those of an agreement and of the reports on it that have no marks of goals are cut at
    the units of their outlines."""
    by_paper = [list(group) for _, group in groupby(found, key=lambda part: part.paper)]
    contracts = [own for own in by_paper if own[0].paper.kind == "contract"]
    plain = [own for own in by_paper if _is_plain(own) and own[0].paper.kind in REPORTS]
    if not any(map(_is_plain, contracts)) and not (contracts and plain):
        return list(found)
    cut: dict[Span, list[Part]] = {}
    agreements = [_Agreement(_units(packet, own[0].paper.span), () if _is_plain(own) else own) for own in contracts]
    answered: list[set[int]] = [set() for _ in agreements]
    for own in plain:
        for agreement, taken in zip(agreements, answered, strict=True):
            told = _told(agreement, _units(packet, own[0].span))
            if len({place for _, place in told}) >= FEWEST:
                taken.update(place for _, place in told)
                cut[own[0].span] = _result_parts(agreement, told, own[0])
                break
    for own, agreement, taken in zip(contracts, agreements, answered, strict=True):
        if _is_plain(own):
            cut[own[0].span] = _target_parts(agreement, taken, own[0])
        else:
            cut |= {part.span: pieces for part in own if len(pieces := _points(agreement, taken, part)) > 1}
    return [piece for own in by_paper for part in own for piece in cut.get(part.span, [part])]


def _points(agreement: _Agreement, answered: set[int], part: Part) -> list[Part]:
    """A part cut at its lettered points, each of which a report answers as one."""
    points = [
        unit for at, unit in enumerate(agreement.units)
        if at in answered and unit.form in LETTERED and unit.first in part.span and part.sub_no is None
    ]  # fmt: skip
    return _filled(
        [
            replace(
                part,
                span=Span(unit.first, unit.last),
                subs=(unit.number or "",),
                kind="target",
                listed=True,
                offset=0,
            )
            for unit in points
        ],
        part,
    )


def _is_plain(own: Sequence[Part]) -> bool:
    """True for a paper without marks of goals."""
    return len(own) == 1 and own[0].kind == "prose" and own[0].goal_no is None


def _units(packet: Packet, span: Span) -> list[Unit]:
    """The units of a paper without the titles of the paper itself."""
    head = printed_in(packet, span)[:TITLE_LINES]
    units = read_outline(packet, span)
    own = {
        number for number, unit in enumerate(units)
        if unit.form.startswith("title") and unit.first in head
        and (unit.first == head[0] or not printed_in(packet, Span(unit.begins, unit.own)))
    }  # fmt: skip
    kept = [n for n in range(len(units)) if n not in own]
    moved: dict[int | None, int] = {n: at for at, n in enumerate(kept)}
    return [replace(units[n], parent=moved.get(units[n].parent)) for n in kept]


def _told(agreement: _Agreement, units: Sequence[Unit]) -> list[tuple[Unit, int]]:
    """The units of a report that take up units of the agreement, with those."""
    places: dict[int, int] = {}
    found: list[tuple[Unit, int]] = []
    for index, unit in enumerate(units):
        above = unit.parent
        while above is not None and above not in places:
            above = units[above].parent
        place = agreement.find(unit, places[above] if above is not None else None)
        if (
            place is not None
            and agreement.goals[place] is not None
            and not agreement.besides[place]
            and not _is_beside(unit.title if not unit.is_point else "")
        ):
            places[index] = place
            found.append((unit, place))
        elif above is not None:
            places[index] = places[above]
            found.append((unit, places[above]))
    return found


def _result_parts(agreement: _Agreement, told: Sequence[tuple[Unit, int]], whole: Part) -> list[Part]:
    pieces = []
    for unit, place in told:
        goal = agreement.goals[place]
        if goal is None:
            continue
        pieces.append(
            Part(
                "result", Span(unit.begins, unit.own), whole.paper, goal_no=goal.goal_no,
                subs=(goal.sub_no,) if goal.sub_no is not None else (), heading=unit.title or goal.title,
                goal_title=goal.title, offset=unit.offset, tacit=not agreement.headed[place], takes_up=True,
            )
        )  # fmt: skip
    return _filled(pieces, whole)


def _target_parts(agreement: _Agreement, answered: set[int], whole: Part) -> list[Part]:
    pieces = []
    any_headed = any(agreement.headed)
    for index, unit in enumerate(agreement.units):
        if agreement.besides[index]:
            continue
        headed = agreement.headed[index]
        if not headed and answered.isdisjoint(agreement.chain(index)):
            continue
        goal = agreement.goals[index]
        if goal is None:
            continue
        tacit = not headed and (any_headed or not unit.is_point)
        listed = unit.is_point and not tacit
        pieces.append(
            Part(
                "target" if listed else "intro", Span(unit.begins, unit.own), whole.paper, goal_no=goal.goal_no,
                subs=(goal.sub_no,) if goal.sub_no is not None else (), heading=unit.title or goal.title,
                goal_title=goal.title, offset=unit.offset, listed=listed, tacit=tacit,
            )
        )  # fmt: skip
    return _filled(pieces, whole)


def _filled(pieces: Sequence[Part], whole: Part) -> list[Part]:
    """The parts with the lines between them as running text."""
    found: list[Part] = []
    at = whole.span.first
    for piece in pieces:
        if piece.span.first > piece.span.last or piece.span.first < at:
            continue
        if piece.span.first > at:
            found.append(replace(whole, span=Span(at, piece.span.first - 1)))
        found.append(piece)
        at = piece.span.last + 1
    if at <= whole.span.last:
        found.append(replace(whole, span=Span(at, whole.span.last)))
    return found


def _same_form(one: str, other: str) -> bool:
    """True for the same kind of numbering; ``Pkt. 1.1`` and ``1.1`` are."""
    return (
        one == other
        or (one[:1].isalpha() and len(one) > 2 and other == "1.1")
        or (other[:1].isalpha() and len(other) > 2 and one == "1.1")
    )


def _words(title: str) -> list[str]:
    lower = (word.lower() for word in _WORD.findall(title))
    return [stem(word) for word in lower if word not in lexicon().stop and "goal" not in lexicon().signs(word)]


def _alike(one: str, other: str) -> float:
    """How many words of the shorter title the longer one has, 0 to 1; beginnings of four letters count."""
    if one.lower() == other.lower():
        return 1.5
    mine, its = _words(one), _words(other)
    if not mine or not its:
        return 0.0
    short, long = (mine, its) if len(mine) <= len(its) else (its, mine)
    shared = sum(
        any(
            a == b or (len(a) >= SHORTEST and (b.startswith(a) or (len(b) >= SHORTEST and a.startswith(b))))
            for b in long
        )
        for a in short
    )
    return shared / len(short)


def _speaks(title: str) -> bool:
    """``Mål for vejledningen``, ``Hvad vi vil opnå``, ``Pejlemærker``: the title of goals."""
    lowered = title.lower()
    words = _WORD.findall(lowered)
    signs = {sign for word in words for sign in lexicon().signs(word)}
    if signs & {"reported", "fulfilment"}:
        return False
    return bool(signs & {"goal", "headings", "heading"}) or _WANTED.search(lowered) is not None


def _leads(lead: str) -> bool:
    """``Parterne er enige om disse måltal:``, ``Centret skal i 2032:``"""
    words = set(_WORD.findall(lead.lower()))
    signs = {sign for word in words for sign in lexicon().signs(word)}
    if signs & {"reported", "past"}:
        return False
    return bool(signs & {"goal", "aiming"}) or ("aftalt" in words) or "skal" in words


def _is_beside(title: str) -> bool:
    words = _WORD.findall(title.lower())
    return any("beside" in lexicon().signs(word) for word in words) and not _speaks(title)
