"""Precision, recall and F1, plain and weighted."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Counts:
    """True positives, false positives, false negatives; weights are allowed.

    >>> counts = Counts(right=6, wrong=2, missed=4)
    >>> f"{counts.precision:.3f} {counts.recall:.3f} {counts.f1:.3f}"
    '0.750 0.600 0.667'
    >>> Counts(right=0, wrong=0, missed=10).f1
    0.0
    """

    right: float
    wrong: float
    missed: float

    @property
    def precision(self) -> float:
        """Share of what was submitted that is right; 0 when nothing was submitted."""
        return _share(self.right, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """Share of the truth that was found."""
        return _share(self.right, self.right + self.missed)

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; 0 when undefined."""
        return _share(2 * self.right, 2 * self.right + self.wrong + self.missed)

    def unit(self, points: float) -> float:
        """Points that one wrong or missed weight costs, and half of what one right weight earns.

        Since F1 = 2·right / (2·right + wrong + missed), right weights earn two units each and make up the points
        reached; wrong and missed ones cost one unit each and make up the points lost.

        >>> counts = Counts(right=6, wrong=2, missed=4)
        >>> abs(2 * 6 * counts.unit(90) - 90 * counts.f1) < 1e-9
        True
        """
        whole = 2 * self.right + self.wrong + self.missed
        return points / whole if whole else 0.0


def _share(part: float, whole: float) -> float:
    return part / whole if whole else 0.0
