"""Folding: one plain form of digits, spaces, dashes, widths and letters, with a way back to the original.

Letters keep their case. What is folded: digits to ASCII; all spaces but line ends, dashes and apostrophes to one of
each; signs of Arabic script to ASCII; full width and mathematical letters; letters of Arabic script that keyboards
write for one another; invisible characters, vowel signs, tatweel, skin tones left out; combining marks composed with
their letter or left out; entities and tags that HTML left behind; in a word of Latin and Cyrillic letters, those that
only look right. Linear in the length of the text.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from html.entities import html5

import numpy as np
from numpy.typing import NDArray

from osint_kit.knowledge.text import alphabet
from osint_kit.knowledge.text.alphabet import CYRILLIC, GONE, LATIN, Codes

Places = NDArray[np.int64]
Flags = NDArray[np.bool_]

_REMNANT = re.compile(
    r"&(?:#[0-9]{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z]{2,8}[0-9]{0,2});"
    r"|</?(?:a|b|i|u|s|em|strong|br|p|div|span|font|code|pre|blockquote|ul|ol|li|h[1-6]|img|td|tr|th|table|tbody|hr|small"
    r"|sub|sup|del|ins|mark|center|tg-spoiler|tg-emoji)(?:[\s/][^<>\n\x1e]{0,300})?>",
    re.IGNORECASE,
)
_BREAKS = re.compile(r"</?(?:br|p|div|li|tr|h[1-6]|hr)\b", re.IGNORECASE)
_LINK = re.compile(r"(?:href|src)\s*=\s*[\"']?([^\"'\s>]+)", re.IGNORECASE)
_PLAIN = re.compile(r"[^\x00-\x7f]|[&<`\t\x0b\x0c\x1c\x1d\x1f]")
"""What a text holds none of that folding leaves as it is."""

LOOK_ALIKES = str.maketrans("АВЕКМНОРСТУХІЅЈ", "ABEKMHOPCTYXISJ")
"""Cyrillic capitals that a plate shares with Latin; for plates only, never for words."""


@dataclass(frozen=True, slots=True, eq=False)
class Folded:
    """Folded text; character `i` of it stands for `offsets[i]` to `ends[i]` of the original.

    Attributes:
        offsets: ascending; the length of the original comes last.
        ends: empty where each character stands for one.
    """

    text: str
    offsets: Sequence[int] | Places
    ends: Sequence[int] | Places = ()

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Span in the original of a non-empty span of the folded text."""
        last = self.ends[end - 1] if len(self.ends) else self.offsets[end - 1] + 1
        return int(self.offsets[start]), int(last)


def fold(text: str) -> Folded:
    r"""Fold a text.

    >>> fold("٠٩۱ 5").text
    '091 5'
    >>> fold("a\u200bb").span(1, 2)
    (2, 3)
    >>> fold("и\u0306 &amp; Cалом").text
    'й & Салом'
    """
    if not _PLAIN.search(text):
        return Folded(text, range(len(text) + 1))
    raw = encoded(text)
    codes = alphabet.table()[raw]
    ends = _without_remnants(text, codes)
    ends = _composed(raw, codes, ends)
    kept = codes != GONE
    if kept.all() and ends is None:
        offsets: Sequence[int] | Places = range(len(text) + 1)
    else:
        offsets = np.append(np.flatnonzero(kept), len(text))
        codes, ends = codes[kept], None if ends is None else ends[kept]
    codes, offsets, ends = _spread(codes, offsets, ends)
    return Folded(decoded(_one_script(codes)), offsets, () if ends is None else ends)


def encoded(text: str) -> Codes:
    """The text as an array of code points."""
    return np.frombuffer(text.encode("utf-32-le", "surrogatepass"), dtype=np.uint32)


def decoded(codes: Codes) -> str:
    """An array of code points as text."""
    return np.ascontiguousarray(codes, dtype="<u4").tobytes().decode("utf-32-le", "replace")


def _without_remnants(text: str, codes: Codes) -> Places | None:
    """Put one character in the place of each entity and tag; the ends of all characters if there was any."""
    if "&" not in text and "<" not in text:
        return None
    ends: Places | None = None
    for match in _REMNANT.finditer(text):
        for start, end, code in _instead(match):
            if ends is None:
                ends = np.arange(1, len(text) + 1, dtype=np.int64)
            codes[start], codes[start + 1 : end], ends[start] = code, GONE, end
    return ends


