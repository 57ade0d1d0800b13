"""The numbers of links: places that evidence and decisions open once, and that no later decision moves."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from itertools import count
from typing import TypeAlias, TypeVar

from osint_kit.model import NAME_KINDS, SELECTOR_KINDS, Statement

Numbers: TypeAlias = "Mapping[frozenset[str], int]"
"""A structured relation, two subjects of one item, or the topic of a decision → number."""

Key = TypeVar("Key", bound=Hashable)


class Places:
    """The places that links may take, in an order that only grows with what is given.

    First come structured relations and pairs of names in one item, which link people as they stand; then pairs with a
    selector, which link people once the team says whose it is; then what `open` adds.
    """

    def __init__(self, found: Iterable[Statement], items: Mapping[str, str]) -> None:
        """Lay the places out for statements as they were found, in reading order.

        Args:
            items: document → the item that it shows.
        """
        self._items = items
        self._held: dict[str, dict[str, bool]] = {}
        said: list[frozenset[str]] = []
        pairs: list[frozenset[str]] = []
        for each in found:
            for place, named in self._of(each):
                (said if named else pairs).append(place)
        self._places = dict.fromkeys([*said, *pairs])

    def add(self, statement: Statement) -> None:
        """Open the places of a statement that a person added."""
        self._places |= dict.fromkeys(place for place, _named in self._of(statement))

    def open(self, topic: str) -> None:
        """Open a place for a link that a decision draws."""
        self._places.setdefault(frozenset({topic}))

    @property
    def numbers(self) -> Numbers:
        """Place → number, from 1."""
        return {place: number for number, place in enumerate(self._places, start=1)}

    def _of(self, statement: Statement) -> list[tuple[frozenset[str], bool]]:
        subject, item = statement.subject, self._items.get(statement.document, "")
        if statement.kind == "entity":
            return [(frozenset({subject}), True)]
        held = self._held.setdefault(item, {})
        if statement.kind not in NAME_KINDS | SELECTOR_KINDS or not item or "#" in item or subject in held:
            return []
        named = statement.kind in NAME_KINDS
        opened = [(frozenset({other, subject}), named and also) for other, also in held.items()]
        held[subject] = named
        return opened


def numbered(links: Mapping[Key, Iterable[frozenset[str]]], numbers: Numbers) -> dict[Key, int]:
    """Give each link the smallest number among its places; one that has none comes after them all.

    >>> numbered({"ab": [frozenset("ab")], "cd": [frozenset("cd"), frozenset("r")]}, {frozenset("r"): 7})
    {'cd': 7, 'ab': 8}
    """
    given: dict[Key, int] = {}
    taken: set[int] = set()
    for key, places in sorted(links.items(), key=lambda pair: str(pair[0])):
        own = min((numbers[place] for place in places if place in numbers), default=0)
        if own and own not in taken:
            given[key] = own
            taken.add(own)
    after = count(max(numbers.values(), default=0) + 1)
    return given | {key: next(after) for key in sorted(links.keys() - given.keys(), key=str)}
