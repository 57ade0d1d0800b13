"""Words beside the name of a place, as patterns and sets."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

from osint_kit.knowledge.text import fold


def cue(*path: str) -> tuple[str, ...]:
    """Folded words of one table of `cues.toml`, longest first, so that an alternation takes the longest.

    >>> "вилояти" in cue("before", "cyrillic")
    True
    """
    words = _table()
    for key in path:
        words = words[key]
    return tuple(sorted(dict.fromkeys(fold(words).text.split()), key=lambda word: (-len(word), word)))


@cache
def _table() -> Any:
    return tomllib.loads(files("osint_kit.knowledge.places").joinpath("cues.toml").read_text("utf-8"))
