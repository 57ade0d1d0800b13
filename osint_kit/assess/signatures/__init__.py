"""Signatures of the parts people play. One file per role; the file's name is the role's id: `ro_org` is RO-ORG.

In:  Profile of one entity, and the Picture round it
Out: Sign: what in structure, times or sums looks like the part, how much that says, and the statements behind it
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from osint_kit.assess.picture import Picture
from osint_kit.assess.profile import Profile
from osint_kit.registry import Registry


@dataclass(frozen=True, slots=True)
class Sign:
    """One sign. `weight` is what it says alone, 0..1; signs add up as doubts that shrink."""

    weight: float
    reason: str
    statements: tuple[str, ...] = ()


Signature: TypeAlias = Callable[[Profile, Picture], Iterator[Sign]]

signatures: Registry[Signature] = Registry(__name__)
signature = signatures.register


def role_of(name: str) -> str:
    """Id of the role that a member stands for.

    >>> role_of("ro_org"), role_of("none")
    ('RO-ORG', 'NONE')
    """
    return name.upper().replace("_", "-")
