"""The partner's files: call records and a mobile-money statement, each with the mapping that explains it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone

from osint_kit.world.cast import Person, Society
from osint_kit.world.chance import Chance, Stream
from osint_kit.world.items import moment, some_day
from osint_kit.world.knobs import Knobs
from osint_kit.world.money import Transfer
from osint_kit.world.plot import HELD, PLEA
from osint_kit.world.scenario import Scenario
from osint_kit.world.story import Journey

CALLS_ZONE = timezone(timedelta(hours=5))
MONEY_ZONE = timezone(timedelta(hours=3))


_PRESSED = 3  # calls to each family of those who are held
_CALLED = {"LK-4": 2, "LK-5": 8}  # every second traveller or family calls the aid worker, every eighth the journalist
_BUSY = 3  # of ten everyday calls go to the dispatcher and the phone shop


@dataclass(frozen=True, slots=True)
class Call:
    """One call. `journey` is empty for everyday calls."""

    at: datetime
    caller: str
    receiver: str
    seconds: int
    journey: str = ""


def make_calls(
    scenario: Scenario, chance: Chance, *, knobs: Knobs, society: Society, journeys: tuple[Journey, ...]
) -> tuple[Call, ...]:
    """All calls in the order of time: bursts before departures, among everyday ones."""
    calls = [call for journey in journeys for call in _burst(chance.stream("calls", journey.number), society, journey)]
    calls += _pressing(scenario, chance, society)
    calls += _helping(scenario, chance, society)
    for journey in journeys:
        calls += _borrowed(chance.stream("borrowed", journey.number), society, journey)
    calls += _everyday_calls(scenario, chance, knobs, society)
    return tuple(sorted(calls, key=lambda call: (call.at, call.caller, call.receiver)))


def _burst(stream: Stream, society: Society, journey: Journey) -> Iterator[Call]:
    manager, organiser, sarraf = journey.manager, society.of("RO-ORG")[0], journey.sarraf
    helpers = list({leg.helper.key: leg.helper for leg in journey.legs}.values())
    near = [*helpers, *society.of("RO-SAF"), *society.of("RO-SPO"), journey.recruiter]
    for other in near:
        for _each in range(stream.between(1, 3)):
            yield _call(stream, manager, other, journey.departs, hours=(1, 48), journey=journey.id)
    for other in (*society.of("RO-DOC"), *society.of("RO-COR")):
        yield _call(stream, manager, other, journey.departs, hours=(24, 60), journey=journey.id)
    for traveller in journey.travellers:
        yield _call(stream, traveller, journey.recruiter, journey.departs, hours=(72, 300), journey=journey.id)
    yield _call(stream, organiser, manager, journey.departs, hours=(50, 90), journey=journey.id)
    yield _call(stream, manager, sarraf, journey.arrives, hours=(-2, 0), journey=journey.id)
    yield _call(stream, sarraf, organiser, journey.arrives, hours=(-9, -3), journey=journey.id)
    for boss in society.of("RO-ENF"):
        yield _call(stream, boss, society.of("RO-SUP")[0], journey.arrives, hours=(-60, 60), journey=journey.id)


def _call(stream: Stream, one: Person, two: Person, before: datetime, *, hours: tuple[int, int], journey: str) -> Call:
    pair = (one, two) if stream.odds(7, 10) else (two, one)
    at = before - timedelta(seconds=stream.between(hours[0] * 3600, hours[1] * 3600))
    return Call(at, pair[0].phone, pair[1].phone, stream.between(9, 240), journey)


def _borrowed(stream: Stream, society: Society, journey: Journey) -> Iterator[Call]:
    """Before departures the manager asks the officer on duty whether the road is open, as everybody may.

    Shortly before the arrival of a group its travellers ring the manager from the telephone of whoever houses them.
    """
    for officer in society.of("LK-8"):
        at = journey.departs - timedelta(minutes=stream.between(120, 40 * 60))
        yield Call(at, journey.manager.phone, officer.phone, stream.between(70, 200), journey.id)
    for host in society.of("LK-3"):
        at = journey.arrives - timedelta(minutes=stream.between(10, 90))
        yield Call(at, host.phone, journey.manager.phone, stream.between(70, 200), journey.id)


def _pressing(scenario: Scenario, chance: Chance, society: Society) -> Iterator[Call]:
    """Families of those who are held are called again and again."""
    bosses = (*society.of("RO-ENF")[:1], *society.of("RO-SUP")[:1])
    for family in society.of("kin"):
        for number in range(_PRESSED):
            stream = chance.stream("pressing", family.key, number)
            at = moment(scenario, some_day(scenario, stream, HELD, PLEA), stream)
            yield Call(at, bosses[number % len(bosses)].phone, family.phone, stream.between(15, 120))


def _helping(scenario: Scenario, chance: Chance, society: Society) -> Iterator[Call]:
    """An aid worker is called by many travellers and families, and calls back; so is a journalist, by a few."""
    callers = (*society.of("kin"), *society.of("PE-MIG"))
    for role, share in _CALLED.items():
        for helper in society.of(role):
            for number, other in enumerate(callers[::share]):
                stream = chance.stream("helping", helper.key, number)
                at = moment(scenario, some_day(scenario, stream, 3), stream)
                yield Call(at, other.phone, helper.phone, stream.between(60, 900))
                yield Call(at + timedelta(minutes=stream.between(20, 600)), helper.phone, other.phone, 120)


def _everyday_calls(scenario: Scenario, chance: Chance, knobs: Knobs, society: Society) -> Iterator[Call]:
    """Town life: everybody calls the dispatcher and the phoneshop; the cousin calls daily; some call one another."""
    town = society.of("town")
    busy = (*society.of("dispatcher"), *society.of("phoneshop"))
    everybody = (*town, *society.core, *society.of("family"), *society.of("LK-1"), *society.of("LK-2"))
    cousin, organiser = society.people["cousin/0"], society.people["RO-ORG/0"]
    for number in range(knobs.calls):
        stream = chance.stream("everyday call", number)
        kind = stream.below(10)
        if kind == 0:
            pair = (cousin, organiser)
        elif kind <= _BUSY:
            pair = (stream.pick(everybody), stream.pick(busy))
        else:
            first = stream.below(len(town))
            pair = (town[first], town[(first + 1 + stream.below(5)) % len(town)])
        if stream.odds(1, 3):
            pair = (pair[1], pair[0])
        at = moment(scenario, some_day(scenario, stream), stream) + timedelta(seconds=stream.below(60))
        if pair[0].phone != pair[1].phone:
            yield Call(at, pair[0].phone, pair[1].phone, stream.between(5, 900))


CALLS_MAPPING = """\
# {watermark}
format = 1
table = "calls.csv"
timezone = "+05:00"
delimiter = ";"
encoding = "utf-8"

