"""Where things stand in the picture: a layout without chance, and labels that keep clear of one another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

WIDTH, HEIGHT, MARGIN = 1600, 1000, 120
ROUNDS = 300
GRAVITY = 2.0
CHARACTER, LINE = 11.5, 26
"""Size of a label's letters in the picture's units."""

_Points = npt.NDArray[np.float64]


def layout(nodes: Sequence[str], edges: Iterable[tuple[str, str]]) -> dict[str, tuple[int, int]]:
    """Place nodes by attraction and repulsion (Fruchterman and Reingold), from a circle in the order given.

    >>> layout(["a", "b"], [("a", "b")]) == layout(["a", "b"], [("a", "b")])
    True
    """
    count = len(nodes)
    if not count:
        return {}
    index = {node: at for at, node in enumerate(nodes)}
    joined = np.zeros((count, count))
    for source, target in edges:
        joined[index[source], index[target]] = joined[index[target], index[source]] = 1.0
    turn = 2 * np.pi * np.arange(count) / count
    points = np.column_stack([np.cos(turn), np.sin(turn)]) * (1 + 0.01 * np.arange(count))[:, None]
    spread = 1.4 / np.sqrt(count)
    for number in range(ROUNDS):
        points = _step(points, joined, spread, heat=0.12 * (1 - number / ROUNDS))
    return _fit(nodes, points)


def _step(points: _Points, joined: _Points, spread: float, *, heat: float) -> _Points:
    gap = points[:, None, :] - points[None, :, :]
    distance = np.maximum(np.linalg.norm(gap, axis=2), 0.01)
    force = (spread**2 / distance**2 - joined * distance / spread)[:, :, None] * gap
    move = force.sum(axis=1) - GRAVITY * points
    length = np.maximum(np.linalg.norm(move, axis=1), 1e-9)[:, None]
    moved: _Points = points + move / length * np.minimum(length, heat)
    return moved


def _fit(nodes: Sequence[str], points: _Points) -> dict[str, tuple[int, int]]:
    low, high = points.min(axis=0), points.max(axis=0)
    scale = np.array([WIDTH - 2 * MARGIN - 120, HEIGHT - 2 * MARGIN]) / np.maximum(high - low, 1e-6)
    placed = np.rint((points - low) * scale + np.array([MARGIN, MARGIN])).astype(int)
    return {node: (int(x), int(y)) for node, (x, y) in zip(nodes, placed, strict=True)}


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle that something fills."""

    left: float
    top: float
    right: float
    bottom: float

    def covers(self, other: Box) -> float:
        """Area that two boxes share."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        high = min(self.bottom, other.bottom) - max(self.top, other.top)
        return max(0.0, wide) * max(0.0, high)


@dataclass(frozen=True, slots=True)
class Label:
    """Text beside a node: `anchor` is `start`, `middle` or `end`."""

    x: int
    y: int
    anchor: str


def labels(places: Mapping[str, tuple[int, int]], texts: Mapping[str, str], radius: int = 18) -> dict[str, Label]:
    """Put each label where it covers the least of nodes and of labels already placed."""
    filled = [Box(x - radius, y - radius, x + radius, y + radius) for x, y in places.values()]
    found: dict[str, Label] = {}
    for node, (x, y) in places.items():
        wide = CHARACTER * len(texts[node])
        tries = (
            (Label(x + radius + 6, y + 8, "start"), Box(x + radius, y - 14, x + radius + wide, y + 14)),
            (Label(x - radius - 6, y + 8, "end"), Box(x - radius - wide, y - 14, x - radius, y + 14)),
            (Label(x, y - radius - 8, "middle"), Box(x - wide / 2, y - radius - LINE - 6, x + wide / 2, y - radius)),
            (Label(x, y + radius + LINE, "middle"), Box(x - wide / 2, y + radius, x + wide / 2, y + radius + LINE + 6)),
        )
        label, box = min(tries, key=lambda each: sum(each[1].covers(other) for other in filled) + _outside(each[1]))
        filled.append(box)
        found[node] = label
    return found


def _outside(box: Box) -> float:
    return 50 * sum(max(0.0, over) for over in (-box.left, box.right - WIDTH, -box.top, box.bottom - HEIGHT))
