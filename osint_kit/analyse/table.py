"""All measures side by side."""

from __future__ import annotations

import pandas as pd

from osint_kit.analyse.graph import MultiDiGraph
from osint_kit.analyse.measures import measures


def table(graph: MultiDiGraph) -> pd.DataFrame:
    """One row an entity: `entity`, `label`, and one column a measure; the most between others first."""
    nodes = sorted(graph)
    built = pd.DataFrame(
        {
            "entity": pd.Series(nodes, dtype="object"),
            "label": pd.Series([str(graph.nodes[node].get("label", node)) for node in nodes], dtype="object"),
        }
    )
    for name in measures:
        values = measures[name](graph).set_index("entity")["value"]
        built[name] = values.reindex(nodes).to_numpy(dtype="float64")
    if built.empty:
        return built
    return built.sort_values(["betweenness", "degree", "entity"], ascending=[False, False, True], ignore_index=True)
