"""Typologies: patterns that payments make. One file per kind, named for its code: `hold` is TY-HOLD.

In:  Scene: the book of one currency and the times of messages of arrival
Out: Pattern, one a place where the payments lie so

Only who, when and how much are read: never names, words of a purpose, prefixes of numbers or countries.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from osint_kit.knowledge.flows import Book, Options, Pot, Transfer, pots
from osint_kit.registry import Registry


@dataclass(frozen=True, slots=True)
class Pattern:
    """One place where payments lie in a pattern; `entities` begins with the one at its centre."""

    entities: tuple[str, ...]
    transfers: tuple[Transfer, ...]
    score: float
    reason: str


@dataclass(frozen=True)
class Scene:
    """What a typology reads; `arrivals` are seconds since the epoch, in order."""

    book: Book
    arrivals: tuple[float, ...]
    options: Options

    @cached_property
    def pots(self) -> tuple[Pot, ...]:
        """Money held and let go."""
        return tuple(pots(self.book, self.options))


Typology: TypeAlias = Callable[[Scene], Iterator[Pattern]]

typologies: Registry[Typology] = Registry(__name__)
typology = typologies.register
