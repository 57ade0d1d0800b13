"""Scales of likelihood: the bands of their terms, and which band holds a probability."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import cache

from osint_kit.errors import UnknownPlugin
from osint_kit.knowledge.doctrine.records import raw_groups

SCALES = ("icd203", "phia")


@dataclass(frozen=True, slots=True)
class Band:
    """One term of a scale. Probabilities run from 0 to 1; `low` belongs to the band, `high` does not.

    Attributes:
        terms: the term in the words of the scale, one per row of its table.
        midpoint: what a score takes for the term; a convention of this project.
        open_low: `low` does not belong to it after all: the scale says "above".
        closed: `high` belongs to it: the next band does not begin there.
    """

    id: str
    terms: tuple[str, ...]
    low: float
    high: float
    midpoint: float
    open_low: bool = False
    closed: bool = False

    def holds(self, probability: float) -> bool:
        """Whether the band holds a probability."""
        above = probability > self.low if self.open_low else probability >= self.low
        return above and (probability <= self.high if self.closed else probability < self.high)


@cache
def bands(scale: str = "icd203") -> tuple[Band, ...]:
    """The bands of a scale, the least likely first.

    >>> [(band.id, band.low, band.high) for band in bands()][3]
    ('EP-4', 0.45, 0.55)

    Raises:
        UnknownPlugin: there is no such scale.
    """
    if scale not in SCALES:
        raise UnknownPlugin.expected(", ".join(SCALES), found=repr(scale), where="scale")
    rows = next(group["records"] for group in raw_groups() if group.get("scale") == scale)
    return tuple(
        Band(
            id=row["id"],
            terms=(*row["row1"], *row.get("row2", ())),
            low=row["low"] / 100,
            high=row["high"] / 100,
            midpoint=row["midpoint"] / 100,
            open_low=row.get("open_low", False),
            closed=row.get("closed", False),
        )
        for row in rows
    )


def band_of(probability: float, scale: str = "icd203") -> Band | None:
    """The band that holds a probability from 0 to 1; None where the scale has no term for it.

    ICD 203 has none below 1 and from 99 per cent on, since no judgement is certain; PHIA leaves gaps on purpose.

    >>> band_of(0.55).id, band_of(0.2).id, band_of(0.22, "phia"), band_of(1.0)
    ('EP-5', 'EP-3', None, None)

    Raises:
        ValueError: the number is no probability.
    """
    if not 0 <= probability <= 1 or math.isnan(probability):
        raise ValueError(f"expected a probability from 0 to 1, found {probability}")
    return next((band for band in bands(scale) if band.holds(probability)), None)
