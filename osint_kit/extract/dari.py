"""Engine of the person selector for Arabic script, which has no capitals: a grammar over classes of words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from osint_kit.extract.selectors import Candidate, Found, Scene
from osint_kit.knowledge.names import is_cue, is_place, part

_SHAPES: tuple[tuple[str, float], ...] = (
    (r"H?[Ga]{1,2}[SN]J?", 0.95),
    (r"H?S[Ga]{1,2}J?", 0.95),
    (r"H?K[GaSNC]", 0.8),
    (r"H?I[SGaNC]", 0.8),
    (r"H?[Ga]S", 0.9),
    (r"H?NG", 0.85),
    (r"H?N[Ga]", 0.7),
    (r"H?G[Ga]J?", 0.85),
    (r"H[Ga][GaC]?", 0.8),
    (r"GJ", 0.8),
)
"""Classes of words in a row that make a name wherever they stand, likeliest first; classes as `names.part` says."""

_EDGED: tuple[tuple[str, float], ...] = ((r"H?GC", 0.75), (r"H?CG", 0.7), (r"SS", 0.7), (r"[SN]C|CS", 0.6))
"""The same, where nothing else that could belong to the name stands beside them."""

_CUED: tuple[tuple[str, float], ...] = ((r"[GaSNC]{2}", 0.65), (r"[GaS]", 0.6))
"""The same, where a word before announces a name."""

_COMPILED = tuple(
    (re.compile(shape), score, edged, cued)
    for shapes, edged, cued in ((_SHAPES, False, False), (_EDGED, True, False), (_CUED, False, True))
    for shape, score in shapes
)
_NUMBER_FOLLOWS = re.compile(r"^[،,:]? ?[-–—(]?\s?(?:\+|00|@)")
_NUMBER_BEFORE = re.compile(r"\d ?[،,–-] ?$")
_PAIR = re.compile(r"[CNS]{2}")


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    start: int
    end: int
    mark: str


def names(candidate: Candidate, scene: Scene) -> Iterator[Found]:
    """Read a run of words in Arabic script from its beginning, the likeliest shape first."""
    words = list(_words(candidate, scene))
    marks = "".join(word.mark for word in words)
    place = 0
    while place < len(words):
        size, score = _shape(words, marks, place, scene)
        if size:
            first, last = words[place], words[place + size - 1]
            value = scene.text[first.start : last.end]
            yield Found(first.start, last.end, "person", value, score, "name grammar", 40)
        place += size or 1


def _shape(words: list[_Word], marks: str, place: int, scene: Scene) -> tuple[int, float]:
    """Number of words of the name that begins here and its score; 0 when none does."""
    cued = _cued(words, place, scene)
    for matcher, score, edged, needs_cue in _COMPILED:
        match = matcher.match(marks, place)
        if match and (cued or not needs_cue) and (not edged or cued or _edged(marks, place, match.end())):
            return match.end() - place, score
    whole = place == 0 and len(marks) == 2 and _PAIR.fullmatch(marks)  # noqa: PLR2004 - a name and a surname
    after, before = (
        scene.text[words[-1].end : words[-1].end + 6],
        scene.text[max(0, words[0].start - 4) : words[0].start],
    )
    if whole and (_NUMBER_FOLLOWS.match(after) or _NUMBER_BEFORE.search(before)):
        return 2, 0.55
    return 0, 0.0


def _edged(marks: str, start: int, end: int) -> bool:
    """Whether words that are no part of a name, or none, stand on both sides."""
    return marks[start - 1 : start] in ("", "-") and marks[end : end + 1] in ("", "-")


def _cued(words: list[_Word], place: int, scene: Scene) -> bool:
    if place:
        return is_cue(words[place - 1].text)
    before = re.search(r"(\w+) ?[:：] ?$", scene.text[max(0, words[0].start - 20) : words[0].start])
    return before is not None and is_cue(before.group(1))


def _words(candidate: Candidate, scene: Scene) -> Iterator[_Word]:
    for match in re.finditer(r"[^\W\d_]+\.?", candidate.text):
        text = match.group()
        mark = part(text)
        plain = text if mark == "I" else text.removesuffix(".")
        mark = mark if mark == "I" else part(plain)
        start = candidate.start + match.start()
        place = is_place(plain, scene.places) and mark not in ("G", "H", "K")
        yield _Word(plain, start, start + len(plain), "-" if place else mark)
        if plain != text:
            yield _Word(".", start + len(plain), start + len(text), "-")
