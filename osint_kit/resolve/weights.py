"""Fellegi-Sunter weights: what an agreement is worth against chance, learnt from the table without labels.

How often a level shows between records of two persons is counted on pairs drawn across the table; how often it shows
within one person is learnt by expectation maximisation, which starts from shipped shares and never quite leaves them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from osint_kit.resolve.aligning import OTHER, PARTIAL
from osint_kit.resolve.levels import AGREEING, ALMOST, COUNTS, EQUAL, SLIP, Compared

Floats = npt.NDArray[np.float64]

_WITHIN = {
    "name": (0.62, 0.22, 0.06, 0.08, 0.02),
    "birth_date": (0.78, 0.04, 0.07, 0.05, 0.03, 0.03),
    "phone": (0.62, 0.06, 0.32),
    "email": (0.72, 0.08, 0.20),
    "document": (0.82, 0.10, 0.08),
    "place": (0.66, 0.14, 0.06, 0.14),
}
"""Shares of the levels within one person. Own estimates, unreviewed."""
_BY_CHANCE = {
    "name": (1e-5, 1e-5, 1e-3, 0.03, 0.97),
    "birth_date": (6e-5, 6e-5, 1e-3, 2e-2, 2e-2, 0.96),
    "phone": (1e-6, 2e-5, 1.0),
    "email": (1e-6, 2e-5, 1.0),
    "document": (1e-7, 2e-5, 1.0),
    "place": (0.02, 0.05, 0.1, 0.83),
}
"""Shares of the levels between two persons, for a table too small to tell. Own estimates, unreviewed."""
_TRUST_WITHIN, _TRUST_CHANCE = 400.0, 1000.0
"""Pairs that the shipped shares count as."""
_ROUNDS, _SAMPLE = 10, 100_000
_UNSURE = -1.0
"""Most log2 odds of two names that differ, where nothing that one person has alone says otherwise."""
_POPULATION = 10_000
"""Persons whom the records of a small table may be drawn from: in a short list, too, there are namesakes."""
_PARTNERS = 0.5
"""Other records of one person that are expected of a record before anything is compared."""


@dataclass(frozen=True, slots=True)
class Model:
    """What is known of a table.

    Attributes:
        within: shares of the levels within one person, by field.
        chance: shares of the levels between two persons, by field.
        prior: log2 odds that two records drawn at random are one person's.
    """

    within: Mapping[str, Floats]
    chance: Mapping[str, Floats]
    prior: float


def shipped(size: int) -> Model:
    """The model of a table about which nothing is known but its size."""
    return Model(
        {field: np.array(shares) for field, shares in _WITHIN.items()},
        {field: np.array(shares) / sum(shares) for field, shares in _BY_CHANCE.items()},
        _prior(size, _PARTNERS),
    )


def _prior(size: int, partners: float) -> float:
    """log2 odds of two records drawn at random, each of which has so many partners among as many as there may be."""
    return float(np.log2(partners / max(size, _POPULATION)))


def fitted(compared: Compared, drawn: Compared, limits: Mapping[str, npt.NDArray[np.float32]], size: int) -> Model:
    """Learn a model from candidate pairs and from pairs drawn at random.

    Args:
        limits: by field, the most log2 odds that an agreement may leave behind, prior included.
    """
    model = replace(shipped(size), chance=_chance(drawn, shipped(size)))
    step = max(len(compared) // _SAMPLE, 1)
    sample = compared.every(step)
    held = {field: each[::step] for field, each in limits.items()}
    every = size * max(size, _POPULATION) / 2
    for _round in range(_ROUNDS if len(sample) else 0):
        sure = 1 / (1 + np.exp2(-np.clip(weighed(model, sample, held)[0], -60, 60)))
        expected = max(float(sure.sum()) * step, 1.0) + _PARTNERS
        prior = min(float(np.log2(expected / every)), _prior(size, 2.0))
        model = Model(_within(sample, sure), model.chance, prior)
    return model


def field_weight(
    model: Model, compared: Compared, field: str, limits: Mapping[str, npt.NDArray[np.float32]]
) -> npt.NDArray[np.float64]:
    """log2 of the ratio by which one field speaks for one person (above 0) or against; 0 where a value is missing."""
    levels, rare = compared.levels[field], AGREEING[field]
    table = np.log2(model.within[field])
    table[rare:] -= np.log2(model.chance[field][rare:])
    found = np.append(table, 0.0)[levels]
    agrees = (levels >= 0) & (levels < rare)
    found += np.where(agrees, compared.bits[field], 0)
    if field in limits:
        found = np.where(levels == 0, np.minimum(found, limits[field] - model.prior), found)
    return np.asarray(found)


def weighed(model: Model, compared: Compared, limits: Mapping[str, npt.NDArray[np.float32]]) -> tuple[Floats, Floats]:
    """log2 odds of each pair, and the part of them that speaks against it."""
    odds, against = np.full(len(compared), model.prior), np.zeros(len(compared))
    for field in compared.levels:
        weight = field_weight(model, compared, field, limits)
        odds += weight
        against += np.minimum(weight, 0)
    unsure = two_names(compared)
    odds[unsure] = np.minimum(odds[unsure], _UNSURE)
    return odds, against


def two_names(compared: Compared) -> npt.NDArray[np.bool_]:
    """Pairs of different names that nothing calls one person.

    Names that agree in part need a date of birth or a document; names that do not agree at all need a document, or a
    date of birth and a telephone or an address of mail.
    """
    names, born, document = (compared.level(field) for field in ("name", "birth_date", "document"))
    papers = (document >= 0) & (document <= ALMOST)
    day = (born >= 0) & (born <= SLIP)
    reached = (compared.level("phone") == EQUAL) | (compared.level("email") == EQUAL)
    return np.asarray((names == PARTIAL) & ~(papers | day) | (names == OTHER) & ~(papers | day & reached))


def _within(sample: Compared, sure: Floats) -> dict[str, Floats]:
    found = {}
    for field, levels in sample.levels.items():
        counts = np.bincount(levels + 1, weights=sure, minlength=COUNTS[field] + 1)[1:]
        held = counts + _TRUST_WITHIN * np.array(_WITHIN[field])
        found[field] = held / held.sum()
    return found


def _chance(drawn: Compared, base: Model) -> dict[str, Floats]:
    found = dict(base.chance)
    for field, levels in drawn.levels.items():
        counts = np.bincount(levels + 1, minlength=COUNTS[field] + 1)[1:] + _TRUST_CHANCE * base.chance[field]
        found[field] = counts / counts.sum()
    return found
