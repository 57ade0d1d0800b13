"""Graphs as GraphML."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping

import networkx as nx

from osint_kit.share.tabular import scalar

ILLEGAL = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What XML 1.0 cannot hold."""


def graphml(graph: nx.MultiDiGraph[str], about: Mapping[str, str]) -> bytes:
    """Write a graph; GraphML knows no lists: tuples are joined with spaces.

    Args:
        about: attributes of the whole graph: watermark, marking.
    """
    plain: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    plain.graph.update({key: _legal(value) for key, value in about.items()})
    for node, held in graph.nodes(data=True):
        plain.add_node(node, **{key: _legal(value) for key, value in held.items()})
    for source, target, key, held in graph.edges(keys=True, data=True):
        plain.add_edge(source, target, key=key, **{name: _legal(value) for name, value in held.items()})
    stream = io.BytesIO()
    nx.write_graphml_xml(plain, stream)
    return stream.getvalue()


def _legal(value: object) -> object:
    """A cell whose characters XML can hold; others become the mark of replacement."""
    cell = scalar(value)
    return ILLEGAL.sub("\ufffd", cell) if isinstance(cell, str) else cell
