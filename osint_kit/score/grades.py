"""Agreement of grades: source A-F and information 1-6, off-scale values matched exactly."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

SCALES = ("ABCDE", "12345")
_CREDIT = (1.0, 0.5)


def agreement(found: str, true: str) -> float:
    """Credit for one letter or digit: 1, 0.5, 0 for a distance of 0, 1, 2 or more; F and 6 stand off the scale.

    >>> [agreement(*pair) for pair in ("BB", "BC", "BD", "FF", "FE", "12", "66", "65")]
    [1.0, 0.5, 0.0, 1.0, 0.0, 0.5, 1.0, 0.0]
    """
    if found == true:
        return 1.0
    scale = next((scale for scale in SCALES if found in [*scale] and true in [*scale]), "")
    if not scale:
        return 0.0
    distance = abs(scale.index(found) - scale.index(true))
    return _CREDIT[distance] if distance < len(_CREDIT) else 0.0


def kappa(found: Sequence[str], true: Sequence[str], scale: str) -> float:
    """Quadratic-weighted kappa over the pairs that stand on the scale; 0 without any.

    >>> kappa("ABC", "ABC", "ABCDE"), kappa("AE", "EA", "ABCDE")
    (1.0, -1.0)
    >>> kappa("", "", "ABCDE"), kappa("B", "B", "ABCDE")
    (0.0, 1.0)
    """
    pairs = [(scale.index(a), scale.index(b)) for a, b in zip(found, true, strict=True) if a in scale and b in scale]
    if not pairs:
        return 0.0
    rows, columns = Counter(a for a, _b in pairs), Counter(b for _a, b in pairs)
    seen = sum((a - b) ** 2 for a, b in pairs)
    chance = sum((a - b) ** 2 * rows[a] * columns[b] for a in rows for b in columns) / len(pairs)
    return 1.0 - seen / chance if chance else 1.0


def halo(found: Sequence[tuple[str, str]], true: Sequence[tuple[str, str]]) -> float:
    """Share of items graded with one rank for letter and digit although the truth has two.

    >>> halo([("A", "1"), ("B", "4")], [("A", "3"), ("B", "4")])
    0.5
    """
    pairs = list(zip(found, true, strict=True))
    return sum(_level(a) and not _level(b) for a, b in pairs) / (len(pairs) or 1)


def _level(grade: tuple[str, str]) -> bool:
    return "ABCDEF".find(grade[0]) == "123456".find(grade[1])
