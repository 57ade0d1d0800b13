"""The editor's desk: turns a note (who says what, where, when) into an item."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from osint_kit.world.cast import Person
from osint_kit.world.chance import Chance, Stream
from osint_kit.world.items import Item, Pen, Subject, Tie, moment
from osint_kit.world.plot import VANISHES

CHANNELS = ("club", "agency", "official", "news", "group 1", "group 2", "sport", "private")
"""Parts that channels play; their names are drawn."""

_LOOKING_BACK = frozenset(
    {"thanks", "kin", "pair", "warning", "planted", "slander", "rumour", "hearsay", "denial", "news", "notice", "ride"}
    | {"shift", "stop"}
    | {"crackdown", "error", "correction", "report", "gazette", "testimony", "withheld", "record", "debt", "plea"}
    | {"loan", "payroll", "charity", "duty", "leg", "tip", "food", "quarrel"}
)

_STANDS = frozenset({"serial", "common", "jalali", "bargain", "elder"})
"""What nobody asks for, and yet stands at the opening of an exercise: traps lie in it."""

SOCIAL, PAPER, GAZETTE, GROUP, LETTERS, INTERVIEW = "social", "paper", "gazette", "group chat", "letters", "interview"
"""Shelves beside the channels and the categories of adverts."""

KINDS: Mapping[str, str] = {
    **dict.fromkeys(CHANNELS, "post"),
    SOCIAL: "status",
    **dict.fromkeys((PAPER, GAZETTE), "article"),
    **dict.fromkeys((GROUP, LETTERS, INTERVIEW), "message"),
}
"""Kind of the items on each shelf; every other shelf is a category of adverts."""

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
    """What is to be written.

    Attributes:
        shelf: a category of adverts, a part among `CHANNELS`, or one of the other shelves.
        hand: which of their handles they use.
        at: when exactly; some time of the day without it.
    """

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
    at: datetime | None = None


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
        title, text, spans = self.pen.write(note.key, note.genre, note.language, _dated(note, stream))
        published = note.at or moment(self.pen.scenario, note.day, stream)
        return Item(
            key=note.key,
            kind=KINDS.get(note.shelf, "ad"),
            shelf=note.shelf,
            place=note.by.town if isinstance(note.by, Person) else "",
            author=self._author(note),
            voice=note.by.id if isinstance(note.by, Person) else note.by,
            language=note.language,
            published=published,
            removed=self._removed(note, published, stream),
            text=text,
            spans=spans,
            genre=note.genre,
            title=title,
            truth=note.truth,
            fact=note.fact,
            stance=note.stance,
            wanted=note.wanted,
            ties=note.ties,
        )

    def _removed(self, note: Note, published: datetime, stream: Stream) -> datetime | None:
        """What an exercise asks for stands at its opening; one channel vanishes soon after."""
        opens = self.pen.scenario.opens
        if note.shelf == "club":
            return opens + timedelta(minutes=VANISHES)
        gone = published + timedelta(days=stream.between(9, 60))
        keeps = note.wanted or note.genre in _STANDS or KINDS.get(note.shelf) == "message"
        return gone if stream.odds(1, 12) and gone < opens and not keeps else None

    def _author(self, note: Note) -> str:
        if note.shelf in ONE_VOICE:
            return self.channels[note.shelf].handle
        if not isinstance(note.by, Person):
            return note.by if note.shelf == INTERVIEW else ""
        if note.shelf == LETTERS:
            return next(form.text for form in note.by.forms if form.language == "tg")
        return note.by.handles[note.hand % len(note.by.handles)]


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
