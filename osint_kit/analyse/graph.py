"""The plain graph under a case graph, and the orders that measures share."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from typing import TypeAlias

import networkx as nx
import pandas as pd

MultiDiGraph: TypeAlias = "nx.MultiDiGraph[str]"
Graph: TypeAlias = "nx.Graph[str]"

ROUNDS = 4
"""How far around an entity its place is looked at when entities are put in order."""


def simple(graph: MultiDiGraph) -> Graph:
    """Collapse the links between two entities into one, without direction; nobody is linked to himself."""
    plain: Graph = nx.Graph()
    plain.add_nodes_from(sorted(graph))
    plain.add_edges_from(sorted({(min(a, b), max(a, b)) for a, b in graph.edges() if a != b}))
    return plain


def structural(plain: Graph) -> list[str]:
    """Entities in an order that comes from their place in the graph; their ids decide only between equal places.

    Colour refinement: who has more neighbours comes first, then who has neighbours with more, and so on. So a method
    that depends on the order does not depend on what anybody is called.
    """
    colour = {node: len(plain[node]) for node in plain}
    for _round in range(ROUNDS):
        seen = {node: (colour[node], *sorted((colour[other] for other in plain[node]), reverse=True)) for node in plain}
        rank = {signature: number for number, signature in enumerate(sorted(set(seen.values())))}
        colour = {node: rank[seen[node]] for node in plain}
    return sorted(plain, key=lambda node: (-colour[node], node))


def numbered(plain: Graph, groups: Iterable[AbstractSet[str]]) -> dict[str, float]:
    """Number groups from 1, the biggest first, then the one whose entities come first in the structural order."""
    place = {node: number for number, node in enumerate(structural(plain))}
    ordered = sorted(groups, key=lambda group: (-len(group), sorted(place[node] for node in group)))
    return {node: float(number) for number, group in enumerate(ordered, start=1) for node in group}


def frame(values: dict[str, float]) -> pd.DataFrame:
    """Frame with the columns `entity`, `value`, by entity id."""
    ordered = sorted(values)
    return pd.DataFrame(
        {
            "entity": pd.Series(ordered, dtype="object"),
            "value": pd.Series([float(values[each]) for each in ordered], dtype="float64"),
        }
    )
