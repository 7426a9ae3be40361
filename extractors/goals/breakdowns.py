"""Results that a list tells for one name after another, below the goal that they answer.

    Ventetiden til en plads må højst være 14 dage. Sidste år var den:

        Nordby ......... 12 dage
        Sydby .......... 17 dage
        Øby ............ ikke opgjort

The list may have heads, several values a line and a verdict behind them. Names of which one heads a goal or what it
is compared with make no such list, and shares that add up to all are how something is spread.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

import regex

from extractors.goals.cells import HAS_NUMBER, Measured, cell_verdict, measured
from extractors.goals.entries import Entry, Outcome, Spot
from extractors.goals.headings import heading
from extractors.goals.lines import printed_in
from extractors.goals.metrics import metric_of
from extractors.goals.papers import REPORTS, Paper
from extractors.goals.reading import Sentence
from extractors.goals.spoken import owes
from extractors.goals.statements import Statement
from extractors.goals.structure import Part
from extractors.goals.worded import SHARES
from extractors.goals.wording import content, words_of
from extractors.language.analysis import Analysis, Quantity
from extractors.tables.labels import NO_VALUE
from extractors.text.joining import Passage
from schemas.goal_tables import goal_table_words
from schemas.language import lexicon
from schemas.packet import Packet, Span
from schemas.records import Verdict
from schemas.units import MONEY

FEWEST, FEWEST_BELOW = 3, 2
"""Names of a list, and of one right below ``Resultat:`` whose names the goal has as well."""
MOST_WORDS, LONGEST = 4, 90
"""Words of a name, and characters of a line."""
MOST_VALUES = 4
WHOLE = 100
"""Percent of all."""
UNLIKE = 10
"""Times by which the numbers of one head are higher than those of another that counts something else."""
MOST_AIMS = 200
"""Targets of a room that a list is held against; only a hostile text has more."""
FAR = 14
"""Printed lines between a goal in running text and the list."""
_ROW = regex.compile(
    r"(?:[-–•·*o]\s+)?(?P<name>\p{Lu}[\p{L}'’/&-]*+(?:\s[\p{L}'’/&-]+\.?+){0,3}+)"
    r"(?:\s?\.{3,}\s?|\s?:\s+|\s[–-]\s|\t+|\s{2,}|\s(?=\d))(?P<rest>\S.*)"
)
_PIECES = r"(?:[^\W\d_²³¹¼½¾⁰-₉Ⅰ-ↈ①-⓿❶-➓]++|['’/&-]++)"
_MAY_BE_ROW = re.compile(
    rf"\s*(?:[-–•·*o]\s+)?[A-ZÆØÅ](?=[^.:,;!?\d]{{1,40}}[.:\s\d]){_PIECES}*+(?:\s{_PIECES}++\.?+){{0,3}}+"
    r"(?:\s?\.{3}|\s?:\s|\s[–-]\s|\t|\s{2}|\s\d)"
)
"""What a row begins with, its values left out; ``re`` takes a third of the time."""
_ONE_NUMBER = re.compile(r"[-–−+]?\d[\d.,]*[^\d]{0,20}")
_AVERAGE = regex.compile(r"(?:,?\si)\s(?:gennemsnit|snit)$")
"""Behind a value, what it is of many."""
_INDENT = " " * 6
_REST = ("øvrige", "andre")
"""Heads of a list's own remainder, where other tables compare with others."""
_GAP = regex.compile(r"\s{2,}|\t+")
_SPREAD = (Decimal(97), Decimal(103))
"""Between these lies the sum of shares that are parts of one whole."""
_EACH = regex.compile(
    r"\b(?:hver|hvert|enhver|alle|ingen\saf|samtlige|den\senkelte|pr\.\s\p{L}+)\b", regex.IGNORECASE
)
_WORD = regex.compile(r"\p{L}{3,}")


@dataclass(frozen=True, slots=True)
class Named:
    """The values of a name: one for each head of the list that has one. ``is_total``: the name is of all others."""

    name: str
    line: int
    values: tuple[Measured, ...]
    stated: Verdict | None = None
    is_total: bool = False


