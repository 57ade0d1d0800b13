"""The social network: who has an account there, what they say, what they pass on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import timedelta

from osint_kit.world.cast import Person, Society
from osint_kit.world.chance import Chance
from osint_kit.world.desk import SOCIAL, Desk, Note
from osint_kit.world.items import Item, moment, some_day
from osint_kit.world.network import about, language_of

_WRITERS = 30  # people of the town who write there
_PASSED = 12  # one status in so many is passed on


def social_items(desk: Desk) -> Iterator[Item]:
    """Everyday statuses."""
    writers = desk.pen.society.of("town")[-_WRITERS:]
    for number in range(desk.pen.knobs.statuses):
        key = f"status/{number}"
        stream = desk.chance.stream("status", key)
        person = stream.pick(writers)
        day = some_day(desk.pen.scenario, stream)
        asked = replace(about(desk, key, person, day), amount=stream.pick((5, 10, 20, 35, 50, 80)))
        genre = "background" if stream.odds(1, 3) else "status"
        yield desk.item(Note(key, genre, SOCIAL, person, asked, day, language_of(desk, key), wanted=False))


def reblogs(desk: Desk, items: tuple[Item, ...]) -> Iterator[Item]:
    """Some statuses are passed on word for word."""
    said = [each for each in items if each.kind == "status"]
    writers = desk.pen.society.of("town")[-_WRITERS:]
    for number in range(len(said) // _PASSED):
        stream = desk.chance.stream("reblog", number)
        origin = said[number * _PASSED]
        voice = stream.pick([each for each in writers if each.id != origin.voice])
        published = moment(desk.pen.scenario, origin.published.date() + timedelta(days=1), stream)
        yield replace(
            origin,
            key=f"reblog/{number}",
            author=voice.handles[0],
            voice=voice.id,
            published=max(published, origin.published + timedelta(minutes=1)),
            removed=None,
            origin=origin.key,
            wanted=False,
        )


def accounts(society: Society, items: tuple[Item, ...], chance: Chance) -> Iterator[Mapping[str, str]]:
    """Every account that says something, in the order of handles; most are older than the story."""
    people = {handle: each for each in society.people.values() for handle in each.handles}
    first: dict[str, Item] = {}
    for item in items:
        if item.kind == "status":
            first.setdefault(item.author, item)
    for handle, item in sorted(first.items()):
        stream = chance.stream("account", handle)
        age = stream.between(2, 6) if people[handle].role == "newcomer" else stream.between(40, 900)
        yield {
            "handle": handle,
            "name": _shown(people[handle], handle, item.language, anonymous=stream.odds(1, 2)),
            "language": item.language,
            "created": (item.published - timedelta(days=age)).isoformat(),
        }


def _shown(person: Person, handle: str, language: str, *, anonymous: bool) -> str:
    """The name on an account; half of them show none, whoever they are."""
    if anonymous or person.role == "newcomer":
        return handle.strip("@").partition("_")[0]
    return next(form.text for form in person.forms if form.language == language)
