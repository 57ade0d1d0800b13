"""Persons: runs of capitalised words, runs of words in Arabic script, and names in small letters after a telling word."""

from osint_kit.extract import arabic_names, people
from osint_kit.extract.selectors import Selector, selectors

_WORD = r"\p{Lu}[\p{L}'-]*(?:\.(?:-?\p{Lu}\.)*)?"
_LINK = (
    "bin|ibn|bint|binti|ben|al|el|ul|ur|ud|von|van|de|s/o|d/o|w/o|uulu|kyzy|qizi|kizi|o'g'li|ogli|ugli|oglu|oğlu|kızı|ўғли|угли|ўгли|оглы|огли|қизи|кизи|кызы|уулу|улы"
    "|ибн|бин|бинт"
)


selectors.add(
    __name__,
    Selector(
        {
            "name": rf"{_WORD}(?:,? {{0,2}}(?:(?:{_LINK}) )?{_WORD})*(?: (?:{_LINK})\b)?",
            "arabic": r"\p{Arabic}+\.?(?: {1,2}\p{Arabic}+\.?)*",
        },
        lambda candidate, scene: (
            arabic_names.names(candidate, scene) if candidate.rule == "arabic" else people.names(candidate, scene)
        ),
        whole_words=False,
    ),
)
