"""What really happened: journeys in legs, who moved whom, what was paid and released."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from itertools import pairwise

from osint_kit.world.cast import Person, Society
from osint_kit.world.chance import Chance, Stream
from osint_kit.world.plot import NORTH, SOUTH
from osint_kit.world.scenario import Scenario

_SIZE = 3
_FEES = (1500, 1600, 1700)
_RISE, _RISE_MONTH = 300, 4
_PARTS = ((2, 3, 5), (3, 3, 4), (5, 5), (2, 2, 2, 4))  # tenths of a fee
_TURN = 6  # month of the crackdown on the northern road


@dataclass(frozen=True, slots=True)
class _Sum:
    at: datetime
    amount: int
    typology: str


@dataclass(frozen=True, slots=True)
class Leg:
    """One leg of a journey, and who moved or housed the travellers."""

    id: str
    start: datetime
    end: datetime
    route: tuple[str, str]
    helper: Person


@dataclass(frozen=True, slots=True)
class Transfer:
    """Money from one wallet to another; `journey` is empty for everyday payments."""

    id: str
    at: datetime
    payer: str
    payee: str
    amount: int
    currency: str
    purpose: str
    typology: str
    journey: str = ""


@dataclass(frozen=True, slots=True)
class Journey:
    """One group on its way: recruited, paid for, moved, arrived, settled."""

    id: str
    number: int
    travellers: tuple[Person, ...]
    families: tuple[Person, ...]
    recruiter: Person
    manager: Person
    sarraf: Person
    fee: int
    legs: tuple[Leg, ...]
    transfers: tuple[Transfer, ...]

    @property
    def departs(self) -> datetime:
        """Start of the first leg."""
        return self.legs[0].start

    @property
    def arrives(self) -> datetime:
        """End of the last leg."""
        return self.legs[-1].end


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
        month = 1 + self.number * 10 // max(1, self.count - 1)
        day = date(self.scenario.begins.year, month, stream.between(12, 26))
        at = time(stream.between(3, 6), stream.pick((0, 15, 30, 45)), tzinfo=self.scenario.opens.tzinfo)
        part = slice(self.number * _SIZE, (self.number + 1) * _SIZE)
        planned = Journey(
            id=_id(self.chance.stream("journey id", self.number)),
            number=self.number,
            travellers=self.society.of("PE-MIG")[part],
            families=self.society.of("family")[part],
            recruiter=self._turn("RO-REC"),
            manager=self._turn("RO-LOG"),
            sarraf=self._turn("RO-FIN"),
            fee=stream.pick(_FEES) + (_RISE if month >= _RISE_MONTH else 0),
            legs=tuple(self._legs(stream, datetime.combine(day, at), NORTH if month <= _TURN else SOUTH)),
            transfers=(),
        )
        return replace(planned, transfers=tuple(_transfers(self.society, stream, planned)))

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


def _transfers(society: Society, stream: Stream, journey: Journey) -> Iterator[Transfer]:
    """Families park the fee in small sums before departure; it is released within hours of the arrival."""
    for family in journey.families:
        for share in stream.pick(_PARTS):
            at = journey.departs - timedelta(minutes=stream.between(8 * 60, 4 * 24 * 60))
            paid = _Sum(at, journey.fee * share // 10, "TY-FANIN")
            yield _transfer(stream, (family, journey.sarraf), paid, journey)
    pot = journey.fee * len(journey.families)
    for payee, share in _shares(society, journey):
        at = journey.arrives + timedelta(minutes=stream.between(40, 6 * 60))
        yield _transfer(stream, (journey.sarraf, payee), _Sum(at, pot * share // 1000 * 10, "TY-HOLD"), journey)
    for officer in society.of("RO-COR")[:1]:
        at = journey.legs[1].start - timedelta(minutes=stream.between(20 * 60, 28 * 60))
        yield _transfer(stream, (journey.manager, officer), _Sum(at, stream.pick((150, 200, 250)), "normal"), journey)


def _shares(society: Society, journey: Journey) -> list[tuple[Person, int]]:
    """Hundredths of the pot: the manager, the helpers on the road, the houses, the organiser last."""
    helpers = list({leg.helper.key: leg.helper for leg in journey.legs}.values())
    houses = society.of("RO-SAF")
    fixed = [(journey.manager, 15), *((each, 8) for each in helpers), *((each, 4) for each in houses[:2])]
    return [*fixed, (society.of("RO-ORG")[0], 30)]


def _transfer(stream: Stream, ends: tuple[Person, Person], paid: _Sum, journey: Journey) -> Transfer:
    payer, payee = ends
    return Transfer(
        id=_id(stream),
        at=paid.at,
        payer=payer.phone,
        payee=payee.phone,
        amount=paid.amount,
        currency="USD",
        purpose="",
        typology=paid.typology,
        journey=journey.id,
    )


def _id(stream: Stream) -> str:
    return f"t-{stream.token(12)}"
