"""What case endings make of the name of a place: the part that stays, and how much of what follows it is name."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

_CYRILLIC = re.compile(r"^[Ѐ-ӿ]")
_ARABIC = re.compile(r"^[\u0600-\u06ff]")
_VOWELS = "аеёиоуыэюяӣӯіъьй"
_SHORTEST, _LONG = 3, 5
"""Letters of a stem below which too much else begins like it."""


@dataclass(frozen=True, slots=True)
class Stem:
    """A name without the letters that cases change.

    Attributes:
        text: what all cases share, lower case.
        tail: what the nominative adds.
        cases: what the other cases add.
    """

    text: str
    tail: str
    cases: frozenset[str]


@lru_cache(maxsize=8192)
def stem(name: str) -> Stem:
    """A lower-case name, taken apart into what its cases share and what they change.

    >>> stem("москва").text, stem("ташкент").text, stem("душанбе").text
    ('москв', 'ташкент', 'душанбе')
    """
    cut, cases = _cut(name)
    return Stem(name[:cut], name[cut:], cases)


def stem_text(name: str) -> str:
    """What the cases of a lower-case name share; `stem` without the rest, for many names."""
    return name[: _cut(name)[0]]


def _cut(name: str) -> tuple[int, frozenset[str]]:
    """Length of what the cases share, and what they put behind it."""
    size = len(name)
    if "Ѐ" <= name[:1] <= "ӿ":
        for ending, drop, cases in _paradigms().get(name[-1:], ()):
            if size - drop >= _SHORTEST and name.endswith(ending):
                return size - drop, cases
        if name[-1:] not in _VOWELS:
            return size, _paradigms()[""][0][2]
    elif name[-1:] == "ه" and size > _SHORTEST:
        return size - 1, _pashto()
    return size, frozenset()


def within(form: Stem, rest: str, language: str) -> int:
    """How many of the letters that follow a stem belong to the name; -1 if what follows makes another word of it.

    >>> within(stem("москва"), "у", "ru"), within(stem("тошкент"), "дан", "uz"), within(stem("москва"), "ич", "ru")
    (1, 0, -1)
    """
    if rest in form.cases:
        return len(rest)
    if not rest.startswith(form.tail):
        return -1
    more = rest[len(form.tail) :]
    if not more:
        return len(form.tail)
    if _too_short(form.text, more, language):
        return -1
    inside, outside = _glued(form.text[:1], language)
    if more in inside:
        return len(rest)
    return len(form.tail) if outside is not None and outside.fullmatch(more) else -1


def _too_short(text: str, more: str, language: str) -> bool:
    """Whether a short stem with this ending is likelier another word."""
    if language == "ru" and more != "ро":
        return len(text) < _LONG
    return len(text) < _LONG - 1 and more[0] in "tт"


@lru_cache(maxsize=1024)
def _glued(letter: str, language: str) -> tuple[frozenset[str], re.Pattern[str] | None]:
    """Endings that belong to a name that begins with this letter, and those that do not."""
    table = _endings()["glued"]
    if _CYRILLIC.match(letter):
        return frozenset(table["russian" if language == "ru" else "tajik"].split()), _any(table["cyrillic"], most=3)
    if _ARABIC.match(letter):
        return frozenset(), _any(table["kurdish" if language == "ckb" else "arabic"], most=1)
    return frozenset(), _any(table["latin"], most=3)


@cache
def _any(words: str, *, most: int) -> re.Pattern[str]:
    written = "|".join(sorted(set(words.split()), key=len, reverse=True))
    return re.compile(f"(?:{written}){{1,{most}}}")


@cache
def _paradigms() -> Mapping[str, tuple[tuple[str, int, frozenset[str]], ...]]:
    """By last letter: endings of names, longest first, how much falls away, and what the cases put there."""
    found: dict[str, list[tuple[str, int, frozenset[str]]]] = {}
    for row in sorted(_endings()["paradigm"], key=lambda row: -len(row["ending"])):
        cases = frozenset(row["cases"].split()) | ({""} if row.get("bare") else set())
        found.setdefault(row["ending"][-1:], []).append((row["ending"], row["drop"], cases))
    return {letter: tuple(rows) for letter, rows in found.items()}


@cache
def _pashto() -> frozenset[str]:
    return frozenset(_endings()["pashto"]["cases"].split())


@cache
def _endings() -> Any:
    return tomllib.loads(files("osint_kit.knowledge.places").joinpath("endings.toml").read_text("utf-8"))
