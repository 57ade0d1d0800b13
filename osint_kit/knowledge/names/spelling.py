"""A word as signs: which orthography it is in, and how its letters read there."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from osint_kit.knowledge.names.sounds import FINAL, FIRST, sounds, tables
from osint_kit.knowledge.text import fold

SCRIPTS = ("cyrillic", "latin", "arabic")
_RANGES = (("cyrillic", 0x400, 0x52F), ("arabic", 0x600, 0x6FF), ("arabic", 0x750, 0x77F), ("arabic", 0xFB50, 0xFEFF))
_BY_LANGUAGE = {"tg": "tajik", "ckb": "sorani", "tr": "turkish", "ku": "kurdish_latin", "ky": "turkic_cyrillic"}
_BY_LANGUAGE |= {"kk": "turkic_cyrillic"}
_ABJAD = "arabic"
_H = "h heh latin_h russian_h kh weak_h"
_KEPT = str.maketrans({"\u0130": "i", "’": "'", "‘": "'", "ʻ": "'", "ʼ": "'", "`": "'", "ʿ": "'", "ʾ": "'"})
_FOLDED = re.compile("[A-Za-z]+|[А-Яа-яЁёҒғӢӣҚқӮӯҲҳҶҷЎў]+|[ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیآ]+")
"""Words that folding leaves as they are."""
_PLAIN = re.compile(r"[a-zа-яёا-یʕ']")


@dataclass(frozen=True, slots=True)
class Spelling:
    """A word as its orthography writes it.

    Attributes:
        text: folded, lower case.
        script: `cyrillic`, `latin` or `arabic`; empty for anything else.
        orthography: the name of its table.
        signs: numbers of its signs, doubled ones once.
        abjad: whether the script leaves short vowels out.
    """

    text: str
    script: str
    orthography: str
    signs: tuple[int, ...]
    abjad: bool


@lru_cache(maxsize=262144)
def plain(word: str) -> str:
    """A word folded and in lower case, with the letters that an orthography is told by."""
    return cased(word).lower()


@lru_cache(maxsize=262144)
def cased(word: str) -> str:
    """A word folded, its capitals kept."""
    if _FOLDED.fullmatch(word):
        return word
    return unicodedata.normalize("NFC", fold(word).text.translate(_KEPT))


@lru_cache(maxsize=262144)
def spelling(word: str, hint: str = "") -> Spelling:
    """Read a word that is `plain` already.

    Args:
        hint: the orthography of the name that the word stands in, when its own letters do not tell.
    """
    script = script_of(word)
    if not script:
        return Spelling(word, "", "", (), abjad=False)
    orthography = orthography_of(word) or (hint if tables().get(hint, {}).get("script", "") == script else "") or script
    names = _placed(_read(word, orthography))
    number = sounds().number
    return Spelling(word, script, orthography, tuple(number[each] for each in names), abjad=script == _ABJAD)


def script_of(word: str) -> str:
    """The script of the first letter that has one."""
    for letter in word:
        code = ord(letter)
        if (letter.isalpha() and code < 0x250) or 0x1E00 <= code < 0x1F00:  # noqa: PLR2004 - the Latin blocks
            return "latin"
        for script, first, last in _RANGES:
            if first <= code <= last:
                return script
    return ""


@lru_cache(maxsize=65536)
def orthography_of(text: str, language: str | None = None) -> str:
    """The orthography that the letters of a word or of a whole name tell, or the language; empty when neither does."""
    script = script_of(text)
    for name, its, letters in _marks():
        if its == script and letters.search(text):
            return name
    told = _BY_LANGUAGE.get(language or "", "")
    return told if tables().get(told, {}).get("script") == script else ""


@cache
def _marked() -> tuple[str, ...]:
    return tuple(name for name, table in tables().items() if isinstance(table, dict) and "script" in table)


def orthography_of_words(words: Iterable[str], language: str | None = None) -> str:
    """The orthography that the letters of any of the words tell; else what the first tells by its script."""
    told = [(orthography_of(word, language), script_of(word)) for word in words]
    script = next((script for _name, script in told if script), "")
    marked = {name for name, its in told if name and its == script}
    return min(marked, key=_marked().index) if marked else script


@cache
def _marks() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    """Orthographies that letters of their own tell: name, script, those letters."""
    return tuple(
        (name, tables()[name]["script"], re.compile("|".join((*table.get("letters", ()), *table.get("signs", ())))))
        for name, table in ((name, tables()[name]) for name in _marked())
    )


@cache
def _reading(orthography: str) -> tuple[dict[str, tuple[str, ...]], re.Pattern[str]]:
    table = tables()[orthography]
    script = table.get("script", orthography)
    pairs = dict(each.split("=") for each in tables()[script]["read"].split())
    if script != orthography:
        own = dict(each.split("=") for each in table["read"].split())
        pairs = {letter: sign for letter, sign in pairs.items() if not _covered(letter, own)} | own
    signs = {written: tuple(read.split("+")) for written, read in pairs.items()}
    longest = sorted(signs, key=len, reverse=True)
    return signs, re.compile("|".join(re.escape(each) for each in longest))


def _covered(written: str, own: dict[str, str]) -> bool:
    """A digraph of the script that an orthography of it writes with one letter of its own."""
    return len(written) > 1 and written[-1:] in own and written[-1] == "و"


def _read(word: str, orthography: str) -> list[str]:
    signs, pattern = _reading(orthography)
    text = _initial(word) if script_of(word) == _ABJAD else _article(word)
    if text and not _PLAIN.search(text):
        text = "".join(each for each in unicodedata.normalize("NFD", text) if not unicodedata.combining(each))
    found: list[str] = []
    for match in pattern.finditer(text):
        found.extend(signs[match.group()])
    return found


_LINKS = re.compile(
    r"(?<=[ae]bd)[aeuoiî]+(?:l?(?=[^laeiou'])|(?=l))|(?<=абд)[уаеэиі](?:ль?(?=[^лаеиоуяь])|(?=л))"
    r"|(?<=[a-z]{2})[uaei][ltd]?(?=d(?:in|een|ein|yn|ine)(?:$|[^aeiou]))"
    r"|(?<=[а-яқғҳҷ]{2})[уаиеі][лтд]?(?=дин(?:$|[^аеиоу]))"
    r"|(?<=[a-z]{2})[ui]n?(?=nis+[oa]$)|(?<=[а-яқғҳҷ]{2})[уи]н?(?=нис+[оа]$)"
    r"|(?<=[a-z]{2})[uaio](?=ll?[aoā]h?$)|(?<=[а-яқғҳҷ]{2})[уаио](?=лл?[аоя][хҳ]?$)"
)
"""The vowel, and the l of the article, that link the halves of abd ul-X, X ud-din and X ullah."""
_MUTE = re.compile(r"(?<=[a-z]{2})d(?:ine|een|ein|yn)$")
_WITHIN = re.compile(r"(?<=[^ا]{2})ال(?=...)(?!ل)")
_INITIAL = re.compile(r"^ا(?=(.?))")
_CARRIER, _CARRIER_WEAK = "أ", "إ"


def _initial(word: str) -> str:
    """A first alef carries a vowel that another letter may show."""
    word = _WITHIN.sub("إڵ" if "ە" not in word else "ال", word)
    return _INITIAL.sub(lambda match: _CARRIER_WEAK if match.group(1) in "ویۆێ" else _CARRIER, word)


def _article(word: str) -> str:
    """The vowel that links the halves of a compound, as a sign of its own."""
    return _LINKS.sub("ʕ", _MUTE.sub("din", word))


def _placed(signs: list[str]) -> list[str]:
    """Signs once each, those at the ends of the word marked; a last h that may be left out is weak."""
    kept = [each for place, each in enumerate(signs) if not place or each != signs[place - 1] or each == "carrier"]
    number = sounds().number
    marked = True
    if len(kept) > 2 and kept[-1] in _H.split() and _is_vowel(kept[-2]):  # noqa: PLR2004 - a vowel and what it follows
        kept, marked = _last_h(kept)
    last = max((place for place, each in enumerate(kept) if each not in ("weak_h", "none")), default=-1)
    if last > 0 and marked:
        kept[last] = _last(kept, last)
    if kept and FIRST + kept[0] in number:
        kept[0] = FIRST + kept[0]
    return [each for each in kept if each != "none" or len(kept) == 1]


_OPEN = frozenset(("a", "long_a", "short_a", "alef", "o", "waw"))
_BY_CUSTOM = {"e": "latin_h", "russian_e": "russian_h"}


def _last_h(kept: list[str]) -> tuple[list[str], bool]:
    """Abdulloh is Abdullo and Fatemeh Fatima, but Saleh keeps its h: the vowel before it tells."""
    vowel, sign = kept[-2:]
    if vowel in _OPEN or _BY_CUSTOM.get(vowel) == sign:
        return [*kept[:-1], "weak_h"], vowel not in _BY_CUSTOM
    return kept, sign == "heh"


def _last(kept: list[str], last: int) -> str:
    sign = kept[last]
    if sign == "yeh":
        sign = "final_yeh"
    elif sign == "heh":
        sign = "final_heh"
    elif sign == "v":
        sign = "final_v"
    return sign + FINAL if sign + FINAL in sounds().number else sign


def _is_vowel(sign: str) -> bool:
    return sounds().number[sign] in sounds().vowels
