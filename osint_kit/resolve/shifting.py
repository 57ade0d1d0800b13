"""Rows with an equal key, paired: the key is sorted and joined with itself, shifted by one, two, three …"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Keys = npt.NDArray[np.uint64]
Pairs = tuple[npt.NDArray[np.int32], npt.NDArray[np.int32]]


def sharing(key: Keys, cap: int) -> Pairs:
    """Pairs of rows with an equal key other than 0, of keys that at most `cap` rows have."""
    rows = np.flatnonzero(key)
    rows = rows[np.argsort(key[rows], kind="stable")]
    ordered = key[rows]
    counts = np.diff(np.flatnonzero(np.r_[True, ordered[1:] != ordered[:-1], True])) if len(rows) else rows
    few = (counts > 1) & (counts <= cap)
    rows, counts = rows[np.repeat(few, counts)], counts[few]
    ends = np.repeat(np.cumsum(counts), counts)
    after = ends - 1 - np.arange(len(rows))
    lefts, rights = [rows[:0]], [rows[:0]]
    for shift in range(1, int(after.max(initial=0)) + 1):
        here = np.flatnonzero(after >= shift)
        lefts.append(np.minimum(rows[here], rows[here + shift]))
        rights.append(np.maximum(rows[here], rows[here + shift]))
    return np.concatenate(lefts).astype(np.int32), np.concatenate(rights).astype(np.int32)
