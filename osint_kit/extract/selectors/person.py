"""Persons: a grammar over capitalised words, with given names from a table and surnames by their endings.

Each word of a run gets a class: G given, a given but also a common word, S surname, B both, P patronymic, I initial,
H honorific, K the first word of a kunya, C other capitalised word, x the same at the beginning of a sentence, - never
part of a name.
"""

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from osint_kit.extract import dari
from osint_kit.extract.selectors import Candidate, Found, Scene, Selector, selectors
from osint_kit.knowledge.names import is_english, is_given, is_patronymic, is_place, is_surname, is_word, root
from osint_kit.knowledge.text import script

_TOKEN = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*\.?")
_INITIAL = re.compile(r"^(?:[^\W\d_]|Sh|Ch|Zh|Kh|Gh|Yu|Ya|Yo|Ts)\.$")
_STREET = re.compile(r"(?:ул\.|улиц\w*|кӯча\w*|хиёбон\w*|проспект\w*|пр\.|street|ko'chasi|номи|им\.|имени)\s?$")
_NAMED_PLACE = re.compile(
    r"(?:деҳаи|деҳа|село|селе|посёлок|город\w*|шаҳри|чойхонаи|мактаби|ошхонаи|колхоз\w*|базар\w*|бозори|ресторан\w*|"
    r"кафе|cafe|чайхан\w*|дӯкони|road|hotel|отел\w*)\s?$"
)
_PLACE_AFTER = re.compile(
    r"^\s(?:street|road|avenue|lane|bridge|market|bazaar|pass|hotel|square|station|valley|кӯчаси|ko'chasi|bozori)(?:\W|$)",
    re.IGNORECASE,
)
_CUE = re.compile(
    r"(?:зовут|спросить|спросите|спрашивайте|имя|номам|номи ман|номаш|ask for|name is|named|called|"
    r"in care of|водитель|ронанда|driver|"
    r"директор|director|владелец|соҳиб|owner|раис|мудир|получатель|гиранда|ismim|ismi|haydovchi|recipient|ман)\s?[:—-]?\s?$"
)
_SHAPES: tuple[tuple[str, float], ...] = (
    (r"H?[SB][Ga]P", 0.98),
    (r"H?[GBa]P[SB]?", 0.97),
    (r"H?[GBa][SB]P", 0.95),
    (r"H?[SB]II?", 0.95),
    (r"H?II?[SB]", 0.95),
    (r"H?[GB][GBa]S", 0.9),
    (r"H?[SB][GBa][GB]?", 0.95),
    (r"H?[GBa][SB]", 0.95),
    (r"H?[GB][GBa]", 0.85),
    (r"H?K[GSBaCx]", 0.8),
    (r"H?[GBS]C", 0.75),
    (r"H?C[SGBa]", 0.75),
    (r"H?x[SGBa]|[xC]C", 0.6),
    (r"H?IG|H?GI", 0.8),
    (r"H?IC", 0.65),
    (r"H[GBSaCx]", 0.85),
    (r"[GB]", 0.75),
    (r"[Sa]", 0.7),
)
_AFTER_CUE = re.compile(r"[GSBCaPIK]{1,3}")
_PREPOSITION = re.compile(r"(?:^|\s)(?:in|at|near|from|via|the|в|во|из|на|под|около|дар|аз|to'g'risida)\s$")
_MATCHERS = tuple((re.compile(shape), score) for shape, score in _SHAPES)
_LONE, _SHORTEST_SURNAME = 1, 5


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    start: int
    end: int
    mark: str
    opens: bool


def check(candidate: Candidate, scene: Scene) -> Iterator[Found]:
    """Read the run from left to right, the longest shape first; Arabic script has a grammar of its own."""
    if candidate.rule == "arabic":
        yield from dari.names(candidate, scene)
        return
    words = list(_words(candidate, scene))
    marks = "".join(word.mark for word in words)
    place = 0
    while place < len(words):
        size, score = _shape(words, marks, place, scene)
        if size:
            yield _found(words[place : place + size], scene, score)
        place += size or 1


def _shape(words: list[_Word], marks: str, place: int, scene: Scene) -> tuple[int, float]:
    """Number of words of the name that begins here and its score; 0 when none does."""
    if _STREET.search(scene.before(words[place].start)):
        return 0, 0.0
    cued = bool(_CUE.search(scene.before(words[place].start, 24)))
    for matcher, score in _MATCHERS:
        match = matcher.match(marks, place)
        if match and _stands(words, place, match.end(), scene, cued=cued):
            return match.end() - place, score
    match = _AFTER_CUE.match(marks, place) if cued else None
    if match and _joined(words[place : match.end()]):
        return match.end() - place, 0.65
    return 0, 0.0


