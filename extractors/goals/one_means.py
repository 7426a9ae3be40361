"""The one by whom, or in which, something is done: nothing that is counted."""

from __future__ import annotations

from extractors.goals.context import Context

_BEFORE = frozenset({"af", "via", "gennem", "hos", "under", "i", "på"})
"""Words before the one that does something or holds it."""


def is_one_means(context: Context) -> bool:
    """``Borgerne mødes af én indgang``, ``alt samles i ét hus``; not ``der holdes ét møde``, nor ``mindst én``."""
    quantity = context.quantity
    if not quantity.worded or quantity.value != 1 or quantity.comparator is not None:
        return False
    return bool(context.preceding) and context.preceding[-1].lower in _BEFORE
