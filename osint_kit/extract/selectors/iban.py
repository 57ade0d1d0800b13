"""Bank accounts in IBAN form, by check digits; real countries and those of the profiles."""

from collections.abc import Iterator
from functools import lru_cache

from stdnum import iban as real_iban
from stdnum.exceptions import ValidationError
from stdnum.iso7064 import mod_97_10

from osint_kit.extract.selectors import Candidate, Found, Scene, Selector, selectors

_SHORTEST = 15


def check(candidate: Candidate, scene: Scene) -> Iterator[Found]:
    """Cut the candidate to a valid account; one with wrong check digits still is no telephone number."""
    lengths = {each.code: each.iban_length for each in scene.profiles if each.iban_length}
    compact, places = _compact(candidate)
    length = lengths.get(compact[:2], 0)
    for size in [length] if length else range(len(compact), _SHORTEST - 1, -1):
        number = compact[:size]
        if len(number) == size and _valid(number, own=bool(length)):
            yield Found(candidate.start, candidate.start + places[size - 1] + 1, "iban", number, 0.99, "iban", 85)
            return
    yield Found(candidate.start, candidate.end, "", "", 1.0, "not an iban", 85)


def _compact(candidate: Candidate) -> tuple[str, list[int]]:
    places = [index for index, letter in enumerate(candidate.text) if letter.isalnum()]
    return "".join(candidate.text[index] for index in places).upper(), places


@lru_cache(maxsize=65536)
def _valid(number: str, *, own: bool) -> bool:
    try:
        if own:
            mod_97_10.validate(number[4:] + number[:4])
        else:
            real_iban.validate(number, check_country=False)
    except ValidationError:
        return False
    return True


selectors.add(__name__, Selector({"iban": r"[A-Z]{2}[0-9]{2}(?:[ -]?[A-Z0-9]){11,30}"}, check))
