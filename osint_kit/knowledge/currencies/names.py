"""Currencies by the words, codes and signs that people write for them."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

from osint_kit.knowledge.calendars import spelt


@dataclass(frozen=True, slots=True)
class Currency:
    """What a currency word stands for.

    Attributes:
        code: ISO 4217, or USDT.
        factor: units of the code in one of what the word names.
        before: the amount may follow, as it may after every code.
        shy: means money only after digits.
        homes: the only countries where it means money; all where empty.
        by_home: codes that it means in the countries that use them.
        by_language: language → code, where the country is not known.
        qualified: key of a word beside it → code.
    """

    code: str
    factor: int = 1
    before: bool = False
    shy: bool = False
    homes: tuple[str, ...] = ()
    by_home: tuple[str, ...] = ()
    by_language: Mapping[str, str] = field(default_factory=dict)
    qualified: Mapping[str, str] = field(default_factory=dict)


@cache
def names() -> dict[str, Currency]:
    """Key of a word → currency. Signs are keys as well."""
    found: dict[str, Currency] = {}
    for row in _read()["currency"]:
        plain = _currency(row)
        shy = _currency(row | {"shy": True})
        for key in spelt([row["words"]]):
            entry = _currency(row | {"before": True}) if key == plain.code.lower() else plain
            if key not in found or (entry.before and not found[key].before):
                found[key] = entry
        for key in spelt([row.get("shy") or ""]):
            found.setdefault(key, shy)
    return found


@cache
def qualifiers() -> frozenset[str]:
    """Keys of words that may stand beside a currency."""
    rows = [line for row in _read()["currency"] for line in row.get("qualified", {}).values()]
    return frozenset(spelt([_read()["qualifiers"]["words"], *rows]))


@cache
def cues() -> frozenset[str]:
    """Keys of words about prices and paying."""
    return frozenset(spelt([_read()["cues"]["words"]]))


def _currency(row: Mapping[str, Any]) -> Currency:
    qualified = {key: code for code, line in row.get("qualified", {}).items() for key in spelt([line])}
    return Currency(
        row["code"],
        row.get("factor", 1),
        row.get("before", False),
        bool(row.get("shy") is True),
        tuple(row.get("homes", ())),
        tuple(row.get("by_home", ())),
        row.get("by_language", {}),
        qualified,
    )


@cache
def _read() -> dict[str, Any]:
    return tomllib.loads(files("osint_kit.knowledge.currencies").joinpath("currencies.toml").read_text("utf-8"))


@cache
def heads() -> dict[str, frozenset[str]]:
    """Use → keys of words about one person's price: `before`, `after`, `person`, `bare`, `per`."""
    data = tomllib.loads(files("osint_kit.knowledge.currencies").joinpath("heads.toml").read_text("utf-8"))
    return {use: frozenset(spelt([table["words"]])) for use, table in data.items() if isinstance(table, dict)}


@cache
def units() -> frozenset[str]:
    """Keys of what is counted beside money: lengths, weights, people."""
    return frozenset(spelt([_read()["units"]["words"]]))


@cache
def splits() -> dict[str, frozenset[str]]:
    """Use → keys of words about paying in parts: `part`, `rest`, `when`, `none`, `between`."""
    data = tomllib.loads(files("osint_kit.knowledge.currencies").joinpath("splits.toml").read_text("utf-8"))
    return {use: frozenset(spelt([table["words"]])) for use, table in data.items() if isinstance(table, dict)}


@cache
def endings() -> frozenset[str]:
    """What is glued to a currency in talk, beside the endings of all words."""
    return frozenset(spelt([_read()["endings"]["words"]]))
