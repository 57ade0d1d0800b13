"""How many other entities an entity is linked to."""

from __future__ import annotations

import pandas as pd

from osint_kit.analyse.graph import MultiDiGraph, frame, simple
from osint_kit.analyse.measures import measure


@measure
def degree(graph: MultiDiGraph) -> pd.DataFrame:
    """Count neighbours, 0 to one less than all entities; ten calls to one number are one neighbour."""
    return frame({node: float(count) for node, count in simple(graph).degree()})
