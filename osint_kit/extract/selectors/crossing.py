"""Border crossings: a name that only a crossing has, or a town's name beside a word for a border."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache

from osint_kit.extract.naming_places import told
from osint_kit.extract.selectors import Candidate, Found, Scene, Selector, selectors
from osint_kit.knowledge.names import is_given
from osint_kit.knowledge.places import cue, is_common, spelt, stem
from osint_kit.knowledge.regions import Profile
from osint_kit.knowledge.text import fold, script

_SHORTEST, _LONG = 4, 5
_TRUSTED = 0.7
"""Confidence of a crossing whose name is enough, where the name is nothing else."""
_QUOTE = r"[\"'«»“”„(]?"
_JOINT = re.compile(r"[ ]?[-/][ ]?|[ ]")
_INNER = re.compile(r"(?<=[^\W])ی(?=[^\W])")
_POST = re.compile(r"пост\w{0,4}|post\w{0,4}")
_WITHIN = re.compile(r"(?<![^\W\d_])(?:в|во|из|дар|аз|in|from|در|از|لە|په|له|في|من|میں)[ ]$")
"""What is said of a place within a town is not said of its crossing."""
_LINK = r"(?:[ ]?[-/][ ]?|[ ])"


def check(candidate: Candidate, scene: Scene) -> Iterator[Found]:
    """The name, with the word for a crossing that adjoins it."""
    identity, alone, forms, skipped = candidate.value.split("\t")
    opens = candidate.start + int(skipped)
    end = max(told(opens, written, scene) for written in forms.split("|"))
    if not end:
        return
    past = end + len(scene.rest(end))
    before = _border_before().search(scene.before(opens, 40))
    after = _border_after().match(scene.after(past, 30))
    name = scene.text[opens:end]
    if after and is_given(name) and _POST.fullmatch(after.group().strip()):
        after = None
    other = _other_side(identity, past, scene)
    if not (before or after or other or _status(opens, past, scene)):
        small = name[0].islower() and len(name) < _LONG
        if alone != "alone" or small:
            return
    start = opens - len(before.group()) if before else opens
    end = past + len(after.group().rstrip()) if after else other or end
    yield Found(start, end, "crossing", identity, 0.9 if before or after else 0.75, "crossing", 50)


def _other_side(identity: str, end: int, scene: Scene) -> int:
    """Where the name of the same crossing on the other side ends, if it follows; 0 if it does not."""
    joint = _JOINT.match(scene.after(end, 4))
    if joint:
        start = end + len(joint.group())
        for name in (
            name for each in scene.profiles for one in each.crossings if one.id == identity for name in one.names
        ):
            lower = fold(name).text.lower()
            if scene.lower.startswith(lower, start) and not scene.rest(start + len(lower)):
                return start + len(lower)
    return 0


def _status(start: int, end: int, scene: Scene) -> bool:
    """Whether it is said beside the name that it is open, closed, or crowded."""
    before = scene.before(start, 14)
    return not _WITHIN.search(before) and bool(_state().search(scene.after(end, 16)) or _state_before().search(before))


def terms(profiles: tuple[Profile, ...]) -> Mapping[str, str]:
    """Stems of the names of crossings, with id, whether a name is enough, the whole names, and letters to skip."""
    made: dict[str, str] = {}
    for profile in profiles:
        for crossing in profile.crossings:
            for name in crossing.names:
                trusted = crossing.confidence >= _TRUSTED or "-" in name
                alone = "alone" if trusted and _only_a_crossing(name) else ""
                for form in _spellings(fold(name).text.lower()):
                    _add(made, form, crossing.id, alone)
    return made


def _add(made: dict[str, str], form: str, identity: str, alone: str) -> None:
    """Add one name; names of one stem are told apart where they are found. Arabic particles are written with it."""
    for prefix in ("", "و", "ب", "ل") if script(form) == "Arabic" else ("",):
        text = prefix + stem(form).text
        before = made.get(text)
        if before is None:
            made[text] = f"{identity}\t{alone}\t{form}\t{len(prefix)}"
        elif before.startswith(f"{identity}\t"):
            _, stands, forms, skipped = before.split("\t")
            made[text] = f"{identity}\t{stands or alone}\t{forms}|{form}\t{skipped}"


def _spellings(name: str) -> Iterator[str]:
    """A name of two sides is joined in several ways; Pashto tells the `e` inside a word from the `i`."""
    yield name
    if script(name) == "Arabic":
        yield from dict.fromkeys(_INNER.sub(vowel, name) for vowel in "ېێ" if _INNER.search(name))
    if "-" in name:
        yield from (name.replace("-", joint) for joint in (" - ", " ", " / ", "/"))


def _only_a_crossing(name: str) -> bool:
    """Whether neither a town, nor a person, nor a thing is called that."""
    lower = fold(name).text.lower()
    place = spelt(lower)
    if place is not None and place.place.kind != "crossing":
        return False
    return len(name) >= _SHORTEST and not is_common(lower) and not is_given(name)


def _either(where: str) -> str:
    """The words of borders that stand before a name, after it, or say how a crossing stands."""
    return "|".join(re.escape(word) for word in cue("border", where))


@lru_cache(maxsize=1)
def _border_before() -> re.Pattern[str]:
    words = _either("before")
    return re.compile(rf"(?<![^\W\d_])(?:{words})\.?(?:[ ](?:{words}))?[ ]{_QUOTE}$")


@lru_cache(maxsize=1)
def _border_after() -> re.Pattern[str]:
    words = _either("after")
    return re.compile(rf"{_QUOTE}{_LINK}(?:{words})(?:[ ](?:{words}))?[^\W\d_]{{0,4}}")


@lru_cache(maxsize=1)
def _state() -> re.Pattern[str]:
    words = _either("state")
    return re.compile(rf"^[^\W\d_]{{0,3}}{_QUOTE}[ ](?:[^\W\d_]+[ ])?(?:{words})[^\W\d_]?(?![^\W\d_])")


@lru_cache(maxsize=1)
def _state_before() -> re.Pattern[str]:
    words = _either("state")
    return re.compile(rf"(?<![^\W\d_])(?:{words})[^\W\d_]{{0,3}}[ ]{_QUOTE}$")


selectors.add(__name__, Selector({}, check, terms=terms))
