"""Sharing the work of one document among processes, without another result.

A stage that falls into parts which know nothing of each other hands them to a :class:`Share` together with what all
of them need, the kit. Whoever runs a part, it is the same function of the same kit, and what comes back is in the
order of the parts. Kits, parts and results travel by pickle.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Protocol, TypeVar

from ingest.sources import Source

K = TypeVar("K")
T = TypeVar("T")


class Share(Protocol):
    """Runs parts of one document's work, some of them in other processes where such are free."""

    @property
    def source(self) -> Source:
        """The document's file: a kit need not carry its bytes."""

    def run(self, kit: K, parts: Sequence[Callable[[K], T]]) -> list[T]:
        """The results of all parts, in their order.

        A part that another process lost or failed at is run here; what it raises here is raised.
        """


def run_parts(share: Share | None, kit: K, parts: Sequence[Callable[[K], T]]) -> list[T]:
    """Runs the parts by ``share``, or one after the other where there is none."""
    return share.run(kit, parts) if share is not None else [part(kit) for part in parts]
