"""Places of fictional states in scripts that their profile does not give: told by their consonants."""

from __future__ import annotations

import re
from functools import lru_cache

from osint_kit.extract.selectors import Scene
from osint_kit.knowledge.names import romanise
from osint_kit.knowledge.regions import Profile

_ARABIC = re.compile(r"[\u0620-\u06d5]{4,}")
_CONSONANTS = {
    "ب": "b", "پ": "b", "ت": "t", "ط": "t", "ټ": "t", "ٹ": "t", "ج": "j", "چ": "c", "خ": "k", "د": "d", "ډ": "d", "ڈ": "d",
    "ر": "r", "ړ": "r", "ڑ": "r", "ڕ": "r", "ز": "z", "ژ": "z", "س": "s", "ص": "s", "ش": "s", "غ": "g", "گ": "g", "ګ": "g",
    "ف": "f", "ق": "k", "ک": "k", "ل": "l", "ڵ": "l", "م": "m", "ن": "n", "ں": "n", "ڼ": "n",
}  # fmt: skip
_LATIN = (("sh", "s"), ("gh", "g"), ("kh", "k"), ("ch", "c"), ("zh", "z"), ("ck", "k"), ("q", "k"), ("c", "k"), ("p", "b"))
_DROPPED = re.compile(r"[^bcdfgjklmnrstz]")
_FEWEST = 4
_ENDING = 2


def sounds_of(scene: Scene, profile: Profile) -> bool:
    """Whether a word in Arabic script has the consonants of one of the profile's places, an ending or two aside."""
    wanted = _skeletons(profile.places)
    return any(word[: len(word) - cut] in wanted for word in _written(scene.text) for cut in range(_ENDING))


@lru_cache(maxsize=256)
def _skeletons(places: tuple[str, ...]) -> frozenset[str]:
    return frozenset(each for each in (_latin(romanise(place).lower()) for place in places) if len(each) >= _FEWEST)


def _latin(name: str) -> str:
    """Consonants of a romanised name.

    >>> _latin("qumtepalik"), _latin("brackmoor")
    ('kmtblk', 'brkmr')
    """
    for written, plain in _LATIN:
        name = name.replace(written, plain)
    return _DROPPED.sub("", name)


@lru_cache(maxsize=64)
def _written(text: str) -> tuple[str, ...]:
    """Consonants of the longer words of a text in Arabic script."""
    found = ("".join(_CONSONANTS.get(each, "") for each in word) for word in _ARABIC.findall(text[:4000]))
    return tuple(each for each in found if len(each) >= _FEWEST)
