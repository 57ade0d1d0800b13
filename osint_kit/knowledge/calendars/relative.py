"""Words for days told from today."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from osint_kit.knowledge.calendars.forms import spelt


@dataclass(frozen=True, slots=True)
class Relative:
    """Words by use.

    Attributes:
        words: key → languages of which the text must be; empty where any will do.
        uses: `before`, `after`, `unit`, `alone`, `adjective_before`, `adjective_after`, `spans`, `weekday`, `part` and
            `never` → keys.
    """

    words: dict[str, frozenset[str]]
    uses: dict[str, frozenset[str]]


@cache
def relative() -> Relative:
    """The words of relative.toml."""
    data = tomllib.loads(files("osint_kit.knowledge.calendars").joinpath("relative.toml").read_text("utf-8"))
    words: dict[str, frozenset[str]] = {key: frozenset() for line in data["words"].values() for key in spelt([line])}
    words |= {before + key: frozenset() for key in spelt([data["words"]["ar"]]) for before in "ولب"}
    for language, line in data["only"].items():
        for key in spelt([line]):
            words.setdefault(key, frozenset({language}))
    tables = {use: table for use, table in data.items() if isinstance(table, dict) and "words" in table}
    return Relative(words, {use: frozenset(spelt([table["words"]])) for use, table in tables.items()})
