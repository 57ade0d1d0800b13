"""Words by which a question or a status is understood, in English, Russian and Tajik: data, unreviewed."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources

from osint_kit.knowledge.doctrine.words import phrase

_LISTS = frozenset(
    {
        "closed",
        "closed_starts",
        "coercive",
        "invitations",
        "invitations_last",
        "leading",
        "multiple",
        "open",
        "promise",
        "self-incriminating",
        "statement_starts",
        "witness",
    }
)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language: name of a list → pattern for any of them."""

    language: str
    patterns: Mapping[str, re.Pattern[str]]
    joining: tuple[str, ...]


def said(text: str, name: str) -> bool:
    """Whether a text holds a phrase of a list, in any language.

    >>> said("Heard as a witness.", "witness"), said("He is the suspect.", "witness")
    (True, False)
    """
    return any(each.patterns[name].search(text) for each in words())


def starts(text: str, name: str) -> bool:
    """Whether a text begins with a phrase of a list, after polite words and signs.

    >>> starts("Please, tell me more.", "invitations"), starts("Did he tell you?", "invitations")
    (True, False)
    """
    return any(
        re.match(rf"\W*(?:{each.patterns['polite'].pattern}\W*)*{each.patterns[name].pattern}", text, re.IGNORECASE)
        for each in words()
    )


@cache
def words() -> tuple[Words, ...]:
    """The lists of every language, by the name of the file."""
    files = sorted(each.name for each in resources.files(__name__).iterdir() if each.name.endswith(".toml"))
    return tuple(_words(tomllib.loads(resources.files(__name__).joinpath(name).read_text("utf-8"))) for name in files)


def _words(told: Mapping[str, list[str]]) -> Words:
    patterns = {name: _pattern(told.get(name, [])) for name in sorted(_LISTS | {"polite"})}
    return Words(str(told["language"]), patterns, tuple(told["joining"]))


def _pattern(phrases: list[str]) -> re.Pattern[str]:
    """Any of the phrases as whole words; a pattern that matches nothing if there is none."""
    longest = sorted(phrases, key=lambda each: (-len(each), each))
    joined = "|".join(phrase(each) for each in longest)
    return re.compile(rf"(?:(?<!\w)(?:{joined})(?!\w))" if joined else r"(?!)", re.IGNORECASE)
