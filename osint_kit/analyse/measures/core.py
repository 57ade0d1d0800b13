"""How deep in the mesh an entity sits."""

from __future__ import annotations

import networkx as nx
import pandas as pd

from osint_kit.analyse.graph import MultiDiGraph, frame, simple
from osint_kit.analyse.measures import measure


@measure
def core(graph: MultiDiGraph) -> pd.DataFrame:
    """Largest k such that the entity keeps k neighbours among entities that all keep k; a busy shop has few."""
    return frame({node: float(value) for node, value in nx.core_number(simple(graph)).items()})
