"""What a word in Arabic script may be in a name."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from osint_kit.knowledge.people.cased import _parts, _pattern
from osint_kit.knowledge.people.marking import Mark
from osint_kit.knowledge.people.words import announced, given, group, key, sorani_alike, written
from osint_kit.knowledge.places import Level, spelt

_NISBA = re.compile(r"^(?:ال.{3,}[یيىه]|.{3,}[یيۍ])$")
_SORANI = re.compile("[ەۆێڵڕڤ]")
_THE = re.compile(r"^ال.{3,}$")
_VERB = re.compile(
    r"^ن?می.+|^.{2,}(?:دند|تند|دیم|تیم|دید|ترین|هایی|های|ها)$"
    r"|^ن?(?:رفت|امد|گفت|کرد|شد|داد|گرفت|زد|خورد|دید|بود|داشت|خواست|رسید|فرستاد|نوشت|ماند|برد|اورد|خرید|فروخت|پرسید|شنید"
    r"|کشید|افتاد|نشست|گذشت|ساخت|شناخت|یافت|توانست|دانست|فهمید|خوابید|ترسید|برگشت|انداخت|مرد|گشت|بست)(?:م|ی|یم|ید|ند|ه|ن)?$"
    r"|^[بن]?(?:رو|ای|گوی|کن|شو|ده|گیر|زن|خور|بین|دار|خواه|رس|فرست|نویس|مان|بر|اور|خر|فروش|پرس)(?:م|ید|یم|ند|ن)$"
)
"""Persian forms that are no names, as they are looked up: verbs, plurals, superlatives."""
_LEAST = 3
_STANDING = (("G", "K"), ("G", "K", "a"))
"""What a word may be without a preposition, and without a conjunction, that is glued to it."""

_BESIDE = {"fa": ("fa", "ps", "ur"), "ps": ("ps", "fa", "ur"), "ur": ("ur", "fa"), "ar": ("ar",), "ckb": ("ckb",)}
"""Languages whose everyday words are met in a text of a language."""


@lru_cache(maxsize=131072)
def mark(word: str, language: str) -> Mark:
    """What a folded word may be, in a text of a language.

    >>> "".join(mark(each, "fa").part for each in ("کامران", "امید", "سنگزاده", "حاجی", "ابو", "شماره"))
    'GaSTK-'
    >>> mark("ومحمود", "ar")
    Mark(part='G', skip=1, size=5, titled=False)
    """
    part = _part(word, language)
    if part in ("C", "N", "-") and language == "ar":
        for before in _befores():
            rest = word.removeprefix(before)
            if rest != word and len(rest) >= _LEAST and (found := _part(rest, language)) in _STANDING[before == "و"]:
                return Mark(found, len(before), len(rest))
    if part in ("C", "N") and language == "ckb":
        cut = _pattern("glued", "sorani").search(word)
        if cut and cut.start() >= _LEAST and (stem := _part(word[: cut.start()], language)) in ("G", "a"):
            return Mark(stem, 0, cut.start())
        part = sorani_alike(word) or part
    if part in ("C", "N") and language == "ps" and word[-1] in "هې" and len(word) > _LEAST:
        oblique = {_part(word[:-1] + last, language) for last in ("", "ه")} & {"G", "a"}
        part = min(oblique, default=part)
    return Mark(part, 0, len(word))


@cache
def _befores() -> tuple[str, ...]:
    return tuple(written("endings", "glued", "arabic_before"))


def _part(word: str, language: str) -> str:
    plain = key(word)
    if len(plain.rstrip(".")) <= 1:
        return "I" if word.endswith(".") and plain else "-"
    listed = _listed().get(plain)
    if listed is not None:
        return listed
    sure = given(plain, sorani=language == "ckb" or bool(_SORANI.search(word)))
    everyday = plain in _everyday(language) and not word.endswith("ء")
    if sure and (everyday or sure == "a") and _VERB.match(plain):
        return "-"
    if sure:
        return "a" if everyday or plain in group("words", "weak_in", language) else sure
    return "-" if everyday else _unlisted(word, plain)


@cache
def _listed() -> dict[str, str]:
    """Words whose part is told by the list they stand in; the first list counts."""
    lists = [("titles", "T"), ("after", "J"), ("kunya", "K"), ("links", "B"), ("never", "-")]
    found: dict[str, str] = {}
    for name, part in lists:
        found = dict.fromkeys(group("words", name, "arabic"), part) | found
    phrases = (word.split() for word in written("words", "named", "arabic") if " " in word)
    for words in (*announced("arabic"), frozenset(key(words[-1]) for words in phrases)):
        found = dict.fromkeys(words, "Q") | found
    return dict.fromkeys(group("firms", "heads", "arabic"), "O") | found


def _unlisted(word: str, plain: str) -> str:
    """The part that the form of a word tells."""
    match = _pattern("family", "arabic").match(plain)
    found = spelt(word)
    if plain in group("words", "family", "arabic"):
        part = "S"
    elif found is not None and found.level > Level.WEAK:
        part = "L"
    elif match and (len(match.group(1)) >= _LEAST or given(match.group(1))):
        part = "S"
    elif _VERB.match(plain):
        part = "-"
    elif _compound(plain):
        part = "G"
    elif plain.endswith("ی") and given(plain[:-1]):
        part = "S" if given(plain[:-1]) == "G" else "N"
    else:
        part = "N" if _NISBA.match(plain) or _THE.match(plain) else "C"
    return part


def _compound(plain: str) -> bool:
    for last in _parts("second", "arabic"):
        stem = plain.removesuffix(last)
        if stem != plain and len(stem) >= _LEAST and (given(stem) or stem in _parts("first", "arabic")):
            return True
    if plain.startswith("عبدال") and len(plain) > len("عبدال") + 2:
        return True
    for first in _parts("first", "arabic"):
        rest = plain.removeprefix(first)
        if rest != plain and len(rest) >= _LEAST and given(rest) == "G":
            return True
    return False


@cache
def _everyday(language: str) -> frozenset[str]:
    """Everyday words of a text in a language; of all that write Arabic script for a text in another script."""
    return frozenset().union(*(group("everyday", each) for each in _BESIDE.get(language, tuple(_BESIDE))))
