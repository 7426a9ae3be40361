"""Signals that come at a bad moment.

Python runs a handler wherever it next runs anything. Within a call of DuckDB that is a callback that hands over
rows: what is raised there is lost, and so may be the rows. Or DuckDB asks for signals itself, and makes another
error of what is raised.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeVar

INTERRUPTED = "Query interrupted"
"""What DuckDB says of a query that Ctrl-C ended."""
TICK = 0.1
"""Seconds within which Ctrl-C is heard."""
T = TypeVar("T")

STOPS = (signal.SIGINT, signal.SIGTERM)


@contextmanager
def held() -> Iterator[None]:
    """Puts off what handlers of Python do about Ctrl-C and SIGTERM until the block is over, however it ends.

    Signals that Python has no handler for do what they always do. Other threads than the main one hear none.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    noted: list[int] = []
    handlers: dict[int, Callable[[int, Any], Any]] = {}
    for stop in STOPS:
        if callable(handler := signal.getsignal(stop)):
            handlers[stop] = handler
            signal.signal(stop, lambda heard, _: noted.append(heard))
    try:
        yield
    finally:
        for number, handler in handlers.items():
            signal.signal(number, handler)
        for heard in noted:
            handlers[heard](heard, None)


def interruptible(work: Callable[[], T], stop: Callable[[], None]) -> T:
    """What ``work`` returns. It runs in a thread of its own, so that Ctrl-C is heard however long a call takes:
    while its own threads work, DuckDB may ask for signals no more. ``stop`` ends the call.

    Raises:
        RuntimeError: ``INTERRUPTED``, once it has ended.
    """
    from concurrent.futures import ThreadPoolExecutor, wait  # --help and its like never need it

    with ThreadPoolExecutor(max_workers=1) as pool:
        asked = pool.submit(work)
        try:
            while not wait([asked], timeout=TICK).done:
                pass
        except KeyboardInterrupt:
            stop()
            wait([asked])
            raise RuntimeError(INTERRUPTED) from None
        return asked.result()
