"""The newspaper and the official gazette."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from itertools import chain

from osint_kit.world.desk import GAZETTE, PAPER, Desk, Note
from osint_kit.world.items import Item, Subject, Tie, some_day
from osint_kit.world.network import about, language_of
from osint_kit.world.plot import NORTH_ROAD, SOUTH_BRIDGE, STOPPED
from osint_kit.world.register import formal
from osint_kit.world.trails import checks

_GAZETTE_SHARE = 3  # one everyday article in so many stands in the gazette
_REPORTS = 2
_MISTAKE = (8, 14)  # month and day


def press_items(desk: Desk) -> Iterator[Item]:
    """All articles."""
    yield from map(desk.item, chain(checks(desk), _owners(desk), _mistake(desk), _reporter(desk), _everyday(desk)))


def _owners(desk: Desk) -> Iterator[Note]:
    """The gazette names director and owner of a firm; of some honest ones too."""
    people = desk.pen.society.people
    firms = [each for each in desk.pen.society.firms.values() if not each.key.startswith("town")]
    for firm in firms:
        director, owner = people[firm.director], people[firm.owner]
        key = f"gazette/{firm.key}"
        stream = desk.chance.stream("gazette", key)
        months = (STOPPED, STOPPED) if firm.key == "haulage" else (2, 10)
        day = some_day(desk.pen.scenario, stream, *months)
        language = formal(owner, stream.pick(desk.pen.knobs.languages))
        asked = Subject(director, owner, firm, (firm.phone, firm.id), place=firm.town, day=day)
        ties = (Tie(director.id, firm.id, "Directorship"), Tie(owner.id, firm.id, "Ownership"))
        yield Note(key, "gazette", GAZETTE, GAZETTE, asked, day, language, fact=f"firm:{firm.id}", ties=ties)


def _mistake(desk: Desk) -> Iterator[Note]:
    """A good paper errs once, and says so two days later."""
    month, first = _MISTAKE
    voice = desk.pen.society.of("town")[0]
    for number, genre in enumerate(("error", "correction")):
        key = f"{genre}/0"
        day = date(desk.pen.scenario.begins.year, month, first + 2 * number)
        asked = replace(about(desk, key, voice, day), crossing=SOUTH_BRIDGE)
        truth = "true" if number else "false"
        yield Note(
            key,
            genre,
            PAPER,
            PAPER,
            asked,
            day,
            desk.pen.knobs.languages[-1],
            truth=truth,
            fact=f"closed:{SOUTH_BRIDGE}",
            stance=not number,
        )


def _reporter(desk: Desk) -> Iterator[Note]:
    """A journalist writes about the road."""
    for person in desk.pen.society.of("LK-5"):
        for number in range(_REPORTS):
            key = f"reporter/paper/{number}"
            day = some_day(desk.pen.scenario, desk.chance.stream("reporter", key), 4, 11)
            asked = about(desk, key, person, day)
            yield Note(key, "reporter", PAPER, person, asked, day, language_of(desk, key), fact=f"honest:{person.id}")


def _everyday(desk: Desk) -> Iterator[Note]:
    """Roads, schools, harvests; and notices of the authorities."""
    voices = desk.pen.society.of("town")
    for number in range(desk.pen.knobs.articles):
        key = f"report/{number}"
        stream = desk.chance.stream("report", key)
        official = number % _GAZETTE_SHARE == 0
        day = some_day(desk.pen.scenario, stream)
        asked = about(desk, key, stream.pick(voices), day + timedelta(days=1))
        asked = replace(asked, crossing=stream.pick((NORTH_ROAD, SOUTH_BRIDGE)), amount=stream.pick((20, 25, 40, 60)))
        genre, shelf = ("decree", GAZETTE) if official else ("report", PAPER)
        yield Note(key, genre, shelf, shelf, asked, day, language_of(desk, key), wanted=False)
