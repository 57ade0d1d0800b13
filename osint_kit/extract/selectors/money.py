"""Sums of money: an amount and a currency, by sign, code or word, in digits or number words."""

from collections.abc import Iterator, Mapping

from osint_kit.extract import sums
from osint_kit.extract.phrasing import stands
from osint_kit.extract.selectors import Candidate, Found, Scene, Selector, selectors
from osint_kit.extract.sum_words import lexicon
from osint_kit.knowledge.regions import Profile

_SHOUTED = frozenset(("try", "ron", "gel", "sar", "cad", "aud", "inr", "huf", "amd", "tr"))
"""Codes that are words or names when written small."""


def check(candidate: Candidate, scene: Scene) -> Iterator[Found]:
    """`1500 USD`: decimals only when they are written."""
    lower = candidate.text.lower()
    if not stands(lexicon(), scene.rest(candidate.end)) or (
        lower in _SHOUTED and candidate.text != candidate.text.upper()
    ):
        return
    for found in sums.about(scene.lower, candidate.start, candidate.end, sums.voice(scene)):
        if found.kind == "money":
            end = found.end + 2 if scene.text[found.end : found.end + 2] == "/-" else found.end
            yield Found(found.start, end, "money", found.value, 0.95, found.rule, 75)


def _terms(_profiles: tuple[Profile, ...]) -> Mapping[str, str]:
    return sums.triggers()


selectors.add(__name__, Selector({}, check, terms=_terms))
