"""Many comparisons at once: each distinct name is read once, pairs that cannot meet are told apart by bits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from osint_kit.knowledge.names.aligning import judge
from osint_kit.knowledge.names.units import Read, Shown, read

_CHUNK = 65536
_NONE = Shown((1 << 64) - 1, 0, 0)
_Bits = NDArray[np.uint64]


def compare_many(lefts: Sequence[str], rights: Sequence[str]) -> NDArray[np.float64]:
    """Scores of pairs of names, the same as `compare` gives one by one.

    Args:
        lefts: one name of each pair.
        rights: the other name of each pair; as many.

    Returns:
        float64 (pairs,), 0..1.

    Raises:
        ValueError: the two are not of one length.

    >>> compare_many(["Карим Саидов", "Далер Саидов"], ["Karim Saidov", "Karim Saidov"]).round(1).tolist()
    [1.0, 0.0]
    """
    if len(lefts) != len(rights):
        raise ValueError((len(lefts), len(rights)))
    names, (ours, theirs) = _numbered(lefts, rights)
    pairs, back = np.unique(ours * len(names) + theirs, return_inverse=True)
    left, right = np.divmod(pairs, max(1, len(names)))
    return score_pairs([read(name) for name in names], left, right)[back]


def score_pairs(parsed: Sequence[Read], left: NDArray[np.int64], right: NDArray[np.int64]) -> NDArray[np.float64]:
    """Scores of pairs given as positions among names that are read already."""
    bits = _bits(parsed)
    scores = np.zeros(len(left))
    for start in range(0, len(left), _CHUNK):
        part = slice(start, start + _CHUNK)
        for place in np.flatnonzero(_may_meet(bits, left[part], right[part])) + start:
            scores[place] = judge(parsed[left[place]], parsed[right[place]]).score
    return scores


def _numbered(lefts: Iterable[str], rights: Iterable[str]) -> tuple[list[str], list[NDArray[np.int64]]]:
    numbers: dict[str, int] = {}
    codes = [
        np.fromiter((numbers.setdefault(name, len(numbers)) for name in side), dtype=np.int64)
        for side in (lefts, rights)
    ]
    return list(numbers), codes


def _bits(parsed: Sequence[Read]) -> tuple[_Bits, _Bits, _Bits]:
    """Bits of each name's units: three arrays (units, names), filled up with bits that meet nothing."""
    shown = [[unit.shown for unit in (*each.single, *each.glued)] for each in parsed]
    width = max((len(each) for each in shown), default=0)
    flat = (bit for each in shown for bits in (*each, *([_NONE] * (width - len(each)))) for bit in bits)
    table = np.fromiter(flat, dtype=np.uint64).reshape(len(shown), width, 3)
    return tuple(np.ascontiguousarray(table[:, :, part].T) for part in range(3))  # type: ignore[return-value]  # three of them


def _may_meet(bits: tuple[_Bits, _Bits, _Bits], left: NDArray[np.int64], right: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Whether any unit of the one name may meet any of the other: see `units.may_meet`."""
    must, covers, names = bits
    found = np.zeros(len(left), dtype=np.bool_)
    ours = [(must[place][left], ~covers[place][left], names[place][left]) for place in range(len(must))]
    for place in range(len(must)):
        its, lacks, known = must[place][right], ~covers[place][right], names[place][right]
        for mine, missing, mine_known in ours:
            found |= (((mine & lacks) | (its & missing)) == 0) | _both(mine_known & known)
    return found


_LOW = np.uint64((1 << 32) - 1)
_HALF = np.uint64(32)


def _both(shared: _Bits) -> NDArray[np.bool_]:
    both: NDArray[np.bool_] = ((shared & _LOW) != 0) & ((shared >> _HALF) != 0)
    return both
