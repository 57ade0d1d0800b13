"""How often an entity lies on the shortest way between two others."""

from __future__ import annotations

import networkx as nx
import pandas as pd

from osint_kit.analyse.graph import MultiDiGraph, frame, simple
from osint_kit.analyse.measures import measure

EXACT = 600
"""Largest connected part that is measured from every entity; a larger one is measured from this many, evenly spread."""


@measure
def betweenness(graph: MultiDiGraph) -> pd.DataFrame:
    """Brandes' betweenness, 0..1 over the whole graph; few contacts and a high value mark a broker."""
    plain = simple(graph)
    values = dict.fromkeys(plain, 0.0)
    for part in sorted(nx.connected_components(plain), key=min):
        values |= _part(plain.subgraph(part).copy())
    pairs = max(1.0, (len(plain) - 1) * (len(plain) - 2) / 2)
    return frame({node: value / pairs for node, value in values.items()})


def _part(part: nx.Graph[str]) -> dict[str, float]:
    nodes = sorted(part)
    if len(nodes) <= EXACT:
        return dict(nx.betweenness_centrality(part, normalized=False))
    pivots = [nodes[at * len(nodes) // EXACT] for at in range(EXACT)]
    raw = nx.betweenness_centrality_subset(part, sources=pivots, targets=nodes, normalized=False)
    return {node: value * len(nodes) / EXACT for node, value in raw.items()}
