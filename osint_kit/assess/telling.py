"""Words that bear on an element of law; data in `telling.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources

LANGUAGES = ("tg", "ru", "en", "fa")


@dataclass(frozen=True, slots=True)
class Telling:
    """One element, the words that bear on it, and how much they say."""

    element: str
    pattern: re.Pattern[str]
    score: float


@cache
def tellings() -> tuple[Telling, ...]:
    """Every row of the table."""
    told = tomllib.loads(resources.files("osint_kit.assess").joinpath("telling.toml").read_text("utf-8"))
    return tuple(Telling(row["id"], _pattern(row), row["score"]) for row in told["element"])


def told(text: str) -> Iterator[tuple[str, int, int, float]]:
    """Yield element, start, end and score for each element that the words of a text bear on.

    >>> list(told("Seats to the port, no papers asked"))
    [('SOM-2', 19, 28, 0.6)]
    """
    for each in tellings():
        match = each.pattern.search(text)
        if match:
            yield each.element, *match.span(), each.score


def _pattern(row: dict[str, list[str]]) -> re.Pattern[str]:
    words = [re.escape(word) for language in LANGUAGES for word in row[language]]
    return re.compile(rf"(?<!\w)(?:{'|'.join(words)})", re.IGNORECASE)
