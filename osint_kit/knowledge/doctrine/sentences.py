"""Where sentences begin and end, in texts of several languages."""

from __future__ import annotations

import re
from collections.abc import Iterator

_END = re.compile(r"[.!?…؟]+[\"'»”’)\]]*(?=\s|$)|\n")
_WORD_BEFORE = re.compile(r"[^\s(«\"“]+$")
_BULLET = re.compile(r"\s*(?:[-–—•*#|>]|\d{1,3}[.)]\s)")
WRAPPED = 60
"""A line as long as this that ends without a full stop goes on in the next one."""


def sentences(text: str, abbreviations: frozenset[str] = frozenset()) -> Iterator[tuple[int, int]]:
    r"""Yield start and end of each sentence; initials, numbers and abbreviations end none.

    >>> said = "A. Karimov paid 1.5 in May. It was 3 p.m. there\n- so"
    >>> [said[start:end] for start, end in sentences(said, frozenset({"p.m"}))]
    ['A. Karimov paid 1.5 in May.', 'It was 3 p.m. there', '- so']
    """
    begin = 0
    for match in _END.finditer(text):
        if match.end() > begin and _ends(text, begin, match, abbreviations):
            yield from _stripped(text, begin, match.end())
            begin = match.end()
    yield from _stripped(text, begin, len(text))


def _stripped(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    inside = text[start:end]
    if inside.strip():
        yield start + len(inside) - len(inside.lstrip()), end - len(inside) + len(inside.rstrip())


def _ends(text: str, begin: int, match: re.Match[str], abbreviations: frozenset[str]) -> bool:
    if match.group() == "\n":
        return _line_ends(text, match.start())
    if match.group().startswith("."):
        return not _goes_on(text, begin, match, abbreviations)
    return True


def _line_ends(text: str, at: int) -> bool:
    """Whether a line break is meant: before an empty line, a list, or a new thought; not where a line is wrapped."""
    line = text[text.rfind("\n", 0, at) + 1 : at].strip()
    following = text[at + 1 : at + 200].partition("\n")[0]
    if not line or not following.strip() or _BULLET.match(following):
        return True
    return len(line) < WRAPPED and not following.lstrip()[:1].islower()


def _goes_on(text: str, begin: int, match: re.Match[str], abbreviations: frozenset[str]) -> bool:
    """Whether a full stop belongs to an initial, a number of a list or date, or an abbreviation."""
    found = _WORD_BEFORE.search(text, max(begin, match.start() - 30), match.start())
    word = found.group() if found else ""
    following = text[match.end() : match.end() + 20].lstrip()[:1]
    if not following:
        return False
    if word.casefold() in abbreviations or following.islower():
        return True
    if re.fullmatch(r"(?:[^\W\d_]\.)*[^\W\d_]", word) and word.isupper():
        return True
    if word.isdigit():
        return following.isdigit() or not text[begin : match.start() - len(word)].strip()
    return False
