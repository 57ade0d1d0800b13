"""Number words of ten languages, and what a row of them and of digits comes to."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from importlib.resources import files

from osint_kit.knowledge.calendars import spelt

_GLUED = {"у": "бисту", "و": "و"}


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
        if not isinstance(table, dict):
            continue
        for value, line in table.items():
            for key in spelt([line]):
                found.setdefault(key, Term(does, Decimal(0 if value == "words" else value)))
    return found | {key: term for key, term in _glued(found).items() if key not in found}


def _glued(found: dict[str, Term]) -> dict[str, Term]:
    """Arabic puts `and` before the number, Tajik behind it."""
    made = {}
    for key, term in found.items():
        if term.does in ("add", "hundred", "scale", "scales"):
            if "\u0600" < key[0] < "\u06ff":
                made["و" + key] = term
            elif "\u0400" < key[0] < "\u04ff" and term.does != "scales":
                made[key + "у"] = made[key + "ю"] = term
    return made


def amount(row: Sequence[Term]) -> Decimal | None:
    """What a row of terms comes to; None when it is no number.

    >>> from osint_kit.knowledge.currencies import terms
    >>> [str(amount([terms()[word] for word in text.split()])) for text in ("two hundred fifty thousand", "уч ярим минг")]
    ['250000', '3500.0']
    """
    total, current, last = Decimal(0), Decimal(0), Decimal(0)
    shift, said, unit = Decimal(0), False, False
    inverted = Decimal(0)
    for place, term in enumerate(row):
        does, value = term.does, term.value
        if does == "and":
            continue
        if does in ("add", "digits", "fixed"):
            if does != "add" and current:
                return None
            if unit and current and value <= current % 10**len(str(int(value))) and does == "add":
                continue
            if does == "add" and current and current % 100 and value >= 100:  # noqa: PLR2004 - a hundred after a unit
                return None
            current += value + shift
            shift, unit, said = Decimal(0), True, True
        elif does == "shift":
            shift = value
        elif does == "hundred":
            current = (current or 1) * value if current < value else current + value
            said = True
        elif does == "half":
            following = row[place + 1].does if place + 1 < len(row) else ""
            if last and following not in ("scale", "scales"):
                total += last * value
            else:
                current += value
            said = True
        else:
            if does == "scales" and not current and not (place == 0 and len(row) > 1):
                return None
            if does == "scales" and not current:
                inverted = value
                continue
            total, current = _scaled(total, current, value, last)
            last, said, unit = value, True, False
    if not said or shift:
        return None
    return (total + current) * (inverted or 1)


def _scaled(total: Decimal, current: Decimal, value: Decimal, last: Decimal) -> tuple[Decimal, Decimal]:
    """Totals after a scale word: a larger one multiplies all that was said."""
    if last and value > last:
        return (total + current) * value, Decimal(0)
    return total + (current or 1) * value, Decimal(0)
