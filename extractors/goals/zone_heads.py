"""Headings of goals that are not called *mål*: ``Leverance 3.1``, ``Resultatkrav 2: …``, ``§ 4. Leverancer``."""

from __future__ import annotations

import re

import regex

from schemas.language import lexicon

_FIRST_WORD = re.compile(r"[A-ZÆØÅ][a-zæøå]+(?=\s\d)")
_CLAUSE = regex.compile(r"§\s?(?P<no>\d{1,2})\.?\s+(?P<title>\p{Lu}[^.:;\d]{2,60})$")


def named_goal(text: str) -> str:
    """The text with *Mål* in the place of another name of a numbered goal; else as it is."""
    first = _FIRST_WORD.match(text)
    if first is None or "heading" not in lexicon().signs(first[0].lower()):
        return text
    return f"Mål{text[first.end() :]}"


def clause_of_goals(text: str) -> tuple[str, str] | None:
    """Number and title of the clause of an agreement that holds its goals; None for any other line."""
    match = _CLAUSE.match(text) if text[:1] == "§" else None
    if match is None or not any("headings" in lexicon().signs(word) for word in match["title"].lower().split()):
        return None
    return match["no"], match["title"]
