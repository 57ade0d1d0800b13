"""Rewriting a name as passports, newspapers and chats do: the schemes of `schemes.toml`."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from osint_kit.knowledge.names.spelling import orthography_of, script_of


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(files("osint_kit.knowledge.names").joinpath("schemes.toml").read_text("utf-8"))


def schemes(name: str, *, strict: bool = True) -> tuple[str, ...]:
    """Schemes of the orthography that a name is written in.

    Args:
        strict: leave out those that lose a sound (a keyboard without the letter for it).

    >>> schemes("Саидов")
    ('russian_icao', 'russian_french_passport', 'russian_press', 'russian_chat')
    """
    text = name.lower()
    here = orthography_of(text) or script_of(text)
    return tuple(key for key, each in _table().items() if each["of"] == here and each.get("strict", True) >= strict)


def transliterate(name: str, scheme: str) -> str:
    """A name rewritten letter by letter, in lower case.

    >>> transliterate("Ҷамшед Ғафуров", "tajik_passport"), transliterate("Ҷамшед", "tajik_french_passport")
    ('jamshed ghafurov', 'djamched')
    """
    pairs, pattern = _reading(scheme)
    return pattern.sub(lambda match: pairs[match.group()], name.lower())


@cache
def _reading(scheme: str) -> tuple[dict[str, str], re.Pattern[str]]:
    pairs = dict(each.split("=") for each in _table()[scheme]["read"].split())
    longest = sorted(pairs, key=len, reverse=True)
    return pairs, re.compile("|".join(re.escape(each) for each in longest))
