"""Where the papers of a table of contents start: title, opening, way of printing and the arithmetic of pages.

Bodies often print no title, titles of the contents are file names, and pages without text shift the count. So no
entry is placed alone: all are placed at once so that they keep their order and their distances in pages, and an
entry may stay without a body.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import takewhile

from extractors.splitting.labels import attachment_label
from extractors.splitting.likeness import SAME_TITLE, containment, likeness, words_of
from extractors.splitting.outline import Outline
from extractors.splitting.papers import Papers
from extractors.splitting.sections import section_name
from schemas.packet import Span

TITLE = 6.0
BEHIND_HEADER = 5.0
BOOKMARK = 4.0
LABEL = 4.0
OPENING = 0.6
"""Share of the weight of a paper's opening (:mod:`extractors.splitting.papers`)."""
SUBJECT = 2.0
PLACING = -3.0
"""What placing an entry costs: without any evidence it stays without a body."""
PAGE_EXACT, PAGE_NEAR, PAGE_OFF = 3.0, 1.0, -0.8
OFFSET_RIGHT, OFFSET_WRONG = 3.0, -4.0
PAGES_OVERRULED = -1.5
"""What wrong pages count at most where the title itself is printed at the head of the body."""
TOO_CLOSE = -4.0
_SHORTEST = 6
"""Printed lines of the shortest paper: a letterhead set apart from its letter is none."""
_TOP_LINES = 14
_FIRST_LINES = 4
"""Lines at the head of a body in which its title counts most."""
_WIDE = 2
"""Blank lines above a line that may begin a body."""
_LEAST_WORDS = 0.4
"""Share of a title's words that the head of a body must hold for a close comparison to be worth it."""
_SUBJECT_LINES = 50
_CHOICES = 30
_MARKS, _SAME_MARK = 5000, 0.6
_VOTERS = 20
_CLOSE_LOOKS = 60
_EFFORT = 6000
"""Close looks for all entries of a document together: with hundreds of entries each gets fewer."""
_LOOK_BACK = 5


@dataclass(slots=True)
class Choice:
    """A line where an entry's body may start."""

    index: int
    page: int
    rank: int
    score: float
    evidence: tuple[str, ...] = ()


@dataclass(slots=True)
class Slot:
    """An entry to be placed, in the order of the contents. ``fixed`` is its line where a header proves it,
    ``label`` the number of a bilag as the contents print it."""

    title: str
    toc_page: int | None
    fixed: int | None = None
    behind: tuple[int, ...] = ()
    after: int = 0
    before: int = 0
    label: str | None = None
    choices: list[Choice] = field(default_factory=list)
    placed: Choice | None = None


