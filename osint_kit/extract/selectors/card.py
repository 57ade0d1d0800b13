"""Payment cards: thirteen to nineteen digits of a scheme, checked by Luhn."""

from __future__ import annotations

import re
from collections.abc import Iterator

from stdnum import luhn

from osint_kit.extract.selectors import Candidate, Found, Scene, Selector, selectors
from osint_kit.knowledge.papers import announced, card_range

_RANK = 90
_USUAL = 16
_AMEX = 15
_PARTED = re.compile(r"[0-9][-.:/]?$|\+ ?$|[#№@=_] ?$")


def check(candidate: Candidate, scene: Scene) -> Iterator[Found]:
    """Digits of a known range; sixteen in fours and any that a word for cards announces may have a range of its own."""
    digits = re.sub(r"[^0-9]", "", candidate.text)
    if _goes_on(candidate, scene):
        return
    cued = bool(announced(scene.before(candidate.start, 48), ("card",), 36))
    known = card_range(digits) and (cued or len(digits) in (_AMEX, _USUAL))
    grouped = candidate.rule != "together" and len(digits) == _USUAL and digits[0] not in "01"
    if not (known or grouped or (cued and len(digits) >= _USUAL and digits[0] not in "01")):
        return
    if luhn.is_valid(digits) and len(set(digits)) > 1:
        yield Found(candidate.start, candidate.end, "card", digits, 0.98 if known else 0.8, "card", _RANK)
    elif len(digits) == _USUAL:
        yield Found(candidate.start, candidate.end, "", "", 1.0, "not a card", _RANK)


def _goes_on(candidate: Candidate, scene: Scene) -> bool:
    """A longer number, or one with a sign before it that no card has."""
    before = scene.text[max(0, candidate.start - 2) : candidate.start]
    return bool(_PARTED.search(before)) or bool(
        re.match(r"\.[0-9]|[-:/]?[0-9]{3}| [0-9]{4}(?![0-9])", scene.text[candidate.end : candidate.end + 6])
    )


selectors.add(
    __name__,
    Selector(
        {
            "together": r"[1-9][0-9]{12,18}",
            "fours": r"[1-9][0-9]{3}(?:[ -]{1,2}[0-9]{4}){3}(?:[ -][0-9]{1,3})?",
            "dotted": r"[1-9][0-9]{3}(?:[./_][0-9]{4}){3}",
            "fifteen": r"3[47][0-9]{2}[ -][0-9]{6}[ -][0-9]{5}",
            "fourteen": r"3[0689][0-9]{2}[ -][0-9]{6}[ -][0-9]{4}",
            "six and ten": r"[1-9][0-9]{5}[ -][0-9]{10,13}",
            "eights": r"[1-9][0-9]{7}[ -][0-9]{8}",
        },
        check,
    ),
)
