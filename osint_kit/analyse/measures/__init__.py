"""Measures of an entity's place in the graph. One file per measure, named for its column.

In:  networkx.MultiDiGraph
Out: DataFrame with the columns entity, value
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

import networkx as nx
import pandas as pd

from osint_kit.registry import Registry

Measure: TypeAlias = "Callable[[nx.MultiDiGraph[str]], pd.DataFrame]"

measures: Registry[Measure] = Registry(__name__)
measure = measures.register
