"""What speaks for a target and a result being a pair: weights learned from written examples, as data.

``data/pair_weights.json`` holds how far each signal of :mod:`extractors.goals.candidates` speaks for a pair, in
thousandths of a natural logarithm. ``bench/train_numbers.py`` makes the file from the papers of ``tests/corpus``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True)
class PairWeights:
    """How far a signal of a target and a result speaks for their being a pair."""

    corpus: str
    start: float
    of: Mapping[str, float]


@cache
def pair_weights() -> PairWeights:
    """The weights of ``data/pair_weights.json``, learned from the same documents."""
    data = json.loads((files("schemas") / "data" / "pair_weights.json").read_text(encoding="utf-8"))
    weights = {signal: weight / 1000 for signal, weight in data["weights"].items()}
    return PairWeights(data["corpus"], data["start"] / 1000, weights)
