"""Engine of the person selector for Arabic script, which has no capitals: weighs words in a row and what is around."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from osint_kit.extract import naming
from osint_kit.extract.selectors import Candidate, Found, Scene
from osint_kit.knowledge.names import is_place
from osint_kit.knowledge.people import arabic_mark, given, group, key
from osint_kit.knowledge.places import Level, spelt

_TOKEN = re.compile(r"[^\W\d_]+\.?")
_WEIGHTS = {"G": 3.0, "K": 2.0, "S": 1.5, "a": 1.0, "N": 0.5, "C": 0.0, "B": 0.5, "I": 0.5, "J": 0.0, "T": 0.0}
_ENOUGH = 2.5
_SURE = 0.87
_PLAIN, _STRONG = 40, 44
_LONGEST = 7
_SHAPE = re.compile(
    r"I[SNGaC]|K[GSaNC](?:[GSN](?![GSa])){0,2}|(?:[GSa]|N(?=G))(?:T?[GSa]|B[GSaNC])*T?(?:[CN](?![CNGSa]))?"
)
_CUED = re.compile(r"(?:[GSaNC])(?:B?[GSaNC]){0,2}")
_GOD = "الله"
_OTHER = ("ar", "ckb")


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a run."""

    text: str
    start: int
    end: int
    whole: int
    mark: str


def names(candidate: Candidate, scene: Scene) -> Iterator[Found]:
    """Read a run of words in Arabic script from its beginning."""
    words = _joined(_words(candidate, scene))
    place = 0
    while place < len(words):
        size, score = _name(words, place, scene)
        if size:
            first, last = words[place], words[place + size - 1]
            value = re.sub(r"\s+", " ", scene.text[first.start : last.end])
            yield Found(
                first.start, last.end, "person", value, score, "name grammar", _STRONG if score >= _SURE else _PLAIN
            )
        place += size or 1


def _name(words: list[Word], place: int, scene: Scene) -> tuple[int, float]:
    """Number of words of the name that begins here and its score; 0 when none does."""
    if words[place].mark in "-BJOTL" or _headed(words, place):
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
    if marks == "a" and scene.language != "ar" and naming.addressed(name[0].start, name[0].whole, scene):
        score += 1.5
    if marks[0] == "I":
        score += 1.5
    return score


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
    return place > 0 and words[place - 1].mark == "O" and words[place].start - words[place - 1].end <= 1


def _around(words: list[Word], place: int, scene: Scene) -> float:
    """What stands before weighs: a title, an announcing word, a role."""
    first = words[place]
    told = naming.announcement(first.start, scene)
    if told == 0.0 and place and words[place - 1].mark == "T":
        return 3.0
    return told


def _words(candidate: Candidate, scene: Scene) -> list[Word]:
    found = []
    for match in _TOKEN.finditer(candidate.text):
        text = match.group()
        start = candidate.start + match.start()
        mark = arabic_mark(text, scene.language)
        dotted = mark.part not in "IT" and text.endswith(".")
        if dotted:
            text = text[:-1]
            mark = arabic_mark(text, scene.language)
        part = mark.part
        if part in "SNC" and scene.places and is_place(text, scene.places):
            part = "L"
        begin = start + mark.skip
        whole = start + len(text)
        found.append(Word(text[mark.skip : mark.skip + mark.size], begin, begin + mark.size, whole + dotted, part))
    return found


def _joined(words: list[Word]) -> list[Word]:
    """Two words that are one given name, as in `امین الله` and `عبد الرحمن`."""
    found: list[Word] = []
    for word in words:
        before = found[-1] if found else None
        if before is not None and before.whole + 1 == word.start and key(word.text) in group("words", "towns"):
            found[-1] = Word(before.text, before.start, word.end, word.whole, "L")
            continue
        if before is not None and before.whole + 1 == word.start and _pair(before, word):
            text = f"{before.text} {word.text}"
            found[-1] = Word(text, before.start, word.end, word.whole, "G")
        else:
            found.append(word)
    return found


def _pair(first: Word, second: Word) -> bool:
    if first.text == "عبد":
        return len(second.text) > len("ال")
    if first.text == _GOD:
        return key(second.text) in group("words", "of_god")
    if second.text in (_GOD, "اللە"):
        return first.mark in "GaCN" and (first.mark in "Ga" or bool(given(key(first.text + _GOD))))
    return (
        first.mark in "GaCNT"
        and second.mark in "GaCNTJ"
        and given(key(first.text + second.text)) == "G"
        and second.mark != "J"
    )
