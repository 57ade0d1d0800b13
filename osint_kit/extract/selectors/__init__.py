"""Selectors and names found in any text. One file per kind.

In:  Scene (folded text and what is known of it)
Out: Found

A member is data: RE2 patterns and terms over folded text, and `check`, which turns a candidate into what it says or
rejects it. What is found under an empty kind says "this is something else" and keeps other kinds away from the stretch.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from osint_kit.knowledge.regions import Profile
from osint_kit.registry import Registry


@dataclass(frozen=True, slots=True)
class Scene:
    """One folded text, with what is known of it.

    Attributes:
        lower: the text in lower case, character for character.
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
    lower: str = ""

    def before(self, start: int, width: int = 30) -> str:
        """Lower-case text just before a place, on the same line."""
        return self.lower[max(0, start - width) : start].rpartition("\n")[2]

    def after(self, end: int, width: int = 30) -> str:
        """Lower-case text just after a place, on the same line."""
        return self.lower[end : end + width].partition("\n")[0]

    def rest(self, end: int) -> str:
        """Letters that follow without a break, lower case: what an inflection or a glued ending adds to a term."""
        stop = end
        while stop < len(self.text) and self.text[stop].isalpha():
            stop += 1
        return self.lower[end:stop]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A match of one pattern, or of one term (rule `term`), whose value then comes along."""

    start: int
    end: int
    text: str
    rule: str
    value: str = ""


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

Confirm: TypeAlias = Callable[[Sequence[Found], Scene], Iterable[Found]]
"""Takes everything that was kept in a text, in order; returns those of its own kinds that stand."""


@dataclass(frozen=True, slots=True)
class Selector:
    """One kind: rule name → RE2 pattern, and the check of its candidates.

    Attributes:
        whole_words: refuse candidates of patterns that begin or end in a word.
        per_profile: makes further patterns for a profile.
        prepare: text → text of the same length, letter by letter, on which the patterns of this member run.
        terms: makes words and phrases to be found as they are, without regard to case: term → value. They begin where
            a word begins; where they may end is for the check to say (`Scene.rest`). Folded like the text.
        confirm: a second look, when everything else in the text is known.
        kinds: kinds that the member finds; its own name where empty.
        alone: the check looks at nothing but the candidate and the profiles, so that its answer is remembered by the
            string; the scene that it then sees is the candidate's own text.
    """

    patterns: Mapping[str, str]
    check: Check
    whole_words: bool = True
    per_profile: Callable[[Profile], Mapping[str, str]] | None = None
    prepare: Callable[[str], str] | None = None
    terms: Callable[[tuple[Profile, ...]], Mapping[str, str]] | None = None
    confirm: Confirm | None = None
    kinds: tuple[str, ...] = ()
    alone: bool = False


selectors = Registry[Selector](__name__)

__all__ = ["Candidate", "Check", "Confirm", "Found", "Scene", "Selector", "selectors"]
