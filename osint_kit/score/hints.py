"""What hints cost: a share of what the step itself earned, never a debt."""

from __future__ import annotations

from dataclasses import replace

from osint_kit.messages import _
from osint_kit.score.measures import Explanation, StepScore

SHARES = (0.0, 0.10, 0.25, 0.50)
"""Hints taken → share of the step's own award that they cost in all."""


def share(taken: int) -> float:
    """What so many hints cost in all; more than three cost no more.

    >>> [share(taken) for taken in (-1, 0, 1, 2, 3, 9)]
    [0.0, 0.0, 0.1, 0.25, 0.5, 0.5]
    """
    return SHARES[min(max(taken, 0), len(SHARES) - 1)]


def priced(step: StepScore, taken: int) -> StepScore:
    """Take the price of the hints off a step's points; `facts` keep the number of hints and what was taken off."""
    if taken <= 0:
        return step
    cost = round(max(0.0, step.points) * share(taken), 6)
    facts = {**step.facts, "hints": float(taken), "hints_cost": cost}
    if not cost:
        return replace(step, facts=facts)
    what = _("{count} hints taken: {share:.0f} % of what the step earned").format(count=taken, share=100 * share(taken))
    line = Explanation(step.step, what, step.step, -cost)
    return replace(step, points=round(step.points - cost, 6), explanations=(*step.explanations, line), facts=facts)
