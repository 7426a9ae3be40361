"""What speaks for and against a stretch of lines being a table."""

from __future__ import annotations

import re
from decimal import Decimal
from itertools import pairwise

from extractors.tables.flat.columns import unit_text, value_of
from extractors.tables.flat.draft import Draft
from extractors.tables.flat.groups import municipality_name
from extractors.tables.flat.head import single_head_cost
from extractors.tables.flat.regions import words_of
from extractors.tables.flat.words import CONTENTS_WORDS
from schemas.places import find_municipality, municipality_by_code

_WORST_HEAD = 1.0
"""A head that fits worse puts numbers under the wrong words."""
_FEWEST_CODES = 3
_MOST_SUMMED = 300
"""So many rows above a total are looked at."""


def weigh(draft: Draft) -> None:
    """Sets ``evidence`` and ``reasons`` of a draft."""
    points = 0.0
    reasons = []

    def count(weight: float, reason: str, holds: bool) -> None:
        nonlocal points
        if holds:
            points += weight
            reasons.append(reason)

    rows, head = draft.rows, draft.head
    labels = [row.label for row in rows]
    named = [label for label in labels if label]
    paths = {path.path for path in draft.paths if path is not None}
    count(2.0, "numbered caption", draft.caption is not None and draft.caption.table_no is not None)
    fitting = head is not None and head.cost <= 0.75
    count(2.0 if draft.columns > 1 else 1.0, "head fits", fitting)
    count(0.5, "head", head is not None and not fitting)
    count(-8.0, "heads do not fit the columns", head is not None and head.cost > _WORST_HEAD)
    count(
        1.0, "single head names a measure", head is not None and draft.columns == 1 and single_head_cost(head) == 0
    )
    count(1.0, "complete rows", draft.complete >= 0.8)
    count(1.0, "several columns", draft.columns > 1)
    count(0.5, "several rows", len(rows) >= 3)
    count(-1.5, "one row", len(rows) == 1)
    proved = draft.total_column is not None or any(
        path is not None and path.total and _proved(k, draft) for k, path in enumerate(draft.paths)
    )
    count(2.0, "sums", proved)
    units = {unit_text(atom.text) for row in rows for atom, _ in row.atoms}
    count(0.5, "one unit", len(units) == 1 and units != {""})
    places = sum(find_municipality(municipality_name(label)) is not None for label in named)
    count(1.5, "one column set apart", draft.columns == 1 and _is_set_apart(draft))
    count(2.0, "municipalities", places >= 5 and places >= 0.6 * len(named))
    count(-2.0, "rows without label", len(labels) - len(named) > 0.2 * len(labels))
    count(-1.5, "labels begin small", sum(label[0].islower() for label in named) > 0.3 * len(named))
    count(-1.5, "long labels", sum(len(words_of(label)) for label in named) > 8 * max(1, len(named)))
    count(-3.0, "page numbers", _like_page_numbers(draft))
    count(-6.0, "below «Indhold»", any(_CONTENTS.fullmatch(text) for row in rows for text, _ in row.groups))
    count(-3.0, "telephone numbers", _like_phones(draft, headed=fitting))
    count(-8.0, "columns without heads", draft.columns > 1 and head is None)
    count(
        -5.0,
        "rows in labels",
        sum(label.count(".") > 1 and len(_AMOUNT.findall(label)) > 1 for label in named) > 0.2 * len(named),
    )
    count(
        -3.0,
        "amounts in labels",
        sum("." in label and _SUM.search(label) is not None for label in named) > 0.2 * len(named),
    )
    groups = [text for row in rows for text, _ in row.groups]
    count(-4.0, "values in labels", any(row.text_label and row.surplus > 1 and row.label for row in rows))
    count(-6.0, "rows in groups", any(text.count(".") > 1 and len(_AMOUNT.findall(text)) > 1 for text in groups))
    count(-6.0, "codes", _like_codes(draft))
    count(-4.0, "tables abreast", sum(_ABREAST.search(label) is not None for label in named) > 0.3 * len(named))
    count(
        -4.0,
        "numbers in labels below no head",
        draft.columns == 1 and head is None and any(r.surplus for r in rows),
    )
    count(-2.0, "bullets", sum(label[0] in _BULLETS and label[1:2] == " " for label in named) > 0.3 * len(named))
    count(-2.0, "labels repeat", len(named) >= 4 and len(paths) <= len(named) / 4)
    draft.evidence, draft.reasons = points, reasons


