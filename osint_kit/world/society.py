"""Brings everybody together: the network, its look-alikes, those it moves, those taken for others, and the town."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from osint_kit.world.cast import Firm, Holding, Maker, Person, Society
from osint_kit.world.chance import Chance
from osint_kit.world.knobs import LOOK_ALIKES, Knobs
from osint_kit.world.names import Name, draw_name
from osint_kit.world.plot import DESTINATION, HOUSES, SHOPS
from osint_kit.world.scenario import Scenario

_NAMESAKE_OF = ("RO-TRA/0", "RO-REC/0", "RO-TRA/1", "RO-GUI/0", "RO-SAF/0")
_TRADES = {"LK-1": 3, "LK-2": 4, "LK-7": 1, "LK-6": 4}
"""Trades of the firms of honest look-alikes, by their place among the words."""

_TRADERS = 4  # people of the town who own a firm
_CLOSED_MONTH, _TURN_MONTH = 6, 8  # a number is given up, and given to somebody else


def make_society(scenario: Scenario, chance: Chance, knobs: Knobs) -> Society:
    """Simulate everybody."""
    maker = Maker(scenario, chance, knobs)
    people = {each.key: each for each in _people(maker)}
    people |= dict(_shared(maker, people))
    people |= {each.key: each for each in _held(maker)}
    people |= {each.key: each for each in _others(maker, people)}
    firms = {each.key: each for each in _firms(maker, people)}
    return Society(people, firms, tuple(_holdings(scenario, people, firms)))


def _people(maker: Maker) -> Iterator[Person]:
    knobs = maker.knobs
    for role, count in knobs.cast.items():
        yield from (maker.person(role, number) for number in range(count))
    yield maker.person("broker", 0, town=DESTINATION)
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


def _held(maker: Maker) -> Iterator[Person]:
    """Those of the group of seven who are held at the workshop, and their families."""
    for number in range(maker.knobs.victims):
        held = maker.person("PE-VIC", number)
        yield held
        yield _relative(maker, "kin", number, held)


def _others(maker: Maker, people: Mapping[str, Person]) -> Iterator[Person]:
    """A father with his son's initials; a source, a charity, and one who knows and is new."""
    if maker.knobs.victims:
        yield _father(maker, [each for each in people.values() if each.role in ("RO-GUI", "RO-TRA")])
        yield maker.person("source", 0, town=HOUSES)
    yield maker.person("rival", 0)
    yield maker.person("charity", 0, town=DESTINATION)
    yield maker.person("newcomer", 0)


def _father(maker: Maker, sons: list[Person]) -> Person:
    """The father of a core man; their initials are the same."""
    stream = maker.chance.stream("father")
    for son in reversed(sons):
        men = maker.scenario.stocks[maker.scenario.state(son.state).people].men
        own = son.name.given
        like = [each for each in men if each[1][0] == own["ru"][0] and each[1] != own["ru"]]
        names = [Name(dict(zip(own, each, strict=False)), son.name.surname) for each in like]
        free = [name for name in names if not maker.taken(name)]
        if free:
            return maker.person("father", 0, town=son.town, name=stream.pick(free))
    return _relative(maker, "father", 0, sons[-1])


def _firms(maker: Maker, people: Mapping[str, Person]) -> Iterator[Firm]:
    cousin, organiser = people["cousin/0"], people["RO-ORG/0"]
    yield maker.firm("haulage", 1, cousin, organiser, start=0)
    for at, (role, trade) in enumerate(_TRADES.items()):
        if f"{role}/0" in people:
            honest = people[f"{role}/0"]
            yield maker.firm(role, trade, honest, honest, start=at + 1)
    for number in range(_TRADERS):
        trader = people[f"town/{number}"]
        yield maker.firm(f"town/{number}", 2, trader, trader, start=number + 5)
    broker = people["broker/0"]
    yield maker.firm("parts", 2, broker, broker, start=_TRADERS + 5)


def _holdings(scenario: Scenario, people: Mapping[str, Person], firms: Mapping[str, Firm]) -> Iterator[Holding]:
    begins, ends = scenario.begins, scenario.opens.date()
    recycled = {each.phone for each in people.values() if each.role == "new holder"}
    turn = date(begins.year, _TURN_MONTH, 1)
    for each in people.values():
        gone = each.phone in recycled and each.role == "PE-MIG"
        first = turn if each.role == "new holder" else begins
        yield Holding(each.phone, each.id, first, date(begins.year, _CLOSED_MONTH, 30) if gone else ends)
        if each.later:
            yield Holding(each.later, each.id, turn, ends)
    for firm in firms.values():
        yield Holding(firm.phone, firm.id, begins, ends)
