"""Lists that are tables in substance."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.tables.flat_lines import Item
from extractors.tables.grid import Grid
from extractors.vocabulary import Vocabulary


def find_lists(items: Sequence[Item], words: Vocabulary) -> list[Grid]:
    """Lists of labels and numbers under a title."""
    return []
