"""Networks that weigh signals: what they add up, what they make of it, and how they are kept."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.networks import SCALE, Networks, number_networks

ROWS = np.array([[2, 0, 0, 0, 1], [0, 0, 0, 3, 0]], np.int16) * SCALE
"""Two networks would stand side by side; here is one with two hidden sums and three kinds."""


def made(outer: list[list[float]] | None = None) -> Networks:
    """A network of the signals ``up`` (the first hidden sum and the third kind) and ``two`` (the second kind)."""
    says = np.array([outer or [[0, 0, 0], [0, 0, 0]]]) * SCALE
    return Networks("", {"up": 0, "two": 1}, ROWS, np.zeros(5, np.int64), says.astype(np.int64))


def test_without_signals_all_kinds_are_as_likely() -> None:
    networks = made()
    assert networks.likelihoods(networks.start) == pytest.approx([1 / 3] * 3)


def test_a_signal_speaks_for_its_kind_directly() -> None:
    networks = made()
    likely = networks.likelihoods(networks.added(networks.start, ["two"]))
    assert likely[1] > 0.8


def test_a_hidden_sum_above_zero_speaks_for_kinds_and_one_below_says_nothing() -> None:
    networks = made([[5, 0, 0], [0, 0, 0]])
    assert networks.likelihoods(networks.added(networks.start, ["up"]))[0] > 0.9
    below = networks.added(networks.start, ["up"]) * np.array([-1, 1, 1, 1, 1])
    assert networks.likelihoods(below)[0] < 1 / 3


def test_signals_that_are_not_known_say_nothing() -> None:
    networks = made()
    assert networks.added(networks.start, ["no such signal"]).tolist() == networks.start.tolist()


@given(st.lists(st.sampled_from(sorted(number_networks().at)), max_size=60), st.integers(0, 60))
def test_signals_may_be_added_in_parts(signals: list[str], cut: int) -> None:
    networks = number_networks()
    at_once = networks.added(networks.start, signals)
    in_parts = networks.added(networks.added(networks.start, signals[:cut]), signals[cut:])
    assert at_once.tolist() == in_parts.tolist()
    assert sum(networks.likelihoods(at_once)) == pytest.approx(1)


def test_sums_too_far_apart_to_be_raised_are_certain() -> None:
    networks = made()
    assert networks.likelihoods(np.array([0, 0, 0, 10**9, 0])) == [0.0, 1.0, 0.0]
