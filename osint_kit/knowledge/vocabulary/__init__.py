"""Words in which journeys across borders are offered, asked for and paid: search terms in Tajik, Russian and English.

A word here is a reason to look at a text, never a sign that its author did anything wrong: travel agencies, families
and football fans use the same words.

>>> [term.text for term in load() if term.concept == "guarantee" and term.language == "en"]
['guarantee']
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

LANGUAGES = ("tg", "ru", "en")


@dataclass(frozen=True, slots=True)
class Term:
    """One search term: the beginning of a word, or of several words in a row.

    Attributes:
        concept: what it stands for; the same in every language.
        weight: how much it tells: 3 a word of the coded offer, 2 a word of the trade, 1 an everyday word.
        status, source: who wrote and who checked it.
    """

    text: str
    language: str
    concept: str
    weight: int
    gloss: str
    source: str
    status: str


@cache
def load() -> tuple[Term, ...]:
    """Every search term, in the order of the file."""
    told = _told()
    return tuple(
        Term(text, language, each["id"], each["weight"], each["gloss"], told["source"], told["status"])
        for each in told["concept"]
        for language in LANGUAGES
        for text in each.get(language, ())
    )


@cache
def everyday() -> tuple[tuple[str, str], ...]:
    """Beginnings of words that speak of everyday life, each with what it speaks of; nobody searches for them."""
    told = _told()["everyday"]
    return tuple((text, each["id"]) for each in told for language in LANGUAGES for text in each.get(language, ()))


@cache
def _told() -> dict[str, Any]:
    return tomllib.loads(resources.files(__name__).joinpath("journeys.toml").read_text("utf-8"))
