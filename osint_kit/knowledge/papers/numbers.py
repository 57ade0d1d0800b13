"""Lengths of bank accounts by country, ranges of card numbers by scheme."""

import tomllib
from functools import cache
from importlib import resources
from typing import Any


@cache
def _tables() -> dict[str, Any]:
    return tomllib.loads(resources.files("osint_kit.knowledge.papers").joinpath("numbers.toml").read_text("utf-8"))


def iban_length(country: str) -> int:
    """Length of an account of a country, 0 if not known.

    >>> iban_length("KZ")
    20
    """
    return int(_tables()["iban"].get(country, 0))


@cache
def _ranges() -> tuple[tuple[str, str, frozenset[int]], ...]:
    found = []
    for scheme in _tables()["cards"].values():
        for each in scheme["first"]:
            low, _, high = each.partition("-")
            found.append((low, high or low, frozenset(scheme["lengths"])))
    return tuple(found)


def card_range(digits: str) -> bool:
    """Whether some scheme has cards that begin so and are so long.

    >>> card_range("9860111222333440"), card_range("1234567812345670")
    (True, False)
    """
    return any(low <= digits[: len(low)] <= high and len(digits) in lengths for low, high, lengths in _ranges())
