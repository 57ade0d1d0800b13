"""The tables of folding: what each character becomes, which are left out, which letters pass for others.

Arrays over all code points, made once at the first use. Own compilation over the Unicode Character Database that
Python ships.
"""

from __future__ import annotations

import sys
import unicodedata
from functools import cache

import numpy as np
from numpy.typing import NDArray

Codes = NDArray[np.uint32]

GONE = 0xFFFFFFFF
"""Stands in the table for what is left out."""

_LAST = 0x33480
"""No letters and no digits beyond."""

SPACES = (
    "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000"
    "\t\x0b\x0c\x1c\x1d\x1f"
)
DASHES = "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u2043\ufe58\ufe63\uff0d"
QUOTES = "\u2019\u2018\u02bb\u02bc\u02b9\u02bd\u02c8\u201b\u2032\u0060\u00b4\uff07"
INVISIBLE = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180e\u200b\u200c\u200d\u200e\u200f"
    "\u202a\u202b\u202c\u202d\u202e\u2060\u2061\u2062\u2063\u2064\u2066\u2067\u2068\u2069\u206a\u206b\u206c\u206d"
    "\u206e\u206f\ufeff\u0640"
)
_GONE_RANGES = (
    (0x0610, 0x061A),
    (0x064B, 0x065F),
    (0x0670, 0x0670),
    (0x06D6, 0x06DC),
    (0x06DF, 0x06E4),
    (0x06E7, 0x06E8),
    (0x06EA, 0x06ED),
    (0xFE70, 0xFE7F),  # vowel signs by themselves
    (0xFE00, 0xFE0F),  # variation selectors
    (0x1F3FB, 0x1F3FF),  # skin tones
    (0xE0100, 0xE01EF),
)
"""Vowel signs of Arabic script, and what only colours an emoji."""

_MARK_RANGES = (
    (0x0300, 0x036F),
    (0x0483, 0x0489),
    (0x1AB0, 0x1AFF),
    (0x1DC0, 0x1DFF),
    (0x20D0, 0x20FF),
    (0xFE20, 0xFE2F),
)
"""Marks that combine with the letter before them."""

SIGNS = {
    "\u066c": ",", "\u066b": ".", "\u060c": ",", "\u061b": ";", "\u061f": "?", "\u06d4": ".", "\u066a": "%",
    "\u066d": "*", "\u2033": '"', "\u201f": '"', "\u02da": "\u00b0", "\u00ba": "\u00b0", "\u2044": "/",
    "\u2028": "\n", "\u2029": "\n", "\x85": "\n",
}  # fmt: skip
ARABIC = {
    "ي": "ی", "ى": "ی", "ے": "ی", "ۓ": "ی", "ك": "ک", "ڪ": "ک", "ہ": "ه", "ھ": "ه", "ۂ": "ه", "ۀ": "ه",
    "ة": "ه", "ۃ": "ه", "أ": "ا", "إ": "ا", "ٱ": "ا", "ؤ": "و", "ګ": "گ",
}  # fmt: skip
"""Letters of Arabic script that keyboards and languages write for one another."""

_LATIN, _CYRILLIC = "acekopxyABCEHKMOPTXYjsJSIhdqwQWwi", "асекорхуАВСЕНКМОРТХУјѕЈЅІһԁԛԝԚԜԝі"
LATIN_OF = dict(zip(_CYRILLIC, _LATIN, strict=True))
"""Cyrillic letters that look like Latin ones."""
CYRILLIC_OF = {latin: cyrillic for cyrillic, latin in LATIN_OF.items() if latin in "acekopxyABCEHKMOPTXY"}
"""The reverse, for the letters that the languages of the region write."""

LATIN, CYRILLIC, OTHER, ALNUM = 1, 2, 4, 8
"""Bits of `classes`: letters by script; letters and digits together."""

