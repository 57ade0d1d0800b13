"""Engine of the organisation selector for Arabic script: a head, and the words before or after that are its name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from osint_kit.extract.firms import QUOTE, organisation
from osint_kit.extract.selectors import Candidate, Found, Scene
from osint_kit.knowledge.people import arabic_mark, group, key, written

_SPACED = re.compile(r"[^\s]+")
_HEADS_LAST = ("ps", "ur")
_AND = ("و", "او", "اور")
_MOST_AFTER, _MOST_BEFORE, _MOST_FORMED = 4, 5, 6


def head_first(candidate: Candidate, scene: Scene) -> Iterator[Found]:
    """A head and the words after it up to an everyday one; Pashto puts most heads last."""
    words = list(_SPACED.finditer(candidate.text))
    texts = [word.group() for word in words]
    if scene.language == "ps" and key(texts[0]) in group("firms", "arabic", "tail"):
        return
    glued, head = _head_size(candidate.text)
    if glued and scene.language != "ar":
        return
    last = head - 1
    while last + 1 < min(len(words), head + _MOST_AFTER) and _belongs(texts[last + 1], scene):
        last += 1
    if last >= head and not _general(texts[head - 1], texts[head : last + 1], scene):
        span = candidate.start + glued, candidate.start + words[last].end()
        yield organisation(span, scene, candidate.rule, 0.75)


def head_last(candidate: Candidate, scene: Scene) -> Iterator[Found]:
    """Backwards from the head over a few words that are not everyday ones, in languages that put heads last."""
    if scene.language in _HEADS_LAST:
        yield from _backwards(candidate, scene, _MOST_BEFORE)


def form_last(candidate: Candidate, scene: Scene) -> Iterator[Found]:
    """Backwards from a legal form."""
    yield from _backwards(candidate, scene, _MOST_FORMED)


def _backwards(candidate: Candidate, scene: Scene, most: int) -> Iterator[Found]:
    words = list(_SPACED.finditer(candidate.text))
    texts = [word.group() for word in words]
    formed = most == _MOST_FORMED
    first = tail = len(words) - 1
    if not formed and (owner := _owned(texts, scene)) < tail - 1:
        first, most = owner, 0
    while first > 0 and tail - first < most:
        word = texts[first - 1]
        further = first > 1 and _belongs(texts[first - 2], scene)
        if word in _AND:
            stays = formed or (further and key(texts[first - 2]) in _heads_and_tails())
        elif key(word) in _stop():
            stays = False
        else:
            stays = formed or _belongs(word, scene) or (further and first < tail)
        if not stays:
            break
        first -= 1
    if first < tail and not _general(texts[tail], texts[first:tail], scene):
        span = candidate.start + words[first].start(), candidate.end
        yield organisation(span, scene, candidate.rule, 0.75)


def _owned(texts: list[str], scene: Scene) -> int:
    """Pashto: first word after the nearest `د`, which makes all up to the head its name; the head where none is."""
    tail = len(texts) - 1
    for place in range(tail - 1, max(-1, tail - _MOST_BEFORE - 1), -1):
        if texts[place] == "د":
            return place + 1 if any(_belongs(text, scene) for text in texts[place + 1 : tail]) else tail
        if key(texts[place]) in _stop() and texts[place] not in _AND:
            break
    return tail


def with_quotes(candidate: Candidate, scene: Scene) -> Iterator[Found]:
    """A head with the name in quotes; the head is part of it."""
    quote = QUOTE.search(candidate.text)
    if quote is None:
        return
    before = list(_SPACED.finditer(candidate.text[: quote.start()]))
    for word in before:
        if key(word.group()) in _heads_and_tails():
            span = candidate.start + word.start(), candidate.end
            yield organisation(span, scene, candidate.rule, 0.85)
            return


def _belongs(word: str, scene: Scene) -> bool:
    """Whether a word may be part of the name of a body: no everyday word, or one that such names hold."""
    plain = key(word)
    if plain in _stop():
        return False
    if plain in group("firms", "arabic", "within") or word.endswith("های"):
        return True
    return arabic_mark(word, scene.language).part != "-"


def _general(head: str, own: list[str], scene: Scene) -> bool:
    """Whether it is the hospital, the school, the police of a town, which has no name of its own."""
    parts = {arabic_mark(word, scene.language).part for word in own}
    general = key(head) in group("firms", "arabic_stop", "general_in_pashto" if scene.language == "ps" else "general")
    return general and parts <= {"L"}


def _head_size(text: str) -> tuple[int, int]:
    """Letters glued before the head that the text begins with, and words of the head."""
    for glued in (0, 1):
        for each in _heads():
            if text.startswith(each + " ", glued):
                return glued, each.count(" ") + 1
    return 0, 1


@cache
def _heads() -> tuple[str, ...]:
    return tuple(sorted(written("firms", "arabic", "head"), key=lambda each: (-len(each), each)))


@cache
def _stop() -> frozenset[str]:
    return group("firms", "arabic_stop", "words")


@cache
def _heads_and_tails() -> frozenset[str]:
    lists = (group("firms", "arabic", "head"), group("firms", "arabic", "tail"), group("firms", "heads", "arabic"))
    return frozenset().union(*lists)
