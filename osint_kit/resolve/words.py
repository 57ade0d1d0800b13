"""Words of names and places, folded once each: codes, keys, skeletons, in arrays that pairs are compared over."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from osint_kit.knowledge.names import is_word
from osint_kit.resolve.columns import Column
from osint_kit.resolve.spelling import is_arabic, keys, roots, single, skeletons

Ints = npt.NDArray[np.int32]
Flags = npt.NDArray[np.bool_]
Longs = npt.NDArray[np.int64]
Texts = npt.NDArray[np.object_]

_MARKS = frozenset("\u0640\u0670\u00ad\u200c\u200d\u200e\u200f'’ʻʼ`‘") | {chr(code) for code in range(0x64B, 0x660)}
_BREAK = " \ue000 "
"""Stands for the end of a value, as a word of its own."""
_CHECKED = 600
"""Most frequent words that are looked up among the honorifics: a rare word hardly is one."""


@dataclass(frozen=True, slots=True)
class Words:
    """Words of one column.

    Attributes:
        codes: (records, width) number of each word in the vocabulary, -1 where there is none.
        texts: the vocabulary, folded, vowels kept.
        roots: the same without the endings of surnames.
        ended: whether a word has such an ending.
        arabic: whether a word is in Arabic script, which leaves short vowels out.
        skeletons: number of the skeleton of each word's root: what its spellings in all scripts share.
        shares: share of the filled records that hold a word of this skeleton, by skeleton.
        masks: bit mask of a word's letters: two words of one slip differ in few bits.
        lengths: letters of each word.
        stems: letters of each root.
        firsts: code point of each word's first letter.
    """

    codes: Ints
    texts: Texts
    roots: Texts
    ended: Flags
    arabic: Flags
    skeletons: Ints
    shares: npt.NDArray[np.float32]
    masks: npt.NDArray[np.uint64]
    lengths: Ints
    stems: Ints
    firsts: Ints

    @property
    def filled(self) -> Flags:
        """Which records have a word at all."""
        return self.codes[:, 0] >= 0

    @property
    def bones(self) -> Ints:
        """(records, width) number of each word's skeleton, -1 where there is none."""
        return np.append(self.skeletons, np.int32(-1))[self.codes]

    @property
    def first_letters(self) -> Ints:
        """(records, width) first letter of each word's skeleton's root, -1 where there is no word."""
        return np.append(self.firsts, np.int32(-1))[self.codes]

    def rarest(self, most: int) -> list[npt.NDArray[np.uint64]]:
        """Each record's rarest words: their skeletons' numbers from 1, 0 where there are no more."""
        bones = self.bones
        shares = np.append(self.shares, np.float32(np.inf))[bones]
        order = np.argsort(shares, axis=1, kind="stable")[:, :most]
        return list((np.take_along_axis(bones, order, axis=1).astype(np.int64) + 1).astype(np.uint64).T)


def words(column: Column, *, width: int, honorifics: bool = False) -> Words | None:
    """Fold the words of a column; `None` if it holds none.

    Args:
        width: most words kept of a value.
        honorifics: whether titles are left out, where something is left.
    """
    flat, written = pd.factorize(np.array(_plain("\n".join(column.texts)).replace("\n", _BREAK).split(), dtype=object))
    rows, places, codes = _cells(flat, written)
    kept = places < width
    table = np.full((len(column.texts) + 1, width), -1, dtype=np.int32)
    table[rows[kept], places[kept]] = codes[kept]
    if not len(codes):
        return None
    if honorifics:
        table = _without(table, _titles(list(written), np.bincount(codes, minlength=len(written))))
    return _vocabulary(table[column.codes], list(written))


