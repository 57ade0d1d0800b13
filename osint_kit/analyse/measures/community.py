"""Which close-knit group an entity belongs to."""

from __future__ import annotations

import networkx as nx
import pandas as pd

from osint_kit.analyse.graph import MultiDiGraph, frame, numbered, simple, structural
from osint_kit.analyse.measures import measure

SEED = 0
"""The method shuffles; always alike, so that the same graph gives the same groups."""


@measure
def community(graph: MultiDiGraph) -> pd.DataFrame:
    """Number the groups that the Louvain method finds, 1 the biggest; a group is a way to look, not a gang."""
    plain = simple(graph)
    order = structural(plain)
    place = {node: number for number, node in enumerate(order)}
    counted: nx.Graph[int] = nx.Graph()
    counted.add_nodes_from(range(len(order)))
    pairs = ((place[a], place[b]) for a, b in plain.edges())
    counted.add_edges_from(sorted((min(pair), max(pair)) for pair in pairs))
    groups = nx.community.louvain_communities(counted, seed=SEED) if order else []
    return frame(numbered(plain, [{order[number] for number in group} for group in groups]))
