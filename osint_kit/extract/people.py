"""Engine of the person selector for scripts with capitals: weighs the words of a run, and what stands around."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from osint_kit.extract import naming
from osint_kit.extract.selectors import Candidate, Found, Scene
from osint_kit.knowledge.people import cased_mark, group, key, rooted, script_of

_TOKEN = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*(?:\.(?:-?[^\W\d_]\.)*)?")
_WEIGHTS = {
    "G": 3.0,
    "p": 3.0,
    "w": 0.5,
    "P": 3.0,
    "K": 2.5,
    "g": 2.0,
    "S": 2.0,
    "s": 1.5,
    "a": 1.0,
    "C": 0.0,
    "I": 0.5,
    "B": 0.5,
}
_PARTS = frozenset(_WEIGHTS) - {"B"}
_ENOUGH = 2.5
_SURE = 0.87
_PLAIN, _STRONG = 40, 44
"""Ranks: below and above that of a place that nothing but a place can be."""

_LONGEST = 6
_CLEAR_SURNAME = 6
_SHAPE = re.compile(
    r"K[GgpSsaC][GgpSsPaC]?"
    r"|(?:C(?=[GgpSsaPI]|C?$))?(?:[GgpSsPaIw])(?:B[GgpSsPaC]|[GgpSsPaIw])*C{0,2}(?:B[GgpSsPaC]*)?"
    r"|C{1,3}(?:B[GgpSsPaC]*)?"
)
_NICKNAME = frozenset((' "', '" ', " «", "» ", " “", "” "))
"""What stands around a nickname within a name."""

_DOUBTFUL = frozenset(("a", "C", "S", "p", "CC", "aC", "Ca"))


class Word(NamedTuple):
    """One word of a run: `end` is where its part of a name ends, `whole` where the word ends; `mark` what it may be."""

    text: str
    start: int
    end: int
    whole: int
    mark: str
    titled: bool


def names(candidate: Candidate, scene: Scene) -> Iterator[Found]:
    """Read a run of capitalised words from left to right."""
    words = _words(candidate, scene)
    place = 0
    while place < len(words):
        size, score = _name(words, place, scene)
        if size:
            start, end = words[place].start, words[place + size - 1].end
            value = " ".join(scene.text[start:end].split())
            yield Found(start, end, "person", value, score, "name grammar", _STRONG if score >= _SURE else _PLAIN)
        place += size or 1


def _name(words: list[Word], place: int, scene: Scene) -> tuple[int, float]:
    """Number of words of the name that begins here and its score; 0 when none does."""
    if words[place].mark not in _PARTS:
        return 0, 0.0
    stop = place + 1
    while stop < len(words) and stop - place < _LONGEST and words[stop].mark in _WEIGHTS:
        if not _joined(words[stop - 1], words[stop], scene):
            break
        stop += 1
    match = _SHAPE.match("".join(word.mark for word in words[place:stop]))
    size = match.end() if match else 0
    size -= _beyond(words[place : place + size])
    while size and words[place + size - 1].mark == "B" and key(words[place + size - 1].text) not in _sons():
        size -= 1
    if size == 0 or {word.mark for word in words[place : place + size]} == {"I"}:
        return 0, 0.0
    second = words[place + 1].mark if size > 1 else ""
    if words[place].mark == "C" and second in ("G", "P") and naming.opens(scene.text, words[place].start):
        return 0, 0.0
    score = _weighed(words[place : place + size], words, place + size, scene)
    return (size, min(0.99, 0.5 + score / 12)) if score >= _ENOUGH else (0, 0.0)


def _beyond(name: list[Word]) -> int:
    """Unknown words at the end that are too many: after a family name all, in a line of capitals all but one."""
    marks = "".join(word.mark for word in name)
    unknown = len(marks) - len(marks.rstrip("C"))
    if unknown == len(marks):
        return 0
    if set(marks) & {"S", "s", "P"}:
        return unknown
    return max(0, unknown - 1) if all(word.text.isupper() for word in name) else 0


def _weighed(name: list[Word], words: list[Word], following: int, scene: Scene) -> float:
    """What the words weigh, and what stands around them."""
    first, last = name[0], name[-1]
    before, after = scene.before(first.start, 48), scene.after(last.whole)
    marks = "".join(word.mark for word in name)
    if (naming.named_after(before) and not set(marks) & {"I", "P"}) or _headed(last, words, following, after):
        return 0.0
    score = sum(_WEIGHTS[mark] for mark in marks) + _bonus(marks, name, scene)
    if any(word.titled for word in name) or naming.titled_after(after):
        score += naming.TITLE
    if score < _ENOUGH or first.mark == "C":
        score += naming.announcement(first.start, scene)
    if len(name) == 1 and first.mark != "G" and naming.quoted(scene.text, first.start, last.whole):
        score -= 2.0
    if marks in _DOUBTFUL and naming.into(before):
        score -= 2.0
    return score


def _bonus(marks: str, name: list[Word], scene: Scene) -> float:
    """What the shape and the place in the sentence add to the words."""
    first = name[0]
    if len(marks) == 1:
        return _alone(first, scene)
    bonus = 2.0 if "I" in marks and set(marks) & {"S", "s", "C"} else 0.0
    if marks[0] == "C" and naming.opens(scene.text, first.start):
        return bonus - (0.5 if "C" not in marks[1:] else 0.0)
    if first.mark == "a" and naming.opens(scene.text, first.start):
        return bonus
    return bonus + (1.0 if set(marks) & {"a", "S", "s"} else 0.0) + (0.5 if marks[0] in "Sa" else 0.0)


def _alone(word: Word, scene: Scene) -> float:
    """What is added to a word by itself, or taken from it."""
    capitals = word.text.isupper() and len(word.text) > 1
    if word.mark == "S":
        clear = not capitals and len(word.text) >= _CLEAR_SURNAME and not naming.opens(scene.text, word.start)
        return 0.5 if clear or rooted(word.text) else -1.0
    if word.mark == "s":
        return -1.0
    if word.mark == "C":
        return -2.0 if capitals or "-" in word.text else 0.0
    if word.mark == "g":
        return -1.0 if capitals or naming.opens(scene.text, word.start) else 0.5
    return 1.5 if word.mark == "a" and not (capitals or naming.opens(scene.text, word.start)) else 0.0


def _headed(last: Word, words: list[Word], following: int, after: str) -> bool:
    """Whether a word for a firm, an office or a street follows, which takes the name for itself."""
    if naming.street_after(after):
        return True
    if following < len(words) and words[following].start == last.whole + 1:
        return words[following].mark == "O"
    word = naming.next_word(after)
    return bool(word) and key(word) in group("firms", "heads", script_of(word))


def _joined(first: Word, second: Word, scene: Scene) -> bool:
    """Whether two words may be of one name: a space between them, or a comma after a family name in Latin letters."""
    if first.whole != first.end:
        return False
    gap = scene.text[first.end : second.start]
    if gap.strip(" ") == "":
        return len(gap) <= len("  ")
    if gap in _NICKNAME:
        return True
    return gap == ", " and first.mark in "Ss" and first.text.isascii() and second.mark in "Ga"


@cache
def _sons() -> frozenset[str]:
    """Words that end a chain: son of, daughter of."""
    return group("words", "sons", "cyrillic") | group("words", "sons", "latin")


def _words(candidate: Candidate, scene: Scene) -> list[Word]:
    found = [_word(match, candidate.start + match.start(), scene) for match in _TOKEN.finditer(candidate.text)]
    before, after = scene.text[candidate.start - 1 : candidate.start], scene.text[candidate.end : candidate.end + 1]
    if before.isalnum() or before in tuple("@#_/"):
        found = found[1:]
    if found and found[-1].whole == candidate.end and (after.isalnum() or after in tuple("@_")):
        found = found[:-1]
    return found


def _word(match: re.Match[str], start: int, scene: Scene) -> Word:
    text = match.group()
    part, size, whole, titled = _read(text)
    if part in ("S", "s", "C") and scene.places and naming.of_profile(text[:whole], scene.places):
        part = "L"
    return Word(text[:size], start, start + size, start + whole, part, titled)


@lru_cache(maxsize=131072)
def _read(text: str) -> tuple[str, int, int, bool]:
    """Mark of a word that may end in a full stop, its letters inside and all of them, and whether it bears a title."""
    if not text[0].isupper():
        plain = text.rstrip(".")
        link = key(plain) in group("words", "links", script_of(plain))
        return "B" if link else "-", len(plain), len(plain), False
    if key(text) in group("words", "links", "capital"):
        return "B", len(text), len(text), False
    mark = cased_mark(text)
    if mark.part != "I" and text.endswith("."):
        text = text[:-1]
        mark = cased_mark(text)
    return mark.part, mark.size, len(text), mark.titled
