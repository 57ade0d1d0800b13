"""Selectors and names found in any text. One file per kind.

In:  Scene (folded text and what is known of it)
Out: Found

A member is data: RE2 patterns over folded text, and `check`, which turns a candidate into what it says or rejects it.
What is found under an empty kind says "this is something else" and keeps other kinds away from the stretch.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from osint_kit.knowledge.regions import Profile
from osint_kit.registry import Registry


@dataclass(frozen=True, slots=True)
class Scene:
    """One folded text, with what is known of it.

    Attributes:
        home: profiles of the country that the text most likely speaks from, likeliest first; may be empty.
        places: romanised place names, which no person name may be.
        year: year of publication, 0 if not known.
    """

    text: str
    language: str
    profiles: tuple[Profile, ...]
    home: tuple[Profile, ...] = ()
    places: frozenset[str] = frozenset()
    year: int = 0

    def before(self, start: int, width: int = 30) -> str:
        """Lower-case text just before a place, on the same line."""
        return self.text[max(0, start - width) : start].rpartition("\n")[2].lower()


@dataclass(frozen=True, slots=True)
class Candidate:
    """A match of one pattern."""

    start: int
    end: int
    text: str
    rule: str


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch of folded text, its kind and normal form; higher ranks win overlaps, then longer stretches."""

    start: int
    end: int
    kind: str
    value: str
    score: float
    rule: str
    rank: int = 0


Check: TypeAlias = Callable[[Candidate, Scene], Iterator[Found]]


@dataclass(frozen=True, slots=True)
class Selector:
    """One kind: rule name → RE2 pattern, and the check of its candidates.

    `per_profile` makes further patterns for a profile; `whole_words` refuses candidates that begin or end in a word.
    """

    patterns: Mapping[str, str]
    check: Check
    whole_words: bool = True
    per_profile: Callable[[Profile], Mapping[str, str]] | None = None
    prepare: Callable[[str], str] | None = None


selectors = Registry[Selector](__name__)

__all__ = ["Candidate", "Check", "Found", "Scene", "Selector", "selectors"]
