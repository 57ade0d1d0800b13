"""Clustering by weight under constraints."""

from __future__ import annotations

import networkx as nx
import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from osint_kit.resolve.joining import Constraints, components, join

SIZE = 12
PAIRS = st.lists(st.tuples(st.integers(0, SIZE - 1), st.integers(0, SIZE - 1)).filter(lambda pair: pair[0] < pair[1]))
NONE = np.empty((0, 2), dtype=np.int64)


def joined(weights: dict[tuple[int, int], float], limits: Constraints) -> list[int]:
    pairs = sorted(weights)
    left, right = (np.array([pair[side] for pair in pairs], dtype=np.int32) for side in (0, 1))
    odds = np.array([weights[pair] for pair in pairs], dtype=np.float64)

    def links(one: np.ndarray, other: np.ndarray) -> np.ndarray:
        return np.array([weights.get((int(a), int(b)), 0.0) for a, b in zip(one, other, strict=True)], dtype=np.float64)

    return join((left, right, odds), links, limits, size=SIZE, threshold=1.0).tolist()


@given(PAIRS)
def test_components_are_those_of_the_graph(pairs: list[tuple[int, int]]) -> None:
    graph = nx.Graph(pairs)
    graph.add_nodes_from(range(SIZE))
    table = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    found = components(SIZE, table[:, 0], table[:, 1]).tolist()
    assert all(found[row] == min(group) for group in nx.connected_components(graph) for row in group)


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_no_weight_overrules_what_keeps_rows_apart(data: st.DataObject) -> None:
    apart = data.draw(PAIRS)
    weights = {pair: data.draw(st.floats(1, 30)) for pair in data.draw(PAIRS)}
    listing = np.array(data.draw(st.lists(st.integers(-1, 2), min_size=SIZE, max_size=SIZE)), dtype=np.int64)
    labels = joined(weights, Constraints(NONE, np.array(apart, dtype=np.int64).reshape(-1, 2), listing))
    assert not any(labels[one] == labels[other] for one, other in apart)
    held = [(label, int(each)) for label, each in zip(labels, listing, strict=True) if each >= 0]
    assert len(held) == len(set(held))


def test_a_chain_of_weak_links_is_no_cluster() -> None:
    labels = joined({(0, 1): 3.0, (1, 2): 3.0, (0, 2): -8.0}, Constraints(NONE, NONE))
    assert len(set(labels[:3])) == 2


def test_the_stronger_of_two_links_that_exclude_each_other_holds() -> None:
    labels = joined({(0, 1): 3.0, (1, 2): 9.0, (0, 2): -20.0}, Constraints(NONE, NONE))
    assert labels[1] == labels[2] != labels[0]


def test_rows_that_are_together_by_decision_are_weighed_as_one() -> None:
    together = np.array([[0, 2]], dtype=np.int64)
    labels = joined({(0, 1): 9.0, (1, 2): -9.0}, Constraints(together, NONE))
    assert labels[0] == labels[2] != labels[1]
