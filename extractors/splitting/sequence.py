"""The global decision which candidates are headers of items: the heaviest chain in which numbers never fall.

Sections of a bilag, list points and laws look like items one by one; together they do not fit between the items
around them. So candidates are not accepted line by line: of all chains that run down the document with numbers that
rise (or repeat under the same title, as dividers do) the one with the most evidence wins.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping
from itertools import pairwise

from extractors.splitting.candidates import CLEAR, WEIGHTS, Candidate, same_title, stands_clear
from extractors.splitting.contents import Contents, Entry
from extractors.splitting.item_numbers import Form
from extractors.splitting.likeness import likeness
from extractors.splitting.main_contents import announces_agenda
from extractors.splitting.outline import Outline
from extractors.splitting.words import AGENDA_HEADINGS
from schemas.packet import Span

LEAST_SCORE = 3.0
"""A candidate with less evidence is never a header."""

PROOFS = frozenset(
    {
        "type word",
        "case number",
        "section below",
        "advice below",
        "bilag below",
        "contents",
        "title page",
        "item word",
        "agenda list",
    }
)
"""Evidence that is of agendas; a chain without any is the sections of a report."""

_STEP, _GAP = 0.5, -0.25
_REMEMBERED = 4
"""Chain ends kept by number: dividers repeat a header, they do not compete."""
_LONGEST_CHAPTER = 30
FORMS: tuple[Form, ...] = ("double", "word", "single", "lettered", "letter", "roman", "coded")
"""Forms of numbers; an agenda keeps to one."""


def choose(candidates: list[Candidate]) -> list[Candidate]:
    """The headers of the document in order, repeated ones included; empty where it has no items."""
    chains = [_heaviest(_of_form(candidates, form)) for form in FORMS]
    best = max(chains, key=lambda chain: sum(c.score for c in chain), default=[])
    return _with_chapters(_trailing(_filled(best, candidates), candidates), candidates)


def _with_chapters(chain: list[Candidate], candidates: list[Candidate]) -> list[Candidate]:
    """A chain of two levels with the items of one level between its chapters: ``1 Velkomst`` above ``2.1 Budget``,
    where the contents name it or the title is one of every meeting."""
    if not chain or chain[0].form != "double":
        return chain
    chapters = {header.parts[0] for header in chain}
    found = list(chain)
    singles = [c for c in candidates if c.form == "single" and c.parts[0] not in chapters and _stands_alone(c)]
    starts = [header.index for header in chain]
    taken: set[int] = set()
    for header in singles:
        place = bisect_right(starts, header.index)
        low = chain[place - 1].parts[0] if place else 0
        high = chain[place].parts[0] if place < len(chain) else low + _WIDEST_GAP
        behind = not place or header.index > chain[place - 1].body
        if behind and low < header.parts[0] < high and header.parts[0] not in taken:
            taken.add(header.parts[0])
            found.append(header)
    return sorted(found, key=lambda header: header.index)


def _stands_alone(candidate: Candidate) -> bool:
    """True for an item that the contents name, or one of every meeting with text of its own: without any it is an
    empty chapter."""
    seen = set(candidate.evidence)
    routine = {"routine title", "section below"} <= seen and {e for e in seen if WEIGHTS[e] < 0} <= _ONE_LEVEL
    named = "contents title" in seen
    return (named or routine) and (not CLEAR.isdisjoint(seen) or (named and "routine title" in seen))


_ONE_LEVEL = frozenset({"single number", "no full stop", "not in contents"})


def _filled(chain: list[Candidate], candidates: list[Candidate]) -> list[Candidate]:
    """The chain with the numbers of one level that it leaves out, where just one line with the number stands in
    the gap, clear of the text above and with nothing against it: ``3. Nyt fra formanden`` has no sections."""
    if not chain or len(chain[0].parts) > 1:
        return chain
    form = chain[0].form
    result: list[Candidate] = []
    before, number = -1, 0
    for header in chain:
        inside = [c for c in candidates if c.form == form and before < c.index < header.index]
        for missing in range(number + 1, header.parts[0]) if header.parts[0] - number <= _WIDEST_GAP else ():
            alike = [c for c in inside if c.parts[0] == missing]
            behind = not result or (bool(alike) and alike[0].index > result[-1].index)
            few = len(alike) == 1 and len(inside) <= header.parts[0] - number
            if few and behind and stands_clear(alike[0]):
                result.append(alike[0])
        result.append(header)
        before, number = header.body, header.parts[0]
    return result


def _trailing(chain: list[Candidate], candidates: list[Candidate]) -> list[Candidate]:
    """The chain with the numbers of one level that count on behind it on its last page, each clear of the text
    above and with nothing against it: ``9. Valg til havnerådet`` has no sections. A list would begin with 1."""
    if len(chain) < _LEAST_CHAIN or len(chain[0].parts) > 1:
        return chain
    result = list(chain)
    for candidate in candidates:
        if candidate.form != chain[0].form or candidate.index <= result[-1].body:
            continue
        counts_on = candidate.parts[0] == result[-1].parts[0] + 1 and "page top" not in candidate.evidence
        if not counts_on or not stands_clear(candidate):
            break
        result.append(candidate)
    return result


_LEAST_CHAIN = 2
_WIDEST_GAP = 4


def _of_form(candidates: list[Candidate], form: Form) -> list[Candidate]:
    return [c for c in candidates if c.form == form and c.score >= LEAST_SCORE]


class _Peaks:
    """The best chain ends among all numbers below a number, in logarithmic time (a Fenwick tree of maxima)."""

    def __init__(self, size: int) -> None:
        self._tree: list[tuple[float, int]] = [(float("-inf"), -1)] * (size + 1)

    def put(self, rank: int, value: float, owner: int) -> None:
        rank += 1
        while rank < len(self._tree):
            self._tree[rank] = max(self._tree[rank], (value, -owner))
            rank += rank & -rank

    def best_below(self, rank: int) -> tuple[float, int]:
        """Value and owner of the best end with a rank below ``rank``; minus infinity where there is none."""
        best: tuple[float, int] = (float("-inf"), 1)
        while rank > 0:
            best = max(best, self._tree[rank])
            rank -= rank & -rank
        return best[0], -best[1]


def _heaviest(usable: list[Candidate]) -> list[Candidate]:
    """Dynamic programming in document order; of the chains that end in a number the best are kept."""
    if not any(PROOFS.intersection(c.evidence) for c in usable):
        return []
    ranks = {parts: rank for rank, parts in enumerate(sorted({c.parts for c in usable}))}
    peaks = _Peaks(len(ranks))
    ends: dict[tuple[int, ...], list[int]] = {}
    best: list[float] = []
    before: list[int] = []
    for i, here in enumerate(usable):
        value, link = 0.0, -1
        below, owner = peaks.best_below(ranks[here.parts])
        if below + _GAP > value:
            value, link = below + _GAP, owner
        for parts in _predecessors(here.parts):
            for j in ends.get(parts, [])[-_REMEMBERED:]:
                if best[j] + _STEP > value:
                    value, link = best[j] + _STEP, j
        for j in ends.get(here.parts, [])[-_REMEMBERED:]:
            if best[j] > value and same_title(usable[j], here):
                value, link = best[j], j
        best.append(value + here.score)
        before.append(link)
        ends.setdefault(here.parts, []).append(i)
        peaks.put(ranks[here.parts], best[i], i)
    place = max(range(len(usable)), key=lambda i: (best[i], -i))
    chain = []
    while place >= 0:
        chain.append(usable[place])
        place = before[place]
    return chain[::-1]


def _predecessors(parts: tuple[int, ...]) -> list[tuple[int, ...]]:
    """The numbers after which a number comes without a gap: 2.3 after 2.2, 3.1 after every last item of chapter 2
    (of which only those within reach are named)."""
    if len(parts) == 1:
        return [(parts[0] - 1,)]
    if parts[1] > 1:
        return [(parts[0], parts[1] - 1)]
    return [(parts[0] - 1, minor) for minor in range(1, _LONGEST_CHAPTER)]


def find_list(outline: Outline, candidates: list[Candidate]) -> Contents | None:
    """A list of the agenda's points without page numbers: a run of headers with nothing between them, most of
    which come again below, proven; under a heading that says so (``Dagsorden``) each of them comes again. None
    where there is none."""
    proven: dict[tuple[Form, str], list[Candidate]] = defaultdict(list)
    every: dict[tuple[Form, str], list[Candidate]] = defaultdict(list)
    first = None
    for candidate in candidates:
        every[candidate.form, candidate.number].append(candidate)
        proof = PROOFS.intersection(candidate.evidence) and "title page" not in candidate.evidence
        if proof and "agenda list" not in candidate.evidence:
            proven[candidate.form, candidate.number].append(candidate)
            first = candidate.index if first is None else first
    run: list[Candidate] = []
    listed: list[Candidate] = []
    for follower in [*candidates, None]:
        passed = first is not None and follower is not None and follower.index > first
        if follower is None or (passed and "section below" in follower.evidence) or _ends(outline, run, follower):
            if (
                _is_list(run, proven, 0.6)
                or (_headed(outline, run) and _is_list(run, every, 1.0))
                or _comes_again(outline, run, candidates)
                or _is_answered(outline, run, candidates)
                or _begins_again(outline, run, follower)
            ):
                listed = run
            if follower is None or listed or passed:
                break
            run = []
        run.append(follower)
    if not listed:
        return None
    span = Span(listed[0].index, listed[-1].last)
    again = _again(listed, candidates)
    typed = sum(c.item_type is not None for c in listed)
    entries = [
        Entry(
            "item",
            c.number,
            _own_title(c, again.get(c.number)),
            None,
            c.index,
            c.last,
            _own_type(c, typed),
            c.parts,
        )
        for c in listed
        if c.form != "single" or all(other.form == "single" for other in listed)
    ]
    return Contents(span, None, entries)


def _ends(outline: Outline, run: list[Candidate], candidate: Candidate) -> bool:
    """True where a list has ended before this header: text stands between, or its number does not rise."""
    if not run:
        return False
    apart = outline.rank(candidate.index) - outline.rank(run[-1].last) > 2
    return (
        apart
        or any(candidate.number == other.number for other in run)
        or (candidate.form == run[-1].form and candidate.parts <= run[-1].parts)
    )


def _comes_again(outline: Outline, run: list[Candidate], candidates: list[Candidate]) -> bool:
    """True for a list below words that announce an agenda, each point of which comes again behind it, in order,
    be it with a word before the number (``Sag 3``)."""
    if len(run) < _FEWEST or not announces_agenda(outline, run[0].index):
        return False
    again = _again(run, candidates)
    return len(again) == len(run) and all(a.index < b.index for a, b in pairwise(again.values()))


def _begins_again(outline: Outline, run: list[Candidate], follower: Candidate | None) -> bool:
    """True for a list below words that announce an agenda, the first point of which is the next number behind it,
    with the same title: the file may end before the others come again."""
    if follower is None or len(run) < _FEWEST - _headed(outline, run):
        return False
    first, counted = run[0], all(b.parts[-1] == a.parts[-1] + 1 for a, b in pairwise(run))
    same = follower.parts == first.parts and follower.title.casefold() == first.title.casefold()
    return same and counted and (_headed(outline, run) or announces_agenda(outline, first.index))


def _is_answered(outline: Outline, run: list[Candidate], candidates: list[Candidate]) -> bool:
    """True for a list under ``Dagsorden`` each point of which is taken up behind it, in order: ``Ad 3. Planen blev
    godkendt.`` Goals of contracts are taken up so as well."""
    points = len(run) >= _FEWEST and all(len(point.parts) == 1 and point.title[-1:] != "." for point in run)
    if not points or not _headed(outline, run):
        return False
    notes = [c for c in candidates if c.index > run[-1].last and outline.text(c.index).startswith("Ad")]
    return [c.parts for c in notes] == [point.parts for point in run]


def _again(run: list[Candidate], candidates: list[Candidate]) -> dict[str, Candidate]:
    """By their numbers, the points of a list that come again behind it, at their first line there."""
    behind: dict[tuple[int, ...], list[Candidate]] = {point.parts: [] for point in run}
    for candidate in candidates:
        alike = behind.get(candidate.parts)
        if alike is not None and candidate.index > run[-1].last and len(alike) < _MOST_AGAIN:
            alike.append(candidate)
    found: dict[str, Candidate] = {}
    for point in run:
        header = next((c for c in behind[point.parts] if same_title(point, c)), None)
        if header is not None:
            found[point.number] = header
    return found


def _own_title(point: Candidate, header: Candidate | None) -> str:
    """The title of a point without the time or the kind that the list alone tells behind it."""
    return header.title if header is not None and point.title.startswith(header.title) else point.title


def _own_type(point: Candidate, typed: int) -> str | None:
    """The kind of a point; one on a line of its own below a single point of a list heads those that follow."""
    return point.item_type if typed > 1 or point.body == point.last else None


_FEWEST, _MOST_AGAIN = 3, 50
"""Points of a list, at least, and headers of one number that each is held against."""


def _headed(outline: Outline, run: list[Candidate]) -> bool:
    above = outline.preceding(run[0].index, 1) if run else []
    return bool(above) and outline.text(above[0]).lower().strip(" :") in AGENDA_HEADINGS


def _is_list(run: list[Candidate], later: Mapping[tuple[Form, str], list[Candidate]], share: float) -> bool:
    if len(run) < _FEWEST:
        return False
    known = 0
    for point in run:
        behind = [o for o in later.get((point.form, point.number), ()) if o.index > run[-1].last]
        known += any(likeness(point.title, other.title) >= 0.6 for other in behind[-_MOST_AGAIN:])
    return known >= share * len(run)
