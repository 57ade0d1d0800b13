"""Endings, connecting words and titles of the region's names: the tables of `morphology.toml`, ready to be asked."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from osint_kit.knowledge.names.lexicon import find
from osint_kit.knowledge.names.spelling import plain, script_of

_LEAST = {"arabic": 3}
_LEAST_ROOT = 2
_LEAST_STEM = 3
_LEAST_NISBA = 4
_CLEAR = ("زاده", "زادە", "پور", "پوور")
"""Endings in Arabic script that no other word has."""


@dataclass(frozen=True, slots=True)
class Ending:
    """What is left of a word without its ending, the role that the ending gives, and the sex that it tells."""

    root: str
    role: str
    gender: str


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(files("osint_kit.knowledge.names").joinpath("morphology.toml").read_text("utf-8"))


@cache
def group(*path: str) -> frozenset[str]:
    """The words of a group, folded: `group("before", "m")`, `group("titles", "words")`."""
    found: Any = _table()
    for step in path:
        found = found[step]
    return frozenset(plain(word.replace("_", " ")) for word in found.split() if not word.endswith("_"))


@cache
def _endings() -> dict[str, tuple[str, str]]:
    """Ending to its role and the sex it tells; of one that is in two roles, the later."""
    return {
        plain(ending): (each["role"], each["gender"])
        for each in _table()["ending"]
        for ending in each["endings"].split()
    }


@cache
def _longest() -> int:
    return max(len(each) for each in _endings())


@lru_cache(maxsize=262144)
def ending(word: str, *, nisba: bool = False) -> Ending | None:
    """The ending of a family name or a patronymic; the bare -ӣ of origin only where asked for.

    >>> ending("саидова"), ending("karimovich"), ending("карим")
    (Ending(root='саид', role='family', gender='f'), Ending(root='karim', role='father', gender='m'), None)
    """
    for size in range(min(_longest(), len(word) - 1), 0, -1):
        written = word[-size:]
        role, gender = _endings().get(written, ("", ""))
        if role and (role == "nisba") == nisba and _fits(word, written, role):
            return Ending(word[:-size].rstrip("'-"), role, gender)
    return None


def _fits(word: str, written: str, role: str) -> bool:
    script = script_of(word)
    if len(word[: -len(written)].rstrip("'-")) < _least(script, written, role):
        return False
    unsure = written not in _CLEAR if script == "arabic" else not _certain(written)
    return not (role == "family" and unsure and find(word))


def _least(script: str, written: str, role: str) -> int:
    if role == "nisba":
        return _LEAST_NISBA - 1
    return _LEAST_ROOT if written in _CLEAR else _LEAST.get(script, _LEAST_ROOT)


def _certain(written: str) -> bool:
    return bool(re.search(r"(?:ов|ев|ёв|ова|ева|ёва|ov|ev|ova|eva|ович|овна)$", written))


@lru_cache(maxsize=262144)
def stems(word: str) -> tuple[str, ...]:
    """A given name without what is glued to it in fondness, -ҷон, -хон, -бону, in every way that its letters allow.

    >>> stems("абдуллоҷон"), stems("зарринҷон"), stems("хон")
    (('абдулло',), ('заррин',), ())
    """
    fond = group("fond")
    sizes = range(min(_LONGEST_FOND, len(word) - _LEAST_STEM), 0, -1)
    return tuple(word[:-size] for size in sizes if word[-size:] in fond)


_LONGEST_FOND = 6


@lru_cache(maxsize=262144)
def names_of(word: str) -> frozenset[str]:
    """Names of the lexicon that a word spells.

    >>> names_of("Карим") == names_of("کریم")
    True
    """
    return frozenset(each.name for each in find(word))


@lru_cache(maxsize=262144)
def sex_of(word: str) -> str:
    """Sex of a given name's bearer: by the lexicon, otherwise by the second half of a compound; empty when open."""
    told = {each.gender for each in find(word)}
    if told:
        return told.pop() if len(told) == 1 and told <= {"m", "f"} else ""
    sexes = {sex for sex in ("m", "f") for last in group("gender", sex) if len(last) > 2 and word.endswith(last)}  # noqa: PLR2004 - two letters end other words too
    return sexes.pop() if len(sexes) == 1 else ""
