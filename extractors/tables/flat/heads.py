"""Heads of flattened tables: which lines are the head, and which of its words stand over which column.

Every way to read the lines (where the head starts and ends, label heads or none, one level or a group over some
columns) costs something; the cheapest is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extractors.tables.flat.grouped import GROUP, grouped, last_spans
from extractors.tables.flat.head import Head, is_month, label_cost
from extractors.tables.flat.head_lines import HeadLines, KnownLines
from extractors.tables.flat.levels import is_uneven
from extractors.tables.flat.lines import Item, Kind
from extractors.tables.flat.misplaced import LABEL_OVER_VALUES, misplaced
from extractors.tables.flat.nested import nested
from extractors.tables.flat.proofs import (
    Proofs,
    misfits_units,
    mixes_units,
    refutes,
    shares_are_whole,
    spans_compared,
)
from extractors.tables.flat.regions import is_unit_line, numbers_columns
from extractors.tables.flat.segments import Borders, Cut, HeadCell
from extractors.tables.flat.tokens import tokens_of
from extractors.tables.flat.words import (
    MEASURES,
    SAID_OF_YEARS,
    TOTAL_WORDS,
    UNIT_HEADS,
    YEAR,
    YEARLY_HEADS,
)
from extractors.tables.flat.woven import woven_head
from extractors.tables.labels import is_column_total, is_net
from extractors.text.vocabulary import Vocabulary
from schemas.units import unit_of

_MOST_LABEL_HEADS = 6
_SURE_LABELS = 2
_LONGEST_UNIT = 3
_MOST_CELLS = 40
_CONTRADICTED = 2.0
"""What it costs to put ``Afvigelse`` over values that are no difference while others are."""
_ALIKE = 1.2
"""What it costs where the heads do not tell two columns apart."""
_WITH_DATES = 2
"""Heads over labels that end in dates."""
_MOST_JOINED = 2
_MOST_JOINED_REGRET = 0.65
_REFUSED = 1.0
"""Heads that cost more are not taken."""
_WHOLE_SHARES = 0.6
"""What it costs where all shares are whole numbers and what is counted has decimals."""
_TORN = 1.2
"""What it costs where the lines of heads side by side mix: none of them can be told from the others."""
_UNEVEN = 1.2
"""What it costs to read heads of one line side by side as of two heights."""
_MOVED = 0.1
_SLACK = 1e-6
"""What is added to a bound, so that rounding leaves out nothing that is below it."""
_GLUED = 1.0
_NOTHING = Proofs()
_HEADS_BELOW = 0.7
_LOWER_ROW = 1.1
_UNITS_ONLY = 0.9
_MEASURES_ONLY = 0.3


def read_head(
    items: Sequence[Item],
    columns: int,
    words: Vocabulary,
    proofs: Proofs = _NOTHING,
    limit: float = float("inf"),
    known: KnownLines | None = None,
) -> Head | None:
    """The cheapest way to read the lines as heads of so many columns; None where there is none. ``proofs`` is what
    the values prove. What costs ``limit`` or more is of no use: another such reading may come back, or None.
    ``known`` are lines that were read before."""
    lines = [item for item in items if not numbers_columns(item.text)]
    unit_texts: list[str] = []
    for item in list(lines):
        if item.kind != Kind.SPACE and is_unit_line(item.text) and (found := _units(item, columns)):
            unit_texts = found
            lines.remove(item)
    units = {c: unit for c, text in enumerate(unit_texts) if (unit := unit_of(text)) is not None}
    told = known.of(lines) if known is not None else HeadLines(lines, words)
    if not told.tokens:
        if not units and not unit_texts:
            return None
        if not units:  # ``Antal Andel``: they measure, and have no unit
            return Head([(text,) for text in unit_texts], cost=_MEASURES_ONLY, items=list(items))
        paths: list[tuple[str, ...]] = [(units[c],) if c in units else () for c in range(columns)]
        return Head(paths, units=units, cost=_UNITS_ONLY, items=list(items))
    if (woven := woven_head(lines, columns, words)) is not None:
        woven.units, woven.unit_texts, woven.items = units, unit_texts, list(items)
        return woven
    torn, first, borders = _TORN * told.torn, told.unit_first, told.borders
    # No reading costs less than nothing. A reading of the lines as they are gives way to one of the moved lines
    # that is cheaper by so much, and has to be known for that.
    bound = _SLACK + (limit - torn if first is None else limit + _MOVED)
    if bound <= 0.0:
        return None
    if len(told.lines) == 1 and told.lines[0].lead > proofs.margin:
        proofs = proofs._replace(blank=True)
    indents = [item.lead >= proofs.margin + 2 for item in told.lines]
    best: Head | None = None
    for extra in range(min(_MOST_LABEL_HEADS, max(_SURE_LABELS, proofs.label_cells) + 1)):
        if borders.regret(columns + extra) >= bound:
            continue
        plain = borders.cut(columns + extra)
        if plain is None:
            break
        option = _plain(plain, columns, extra, indents)
        if option.cost < bound:
            best = _cheaper(best, option, proofs)
            bound = min(bound, best.cost)
    if best is None or best.cost > GROUP - 0.3:
        for cut in _cuts(borders, columns):
            if cut.regret >= bound:
                break
            for option in (
                *grouped(cut.cells, columns, indents, proofs.summed),
                *nested(cut.cells, columns, indents, proofs),
            ):
                option.cost += cut.regret
                option.cost += _UNEVEN * (is_uneven(option, cut.cells) and not spans_compared(option.paths, proofs))
                if option.cost < bound:
                    best = _cheaper(best, option, proofs)
                    bound = min(bound, best.cost)
    if best is None or best.cost > _REFUSED:
        for option in _with_one_more(borders, columns, indents, proofs):
            if option.cost < bound:
                best = _cheaper(best, option, proofs)
                bound = min(bound, best.cost)
    if first is not None and (best is None or best.cost > _MOVED):
        enough = limit if best is None else min(limit, best.cost - _MOVED + _SLACK)
        moved = read_head(first, columns, words, proofs, enough)
        if moved is not None and (best is None or moved.cost + _MOVED < best.cost):
            moved.items = list(items)
            return moved
    if best is None:
        return None
    best.cost += torn
    best.units, best.unit_texts = units, unit_texts
    _match_units(best)
    best.items = list(items)
    return best


def _cuts(borders: Borders, columns: int) -> Iterator[Cut]:
    """The cut into as many cells as the words ask for, and into one or two fewer: a head may hold two words that
    begin with capital letters (``Early Warning``)."""
    natural = borders.natural_cut()
    if columns < len(natural.cells) <= _MOST_CELLS:
        yield natural
        for cells in range(len(natural.cells) - 1, max(columns, len(natural.cells) - _MOST_JOINED - 1), -1):
            cut = borders.cut(cells)
            if cut is not None and cut.regret <= _MOST_JOINED_REGRET:
                yield cut


def _with_one_more(borders: Borders, columns: int, indents: Sequence[bool], proofs: Proofs) -> Iterator[Head]:
    """Readings that cut the words into one more cell than they ask for (``Afvigelse`` ``2032``), where differences
    prove which columns belong together."""
    if not proofs.reckoned and not proofs.changes:
        return
    natural = borders.natural_cut()
    cut = borders.cut(len(natural.cells) + 1) if columns < len(natural.cells) < _MOST_CELLS else None
    if cut is not None and cut.regret <= _MOST_JOINED_REGRET:
        for option in nested(cut.cells, columns, indents, proofs, only_sure=True):
            option.cost += cut.regret
            yield option


def _cheaper(best: Head | None, option: Head, proofs: Proofs) -> Head:
    """The cheaper of two readings, with what its words add to the cost of the second; never less than nothing."""
    option.cost += (
        misplaced(option, proofs)
        + LABEL_OVER_VALUES * (proofs.dated and len(option.labels) < _WITH_DATES)
        + _ALIKE * (len(set(option.paths)) < len(option.paths) or _holds_two(option.leaves))
        + _CONTRADICTED
        * (
            refutes(option.paths, proofs)
            + _misnames_total(option.leaves, proofs)
            + any(_is_torn(leaf) or _names_two_months(leaf) or _names_two_units(leaf) for leaf in option.leaves)
            + misfits_units(option.paths, proofs)
            + mixes_units(option.paths, proofs.forms)
            + any(_names_year_twice(leaf) for leaf in option.leaves)
            + mixes_years(option.paths)
        )
    )
    option.cost += _WHOLE_SHARES * shares_are_whole(option.paths, proofs)
    return option if best is None or option.cost < best.cost else best


def _misnames_total(leaves: Sequence[str], proofs: Proofs) -> bool:
    """True where heads that say so stand over no total, and the values prove other columns to be one. Two
    parts may be a difference (``Ramme`` ``Forbrug`` ``Rest``): these tell nothing of a total that has words.
    ``Netto`` over one of the parts is what is left of the total."""
    named = [c for c, leaf in enumerate(leaves) if TOTAL_WORDS.fullmatch(leaf)]
    if len(named) == 1 and is_net(leaves[named[0]]):
        named = [c for c in named if not any(first <= c <= last for first, last, _ in proofs.sums)]
    if proofs.summed is not None and len(named) == 1 and named[0] != proofs.summed[2]:
        return True
    totals = {total for _, _, total in proofs.sums}
    called = {c for c, leaf in enumerate(leaves) if is_column_total(leaf)}
    if not called or called <= totals or totals <= called:
        return False
    return len(totals) > 1 or any(last - first > 1 for first, last, _ in proofs.sums)


def _is_torn(leaf: str) -> bool:
    """True for a year with a word in small letters that says nothing of it, the rest of another head; or with a
    numbered label behind it (``Resultat 2031 1. Flere børn``), which is of the rows."""
    if _YEAR_AND_NUMBER.search(leaf) is not None:
        return True
    match = _YEAR_AND_WORD.fullmatch(leaf)
    return match is not None and unit_of(match["word"]) is None and match["word"] not in SAID_OF_YEARS


def _names_two_months(leaf: str) -> bool:
    """True for ``Maj Juni``: two columns."""
    first, _, second = leaf.partition(" ")
    return is_month(first) and is_month(second)


def _names_two_units(leaf: str) -> bool:
    """True for ``Antal Pct.``: two columns; ``Mio. kr.`` is one."""
    first, _, second = leaf.partition(" ")
    both = UNIT_HEADS.fullmatch(first) is not None and UNIT_HEADS.fullmatch(second) is not None
    return both and second[0].isupper() and unit_of(leaf) is None


def _names_year_twice(leaf: str) -> bool:
    """True for ``Skøn 2032 1. halvår 2032``: two columns."""
    years = YEAR.findall(leaf)
    return len(set(years)) < len(years)


def mixes_years(paths: Sequence[Sequence[str]]) -> bool:
    """True where the head of one year spans heads of other years and none of its own: ``Regnskab 2031`` over
    ``Budget 2032``."""
    below: dict[str, list[list[str]]] = {}
    if not any(len(path) > 1 and YEAR.search(path[0]) for path in paths):
        return False
    for path in paths:
        for upper, lower in pairwise(path):
            below.setdefault(upper, []).append(YEAR.findall(lower))
    return any(
        2 * sum(map(bool, years)) >= len(years) and all(own not in of_one for of_one in years)
        for upper, years in below.items()
        if (own := _year_of(upper)) is not None
    )


def _year_of(head: str) -> str | None:
    """The year that a head is of: ``2031``, ``Regnskab 2031``; None for others."""
    name, _, year = head.rpartition(" ")
    return year if YEAR.fullmatch(year) and (not name or name.lower() in YEARLY_HEADS) else None


_YEAR_AND_NUMBER = re.compile(r"\b(?:19|20)\d\d \d{1,2}(?:\.\d{1,2})?\.? [A-ZÆØÅ][a-zæøå]")
_YEAR_AND_WORD = re.compile(r"(?:19|20)\d\d (?:af )?(?P<word>[a-zæøå]{4,})")


def _holds_two(leaves: Sequence[str]) -> bool:
    """True where one head is made of two others beside it: ``Antal`` ``Antal Pct.`` ``Pct.``"""
    known = set(leaves)
    parts = (leaf.split() for leaf in leaves if " " in leaf)
    return any(
        " ".join(words[:at]) in known and " ".join(words[at:]) in known
        for words in parts
        for at in range(1, len(words))
    )


def _units(item: Item, columns: int) -> list[str] | None:
    """A line of units as one unit a column: ``Procent 1.000 kr. Procent 1.000 kr.``; of ``pct. point`` the one unit
    or both, as the columns ask for."""
    words = item.text.split()
    if columns < 2 or not columns <= len(words) <= _LONGEST_UNIT * columns:
        return None
    ways: list[dict[int, tuple[str, ...]]] = [{} for _ in words]
    ways.append({0: ()})
    for at in range(len(words) - 1, -1, -1):
        for end in range(min(len(words), at + _LONGEST_UNIT), at, -1):
            text = " ".join(words[at:end])
            bare = text.strip("()").lower()
            if ways[end] and (unit_of(bare) is not None or bare in MEASURES):
                for count, rest in ways[end].items():
                    ways[at].setdefault(count + 1, (text, *rest))
    found = ways[0].get(columns)
    return list(found) if found is not None else None


def _plain(option: Cut, columns: int, extra: int, indents: Sequence[bool]) -> Head:
    labels = [cell.text for cell in option.cells[:extra]]
    paths: list[tuple[str, ...]] = [(cell.text,) for cell in option.cells[extra:]]
    cost = option.regret + label_cost(labels, indents[option.cells[0].first])
    if any(cell.glued for cell in option.cells[1:]):
        cost += _GLUED  # another row of heads begins there
    if _years_alone_below(option.cells[extra:]) or (extra == 2 and last_spans(option.cells)):
        cost += _HEADS_BELOW
    if extra and _end_in_years(option.cells[extra - 1].text, option.cells[extra].text):
        cost += LABEL_OVER_VALUES
    beside, lowest = option.cells[min(extra, 1)].first, option.cells[-1].first
    if extra > 1 and option.cells[0].last < beside < lowest and option.cells[2].first == beside:
        cost += _LOWER_ROW  # heads side by side below the first one are no heads of labels as well
    if extra > 2 and _years_right_below(option.cells, extra):
        cost += _HEADS_BELOW
    if any(_begins_lower_row(option.cells, at) for at in range(max(extra, 1) + 1, len(option.cells) - 1)):
        cost += _LOWER_ROW
    return Head(paths, labels, cost=cost)


def _end_in_years(label: str, head: str) -> bool:
    """True for words with years side by side, which all are of values: ``Takst 2031`` ``Forslag 2032``."""
    return all(" " in text and YEAR.fullmatch(text.rpartition(" ")[2]) is not None for text in (label, head))


def _begins_lower_row(cells: Sequence[HeadCell], at: int) -> bool:
    """True where a line of several heads begins below a line whose last head did not go on there: no wrapped head
    ended the line, so a row of heads did."""
    above, cell = cells[at - 1], cells[at]
    return above.first == above.last < cell.first == cell.last and cells[at + 1].first == cell.first


def _years_right_below(cells: Sequence[HeadCell], labels: int) -> bool:
    """True where the first values have years for heads in a line of their own below all the labels, whose last is
    more likely over them."""
    years = [cell for cell in cells[labels:] if cell.first == cells[labels].first]
    return cells[labels - 1].last < years[0].first and len(years) > 1 and all(YEAR.fullmatch(c.text) for c in years)


def _years_alone_below(cells: Sequence[HeadCell]) -> bool:
    """True where the last line holds years alone, and other values have heads above it: the last of those spans
    the years."""
    last = [cell for cell in cells if cell.first == cells[-1].first]
    return 1 < len(last) < len(cells) and all(YEAR.fullmatch(cell.text) for cell in last)


_SHARE = re.compile(r"\b(?:andel|pct|procent|%)", re.IGNORECASE)


def _match_units(head: Head) -> None:
    """Swaps two neighbours whose units say that each belongs over the other: an ``Andel`` stands over percent."""
    for c in range(len(head.paths) - 1):
        here, there = head.paths[c][-1], head.paths[c + 1][-1]
        shared = head.units.get(c) == "%" and head.units.get(c + 1) not in ("%", None)
        if shared and not _SHARE.match(here) and _SHARE.match(there):
            head.paths[c], head.paths[c + 1] = head.paths[c + 1], head.paths[c]


def period(head: Head) -> int:
    """After how many columns the units come again from the start: 2 for percent, money, percent, money."""
    units = [head.units.get(c) or "" for c in range(len(head.paths))]
    for length in range(2, len(units) // 2 + 1):
        if len(units) % length == 0 and units[:length] * (len(units) // length) == units and any(units):
            return length
    return 0


def span_groups(head: Head, items: Sequence[Item], words: Vocabulary) -> bool:
    """Puts group heads that are printed apart from the head over the columns that repeat below them."""
    size = period(head)
    if not size:
        return False
    tokens = tokens_of(items, words)
    option = Borders(tokens).cut(len(head.paths) // size) if tokens else None
    if option is None or option.regret > _MOST_GROUP_REGRET:
        return False
    head.paths = [(option.cells[c // size].text, *path) for c, path in enumerate(head.paths)]
    return True


_MOST_GROUP_REGRET = 4.0


def move_total(head: Head, column: int) -> None:
    """Puts the head of the total over the column that the sums prove to be it.

    Where the group heads and the total are printed on different lines, the total may come out before its
    neighbours.
    """
    totals = [c for c, leaf in enumerate(head.leaves) if TOTAL_WORDS.search(leaf)]
    if len(totals) == 1 and totals[0] != column:
        path = head.paths.pop(totals[0])
        head.paths.insert(column, path[-1:])
