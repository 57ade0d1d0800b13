"""The money of the network: fees parked and released, the chain to the organiser, settlements, debts, a bribe."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import pairwise

from osint_kit.world.cast import Firm, Person, Society
from osint_kit.world.chance import Chance, Stream
from osint_kit.world.items import moment
from osint_kit.world.knobs import Knobs
from osint_kit.world.ordinary import ordinary_payments
from osint_kit.world.plot import HELD
from osint_kit.world.scenario import Scenario
from osint_kit.world.story import Journey

CAR_PARTS = "car parts"
_PARTS = ((2, 3, 5), (3, 3, 4), (5, 5), (2, 2, 2, 4))  # tenths of a fee
_DEEP = 5  # handles of a recruiter; where there are so many, money goes through many hands, too
_SETTLEMENTS = 8  # a year, for each money handler
_DEBTS = (150, 220, 310)


@dataclass(frozen=True, slots=True)
class Transfer:
    """Money from one wallet to another.

    Attributes:
        typology: the pattern it was made for, or `normal`.
        journey: id of the journey it pays for; empty for everything else.
        pattern: name of the instance that it belongs to, honest ones included (`hold/3`, `payroll`); never written.
    """

    id: str
    at: datetime
    payer: str
    payee: str
    amount: int
    currency: str
    purpose: str
    typology: str
    journey: str = ""
    pattern: str = ""


def make_payments(
    scenario: Scenario, chance: Chance, *, knobs: Knobs, society: Society, journeys: tuple[Journey, ...]
) -> tuple[Transfer, ...]:
    """All transfers in the order of time; their purposes say little."""
    rows = [
        row for journey in journeys for row in _fees(chance.stream("fees", journey.number), knobs, society, journey)
    ]
    rows += _settlements(scenario, chance, knobs, society)
    rows += [row for journey in journeys if journey.held for row in _debts(scenario, chance, society, journey)]
    rows += [
        _transfer(
            chance.stream("ordinary id", number),
            (each.payer, each.payee),
            each.at,
            each.amount,
            purpose=each.purpose,
            pattern=each.pattern,
        )
        for number, each in enumerate(ordinary_payments(scenario, chance, knobs, society))
    ]
    purposes = scenario.words["purpose"]
    told = [
        row if row.purpose else replace(row, purpose=chance.stream("purpose", row.id).pick(purposes)) for row in rows
    ]
    return tuple(sorted(told, key=lambda row: (row.at, row.payer, row.payee, row.amount)))


def _fees(stream: Stream, knobs: Knobs, society: Society, journey: Journey) -> Iterator[Transfer]:
    """Families park the fee in small sums before departure; word of the arrival releases it within hours."""
    hold = f"hold/{journey.number}"
    for family in journey.families:
        for share in stream.pick(_PARTS):
            at = journey.departs - timedelta(minutes=stream.between(8 * 60, 4 * 24 * 60))
            paid = _transfer(stream, (family, journey.sarraf), at, journey.fee * share // 10, pattern=hold)
            yield replace(paid, typology="TY-FANIN", journey=journey.id)
    pot = journey.fee * len(journey.families)
    for payee, share in _shares(society, journey):
        at = journey.word + timedelta(minutes=stream.between(20, 5 * 60))
        paid = _transfer(stream, (journey.sarraf, payee), at, pot * share // 1000 * 10, pattern=hold)
        yield replace(paid, typology="TY-HOLD", journey=journey.id)
    for officer in society.of("RO-COR")[:1]:
        at = journey.legs[1].start - timedelta(minutes=stream.between(20 * 60, 28 * 60))
        paid = _transfer(stream, (journey.manager, officer), at, stream.pick((150, 200, 250)), pattern="bribe")
        yield replace(paid, journey=journey.id)
    yield from _chain(stream, knobs, society, journey, pot * 30 // 1000 * 10)


def _shares(society: Society, journey: Journey) -> list[tuple[Person | Firm, int]]:
    """Hundredths of the pot: the manager, the helpers on the road, the houses, the organiser's firm."""
    helpers = list({leg.helper.key: leg.helper for leg in journey.legs}.values())
    houses = society.of("RO-SAF")
    fixed = [(journey.manager, 15), *((each, 8) for each in helpers), *((each, 4) for each in houses[:2])]
    return [*fixed, (society.firms["haulage"], 30)]


