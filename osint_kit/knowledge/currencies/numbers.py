"""Number words of ten languages, and what a row of them and of digits comes to."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files

from osint_kit.knowledge.calendars import spelt

_ARABIC = re.compile("میه|مئه|مایه|الف|الاف|ملیون|عشر")


@dataclass(frozen=True, slots=True)
class Term:
    """A number word: what it does (`add`, `hundred`, `scale`, `scales`, `half`, `fixed`, `shift`, `and`) and its value.

    Digits are terms that do `digits`.
    """

    does: str
    value: Decimal


@cache
def terms() -> dict[str, Term]:
    """Key of a number word → term."""
    found: dict[str, Term] = {}
    data = tomllib.loads(files("osint_kit.knowledge.currencies").joinpath("numbers.toml").read_text("utf-8"))
    for does, table in data.items():
        if not isinstance(table, dict) or does == "joined":
            continue
        for value, line in table.items():
            for key in spelt([line]):
                found.setdefault(key, Term(does, Decimal(0 if value == "words" else value)))
    made = _glued(found) | _joined(found, data["joined"])
    return made | found


def _joined(found: dict[str, Term], table: dict[str, str]) -> dict[str, Term]:
    """Hundreds and thousands that are written in one with their number."""
    firsts, lasts = (tuple(spelt([table[use]])) for use in ("first", "last"))
    return {first + last: Term("add", found[first].value * found[last].value) for first in firsts for last in lasts}


def _glued(found: dict[str, Term]) -> dict[str, Term]:
    """Arabic puts `and` before the number, Tajik behind it."""
    made = {}
    for key, term in found.items():
        if term.does in ("add", "hundred", "scale", "scales"):
            if "\u0600" < key[0] < "\u06ff":
                made["و" + key] = term
                if _ARABIC.search(key):
                    made["ب" + key] = made["ل" + key] = term
            elif "\u0400" < key[0] < "\u04ff" and term.does != "scales":
                made[key + "у"] = made[key + "ю"] = term
    return made


def amount(row: Sequence[Term]) -> Decimal | None:
    """What a row of terms comes to; None when it is no number.

    >>> from osint_kit.knowledge.currencies import terms
    >>> [str(amount([terms()[word] for word in text.split()])) for text in ("two hundred thousand", "сто двадцать")]
    ['200000', '120']
    """
    count = _Count()
    for place, term in enumerate(row):
        follows = row[place + 1].does if place + 1 < len(row) else ""
        if not _STEPS[term.does](count, term.value, place, follows):
            return None
    return count.result()


@dataclass(slots=True)
class _Count:
    """A number as far as it is read: what is done with, what waits for its scale, the last scale, what to add."""

    total: Decimal = Decimal(0)
    current: Decimal = Decimal(0)
    last: Decimal = Decimal(0)
    shift: Decimal = Decimal(0)
    inverted: Decimal = Decimal(1)
    said: bool = False

    def result(self) -> Decimal | None:
        return (self.total + self.current) * self.inverted if self.said and not self.shift else None

    def skip(self, _value: Decimal, _place: int, _follows: str) -> bool:
        return True

    def digits(self, value: Decimal, _place: int, _follows: str) -> bool:
        """Digits and fixed words begin a number or a group of it."""
        fits, self.said = not self.current, True
        self.current = value + self.shift
        self.shift = Decimal(0)
        return fits

    def add(self, value: Decimal, _place: int, _follows: str) -> bool:
        """Add to what leaves room for it; of two guesses in a row ("two, three thousand") the first counts."""
        room = self.current % 10 ** len(str(int(value))) == 0
        ten_after_unit = self.current < 10 and 20 <= value < 100  # noqa: PLR2004 - digits
        if not room and not ten_after_unit:
            return bool(self.current < value < 10 and value - self.current < 3)  # noqa: PLR2004 - digits
        self.current += value + self.shift
        self.shift, self.said = Decimal(0), True
        return True

    def hundred(self, value: Decimal, _place: int, _follows: str) -> bool:
        self.current = (self.current or 1) * value if self.current < value else self.current + value
        self.said = True
        return True

    def half(self, value: Decimal, _place: int, follows: str) -> bool:
        """Half of the scale before it, unless one follows."""
        if self.last and not self.current and follows not in ("scale", "scales"):
            self.total += self.last * value
        else:
            self.current += value
        self.said = True
        return True

    def begin(self, value: Decimal, _place: int, _follows: str) -> bool:
        self.shift = value
        return True

    def scale(self, value: Decimal, _place: int, _follows: str) -> bool:
        """A larger scale than the last multiplies all that was said."""
        if self.last and value > self.last:
            self.total, self.current = (self.total + self.current) * value, Decimal(0)
        else:
            self.total, self.current = self.total + (self.current or 1 + self.shift) * value, Decimal(0)
        self.last, self.said, self.shift = value, True, Decimal(0)
        return True

    def scales(self, value: Decimal, place: int, follows: str) -> bool:
        """A plural without its number stands before it, where the number is about right."""
        if self.current:
            return self.scale(value, place, follows)
        self.inverted = value
        return place == 0 and bool(follows)


_STEPS = {
    "and": _Count.skip,
    "digits": _Count.digits,
    "fixed": _Count.digits,
    "add": _Count.add,
    "hundred": _Count.hundred,
    "half": _Count.half,
    "shift": _Count.begin,
    "scale": _Count.scale,
    "scales": _Count.scales,
}
