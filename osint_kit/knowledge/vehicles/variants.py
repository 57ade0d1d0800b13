"""Spellings of the names of vehicles that follow from another spelling by rule: Pashto, Urdu, Arabic, Sorani."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, product

_ARABIC = re.compile(r"[\u0600-\u06ff]")
_SORANI = frozenset("ۆێەڕڵڤ")
_PLAIN = str.maketrans("ټٹډڈړڑېۍ", "تتددرریی")
_STOPS = (("ت", "د"), ("ټ", "د"), ("ت", "ډ"), ("ټ", "ډ"), ("ٹ", "د"), ("ت", "ڈ"), ("ٹ", "ڈ"))
"""What Pashto and Urdu write for the `t` and `d` of foreign names."""
_FOREIGN = (("پ", "ب"), ("گ", "غ"), ("گ", "ج"), ("گ", "ك"), ("چ", "تش"), ("ژ", "ج"), ("ڤ", "ف"))
"""What Arabic writes for letters that it lacks."""
_LONG, _SHORTEST, _MOST = 5, 4, 24
_CLUSTERS = (
    ("ch", "چ"), ("sh", "ش"), ("ph", "ف"), ("ck", "ک"), ("qu", "ک"), ("oo", "وو"), ("ee", "ی"), ("ou", "و"),
    ("ai", "ەی"), ("ay", "ەی"), ("ei", "ەی"), ("x", "کس"), ("th", "س"), ("zh", "ژ"), ("gh", "گ"), ("kh", "خ"),
)  # fmt: skip
_LETTERS = {
    "a": "اە", "b": "ب", "c": "ک", "d": "د", "e": "ێە-", "f": "ف", "g": "گ", "h": "ه", "i": "ی", "j": "ج", "k": "ک",
    "l": "لڵ", "m": "م", "n": "ن", "o": "ۆ", "p": "پ", "q": "ق", "r": "ر", "s": "س", "t": "ت", "u": "و", "v": "ڤ",
    "w": "و", "y": "ی", "z": "ز",
}  # fmt: skip
_OPENING = {"a": "ئا", "e": "ئێ", "i": "ئی", "o": "ئۆ", "u": "ئو"}
_NAME = re.compile(r"[a-z]+(?: [a-z]+)?")


def variants(spelling: str) -> Iterator[str]:
    """Other regular spellings of a folded lower-case name in Arabic script, itself left out.

    >>> set(variants("هوندا")) == {"هونډا", "هونڈا"}
    True
    """
    if not _ARABIC.match(spelling) or _SORANI & set(spelling):
        return
    plain = spelling.translate(_PLAIN)
    made = {plain: None, **dict.fromkeys(_stops(plain))}
    if len(plain) >= _LONG:
        made |= {plain.replace(letter, other): None for letter, other in _FOREIGN}
    made.pop(spelling, None)
    yield from islice(made, _MOST)


def _stops(plain: str) -> Iterator[str]:
    """Retroflex stops, and the Pashto `e` inside the word."""
    for t, d in _STOPS:
        text = plain.replace("ت", t).replace("د", d)
        yield text
        if "ٹ" in text or "ڈ" in text:
            continue
        inner = [at for at in range(1, len(text) - 1) if text[at] == "ی" and text[at + 1] != " "]
        for at in inner:
            yield f"{text[:at]}ې{text[at + 1 :]}"
        if len(inner) > 1:
            yield re.sub("(?<=.)ی(?=[^ ])", "ې", text)


def sorani(name: str) -> Iterator[str]:
    """How Sorani writes a Latin name: by its sounds, each letter always in the same way.

    >>> "ڤۆڵڤۆ" in sorani("volvo"), "کرافتەر" in sorani("crafter"), "سپۆرتەیج" in sorani("sportage")
    (True, True, True)
    """
    if _NAME.fullmatch(name) is None or len(name) < _SHORTEST:
        return
    text = re.sub(r"([a-z])\1", lambda pair: pair.group() if pair.group() in ("oo", "ee") else pair.group(1), name)
    text = re.sub(r"c(?=[eiy])", "s", re.sub(r"age\b", "ayj", text))
    for cluster, letters in _CLUSTERS:
        text = text.replace(cluster, letters)
    text = re.sub(r"\b[aeiou]", lambda first: _OPENING[first.group()], text)
    text = re.sub(r"\br", "ڕ", re.sub(r"(?<=[^aeiou ][^aeiou ])e\b|(?<=[aiouەی][^aeiou ])e\b", "", text))
    free = [letter for letter in "ael" if letter in text]
    for chosen in product(*(_LETTERS[letter] for letter in free)):
        own = dict(zip(free, chosen, strict=True))
        yield "".join(own.get(each, _LETTERS.get(each, each)[0]) for each in text).replace("-", "")
