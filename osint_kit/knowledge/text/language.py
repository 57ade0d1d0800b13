"""Which script and, roughly, which language a text is in."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache

_TAJIK = frozenset("ғӣқӯҳҷҒӢҚӮҲҶ")
_UZBEK = frozenset("ўЎ")
_PASHTO = frozenset("ټډړږښڼې")
_WORD = re.compile(r"[^\W\d_]+(?:['’ʻ][^\W\d_]+)?")
_STOP_WORDS = {
    "tg": "ва аз ба дар бо барои ки аст мо шумо ман ин он ҳам то кунед нафар рақам занг шуд буд бе",
    "ru": "и в на с по из не что за до от для как мы вы это или у к номер есть его",
    "uz": "va bilan uchun bor bu yoki siz biz ҳам ва билан учун бор",
    "en": "the and of to in for is on with at from by or a an call we you not it",
}
_STOP = {code: frozenset(words.split()) for code, words in _STOP_WORDS.items()}
_BY_SCRIPT = {"Cyrillic": ("ru", "tg", "uz"), "Latin": ("en", "uz"), "Arabic": ("fa",)}


@cache
def _script_of(letter: str) -> str:
    name = unicodedata.name(letter, "")
    return name.partition(" ")[0].capitalize()


def script(text: str) -> str:
    """Most frequent script among the letters: `Cyrillic`, `Latin`, `Arabic`, or empty when there are none.

    >>> script("Салом"), script("Hello 5"), script("12")
    ('Cyrillic', 'Latin', '')
    """
    counted = Counter(_script_of(each) for each in text if each.isalpha())
    return max(sorted(counted), key=counted.__getitem__, default="")


def guess(text: str) -> str:
    """Guess the language from script, letters and frequent words; empty when there are no letters.

    >>> guess("Занг занед ба рақами мо"), guess("Звоните нам"), guess("Call us")
    ('tg', 'ru', 'en')
    """
    found = script(text)
    if found == "Arabic":
        return "ps" if _PASHTO & set(text) else "fa"
    candidates = _BY_SCRIPT.get(found, ())
    if not candidates:
        return ""
    words = Counter(word.lower() for word in _WORD.findall(text))
    points = {code: sum(words[word] for word in _STOP[code]) for code in candidates}
    if found == "Cyrillic":
        points["tg"] += 3 * sum(letter in _TAJIK for letter in text)
        points["uz"] += 3 * sum(letter in _UZBEK for letter in text)
    return max(candidates, key=lambda code: points[code])
