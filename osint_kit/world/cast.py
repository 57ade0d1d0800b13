"""The people and firms of a world: the network, its look-alikes, travellers and families, and the town around them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from osint_kit.world.chance import Chance, Stream
from osint_kit.world.identifiers import Issuer
from osint_kit.world.knobs import LOOK_ALIKES, Knobs
from osint_kit.world.names import Alias, Name, aliases, draw_name
from osint_kit.world.plot import SHOPS
from osint_kit.world.scenario import LANGUAGES, Scenario

_LEGAL = {"tg": "ҶДММ «{name}»", "ru": "ООО «{name}»", "en": "{name} LLC"}
_CAR_OWNERS = 10
_WITH_PLATE = ("RO-TRA", "LK-7")
_NAMESAKE_OF = ("RO-TRA/0", "RO-REC/0", "RO-TRA/1", "RO-GUI/0", "RO-SAF/0")


@dataclass(frozen=True, slots=True)
class Person:
    """One person. `key` says what part they play and is never written; `id` says nothing."""

    key: str
    id: str
    role: str
    state: str
    town: str
    female: bool
    name: Name
    forms: tuple[Alias, ...]
    phone: str
    handles: tuple[str, ...]
    plate: str = ""

    @property
    def core(self) -> bool:
        """Whether they belong to the network."""
        return self.role.startswith("RO-")


@dataclass(frozen=True, slots=True)
class Firm:
    """One firm in the register."""

    key: str
    id: str
    names: Mapping[str, str]
    state: str
    town: str
    director: str
    owner: str
    phone: str
    iban: str
    handle: str
    number: str
    founded: date
    street: int


@dataclass(frozen=True, slots=True)
class Holding:
    """Whose a number was, and when."""

    number: str
    holder: str
    first: date
    last: date


@dataclass(frozen=True, slots=True)
class Society:
    """Everybody, by key."""

    people: Mapping[str, Person]
    firms: Mapping[str, Firm]
    holdings: tuple[Holding, ...]

    def of(self, role: str) -> tuple[Person, ...]:
        """The persons of one role, in order."""
        return tuple(each for each in self.people.values() if each.role == role)

    @property
    def core(self) -> tuple[Person, ...]:
        """The network."""
        return tuple(each for each in self.people.values() if each.core)


class Maker:
    """Makes persons and firms one after the other."""

    def __init__(self, scenario: Scenario, chance: Chance, knobs: Knobs) -> None:
        """Bind to a scenario, a seed and a difficulty."""
        self.scenario, self.chance, self.knobs = scenario, chance, knobs
        self.issue = Issuer(chance)
        self._taken: set[tuple[str, str]] = set()

    def person(self, role: str, number: int, *, town: str = "", name: Name | None = None) -> Person:
        """A person of a role; town and name are drawn unless given."""
        key = f"{role}/{number}"
        stream = self.chance.stream("person", key)
        town = town or stream.pick(self.scenario.towns_of.get(role) or self._all_towns())
        state = self.scenario.state(self.scenario.places[town].states[0])
        core = role.startswith("RO-")
        female = role not in ("RO-TRA", "RO-GUI", "RO-ORG", "brother") and stream.odds(1, 4)
        named = name or self._name(state.people, stream, female=female, core=core)
        forms = aliases(named, stream, count=self.knobs.aliases if core else 1 + (self.knobs.aliases > 1))
        handles = self.knobs.churn if role == "RO-REC" else 1
        return Person(
            key=key,
            id=self.issue.truth_id("person", key),
            role=role,
            state=state.code,
            town=town,
            female=female,
            name=named,
            forms=self._hidden(key, named, forms, stream),
            phone=self.issue.phone(state, key),
            handles=tuple(self.issue.handle(self.scenario.words["handle"], key, at) for at in range(handles)),
            plate=self.issue.plate(state, key) if role in _WITH_PLATE or _drives(role, number) else "",
        )

    def _name(self, people: str, stream: Stream, *, female: bool, core: bool) -> Name:
        """A name that nobody of the network bears: namesakes are planted, never drawn."""
        while True:
            drawn = draw_name(self.scenario.stocks[people], stream, female=female)
            if not self.taken(drawn):
                break
        if core:
            self._taken.add((drawn.given["ru"], drawn.surname["ru"]))
        return drawn

    def taken(self, name: Name) -> bool:
        """Whether somebody of the network bears this name."""
        return (name.given["ru"], name.surname["ru"]) in self._taken

    def _hidden(self, key: str, name: Name, forms: tuple[Alias, ...], stream: Stream) -> tuple[Alias, ...]:
        """The organiser goes by a kunya in one language; one driver by a nickname."""
        if self.knobs.aliases == 1:
            return forms
        if key == "RO-ORG/0":
            kunya = stream.pick(self.scenario.words["kunya"]).split("|")[0]
            return (Alias(kunya, "Cyrillic", "tg", "kunya"), *(each for each in forms if each.language != "tg"))
        if key == "RO-TRA/1" and self.knobs.aliases > len(LANGUAGES):
            nickname = stream.pick(self.scenario.words["nickname"]).split("|")[1]
            return (*forms[:-1], Alias(f"{name.given['ru']} {nickname}", "Cyrillic", "ru", "nickname"))
        return forms

    def firm(self, key: str, trade: int, director: Person, owner: Person, *, start: int) -> Firm:
        """A firm of a trade, in the director's town."""
        stream = self.chance.stream("firm", key)
        words = self.scenario.words["firm"]
        offset = self.chance.stream("firm names").below(len(words))
        first = words[(offset + start) % len(words)].split("|")
        second = self.scenario.words["trade"][trade].split("|")
        joins = {"tg": "-", "ru": "-", "en": " "}
        names = {
            language: _LEGAL[language].format(name=joins[language].join((first[at], second[at])))
            for at, language in enumerate(LANGUAGES)
        }
        state = self.scenario.state(director.state)
        return Firm(
            key=key,
            id=self.issue.truth_id("firm", key),
            names=names,
            state=state.code,
            town=director.town,
            director=director.key,
            owner=owner.key,
            phone=self.issue.phone(state, "firm", key),
            iban=self.issue.iban(state, "firm", key),
            handle=self.issue.handle(self.scenario.words["handle"], "firm", key),
            number=self.issue.number(7, "firm", key),
            founded=date(stream.between(2019, 2030), stream.between(1, 12), stream.between(1, 28)),
            street=stream.below(len(self.scenario.words["street"])),
        )

    def _all_towns(self) -> tuple[str, ...]:
        """Background life is mostly in the state of origin."""
        origin, *others = self.scenario.states
        return origin.towns * 2 + tuple(town for state in others for town in state.towns)


