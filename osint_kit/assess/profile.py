"""What a signature may read of one entity: structure, times, sums; no name, number or prefix."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Contact:
    """One call with another entity; `seconds` is 0 where the record does not say."""

    other: str
    at: datetime | None
    seconds: float
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sum:
    """One payment to or from another entity."""

    other: str
    at: datetime | None
    amount: float
    currency: str
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Profile:
    """One entity, seen from its traces.

    Attributes:
        natural: whether it is a person, or not known to be something else.
        vehicle: whether a plate stands with it.
        handles: how many names of accounts stand with it.
        degree, between: rank in the graph, 0..1, 1 the highest.
        indicators: id of the indicator → statements, one tuple a document that names the entity.
        selected: ids of indicators in documents that give a selector of the entity, with their statements.
        typologies: id of the typology → statements, where the entity is its centre.
    """

    entity: str
    natural: bool = True
    vehicle: bool = False
    handles: int = 0
    degree: float = 0.0
    between: float = 0.0
    calls: tuple[Contact, ...] = ()
    paid: tuple[Sum, ...] = ()
    received: tuple[Sum, ...] = ()
    tied: Mapping[str, frozenset[str]] = field(default_factory=dict)
    indicators: Mapping[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)
    selected: Mapping[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)
    typologies: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    own: tuple[str, ...] = ()

    @property
    def others(self) -> Counter[str]:
        """How often it spoke with whom."""
        return Counter(each.other for each in self.calls)

    def with_(self, kind: str) -> frozenset[str]:
        """Entities at the other end of links of a type."""
        return self.tied.get(kind, frozenset())

    def seen(self, ids: Iterable[str], *, most: int = 2) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Indicators of documents that name the entity, with their statements: the first few."""
        return _few(self.indicators, ids, most)

    def shown(self, ids: Iterable[str], *, most: int = 2) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Indicators of documents that give a selector of the entity, with their statements: the first few."""
        return _few(self.selected, ids, most)


def _few(
    held: Mapping[str, tuple[tuple[str, ...], ...]], ids: Iterable[str], most: int
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """One row a document: a text in which three indicators fire is one text."""
    found = {group: name for name in ids for group in held.get(name, ())}
    return tuple((name, group) for group, name in found.items())[:most]


def cited(groups: Iterable[tuple[str, ...]], most: int = 6) -> tuple[str, ...]:
    """The first statement of each group, few enough to be read."""
    return tuple(dict.fromkeys(group[0] for group in groups if group))[:most]
