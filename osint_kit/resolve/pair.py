"""A candidate pair."""

from __future__ import annotations

from dataclasses import dataclass

from osint_kit.resolve.subjects import Subject


@dataclass(frozen=True, slots=True)
class Pair:
    """One candidate pair."""

    left: str
    right: str
    score: float
    rule: str
    reason: str

    @classmethod
    def of(cls, one: Subject, other: Subject, score: float, rule: str, reason: str) -> Pair:
        """Order the ends."""
        left, right = sorted((one.id, other.id))
        return cls(left, right, round(score, 3), rule, reason)