EXPANDED = {ligature: tuple(map(ord, "لا")) for ligature in range(0xFEF5, 0xFEFD)} | {
    0xFB00: (102, 102), 0xFB01: (102, 105), 0xFB02: (102, 108),
}  # fmt: skip
"""Signs that stand for two letters."""


@cache
def table() -> Codes:
    """Code point → folded code point, or `GONE`."""
    codes = np.arange(sys.maxunicode + 1, dtype=np.uint32)
    codes[0xD800:0xE000] = 0xFFFD  # halves of characters, which no encoder takes
    for code in _compatible():
        codes[code] = ord(unicodedata.normalize("NFKC", chr(code)))
    for code in range(_LAST):
        digit = unicodedata.decimal(chr(code), None)
        if digit is not None:
            codes[code] = ord("0") + digit
    for letters, plain in ((SPACES, " "), (DASHES, "-"), (QUOTES, "'")):
        codes[[ord(each) for each in letters]] = ord(plain)
    for each, plain in (SIGNS | ARABIC).items():
        codes[codes == ord(each)] = ord(plain)
    codes[[ord(each) for each in INVISIBLE]] = GONE
    for first, last in _GONE_RANGES:
        codes[first : last + 1] = GONE
    return codes


def _compatible() -> list[int]:
    """Forms of width, of place in a word and of mathematical style, which have one plain letter."""
    blocks = (
        *((0x1D400, 0x1D800), (0xFB50, 0xFE00), (0xFE50, 0xFE6C)),
        *((0xFE80, 0xFF00), (0xFF01, 0xFF5F), (0x2460, 0x2469)),
    )
    return [
        code
        for first, last in blocks
        for code in range(first, last)
        if len(unicodedata.normalize("NFKC", chr(code))) == 1
    ]


@cache
def marks() -> NDArray[np.bool_]:
    """Which code points combine with the letter before them, and are composed with it or left out."""
    found = np.zeros(sys.maxunicode + 1, dtype=bool)
    for first, last in _MARK_RANGES:
        found[first : last + 1] = True
    found[[0x0653, 0x0654, 0x0655]] = True
    return found


@cache
def compositions() -> tuple[NDArray[np.uint64], Codes]:
    """Sorted keys `letter << 32 | mark`, and the letter that the two make."""
    made: dict[int, int] = {}
    for code in range(0x00C0, 0x2000):
        pieces = unicodedata.decomposition(chr(code)).split()
        if len(pieces) == 2 and not pieces[0].startswith("<"):  # noqa: PLR2004 - a letter and a mark
            made[int(pieces[0], 16) << 32 | int(pieces[1], 16)] = code
    keys = sorted(made)
    return np.array(keys, dtype=np.uint64), np.array([made[key] for key in keys], dtype=np.uint32)


@cache
def classes() -> NDArray[np.uint8]:
    """Bits by code point: letter of Latin, Cyrillic or another script; letter or digit."""
    found = np.zeros(sys.maxunicode + 1, dtype=np.uint8)
    for code in range(_LAST):
        letter = chr(code)
        if letter.isalpha():
            name = unicodedata.name(letter, "")
            found[code] = LATIN if name.startswith("LATIN") else CYRILLIC if name.startswith("CYRILLIC") else OTHER
        if letter.isalnum():
            found[code] |= ALNUM
    return found


@cache
def letters() -> NDArray[np.bool_]:
    """Which code points are letters."""
    return (classes() & np.uint8(LATIN | CYRILLIC | OTHER)) > 0


@cache
def swaps() -> tuple[Codes, Codes]:
    """Two tables: look-alikes to Latin, look-alikes to Cyrillic."""
    tables = []
    for pairs in (LATIN_OF, CYRILLIC_OF):
        codes = np.arange(0x530, dtype=np.uint32)
        codes[[ord(each) for each in pairs]] = [ord(each) for each in pairs.values()]
        tables.append(codes)
    return tables[0], tables[1]
