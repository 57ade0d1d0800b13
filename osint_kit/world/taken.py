"""What is easily taken for something else: people, names, words, dates, payments."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import chain

from osint_kit.world.cast import Person
from osint_kit.world.desk import PAPER, SOCIAL, Desk, Note
from osint_kit.world.items import Item, Subject, Tie, moment, some_day
from osint_kit.world.network import about, language_of, part
from osint_kit.world.town import everyday, own_language

_HISTORY, _APART = 6, 7
"""Ordinary posts of a rival's account; minutes between what its owner says under two names."""

_CIRCLE = 4
"""People of the town who lend to one another."""


def trap_items(desk: Desk) -> Iterator[Item]:
    """People who are taken for others, words that mean something else, payments that mean nothing."""
    people = (_namesakes(desk), _brothers(desk), _recycled(desk), _father(desk), _rival(desk))
    words = (_nickname(desk), _initials(desk), _solar(desk), _bargains(desk), _drafts(desk))
    money = (_payroll(desk), _charity(desk), _loans(desk), _parts(desk))
    yield from map(desk.item, chain(*people, *words, *money))


def _namesakes(desk: Desk) -> Iterator[Note]:
    for person in desk.pen.society.of("namesake"):
        for number, shelf in enumerate(("lessons", "group 1")):
            key = f"lesson/{person.key}/{number}"
            day = some_day(desk.pen.scenario, desk.chance.stream("trap", key))
            language = desk.chance.stream("language", key).pick(desk.pen.knobs.languages)
            yield Note(key, "lesson", shelf, person, everyday(desk, key, person), day, language)


def _brothers(desk: Desk) -> Iterator[Note]:
    society = desk.pen.society
    for person in society.of("brother"):
        driver = next(each for each in society.of("RO-TRA") if each.phone == person.phone)
        for number in range(2):
            key = f"shared/{person.key}/{number}"
            day = some_day(desk.pen.scenario, desk.chance.stream("trap", key))
            about = replace(everyday(desk, key, person), other=driver)
            ties = (Tie(person.id, driver.id, "Family"),)
            yield Note(key, "shared", "services", person, about, day, own_language(desk, key, person), ties=ties)
        key = f"handset/{person.key}"
        about = replace(everyday(desk, key, person), person=None, other=driver)
        day = some_day(desk.pen.scenario, desk.chance.stream("trap", key))
        yield Note(key, "handset", "services", person, about, day, own_language(desk, key, person))


def _recycled(desk: Desk) -> Iterator[Note]:
    """A traveller sells up and leaves; months later the number is somebody else's."""
    society = desk.pen.society
    for person in society.of("new holder"):
        before = next(each for each in society.of("PE-MIG") if each.phone == person.phone)
        for number, (holder, genre) in enumerate(((before, "leaving"), (person, "sale"), (person, "sale"))):
            key = f"recycled/{person.key}/{number}"
            months = (1, 2) if holder is before else (8, 11)
            day = some_day(desk.pen.scenario, desk.chance.stream("trap", key), *months)
            yield Note(key, genre, "goods", holder, everyday(desk, key, holder), day, own_language(desk, key, holder))


def _father(desk: Desk) -> Iterator[Note]:
    """The father of one of the network, of the same surname and initials."""
    for person in desk.pen.society.of("father"):
        for number, shelf in enumerate(("services", "group 2")):
            key = f"elder/{number}"
            yield _at(desk, key, shelf, person, everyday(desk, key, person))


def _rival(desk: Desk) -> Iterator[Note]:
    """A competitor of the agency: one account lives an ordinary life, and both tell a bad story minutes apart."""
    society = desk.pen.society
    agency = society.firms["LK-1"]
    for person in society.of("rival"):
        for number in range(_HISTORY):
            key = f"rival/{number}"
            note = _at(desk, key, "group 2", person, everyday(desk, key, person))
            yield replace(note, genre="background")
        day = some_day(desk.pen.scenario, desk.chance.stream("trap", "slander"), 5, 9)
        first = moment(desk.pen.scenario, day, desk.chance.stream("slander"))
        for hand in range(len(person.handles)):
            key = f"slander/{hand}"
            asked = Subject(firm=agency, phone=(person.phone, person.id), place=person.town, amount=400, day=day)
            known = desk.pen.knobs.languages
            note = Note(key, "slander", ("group 1", "group 2")[hand], person, asked, day, known[hand], hand=hand)
            at = first + timedelta(minutes=_APART * hand)
            honest = f"honest:{society.people['LK-1/0'].id}"
            yield replace(note, truth="false", fact=honest, stance=False, at=at)


def _at(desk: Desk, key: str, shelf: str, person: Person, asked: Subject) -> Note:
    """A note of everyday life, on some day; its genre is the first part of its key."""
    genre = key.partition("/")[0]
    day = some_day(desk.pen.scenario, desk.chance.stream("trap", key))
    return Note(key, genre, shelf, person, asked, day, language_of(desk, key), wanted=False)