@dataclass(frozen=True, slots=True)
class Breakdown:
    """A list of names with values; ``heads`` are those of its values, where it has them. ``above`` is the printed
    line over it and ``lead`` that over its heads; -1 where there is none."""

    rows: tuple[Named, ...]
    heads: tuple[str, ...]
    span: Span
    above: int
    lead: int

    @property
    def values(self) -> list[Measured]:
        """All values."""
        return [value for row in self.rows for value in row.values]

    def answers(self, target: Measured, text: str) -> bool:
        """True where its values are of the target's kind: shares, or of the same unit. Counts answer only what is
        asked for each."""
        if len(self.rows) < FEWEST and not all(_content_of(row.name) & _content_of(text) for row in self.rows):
            return False
        units = {value.unit for value in self.values} - {None}
        shares = {unit for unit in units if unit in SHARES}
        if target.unit in SHARES and not units:
            if self.width > 1 or any(value.value > WHOLE for value in self.values):
                return False  # counts beside each other are no shares
        elif (target.unit in SHARES) != bool(shares):
            return False
        if target.unit in MONEY and not units:
            return False  # counts are no amounts of money
        if len(units) > 1 or (units and target.unit and units != {target.unit}):
            return False
        if shares:
            columns = zip(*(row.values for row in self.rows if len(row.values) == self.width), strict=True)
            return not any(_SPREAD[0] <= sum(value.value for value in column) <= _SPREAD[1] for column in columns)
        total = sum((value.value for value in self.values), Decimal(0))
        return _EACH.search(text) is not None or total > 2 * target.value

    @property
    def width(self) -> int:
        """How many values a name has."""
        return max(len(row.values) for row in self.rows)

    def is_summed_up(self, told: Collection[Decimal]) -> bool:
        """True where the lowest and the highest of its values are told: ``fra 74 % i Nordby til 98 % i Sydby``."""
        values = [value.value for value in self.values]
        return self.width == 1 and min(values) < max(values) and {min(values), max(values)} <= set(told)

    def results(self) -> Iterator[tuple[Named, Measured, str]]:
        """Each value with what it holds for."""
        for row in self.rows:
            for at, value in enumerate(row.values):
                head = self.heads[at] if self.width > 1 and len(self.heads) == self.width else ""
                yield row, value, f"{row.name}, {head}" if head else row.name


def read_breakdowns(packet: Packet, paper: Paper) -> list[Breakdown]:
    """The lists of a paper, in order."""
    found: list[Breakdown] = []
    rows: list[Named] = []
    head = before = -1
    lines, may_be_row = packet.lines, _MAY_BE_ROW.match
    for index in printed_in(packet, paper.span):
        text = lines[index].text
        if len(text) <= LONGEST and may_be_row(text) and (row := _row(text, index)) is not None:
            head = head if rows else before
            rows.append(row)
        elif rows and not _ends_page(packet, index):
            found += _whole(packet, head, rows)
            rows = []
        before = index
    return [*found, *_whole(packet, head, rows)]


def _ends_page(packet: Packet, index: int) -> bool:
    """True for the last line of a page: its foot, where it is printed too seldom to be known for one."""
    lines = packet.lines
    return index + 1 < len(lines) and lines[index + 1].page != lines[index].page


def _row(text: str, index: int) -> Named | None:
    """A name with its values, or with the lack of them."""
    match = _ROW.fullmatch(text.strip())
    if match is None or len(match["name"].split()) > MOST_WORDS:
        return None
    rest = match["rest"].strip()
    cells = [cell for cell in _GAP.split(_AVERAGE.sub("", rest) if rest.endswith("snit") else rest) if cell]
    stated = cell_verdict(cells[-1]) if len(cells) > 1 else None
    if stated is not None:
        cells = cells[:-1]
    if len(cells) == 1 and _is_blank(cells[0]):
        return Named(match["name"], index, (), stated)
    if len(cells) > MOST_VALUES or not all(map(_ONE_NUMBER.fullmatch, cells)):
        return None
    values = tuple(value for cell in cells if (value := measured(cell)) and _is_bare(value))
    if len(values) < len(cells):
        return None
    return Named(match["name"], index, values, stated)


