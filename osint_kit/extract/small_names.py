"""Engine of the person selector for names in small letters: only a listed name beside a title or an announcing word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from osint_kit.extract import naming
from osint_kit.extract.selectors import Candidate, Found, Scene
from osint_kit.knowledge.people import given, group, key, script_of, written
from osint_kit.knowledge.people.cased import inflected
from osint_kit.knowledge.regions import Profile

_SCRIPTS = ("cyrillic", "latin")
_BEFORE = re.compile(r"([^\W\d_]+(?:'[^\W\d_]+)*)[ -]$")
_AFTER = re.compile(r"^[:,]? ?[\"«]?([^\W\d_]+(?:'[^\W\d_]+)*)")
_SHORTEST = 4


def terms(_profiles: tuple[Profile, ...]) -> dict[str, str]:
    """Titles and announcing words in scripts with capitals: word → whether names stand before or after it."""
    found: dict[str, str] = {}
    for script in _SCRIPTS:
        for name in ("named", "roles", "titles"):
            found |= dict.fromkeys(written("words", name, script), "after")
        for word in written("words", "after", script):
            found[word] = "both" if word in found else "before"
    return found


def names(candidate: Candidate, scene: Scene) -> Iterator[Found]:
    """The name in small letters before or after a word."""
    rest = scene.rest(candidate.end)
    if candidate.value in ("before", "both") and (not rest or rest in _glued()):
        match = _BEFORE.search(scene.lower[max(0, candidate.start - 24) : candidate.start])
        if match:
            start = candidate.start - len(match.group())
            yield from _name(start, start + len(match.group(1)), scene)
    if candidate.value in ("after", "both"):
        end = candidate.end + len(rest)
        if rest and candidate.text not in _stems():
            return
        match = _AFTER.match(scene.lower[end : end + 28])
        if match and (end + match.start(1) > end):
            yield from _name(end + match.start(1), end + match.end(1), scene)


def _name(start: int, end: int, scene: Scene) -> Iterator[Found]:
    """The word, if it is a listed name in small letters that is nothing else."""
    word = scene.text[start:end]
    if not word.islower() or len(word) < _SHORTEST:
        return
    plain = key(word)
    script = script_of(word)
    if (given(plain) or inflected(plain, script)) != "G" or naming.street_after(naming.next_word(scene.after(end))):
        return
    yield Found(start, end, "person", word, 0.65, "name in small letters", 40)


@cache
def _glued() -> frozenset[str]:
    return frozenset("нинг ни га дан да ning ni ga dan da m м ам ат аш и".split())


@cache
def _stems() -> frozenset[str]:
    """Roles in Cyrillic, which are listed without their endings."""
    return frozenset(written("words", "roles", "cyrillic")) | group("words", "roles", "cyrillic")
