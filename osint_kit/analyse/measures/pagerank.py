"""How important those are who are linked to an entity."""

from __future__ import annotations

import numpy as np
import pandas as pd

from osint_kit.analyse.graph import MultiDiGraph, frame, simple
from osint_kit.analyse.measures import measure

FOLLOWED = 0.85
"""How often a walker follows a link instead of starting anew (Brin and Page 1998)."""

TURNS = 160
NEAR = 1e-10


@measure
def pagerank(graph: MultiDiGraph) -> pd.DataFrame:
    """PageRank over the plain graph, without direction; the values sum to 1."""
    plain = simple(graph)
    nodes = list(plain)
    if not nodes:
        return frame({})
    at = {node: number for number, node in enumerate(nodes)}
    pairs = np.array([(at[a], at[b]) for a, b in plain.edges()], dtype=np.int64).reshape(-1, 2)
    ends = np.concatenate([pairs, pairs[:, ::-1]])
    values = _walk(ends, len(nodes))
    return frame({node: float(values[at[node]]) for node in nodes})


def _walk(
    ends: np.ndarray[tuple[int, int], np.dtype[np.int64]], size: int
) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    degree = np.bincount(ends[:, 0], minlength=size).astype(float)
    values = np.full(size, 1 / size)
    for _turn in range(TURNS):
        handed = np.divide(values, degree, out=np.zeros(size), where=degree > 0)
        lost = values[degree == 0].sum() / size
        came = np.bincount(ends[:, 1], weights=handed[ends[:, 0]], minlength=size)
        following = (1 - FOLLOWED) / size + FOLLOWED * (came + lost)
        near = float(np.abs(following - values).sum()) < NEAR
        values = following
        if near:
            break
    return values