def _is_bare(value: Measured) -> bool:
    return value.comparator is None and value.high is None and len(_WORD.findall(value.rest)) <= 1


def _is_blank(text: str) -> bool:
    lowered = text.lower()
    return (
        text in "-–—" or lowered in NO_VALUE or goal_table_words().put_off.match(lowered) is not None
    ) and not HAS_NUMBER.search(text)


def _whole(packet: Packet, head: int, rows: Sequence[Named]) -> Iterator[Breakdown]:
    """The list of these rows, where it is one."""
    valued: Sequence[Named] = [row for row in rows if row.values]
    fewest = FEWEST_BELOW if head >= 0 and _is_of_results(packet.lines[head].text) else FEWEST
    if len(valued) < fewest or len({row.name for row in rows}) < len(rows):
        return
    if any(heading((row.name,)).kind not in (None, "remark") for row in rows):
        return
    heads, first = _heads(packet, head) if head >= 0 else ((), -1)
    rows, valued, heads = _with_unit(rows, valued, heads)
    kinds = {heading((cell,)).kind for cell in heads if not cell.lower().startswith(_REST)}
    width = max(len(row.values) for row in valued)
    if kinds - {None, "time", "outcome"} or (width > 1 and (kinds - {None} or len(heads) != width)):
        return  # several times side by side, or a table of other things
    if width > 1 and _counts_unlike(valued):
        return
    above = printed_in(packet, Span(0, first - 1)) if first > 0 else ()
    span = Span(first if heads else rows[0].line, rows[-1].line)
    yield Breakdown(tuple(rows), heads, span, head, above[-1] if above else -1)


def _is_of_results(text: str) -> bool:
    """True for the bare label of results: ``Resultat:``, ``Resultat 2031:``."""
    label, colon, behind = text.strip().partition(":")
    meaning = heading((label,)) if colon and not behind else None
    return meaning is not None and meaning.kind == "outcome" and not meaning.rest


def _with_unit(
    rows: Sequence[Named], valued: Sequence[Named], heads: tuple[str, ...]
) -> tuple[Sequence[Named], Sequence[Named], tuple[str, ...]]:
    """The rows with the one value that has a unit, where its others only count (``By 402 96,3 procent``)."""
    width = max(len(row.values) for row in valued)
    columns = [at for at in range(width) if any(len(row.values) == width and row.values[at].unit for row in valued)]
    if width == 1 or len(columns) != 1 or any(len(row.values) not in (0, width) for row in rows):
        return rows, valued, heads
    (at,) = columns
    kept = [replace(row, values=row.values[at : at + 1]) for row in rows]
    return kept, [row for row in kept if row.values], ()


def _counts_unlike(rows: Sequence[Named]) -> bool:
    """True where the numbers under one head are so much higher than those under another that they count other
    things: inhabitants beside meetings."""
    width = max(len(row.values) for row in rows)
    whole = [row.values for row in rows if len(row.values) == width]
    sums = [sum((values[at].value for values in whole), Decimal(0)) for at in range(width)]
    return max(sums) > UNLIKE * max(min(sums), Decimal(1))


def _heads(packet: Packet, index: int) -> tuple[tuple[str, ...], int]:
    """The heads of the values, without that of the names and of verdicts, and the line they begin in; it may be the
    one above ``index`` where that holds only the rest of one."""
    for at in (index, index - 1):
        cells = [cell for cell in _GAP.split(packet.lines[at].text.strip()) if cell]
        if len(cells) > 1:
            return tuple(cell for cell in cells[1:] if heading((cell,)).kind != "verdict"), at
        if not packet.lines[at].text.startswith(_INDENT):
            break
    return (), -1


