"""Persons: runs of capitalised words, runs of words in Arabic script, small letters beside a telling word."""

from collections.abc import Iterator

from osint_kit.extract import arabic_names, people, small_names
from osint_kit.extract.selectors import Candidate, Found, Scene, Selector, selectors

_WORD = r"\p{Lu}[\p{L}'-]*(?:\.(?:-?\p{Lu}\.)*)?"
_LINK = (
    "bin|ibn|bint|binti|ben|al|el|ul|ur|ud|von|van|de|uulu|kyzy|qizi|kizi|o'g'li|ogli|ugli|oglu|oğlu|kızı|ўғли|угли|ўгли|оглы|огли|қизи|кизи|кызы|уулу|улы"
    "|ибн|бин|бинт"
)


def check(candidate: Candidate, scene: Scene) -> Iterator[Found]:
    """Names of a run of words, or beside a word that announces one."""
    engine = {"arabic": arabic_names.names, "term": small_names.names}.get(candidate.rule, people.names)
    yield from engine(candidate, scene)


selectors.add(
    __name__,
    Selector(
        {
            "name": rf"{_WORD}(?:,? {{0,2}}(?:(?:{_LINK}) )?{_WORD}| [\"«“]{_WORD}[\"»”] {_WORD})*(?: (?:{_LINK}))?",
            "arabic": r"\p{Arabic}+\.?(?: {1,2}\p{Arabic}+\.?)*",
        },
        check,
        whole_words=False,
        terms=small_names.terms,
    ),
)