def _stands(words: list[_Word], start: int, end: int, scene: Scene, *, cued: bool) -> bool:
    """Whether the words may be a name where they stand."""
    name = words[start:end]
    if not _joined(name) or _PLACE_AFTER.match(scene.text[name[-1].end : name[-1].end + 12]):
        return False
    if len(name) == _LONE:
        return cued or (_alone(name[0]) and not _NAMED_PLACE.search(scene.before(name[0].start)))
    if name[0].mark == "x" or all(word.mark in "xC" for word in name):
        return cued or _apart(name, scene)
    return True


def _apart(name: list[_Word], scene: Scene) -> bool:
    """Whether two unknown words make a name: a phrase of their own, or capitals amid a sentence, not after "in"."""
    if is_word(name[0].text, "verb") or any(word.text.isupper() for word in name):
        return False
    follows = scene.text[name[-1].end : name[-1].end + 2]
    if name[0].opens:
        return follows[:1] in ("", "\n", ",", ":", "?", ";") or (follows == "." and name[1].mark != "C")
    return not _PREPOSITION.search(scene.before(name[0].start, 12))


def _alone(word: _Word) -> bool:
    """Whether one word is a name by itself: not a common word, nor at a sentence's beginning what may be one."""
    if word.mark == "a":
        return not word.opens and not is_word(word.text, "abstract")
    if word.mark != "S":
        return True
    return is_given(root(word.text)) or (not word.opens and len(word.text) >= _SHORTEST_SURNAME)


def _joined(words: list[_Word]) -> bool:
    """A comma stands only between a surname and the given name after it, and only in Latin script."""
    commas = [second.start - first.end > _LONE for first, second in itertools.pairwise(words)]
    return (
        not any(commas)
        or (commas == [True] and words[0].mark in "SB" and words[0].text.isascii() and not words[0].opens)
        or (commas == [True] and words[0].mark in "SB" and words[0].text.isascii() and words[1].mark in "GB")
    )


def _found(words: list[_Word], scene: Scene, score: float) -> Found:
    start, end = words[0].start, words[-1].end
    before = re.search(r"([^\W\d_-]+(?:-[^\W\d_]+)?\.?) $", scene.text[max(0, start - 16) : start])
    if before and is_word(before.group(1).rstrip("."), "honorific"):
        start -= len(before.group())
    after = re.match(r" ([^\W\d_]+)", scene.text[end : end + 16])
    if after and after.group(1).islower() and is_word(after.group(1), "honorific"):
        end += len(after.group())
    return Found(start, end, "person", re.sub(r"\s+", " ", scene.text[start:end]), score, "name grammar", 40)


def _words(candidate: Candidate, scene: Scene) -> Iterator[_Word]:
    for match in _TOKEN.finditer(candidate.text):
        text = match.group()
        plain = text if _INITIAL.match(text) else text.removesuffix(".")
        plain = plain.removesuffix("'s").removesuffix("-ро") if len(plain) > _LONE else plain
        start = candidate.start + match.start()
        opens = _opens(scene.text, start)
        mark = "-" if is_place(plain, scene.places) else _mark(plain)
        yield _Word(plain, start, start + len(plain), "x" if mark == "C" and opens else mark, opens)


@lru_cache(maxsize=65536)
def _mark(word: str) -> str:
    if _INITIAL.match(word):
        return "I"
    if is_word(word, "never") or not word[0].isupper():
        return "-"
    for name, mark in (("honorific", "H"), ("kunya", "K")):
        if is_word(word, name):
            return mark
    if is_patronymic(word):
        return "P"
    surname, given = is_surname(word), is_given(word)
    if given and (is_word(word, "common") or (script(word) == "Cyrillic" and is_english(word))):
        return "a"
    return {(True, True): "B", (True, False): "S", (False, True): "G", (False, False): "C"}[surname, given]


def _opens(text: str, start: int) -> bool:
    """Whether a sentence or a line begins here."""
    before = text[max(0, start - 4) : start].rstrip(" \"'«“(—-•*")
    return start == 0 or not before or before[-1] in ".!?…\n;" or text[start - 1] == "\n"


selectors.add(
    __name__,
    Selector(
        {
            "name": r"\p{Lu}[\p{L}'-]*\.?(?:,? ?\p{Lu}[\p{L}'-]*\.?)*",
            "arabic": r"\p{Arabic}+\.?(?: \p{Arabic}+\.?)*",
        },
        check,
    ),
)
