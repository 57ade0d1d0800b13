"""Organisations: a legal form with a name, a name in quotes after a word for a business, names that end or begin in a
word for a bank, a ministry, a hotel, and the known abbreviations of bodies.

A legal form is part of the name; a word such as "bank" or "police" by itself is none.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from osint_kit.extract import firms
from osint_kit.extract.selectors import Candidate, Found, Scene, Selector, selectors
from osint_kit.knowledge.people import pattern_of, written
from osint_kit.knowledge.regions import Profile

_QUOTED = (
    r"(?:«[^«»\n\x1e]{2,50}»|\"[^\"\n\x1e]{2,50}\"|“[^“”\n\x1e]{2,50}”|„[^„“\n\x1e]{2,50}“|'\p{Lu}[^'\n\x1e]{2,50}')"
)
_CAPITAL = r"\p{Lu}[\p{L}0-9'&-]*"
_FOLLOWING = rf"(?:[ -](?:{_CAPITAL}|&|and|of|va|ва|и))"
_WORD = r"\p{Arabic}+"


def check(candidate: Candidate, scene: Scene) -> Iterator[Found]:
    """The stretch of a name, by the engine's rule of the same name."""
    yield from firms.RULES[candidate.rule](candidate, scene)


@cache
def _patterns() -> dict[str, str]:
    before, after = (_any(*written("firms", "forms", name)) for name in ("before", "after"))
    head, tail, suffix = (_any(*written("firms", "arabic", name)) for name in ("head", "tail", "suffix"))
    last = "|".join(pattern_of("firms", "first", name) for name in ("english_last", "russian_last"))
    uzbek = "|".join(pattern_of("firms", "first", name) for name in ("uzbek_last", "uzbek_latin"))
    russian, tajik, business = (pattern_of("firms", "first", name) for name in ("russian", "tajik", "business"))
    private = r"(?: ?\((?:Pvt|PVT|Private|SMC-Pvt|SMC)\.?\)| (?:Pvt|PVT|San\. (?:ve )?Tic|Tic)\.?)?"
    return {
        "form before": rf"(?:{before})\.? ?(?:{_QUOTED}|{_CAPITAL}(?:[ -](?:{_CAPITAL}\.?(?:\p{{Lu}}\.)?)){{0,4}})",
        "form after": rf"(?:{_QUOTED}|{_CAPITAL}{_FOLLOWING}{{0,5}}),?{private},? ?(?:{after})\.?",
        "form in words": rf"(?:{_QUOTED}|{_CAPITAL}{_FOLLOWING}{{0,3}}) (?:fermer xo'jaligi|xususiy korxonasi|oilaviy korxonasi"
        r"|mas'uliyati cheklangan jamiyati|фермер хўжалиги|хусусий корхонаси|оилавий корхонаси|масъулияти чекланган жамияти|хоҷагии деҳқонӣ)",
        "business": rf"(?i:{business})(?: \pL+){{0,1}} ?{_QUOTED}",
        "quoted": _QUOTED,
        "head last": rf"{_CAPITAL}{_FOLLOWING}{{0,5}} (?:{last})(?: of {_CAPITAL}(?: {_CAPITAL})?| [A-ZА-Я]\pL+)?",
        "uzbek": rf"{_CAPITAL}(?: [\pL'-]+){{0,4}} (?:{uzbek})",
        "uzbek police": rf"{_CAPITAL}(?: [\pL'-]+){{0,3}} (?:ИИББ|ИИБ|ИИВ|ИИО ФМБ|ЙҲХБ|ДХХ|IIBB|IIB|IIV|DXX|YPX)",
        "head of": rf"(?:Ministry|Department|Bank|University|Embassy|Consulate|Directorate|Office|Committee|Federation|Bureau|Agency|Government|Court|Institute|Association|Union|Council) (?:of|for)(?: the)? {_CAPITAL}(?: (?:{_CAPITAL}|and|of|for|the)){{0,5}}",
        "russian": rf"(?:{_CAPITAL} (?:\pL+ ){{0,2}})?(?i:{russian})\pL*(?: [\pL-]+){{0,5}}",
        "tajik": rf"(?i:{tajik})(?: [\pL'-]+){{1,6}}",
        "arabic head": rf"(?:{head})(?: {_WORD}){{1,6}}",
        "arabic quoted": rf"{_WORD}(?: {_WORD})? {_QUOTED}(?: (?:{suffix}))?",
        "arabic tail": rf"{_WORD}(?: {_WORD}){{0,5}} (?:{tail})",
        "arabic suffix": rf"{_WORD}(?: {_WORD}){{0,6}} \(?(?:{suffix})\)?",
    }


def _any(*words: str) -> str:
    return "|".join(
        word.replace(".", r"\.").replace("(", r"\(").replace(")", r"\)")
        for word in sorted(words, key=lambda each: (-len(each), each))
    )


def _terms(_profiles: tuple[Profile, ...]) -> dict[str, str]:
    names = (
        name
        for path in (("bodies", "cyrillic"), ("bodies", "latin"), ("arabic", "bodies"))
        for name in written("firms", *path)
    )
    return {name: name for name in names}


selectors.add(__name__, Selector(_patterns(), check, terms=_terms))