[[relation]]
schema = "Call"

[relation.fields]
caller = {{ part = "A-number", kind = "phone" }}
receiver = {{ part = "B-number", kind = "phone" }}
date = {{ part = "start", kind = "time", format = "%d.%m.%Y %H:%M:%S" }}
duration = {{ part = "seconds", kind = "text" }}
"""

MONEY_MAPPING = """\
# {watermark}
format = 1
table = "mobile_money.csv"
timezone = "+03:00"
delimiter = ";"
encoding = "utf-8"

[[relation]]
schema = "Payment"

[relation.fields]
payer = {{ part = "Отправитель", kind = "phone" }}
beneficiary = {{ part = "Получатель", kind = "phone" }}
amount = {{ part = "Сумма", kind = "money", currency_part = "Валюта" }}
date = {{ part = "Время", kind = "time", format = "%Y-%m-%d %H:%M" }}
purpose = {{ part = "Назначение", kind = "text" }}
"""


def calls_csv(calls: tuple[Call, ...], watermark: str) -> str:
    """The call records; the last column's heading is the watermark, its cells are empty."""
    lines = [f"A-number;B-number;start;seconds;{watermark}"]
    for call in calls:
        at = call.at.astimezone(CALLS_ZONE).strftime("%d.%m.%Y %H:%M:%S")
        lines.append(f"{call.caller};{call.receiver};{at};{call.seconds};")
    return "\r\n".join(lines) + "\r\n"


def money_csv(payments: tuple[Transfer, ...], watermark: str) -> str:
    """The statement of mobile money, in the partner's own columns and local time."""
    lines = [f"Время;Отправитель;Получатель;Сумма;Валюта;Назначение;{watermark}"]
    lines += [";".join((*money_cells(row), "")) for row in payments]
    return "\r\n".join(lines) + "\r\n"


def money_cells(row: Transfer) -> tuple[str, ...]:
    """The cells of one payment, as the partner's statement has them."""
    at = row.at.astimezone(MONEY_ZONE).strftime("%Y-%m-%d %H:%M")
    return at, row.payer, row.payee, str(row.amount), row.currency, row.purpose