def _nickname(desk: Desk) -> Iterator[Note]:
    """A driver's nickname, and the same word where it is only a word."""
    voices = desk.pen.society.of("town")
    for person in desk.pen.society.of("RO-TRA"):
        if person.nickname:
            for number in range(2):
                key = f"nickname/{number}"
                day = some_day(desk.pen.scenario, desk.chance.stream("trap", key))
                voice = desk.pen.society.of("PE-MIG")[number]
                asked = about(desk, key, person, day)
                yield Note(key, "nickname", "group 1", voice, asked, day, "tg", fact=part(person))
                key = f"common/{number}"
                host = voices[number]
                asked = Subject(person=person, place=host.town, phone=(host.phone, host.id))
                note = _at(desk, key, ("group 2", "services")[number], host, asked)
                yield replace(note, language="tg", about=replace(asked, day=note.day))


def _initials(desk: Desk) -> Iterator[Note]:
    """Somebody of the network by initials and surname only."""
    for number, person in enumerate((*desk.pen.society.of("RO-GUI"), *desk.pen.society.of("RO-TRA"))[:2]):
        key = f"initials/{number}"
        day = some_day(desk.pen.scenario, desk.chance.stream("trap", key))
        voice = desk.pen.society.of("PE-MIG")[number]
        asked = about(desk, key, person, day)
        yield Note(key, "initials", "group 1", voice, asked, day, language_of(desk, key), fact=part(person))


def _solar(desk: Desk) -> Iterator[Note]:
    """Dates of the solar calendar."""
    known = desk.pen.knobs.languages
    for number, shelf in enumerate(("group 1", "group 2", "transport", "travel")):
        key = f"jalali/{number}"
        person = desk.pen.society.of("town")[number]
        note = _at(desk, key, shelf, person, everyday(desk, key, person))
        yield replace(note, language=known[0] if shelf == "travel" else known[-1])


def _bargains(desk: Desk) -> Iterator[Note]:
    """Goods in packages, at a price, guaranteed."""
    for number in range(4):
        key = f"bargain/{number}"
        person = desk.pen.society.of("town")[4 + number]
        asked = replace(everyday(desk, key, person), amount=(1500, 1700, 1800, 900)[number], currency="USD")
        yield _at(desk, key, ("goods", "goods", "group 1", "goods")[number], person, asked)


def _drafts(desk: Desk) -> Iterator[Note]:
    """Pages of a newspaper that robots.txt keeps closed."""
    for number in range(2):
        key = f"private/draft/{number}"
        person = desk.pen.society.of("family")[number]
        yield _at(desk, key, PAPER, person, everyday(desk, key, person))


def _payroll(desk: Desk) -> Iterator[Note]:
    """An honest firm pays its people."""
    firm = desk.pen.society.firms["town/0"]
    owner = desk.pen.society.people[firm.owner]
    for number, shelf in enumerate(("jobs", "group 2", SOCIAL)):
        key = f"payroll/{number}"
        asked = replace(everyday(desk, key, owner), firm=firm, phone=(firm.phone, firm.id))
        yield _at(desk, key, shelf, owner, asked)


def _charity(desk: Desk) -> Iterator[Note]:
    """People abroad collect for home."""
    for person in desk.pen.society.of("charity"):
        for number, shelf in enumerate((SOCIAL, "group 1", SOCIAL)):
            key = f"charity/{number}"
            yield _at(desk, key, shelf, person, everyday(desk, key, person))


def loan_circle(desk: Desk) -> tuple[Person, ...]:
    """Those who lend to one another."""
    return desk.pen.society.of("town")[20 : 20 + _CIRCLE]


def _loans(desk: Desk) -> Iterator[Note]:
    """Neighbours lend and pay back."""
    circle = loan_circle(desk)
    for number, person in enumerate(circle):
        key = f"loan/{number}"
        other = circle[(number + 1) % _CIRCLE]
        asked = replace(everyday(desk, key, person), other=other)
        note = _at(desk, key, ("group 1", "group 2", SOCIAL, "group 1")[number], person, asked)
        yield replace(note, ties=(Tie(person.id, other.id, "UnknownLink"),))


def _parts(desk: Desk) -> Iterator[Note]:
    """A trader abroad asks too much for parts of cars."""
    firm = desk.pen.society.firms["parts"]
    owner = desk.pen.society.people[firm.owner]
    for number, shelf in enumerate(("goods", "goods", SOCIAL)):
        key = f"parts/{number}"
        asked = replace(everyday(desk, key, owner), firm=firm, phone=(firm.phone, firm.id), amount=4200 + 800 * number)
        note = _at(desk, key, shelf, owner, replace(asked, currency="USD"))
        yield replace(note, wanted=True, fact=f"firm:{firm.id}")
