"""All chance of a world: raw Philox words, keyed by seed, purpose and key, mapped to integers by our own code.

numpy promises raw streams across versions and machines, not its distributions; so nothing here uses them. There is no
float, no clock and no order of a set: the same seed, purpose and key give the same draws, whatever was drawn before.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from typing import TypeVar

from numpy.random import Philox

from osint_kit.model import canonical

T = TypeVar("T")
_BLOCK = 64
_WORDS = 1 << 64


class Stream:
    """An endless row of 64-bit words, and draws made of them."""

    def __init__(self, words: Iterator[int]) -> None:
        """Draw from these words; `Chance.stream` makes them."""
        self._words = words

    def below(self, limit: int) -> int:
        """An integer of `[0, limit)`, all equally likely: words past the last full multiple are thrown away."""
        if not 0 < limit <= _WORDS:
            raise ValueError(f"expected a limit in 1 … 2**64, found {limit}")
        usable = _WORDS - _WORDS % limit
        while (word := next(self._words)) >= usable:
            pass
        return word % limit

    def between(self, low: int, high: int) -> int:
        """An integer of `[low, high]`, both included."""
        return low + self.below(high - low + 1)

    def odds(self, chances: int, among: int) -> bool:
        """True in `chances` of `among` cases."""
        return self.below(among) < chances

    def pick(self, items: Sequence[T]) -> T:
        """One of the items."""
        return items[self.below(len(items))]

    def shuffle(self, items: Sequence[T]) -> list[T]:
        """The items in another order (Fisher-Yates)."""
        mixed = list(items)
        for last in range(len(mixed) - 1, 0, -1):
            other = self.below(last + 1)
            mixed[last], mixed[other] = mixed[other], mixed[last]
        return mixed

    def sample(self, items: Sequence[T], count: int) -> list[T]:
        """That many different items, in the order drawn."""
        if count > len(items):
            raise ValueError(f"expected at most {len(items)} items to draw, found {count}")
        mixed = list(items)
        for place in range(count):
            other = place + self.below(len(mixed) - place)
            mixed[place], mixed[other] = mixed[other], mixed[place]
        return mixed[:count]

    def token(self, digits: int) -> str:
        """A string of hexadecimal digits."""
        return "".join(f"{self.below(16):x}" for _ in range(digits))


class Chance:
    """The chance of one seed."""

    def __init__(self, seed: bytes) -> None:
        """Bind to a seed; nothing is drawn yet."""
        self._seed = seed.hex()

    def stream(self, purpose: str, *key: str | int) -> Stream:
        """The stream of one purpose and key."""
        digest = hashlib.sha256(canonical([self._seed, purpose, list(key)])).digest()
        return Stream(_words(digest))


def _words(digest: bytes) -> Iterator[int]:
    key, counter = int.from_bytes(digest[:16], "big"), int.from_bytes(digest[16:], "big")
    generator = Philox(key=key, counter=counter)
    while True:
        yield from generator.random_raw(_BLOCK).tolist()
