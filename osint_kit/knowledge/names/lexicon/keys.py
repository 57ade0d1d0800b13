"""The form under which the spellings of a name are looked up."""

from __future__ import annotations

import re
import unicodedata

from osint_kit.knowledge.text import fold

_ONE = "يىےئېۍێ=ی ك=ک ہھەةۀ=ه ۆؤ=و أإٱآ=ا ڕ=ر ڵ=ل ګ=گ ё=е ӣ=и ӯў=у ı=i ə=a"
_GONE = "ء'’‘ʻʼ`- \u200c\u200d\u0640"
_SIZE = 0x2100
_PLAIN = re.compile(
    "[A-Za-z'-]+|[\u0400-\u045f\u0490-\u04ff'-]+|[\u0621-\u063a\u0641-\u064a\u0671-\u06d3\u06d5\u200c]+"
)
"""Words of one script that folding leaves alone but for what `bare` does too."""


def _table() -> list[str | int | None]:
    """A list, which `str.translate` reads faster than a dictionary."""
    table: list[str | int | None] = list(range(_SIZE))
    for each in _GONE:
        table[ord(each)] = None
    for pair in _ONE.split():
        many, one = pair.split("=")
        for each in many:
            table[ord(each)] = one
    for code in (*range(0xC0, 0x180), *range(0x1E00, 0x1F00)):
        plain = "".join(each for each in unicodedata.normalize("NFD", chr(code)) if not unicodedata.combining(each))
        if plain != chr(code):
            table[code] = plain
    return table


_TABLE = _table()


def norm(word: str) -> str:
    """Folded, lower case, without apostrophes, hyphens and spaces, one letter for the variants of a letter.

    >>> norm("Abd ul-Karim"), norm("علي") == norm("علی"), norm("Sa’id") == norm("Said")
    ('abdulkarim', True, True)
    """
    return bare(word if _PLAIN.fullmatch(word) else fold(word).text)


def bare(folded: str) -> str:
    """The same for text that is folded already; tabs, lines and bars stay.

    >>> bare("Gü-l|a")
    'gul|a'
    """
    return folded.replace("\u0130", "i").lower().translate(_TABLE)
