"""One document, several processes: how its owner gets parts of its work done by processes that have none.

The owner is the worker that was given the document. It asks the run whether hands are free; while none are, it
does its parts alone. Then it offers those that are left, and from there on the run deals them out one by one, to
the free workers and to the owner itself. A part whose worker died or failed goes back to the owner: a document
comes to the same result as without help, or to the same end.

Every message is small or is taken at once by a worker that waits for it, so neither side can block the other.
"""

from __future__ import annotations

import logging
import pickle
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from typing import Any, TypeVar

from ingest.sources import Source

log = logging.getLogger(__name__)

K = TypeVar("K")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Ask:
    """Owner to run: are hands free? The answer is True or False."""


@dataclass(frozen=True, slots=True)
class Offer:
    """Owner to run: parts to deal out, and their kit, pickled."""

    kit: bytes
    parts: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class Next:
    """Owner to run: what now? The answer is a :class:`Turn`, as soon as there is one."""


@dataclass(frozen=True, slots=True)
class Turn:
    """Run to owner: do this part (``result`` is None), or take this result. Without ``part`` all are done."""

    part: int | None = None
    result: bytes | None = None


@dataclass(frozen=True, slots=True)
class Part:
    """Run to helper: one part. ``kit`` is None where it is that of the part before."""

    kit: bytes | None
    part: bytes


@dataclass(frozen=True, slots=True)
class Done:
    """Helper to run: the pickled result, None where the part failed."""

    result: bytes | None


Told = Ask | Offer | Next | Done
"""What a worker may say before its document is done."""


class Crew:
    """The owner's side: a :class:`ingest.sharing.Share` over the pipe to the run."""

    def __init__(self, pipe: Connection, source: Source) -> None:
        self.pipe = pipe
        self.source = source

    def run(self, kit: K, parts: Sequence[Callable[[K], T]]) -> list[T]:
        """See :class:`ingest.sharing.Share`."""
        results: dict[int, T] = {}
        while len(results) < len(parts) - 1 and not self._asked(Ask()):
            number = len(results)
            results[number] = parts[number](kit)
        first = len(results)
        if first < len(parts) - 1 and self._offered(kit, parts[first:]):
            while (turn := self._asked(Next())).part is not None:
                number = first + turn.part
                results[number] = parts[number](kit) if turn.result is None else pickle.loads(turn.result)
        return [results[number] if number in results else part(kit) for number, part in enumerate(parts)]

    def _offered(self, kit: K, parts: Sequence[Callable[[K], T]]) -> bool:
        """Offers the parts; False where there is no memory left for it."""
        try:
            offered = tuple(pickle.dumps(part, pickle.HIGHEST_PROTOCOL) for part in parts)
            self.pipe.send(Offer(pickle.dumps(kit, pickle.HIGHEST_PROTOCOL), offered))
        except MemoryError:
            return False
        return True

    def _asked(self, question: Ask | Next) -> Any:
        self.pipe.send(question)
        try:
            return self.pipe.recv()
        except MemoryError:
            self.pipe.close()  # half a message was read: nothing that follows could be understood
            raise


class Helper:
    """The helper's side: runs parts that it is sent and keeps their kit for the next."""

    def __init__(self) -> None:
        self.kit: Any = None

    def forget(self) -> None:
        """Lets go of the kit: another document is next."""
        self.kit = None

    def run(self, order: Part) -> Done:
        """Runs a part. Whatever goes wrong, the owner will see for itself when it runs the part again."""
        try:
            if order.kit is not None:
                self.forget()
                self.kit = pickle.loads(order.kit)
            return Done(pickle.dumps(pickle.loads(order.part)(self.kit), pickle.HIGHEST_PROTOCOL))
        except Exception:  # the boundary: a helper must outlive what it helps with
            log.info("a part failed", exc_info=True)
            return Done(None)


@dataclass(slots=True)
class Shared:
    """The run's side: the parts of one owner's offer that are not done, and the results it has not fetched."""

    offer: Offer
    waiting: deque[int] = field(init=False)
    lost: deque[int] = field(default_factory=deque)
    results: deque[Turn] = field(default_factory=deque)
    out: int = 0
    asking: bool = False

    def __post_init__(self) -> None:
        self.waiting = deque(range(len(self.offer.parts)))

    def deal(self) -> int:
        """The next of the waiting parts, for a helper."""
        self.out += 1
        return self.waiting.popleft()

    def back(self, part: int, done: Done) -> None:
        """Takes back a part from a helper, done or lost."""
        self.out -= 1
        if done.result is None:
            self.lost.append(part)
        else:
            self.results.append(Turn(part, done.result))

    def turn(self) -> Turn | None:
        """What the owner is to do now; None where it must wait for a helper."""
        if self.results:
            return self.results.popleft()
        if self.lost:
            return Turn(self.lost.popleft())
        if self.waiting:
            return Turn(self.waiting.popleft())
        return None if self.out else Turn()
