"""Items before they have an address: adverts, posts and register entries, with what is known of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from osint_kit.world.cast import Firm, Person, Society
from osint_kit.world.chance import Chance, Stream
from osint_kit.world.compose import Piece, Span, compose, date_piece, money_piece, phone_piece, slots
from osint_kit.world.identifiers import cyrillic_plate, plate_value
from osint_kit.world.knobs import Knobs
from osint_kit.world.names import Alias, written
from osint_kit.world.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Tie:
    """A link that an item or a row proves."""

    source: str
    target: str
    type: str


@dataclass(frozen=True, slots=True)
class Item:
    """One item.

    Attributes:
        key: unique, never written.
        shelf: where it stands: category of an advert, channel of a post.
        voice: the person who really speaks; two handles of one person are one voice.
        truth: true, false or partly.
        fact, stance: what it bears on, and whether it says so or denies it.
        origin: key of the item it repeats.
        wanted: whether a team should collect it.
    """

    key: str
    kind: str
    shelf: str
    place: str
    author: str
    voice: str
    language: str
    published: datetime
    removed: datetime | None
    text: str
    spans: tuple[Span, ...]
    truth: str = "true"
    fact: str = ""
    stance: bool = True
    origin: str = ""
    wanted: bool = False
    ties: tuple[Tie, ...] = ()
    fields: tuple[Mapping[str, object], ...] = ()


@dataclass(frozen=True, slots=True)
class Subject:
    """What a text is about: the pieces its template may use."""

    person: Person | None = None
    other: Person | None = None
    firm: Firm | None = None
    phone: tuple[str, str] | None = None
    route: tuple[str, str] | None = None
    crossing: str = ""
    amount: int = 0
    currency: str = "USD"
    day: date | None = None
    handle: tuple[str, str] | None = None
    place: str = ""
    cyrillic: bool = False


@dataclass(frozen=True, slots=True)
class Pen:
    """Writes texts from the grammars of a scenario."""

    scenario: Scenario
    chance: Chance
    knobs: Knobs
    society: Society
    slips: dict[tuple[str, str], Alias] = field(default_factory=dict)

    def write(self, key: str, genre: str, language: str, about: Subject) -> tuple[str, tuple[Span, ...]]:
        """Fill one template of a genre."""
        stream = self.chance.stream("text", key)
        pieces = self._pieces(about, language, stream)
        fitting = [each for each in self.scenario.grammar[language][genre] if slots(each) <= set(pieces)]
        return compose(stream.pick(fitting), pieces)

    def name(self, person: Person, language: str, stream: Stream) -> Piece:
        """A person's name as written here; slips are remembered for the key."""
        form = written(person.forms, language, stream, noise=self.knobs.noise if person.core else 0)
        self.slips.setdefault((person.id, form.text), form)
        return Piece(form.text, "person", form.text, person.id)

    def phone(self, number: str, truth: str, stream: Stream) -> Piece:
        """A number as written here."""
        code = next(each.calling_code for each in self.scenario.states if number.startswith(f"+{each.calling_code}"))
        return phone_piece(number, code, truth, stream, bare=stream.odds(self.knobs.bare_phones, 100))

    def place(self, id_: str, language: str) -> Piece:
        """The name of a place."""
        return Piece(self.scenario.places[id_].names[language])

    def _pieces(self, about: Subject, language: str, stream: Stream) -> dict[str, Piece]:
        return {
            "goods": Piece(stream.pick(self.scenario.goods[language])),
            "n": Piece(str(stream.between(2, 9))),
            "serial": Piece(f"{stream.below(10**9):09d}"),
            **dict(self._who(about, language, stream)),
            **dict(self._where(about, language)),
            **dict(_when(about, language, stream)),
        }

    def _who(self, about: Subject, language: str, stream: Stream) -> Iterator[tuple[str, Piece]]:
        if about.person:
            yield "person", self.name(about.person, language, stream)
            if about.person.plate:
                yield "plate", _plate(about.person, stream, cyrillic=about.cyrillic)
        if about.other:
            yield "other", self.name(about.other, language, stream)
        if about.firm:
            name = about.firm.names[language]
            yield "org", Piece(name, "organization", name, about.firm.id)
            yield "iban", _iban(about.firm, stream)
        if about.phone:
            yield "phone", self.phone(*about.phone, stream)
        if about.handle:
            yield "handle", Piece(about.handle[0], "handle", about.handle[0], about.handle[1])

    def _where(self, about: Subject, language: str) -> Iterator[tuple[str, Piece]]:
        if about.route:
            yield "from", self.place(about.route[0], language)
            yield "to", self.place(about.route[1], language)
        if about.place:
            yield "place", self.place(about.place, language)
        if about.crossing:
            yield "crossing", self.place(about.crossing, language)


def _when(about: Subject, language: str, stream: Stream) -> Iterator[tuple[str, Piece]]:
    if about.amount:
        yield "money", money_piece(about.amount, about.currency, language, stream)
    if about.day:
        yield "date", date_piece(about.day, language, stream)


def _plate(person: Person, stream: Stream, *, cyrillic: bool) -> Piece:
    value = plate_value(person.state, person.plate)
    forms = (person.plate, person.plate.replace(" ", ""), cyrillic_plate(person.plate))
    return Piece(forms[-1] if cyrillic else stream.pick(forms), "plate", value, person.id)


def _iban(firm: Firm, stream: Stream) -> Piece:
    grouped = " ".join(firm.iban[at : at + 4] for at in range(0, len(firm.iban), 4))
    return Piece(stream.pick((firm.iban, grouped)), "iban", firm.iban, firm.id)


def moment(scenario: Scenario, day: date, stream: Stream) -> datetime:
    """A time of a day, in the site's zone, never after the world opens."""
    zone = scenario.opens.tzinfo
    at = datetime.combine(day, time(0, 0, tzinfo=zone)) + timedelta(minutes=stream.between(7 * 60, 22 * 60))
    return min(at, scenario.opens - timedelta(minutes=stream.between(30, 3000)))


def some_day(scenario: Scenario, stream: Stream, first: int = 1, last: int = 12) -> date:
    """A day between two months of the story's year."""
    start = max(date(scenario.begins.year, first, 1), scenario.begins)
    end = min(date(scenario.begins.year, last, 28), scenario.opens.date() - timedelta(days=1))
    return start + timedelta(days=stream.below((end - start).days + 1))
