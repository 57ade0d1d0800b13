"""Which entity stands behind the end of a relation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

import pandas as pd

from osint_kit.model.statement import SELECTOR_KINDS, selector_subject

TWICE = 2


class Ends:
    """Finds the entity behind the end of a relation, of a decision, of a row: there is no other look-up.

    An end that a structured file names by a selector goes to the entity that holds it: the only one, or one that is
    named with it at least twice as often as any other. Else the selector stays a node of its own: which of two holders
    used a shared telephone is a decision, not a look-up.
    """

    def __init__(self, statements: pd.DataFrame, entities: pd.DataFrame) -> None:
        """Index the entities by subject and by selector."""
        self._entity: dict[str, str] = {}
        self._size: dict[str, int] = {}
        self._named = frozenset(entities.loc[entities["names"].map(bool), "id"])
        columns = (entities[name].tolist() for name in ("id", "subjects"))
        for entity, subjects in zip(*columns, strict=True):
            self._size[entity] = len(subjects)
            self._entity |= dict.fromkeys(subjects, entity)
        self._selector = _selectors(statements)
        self._holders: dict[str, Counter[str]] = {}
        for subject, selector in self._selector.items():
            self._holders.setdefault(selector, Counter())[self._entity.get(subject, subject)] += 1

    def of(self, subject: str) -> str:
        """Canonical id of the entity that a subject belongs to; the subject itself if none does."""
        own = self._entity.get(subject, subject)
        selector = self._selector.get(subject, "")
        if subject != _subject(selector) or self._size.get(own, 1) > 1:
            return own
        others = [(count, each) for each, count in self._holders[selector].items() if each != own]
        ranked = sorted(others, key=lambda pair: (-pair[0], pair[1]))
        if not ranked or (len(ranked) > 1 and ranked[0][0] < TWICE * ranked[1][0]):
            return own
        return ranked[0][1]

    def known(self, entity: str) -> bool:
        """Whether more is known of an entity than one number in one kind of record."""
        return self._size.get(entity, 1) > 1 or entity in self._named


def _subject(selector: str) -> str:
    kind, _colon, value = selector.partition(":")
    return selector_subject(kind, value) if value else ""


def _selectors(statements: pd.DataFrame) -> Mapping[str, str]:
    found = statements[statements["kind"].isin(SELECTOR_KINDS)]
    columns = (found[name].tolist() for name in ("subject", "kind", "value"))
    return {subject: f"{kind}:{value}" for subject, kind, value in zip(*columns, strict=True)}
