"""Numbers of passports, identity cards, permits: after a word that announces them, or of a form that only they have."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from osint_kit.extract.check_digits import right
from osint_kit.extract.selectors import Candidate, Found, Scene, Selector, selectors
from osint_kit.extract.shapes import place_at_home, profile_of, spaced
from osint_kit.knowledge.papers import acronyms, announced, distance
from osint_kit.knowledge.regions import Profile
from osint_kit.knowledge.text import fold_pattern, look_alikes

_CUED, _SHAPED = 68, 58
_PAPERS = ("passport", "identity", "residence", "permit", "licence", "birth")
_WIDE, _NARROW = 48, 36
_FEWEST = 6
_WORDS = "|".join(map(look_alikes, ("номер", "номери", "рақам", "рақами", "raqam", "raqami", "нумра", "nomer")))
_ARABIC_WORDS = "نمبر|شماره|رقم|ژماره"
_SIGN = re.compile(rf"(?:№|#|\bN[O0]\b\.?|(?<= )N\.? (?=[0-9])|\b(?:{_WORDS})\b|{_ARABIC_WORDS})[.:]? ?")
_DATE = re.compile(
    r"[0-3]?[0-9][-./ ][01]?[0-9][-./ ](?:19|20|13|14)?[0-9]{2}|(?:19|20|13|14)[0-9]{2}[-./][01]?[0-9][-./][0-3]?[0-9]"
)
_LETTERED = re.compile(r"[A-Z]{1,2} ?[0-9]{7,9}|[A-Z]{2}-[0-9]{7}|[1-9][0-9]{4}-[0-9]{7}-[0-9]")
_CODES = re.compile(r"^[A-Z]+")
_SUM = re.compile(
    r" ?(?:[$€£₽%]|usd|eur|rub|сом|руб|долл|дол\b|евро|тенге|sum|so'm|som|afn|pkr|тыс|млн|минг|ming|mln|dollar|euro|"
    r"دالر|دلار|یورو|افغانی|روپ|تومان|تومن|ریال|دینار|لاکھ|هزار|میلیون|دۆلار|دولار|الف)"
)
_APART = re.compile(
    fold_pattern(r"[,–—](?! ?(?:номер|рақам|ракам|raqam|nomer|№|no\b|number|شماره|نمبر|رقم|ژمارە|شمېره))")
)
"""What parts a word from a number that might be a telephone's, unless a word for number follows."""
_PHONE = re.compile(r"0?[1-9][0-9]{8,9}")


def patterns(profile: Profile) -> Mapping[str, str]:
    """The formats of a profile."""
    return {f"format {profile.code} {number}": spaced(each.pattern) for number, each in enumerate(profile.documents)}


def check(candidate: Candidate, scene: Scene) -> Iterator[Found]:
    """What a word announces in any form that documents have; a form with letters alone where nothing speaks against."""
    if _is_other(candidate, scene):
        return
    written = look_alikes(candidate.text)
    cue = _cue(candidate, scene, written)
    if candidate.rule.startswith("any"):
        if cue:
            yield from _found(candidate, written, 0.85, "announced", _CUED)
        return
    _, code, number = candidate.rule.split()
    profile = profile_of(scene, code)
    if profile is None:
        return
    shape = profile.documents[int(number)]
    if shape.check and right(shape.check, written) and cue:
        yield from _found(candidate, written, 0.99, shape.name, _CUED)
    elif cue:
        yield from _found(candidate, written, 0.95, shape.name, _CUED)
    elif not shape.cues and not _is_goods(candidate, scene):
        home = place_at_home(scene, code) < len(scene.home)
        yield from _found(candidate, written, shape.confidence * (1.0 if home else 0.9), shape.name, _SHAPED)


def _found(candidate: Candidate, written: str, score: float, rule: str, rank: int) -> Iterator[Found]:
    """The number as printed, without spaces and the word for number."""
    plain = _SIGN.sub("", written)
    printed = re.sub(r"[ №#|·,]", "", plain if plain.isascii() else _SIGN.sub("", candidate.text.upper()))
    if sum(each.isdigit() for each in printed) >= _FEWEST - 1:
        yield Found(candidate.start, candidate.end, "document_number", printed, score, rule, rank)


