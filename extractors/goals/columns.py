"""Which column of a table of goals is held against which: aims, their results, degrees and verdicts.

The same rules hold for rows, where a table is printed with its measures side by side.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import regex

from extractors.goals.cells import cell_verdict, measured
from extractors.goals.column import FEWEST_NUMBERS, Column
from extractors.goals.headings import Heading
from extractors.goals.name_heads import columns_by_name, columns_of_names, columns_said
from extractors.goals.namesakes import named_alike, namesakes
from extractors.goals.own_house import of_own_house, of_own_mean
from extractors.goals.reckoned import reckoned
from extractors.goals.worded import SHARES
from extractors.language.counting import is_duration
from extractors.tables.labels import is_bare_total
from schemas.records import Verdict


@dataclass(frozen=True, slots=True)
class Pairing:
    """A column of aims with the columns that answer it. ``results`` in the order in which they are asked, ``apart``
    where each is a result of its own (segments). ``parts`` are counts of parts of the year that only add up;
    ``undated``: another aim has the same head, so that its year is not known. ``by_name``: names head results."""

    aim: Column
    results: tuple[Column, ...] = ()
    apart: bool = False
    parts: tuple[Column, ...] = ()
    fulfilment: Column | None = None
    verdict: Column | None = None
    undated: bool = False
    by_name: bool = False

    def said(self, place: int) -> str:
        """What the cell of verdicts prints in a row."""
        cell = self.verdict.cells.get(place) if self.verdict is not None else None
        return cell.text.strip(" .!*") or cell.text.strip() if cell is not None else ""

    def stated(self, place: int) -> Verdict | None:
        """What the column of verdicts says in a row."""
        cell = self.verdict.cells.get(place) if self.verdict is not None else None
        return cell_verdict(cell.text) if cell is not None else None


def pairings(
    columns: Sequence[Column],
    title: Heading,
    *,
    year: int | None,
    spoken_of: bool,
    by_name: bool = False,
    figures: bool = False,
) -> list[Pairing]:
    """The columns of aims with their answers; empty where the table is none of goals.

    ``title`` is the meaning of the caption, ``year`` the paper's, ``spoken_of`` tells that goals are spoken of
    around the table: words that may mean an aim (``Forventet``) then do. ``by_name``: the caption says that values
    are told house by house; ``figures``: it begins with what targets in numbers are called.
    """
    aims = [
        c
        for c in columns
        if c.heading.kind == "aim" and c.values and not c.is_verdict and not _is_ordinal(c) and not c.is_numbering
    ]
    if any(c.path and _APPLIED.search(c.path[-1]) for c in columns):
        aims = [c for c in aims if not _GRANTED.match(c.path[-1])]
    outs = [c for c in columns if c.heading.kind == "outcome" and c.values and not c.is_verdict]
    outs = outs or [c for c in columns if c.heading.kind == "verdict" and _tells_values(c)]
    reached = [c for c in outs if _is_degree(c, aims)]
    outs = [c for c in outs if c not in reached]
    times = [c for c in columns if c.heading.kind == "time" and c.values and not c.is_verdict]
    if any(c.heading.kind == "within" and c.values for c in columns):
        times = []
    money = any(c.heading.kind == "budget" and c.values for c in columns)
    named = [c for c in aims if not c.is_label]
    maybe = [c for c in columns if c.heading.kind == "maybe_aim" and c.values and not c.is_verdict]
    aims = _without_limits(named) or (aims if outs and not (maybe and spoken_of and not money) else [])
    if not outs and not spoken_of and not any(c.is_verdict for c in columns):
        aims = [c for c in aims if c.is_called_aim]
    if aims and not outs and not times:
        outs = namesakes(aims[0], columns) if len(aims) == 1 else named_alike(aims, columns, title)
    if len(aims) == 1 and not outs and not times:
        outs = of_own_house(columns, aims[0]) or of_own_mean(columns, aims[0])
    if not aims and outs and (ahead := _ahead(columns, outs, times)):
        aims, times = ahead, []
    if not aims and spoken_of and not money:
        possible = maybe
        if any(c.is_label and c.path and _KEY_FIGURES.fullmatch(c.path[-1]) for c in columns):
            possible = []  # `Nøgletal | 2030 | 2031 | Forudsat 2031`: what was reckoned with
        # `Kontrakt 2031 | Pr. 30.6.2031`: what was to be and what is, of one year
        aims = possible if outs else [c for c in possible if c.heading.year and _of_year(c, times)]
    if not aims and not outs:
        dated = _dated_aims(columns, title, times, year)
        named_aims = []
        if not dated and title.kind == "aim" and not times:
            named_aims = columns_of_names(columns) or (columns_said(columns) if figures else [])
        return [Pairing(_as_aim(column, column.path[-1])) for column in named_aims] or [
            Pairing(column) for column in dated
        ]
    if not aims:
        return []
    divided = reckoned(columns, aims[0]) if len(aims) == 1 else []
    if not outs and not times and len(aims) == 1:
        times = (
            _counted_so_far(columns)
            or _weighed_against(columns, aims[0])
            or _of_same_year(columns, aims[0])
            or [result for result, _ in divided]
        )
    if not outs and len(aims) == 1 and all(map(_is_total, times)):
        names = columns_of_names(columns, aims[0].at)
        if names or (not times and (names := columns_by_name(columns, aims[0], said=by_name))):
            return [Pairing(aims[0], tuple(names), apart=True, by_name=True)]
    if not outs:
        outs = times
    elif running := _running(aims, outs, times):
        outs = [*outs, *running]
    elif (
        _parts_of(outs) == []
        and (whole := [c for c in times if c.heading.whole])
        and not any(c.heading.whole for c in outs)
    ):
        outs = [*outs, *whole]
    degrees = [c for c in columns if c.heading.kind == "fulfilment" and c.values and not c.is_verdict] + reached
    degrees = degrees or [degree for _, degree in divided]
    verdicts = [c for c in columns if c.is_verdict or c.holds_signs]
    found = []
    for aim in aims:
        kin = _kin(aim, _of_unit(aim, outs, columns), aims)
        chosen = _of_time(aim, kin, aims, year)
        segments = {c.segment for c in chosen if c.segment}
        apart = len(segments) > 1 and len(segments) == len(chosen)
        parts = () if apart else tuple(_parts_of(chosen))
        ordered = sorted(
            (c for c in chosen if c not in parts), key=lambda c: (not c.heading.whole, c.heading.partial)
        )
        answered = bool(chosen)
        found.append(
            Pairing(
                aim, tuple(ordered), apart, parts,
                _beside(aim, degrees, aims) if answered else None, _beside(aim, verdicts, aims) if answered else
                None, undated=aim.heading.year is None and len(_twins(aim, aims)) > 1,
            )
        )  # fmt: skip
    return found


_APPLIED = regex.compile(r"\bans(?:øgning|øgt|øgere)|\bafsl(?:ag|ået)\b|\bafventer\b", regex.IGNORECASE)
_GRANTED = regex.compile(r"(?:antal\s|givne\s)?tilsagn", regex.IGNORECASE)
"""Beside applications it is what came of them, and promised by nobody."""
_KEY_FIGURES = regex.compile(
    r"(?:Udvalgte\s)?(?:Nøgletal|Aktivitetstal|Baggrundstal|Befolkning\p{Ll}*)", regex.IGNORECASE
)
"""Heads of rows that are told, and aimed at by nobody."""


def _is_total(column: Column) -> bool:
    """True below ``Samlet`` or ``I alt``: of all names beside it as well as of all of a year."""
    return bool(column.path) and is_bare_total(column.path[-1])


def _tells_values(column: Column) -> bool:
    """True below ``Holdt i 2031`` where each cell is a value and none a verdict."""
    verdicts = any(cell_verdict(cell.text) is not None for cell in column.cells.values())
    return bool(column.values) and not (verdicts or column.is_label) and column.heading.year is not None


def _counted_so_far(columns: Sequence[Column]) -> list[Column]:
    """The one column of another name that tells up to a day of its year: ``Tilsluttet pr. 30. juni 2031``."""
    found = [c for c in columns if c.heading.kind is None and c.heading.partial and c.values and not c.is_label]
    return found if len(found) == 1 else []


def _weighed_against(columns: Sequence[Column], aim: Column) -> list[Column]:
    """The one column of another name from which a column of degrees or of what is missing is reckoned:
    ``Måltal 2031 | Optag 2031 | Målopfyldelse``."""
    answers = [c for c in columns if c.heading.kind in ("fulfilment", "deviation") and c.values]
    found = [
        c for c in columns
        if c.heading.kind is None and c.values and not c.is_label and not c.is_verdict
        and c.heading.year in (None, aim.heading.year)
    ]  # fmt: skip
    between = len(found) == 1 and any(aim.at < found[0].at < c.at for c in answers)
    return found if between else []


_REACHED = regex.compile(
    r"(?:er\s)?(?:indfriet|opfyldt|nået|opnået|realiseret|gennemført|andel)(?:[,\s(]+(?:i\s)?(?:%|pct\.?|procent)\)?)?|"
    r"(?:i\s)?(?:%|pct\.?|procent)|andel\saf\s(?:års)?(?:mål|måltal)(?:et|let)?",
    regex.IGNORECASE,
)
"""Heads of results, and heads without a name, that are degrees where they tell the share of a count."""


def _is_degree(column: Column, aims: Sequence[Column]) -> bool:
    """True for shares below ``Indfriet`` beside aims that are counts: how much of each is reached."""
    if not column.path or _REACHED.fullmatch(column.path[-1].strip(" .*:")) is None:
        return False
    shares = [_is_share(column, place) for aim in aims for place in aim.cells if column.value(place) is not None]
    counts = [not _is_share(aim, place) for aim in aims for place in aim.cells if aim.value(place) is not None]
    return bool(shares) and all(shares) and bool(counts) and all(counts)


def _is_share(column: Column, place: int) -> bool:
    """True where a cell is a share by itself or by its head."""
    value = column.value(place)
    return value is not None and (value.unit or column.heading.unit) in SHARES


def _of_same_year(columns: Sequence[Column], aim: Column) -> list[Column]:
    """The one column of the year of the aims whose other years stand beside it: ``Aftaler 2030 | Måltal 2031 |
    Aftaler 2031``."""
    own = aim.heading.year
    named = [c for c in columns if c.heading.kind is None and c.values and not c.is_label and not c.is_verdict]
    nouns = {c.heading.rest.lower().replace(str(c.heading.year), "") for c in named}
    if own is None or len(named) < 2 or len(nouns) != 1:
        return []
    years = [c.heading.year for c in named]
    return [named[years.index(own)]] if years.count(own) == 1 and max(year or own for year in years) == own else []


def _as_aim(column: Column, rest: str = "") -> Column:
    """The column as one of targets; ``rest`` is what they are for, where the head says more than their time."""
    aim = Column(column.path, column.cells, column.at)
    aim.heading = replace(column.heading, kind="aim", rest=rest or column.heading.rest)
    return aim


_KEEPS = regex.compile(
    r"\b(?:andel|procent|pct|%).*\b(?:overhold\p{Ll}*|inden\sfor|i\stide|til\stiden|rettidig\p{Ll}*|opfyld\p{Ll}*)",
    regex.IGNORECASE,
)


def _without_limits(aims: Sequence[Column]) -> list[Column]:
    """The columns of aims without those of times that another says how many are to keep: ``Responstid (minutter)``
    beside ``Andel, der skal overholde den``."""
    kept = any(c.path and _KEEPS.search(c.path[-1]) and not _is_time(c) for c in aims)
    return [c for c in aims if not kept or not _is_time(c)]


def _is_time(column: Column) -> bool:
    """True where the values are lengths of time, by the head or by themselves."""
    units = [value.unit for cell in column.cells.values() if (value := measured(cell.text)) is not None]
    return is_duration(column.heading.unit) or (bool(units) and all(map(is_duration, units)))


def _of_year(aim: Column, times: Sequence[Column]) -> bool:
    return any(column.heading.year == aim.heading.year for column in times)


def _ahead(columns: Sequence[Column], outs: Sequence[Column], times: Sequence[Column]) -> list[Column]:
    """The one column headed by a time behind that of all results, where the names of the rows are called aims:
    ``Pejlemærke | Ultimo 2033 | Nu (1. kvt. 2031)``."""
    years = [column.heading.year for column in outs]
    if len(times) != 1 or None in years or not any(c.heading.kind == "aim" and not c.values for c in columns):
        return []
    (time,) = times
    ahead = time.heading.year is not None and time.heading.year > max(year or 0 for year in years)
    if not ahead:
        return []
    return [_as_aim(time)]


def _running(aims: Sequence[Column], outs: Sequence[Column], times: Sequence[Column]) -> list[Column]:
    """The columns of the aims' year that only their time heads, where those called results are of years before
    it: ``Resultat 2030 | Mål 2031 | Pr. 30. juni 2031``."""
    years = {aim.heading.year for aim in aims}
    told = [column.heading.year for column in outs]
    if len(years) != 1 or None in years or None in told:
        return []
    year = years.pop() or 0
    if any((one or 0) >= year for one in told):
        return []
    return [column for column in times if column.heading.year == year]


def _dated_aims(
    columns: Sequence[Column], title: Heading, times: Sequence[Column], now: int | None
) -> list[Column]:
    """Years that head aims, because caption or label say so: ``Måltal for 2031`` above ``Måltal | 2031``, or
    ``Mål i planen`` above years from that of the paper (``now``) on."""
    if not times:
        return []
    first = min((c.heading.year for c in times if c.heading.year is not None), default=None)
    beside = [
        c for c in columns
        if not c.is_label and c.heading.kind not in ("time", "number", "unit") and not _sets_out(c, first)
    ]  # fmt: skip
    if any(c.values for c in beside):
        return []
    figures = any(FIGURES.search(" ".join(c.path)) for c in columns if c.is_label or not c.values)
    years = [c.heading.year or 0 for c in times if not c.heading.partial]
    to_come = now is not None and len(years) == len(times) and now <= min(years) < max(years)
    if title.kind == "aim" and (figures or to_come or len(times) == 1):
        return [c for c in times if title.year is None or c.heading.year == title.year]
    return list(times) if figures and title.kind is None else []


def _sets_out(column: Column, first: int | None) -> bool:
    """``Niveau i 2030`` beside ``2031``: where the aims of the first year set out from."""
    year = column.heading.year
    return column.heading.kind in ("maybe_aim", "earlier") and bool(year and first and year < first)


FIGURES = regex.compile(r"måltal|målværdi|årsmål|resultatmål", regex.IGNORECASE)
"""Aims that are numbers, whatever else may stand below a head that says no more than ``Mål``."""


def _is_ordinal(column: Column) -> bool:
    """True for numbers of goals that stand under a head such as ``Mål``: they rise from 1, also where several rows
    are of one goal."""
    found = [value for place in column.cells if (value := column.value(place)) is not None]
    if any(value.unit or value.comparator for value in found):
        return False
    values = [value.value for value in found]
    if len(values) < FEWEST_NUMBERS or not 1 <= values[0] < 2:
        return False
    steps = [high - low for low, high in pairwise(values)]
    return all(0 <= step <= 1 for step in steps) and any(steps) and (column.at == 0 or all(steps))


def _of_unit(aim: Column, outs: Sequence[Column], columns: Sequence[Column]) -> Sequence[Column]:
    """The results in the unit that the aim's head names, where heads of other columns name it as well; else all but
    those whose heads name another kind of measure (a share beside an amount)."""
    unit = aim.heading.unit
    if unit is None:
        return outs
    if not any(c.heading.unit == unit for c in columns if c is not aim):
        return [c for c in outs if c.heading.unit is None or (c.heading.unit in SHARES) == (unit in SHARES)]
    return [c for c in outs if c.heading.unit == unit]


def _kin(aim: Column, outs: Sequence[Column], aims: Sequence[Column]) -> list[Column]:
    """The results that stand under the same heads as the aim and name the same thing; where heads do not part them
    all but those that name what another aim does."""
    grouped = [c for c in outs if c.heading.group == aim.heading.group]
    families = {other.family for other in aims}
    if not grouped and len(families) > 1 and any(c.family in families for c in outs):
        return []
    grouped = grouped or list(outs)
    named = aim.heading.rest.lower()
    same = [c for c in grouped if named and c.heading.rest.lower() == named]
    others = {other.heading.rest.lower() for other in aims} - {named, ""}
    return same or [c for c in grouped if c.heading.rest.lower() not in others]


def _of_time(aim: Column, outs: Sequence[Column], aims: Sequence[Column], year: int | None) -> list[Column]:
    """The results of the aim's time: of its year; of no year where it is the nearest aim; else the latest before
    it, where no other aim claims that."""
    own = aim.heading.year
    twins = _twins(aim, aims)
    if len(twins) > 1:
        return _up_to(aim, outs, twins)
    dated = [c for c in outs if c.heading.year is not None]
    undated = [c for c in outs if c.heading.year is None]
    others = [a.heading.year for a in aims if a is not aim and a.heading.year is not None]
    if own is None:
        running = undated and all(c.heading.partial or _is_last_part(c) for c in undated)
        whole = [c for c in dated if c.heading.whole and c.heading.year not in others]
        if running and whole:
            return [*_latest(whole), *undated]
        if undated or not dated:
            return undated
        unclaimed = [c for c in dated if c.heading.year not in others]
        return _latest(unclaimed)
    same = [c for c in dated if c.heading.year == own]
    if same:
        return [*same, *(c for c in undated if c.heading.whole or c.heading.partial)]
    if undated and (not others or own == year or (year not in (*others, own) and own < min(others))):
        return undated
    before = [c for c in dated if (c.heading.year or own) < own]
    return [] if others and before and not _is_milestone(aim, outs, aims) else _latest(before)


FEWEST_YEARS = 2
"""Years between two stages of a plan."""


def _is_milestone(aim: Column, outs: Sequence[Column], aims: Sequence[Column]) -> bool:
    """``Juni 2031 | Mål 2031 | Mål 2034``: a later stage of the same plan, right behind the one before it. What
    stands behind the result of a year, or is of the next year, is only set by now."""
    ahead = [other for other in aims if other.at < aim.at and other.heading.year is not None]
    if not ahead or any(out.at > ahead[0].at for out in outs):
        return False
    return (aim.heading.year or 0) - (ahead[-1].heading.year or 0) >= FEWEST_YEARS


def _twins(aim: Column, aims: Sequence[Column]) -> list[Column]:
    """The aims that have the same head and year as this one, itself among them."""
    return [a for a in aims if a.family == aim.family and a.heading.year == aim.heading.year]


def _up_to(aim: Column, outs: Sequence[Column], twins: Sequence[Column]) -> list[Column]:
    """Aims whose heads do not tell them apart (the years above them are lost): each has the results that stand
    between it and the next."""
    end = min((twin.at for twin in twins if twin.at > aim.at), default=None)
    return [c for c in outs if c.at > aim.at and (end is None or c.at < end)]


def _latest(columns: Sequence[Column]) -> list[Column]:
    last = max((c.heading.year for c in columns if c.heading.year is not None), default=None)
    return [c for c in columns if c.heading.year == last]


def _parts_of(columns: Sequence[Column]) -> list[Column]:
    """Parts of the year side by side: several columns of quarters or half-years."""
    parts = [c for c in columns if c.heading.partial or (c.heading.whole and _is_last_part(c))]
    return parts if len(parts) > 1 else []


def _is_last_part(column: Column) -> bool:
    text = " ".join(column.path).lower()
    return any(mark in text for mark in ("4. k", "q4", "2. halvår", "h2", "fjerde", "andet halvår"))


def _beside(aim: Column, others: Sequence[Column], aims: Sequence[Column]) -> Column | None:
    """The degree or verdict that belongs to an aim: of its family, its year, else the only one there is, unless it
    is told of two measures at once."""
    for fits in (
        [c for c in others if c.heading.group == aim.heading.group and c.heading.group],
        [c for c in others if c.heading.year is not None and c.heading.year == aim.heading.year],
    ):
        if fits:
            return fits[0]
    if len({a.family for a in aims}) > 1 and not any(a.heading.year for a in aims):
        return None
    years = {a.heading.year for a in aims}
    free = [c for c in others if c.heading.year is None or c.heading.year == aim.heading.year]
    return free[0] if free and (len(years) == 1 or aim.heading.year == min(y or 0 for y in years)) else None
