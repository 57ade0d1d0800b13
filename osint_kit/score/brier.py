"""Square distance of probabilities from what came true (Brier), in the bands of the seven terms."""

from __future__ import annotations

from collections.abc import Mapping

from osint_kit.knowledge.doctrine import bands

MIDPOINTS = {band.id: band.midpoint for band in bands("icd203")}
"""Term → middle of its band."""


def penalty(term: str, outcome: bool) -> float:  # noqa: FBT001 - the outcome is the value scored
    """Square distance of a term's midpoint from the outcome; 1 for anything that is no term.

    >>> terms = [("EP-5", True), ("EP-6", True), ("EP-3", False), ("EP-7", False)]
    >>> f"{sum(penalty(*each) for each in terms) / 4:.3f}", penalty("", True)
    ('0.292', 1.0)
    """
    return (MIDPOINTS[term] - outcome) ** 2 if term in MIDPOINTS else 1.0


def best(outcome: bool) -> float:  # noqa: FBT001 - the outcome is the value scored
    """The least that any term can have."""
    return min(penalty(term, outcome) for term in MIDPOINTS)


def multiple(said: Mapping[str, float], true: Mapping[str, bool]) -> float:
    """Mean square distance over rival hypotheses; those that are true share the probability of 1.

    >>> multiple({"H1": 1.0}, {"H1": True, "H2": False}), multiple({}, {"H1": True, "H2": False})
    (0.0, 0.5)
    """
    share = 1 / (sum(true.values()) or 1)
    return sum((said.get(name, 0.0) - share * is_true) ** 2 for name, is_true in true.items()) / (len(true) or 1)


def credit(said: Mapping[str, float], true: Mapping[str, bool]) -> float:
    """What the probabilities gain over holding all hypotheses equally likely; never below 0.

    >>> credit({"H1": 1.0}, {"H1": True, "H2": False}), credit({"H1": 0.5, "H2": 0.5}, {"H1": True, "H2": False})
    (1.0, 0.0)
    """
    equal = multiple(dict.fromkeys(true, 1 / (len(true) or 1)), true)
    return max(0.0, 1 - multiple(said, true) / equal) if equal else 0.0
