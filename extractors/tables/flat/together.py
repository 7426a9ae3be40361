"""Which lower heads belong below one head: because the values of their columns are reckoned from each other, or by
the line that the heads over them stand on."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from extractors.tables.flat.proofs import Proofs, refutes
from extractors.tables.flat.segments import HeadCell
from extractors.tables.flat.words import YEAR
from extractors.tables.labels import is_column_total, is_difference, is_share

Path = tuple[str, ...]


def are_proved(paths: Sequence[Path], blocks: Sequence[range], proofs: Proofs, *, all_span: bool) -> bool:
    """True where the columns of each block of two or more are proved to belong below one head, and the values
    contradict none of ``paths``, those of all columns: they, and no others, have their sum in a column that is
    called a total, or a difference is reckoned from them; beside these a share may be. Where all upper heads span
    others (``all_span``), one block may be what is left; beside two that are proved, years printed alike. No total
    stands below the head of another, and no other head alone below that of a difference."""
    if any(is_column_total(path[0]) and is_column_total(path[-1]) for path in paths if len(path) > 1):
        return False
    if any(len(block) == 1 and is_difference(paths[block.start][0]) for block in blocks):
        return False
    if refutes(paths, proofs):
        return False
    wide = [block for block in blocks if len(block) > 1]
    proved = {block for block in wide if _is_summed(paths, block, proofs) or _is_reckoned(paths, block, proofs)}
    left = [block for block in wide if block not in proved and not _are_shared(paths, block, proofs)]
    if len(left) == 1 and not all_span and len(proved) > 1:
        left = [block for block in left if not _are_years_alike(paths, block, proofs)]
    return len(proved) > 0 and len(left) <= all_span


def _are_years_alike(paths: Sequence[Path], block: range, proofs: Proofs) -> bool:
    """True for columns below years that are printed alike, and not as the columns beside them."""
    if not all(YEAR.fullmatch(paths[c][-1]) for c in block):
        return False
    forms = {proofs.forms[c] for c in block}
    beside = [c for c in (block.start - 1, block.stop) if 0 <= c < len(proofs.forms) and len(paths[c]) == 1]
    return len(forms) == 1 and None not in forms and all(proofs.forms[c] not in forms for c in beside)


def _is_summed(paths: Sequence[Path], block: range, proofs: Proofs) -> bool:
    """True for columns whose sum stands beside the block, or ends or begins it."""
    for first, last, total in proofs.sums:
        if not any(map(is_column_total, paths[total])):
            continue
        inside = {*range(first, last + 1)}
        if inside == {*block} or inside | {total} == {*block}:
            return True
    return False


def _is_reckoned(paths: Sequence[Path], block: range, proofs: Proofs) -> bool:
    """True for columns of which some are differences of the others."""
    inside = {*block}
    reckoned = [{at, a, b} for at, a, b in (*proofs.reckoned, *proofs.changes) if is_difference(paths[at][-1])]
    return {c for columns in reckoned if columns <= inside for c in columns} == inside


def _are_shared(paths: Sequence[Path], block: range, proofs: Proofs) -> bool:
    """True for the two columns that a share is of: beside another block that is proved."""
    return any({a, b} == {*block} and is_share(paths[at][-1]) for at, a, b in proofs.shares)


def last_beside(heads: Sequence[str], lower: Sequence[Path], proofs: Proofs) -> list[Path]:
    """The paths of all columns where the last upper head spans the lower ones but for the last of these, which
    says its own year and stands at the foot of its cell: below ``1. halvår 2031`` are ``Budget Regnskab
    Afvigelse``, beside it ``Skøn 2031``. Empty where the values do not prove it."""
    *inside, last = lower
    if not YEAR.search(heads[-1]) or not YEAR.search(last[-1]) or any(YEAR.search(path[-1]) for path in inside):
        return []
    paths = [*((head,) for head in heads[:-1]), *((heads[-1], *path) for path in inside), last]
    block = range(len(heads) - 1, len(heads) - 1 + len(inside))
    return paths if _is_reckoned(paths, block, proofs) and not refutes(paths, proofs) else []


def stand_apart(cells: Sequence[HeadCell], spanning: Sequence[int], end: int) -> bool:
    """True where the spanning heads, and no others, stand on one line above the lower heads, and those beside them
    with the head of the labels on another: they are as high as both rows."""
    lines = {(cells[n].first, cells[n].last) for n in spanning}
    others = {(cells[n].first, cells[n].last) for n in range(end) if n not in spanning}
    return len(spanning) > 1 and len(lines) == len(others) == 1 and len(spanning) + 1 < end and not lines & others


def stand_uneven(cells: Sequence[HeadCell]) -> bool:
    """True where two heads of one line each follow each other on two lines: they are of no row."""
    return any(a.first == a.last < b.first == b.last for a, b in pairwise(cells))
