"""The forms under which a token of a name may meet another, and how far two tokens are apart."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, NamedTuple

from osint_kit.knowledge.names.morphology import ending, names_of
from osint_kit.knowledge.names.morphology import stems as fond_stems
from osint_kit.knowledge.names.sounds import distance, sounds
from osint_kit.knowledge.names.spelling import Spelling, plain, spelling

_LEAST_IZOFAT = 4
_VOWELS = ("а", "о", "и", "я", "a", "o", "i", "e", "ا", "ی", "ه")
"""What an ending may have taken from the end of a root: Гулмира, Гулмиров."""


@dataclass(frozen=True, slots=True, eq=False)
class Form:
    """One form of a token: its spelling, its names in the lexicon, and what taking it costs."""

    kind: str
    spelling: Spelling
    names: frozenset[str]
    price: float


class Met(NamedTuple):
    """How far two tokens are apart, by which rule, and whether the lexicon knows them for two names."""

    distance: float
    rule: str
    apart: bool


@cache
def _weights() -> dict[str, Any]:
    return tomllib.loads(files("osint_kit.knowledge.names").joinpath("weights.toml").read_text("utf-8"))


@cache
def weight(*path: str, default: float | None = None) -> float:
    """A number of `weights.toml`.

    >>> 0 < weight("threshold") < 1, weight("worth", "equal", default=1.0)
    (True, 1.0)
    """
    found: Any = _weights()
    for step in path[:-1]:
        found = found[step]
    return float(found[path[-1]] if default is None else found.get(path[-1], default))


@lru_cache(maxsize=262144)
def forms(text: str, root: str, orthography: str, *, inner: bool, first: bool = False) -> tuple[Form, ...]:
    """Forms of a token.

    Args:
        root: of a family name or patronymic; empty otherwise.
        inner: whether another token follows, so that a last -и may be an izofat.
        first: whether it is the given name, so that a last -ӣ is no ending.
    """
    told = [("whole", text, 0.0)]
    if root:
        told.append(("root", root, weight("take", "root")))
        if len(root) >= _LEAST_IZOFAT and root.endswith(_VOWELS):
            told.append(("root", root[:-1], weight("take", "cut_root")))
    else:
        told += [
            ("root", found.root, weight("take", "bare_root"))
            for found in (ending(text, nisba=True),)
            if found and not first
        ]
        told += [("fond", each, weight("take", "fond")) for each in fond_stems(text)]
        if inner and len(text) > _LEAST_IZOFAT and text.endswith(("и", "i")):
            told.append(("izofat", text[:-1], weight("take", "izofat")))
    return tuple(Form(kind, spelling(each, orthography), _names(each), price) for kind, each, price in told if each)


def _names(text: str) -> frozenset[str]:
    return names_of(text) | _short().get(text, frozenset())


@cache
def _short() -> dict[str, frozenset[str]]:
    table = tomllib.loads(files("osint_kit.knowledge.names").joinpath("variants.toml").read_text("utf-8"))["names"]
    found: dict[str, set[str]] = {}
    for line in table.strip().splitlines():
        words = [plain(word) for word in line.split() if not word.endswith("_")]
        for word in words:
            found.setdefault(word, set()).add(f"={words[0]}")
    return {word: frozenset(names) for word, names in found.items()}


@lru_cache(maxsize=1_000_000)
def met(left: tuple[Form, ...], right: tuple[Form, ...]) -> Met:
    """The nearest of the forms of two tokens, each form with each."""
    best = _met(left[0], right[0])
    if best.distance <= weight("same_word"):
        return best
    for ours in left:
        for theirs in right:
            found = _met(ours, theirs)
            if found.distance < best.distance:
                best = found
    return best


def _met(ours: Form, theirs: Form) -> Met:
    price = max(ours.price, theirs.price)
    if ours.kind != theirs.kind and "root" in (ours.kind, theirs.kind):
        price = max(price, weight("take", "bare_root"))
    one = ours.spelling.text == theirs.spelling.text
    apart = bool(ours.names and theirs.names and not ours.names & theirs.names)
    known = bool(ours.names & theirs.names)
    if one:
        return Met(price, _rule(ours, theirs, "equal"), apart=False)
    far = _far(ours.spelling, theirs.spelling)
    if known:
        limit = weight("take", "short") if far > weight("same_word") else 0.0
        told = "short" if limit else "known" if ours.spelling.script == theirs.spelling.script else "known across"
        return Met(price + min(far, limit), _rule(ours, theirs, told), apart=False)
    if apart and far > weight("known_apart"):
        return Met(max(far + price, 1.0), "apart", apart=True)
    if far > weight("same_word") and not (ours.names and theirs.names):
        swapped = _swapped(ours.spelling, theirs.spelling, far)
        if swapped < far:
            return Met(swapped + price, "slip", apart=False)
    same = ours.spelling.script == theirs.spelling.script
    return Met(far + price, _rule(ours, theirs, "close" if same else "spelt"), apart=False)


def _far(ours: Spelling, theirs: Spelling) -> float:
    strict = ours.orthography == theirs.orthography == "arabic"
    return distance(ours.signs, theirs.signs, arabic=(ours.abjad, theirs.abjad), strict=strict)


_LEAST_SWAP, _MOST_SWAP = 5, 2.2


def _swapped(ours: Spelling, theirs: Spelling, far: float) -> float:
    """How far the words are apart when two neighbouring letters of one changed places by a slip of the pen."""
    signs = ours.signs
    if min(len(signs), len(theirs.signs)) < _LEAST_SWAP or ours.script != theirs.script:
        return far
    if ours.abjad or far > _MOST_SWAP:
        return far
    kinds = (ours.abjad, theirs.abjad)
    turned = ((*signs[:at], signs[at + 1], signs[at], *signs[at + 2 :]) for at in range(1, len(signs) - 2))
    return weight("take", "swapped") + min(distance(each, theirs.signs, arabic=kinds) for each in turned)


def _rule(ours: Form, theirs: Form, plain_rule: str) -> str:
    kinds = {ours.kind, theirs.kind}
    for kind in ("root", "fond", "izofat"):
        if kind in kinds:
            return kind
    return plain_rule


_ALEF = re.compile("[آأإٱ]")


@lru_cache(maxsize=65536)
def opens(initial: str, word: str) -> bool:
    """Whether a word may begin with an initial, in any two scripts.

    >>> opens("ш", "shuhrat"), opens("s", "shuhrat"), opens("ф", "فرخ")
    (True, False, True)
    """
    ours, theirs = spelling(initial), spelling(word)
    if ours.orthography == theirs.orthography == "arabic":
        return _ALEF.sub("ا", initial[:1]) == _ALEF.sub("ا", word[:1])
    if ours.text == theirs.text[: len(ours.text)] and ours.text:
        return not _digraph(ours.text, theirs.text)
    one, other = _first(ours), _first(theirs)
    if one is None or other is None:
        return False
    return sounds().rows[one][other] < weight("same_word")


def _digraph(initial: str, word: str) -> bool:
    return len(initial) == 1 and word[:2] in ("sh", "ch", "zh", "kh", "gh") and initial in "sc"


def _first(word: Spelling) -> int | None:
    free = sounds().gaps[0]
    return next((sign for sign in word.signs if free[sign] > 0.03 or len(word.signs) == 1), None)  # noqa: PLR2004 - a sign that must be shown
