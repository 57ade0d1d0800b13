"""Which script and which language a text, or a place in it, is in: by letters and frequent words, then py3langid."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from osint_kit.knowledge.text.folding import fold

_WORD = re.compile(r"[^\W\d_]+(?:['’ʻʼ‘`\u200c\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670ـ]+[^\W\d_]+)*")
_ADDRESS = re.compile(
    r".*(?:://|@|\[at\]|www\.|t\.me/|<).*|[^\w]*[\w-]+(?:\.[\w-]+)*\.[A-Za-z]{2,}\b(?:/.*)?[^\w]*|[A-Za-z0-9]{18,}[^\w]*",
    re.IGNORECASE,
)
"""A piece between spaces that is no word."""
_SENTENCE_END = re.compile(r"[.!?؟۔\n|•]+(?=\s|$)|\n")
_SAMPLE, _WINDOW, _LONGEST = 20_000, 300, 200
"""Code points that are looked at: from the beginning of a text, on each side of a place, in one piece."""

_LETTER, _NEAR, _SHAPE, _FREQUENT, _ENDING, _SCRIPT = 2.0, 0.7, 1.2, 1.0, 0.35, 0.2
_MARGIN, _SURE, _DECISIVE, _CLEAR = 0.75, 3.0, 2.0, 1.5
_PRIOR = {"ru": 0.01, "en": 0.01, "fa": 0.01, "kk": -0.04, "ky": -0.04, "tr": -0.04}
"""Added for each word: a few words that say nothing are most likely in a usual language."""
_KNOWN_TO_LANGID = frozenset(("ar", "en", "fa", "kk", "ky", "ps", "ru", "tr", "ur"))


@dataclass(frozen=True, slots=True)
class _Signs:
    """What tells one language in one script."""

    code: str
    script: str
    letters: frozenset[str]
    near: frozenset[str]
    shapes: re.Pattern[str] | None
    endings: re.Pattern[str] | None
    words: frozenset[str]
    sure: bool


@cache
def _script_of(letter: str) -> str:
    name = unicodedata.name(letter, "")
    return name.partition(" ")[0].capitalize()


def script(text: str) -> str:
    """Most frequent script among the letters: `Cyrillic`, `Latin`, `Arabic`, or empty when there are none.

    >>> script("Салом"), script("Hello 5"), script("12")
    ('Cyrillic', 'Latin', '')
    """
    counted: Counter[str] = Counter()
    for letter, count in Counter(text).items():
        if letter.isalpha():
            counted[_script_of(letter)] += count
    return max(sorted(counted), key=counted.__getitem__, default="")


def guess(text: str) -> str:
    """Guess the language of a text; empty when there are no letters.

    Languages are those of the region and English; Kyrgyz, Kazakh and Turkish are told apart from them. A language in
    letters that it is seldom written in (Tajik, Persian, Urdu, Russian in Latin) needs several frequent words.

    >>> guess("Занг занед ба рақами мо"), guess("Звоните нам"), guess("Call us"), guess("yo'lga chiqamiz")
    ('tg', 'ru', 'en', 'uz')
    """
    points = _points(text[:_SAMPLE])
    if not points:
        return ""
    best, second = _leaders(points)
    if points[best] - points.get(second, 0.0) >= _MARGIN:
        return best
    return _by_profile(text[:_SAMPLE], points, best)


def guess_at(text: str, start: int, end: int) -> str:
    """Guess the language of the sentence around a span; that of the whole text where the sentence leaves it open."""
    return Speech.of(text).at(start, end)


def _sentence(text: str, start: int, end: int) -> str:
    first, last = max(0, start - _WINDOW), min(len(text), end + _WINDOW)
    before = [match.end() for match in _SENTENCE_END.finditer(text, first, start)]
    after = _SENTENCE_END.search(text, end, last)
    return text[before[-1] if before else first : after.start() if after else last]


@dataclass(frozen=True, slots=True)
class Speech:
    """One text, and what language it speaks from place to place."""

    text: str
    language: str
    mixed: bool

    @classmethod
    def of(cls, text: str) -> Speech:
        """Listen to a text."""
        points = _points(text[:_SAMPLE])
        best, second = _leaders(points) if points else ("", "")
        mixed = not points or points[best] < _DECISIVE + _CLEAR * points.get(second, 0.0) or len(text) > _SAMPLE
        return cls(text, guess(text) if mixed else best, mixed)

    def at(self, start: int, end: int) -> str:
        """The language of the sentence around a span; looked for only where the text may be mixed."""
        return (_of_sentence(_sentence(self.text, start, end)) or self.language) if self.mixed else self.language


@lru_cache(maxsize=4096)
def _of_sentence(sentence: str) -> str:
    """The language of a sentence where that is beyond doubt, else empty."""
    points = _points(sentence)
    if not points:
        return ""
    best, second = _leaders(points)
    return best if points[best] - points.get(second, 0.0) >= _DECISIVE else ""


def _leaders(points: Mapping[str, float]) -> tuple[str, str]:
    ordered = sorted(points, key=lambda code: (-points[code], code))
    return ordered[0], ordered[1] if len(ordered) > 1 else ""


def _points(text: str) -> dict[str, float]:
    """Points for each language that the words speak for."""
    points: dict[str, float] = {}
    unsure: dict[str, float] = {}
    written: dict[str, int] = {}
    for piece in text.split():
        for name, sure, unusual in _evidence(piece):
            written[name] = written.get(name, 0) + 1
            for code, weight in sure:
                points[code] = points.get(code, 0.0) + weight
            for code, weight in unusual:
                unsure[code] = unsure.get(code, 0.0) + weight
    for name, count in written.items():
        for code, prior in _priors().get(name, {}).items():
            points[code] = points.get(code, 0.0) + prior * count
    if unsure:
        _admit(points, unsure)
    return points


def _admit(points: dict[str, float], unsure: dict[str, float]) -> None:
    """Count the languages in unusual letters where their words are many, and more than those of any other."""
    code = max(sorted(unsure), key=unsure.__getitem__)
    usual = points.get("en", 0.0)
    if unsure[code] >= _SURE and unsure[code] > usual / 2:
        points[code] = points.get(code, 0.0) + unsure[code] + usual


_Points = tuple[tuple[str, float], ...]


@lru_cache(maxsize=1 << 17)
def _evidence(piece: str) -> tuple[tuple[str, _Points, _Points], ...]:
    """What each word of a piece says: script, languages with points, and those whose words count only in numbers."""
    if len(piece) > _LONGEST or not _WORD.search(piece) or _ADDRESS.fullmatch(piece):
        return ()
    return tuple(map(_of_word, _WORD.findall(piece)))


def _of_word(word: str) -> tuple[str, _Points, _Points]:
    lower = word.lower()
    plain = fold(lower).text
    name = _script_of(plain[0]) if plain else ""
    weights = [(signs.code, _weight(signs, lower, plain), signs.sure) for signs in _signs().get(name, ())]
    told = [
        [(code, weight) for code, weight, sure in weights if weight and sure is unusual] for unusual in (False, True)
    ]
    return name, tuple(told[0]), tuple(told[1])


def _weight(signs: _Signs, lower: str, plain: str) -> float:
    if signs.sure:
        return _FREQUENT if plain in signs.words else 0.0
    weight = 0.0
    if plain in signs.words:
        weight += _FREQUENT
    elif signs.endings and len(plain) > 3 and signs.endings.search(plain):  # noqa: PLR2004 - a word and its ending
        weight += _ENDING
    if not signs.letters.isdisjoint(lower):
        weight += _LETTER
    elif not signs.near.isdisjoint(lower):
        weight += _NEAR
    if signs.shapes and signs.shapes.search(lower if "\u200c" in lower else plain):
        weight += _SHAPE
    return weight


@cache
def _priors() -> dict[str, dict[str, float]]:
    """Points of any word in a script."""
    return {
        name: {each.code: _SCRIPT + _PRIOR.get(each.code, 0.0) for each in signs if not each.sure}
        for name, signs in _signs().items()
    }


def _by_profile(text: str, points: Mapping[str, float], best: str) -> str:
    """Ask py3langid among the languages that are nearly as likely as the best, where it knows them all."""
    near = {code for code in points if points[best] - points[code] < _MARGIN}
    if not near <= _KNOWN_TO_LANGID:
        return best
    from py3langid.langid import rank  # noqa: PLC0415 - slow to load, seldom asked

    ranked: Sequence[tuple[str, float]] = rank(
        " ".join(piece for piece in text.split() if not _ADDRESS.fullmatch(piece))[:1000]
    )
    return next((code for code, _score in ranked if code in near), best)


@cache
def _signs() -> dict[str, tuple[_Signs, ...]]:
    """Signs by script."""
    told = tomllib.loads(files("osint_kit.knowledge.text").joinpath("languages.toml").read_text("utf-8"))
    made: dict[str, list[_Signs]] = {}
    for each in told["language"]:
        made.setdefault(each["script"], []).append(
            _Signs(
                each["code"],
                each["script"],
                frozenset(each.get("letters", "")),
                frozenset(each.get("near", "")),
                re.compile(each["shapes"]) if "shapes" in each else None,
                re.compile(fold(each["endings"]).text) if "endings" in each else None,
                frozenset(fold(each["words"]).text.split()),
                each.get("sure", False),
            )
        )
    return {name: tuple(signs) for name, signs in made.items()}
