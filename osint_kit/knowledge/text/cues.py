"""Words that tell what stands beside them: `cues.toml`, a list for each topic."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from osint_kit.knowledge.text.folding import fold


@cache
def words(topic: str) -> tuple[str, ...]:
    """The words of one topic, folded, lower case, longest first."""
    loaded = tomllib.loads(files("osint_kit.knowledge.text").joinpath("cues.toml").read_text("utf-8"))
    return tuple(sorted({fold(word).text.lower() for word in loaded[topic]}, key=lambda word: (-len(word), word)))


@cache
def announces(topic: str, *, within: int, plus: bool = False) -> re.Pattern[str]:
    """Pattern over the text before a number: a word of the topic, then at most `within` characters without a digit.

    Args:
        plus: a plus sign may not come between either.
    """
    between = r"[^\n\d+.]" if plus else r"[^\n\d]"
    return re.compile(rf"(?<![^\W_])(?:{'|'.join(re.escape(word) for word in words(topic))}){between}{{0,{within}}}$")


@cache
def follows(topic: str, *, within: int) -> re.Pattern[str]:
    """Pattern over the text after a number: at most `within` characters without a digit, then a word of the topic."""
    return re.compile(rf"^[^\n\d]{{0,{within}}}(?<![^\W_])(?:{'|'.join(re.escape(word) for word in words(topic))})")
