"""Dates that packets print in other languages: English and Swedish papers are bound in as bilag.

Patterns pick the spans, dateparser says what they mean; in strict mode it takes nothing that is not whole.
"""

from __future__ import annotations

import re

ENGLISH = "January|February|March|April|May|June|July|August|September|October|November|December"
SWEDISH = "januari|februari|mars|augusti"
"""Swedish months that are spelled otherwise in Danish."""

_YEAR = r"(?:19|20)\d\d"

FOREIGN_DAY = re.compile(
    rf"(?<![\w.])(?:(?:{ENGLISH})\s\d{{1,2}}(?:st|nd|rd|th)?,?\s{_YEAR}"
    rf"|\d{{1,2}}(?:st|nd|rd|th)(?:\sof)?\s(?:{ENGLISH}),?\s{_YEAR}"
    rf"|\d{{1,2}}\s(?:January|February|March|May|June|July|October),?\s{_YEAR}"
    rf"|\d{{1,2}}\s(?:{SWEDISH})\s{_YEAR})(?!\w)"
)
"""A day with an English or Swedish month, in an order or spelling that is not Danish."""


def foreign_day(match: re.Match[str]) -> str | None:
    """The ISO day of a match of :data:`FOREIGN_DAY`; None where there is no such day."""
    import dateparser

    found = dateparser.parse(
        match.group().replace(" of ", " "),
        languages=["en", "sv"],
        settings={"STRICT_PARSING": True, "DATE_ORDER": "DMY"},
    )
    return found.date().isoformat() if found else None
