"""Values that several persons use: a family's handset, a number given out again, the telephone of a shop.

Sharing a value speaks for one person only as far as those who share it go by one name: among its holders, pairs of one
name and pairs of two names are counted, and the odds between them are the most that the value can bring.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from osint_kit.resolve.aligning import PARTIAL
from osint_kit.resolve.features import Features
from osint_kit.resolve.levels import DIFFERENT, EQUAL, Compared

Ints = npt.NDArray[np.int32]
Floats = npt.NDArray[np.float32]

SELECTORS = ("phone", "email", "document")
"""Fields whose values one person is expected to have alone."""
_DOUBTED = 2.0
"""log2 odds below which a value is said to be several persons'."""
_FEW = 4
"""Holders that a value may have where nothing tells whether they are one person; with more, it says less."""
_DOUBT = 0.5
"""Pairs of each kind counted before any is seen."""


@dataclass(frozen=True, slots=True)
class Shared:
    """How much the values of a table say about who holds them.

    Attributes:
        codes: by field, the number of each row's value.
        odds: by field, the most log2 odds that sharing a value may leave, by value; infinite where nobody differs.
    """

    codes: Mapping[str, Ints]
    odds: Mapping[str, Floats]

    @classmethod
    def of(cls, held: Features, compared: Compared, left: Ints) -> Shared:
        """Count, over the candidate pairs, who shares each value."""
        codes = {field: getattr(held, field).codes for field in SELECTORS if field in compared.levels}
        return cls(codes, {field: _odds(each, compared, field, left) for field, each in codes.items()})

    def limits(self, compared: Compared, left: Ints) -> dict[str, Floats]:
        """By field, the most log2 odds that it may leave for each pair."""
        found = {}
        for field, codes in self.codes.items():
            shared = compared.levels[field] == EQUAL
            found[field] = np.where(shared, self.odds[field][codes[left]], np.inf).astype(np.float32)
        return found

    def doubted(self, field: str, rows: npt.NDArray[np.integer]) -> npt.NDArray[np.bool_]:
        """Whether the value of each row is used by differently named persons."""
        return np.asarray(self.odds[field][self.codes[field][rows]] < _DOUBTED)


def _odds(codes: Ints, compared: Compared, field: str, left: Ints) -> Floats:
    shared, size = compared.levels[field] == EQUAL, int(codes.max(initial=-1)) + 1
    names, dates = (compared.level(name) for name in ("name", "birth_date"))
    differ = (names >= PARTIAL) | ((names == -1) & (dates == DIFFERENT))
    agree = (names >= 0) & (names < PARTIAL) & (dates != DIFFERENT)
    against = np.bincount(codes[left[shared & differ]], minlength=size)
    along = np.bincount(codes[left[shared & agree]], minlength=size)
    odds = np.where(against > 0, np.log2((along + _DOUBT) / (against + _DOUBT)), np.inf)
    holders = np.bincount(codes[codes >= 0], minlength=size)
    unknown = (along + against == 0) & (holders > _FEW)
    return np.where(unknown, np.log2(2 * _FEW / np.maximum(holders, 1)), odds).astype(np.float32)
