"""How messages speak of numbers of things."""

from __future__ import annotations


def counted(count: int, one: str, many: str | None = None) -> str:
    """``1 page is``, ``2 pages are``; ``many`` is ``one`` with an s where it is not given."""
    return f"{count} {one}" if count == 1 else f"{count} {many or one + 's'}"
