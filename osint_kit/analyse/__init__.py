"""Analyse: who matters in the graph, one measure a file.

In:  networkx.MultiDiGraph of entities and links
Out: pandas.DataFrame, one measure each, and the table of all

A measure is a lead for the analyst, not evidence: a taxi dispatcher is central too.
"""

from osint_kit.analyse.graph import simple
from osint_kit.analyse.table import table

__all__ = ["simple", "table"]