def _chain(stream: Stream, knobs: Knobs, society: Society, journey: Journey, amount: int) -> Iterator[Transfer]:
    """The organiser's share leaves the firm days later, through the cousin where the network hides well."""
    ends: list[Person | Firm] = [society.firms["haulage"], society.of("RO-ORG")[0]]
    deep = knobs.churn > _DEEP
    if deep:
        ends.insert(1, society.people["cousin/0"])
    at = journey.word
    for payer, payee in pairwise(ends):
        at += timedelta(minutes=stream.between(40 * 60, 80 * 60))
        paid = _transfer(stream, (payer, payee), at, amount, pattern=f"chain/{journey.number}")
        yield replace(paid, typology="TY-STK" if deep else "normal", journey=journey.id)
        amount -= 10


def brokers(knobs: Knobs, society: Society) -> tuple[Person, ...]:
    """Traders abroad with whom the money handlers settle; an easy world has honest ones only."""
    return society.of("broker") if knobs.victims else ()


def _settlements(scenario: Scenario, chance: Chance, knobs: Knobs, society: Society) -> Iterator[Transfer]:
    """A money handler and the broker abroad pay each other nearly equal sums, as if for dear car parts."""
    here = society.of("RO-FIN")
    for broker in brokers(knobs, society):
        for number in range(_SETTLEMENTS):
            stream = chance.stream("settlement", broker.key, number)
            first = moment(scenario, scenario.begins + timedelta(days=25 + 38 * number + stream.below(20)), stream)
            amount = stream.between(36, 84) * 50
            back = first + timedelta(minutes=stream.between(20 * 60, 60 * 60))
            pattern = f"settle/{broker.key}"
            ends = (here[number % len(here)], society.firms["parts"])
            out = _transfer(stream, ends, first, amount, purpose=CAR_PARTS, pattern=pattern)
            home = _transfer(stream, ends[::-1], back, amount - 10 * stream.between(0, 6), pattern=pattern)
            yield from (replace(each, typology="TY-SETTLE") for each in (out, home))


def _debts(scenario: Scenario, chance: Chance, society: Society, journey: Journey) -> Iterator[Transfer]:
    """The families of those who are held pay ever more; the workshop pays for hands."""
    stream = chance.stream("debt", journey.number)
    enforcer, owner = society.of("RO-ENF")[0], society.of("RO-SUP")[0]
    for held in journey.held:
        for number, owed in enumerate(_DEBTS):
            day = date(scenario.begins.year, HELD, 28) + timedelta(days=9 * number + stream.below(8))
            family = society.people[held.key.replace("PE-VIC", "kin")]
            amount = owed + 10 * stream.below(4)
            paid = _transfer(stream, (family, enforcer), moment(scenario, day, stream), amount, pattern="debt")
            yield replace(paid, journey=journey.id)
    for month in range(HELD, HELD + 3):
        at = moment(scenario, date(scenario.begins.year, month, 27), stream)
        paid = _transfer(stream, (owner, enforcer), at, 100 * len(journey.held), pattern="hands")
        yield replace(paid, journey=journey.id)


def _transfer(
    stream: Stream,
    ends: tuple[Person | Firm, Person | Firm],
    at: datetime,
    amount: int,
    *,
    purpose: str = "",
    pattern: str = "",
) -> Transfer:
    return Transfer(
        id=f"t-{stream.token(12)}",
        at=at,
        payer=ends[0].phone,
        payee=ends[1].phone,
        amount=amount,
        currency="USD",
        purpose=purpose,
        typology="normal",
        pattern=pattern,
    )
