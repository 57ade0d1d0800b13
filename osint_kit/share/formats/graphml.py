"""The graph as GraphML, for Gephi, Cytoscape, igraph."""

from __future__ import annotations

from collections.abc import Iterator

import networkx as nx

from osint_kit.model import Product
from osint_kit.share import graphs
from osint_kit.share.formats import format_
from osint_kit.share.outgoing import Outgoing


@format_
def graphml(given: Outgoing) -> Iterator[Product]:
    """Yield one directed graph with parallel edges; `label` and `schema` on nodes, `type` and figures on edges."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    for party in given.parties:
        about = {"label": party.label, "schema": party.schema, "role": party.role, "withheld": party.withheld}
        graph.add_node(party.id, **about)
    for tie in given.ties:
        held = {"type": tie.type, "directed": tie.directed, "first": tie.first, "last": tie.last}
        figures = {"count": tie.count, "amount": tie.amount, "statements": tie.statements}
        graph.add_edge(tie.source, tie.target, key=tie.id, **held, **figures)
    body = graphs.graphml(graph, {"watermark": given.watermark, "marking": given.marking})
    yield Product("graph.graphml", "application/graphml+xml", given.marking, body)
