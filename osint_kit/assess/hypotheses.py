"""Competing hypotheses: which explanation has the least against it, and what would change that."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp, fsum
from types import MappingProxyType

import pandas as pd

from osint_kit.assess.diagnostic import diagnosticity
from osint_kit.messages import N_, _
from osint_kit.model.tables import HYPOTHESES

HYPOTHESES_ASKED = MappingProxyType(
    {
        "H1": N_("smuggling by an organised group"),
        "H2": N_("smuggling by loosely linked freelancers"),
        "H3": N_("trafficking, or smuggling that turned into it"),
        "H4": N_("lawful business, no offence"),
        "H5": N_("unpaid help by family or for humanity's sake"),
        "H6": N_("a planted or deceptive picture"),
    }
)
AGAINST = MappingProxyType({"I": 1.0, "II": 2.0})
_PARTS = 256
"""Probabilities are whole parts of this power of two: their sum is exactly one in any order of adding."""
_SHARP = 3.0
"""How much less likely a hypothesis becomes with the mean of what speaks against all (own convention)."""
_SURE = 0.5


def hypotheses(matrix: pd.DataFrame) -> pd.DataFrame:
    """Weigh what speaks against each hypothesis, and divide one between them.

    Args:
        matrix: frame MATRIX, decided rows where there are any, else proposals.

    Returns:
        Frame HYPOTHESES, the one with the least against it first; with an empty matrix all are alike.
    """
    against = inconsistency(matrix)
    shares = dict(zip(against, probabilities(tuple(against.values())), strict=True))
    ordered = sorted(against, key=lambda name: (against[name], name))
    reason = _(
        "{sum} against it over {count} documents, I = 1, II = 2, by how much each tells; a proposal to be checked"
    )
    return HYPOTHESES.frame(
        {
            "hypothesis": name,
            "label": _(HYPOTHESES_ASKED[name]),
            "probability": shares[name],
            "inconsistency": round(against[name], 4),
            "score": _SURE,
            "reason": reason.format(sum=f"{against[name]:.2f}", count=len(matrix)),
        }
        for name in ordered
    )


def inconsistency(matrix: pd.DataFrame) -> dict[str, float]:
    """Weighted inconsistency of each hypothesis: mark times diagnosticity times how sure the row is."""
    names = list(HYPOTHESES_ASKED)
    rows = [[str(row[name]) for name in names] for row in matrix.to_dict("records")]
    weights = [diagnosticity(row) * score for row, score in zip(rows, matrix["score"].tolist(), strict=True)]
    return {
        name: fsum(AGAINST.get(row[place], 0.0) * weight for row, weight in zip(rows, weights, strict=True))
        for place, name in enumerate(names)
    }


def probabilities(against: Sequence[float]) -> tuple[float, ...]:
    """Shares of one, the less against the more; none is quite excluded, and they sum to exactly one.

    >>> sum(probabilities([0.0, 1.0, 3.0])), probabilities([2.0, 2.0])
    (1.0, (0.5, 0.5))
    """
    mean = fsum(against) / len(against) or 1.0
    raw = [exp(-_SHARP * each / mean) for each in against]
    free = _PARTS - len(against)
    parts = [1 + int(free * each / fsum(raw)) for each in raw]
    for place in sorted(range(len(raw)), key=lambda at: (against[at], at))[: _PARTS - sum(parts)]:
        parts[place] += 1
    return tuple(part / _PARTS for part in parts)


def sensitivity(matrix: pd.DataFrame) -> dict[str, tuple[str, ...]]:
    """Documents without which the order of the hypotheses changes.

    Returns:
        Document id → hypotheses in their new order; empty if no single document decides.
    """
    before = _order(matrix)
    without = {each: _order(matrix[matrix["document"] != each]) for each in matrix["document"].tolist()}
    return {document: order for document, order in without.items() if order != before}


def _order(matrix: pd.DataFrame) -> tuple[str, ...]:
    against = inconsistency(matrix)
    return tuple(sorted(against, key=lambda name: (round(against[name], 9), name)))
