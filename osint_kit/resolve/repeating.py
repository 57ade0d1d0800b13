"""Records that say the same as another, word for word: they follow it and are not compared with all others again."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

from osint_kit.resolve.features import Features
from osint_kit.resolve.levels import compare
from osint_kit.resolve.shifting import mixed
from osint_kit.resolve.weights import shipped, weighed

Longs = npt.NDArray[np.int64]


def repeats(held: Features, decided: Longs, *, threshold: float) -> Longs:
    """Row that each row repeats, the first of its kind; itself where it repeats none, or where that says too little.

    Args:
        decided: rows that a decision names; they stand for themselves.
        threshold: log2 odds from which two records that agree in all are one person.
    """
    rows = np.arange(held.size)
    first = _firsts(held)
    alone = np.zeros(held.size, dtype=bool)
    alone[decided] = True
    if held.listing is not None:
        alone |= held.listing >= 0
    again = np.flatnonzero((first != rows) & ~alone & ~alone[first])
    one, other = first[again].astype(np.int32), again.astype(np.int32)
    odds, _against = weighed(shipped(held.size), compare(held, one, other), {})
    found = rows.copy()
    found[again] = np.where(odds >= threshold, first[again], again)
    return found


def _firsts(held: Features) -> Longs:
    """First row that says what each row says."""
    said = np.ones(held.size, dtype=np.uint64)
    for words in (held.name, held.place):
        for codes in () if words is None else words.codes.T:
            said = mixed(said, codes)
    for column in (held.date, held.phone, held.email, held.document):
        if column is not None:
            said = mixed(said, column.codes)
    order = np.argsort(said, kind="stable")
    new = np.r_[True, said[order][1:] != said[order][:-1]] if len(order) else np.empty(0, dtype=bool)
    first = np.empty(held.size, dtype=np.int64)
    first[order] = order[np.flatnonzero(new)][np.cumsum(new) - 1]
    return first