def _drives(role: str, number: int) -> bool:
    """Every tenth person of the town has a car to talk about."""
    return role == "town" and number % _CAR_OWNERS == 0


def make_society(scenario: Scenario, chance: Chance, knobs: Knobs) -> Society:
    """Simulate everybody."""
    maker = Maker(scenario, chance, knobs)
    people = {each.key: each for each in _people(maker)}
    shared = dict(_shared(maker, people))
    people |= shared
    firms = {each.key: each for each in _firms(maker, people)}
    return Society(people, firms, tuple(_holdings(scenario, people, firms)))


def _people(maker: Maker) -> Iterator[Person]:
    knobs = maker.knobs
    for role, count in knobs.cast.items():
        yield from (maker.person(role, number) for number in range(count))
    yield maker.person("cousin", 0, town=maker.scenario.towns_of["RO-ORG"][0])
    for role in LOOK_ALIKES[: knobs.look_alikes]:
        yield maker.person(role, 0)
    for number in range(knobs.travellers):
        traveller = maker.person("PE-MIG", number)
        yield traveller
        yield _relative(maker, "family", number, traveller)
    yield maker.person("dispatcher", 0, town=SHOPS)
    yield maker.person("phoneshop", 0, town=SHOPS)
    yield from (maker.person("town", number) for number in range(knobs.background))


def _relative(maker: Maker, role: str, number: int, of: Person) -> Person:
    """Somebody of the same town and surname."""
    stock = maker.scenario.stocks[maker.scenario.state(of.state).people]
    stream = maker.chance.stream("relative", role, number)
    while True:
        name = Name(draw_name(stock, stream, female=of.female).given, of.name.surname)
        if name.given != of.name.given and not maker.taken(name):
            return replace(maker.person(role, number, town=of.town, name=name), female=of.female)


def _shared(maker: Maker, people: Mapping[str, Person]) -> Iterator[tuple[str, Person]]:
    """Namesakes, brothers on one handset, recycled numbers."""
    knobs = maker.knobs
    for number in range(knobs.namesakes):
        of = people[_NAMESAKE_OF[number]]
        made = maker.person("namesake", number, town=of.town)
        yield made.key, replace(made, forms=of.forms, female=of.female)
    for number in range(knobs.shared):
        if number % 2 == 0:
            of = people[f"RO-TRA/{1 + number // 2}"]
            made = _relative(maker, "brother", number, of)
            yield made.key, replace(made, phone=of.phone)
        else:
            made = maker.person("new holder", number)
            yield made.key, replace(made, phone=people[f"PE-MIG/{number}"].phone)


def _firms(maker: Maker, people: Mapping[str, Person]) -> Iterator[Firm]:
    cousin, organiser = people["cousin/0"], people["RO-ORG/0"]
    yield maker.firm("haulage", 1, cousin, organiser, start=0)
    trades = {"LK-1": 3, "LK-2": 4, "LK-7": 1, "LK-6": 4}
    for at, (role, trade) in enumerate(trades.items()):
        if f"{role}/0" in people:
            honest = people[f"{role}/0"]
            yield maker.firm(role, trade, honest, honest, start=at + 1)
    for number in range(4):
        trader = people[f"town/{number}"]
        yield maker.firm(f"town/{number}", 2, trader, trader, start=number + 5)


def _holdings(scenario: Scenario, people: Mapping[str, Person], firms: Mapping[str, Firm]) -> Iterator[Holding]:
    begins, ends = scenario.begins, scenario.opens.date()
    recycled = {each.phone for each in people.values() if each.role == "new holder"}
    turn = date(begins.year, 8, 1)
    for each in people.values():
        gone = each.phone in recycled and each.role == "PE-MIG"
        first = turn if each.role == "new holder" else begins
        yield Holding(each.phone, each.id, first, date(begins.year, 6, 30) if gone else ends)
    for firm in firms.values():
        yield Holding(firm.phone, firm.id, begins, ends)
