"""Carriers of the region by their codes, and words that announce a flight.

In:  carriers.toml beside this module
Out: Carriers
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from osint_kit.knowledge.calendars import spelt


@dataclass(frozen=True, slots=True)
class Carriers:
    """Codes → names, Cyrillic spellings → codes, and keys of words about flights; strong ones name a flight itself; the core flies so
    much in the region that its code and a number of three digits say enough.
    """

    names: Mapping[str, str]
    cyrillic: Mapping[str, str]
    strong: frozenset[str]
    weak: frozenset[str]
    signs: str
    core: frozenset[str]


@cache
def carriers() -> Carriers:
    """The carriers that ship with the kit."""
    data = tomllib.loads(files(__name__).joinpath("carriers.toml").read_text("utf-8"))
    strong, weak = (frozenset(spelt([data["cues"][use]])) for use in ("strong", "weak"))
    return Carriers(data["carriers"], data["cyrillic"], strong, weak, data["cues"]["signs"], frozenset(data["core"]))


__all__ = ["Carriers", "carriers"]
