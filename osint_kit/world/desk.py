"""The editor's desk: turns a note (who says what, where, when) into an item."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta

from osint_kit.world.cast import Person
from osint_kit.world.chance import Chance, Stream
from osint_kit.world.items import Item, Pen, Subject, Tie, moment

CHANNELS = ("club", "agency", "official", "news", "group 1", "group 2", "sport", "private")
"""Parts that channels play; their names are drawn."""

_LOOKING_BACK = frozenset({"thanks", "kin", "pair", "warning", "planted", "rumour", "denial", "news", "notice"})

ONE_VOICE = frozenset({"club", "agency", "official", "news", "sport", "private"})
"""Channels that sign their posts themselves; in the others each member does."""


@dataclass(frozen=True, slots=True)
class Channel:
    """A channel: its part in the story, and its name."""

    part: str
    name: str
    language: str

    @property
    def handle(self) -> str:
        """The channel as an author."""
        return f"@{self.name}"


@dataclass(frozen=True, slots=True)
class Note:
    """What is to be written. `shelf` is a category of adverts, or a part among `CHANNELS`."""

    key: str
    genre: str
    shelf: str
    by: Person | str
    about: Subject
    day: date
    language: str
    hand: int = 0
    wanted: bool = True
    truth: str = "true"
    fact: str = ""
    stance: bool = True
    ties: tuple[Tie, ...] = ()


@dataclass(frozen=True, slots=True)
class Desk:
    """Makes items from notes."""

    pen: Pen
    channels: Mapping[str, Channel]

    @property
    def chance(self) -> Chance:
        """The chance of this world."""
        return self.pen.chance

    def item(self, note: Note) -> Item:
        """Write a note out."""
        stream = self.chance.stream("when", note.key)
        text, spans = self.pen.write(note.key, note.genre, note.language, _dated(note, stream))
        published = moment(self.pen.scenario, note.day, stream)
        gone = published + timedelta(days=stream.between(9, 60))
        vanishes = stream.odds(1, 12) and gone < self.pen.scenario.opens
        removed = gone if vanishes and not note.wanted else None  # what an exercise asks for stands at its opening
        return Item(
            key=note.key,
            kind="post" if note.shelf in self.channels else "ad",
            shelf=note.shelf,
            place=note.by.town if isinstance(note.by, Person) else "",
            author=self._author(note),
            voice=note.by.id if isinstance(note.by, Person) else note.by,
            language=note.language,
            published=published,
            removed=removed,
            text=text,
            spans=spans,
            truth=note.truth,
            fact=note.fact,
            stance=note.stance,
            wanted=note.wanted,
            ties=note.ties,
        )

    def _author(self, note: Note) -> str:
        if note.shelf in ONE_VOICE:
            return self.channels[note.shelf].handle
        if isinstance(note.by, Person):
            return note.by.handles[note.hand % len(note.by.handles)]
        return note.by


def _dated(note: Note, stream: Stream) -> Subject:
    """The day a text speaks of: shortly before it for what has happened, after it for what is to come."""
    if note.about.day is None:
        return note.about
    apart = stream.between(1, 14)
    return replace(note.about, day=note.day + timedelta(days=-apart if note.genre in _LOOKING_BACK else apart))


def make_channels(pen: Pen) -> dict[str, Channel]:
    """Draw the names of the channels."""
    stream = pen.chance.stream("channels")
    words = stream.sample(pen.scenario.words["channel"], len(CHANNELS))
    return {
        part: Channel(part, f"{word}_{stream.below(1000):03d}", _language(part, stream))
        for part, word in zip(CHANNELS, words, strict=True)
    }


def _language(part: str, stream: Stream) -> str:
    return "tg" if part in ("official", "private") else stream.pick(("tg", "ru"))
