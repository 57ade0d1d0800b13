"""Given names and family names in use in the region, with their spellings in each script.

In:  a word
Out: Given
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from osint_kit.knowledge.names.lexicon.keys import bare, norm

__all__ = ["Given", "ambiguous", "entries", "family_names", "find", "gender", "is_given", "norm"]

_BOTH = "b"
_CYRILLIC, _LATIN, _ARABIC, _ALIASES = range(3, 7)
_FIRST_ARABIC = "\u0600"


@dataclass(frozen=True, slots=True)
class Given:
    """One given name: its usual Latin form, `m`, `f` or `b` for both, its languages, its spellings by script.

    `aliases` are short forms and forms of endearment in any script.
    """

    name: str
    gender: str
    languages: tuple[str, ...]
    cyrillic: tuple[str, ...]
    latin: tuple[str, ...]
    arabic: tuple[str, ...]
    aliases: tuple[str, ...]


@lru_cache(maxsize=65536)
def find(word: str) -> tuple[Given, ...]:
    """Names of which the word is a spelling or a short form, in any script.

    >>> [given.name for given in find("Мухаммад")] == [given.name for given in find("محمد")]
    True
    >>> find("Столица")
    ()
    """
    key = norm(word)
    return tuple(_given(row) for row in _index(_column(key)).get(key, ()))


def is_given(word: str) -> bool:
    """Whether the word is a spelling or a short form of a given name.

    >>> is_given("Kareem"), is_given("کریم"), is_given("kitchen")
    (True, True, False)
    """
    return bool(find(word))


def gender(word: str) -> str:
    """`m` or `f`; `b` for a name of both; empty for a word that is none.

    >>> gender("Карим"), gender("Карима"), gender("kitchen")
    ('m', 'f', '')
    """
    found = {given.gender for given in find(word)}
    return found.pop() if len(found) == 1 else _BOTH * bool(found)


@cache
def entries() -> tuple[Given, ...]:
    """All names, in the order of their Latin forms."""
    return tuple(_given(row) for row in range(len(_lines())))


@cache
def family_names() -> frozenset[str]:
    """Looked-up forms (`norm`) of family names that are no patronymics by their ending.

    >>> norm("Малик") in family_names()
    True
    """
    return frozenset(word for line in _rows(_text("surnames.tsv")) for word in _words(bare(line)))


@cache
def ambiguous() -> frozenset[str]:
    """Looked-up forms (`norm`) of spellings that several names of one gender share."""
    return frozenset(line.partition("\t")[0] for line in _rows(_text("ambiguous.tsv")))


@cache
def _given(row: int) -> Given:
    name, sex, *cells = _lines()[row].split("\t")
    languages, cyrillic, latin, arabic, aliases = (tuple(filter(None, cell.split("|"))) for cell in cells[:5])
    return Given(name, sex, tuple(languages[0].split(",")), cyrillic, latin, arabic, aliases)


@cache
def _lines() -> tuple[str, ...]:
    return _rows(_text("given.tsv"))


def _column(key: str) -> int:
    """Column of the file that holds the spellings in the key's script."""
    if key.isascii():
        return _LATIN
    return _ARABIC if key >= _FIRST_ARABIC else _CYRILLIC


@cache
def _index(column: int) -> dict[str, tuple[int, ...]]:
    """Rows by looked-up form, for one script: few texts need all three at once. `bare` is enough for the file."""
    cells = ((cells[column], cells[_ALIASES]) for cells in (line.split("\t") for line in _lines()))
    found: dict[str, tuple[int, ...]] = {}
    for row, line in enumerate(bare("\n".join(map("|".join, cells))).split("\n")):
        words = line.rstrip("|").split("|")
        shared = [(word, found[word]) for word in found.keys() & words]
        found.update(dict.fromkeys(words, (row,)))
        found.update((word, (*rows, row)) for word, rows in shared)
    return found


def _words(cell: str) -> Iterator[str]:
    return filter(None, cell.split("|"))


def _rows(text: str) -> tuple[str, ...]:
    """Lines without comments and without the head."""
    return tuple(line for line in text.splitlines() if line and not line.startswith("#"))[1:]


def _text(name: str) -> str:
    return files("osint_kit.knowledge.names.lexicon").joinpath(name).read_text("utf-8")
