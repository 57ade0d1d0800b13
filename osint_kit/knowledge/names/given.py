"""Given names: a table of our own, and the cases in which Russian and Tajik text shows them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files

from osint_kit.knowledge.names.romanise import key, romanise

_ENDINGS = ("ro", "om", "em", "oy", "ey", "ym", "a", "u", "e", "y", "i", "'s", "am")
_COMPOUND = (
    "ullo",
    "ulloh",
    "ullah",
    "iddin",
    "uddin",
    "murod",
    "murad",
    "sho",
    "shoh",
    "jon",
    "bek",
    "mahmad",
    "khon",
    "nazar",
    "niso",
    "oy",
    "gul",
    "mohi",
    "mirzo",
)
_SHORT = 3


@cache
def given_names() -> frozenset[str]:
    """Keys of all given names in the table."""
    return frozenset(key(word) for words in _sections().values() for word in words)


@lru_cache(maxsize=65536)
def is_english(word: str) -> bool:
    """Whether the word is in the English part of the table alone: in Cyrillic it is more often a common word.

    >>> is_english("Мартин"), is_english("Рустам")
    (True, False)
    """
    here = set(stems(word))
    return bool(here & _keys(english=True)) and not here & _keys(english=False)


@cache
def _keys(*, english: bool) -> frozenset[str]:
    return frozenset(
        key(word) for name, words in _sections().items() for word in words if (name == "English") == english
    )


@cache
def _sections() -> dict[str, list[str]]:
    """The table's words under the headings of its comment lines."""
    text = files("osint_kit.knowledge.names").joinpath("given.txt").read_text("utf-8")
    found: dict[str, list[str]] = {}
    heading = ""
    for line in text.splitlines():
        if line.startswith("#"):
            heading = line.strip("# ")
        else:
            found.setdefault(heading, []).extend(line.split())
    return found


@lru_cache(maxsize=65536)
def is_given(word: str) -> bool:
    """Whether the word, in any case, is a given name or a compound of one.

    >>> is_given("Рустама"), is_given("Firuz"), is_given("Саидмурод"), is_given("Столица")
    (True, True, True, False)
    """
    return any(stem in given_names() for stem in stems(word)) or _compound(romanise(word))


@lru_cache(maxsize=65536)
def stems(word: str) -> tuple[str, ...]:
    """Keys of the word and of what it may be a case of, itself first.

    >>> stems("Рустамом")
    ('rustamam', 'rustam', 'rustama')
    """
    return tuple(dict.fromkeys(_stems(romanise(word))))


def _stems(plain: str) -> Iterator[str]:
    yield key(plain)
    for ending in _ENDINGS:
        stem = plain.removesuffix(ending)
        if stem != plain and len(stem) >= _SHORT:
            yield key(stem)
            yield key(stem + "a")


def _compound(plain: str) -> bool:
    return any(
        plain.endswith(end) and len(plain) - len(end) >= _SHORT and key(plain.removesuffix(end)) in given_names()
        for end in _COMPOUND
    )


def is_place(word: str, places: frozenset[str]) -> bool:
    """Whether a word, in any case, is among romanised place names; spellings must be exact, for towns become surnames.

    >>> is_place("Навзамина", frozenset({"navzamin"}))
    True
    """
    plain = romanise(word).replace("'", "")
    return plain in places or any(
        plain.endswith(ending) and len(plain) - len(ending) >= _SHORT and _bare(plain, ending, places)
        for ending in _ENDINGS
    )


def _bare(plain: str, ending: str, places: frozenset[str]) -> bool:
    stem = plain.removesuffix(ending)
    return stem in places or stem + "a" in places
