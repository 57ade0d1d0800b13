"""Whose a number is, as texts say it: it had another holder, several use it, or whoever speaks gives his own.

In:  a text, the stretch of a number or of a name
Out: what the words around it say
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

import re2

from osint_kit.knowledge.text import fold, fold_pattern

_AROUND = 160
"""Characters before and after a number in which words about its holder count."""
_HEAD = r"(?:^|[.!?\n…:;]\s*|[\n\x1e])\s*"
_END = r"\s*(?:[.,!?;:\n–—-]|$)"
_ANY = r"[^ ,.!?;:()\n\x1e]*"


def doubted(text: str, start: int, end: int) -> str:
    """What is said of the number at a stretch: `changed`, `shared`, or nothing.

    >>> doubted("Номер 55 теперь у меня, прежнего хозяина не знаю", 6, 8)
    'changed'
    >>> doubted("Call 55, it is my brother's number too", 5, 7), doubted("Call 55", 5, 7)
    ('shared', '')
    """
    around = f"{text[max(0, start - _AROUND) : start]}55{text[end : end + _AROUND]}"
    plain = " ".join(fold(around).text.lower().split())
    return next((kind for kind, pattern in _doubts().items() if pattern.search(plain)), "")


def introduces(text: str, start: int, end: int) -> bool:
    """Whether somebody says with the name at a stretch who he is himself.

    >>> introduces("I am Karim Saidov. Call 55", 5, 17), introduces("They hold Karim Saidov", 10, 22)
    (True, False)
    """
    pronouns, names, follows = _selves()
    first = text[start:end].split(maxsplit=1)
    if len(first) > 1 and fold(first[0]).text.lower() in _pronouns():  # taken for a word of the name
        start += len(text[start:end]) - len(first[1])
    before = fold(text[max(0, start - 40) : start]).text.lower()
    after = fold(text[end : end + 20]).text.lower()
    return bool(names.search(before)) or bool(pronouns.search(before) and follows.match(after))


@cache
def _doubts() -> dict[str, Any]:
    table = _table()
    return {kind: re2.compile(_alternatives(table[kind])) for kind in ("changed", "shared")}


@cache
def _pronouns() -> frozenset[str]:
    return frozenset(fold(each).text for each in _table()["self"]["pronouns"])


@cache
def _selves() -> tuple[Any, Any, Any]:
    said = _table()["self"]
    pronouns, names, copulas = (_words(said[name]) for name in ("pronouns", "names", "copulas"))
    return (
        re2.compile(rf"{_HEAD}(?:{pronouns})\s+$"),
        re2.compile(rf"(?:^|[^\pL])(?:{names})\s*:?\s+$"),
        re2.compile(rf"(?:{_END}|\s*(?:{copulas}))"),
    )


def _alternatives(patterns: list[str]) -> str:
    """Every pattern, at the start of a word; an asterisk stands for any ending, a tilde for up to three words."""
    written = (fold_pattern(each).replace("*", _ANY).replace("~", rf"(?:[+]?{_ANY} ){{0,3}}") for each in patterns)
    return rf"(?:^|[^\pL])(?:{'|'.join(f'(?:{each})' for each in written)})"


def _words(listed: list[str]) -> str:
    return "|".join(re2.escape(fold(each).text) for each in listed)


def _table() -> dict[str, Any]:
    return tomllib.loads(files("osint_kit.knowledge.holding").joinpath("holding.toml").read_text("utf-8"))
