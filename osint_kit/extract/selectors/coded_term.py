"""Words that adverts for irregular journeys use for something else, where other signals support the reading."""

import re
from collections.abc import Iterator, Mapping

from osint_kit.extract.selectors import Candidate, Found, Scene, Selector, selectors
from osint_kit.extract.support import standing
from osint_kit.knowledge.regions import Profile
from osint_kit.knowledge.vocabulary import coded

_SCORE = {"telling": 0.9, "leaning": 0.75, "plain": 0.6}


_NUMBER_BEFORE = re.compile(r"\d[^\w\n]{0,2}(?:[^\W\d]{1,3}\W)?$")
_NUMBER_AFTER = re.compile(r"^[^\W\d]{0,3}[^\w\n]{0,3}(?:[^\W\d]{1,3} )?\d")


def terms(_profiles: tuple[Profile, ...]) -> Mapping[str, str]:
    """Every coded word; the value is concept and strength."""
    return {word: f"{concept} {strength}" for word, (concept, strength) in coded.terms().items()}


def check(candidate: Candidate, scene: Scene) -> Iterator[Found]:
    """The word with the ending it has; whether it stands is decided when the whole text is known."""
    concept, _, strength = candidate.value.partition(" ")
    rest = scene.rest(candidate.end)
    if concept == "HEADCOUNT" and not _counted(candidate, scene):
        return
    if coded.ends_well(candidate.text, rest):
        end = candidate.end + len(rest)
        rank = 43 + (concept == "TAXI_GAME") + (" " in candidate.text)
        yield Found(candidate.start, end, "coded_term", concept, _SCORE[strength], f"{strength}: word", rank)


def _counted(candidate: Candidate, scene: Scene) -> bool:
    """Whether a number stands beside a word for people."""
    before, after = scene.before(candidate.start, 8), scene.after(candidate.end, 12)
    return bool(_NUMBER_BEFORE.search(before) or _NUMBER_AFTER.search(after))


selectors.add(
    __name__,
    Selector(
        {},
        check,
        terms=terms,
        confirm=lambda kept, scene: standing(kept, scene, "coded_term"),
        kinds=("coded_term",),
    ),
)
