"""Words about coordinates: hemispheres, units of angles, labels, and what announces a place on the map.

In:  words.toml beside this module
Out: Words
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from osint_kit.knowledge.text import fold


@dataclass(frozen=True, slots=True)
class Words:
    """Folded lower-case words.

    Attributes:
        sides: word → N, S, E, W.
        units: `degree`, `minute`, `second` → spellings, as patterns.
        labels: `latitude`, `longitude` → spellings.
        cues: beginnings of words that announce coordinates.
    """

    sides: Mapping[str, str]
    units: Mapping[str, tuple[str, ...]]
    labels: Mapping[str, tuple[str, ...]]
    cues: tuple[str, ...]


@cache
def words() -> Words:
    """The words that ship with the kit, longest first."""
    data = tomllib.loads(files(__name__).joinpath("words.toml").read_text("utf-8"))
    return Words(
        {word: side for side, spellings in data["sides"].items() for word in _folded(spellings)},
        {unit: _folded(spellings) for unit, spellings in data["units"].items()},
        {label: _folded(spellings) for label, spellings in data["labels"].items()},
        _folded(data["cues"]["words"]),
    )


def _folded(spellings: list[str]) -> tuple[str, ...]:
    return tuple(sorted(dict.fromkeys(fold(each).text.lower() for each in spellings), key=len, reverse=True))


__all__ = ["Words", "words"]
