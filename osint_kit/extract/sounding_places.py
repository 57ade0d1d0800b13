"""Places of fictional states in scripts that their profile does not give, by their sounds."""

from __future__ import annotations

import re
from functools import lru_cache

from osint_kit.extract.selectors import Scene
from osint_kit.knowledge.places import sounding
from osint_kit.knowledge.regions import Profile


def sounds_of(scene: Scene, profile: Profile) -> bool:
    """Whether one of the profile's places stands in the text as another script may write it."""
    pattern = _pattern(profile.places)
    return pattern is not None and pattern.search(scene.lower) is not None


@lru_cache(maxsize=256)
def _pattern(places: tuple[str, ...]) -> re.Pattern[str] | None:
    latin = sorted({place for place in places if place.isascii()})
    any_place = "|".join(sounding.pattern(place) for place in latin)
    return re.compile(rf"(?<![^\W\d_])(?:{any_place})") if latin else None
