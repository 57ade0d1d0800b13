"""Offences and their elements. One file per offence.

In:  Situation: what indicators, typologies, roles and links show, with the statements behind each
Out: Carried: an element of law that statements carry; the engine puts those of one element together
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from osint_kit.assess.situation import Situation
from osint_kit.registry import Registry


@dataclass(frozen=True, slots=True)
class Carried:
    """One finding that carries an element: `element` is its id in the doctrine; `statements` is never empty."""

    element: str
    statements: tuple[str, ...]
    score: float
    reason: str


Offence: TypeAlias = Callable[[Situation], Iterator[Carried]]

offences: Registry[Offence] = Registry(__name__)
offence = offences.register
