"""The group that could not pay: four are held at a workshop until a debt is worked off."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from osint_kit.world.cast import MINOR, Person
from osint_kit.world.desk import GROUP, SOCIAL, Desk, Note
from osint_kit.world.items import Item, Subject, Tie, some_day
from osint_kit.world.network import about, language_of, part
from osint_kit.world.plot import HELD, PLEA, WORKSHOPS

_COOKS = 2
_REST = (400, 500, 600, 700)


def workshop_items(desk: Desk) -> Iterator[Item]:
    """What of it stands in public, and in the group chat; nothing where nobody is held."""
    if not desk.pen.society.of("PE-VIC"):
        return
    for notes in (_lodging(desk), _food(desk), _debts(desk), _pleas(desk), _replies(desk)):
        yield from map(desk.item, notes)


def owing(desk: Desk, key: str, person: Person) -> Subject:
    """Somebody to whom the rest of a fee is owed."""
    stream = desk.chance.stream("owing", key)
    day = some_day(desk.pen.scenario, stream, HELD, HELD)
    asked = about(desk, key, person, day)
    return replace(asked, place=WORKSHOPS, amount=stream.pick(_REST), currency="USD")


def _lodging(desk: Desk) -> Iterator[Note]:
    """Work with lodging, offered by the owner of the workshop."""
    for owner in desk.pen.society.of("RO-SUP"):
        for number, shelf in enumerate(("jobs", "group 1", SOCIAL)):
            key = f"lodging/{owner.key}/{number}"
            day = some_day(desk.pen.scenario, desk.chance.stream("lodging", key), 7, 10)
            asked = replace(about(desk, key, owner, day), place=WORKSHOPS, amount=150, currency="USD")
            yield Note(key, "lodging", shelf, owner, asked, day, language_of(desk, key), fact=part(owner))


def _food(desk: Desk) -> Iterator[Note]:
    """Food is brought to people who do not come out."""
    for number in range(_COOKS):
        key = f"food/{number}"
        cook = desk.pen.society.of("town")[10 + number]
        day = some_day(desk.pen.scenario, desk.chance.stream("food", key), HELD, PLEA)
        asked = Subject(person=cook, place=WORKSHOPS, day=day, phone=(cook.phone, cook.id))
        yield Note(key, "food", ("group 2", "services")[number], cook, asked, day, language_of(desk, key), fact="held")


def _debts(desk: Desk) -> Iterator[Note]:
    """Notes of the debt, in the group chat."""
    society = desk.pen.society
    creditors = (*society.of("RO-ENF")[:1], *society.of("RO-SUP")[:1])
    voices = (*society.of("kin")[:2], *society.of("PE-VIC")[:2])
    for number, voice in enumerate(voices):
        creditor = creditors[number % len(creditors)] if creditors else society.of("RO-LOG")[0]
        key = f"debt/{number}"
        asked = owing(desk, key, creditor)
        assert asked.day is not None
        yield Note(key, "debt", GROUP, voice, asked, asked.day, language_of(desk, key), fact=part(creditor))


def _pleas(desk: Desk) -> Iterator[Note]:
    """The families plead, one of them twice; nobody names the minor in public."""
    society = desk.pen.society
    pairs = [
        (family, held)
        for family, held in zip(society.of("kin"), society.of("PE-VIC"), strict=True)
        if held.status != MINOR
    ]
    for number, (family, held) in enumerate([*pairs, pairs[0]]):
        key = f"plea/{number}"
        day = some_day(desk.pen.scenario, desk.chance.stream("plea", key), PLEA, PLEA)
        asked = replace(about(desk, key, family, day, other=held), place=WORKSHOPS, amount=_REST[number % len(_REST)])
        ties = (Tie(family.id, held.id, "Family"),)
        shelf = ("group 1", "group 2")[number % 2]
        yield Note(key, "plea", shelf, family, asked, day, language_of(desk, key), fact="held", ties=ties)


def _replies(desk: Desk) -> Iterator[Note]:
    """An aid worker answers."""
    for helper in desk.pen.society.of("LK-4"):
        for number, shelf in enumerate(("group 1", "group 2")):
            key = f"reply/{number}"
            day = some_day(desk.pen.scenario, desk.chance.stream("reply", key), PLEA, PLEA)
            asked = about(desk, key, helper, day)
            yield Note(key, "reply", shelf, helper, asked, day, language_of(desk, key), fact=f"honest:{helper.id}")
