"""What the values of a table prove about its heads: which column is the difference of two others, which the sum."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from extractors.tables.flat.columns import decimals_of, unit_text, value_of
from extractors.tables.flat.labelcells import end_in_dates
from extractors.tables.flat.nearness import steps_between
from extractors.tables.flat.reckoned import Percent, differences_of, percents_of, sums_of
from extractors.tables.flat.rows import Row
from extractors.tables.flat.values import Atom, is_span
from extractors.tables.flat.words import GROUPED, TOTAL_WORDS, YEAR
from extractors.tables.labels import is_column_total, is_difference, is_net, is_rate, is_share
from schemas.units import unit_in, unit_of

_FEWEST_ROWS = 3
_MOST_ROWS = 30
_MOST_COLUMNS = 10
_MOST_LABELS = 9


class Form(NamedTuple):
    """How the values of a column are printed: with so many decimals at most, and in this unit."""

    decimals: int
    unit: str


class Proofs(NamedTuple):
    """``differences``: the columns that are another less a third, small beside both. ``compared``: those that they
    are reckoned from; ``reckoned``: a difference with both of them. ``sums``: the first and the last of columns
    side by side whose sum is the third; ``summed`` the only such sum. ``changes`` and ``shares``: the columns in
    percent of two others. ``weights``: those that add up to 100. ``forms``: how the values of each column
    are printed; empty where no row is full. ``thousands``: the columns that hold numbers with their thousands set
    apart. ``years``: those of bare years, days and periods. ``label_cells``: so many cells of labels the rows have
    at most. ``dated``: these end in dates. ``margin``: the spaces before every label.
    ``steps``: how far each column is from the next (:func:`extractors.tables.flat.nearness.steps_between`).
    ``blank``: the heads begin with a space that the rows lack, a blank cell over the labels."""

    differences: frozenset[int] = frozenset()
    compared: frozenset[int] = frozenset()
    reckoned: tuple[tuple[int, int, int], ...] = ()
    summed: tuple[int, int, int] | None = None
    sums: tuple[tuple[int, int, int], ...] = ()
    changes: tuple[Percent, ...] = ()
    shares: tuple[Percent, ...] = ()
    weights: frozenset[int] = frozenset()
    forms: tuple[Form | None, ...] = ()
    thousands: frozenset[int] = frozenset()
    years: frozenset[int] = frozenset()
    label_cells: int = _MOST_LABELS
    dated: bool = False
    margin: int = 0
    steps: tuple[float, ...] = ()
    blank: bool = False


def proofs_of(rows: Sequence[Row], columns: int, heads: Iterable[str] | None = None) -> Proofs:
    """What the full rows prove; of sums nothing with few rows, few columns or very many. Percent is looked for
    where one of the lines that may be ``heads`` speaks of it or of a change; None for any."""
    filled = [row for row in rows if row.count == row.width == columns]
    known = Proofs(
        forms=_forms(filled, columns),
        thousands=frozenset(
            c for row in filled for c, (atom, _) in enumerate(row.atoms) if GROUPED.fullmatch(atom.text)
        ),
        years=frozenset(
            c for c in range(columns) if filled and all(_tells_when(row.atoms[c][0]) for row in filled)
        ),
        label_cells=_label_cells(rows),
        dated=end_in_dates(rows),
    )
    if not 3 <= columns <= _MOST_COLUMNS:
        return known
    values = [[_signed(atom) for atom, _ in row.atoms] for row in filled]
    full = [[v for v in row if v is not None] for row in values if None not in row][:_MOST_ROWS]
    with_dashes = [[v or Decimal(0) for v in row] for row in values[:_MOST_ROWS]]  # to a sum a dash adds nothing
    if len(with_dashes) < _FEWEST_ROWS:
        return known
    decimals = [form.decimals if form is not None else 0 for form in known.forms]
    reckoned = differences_of(full, columns, decimals) if len(full) >= _FEWEST_ROWS else ()
    differences = frozenset(at for at, _, _ in reckoned)
    sums = sums_of(with_dashes, columns)
    if (
        not sums
        and len(full) >= _FEWEST_ROUNDED
        and all(form is not None and form.decimals for form in known.forms)
    ):
        sums = sums_of(full, columns, Decimal(1).scaleb(-max(form.decimals for form in known.forms if form)))
    changes: tuple[Percent, ...] = ()
    shares: tuple[Percent, ...] = ()
    if heads is None or any(_IN_PERCENT_OF.search(text) or is_difference(text) for text in heads):
        changes, shares = percents_of(full, decimals)
    return known._replace(
        differences=differences,
        compared=frozenset(c for _, a, b in reckoned for c in (a, b)) - differences,
        reckoned=reckoned,
        sums=sums,
        summed=sums[0] if len(sums) == 1 else None,
        changes=changes,
        shares=shares,
        weights=_weights(with_dashes, columns),
        steps=steps_between(full, columns),
    )


def _tells_when(atom: Atom) -> bool:
    return atom.is_year or is_span(atom.text)


def _label_cells(rows: Sequence[Row]) -> int:
    """The words of the longest label: a row has no more cells of labels. Groups and turned labels are cells too."""
    if any(row.groups or row.rotated or not row.label for row in rows):
        return _MOST_LABELS
    words = [len(row.label.split()) for row in rows if not TOTAL_WORDS.search(row.label)]
    return max(words, default=_MOST_LABELS)


def _forms(rows: Sequence[Row], columns: int) -> tuple[Form | None, ...]:
    full = [[atom.text for atom, _ in row.atoms] for row in rows]
    return tuple(_form([row[c] for row in full]) for c in range(columns)) if full else ()


def _form(texts: Sequence[str]) -> Form | None:
    """The form of a column; None for one of dashes alone, and for one of several units."""
    printed = [text for text in texts if any(char.isdecimal() for char in text)]
    units = {unit_text(text) for text in printed}
    return Form(max(map(decimals_of, printed)), units.pop()) if len(units) == 1 else None


def _weights(rows: Sequence[Sequence[Decimal]], columns: int) -> frozenset[int]:
    """The columns that add up to 100, with or without a last row that says so."""
    sums = [sum((row[c] for row in rows), Decimal(0)) for c in range(columns)]
    return frozenset(c for c in range(columns) if sums[c] == _ALL or (rows[-1][c] == _ALL and sums[c] == 2 * _ALL))


_ALL = Decimal(100)
_FEWEST_ROUNDED = 5


_MONEY = re.compile(r"\b(?:takst|pris|udgift|beløb|omkostning)", re.IGNORECASE)
_PERCENT = re.compile(r"(?:(?:\A|, | i )(?:pct\.?|procent|%)|\((?:pct\.?|procent|%)\))\Z", re.IGNORECASE)
"""A head that is in percent, and no share of something (``40 pct.``)."""
_BRACKETED = re.compile(r"\((?P<unit>[^()]+)\)\Z")
_IN_PERCENT = ("%", "procentpoint")
IN_SHARES = ("%", "pct", "procent", "procentpoint", "pctpoint")


def misfits_units(paths: Sequence[Sequence[str]], proofs: Proofs) -> bool:
    """True where a head of money stands over shares, or one of shares over money or over thousands."""
    if any(_PERCENT.search(paths[c][-1]) for c in proofs.thousands if c < len(paths) and paths[c]):
        return True
    for path, form in zip(paths, proofs.forms, strict=False):
        head = " ".join(path)
        if form is not None and form.unit in IN_SHARES and _is_in_other_unit(head):
            return True
        if form is None or not form.unit:
            continue
        money = _MONEY.search(head) is not None and not is_share(head) and not is_difference(head)
        if (money and form.unit in IN_SHARES) or (form.unit.endswith("kr") and is_share(head)):
            return True
    return False


def _is_in_other_unit(head: str) -> bool:
    """True for a head that ends in a unit in brackets other than percent: ``2031 (dage)``."""
    named = _BRACKETED.search(head) if head.endswith(")") else None
    unit = unit_of(named["unit"]) if named is not None else None
    return unit is not None and unit not in _IN_PERCENT


def mixes_units(paths: Sequence[Sequence[str]], forms: Sequence[Form | None]) -> bool:
    """True where years below one head stand over shares and over others: one head spans no such columns."""
    units: dict[tuple[str, ...], set[bool]] = {}
    for path, form in zip(paths, forms, strict=False):
        if form is not None and len(path) > 1 and YEAR.fullmatch(path[-1]):
            units.setdefault(tuple(path[:-1]), set()).add(form.unit in IN_SHARES)
    return any(len(found) > 1 for found in units.values())


def shares_are_whole(paths: Sequence[Sequence[str]], proofs: Proofs) -> bool:
    """True where shares stand over whole numbers alone and counts over the only numbers with decimals, or where one
    head of shares stands over both. What has a unit or is reckoned for one of many has decimals of its own, and
    what adds up to 100 are shares."""
    forms = proofs.forms
    if len(forms) != len(paths) or None in forms:
        return False
    shares = {c for c, path in enumerate(paths) if is_share(" ".join(path))}
    finer = {c for c, form in enumerate(forms) if form is not None and form.decimals}
    spanning = {paths[c][0] for c in shares if len(paths[c]) > 1 and is_share(paths[c][0])}
    for head in spanning:
        below = {c for c in shares if paths[c][0] == head}
        if below & finer and below - finer:
            return True
    if not shares or not finer or shares & finer or shares <= proofs.weights:
        return False
    return not any(unit_in(text) or is_rate(text) for text in (" ".join(paths[c]) for c in finer))


def _signed(atom: Atom) -> Decimal | None:
    """The value of a cell; one in brackets is below zero wherever differences are looked for."""
    value = value_of(atom)
    return -value if value is not None and atom.text.startswith("(") else value


def contradicts(paths: Sequence[Sequence[str]], proofs: Proofs) -> bool:
    """True where heads say that they stand over differences, and the values prove others to be them, or prove that
    differences are reckoned from what stands there. Parts of a total are differences as well, and their names may
    be anything; so is what is left of two others and says so (``Netto``)."""
    leaves = [path[-1] if path else "" for path in paths]
    if not proofs.differences or any(is_column_total(leaf) for leaf in leaves):
        return False
    named = {c for c, leaf in enumerate(leaves) if is_difference(leaf) and not is_share(leaf)}
    left = {c for c, leaf in enumerate(leaves) if is_net(leaf)}
    balanced = bool(left) and all(left.intersection(columns) for columns in proofs.reckoned)
    if named and not balanced and not (named <= proofs.differences or proofs.differences <= named):
        return True
    below = {c for c, path in enumerate(paths) if any(map(is_difference, path))}
    return bool(below & proofs.compared) and len(below) < len(paths)


_IN_PERCENT_OF = re.compile(r"(?<!\d )(?<!\d)(?:\bpct\b|\bprocent\b|%)", re.IGNORECASE)
"""A head in percent, and not of so many of them (``60 pct.``)."""


def misplaces_percent(paths: Sequence[Sequence[str]], proofs: Proofs) -> bool:
    """True where heads of a change in percent, or of percent of something, stand over other columns than those
    that the values prove to be it, or over what these are reckoned from."""
    if not proofs.changes and not proofs.shares:
        return False
    texts = [" ".join(path) for path in paths]
    known = {percent.at for percent in (*proofs.changes, *proofs.shares)}
    amounts = {c for percent in (*proofs.changes, *proofs.shares) for c in percent[1:]} - known
    if any(c in amounts and len(path) > 1 and _IN_PERCENT_OF.search(path[0]) for c, path in enumerate(paths)):
        return True
    for percents, of_change in ((proofs.changes, True), (proofs.shares, False)):
        proved = {percent.at for percent in percents}
        named = {
            c for c, text in enumerate(texts) if _IN_PERCENT_OF.search(text) and is_difference(text) == of_change
        }
        if proved and named and not (named <= proved or proved <= named):
            return True
    return False


def refutes(paths: Sequence[Sequence[str]], proofs: Proofs) -> bool:
    """True where the values tell that differences or percent stand elsewhere."""
    return contradicts(paths, proofs) or misplaces_percent(paths, proofs)


def spans_compared(paths: Sequence[Sequence[str]], proofs: Proofs) -> bool:
    """True where the lower heads stand over the columns that differences are reckoned from, with the differences or
    without them, and over no others."""
    below = {c for c, path in enumerate(paths) if len(path) > 1}
    return bool(below) and below in (proofs.compared, proofs.compared | proofs.differences)


def sums_agree(paths: Sequence[Sequence[str]], proofs: Proofs) -> bool:
    """True where the values prove both a sum and differences, columns with their sum beside them stand below one
    head, the sum under its name, and the other differences below the heads of differences, which span nothing else
    but shares."""
    named = {c for c, path in enumerate(paths) if is_difference(path[0]) and not is_share(" ".join(path[1:]))}
    if not named:
        return False
    for first, last, total in proofs.sums:
        over = {tuple(path[:-1]) for path in (*paths[first : last + 1], paths[total])}
        apart = proofs.differences - set(range(first, last + 1))
        if len(over) == 1 and () not in over and is_column_total(paths[total][-1]) and named == apart:
            return True
    return False
