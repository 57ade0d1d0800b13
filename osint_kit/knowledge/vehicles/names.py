"""The names of vehicles, folded as text is, and what may be put to their ends."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

from osint_kit.knowledge.text import fold
from osint_kit.knowledge.vehicles.variants import sorani, variants

_STEM = 4
_SAFE = 5
"""Letters of a spelling made by rule from which it may stand alone."""
_VOWELS = "аяьй"
_MARKS = {"?": "w", "+": "-"}


@dataclass(frozen=True, slots=True)
class Name:
    """One written name of a make or a model.

    Attributes:
        model: empty where the name is that of the make.
        use: `s` alone it is a vehicle, `w` beside a word for vehicles, `-` only a make and a model together.
        stem: whether the last letter was left off, for it changes with the case.
    """

    make: str
    model: str
    use: str
    stem: bool = False


@cache
def names() -> Mapping[str, tuple[Name, ...]]:
    """Folded lower-case spelling → what it names; inflected names by their stems."""
    text = resources.files("osint_kit.knowledge.vehicles").joinpath("vehicles.tsv").read_text("utf-8")
    found: dict[str, dict[Name, None]] = {}
    for line in text.splitlines():
        if line and not line.startswith("#"):
            make, model, use, listed = line.split("\t")
            for spelling in listed.split("|"):
                folded = fold(spelling.rstrip("?+")).text.lower()
                stem = _stem(folded)
                own = _MARKS.get(spelling[-1], use)
                found.setdefault(stem, {})[Name(make, model, own, stem != folded)] = None
    return {spelling: tuple(each) for spelling, each in _widened(found).items()}


def _widened(found: dict[str, dict[Name, None]]) -> dict[str, dict[Name, None]]:
    """With the spellings that follow by rule; a listed one keeps its own use, a short one is weak."""
    wide = dict(found)
    for spelling, each in found.items():
        for name in each:
            latin = sorani(spelling) if spelling == (name.model or name.make).lower() else ()
            for made in (*variants(spelling), *latin):
                term = fold(made).text
                if term not in found:
                    use = "w" if name.use == "s" and len(term) < _SAFE else name.use
                    wide.setdefault(term, {})[Name(name.make, name.model, use)] = None
    return wide


@cache
def models() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Make → folded spelling of a model and its name, longest first."""
    found: dict[str, dict[str, str]] = {}
    for spelling, each in names().items():
        for name in each:
            if name.model:
                found.setdefault(name.make, {})[spelling] = name.model
    return {make: tuple(sorted(each.items(), key=lambda pair: -len(pair[0]))) for make, each in found.items()}


def _stem(folded: str) -> str:
    """A Cyrillic name without the vowel that changes with the case."""
    inflected = len(folded) > _STEM and folded[-1] in _VOWELS and folded[-2].isalpha()
    return folded[:-1] if inflected else folded


@cache
def alone_in(language: str) -> frozenset[str]:
    """Folded names that mean other things elsewhere but stand for a vehicle alone in a language."""
    return frozenset(fold(each).text.lower() for each in _table()["alone_in"].get(language, ()))


@cache
def not_quoted_after() -> frozenset[str]:
    """Words just before a quoted name that make it the name of a firm, an inn, a book."""
    return frozenset(_table()["not_quoted_after"]["words"])


@cache
def _endings() -> tuple[frozenset[str], frozenset[str]]:
    inside, outside = ({fold(each).text for each in _table()[name]} for name in ("inside", "outside"))
    return frozenset(inside), frozenset(outside)


@cache
def _table() -> Any:
    return tomllib.loads(resources.files("osint_kit.knowledge.vehicles").joinpath("endings.toml").read_text("utf-8"))


def ending(rest: str, language: str, *, stem: bool) -> int:
    """How many of the letters after a name belong to it; -1 if the word is another.

    Args:
        rest: letters that follow without a break, lower case.
        stem: whether the name lacks its last vowel, so that what stands there is part of it.

    >>> ending("ю", "ru", stem=True), ending("ga", "uz", stem=False), ending("зия", "ru", stem=False)
    (1, 0, -1)
    """
    if not rest:
        return 0
    inside, outside = _endings()
    if stem and rest[0] in _VOWELS + "юуы" and (rest[1:] in outside and len(rest) > 1):
        return len(rest) if rest in inside and language in ("ru", "tg") else 1
    if rest in outside and (language == "uz" or (rest not in inside and rest != "ка")):
        return 0
    return len(rest) if rest in inside else -1


def uncased(text: str) -> bool:
    """Whether a text has no letters with a case, as in Arabic script."""
    return text.lower() == text.upper()