def _instead(match: re.Match[str]) -> list[tuple[int, int, int]]:
    """Start, end and character for the pieces of an entity or a tag that are replaced; a link within it stays."""
    written, start, end = match.group(), match.start(), match.end()
    if written.startswith("<"):
        blank = ord("\n") if _BREAKS.match(written) else ord(" ")
        link = _LINK.search(written)
        if link:
            return [(start, start + link.start(1), blank), (start + link.end(1), end, blank)]
        return [(start, end, blank)]
    name = written[1:]
    if name.startswith("#"):
        number = int(name[2:-1], 16) if name[1] in "xX" else int(name[1:-1])
        letter = chr(number) if number < len(alphabet.table()) and number not in (0, 0x1E) else ""
    else:
        letter = html5.get(name, "")
    return [(start, end, int(alphabet.table()[ord(letter)]))] if len(letter) == 1 else []


def _composed(raw: Codes, codes: Codes, ends: Places | None) -> Places | None:
    """Compose letters with the first mark that follows; leave out all other marks."""
    places = np.flatnonzero(alphabet.marks()[raw])
    if not places.size:
        return ends
    codes[places] = GONE
    first = places[(places > 0) & ~alphabet.marks()[raw[places - 1]]]
    keys, letters = alphabet.compositions()
    wanted = raw[first - 1].astype(np.uint64) << np.uint64(32) | raw[first].astype(np.uint64)
    found = np.minimum(np.searchsorted(keys, wanted), len(keys) - 1)
    fits = (keys[found] == wanted) & (codes[first - 1] != GONE)
    if not fits.any():
        return ends
    ends = np.arange(1, len(raw) + 1, dtype=np.int64) if ends is None else ends
    codes[first[fits] - 1] = alphabet.table()[letters[found[fits]]]
    ends[first[fits] - 1] = first[fits] + 1
    return ends


def _spread(
    codes: Codes, offsets: Sequence[int] | Places, ends: Places | None
) -> tuple[Codes, Sequence[int] | Places, Places | None]:
    """Two letters for each ligature of two."""
    joined = (codes >= min(alphabet.EXPANDED)) & (codes <= max(alphabet.EXPANDED))
    if joined.any():
        joined &= np.isin(codes, list(alphabet.EXPANDED))
    if not joined.any():
        return codes, offsets, ends
    counts = joined.astype(np.int64) + 1
    starts = np.asarray(offsets, dtype=np.int64)
    ends = starts[:-1] + 1 if ends is None else ends
    pairs = np.array([alphabet.EXPANDED[int(code)] for code in codes[joined]], dtype=np.uint32)
    firsts = (np.cumsum(counts) - counts)[joined]
    spread = np.repeat(codes, counts)
    spread[firsts], spread[firsts + 1] = pairs[:, 0], pairs[:, 1]
    return spread, np.append(np.repeat(starts[:-1], counts), starts[-1]), np.repeat(ends, counts)


def _one_script(codes: Codes) -> Codes:
    """In each word of Latin and Cyrillic letters, turn those that only look right into the other script.

    A word goes where the letters point that have no look-alike; where both scripts have such letters, to the script of
    the most, unless one simply follows the other, as an ending is put to a foreign word.
    """
    classes = alphabet.classes()[np.minimum(codes, alphabet.table().size - 1)] & (LATIN | CYRILLIC)
    latin, cyrillic = classes == LATIN, classes == CYRILLIC
    change = np.flatnonzero((latin[1:] & cyrillic[:-1]) | (cyrillic[1:] & latin[:-1])) + 1
    if not change.size:
        return codes
    letters = classes > 0
    starts = letters & ~np.concatenate(([False], letters[:-1]))
    word = np.cumsum(starts, dtype=np.int64)
    mixed = np.zeros(int(word[-1]) + 1, dtype=bool)
    mixed[word[change]] = True
    places = np.flatnonzero(letters & mixed[word])
    target = _targets(codes[places], latin[places], word[places], np.bincount(word[change], minlength=mixed.size))
    codes = codes.copy()
    goes, here = target[word[places]], codes[places]
    to_latin, to_cyrillic = alphabet.swaps()
    near = np.minimum(here, to_latin.size - 1)
    small = here < to_latin.size
    here = np.where(small & (goes == LATIN), to_latin[near], here)
    codes[places] = np.where(small & (goes == CYRILLIC), to_cyrillic[near], here)
    return codes


