"""What really happened: journeys in legs, and who moved whom. What was paid for them is in `money`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from osint_kit.world.cast import Person, Society
from osint_kit.world.chance import Chance, Stream
from osint_kit.world.plot import CRACKDOWN, FEES, HELD, NORTH, RISE, RISE_MONTH, SOUTH
from osint_kit.world.scenario import Scenario

_SIZE = 3
_WORD = 30  # minutes from the arrival to the message home


@dataclass(frozen=True, slots=True)
class Leg:
    """One leg of a journey, and who moved or housed the travellers."""

    id: str
    start: datetime
    end: datetime
    route: tuple[str, str]
    helper: Person


@dataclass(frozen=True, slots=True)
class Journey:
    """One group on its way: recruited, moved, arrived; `held` are those of it who never got there."""

    id: str
    number: int
    travellers: tuple[Person, ...]
    families: tuple[Person, ...]
    recruiter: Person
    manager: Person
    sarraf: Person
    fee: int
    legs: tuple[Leg, ...]
    held: tuple[Person, ...] = ()

    @property
    def departs(self) -> datetime:
        """Start of the first leg."""
        return self.legs[0].start

    @property
    def arrives(self) -> datetime:
        """End of the last leg."""
        return self.legs[-1].end

    @property
    def word(self) -> datetime:
        """When the travellers send word that they are there: money is released only after it."""
        return self.arrives + timedelta(minutes=_WORD)


def make_journeys(scenario: Scenario, chance: Chance, society: Society) -> tuple[Journey, ...]:
    """Plan the year: groups of three, spread from month 1 to month 11."""
    count = -(-len(society.of("PE-MIG")) // _SIZE)
    return tuple(_Planner(scenario, chance, society, number, count).journey() for number in range(count))


@dataclass(frozen=True, slots=True)
class _Planner:
    """Plans one journey out of so many."""

    scenario: Scenario
    chance: Chance
    society: Society
    number: int
    count: int

    def journey(self) -> Journey:
        stream = self.chance.stream("journey", self.number)
        month = self._month(self.number)
        day = date(self.scenario.begins.year, month, stream.between(12, 26))
        at = time(stream.between(3, 6), stream.pick((0, 15, 30, 45)), tzinfo=self.scenario.opens.tzinfo)
        part = slice(self.number * _SIZE, (self.number + 1) * _SIZE)
        held = self.society.of("PE-VIC") if self.number == self._broken() else ()
        return Journey(
            id=_id(self.chance.stream("journey id", self.number)),
            number=self.number,
            travellers=self.society.of("PE-MIG")[part],
            families=self.society.of("family")[part],
            recruiter=self._turn("RO-REC"),
            manager=self._turn("RO-LOG"),
            sarraf=self._turn("RO-FIN"),
            fee=stream.pick(FEES) + (RISE if month >= RISE_MONTH else 0),
            legs=tuple(self._legs(stream, datetime.combine(day, at), NORTH if month <= CRACKDOWN else SOUTH)),
            held=held,
        )

    def _month(self, number: int) -> int:
        return 1 + number * 10 // max(1, self.count - 1)

    def _broken(self) -> int:
        """Number of the journey that some do not finish."""
        return next((each for each in range(self.count) if self._month(each) >= HELD), self.count - 1)

    def _turn(self, role: str) -> Person:
        """Those who share a role take turns."""
        people = self.society.of(role)
        return people[self.number % len(people)]

    def _legs(self, stream: Stream, start: datetime, route: tuple[str, ...]) -> Iterator[Leg]:
        drivers, guides = self.society.of("RO-TRA"), self.society.of("RO-GUI")
        for at, pair in enumerate(pairwise(route)):
            guided = at == 1 and bool(guides)
            helper = (guides if guided else drivers)[(self.number + at) % len(guides if guided else drivers)]
            end = start + timedelta(minutes=stream.between(240, 900))
            yield Leg(_id(stream), start, end, pair, helper)
            start = end + timedelta(minutes=stream.between(300, 2400))


def _id(stream: Stream) -> str:
    return f"t-{stream.token(12)}"
