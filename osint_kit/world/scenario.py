"""Reads `scenario.toml`: the atlas, the names, the firms, the sites and the grammars a world is made of."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from osint_kit.errors import BadScenario
from osint_kit.messages import _
from osint_kit.world.compose import slots
from osint_kit.world.plot import CROSSINGS, GENRES, HOME_OF, IN_THREE_LANGUAGES, STATES, TOWNS, WORDS
from osint_kit.world.told import Reader

LANGUAGES = ("tg", "ru", "en")

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
    return _scenario(Reader(told, path), hashlib.sha256(body).hexdigest())


def _scenario(root: Reader, digest: str) -> Scenario:
    atlas = root.part("atlas")
    states = tuple(_state(each) for each in atlas.parts("states", _("a list of states")))
    towns = [_town(each, state) for state in atlas.parts("states") for each in state.parts("towns")]
    crossings = [_crossing(each) for each in atlas.parts("crossings")]
    _check_atlas(atlas, states, towns, crossings)
    places = {place.id: place for place in [*towns, *crossings]}
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
        words=_words(root.part("words")),
        sites=sites,
        towns_of=_towns_of(root, places),
        grammar={language: _grammar(root.part("grammar").part(language)) for language in LANGUAGES},
        goods={language: root.part("goods").texts(language) for language in LANGUAGES},
        digest=digest,
    )


def _check_atlas(atlas: Reader, states: tuple[State, ...], towns: list[Place], crossings: list[Place]) -> None:
    """The places that the story names must be there."""
    if len(states) < STATES:
        raise atlas.fail("states", _("at least {number} states").format(number=STATES), len(states))
    for name, wanted, places in (("states", TOWNS, towns), ("crossings", CROSSINGS, crossings)):
        found = [place.id for place in places]
        missing = sorted(wanted - set(found))
        if missing:
            raise atlas.fail(name, _("places with the ids {names}").format(names=", ".join(missing)), ", ".join(found))


def _words(told: Reader) -> dict[str, tuple[str, ...]]:
    found = _lists(told)
    for name, least in WORDS.items():
        if len(told.texts(name)) < least:
            raise told.fail(name, _("at least {number} words").format(number=least), len(found[name]))
    for name in IN_THREE_LANGUAGES:
        for row in found[name]:
            _forms(told, name, row)
    return found


def _state(told: Reader) -> State:
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


def _names(told: Reader) -> dict[str, str]:
    return {language: told.text(language) for language in LANGUAGES}


def _town(told: Reader, state: Reader) -> Place:
    return Place(told.text("id"), "town", (state.text("code"),), _names(told))


def _crossing(told: Reader) -> Place:
    return Place(told.text("id"), "crossing", told.texts("states"), _names(told))


def _site(told: Reader) -> Site:
    host = told.text("host")
    if not host.endswith((".example", ".test")):
        raise told.fail("host", _("a host under .example or .test"), host)
    return Site(host, told.text("kind"), told.text("title"), told.text("language"))


def _stocks(root: Reader, states: tuple[State, ...]) -> dict[str, Stock]:
    told = root.part("names")
    return {state.people: _stock(told.part(state.people)) for state in states}


def _stock(told: Reader) -> Stock:
    endings = told.part("endings")
    rows = {name: tuple(_forms(told, name, row) for row in told.texts(name)) for name in ("men", "women", "surnames")}
    pairs = {language: endings.texts(language) for language in LANGUAGES if language in endings.table}
    return Stock(endings={key: (pair[0], pair[-1]) for key, pair in pairs.items()}, **rows)


def _forms(told: Reader, name: str, row: str) -> tuple[str, ...]:
    forms = tuple(row.split("|"))
    if len(forms) < len(LANGUAGES):
        raise told.fail(name, _("a name in Tajik, Russian and English, with | between"), repr(row))
    return forms


def _lists(told: Reader) -> dict[str, tuple[str, ...]]:
    return {name: told.texts(name) for name in told.table}


def _towns_of(root: Reader, places: Mapping[str, Place]) -> dict[str, tuple[str, ...]]:
    told = root.part("cast")
    told.texts(HOME_OF, _("ids of towns"))
    for role, towns in _lists(told).items():
        for town in towns:
            if town not in places:
                raise told.fail(role, _("ids of towns"), town)
    return _lists(told)


def _grammar(told: Reader) -> dict[str, tuple[str, ...]]:
    found = _lists(told)
    for genre, templates in found.items():
        for at, template in enumerate(templates):
            unknown = slots(template) - SLOTS
            missing = REQUIRED.get(genre, frozenset()) - slots(template)
            if unknown:
                raise told.fail(f"{genre}[{at}]", _("slots among {names}").format(names=sorted(SLOTS)), sorted(unknown))
            if missing:
                raise told.fail(f"{genre}[{at}]", _("the slots {names}").format(names=sorted(missing)), repr(template))
    lacking = sorted((set(REQUIRED) | GENRES) - set(found))
    if lacking:
        raise told.fail(lacking[0], _("a list of texts"), _("nothing"))
    return found
