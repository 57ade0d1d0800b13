"""Names compared in bulk: the words of two names aligned, each with one counterpart, and how surprising that is."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

import numpy as np
import numpy.typing as npt
import pandas as pd
from rapidfuzz.distance import OSA, Indel
from rapidfuzz.process import cpdist

from osint_kit.resolve.words import Words

Ints = npt.NDArray[np.int32]
Floats = npt.NDArray[np.float32]

FULL, CLOSE, SINGLE, PARTIAL, OTHER = range(5)
"""Names: all words agree; all agree but some by likeness; the only word agrees; some words differ; no word agrees."""
_EQUAL, _SPELT, _NEAR, _INITIAL = 1, 2, 3, 4
_LOST = {_SPELT: 0.5, _NEAR: 3.0}
"""Bits that an agreement by spelling or by likeness is worth less: more words could have agreed so."""
_ALTERNATE = (np.uint64(0x5555555555555555), np.uint64(0x3333333333333333), np.uint64(0x0F0F0F0F0F0F0F0F))
_BYTES = np.uint64(0x0101010101010101)
"""Masks with which set bits are counted by halves."""
_FIRST_LETTER = 2.5
_BITS_APART = 4
"""Most letters, by kind, in which two words of two slips differ."""
_ONE_SLIP, _TWO_SLIPS = 4, 8
"""Letters from which a word of one slip, and of two, is still likely the same."""


@dataclass(frozen=True, slots=True)
class Aligned:
    """Names of pairs, compared.

    Attributes:
        levels: FULL to OTHER, -1 where a name is missing.
        bits: surprise of the words that agree.
    """

    levels: npt.NDArray[np.int8]
    bits: Floats


def align(names: Words, left: Ints, right: Ints, surprise: Floats) -> Aligned:
    """Compare the names of pairs of rows.

    Args:
        surprise: bits of an agreement in each word, by skeleton.
    """
    ours, theirs = np.ascontiguousarray(names.codes[left].T), np.ascontiguousarray(names.codes[right].T)
    rules = _rules(names, ours, theirs)
    free, other = ours >= 0, theirs >= 0
    count, other_count = free.sum(axis=0), other.sum(axis=0)
    bits, likely = np.zeros(len(left), dtype=np.float32), np.zeros(len(left), dtype=bool)
    width = len(ours)
    for rule in (_EQUAL, _SPELT, _NEAR, _INITIAL):
        for i, j in product(range(width), repeat=2):
            hit = np.flatnonzero((rules[i, j] == rule) & free[i] & other[j])
            if not len(hit):
                continue
            free[i, hit] = other[j, hit] = False
            worth = np.minimum(surprise[names.skeletons[ours[i, hit]]], surprise[names.skeletons[theirs[j, hit]]])
            bits[hit] += _FIRST_LETTER if rule == _INITIAL else np.maximum(worth - _LOST.get(rule, 0.0), 1.0)
            likely[hit] |= rule > _SPELT
    return Aligned(_levels(count, other_count, free.sum(axis=0), other.sum(axis=0), likely), bits)


def _levels(
    ours: npt.NDArray[np.intp],
    theirs: npt.NDArray[np.intp],
    left: npt.NDArray[np.intp],
    right: npt.NDArray[np.intp],
    likely: npt.NDArray[np.bool_],
) -> npt.NDArray[np.int8]:
    """Level of each pair from the words that it has and the words left without a counterpart."""
    aligned, whole = ours - left, np.minimum(left, right) == 0
    levels = np.full(len(ours), OTHER, dtype=np.int8)
    levels[(aligned > 0) & ~whole] = PARTIAL
    levels[(aligned == 1) & whole] = SINGLE
    levels[(aligned > 1) & whole] = FULL
    levels[(aligned > 1) & whole & likely] = CLOSE
    levels[np.minimum(ours, theirs) == 0] = -1
    return levels


def _rules(names: Words, ours: Ints, theirs: Ints) -> npt.NDArray[np.int8]:
    """(width, width, pairs) by which rule a word of the one agrees with a word of the other; 0 for none."""
    width = len(ours)
    rules = np.zeros((width, width, ours.shape[1]), dtype=np.int8)
    settled, settled_other = np.zeros(ours.shape, dtype=bool), np.zeros(ours.shape, dtype=bool)
    for i, j in product(range(width), repeat=2):
        equal = (ours[i] == theirs[j]) & (ours[i] >= 0)
        rules[i, j][equal] = _EQUAL
        settled[i] |= equal
        settled_other[j] |= equal
    cells, packed, size = [], [], np.int64(max(len(names.texts), 1))
    for i, j in product(range(width), repeat=2):
        open_ = np.flatnonzero(~settled[i] & ~settled_other[j] & (ours[i] >= 0) & (theirs[j] >= 0))
        open_ = open_[_likely(names, ours[i, open_], theirs[j, open_])]
        cells.append((i, j, open_))
        one, other = ours[i, open_], theirs[j, open_]
        packed.append(np.minimum(one, other) * size + np.maximum(one, other))
    where, distinct = pd.factorize(np.concatenate(packed))
    found = _words_agree(names, (distinct // size).astype(np.int32), (distinct % size).astype(np.int32))[where]
    place = 0
    for i, j, rows in cells:
        rules[i, j, rows] = found[place : place + len(rows)]
        place += len(rows)
    return rules


def _likely(names: Words, one: Ints, other: Ints) -> npt.NDArray[np.bool_]:
    """Whether two words may agree at all, told from their letters."""
    apart = _ones(names.masks[one] ^ names.masks[other])
    short = names.lengths[one] == 1
    short |= names.lengths[other] == 1
    return np.asarray((apart <= _BITS_APART) | (names.skeletons[one] == names.skeletons[other]) | short)


def _ones(bits: npt.NDArray[np.uint64]) -> npt.NDArray[np.uint8]:
    """How many bits are set.

    >>> _ones(np.array([0, 1, 255, 2**63 + 1], dtype=np.uint64)).tolist()
    [0, 1, 8, 2]
    """
    one, two, four = _ALTERNATE
    bits = bits - ((bits >> np.uint64(1)) & one)
    bits = (bits & two) + ((bits >> np.uint64(2)) & two)
    bits = (bits + (bits >> np.uint64(4))) & four
    return ((bits * _BYTES) >> np.uint64(56)).astype(np.uint8)


def _words_agree(names: Words, one: Ints, other: Ints) -> npt.NDArray[np.int8]:
    """By which rule each distinct pair of words agrees."""
    alike = names.ended[one] == names.ended[other]
    ours, theirs = (np.where(alike, names.roots[each], names.texts[each]) for each in (one, other))
    long, long_other = (np.where(alike, names.stems[each], names.lengths[each]) for each in (one, other))
    short = np.minimum(names.lengths[one], names.lengths[other])
    slips = cpdist(ours, theirs, scorer=OSA.distance, score_cutoff=2, dtype=np.int8, workers=1)
    found = np.zeros(len(one), dtype=np.int8)
    found[((slips <= 1) & (short >= _ONE_SLIP)) | ((slips <= 2) & (short >= _TWO_SLIPS) & alike)] = _NEAR  # noqa: PLR2004
    rows = np.flatnonzero(names.skeletons[one] == names.skeletons[other])
    moves = cpdist(ours[rows], theirs[rows], scorer=Indel.distance, dtype=np.int16, workers=1)
    gap = np.abs(long - long_other)[rows]
    across = names.arabic[one[rows]] != names.arabic[other[rows]]
    found[rows[moves <= gap + 2]] = _NEAR
    found[rows[np.where(across, moves <= gap, moves == 0)]] = _SPELT
    first = names.firsts[one] == names.firsts[other]
    found[(short == 1) & first & (names.lengths[one] != names.lengths[other])] = _INITIAL
    return found
