"""Flights: the two characters of a carrier and a number, where the text speaks of flying."""

import re
from collections.abc import Iterator
from itertools import pairwise

from osint_kit.extract.selectors import Candidate, Found, Scene, Selector, selectors
from osint_kit.knowledge.carriers import carriers
from osint_kit.knowledge.text import look_alikes

_SHAPE = re.compile(r"(\S{2})[ -]{0,3}([0-9]{1,4})")
_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_GLUED_BEFORE = re.compile(r"[A-Za-zА-Яа-я0-9_][-/]?$|[@#/_.№+]$")
_GLUED_AFTER = re.compile(r"[-/.]?[0-9]| [0-9]+(?![0-9:. ]|$)| [0-9]{3}|[-/_][A-Za-z]|[A-Za-zА-Яа-я_]")
_NEAR, _FAR = 28, 120
_CUED, _BARE = 66, 56
_COMMON = frozenset(
    ["AT", "TO", "IS", "OK", "US", "SO", "ME", "AM", "BY", "NO", "AI", "UK", "DE", "UZ", "TG", "SM", "IQ"]
)
"""Codes that are words, signs of countries or units as well."""


def check(candidate: Candidate, scene: Scene) -> Iterator[Found]:
    """`FZ714`: announced as a flight, a carrier in talk of flying, or one of the region's with three digits."""
    match = _SHAPE.fullmatch(look_alikes(candidate.text))
    if match is None or _continues(scene, candidate):
        return
    written, number = match.groups()
    known = carriers()
    code = written if written in known.names else known.cyrillic.get(written, written)
    if not code.isascii() or int(number) == 0:
        return
    original = scene.text[candidate.start : candidate.start + 2]
    glued = len(candidate.text) == len(written) + len(number) or "-" in candidate.text
    score, rank = _standing(scene, candidate, code, len(number), glued=glued)
    if score and (original == original.upper() or (glued and rank == _CUED and code in known.names)):
        yield Found(candidate.start, candidate.end, "flight", code + number, score, "flight", rank)


def _standing(scene: Scene, candidate: Candidate, code: str, digits: int, *, glued: bool) -> tuple[float, int]:
    """Score and rank by what is said about the code; a score of 0 where nothing speaks for a flight."""
    before, after = scene.before(candidate.start, _FAR), scene.after(candidate.end, _FAR)
    known = carriers()
    near = _words(before[-_NEAR:]) | _words(after[:_NEAR])
    if not known.strong.isdisjoint(near) or any(sign in before[-4:] + after[:4] for sign in known.signs):
        return 0.95, _CUED
    if code not in known.names:
        return 0.0, 0
    every = _words(before) | _words(after)
    flying = not every.isdisjoint(known.strong | known.weak) or any(sign in before + after for sign in known.signs)
    if flying and (glued or (code not in _COMMON and digits > 1)):
        return 0.85, _BARE
    alone = known.other.isdisjoint(_words(before[-40:])) and candidate.text.isascii()
    three = digits > 2  # noqa: PLR2004 - fewer are paper sizes, models, roads
    return (0.6, _BARE) if alone and three and code in known.core and code not in _COMMON else (0.0, 0)


def _continues(scene: Scene, candidate: Candidate) -> bool:
    """Whether letters or digits before or after make it a part of something longer."""
    before = scene.text[max(0, candidate.start - 2) : candidate.start]
    after = scene.text[candidate.end : candidate.end + 4]
    return bool(_GLUED_BEFORE.search(before) or _GLUED_AFTER.match(after))


def _words(text: str) -> set[str]:
    words = [word.replace("-", " ") for word in _WORD.findall(text)]
    return {*words, *(f"{first} {second}" for first, second in pairwise(words))}


selectors.add(
    __name__,
    Selector(
        {"flight": r"(?:\pL{2}|\pL[0-9]|[0-9]\pL) ?-? ?[0-9]{1,4}"},
        check,
        whole_words=False,
        prepare=look_alikes,
    ),
)
