"""Engine of the organisation selector for scripts with capitals: cuts a candidate down to the name of a body."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from osint_kit.extract import naming
from osint_kit.extract.selectors import Candidate, Found, Scene
from osint_kit.knowledge.people import group, key, pattern_of, script_of, written

RANK, FORMED, BODY = 47, 50, 44
"""Ranks: of a name by its head, of one with a legal form, of a known body."""

QUOTE = re.compile(r"[«\"“„']")
_SPACED = re.compile(r"[^\s]+")
_ENDING = re.compile(r"^(?:а|у|ом|е|и|га|да|дан|нинг|ни|ning|ga|da|dan|ni|'s)?$")
_INFLECTED = ("а", "у", "ом", "е")
_MOST_QUOTED, _MOST_TAJIK = 5, 5

Rule = Callable[[Candidate, Scene], Iterator[Found]]


def organisation(span: tuple[int, int], scene: Scene, rule: str, score: float, rank: int = RANK) -> Found:
    """What was found at a span, white space as single spaces."""
    start, end = span
    return Found(start, end, "organization", " ".join(scene.text[start:end].split()), score, rule, rank)


def whole(candidate: Candidate, scene: Scene) -> Iterator[Found]:
    """The candidate as it is."""
    yield organisation((candidate.start, candidate.end), scene, candidate.rule, 0.9, FORMED)


def abbreviated(candidate: Candidate, scene: Scene) -> Iterator[Found]:
    """A name in quotes beside an abbreviation of a form or an office in capitals."""
    outside, _, inside = re.sub(r"[«“]", "\0", candidate.text, count=1).partition("\0")
    letters = outside.strip() or re.split("[»”]", inside)[-1].strip()
    if letters.isupper() and inside[:1].isupper():
        yield organisation((candidate.start, candidate.end), scene, candidate.rule, 0.8)


def form_after(candidate: Candidate, scene: Scene) -> Iterator[Found]:
    """A name up to its legal form, without small words that open the sentence."""
    start = _past_small(candidate.start, candidate.text)
    if scene.text[start : candidate.end].count(" ") or QUOTE.match(candidate.text):
        yield organisation((start, candidate.end), scene, candidate.rule, 0.9, FORMED)


def business(candidate: Candidate, scene: Scene) -> Iterator[Found]:
    """The quoted name after a word for a business."""
    quote = QUOTE.search(candidate.text)
    named = quote is not None and candidate.text[quote.end()].isupper()
    if quote and named and not scene.text[candidate.start - 1 : candidate.start].isalpha():
        yield organisation((candidate.start + quote.start(), candidate.end), scene, candidate.rule, 0.8)


def quoted(candidate: Candidate, scene: Scene) -> Iterator[Found]:
    """A name in quotes by itself, when a word of it is one of those that firms' names end in."""
    words = candidate.text[1:-1].split()
    small = {"and", "of", "va", "ва", "и", "&"}
    if not 1 < len(words) <= _MOST_QUOTED or not all(word[0].isupper() or word in small for word in words):
        return
    if any(_last().fullmatch(word) for word in words[1:]):
        yield organisation((candidate.start + 1, candidate.end - 1), scene, candidate.rule, 0.7)


def head_last(candidate: Candidate, scene: Scene) -> Iterator[Found]:
    """Capitalised words up to a word of firms, and "of" a place; not a head with nothing but heads before it."""
    start = _past_small(candidate.start, candidate.text)
    words = list(_SPACED.finditer(scene.text[start : candidate.end]))
    last = max((place for place, word in enumerate(words) if _last().fullmatch(word.group())), default=0)
    if last == 0:
        return
    before = [word.group() for word in words[:last]]
    own = [word for word in before if key(word) not in _generic() and word[0].isupper()]
    state = last > 1 and before[0].lower() in group("firms", "english", "state")
    if own or state:
        of_place = len(words) > last + 1 and words[last + 1].group() == "of"
        end = candidate.end if of_place else start + words[last].end()
        yield organisation((start, end), scene, candidate.rule, 0.75)


def local(candidate: Candidate, scene: Scene) -> Iterator[Found]:
    """Uzbek: from a capital to the head, which stands last."""
    yield organisation((candidate.start, candidate.end), scene, candidate.rule, 0.8)


