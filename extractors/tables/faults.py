"""What a fault costs while tables are read: the table at hand, told with its lines; the others are kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from schemas.errors import TableFailed
from schemas.packet import Packet
from schemas.records import Finding, place

T = TypeVar("T")

FAULTS: tuple[type[Exception], ...] = (
    ArithmeticError,
    AssertionError,
    AttributeError,
    LookupError,
    RuntimeError,
    TypeError,
    ValueError,
)
"""What a bug raises over one table. What ends a whole stage is none of them: memory that runs out (``MemoryError``)
and the time of the document (``LimitExceeded``)."""


class Faults:
    """Gathers what goes wrong: ``findings`` name the lines (or the page of a PDF) of each table that failed."""

    def __init__(self, packet: Packet) -> None:
        self._packet = packet
        self.findings: list[Finding] = []

    def kept(self, first: int, last: int, work: Callable[[], T]) -> T | None:
        """What ``work`` makes of the lines from ``first`` to ``last``; None where it fails on them."""
        try:
            return work()
        except FAULTS as fault:
            self._tell(first, last, fault)
            return None

    def _tell(self, first: int, last: int, fault: Exception) -> None:
        lines = self._packet.lines
        top, foot = lines[first], lines[last]
        edges = (top.page, foot.page) if top.number is None else (top.number, foot.number)
        where = f"{'page' if top.number is None else 'line'} {'–'.join(str(edge) for edge in dict.fromkeys(edges))}"
        error = TableFailed(f"Tables on {where} failed: {_named(fault)}", "Their numbers may be left out")
        finding = Finding(
            rule=error.rule,
            severity="error",
            message=str(error),
            **place(top, paged=self._packet.document.paged),
        )
        if finding not in self.findings:
            self.findings.append(finding)


def kept(faults: Faults | None, first: int, last: int, work: Callable[[], T]) -> T | None:
    """The same; a fault goes on where nobody gathers them."""
    return work() if faults is None else faults.kept(first, last, work)


def _named(fault: Exception) -> str:
    """The class of a fault and the module and line it was raised at."""
    trace = fault.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    where = f" in {trace.tb_frame.f_globals.get('__name__')}, line {trace.tb_lineno}" if trace is not None else ""
    return f"{type(fault).__name__}{where}"
