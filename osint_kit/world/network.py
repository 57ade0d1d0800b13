"""What the network and its customers say in public."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from osint_kit.world.cast import Person
from osint_kit.world.chance import Stream
from osint_kit.world.desk import Desk, Note
from osint_kit.world.items import Item, Subject, Tie, some_day
from osint_kit.world.plot import (
    AIR,
    CRACKDOWN,
    DESTINATION,
    FEES,
    NORTH_ROAD,
    PASS,
    RISE,
    RISE_MONTH,
    SOUTH_BRIDGE,
    SOUTHWARD,
)
from osint_kit.world.story import Journey

_SHELVES = ("travel", "transport", "services")
_VOICES = 6  # travellers who write often
_BOTH = 2  # items behind every fact of the key, at least


def network_items(desk: Desk, journeys: tuple[Journey, ...]) -> Iterator[Item]:
    """All items about the network, in no order."""
    for notes in (
        _adverts(desk),
        _recruiting(desk),
        _driving(desk),
        _contacts(desk),
        _pairs(desk),
        _staff(desk),
        _kin(desk),
    ):
        yield from map(desk.item, notes)
    for journey in journeys:
        yield from map(desk.item, _thanks(desk, journey))


def language_of(desk: Desk, key: str) -> str:
    """A language of the world, by chance."""
    return desk.chance.stream("language", key).pick(desk.pen.knobs.languages)


def part(person: Person) -> str:
    """The fact that somebody has a part in it."""
    return f"part:{person.id}"


def about(desk: Desk, key: str, person: Person, day: date, *, other: Person | None = None) -> Subject:
    """A subject with everything a template may ask about one person, at the prices and on the roads of the day."""
    stream = desk.chance.stream("subject", key)
    towns = desk.pen.scenario.states[0].towns
    price = stream.pick(FEES) + (RISE if day.month >= RISE_MONTH else 0)
    return Subject(
        person=person,
        other=other,
        phone=(person.phone, person.id),
        route=(stream.pick(towns), DESTINATION),
        crossing=NORTH_ROAD if day.month <= CRACKDOWN else stream.pick((SOUTH_BRIDGE, SOUTH_BRIDGE, PASS)),
        amount=price,
        air=price * AIR,
        currency="EUR" if stream.odds(1, 12) else "USD",
        day=day,
        place=person.town,
        handle=(person.handles[-1], person.id),
    )


def under(asked: Subject, person: Person, hand: int) -> Subject:
    """The same under one of their handles: with the last of several goes another number, and no name."""
    asked = replace(asked, handle=(person.handles[hand % len(person.handles)], person.id))
    if not person.later or hand != len(person.handles) - 1:
        return asked
    return replace(asked, person=None, phone=(person.later, person.id))


def _adverts(desk: Desk) -> Iterator[Note]:
    for person in desk.pen.society.of("RO-REC"):
        for hand in range(max(_BOTH, len(person.handles))):
            for number in range(_BOTH):
                key = f"advert/{person.key}/{hand}/{number}"
                stream = desk.chance.stream("advert", key)
                first = 1 + 11 * hand // max(_BOTH, len(person.handles))
                day = some_day(desk.pen.scenario, stream, first, min(12, first + 3))
                asked = about(desk, key, person, day)
                asked = under(asked, person, hand)
                note = Note(key, "advert", "travel", person, asked, day, language_of(desk, key), hand)
                yield replace(note, fact=part(person), truth=_boast(stream))


def _recruiting(desk: Desk) -> Iterator[Note]:
    for at, person in enumerate(desk.pen.society.of("RO-REC")):
        for number in range(7 if at == 0 else 3):
            key = f"recruit/{person.key}/{number}"
            stream = desk.chance.stream("recruit", key)
            month = 2 if number == 0 else stream.between(1, 12)
            day = some_day(desk.pen.scenario, stream, month, month)
            shelf = "club" if at == 0 else "group 1"
            note = Note(key, "recruit", shelf, person, about(desk, key, person, day), day, language_of(desk, key))
            yield replace(note, fact=part(person), truth=_boast(stream))


def _boast(stream: Stream) -> str:
    """Those who sell a journey promise more than they keep, now and then."""
    return "partly" if stream.odds(1, 4) else "true"


def _driving(desk: Desk) -> Iterator[Note]:
    """Every driver in two places; the last of them is new when the others move south."""
    newcomer = desk.pen.society.of("RO-TRA")[-1]
    for person in desk.pen.society.of("RO-TRA"):
        for number, shelf in enumerate(("transport", "group 2")):
            key = f"driver/{person.key}/{number}"
            months = (SOUTHWARD, 12) if person == newcomer else (1, 12)
            day = some_day(desk.pen.scenario, desk.chance.stream("driver", key), *months)
            asked = replace(about(desk, key, person, day), cyrillic=bool(number))
            yield Note(key, "driver", shelf, person, asked, day, language_of(desk, key), fact=part(person))


def _contacts(desk: Desk) -> Iterator[Note]:
    """Customers name the others, each in two places; a warning takes the place of one, now and then."""
    travellers = desk.pen.society.of("PE-MIG")[:_VOICES]
    people = [each for each in desk.pen.society.core if each.role not in ("RO-REC", "RO-TRA")]
    for at, person in enumerate(people):
        for number in range(_BOTH):
            key = f"contact/{person.key}/{number}"
            stream = desk.chance.stream("contact", key)
            voice = travellers[(at + number * 7) % len(travellers)]
            genre = "warning" if number and stream.odds(1, 3) else "contact"
            shelf = stream.pick(("group 1", "group 2", "services"))
            day = some_day(desk.pen.scenario, stream)
            yield Note(
                key, genre, shelf, voice, about(desk, key, person, day), day, language_of(desk, key), fact=part(person)
            )
    for person in desk.pen.society.of("RO-FIN"):
        key = f"holding/{person.key}"
        day = some_day(desk.pen.scenario, desk.chance.stream("holding", key), 1, 3)
        asked = about(desk, key, person, day)
        yield Note(key, "exchange", "money", person, asked, day, language_of(desk, key), fact=part(person))


def known_pairs(desk: Desk) -> tuple[tuple[Person, Person], ...]:
    """Who is named together with whom."""
    society = desk.pen.society
    manager = society.of("RO-LOG")[0]
    drivers = society.of("RO-TRA")
    lists = (society.of("RO-REC")[:2], drivers[:2], society.of("RO-GUI")[:1])
    pairs = [(manager, each) for people in lists for each in people]
    houses = society.of("RO-SAF")
    pairs += [(houses[-1], drivers[0])]
    pairs += [(enforcer, society.of("RO-SUP")[0]) for enforcer in society.of("RO-ENF")[:1]]
    return tuple(pairs)


def _pairs(desk: Desk) -> Iterator[Note]:
    travellers = desk.pen.society.of("PE-MIG")[:_VOICES]
    for at, (one, two) in enumerate(known_pairs(desk)):
        for number in range(_BOTH):
            key = f"pair/{one.key}/{two.key}/{number}"
            stream = desk.chance.stream("pair", key)
            voice = travellers[(3 * at + number + 1) % len(travellers)]
            ties = (Tie(one.id, two.id, "UnknownLink"),)
            shelf = stream.pick(("group 1", "group 2"))
            day = some_day(desk.pen.scenario, stream)
            asked = about(desk, key, one, day, other=two)
            yield Note(key, "pair", shelf, voice, asked, day, language_of(desk, key), fact=f"pair:{at}", ties=ties)


def _staff(desk: Desk) -> Iterator[Note]:
    """Two drivers work for the haulage firm: each says so, and so does the firm."""
    society = desk.pen.society
    firm = society.firms["haulage"]
    cousin = society.people[firm.director]
    for driver in society.of("RO-TRA")[:2]:
        for number, voice in enumerate((driver, cousin)):
            key = f"staff/{driver.key}/{number}"
            day = some_day(desk.pen.scenario, desk.chance.stream("staff", key))
            asked = Subject(person=driver, firm=firm, phone=(firm.phone, firm.id), place=firm.town, day=day)
            ties = (Tie(driver.id, firm.id, "Employment"),)
            shelf = ("group 2", "transport")[number]
            yield Note(
                key, "staff", shelf, voice, asked, day, language_of(desk, key), fact=f"staff:{driver.id}", ties=ties
            )


def _kin(desk: Desk) -> Iterator[Note]:
    """A family asks after its traveller, and leaves its number."""
    society = desk.pen.society
    for at, (family, traveller) in enumerate(zip(society.of("family"), society.of("PE-MIG"), strict=True)):
        key = f"kin/{at}"
        stream = desk.chance.stream("kin", key)
        ties = (Tie(family.id, traveller.id, "Family"),)
        shelf = stream.pick(("group 1", "group 2"))
        day = some_day(desk.pen.scenario, stream)
        asked = about(desk, key, family, day, other=traveller)
        yield Note(key, "kin", shelf, family, asked, day, language_of(desk, key), ties=ties)


def _thanks(desk: Desk, journey: Journey) -> Iterator[Note]:
    """After the arrival two travellers thank the recruiter and a helper on the road."""
    helpers = (journey.recruiter, journey.legs[journey.number % len(journey.legs)].helper)
    for voice, helped in zip(journey.travellers, helpers, strict=False):
        key = f"thanks/{journey.number}/{helped.key}"
        stream = desk.chance.stream("thanks", key)
        day: date = journey.arrives.date() + timedelta(days=stream.between(0, 4))
        shelf = stream.pick(("group 1", "group 2", "club" if helped.role == "RO-REC" else "group 2"))
        yield Note(
            key, "thanks", shelf, voice, about(desk, key, helped, day), day, language_of(desk, key), fact=part(helped)
        )
