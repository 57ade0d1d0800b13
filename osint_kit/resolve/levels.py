"""Fields of candidate pairs compared in bulk: a level of agreement each, and how surprising an agreement is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from rapidfuzz.distance import OSA
from rapidfuzz.process import cpdist

from osint_kit.resolve.aligning import align
from osint_kit.resolve.dates import Dates
from osint_kit.resolve.features import Features
from osint_kit.resolve.selectors import Selectors

Ints = npt.NDArray[np.int32]
Levels = npt.NDArray[np.int8]
Floats = npt.NDArray[np.float32]

SAME, SWAPPED, SLIP, LESS, PARTS, DIFFERENT = range(6)
"""Dates: equal; day and month swapped; one digit wrong; one says less; two of three parts agree; different."""
EQUAL, ALMOST, UNLIKE = range(3)
"""Selectors."""
ALIKE, HALF, SOME, ELSEWHERE = range(4)
"""Places: what the shorter says is in the longer; half of it; a little; nothing."""
COUNTS = {"name": 5, "birth_date": 6, "phone": 3, "email": 3, "document": 3, "place": 4}
"""Levels of each field."""
AGREEING = {"name": 3, "birth_date": 1, "phone": 1, "email": 1, "document": 1, "place": 3}
"""How many of the first levels are weighed by how rare the value is."""
_CHUNK = 1 << 16
_MORE = 0.3
"""What each further word of a place adds: its words go together."""
_MOST_PLACE = 14.0


@dataclass(frozen=True, slots=True)
class Compared:
    """Pairs compared: by field, a level (-1 where a value is missing) and the surprise of an agreement in bits."""

    levels: Mapping[str, Levels]
    bits: Mapping[str, npt.NDArray[np.float16]]
    size: int

    def __len__(self) -> int:
        return self.size

    def every(self, step: int) -> Compared:
        """Every so many of the pairs."""
        levels = {field: each[::step] for field, each in self.levels.items()}
        return Compared(levels, {field: each[::step] for field, each in self.bits.items()}, -(-self.size // step))

    def level(self, field: str) -> Levels:
        """Levels of a field; all missing where the table has no such column."""
        return self.levels.get(field, np.full(len(self), -1, dtype=np.int8))


def compare(features: Features, left: Ints, right: Ints) -> Compared:
    """Compare pairs of rows field by field, in portions that keep memory low."""
    fields = {name: make(features) for name, make in _FIELDS.items() if getattr(features, _ATTRIBUTE[name]) is not None}
    levels = {name: np.full(len(left), -1, dtype=np.int8) for name in fields}
    bits = {name: np.zeros(len(left), dtype=np.float16) for name in fields}
    for start in range(0, len(left), _CHUNK):
        part = slice(start, start + _CHUNK)
        for name, each in fields.items():
            levels[name][part], bits[name][part] = each(left[part], right[part])
    return Compared(levels, bits, len(left))


Each = Callable[[Ints, Ints], tuple[Levels, Floats]]


def _name(features: Features) -> Each:
    names = features.name
    assert names is not None
    worth = features.rarity["name"]

    def compared(left: Ints, right: Ints) -> tuple[Levels, Floats]:
        found = align(names, left, right, worth)
        return found.levels, found.bits

    return compared


def _birth(features: Features) -> Each:
    held = features.date
    assert held is not None
    worth = features.rarity["birth_date"]

    def compared(left: Ints, right: Ints) -> tuple[Levels, Floats]:
        one, other = held.codes[left], held.codes[right]
        known = (one >= 0) & (other >= 0)
        levels = np.full(len(left), -1, dtype=np.int8)
        levels[known] = _dates(held, one[known], other[known])
        return levels, np.where(levels == SAME, worth[one], 0).astype(np.float32)

    return compared


def _dates(held: Dates, one: Ints, other: Ints) -> Levels:
    ours, theirs = held.parts[one], held.parts[other]
    apart = ours[:, 0] - theirs[:, 0]
    year = (apart == 0) | ((held.short[one] | held.short[other]) & (apart % 100 == 0))
    month, day = ours[:, 1] == theirs[:, 1], ours[:, 2] == theirs[:, 2]
    wrong = held.digits[one] != held.digits[other]
    crossed = (ours[:, 1] == theirs[:, 2]) & (ours[:, 2] == theirs[:, 1])
    less = (ours[:, 1:] == 0) | (theirs[:, 1:] == 0)
    fits = year & (month | less[:, 0]) & (day | less[:, 1])
    levels = np.full(len(one), DIFFERENT, dtype=np.int8)
    levels[year.astype(np.int8) + month + day == 2] = PARTS  # noqa: PLR2004 - two of three parts
    levels[(wrong.sum(axis=1) == 1) | _turned(held.digits[one], held.digits[other], wrong)] = SLIP
    levels[year & crossed] = SWAPPED
    levels[less.any(axis=1)] = DIFFERENT
    levels[fits & less.any(axis=1)] = LESS
    levels[year & month & day & ~less.any(axis=1)] = SAME
    levels[(one == other) & ~less.any(axis=1)] = SAME
    return levels


def _turned(ours: Levels, theirs: Levels, wrong: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """Whether two digits beside each other changed places and all others agree."""
    turned = (ours[:, :-1] == theirs[:, 1:]) & (ours[:, 1:] == theirs[:, :-1]) & wrong[:, :-1] & wrong[:, 1:]
    return np.asarray(turned.any(axis=1) & (wrong.sum(axis=1) == 2))  # noqa: PLR2004 - the two


def _selector(field: str) -> Callable[[Features], Each]:
    def make(features: Features) -> Each:
        held: Selectors = getattr(features, field)
        worth = features.rarity[field][0]

        def compared(left: Ints, right: Ints) -> tuple[Levels, Floats]:
            one, other = held.codes[left], held.codes[right]
            known = (one >= 0) & (other >= 0)
            levels = np.where(known, UNLIKE, -1).astype(np.int8)
            levels[known & (one == other)] = EQUAL
            rows = np.flatnonzero(known & (one != other))
            levels[rows[_slip(held, one[rows], other[rows])]] = ALMOST
            return levels, np.where(levels == EQUAL, worth, 0).astype(np.float32)

        return compared

    return make


def _slip(held: Selectors, one: Ints, other: Ints) -> npt.NDArray[np.bool_]:
    distance = cpdist(held.texts[one], held.texts[other], scorer=OSA.distance, score_cutoff=1, dtype=np.int8, workers=1)
    return np.asarray(distance <= 1)


def _place(features: Features) -> Each:
    held = features.place
    assert held is not None
    worth = features.rarity["place"]
    bones = held.bones
    weights = np.where(bones >= 0, worth[bones], 0).astype(np.float32)

    def compared(left: Ints, right: Ints) -> tuple[Levels, Floats]:
        return _places(bones, weights, left, right)

    return compared


def _places(bones: Ints, weights: Floats, left: Ints, right: Ints) -> tuple[Levels, Floats]:
    ours, theirs = np.ascontiguousarray(bones[left].T), np.ascontiguousarray(bones[right].T)
    worth = np.ascontiguousarray(weights[left].T)
    total, best = np.zeros(len(left), dtype=np.float32), np.zeros(len(left), dtype=np.float32)
    for place in range(len(ours)):
        hit = np.zeros(len(left), dtype=bool)
        for other in range(len(theirs)):
            hit |= ours[place] == theirs[other]
        gained = np.where(hit & (ours[place] >= 0), worth[place], 0)
        total += gained
        best = np.maximum(best, gained)
    least = np.minimum(worth.sum(axis=0), weights[right].sum(axis=1))
    part = total / np.maximum(least, 1e-6)
    levels = np.select([part > 0.75, part > 0.4, part > 0], [ALIKE, HALF, SOME], ELSEWHERE).astype(np.int8)  # noqa: PLR2004
    levels[least == 0] = -1
    return levels, np.minimum(best + _MORE * (total - best), _MOST_PLACE).astype(np.float32)


_FIELDS: dict[str, Callable[[Features], Each]] = {
    "name": _name,
    "birth_date": _birth,
    "phone": _selector("phone"),
    "email": _selector("email"),
    "document": _selector("document"),
    "place": _place,
}
_ATTRIBUTE = {name: "date" if name == "birth_date" else name for name in _FIELDS}
