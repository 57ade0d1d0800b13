"""Number plates after the formats of the profiles; Cyrillic look-alikes are read as Latin."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from osint_kit.extract.selectors import Candidate, Found, Scene, Selector, selectors
from osint_kit.extract.shapes import compact, fits, flexible, near_word, place_at_home, profile_of, spaced
from osint_kit.extract.sounding_places import sounds_of
from osint_kit.knowledge.papers import acronyms, announced
from osint_kit.knowledge.regions import Format, Profile
from osint_kit.knowledge.text import fold, look_alikes

_LETTERS = re.compile(r"[A-Z]+")
_GROUP = re.compile(r"[0-9]+|[^\W\d_]+")
_SURE = 0.75
_NAMED, _CUED, _WEAK, _BARE = 67, 65, 63, 55
_CUE_WIDTH = 60


def patterns(profile: Profile) -> Mapping[str, str]:
    """The formats of a profile with a separator allowed between groups, its country code before them or not."""
    listed = [flexible(profile.plate)] if profile.plate else []
    listed += [spaced(each.pattern) for each in profile.plates]
    prefix = f"(?:{profile.code}(?: ?[-|:/] ?| )?)?"
    return {f"plate {profile.code} {number}": f"{prefix}(?:{each})" for number, each in enumerate(listed)}


def check(candidate: Candidate, scene: Scene) -> Iterator[Found]:
    """Capitals, or written together, or announced by a word for a vehicle; of several countries the likeliest."""
    _, code, number = candidate.rule.split()
    profile = profile_of(scene, code)
    if profile is None or _is_other(candidate, scene):
        return
    written = look_alikes(candidate.text)
    cued, vehicle = _cued(candidate, scene)
    weak = _needs_cue(profile, int(number))
    if _is_unit(written, cued=cued) or (weak and not (vehicle and _near(candidate, scene))):
        return
    if not cued and _unsure(profile, int(number), scene, candidate):
        return
    if not _capital(candidate.text) and (" " in candidate.text or not cued) and not _worded(candidate, scene):
        return
    named = _named(profile, written)
    body = written[len(code) :].lstrip(" -|:/") if named else written
    if not named and _likelier(scene, profile, body, cued=cued):
        return
    home = place_at_home(scene, code) < len(scene.home)
    rank = _NAMED if named else _WEAK if weak else _CUED if cued or profile.fictional else _BARE
    score = 0.99 if named else 0.9 if cued else 0.8 if home else 0.6
    plain = value(profile, body, _shape(profile, int(number)))
    yield Found(candidate.start, candidate.end, "plate", f"{code}:{plain}", score, "plate", rank)


def value(profile: Profile, body: str, shape: Format | None) -> str:
    """Compact form: words and letters of other scripts become what the profile says, groups come in their order."""
    for written, plain in _words(profile):
        body = body.replace(written, plain)
    groups = _GROUP.findall(body)
    return compact("".join(reversed(groups) if shape is not None and shape.reverse else groups))


@lru_cache(maxsize=64)
def _words(profile: Profile) -> tuple[tuple[str, str], ...]:
    pairs = (each.partition("=") for each in profile.plate_words)
    folded = {fold(written).text.upper(): plain for written, _, plain in pairs}
    return tuple(sorted(folded.items(), key=lambda pair: -len(pair[0])))


def _capital(text: str) -> bool:
    letters = [each for each in text if each.isalpha()]
    return bool(letters) and all(each == each.upper() for each in letters)


def _is_unit(written: str, *, cued: bool) -> bool:
    """Letters that are a currency or a unit; two of them may be on a plate as well."""
    letters = [each for each in _LETTERS.findall(written) if len(each) > 2 or not cued]  # noqa: PLR2004 - as said
    return any(each in acronyms() for each in letters if each != "KG" or len(letters) == 1)


def _is_other(candidate: Candidate, scene: Scene) -> bool:
    """A number that goes on before or after, or a part of a name or an address."""
    goes_on = re.match(r"[-./:]?[0-9]", scene.text[candidate.end : candidate.end + 2])
    before = scene.text[max(0, candidate.start - 2) : candidate.start]
    return bool(
        goes_on
        or re.search(r"[0-9][-./:,]$|[@#/\\=+_]$|[A-Za-z]-$", before)
        or scene.text[candidate.end : candidate.end + 1] in ("@", "_")
    )


def _cued(candidate: Candidate, scene: Scene) -> tuple[bool, bool]:
    """Whether a word announces a number, and whether one speaks of a vehicle or its plate."""
    before = scene.before(candidate.start, _CUE_WIDTH)
    vehicle = bool(announced(before, ("plate_word", "vehicle", "make"), 40)) or near_word(
        scene, candidate.start, candidate.end, ("vehicle", "make", "plate_word")
    )
    if announced(before, ("goods", "phone"), 12) and not announced(before, ("plate_word", "vehicle"), 24):
        return False, False
    return vehicle or bool(announced(before, ("plate",), 40)), vehicle


def _unsure(profile: Profile, number: int, scene: Scene, candidate: Candidate) -> bool:
    """A form that other things have as well, with no word for it: not from elsewhere, not after a word for goods."""
    shape = _shape(profile, number)
    loose = shape is not None and shape.confidence < _SURE
    goods = bool(announced(scene.before(candidate.start, 32), ("goods",), 12))
    return loose and (goods or not scene.home or scene.home[0] is not profile)


def _near(candidate: Candidate, scene: Scene) -> bool:
    """Whether a word for a number or a plate stands just before, or the text speaks from the country of the plate."""
    said = announced(scene.before(candidate.start, _CUE_WIDTH), ("plate", "plate_word"), 14)
    return bool(said) or bool(scene.home and scene.home[0].code == candidate.rule.split()[1])


def _worded(candidate: Candidate, scene: Scene) -> bool:
    return bool(announced(scene.before(candidate.start, _CUE_WIDTH), ("plate_word",), 12))


def _needs_cue(profile: Profile, number: int) -> bool:
    shape = _shape(profile, number)
    return shape is not None and bool(shape.cues)


def _shape(profile: Profile, number: int) -> Format | None:
    number -= 1 if profile.plate else 0
    return profile.plates[number] if number >= 0 else None


def _named(profile: Profile, written: str) -> bool:
    """Whether the country code stands before a plate that is whole without it."""
    rest = written[len(profile.code) :].lstrip(" -|:/")
    return written.startswith(profile.code) and any(fits(each, rest) for each in _all(profile))


def _all(profile: Profile) -> tuple[str, ...]:
    return (*((profile.plate,) if profile.plate else ()), *(each.pattern for each in profile.plates))


def _likelier(scene: Scene, profile: Profile, body: str, *, cued: bool) -> bool:
    """Whether another country with such plates is nearer to the text."""
    own = _nearness(scene, profile, body)
    return any(
        _nearness(scene, other, body) < own
        for other in scene.profiles
        if other is not profile and _has(other, body, cued=cued)
    )


def _nearness(scene: Scene, profile: Profile, body: str) -> tuple[bool, int, int]:
    """Series in common use first, then by nearness of the country, then in the order of the profiles."""
    usual = not any(fits(each, body) for each in _usual(profile))
    near = place_at_home(scene, profile.code)
    if profile.fictional and sounds_of(scene, profile):
        near = -1
    elif profile.fictional != bool(scene.home and scene.home[0].fictional):
        near += len(scene.home)
    return (usual, near, next(place for place, each in enumerate(scene.profiles) if each is profile))


def _usual(profile: Profile) -> tuple[str, ...]:
    plain = tuple(each.pattern for each in profile.plates if not each.cues)
    return ((profile.plate,) if profile.plate else ()) + plain


def _has(profile: Profile, body: str, *, cued: bool) -> bool:
    return any(fits(each, body) for each in (_all(profile) if cued else _usual(profile)))


selectors.add(__name__, Selector({}, check, per_profile=patterns, prepare=look_alikes))
