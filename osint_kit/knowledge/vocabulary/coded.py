"""Coded words of irregular journeys in ten languages, and what speaks for and against such a reading.

A reading is a lead, never evidence: guides, shops and football fans use the same words.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from osint_kit.knowledge.text import fold, script

STRENGTHS = ("telling", "leaning", "plain")
"""How much a word tells by itself, most first."""

_ARTICLES = ("", "ال", "بال", "وال", "عال", "لل", "و")
"""What Arabic glues before a word."""


@cache
def terms() -> Mapping[str, tuple[str, str]]:
    """Every coded word and phrase → its concept and strength; Arabic-script words with what is glued before them."""
    found: dict[str, tuple[str, str]] = {}
    for row in _loaded()["term"]:
        for strength in STRENGTHS:
            for word in row.get(strength, ()):
                for written in _prefixed(word):
                    found.setdefault(written, (row["concept"], strength))
    return found


def ends_well(word: str, rest: str) -> bool:
    """Whether the letters that follow a word are an ending of it, not the rest of another word.

    >>> ends_well("гарант", "ией"), ends_well("game", "r"), ends_well("گیم", "ها")
    (True, False, True)
    """
    return rest in _endings().get(script(word), frozenset({""}))


@cache
def signals() -> re.Pattern[str]:
    """What in folded lower-case text speaks of borders, papers and the business of journeys."""
    return _beginning(_loaded()["signals"]["words"])


@cache
def innocent() -> re.Pattern[str]:
    """What in folded lower-case text speaks of shops, sport, school, health and the like."""
    return _beginning(_loaded()["innocent"]["words"])


@cache
def official() -> re.Pattern[str]:
    """What in folded lower-case text speaks of officials, news and courts."""
    return _beginning(_loaded()["official"]["words"])


def _prefixed(word: str) -> tuple[str, ...]:
    glued = script(word) == "Arabic" and not word.startswith("ال")
    return tuple(prefix + word for prefix in _ARTICLES) if glued else (word,)


@cache
def _endings() -> Mapping[str, frozenset[str]]:
    rows = _loaded()["endings"]
    return {name.capitalize(): frozenset(fold(each).text for each in endings) for name, endings in rows.items()}


def _beginning(words: list[str]) -> re.Pattern[str]:
    ordered = sorted({fold(word).text.lower() for word in words}, key=lambda word: (-len(word), word))
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(re.escape(word) for word in ordered)})")


@cache
def _loaded() -> Mapping[str, Any]:  # rows of a table of our own, checked by the tests
    return tomllib.loads(files("osint_kit.knowledge.vocabulary").joinpath("coded.toml").read_text("utf-8"))