def with_breakdowns(
    packet: Packet, entries: Sequence[Entry], lists: Sequence[Breakdown]
) -> tuple[list[Entry], list[Breakdown]]:
    """The entries of cards with the results that a list below their target tells, and the lists that are left."""
    found, left = list(entries), []
    for one in lists:
        above = [at for at, entry in enumerate(found) if entry.at.line < one.span.first]
        nearest = max(above, key=lambda at: found[at].at.line, default=None)
        fitting = [
            at
            for at in above
            if nearest is not None and found[at].span == found[nearest].span
            and one.answers(found[at].target, found[at].text)
        ]  # fmt: skip
        if len(fitting) != 1 or not _may_take(packet, found[fitting[0]], one):
            left.append(one)
            continue
        entry = found[fitting[0]]
        results = tuple(
            Outcome(
                replace(value, unit=value.unit or entry.target.unit),
                Spot(row.line),
                segment=name,
                stated=row.stated,
            )
            for row, value, name in one.results()
        )
        found[fitting[0]] = replace(
            entry, results=results, span=Span(entry.span.first, max(entry.span.last, one.span.last))
        )
    return found, left


def _of_unit(value: Measured, unit: str | None) -> Measured:
    return replace(value, unit=value.unit or unit)


def _may_take(packet: Packet, entry: Entry, one: Breakdown) -> bool:
    """True for an entry not far above a list, in the same clause, that has no results but what was read of its
    lines."""
    own = all(outcome.at.line in one.span for outcome in entry.results)
    between = printed_in(packet, Span(entry.at.line, one.span.first))
    clause = any(packet.lines[index].text.lstrip().startswith("§") for index in between)
    return own and not clause and len(between) <= FAR


def told_by_name(
    packet: Packet, parts: Sequence[Part], sentences: Sequence[Sentence], statements: Sequence[Statement],
    lists: Sequence[Breakdown],
) -> list[Statement]:  # fmt: skip
    """The statements with those of lists that answer a target; what was taken for something else in their lines
    goes."""
    found = list(statements)
    for one in lists:
        kept = [said for said in found if said.line not in one.span]
        key = max((said.key for said in found), default=0) + 1
        target = _leading(sentences, one, key)
        if target is not None:
            kept = [said for said in kept if said.sentence is not target.sentence]
            kept.append(target)
        else:
            goal = next((part.goal_no for part in parts if part.goal_no and one.span.first in part.span), None)
            target = _above(packet, kept, one, goal) or _named(kept, one, sentences)
        near = {said.quantity.value for said in kept if abs(said.line - one.span.first) <= FAR}
        if target is not None and not one.is_summed_up(near):
            told = {said.quantity.value for said in kept if said.answers == target.key}
            results = [
                _result(*named, target, key + at, packet) for at, named in enumerate(one.results(), 1)
                if not (named[0].is_total and named[1].value in told)
            ]  # fmt: skip
            found = kept + results
    return found


def outside(maybes: Sequence[Statement], said: Sequence[Statement], lists: Sequence[Breakdown]) -> list[Statement]:
    """What may be a target or result, without the numbers of lists that answer a target."""
    told = {one.line for one in said if one.answers is not None}
    spans = [one.span for one in lists if any(row.line in told for row in one.rows)]
    return [maybe for maybe in maybes if not any(maybe.line in span for span in spans)]


def _leading(sentences: Sequence[Sentence], one: Breakdown, key: int) -> Statement | None:
    """The bound of the text right above a list, whatever else that says: ``Medlemmer med kursus: mindst 60 %.``,
    ``Ventetiden må højst være 14 dage. Den var:``"""
    for sentence in reversed(sentences):
        if sentence.passage.last >= one.span.first:
            continue
        if sentence.passage.last not in (one.above, one.lead):
            break
        bounds = [at for at, quantity in enumerate(sentence.analysis.quantities) if quantity.comparator is not None]
        quantity = sentence.analysis.quantities[bounds[0]] if len(bounds) == 1 else None
        if quantity is None or not _fits(one, sentence, quantity):
            continue
        set_out = {"sets", "setter"} <= sentence.analysis.signs()  # `Aftalen fastsætter, at … inden for 24 timer`
        if set_out or owes(sentence.text) or not _WORD.search(sentence.text[quantity.end :]):
            words, metric = words_of(sentence, bounds[0]), metric_of(sentence, bounds[0])
            return Statement(sentence, quantity, "target", words, metric, key=key)
    return None


