"""Reading around a word: the line about it as pieces with roles, so that a grammar is a pattern over roles.

A lexicon gives words, phrases and signs their roles, one character each; numbers get theirs from the member. What is
in no lexicon is `x`; punctuation stands for itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

_ENDING = 5
"""Letters of the longest glued ending."""

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
        endings: what may be glued to a word; the piece ends before it.
        follow: ending → role of an empty piece that stands for it.
    """

    phrases: Mapping[str, tuple[str, object]]
    number: Callable[[str, int], tuple[int, str, object]]
    signs: Mapping[str, tuple[str, object]] = field(default_factory=dict)
    endings: frozenset[str] = frozenset()
    follow: Mapping[str, str] = field(default_factory=dict)
    lengths: Mapping[str, int] = field(init=False)

    def __post_init__(self) -> None:
        """Count how many words the longest phrase has by its first."""
        lengths: dict[str, int] = {}
        for key in self.phrases:
            first, _, rest = key.partition(" ")
            lengths[first] = max(lengths.get(first, 1), 1 + rest.count(" ") + bool(rest))
        object.__setattr__(self, "lengths", lengths)

    def known(self, word: str) -> tuple[str, object, int] | None:
        """Role and value of a word, and the length of the glued ending that it is known without."""
        entry = self.phrases.get(word)
        if entry is not None:
            return (*entry, 0)
        for length in range(min(_ENDING, len(word) - 2), 0, -1):
            if word[-length:] in self.endings:
                entry = self.phrases.get(word[:-length].rstrip("'"))
                if entry is not None:
                    return (*entry, length)
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
        ends, words = self._phrase(text, start, end)
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

    def _phrase(self, text: str, start: int, end: int) -> tuple[list[int], list[str]]:
        """Ends and words of what may be a phrase from here on."""
        match = _WORD.match(text, start, end)
        if match is None:
            return [start + 1], [text[start]]
        words, ends = [match.group().rstrip("'")], [match.end()]
        while len(words) < self.lengths.get(words[0], 1):
            between = _BETWEEN.match(text, match.end(), end)
            match = between and _WORD.match(text, between.end(), end)
            if not match:
                break
            words.append(match.group().rstrip("'"))
            ends.append(match.end())
        return ends, words


def window(text: str, start: int, end: int, *, width: int = 60) -> tuple[int, int]:
    """The line about a place, or of a long line the stretch that cuts no word and no number."""
    opens, closes = max(0, start - _LINE), min(len(text), end + _LINE)
    for mark in _ENDS:
        opens = max(opens, text.rfind(mark, opens, start) + 1)
        cut = text.find(mark, end, closes)
        closes = closes if cut < 0 else cut
    if closes - opens <= _LINE and _outside(text, opens - 1) and _outside(text, closes):
        return opens, closes
    first, last = max(opens, start - width), min(closes, end + width)
    if first > opens:
        space = text.find(" ", first - 1, start)
        first = start if space < 0 else space + 1
    if last < closes:
        space = text.rfind(" ", end, last + 1)
        last = end if space < 0 else space
    return first, last


_LINE = 300
"""Longest line that is read whole: what is found in it is found at once."""


def _outside(text: str, place: int) -> bool:
    return not 0 <= place < len(text) or text[place] in _ENDS


def roles(pieces: Sequence[Piece]) -> str:
    """The line as one character a piece."""
    return "".join(piece.role for piece in pieces)


def stands(lexicon: Lexicon, rest: str) -> bool:
    """Whether the letters that follow a word leave it what it is: none, or an ending."""
    return not rest or rest.lstrip("'") in lexicon.endings
