"""Tables that go on over a page break: the same lines printed again are the head, and what stands between them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from extractors.tables.flat.captions import Caption
from extractors.tables.flat.draft import Draft
from extractors.tables.flat.groups import UNLABELLED_TOTAL
from extractors.tables.flat.heads import span_groups
from extractors.tables.flat.lines import Item, Kind
from extractors.tables.flat.rows import join_texts
from extractors.tables.flat.tables import continue_draft
from extractors.text.vocabulary import Vocabulary

_TITLE_WORDS = 6
_FEWEST_REPEATED = 2


def join_pages(drafts: Sequence[Draft], items: Sequence[Item], words: Vocabulary) -> list[Draft]:
    """Joins a table with the next one where no caption stands between and the lines between them, or the head,
    have been printed before. Lines between that belong to no head are groups over the columns, or the title."""
    lines = [item.index for item in items]
    joined: list[Draft] = []
    seen: set[str] = set()
    between: list[Item] = []
    for draft in drafts:
        last = joined[-1] if joined else None
        gap: list[Item] = []
        if last is not None and last.columns == draft.columns:
            gap = _lines_between(items, lines, last, draft)
        if last is not None and _goes_on(last, draft, gap, seen):
            between += [item for item in gap if item.text not in last.head_texts]
            seen |= {item.text for item in gap}
            joined[-1] = continue_draft(last, draft, words)
            continue
        if last is not None:
            _use_between(last, between, words)
        joined.append(draft)
        seen, between = set(draft.head_texts), []
    if joined:
        _use_between(joined[-1], between, words)
    return joined


def _lines_between(items: Sequence[Item], lines: Sequence[int], above: Draft, below: Draft) -> list[Item]:
    first, end = bisect_right(lines, above.last), bisect_left(lines, below.first_row)
    return [item for item in items[first:end] if item.kind != Kind.SPACE]


def _goes_on(above: Draft, below: Draft, gap: Sequence[Item], seen: set[str]) -> bool:
    if above.columns != below.columns or any(item.kind == Kind.CAPTION for item in gap):
        return False
    if below.caption is not None and below.caption.table_no is not None:
        return False
    last = above.paths[-1]
    if last is not None and last.path[-1] == UNLABELLED_TOTAL:
        return False
    heads = below.head_texts
    if heads and above.head_texts[-len(heads) :] == heads:
        return True
    texts = [item.text for item in gap]
    head = list(above.head_texts)
    if head and texts[-len(head) :] == head:
        return True
    return len(texts) >= _FEWEST_REPEATED and all(text in seen or text in above.head_texts for text in texts)


def _use_between(draft: Draft, between: Sequence[Item], words: Vocabulary) -> None:
    """The lines printed apart from head and rows: a title, and the groups over the columns."""
    if not between or draft.head is None:
        return
    lines: list[Item] = []
    for item in between:
        if item.text not in [line.text for line in lines]:
            lines.append(item)
    title = [item for item in lines if len(item.text.split()) >= _TITLE_WORDS]
    if title and title[0] is lines[0]:
        lines = lines[1:]
        if draft.caption is None or draft.caption.table_no is None:
            draft.caption = Caption(None, join_texts([title[0].text], words), 0, 0)
    if lines:
        span_groups(draft.head, lines, words)
