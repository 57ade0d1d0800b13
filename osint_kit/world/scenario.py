"""Reads `scenario.toml`: the atlas, the names, the firms, the sites and the grammars a world is made of."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import TypeAlias

from osint_kit.errors import BadScenario
from osint_kit.messages import _
from osint_kit.world.compose import slots

LANGUAGES = ("tg", "ru", "en")
_Table: TypeAlias = "Mapping[str, object]"

SLOTS = frozenset(
    {"person", "other", "phone", "handle", "plate", "org", "date", "money", "iban", "from", "to", "place"}
    | {"crossing", "goods", "n", "serial"}
)
"""What a template may ask for."""

REQUIRED: Mapping[str, frozenset[str]] = {
    "pair": frozenset({"person", "other"}),
    "kin": frozenset({"person", "other", "phone"}),
    "contact": frozenset({"person", "phone"}),
    "thanks": frozenset({"person", "phone"}),
    "driver": frozenset({"person", "plate", "phone"}),
    "staff": frozenset({"person", "org"}),
    "shared": frozenset({"person", "other", "phone"}),
    "warning": frozenset({"person", "phone"}),
    "planted": frozenset({"org"}),
    "car": frozenset({"plate"}),
    "wire": frozenset({"org", "iban"}),
    "sale": frozenset({"person", "phone"}),
    "leaving": frozenset({"person", "phone"}),
    "lesson": frozenset({"person"}),
    "advert": frozenset({"phone", "money"}),
    "recruit": frozenset({"handle", "phone"}),
    "serial": frozenset({"serial"}),
}
"""What every template of a genre must show, because links of the key rest on it."""


@dataclass(frozen=True, slots=True)
class Place:
    """A town or a crossing: one id, a name per language, the states it belongs to."""

    id: str
    kind: str
    states: tuple[str, ...]
    names: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class State:
    """A fictional state: how it numbers its phones, plates and accounts, and who lives there."""

    code: str
    name: str
    calling_code: str
    plate: str
    plate_form: str
    currency: str
    languages: tuple[str, ...]
    people: str
    towns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stock:
    """Given names and surnames of one people: each `tg|ru|en`, with the endings of surnames by language."""

    men: tuple[tuple[str, ...], ...]
    women: tuple[tuple[str, ...], ...]
    surnames: tuple[tuple[str, ...], ...]
    endings: Mapping[str, tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Site:
    """A site of the fictional internet, or the partner who sends files."""

    host: str
    kind: str
    title: str
    language: str


@dataclass(frozen=True, slots=True)
class Scenario:
    """Everything a world is made of, except chance."""

    name: str
    version: str
    watermark: str
    opens: datetime
    begins: date
    brief: Mapping[str, str]
    states: tuple[State, ...]
    places: Mapping[str, Place]
    stocks: Mapping[str, Stock]
    words: Mapping[str, tuple[str, ...]]
    sites: tuple[Site, ...]
    towns_of: Mapping[str, tuple[str, ...]]
    grammar: Mapping[str, Mapping[str, tuple[str, ...]]]
    goods: Mapping[str, tuple[str, ...]]
    digest: str

    def state(self, code: str) -> State:
        """The state with that code."""
        return next(each for each in self.states if each.code == code)

    def host(self, kind: str) -> str:
        """Host of the first site of a kind."""
        return next(each.host for each in self.sites if each.kind == kind)


def load_scenario(folder: Path) -> Scenario:
    """Read and check a scenario folder.

    Raises:
        BadScenario: names the file and the key that is wrong.
    """
    path = folder / "scenario.toml"
    try:
        body = path.read_bytes()
        told = tomllib.loads(body.decode("utf-8"))
    except FileNotFoundError as error:
        raise BadScenario.expected(_("a scenario file"), found=_("no such file"), where=path) from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadScenario.expected(_("a TOML file in UTF-8"), found=str(error), where=path) from error
    return _scenario(_Reader(told, path), hashlib.sha256(body).hexdigest())


class _Reader:
    """A table of the file that knows where it stands, so that every complaint names file and key."""

    def __init__(self, table: _Table, path: Path, at: str = "") -> None:
        self.table, self.path, self.at = table, path, at

    def key(self, name: str) -> str:
        return f"{self.at}.{name}" if self.at else name

    def fail(self, name: str, wanted: str, found: object) -> BadScenario:
        where = f"{self.path}: {self.key(name)}"
        error = BadScenario.expected(wanted, found=str(found), where=where)
        return BadScenario(str(error))

    def get(self, name: str, kind: type, wanted: str = "") -> object:
        value = self.table.get(name)
        if not isinstance(value, kind) or isinstance(value, bool) or (kind in (str, list) and not value):
            shown = _("nothing") if value is None else repr(value)
            raise self.fail(name, wanted or _kind(kind), shown)
        return value

    def text(self, name: str) -> str:
        return str(self.get(name, str))

    def texts(self, name: str, wanted: str = "") -> tuple[str, ...]:
        values = self.get(name, list, wanted or _("a list of texts"))
        assert isinstance(values, list)
        for at, value in enumerate(values):
            if not isinstance(value, str):
                raise self.fail(f"{name}[{at}]", _("text"), repr(value))
        return tuple(values)

    def part(self, name: str) -> _Reader:
        value = self.get(name, dict)
        assert isinstance(value, dict)
        return _Reader(value, self.path, self.key(name))

    def parts(self, name: str, wanted: str = "") -> tuple[_Reader, ...]:
        values = self.get(name, list, wanted)
        assert isinstance(values, list)
        readers = []
        for at, value in enumerate(values):
            if not isinstance(value, dict):
                raise self.fail(f"{name}[{at}]", _("a table"), repr(value))
            readers.append(_Reader(value, self.path, f"{self.key(name)}[{at}]"))
        return tuple(readers)


def _kind(kind: type) -> str:
    names = {
        list: _("a list"),
        dict: _("a table"),
        str: _("text"),
        date: _("a date"),
        datetime: _("a time"),
    }
    return names[kind]


def _scenario(root: _Reader, digest: str) -> Scenario:
    atlas = root.part("atlas")
    states = tuple(_state(each) for each in atlas.parts("states", _("a list of states")))
    towns = [_town(each, state) for state in atlas.parts("states") for each in state.parts("towns")]
    places = {place.id: place for place in [*towns, *(_crossing(each) for each in atlas.parts("crossings"))]}
    sites = tuple(_site(each) for each in root.parts("sites"))
    for kind in ("classifieds", "channels", "register", "partner"):
        if kind not in {site.kind for site in sites}:
            raise root.fail("sites", _("a site of the kind {kind}").format(kind=kind), [site.kind for site in sites])
    opens, begins = root.get("opens", datetime), root.get("begins", date)
    assert isinstance(opens, datetime)
    assert isinstance(begins, date)
    return Scenario(
        name=root.text("name"),
        version=root.text("version"),
        watermark=root.text("watermark"),
        opens=opens,
        begins=begins,
        brief={key: root.part("brief").text(key) for key in ("title", "text", "authority", "languages")},
        states=states,
        places=places,
        stocks=_stocks(root, states),
        words=_lists(root.part("words")),
        sites=sites,
        towns_of=_towns_of(root, places),
        grammar={language: _grammar(root.part("grammar").part(language)) for language in LANGUAGES},
        goods=_lists(root.part("goods")),
        digest=digest,
    )


def _state(told: _Reader) -> State:
    people = told.text("people")
    towns = told.parts("towns", _("a list of towns"))
    return State(
        code=told.text("code"),
        name=told.text("name"),
        calling_code=told.text("calling_code"),
        plate=told.text("plate"),
        plate_form=told.text("plate_form"),
        currency=told.text("currency"),
        languages=told.texts("languages"),
        people=people,
        towns=tuple(town.text("id") for town in towns),
    )


def _names(told: _Reader) -> dict[str, str]:
    return {language: told.text(language) for language in LANGUAGES}


def _town(told: _Reader, state: _Reader) -> Place:
    return Place(told.text("id"), "town", (state.text("code"),), _names(told))


def _crossing(told: _Reader) -> Place:
    return Place(told.text("id"), "crossing", told.texts("states"), _names(told))


def _site(told: _Reader) -> Site:
    host = told.text("host")
    if not host.endswith((".example", ".test")):
        raise told.fail("host", _("a host under .example or .test"), host)
    return Site(host, told.text("kind"), told.text("title"), told.text("language"))


def _stocks(root: _Reader, states: tuple[State, ...]) -> dict[str, Stock]:
    told = root.part("names")
    return {state.people: _stock(told.part(state.people)) for state in states}


def _stock(told: _Reader) -> Stock:
    endings = told.part("endings")
    rows = {name: tuple(_forms(told, name, row) for row in told.texts(name)) for name in ("men", "women", "surnames")}
    pairs = {language: endings.texts(language) for language in LANGUAGES if language in endings.table}
    return Stock(endings={key: (pair[0], pair[-1]) for key, pair in pairs.items()}, **rows)


def _forms(told: _Reader, name: str, row: str) -> tuple[str, ...]:
    forms = tuple(row.split("|"))
    if len(forms) < len(LANGUAGES):
        raise told.fail(name, _("a name in Tajik, Russian and English, with | between"), repr(row))
    return forms


def _lists(told: _Reader) -> dict[str, tuple[str, ...]]:
    return {name: told.texts(name) for name in told.table}


def _towns_of(root: _Reader, places: Mapping[str, Place]) -> dict[str, tuple[str, ...]]:
    told = root.part("cast")
    for role, towns in _lists(told).items():
        for town in towns:
            if town not in places:
                raise told.fail(role, _("ids of towns"), town)
    return _lists(told)


def _grammar(told: _Reader) -> dict[str, tuple[str, ...]]:
    found = _lists(told)
    for genre, templates in found.items():
        for at, template in enumerate(templates):
            unknown = slots(template) - SLOTS
            missing = REQUIRED.get(genre, frozenset()) - slots(template)
            if unknown:
                raise told.fail(f"{genre}[{at}]", _("slots among {names}").format(names=sorted(SLOTS)), sorted(unknown))
            if missing:
                raise told.fail(f"{genre}[{at}]", _("the slots {names}").format(names=sorted(missing)), repr(template))
    lacking = sorted(set(REQUIRED) - set(found))
    if lacking:
        raise told.fail(lacking[0], _("a list of texts"), _("nothing"))
    return found
