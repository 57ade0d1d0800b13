"""Folding: one plain form of digits, spaces, dashes and widths, with a way back to the original.

Every folded character stands for exactly one original character; invisible ones are left out. Letters keep their case
and their script.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t"
_DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d"
_INVISIBLE = (
    "\u00ad\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff"
)
_MARKS = {"٬": ",", "٫": "."}
"""Signs within numbers in Arabic script: of thousands and of decimals."""
_QUOTES = {"’": "'", "‘": "'", "ʻ": "'", "ʼ": "'", "`": "'", "´": "'"}


def _digits() -> dict[int, str]:
    blocks = (0x0660, 0x06F0, 0x0966, 0xFF10)
    return {base + value: str(value) for base in blocks for value in range(10)}


def _wide() -> dict[int, str]:
    return {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}


_TABLE: dict[int, str | None] = {
    **_wide(),
    **_digits(),
    **{ord(each): " " for each in _SPACES},
    **{ord(each): "-" for each in _DASHES},
    **{ord(each): plain for each, plain in (_QUOTES | _MARKS).items()},
    **{ord(each): None for each in _INVISIBLE},
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),  # halves of characters, which no encoder takes
}
_GONE = frozenset(_INVISIBLE)

LOOK_ALIKES = str.maketrans("АВЕКМНОРСТУХІЅЈ", "ABEKMHOPCTYXISJ")
"""Cyrillic capitals that a plate shares with Latin; for plates only, never for words."""


@dataclass(frozen=True, slots=True)
class Folded:
    """Folded text; character `i` of it stands at `offsets[i]` in the original, whose length comes last."""

    text: str
    offsets: Sequence[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Span in the original of a non-empty span of the folded text."""
        return self.offsets[start], self.offsets[end - 1] + 1


def fold(text: str) -> Folded:
    r"""Fold digits, spaces, dashes, widths and apostrophes; leave out invisible characters.

    >>> fold("٠٩۱ 5").text
    '091 5'
    >>> fold("a\u200bb").span(1, 2)
    (2, 3)
    """
    plain = text.translate(_TABLE)
    if len(plain) == len(text):
        return Folded(plain, range(len(text) + 1))
    kept = [index for index, letter in enumerate(text) if letter not in _GONE]
    return Folded(plain, [*kept, len(text)])


def look_alikes(text: str) -> str:
    """Upper-case Latin form of a plate written with Cyrillic look-alikes.

    >>> look_alikes("1234 ав 05")
    '1234 AB 05'
    """
    upper = "".join(each.upper() if len(each.upper()) == 1 else each for each in text)
    return upper.translate(LOOK_ALIKES)


def letters(text: str) -> str:
    """Only the letters, lower case, without marks: for comparing words."""
    decomposed = unicodedata.normalize("NFD", text.lower())
    return "".join(each for each in decomposed if each.isalpha())
