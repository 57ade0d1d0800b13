"""Honest money that looks like the other kind: wages, gifts, loans in a ring, deposits, a sarraf's balanced books."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from osint_kit.world.cast import Firm, Person, Society
from osint_kit.world.chance import Chance, Stream
from osint_kit.world.items import moment, some_day
from osint_kit.world.knobs import Knobs
from osint_kit.world.scenario import Scenario

_SUMS = (10, 15, 20, 30, 45, 60, 80, 100, 150, 200, 300)
_PARTS_SUMS = (40, 60, 75, 90, 120, 160, 220)  # what car parts usually cost
_RING, _RINGS = slice(20, 24), 2  # neighbours who lend to one another, and how often
_DEPOSITS = 6


@dataclass(frozen=True, slots=True)
class Payment:
    """One honest payment; `pattern` names what it belongs to, or is empty."""

    at: datetime
    payer: Person | Firm
    payee: Person | Firm
    amount: int
    purpose: str = ""
    pattern: str = ""


def ordinary_payments(scenario: Scenario, chance: Chance, knobs: Knobs, society: Society) -> Iterator[Payment]:
    """All of it, in no order."""
    town = Town(scenario, chance, knobs, society)
    yield from town.purchases()
    yield from town.car_parts()
    yield from town.wages()
    yield from town.gifts()
    yield from town.loans()
    for sarraf in society.of("LK-2"):
        yield from town.books(sarraf)
        yield from town.deposits(sarraf)


@dataclass(frozen=True, slots=True)
class Town:
    """The town with its purse."""

    scenario: Scenario
    chance: Chance
    knobs: Knobs
    society: Society

    @property
    def people(self) -> tuple[Person, ...]:
        """Everybody of the town."""
        return self.society.of("town")

    def purchases(self) -> Iterator[Payment]:
        """Everyday purchases."""
        for number in range(self.knobs.payments):
            stream = self.chance.stream("purchase", number)
            one, two = stream.sample(self.people, 2)
            yield Payment(self._some_time(stream), one, two, stream.pick(_SUMS))

    def car_parts(self) -> Iterator[Payment]:
        """Car parts at the usual price, from a trader."""
        trader = self.society.firms["town/2"]
        for number in range(self.knobs.payments // 20):
            stream = self.chance.stream("car parts", number)
            yield Payment(
                self._some_time(stream), stream.pick(self.people), trader, stream.pick(_PARTS_SUMS), "car parts"
            )

    def wages(self) -> Iterator[Payment]:
        """A firm pays its workers on one day of each month: one to many, and no layering."""
        firm = self.society.firms["town/0"]
        chosen = self.chance.stream("payroll")
        workers = chosen.sample(self.people, 4 + self.knobs.payments // 100)
        sums = [chosen.between(22, 38) * 10 for _ in workers]
        for month in range(1, 13):
            day = date(self.scenario.begins.year, month, 10)
            for worker, wage in zip(workers, sums, strict=True):
                stream = self.chance.stream("wage", month, worker.key)
                yield Payment(self._at(day, stream), firm, worker, wage, "wages", "payroll")

    def gifts(self) -> Iterator[Payment]:
        """People abroad give to a school at home: many to one, then on to the builders."""
        keeper = self.society.people["charity/0"]
        abroad = [each for each in self.people if each.state == self.scenario.states[-1].code]
        chosen = self.chance.stream("charity")
        donors = chosen.sample(self.people, 8 + self.knobs.payments // 60)
        donors = list({each.key: each for each in (*abroad[: len(donors) // 2], *donors)}.values())[: len(donors)]
        total = 0
        for donor in donors:
            stream = self.chance.stream("gift", donor.key)
            amount = stream.pick((20, 30, 50, 60, 80, 100))
            total += amount
            yield Payment(self._some_time(stream, 3, 4), donor, keeper, amount, "school", "charity")
        for builder in chosen.sample(self.people, 2):
            yield Payment(self._some_time(chosen, 6, 7), keeper, builder, total // 20 * 10, "school", "charity")

    def loans(self) -> Iterator[Payment]:
        """A family lends round in a ring: money goes out and comes home."""
        chosen = self.chance.stream("ring")
        ring = self.people[_RING]
        for turn in range(_RINGS):
            day = date(self.scenario.begins.year, 3 + 5 * turn, 1 + chosen.below(10))
            amount = chosen.between(20, 45) * 10
            for number, (one, two) in enumerate(zip(ring, (*ring[1:], ring[0]), strict=True)):
                at = self._at(day + timedelta(days=3 * number + chosen.below(3)), chosen)
                yield Payment(at, one, two, amount - 5 * number, "loan", "ring")

    def books(self, sarraf: Person) -> Iterator[Payment]:
        """The honest sarraf: what comes in goes out again within days, less a small commission."""
        for number in range(self.knobs.payments // 6):
            stream = self.chance.stream("books", sarraf.key, number)
            one, two = stream.sample(self.people, 2)
            at, amount = self._some_time(stream), stream.pick(_SUMS[4:])
            later = min(at + timedelta(hours=stream.between(4, 70)), self.scenario.opens - timedelta(hours=1))
            yield Payment(at, one, sarraf, amount, pattern="books")
            yield Payment(later, sarraf, two, amount - max(1, amount // 100), pattern="books")

    def deposits(self, sarraf: Person) -> Iterator[Payment]:
        """Savings given to the sarraf and taken back by the same person weeks later."""
        chosen = self.chance.stream("deposit", sarraf.key)
        for number, saver in enumerate(chosen.sample(self.people, _DEPOSITS)):
            stream = self.chance.stream("deposit", sarraf.key, number)
            at, amount = self._some_time(stream, 1, 10), stream.between(3, 9) * 100
            yield Payment(at, saver, sarraf, amount, pattern="deposit")
            yield Payment(at + timedelta(days=stream.between(9, 40)), sarraf, saver, amount, pattern="deposit")

    def _some_time(self, stream: Stream, first: int = 1, last: int = 12) -> datetime:
        return self._at(some_day(self.scenario, stream, first, last), stream)

    def _at(self, day: date, stream: Stream) -> datetime:
        return moment(self.scenario, day, stream)
