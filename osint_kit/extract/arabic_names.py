"""Engine of the person selector for Arabic script, which has no capitals: weighs words in a row and what is around."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from osint_kit.extract import naming
from osint_kit.extract.selectors import Candidate, Found, Scene
from osint_kit.knowledge.people import arabic_mark, given, group, key
from osint_kit.knowledge.places import Level, spelt

_TOKEN = re.compile(r"[^\W\d_]+\.?")
_WEIGHTS = {"G": 3.0, "K": 2.0, "S": 1.5, "a": 1.0, "N": 0.5, "C": 0.0, "B": 0.5, "I": 0.5, "J": 0.0, "T": 0.0}
_ENOUGH = 2.5
_SURE = 0.87
_PLAIN, _STRONG = 40, 44
_LONGEST = 7
_SHAPE = re.compile(r"I[SNGaC]|K[GSaNC](?:[GSN](?![GSa])){0,2}|[GSa](?:T?[GSa]|B[GSaNC])*T?(?:[CN](?![CNGSa]))?")
_CUED = re.compile(r"(?:[GSaNC])(?:B?[GSaNC]){0,2}")
_TELLING = frozenset("GaKSTQI")
"""A run that holds none of these holds a name only where one is announced before it."""

_LISTED_BEFORE = re.compile(r"([^\W\d_]+)(?: ?,| او| اور| و) ?و?$")
_LISTED_AFTER = re.compile(r"(?: ?,| او| اور| و) ?([^\W\d_]+)")
_PAIR = 2
_UNKNOWN = frozenset("CNSa")
_NOT_FIRST = frozenset("-BJOTLQ")
_GOD = "الله"
_OTHER = ("ar", "ckb")
_VERB_AFTER = ("ar", "ckb", "ps")
"""Languages in which an unknown word after a name by itself is more often a verb than a part of it."""


class Word(NamedTuple):
    """One word of a run; `end` is where its part of a name ends, `whole` where the word ends."""

    text: str
    start: int
    end: int
    whole: int
    mark: str


def names(candidate: Candidate, scene: Scene) -> Iterator[Found]:
    """Read a run of words in Arabic script from its beginning."""
    words = _joined(_words(candidate, scene))
    if (
        len(words) == _PAIR
        and naming.numbered(words[0].start, words[-1].end, scene)
        and {word.mark for word in words} <= _UNKNOWN
    ):
        start, end = words[0].start, words[-1].end
        yield Found(start, end, "person", " ".join(scene.text[start:end].split()), 0.55, "name before a number", _PLAIN)
        return
    place, last = 0, len(words)
    while place < last:
        size, score = (0, 0.0) if words[place].mark in _NOT_FIRST else _name(words, place, scene)
        if size:
            start, end = words[place].start, words[place + size - 1].end
            value = " ".join(scene.text[start:end].split())
            yield Found(start, end, "person", value, score, "name grammar", _STRONG if score >= _SURE else _PLAIN)
        place += size or 1


def _name(words: list[Word], place: int, scene: Scene) -> tuple[int, float]:
    """Number of words of the name that begins here and its score; 0 when none does."""
    if _headed(words, place):
        return 0, 0.0
    stop = place
    while stop < len(words) and stop - place < _LONGEST and words[stop].mark in "GSaNCBIKT":
        if stop > place and words[stop].start != words[stop - 1].end + 1:
            break
        stop += 1
    marks = "".join(word.mark for word in words[place:stop])
    around = _around(words, place, scene)
    match = _SHAPE.match(marks) or (_CUED.match(marks) if around >= 2 else None)  # noqa: PLR2004 - a role or more
    if match is None:
        return 0, 0.0
    size = match.end()
    if size > 1 and marks[size - 1] == "C" and not around and scene.language in _VERB_AFTER:
        size -= 1
    edged = size == len(marks)
    while size > 1 and words[place + size - 1].mark in "BT":
        size -= 1
    score = _score(words[place : place + size], words, place + size, scene)
    if not set(marks[:size]) & set("GaK"):
        alone = 1.0 if marks[0] == "S" else 2.0
        score -= 0.0 if edged and (size > 1 or around >= naming.TITLE) else alone
    score += around
    return (size, min(0.99, 0.5 + score / 12)) if score >= _ENOUGH else (0, 0.0)


def _score(name: list[Word], words: list[Word], following: int, scene: Scene) -> float:
    marks = "".join(word.mark for word in name)
    score = sum(_WEIGHTS[mark] for mark in marks)
    if marks[0] == "K":
        return _kunya(name, scene)
    after = group("words", "after", "arabic")
    if any(key(word.text) in after for word in (*name[1:], *words[following : following + 1])):
        score += 2.0 if "a" in marks or "G" in marks else 0.5
    if marks[:2] in ("aS", "aN"):
        score += 1.0 if _tells_origin(name[1].text) else 0.5
    if marks == "a" and _beside_another(name[0], scene):
        score += 1.5
    if marks == "a" and scene.language != "ar" and naming.addressed(name[0].start, name[0].whole, scene):
        score += 1.5
    if marks[0] == "I":
        score += 1.5
    return score


def _beside_another(word: Word, scene: Scene) -> bool:
    """Whether a name that is nothing else stands beside it in a list."""
    before, after = _LISTED_BEFORE.search(scene.before(word.start)), _LISTED_AFTER.match(scene.after(word.whole))
    return any(match is not None and _read(match.group(1), scene.language)[0] == "G" for match in (before, after))


def _tells_origin(word: str) -> bool:
    """Whether a word is one of origin beyond doubt: with the article, or made of a given name."""
    return word.endswith("ی") and (word.startswith("ال") or bool(given(key(word[:-1]))))


def _kunya(name: list[Word], scene: Scene) -> float:
    """A kunya stands by its first word in Arabic and Kurdish; elsewhere `ام` and `بو` are other words."""
    whole = spelt(" ".join(word.text for word in name[:2]))
    if whole is not None and whole.level > Level.WEAK:
        return -9.0
    sure = name[0].text in ("ابو", "ئەبو") or scene.language in _OTHER
    return 3.0 if sure or (len(name) > 1 and name[1].mark == "G") else 1.0


def _headed(words: list[Word], place: int) -> bool:
    """Whether the word before makes this the name of a firm, a street, a school."""
    if words[place].mark == "K":
        return False
    return place > 0 and words[place - 1].mark == "O" and words[place].start - words[place - 1].end <= 1


def _around(words: list[Word], place: int, scene: Scene) -> float:
    """What stands before weighs: a title, an announcing word, a role."""
    before = words[place - 1] if place else None
    if before is not None and before.mark not in ("T", "J", "Q"):
        return 0.0
    told = naming.announcement(words[place].start, scene)
    return naming.TITLE if told == 0.0 and before is not None and before.mark == "T" else told


def _words(candidate: Candidate, scene: Scene) -> list[Word]:
    found: list[Word] = []
    origin, language = candidate.start, scene.language
    if not any(_read(text, language)[0] in _TELLING for text in _TOKEN.findall(candidate.text)):
        first = _TOKEN.search(candidate.text)
        if first is None or not (
            naming.announcement(origin + first.start(), scene) or naming.numbered(origin, candidate.end, scene)
        ):
            return found
    for match in _TOKEN.finditer(candidate.text):
        text = match.group()
        part, skip, size, dotted = _read(text, language)
        if part in ("S", "N", "C") and scene.places and naming.of_profile(text, scene.places):
            part = "L"
        start = origin + match.start()
        begin = start + skip
        found.append(Word(text[skip : skip + size], begin, begin + size, start + len(text) + dotted, part))
    return found


@lru_cache(maxsize=131072)
def _read(text: str, language: str) -> tuple[str, int, int, int]:
    """Mark of a word that may end in a full stop, letters outside before, letters inside, 1 where the stop counts."""
    mark = arabic_mark(text, language)
    if not text.endswith(".") or mark.part in ("I", "T"):
        return mark.part, mark.skip, mark.size, 0
    mark = arabic_mark(text[:-1], language)
    return mark.part, mark.skip, mark.size, 0 if mark.skip + mark.size == len(text) else 1


def _joined(words: list[Word]) -> list[Word]:
    """Two words that are one given name, as in `امین الله` and `عبد الرحمن`."""
    found: list[Word] = []
    before: Word | None = None
    for word in words:
        joint = (
            _pair(before.text, before.mark, word.text, word.mark) if before and before.whole + 1 == word.start else ""
        )
        if before and joint:
            before = Word(f"{before.text} {word.text}", before.start, word.end, word.whole, joint)
            found[-1] = before
        else:
            before = word
            found.append(word)
    return found


@lru_cache(maxsize=65536)
def _pair(first: str, mark: str, second: str, following: str) -> str:
    """`G` for two words that are one given name, `L` for a town in two words, else empty."""
    if key(second) in group("words", "towns"):
        return "L"
    if first == "عبد":
        return "G" if len(second) > len("ال") else ""
    if first == _GOD:
        return "G" if key(second) in group("words", "of_god") else ""
    if second in (_GOD, "اللە"):
        return "G" if mark in "Ga" or (mark in "CN" and given(key(first + _GOD))) else ""
    return "G" if mark in "GaCNT" and following in "GaCNT" and given(key(first + second)) == "G" else ""
