"""A played case beside the key: whom its entities stand for, and what was found where. For instructors."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from osint_kit.casefile.pointing import mentions, place_of
from osint_kit.score.spans import mentions_of

if TYPE_CHECKING:
    from osint_kit.casefile import Case
    from osint_kit.score import AnswerKey

MAPPED = "mapping:"
"""Begins the origin of a statement that a column of a table makes: nobody had to find it."""


class Played:
    """A case beside its key: whom its entities stand for, and what it proposes about them."""

    def __init__(self, case: Case, key: AnswerKey) -> None:
        """Nothing is looked up yet."""
        self.case, self.key = case, key

    @cached_property
    def held(self) -> Mapping[str, Mapping[str, int]]:
        """Entity → truth ids → how many of their mentions it holds."""
        found: dict[str, dict[str, int]] = {}
        for row in self.case.entities.to_dict("records"):
            counts = found.setdefault(str(row["id"]), {})
            for mention in mentions_of(self.key, mentions(self.case, row)):
                counts[mention.truth] = counts.get(mention.truth, 0) + 1
        return found

    @cached_property
    def standing_for(self) -> Mapping[str, str]:
        """Entity → the truth id of most of its mentions."""
        return {name: max(sorted(counts), key=counts.__getitem__) for name, counts in self.held.items() if counts}

    def entities(self, truth: str) -> frozenset[str]:
        """The entities that hold mentions of somebody."""
        return frozenset(name for name, counts in self.held.items() if truth in counts)

    @cached_property
    def found(self) -> Mapping[str, tuple[tuple[int, int, str, str, float], ...]]:
        """Item → start, end, kind, value, score of what was found in its text."""
        listed: dict[str, list[tuple[int, int, str, str, float]]] = {}
        for row in self.case.statements.to_dict("records"):
            looked_for = row["kind"] != "entity" and not str(row["origin"]).startswith(MAPPED)
            at = place_of(self.case, row) if looked_for else None
            if at is not None:
                said = (at[1], at[2], str(row["kind"]), str(row["value"]), float(row["score"]))
                listed.setdefault(at[0], []).append(said)
        return {item: tuple(each) for item, each in listed.items()}
