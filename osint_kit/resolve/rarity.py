"""How surprising it is to agree in a value: the fewer persons have it, the more.

A value's persons are counted by the different names and dates of birth that stand beside it: a short list may name one
man sixty times, which makes his name no common one.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import pandas as pd

from osint_kit.resolve.dates import Dates
from osint_kit.resolve.shifting import mixed
from osint_kit.resolve.words import Words

Floats = npt.NDArray[np.float32]

_TRUST = 2000.0
"""Records that the shipped share of an unseen value counts as."""
_UNSEEN = {"name": 2e-3, "birth_date": 6e-5, "phone": 1e-6, "email": 1e-6, "document": 1e-7, "place": 2e-3}
"""Share of a value that one person of the table has, in a large population. Own estimates, unreviewed."""
_SELF = 2.0
"""Times that one person is counted, who is written with and without a date of birth."""


def rarities(size: int, name: Words | None, date: Dates | None, place: Words | None) -> dict[str, Floats]:
    """Bits of an agreement, by field: by skeleton for words, by date for dates, one for all selectors."""
    weights = _persons(size, name, date)
    found = {}
    if name is not None:
        found["name"] = surprise("name", *_counted(name, weights))
    if place is not None:
        found["place"] = surprise("place", *_counted(place, weights))
    if date is not None:
        held = date.codes >= 0
        often = np.bincount(date.codes[held], weights=weights[held], minlength=len(date.parts))
        found["birth_date"] = surprise("birth_date", np.asarray(often, dtype=np.float64), float(weights[held].sum()))
    return found | {field: surprise(field, np.zeros(1), size) for field in ("phone", "email", "document")}


def surprise(field: str, persons: npt.NDArray[np.float64], size: float) -> Floats:
    """Bits of an agreement in values that so many persons of a table have.

    >>> [round(float(bits)) for bits in surprise("name", np.array([1.0, 102.0]), 98_000)]
    [15, 10]
    """
    others = np.maximum(persons - _SELF, 0.0)
    return np.asarray(-np.log2((others + _TRUST * _UNSEEN[field]) / (size + _TRUST)), dtype=np.float32)


def _persons(size: int, name: Words | None, date: Dates | None) -> npt.NDArray[np.float64]:
    """The part of a person that each row counts as: rows of one name and one date of birth are one together."""
    if name is None:
        return np.ones(size)
    said = np.ones(size, dtype=np.uint64)
    for bones in np.sort(name.bones, axis=1).T:
        said = mixed(said, bones)
    if date is not None:
        said = mixed(said, date.codes)
    codes = pd.factorize(said)[0]
    weights = 1 / np.bincount(codes)[codes]
    return np.asarray(np.where(name.filled, weights, 1.0))


def _counted(words: Words, weights: npt.NDArray[np.float64]) -> tuple[npt.NDArray[np.float64], float]:
    """Persons by skeleton, and persons in all."""
    held = words.codes >= 0
    cells = np.broadcast_to(weights[:, None], words.codes.shape)[held]
    often = np.bincount(words.skeletons[words.codes[held]], weights=cells, minlength=len(words.shares))
    return np.asarray(often, dtype=np.float64), float(weights[words.filled].sum())
