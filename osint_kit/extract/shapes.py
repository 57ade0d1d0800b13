"""How formats of the profiles are read in text: separators between groups, values without them, whose they are."""

from __future__ import annotations

import re
from functools import lru_cache

from osint_kit.extract.selectors import Scene
from osint_kit.knowledge.papers import words
from osint_kit.knowledge.regions import Profile
from osint_kit.knowledge.text import fold_pattern, look_alikes

_SEPARATOR = "(?: ?[-|/·] ?|  ?)?"
_ATOM = re.compile(r"(?:\\[dwD]|\\.|\[[^\]]*\]|[A-Z0-9])(?:\{[0-9,]+\}|[?*+])?|\(\?:|.", re.DOTALL)
_BLANK = re.compile(r"\[[^\]]*\]| \??")


def spaced(pattern: str) -> str:
    r"""Pattern of a format with what may stand for each of its blanks: a space, a dash, a stroke or nothing.

    >>> spaced(r"\d{4} [A-Z]{2}")
    '\\d{4}(?: ?[-|/·] ?|  ?)?[A-Z]{2}'
    """
    return _BLANK.sub(lambda match: match.group() if match.group().startswith("[") else _SEPARATOR, pattern)


@lru_cache(maxsize=1024)
def flexible(plate: str) -> str:
    r"""Allow one separator between the groups of a plate pattern that shows no blanks.

    >>> flexible(r"\d{4}[A-Z]{2}")
    '\\d{4}(?: ?[-|/·] ?|  ?)?[A-Z]{2}'
    """
    if " " in plate:
        return spaced(plate)
    atoms = [atom for atom in _ATOM.findall(plate.strip("^$")) if "[ -]" not in atom]
    atoms = [atom for atom in atoms if atom not in ("?", r"\s?", r"\s", r"\s*", "^", "$")]
    built = ""
    for before, atom in zip(["", *atoms], atoms, strict=False):
        joins = before not in ("", "(?:", "(", "|") and atom not in (")", "|") and atom[0] not in "?*+{"
        same = before == atom and len(atom) == 1
        built += (_SEPARATOR if joins and not same else "") + atom
    return built


def compact(text: str) -> str:
    """Latin capitals and digits of a plate, without what separates the groups.

    >>> compact("12-34 ав")
    '1234AB'
    """
    return re.sub(r"[^\w]|_", "", look_alikes(text))


@lru_cache(maxsize=4096)
def fits(pattern: str, text: str) -> bool:
    """Whether a text, in capitals and with Latin letters, is all of a format."""
    return re.fullmatch(fold_pattern(flexible(pattern)), text) is not None


def place_at_home(scene: Scene, profile_code: str) -> int:
    """How near the text is to a country: 0 for the one it most likely speaks from, more for others."""
    codes = [each.code for each in scene.home]
    return codes.index(profile_code) if profile_code in codes else len(codes)


def profile_of(scene: Scene, code: str) -> Profile | None:
    """The profile of a country, if it is one of this text's."""
    return next((each for each in scene.profiles if each.code == code), None)


def near_word(scene: Scene, start: int, end: int, groups: tuple[str, ...], width: int = 40) -> bool:
    """Whether a word of these groups stands near a stretch, before or after it, on the same line."""
    around = f"{scene.before(start, width)}\n{scene.after(end, width)}"
    return _any(groups).search(around) is not None


@lru_cache(maxsize=64)
def _any(groups: tuple[str, ...]) -> re.Pattern[str]:
    listed = sorted({word for group in groups for word in words(group)}, key=len, reverse=True)
    return re.compile(rf"(?<![^\W\d_])(?:{'|'.join(map(re.escape, listed))})")