_AMOUNT = re.compile(r"(?<![\d.,(])\d{1,3}(?:\.\d{3})+(?![\d.,])")
_SUM = re.compile(rf"(?<!\bpr\. )(?<!\bper ){_AMOUNT.pattern}")
"""An amount that is not what a rate is reckoned by (``Besøg pr. 1.000 gæster``)."""
_ABREAST = re.compile(r"\b([^\W\d_]{4,}) (?:[\d.,%–-]+ )+\1\b")
"""``Lærere 112 134 Lærere``: the end of a row and the start of another beside it."""
_CONTENTS = re.compile(r"indhold|indholdsfortegnelse", re.IGNORECASE)
_BULLETS = "•·o"


def _is_set_apart(draft: Draft) -> bool:
    """True for values far behind their labels that all end or begin at one letter: a column without a head."""
    if len(draft.rows) < _FEWEST_SET_APART or any(len(row.pieces) != 1 or row.count != 1 for row in draft.rows):
        return False
    pieces = [row.pieces[0] for row in draft.rows]
    atoms = [piece.atoms[0] for piece in pieces]
    white = (piece.raw[: atom.start] for piece, atom in zip(pieces, atoms, strict=True))
    if not all(before.strip() and before.endswith("   ") for before in white):
        return False
    if any(atom.text[0].isalpha() for atom in atoms):
        return False  # ``mindst 90``: what is demanded, in a table of text
    return len({atom.end for atom in atoms}) == 1 or len({atom.start for atom in atoms}) == 1


_FEWEST_SET_APART = 4


def _proved(k: int, draft: Draft) -> bool:
    row = draft.placed[k]
    if row is None or k < 2:
        return False
    for c, cell in enumerate(row):
        target = value_of(cell[0]) if cell is not None else None
        if not target:
            continue
        above = [other[c] for other in draft.placed[max(0, k - _MOST_SUMMED) : k] if other is not None]
        values = [v for v in (value_of(cell[0]) for cell in above if cell is not None) if v is not None]
        total = Decimal(0)
        for count, value in enumerate(reversed(values), 1):
            total += value
            if count > 1 and abs(total - target) <= abs(target) / 20000:
                return True
    return False


def _like_page_numbers(draft: Draft) -> bool:
    if draft.columns > 1:
        return False
    values = [value_of(row.atoms[0][0]) for row in draft.rows if row.atoms]
    if len(values) < 3 or any(v is None or v != v.to_integral_value() or not 0 <= v <= 900 for v in values):
        return False
    texts = " ".join([*draft.head_texts, (draft.caption.title or "") if draft.caption else ""])
    rising = all(a <= b for a, b in pairwise(v for v in values if v is not None))
    plain = all(row.atoms[0][0].text.isdecimal() for row in draft.rows if row.atoms)
    return plain and rising and (draft.head is None or CONTENTS_WORDS.search(texts) is not None or len(values) >= 5)


def _like_codes(draft: Draft) -> bool:
    """True where the only column holds the codes of municipalities, which name rows and count nothing."""
    if draft.columns > 1 or len(draft.rows) < _FEWEST_CODES:
        return False
    codes = sum(municipality_by_code(atom.text) is not None for row in draft.rows for atom, _ in row.atoms)
    return codes >= 0.8 * len(draft.rows)


def _like_phones(draft: Draft, *, headed: bool) -> bool:
    """True for rows of eight digits, in one number or in pairs; pairs below as many heads that fit are values."""
    texts = [[atom.text for atom, _ in row.atoms] for row in draft.rows]
    pairs = [] if headed else [row for row in texts if len(row) >= 4]
    groups = sum(all(len(text) == 2 and text.isdecimal() for text in row) for row in pairs)
    long = sum(any(len(text) == 8 and text.isdecimal() for text in row) for row in texts)
    return groups + long > 0.5 * len(texts)
