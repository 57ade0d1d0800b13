"""The rest of the fictional internet: honest look-alikes, traps, falsehoods, and everyday life."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

from osint_kit.world.cast import Person
from osint_kit.world.desk import Desk, Note
from osint_kit.world.items import Item, Subject, moment, some_day
from osint_kit.world.knobs import LOOK_ALIKES
from osint_kit.world.network import about as priced
from osint_kit.world.network import language_of
from osint_kit.world.plot import NORTH_ROAD, SHOPS, SOUTH_BRIDGE

_GENRES = {
    "LK-1": ("agency", "travel", 5),
    "LK-2": ("exchange", "money", 4),
    "LK-3": ("hosting", "group 1", 3),
    "LK-7": ("haulier", "transport", 3),
    "LK-6": ("labour", "jobs", 3),
    "LK-4": ("aid", "group 2", 3),
    "LK-8": ("duty", "group 1", 3),
    "LK-5": ("reporter", "social", 3),
    "LK-9": ("leg", "group 2", 2),
}
_CLOSED = f"closed:{NORTH_ROAD}"
_OFTEN = 3  # posts of each shop and gossip, at least
_CARS, _WIRES = 20, 17  # one text in so many is about a car, about an account
_DENIALS = 2  # of a rumour, in the official channel and in the news each
_SERIALS = 3  # texts with a number that reads like a telephone
_COPIES = 3  # one repost in so many is a copy
_GOSSIPS = 2  # people of the town who spread what is not true
_SHELVES = (
    "goods",
    "homes",
    "services",
    "jobs",
    "transport",
    "lessons",
    "phones",
    "group 1",
    "group 2",
    "goods",
    "homes",
)


def town_items(desk: Desk) -> Iterator[Item]:
    """Everything that is not about the network, except what is false."""
    for notes in (
        _look_alikes(desk),
        _official(desk),
        _private(desk),
        _everyday(desk),
    ):
        yield from map(desk.item, notes)


def reposts(desk: Desk, items: tuple[Item, ...]) -> Iterator[Item]:
    """The rumour is repeated in other channels: no confirmation of anything.

    One in three is word for word; the others tell it in their own words, and only the number to call is the same.
    """
    rumour = next((each for each in items if each.key == "rumour/0"), None)
    if rumour is None:
        return
    people = desk.pen.society.of("town")
    for number in range(desk.pen.knobs.reposts):
        stream = desk.chance.stream("repost", number)
        voice = stream.pick(people)
        shelf = ("group 1", "sport", "group 2", "news")[number % 4]
        channel = desk.channels[shelf]
        author = voice.handles[0] if shelf.startswith("group") else channel.handle
        day = rumour.published.date() + timedelta(days=1 + number)
        published = moment(desk.pen.scenario, day, stream)
        told = _retold(desk, rumour, number, published) if number % _COPIES else rumour
        yield replace(
            told,
            key=f"repost/{number}",
            kind=rumour.kind,
            shelf=shelf,
            author=author,
            voice=voice.id,
            published=published,
            removed=None,
            origin=rumour.key,
            marked=told is rumour,
        )


def _retold(desk: Desk, rumour: Item, number: int, at: datetime) -> Item:
    """The rumour in other words, with one number to call."""
    gossip = _gossips(desk)[0]
    key = f"retold/{number}"
    about = _alarm(desk, everyday(desk, key, gossip))
    note = Note(key, "hearsay", "group 2", gossip, about, at.date(), language_of(desk, key), at=at)
    return desk.item(replace(note, truth="false", fact=rumour.fact))


def _gossips(desk: Desk) -> tuple[Person, ...]:
    return desk.pen.society.of("town")[-_GOSSIPS:]


def _alarm(desk: Desk, about: Subject) -> Subject:
    """A road that somebody says is no road any more; whoever wants to know more is to call that one number."""
    teller = desk.pen.society.of("town")[-_GOSSIPS - 1]
    return replace(about, crossing=NORTH_ROAD, phone=(teller.phone, teller.id))


def own_language(desk: Desk, key: str, person: Person) -> str:
    """A language of the state somebody lives in, of those the world speaks."""
    known = desk.pen.knobs.languages
    wanted = [each for each in desk.pen.scenario.state(person.state).languages if each in known]
    return desk.chance.stream("language", key).pick(wanted or known)


def everyday(desk: Desk, key: str, person: Person) -> Subject:
    """A subject for texts that are not about the network."""
    stream = desk.chance.stream("subject", key)
    scenario = desk.pen.scenario
    return Subject(
        person=person,
        phone=(person.phone, person.id),
        route=(stream.pick(scenario.states[0].towns), stream.pick(scenario.states[3].towns)),
        crossing=stream.pick((NORTH_ROAD, SOUTH_BRIDGE)),
        amount=stream.pick((10, 15, 20, 25, 40, 60, 90, 120, 150, 200, 350, 500, 800, 1200)),
        currency="EUR" if stream.odds(1, 5) else "USD",
        day=some_day(scenario, stream),
        place=person.town,
        handle=(person.handles[0], person.id),
    )


def _look_alikes(desk: Desk) -> Iterator[Note]:
    society = desk.pen.society
    for role in LOOK_ALIKES[: desk.pen.knobs.look_alikes]:
        person = society.people[f"{role}/0"]
        genre, shelf, count = _GENRES[role]
        firm = society.firms.get(role)
        for number in range(count):
            key = f"{genre}/{role}/{number}"
            stream = desk.chance.stream("look-alike", key)
            about = everyday(desk, key, person)
            if firm:
                about = replace(about, firm=firm, phone=(firm.phone, firm.id))
            if role == "LK-8":
                about = replace(about, crossing=NORTH_ROAD if person.town == SHOPS else SOUTH_BRIDGE)
            where = "agency" if role == "LK-1" and number % 2 else shelf
            day = some_day(desk.pen.scenario, stream)
            if role == "LK-5":
                about = priced(desk, key, person, day)
            language = stream.pick(desk.pen.knobs.languages)
            yield Note(key, genre, where, person, about, day, language, fact=f"honest:{person.id}")


def falsehoods(desk: Desk, items: tuple[Item, ...]) -> Iterator[Item]:
    """As many false items as the difficulty wants beside the honest ones."""
    already = sum(item.truth == "false" for item in items)
    wanted = sum(item.wanted for item in items) - already
    yield from map(desk.item, _falsehoods(desk, desk.pen.knobs.falsehoods(wanted) - already))


def _falsehoods(desk: Desk, count: int) -> Iterator[Note]:
    """A rumour, a planted story, and bait, in turn."""
    society, scenario = desk.pen.society, desk.pen.scenario
    slandered = "LK-6" if "LK-6" in society.firms else "LK-1"
    firm = society.firms[slandered]
    honest = f"honest:{society.people[f'{slandered}/0'].id}"
    gossips = _gossips(desk)
    for number in range(count):
        key = f"false/{number}" if number else "rumour/0"
        stream = desk.chance.stream("false", number)
        voice = gossips[number % len(gossips)]
        about = everyday(desk, key, voice)
        language = stream.pick(desk.pen.knobs.languages)
        day = some_day(scenario, stream)
        if number % 3 == 0:
            about, day = _alarm(desk, about), date(scenario.begins.year, 3 + number % 9, 10)
            genre = "rumour" if number else "hearsay"
            yield Note(key, genre, "group 2", voice, about, day, language, truth="false", fact=_CLOSED)
        elif number % 3 == 1:
            about = replace(about, firm=firm, phone=(firm.phone, firm.id))
            shelf = ("social", "group 1")[number % 2]
            yield Note(key, "planted", shelf, voice, about, day, language, truth="false", fact=honest, stance=False)
        else:
            yield Note(key, "bait", "travel", voice, about, day, language, truth="false", fact=f"bait:{number}")


def _official(desk: Desk) -> Iterator[Note]:
    scenario = desk.pen.scenario
    voices = desk.pen.society.of("town")
    for part, count in (("official", 8), ("news", 12)):
        for number in range(count):
            key = f"{part}/{number}"
            stream = desk.chance.stream("official", key)
            language = desk.channels[part].language
            open_ = number < _DENIALS
            about = everyday(desk, key, voices[number])
            about = replace(about, crossing=NORTH_ROAD if open_ else about.crossing)
            genre = "denial" if open_ else part
            day = date(scenario.begins.year, 3 + number, 15) if open_ else some_day(scenario, stream)
            fact = _CLOSED if open_ else ""
            yield Note(key, genre, part, part, about, day, language, wanted=open_, fact=fact, stance=not open_)
    for number in range(10):
        key = f"sport/{number}"
        day = some_day(scenario, desk.chance.stream("sport", key))
        about = replace(everyday(desk, key, voices[number]), phone=None)
        yield Note(key, "football", "sport", "sport", about, day, desk.channels["sport"].language, wanted=False)


def _private(desk: Desk) -> Iterator[Note]:
    """A family's own page and channel: robots.txt and the plan keep them out of scope."""
    for number, shelf in enumerate(("private", "private", "private", "family", "family")):
        key = f"private/{number}"
        person = desk.pen.society.of("family")[number % 2]
        day = some_day(desk.pen.scenario, desk.chance.stream("private", key))
        yield Note(key, "private", shelf, person, everyday(desk, key, person), day, "tg", wanted=False)


