"""Vehicles by make and model, in all scripts; a name that means other things needs a word for vehicles beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from osint_kit.extract.selectors import Candidate, Found, Scene, Selector, selectors
from osint_kit.extract.shapes import near_word
from osint_kit.knowledge.papers import announced
from osint_kit.knowledge.regions import Profile
from osint_kit.knowledge.text import fold_pattern
from osint_kit.knowledge.vehicles import Name, alone_in, ending, models, names, not_quoted_after, uncased

_RANK = 48
_NEAR = 60
_GLUED = ("ال", "و", "وال", "ب", "بال", "لل")
"""The Arabic article, and conjunctions and prepositions that are written with the word."""
_CODE = re.compile(
    fold_pattern(r"[ -]{1,2}(?:[A-Za-zА-Я]{1,4}[ -]?[0-9]{1,4}[A-Za-z]{0,2}|[A-Z]{2,4}|[0-9]{3,4}[A-Za-z]?)(?![\w])")
)
_YEAR = re.compile(r"(?:19|20|13|14)[0-9]{2}")
_AMOUNT = re.compile(
    r" ?(?:[$€%]|км|km|сом|руб|usd|sum|so'm|долл|дол\b|млн|тыс|minut|мин|кг|kg|л\b|нафар|чел|мест|kishi|odam|"
    r"دالر|دلار|نفر|کیلو|تومان|ورقة|دفتر|لاکھ|ہزار)"
)
_NEXT = re.compile(
    r"[ -]{1,2}(?:next|некст|plus|плюс|max|pro|pick-?up|пикап|long|lx|gx|vx|gli|xli|glx|elx)\b", re.IGNORECASE
)
_OPENING = re.compile(r"(?:^|([^\W\d_]*)[^\w\n]? ?)[\"«“„]$")
_CLOSING = re.compile(r"[^\W\d_]{0,4}[\"»”]")
_BADGE = re.compile(r"[A-ZА-Я]{3}")
"""Makes of three capitals, which are words otherwise (`МАЗ`, `ВАЗ`)."""


@cache
def _terms() -> Mapping[str, str]:
    arabic = [each for each in names() if uncased(each) and each[:1].isalpha()]
    glued = {f"{prefix}{each}": f"{prefix}|{each}" for prefix in _GLUED for each in arabic}
    return {each: f"|{each}" for each in names()} | {
        term: value for term, value in glued.items() if term not in names()
    }


def terms(_profiles: tuple[Profile, ...]) -> Mapping[str, str]:
    """All names of makes and models; those in Arabic script with the article and what is glued to it as well."""
    return _terms()


def check(candidate: Candidate, scene: Scene) -> Iterator[Found]:
    """A make with its model, a make or a model alone if it is used so; weak ones wait for the second look."""
    prefix, _, spelling = candidate.value.partition("|")
    if prefix not in ("", "ال") and scene.language != "ar":
        return
    for name in names().get(spelling, ()):
        end = _end(name, candidate.end, scene)
        if end < 0:
            continue
        if name.model:
            yield from _alone(name, candidate.start, _trimmed(scene, end), scene)
            continue
        last = _model(name, end, scene)
        if last > end:
            yield Found(candidate.start, last, "vehicle", "", 0.95, "make and model", _RANK)
        else:
            yield from _alone(name, candidate.start, end, scene)


def _end(name: Name, end: int, scene: Scene) -> int:
    """Where the name ends with its inflection, -1 if the word goes on to be another."""
    rest = scene.rest(end)
    if scene.text[end - 1].isdigit() and scene.text[end : end + 1].isdigit():
        return -1
    belongs = ending(rest, scene.language, stem=name.stem)
    if name.stem and not rest:
        return -1
    return end + belongs if belongs >= 0 else -1


def _trimmed(scene: Scene, end: int) -> int:
    """A trim that is named with a model (`Gazel Next`)."""
    match = _NEXT.match(scene.text, end)
    return match.end() if match else end


def _model(make: Name, end: int, scene: Scene) -> int:
    """Where the model after a make ends; the end of the make if none follows."""
    gap = re.match(r"(?:[ -]{1,2}|[ ]?[\"'«(][ ]?)", scene.text[end : end + 3])
    if gap is None:
        return end
    start = end + gap.end()
    for spelling, _ in models().get(make.make, ()):
        if scene.lower.startswith(spelling, start):
            last = _end(names_of(spelling, make), start + len(spelling), scene)
            if last > 0:
                return _trimmed(scene, last)
    return end if make.use == "-" and not _BADGE.fullmatch(scene.text[end - 3 : end]) else _coded(end, scene)


def names_of(spelling: str, make: Name) -> Name:
    """The model of a make that is spelt so."""
    return next(each for each in names()[spelling] if each.make == make.make and each.model)


def _coded(end: int, scene: Scene) -> int:
    """A model of letters and digits that no list has (`Scania R450`); years, sums and distances are none."""
    match = _CODE.match(scene.text, end)
    if match is None:
        return end
    code = match.group().strip(" -")
    plate = re.match(r"[ -]?[0-9A-ZА-Я]{2,}", scene.text[match.end() : match.end() + 4])
    if _YEAR.fullmatch(code) or _AMOUNT.match(scene.after(match.end(), 12)) or plate or code in ("USD", "EUR", "RUB"):
        return end
    return match.end()


def _alone(name: Name, start: int, end: int, scene: Scene) -> Iterator[Found]:
    """A strong name as it is; a weak one with a word for vehicles or plates near it; rule `leaning` waits for more."""
    text = scene.text[start:end]
    if name.use == "-":
        return
    if (name.use == "s" and not text.isdigit()) or scene.lower[start:end] in alone_in(scene.language):
        yield Found(start, end, "vehicle", "", 0.85, "model" if name.model else "make", _RANK)
        return
    if text.isdigit() and _AMOUNT.match(scene.after(end, 12)):
        return
    cued = near_word(scene, start, end, ("vehicle", "plate_word"), 32) or _quoted(start, end, scene)
    cased = uncased(text) or text[:1].isupper() or text.isdigit()
    if cued and (cased or announced(scene.before(start, 32), ("vehicle",), 8)):
        yield Found(start, end, "vehicle", "", 0.7, "named beside a word", _RANK)
    elif cased and not text.isdigit():
        yield Found(start, end, "vehicle", "", 0.5, "leaning", 1)


def _quoted(start: int, end: int, scene: Scene) -> bool:
    """Whether a name with a capital stands alone in quotation marks that no word makes those of a firm or a book."""
    if not scene.text[start].isupper() or not _CLOSING.match(
        scene.rest(end) + scene.after(end + len(scene.rest(end)), 1)
    ):
        return False
    opening = _OPENING.search(scene.before(start, 24).lower())
    return opening is not None and opening.group(1) not in not_quoted_after()


def confirm(kept: Sequence[Found], _scene: Scene) -> Iterator[Found]:
    """A name that leans stands where a plate or another vehicle is near."""
    plates = [each.start for each in kept if each.kind == "plate" or (each.kind == "vehicle" and each.rank > 1)]
    for each in kept:
        if each.kind == "vehicle" and (each.rank > 1 or any(abs(place - each.start) < _NEAR for place in plates)):
            yield each


selectors.add(__name__, Selector({}, check, terms=terms, confirm=confirm, kinds=("vehicle",)))
