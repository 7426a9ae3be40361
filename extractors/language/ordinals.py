"""Ordinal numbers in words."""

from __future__ import annotations

ORDINALS: dict[str, int] = {
    "første": 1, "andet": 2, "anden": 2, "tredje": 3, "fjerde": 4, "femte": 5, "sjette": 6, "syvende": 7,
    "ottende": 8, "niende": 9, "tiende": 10,
}  # fmt: skip
"""Their value by the word in lower case."""
