"""Words about days, by what they do there."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from osint_kit.knowledge.calendars.forms import keys, spelt

_PREFIXES, _SHORT = ("ب", "ل", "و"), 3
"""What Arabic writes in one with a name of more letters."""
_TABLES = ("gregorian", "solar", "islamic")


@dataclass(frozen=True, slots=True)
class Month:
    """A month by its calendar and number.

    Attributes:
        weak: the word is also something else and means a month only beside a year or an ordinal.
        alone: weak in its own language too; other weak words are so elsewhere.
        language: the list that it comes from; neighbours write it too.
    """

    calendar: str
    number: int
    weak: bool
    alone: bool
    language: str

    def doubtful(self, language: str) -> bool:
        """Whether a text of this language may mean something else by the word."""
        return self.weak and (self.alone or language != self.language)


@cache
def months() -> dict[str, Month]:
    """Key of a word (see `forms.keys`) → month; where calendars share a word, the first of them has it."""
    found: dict[str, Month] = {}
    for table in _TABLES:
        read = _read(table)
        weak, alone = (frozenset(keys(read["weak"].get(use, ()))) for use in ("words", "alone"))
        for language, lines in read["months"].items():
            for number, line in enumerate(lines, start=1):
                for key in spelt([line]):
                    month = Month(table, number, key in weak, key in alone, language)
                    for spelling in _glued(key, language):
                        found.setdefault(spelling, month)
    return found


def _glued(key: str, language: str) -> tuple[str, ...]:
    """The word, and the word with what its language writes in one with it."""
    if language == "ar" and len(key) > _SHORT:
        return key, *(before + key for before in _PREFIXES)
    if language == "fa" and len(key) > _SHORT - 1:
        return key, f"{key}ماه", *((f"{key}ی",) if key.endswith("ه") else ())
    return (key,)


@cache
def words() -> dict[str, dict[str, str]]:
    """Use → key → word: `year`, `era.solar`, `filler`, `from`, `until`, `endings` and the rest of words.toml."""
    flat: dict[str, dict[str, str]] = {}
    for use, table in _read("words").items():
        if not isinstance(table, dict):
            continue
        for name, lines in table.items():
            if isinstance(lines, dict):
                flat[f"{use}.{name}"] = spelt(lines["words"])
            elif isinstance(lines, list):
                flat[use if name == "words" else f"{use}.{name}"] = spelt(lines)
    return flat


@cache
def days() -> dict[str, int]:
    """Key of an ordinal → day of the month."""
    return _counted("days")


@cache
def cardinals() -> dict[str, int]:
    """Key of a number that names a day before a month → day of the month."""
    return _counted("cardinals")


def _counted(use: str) -> dict[str, int]:
    found: dict[str, int] = {}
    for lines in _read("ordinals")[use].values():
        for day, line in enumerate(lines, start=1):
            for key in spelt([line]):
                found.setdefault(key, day)
    return found


def _read(name: str) -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(files("osint_kit.knowledge.calendars").joinpath(f"{name}.toml").read_text("utf-8"))
