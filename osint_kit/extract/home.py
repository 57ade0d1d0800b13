"""Where a text speaks from: the countries whose national numbers, plates and documents it most likely uses."""

from __future__ import annotations

from functools import lru_cache

import daachorse

from osint_kit.knowledge.regions import Profile
from osint_kit.knowledge.text import fold


def home(text: str, language: str, profiles: tuple[Profile, ...], region: str | None = None) -> tuple[Profile, ...]:
    """Profiles in order of likelihood: the region given; calling codes in the text; places in it; its language.

    Countries of one language are ordered by its place among their languages, then as `profiles` has them; where
    fictional states are named first, as a case does, they come first.

    Args:
        text: folded text.
        region: code of the profile, if it is known; then it is the only one.
    """
    if region:
        return tuple(each for each in profiles if each.code == region)
    numbered = [each for each in profiles if f"+{each.calling_code}" in text]
    placed = _placed(text, profiles)
    own = bool(profiles) and profiles[0].fictional
    spoken = sorted(
        (each for each in profiles if language in each.languages),
        key=lambda each: (own and not each.fictional, each.languages.index(language)),
    )
    return tuple(dict.fromkeys([*numbered, *placed, *spoken]))


def _placed(text: str, profiles: tuple[Profile, ...]) -> list[Profile]:
    """Profiles with a place in the text, the one with most of them first."""
    automaton, owners = _places(profiles)
    counted: dict[int, int] = {}
    for start, end, number in automaton.find(text) if automaton else ():
        after = text[end : end + 1]
        if (start == 0 or not text[start - 1].isalpha()) and not (after.isalpha() and after.isupper()):
            counted[owners[number]] = counted.get(owners[number], 0) + 1
    return [profiles[number] for number in sorted(counted, key=lambda number: (-counted[number], number))]


@lru_cache(maxsize=16)
def _places(
    profiles: tuple[Profile, ...],
) -> tuple[daachorse.CharwiseDoubleArrayAhoCorasick | None, tuple[int, ...]]:
    named: dict[str, int] = {}
    for number, profile in enumerate(profiles):
        for place in profile.places:
            named.setdefault(fold(place).text, number)
    if not named:
        return None, ()
    longest = daachorse.MATCH_KIND_LEFTMOST_LONGEST
    return daachorse.CharwiseDoubleArrayAhoCorasick(list(named), longest), tuple(named.values())
