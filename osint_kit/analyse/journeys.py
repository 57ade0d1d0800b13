"""Journeys in legs, put together from money that was held, bursts of calls, and what texts tell of routes.

Each whole journey (leg 0) is a proposal: that a pot, calls and texts belong to one journey is a reading of their times.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

import pandas as pd

from osint_kit.analyse.records import Burst, bursts, contacts
from osint_kit.analyse.texts import Gazetteer, Text, texts
from osint_kit.knowledge.flows import Options, Pot, books, payees, payers, pots
from osint_kit.knowledge.vocabulary.indicators import events
from osint_kit.messages import _
from osint_kit.model import content_id
from osint_kit.model.tables import JOURNEYS
from osint_kit.model.times import moment

BEFORE = timedelta(days=4)
"""Calls and offers gather in so many days before a departure (own convention)."""

AFTER = timedelta(days=5)
"""People write of an arrival within so many days after it (own convention)."""

LONGEST = timedelta(days=21)
"""From departure to arrival at most, where only texts tell of it (own convention)."""

HELD, WRITTEN = 0.55, 0.4
"""Scores of a journey read from a pot of money, and from texts alone; calls and routes add to it."""


@dataclass(frozen=True, slots=True)
class Leg:
    """One stretch, or the whole; times ISO 8601 or empty, places canonical or empty."""

    start: str
    end: str
    origin: str
    destination: str
    helpers: tuple[str, ...]
    statements: tuple[str, ...]
    reason: str


@dataclass(frozen=True, slots=True)
class Told:
    """A text that tells of a journey, with the kind of what it tells and the places it names."""

    text: Text
    kind: str
    places: tuple[str, ...]


def journeys(
    statements: pd.DataFrame,
    documents: pd.DataFrame,
    entities: pd.DataFrame,
    transfers: pd.DataFrame,
    places: Mapping[str, str],
) -> pd.DataFrame:
    """Propose journeys, each with a row for the whole (leg 0) and one for each leg that something tells of.

    Args:
        statements: a frame of STATEMENTS.
        documents: a frame of DOCUMENTS.
        entities: a frame of ENTITIES.
        transfers: a frame of TRANSFERS.
        places: name as written → canonical name.

    Returns:
        A frame of JOURNEYS in the order of time; every row carries statements.
    """
    told = tuple(_told(texts(statements, documents, entities), Gazetteer(places)))
    calls = bursts(contacts(statements, entities, "Call"))
    held = [pot for book in books(transfers) for pot in pots(book, Options())]
    rows = [row for pot in held for row in _held(pot, told, calls)]
    covered = [(moment(pot.deposits[0].at), moment(pot.releases[-1].at) + AFTER) for pot in held]
    rows += list(_written(told, calls, covered))
    return JOURNEYS.frame(sorted(rows, key=lambda row: (_first(rows, row), str(row["journey"]), int(str(row["leg"])))))


def _first(rows: Iterable[Mapping[str, object]], row: Mapping[str, object]) -> str:
    return next(str(each["start"]) for each in rows if each["journey"] == row["journey"])


def _told(found: Iterable[Text], gazetteer: Gazetteer) -> Iterator[Told]:
    for text in found:
        kind = next((rule.id for rule in events() if rule.span(text.reading)), "")
        named = gazetteer.find(text)
        moves = not kind and len(named) > 1 and text.reading.first(("carry", "aboard", "route"))
        if text.at and (kind in ("departure", "arrival") or moves):
            yield Told(text, kind, named)


def _held(pot: Pot, told: tuple[Told, ...], calls: tuple[Burst, ...]) -> Iterator[dict[str, object]]:
    """The journey behind a pot: it sets out after the last deposit and has arrived at the release."""
    leaves, arrives = pot.deposits[-1].at, pot.releases[0].at
    rung = _between(calls, leaves, arrives)
    near = _near(told, leaves, arrives)
    origin, destination = _route(near)
    money = tuple(said for each in (*pot.deposits, *pot.releases) for said in each.statements)
    helpers = payees(pot.releases)
    reason = _(
        "money of {payers} was held and went out to {payees}; {calls} bursts of calls and {texts} texts lie near"
    )
    whole = Leg(
        leaves,
        arrives,
        origin,
        destination,
        tuple(dict.fromkeys([*helpers, *_others(rung)])),
        tuple(dict.fromkeys([*money, *_carried(rung, near)])),
        reason.format(payers=len(payers(pot.deposits)), payees=len(helpers), calls=len(rung), texts=len(near)),
    )
    score = HELD + 0.1 * bool(rung) + 0.1 * bool(near) + 0.1 * bool(origin)
    yield from _rows([whole, *_legs(rung, near, arrives)], score)


def _written(
    told: tuple[Told, ...], calls: tuple[Burst, ...], covered: list[tuple[datetime, datetime]]
) -> Iterator[dict[str, object]]:
    """Journeys of which only texts tell: a departure with a stated day, and the next arrival by the same route."""
    for leaving in told:
        at = moment(leaving.text.at)
        if leaving.kind != "departure" or not leaving.text.day or any(one <= at <= two for one, two in covered):
            continue
        arrival = next((each for each in told if _arrives(each, leaving)), None)
        end = arrival.text.at if arrival else ""
        rung = _between(calls, leaving.text.at, leaving.text.at)
        near = tuple(each for each in (leaving, arrival) if each)
        origin, destination = _route(near)
        reason = _("{item} names the day of a departure").format(item=leaving.text.item)
        whole = Leg(leaving.text.at, end, origin, destination, _others(rung), _carried(rung, near), reason)
        score = WRITTEN + 0.1 * bool(arrival) + 0.1 * bool(rung) + 0.1 * bool(origin)
        yield from _rows([whole, *_legs(rung, near, end)], score)


def _arrives(each: Told, leaving: Told) -> bool:
    gone = moment(each.text.at) - moment(leaving.text.at)
    shared = set(each.text.entities) & set(leaving.text.entities) or set(each.places) & set(leaving.places)
    return each.kind == "arrival" and timedelta() < gone <= LONGEST and bool(shared)


def _legs(rung: tuple[Burst, ...], near: tuple[Told, ...], arrives: str) -> Iterator[Leg]:
    """One leg a burst of calls that sends people off, then one a text that names a stretch of the way."""
    for burst in rung:
        reason = _("a burst of {count} calls with {others} others").format(
            count=len(burst.contacts), others=len(burst.others)
        )
        yield Leg(burst.end, "", "", "", (burst.hub, *burst.others), burst.statements, reason)
    for each in near:
        if len(each.places) > 1 or each.kind == "arrival":
            reason = _("{item} tells of it").format(item=each.text.item)
            origin, destination = _ends(each)
            start, end = ("", each.text.at or arrives) if each.kind == "arrival" else (each.text.at, "")
            yield Leg(start, end, origin, destination, each.text.entities, tuple(each.text.said), reason)


def _rows(legs: list[Leg], score: float) -> Iterator[dict[str, object]]:
    whole, *rest = legs
    journey = content_id("journey", *sorted(whole.statements))
    ordered = [whole, *sorted(rest, key=lambda leg: moment(leg.start or leg.end))]
    for number, leg in enumerate(ordered):
        yield {
            "journey": journey,
            "leg": number,
            "start": leg.start,
            "end": leg.end,
            "origin": leg.origin,
            "destination": leg.destination,
            "helpers": leg.helpers,
            "travellers": (),
            "statements": leg.statements,
            "score": round(min(0.95, score), 4),
            "reason": leg.reason,
        }


def _between(calls: tuple[Burst, ...], leaves: str, arrives: str) -> tuple[Burst, ...]:
    """Bursts that end from some days before the departure until the arrival."""
    since, until = moment(leaves) - BEFORE, max(moment(arrives), moment(leaves) + timedelta(days=1))
    return tuple(each for each in calls if since <= moment(each.end) <= until)


def _near(told: tuple[Told, ...], leaves: str, arrives: str) -> tuple[Told, ...]:
    """Texts of departures before it, of arrivals after it."""
    one, two = moment(leaves), moment(arrives)
    found = []
    for each in told:
        at = moment(each.text.at)
        window = (two - AFTER / 2, two + AFTER) if each.kind == "arrival" else (one - BEFORE, one + BEFORE)
        if window[0] <= at <= window[1]:
            found.append(each)
    return tuple(found)


def _route(near: Iterable[Told]) -> tuple[str, str]:
    """First and last place of the way that most texts name."""
    counted: dict[tuple[str, str], int] = {}
    for each in near:
        if len(each.places) > 1:
            way = each.places[0], each.places[-1]
            counted[way] = counted.get(way, 0) + 1
    return min(counted, key=lambda way: (-counted[way], way), default=("", ""))


def _ends(each: Told) -> tuple[str, str]:
    if len(each.places) > 1:
        return each.places[0], each.places[-1]
    place = each.places[0] if each.places else ""
    return ("", place) if each.kind == "arrival" else (place, "")


def _others(rung: Iterable[Burst]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(entity for burst in rung for entity in (burst.hub, *burst.others)))


def _carried(rung: Iterable[Burst], near: Iterable[Told]) -> tuple[str, ...]:
    said = [*(each for burst in rung for each in burst.statements), *(each for told in near for each in told.text.said)]
    return tuple(dict.fromkeys(said))
