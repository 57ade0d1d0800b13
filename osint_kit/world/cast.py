"""The people and firms of a world: the network, its look-alikes, travellers and families, and the town around them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from osint_kit.world.chance import Chance, Stream
from osint_kit.world.identifiers import Issuer
from osint_kit.world.knobs import Knobs
from osint_kit.world.names import KUNYA, Alias, Name, aliases, draw_name
from osint_kit.world.scenario import LANGUAGES, Scenario

PROTECTED: Mapping[str, str] = {
    "PE-MIG": "traveller",
    "PE-VIC": "presumed victim",
    "family": "family of a traveller",
    "kin": "family of a presumed victim",
    "source": "source",
    "father": "bears a name like somebody else's",
    "namesake": "bears the name of somebody else",
    "brother": "shares a handset",
    "new holder": "took over a number",
    "charity": "collects for others",
    "newcomer": "source",
    "rival": "speaks ill of a competitor",
}
"""Why people who are no suspects are protected, by part; honest look-alikes (LK-…) are so too."""

MINOR = "minor"
"""The status of one presumed victim, in a record only."""

_LEGAL = {"tg": "ҶДММ «{name}»", "ru": "ООО «{name}»", "en": "{name} LLC", "fa": "شرکت «{name}»"}
_JOINS = {"tg": "-", "ru": "-", "en": " ", "fa": " "}
_CAR_OWNERS = 10
_RENAMED = 2  # handles beyond which somebody takes a new number with the last
_HANDLES = {"rival": 2}
_MEN = ("RO-TRA", "RO-GUI", "RO-ORG", "brother", "father", "LK-9")
_WITH_PLATE = ("RO-TRA", "LK-7", "LK-9")


@dataclass(frozen=True, slots=True)
class Person:
    """One person. `key` says what part they play and is never written; `id` says nothing.

    Attributes:
        nickname: a common word that one driver goes by, in every language.
        status: `minor` for one presumed victim.
        later: the number that goes with the last of several handles; empty where the old one stays.
    """

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
    nickname: Mapping[str, str] | None = None
    status: str = ""
    later: str = ""

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
        female = role not in _MEN and stream.odds(1, 4)
        named = name or self._name(state.people, stream, female=female, core=core or role == "broker")
        least = min(self.knobs.aliases, len(LANGUAGES))
        forms = aliases(named, stream, count=self.knobs.aliases if core else least)
        handles = self.knobs.churn if role == "RO-REC" else _HANDLES.get(role, 1)
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
            nickname=self._nickname(key),
            later=self.issue.phone(state, key, "later") if role == "RO-REC" and handles > _RENAMED else "",
            status=MINOR if role == "PE-VIC" and number == self.knobs.victims - 1 else "",
        )

    def _nickname(self, key: str) -> Mapping[str, str] | None:
        """One driver goes by a common word."""
        if key != "RO-TRA/1":
            return None
        words = self.scenario.words["nickname"]
        return dict(zip(LANGUAGES, self.chance.stream("nickname").pick(words).split("|"), strict=False))

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
        """The organiser goes by a kunya in one language; one driver also by name and nickname."""
        if self.knobs.aliases == 1:
            return forms
        if key == "RO-ORG/0":
            kunya = stream.pick(self.scenario.words["kunya"]).split("|")[0]
            return (Alias(kunya, "Cyrillic", "tg", KUNYA), *(each for each in forms if each.language != "tg"))
        if key == "RO-TRA/1" and self.knobs.aliases > len(LANGUAGES):
            nickname = (self._nickname(key) or {})["ru"]
            return (*forms[:-1], Alias(f"{name.given['ru']} {nickname}", "Cyrillic", "ru", "nickname"))
        return forms

    def firm(self, key: str, trade: int, director: Person, owner: Person, *, start: int) -> Firm:
        """A firm of a trade, in the director's town."""
        stream = self.chance.stream("firm", key)
        words = self.scenario.words["firm"]
        offset = self.chance.stream("firm names").below(len(words))
        first = words[(offset + start) % len(words)].split("|")
        second = self.scenario.words["trade"][trade].split("|")
        names = {
            language: _LEGAL[language].format(name=_JOINS[language].join((first[at], second[at])))
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
