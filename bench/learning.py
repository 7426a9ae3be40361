"""Learning the networks of :mod:`schemas.networks` from examples.

Signals and hidden sums are left out at random while learning, so that none counts alone; rates fall to nothing
(https://arxiv.org/abs/1412.6980 with https://arxiv.org/abs/1711.05101). One seed gives one result.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from schemas.networks import SCALE, Networks

FEWEST = 5
"""Examples of a signal that is not left out."""
NETWORKS, HIDDEN, ROUNDS, BATCH = 3, 64, 16, 64
LEFT_OUT, HIDDEN_LEFT_OUT, RATE, DECAY = 0.4, 0.3, 2e-3, 1e-2
MEAN, SQUARE, LEAST = 0.9, 0.99, 1e-6

Array = Any


class Example(NamedTuple):
    """Signals and what they stand for."""

    signals: Sequence[str]
    label: str


def learned(examples: Sequence[Example], kinds: Sequence[str], corpus: str) -> Networks:
    """Networks that tell the kinds of examples."""
    counts = Counter(signal for example in examples for signal in set(example.signals))
    signals = sorted(signal for signal, count in counts.items() if count >= FEWEST)
    at = {signal: place for place, signal in enumerate(signals)}
    table = _table(examples, at)
    labels = np.array([kinds.index(example.label) for example in examples])
    found = [_learn(table, labels, len(kinds), seed) for seed in range(NETWORKS)]
    rows = np.concatenate([np.concatenate([one["inner"], one["direct"]], axis=1) for one in found], axis=1)
    start = np.concatenate([np.concatenate([one["start"], one["base"]]) for one in found])
    outer = np.stack([one["outer"] for one in found])
    return Networks(
        corpus,
        at,
        np.clip(np.rint(rows * SCALE), -32768, 32767).astype(np.int16),
        np.rint(start * SCALE).astype(np.int64),
        np.rint(outer * SCALE).astype(np.int64),
    )


def write_networks(path: Path, networks: Networks) -> None:
    """Puts networks where :func:`schemas.networks.read_networks` finds them."""
    with path.open("wb") as handle:
        np.savez_compressed(
            handle,
            signals=np.frombuffer("\n".join(networks.at).encode(), dtype=np.uint8),
            corpus=np.frombuffer(networks.corpus.encode(), dtype=np.uint8),
            rows=networks.rows,
            start=networks.start.astype(np.int32),
            outer=networks.outer.astype(np.int32),
        )


def _table(examples: Sequence[Example], at: dict[str, int]) -> Array:
    """A sparse matrix: a row an example, a column a signal."""
    from scipy import sparse

    places: list[int] = []
    ends = [0]
    for example in examples:
        places += sorted({at[signal] for signal in example.signals if signal in at})
        ends.append(len(places))
    ones = np.ones(len(places), np.float32)
    return sparse.csr_matrix((ones, np.array(places, np.int32), np.array(ends)), (len(examples), len(at)))


def _learn(table: Array, labels: Array, kinds: int, seed: int) -> dict[str, Array]:
    from scipy import sparse

    random = np.random.default_rng(seed)
    count, width = table.shape
    weights = {
        "inner": 0.05 * random.standard_normal((width, HIDDEN)),
        "direct": np.zeros((width, kinds)),
        "start": np.zeros(HIDDEN),
        "outer": 0.2 * random.standard_normal((HIDDEN, kinds)),
        "base": np.zeros(kinds),
    }
    weights = {name: value.astype(np.float32) for name, value in weights.items()}
    means = {name: np.zeros_like(value) for name, value in weights.items()}
    squares = {name: np.zeros_like(value) for name, value in weights.items()}
    wanted = np.eye(kinds, dtype=np.float32)[labels]
    steps = ROUNDS * -(-count // BATCH)
    step = 0
    for _ in range(ROUNDS):
        order = random.permutation(count)
        for first in range(0, count, BATCH):
            chosen = order[first : first + BATCH]
            batch = table[chosen]
            kept = (random.random(batch.nnz) >= LEFT_OUT) / (1 - LEFT_OUT)
            batch = sparse.csr_matrix((kept.astype(np.float32), batch.indices, batch.indptr), batch.shape)
            sums = batch @ weights["inner"] + weights["start"]
            open_ = (sums > 0) * (random.random(sums.shape) >= HIDDEN_LEFT_OUT) / (1 - HIDDEN_LEFT_OUT)
            hidden = (sums * open_).astype(np.float32)
            said = hidden @ weights["outer"] + weights["base"] + batch @ weights["direct"]
            said = np.exp(said - said.max(axis=1, keepdims=True))
            error = (said / said.sum(axis=1, keepdims=True) - wanted[chosen]) / len(chosen)
            back = ((error @ weights["outer"].T) * open_).astype(np.float32)
            seen = np.unique(batch.indices)
            columns = batch[:, seen].T
            slopes = {
                "inner": columns @ back,
                "direct": columns @ error,
                "start": back.sum(axis=0),
                "outer": hidden.T @ error,
                "base": error.sum(axis=0),
            }
            step += 1
            rate = RATE * (1 - step / (steps + 1))
            for name, slope in slopes.items():
                where = seen if name in ("inner", "direct") else slice(None)
                mean = MEAN * means[name][where] + (1 - MEAN) * slope
                square = SQUARE * squares[name][where] + (1 - SQUARE) * slope * slope
                decayed = weights[name][where] * (1 - rate * DECAY) if where is seen else weights[name][where]
                weights[name][where] = decayed - rate * mean / (np.sqrt(square) + LEAST)
                means[name][where], squares[name][where] = mean, square
    return weights
