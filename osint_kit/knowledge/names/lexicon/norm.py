"""The form under which the spellings of a name are looked up."""

from __future__ import annotations

import unicodedata

from osint_kit.knowledge.text import fold

_ONE = "يىےئېۍێ=ی ك=ک ہھەةۀ=ه ۆؤ=و أإٱآ=ا ڕړ=ر ڵ=ل ګ=گ ё=е ӣ=и ӯў=у ı=i"
_GONE = "ء'’‘ʻʼ`- \u200c\u200d\u0640"


def _table() -> dict[int, str | None]:
    table: dict[int, str | None] = {ord(each): None for each in _GONE}
    for pair in _ONE.split():
        many, one = pair.split("=")
        table |= {ord(each): one for each in many}
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
    return bare(fold(word).text)


def bare(folded: str) -> str:
    """The same for text that is folded already; tabs, lines and bars stay.

    >>> bare("Gü-l|a")
    'gul|a'
    """
    return folded.replace("\u0130", "i").lower().translate(_TABLE)
