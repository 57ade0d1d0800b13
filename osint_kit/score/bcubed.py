"""B-cubed and pairwise agreement of two ways to group the same things."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from osint_kit.score.f1 import Counts

Groups = Mapping[Hashable, Hashable]
"""Thing → label of its group."""


@dataclass(frozen=True, slots=True)
class BCubed:
    """B-cubed precision and recall; `each` holds both per thing."""

    precision: float
    recall: float
    each: Mapping[Hashable, tuple[float, float]]

    @property
    def f1(self) -> float:
        """Harmonic mean; 0 when undefined."""
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def labels(groups: Iterable[Sequence[Hashable]], things: Iterable[Hashable]) -> dict[Hashable, Hashable]:
    """Label things by the first group that holds them; one that no group holds is a group of its own."""
    found: dict[Hashable, Hashable] = {}
    for number, group in enumerate(groups):
        for thing in group:
            found.setdefault(thing, number)
    return {thing: found.get(thing, ("alone", thing)) for thing in things}


def bcubed(truth: Groups, submitted: Groups) -> BCubed:
    """Compare two groupings of the same things.

    >>> truth = {1: "a", 2: "a", 3: "a", 4: "b", 5: "b"}
    >>> submitted = {1: "x", 2: "x", 3: "y", 4: "y", 5: "y"}
    >>> result = bcubed(truth, submitted)
    >>> f"{result.precision:.3f} {result.recall:.3f} {result.f1:.3f}"
    '0.733 0.733 0.733'
    """
    size, asked, both = Counter(truth.values()), Counter(submitted[thing] for thing in truth), _cells(truth, submitted)
    each = {
        thing: (
            both[label, submitted[thing]] / asked[submitted[thing]],
            both[label, submitted[thing]] / size[label],
        )
        for thing, label in truth.items()
    }
    count = len(each) or 1
    return BCubed(sum(p for p, _r in each.values()) / count, sum(r for _p, r in each.values()) / count, each)


def pairwise(truth: Groups, submitted: Groups) -> Counts:
    """Count pairs of things put together.

    >>> truth = {1: "a", 2: "a", 3: "a", 4: "b", 5: "b"}
    >>> counts = pairwise(truth, {1: "x", 2: "x", 3: "y", 4: "y", 5: "y"})
    >>> counts.precision, counts.recall
    (0.5, 0.5)
    """
    right = _pairs(_cells(truth, submitted).values())
    together = _pairs(Counter(submitted[thing] for thing in truth).values())
    same = _pairs(Counter(truth.values()).values())
    return Counts(right, together - right, same - right)


def credit(f1: float, alone: float) -> float:
    """What grouping adds to leaving everything apart; never below 0.

    >>> credit(0.8, 0.6), credit(0.5, 0.6), credit(1.0, 1.0)
    (0.5, 0.0, 1.0)
    """
    if alone >= 1:
        return 1.0 if f1 >= 1 else 0.0
    return round(max(0.0, (f1 - alone) / (1 - alone)), 12)


def _cells(truth: Groups, submitted: Groups) -> Counter[tuple[Hashable, Hashable]]:
    return Counter((label, submitted[thing]) for thing, label in truth.items())


def _pairs(sizes: Iterable[int]) -> int:
    return sum(size * (size - 1) // 2 for size in sizes)
