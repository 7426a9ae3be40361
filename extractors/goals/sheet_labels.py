"""Labels of goal sheets (``Metode …``, ``Resultat: …``) at the beginning of a line."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

import regex

from extractors.goals.flat_heads import cut_heads
from extractors.goals.mark import Mark
from extractors.goals.numbered import WHEN
from extractors.text.markers import BULLETS
from schemas.language import lexicon

_MARKUP = regex.compile(r"^[\s*_#]+")
MARKUP_SIGNS = frozenset("*_#")
"""Signs of markup before a line."""
_NAME = r"(?P<label>[A-ZÆØÅ][a-zæøå]+(?:\s[a-zæøåA-ZÆØÅ]+){0,4}?)"
_BEHIND = (
    rf"(?:\s(?:(?:pr\.|ultimo|primo|medio|i|for)\s)?[^:\t]{{0,16}}20\d\d(?=:)|{WHEN}(?=:))?"
    r"(?P<gap>\s*[:\t]\s*|\s{2,}|\s+(?=[A-ZÆØÅ\d”\"“»«\p{So}]))?(?P<rest>(?<=[\s:]).*)?$"
)
LABEL = regex.compile(_NAME + _BEHIND)
"""A label with what stands behind it."""
LONGEST_LABEL = 60
"""Characters in which the colon of a label stands."""
_FIRST_WORD = re.compile(r"[A-ZÆØÅ][a-zæøå]+")


def bare(text: str) -> str:
    """A line without the signs of markup around it."""
    text = text.lstrip()
    if text[:1] in MARKUP_SIGNS:
        text = _MARKUP.sub("", text)
    return text.rstrip("*_ \t\r")


@cache
def _labels_by_word() -> Mapping[str, tuple[str, ...]]:
    """The labels by their first word: cheap to ask of a line."""
    found: dict[str, tuple[str, ...]] = {}
    for label in lexicon().labels:
        first = label.split()[0]
        found[first] = (*found.get(first, ()), label)
    return found


@cache
def _named(label: str) -> regex.Pattern[str]:
    return regex.compile(f"(?P<label>{regex.escape(label)}){_BEHIND}")


def label_mark(index: int, text: str, offset: int, goal: str) -> Mark | None:
    """The mark of the label that a line begins with, also behind the bullet of a list (``• Metode: …``); None where
    it begins with none."""
    if text[:1] in BULLETS and text[1:2].isspace():
        said = text[1:].lstrip()
        if ":" not in said[:LONGEST_LABEL]:
            return None
        offset, text = offset + len(text) - len(said), said
    if text[-1:] == "?" and (asked := lexicon().labels.get(text[:-1].rstrip())) is not None:
        return Mark(index, "label", goal, offset=offset + len(text), label=asked)  # `Hvor langt er vi?`
    first = _FIRST_WORD.match(text)
    known = _labels_by_word().get(first[0], ()) if first is not None else ()
    if not text.startswith(known):
        return None
    match = LABEL.match(text)
    if match is not None and match["label"] not in known:
        # the words of the time may be taken for those of a label, and the other way round
        match = _named(max((label for label in known if text.startswith(label)), key=len)).match(text)
    if match is not None:
        label = match["label"]
        name = lexicon().labels.get(label)
        apart = match["gap"] is not None and (":" in match["gap"] or "\t" in match["gap"] or len(match["gap"]) > 1)
        if name is not None and not apart and _is_head_of_table(text):
            return None
        if name is not None and not (match["rest"] and match["rest"][0].islower() and not apart):
            rest = match["rest"] or ""
            return Mark(
                index, "label", goal, offset=offset + (match.start("rest") if rest else len(text)), label=name
            )
    return None


def _is_head_of_table(text: str) -> bool:
    """``Indikator Måltal 2031 Status Vurdering``: a line of nothing but heads of columns, no label of what
    follows."""
    if text[-1:] in ".:;," or len(text) > LONGEST_HEAD:
        return False
    return any(cut_heads(text, width, worded=worded) is not None for width in (2, 3) for worded in (True, False))


LONGEST_HEAD = 80
"""Characters of a line of heads."""
