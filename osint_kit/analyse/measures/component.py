"""Which connected part of the graph an entity belongs to."""

from __future__ import annotations

import networkx as nx
import pandas as pd

from osint_kit.analyse.graph import MultiDiGraph, frame, numbered, simple
from osint_kit.analyse.measures import measure


@measure
def component(graph: MultiDiGraph) -> pd.DataFrame:
    """Number the connected parts, 1 the biggest; whoever is linked to nobody is a part of one."""
    plain = simple(graph)
    return frame(numbered(plain, nx.connected_components(plain)))