def russian(candidate: Candidate, scene: Scene) -> Iterator[Found]:
    """A head with an adjective before and what belongs to it after, when something in it has a name's capital."""
    if scene.language == "uz":
        return
    words = list(_SPACED.finditer(candidate.text))
    head = next((place for place, word in enumerate(words) if _head().match(word.group().lower())), None)
    if head is None:
        return
    texts = [word.group() for word in words]
    adjective = head > 0 and bool(_adjective().search(texts[0]))
    first = 0 if adjective else head
    last, proper = _reach(texts, head)
    capital = texts[first][0].isupper() and not (first == head and naming.opens(scene.text, candidate.start))
    if (capital and (last > head or adjective)) or (proper and last > head):
        span = candidate.start + words[first].start(), candidate.start + words[last].end()
        yield organisation(span, scene, candidate.rule, 0.7)


def _reach(words: list[str], head: int) -> tuple[int, bool]:
    """Last word that belongs to a head, and whether one with a capital is among those after it."""
    last, proper = head, False
    for place in range(head + 1, len(words)):
        word = words[place]
        if word[0].isupper():
            last, proper = place, True
        elif word not in group("firms", "russian", "join"):
            if proper or not _tail().search(word):
                break
            last = place
    return last, proper


def tajik(candidate: Candidate, scene: Scene) -> Iterator[Found]:
    """A head and the words that izafat ties to it, when one has a capital or the head is an office."""
    words = list(_SPACED.finditer(candidate.text))
    texts = [word.group() for word in words]
    last = 0
    while last + 1 < len(texts) and last < _MOST_TAJIK and (texts[last][-1] in "иӣ" or texts[last + 1][0].isupper()):
        last += 1
        if texts[last].lower() in written("firms", "tajik", "never"):
            return
    if last == 0 or not any(text[0].isupper() for text in texts[: last + 1]):
        return
    if all(text.isupper() for text in texts[: last + 1]) and not _office().match(texts[0].lower()):
        return
    if any(text[0].isupper() for text in texts[1 : last + 1]) or _office().match(texts[0].lower()):
        span = candidate.start, candidate.start + words[last].end()
        yield organisation(span, scene, candidate.rule, 0.75)


def body(candidate: Candidate, scene: Scene) -> Iterator[Found]:
    """A body written as it is known: an abbreviation in capitals, and one in a case."""
    rest = scene.rest(candidate.end)
    before = scene.text[candidate.start - 1 : candidate.start]
    if before.isalnum() or before in tuple("@_/.#"):
        return
    if script_of(candidate.text) == "arabic":
        stands = not rest or scene.language == "ckb"
    else:
        written = candidate.text == candidate.value or " " in candidate.value
        stands = written and bool(_ENDING.match(rest))
    if stands:
        end = candidate.end + (len(rest) if rest in _INFLECTED else 0)
        glued = len(candidate.text) - len(candidate.value)
        yield organisation((candidate.start + glued, end), scene, "body", 0.85, BODY)


def _past_small(start: int, text: str) -> int:
    """Where the name begins after words that open a sentence."""
    while " " in text and text.partition(" ")[0].lower() in group("firms", "english", "small"):
        size = len(text.partition(" ")[0]) + 1
        start, text = start + size, text[size:]
    return start


@cache
def _generic() -> frozenset[str]:
    """Words that alone with a head make no name: Police Department, Border Guard, Travel Agency."""
    heads = (group("firms", "heads", script) for script in ("latin", "cyrillic"))
    return frozenset().union(*heads, group("firms", "english", "generic"), group("firms", "english", "small"))


@cache
def _last() -> re.Pattern[str]:
    return re.compile("|".join(pattern_of("firms", "first", name) for name in ("english_last", "russian_last")))


@cache
def _head() -> re.Pattern[str]:
    return re.compile("(?:" + pattern_of("firms", "first", "russian").replace(r"\pL", r"\w") + r")\w{0,4}$")


@cache
def _adjective() -> re.Pattern[str]:
    return re.compile(pattern_of("firms", "russian", "adjective"))


@cache
def _tail() -> re.Pattern[str]:
    return re.compile(pattern_of("firms", "russian", "tail"))


@cache
def _office() -> re.Pattern[str]:
    return re.compile(pattern_of("firms", "tajik", "offices"))