def _targets(codes: Codes, latin: Flags, word: Places, changes: Places) -> NDArray[np.uint8]:
    """Script that each word goes to, by the number of the word; 0 where it stays as it is."""
    to_latin, to_cyrillic = alphabet.swaps()
    near = np.minimum(codes, to_latin.size - 1)
    sure = (to_latin[near] == near) & (to_cyrillic[near] == near)
    size = changes.size
    sure_latin, sure_cyrillic, all_latin, all_cyrillic = (
        np.bincount(word[chosen], minlength=size) for chosen in (sure & latin, sure & ~latin, latin, ~latin)
    )
    first = np.zeros(size, dtype=bool)
    opens = np.flatnonzero(np.concatenate(([True], word[1:] != word[:-1])))
    first[word[opens]] = latin[opens]
    most = np.where(
        (all_latin > all_cyrillic) | ((all_latin == all_cyrillic) & first), np.uint8(LATIN), np.uint8(CYRILLIC)
    )
    glued = (sure_latin > 0) & (sure_cyrillic > 0) & (changes == 1)
    told = np.where(
        (sure_latin > 0) & (sure_cyrillic == 0),
        np.uint8(LATIN),
        np.where((sure_cyrillic > 0) & (sure_latin == 0), np.uint8(CYRILLIC), most),
    )
    return np.where(glued, np.uint8(0), told)


_NATURAL = {ord(each): plain for each, plain in alphabet.ARABIC.items()}
_NATURAL |= {ord(each): "'" for each in alphabet.QUOTES}
_NATURAL |= {base + digit: str(digit) for base in (0x0660, 0x06F0) for digit in range(10)}
_NATURAL |= {ord("،"): ",", ord("؛"): ";", ord("؟"): r"\?", ord("٫"): r"\.", ord("۔"): r"\.", ord("٬"): ",", 0xA0: " "}
_UNSEEN = "[\u0640\u064b-\u0652\u0670\u200b-\u200f\u00ad]"
_UNSEEN_PIECE = re.compile(rf"\[{_UNSEEN}+\][?*+]?|{_UNSEEN}[?*+]?")


@lru_cache(maxsize=4096)
def fold_pattern(pattern: str) -> str:
    """Natural spelling within a regular expression to what folded text holds: letters, digits and apostrophes.

    >>> fold_pattern("ہفتے|كتاب|می\u200c?رود")
    'هفتی|کتاب|میرود'
    """
    if pattern.isascii():
        return pattern
    return _UNSEEN_PIECE.sub("", unicodedata.normalize("NFC", pattern)).translate(_NATURAL)


def look_alikes(text: str) -> str:
    """Upper-case Latin form of a plate written with Cyrillic look-alikes, character for character.

    >>> look_alikes("1234 ав 05")
    '1234 AB 05'
    """
    upper = text.upper()
    if len(upper) != len(text):
        upper = "".join(each.upper() if len(each.upper()) == 1 else each for each in text)
    return upper if upper.isascii() else _latin(upper)


_LATIN_CAPITALS = np.arange(0x530, dtype=np.uint32)
_LATIN_CAPITALS[list(LOOK_ALIKES)] = list(LOOK_ALIKES.values())


def _latin(upper: str) -> str:
    if len(upper) < 64:  # noqa: PLR2004 - shorter than an array pays
        return upper.translate(LOOK_ALIKES)
    codes = encoded(upper)
    near = np.minimum(codes, _LATIN_CAPITALS.size - 1)
    return decoded(np.where(codes < _LATIN_CAPITALS.size, _LATIN_CAPITALS[near], codes))


def letters(text: str) -> str:
    """Only the letters, lower case, without marks: for comparing words."""
    decomposed = unicodedata.normalize("NFD", text.lower())
    return "".join(each for each in decomposed if each.isalpha())
