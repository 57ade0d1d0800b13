"""What a word may be in a name."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mark:
    """One word's part in names.

    Attributes:
        part: G given, g one that sounds like a given name, p given but a place as well, a given but an everyday word as
            well, w hardly ever a name; S family by its ending, s by a list; P patronymic, I initial, T title before a
            name, J title after one, K first word of a kunya, B link of a chain, N origin, L place, O word for a firm or
            an office, Q word that may announce a name, C any other, - no part of a name.
        skip: letters at the beginning that are outside, as of a glued conjunction.
        size: letters that are inside, from `skip`; a glued ending is outside.
        titled: a title is glued on.
    """

    part: str
    skip: int
    size: int
    titled: bool = False
