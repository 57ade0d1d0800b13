"""What speaks for each candidate pair, and how any pair of rows is weighed against the rest of its cluster."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from osint_kit.resolve.features import Features
from osint_kit.resolve.levels import Compared, compare
from osint_kit.resolve.sharing import Shared
from osint_kit.resolve.weights import Model, fitted, weighed

Ints = npt.NDArray[np.int32]
Floats = npt.NDArray[np.float64]

_DRAWN = 100_000


@dataclass(frozen=True, slots=True)
class Evidence:
    """Candidate pairs of a table, compared and weighed.

    Attributes:
        odds: log2 odds that a pair is one person.
    """

    features: Features
    left: Ints
    right: Ints
    compared: Compared
    shared: Shared
    model: Model
    odds: Floats

    @classmethod
    def of(cls, held: Features, compared: Compared, left: Ints, right: Ints) -> Evidence:
        """Learn the weights of a table and weigh its candidate pairs."""
        shared = Shared.of(held, compared, left)
        limits = shared.limits(compared, left)
        model = fitted(compared, drawn(held), limits, held.size)
        return cls(held, left, right, compared, shared, model, weighed(model, compared, limits)[0])

    def links(self, left: Ints, right: Ints) -> Floats:
        """Weight of a link between any two rows: the odds, or, where they are low, only what speaks against."""
        compared = compare(self.features, left, right)
        odds, against = weighed(self.model, compared, self.shared.limits(compared, left))
        return np.where(odds >= 0, odds, against)


def drawn(held: Features) -> Compared:
    """Pairs of rows from across the table, which are hardly ever one person's."""
    if held.size < 3:  # noqa: PLR2004 - nothing to draw from
        return Compared({}, {}, 0)
    rounds = max(1, min(_DRAWN // held.size, held.size // 2 - 1))
    rows = np.arange(held.size, dtype=np.int32)
    if held.size > _DRAWN:
        rows = rows[:: held.size // _DRAWN]
    shifts = [(held.size // 3 + step * 7919) % (held.size - 1) + 1 for step in range(rounds)]
    left = np.concatenate([rows] * rounds)
    right = np.concatenate([(rows + shift) % held.size for shift in shifts]).astype(np.int32)
    return compare(held, left, right)
