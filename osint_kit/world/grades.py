"""The objective grades of doctrine: a source by its record, an item by who else says so, independently."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from osint_kit.world.items import Item

_ENOUGH = 5
_LETTERS = (("A", 95), ("B", 80), ("C", 60), ("D", 35))


def source_of(item: Item, host: str) -> str:
    """Who answers for an item: its author, or the host where nobody signs."""
    return item.author or host


def reliability(total: int, true: int) -> str:
    """Letter by the share of true items; F below five items: no basis.

    >>> reliability(20, 19), reliability(4, 4), reliability(10, 3)
    ('A', 'F', 'E')
    """
    if total < _ENOUGH:
        return "F"
    return next((letter for letter, percent in _LETTERS if true * 100 >= percent * total), "E")


def credibility(items: Iterable[Item]) -> Mapping[str, str]:
    """Digit of each item, by key: 1 confirmed, 2 alone, 3 disputed or half true, 4 or 5 false, 6 no basis."""
    listed = list(items)
    by_fact: dict[str, list[Item]] = defaultdict(list)
    for item in listed:
        by_fact[item.fact].append(item)
    return {item.key: _digit(item, by_fact[item.fact]) for item in listed}


def _digit(item: Item, about: list[Item]) -> str:
    if not item.fact:
        return "6"
    origin = item.origin or item.key
    others = [each for each in about if each.voice != item.voice and (each.origin or each.key) != origin]
    agreeing = any(each.stance == item.stance and each.truth == "true" for each in others)
    against = any(each.stance != item.stance for each in others)
    if item.truth == "false":
        return "5" if against else "4"
    if item.truth == "partly" or against:
        return "3"
    return "1" if agreeing else "2"
