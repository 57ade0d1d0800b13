"""The partner's files: call records and a mobile-money statement, each with the mapping that explains it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta, timezone

from osint_kit.world.cast import Person, Society
from osint_kit.world.chance import Chance, Stream
from osint_kit.world.items import moment, some_day
from osint_kit.world.knobs import Knobs
from osint_kit.world.scenario import Scenario
from osint_kit.world.story import Journey, Transfer

CALLS_ZONE = timezone(timedelta(hours=5))
MONEY_ZONE = timezone(timedelta(hours=3))


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


def make_payments(
    scenario: Scenario, chance: Chance, *, knobs: Knobs, society: Society, journeys: tuple[Journey, ...]
) -> tuple[Transfer, ...]:
    """All transfers in the order of time; their purposes say little."""
    purposes = scenario.words["purpose"]
    rows = [transfer for journey in journeys for transfer in journey.transfers]
    rows += _everyday_payments(scenario, chance, knobs, society)
    told = [
        replace(row, purpose=chance.stream("purpose", row.id).pick(purposes)) if not row.purpose else row
        for row in rows
    ]
    return tuple(sorted(told, key=lambda row: (row.at, row.payer, row.payee, row.amount)))


def _everyday_payments(scenario: Scenario, chance: Chance, knobs: Knobs, society: Society) -> Iterator[Transfer]:
    """Purchases, wages, and the honest sarraf: much comes in, and as much goes out again."""
    town = society.of("town")
    honest = society.of("LK-2")
    for number in range(knobs.payments):
        stream = chance.stream("everyday payment", number)
        one, two = stream.sample(town, 2)
        if honest and number % 4 == 0:
            one, two = (one, honest[0]) if number % 8 else (honest[0], one)
        at = moment(scenario, some_day(scenario, stream), stream)
        amount = stream.pick((10, 15, 20, 30, 45, 60, 80, 100, 150, 200, 300))
        yield Transfer(f"t-{stream.token(12)}", at, one.phone, two.phone, amount, "USD", "", "normal")


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
    for row in payments:
        at = row.at.astimezone(MONEY_ZONE).strftime("%Y-%m-%d %H:%M")
        lines.append(f"{at};{row.payer};{row.payee};{row.amount};{row.currency};{row.purpose};")
    return "\r\n".join(lines) + "\r\n"
