"""Number plates after the patterns of the profiles; Cyrillic look-alikes are read as Latin."""

import re
from collections.abc import Iterator, Mapping

from osint_kit.extract.selectors import Candidate, Found, Scene, Selector, selectors
from osint_kit.knowledge.regions import Profile
from osint_kit.knowledge.text import look_alikes

_ATOM = re.compile(r"(?:\\[dwD]|\\.|\[[^\]]*\]|[A-Z0-9])(?:\{[0-9,]+\}|[?*+])?|\(\?:|.", re.DOTALL)
_CUES = (
    "номер",
    "рақам",
    "машин",
    "мошин",
    "авто",
    "микро",
    "фургон",
    "raqam",
    "plate",
    "van",
    "car",
    "truck",
    "bus",
    "lorry",
    "гос",
    "پلیت",
    "موتر",
    "نمبر",
    "لاری",
)
_SEPARATORS = " -"


def patterns(profile: Profile) -> Mapping[str, str]:
    """The profile's plate with a space or dash allowed between its groups, its country code before it or not."""
    if not profile.plate:
        return {}
    return {f"plate {profile.code}": rf"(?:{profile.code}[ -]?)?(?:{flexible(profile.plate)})"}


def flexible(plate: str) -> str:
    r"""Allow one separator between the groups of a plate pattern.

    >>> flexible(r"\d{4}[A-Z]{2}")
    '\\d{4}[ -]?[A-Z]{2}'
    """
    atoms = [atom for atom in _ATOM.findall(plate.strip("^$")) if not (atom.startswith(" ") or "[ -]" in atom)]
    atoms = [atom for atom in atoms if atom not in ("?", r"\s?", r"\s", r"\s*", "^", "$")]
    built = ""
    for before, atom in zip(["", *atoms], atoms, strict=False):
        joins = before not in ("", "(?:", "(", "|") and atom not in (")", "|") and atom[0] not in "?*+{"
        same = before == atom and len(atom) == 1
        built += ("[ -]?" if joins and not same else "") + atom
    return built


def check(candidate: Candidate, scene: Scene) -> Iterator[Found]:
    """Capitals, or written together, or announced by a word for a vehicle."""
    code = candidate.rule.removeprefix("plate ")
    letters = [each for each in candidate.text if each.isalpha()]
    capital = all(each.isupper() for each in letters)
    together = not any(each in _SEPARATORS for each in candidate.text)
    cued = any(cue in scene.before(candidate.start, 40) for cue in _CUES)
    if not (capital or together or cued):
        return
    compact = re.sub(r"[ -]", "", look_alikes(candidate.text))
    named = compact.startswith(code) and not compact.startswith(code + code) and _has_code(candidate.text, code)
    score = 0.99 if named else 0.9 if cued else 0.8
    rank = 67 if named else 65 if cued or _fictional(scene, code) else 55
    yield Found(
        candidate.start,
        candidate.end,
        "plate",
        f"{code}:{compact.removeprefix(code) if named else compact}",
        score,
        "plate",
        rank,
    )


def _has_code(text: str, code: str) -> bool:
    return look_alikes(text).startswith(code)


def _fictional(scene: Scene, code: str) -> bool:
    return any(each.code == code and each.fictional for each in scene.profiles)


selectors.add(__name__, Selector({}, check, per_profile=patterns, prepare=look_alikes))
