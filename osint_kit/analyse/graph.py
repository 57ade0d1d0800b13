"""The plain graph under a case graph, which measures share."""

from __future__ import annotations

from typing import TypeAlias

import networkx as nx
import pandas as pd

MultiDiGraph: TypeAlias = "nx.MultiDiGraph[str]"
Graph: TypeAlias = "nx.Graph[str]"


def simple(graph: MultiDiGraph) -> Graph:
    """Collapse the links between two entities into one, without direction; nobody is linked to himself."""
    plain: Graph = nx.Graph()
    plain.add_nodes_from(sorted(graph))
    plain.add_edges_from(sorted({(min(a, b), max(a, b)) for a, b in graph.edges() if a != b}))
    return plain


def frame(values: dict[str, float]) -> pd.DataFrame:
    """Frame with the columns `entity`, `value`, by entity id."""
    ordered = sorted(values)
    return pd.DataFrame(
        {
            "entity": pd.Series(ordered, dtype="object"),
            "value": pd.Series([float(values[each]) for each in ordered], dtype="float64"),
        }
    )
