"""Danish word lists that joining and cutting of text stand on; the words are in ``schemas/data``."""

from __future__ import annotations

from importlib.resources import files


def _read(name: str) -> list[str]:
    text = files("schemas").joinpath("data", name).read_text("utf-8")
    return [line for line in text.splitlines() if line and not line.startswith("#")]


_abbreviations = _read("abbreviations.txt")

ABBREVIATIONS = frozenset(word.removeprefix("+ ") for word in _abbreviations)
"""Abbreviations with a point, lower-cased, without their last point."""

CLOSING_ABBREVIATIONS = frozenset(word[2:] for word in _abbreviations if word.startswith("+ "))
"""Those that end sentences now and then: ``… 4 mio. kr. Det …``."""

OPENERS = frozenset(_read("openers.txt"))
"""Small words with a capital, as they open sentences."""

DANGLING = frozenset(_read("dangling.txt"))
"""Words, lower-cased, with their points, after which a line goes on."""

MONTHS = frozenset(
    (
        *("januar", "februar", "marts", "april", "maj", "juni", "juli", "august", "september", "oktober"),
        *(
            "november",
            "december",
            "jan",
            "feb",
            "mar",
            "apr",
            "jun",
            "jul",
            "aug",
            "sep",
            "sept",
            "okt",
            "nov",
            "dec",
        ),
    )
)
"""Names of months and their abbreviations, lower-cased, without points."""
