"""Signs of nine orthographies as sounds, and what it costs to take one sign for another or to lack it.

A sign is what a spelling shows: Russian х may be two sounds, Persian و four, and a short vowel may be left out
beside Arabic script. The table is `phonemes.toml`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import product
from typing import Any

import numpy as np
from numpy.typing import NDArray

_CONSONANTS, _VOWELS, _MIXED = 1.0, 0.8, 1.3
_FINAL = 0.9
_FIRST = 0.55
_DETOUR = 0.3
_DETOURS_FROM = 0.055
_AT_END = (("d", "t", 0.15), ("k", "g", 0.18), ("b", "p", 0.12), ("j", "ch", 0.15), ("v", "f", 0.1), ("z", "s", 0.25))
"""Voiced sounds that a word's end makes voiceless."""
VOWEL, FINAL, FIRST = "vowel", "$", "^"


@dataclass(frozen=True, slots=True, eq=False)
class Sounds:
    """The signs and their costs, as arrays over sign numbers.

    Attributes:
        number: sign to its number; a sign at a word's end or beginning has one of its own (`a$`, `^a`).
        cost: float32 (signs, signs), what it costs to take one sign for another.
        gap: float32 (2, signs), what it costs to lack a sign beside a full spelling, and beside Arabic script.
        must: a bit for each sign that cannot be left out, 0 for the others.
        covers: for each sign, the bits of those that it may stand for.
    """

    number: dict[str, int]
    cost: NDArray[np.float32]
    gap: NDArray[np.float32]
    must: tuple[int, ...]
    covers: tuple[int, ...]
    rows: tuple[tuple[float, ...], ...]
    strict: tuple[tuple[float, ...], ...]
    gaps: tuple[tuple[float, ...], ...]
    vowels: frozenset[int]


@cache
def tables() -> dict[str, Any]:
    """What `phonemes.toml` holds."""
    return tomllib.loads(files("osint_kit.knowledge.names").joinpath("phonemes.toml").read_text("utf-8"))


@cache
def sounds() -> Sounds:
    """Read the table once."""
    signs = {name: _sign(line) for name, line in tables()["signs"].items()}
    signs |= {name + FINAL: _placed(sign, _FINAL) for name, sign in signs.items() if _may_end(name, sign)}
    signs |= {FIRST + name: _placed(sign, _FIRST) for name, sign in signs.items() if _may_begin(name, sign)}
    names = list(signs)
    number = {name: place for place, name in enumerate(names)}
    near = _near()
    cost = np.array([[_cost(signs, one, other, near) for other in names] for one in names], dtype=np.float32)
    gap = np.array([[signs[name][1][side] for name in names] for side in (0, 1)], dtype=np.float32)
    return Sounds(
        number,
        cost,
        gap,
        *_shows(names, signs, cost),
        tuple(tuple(float(each) for each in row) for row in cost),
        tuple(tuple(float(each) for each in row) for row in cost + _kept_apart(names)),
        tuple(tuple(float(each) for each in row) for row in gap),
        frozenset(number[name] for name in names if _is_vowel(signs[name])),
    )


def _kept_apart(names: list[str]) -> NDArray[np.float32]:
    """What is added between letters that Arabic script keeps apart though they sound alike."""
    base = [name.rstrip(FINAL).lstrip(FIRST) for name in names]
    sets = [set(each.split()) for each in tables()["kept_apart"].split("|")]
    apart = [[one != other and any({one, other} <= each for each in sets) for other in base] for one in base]
    return np.array(apart, dtype=np.float32) * np.float32(tables()["kept_apart_cost"])


_Sign = tuple[dict[str, float], tuple[float, float]]


def _sign(line: str) -> _Sign:
    heard, gaps = line.split("|")
    parts = (each.partition(":") for each in heard.split())
    plain, arabic = gaps.split()
    return {sound: float(cost or 0) for sound, _, cost in parts}, (float(plain), float(arabic))


def _placed(sign: _Sign, least: float) -> _Sign:
    return sign[0], (max(sign[1][0], least), max(sign[1][1], least))