def _everyday(desk: Desk) -> Iterator[Note]:
    """Town life: what the shops and the gossips say often, and what everybody says once."""
    society = desk.pen.society
    shops = (*society.of("dispatcher"), *society.of("phoneshop"))
    regulars = (*shops, *_gossips(desk))
    owners = tuple(each for each in society.of("town") if each.plate)
    traders = tuple(society.people[firm.owner] for firm in society.firms.values() if firm.key.startswith("town"))
    for number in range(desk.pen.knobs.texts):
        key = f"everyday/{number}"
        stream = desk.chance.stream("everyday", key)
        person, genre = stream.pick(society.of("town")), "background"
        if number < _OFTEN * len(regulars):
            person = regulars[number % len(regulars)]
            genre = person.role if person in shops else "background"
        elif number % _CARS == 0:
            person, genre = stream.pick(owners), "car"
        elif number % _WIRES == 0:
            person, genre = stream.pick(traders), "wire"
        yield _everyday_note(desk, key, person, genre)
    for number in range(_SERIALS):
        key = f"serial/{number}"
        yield _everyday_note(desk, key, desk.chance.stream("serial", number).pick(society.of("town")), "serial")


def _everyday_note(desk: Desk, key: str, person: Person, genre: str) -> Note:
    stream = desk.chance.stream("everyday note", key)
    about = everyday(desk, key, person)
    if genre == "wire":
        firm = next(each for each in desk.pen.society.firms.values() if each.owner == person.key)
        about = replace(about, firm=firm, phone=(firm.phone, firm.id))
    shelf = "services" if genre in ("dispatcher", "phoneshop", "wire") else stream.pick(_SHELVES)
    day = some_day(desk.pen.scenario, stream)
    return Note(key, genre, shelf, person, about, day, own_language(desk, key, person), wanted=False)
