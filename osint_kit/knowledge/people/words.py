"""The word lists of this package and the given names of the lexicon, folded for look-up."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any

from osint_kit.knowledge.names import lexicon
from osint_kit.knowledge.names.lexicon.keys import bare
from osint_kit.knowledge.text import fold

_SCRIPTS = ("cyrillic", "latin", "arabic")
_SORANI = re.compile("[ەۆێڵڕڤ]")
_SHORT = {"cyrillic": 3, "latin": 3, "arabic": 2}
_SHORT_ALIAS = 4
_LEAST_BONES = 4
_STAND = frozenset({"ali", "али", "علی"})


def key(word: str) -> str:
    """The form under which a folded word is looked up.

    >>> key("Фирӯз"), key("Sa'id")
    ('фируз', 'said')
    """
    return bare(word)


@lru_cache(maxsize=65536)
def script_of(word: str) -> str:
    """`latin`, `cyrillic` or `arabic`, by the first letter that tells.

    >>> script_of("Карим"), script_of("کریم"), script_of("Çetin")
    ('cyrillic', 'arabic', 'latin')
    """
    for letter in word:
        if "\u0400" <= letter <= "\u052f":
            return "cyrillic"
        if "\u0600" <= letter <= "\u08ff":
            return "arabic"
    return "latin"


@cache
def group(file: str, *path: str) -> frozenset[str]:
    """Looked-up forms of a word list; `_` joins the words of a phrase.

    >>> "nameis" in group("words", "named", "latin")
    True
    """
    found: Any = _table(file)
    for step in path:
        found = found.get(step, "")
    return frozenset(filter(None, bare("|".join(fold(str(found)).text.replace("_", "").split())).split("|")))


@cache
def written(file: str, *path: str) -> tuple[str, ...]:
    """The words of a list as they are written, folded, phrases with their spaces."""
    found: Any = _table(file)
    for step in path:
        found = found[step]
    return tuple(word.replace("_", " ") for word in fold(str(found)).text.split())


@cache
def pattern_of(file: str, *path: str) -> str:
    """A list that is written as a regular expression, folded."""
    found: Any = _table(file)
    for step in path:
        found = found[step]
    return fold(str(found)).text


@cache
def given_names() -> dict[str, bool]:
    """Looked-up form of every given name → whether it is one wherever it stands, and no everyday word."""
    found: dict[str, bool] = {}
    for each in lexicon.entries():
        for script, spellings in zip(_SCRIPTS, (each.cyrillic, each.latin, each.arabic), strict=True):
            for word in _keys(spelling for spelling in spellings if not _SORANI.search(spelling)):
                found[word] = len(word) > _SHORT[script] or word in _STAND
        for word in _keys(alias for alias in each.aliases if not _SORANI.search(alias)):
            found.setdefault(word, len(word) > _SHORT_ALIAS)
    for script in _SCRIPTS:
        found |= dict.fromkeys(_keys(word for word in written("given", script) if not _SORANI.search(word)), True)
    return _weakened(found)


@cache
def sorani_names() -> dict[str, bool]:
    """The same for names with letters that Sorani alone writes, which look like other words under their key."""
    found: dict[str, bool] = {}
    for each in lexicon.entries():
        spellings = (word for word in (*each.arabic, *each.aliases) if _SORANI.search(word))
        found |= dict.fromkeys(_keys(spellings), True)
    found |= dict.fromkeys(_keys(word for word in written("given", "arabic") if _SORANI.search(word)), True)
    return _weakened(found)


def sorani_alike(word: str) -> str:
    """`G` or `a` for a Sorani spelling of a name that other languages write without its vowels.

    >>> sorani_alike("ئەرسەلان"), sorani_alike("شەهلا"), sorani_alike("دەرگا")
    ('G', 'a', '')
    """
    bones = _bones(word)
    if "ە" not in word or len(bones) < _LEAST_BONES or bones not in _skeletons():
        return ""
    return "G" if len(bones) > _LEAST_BONES else "a"


@cache
def _skeletons() -> frozenset[str]:
    return frozenset(_bones(name) for name, sure in given_names().items() if sure and script_of(name) == "arabic")


def _bones(word: str) -> str:
    return bare(word.replace("ە", "")).removeprefix("ی").removeprefix("ا").removesuffix("ه").replace("وو", "و")


def _weakened(names: dict[str, bool]) -> dict[str, bool]:
    return names | {word: False for script in _SCRIPTS for word in group("words", "weak", script) if word in names}


def _keys(spellings: Iterable[str]) -> tuple[str, ...]:
    return tuple(filter(None, bare("|".join(spellings)).split("|")))


def given(word: str, *, sorani: bool = False) -> str:
    """`G` for a looked-up form that is a given name, `a` for one that is an everyday word as well, else empty.

    Args:
        sorani: names that only Sorani writes so count too.
    """
    sure = given_names().get(word)
    if sure is None and sorani:
        sure = sorani_names().get(word)
    return "" if sure is None else "G" if sure else "a"


@cache
def announced(script: str) -> tuple[frozenset[str], frozenset[str]]:
    """Words after which a name stands, whatever it is, and words after which one often stands."""
    return group("words", "named", script), group("words", "roles", script)


@cache
def _table(file: str) -> dict[str, Any]:
    return tomllib.loads(files("osint_kit.knowledge.people").joinpath(f"{file}.toml").read_text("utf-8"))
