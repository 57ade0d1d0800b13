"""How a name in Latin letters may be written in Cyrillic and in Arabic script, as a pattern."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files

from osint_kit.knowledge.text import fold

_VOWELS = "aeiouy"
_FEW = 3
"""Sounds that are always written, up to which the vowels i, o and u must be written as well."""


@lru_cache(maxsize=1024)
def pattern(name: str) -> str:
    """RE2 pattern of a name's spellings in Cyrillic and Arabic script.

    >>> bool(re.match(pattern("Tangirud"), "тангируд")), bool(re.match(pattern("Tangirud"), "تنگیرود"))
    (True, True)
    """
    units = _units(name.lower())
    return f"(?:{_written(units, 'cyrillic')}|{_written(units, 'arabic')})"


def alike(name: str, other: str) -> bool:
    """Whether the other spelling may stand for the same name."""
    return name == other or re.fullmatch(pattern(name), fold(other).text.lower()) is not None


def _units(name: str) -> list[str]:
    """Sounds of a name: consonants by the longest spelling known, runs of vowels as they are."""
    known = sorted(_table()["arabic"], key=len, reverse=True)
    units: list[str] = []
    place = 0
    while place < len(name):
        run = re.match(f"[{_VOWELS}]+", name[place:])
        unit = run.group() if run else next((each for each in known if name.startswith(each, place)), name[place])
        if not units or units[-1] != unit:
            units.append(unit)
        place += len(unit)
    return units


def _written(units: list[str], script: str) -> str:
    table = _table()[script]
    few = sum(number == 0 or unit[0] not in _VOWELS for number, unit in enumerate(units)) <= _FEW
    made = []
    for number, unit in enumerate(units):
        if unit[0] not in _VOWELS:
            made.append(table.get(unit, re.escape(unit)))
        elif number == 0:
            made.append(table["first"])
        elif few and unit in ("i", "o", "u"):
            made.append(table["long"])
        else:
            made.append(table["vowel"])
    case = "(?i:" if script == "cyrillic" else "(?:"
    return case + "".join(made) + ")"


@cache
def _table() -> dict[str, dict[str, str]]:
    return tomllib.loads(files("osint_kit.knowledge.places").joinpath("sounds.toml").read_text("utf-8"))
