"""Candidate pairs: records that share a rare key. Several keys of different columns find what one alone would miss."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

import numpy as np
import numpy.typing as npt

from osint_kit.resolve.features import Features
from osint_kit.resolve.shifting import Keys, both, once, sharing

CAP = 24
"""Most records under one key: a key of more is not rare, and its pairs wait for a rarer one."""
_NAMESAKES = 10
"""The same of two words of a name alone: records of a more common name need something else in common."""
_WEAK = 4
"""The same of keys that say less: two records of them are seldom one person's."""
_NEAR = 2
"""Rows further on that a row is paired with under a selector of more: equal names stand beside each other."""
_NAMES, _PLACES = 4, 2


def candidates(
    features: Features, skipped: npt.NDArray[np.bool_]
) -> tuple[npt.NDArray[np.int32], npt.NDArray[np.int32]]:
    """Pairs of rows, the smaller first, each once, in ascending order.

    Args:
        skipped: rows that no pair is wanted for.
    """
    size = max(features.size, 1)
    packed = [np.empty(0, dtype=np.int64)]
    for columns, cap, near in _keys(features):
        wanted = (np.where(skipped, np.uint64(0), column) for column in columns)
        packed.append(sharing(wanted, size, cap=cap, near=near))
    distinct = once(np.concatenate(packed), size)
    return (distinct // size).astype(np.int32), (distinct % size).astype(np.int32)


def _keys(features: Features) -> Iterator[tuple[Iterable[Keys], int, int]]:
    """Every kind of key, the columns of a kind together, and how many rows may share one and stand near in one."""
    for held in (features.phone, features.email, features.document):
        if held is not None:
            yield [_number(held.codes)], CAP, _NEAR
    bones = [_number(each) for each in features.name.bones.T[:_NAMES]] if features.name is not None else []
    bones = [each for each in bones if each.any()]
    places = features.place.rarest(_PLACES) if features.place is not None else []
    day, year = _birth(features)
    yield _pairs(bones, [None]), _NAMESAKES, 0
    yield _pairs(bones, places), CAP, 0
    yield (both(name, place) for name in bones for place in places), _WEAK, 0
    if year is not None and day is not None:
        yield _pairs(bones, [year]), CAP, 0
        yield (both(name, day) for name in bones), CAP, 0
        yield (both(place, day) for place in places), CAP, 0
        firsts = features.name.first_letters.T[: len(bones)] if features.name is not None else ()
        yield (both(_number(each), day) for each in firsts) if bones else [day], _WEAK, 0


def _pairs(bones: Sequence[Keys], more: Sequence[Keys | None]) -> Iterator[Keys]:
    """Keys of two words of a name, whichever comes first, with what else must agree."""
    for one, other in combinations(bones, 2):
        two = both(np.minimum(one, other), np.maximum(one, other))
        yield from (two if each is None else both(two, each) for each in more)


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
