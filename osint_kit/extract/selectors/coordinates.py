"""Coordinates, as decimal degrees or as degrees, minutes and seconds."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from osint_kit.extract.selectors import Candidate, Found, Scene, Selector, selectors
from osint_kit.knowledge import coordinates

_RANK, _FIRM = 86, 4
_NUMBER, _DECIMAL = r"[0-9]{1,2}(?:[.,][0-9]{1,6})?", r"[-+]?[0-9]{1,3}[.,][0-9]{2,9} ?°?"
_BETWEEN = r"(?: ?[,;/|:&]? ?|, ?|\n| ва | и | and | و | va )"
_PARTS = re.compile(r"[0-9]+(?:[.,][0-9]+)?")
_DECIMALS = re.compile(r"[-+]?[0-9]{1,3}[.,][0-9]{2,9}")
_BEFORE = re.compile(r"[0-9][.,]?$|[0-9][,;] ?$|[$€£₽]$|[a-z_]$")
_AFTER = re.compile(
    r"[0-9]|[.,][0-9]|, ?[0-9]{1,3}\.[0-9]{4}| ?(?:[$€£₽%]|usd|eur|руб|сом|долл|kg|кг|mm|мм|м\b)",
)


def check(candidate: Candidate, scene: Scene) -> Iterator[Found]:
    """`lat,lon` with five decimals; both within their range, written precisely or announced."""
    start, end = _trimmed(candidate, scene)
    if _BEFORE.search(scene.before(start, 3)) or _AFTER.match(scene.after(end, 8)):
        return
    lower = scene.lower[start:end]
    angles = _sexagesimal(lower) if candidate.rule == "degrees" else _decimals(lower)
    if len(angles) != 2:  # noqa: PLR2004 - latitude and longitude
        return
    sides = _sides(lower)
    first, second = _placed(angles, sides)
    cued = bool(sides) or candidate.rule == "labelled" or _cue().search(scene.before(start, 40)) is not None
    if not (cued or candidate.rule == "degrees" or _digits(lower) >= _FIRM):
        return
    if abs(first) <= 90 and abs(second) <= 180 and (first, second) != (0, 0):  # noqa: PLR2004 - degrees
        value = f"{first + 0.0:.5f},{second + 0.0:.5f}"
        yield Found(start, end, "coordinates", value, 0.95 if cued else 0.85, candidate.rule, _RANK)


def _trimmed(candidate: Candidate, scene: Scene) -> tuple[int, int]:
    """The candidate without spaces, and without letters that belong to the words beside it."""
    start, end = candidate.start, candidate.end
    if start and scene.text[start].isalpha() and scene.text[start - 1].isalpha():
        start += next((place for place, letter in enumerate(candidate.text) if not letter.isalpha()), 0)
    while end > start and scene.text[end - 1].isalpha() and scene.rest(end):
        end -= 1
    text = scene.text[start:end]
    return start + len(text) - len(text.lstrip(" ")), start + len(text.rstrip(" ,;/|:"))


def _decimals(text: str) -> list[float]:
    return [float(each.replace(",", ".")) for each in _DECIMALS.findall(text)]


def _digits(text: str) -> int:
    """Decimals of the less precise of the two."""
    found: list[str] = _DECIMALS.findall(text)
    return min(len(each) - max(each.find("."), each.find(",")) - 1 for each in found)


def _sexagesimal(text: str) -> list[float]:
    """Degrees of each angle; none where minutes or seconds are sixty or more."""
    angles = []
    for match in re.finditer(_angle(), text):
        parts = [float(each.replace(",", ".")) for each in _PARTS.findall(match.group())]
        if any(each >= 60 for each in parts[1:]):  # noqa: PLR2004 - minutes and seconds
            return []
        angles.append(sum(each / 60**power for power, each in enumerate(parts)))
    return angles


def _sides(text: str) -> list[str]:
    words = coordinates.words()
    return [words.sides[each] for each in _side().findall(re.sub(_any(_labels()), " ", text))]


def _placed(angles: list[float], sides: list[str]) -> tuple[float, float]:
    """Latitude and longitude: signs by the hemispheres, longitude last."""
    if len(sides) == len(angles):
        angles = [-abs(angle) if side in "SW" else angle for angle, side in zip(angles, sides, strict=True)]
        if sides[0] in "EW" and sides[1] in "NS":
            angles.reverse()
    return angles[0], angles[1]


def _labels() -> list[str]:
    return [each for spellings in coordinates.words().labels.values() for each in spellings]


def _any(spellings: Iterable[str]) -> str:
    return "|".join(re.escape(each) for each in sorted(spellings, key=len, reverse=True))


@cache
def _cue() -> re.Pattern[str]:
    return re.compile(_any((*coordinates.words().cues, *_labels())))


@cache
def _side() -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W\d_])(?:{_any(coordinates.words().sides)})(?![^\W\d_])")


def _angle() -> str:
    """Degrees, minutes, and seconds where they are written."""
    degree, minute, second = ("|".join(coordinates.words().units[each]) for each in ("degree", "minute", "second"))
    return rf"[0-9]{{1,3}} ?(?:{degree})\.? ?{_NUMBER} ?(?:(?:{minute})\.?)?(?: ?{_NUMBER} ?(?:(?:{second})\.?)?)?"


def _patterns() -> dict[str, str]:
    side = rf"(?:(?:{_any(coordinates.words().sides)})\.?)"
    latitude, longitude = (
        rf"(?:{_any(coordinates.words().labels[each])})[ :=.]{{0,3}}" for each in ("latitude", "longitude")
    )
    return {
        "decimal": rf"(?i)(?:{side} ?)?{_DECIMAL} ?{side}?{_BETWEEN}(?:{side} ?)?{_DECIMAL} ?{side}?",
        "labelled": rf"(?i){latitude}{_DECIMAL} ?{side}?{_BETWEEN}{longitude}{_DECIMAL} ?{side}?",
        "degrees": rf"(?i)(?:{side} ?)?{_angle()} ?{side}?{_BETWEEN}(?:{side} ?)?{_angle()} ?{side}?",
    }


selectors.add(__name__, Selector(_patterns(), check, whole_words=False))
