"""What speaks for a number being a target or a result: weights learned from written examples, as data.

``data/number_weights.json`` holds, for each signal of :mod:`extractors.goals.signals`, how far it speaks for a
target and for a result, in thousandths of a natural logarithm, against a number that is neither.
``bench/train_numbers.py`` makes the file from the papers of ``tests/corpus``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

Weight = tuple[float, float]
"""For a target, for a result."""


@dataclass(frozen=True)
class NumberWeights:
    """``start`` is what holds before any signal is seen; a signal without a weight says nothing. ``corpus`` names
    the content of the papers that the weights were learned from."""

    corpus: str
    start: Weight
    of: Mapping[str, Weight]


@cache
def number_weights() -> NumberWeights:
    """The weights of the data file."""
    text = (files("schemas") / "data" / "number_weights.json").read_text(encoding="utf-8")
    data = json.loads(text)
    target, result = data["start"]
    weights = {signal: (target / 1000, result / 1000) for signal, (target, result) in data["weights"].items()}
    return NumberWeights(data["corpus"], (target / 1000, result / 1000), weights)


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