def _above(packet: Packet, statements: Sequence[Statement], one: Breakdown, goal: str | None) -> Statement | None:
    """The nearest target above a list, of its goal or not far away, where its values are of its kind."""
    for said in reversed(statements):
        if said.role != "target" or said.line > one.span.first:
            continue
        paper = said.sentence.part.paper
        if goal is not None:
            near = said.sentence.goal_no == goal
        else:
            near = one.span.first in paper.span and (
                len(printed_in(packet, Span(said.line, one.span.first))) <= FAR and paper.kind != "contract"
            )
        if near and _fits(one, said.sentence, said.quantity) and not (said.change and not _moves(packet, one)):
            return said
    return None


def _moves(packet: Packet, one: Breakdown) -> bool:
    """True where the lines above a list speak of a rise or fall: levels answer no target of one."""
    lines = (packet.lines[at].text for at in {one.above, one.lead, one.span.first} if at >= 0)
    words = (word for text in lines for word in _WORD.findall(text.lower()))
    return any(sign.startswith("change") or sign == "moved" for word in words for sign in lexicon().signs(word))


def _named(statements: Sequence[Statement], one: Breakdown, sentences: Sequence[Sentence]) -> Statement | None:
    """The target of another paper that has a word of the text right above a list which no other target has, where
    its values are of the target's kind: ``Der er forskel på sagsbehandlingen:``"""
    leading = [
        s for s in sentences
        if s.passage.last in (one.above, one.lead) and s.passage.last < one.span.first
        and (s.text.rstrip().endswith(":") or not s.analysis.quantities)  # else a row of other figures
    ]  # fmt: skip
    aims = [said for said in statements if said.role == "target"]
    if not leading or len(aims) > MOST_AIMS:
        return None
    words = [_content(said.sentence) for said in aims]
    own = {word for sentence in leading for word in _content(sentence)}
    known = Counter(word for one_of in words for word in one_of & own)
    found = [said for said, one_of in zip(aims, words, strict=True) if any(known[word] == 1 for word in one_of)]
    paper = leading[0].part.paper
    if len(found) != 1 or found[0].sentence.part.paper is paper or paper.kind not in REPORTS:
        return None
    return found[0] if _fits(one, found[0].sentence, found[0].quantity) else None


def _content(sentence: Sentence) -> frozenset[str]:
    return _content_of(sentence.text)


def _content_of(text: str) -> frozenset[str]:
    return content(_WORD.findall(text.lower()))


def _fits(one: Breakdown, sentence: Sentence, quantity: Quantity) -> bool:
    return one.answers(Measured(quantity.value, quantity.unit, quantity.comparator), sentence.text)


def _result(row: Named, value: Measured, name: str, target: Statement, key: int, packet: Packet) -> Statement:
    """The statement of one value of a list."""
    text = " ".join(packet.lines[row.line].text.split())
    unit = value.unit or target.quantity.unit
    quantity = Quantity(value.value, None, unit, target.quantity.counted, 0, len(text), 0, 0)
    own = target.sentence
    sentence = own._replace(
        part=replace(own.part, kind="result", listed=False, label=None), passage=Passage(text, (row.line,), (0,)),
        analysis=Analysis(text, quantities=(quantity,)), first_of_passage=True, marker=None, lead="",
    )  # fmt: skip
    return replace(
        target, sentence=sentence, quantity=quantity, role="result", segment=name, spread=False, year=None,
        period=None, change=False, key=key, answers=target.key,
    )  # fmt: skip
