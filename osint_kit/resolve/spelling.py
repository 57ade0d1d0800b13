"""Words folded in bulk: keys under which spellings meet, roots without the endings of surnames, skeletons for blocking.

All words of a column are folded as one text of lines: a pass over it costs what a few hundred calls word by word would.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from osint_kit.knowledge.names import romanise

_ARABIC = re.compile(r"[\u0600-\u06ff\ufb50-\ufdff\ufe70-\ufeff]")
_OTHER = re.compile(r"[^a-z0-9\n]")
_FOLDS = (
    *(("dzh", "j"), ("dj", "j"), ("shch", "sh"), ("sch", "sh"), ("tch", "ch"), ("ch", "C"), ("kh", "h"), ("gh", "g")),
    *(("zh", "j"), ("ph", "f"), ("ck", "k"), ("th", "t"), ("x", "h"), ("oo", "u"), ("ee", "i"), ("ou", "u")),
    *(("ts", "s"), ("q", "k"), ("c", "k"), ("y", "i"), ("e", "i"), ("o", "a"), ("C", "ch")),
)
"""Spellings of one sound in passports, newspapers and chats; what is left is `a i u` and consonants."""
_FAMILY = re.compile(r"(?<=[a-z]{2})[aiu]+[vf]{1,2}(a?)$", re.MULTILINE)
"""-ov, -eva, -off and the like, however written; what stands for the ending must not be taken for a vowel."""
_ENDING = re.compile(r"(?<=[a-z]{3})(?:i?afa?|zadi?a?|a?[ua]f?i?ch|a?[ua]f?i?una|a?[uf]+na)$", re.MULTILINE)
"""Endings of surnames and patronymics in keys: one family writes now one, now the other."""
_TWICE = re.compile(r"([a-z])\1+")
_LAST_H = re.compile(r"(?<=[aiu])h$", re.MULTILINE)
_VOWELS = re.compile(r"(?<=[a-z])[aiu]+|(?<=[dt])h|^[aiu]+(?=[a-z]*[b-hj-tv-z])", re.MULTILINE)


def is_arabic(words: Sequence[str]) -> list[bool]:
    """Whether each word is in Arabic script, which leaves short vowels out."""
    return [not word.isascii() and bool(_ARABIC.search(word)) for word in words]


def keys(words: Sequence[str]) -> list[str]:
    """Key of each word under which its spellings in Latin and Cyrillic meet.

    >>> keys(["Фирӯз", "Firooz", "Карим", "کریم", "Каримов", "کریموف"])
    ['firuz', 'firuz', 'karim', 'krim', 'karimaf', 'krimaf']
    """
    text = "\n".join(word if word.isascii() else romanise(word) for word in words).lower()
    text = _OTHER.sub("", text)
    for spelt, folded in _FOLDS:
        text = text.replace(spelt, folded)
    text = _FAMILY.sub(r"af\1", text).replace("v", "u").replace("w", "u")
    return _lines(_LAST_H.sub("", text), words)


def single(folded: Sequence[str]) -> list[str]:
    """Keys with every doubled letter once; in Arabic script a doubled letter is two syllables, elsewhere one sound.

    >>> single(["hasan", "hassan"])
    ['hasan', 'hasan']
    """
    return _TWICE.sub(r"\1", "\n".join(folded)).split("\n")


def roots(folded: Sequence[str]) -> list[str]:
    """Keys without the endings of surnames and patronymics.

    >>> roots(["karimaf", "karimzada", "karimafa", "karim"])
    ['karim', 'karim', 'karim', 'karim']
    """
    return _lines(_ENDING.sub("", "\n".join(folded)), folded)


def skeletons(folded: Sequence[str]) -> list[str]:
    """What spellings of all scripts share: the consonants.

    >>> skeletons(["karim", "krim", "ali", "li"])
    ['krm', 'krm', 'l', 'l']
    """
    return _lines(_VOWELS.sub("", "\n".join(folded)), folded)


def _lines(text: str, instead: Sequence[str]) -> list[str]:
    """Lines of a text; where one is empty, what it was made from."""
    return [line or before for line, before in zip(text.split("\n"), instead, strict=True)]
