"""Engine of the person selector for scripts with capitals: weighs what the words of a run say, and what stands around."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from osint_kit.extract import naming
from osint_kit.extract.selectors import Candidate, Found, Scene
from osint_kit.knowledge.names import is_place
from osint_kit.knowledge.people import cased_mark, group, key, script_of
from osint_kit.knowledge.people.cased import rooted

_TOKEN = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+|/o(?=\W))*(?:\.(?:-?[^\W\d_]\.)*)?")
_WEIGHTS = {"G": 3.0, "p": 3.0, "w": 0.5, "P": 3.0, "K": 2.5, "S": 2.0, "a": 1.0, "C": 0.0, "I": 0.5, "B": 0.5}
_ENOUGH = 2.5
_SURE = 0.87
_PLAIN, _STRONG = 40, 44
_LONGEST = 6
_SHAPE = re.compile(
    r"K[GpSaC][GpSPaC]?|(?:C(?=[GpSaPI]|C?$))?(?:[GpSPaIw])(?:B[GpSPaC]|[GpSPaIw])*C{0,2}(?:B[GpSPaC]*)?|C{1,3}(?:B[GpSPaC]*)?"
)


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a run: where its name part lies, its mark, whether a sentence begins with it."""

    text: str
    start: int
    end: int
    whole: int
    mark: str
    opens: bool
    titled: bool


def names(candidate: Candidate, scene: Scene) -> Iterator[Found]:
    """Read a run of capitalised words from left to right."""
    words = _words(candidate, scene)
    place = 0
    while place < len(words):
        size, score = _name(words, place, scene)
        if size:
            yield _found(words[place : place + size], scene, score)
        place += size or 1


def _name(words: list[Word], place: int, scene: Scene) -> tuple[int, float]:
    """Number of words of the name that begins here and its score; 0 when none does."""
    if words[place].mark not in "GpwSPaIKC":
        return 0, 0.0
    stop = place
    while stop < len(words) and stop - place < _LONGEST and words[stop].mark in "GpwSPaIKCB":
        if stop > place and not _joined(words[stop - 1], words[stop], scene):
            break
        stop += 1
    marks = "".join(word.mark for word in words[place:stop])
    match = _SHAPE.match(marks)
    size = match.end() if match else 0
    while size and words[place + size - 1].mark == "B" and key(words[place + size - 1].text) not in _sons():
        size -= 1
    if size == 0:
        return 0, 0.0
    name = words[place : place + size]
    score = _score(name, words, place, scene)
    return (size, min(0.99, 0.5 + score / 12)) if score >= _ENOUGH else (0, 0.0)


def _score(name: list[Word], words: list[Word], place: int, scene: Scene) -> float:
    """What the words weigh, and what stands around them."""
    first, last = name[0], name[-1]
    if naming.named_after(scene.before(first.start)) or _headed(last, words, place + len(name), scene):
        return 0.0
    score = sum(_WEIGHTS[word.mark] for word in name)
    marks = "".join(word.mark for word in name)
    score += _shape_bonus(marks, name)
    if any(word.titled for word in name) or naming.titled_after(scene.after(last.whole)):
        score += 3.0
    before = scene.before(first.start, 48)
    if score < _ENOUGH or first.mark == "C":
        score += naming.announcement(before, script_of(first.text))
    if len(name) == 1 and naming.quoted(scene.text, first.start, last.whole):
        score -= 2.0
    if marks in ("a", "C", "S", "p", "CC", "aC", "Ca") and naming.into(before):
        score -= 2.0
    return score


def _shape_bonus(marks: str, name: list[Word]) -> float:
    first = name[0]
    capitals = first.text.isupper() and len(first.text) > 1
    if marks == "S":
        return 0.5 if rooted(first.text) or not (first.opens or capitals or len(first.text) < 6) else -1.0  # noqa: PLR2004 - short words end so too
    if marks == "a":
        return 0.0 if first.opens or capitals else 1.5
    bonus = 0.0
    if len(name) > 1 and not (first.opens and first.mark in "aC"):
        bonus += 1.0 if "a" in marks or "S" in marks else 0.0
        bonus += 0.5 if marks[0] in "Sa" else 0.0
    if "I" in marks and ("S" in marks or "C" in marks):
        bonus += 2.0
    if marks.startswith("C") and first.opens and "C" not in marks[1:] and len(marks) > 1:
        bonus -= 0.5
    return bonus


def _headed(last: Word, words: list[Word], following: int, scene: Scene) -> bool:
    """Whether a word for a firm, an office or a street follows, which takes the name for itself."""
    if following < len(words) and words[following].start == last.whole + 1:
        return words[following].mark == "O"
    after = naming.next_word(scene.after(last.whole))
    return bool(after) and (key(after) in group("firms", "heads", script_of(after)) or naming.street_after(after))


def _joined(first: Word, second: Word, scene: Scene) -> bool:
    """Whether two words may be of one name: a space between them, or a comma after a family name in Latin letters."""
    if first.whole != first.end:
        return False
    gap = scene.text[first.end : second.start]
    if gap.strip(" ") == "":
        return second.start - first.end <= 2  # noqa: PLR2004 - two spaces at most
    return gap == ", " and first.mark == "S" and first.text.isascii() and second.mark in "Ga"


@cache
def _sons() -> frozenset[str]:
    """Words that end a chain: son of, daughter of."""
    return frozenset(
        map(
            key,
            (
                "ўғли",
                "угли",
                "оглы",
                "қизи",
                "кизи",
                "уулу",
                "кызы",
                "o'g'li",
                "ogli",
                "qizi",
                "kizi",
                "kyzy",
                "uulu",
                "oglu",
                "oğlu",
                "kızı",
            ),
        )
    )


def _found(words: list[Word], scene: Scene, score: float) -> Found:
    start, end = words[0].start, words[-1].end
    return Found(
        start,
        end,
        "person",
        re.sub(r"\s+", " ", scene.text[start:end]),
        score,
        "name grammar",
        _STRONG if score >= _SURE else _PLAIN,
    )


def _words(candidate: Candidate, scene: Scene) -> list[Word]:
    found = []
    for match in _TOKEN.finditer(candidate.text):
        text = match.group()
        start = candidate.start + match.start()
        small = not text[0].isupper()
        if small:
            plain = text.rstrip(".")
            part = "B" if key(plain) in group("words", "links", script_of(plain)) else "-"
            found.append(Word(plain, start, start + len(plain), start + len(plain), part, opens=False, titled=False))
            continue
        mark = cased_mark(text)
        if mark.part != "I" and text.endswith("."):
            text = text[:-1]
            mark = cased_mark(text)
        part = mark.part
        if part in "SC" and is_place(text, scene.places):
            part = "L"
        opens = naming.opens(scene.text, start)
        found.append(Word(text[: mark.size], start, start + mark.size, start + len(text), part, opens, mark.titled))
    return _whole(found, candidate, scene)


def _whole(words: list[Word], candidate: Candidate, scene: Scene) -> list[Word]:
    """The words without a first or last one that goes on outside the run."""
    before, after = scene.text[candidate.start - 1 : candidate.start], scene.text[candidate.end : candidate.end + 1]
    if before.isalnum() or before in tuple("@#_/"):
        words = words[1:]
    if words and words[-1].whole == candidate.end and (after.isalnum() or after in tuple("@_")):
        words = words[:-1]
    return words