def _is_vowel(sign: _Sign) -> bool:
    return min(sign[0], key=lambda sound: sign[0][sound]) in _vowel_names()


def _may_end(name: str, sign: _Sign) -> bool:
    return (_is_vowel(sign) and name != "ayn") or bool(set(sign[0]) & {"b", "d", "g", "p", "t", "k", "z", "s"})


def _may_begin(name: str, sign: _Sign) -> bool:
    return _is_vowel(sign) and not name.endswith(FINAL) and not name.startswith(("ayn", "carrier"))


@cache
def _vowel_names() -> frozenset[str]:
    return frozenset(tables()["vowels"].split())


@cache
def _near() -> dict[tuple[str, str], float]:
    words = tables()["near"].split()
    found: dict[tuple[str, str], float] = {}
    for pair, cost in zip(words[::2], words[1::2], strict=True):
        one, other = pair.split("-")
        found[one, other] = found[other, one] = float(cost)
    return found


def _cost(signs: dict[str, _Sign], one: str, other: str, near: dict[tuple[str, str], float]) -> float:
    if one.rstrip(FINAL) == other.rstrip(FINAL):
        return 0.0
    ends = {frozenset(pair[:2]): pair[2] for pair in _AT_END} if one.endswith(FINAL) and other.endswith(FINAL) else {}
    ours, theirs = signs[one][0].items(), signs[other][0].items()
    return min(
        _total(mine, yours, min(ends.get(frozenset((sound, heard)), 9.0), _apart(sound, heard, near)))
        for (sound, mine), (heard, yours) in product(ours, theirs)
    )


def _total(*costs: float) -> float:
    """The sum; more when a detour is taken twice, since a for e and e for i do not make a for i."""
    return sum(costs) + (_DETOUR if sum(cost > _DETOURS_FROM for cost in costs) > 1 else 0.0)


def _apart(one: str, other: str, near: dict[tuple[str, str], float]) -> float:
    if one == other:
        return 0.0
    vowels = (one in _vowel_names()) + (other in _vowel_names())
    return near.get((one, other), (_CONSONANTS, _MIXED, _VOWELS)[vowels])


_MEETS = 0.81
"""Above every distance at which two words are still compared."""


def _shows(
    names: list[str], signs: dict[str, _Sign], cost: NDArray[np.float32]
) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Bits of the signs that must have a counterpart, and for every sign the bits of those it may stand for."""
    strong = [name for name in names if not name.startswith(FIRST) and _must(signs[name])]
    bits = {name: 1 << place for place, name in enumerate(sorted({name.rstrip(FINAL) for name in strong}))}
    must = tuple(bits[name.rstrip(FINAL)] if name in strong else 0 for name in names)
    covers = tuple(
        _either(must[other] for other in range(len(names)) if must[other] and cost[place, other] < _MEETS)
        for place in range(len(names))
    )
    return must, covers


def _must(sign: _Sign) -> bool:
    return min(sign[1]) > _MEETS and not _is_vowel(sign)


def _either(bits: Iterable[int]) -> int:
    found = 0
    for each in bits:
        found |= each
    return found


def distance(
    left: tuple[int, ...], right: tuple[int, ...], *, arabic: tuple[bool, bool], strict: bool = False
) -> float:
    """Least cost of turning one word's signs into the other's.

    Args:
        arabic: whether each of the two is in a script that leaves short vowels out.
        strict: whether both are written in Arabic letters that are not changed from language to language.
    """
    table = sounds()
    rows, mine, yours = table.strict if strict else table.rows, table.gaps[arabic[1]], table.gaps[arabic[0]]
    above = [0.0]
    for sign in right:
        above.append(above[-1] + yours[sign])
    for ours in left:
        row, lack = rows[ours], mine[ours]
        before = above[0]
        here = before + lack
        line = [here]
        for place, theirs in enumerate(right, 1):
            swap = before + row[theirs]
            before = above[place]
            here = min(swap, before + lack, here + yours[theirs])
            line.append(here)
        above = line
    return above[-1]
