"""Organisations: by legal form, by a name in quotes, by the head of their name, and known abbreviations.

A legal form is part of the name; a word such as "bank" or "police" by itself is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from osint_kit.extract import arabic_firms, firms
from osint_kit.extract.selectors import Candidate, Found, Scene, Selector, selectors
from osint_kit.knowledge.people import pattern_of, written
from osint_kit.knowledge.regions import Profile

_QUOTED = (
    r"(?:«[^«»\n\x1e]{2,50}»|\"[^\"\n\x1e]{2,50}\"|“[^“”\n\x1e]{2,50}”|„[^„“\n\x1e]{2,50}“|'\p{Lu}[^'\n\x1e]{2,50}')"
)
_CAPITAL = r"\p{Lu}[\p{L}0-9'&-]*"
_AND = rf"(?:[ -](?:{_CAPITAL}|&|and|of|va|ve|ва|и))"
_PERSON = rf"{_CAPITAL}(?:[ -](?:{_CAPITAL}\.?(?:\p{{Lu}}\.)?)){{0,4}}"
_PRIVATE = r"(?: ?\((?:Pvt|PVT|Private|SMC-Pvt|SMC)\.?\)| (?:Pvt|PVT|San\. (?:ve )?Tic|Tic)\.?)?"
_WORD = r"\p{Arabic}+"


def _any(*path: str) -> str:
    """An alternation of the words of a list, the longest first."""
    words = sorted(written("firms", *path), key=lambda each: (-len(each), each))
    return "|".join(re.sub(r"([.()])", r"\\\1", word) for word in words)


def _of(*names: str) -> str:
    return "|".join(pattern_of("firms", "first", name) for name in names)


_CASED: dict[str, tuple[str, firms.Rule]] = {
    "form before": (rf"(?:{_any('forms', 'before')})\.?(?: {{0,2}}{_QUOTED}| {{1,2}}{_PERSON})", firms.whole),
    "abbreviation": (
        (
            r"\p{Lu}{2,6}(?:-[0-9]{1,3})? (?:«[^«»\n\x1e]{2,50}»|“[^“”\n\x1e]{2,50}”)"
            r"|(?:«[^«»\n\x1e]{2,50}»|“[^“”\n\x1e]{2,50}”) \p{Cyrillic}{2,4}"
        ),
        firms.abbreviated,
    ),
    "form after": (
        rf"(?:{_QUOTED}|{_CAPITAL}{_AND}{{0,5}}),?{_PRIVATE},? ?(?:Ltd\. ?Şti|{_any('forms', 'after')})\.?",
        firms.form_after,
    ),
    "form in words": (
        rf"(?:{_QUOTED}|{_CAPITAL}{_AND}{{0,3}}) (?:{pattern_of('firms', 'uzbek', 'in_words')})",
        firms.whole,
    ),
    "business": (rf"(?i:{_of('business')})(?: \pL+)? ?{_QUOTED}", firms.business),
    "quoted": (_QUOTED, firms.quoted),
    "head last": (
        rf"{_CAPITAL}{_AND}{{0,5}} (?:{_of('english_last', 'russian_last')})(?: of {_CAPITAL}(?: {_CAPITAL})?)?",
        firms.head_last,
    ),
    "head of": (
        (
            rf"(?:{pattern_of('firms', 'english', 'of')}) (?:of|for)(?: the)? {_CAPITAL}"
            rf"(?: (?:{_CAPITAL}|and|of|for|the)){{0,5}}"
        ),
        firms.whole,
    ),
    "uzbek": (rf"{_CAPITAL}(?: [\pL'-]+){{0,4}} (?:{_of('uzbek_last', 'uzbek_latin')})", firms.local),
    "uzbek police": (
        rf"{_CAPITAL}(?: [\pL'-]+){{0,3}} (?:{pattern_of('firms', 'uzbek', 'police')})",
        firms.local,
    ),
    "russian": (
        rf"(?:{_CAPITAL} (?:\pL+ ){{0,2}})?(?i:{_of('russian')})\pL*(?: [\pL-]+){{0,5}}",
        firms.russian,
    ),
    "tajik": (rf"(?i:{_of('tajik')})(?: [\pL'-]+){{1,6}}", firms.tajik),
}
_ARABIC: dict[str, tuple[str, firms.Rule]] = {
    "arabic head": (rf"[بول]?(?:{_any('arabic', 'head')})(?: {_WORD}){{1,6}}", arabic_firms.head_first),
    "arabic quotes": (
        rf"{_WORD}(?: {_WORD})? {_QUOTED}(?: (?:{_any('arabic', 'suffix')}))?",
        arabic_firms.with_quotes,
    ),
    "arabic office": (
        rf"[بول]?(?:مکتب|مكتب|وکاله|وكالة|مجموعه|مجموعة|معرض|محل)(?: {_WORD}){{1,2}} لل{_WORD}(?: و{_WORD})?",
        firms.whole,
    ),
    "arabic tail": (rf"{_WORD}(?: {_WORD}){{0,5}} (?:{_any('arabic', 'tail')})", arabic_firms.head_last),
    "arabic form": (rf"{_WORD}(?: {_WORD}){{0,6}} \(?(?:{_any('arabic', 'suffix')})\)?", arabic_firms.form_last),
}
_RULES = {name: rule for name, (_, rule) in (_CASED | _ARABIC).items()} | {"term": firms.body}


def check(candidate: Candidate, scene: Scene) -> Iterator[Found]:
    """The stretch that is the name, by the engine's function for the rule."""
    yield from _RULES[candidate.rule](candidate, scene)


def _terms(_profiles: tuple[Profile, ...]) -> dict[str, str]:
    lists = (("bodies", "cyrillic"), ("bodies", "latin"), ("arabic", "bodies"))
    found = {name: name for path in lists for name in written("firms", *path)}
    return found | {glued + name: name for name in found if name.startswith("ال") for glued in "بول"}


selectors.add(
    __name__, Selector({name: pattern for name, (pattern, _) in (_CASED | _ARABIC).items()}, check, terms=_terms)
)
