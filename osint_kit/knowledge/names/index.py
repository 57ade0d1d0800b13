"""One name against very many: an index over the consonants that every spelling of a name shows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from osint_kit.knowledge.names.bulk import score_pairs
from osint_kit.knowledge.names.forms import weight
from osint_kit.knowledge.names.morphology import ending, group, names_of, stems
from osint_kit.knowledge.names.sounds import FINAL, FIRST, sounds
from osint_kit.knowledge.names.spelling import plain, script_of, spelling
from osint_kit.knowledge.names.units import read

_LETTERS = (
    ("k", "k hard_k g gh russian_g weak_g"),
    ("j", "j latin_j arabic_j zh french_zh zhe"),
    ("c", "ch latin_ch"),
    ("s", "s theh sad sh turkish_sh khin"),
    ("z", "z dz dhal dad zah"),
    ("t", "t tah d latin_th"),
    ("b", "b"),
    ("p", "p f"),
    ("m", "m"),
    ("n", "n"),
    ("l", "l"),
    ("r", "r"),
)
"""Signs that may write one consonant; what is left out is a vowel, or may be heard as nothing."""
_SHORTLIST = 500
_FEW = 2


@cache
def _letters() -> tuple[str, ...]:
    told = {sign: letter for letter, signs in _LETTERS for sign in signs.split()}
    number = sounds().number
    found = [""] * len(number)
    for name, place in number.items():
        found[place] = told.get(name.removesuffix(FINAL).removeprefix(FIRST), "")
    return tuple(found)


@lru_cache(maxsize=262144)
def skeleton(word: str) -> str:
    """Blocking key of one word: the consonants that it shows in every script, endings of family names apart.

    >>> skeleton("Фирӯз") == skeleton("Feruz") == skeleton("فیروز"), skeleton("Саидов") == skeleton("سعیدزاده")
    (True, True)
    """
    return _consonants(_root(plain(word)))


def _root(text: str) -> str:
    found = ending(text)
    return found.root if found else text


@lru_cache(maxsize=262144)
def _consonants(text: str) -> str:
    letters = _letters()
    shown = "".join(letters[sign] for sign in spelling(text).signs)
    once = [letter for place, letter in enumerate(shown) if not place or letter != shown[place - 1]]
    return "".join(once) or "-"


@lru_cache(maxsize=262144)
def keys(word: str) -> tuple[str, ...]:
    """Every key under which a plain word may be met: its consonants, those of its stem, and its names."""
    root = _root(word)
    told = [_consonants(root), *(_consonants(each) for each in stems(root))]
    told += [f"={name}" for each in {word, root} for name in names_of(each)]
    if word.startswith("ال") and len(word) > 4:  # noqa: PLR2004 - the article and a name
        told.append(_consonants(_root(word.removeprefix("ال"))))
    return tuple(dict.fromkeys(told))


@dataclass(frozen=True, slots=True)
class Hit:
    """A name that was found: its place among the names that were indexed, itself, and its score."""

    place: int
    name: str
    score: float


class Index:
    """Names, ready to be searched.

    >>> index = Index(["Карим Саидов", "Далер Раҳимов", "کریم سعیدزاده"])
    >>> [hit.place for hit in index.search("Karim Saidov")]
    [0, 2]
    """

    def __init__(self, names: Sequence[str]) -> None:
        """Index names; a word that many of them share is read once."""
        self._names = names
        words: dict[str, int] = {}
        flat: list[int] = []
        owner: list[int] = []
        for place, name in enumerate(names):
            for word in name.split():
                flat.append(words.setdefault(word, len(words)))
                owner.append(place)
        self._holders = _grouped(np.array(flat, dtype=np.int64), np.array(owner, dtype=np.int64), len(words))
        self._words: dict[str, list[int]] = {}
        for word, number in words.items():
            for key in _all_keys(word):
                self._words.setdefault(key, []).append(number)

    def __len__(self) -> int:
        """How many names are indexed."""
        return len(self._names)

    def search(self, name: str, *, limit: int = 10, least: float | None = None) -> list[Hit]:
        """The names that may be this one, best first.

        Args:
            limit: how many at most.
            least: lowest score; the shipped threshold unless told.
        """
        lowest = weight("threshold") if least is None else least
        places = self._shortlist(name)
        parsed = [read(name), *(read(self._names[place]) for place in places)]
        right = np.arange(1, len(parsed), dtype=np.int64)
        scores = score_pairs(parsed, np.zeros(len(right), dtype=np.int64), right)
        order = sorted(range(len(places)), key=lambda at: (-scores[at], places[at]))
        found = [Hit(int(places[at]), self._names[places[at]], float(scores[at])) for at in order[:limit]]
        return [hit for hit in found if hit.score >= lowest]

    def _shortlist(self, name: str) -> NDArray[np.int64]:
        """Places of the names that share the rarest keys with this one, most of them first."""
        total = max(2, len(self._names))
        lists, weighed = [], []
        for word in _query_words(name):
            held = self._held(word)
            if len(held):
                lists.append(held)
                weighed.append(np.full(len(held), np.log(total / len(held)) + 0.1))
        if not lists:
            return np.zeros(0, dtype=np.int64)
        places, back = np.unique(np.concatenate(lists), return_inverse=True)
        rare = np.bincount(back, weights=np.concatenate(weighed))
        if len(places) <= _SHORTLIST:
            return places
        return places[np.argpartition(-rare, _SHORTLIST)[:_SHORTLIST]]

    def _held(self, word: str) -> NDArray[np.int64]:
        numbers = {number for key in _all_keys(word) for number in self._words.get(key, ())}
        held = [self._holders[number] for number in sorted(numbers)]
        return np.unique(np.concatenate(held)) if held else np.zeros(0, dtype=np.int64)


def _all_keys(word: str) -> tuple[str, ...]:
    """Keys of a word as written; of a hyphened one, of its parts and of the whole."""
    text = plain(word).strip(".,،;'\"()")
    parts = [part for part in text.split("-") if part] if "-" in text else []
    return tuple(
        dict.fromkeys(key for each in (text.replace("-", ""), *parts) if script_of(each) for key in keys(each))
    )


def _query_words(name: str) -> list[str]:
    """Words of a name, and its neighbours written as one; titles and connecting words are in too many names."""
    words = [word for word in plain(name).replace(",", " ").replace("،", " ").split() if not _idle(word)]
    return [*words, *(one + other for one, other in pairwise(words))]


def _idle(word: str) -> bool:
    bare = word.strip(".")
    return bare in group("titles", "words") or bare in group("article", "origin") or len(bare) < _FEW


def _grouped(keys_: NDArray[np.int64], values: NDArray[np.int64], count: int) -> list[NDArray[np.int64]]:
    order = np.argsort(keys_, kind="stable")
    bounds = np.searchsorted(keys_[order], np.arange(count + 1))
    held = values[order]
    return [held[bounds[at] : bounds[at + 1]] for at in range(count)]
