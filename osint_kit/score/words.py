"""Words by which a sheet is understood, in the languages of the exercise; the words are data."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*[?]?")


def says(text: str, list_name: str) -> bool:
    """Whether a word of the text begins like one of a list.

    >>> says("We ask for bank records.", "assistance"), says("We ask you to help.", "assistance")
    (True, False)
    """
    return any(word.startswith(_beginnings(list_name)) for word in words(text))


def open_question(text: str) -> bool:
    """Whether a question leaves the answer to the person: neither closed, nor leading, nor pressing.

    >>> open_question("How did you travel?"), open_question("Did he pay?"), open_question("Who paid him, admit it?")
    (True, False, False)
    """
    first = words(text)[:1]
    return bool(first) and first[0].rstrip("?") not in _beginnings("closed") and not says(text, "pressing")


def words(text: str, *, fold: bool = True) -> list[str]:
    """The words of a text, in lower case if folded; a question mark stays with the word before it."""
    plain = text.replace("؟", "?").replace("’", "'")
    return _WORD.findall(plain.casefold() if fold else plain)


@cache
def _beginnings(list_name: str) -> tuple[str, ...]:
    told = tomllib.loads(resources.files(__package__).joinpath("words.toml").read_text("utf-8"))
    return tuple(told[list_name])
