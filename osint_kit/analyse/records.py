"""Calls and payments as they stand in records, and the bursts in which they come."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

import pandas as pd

from osint_kit.knowledge.flows import DAY, HOUR
from osint_kit.model.ends import Ends
from osint_kit.model.relations import relations
from osint_kit.model.times import seconds

_ENDS = {"Call": ("caller", "receiver"), "Payment": ("payer", "beneficiary")}

QUIET = 12 * HOUR
"""A burst of calls ends when an entity is quiet for so long (own convention)."""

LONGEST = 3 * DAY
"""A burst lasts no longer: what goes on and on is everyday traffic (own convention)."""

OTHERS = 4
"""A burst reaches at least so many others (own convention)."""

RARE = 4.0
"""A burst is so many times denser than the entity's own year (own convention)."""


@dataclass(frozen=True, slots=True)
class Contact:
    """One call or payment between two entities."""

    one: str
    two: str
    at: str
    seconds: float
    statements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Burst:
    """Contacts of one entity close together in time, unusual for it; `others` most frequent first."""

    hub: str
    others: tuple[str, ...]
    contacts: tuple[Contact, ...]
    rare: float

    @property
    def start(self) -> str:
        """When it began."""
        return self.contacts[0].at

    @property
    def end(self) -> str:
        """When it ended."""
        return self.contacts[-1].at

    @property
    def statements(self) -> tuple[str, ...]:
        """What carries it."""
        return tuple(dict.fromkeys(said for each in self.contacts for said in each.statements))


def contacts(statements: pd.DataFrame, entities: pd.DataFrame, schema: str) -> tuple[Contact, ...]:
    """Contacts of a schema (`Call`, `Payment`) in the order of time."""
    kept = statements[statements["verdict"] != "reject"]
    ends = Ends(kept, entities)
    found = (
        Contact(
            ends.of(named[0]), ends.of(named[1]), relation.happened, seconds(relation.happened), relation.statements
        )
        for relation in relations(kept, schema)
        for named in [relation.ends(*_ENDS[schema])]
        if named
    )
    timed = (each for each in found if each.seconds > 0 and each.one != each.two)
    return tuple(sorted(timed, key=lambda each: (each.seconds, each.one, each.two)))


def bursts(found: Iterable[Contact]) -> tuple[Burst, ...]:
    """Bursts of every entity, the most unusual first; one is kept of those that share most of their contacts."""
    by_entity: dict[str, list[Contact]] = {}
    for each in found:
        by_entity.setdefault(each.one, []).append(each)
        by_entity.setdefault(each.two, []).append(each)
    every = [burst for entity in sorted(by_entity) for burst in _bursts(entity, by_entity[entity])]
    kept: list[Burst] = []
    taken: set[tuple[str, str, str]] = set()
    for burst in sorted(every, key=lambda each: (-len(each.others), -each.rare, each.start, each.hub)):
        keys = {(each.one, each.two, each.at) for each in burst.contacts}
        if len(keys & taken) * 2 <= len(keys):
            kept.append(burst)
            taken |= keys
    return tuple(sorted(kept, key=lambda each: (-each.rare, each.start, each.hub)))


def _bursts(entity: str, found: list[Contact]) -> Iterator[Burst]:
    span = max(DAY, found[-1].seconds - found[0].seconds)
    for run in _runs(found):
        others = Counter(each.two if each.one == entity else each.one for each in run)
        if len(others) < OTHERS:
            continue
        length = max(DAY, run[-1].seconds - run[0].seconds)
        rare = (len(run) / length) / (len(found) / span)
        if rare >= RARE:
            named = tuple(other for other, _count in sorted(others.items(), key=lambda pair: (-pair[1], pair[0])))
            yield Burst(entity, named, tuple(run), rare)


def _runs(found: list[Contact]) -> Iterator[list[Contact]]:
    """Stretches without a quiet time, none longer than a burst may be."""
    run = found[:1]
    for before, each in pairwise(found):
        if each.seconds - before.seconds > QUIET or each.seconds - run[0].seconds > LONGEST:
            yield run
            run = []
        run.append(each)
    if run:
        yield run
