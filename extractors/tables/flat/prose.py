"""Tables with a column of running text: a label, some lines of description, and the numbers below them."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.tables.flat.captions import read_caption
from extractors.tables.flat.draft import Draft
from extractors.tables.flat.head import Head
from extractors.tables.flat.heads import read_head
from extractors.tables.flat.labelcells import second_cell
from extractors.tables.flat.lines import Item, Kind
from extractors.tables.flat.regions import continues_text, is_caption, is_prose, is_row
from extractors.tables.flat.rows import Piece, Row, chunks_of, join_texts
from extractors.tables.flat.tables import draft_of
from extractors.text.vocabulary import Vocabulary

_MOST_LINES = 120
_MOST_HEAD_LINES = 3
_MOST_ROW_LINES = 9
_FEWEST_ROWS = 3
_BEST_COST = 0.5


def find_prose_tables(items: Sequence[Item], words: Vocabulary) -> list[Draft]:
    """Tables under a numbered caption whose head names a label column, a text column and columns of numbers, and
    whose numbers stand on lines of their own behind the text of each row."""
    drafts = []
    for i in range(len(items)):
        if items[i].kind == Kind.CAPTION and is_caption(items, i):
            draft = _read(items, i, words)
            if draft is not None:
                drafts.append(draft)
    return drafts


def _read(items: Sequence[Item], at: int, words: Vocabulary) -> Draft | None:
    caption = read_caption(items, at, words)
    end = caption.after
    while end < len(items) and end - at < _MOST_LINES and items[end].kind in (Kind.TEXT, Kind.VALUES, Kind.SPACE):
        end += 1
    body = [item for item in items[caption.after : end] if item.kind != Kind.SPACE]
    first = next((k for k, item in enumerate(body) if is_row(item)), None)
    if first is None or not any(is_prose(item.text) for item in body[:first]):
        return None
    columns = len(body[first].atoms)
    best: tuple[float, int, Head] | None = None
    for lines in range(1, min(_MOST_HEAD_LINES, first - 1) + 1):
        if continues_text(body[lines - 1].text, body[lines].text):
            continue  # the last head goes on
        head = read_head(body[:lines], columns, words)
        if head is not None and len(head.labels) == 2 and (best is None or head.cost < best[0]):
            best = head.cost, lines, head
    if best is None or best[0] > _BEST_COST:
        return None
    rows = _rows(body[best[1] :], columns, words)
    if len(rows) < _FEWEST_ROWS:
        return None
    draft = draft_of(columns, best[2], rows, caption, words)
    if draft is not None:
        draft.first, draft.last = items[at].index, rows[-1].pieces[-1].line
    return draft


def _rows(body: Sequence[Item], columns: int, words: Vocabulary) -> list[Row]:
    """One row for each line of numbers; it ends where text goes on too long or nothing describes the numbers."""
    rows: list[Row] = []
    texts: list[Item] = []
    for item in body:
        if not is_row(item):
            texts.append(item)
            if len(texts) > _MOST_ROW_LINES:
                break
            continue
        if len(item.atoms) != columns or not texts:
            break
        rows.append(
            Row(_label(texts, words), texts[0].index, [Piece(item.index, item.atoms, raw=item.raw)], item.page)
        )
        texts = []
    return rows


def _label(texts: Sequence[Item], words: Vocabulary) -> str:
    """The label before the text: on its own lines, or up to a capital letter inside the first line."""
    parts = texts[0].text.split()
    at = second_cell(parts)
    if at is not None and any(part[-1] in ".,:" for part in parts[1:at]):
        # The capital letter begins a second sentence; the text began before it.
        at = next(i for i in range(1, len(parts)) if parts[i][0].isupper())
    if at is not None and len(parts) > 2:
        return join_texts([" ".join(parts[:at])], words)
    return join_texts([item.text for item in chunks_of(texts)[0]], words)
