"""Numbers told year by year: ``Der var 31 i 2029, 36 i 2030 og 40 i 2031``. The last is the result."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.goals.context import Role
from extractors.goals.reading import Sentence
from extractors.goals.times import bound_times

_OWED = frozenset({"goal", "bound", "aiming", "ahead", "proposal", "expected", "planned"})
"""Signs of sentences that set goals for years."""
_FREE = frozenset({"open", "result", "baseline", "earlier_result"})
FEWEST = 2


def year_by_year(sentence: Sentence, roles: Sequence[Role]) -> list[Role]:
    """The roles, with those of numbers of one unit that each have a year right behind them put right: the last is
    a result, those before it are of earlier years. Agreements tell where they set out from."""
    found = list(roles)
    paper, analysis = sentence.part.paper, sentence.analysis
    if len(roles) < FEWEST or paper.kind == "contract" or analysis.signs() & _OWED:
        return found
    years = {
        index: analysis.times[time].year for time, index in bound_times(analysis).items()
        if analysis.times[time].year is not None and roles[index] in _FREE
    }  # fmt: skip
    told = sorted(years)
    units = {analysis.quantities[index].unit for index in told}
    rising = [years[index] or 0 for index in told]
    now = paper.now or paper.year
    if (
        len(told) < FEWEST
        or len(units) > 1
        or rising != sorted(set(rising))
        or (now is not None and rising[-1] > now)
    ):
        return found
    behind = {quantity.unit for quantity in analysis.quantities[told[-1] + 1 :]}
    if told != list(range(told[0], told[-1] + 1)) or units & behind:
        return found  # others of the kind may be of later times
    for index in told[:-1]:
        found[index] = "earlier_result"
    found[told[-1]] = "result"
    return found
