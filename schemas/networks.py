"""Small networks that weigh signals: learned from written examples, kept as data.

A signal is there or not. Each network adds up what its signals say to some hidden sums, of which those above zero
speak for each kind; signals speak for the kinds directly as well. Several networks, learned alike, are asked, and
their answers averaged. All sums are of whole numbers, so that every machine comes to the same.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from math import exp

import numpy as np
from numpy.typing import NDArray

SCALE = 256
"""What the weights are multiplied with to be whole."""
MOST = 500.0
"""Differences above which the lesser of two likelihoods is none."""

Sums = NDArray[np.int64]
"""For each network its hidden sums, then what is said directly of each kind."""


@dataclass(frozen=True)
class Networks:
    """``rows`` holds what each signal adds, a row each, found by ``at``; ``start`` is what holds before any signal
    is seen; ``outer`` (networks, hidden sums, kinds) is what the hidden sums say. ``corpus`` names the content of
    the papers that all was learned from."""

    corpus: str
    at: Mapping[str, int]
    rows: NDArray[np.int16]
    start: Sums
    outer: NDArray[np.int64]

    def added(self, sums: Sums, signals: Iterable[str]) -> Sums:
        """The sums with what these signals add; a signal that is not known says nothing."""
        at = self.at
        known = [place for signal in signals if (place := at.get(signal)) is not None]
        if not known:
            return sums
        found: Sums = sums + np.add.reduce(self.rows.take(known, axis=0), axis=0, dtype=np.int64)
        return found

    def likelihoods(self, sums: Sums) -> list[float]:
        """How likely each kind is, 0 to 1, in the order of the kinds; together they are 1."""
        count, hidden, kinds = self.outer.shape
        each = sums.reshape(count, hidden + kinds)
        above = np.maximum(each[:, :hidden], 0)
        said = np.einsum("nh,nhk->nk", above, self.outer) + each[:, hidden:] * SCALE
        shares = [_shares([value / SCALE**2 for value in row]) for row in said.tolist()]
        return [sum(share) / count for share in zip(*shares, strict=True)]


def _shares(values: list[float]) -> list[float]:
    most = max(values)
    raised = [exp(value - most) if value > most - MOST else 0.0 for value in values]
    whole = sum(raised)
    return [value / whole for value in raised]


def read_networks(name: str) -> Networks:
    """The networks of a data file that ``bench/learning.py`` made."""
    with (files("schemas") / "data" / name).open("rb") as handle, np.load(handle, allow_pickle=False) as data:
        signals = data["signals"].tobytes().decode("utf-8").split("\n")
        corpus = data["corpus"].tobytes().decode("utf-8")
        return Networks(
            corpus,
            {signal: place for place, signal in enumerate(signals)},
            data["rows"],
            data["start"].astype(np.int64),
            data["outer"].astype(np.int64),
        )


@cache
def number_networks() -> Networks:
    """How likely a number is neither, a target or a result, by the signals of :mod:`extractors.goals.signals`."""
    return read_networks("number_weights.npz")
