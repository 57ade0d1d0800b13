"""Candidate pairs: records that share a rare key, found by sorting each key and joining it with itself shifted."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import numpy as np
import numpy.typing as npt

from osint_kit.resolve.features import Features
from osint_kit.resolve.shifting import Keys, Pairs, sharing

CAP = 24
"""Most records that may share a key: a key of more is not rare, and its pairs wait for a rarer one."""
_NAMES, _PLACES = 4, 2
_MIX = (np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F))
_SHIFT = np.uint64(29)


def candidates(features: Features, *, cap: int = CAP) -> Pairs:
    """Pairs of records, the smaller row first, each once, in ascending order.

    Args:
        cap: most records under one key.
    """
    size = max(features.size, 1)
    packed = [np.empty(0, dtype=np.int64)]
    for key in _keys(features):
        left, right = sharing(key, cap)
        packed.append(left.astype(np.int64) * size + right)
    distinct = np.unique(np.concatenate(packed))
    return (distinct // size).astype(np.int32), (distinct % size).astype(np.int32)


def _keys(features: Features) -> Iterator[Keys]:
    """Every key that a pair may be found by."""
    for held in (features.phone, features.email, features.document):
        if held is not None:
            yield _number(held.codes)
    names = _columns(features.name.bones, _NAMES) if features.name is not None else []
    places = features.place.rarest(_PLACES) if features.place is not None else []
    day, year = _birth(features)
    for one, other in combinations(names, 2):
        both = _mixed(np.minimum(one, other), np.maximum(one, other))
        yield both
        yield from (_mixed(both, more) for more in (*places, year) if more is not None)
    for name in names:
        yield from (_mixed(name, more) for more in (*places, day) if more is not None)
    if day is not None:
        yield day
        yield from (_mixed(day, place) for place in places)


def _columns(codes: npt.NDArray[np.int32], most: int) -> list[Keys]:
    return [_number(codes[:, place]) for place in range(min(most, codes.shape[1]))]


def _birth(features: Features) -> tuple[Keys | None, Keys | None]:
    """Key of the whole date, day and month in either order, and key of the year."""
    if features.date is None or not len(features.date.parts):
        return None, None
    parts = features.date.parts.astype(np.int64)
    low, high = np.minimum(parts[:, 1], parts[:, 2]), np.maximum(parts[:, 1], parts[:, 2])
    whole = np.where(low > 0, parts[:, 0] % 100 * 10000 + low * 100 + high, -1)
    known = features.date.filled
    return tuple(_number(np.where(known, each[features.date.codes], -1)) for each in (whole, parts[:, 0] % 100))  # type: ignore[return-value]  # two of them


def _number(codes: npt.NDArray[np.integer]) -> Keys:
    return (codes.astype(np.int64) + 1).astype(np.uint64)


def _mixed(one: Keys, other: Keys) -> Keys:
    """One key of two; 0 where either is missing."""
    both = one * _MIX[0] ^ other * _MIX[1]
    both ^= both >> _SHIFT
    return np.where((one > 0) & (other > 0), both | np.uint64(1), np.uint64(0))
