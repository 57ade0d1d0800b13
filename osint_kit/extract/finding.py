"""Engine of the selectors: folds a text once, gates patterns, checks candidates, settles overlaps, maps spans back."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

import daachorse
import re2

from osint_kit.extract.home import home
from osint_kit.extract.selectors import Candidate, Found, Scene, Selector, selectors
from osint_kit.knowledge.names import romanise, tokens
from osint_kit.knowledge.regions import REAL, Profile
from osint_kit.knowledge.text import fold, fold_pattern, guess

_MAX = 200_000
"""Longest stretch searched at once, in code points; longer texts are cut at line ends."""

_SHORT = 4_000

_OPTIONS = re2.Options()
_OPTIONS.max_mem = 1 << 28
"""The gate holds all patterns at once."""


@dataclass(frozen=True, slots=True)
class Mention:
    """What was found, in code points of the original text."""

    start: int
    end: int
    kind: str
    text: str
    value: str
    language: str
    score: float
    rule: str


@dataclass(frozen=True, slots=True)
class Finder:
    """Patterns compiled for one set of profiles: a gate over all of them, then one by one."""

    profiles: tuple[Profile, ...]
    gate: object
    rules: tuple[tuple[Selector, str, object], ...]
    places: frozenset[str]
    terms: tuple[tuple[Selector, str], ...]
    automaton: object


def find(
    text: str,
    *,
    language: str | None = None,
    region: str | None = None,
    profiles: tuple[Profile, ...] = REAL,
    year: int = 0,
) -> tuple[Mention, ...]:
    """Find every mention in a text, in order, without overlaps.

    Args:
        language: ISO 639-1; guessed when not given.
        region: code of the profile whose national numbers the text uses; guessed when not given.
        year: year of days that are written without one; 0 leaves such days out.
    """
    search = _remembered if len(text) <= _SHORT else _find
    return search(text, language, region, profiles, year)


def _find(
    text: str, language: str | None, region: str | None, profiles: tuple[Profile, ...], year: int
) -> tuple[Mention, ...]:
    finder = compiled(tuple(profiles))
    folded = fold(text)
    spoken = language or guess(text)
    at_home = home(folded.text, spoken, profiles, region)
    lower = lowered(folded.text)
    scene = Scene(folded.text, spoken, finder.profiles, at_home, finder.places, year, lower)
    kept = settle(found for start, end in _stretches(folded.text) for found in _candidates(finder, scene, start, end))
    kept = _confirmed(kept, scene)
    mentions = []
    for each in kept:
        start, end = folded.span(each.start, each.end)
        mentions.append(Mention(start, end, each.kind, text[start:end], each.value, spoken, each.score, each.rule))
    return tuple(mentions)


_remembered = lru_cache(maxsize=8192)(_find)
"""Sites show one item on several pages."""


@lru_cache(maxsize=16)
def compiled(profiles: tuple[Profile, ...]) -> Finder:
    """Compile all patterns for these profiles; fictional states come first, for they are the narrower plan."""
    ordered = tuple(sorted(profiles, key=lambda each: not each.fictional))
    rules: list[tuple[Selector, str, object]] = []
    gate = re2.Set.SearchSet(_OPTIONS)
    for selector in selectors.values():
        patterns = dict(selector.patterns)
        for profile in ordered if selector.per_profile else ():
            assert selector.per_profile is not None
            patterns |= selector.per_profile(profile)
        for rule, pattern in patterns.items():
            written = fold_pattern(pattern)
            rules.append((selector, rule, re2.compile(written)))
            gate.Add(written)
    gate.Compile()
    terms = [
        (selector, lowered(fold(term).text), value)
        for selector in selectors.values()
        if selector.terms is not None
        for term, value in selector.terms(ordered).items()
    ]
    automaton = daachorse.CharwiseDoubleArrayAhoCorasick([term for _, term, _ in terms]) if terms else None
    places = frozenset(
        romanise(word).replace("'", "") for profile in ordered for place in profile.places for word in tokens(place)
    )
    valued = tuple((selector, value) for selector, _, value in terms)
    return Finder(ordered, gate, tuple(rules), places, valued, automaton)


def lowered(text: str) -> str:
    """Lower case, character for character: what would change the length stays as it is."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join(e.lower() if len(e.lower()) == 1 else e for e in text)


def _confirmed(kept: tuple[Found, ...], scene: Scene) -> tuple[Found, ...]:
    """What stands when each member with a second look has had it."""
    for name, selector in selectors.items():
        if selector.confirm is not None:
            standing = set(selector.confirm(kept, scene))
            kept = tuple(each for each in kept if each.kind not in (selector.kinds or (name,)) or each in standing)
    return kept


def settle(found: Iterable[Found]) -> tuple[Found, ...]:
    """Keep what outranks its overlaps: by rank, then length, then place; drop what only keeps others away."""
    kept: list[Found] = []
    for each in sorted(found, key=lambda one: (-one.rank, one.start - one.end, one.start, one.rule)):
        place = bisect_left(kept, each.end, key=lambda one: one.start)
        if place == 0 or kept[place - 1].end <= each.start:
            kept.insert(bisect_left(kept, each.start, key=lambda one: one.start), each)
    return tuple(each for each in kept if each.kind)


def _candidates(finder: Finder, scene: Scene, start: int, end: int) -> Iterator[Found]:
    stretch = scene.text[start:end]
    prepared: dict[object, str] = {None: stretch}
    opened = set(finder.gate.Match(stretch) or ())  # type: ignore[attr-defined]  # re2 ships no types
    for number, (selector, rule, pattern) in enumerate(finder.rules):
        if selector.prepare is None and number not in opened:
            continue
        if selector.prepare not in prepared:
            assert selector.prepare is not None
            prepared[selector.prepare] = selector.prepare(stretch)
        for match in pattern.finditer(prepared[selector.prepare]):  # type: ignore[attr-defined]  # re2 ships no types
            first, last = start + match.start(), start + match.end()
            if not selector.whole_words or _whole(scene.text, first, last):
                yield from selector.check(Candidate(first, last, scene.text[first:last], rule), scene)
    if finder.automaton is None:
        return
    lower = scene.lower[start:end]
    for opens, ends, number in finder.automaton.find_overlapping(lower):  # type: ignore[attr-defined]  # no types
        first, last = start + opens, start + ends
        if first == 0 or not (scene.text[first - 1].isalpha() and scene.text[first].isalpha()):
            selector, value = finder.terms[number]
            yield from selector.check(Candidate(first, last, scene.text[first:last], "term", value), scene)


def _whole(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    return not (before.isalnum() and text[start].isalnum()) and not (after.isalnum() and text[end - 1].isalnum())


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    while len(text) - start > _MAX:
        cut = text.rfind("\n", start, start + _MAX) + 1
        end = cut if cut > start else start + _MAX
        yield start, end
        start = end
    yield start, len(text)
