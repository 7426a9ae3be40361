"""The entries of a list of bilag as passages: one a line, and those that one line names together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from extractors.splitting.labels import attachment_label
from extractors.splitting.outline import Outline
from extractors.splitting.sections import run_in
from extractors.splitting.words import FINITE_VERBS
from extractors.text.joining import Passage, passages, slice
from extractors.text.lone_marks import joined_marks
from extractors.text.markers import read_marker
from extractors.text.sentences import sentence_bounds
from schemas.packet import SectionPart, Span

NOTHING = re.compile(
    r"(?:der er )?(?:ingen|intet|ikke|uden)(?: (?:bilag|vedlagt|vedhæftet|relevant|vedhæftede?))*"
    r"(?: (?:til|i|på|under) (?:sagen|punktet|dette punkt|denne sag))?\.?|-+|–|nej\.?"
    r"|(?:(?:bilag|materiale|dokument)(?:et|ene|erne|er)? )?"
    r"(?:eftersendes|(?:udlevere|omdele|præsentere|fremlægge)s på mødet|fremsendes senere)\.?"
    r"|bilag:?|se (?:nedenfor|vedlagte|vedhæftede)(?: \w+)?\.?"
    r"|(?:link til|hent|åbn|vis|se|download)(?: alle)? bilag(?:et|ene)?:?",
    re.IGNORECASE,
)
"""What stands under the heading where nothing is attached, or before the bilag themselves."""

_NEXT_IN_LINE = re.compile(r"[,;.]?\s+(?:og\s)?(?=Bilag\s(?:nr\.\s)?\d{1,2}\s?[:.–-])")
_SEMICOLON = re.compile(r";\s+(?=[A-ZÆØÅ])")
_COUNTED = re.compile(r"(?:\A|\s)(?P<number>\d{1,2})[.):]\s+(?=[A-ZÆØÅ])")
_FILE = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?)\Z", re.IGNORECASE)
_FILES = re.compile(r"\.(?:pdf|docx?|xlsx?|pptx?)(?:[,;]?\s+(?:og\s)?|\Z)", re.IGNORECASE)
"""``Kort.pdf, Priser.xlsx``: names of files beside each other."""

_BRACKETED = re.compile(r"(?:,\s|\sog\s)?(?:[A-Z]|\d{1,2})\s\((?P<title>[^()]{3,})\)")
"""``A (takstblad), B (kort)``: the titles in brackets behind their labels."""


def list_entries(outline: Outline, section: SectionPart) -> Iterator[Passage]:
    """The passages below the heading, and what stands behind it on its line, be it several bilag."""
    first, last = section.span
    heading = run_in(outline.text(first))
    label = attachment_label(outline.text(first))
    whole = heading is not None or (label is not None and label["number"] is not None)
    if not whole and last <= first:
        return
    below = passages(outline.document, Span(first if whole else first + 1, last), outline.furniture)
    texts = [passage for passage in _counted(joined_marks(below)) if passage.kind == "text"]
    for place, passage in enumerate(texts):
        if place == 0 and heading is not None and (opened := run_in(passage.text)) is not None:
            passage = slice(passage, opened.end(), len(passage.text))
            entries = _in_line(passage, behind=True)
            if len(entries) == 1 and (marker := read_marker(passage.text)) is not None:
                entries = [replace(slice(passage, marker.end, len(passage.text)), marker=marker.text)]
            yield from entries
        else:
            yield from _in_line(passage)


def _counted(passages: Sequence[Passage]) -> Iterator[Passage]:
    """The passages, with what looks like notes at the foot of a page read as entries where they are all that stands
    below the heading and count from 1."""
    for place, passage in enumerate(passages):
        if passage.kind != "footnote" or passage.marker != str(place + 1):
            yield from passages[place:]
            return
        shift = len(passage.marker) + 1
        starts = (0, *(start + shift for start in passage.starts[1:]))
        yield replace(passage, kind="text", marker=None, text=f"{passage.marker} {passage.text}", starts=starts)


def _in_line(passage: Passage, *, behind: bool = False) -> list[Passage]:
    """The bilag that one line names: ``1. Budget 2. Takster``, ``Bilag 1: Budget, Bilag 2: Takster``, and
    ``behind`` the heading ``Budget; Takster``."""
    text = passage.text
    cuts = [m.end() for m in _NEXT_IN_LINE.finditer(text)] if "Bilag" in text[1:] else []
    if not cuts and (counted := list(_COUNTED.finditer(text))) and len(counted) > 1:
        numbers = [int(m["number"]) for m in counted]
        if counted[0].start() == 0 and numbers == list(range(1, len(numbers) + 1)):
            bounds = [*(m.end() for m in counted)]
            ends = [*(m.start() for m in counted[1:]), len(text)]
            return [slice(passage, start, end) for start, end in zip(bounds, ends, strict=True)]
    if not cuts and _FILE.search(text) is not None and len(files := list(_FILES.finditer(text))) > 1:
        cuts = [m.end() for m in files[:-1]]
    if not cuts and behind and ";" in text:
        cuts = [m.end() for m in _SEMICOLON.finditer(text)]
    named = list(_BRACKETED.finditer(text)) if behind and not cuts else []
    if named and "".join(m.group() for m in named) == text.rstrip(" ."):
        return [slice(passage, m.start("title"), m.end("title")) for m in named]
    if not cuts and behind:
        cuts = _sentence_cuts(text) or _alike_cuts(text)
    if not cuts:
        return [passage]
    return [_without_comma(slice(passage, start, end)) for start, end in pairwise([0, *cuts, len(text)])]


def _sentence_cuts(text: str) -> list[int]:
    """Where titles end in full stops: ``Aftale 2026. Takstblad``."""
    bounds = sentence_bounds(text)
    titles = [text[start:end] for start, end in bounds]
    return [start for start, _ in bounds[1:]] if not any(map(_is_said, titles)) else []


def _is_said(text: str) -> bool:
    return not FINITE_VERBS.isdisjoint(text.lower().split()) or NOTHING.fullmatch(text) is not None


def _alike_cuts(text: str) -> list[int]:
    """Where titles that open with the same word are set off with commas: ``Takster for mad, Takster for leje``."""
    bounds = [0, *(m.end() for m in _COMMA.finditer(text))]
    firsts = {text[start:].split(maxsplit=1)[0] for start in bounds}
    return bounds[1:] if len(firsts) == 1 and len(firsts.pop()) >= _TELLING else []


_COMMA = re.compile(r",\s+(?:og\s+)?(?=[A-ZÆØÅ])")
_TELLING = 5
"""Letters of a word that two titles open with by no chance."""


def _without_comma(part: Passage) -> Passage:
    end = len(part.text.rstrip(" ,;").removesuffix(" og").rstrip(" ,;"))
    return slice(part, 0, end) if end < len(part.text) else part
