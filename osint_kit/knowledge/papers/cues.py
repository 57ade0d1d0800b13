"""Cue words before a number: what group of words stands how far before it."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib import resources

from osint_kit.knowledge.text import fold

_ENDING = r"[^\W\d_]{0,7}"
_GLUED = "(?:وال|بال|لل|ال|و|ب|ل)?"
"""The Arabic article, and conjunctions and prepositions that are written with the word."""

_GAP = r"[^\n.!?;\d]"
"""What may stand between a cue and its number; a full stop after up to three letters does not part them (`No.`)."""


@cache
def _groups() -> dict[str, tuple[str, ...]]:
    text = resources.files("osint_kit.knowledge.papers").joinpath("cues.toml").read_text("utf-8")
    groups: dict[str, list[str]] = tomllib.loads(text)["groups"]
    return {name: tuple(dict.fromkeys(fold(word).text.lower() for word in listed)) for name, listed in groups.items()}


def words(name: str) -> tuple[str, ...]:
    """All words of a group; the word itself where there is no such group.

    >>> "шиноснома" in words("passport")
    True
    >>> words("zarvand pass")
    ('zarvand pass',)
    """
    return _groups().get(name) or (fold(name).text.lower(),)


def announced(before: str, names: tuple[str, ...], gap: int = 28) -> str:
    """What stands between the last cue of these groups and the end of a lower-case text, with the cue; else empty.

    >>> announced("мой паспорт номер ", ("passport",))
    'паспорт номер '
    >>> announced("паспорт есть. ", ("passport",))
    ''
    """
    match = _pattern(names, gap).match(before)
    return match.group(1) if match else ""


def distance(before: str, names: tuple[str, ...], gap: int = 28) -> int:
    """How far the end of the last cue of these groups is from the end of a text; -1 if there is none.

    >>> distance("мой паспорт номер ", ("passport",)), distance("мой дом", ("passport",))
    (7, -1)
    """
    match = _pattern(names, gap).match(before)
    return match.end() - match.end(2) if match else -1


@lru_cache(maxsize=256)
def _pattern(names: tuple[str, ...], gap: int) -> re.Pattern[str]:
    listed = sorted({word for name in names for word in words(name)}, key=len, reverse=True)
    any_word = "|".join(re.escape(word) for word in listed)
    part = rf"(?:{_GAP}|(?<![^\W\d_]{{4}})\.)"
    return re.compile(rf"(?s:.*)(?<![^\W\d_]){_GLUED}(({any_word}){_ENDING}{part}{{0,{gap}}})$")
