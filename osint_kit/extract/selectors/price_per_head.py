"""What one person pays: a sum with words that say so, before or after it."""

from collections.abc import Iterator, Mapping

from osint_kit.extract import sums
from osint_kit.extract.phrasing import stands
from osint_kit.extract.selectors import Candidate, Found, Scene, Selector, selectors
from osint_kit.extract.sum_words import lexicon
from osint_kit.knowledge.regions import Profile


def check(candidate: Candidate, scene: Scene) -> Iterator[Found]:
    """The sum, with its words; never money beside."""
    if not stands(lexicon(), scene.rest(candidate.end)):
        return
    for found in sums.about(scene.lower, candidate.start, candidate.end, sums.voice(scene)):
        if found.kind == "price_per_head":
            yield Found(found.start, found.end, "price_per_head", found.value, 0.9, found.rule, 77)


def _terms(_profiles: tuple[Profile, ...]) -> Mapping[str, str]:
    return sums.triggers()


selectors.add(__name__, Selector({}, check, terms=_terms))
