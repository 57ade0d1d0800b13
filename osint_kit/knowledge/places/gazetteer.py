"""The gazetteer: spellings of places in all scripts, each with the place it names and how sure a sign of it it is."""

from __future__ import annotations

import gzip
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import cache, lru_cache
from importlib.resources import files

from osint_kit.knowledge.places.inflecting import Stem, stem, stem_text, within
from osint_kit.knowledge.text import fold, script

_REGION = frozenset(["TJ", "UZ", "KG", "KZ", "AF", "PK", "IQ", "IR", "TR", "RU", "TM"])
_LARGE, _GREAT, _KNOWN = 50_000, 200_000, 15_000
_LONG = 5
_LONGEST_ENDING = 7


class Level(IntEnum):
    """How much a spelling says by itself."""

    WEAK = 1
    """A place only where something beside it says so."""
    NAMED = 2
    """A place where it is written as a name: with a capital."""
    SURE = 3
    """A place however it is written."""


@dataclass(frozen=True, slots=True)
class Place:
    """One place.

    Attributes:
        name: the one English name that stands for all spellings.
        country: ISO 3166-1 alpha-2; empty where it lies in several.
        kind: `country`, `capital`, `region`, `district`, `town`, `area`, `water`, `pass`, `landmark`,
            `crossing` (known for that alone).
        people: inhabitants, 0 where not known.
    """

    name: str
    country: str
    kind: str
    people: int


@dataclass(frozen=True, slots=True)
class Spelling:
    """One way to write a place, without the letters that cases change."""

    place: Place
    level: Level
    form: Stem


def find(name: str) -> Place | None:
    """The place that a name names, in any script, case and inflection; None if the gazetteer has none.

    >>> place = find("Ташкента")
    >>> place.name, place.country, find("Toshkent") == place
    ('Tashkent', 'UZ', True)
    """
    found = spelt(fold(name).text.lower())
    return None if found is None else found.place


@lru_cache(maxsize=65536)
def spelt(word: str) -> Spelling | None:
    """The likeliest spelling behind a folded lower-case name, inflected or not."""
    for cut in range(len(word), max(1, len(word) - _LONGEST_ENDING), -1):
        for each in spellings(word[:cut]):
            if within(each.form, word[cut:], "") >= 0:
                return each
    return None


@lru_cache(maxsize=65536)
def spellings(text: str) -> tuple[Spelling, ...]:
    """What a stem, folded and lower case, may spell, the surest first."""
    found: dict[str, Spelling] = {}
    places, own, table = _index()
    for row, name in table.get(text, ()):
        form = stem(name.lower())
        if form.tail not in found:
            found[form.tail] = Spelling(places[row], _level(places[row], name, own=row < own), form)
    return tuple(sorted(found.values(), key=lambda each: -each.level))


def stems() -> Iterable[str]:
    """All stems, folded and lower case."""
    return _index()[2]


@cache
def _index() -> tuple[tuple[Place, ...], int, Mapping[str, tuple[tuple[int, str], ...]]]:
    """Places, how many of them come from the kit's own compilation, and stem → (place, spelling)."""
    places, own, names = _rows()
    never = _words("never") - _words("weak")
    table: dict[str, tuple[tuple[int, str], ...]] = {}
    for row, spelled in enumerate(names):
        for name in spelled.split("|"):
            lower = name.lower()
            if lower in never and row >= own:
                continue
            text = stem_text(lower)
            before = table.get(text)
            table[text] = ((row, name),) if before is None else (*before, (row, name))
    return places, own, table


def _level(place: Place, name: str, *, own: bool) -> Level:
    """How sure a sign a folded spelling is."""
    if is_common(name.lower()):
        return Level.WEAK
    if own or place.kind == "country":
        return Level.SURE if len(name) >= _LONG - 1 or name.isupper() or script(name) == "Arabic" else Level.NAMED
    least = _LARGE if place.country in _REGION else _GREAT
    known = place.people >= least or place.kind == "capital"
    if script(name) == "Arabic":
        return Level.SURE if known and len(name) >= _LONG - 1 else Level.WEAK
    if known and len(name) > _LONG:
        return Level.SURE
    return Level.NAMED if place.people >= _KNOWN or len(name) >= _LONG else Level.WEAK


def _rows() -> tuple[tuple[Place, ...], int, list[str]]:
    """Places, the compilation of the kit first and how many that are, and the folded spellings of each."""
    folder = files("osint_kit.knowledge.places")
    own = [line.split("\t") for line in folder.joinpath("own.tsv").read_text("utf-8").splitlines() if line[0] != "#"]
    packed = folder.joinpath("gazetteer.tsv.gz").read_bytes()
    rows = [line.split("\t") for line in gzip.decompress(packed).decode().splitlines()]
    taken = [Place(row[0], row[1], row[2], int(row[3])) for row in rows]
    known = {(each.name, each.country): each for each in reversed(taken)}
    owned = [_merged(Place(row[0], row[1], row[2], 0), known.get((row[0], row[1]))) for row in own]
    names = fold("\n".join([*(row[3] for row in own), *(row[4] for row in rows)])).text.split("\n")
    return (*owned, *taken), len(owned), names


def _merged(own: Place, taken: Place | None) -> Place:
    """GeoNames counts people; whether a place is known for its crossing alone, the kit says."""
    return own if taken is None else replace(taken, kind=own.kind) if own.kind == "crossing" else taken


def is_common(word: str, language: str = "") -> bool:
    """Whether a folded lower-case word is more often something else than a place, in a language or in any."""
    if language:
        return word in _words(f"weak_in.{language}")
    return word in _words("weak") or word in _words("never")


@cache
def _words(group: str) -> frozenset[str]:
    text = files("osint_kit.knowledge.places").joinpath("weak.toml").read_text("utf-8")
    name, _, language = group.partition(".")
    words = tomllib.loads(text)[name]
    return frozenset(fold(words.get(language, "") if language else words).text.lower().split())
