"""The graph of entities and links."""

from __future__ import annotations

import networkx as nx
import pandas as pd


def graph(entities: pd.DataFrame, links: pd.DataFrame) -> nx.MultiDiGraph[str]:
    """Build the graph.

    Returns:
        Nodes are canonical entity ids with `label`, `schema`, `ref`; an end that no entity holds is a node labelled by
        its id. Edges carry `type`, `directed`, `first`, `last`, `count`, `amount`, `statements`, `decided`.
    """
    built: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for entity, label, schema, ref in zip(
        *(entities[name].tolist() for name in ("id", "caption", "schema", "ref")), strict=True
    ):
        built.add_node(entity, label=label, schema=schema, ref=ref)
    carried = ("type", "directed", "first", "last", "count", "amount", "statements", "decided")
    for row in links.to_dict("records"):
        for end in (row["source"], row["target"]):
            if end not in built:
                built.add_node(end, label=end[:8], schema="Thing", ref="")
        built.add_edge(row["source"], row["target"], key=row["id"], **{name: row[name] for name in carried})
    return built
