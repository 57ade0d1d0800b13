"""What a word in Latin or Cyrillic letters may be in a name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from osint_kit.knowledge.names import key as name_key
from osint_kit.knowledge.people.marking import Mark
from osint_kit.knowledge.people.words import given, given_names, group, key, script_of, written
from osint_kit.knowledge.places import Level, spelt

_INITIAL = re.compile(r"(?:[^\W\d_]|Sh|Ch|Zh|Kh|Gh|Yu|Ya|Yo|Ts|Дж|Ш|Ю)\.(?:-?[^\W\d_]\.)*")
_LEAST_ALIKE = 6
_LEAST_STEM, _LEAST_FAMILY, _LEAST_ROOT = 4, 5, 3


_CASED = frozenset({"latin", "cyrillic"})
"""Scripts with capitals; a word that mixes in others is none of theirs."""


@lru_cache(maxsize=131072)
def mark(word: str) -> Mark:
    """What a folded word with a capital may be; a glued title or ending is outside.

    >>> mark("Рустамом").part, mark("Саидовой").part, mark("Столица").part, mark("А.").part
    ('G', 'S', 'C', 'I')
    >>> mark("Alisherga")
    Mark(part='G', skip=0, size=7, titled=False)
    """
    if _INITIAL.fullmatch(word):
        return Mark("I", 0, len(word))
    script = script_of(word)
    if script not in _CASED:
        return Mark("-", 0, len(word))
    if "-" in word:
        first, _, last = word.partition("-")
        if len(first) > 1 and key(last) in _titles(script):
            return Mark(_part(first, script), 0, len(first), titled=True)
    if "'" in word:
        cut = _pattern("glued", "turkish").search(word.lower())
        if cut and len(key(word)) - len(cut.group()) > 1 and not given(key(word)):
            return Mark(_part(word[: cut.start()], script), 0, cut.start())
    part = _part(word, script)
    if part == "C":
        cut = None if key(word) in group("words", "weak", script) else _pattern("glued", script).search(word.lower())
        if cut and cut.start() >= _LEAST_STEM - 1:
            stem = _part(word[: cut.start()], script)
            if stem in ("G", "S", "P", "a", "p"):
                return Mark(stem, 0, cut.start())
    return Mark(part, 0, len(word))


def _part(word: str, script: str) -> str:
    plain = key(word)
    if plain in group("words", "never", script):
        return "w" if given(plain) else "-"
    for listed, part in (("titles", "T"), ("kunya", "K")):
        if plain in group("words", listed, script):
            return part
    if plain in group("firms", "heads", script):
        return "O"
    lower = word.lower()
    if _father(lower, script):
        return "P"
    sure = given(plain) or inflected(plain, script)
    if sure and plain in group("words", "weak", script):
        sure = "a"
    place = _place(lower)
    if sure:
        return "p" if place > Level.NAMED and sure == "G" else sure
    return _family(lower, script, place) or ("L" if place else "") or _compound(plain, script) or _alike(word) or "C"


def _father(lower: str, script: str) -> bool:
    """Whether it is a patronymic; one in -овна is an adjective unless its root is a name."""
    match = _pattern("father", script).match(lower)
    if match is None:
        return False
    return not re.search(r"[ое]вн", lower) or bool(given(key(match.group(1))) or inflected(key(match.group(1)), script))


def _family(lower: str, script: str, place: int) -> str:
    """`S` for a family name by its ending, `s` for a listed one; a town keeps its name unless its root is a name."""
    if key(lower) in group("words", "family", script):
        return "s"
    match = _pattern("family", script).match(lower)
    if match is None or len(lower) < _LEAST_FAMILY:
        return ""
    root = key(match.group(1))
    known = bool(given(root) or inflected(root, script))
    return "S" if known or not place else ""


def rooted(word: str) -> bool:
    """Whether a family name has a given name, or a compound of one, as its root.

    >>> rooted("Каримова"), rooted("Долларов")
    (True, False)
    """
    script = script_of(word)
    match = _pattern("family", script).match(word.lower())
    root = key(match.group(1)) if match else ""
    return bool(root and (given(root) or inflected(root, script) or _compound(root, script)))


def inflected(plain: str, script: str) -> str:
    """The same as `given` for the basic form of a word in a case."""
    return next((found for stem in _stems(plain, script) if (found := given(stem))), "")


def _stems(plain: str, script: str) -> Iterator[str]:
    for ending, basic in _cases(script):
        stem = plain.removesuffix(ending)
        if stem != plain and len(stem) + len(basic) >= _LEAST_STEM - bool(basic) and len(stem) >= 2:  # noqa: PLR2004 - Яна is the shortest
            yield stem + basic


def _compound(plain: str, script: str) -> str:
    """`G` for a compound of a given name and a word that is glued to names."""
    for last in _parts("second", script):
        stem = plain.removesuffix(last)
        if stem != plain and len(stem) >= _LEAST_ROOT and given(stem):
            return "G"
    for first in _parts("first", script):
        rest = plain.removeprefix(first)
        if rest != plain and len(rest) >= _LEAST_STEM and given(rest):
            return "G"
    return ""


def _alike(word: str) -> str:
    """`g` for a word that sounds as a given name is written."""
    if len(word) < _LEAST_ALIKE:
        return ""
    return "g" if name_key(word) in _sounds(script_of(word)) else ""


@cache
def _sounds(script: str) -> frozenset[str]:
    names = (name for name, sure in given_names().items() if sure and len(name) >= _LEAST_ALIKE)
    return frozenset(name_key(name) for name in names if script_of(name) == script)


def _place(lower: str) -> int:
    found = spelt(lower)
    return 0 if found is None or found.level == Level.WEAK else int(found.level)


@cache
def _titles(script: str) -> frozenset[str]:
    return group("words", "titles", script) | group("words", "after", script)


@cache
def _parts(name: str, script: str) -> tuple[str, ...]:
    return tuple(sorted({key(word) for word in written("endings", name, script)}, key=lambda word: (-len(word), word)))


@cache
def _cases(script: str) -> tuple[tuple[str, str], ...]:
    if script != "cyrillic":
        return ()
    pairs = (pair.partition("=") for pair in written("endings", "cases", script))
    return tuple((key(ending), key(basic)) for ending, _, basic in pairs)


@cache
def _pattern(name: str, script: str) -> re.Pattern[str]:
    return re.compile(written("endings", name, script)[0])
