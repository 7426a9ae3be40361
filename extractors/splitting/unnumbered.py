"""The headed parts of an agenda or of minutes that give their cases no numbers: web pages print the titles as links
that their text has lost.

Whose case a part is, is not told, so the parts are of no item; that something is recommended and decided there is.
"""

from __future__ import annotations

import re

from extractors.splitting.meeting import body_of_line
from extractors.splitting.neighbours import is_paper
from extractors.splitting.outline import Outline
from extractors.splitting.sections import find_sections, opened_section
from extractors.splitting.words import CORE_SECTIONS, KIND_WORDS
from schemas.packet import AgendaItem, SectionPart, Span

_FEWEST = 2
"""Headings that are an agenda's, at least, one of them over what is recommended."""
_HEAD = 12
_LABEL = re.compile(r"(?:mødedato|mødested|mødetid(?:spunkt)?|udvalg|sags-?id|sagsnr)\b", re.IGNORECASE)
_KINDS = frozenset((*KIND_WORDS["dagsorden"], *KIND_WORDS["referat"]))


def loose_sections(outline: Outline) -> tuple[SectionPart, ...]:
    """The sections of a paper without items, in order, where it holds what is recommended and tells of a meeting:
    on its first lines or by what was decided. None of any other paper."""
    if not outline.printed or is_paper(outline):
        return ()
    names = [name for text in outline.printed_texts if (name := opened_section(text)) in CORE_SECTIONS]
    if "Indstilling" not in names or len(set(names)) < _FEWEST:
        return ()
    if "Beslutning" not in names and not any(map(_of_meeting, outline.printed_texts[:_HEAD])):
        return ()
    whole = AgendaItem("", "", span=Span(outline.printed[0], outline.printed[-1]))
    return find_sections(outline, [whole])


def _of_meeting(text: str) -> bool:
    """True for a line that says that a meeting's paper follows: ``Mødedato: …``, ``Dagsorden``, ``Byrådet``."""
    words = text.lower().split(maxsplit=1)
    return bool(words) and (
        words[0].rstrip(":,.") in _KINDS or _LABEL.match(text) is not None or body_of_line(text) is not None
    )
