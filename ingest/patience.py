"""Breaking off a stage of a document that is past its time, so that what other stages gave is kept.

Whoever watches the clock calls :func:`hurry` in the process that works on the document (a worker does so at a
signal of the run). Stages that touch nothing but their own document run inside of :func:`breakable`: one at work is
broken off, later ones do not begin. Everything else, such as talking to another process, is left to end.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from schemas.errors import LimitExceeded


class _Clock:
    late = False
    breakable = False


def start() -> None:
    """A new document: there is time."""
    _Clock.late = _Clock.breakable = False


def hurry() -> None:
    """The document is past its time.

    Raises:
        LimitExceeded: where a stage is at work that may be broken off.
    """
    _Clock.late = True
    if _Clock.breakable:
        _give_up()


@contextmanager
def breakable() -> Iterator[None]:
    """Runs work that may be broken off at any place.

    Raises:
        LimitExceeded: the document is past its time, before this work or while it ran.
    """
    if _Clock.late:
        _give_up()
    _Clock.breakable = True
    try:
        yield
    finally:
        _Clock.breakable = False


def _give_up() -> None:
    raise LimitExceeded("The document takes longer than it may", "Raise --seconds")
