"""Reads a scenario folder and checks it: `scenario.toml`, and the texts of each language."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

from osint_kit.errors import BadScenario
from osint_kit.messages import _
from osint_kit.world.compose import slots
from osint_kit.world.genres import ARTICLES, ASKED, GENRES, QUESTIONS, REQUIRED, SLOTS, TITLE
from osint_kit.world.plot import CROSSINGS, HOME_OF, IN_ALL_LANGUAGES, STATES, TOWNS, WORDS
from osint_kit.world.scenario import LANGUAGES, SITES, Place, Scenario, Site, State, Stock
from osint_kit.world.told import Reader


def load_scenario(folder: Path) -> Scenario:
    """Read and check a scenario folder: `scenario.toml`, and the texts of each language in `grammar/<language>.toml`.

    Without `grammar/` the texts stand in `scenario.toml` itself.

    Raises:
        BadScenario: names the file and the key that is wrong.
    """
    path = folder / "scenario.toml"
    root, body = _read(path)
    texts = {}
    for language in LANGUAGES:
        beside = folder / "grammar" / f"{language}.toml"
        texts[language] = root
        if beside.exists():
            texts[language], more = _read(beside)
            body += more
    return _scenario(root, texts, hashlib.sha256(body).hexdigest())


def _read(path: Path) -> tuple[Reader, bytes]:
    try:
        body = path.read_bytes()
        return Reader(tomllib.loads(body.decode("utf-8")), path), body
    except FileNotFoundError as error:
        raise BadScenario.expected(_("a scenario file"), found=_("no such file"), where=path) from error
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BadScenario.expected(_("a TOML file in UTF-8"), found=str(error), where=path) from error


def _scenario(root: Reader, texts: Mapping[str, Reader], digest: str) -> Scenario:
    atlas = root.part("atlas")
    states = tuple(_state(each) for each in atlas.parts("states", _("a list of states")))
    towns = [_town(each, state) for state in atlas.parts("states") for each in state.parts("towns")]
    crossings = [_crossing(each) for each in atlas.parts("crossings")]
    _check_atlas(atlas, states, towns, crossings)
    places = {place.id: place for place in [*towns, *crossings]}
    sites = tuple(_site(each) for each in root.parts("sites"))
    _check_sites(root, sites)
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
        grammar={language: _grammar(texts[language].part("grammar").part(language)) for language in LANGUAGES},
        goods={language: root.part("goods").texts(language) for language in LANGUAGES},
        questions={language: _questions(root.part("questions"), language) for language in LANGUAGES},
        digest=digest,
    )


def _questions(told: Reader, language: str) -> tuple[str, ...]:
    found = told.texts(language)
    if len(found) != QUESTIONS or any(slots(each) - ASKED for each in found):
        wanted = _("{number} questions with slots among {names}").format(number=QUESTIONS, names=sorted(ASKED))
        raise told.fail(language, wanted, found)
    return found


def _check_sites(root: Reader, sites: tuple[Site, ...]) -> None:
    found = [site.kind for site in sites]
    for kind in SITES:
        if found.count(kind) < SITES.count(kind):
            wanted = _("{number} sites of the kind {kind}").format(number=SITES.count(kind), kind=kind)
            raise root.fail("sites", wanted, found)


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
    for name in IN_ALL_LANGUAGES:
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
        raise told.fail(name, _("a name in Tajik, Russian, English and Dari, with | between"), repr(row))
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
            if genre in ARTICLES and TITLE not in template:
                raise told.fail(f"{genre}[{at}]", _("a title, then {mark!r}").format(mark=TITLE), repr(template))
            if missing:
                raise told.fail(f"{genre}[{at}]", _("the slots {names}").format(names=sorted(missing)), repr(template))
    lacking = sorted((set(REQUIRED) | GENRES) - set(found))
    if lacking:
        raise told.fail(lacking[0], _("a list of texts"), _("nothing"))
    return found
