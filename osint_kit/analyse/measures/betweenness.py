"""How often an entity lies on the shortest way between two others."""

from __future__ import annotations

from collections.abc import Sequence

import networkx as nx
import pandas as pd

from osint_kit.analyse.graph import Graph, MultiDiGraph, frame, simple, structural
from osint_kit.analyse.measures import measure

EXACT = 600
"""Largest connected part that is measured from every entity; a larger one is measured from `PIVOTS` of them."""

PIVOTS = 100
"""Evenly spread over the entities in their structural order: names change nothing (after Brandes and Pich 2007)."""


@measure
def betweenness(graph: MultiDiGraph) -> pd.DataFrame:
    """Brandes' betweenness, 0..1 over the whole graph; few contacts and a high value mark a broker."""
    plain = simple(graph)
    values = dict.fromkeys(plain, 0.0)
    for part in sorted(nx.connected_components(plain), key=min):
        values |= _part(plain.subgraph(part).copy())
    pairs = max(1.0, (len(plain) - 1) * (len(plain) - 2) / 2)
    return frame({node: value / pairs for node, value in values.items()})


def _part(part: Graph) -> dict[str, float]:
    if len(part) <= EXACT:
        return dict(nx.betweenness_centrality(part, normalized=False))
    nodes = structural(part)
    place = {node: number for number, node in enumerate(nodes)}
    near = [sorted(place[other] for other in part[node]) for node in nodes]
    raw = [0.0] * len(nodes)
    for at in range(PIVOTS):
        _add(near, at * len(nodes) // PIVOTS, raw)
    return {node: value * len(nodes) / PIVOTS / 2 for node, value in zip(nodes, raw, strict=True)}


def _add(near: Sequence[Sequence[int]], source: int, raw: list[float]) -> None:
    """Add to `raw` how often each entity lies between the source and another (Brandes 2001)."""
    depth, ways = [-1] * len(near), [0.0] * len(near)
    depth[source], ways[source] = 0, 1.0
    order = [source]
    for here in order:
        for other in near[here]:
            if depth[other] < 0:
                depth[other] = depth[here] + 1
                order.append(other)
            if depth[other] == depth[here] + 1:
                ways[other] += ways[here]
    share = [0.0] * len(near)
    for here in reversed(order[1:]):
        raw[here] += share[here]
        for other in near[here]:
            if depth[other] == depth[here] - 1:
                share[other] += ways[other] / ways[here] * (1 + share[here])
