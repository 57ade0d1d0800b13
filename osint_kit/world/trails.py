"""The trails of the story: prices, the move to the south, one plate in three places, another name, churning handles."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain

from osint_kit.world.cast import Person
from osint_kit.world.desk import PAPER, SOCIAL, Desk, Note
from osint_kit.world.items import Item, Subject, some_day
from osint_kit.world.network import about, language_of, part, under
from osint_kit.world.plot import CRACKDOWN, NORTH_ROAD, SHOPS, SOUTH_BRIDGE, SOUTHWARD, STOPPED

PRICE, SOUTH, CHECKS = "price", f"open:south:{SOUTHWARD}", f"checks:{NORTH_ROAD}"
"""Facts that questions of the exercise turn on."""

_PRICED = (1, 3, 4, 6, 7, 9, 11)
_TWICE = range(2)


def trail_items(desk: Desk) -> Iterator[Item]:
    """All of them."""
    notes = (_prices(desk), _reroutes(desk), _plate(desk), _quarrel(desk), _officers(desk), _renamed(desk), _tips(desk))
    yield from map(desk.item, chain(*notes))


def _note(desk: Desk, key: str, shelf: str, ends: tuple[Person, Person], *months: int) -> Note:
    """A note of one about another, in a month or between two; its genre is the first part of its key."""
    by, of = ends
    genre = key.partition("/")[0]
    day = some_day(desk.pen.scenario, desk.chance.stream("trail", key), months[0], months[-1])
    return Note(key, genre, shelf, by, about(desk, key, of, day), day, language_of(desk, key), fact=part(of))


def _prices(desk: Desk) -> Iterator[Note]:
    """Two tiers, said month by month; and the journey by air, offered apart."""
    recruiters = desk.pen.society.of("RO-REC")
    for month in _PRICED:
        note = _note(desk, f"price/{month}", "club", (recruiters[0], recruiters[0]), month)
        yield replace(note, fact=PRICE)
    for at, person in enumerate(recruiters[:2]):
        for number, shelf in enumerate(("travel", SOCIAL)):
            note = _note(desk, f"airfare/{at}/{number}", shelf, (person, person), 2 + 6 * number, 4 + 6 * number)
            yield replace(note, about=replace(note.about, amount=note.about.air))


def _reroutes(desk: Desk) -> Iterator[Note]:
    """After the checks the offers go another way."""
    people = (*desk.pen.society.of("RO-REC")[:2], desk.pen.society.of("RO-TRA")[-1])
    for at, (person, shelf) in enumerate(zip(people, ("club", "group 1", "transport"), strict=False)):
        yield replace(_note(desk, f"reroute/{at}", shelf, (person, person), SOUTHWARD), fact=SOUTH)
    traveller = desk.pen.society.of("PE-MIG")[0]
    note = _note(desk, "reroute/told", "group 2", (traveller, people[0]), SOUTHWARD + 1)
    yield replace(note, fact=SOUTH)


def _plate(desk: Desk) -> Iterator[Note]:
    """One plate: under a photograph, in thanks, in the news of a stop."""
    society = desk.pen.society
    driver = society.of("RO-TRA")[0]
    fact = f"plate:{driver.id}"
    yield replace(_note(desk, "photo/0", "transport", (driver, driver), 3, 5), fact=fact)
    for number in _TWICE:
        voice = society.of("PE-MIG")[number + 1]
        yield replace(_note(desk, f"ride/{number}", "group 2", (voice, driver), 5 + number, 9), fact=fact)
    for shelf in (PAPER, "news"):
        note = _note(desk, f"stop/{shelf}", shelf, (driver, driver), STOPPED)
        yield replace(note, by=shelf, fact=fact)


def _quarrel(desk: Desk) -> Iterator[Note]:
    """Two who quarrel in public call the organiser by the other name."""
    organiser = desk.pen.society.of("RO-ORG")[0]
    voices = (desk.pen.society.of("RO-REC")[-1], desk.pen.society.of("PE-MIG")[3])
    for number, voice in enumerate(voices):
        note = _note(desk, f"quarrel/{number}", "group 1", (voice, organiser), 8, 10)
        yield replace(note, language="tg")


def _officers(desk: Desk) -> Iterator[Note]:
    """One officer is paid: travellers know his shifts. Those shifts are only some."""
    travellers = desk.pen.society.of("PE-MIG")
    for officer in desk.pen.society.of("RO-COR"):
        for number in _TWICE:
            key = f"shift/{officer.key}/{number}"
            note = _note(desk, key, ("group 1", SOCIAL)[number], (travellers[4 + number], officer), 2, 11)
            yield _at_post(note, officer)


def _renamed(desk: Desk) -> Iterator[Note]:
    """A handle is given up for another, and with the last one the number: a saying stays. The shop knows the old."""
    recruiter = desk.pen.society.of("RO-REC")[-1]
    for number, shelf in enumerate(("travel", "group 1")):
        yield replace(_note(desk, f"motto/{number}", shelf, (recruiter, recruiter), 2, 5), language="ru")
    for number, shelf in enumerate(("travel", SOCIAL)):
        key = f"renamed/{number}"
        note = _note(desk, key, shelf, (recruiter, recruiter), STOPPED)
        last = len(recruiter.handles) - 1
        yield replace(note, hand=last, language="ru", about=under(note.about, recruiter, last))
    shop = desk.pen.society.people["phoneshop/0"]
    note = _note(desk, "sold/0", "services", (shop, recruiter), 1, 2)
    yield replace(note, about=Subject(phone=note.about.phone, place=shop.town, day=note.day))


def _tips(desk: Desk) -> Iterator[Note]:
    """Somebody without a name or a record, who is right."""
    newcomer = desk.pen.society.people["newcomer/0"]
    officers = desk.pen.society.of("RO-COR") or desk.pen.society.of("RO-LOG")
    for number in _TWICE:
        yield _at_post(_note(desk, f"tip/{number}", SOCIAL, (newcomer, officers[0]), 12), officers[0])


def _at_post(note: Note, officer: Person) -> Note:
    """The crossing of the town the officer lives in."""
    return replace(note, about=replace(note.about, crossing=NORTH_ROAD if officer.town == SHOPS else SOUTH_BRIDGE))


def checks(desk: Desk) -> Iterator[Note]:
    """The crackdown on the northern road, as the papers and the channel of the news tell it."""
    voices = desk.pen.society.of("RO-LOG")
    for number, shelf in enumerate((PAPER, PAPER, "news")):
        note = _note(desk, f"crackdown/{number}", shelf, (voices[0], voices[0]), CRACKDOWN)
        yield replace(note, by=shelf, fact=CHECKS)
