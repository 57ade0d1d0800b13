"""Names in Arabic script: which words may be part of one, and whether a Latin key may be the same name.

Arabic script leaves out short vowels and writes long ones with letters that are consonants too, so a name in it is
compared letter by letter with a full spelling: what both write must agree, vowels it does not write are free.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files

from osint_kit.knowledge.names.given import is_english
from osint_kit.knowledge.names.romanise import key
from osint_kit.knowledge.names.surname import root

_ARABIC = re.compile(r"[\u0600-\u06ff]")
_ENDING = re.compile(r"(?<=..)(?:زاده|زادگان|نژاد|پور|[یو]?وف[اه]?|[یو]?ووا|اوف|یان|ی)$")
_FAMILY = re.compile(r"^.{2,}(?:زاده|زادگان|نژاد|پور|وف|ووا|وویچ|ویتش|خیل)$")
_NISBA = re.compile(r"^.{3,}[یي]$")
_COMPOUND = re.compile(
    r"^(?:عبدال|محمد|غلام|نور|شیر|میر|گل|خان|امیر).{2,}$|^.{2,}(?:الله|الدین|محمد|علی|احمد|شاه|گل|جان|خان|بیگ|مراد|نظر)$"
)
_VERB = re.compile(r"^ن?می.+|^[نب].{2,}(?:م|د|یم|ید|ند)$|^.{2,}(?:دند|تند|دیم|تیم|دید|ها|های|ترین|هایی)$")
_ONE_FORM = str.maketrans({"ي": "ی", "ك": "ک", "ى": "ی", "ة": "ه", "أ": "ا", "إ": "ا", "ٱ": "ا", "\u200c": None})
_ALPHABET = (
    "ب=b پ=p ت=th? ث=[st]h? ج=j چ=ch ح=h خ=h د=dh? ذ=z ر=r ز=z ژ=j س=s ش=sh ص=s ض=z ط=th? ظ=z غ=g ف=f ق=k ک=k گ=g "
    "ل=l م=m ن=n ه=h"
)
_CONSONANTS = dict(pair.split("=") for pair in _ALPHABET.split())
"""What each letter may be in a key of `names.key`."""
_FREE = "[aiu]*"
_WEAK = re.compile(r"[aiuv]|h$|(?<=[td])h")
_ENGLISH = 5


def is_arabic(word: str) -> bool:
    """Whether a word is written in Arabic script.

    >>> is_arabic("کریم"), is_arabic("Карим")
    (True, False)
    """
    return bool(_ARABIC.search(word))


@lru_cache(maxsize=65536)
def part(word: str) -> str:
    """What a word in Arabic script may be in a name.

    G given, a given but also a common word, S surname by its ending, N surname or adjective in -ی, H honorific, J the
    same after a name, K kunya, I initial, C any other word, - no part of a name.

    >>> "".join(part(each) for each in ("کریم", "امید", "سنگزاده", "کوهی", "حاجی", "ابو", "ل.", "شماره"))
    'GaSNHKI-'
    """
    plain = word.translate(_ONE_FORM)
    if len(plain.rstrip(".")) == 1:
        return "I" if plain.endswith(".") else "-"
    for group, mark in (("honorific", "H"), ("after", "J"), ("kunya", "K"), ("common", "a"), ("given", "G")):
        if plain in _words(group):
            return mark
    if plain in _words("never") or (_VERB.match(plain) and not _FAMILY.match(plain)):
        return "-"
    if _FAMILY.match(plain):
        return "S"
    if _COMPOUND.match(plain) or _foreign(plain):
        return "G"
    return "N" if _NISBA.match(plain) else "C"


def is_cue(word: str) -> bool:
    """Whether a word announces a name."""
    return word.translate(_ONE_FORM) in _words("cue")


@lru_cache(maxsize=65536)
def spelt(arabic: str, other: str) -> bool:
    """Whether a word in Arabic script may be the same word as one in Cyrillic or Latin, endings of surnames apart.

    >>> spelt("جهانگیر", "Ҷаҳонгир"), spelt("ارچه‌زاده", "Арчаев"), spelt("کریم", "Карам")
    (True, True, False)
    """
    plain = arabic.translate(_ONE_FORM)
    whole, bare = key(other), key(root(other))
    return bool(
        re.fullmatch(_pattern(plain), whole) or (bare != whole and re.fullmatch(_pattern(_ENDING.sub("", plain)), bare))
    )


@lru_cache(maxsize=65536)
def bones(word: str) -> str:
    """The consonants that a word shows in every script, endings of surnames apart: for blocking.

    >>> bones("ارچه‌زاده") == bones("Арчаев"), bones("فرزانه") == bones("Фарзона")
    (True, True)
    """
    if is_arabic(word):
        plain = _ENDING.sub("", word.translate(_ONE_FORM))
        letters = (_CONSONANTS.get(letter, "") for letter in plain)
        return _WEAK.sub("", re.sub(r"\[st\]|h\?", lambda each: "s" if "[" in each.group() else "", "".join(letters)))
    return _WEAK.sub("", key(root(word)))


@lru_cache(maxsize=65536)
def _pattern(plain: str) -> str:
    last = len(plain) - 1
    return _FREE + _FREE.join(_letter(plain, place, last) for place in range(len(plain))) + _FREE


def _letter(plain: str, place: int, last: int) -> str:
    letter = plain[place]
    if letter == "ا":
        if place == 0 and plain[1:2] in ("ی", "و"):
            return ""
        return "[aiu]" if place == 0 else "a"
    if letter == "و":
        return "[uav]"
    if letter == "ع" or (letter == "ه" and place == last):
        return "h?"
    if letter == "ف" and place and plain[place - 1] == "و":
        return "[fv]"
    return _CONSONANTS.get(letter, {"آ": "a", "ی": "i" if 0 < place < last else ""}.get(letter, ""))


@lru_cache(maxsize=65536)
def _foreign(plain: str) -> bool:
    """Whether the letters, read as they stand, are an English or Russian given name."""
    return len(key(plain)) >= _ENGLISH and is_english(plain)


@cache
def _words(group: str) -> frozenset[str]:
    return _groups()[group]


@cache
def _groups() -> dict[str, frozenset[str]]:
    text = files("osint_kit.knowledge.names").joinpath("dari.toml").read_text("utf-8")
    return {
        group: frozenset(word.translate(_ONE_FORM) for word in words.split())
        for group, words in tomllib.loads(text).items()
    }
