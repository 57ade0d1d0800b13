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
_STEPS = 20


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
        large = np.bincount(labels, minlength=len(forced)) > LARGEST
        if not large.any():
            break
        kept = ~large[labels[left]] | (weights >= threshold + step * _STEP)
        left, right, weights = left[kept], right[kept], weights[kept]
    return labels


def _refined(labels: Longs, forced: Longs, links: Links, limits: Constraints, threshold: float) -> Longs:
    """Take components apart where not all of their rows support one cluster."""
    counts = np.bincount(labels, minlength=len(labels))
    inside = np.where(counts[labels] > 1, labels + 1, 0).astype(np.uint64)
    left, right = sharing(inside, len(labels))
    barred = _barred(left, right, limits)
    weighed = Weighed(left, right, np.clip(links(left, right), -_MOST, _MOST), barred)
    doubtful = np.zeros(len(labels), dtype=bool)
    doubtful[labels[left[(weighed.weights < threshold) | barred]]] = True
    weighed = weighed.only(doubtful[labels[left]])
    owners = labels[weighed.left]
    weighed, owners = weighed.only(np.argsort(owners, kind="stable")), np.sort(owners)
    bounds = np.flatnonzero(np.r_[True, owners[1:] != owners[:-1], True]) if len(owners) else np.zeros(1, np.int64)
    found = labels.copy()
    for start, end in zip(bounds[:-1], bounds[1:], strict=True):
        part = Weighed(*(each[start:end] for each in (weighed.left, weighed.right, weighed.weights, weighed.barred)))
        rows = np.unique(np.r_[part.left, part.right])
        found[rows] = _agglomerated(rows, part, forced[rows], threshold)
    return found


def _barred(left: Ints, right: Ints, limits: Constraints) -> Flags:
    """Pairs that are kept apart, or listed by one document."""
    apart = np.sort(limits.apart, axis=1)
    barred = np.isin(left.astype(np.int64) << 32 | right, apart[:, 0] << 32 | apart[:, 1])
    if limits.listing is not None:
        one = limits.listing[left]
        barred |= (one >= 0) & (one == limits.listing[right])
    return np.asarray(barred)


def _agglomerated(rows: Ints, pairs: Weighed, forced: Longs, threshold: float) -> Longs:
    """Join the rows of one component, the pair of clusters with the highest mean weight first."""
    one, other = np.searchsorted(rows, pairs.left), np.searchsorted(rows, pairs.right)
    total, barred = np.zeros((len(rows), len(rows))), np.zeros((len(rows), len(rows)))
    total[one, other] = total[other, one] = pairs.weights
    barred[one, other] = barred[other, one] = pairs.barred
    members = np.equal.outer(np.unique(forced), forced).astype(np.float64)
    total, barred = members @ total @ members.T, members @ barred @ members.T
    count = members.sum(axis=1)
    while len(count) > 1:
        mean = np.where(barred > 0, -np.inf, total / np.outer(count, count))
        np.fill_diagonal(mean, -np.inf)
        kept, gone = divmod(int(np.argmax(mean)), len(count))
        if mean[kept, gone] < threshold:
            break
        members, count = _merged(members, kept, gone), _merged(count, kept, gone)
        total = _merged(_merged(total, kept, gone).T, kept, gone)
        barred = _merged(_merged(barred, kept, gone).T, kept, gone)
    return rows[np.argmax(members, axis=1)][np.argmax(members, axis=0)].astype(np.int64)


def _merged(values: Floats, kept: int, gone: int) -> Floats:
    """Add one row to another and take it out."""
    summed = np.delete(values, gone, axis=0)
    summed[kept - (gone < kept)] += values[gone]
    return summed