def _cue(candidate: Candidate, scene: Scene, written: str) -> str:
    """The word that announces a document and what stands after it, if nothing between them speaks of something else.

    Digits alone must stand close to it and must not follow a word for telephones or goods.
    """
    before = scene.before(candidate.start, 72)
    lettered = bool(_LETTERED.fullmatch(written))
    found = announced(before, _PAPERS, _WIDE if lettered else _NARROW)
    if not found:
        return ""
    own, tax = distance(before, _PAPERS, _WIDE), distance(before, ("tax",), _NARROW)
    other = distance(before, ("phone", "goods"), _NARROW)
    if not lettered and (0 <= other < own or 0 <= tax <= own):
        return ""
    if not lettered and _PHONE.fullmatch(re.sub(r"[ -]", "", written)) and _APART.search(found):
        return ""
    return found


def _is_other(candidate: Candidate, scene: Scene) -> bool:
    """Part of a longer number or word, a date, a sum, a currency."""
    text, start, end = scene.text, candidate.start, candidate.end
    before, after = text[max(0, start - 2) : start], text[end : end + 3]
    letters = _CODES.match(look_alikes(candidate.text))
    return bool(
        re.search(r"[0-9][-./,:]$|[@+/=_\\<]$|[0-9] $", before)
        or re.match(r"[-./:,]?[0-9]| [0-9]{3}|[@<_]|[-/][A-Za-z]", after)
        or _DATE.fullmatch(candidate.text)
        or _SUM.match(scene.after(end, 12))
        or (letters and _is_acronym(letters.group(), candidate.text))
    )


def _is_acronym(letters: str, text: str) -> bool:
    """Two letters written together with digits are a series all the same (`ID1234567`)."""
    return letters in acronyms() and (len(letters) > 2 or not text[2:3].isdigit())  # noqa: PLR2004 - as said


def _is_goods(candidate: Candidate, scene: Scene) -> bool:
    before = scene.before(candidate.start, 48)
    return bool(announced(before, ("goods",), 24)) or bool(re.search(r"[#№]\s?$", before))


_NUMBER_WORD = rf"(?:[ ,]{{0,2}}(?:№|#|N[O0]\.?|N|{_WORDS}|{_ARABIC_WORDS})[.:]? ?)"

selectors.add(
    __name__,
    Selector(
        {
            "any letters": r"[A-Z]{1,3}[ -]?(?:[0-9]{5,12}|[0-9]{2,4}(?:[ -][0-9]{2,4}){1,3})",
            "any series": rf"(?:[0-9]{{2}} ?[0-9]{{2}}|[A-Z]{{1,2}}|[0-9]{{2}}[A-Z]{{2}}){_NUMBER_WORD}[0-9]{{6,10}}",
            "any two and two and six": r"[0-9]{2}[ -]?[0-9]{2}[ -][0-9]{6,7}",
            "any two and more": rf"[0-9]{{2}}(?: |{_NUMBER_WORD})[0-9]{{7,10}}",
            "any letters within": r"[0-9]{2} ?[A-Z]{2} ?[0-9]{6}|[A-Z][0-9]{2}[A-Z][0-9]{5}",
            "any Roman": r"[IVX]{1,4}-?[\p{Cyrillic}A-Z]{2} ?№? ?[0-9]{6}",
            "any groups": r"[0-9]{3,6}(?:-[0-9]{2,8}){1,3}",
            "any digits": r"[0-9]{6,14}",
            "any threes": r"[0-9]{3}(?: [0-9]{3}){2,3}",
            "any fours": r"[0-9]{4}(?: [0-9]{4}){1,2}(?: [0-9]{1,4})?",
            "any five and seven": r"[0-9]{5} [0-9]{7} [0-9]",
        },
        check,
        per_profile=patterns,
        prepare=look_alikes,
    ),
)
