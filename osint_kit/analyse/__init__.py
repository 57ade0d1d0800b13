"""Analyse: who matters in the graph, what happened when, how people travelled, and what it cost.

In:  networkx.MultiDiGraph of entities and links; frames STATEMENTS, DOCUMENTS, ENTITIES, TRANSFERS
Out: pandas.DataFrame of all measures; frames EVENTS, JOURNEYS; prices by month and route

A measure is a lead for the analyst, not evidence: a taxi dispatcher is central too.
"""

from osint_kit.analyse.graph import simple
from osint_kit.analyse.journeys import journeys
from osint_kit.analyse.prices import prices
from osint_kit.analyse.table import table
from osint_kit.analyse.timeline import timeline

__all__ = ["journeys", "prices", "simple", "table", "timeline"]
