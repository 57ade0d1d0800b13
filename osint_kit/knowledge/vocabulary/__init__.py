"""Words in which journeys across borders are offered, asked for and paid, in Tajik, Russian, English and Dari.

A word here is a reason to look at a text, never a sign that its author did anything wrong: travel agencies, families
and football fans use the same words.

>>> [term.text for term in load() if term.concept == "guarantee" and term.language == "en"]
['guarantee']
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any

LANGUAGES = ("tg", "ru", "en", "fa")
_WORD = re.compile(r"\w+")


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


def concepts(text: str) -> dict[str, int]:
    """The concepts that a text speaks of, each with its weight.

    >>> concepts("Guaranteed, by lorry"), concepts("گروه روان شد")
    ({'guarantee': 3, 'carrier': 2}, {'departure': 2})
    """
    known, lengths = _begun()
    return {known[begun].concept: known[begun].weight for begun in _beginnings(text, known, lengths)}


def _beginnings(text: str, known: Mapping[str, object], lengths: tuple[int, ...]) -> Iterator[str]:
    """The longest of the known that begins each word of the text, in the order of the text."""
    lower = text.casefold()
    for word in _WORD.finditer(lower):
        start = word.start()
        begun = next((cut for length in lengths if (cut := lower[start : start + length]) in known), "")
        if begun:
            yield begun


def _lengths(known: Iterable[str]) -> tuple[int, ...]:
    return tuple(sorted({len(text) for text in known}, reverse=True))


@cache
def _begun() -> tuple[dict[str, Term], tuple[int, ...]]:
    known = {term.text.casefold(): term for term in load()}
    return known, _lengths(known)


@cache
def everyday() -> tuple[tuple[str, str], ...]:
    """Beginnings of words that speak of everyday life, each with what it speaks of; nobody searches for them."""
    told = _told()["everyday"]
    return tuple((text, each["id"]) for each in told for language in LANGUAGES for text in each.get(language, ()))


def topics(text: str) -> tuple[str, ...]:
    """What of everyday life a text speaks of.

    >>> topics("Football boots for sale")
    ('sale', 'sport')
    """
    known, lengths = _of_topics()
    return tuple(sorted({known[begun] for begun in _beginnings(text, known, lengths)}))


@cache
def _of_topics() -> tuple[dict[str, str], tuple[int, ...]]:
    known = {text.casefold(): topic for text, topic in everyday()}
    return known, _lengths(known)


@cache
def _told() -> dict[str, Any]:
    return tomllib.loads(resources.files(__name__).joinpath("journeys.toml").read_text("utf-8"))
