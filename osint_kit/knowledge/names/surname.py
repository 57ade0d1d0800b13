"""Endings that make surnames and patronymics in Tajik, Russian, Uzbek and Dari names, and the root without them."""

from __future__ import annotations

import re
from functools import lru_cache

from osint_kit.knowledge.names.romanise import romanise

_CASE = "(?:a|u|ym|e|oy|ykh|y|i|ro|im)?"
_FAMILY = re.compile(rf"^(.{{3,}}?)(?:(?:y?e|o)v{_CASE}|z[ao]d(?:a|e|ah|eh)?(?:i|ro)?|sk(?:iy|aya|ogo|omu|oy))$")
_NISBA = re.compile(r"^(.{3,}?)(?:iy|ii|i|y)$")
_PATRONYMIC = re.compile(
    r"^(.{3,}?)(?:(?:y?e|o)vich(?:a|u|em|e)?|(?:y?e|o)vn(?:a|y|e|u|oy)|ugli|o'g'li|ogli|qizi|kyzy|pur)$"
)


@lru_cache(maxsize=65536)
def is_surname(word: str) -> bool:
    """Whether the ending alone makes the word look like a surname: -ов, -ева, -зода, -ский and their cases.

    >>> is_surname("Саидовой"), is_surname("Rahimzoda"), is_surname("Карим")
    (True, True, False)
    """
    return bool(_FAMILY.match(romanise(word))) or (word.endswith("ӣ") and len(word) > 4)  # noqa: PLR2004 - Алӣ is a given name


@lru_cache(maxsize=65536)
def is_patronymic(word: str) -> bool:
    """Whether the word is a patronymic: -ович, -овна, -угли, -кызы and their cases.

    >>> is_patronymic("Каримовича"), is_patronymic("Karimov")
    (True, False)
    """
    return bool(_PATRONYMIC.match(romanise(word)))


@lru_cache(maxsize=65536)
def root(word: str) -> str:
    """Latin root of a surname or patronymic; a word without such an ending as it is.

    >>> root("Саидова"), root("Саидзода"), root("Saidiy"), root("Карим")
    ('said', 'said', 'said', 'karim')
    """
    plain = romanise(word)
    for pattern in (_PATRONYMIC, _FAMILY, _NISBA):
        match = pattern.match(plain)
        if match:
            return match.group(1)
    return plain
