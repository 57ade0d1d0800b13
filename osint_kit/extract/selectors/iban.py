"""Bank accounts in IBAN form, by check digits; all countries and those of the profiles."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from osint_kit.extract.selectors import Candidate, Found, Scene, Selector, selectors
from osint_kit.knowledge.papers import iban_length
from osint_kit.knowledge.text import look_alikes

_SHORTEST, _LONGEST = 15, 34
_SYMBOL = re.compile(r"[ -]{0,3}[^\W_]")
_RANK = 90


def check(candidate: Candidate, scene: Scene) -> Iterator[Found]:
    """Read on to a valid account; one with wrong check digits still is nothing else."""
    number, places = _read(scene.text, candidate.start)
    country = number[:2]
    lengths = {each.code: each.iban_length for each in scene.profiles if each.fictional and each.iban_length}
    length = lengths.get(country, 0) or iban_length(country)
    for size in [length] if length else _sizes(number, places):
        whole = len(number) >= size and _ends(scene.text, places[size - 1] + 1)
        if (
            whole
            and _valid(number[:size])
            and _is_account(scene.text[candidate.start : candidate.start + 2], number[:size])
        ):
            yield Found(candidate.start, places[size - 1] + 1, "iban", number[:size], 0.99, "iban", _RANK)
            return
    if length and len(number) >= length and _wants_to_be(scene.text[candidate.start : places[length - 1] + 1]):
        yield Found(candidate.start, places[length - 1] + 1, "", "", 1.0, "not an iban", _RANK)


def _read(text: str, start: int) -> tuple[str, list[int]]:
    """Letters and digits in capitals, over single spaces and dashes, and where each of them stands."""
    places: list[int] = []
    for match in _SYMBOL.finditer(text, start, start + _LONGEST * 3):
        if places and match.start() != (places[-1] + 1):
            break
        places.append(match.end() - 1)
    return "".join(look_alikes(text[place]) for place in places[:_LONGEST]), places


def _ends(text: str, place: int) -> bool:
    """Whether no letter or digit of an account goes on at a place; an ending in Arabic script may be glued on."""
    after = text[place : place + 1]
    return not after.isalnum() or after >= "\u0600"


def _is_account(opens: str, number: str) -> bool:
    """Capitals first, or mostly digits: words in small letters pass the check digits once in a hundred."""
    return opens.isupper() or 2 * sum(each.isdigit() for each in number) >= len(number)


def _sizes(number: str, places: list[int]) -> list[int]:
    """Lengths at which an account of an unknown country may end, longest first; at most one blank in four."""
    groups = [size for size in range(_SHORTEST, len(number)) if places[size] > places[size - 1] + 1]
    whole = [size for size in (*groups, len(number)) if places[size - 1] - places[0] <= size + size // 4 + 1]
    return sorted((size for size in whole if size >= _SHORTEST), reverse=True)


def _wants_to_be(text: str) -> bool:
    """Capitals first, and mostly digits."""
    digits = sum(each.isdigit() for each in text)
    return digits * 2 >= len(text) and text[0].isupper() and text[1].isupper()


@lru_cache(maxsize=65536)
def _valid(number: str) -> bool:
    """ISO 7064 mod 97-10 over the account with its first four characters last."""
    if not number.isascii() or number[2:4] in ("00", "01", "99"):
        return False
    return int("".join(str(int(each, 36)) for each in number[4:] + number[:4])) % 97 == 1


selectors.add(
    __name__,
    Selector({"iban": r"\b[A-Z]{2}[ -]?[0-9]{2}[ -]{0,3}[A-Z0-9]{2}"}, check, whole_words=False, prepare=look_alikes),
)