def _cells(flat: Longs, written: Texts) -> tuple[Longs, Longs, Longs]:
    """Row, place in the row and number of each word of a text of rows."""
    ends = flat == next(iter(np.flatnonzero(written == _BREAK.strip())), -1)
    row = np.cumsum(ends)
    starts = np.r_[-1, np.flatnonzero(ends)]
    word = np.flatnonzero(~ends)
    return row[word], word - starts[row[word]] - 1, flat[word]


def _plain(text: str) -> str:
    """Small letters, words apart by spaces alone; what stands inside words and says nothing is left out."""
    text = text.lower()
    for sign in set(text):
        if sign in _MARKS:
            text = text.replace(sign, "")
        elif sign != "\n" and not sign.isalnum() and not unicodedata.combining(sign):
            text = text.replace(sign, " ")
    return text


def _titles(written: Sequence[str], often: npt.NDArray[np.int64]) -> Flags:
    found = np.zeros(len(written) + 1, dtype=bool)
    for place in np.argsort(-often, kind="stable")[:_CHECKED]:
        found[place] = is_word(written[place], "honorific")
    return found


def _without(held: Ints, dropped: Flags) -> Ints:
    """Take words out of every row that keeps another one, and close the gaps."""
    out = np.asarray(dropped[held])
    out &= ((held >= 0) & ~out).any(axis=1, keepdims=True)
    rows = np.flatnonzero(out.any(axis=1))
    left = np.where(out[rows], -1, held[rows])
    closed = held.copy()
    closed[rows] = np.take_along_axis(left, np.argsort(left < 0, axis=1, kind="stable"), axis=1)
    return closed


def _vocabulary(held: Ints, written: list[str]) -> Words:
    arabic, folded = is_arabic(written), keys(written)
    once = single(folded)
    kept = [f"{key}\t" if flag else other for key, other, flag in zip(folded, once, arabic, strict=True)]
    merged, found = pd.factorize(np.array(kept, dtype=object))
    texts = [text.rstrip("\t") for text in found]
    stems = roots(texts)
    ended = np.array([len(stem) < len(text) for stem, text in zip(stems, texts, strict=True)], dtype=bool)
    marked = [f"{bones}+" if flag else bones for bones, flag in zip(skeletons(stems), ended, strict=True)]
    bones = pd.factorize(np.array(marked, dtype=object))[0].astype(np.int32)
    codes = np.append(np.asarray(merged, dtype=np.int32), np.int32(-1))[held]
    return Words(
        codes,
        np.array(texts, dtype=object),
        np.array(stems, dtype=object),
        ended,
        np.array([text.endswith("\t") for text in found], dtype=bool),
        bones,
        _shares(codes, bones),
        masks(texts),
        np.fromiter(map(len, texts), dtype=np.int32, count=len(texts)),
        np.fromiter(map(len, stems), dtype=np.int32, count=len(texts)),
        np.fromiter((ord(text[0]) for text in texts), dtype=np.int32, count=len(texts)),
    )


def _shares(codes: Ints, bones: Ints) -> npt.NDArray[np.float32]:
    often = np.bincount(bones[codes[codes >= 0]], minlength=int(bones.max()) + 1)
    return (often / max(int((codes[:, 0] >= 0).sum()), 1)).astype(np.float32)


def masks(texts: Sequence[str]) -> npt.NDArray[np.uint64]:
    """Bit mask of the letters of each text.

    >>> [int(each) for each in masks(["a", "aa", "b"])] == [1 << 33, 1 << 33, 1 << 34]
    True
    """
    lines = "\n".join(texts).encode("ascii", "replace")
    letters = np.frombuffer(lines, dtype=np.uint8)
    ends = letters == ord("\n")
    bits = np.where(ends, np.uint64(0), np.uint64(1) << (letters.astype(np.uint64) & np.uint64(63)))
    starts = np.r_[0, np.flatnonzero(ends)[: len(texts) - 1] + 1]
    return np.bitwise_or.reduceat(np.append(bits, np.uint64(0)), starts) if len(texts) else np.empty(0, dtype=np.uint64)
