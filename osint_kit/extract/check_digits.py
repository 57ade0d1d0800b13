"""Check digits of national numbers, by the names that the formats of the profiles use."""

from __future__ import annotations

import re
from collections.abc import Callable

from stdnum.ru import inn
from stdnum.tr import tckimlik, vkn

_KAZAKH = (tuple(range(1, 12)), (3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2))


def right(rule: str, number: str) -> bool:
    """Whether the check digits of a number are right; false for a rule that is not known.

    >>> right("inn", "7700000016"), right("iranian", "0012345679"), right("", "1")
    (True, True, False)
    """
    digits = re.sub(r"[^0-9]", "", number)
    return rule in _RULES and _RULES[rule](digits)


def _iranian(digits: str) -> bool:
    """Ten digits, weights 10 to 2, modulo 11."""
    if len(digits) != 10 or len(set(digits)) == 1:  # noqa: PLR2004 - as said
        return False
    rest = sum(int(each) * weight for each, weight in zip(digits, range(10, 1, -1), strict=False)) % 11
    return int(digits[-1]) == (rest if rest < 2 else 11 - rest)  # noqa: PLR2004 - as said


def _kazakh(digits: str) -> bool:
    """Twelve digits, modulo 11 with a second row of weights."""
    if len(digits) != 12:  # noqa: PLR2004 - as said
        return False
    for weights in _KAZAKH:
        rest = sum(int(each) * weight for each, weight in zip(digits, weights, strict=False)) % 11
        if rest < 10:  # noqa: PLR2004 - one digit
            return rest == int(digits[-1])
    return False


_RULES: dict[str, Callable[[str], bool]] = {
    "inn": inn.is_valid,
    "iranian": _iranian,
    "kazakh": _kazakh,
    "turkish": tckimlik.is_valid,
    "vkn": vkn.is_valid,
}
