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
    """Codes of carriers, and keys of words about flights.

    Attributes:
        names: code → name.
        core: codes that fly so much in the region that they and three digits say enough.
        cyrillic: a code as Cyrillic look-alikes have it → code.
        strong: words that name a flight itself.
        weak: words of talk about flying.
        other: words before a code and digits that are something else.
        signs: emoji of aeroplanes.
    """

    names: Mapping[str, str]
    core: frozenset[str]
    cyrillic: Mapping[str, str]
    strong: frozenset[str]
    weak: frozenset[str]
    other: frozenset[str]
    signs: str


@cache
def carriers() -> Carriers:
    """The carriers that ship with the kit."""
    data = tomllib.loads(files(__name__).joinpath("carriers.toml").read_text("utf-8"))
    strong, weak = (frozenset(spelt([data["cues"][use]])) for use in ("strong", "weak"))
    other = frozenset(spelt([data["other"]["words"]]))
    core = frozenset(data["core"])
    return Carriers(data["carriers"], core, data["cyrillic"], strong, weak, other, data["cues"]["signs"])


__all__ = ["Carriers", "carriers"]
