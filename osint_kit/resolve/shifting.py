"""Rows with an equal key, paired: the keys are sorted and joined with themselves, shifted by one, two, three."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
import numpy.typing as npt

Keys = npt.NDArray[np.uint64]
Longs = npt.NDArray[np.int64]

_MIX = (np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F))
_SHIFT = np.uint64(29)


def sharing(columns: Iterable[Keys], size: int, *, cap: int, near: int = 0) -> Longs:
    """Pairs of rows that have a key in common, each packed as `smaller row * size + larger row`, in ascending order.

    Args:
        columns: the keys of each row, as many columns as a row may have of one kind; 0 is no key.
        size: how many rows there are.
        cap: most rows of a key: a key of more is not rare, and its pairs are left out.
        near: of a key of more, how many rows on a row is still paired, in the order of the rows.
    """
    keys, held = _held(columns)
    order = np.argsort(keys, kind="stable" if near else "quicksort")
    keys, held = keys[order], held[order]
    counts = np.diff(np.flatnonzero(np.r_[True, keys[1:] != keys[:-1], True])) if len(held) else held
    few = (counts > 1) & ((counts <= cap) | (near > 0))
    rows, counts = held[np.repeat(few, counts)].astype(np.int64), counts[few]
    after = np.repeat(np.cumsum(counts), counts) - 1 - np.arange(len(rows))
    if near:
        after = np.where(np.repeat(counts > cap, counts), np.minimum(after, near), after)
    found = [np.empty(0, dtype=np.int64)]
    for shift in range(1, int(after.max(initial=0)) + 1):
        here = np.flatnonzero(after >= shift)
        one, other = rows[here], rows[here + shift]
        found.append(np.minimum(one, other) * size + np.maximum(one, other))
    return once(np.concatenate(found), size)


def _held(columns: Iterable[Keys]) -> tuple[Keys, npt.NDArray[np.int32]]:
    """Every key that is one, and the row that has it."""
    keys, rows = [np.empty(0, dtype=np.uint64)], [np.empty(0, dtype=np.int32)]
    for column in columns:
        held = np.flatnonzero(column)
        keys.append(column[held])
        rows.append(held.astype(np.int32))
    return np.concatenate(keys), np.concatenate(rows)


def once(packed: Longs, size: int) -> Longs:
    """Each packed pair once, in ascending order, without rows paired with themselves."""
    packed = np.sort(packed)
    kept = np.ones(len(packed), dtype=bool)
    kept[1:] = packed[1:] != packed[:-1]
    packed = packed[kept]
    return packed[packed % (size + 1) != 0] if size else packed


def mixed(one: Keys, codes: npt.NDArray[np.integer]) -> Keys:
    """One key of a key and a code, both of which may be anything."""
    both = one * _MIX[0] ^ (codes.astype(np.int64) + 2).astype(np.uint64) * _MIX[1]
    return np.asarray(both ^ both >> _SHIFT)


def both(one: Keys, other: Keys) -> Keys:
    """One key of two; 0 where either is missing."""
    found = one * _MIX[0] ^ other * _MIX[1]
    found ^= found >> _SHIFT
    return np.where((one > 0) & (other > 0), found | np.uint64(1), np.uint64(0))
