"""Clusters by weight under constraints: within what hangs together at all, the best supported join comes first.

Two clusters join as long as the mean of the weights between their members supports it, and no pair of them is kept
apart; a chain of pairs alone never makes a cluster.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from osint_kit.resolve.shifting import sharing

Ints = npt.NDArray[np.int32]
Longs = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
Links = Callable[[Ints, Ints], Floats]
"""Pairs of rows → the weight of a link between them: above 0 for, 0 for nothing known, below 0 against."""

LARGEST = 64
"""Most rows of a component that are weighed all against all; a larger one is first cut at its weakest links."""
_MOST = 24.0
_STEP = 3.0
_STEPS, _PATIENT, _HUGE = 20, 6, 500
"""How often a component is cut at stronger links, and how often before it may stay as large as `_HUGE`."""
_CELLS = 1 << 22
"""Pairs of rows that are worked on at once."""


@dataclass(frozen=True, slots=True)
class Constraints:
    """What no weight overrules.

    Attributes:
        together: (pairs, 2) rows that are in one cluster.
        apart: (pairs, 2) rows that are not.
        listing: number of the document that lists each row, -1 for none; it lists a person once.
    """

    together: Longs
    apart: Longs
    listing: Longs | None = None


@dataclass(frozen=True, slots=True)
class Weighed:
    """Pairs of rows, the weight of each, and whether it is kept apart."""

    left: Ints
    right: Ints
    weights: Floats
    barred: Flags

    def only(self, chosen: Flags | Longs) -> Weighed:
        """Some of the pairs."""
        return Weighed(self.left[chosen], self.right[chosen], self.weights[chosen], self.barred[chosen])


def join(pairs: tuple[Ints, Ints, Floats], links: Links, limits: Constraints, *, size: int, threshold: float) -> Longs:
    """Cluster rows; the number of a cluster is its smallest row.

    Args:
        pairs: candidate pairs and their log2 odds.
        threshold: log2 odds from which a link supports a join.
    """
    forced = components(size, limits.together[:, 0], limits.together[:, 1])
    held = pairs[2] >= threshold
    labels = _bounded((pairs[0][held], pairs[1][held], pairs[2][held]), forced, threshold)
    return _refined(labels, forced, links, limits, threshold)


def components(size: int, left: npt.NDArray[np.integer], right: npt.NDArray[np.integer]) -> Longs:
    """Number each row by the smallest row that it hangs together with.

    >>> components(5, np.array([3, 1]), np.array([1, 4])).tolist()
    [0, 1, 2, 1, 1]
    """
    labels = np.arange(size, dtype=np.int64)
    while len(left):
        one, other = labels[left], labels[right]
        np.minimum.at(labels, np.maximum(one, other), np.minimum(one, other))
        shorter = labels[labels]
        while not np.array_equal(shorter, labels):
            labels, shorter = shorter, shorter[shorter]
        open_ = labels[left] != labels[right]
        left, right = left[open_], right[open_]
    return labels


def _bounded(pairs: tuple[Ints, Ints, Floats], forced: Longs, threshold: float) -> Longs:
    """Components, the large ones cut at ever stronger links; what is decided to be together stays so."""
    left, right, weights = pairs
    rows = np.arange(len(forced))
    for step in range(1, _STEPS):
        labels = components(len(forced), np.r_[left, rows], np.r_[right, forced])
        large = np.bincount(labels, minlength=len(forced)) > (LARGEST if step < _PATIENT else _HUGE)
        if not large.any():
            break
        kept = ~large[labels[left]] | (weights >= threshold + step * _STEP)
        left, right, weights = left[kept], right[kept], weights[kept]
    return labels


def _refined(labels: Longs, forced: Longs, links: Links, limits: Constraints, threshold: float) -> Longs:
    """Take components apart where not all of their rows support one cluster."""
    counts = np.bincount(labels, minlength=len(labels))
    packed = sharing([np.where(counts[labels] > 1, labels + 1, 0).astype(np.uint64)], len(labels), cap=len(labels))
    left, right = (packed // len(labels)).astype(np.int32), (packed % len(labels)).astype(np.int32)
    barred = _barred(left, right, limits)
    weights = np.clip(links(left, right), -_MOST, _MOST)
    doubtful = np.zeros(len(labels), dtype=bool)
    doubtful[labels[left[(weights < threshold) | barred]]] = True
    held = doubtful[labels[left]]
    pairs = Weighed(left[held], right[held], weights[held], barred[held])
    rows = np.flatnonzero(doubtful[labels]).astype(np.int32)
    found = labels.copy()
    sizes = counts[labels[rows]]
    for size in np.flatnonzero(np.bincount(sizes)):
        chosen = rows[sizes == size]
        chosen = chosen[np.argsort(labels[chosen], kind="stable")].reshape(-1, size)
        group = np.full(len(labels), -1, dtype=np.int64)
        group[chosen] = np.arange(len(chosen))[:, None]
        part = pairs.only(counts[labels[pairs.left]] == size)
        batch = max(_CELLS // int(size) ** 2, 1)
        for start in range(0, len(chosen), batch):
            some = chosen[start : start + batch]
            mine = part.only((group[part.left] >= start) & (group[part.left] < start + batch))
            found[some] = _agglomerated(some, mine, group - start, forced[some], threshold)
    return found


def _barred(left: Ints, right: Ints, limits: Constraints) -> Flags:
    """Pairs that are kept apart, or listed by one document."""
    apart = np.sort(limits.apart, axis=1)
    barred = np.isin(left.astype(np.int64) << 32 | right, apart[:, 0] << 32 | apart[:, 1])
    if limits.listing is not None:
        one = limits.listing[left]
        barred |= (one >= 0) & (one == limits.listing[right])
    return np.asarray(barred)


def _agglomerated(rows: Ints, pairs: Weighed, group: Longs, forced: Longs, threshold: float) -> Longs:
    """Join within many components of one size at once: in each, the clusters with the highest mean weight first.

    Args:
        rows: (components, size) their rows.
        group: number of each row's component.
    """
    many, size = rows.shape
    place = np.zeros(int(rows.max()) + 1, dtype=np.int64)
    place[rows] = np.arange(size)
    owner, one, other = group[pairs.left], place[pairs.left], place[pairs.right]
    total = np.zeros((2, many, size, size))
    total[0, owner, one, other] = total[0, owner, other, one] = pairs.weights
    total[1, owner, one, other] = total[1, owner, other, one] = pairs.barred
    labels = np.argmax(forced[:, :, None] == forced[:, None, :], axis=2)
    member = (labels[:, None, :] == np.arange(size)[None, :, None]).astype(np.float64)
    total = member @ total @ member.transpose(0, 2, 1)
    count = member.sum(axis=2)
    active = np.arange(many)
    while len(active):
        mean = _means(total[:, active], count[active])
        best = mean.reshape(len(active), -1).argmax(axis=1)
        goes_on = mean.reshape(len(active), -1)[np.arange(len(active)), best] >= threshold
        active, best = active[goes_on], best[goes_on]
        kept, gone = best // size, best % size
        labels[active] = np.where(labels[active] == gone[:, None], kept[:, None], labels[active])
        count[active, kept] += count[active, gone]
        count[active, gone] = 0
        total[:, active, kept] += total[:, active, gone]
        total[:, active, :, kept] += total[:, active, :, gone]
    first = np.argmax(labels[:, :, None] == labels[:, None, :], axis=2)
    return np.take_along_axis(rows, first, axis=1).astype(np.int64)


def _means(total: Floats, count: Floats) -> Floats:
    """Mean weight between clusters; minus infinity for itself, for one that is gone, and for a pair kept apart."""
    both = count[:, :, None] * count[:, None, :]
    mean = np.where((both > 0) & (total[1] == 0), total[0] / np.maximum(both, 1), -np.inf)
    diagonal = np.arange(count.shape[1])
    mean[:, diagonal, diagonal] = -np.inf
    return np.asarray(mean)