def locate(outline: Outline, papers: Papers, slots: Sequence[Slot]) -> int | None:
    """Places the slots: sets ``placed`` of each, None where no body is found. Returns what to add to a printed page
    number to get the page of the file, None where that is not known.

    ``after`` and ``before`` of a slot bound the lines it may start on. ``behind`` are lines right behind a
    header of its item, where a body starts for certain.
    """
    offset = _page_offset(outline, slots)
    looks = max(12, min(_CLOSE_LOOKS, _EFFORT // max(1, len(slots))))
    tops = papers.tops if outline.tops else sorted({*papers.tops, *_spaced_lines(outline)})
    marks: dict[int, list[str]] = {}
    for mark in outline.document.bookmarks[:_MARKS]:
        if mark.page is not None:
            marks.setdefault(mark.page, []).append(mark.title)
    for slot in slots:
        if slot.fixed is not None:
            slot.choices = [
                Choice(
                    slot.fixed,
                    outline.page(slot.fixed),
                    outline.rank(slot.fixed),
                    TITLE + BEHIND_HEADER,
                    ("header",),
                )
            ]
            continue
        near = tops[bisect_left(tops, slot.after) : bisect_right(tops, slot.before)]
        labelled = _labelled(outline, slot, offset)
        lines = {*_likeliest(outline, papers, slot, near, offset, looks), *slot.behind, *labelled}
        choices = [_choice(outline, papers, slot, index, offset, marks) for index in sorted(lines)]
        for choice in choices:
            if choice.index in labelled:
                choice.score += LABEL
                choice.evidence = (*choice.evidence, "label")
        choices.sort(key=lambda choice: (-choice.score, choice.index))
        slot.choices = sorted(choices[: min(_CHOICES, looks)], key=lambda choice: choice.index)
    _align(slots, exact=outline.document.media_type == "application/pdf")
    return offset


def _spaced_lines(outline: Outline) -> list[int]:
    """Where a document has no pages: lines that stand clear of the text above."""
    return [index for index in outline.printed if outline.space_above(index) >= _WIDE]


def _page_offset(outline: Outline, slots: Sequence[Slot]) -> int | None:
    """What to add to a printed page number to get the page of the file; None where the headers that are known
    do not agree (at least two of three must)."""
    if not outline.document.paged:
        return None
    seen = Counter(
        outline.page(slot.fixed) - slot.toc_page
        for slot in slots
        if slot.fixed is not None and slot.toc_page is not None
    )
    if sum(seen.values()) < 2:
        seen.update(_offsets_by_title(outline, slots))
    if not seen:
        return 0 if outline.document.media_type == "application/pdf" else None
    offset, votes = min(seen.items(), key=lambda item: (-item[1], abs(item[0])))
    return offset if 3 * votes >= 2 * sum(seen.values()) else None


def _offsets_by_title(outline: Outline, slots: Sequence[Slot]) -> Iterator[int]:
    """The offsets of entries whose title is printed on top of one page and no other."""
    heads = [(top, " ".join(outline.texts([top, *outline.following(top, 2)]))[:300]) for top in outline.tops[:2000]]
    for slot in slots[:_VOTERS]:
        if slot.fixed is not None or slot.toc_page is None:
            continue
        tops = [
            top for top, head in heads if slot.after <= top <= slot.before and containment(slot.title, head) >= 0.9
        ]
        if len(tops) == 1:
            yield outline.page(tops[0]) - slot.toc_page


def _likeliest(
    outline: Outline, papers: Papers, slot: Slot, tops: list[int], offset: int | None, looks: int
) -> list[int]:
    """The few lines worth a close look, by the words of the first lines, the opening and the page."""
    if len(tops) <= looks:
        return tops

    def promise(index: int) -> float:
        head = outline.from_line(index, 5, 400)
        value = TITLE * containment(slot.title, head) + OPENING * papers.at(index).score
        if offset is not None and slot.toc_page is not None:
            value -= 2.0 * min(5, abs(outline.page(index) - slot.toc_page - offset))
        return value

    return sorted(tops, key=lambda index: (-promise(index), index))[:looks]


def _labelled(outline: Outline, slot: Slot, offset: int | None) -> list[int]:
    """Lines which print the label and the title of the entry, within the page that the contents name: a short bilag
    may follow another on its page. Where pages are not known, those that stand in no list of bilag."""
    if slot.label is None or (outline.document.paged and (offset is None or slot.toc_page is None)):
        return []
    span = Span(slot.after, slot.before)
    if offset is not None and slot.toc_page is not None:
        page = slot.toc_page + offset
        lines = outline.document.page(page).lines if 1 <= page <= len(outline.document.pages) else ()
        if not lines:
            return []
        span = Span(max(lines[0].index, slot.after), min(lines[-1].index, slot.before))
    found = []
    for index in outline.within(span):
        m = attachment_label(outline.text(index))
        if m and m["number"] == slot.label and likeness(slot.title, m["title"]) >= SAME_TITLE:
            found.append(index)
    return found if outline.document.paged else [index for index in found if not _in_list(outline, index)]


def _in_list(outline: Outline, index: int) -> bool:
    """True where a heading or another label stands right beside a label."""
    beside = [outline.text(n) for n in (*outline.preceding(index, 1), *outline.following(index, 1))]
    return any(section_name(text) is not None or attachment_label(text) is not None for text in beside)


def _choice(
    outline: Outline, papers: Papers, slot: Slot, index: int, offset: int | None, marks: dict[int, list[str]]
) -> Choice:
    score, seen = PLACING, []
    alike = _title_near(outline, slot.title, index)
    if alike >= 0.5:
        score += TITLE * (alike - 0.5) * 2 if alike < SAME_TITLE else TITLE
        seen.append("title" if alike < SAME_TITLE else "same title")
    if index in slot.behind:
        score += BEHIND_HEADER
        seen.append("behind header")
    elif outline.is_top(index):
        opening = papers.at(index)
        score += OPENING * max(-5.0, min(opening.score, 7.0))
        seen += opening.evidence
    page = outline.page(index)
    if outline.is_top(index) and any(likeness(slot.title, title) >= _SAME_MARK for title in marks.get(page, [])):
        score += BOOKMARK
        seen.append("bookmark")
    subject = _subject(outline, slot.title, index)
    if subject > 0.2:
        score += SUBJECT * subject
        seen.append("subject")
    if offset is not None and slot.toc_page is not None:
        right = page == slot.toc_page + offset
        score += OFFSET_RIGHT if right else OFFSET_WRONG if alike < SAME_TITLE else PAGES_OVERRULED
        if right:
            seen.append("page")
    return Choice(index, page, outline.rank(index), score, tuple(seen))


def _title_near(outline: Outline, title: str, index: int) -> float:
    """How alike the entry's title is to the lines at the head of the body, the first lines counting most."""
    if words_of(outline.from_line(index, _TOP_LINES, 1500)).share_of(title) < _LEAST_WORDS:
        return 0.0
    lines = [index, *outline.following(index, _TOP_LINES)]
    if not outline.document.paged:  # behind a wide gap further down the next paper may begin with its title
        lines = list(takewhile(lambda n: n in lines[:_FIRST_LINES] or outline.space_above(n) < _WIDE, lines))
    texts = [outline.text(n) for n in lines]
    best = 0.0
    for place, text in enumerate(texts):
        if len(text) > 160 and not outline.document.tabbed:
            continue
        weight = 1.0 if place < _FIRST_LINES else 0.9
        for joined in (text, " ".join(texts[place : place + 2]), " ".join(texts[place : place + 3])):
            held = containment(title, joined) if len(joined) < 240 else 0.0
            if weight * (0.75 * held + 0.25) > best and held > 0:
                best = max(best, weight * (0.75 * held + 0.25 * containment(joined, title)))
    return best


def _subject(outline: Outline, title: str, index: int) -> float:
    """How much more the text behind a line speaks of the title's words than the text before it: -1 to 1."""
    behind = outline.from_line(index, _SUBJECT_LINES, 6000)
    before = outline.before_line(index, _SUBJECT_LINES, 6000)
    return words_of(behind).share_of(title) - words_of(before).share_of(title)


def _align(slots: Sequence[Slot], *, exact: bool) -> None:
    """Places all slots at once. A state is (slot, choice); a step goes from an earlier slot to a later line."""
    best: list[list[tuple[float, tuple[int, int] | None]]] = []
    for i, slot in enumerate(slots):
        row: list[tuple[float, tuple[int, int] | None]] = []
        for choice in slot.choices:
            value, back = 0.0, None
            for j in range(i - 1, max(-1, i - 1 - _LOOK_BACK), -1):
                for k, other in enumerate(slots[j].choices):
                    if other.index >= choice.index and not (
                        other.index == choice.index and slots[j].fixed is not None
                    ):
                        continue
                    step = best[j][k][0] + _distance(slots[j], other, slot, choice, exact=exact)
                    short = choice.rank - other.rank < _SHORTEST and "page" not in choice.evidence
                    if slots[j].fixed is None and short:
                        step += TOO_CLOSE
                    if step > value:
                        value, back = step, (j, k)
                if slots[j].fixed is not None:
                    break  # a proven header is never left out
            row.append((value + choice.score, back))
        best.append(row)
    ends = [(row[k][0], i, k) for i, row in enumerate(best) for k in range(len(row))]
    if not ends:
        return
    value, i, k = max(ends, key=lambda end: (end[0], -end[1], -end[2]))
    place: tuple[int, int] | None = (i, k) if value > 0 else None
    while place is not None:
        i, k = place
        slots[i].placed = slots[i].choices[k]
        place = best[i][k][1]


def _distance(a: Slot, at: Choice, b: Slot, to: Choice, *, exact: bool) -> float:
    """What the pages between two bodies are worth against the pages that the contents say."""
    if a.toc_page is None or b.toc_page is None:
        return 0.0
    off = abs((to.page - at.page) - (b.toc_page - a.toc_page))
    if off == 0:
        return PAGE_EXACT if exact else PAGE_NEAR + 0.5
    if off <= 2 and not exact:
        return PAGE_NEAR - 0.4 * off
    least = PAGES_OVERRULED if "same title" in to.evidence else -4.0
    return max(least, PAGE_OFF * off * (1.5 if exact else 1.0 / (1 + 0.04 * (b.toc_page - a.toc_page))))
