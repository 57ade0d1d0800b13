"""Reading around a word: the line about it as pieces with roles, so that a grammar is a pattern over roles.

A lexicon gives words, phrases and signs their roles, one character each; numbers get theirs from the member. What is
in no lexicon is `x`; punctuation stands for itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

_PHRASE = 5
"""Words of the longest phrase."""

_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*'?")
_BETWEEN = re.compile(r"[ .\-]{1,2}(?=[^\W\d_])")
_ENDS = "\n\x1e"
_PUNCTUATION = frozenset(".,-/:;!?()|'&+=~%")
OTHER = "x"


@dataclass(frozen=True, slots=True)
class Piece:
    """A word, number or sign of the line, with its role and what it stands for."""

    start: int
    end: int
    role: str
    value: object = None


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What the pieces of a line are.

    Attributes:
        phrases: key (words parted by single spaces) → role, value.
        number: place of a digit in a text → end, role, value.
        signs: one character → role, value.
        endings: what may be glued to a word, longest first; the piece ends before it.
        follow: ending → role of an empty piece that stands for it.
    """

    phrases: Mapping[str, tuple[str, object]]
    number: Callable[[str, int], tuple[int, str, object]]
    signs: Mapping[str, tuple[str, object]] = field(default_factory=dict)
    endings: tuple[str, ...] = ()
    follow: Mapping[str, str] = field(default_factory=dict)

    def known(self, word: str) -> tuple[str, object, int] | None:
        """Role and value of a word, and the length of the glued ending that it is known without."""
        entry = self.phrases.get(word)
        if entry is not None:
            return (*entry, 0)
        for ending in self.endings:
            if word.endswith(ending) and len(word) > len(ending) + 1:
                entry = self.phrases.get(word[: -len(ending)].rstrip("'"))
                if entry is not None:
                    return (*entry, len(ending))
        return None

    def pieces(self, text: str, start: int, end: int) -> list[Piece]:
        """Pieces of a stretch of folded lower-case text, which neither cuts a word nor a number."""
        found: list[Piece] = []
        place = start
        while place < end:
            letter = text[place]
            if letter == " ":
                place += 1
                continue
            opened = place
            if "0" <= letter <= "9":
                place, role, value = self.number(text, opened)
                found.append(Piece(opened, place, role, value))
            elif letter.isalpha():
                place = self._word(text, opened, end, found)
            else:
                role, value = self.signs.get(letter, (letter if letter in _PUNCTUATION else OTHER, None))
                place += 1
                found.append(Piece(opened, place, role, value))
        return found

    def _word(self, text: str, start: int, end: int, found: list[Piece]) -> int:
        """Put the longest known phrase that begins here on the list; its end."""
        ends, words = _phrase(text, start, end)
        for count in range(len(words), 0, -1):
            entry = self.known(" ".join(words[:count]))
            if entry is None:
                continue
            role, value, glued = entry
            stop = ends[count - 1] - glued
            found.append(Piece(start, stop, role, value))
            if glued and text[stop : stop + glued] in self.follow:
                found.append(Piece(stop, stop + glued, self.follow[text[stop : stop + glued]]))
            return ends[count - 1]
        found.append(Piece(start, ends[0], OTHER))
        return ends[0]


def _phrase(text: str, start: int, end: int) -> tuple[list[int], list[str]]:
    """Ends and words of what may be a phrase from here on."""
    ends: list[int] = []
    words: list[str] = []
    place = start
    while len(words) < _PHRASE:
        match = _WORD.match(text, place, end)
        if match is None:
            break
        words.append(match.group().rstrip("'") if match.group()[:-1] else match.group())
        ends.append(match.end())
        between = _BETWEEN.match(text, match.end(), end)
        if between is None:
            break
        place = between.end()
    return ends or [start + 1], words or [text[start]]


def window(text: str, start: int, end: int, *, width: int = 60) -> tuple[int, int]:
    """The stretch about a place on its line that cuts no word and no number."""
    first = max(0, start - width)
    for mark in _ENDS:
        first = max(first, text.rfind(mark, first, start) + 1)
    while 0 < first < start and text[first - 1] not in _ENDS and text[first - 1] != " ":
        first += 1
    last = min(len(text), end + width)
    for mark in _ENDS:
        cut = text.find(mark, end, last)
        last = last if cut < 0 else cut
    while end < last < len(text) and text[last] not in _ENDS and text[last] != " ":
        last -= 1
    return first, last


def roles(pieces: Sequence[Piece]) -> str:
    """The line as one character a piece."""
    return "".join(piece.role for piece in pieces)
