"""Words around names: honorifics, common words that are also names, and what is never a name."""

from __future__ import annotations

import tomllib
from functools import cache, lru_cache
from importlib.resources import files

from osint_kit.knowledge.names.romanise import key


@lru_cache(maxsize=65536)
def is_word(word: str, group: str) -> bool:
    """Whether a word belongs to a group of `words.toml`, in any spelling.

    >>> is_word("устод", "honorific"), is_word("Ustod", "honorific"), is_word("Карим", "honorific")
    (True, True, False)
    """
    return key(word) in _groups()[group]


@cache
def _groups() -> dict[str, frozenset[str]]:
    text = files("osint_kit.knowledge.names").joinpath("words.toml").read_text("utf-8")
    return {group: frozenset(key(word) for word in words.split()) for group, words in tomllib.loads(text).items()}
