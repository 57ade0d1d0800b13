"""Builders of links. One file per kind of connection.

In:  Facts: the frames STATEMENTS, ENTITIES, DOCUMENTS
Out: LinkRow, one an event; the engine adds up those with the same type and ends
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from osint_kit.link.facts import Facts
from osint_kit.registry import Registry


@dataclass(frozen=True, slots=True)
class LinkRow:
    """One event or record that links two entities.

    Attributes:
        source, target: canonical entity ids.
        statements: ids of the statements that carry it; never empty.
        happened: ISO 8601, or empty.
        amount: `1500 USD`, or empty.
    """

    source: str
    target: str
    type: str
    statements: tuple[str, ...]
    score: float
    reason: str
    happened: str = ""
    amount: str = ""
    directed: bool = False


Builder: TypeAlias = Callable[[Facts], Iterator[LinkRow]]

builders: Registry[Builder] = Registry(__name__)
builder = builders.register
