"""What the columns of a table of goals hold, by the words of their heads."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Literal

import regex

from schemas.language import lexicon

ColumnKind = Literal["label", "target", "result", "fulfilment", "verdict", "other"]

HEADS: tuple[tuple[ColumnKind, str], ...] = (
    ("fulfilment", r"(?:mål)?opfyldelse(?:sgrad)?\b|målopnåelse|realiseringsgrad|indfrielsesgrad|opfyldt i"),
    (
        "target",
        r"(?!spørgsmål|formål)(?:[a-zæøå]+(?=mål))?mål(?:tal|tallet|et|sætning|niveau|værdi)?\b(?!\s*(?:gruppe|opfyld|nr))|målsat\w*\b|"
        r"target\b|krav\b|kravet\b|ambition\w*\b|aftalt\b|loft\b",
    ),
    (
        "result",
        r"(?:års)?resultat(?:et|er)?\b|opnå(?:et|ede)\b|realiseret\b|realiserede\b|faktisk\b|status\b(?=.*\d)|gennemført\b|udfald\b|målt\b|"
        r"nået\b(?=.*\d)|aktuel\w*\b|år til dato|foreløbig\w*\b|opgjort\b",
    ),
    ("verdict", r"status\b|vurdering\b|opfyldt\b|nået\b|trafiklys\b|lys\b|farve\b|smiley|indfriet\b|i mål\b"),
)
"""Kinds of columns by the beginning of their head, tried in this order."""

_HEADS = tuple((kind, regex.compile(pattern, regex.IGNORECASE)) for kind, pattern in HEADS)
_YEAR = regex.compile(r"20\d\d")
_ONLY_TARGETS = regex.compile(
    r"(?:måltal|årsmål|resultatmål)(?:\s(?:for|i)?\s?20\d\d)?|mål\s20\d\d", regex.IGNORECASE
)
_TARGETS_LISTED = regex.compile(r"(?:nr\.?\s|#\s)?\w*(?:måltal(?:lene)?|mål)", regex.IGNORECASE)
"""The head of a column of labels that says that the values beside it are targets."""
_LEVEL = regex.compile(r"niveau|værdi|måltal|krav|tal|mål|grænse", regex.IGNORECASE)
_BARE = regex.compile(
    r"(?:del|resultat|effekt|hoved|indsats)?mål|målsætning|kpi|indikator|nr\.?|område|indsats(?:område)?|aktivitet|emne|tema",
    regex.IGNORECASE,
)
"""Heads of columns of labels."""
_WHOLE_YEAR = regex.compile(
    r"i alt|(?:hele )?året(?: i alt)?|årets? (?:i alt|resultat)|total|samlet|år til dato", regex.IGNORECASE
)
_PART_OF_YEAR = regex.compile(
    r"(?:[1-4]\.?\s?(?:kvt|kvartal|kv)\.?|q[1-4]|[12]\.\s(?:halvår|tertial)|h[12]|"
    r"(?:jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)[a-z.]*)(?:\s20\d\d)?",
    regex.IGNORECASE,
)
_RESULT_HEAD = regex.compile(dict(HEADS)["result"], regex.IGNORECASE)
NUMBER_HEADS = frozenset({"nr.", "nr", "#", "id", "no."})
"""Heads of a first column that only numbers the rows: it and the next are one label."""
MOST_COLUMNS = 9
"""Columns of a table of goals."""
LONGEST_HEAD = 60
"""Characters of a head."""


@dataclass(frozen=True, slots=True)
class Head:
    """The columns of a table: the kind of each; ``pairs`` are the places of the target columns, each with that of
    its result (None where the table has none for its year) and the year. ``numbered``: the first two columns are
    one. ``labels`` are the columns of labels before the values, 0 where the targets themselves say what they are
    of."""

    kinds: tuple[ColumnKind, ...]
    pairs: tuple[tuple[int, int | None, int | None], ...]
    numbered: bool = False
    labels: int = 1


def columns_of(cells: list[str]) -> Head | None:
    """The columns of a head; None where the line is no head of such a table."""
    numbered = bool(cells) and cells[0].lower() in NUMBER_HEADS
    if numbered:
        cells = [" ".join(cells[:2]), *cells[2:]]
    if (alone := _targets_alone(cells)) is not None:
        return replace(alone, numbered=numbered)
    if not 2 <= len(cells) <= MOST_COLUMNS or any(len(cell) > LONGEST_HEAD for cell in cells):
        return None
    kinds: list[ColumnKind] = [kind_of_head(cell) for cell in cells]
    labels = 1
    while labels < len(cells) - 1 and _BARE.fullmatch(cells[labels]) and "target" in kinds[labels + 1 :]:
        labels += 1
    stated = len(cells) > 1 and kinds[0] == "target" and "target" not in kinds[1:] and "result" in kinds[1:]
    if stated and (_YEAR.search(cells[0]) or len(cells[0].split()) > 1):
        labels = 0
    kinds[:labels] = ["label"] * labels
    if labels and len(cells) < 3:
        return None
    if "result" not in kinds and sum(_PART_OF_YEAR.fullmatch(cell) is not None for cell in cells) > 1:
        kinds = ["result" if _WHOLE_YEAR.fullmatch(cell) else kind for cell, kind in zip(cells, kinds, strict=True)]
    years = [int(named[0]) if (named := _YEAR.search(cell)) else None for cell in cells]
    targets = [place for place, kind in enumerate(kinds) if kind == "target"]
    results = [place for place, kind in enumerate(kinds) if kind == "result"]
    if not targets or not results:
        return None
    if len(targets) == len(results) == 1:
        year = years[targets[0]] or years[results[0]] or next((y for y in years if y), None)
        return Head(tuple(kinds), ((targets[0], results[0], year),), numbered, labels)
    # Several years side by side: each target has the result of its year.
    if None in [years[place] for place in (*targets, *results)]:
        return None
    pairs = []
    for place in targets:
        same = [result for result in results if years[result] == years[place]]
        pairs.append((place, same[0] if same else None, years[place]))
    if len({year for *_, year in pairs}) < len(pairs) or all(result is None for _, result, _ in pairs):
        return None
    return Head(tuple(kinds), tuple(pairs), numbered, labels)


def with_second_line(head: Head, cells: list[str]) -> Head | None:
    """The head with its second line, which divides the column of results: ``1. halvår``, ``2. halvår``, ``Hele
    året``. None where the line is no such one."""
    target_at, result_at, year = head.pairs[0]
    if len(cells) < 2 or len(head.pairs) != 1 or result_at is None:
        return None
    parted = [_PART_OF_YEAR.fullmatch(cell) is not None for cell in cells]
    whole = [place for place, cell in enumerate(cells) if _WHOLE_YEAR.fullmatch(cell)]
    if not any(parted) or len(whole) != 1 or sum(parted) + 1 != len(cells):
        return None
    inner: list[ColumnKind] = ["result" if place == whole[0] else "other" for place in range(len(cells))]
    kinds = (*head.kinds[:result_at], *inner, *head.kinds[result_at + 1 :])
    moved = target_at if target_at < result_at else target_at + len(cells) - 1
    return replace(head, kinds=kinds, pairs=((moved, result_at + whole[0], year),))


def kind_of_head(cell: str) -> ColumnKind:
    """What a column holds, by the words of its head: those that aim head targets, those of what came about
    results."""
    words = list(regex.findall(r"[^\W\d_]+", cell.lower()))
    signs = [lexicon().signs(word) for word in words]
    if (
        len(words) > 1
        and signs[-1] & {"fulfilled", "reached"}
        and any(sign & {"goal", "pledge"} for sign in signs[:-1])
    ):
        return "verdict"  # `Måltal indfriet`
    known = next((kind for kind, pattern in _HEADS if pattern.match(cell)), None)
    if known is not None:
        return known
    if signs and signs[0] & {"goal", "aiming", "pledge"}:
        return "target"
    done = signs and signs[0] & {"outcome", "reached", "result"} and words[0] not in ("er", "har", "i")
    return "result" if done else "other"


def _targets_alone(cells: list[str]) -> Head | None:
    """The head of a table of targets without results, of one year or of several side by side."""
    if not 2 <= len(cells) <= 6 or _RESULT_HEAD.match(cells[0]):
        return None
    years_of_targets = _TARGETS_LISTED.fullmatch(cells[0]) and all(_YEAR.fullmatch(cell) for cell in cells[1:])
    levels = len(cells) == 2 and _TARGETS_LISTED.fullmatch(cells[0]) and _LEVEL.fullmatch(cells[1])
    if not (years_of_targets or levels) and not all(_ONLY_TARGETS.fullmatch(cell) for cell in cells[1:]):
        return None
    found = [_YEAR.search(cell) for cell in cells]
    told = tuple((place, None, int(y[0]) if (y := found[place]) else None) for place in range(1, len(cells)))
    if len({year for *_, year in told}) < len(told):
        return None
    kinds: list[ColumnKind] = ["label"]
    kinds += ["target"] * len(told)
    return Head(tuple(kinds), told)
