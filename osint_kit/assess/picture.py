"""The picture that signatures look at: every entity's profile, the rounds of money, and who stands round them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from statistics import median

from osint_kit.assess.cycles import Cycle
from osint_kit.assess.profile import Contact, Profile, Sum

MANY_HANDS = 3
"""Who speaks with so many of the paid hands before departures holds them together."""

FEW_CALLS = 2


@dataclass(frozen=True)
class Picture:
    """Profiles by entity, and the rounds of hold-and-release in the order of time.

    Attributes:
        trust: how far suspect roles may rest on the rounds, 0..1.
    """

    profiles: Mapping[str, Profile]
    cycles: tuple[Cycle, ...] = field(default=())
    trust: float = 1.0

    @cached_property
    def centres(self) -> frozenset[str]:
        """Who holds and releases."""
        return frozenset(each.centre for each in self.cycles)

    @cached_property
    def payers(self) -> frozenset[str]:
        """Who parked money in some round."""
        return frozenset(payer for each in self.cycles for payer in each.payers) - self.centres

    @cached_property
    def hands(self) -> Mapping[str, int]:
        """Who was paid when money was released, and in how many rounds."""
        counted: dict[str, int] = {}
        for cycle in self.cycles:
            for payee in cycle.payees:
                counted[payee] = counted.get(payee, 0) + 1
        return counted

    @cached_property
    def shares(self) -> Mapping[str, float]:
        """Who was paid → all that was released to it."""
        summed: dict[str, float] = {}
        for cycle in self.cycles:
            for payee, amount in cycle.payees.items():
                summed[payee] = summed.get(payee, 0.0) + amount
        return summed

    @cached_property
    def most(self) -> float:
        """The largest of the sums that one hand was paid in all."""
        return max(self.shares.values(), default=0.0)

    @cached_property
    def release(self) -> float:
        """The middle one of the sums released."""
        sums = [amount for cycle in self.cycles for amount in cycle.payees.values()]
        return median(sums) if sums else 0.0

    @cached_property
    def coordinators(self) -> frozenset[str]:
        """Who speaks with several of the paid hands before departures."""
        people = self.profiles.values()
        return frozenset(
            each.entity
            for each in people
            if each.entity not in self.centres
            and len({call.other for call in self.timed(each)} & set(self.hands)) >= MANY_HANDS
        )

    @cached_property
    def recruiters(self) -> frozenset[str]:
        """Whom many spoke with once or twice in the weeks before money was parked, and who speaks with the middle."""
        return frozenset(
            entity
            for entity, found in self._met.items()
            if len(found) >= MANY_HANDS
            and 2 * len(found) >= len(self._others(entity) - self._inside)
            and self._others(entity) & (self.coordinators | self.centres)
        )

    @cached_property
    def _inside(self) -> frozenset[str]:
        return frozenset(self.hands) | self.centres | self.coordinators

    @cached_property
    def _met(self) -> Mapping[str, frozenset[str]]:
        return {entity: self._once(profile) for entity, profile in self.profiles.items() if profile.calls}

    def met(self, profile: Profile) -> frozenset[str]:
        """Those who spoke with it once or twice, all in the weeks before money was parked, and are not paid hands."""
        return self._met.get(profile.entity, frozenset())

    def _once(self, profile: Profile) -> frozenset[str]:
        few = {other for other, count in profile.others.items() if count <= FEW_CALLS} - self._inside
        late = {each.other for each in profile.calls if not any(cycle.ahead(each.at) for cycle in self.cycles)}
        return frozenset(few - late)

    def _others(self, entity: str) -> frozenset[str]:
        known = self.profiles.get(entity)
        return frozenset(known.others) if known else frozenset()

    def timed(self, profile: Profile) -> tuple[Contact, ...]:
        """Calls that fall before or into a round."""
        return tuple(each for each in profile.calls if any(cycle.covers(each.at) for cycle in self.cycles))

    def rounds(self, profile: Profile, others: frozenset[str]) -> int:
        """In how many rounds it spoke with one of these."""
        calls = [each for each in profile.calls if each.other in others]
        return sum(any(cycle.covers(each.at) for each in calls) for cycle in self.cycles)

    def received_from(self, profile: Profile, others: frozenset[str]) -> tuple[Sum, ...]:
        """What these paid to it."""
        return tuple(each for each in profile.received if each.other in others)

    def during(self, at: datetime | None) -> bool:
        """Whether a moment falls into a round."""
        return any(cycle.covers(at) for cycle in self.cycles)

    def strangers(self, profile: Profile) -> frozenset[str]:
        """Those in the picture's middle with whom it spoke."""
        return frozenset(profile.others) & (self.hands.keys() | self.coordinators | self.recruiters)
