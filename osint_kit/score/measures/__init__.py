"""Measures: one file per step that is scored.

In:  Sheet
Out: StepScore, whose explanations add up: what was earned makes up the points, what was lost the rest of the maximum
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeAlias

from osint_kit.registry import Registry
from osint_kit.score.sheet import Sheet


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why points were earned (above 0) or lost (below 0), and where to look: an item's address, or an id."""

    step: str
    what: str
    pointer: str
    points: float


@dataclass(frozen=True, slots=True)
class StepScore:
    """Points of one step; `facts` holds the figures behind them (precision, recall …)."""

    step: str
    points: float
    maximum: float
    explanations: tuple[Explanation, ...]
    facts: Mapping[str, float] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        step: str,
        maximum: float,
        explanations: Iterable[Explanation],
        facts: Mapping[str, float] | None = None,
        *,
        penalties: Iterable[Explanation] = (),
        floor: float = 0.0,
    ) -> StepScore:
        """Add up what was earned, and take off the penalties (below 0) until nothing is left above the floor."""
        listed = list(explanations)
        points = sum(each.points for each in listed if each.points > 0)
        for each in penalties:
            taken = max(each.points, floor - points)
            points += taken
            listed.append(replace(each, points=taken))
        return cls(step, round(points, 6), maximum, tuple(listed), facts or {})


Measure: TypeAlias = Callable[[Sheet], StepScore]

measures: Registry[Measure] = Registry(__name__)
measure = measures.register
