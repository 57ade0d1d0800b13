"""Engine of the person selector for names in small letters: only a listed name beside a title or an announcing word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from osint_kit.extract import naming
from osint_kit.extract.selectors import Candidate, Found, Scene
from osint_kit.knowledge.people import given, group, inflected, key, script_of, written
from osint_kit.knowledge.regions import Profile

_SCRIPTS = ("cyrillic", "latin")
_BEFORE = re.compile(r"([^\W\d_]+(?:'[^\W\d_]+)*)[ -]$")
_AFTER = re.compile(r"^:? ?[\"«]?([^\W\d_]+(?:'[^\W\d_]+)*)")
_WIDTH = 28
_SHORTEST = 4


def terms(_profiles: tuple[Profile, ...]) -> dict[str, str]:
    """Titles and announcing words in scripts with capitals: word → whether names stand `before`, `after` it, `both`."""
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
    if candidate.value != "after" and (not rest or rest in _glued()):
        match = _BEFORE.search(scene.lower[max(0, candidate.start - _WIDTH) : candidate.start])
        if match:
            start = candidate.start - len(match.group())
            yield from _name(start, start + len(match.group(1)), scene)
    if candidate.value != "before" and (not rest or key(candidate.text) in group("words", "roles", "cyrillic")):
        end = candidate.end + len(rest)
        match = _AFTER.match(scene.lower[end : end + _WIDTH])
        if match and match.start(1):
            yield from _name(end + match.start(1), end + match.end(1), scene)


def _name(start: int, end: int, scene: Scene) -> Iterator[Found]:
    """The word, if it is a listed name in small letters that is nothing else."""
    word = scene.text[start:end]
    if word.islower() and len(word) >= _SHORTEST and _listed(word) and not naming.street_after(scene.after(end)):
        yield Found(start, end, "person", word, 0.65, "name in small letters", 40)


def _listed(word: str) -> bool:
    plain, script = key(word), script_of(word)
    if script not in _SCRIPTS or naming.weight(word):
        return False
    return (given(plain) or inflected(plain, script)) == "G"


@cache
def _glued() -> frozenset[str]:
    """What may follow a title that stands after a name."""
    return frozenset(written("words", "glued_to_titles"))
