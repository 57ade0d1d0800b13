"""Bank accounts in IBAN form, by check digits; all countries and those of the profiles."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from osint_kit.extract.selectors import Candidate, Found, Scene, Selector, selectors
from osint_kit.knowledge.papers import iban_length
from osint_kit.knowledge.text import look_alikes

_SHORTEST = 15
_RANK = 90


def check(candidate: Candidate, scene: Scene) -> Iterator[Found]:
    """Cut the candidate to a valid account; one with wrong check digits still is nothing else."""
    lengths = {each.code: each.iban_length for each in scene.profiles if each.fictional and each.iban_length}
    places = [index for index, letter in enumerate(candidate.text) if letter.isalnum()]
    compact = "".join(look_alikes(candidate.text[index]) for index in places)
    length = lengths.get(compact[:2], 0) or iban_length(compact[:2])
    if (not length and not compact[:2].isascii()) or len(compact) < (length or _SHORTEST):
        return
    for size in [length] if length else _sizes(candidate, places):
        if _valid(compact[:size]) and _ends(candidate, scene, places[size - 1]):
            end = candidate.start + places[size - 1] + 1
            yield Found(candidate.start, end, "iban", compact[:size], 0.99, "iban", _RANK)
            return
    if length and sum(each.isdigit() for each in compact[:length]) * 2 >= length:
        end = candidate.start + places[length - 1] + 1
        yield Found(candidate.start, end, "", "", 1.0, "not an iban", _RANK)


def _ends(candidate: Candidate, scene: Scene, place: int) -> bool:
    """Whether no letter or digit goes on after a place of the candidate."""
    following = scene.text[candidate.start + place + 1 : candidate.start + place + 2]
    return not following.isalnum()


def _sizes(candidate: Candidate, places: list[int]) -> list[int]:
    """Lengths at which a group of an account of an unknown country ends, longest first."""
    ends = [size for size in range(_SHORTEST, len(places) + 1) if size == len(places) or places[size] > places[size - 1] + 1]
    return sorted(ends, reverse=True)


@lru_cache(maxsize=65536)
def _valid(number: str) -> bool:
    """ISO 7064 mod 97-10 over the account with its first four characters last."""
    if not number.isascii() or number[2:4] in ("00", "01", "99"):
        return False
    return int("".join(str(int(each, 36)) for each in number[4:] + number[:4])) % 97 == 1


selectors.add(
    __name__,
    Selector(
        {"iban": r"[A-Z]{2}[ -]?[0-9]{2}(?:[ -]{0,2}[A-Z0-9]){11,31}"}, check, whole_words=False, prepare=look_alikes
    ),
)
