"""Items before they have an address: adverts, posts and register entries, with what is known of each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta

from osint_kit.world.cast import Firm, Person, Society
from osint_kit.world.chance import Chance, Stream
from osint_kit.world.compose import Piece, Span, compose, date_piece, money_piece, phone_piece, slots, solar_piece
from osint_kit.world.genres import TITLE
from osint_kit.world.identifiers import cyrillic_plate, plate_value, spoken_plate
from osint_kit.world.knobs import Knobs
from osint_kit.world.names import NICKNAME, SCRIPTS, Alias, letters, written
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
        kind: ad, post, company, status, article or message.
        genre: what kind of text it is; never written.
        shelf: where it stands: category of an advert, channel of a post.
        voice: the person who really speaks; two handles of one person are one voice.
        truth: true, false or partly.
        fact, stance: what it bears on, and whether it says so or denies it.
        origin: key of the item it repeats; `marked`: whether it shows that it does.
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
    genre: str = ""
    title: str = ""
    truth: str = "true"
    fact: str = ""
    stance: bool = True
    origin: str = ""
    marked: bool = True
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
    air: int = 0


@dataclass(frozen=True, slots=True)
class Pen:
    """Writes texts from the grammars of a scenario."""

    scenario: Scenario
    chance: Chance
    knobs: Knobs
    society: Society
    slips: dict[tuple[str, str], Alias] = field(default_factory=dict)
    drawn: dict[tuple[str, str], Alias] = field(default_factory=dict, repr=False)

    def write(self, key: str, genre: str, language: str, about: Subject) -> tuple[str, str, tuple[Span, ...]]:
        """Fill one template of a genre; a title comes with it, before `TITLE`."""
        stream = self.chance.stream("text", key)
        pieces = self._pieces(about, language, stream)
        fitting = [each for each in self.scenario.grammar[language][genre] if slots(each) <= set(pieces)]
        title, _mark, template = stream.pick(fitting).rpartition(TITLE)
        text, spans = compose(template, pieces)
        for span in spans:
            if span.kind == "person":
                self.slips.setdefault((span.truth, span.value), self.drawn[span.truth, span.value])
        return compose(title, pieces)[0], text, spans

    def name(self, person: Person, language: str, stream: Stream) -> Piece:
        """A person's name as written here; slips are remembered for the key."""
        piece = self._name(person, language, stream)
        self.slips.setdefault((person.id, piece.text), self.drawn[person.id, piece.text])
        return piece

    def _name(self, person: Person, language: str, stream: Stream) -> Piece:
        noise = self.knobs.noise if person.core else 0
        return self._named(person, written(person.forms, language, stream, noise=noise))

    def _named(self, person: Person, form: Alias) -> Piece:
        self.drawn[person.id, form.text] = form
        return Piece(form.text, "person", form.text, person.id)

    def phone(self, number: str, truth: str, stream: Stream, language: str = "") -> Piece:
        """A number as written here."""
        code = next(each.calling_code for each in self.scenario.states if number.startswith(f"+{each.calling_code}"))
        bare = stream.odds(self.knobs.bare_phones, 100)
        return phone_piece(number, code, truth, stream, bare=bare, language=language)

    def place(self, id_: str, language: str) -> Piece:
        """The name of a place."""
        return Piece(self.scenario.places[id_].names[language])

    def _pieces(self, about: Subject, language: str, stream: Stream) -> dict[str, Piece]:
        return {
            "goods": Piece(stream.pick(self.scenario.goods[language])),
            "n": Piece(str(stream.between(2, 9))),
            "serial": Piece(_serial(stream)),
            **dict(self._who(about, language, stream)),
            **dict(self._where(about, language)),
            **dict(_when(about, language, stream)),
        }

    def _who(self, about: Subject, language: str, stream: Stream) -> Iterator[tuple[str, Piece]]:
        if about.person:
            yield from self._person(about.person, about, language, stream)
        if about.other:
            yield "other", self._name(about.other, language, stream)
        if about.firm:
            name = about.firm.names[language]
            yield "org", Piece(name, "organization", name, about.firm.id)
            yield "iban", _iban(about.firm, stream)
        if about.phone:
            yield "phone", self.phone(*about.phone, stream, language)
        if about.handle:
            yield "handle", Piece(about.handle[0], "handle", about.handle[0], about.handle[1])

    def _person(self, person: Person, about: Subject, language: str, stream: Stream) -> Iterator[tuple[str, Piece]]:
        yield "person", self._name(person, language, stream)
        yield "initials", self._named(person, letters(person.name, language))
        if person.plate:
            yield "plate", _plate(person, stream, cyrillic=about.cyrillic)
        if person.nickname:
            word = person.nickname[language]
            yield "nick", self._named(person, Alias(word, SCRIPTS[language], language, NICKNAME))
            yield "word", Piece(word)

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
    if about.air:
        yield "air", money_piece(about.air, about.currency, language, stream)
    if about.day:
        yield "date", date_piece(about.day, language, stream)
        yield "jalali", solar_piece(about.day, language, stream)


def _serial(stream: Stream) -> str:
    """The number of a paper in groups, as a telephone is written."""
    digits = f"{10**9 + stream.below(10**9)}"[1:]
    return f"{5 + int(digits[0]) // 2}{digits[1]} {digits[2:5]} {digits[5:7]} {digits[7:]}"


def _plate(person: Person, stream: Stream, *, cyrillic: bool) -> Piece:
    value = plate_value(person.state, person.plate)
    forms = (person.plate, person.plate.replace(" ", ""), cyrillic_plate(person.plate))
    return Piece(spoken_plate(person.plate) if cyrillic else stream.pick(forms), "plate", value, person.id)


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
