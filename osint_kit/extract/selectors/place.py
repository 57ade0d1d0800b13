"""Places: what the gazetteer and the profiles name, and names beside a word for a place."""

import re
from collections.abc import Iterator, Mapping

from osint_kit.extract.cueing_places import CERTAIN, RANK, cued, patterns
from osint_kit.extract.naming_places import named, told
from osint_kit.extract.selectors import Candidate, Found, Scene, Selector, selectors
from osint_kit.knowledge.places import Level, Place, is_common, sounding, spellings, stem, stems
from osint_kit.knowledge.regions import Profile
from osint_kit.knowledge.text import fold

_SHORTEST, _LONG = 4, 5
_PREFIX = re.compile(r"^(?:و?[بفلک]?(?:ال|لل)|و?[بفلک]|و)")


def check(candidate: Candidate, scene: Scene) -> Iterator[Found]:
    """A stem of the gazetteer, an Arabic word without its prefix, or a name beside a word for a place."""
    if candidate.rule == "term":
        yield from _term(candidate, scene)
    elif candidate.rule == "place: prefix":
        yield from _prefixed(candidate, scene)
    elif candidate.rule.startswith("place: sound "):
        yield from _sounding(candidate, scene)
    else:
        yield from cued(candidate, scene)


def _term(candidate: Candidate, scene: Scene) -> Iterator[Found]:
    if candidate.value:
        name, _, written = candidate.value.partition("\t")
        end = told(candidate.start, written, scene)
        if end:
            yield Found(candidate.start, end, "place", name, 0.9, "profile", CERTAIN)
        return
    found = named(candidate.start, candidate.end, scene)
    if found is not None:
        score = 0.6 + 0.1 * found.spelling.level
        rank = CERTAIN if found.certain else RANK
        yield Found(candidate.start, found.end, "place", found.spelling.place.name, score, "gazetteer", rank)


def _prefixed(candidate: Candidate, scene: Scene) -> Iterator[Found]:
    """An Arabic preposition or conjunction is written with the name; the article belongs to the name."""
    start, end = candidate.start, candidate.end
    if scene.text[start - 1 : start].isalpha() or scene.rest(end) or scene.language not in ("ar", "ckb", "fa"):
        return
    word = candidate.text
    for size in range(1, len(word) - 2):
        prefix, name = word[:size], word[size:]
        place = _surely(name, scene) if _PREFIX.fullmatch(prefix) else None
        if place is not None:
            opens = start + size - (2 if prefix.endswith("ال") else int(prefix.endswith("لل")))
            yield Found(opens, end, "place", place.name, 0.8, "gazetteer: prefix", CERTAIN)
            return


def _surely(name: str, scene: Scene) -> Place | None:
    """The place that a whole word names, if hardly anything else is called that."""
    form = stem(name)
    if is_common(name, scene.language) or (scene.language != "ar" and len(name) < _LONG):
        return None
    for each in spellings(form.text):
        if each.form.tail == form.tail and each.level is Level.SURE:
            return each.place
    return None


def _sounding(candidate: Candidate, scene: Scene) -> Iterator[Found]:
    """A town of a profile in a script in which the profile does not write it."""
    if not _opens_word(candidate.start, scene):
        return
    end = told(candidate.start, scene.lower[candidate.start : candidate.end], scene)
    if end:
        name = candidate.rule.removeprefix("place: sound ")
        yield Found(candidate.start, end, "place", name, 0.7, "profile: sound", CERTAIN)


def _opens_word(start: int, scene: Scene) -> bool:
    """Whether a word begins here, or goes on after an Arabic particle that is written with it."""
    before = scene.text[max(0, start - 2) : start]
    if not before[-1:].isalpha():
        return True
    return scene.language == "ar" and before[-1] in "وبلف" and not before[:-1].isalpha()


def terms(profiles: tuple[Profile, ...]) -> Mapping[str, str]:
    """Stems of the gazetteer, and of what fictional profiles name, with the place they stand for."""
    made = dict.fromkeys(stems(), "")
    for profile in profiles:
        if profile.fictional:
            latin = [name for name in profile.places if name.isascii()]
            for name in _names(profile):
                lower = fold(name).text.lower()
                value = next((each for each in latin if sounding.alike(each, name)), name)
                made[stem(lower).text] = f"{value}\t{lower}"
    return made


def sounds(profile: Profile) -> Mapping[str, str]:
    """Patterns of what a fictional profile names in other scripts."""
    names = [name for name in _names(profile) if name.isascii()] if profile.fictional else []
    return {f"place: sound {name}": sounding.pattern(name) for name in names}


def _names(profile: Profile) -> list[str]:
    return [name for name in (*profile.places, profile.name) if len(name) >= _SHORTEST]


selectors.add(
    __name__,
    Selector(
        {**patterns(), "place: prefix": r"[وبلفکا]\p{Arabic}{3,}"},
        check,
        whole_words=False,
        per_profile=sounds,
        terms=terms,
    ),
)
