"""Engine of places that no gazetteer knows: a word for a place beside a name, or an ending that only places have."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache

from osint_kit.extract.selectors import Candidate, Found, Scene
from osint_kit.knowledge.places import cue, stem, within

RANK = 38
CERTAIN = 42
"""Above a person, where nothing but a place can be meant."""

_NAME = r"\p{Lu}[\p{L}'-]+"
_CASES = "(?:ая|ой|ую|ий|ого|ому|ом|им|ие|их)"
_WORDS = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_NEXT = re.compile(r" [А-ЯЁҒӢҚӮҲҶЎ]")
_ARABIC_LANGUAGES = ("fa", "ps", "ur", "ar", "ckb")
_SHORTEST = 3
_YEAR_BEFORE = re.compile(r"[0-9][)»\"]? ?$")
_ABBREVIATED = re.compile(r"(?:г|ст|п|пр|пос)\.? ", re.IGNORECASE)
"""After a number `г.` is a year and `ст.` an article."""


def patterns() -> Mapping[str, str]:
    """RE2 patterns, one for each way in which a word announces a place."""
    before = [*cue("before", "cyrillic"), *cue("before", "latin")]
    endings = [*cue("suffix", "cyrillic"), *cue("suffix", "latin")]
    made = {
        "place: noun before": rf"(?i:{_any(before)})(?: of)?\.? ?[\"«“„]?{_NAME}",
        "place: noun after": rf"{_NAME}(?: {_NAME})? (?:{_any([*cue('after', 'cyrillic'), *cue('after', 'latin')])})",
        "place: adjective": rf"\p{{Lu}}\p{{Cyrillic}}+[сц]к{_CASES} (?:{_any(cue('russian_nouns'))})",
        "place: ending": rf"\p{{Lu}}[\p{{L}}'-]{{2,}}(?:{_any(endings)})",
        "place: abad": rf"\p{{Arabic}}{{3,}} ?(?:{_any(cue('suffix', 'arabic'))})",
    }
    for language in _ARABIC_LANGUAGES:
        made[f"place: {language}"] = rf"(?:{_any(cue('noun', language))}) \p{{Arabic}}{{2,}}"
    for language in ("ps", "ur"):
        made[f"place: {language} after"] = rf"\p{{Arabic}}{{3,}} (?:{_any(cue('noun_after', language))})"
    return made


def cued(candidate: Candidate, scene: Scene) -> Iterator[Found]:
    """The name beside a word for a place, without the word where that is no part of it."""
    rule = candidate.rule.removeprefix("place: ")
    if scene.text[candidate.start - 1 : candidate.start].isalnum():
        return
    for start, end, score in _READERS.get(rule, _after_noun)(candidate, scene):
        yield Found(start, end, "place", scene.text[start:end], score, candidate.rule, RANK)


def _before_name(candidate: Candidate, scene: Scene) -> Iterator[tuple[int, int, float]]:
    *_, name = _WORDS.finditer(candidate.text)
    start, end = candidate.start + name.start(), candidate.end
    if _YEAR_BEFORE.search(scene.before(candidate.start, 6)) and _ABBREVIATED.match(candidate.text):
        return
    if name.group()[0].isupper() and name.group().lower() not in _capitals() and not scene.rest(end):
        yield start, end, 0.75


def _before_noun(candidate: Candidate, scene: Scene) -> Iterator[tuple[int, int, float]]:
    words = list(_WORDS.finditer(candidate.text))
    names = words[:-1]
    while names and names[0].group().lower() in _capitals():
        names.pop(0)
    izofat = words[-1].group() in _izofat() and _NEXT.match(scene.text, candidate.end)
    if names and not izofat and not scene.rest(candidate.end)[3:]:
        yield candidate.start + names[0].start(), candidate.end, 0.75


def _whole(candidate: Candidate, scene: Scene) -> Iterator[tuple[int, int, float]]:
    if not scene.rest(candidate.end):
        yield candidate.start, candidate.end, 0.8


def _ending(candidate: Candidate, scene: Scene) -> Iterator[tuple[int, int, float]]:
    form = stem(candidate.text.lower())
    rest = scene.rest(candidate.end)
    inside = within(form, form.tail + rest, scene.language) - len(form.tail)
    if inside >= 0:
        yield candidate.start, candidate.end + inside, 0.6


def _abad(candidate: Candidate, scene: Scene) -> Iterator[tuple[int, int, float]]:
    word = candidate.text.split(" ")[0]
    if word not in _stop() and len(scene.rest(candidate.end)) <= 1:
        yield candidate.start, candidate.end, 0.6


def _after_noun(candidate: Candidate, scene: Scene) -> Iterator[tuple[int, int, float]]:
    """Arabic script: a noun, then the name."""
    if not candidate.rule.endswith(scene.language):
        return
    noun, _, name = candidate.text.rpartition(" ")
    if _named(name + scene.rest(candidate.end)):
        start = candidate.start if noun in _parts() else candidate.end - len(name)
        yield start, candidate.end + len(scene.rest(candidate.end)), 0.6


def _before_arabic_noun(candidate: Candidate, scene: Scene) -> Iterator[tuple[int, int, float]]:
    """Arabic script: a name, then the noun, which belongs to it in Urdu."""
    if not candidate.rule.endswith(f"{scene.language} after") or scene.rest(candidate.end):
        return
    name, _, _noun = candidate.text.partition(" ")
    if _named(name) and (
        scene.language != "ps"
        or scene.before(candidate.start, 4).endswith((" د ", "له ", "په "))
        or scene.before(candidate.start, 4) == "د "
    ):
        yield candidate.start, candidate.end if scene.language == "ur" else candidate.start + len(name), 0.6


def _named(word: str) -> bool:
    """Whether a word in Arabic script may be a name: no function word, no plural."""
    return len(word) >= _SHORTEST and word not in _stop() and not word.endswith(("های", "هایی", "ها", "ترین"))


_READERS: Mapping[str, Callable[[Candidate, Scene], Iterator[tuple[int, int, float]]]] = {
    "noun before": _before_name,
    "noun after": _before_noun,
    "adjective": _whole,
    "ending": _ending,
    "abad": _abad,
    "ps after": _before_arabic_noun,
    "ur after": _before_arabic_noun,
}


def _any(words: Iterator[str] | tuple[str, ...] | list[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@lru_cache(maxsize=1)
def _izofat() -> frozenset[str]:
    """Nouns that stand after the name in Uzbek and before it in Tajik."""
    return frozenset(cue("before", "cyrillic")) & frozenset(cue("after", "cyrillic"))


@lru_cache(maxsize=1)
def _stop() -> frozenset[str]:
    return frozenset(cue("stop"))


@lru_cache(maxsize=1)
def _parts() -> frozenset[str]:
    return frozenset(cue("part"))


@lru_cache(maxsize=1)
def _capitals() -> frozenset[str]:
    return frozenset(cue("stop_capitals"))
