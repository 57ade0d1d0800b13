"""Identifiers that cannot be real: unassigned calling codes, user-assigned country codes, reserved hosts."""

from __future__ import annotations

import re
from collections.abc import Callable

from osint_kit.world.chance import Chance, Stream
from osint_kit.world.scenario import State

_LATIN = "ABCEHKMOPTX"  # letters that look alike in Latin and Cyrillic
_BANK = "ABCDEFGHJKLMNPQRSTUVWXYZ"
_CYRILLIC = dict(zip(_LATIN, "АВСЕНКМОРТХ", strict=True))


class Issuer:
    """Hands out numbers, each once."""

    def __init__(self, chance: Chance) -> None:
        """Draw from this chance."""
        self._chance = chance
        self._used: set[str] = set()

    def truth_id(self, *key: str | int) -> str:
        """An id of the key that says nothing."""
        return self._new("truth id", key, lambda stream: f"t-{stream.token(12)}")

    def phone(self, state: State, *key: str | int) -> str:
        """E.164 under the state's unassigned calling code; nine national digits, the first 5 to 9."""
        return self._new(
            "phone", key, lambda stream: f"+{state.calling_code}{stream.between(5, 9)}{stream.below(10**8):08d}"
        )

    def plate(self, state: State, *key: str | int) -> str:
        """A plate in the form of the state, as it is written, with spaces."""
        return self._new("plate", key, lambda stream: "".join(_sign(each, stream) for each in state.plate_form))

    def iban(self, state: State, *key: str | int) -> str:
        """An account number with right check digits under the state's user-assigned code."""
        return self._new("iban", key, lambda stream: _iban(state.code, stream))

    def handle(self, words: tuple[str, ...], *key: str | int) -> str:
        """A user name, lower case with @."""
        return self._new("handle", key, lambda stream: f"@{stream.pick(words)}_{stream.below(10**4):04d}")

    def number(self, digits: int, *key: str | int) -> str:
        """A number in a register."""
        return self._new("number", key, lambda stream: f"{stream.between(10 ** (digits - 1), 10**digits - 1)}")

    def _new(self, purpose: str, key: tuple[str | int, ...], draw: Callable[[Stream], str]) -> str:
        stream = self._chance.stream(purpose, *key)
        while (value := draw(stream)) in self._used:
            pass
        self._used.add(value)
        return value


def plate_value(code: str, plate: str) -> str:
    """Normal form of a plate: country, colon, upper-case Latin without spaces."""
    return f"{code}:{plate.replace(' ', '')}"


def cyrillic_plate(plate: str) -> str:
    """The same plate typed with Cyrillic letters that look alike."""
    return "".join(_CYRILLIC.get(sign, sign) for sign in plate)


def spoken_plate(plate: str) -> str:
    """The same as people say it: Cyrillic letters, and four digits in two pairs.

    >>> spoken_plate("5865 HO 82")
    '58-65 \u041d\u041e 82'
    """
    return re.sub(r"(\d\d)(\d\d)", r"\1-\2", cyrillic_plate(plate))


def _sign(form: str, stream: Stream) -> str:
    if form == "d":
        return str(stream.below(10))
    return stream.pick(_LATIN) if form == "A" else form


def _iban(code: str, stream: Stream) -> str:
    bank = "".join(stream.pick(_BANK) for _ in range(4))
    account = bank + "".join(str(stream.below(10)) for _ in range(14))
    digits = "".join(str(int(sign, 36)) for sign in f"{account}{code}00")
    return f"{code}{98 - int(digits) % 97:02d}{account}"
