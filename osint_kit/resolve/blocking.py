"""Candidate pairs: records that share a rare key. Several keys of different columns find what one alone would miss."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import numpy as np
import numpy.typing as npt

from osint_kit.resolve.features import Features
from osint_kit.resolve.shifting import Keys, once, sharing

CAP = 24
"""Most records under one key: a key of more is not rare, and its pairs wait for a rarer one."""
_NAMESAKES = 10
"""The same of two words of a name alone: records of a more common name need something else in common."""
_WEAK = 4
"""The same of keys that say less: two records of them are seldom one person's."""
_NAMES, _PLACES = 4, 2
_MIX = (np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F))
_SHIFT = np.uint64(29)


def candidates(features: Features) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.int32]]:
    """Pairs of rows, the smaller first, each once, in ascending order."""
    size = max(features.size, 1)
    packed = [np.empty(0, dtype=np.int64), *(sharing(columns, cap=cap) for columns, cap in _keys(features))]
    distinct = once(np.concatenate(packed), size)
    return (distinct // size).astype(np.int32), (distinct % size).astype(np.int32)


def _keys(features: Features) -> Iterator[tuple[list[Keys], int]]:
    """Every kind of key, the columns of a kind together, and how many rows may share one."""
    for held in (features.phone, features.email, features.document):
        if held is not None:
            yield [_number(held.codes)], CAP
    bones = [_number(each) for each in features.name.bones.T[:_NAMES]] if features.name is not None else []
    places = features.place.rarest(_PLACES) if features.place is not None else []
    day, year = _birth(features)
    both = [_mixed(np.minimum(one, other), np.maximum(one, other)) for one, other in combinations(bones, 2)]
    yield both, _NAMESAKES
    yield [_mixed(two, place) for two in both for place in places], CAP
    yield [_mixed(name, place) for name in bones for place in places], _WEAK
    if year is not None and day is not None:
        yield [_mixed(two, year) for two in both], CAP
        yield [_mixed(name, day) for name in bones], CAP
        yield [_mixed(place, day) for place in places], CAP
        firsts = (
            [_number(each) for each in features.name.first_letters[:, :_NAMES].T] if features.name is not None else []
        )
        yield [_mixed(letter, day) for letter in firsts] or [day], _WEAK


def _birth(features: Features) -> tuple[Keys | None, Keys | None]:
    """Key of the whole date, day and month in either order, and key of the year."""
    if features.date is None:
        return None, None
    parts = features.date.parts.astype(np.int64)
    low, high = np.minimum(parts[:, 1], parts[:, 2]), np.maximum(parts[:, 1], parts[:, 2])
    whole = np.append(np.where(low > 0, parts[:, 0] % 100 * 10000 + low * 100 + high, -1), -1)
    return _number(whole[features.date.codes]), _number(np.append(parts[:, 0] % 100, -1)[features.date.codes])


def _number(codes: npt.NDArray[np.integer]) -> Keys:
    """Codes as keys: -1 becomes 0, which is no key."""
    return (codes.astype(np.int64) + 1).astype(np.uint64)


def _mixed(one: Keys, other: Keys) -> Keys:
    """One key of two; 0 where either is missing."""
    both = one * _MIX[0] ^ other * _MIX[1]
    both ^= both >> _SHIFT
    return np.where((one > 0) & (other > 0), both | np.uint64(1), np.uint64(0))
