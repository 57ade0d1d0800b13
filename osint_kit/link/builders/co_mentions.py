"""Persons and organisations that one item names together."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import pandas as pd

from osint_kit.link.builders import LinkRow, builder
from osint_kit.link.facts import Facts
from osint_kit.messages import _
from osint_kit.model import KINDS, NAME_KINDS, SELECTOR_KINDS

TOGETHER = 0.4
"""Score of a link that rests on being named together: a lead to look into."""

CROWD = 6
"""An item that names more entities than this is a list, and links nobody."""

_LINKABLE = frozenset({*(KINDS[kind][0] for kind in NAME_KINDS), "Company", "LegalEntity"})


@builder
def co_mentions(facts: Facts) -> Iterator[LinkRow]:
    """Yield one link for each two persons or organisations in one item, and for each two items once only."""
    entity = _linkable(facts.entities)
    found: dict[str, dict[str, str]] = {}
    useful = facts.statements[facts.statements["kind"].isin(NAME_KINDS | SELECTOR_KINDS)]
    columns = (useful[name].tolist() for name in ("item", "subject", "id"))
    for item, subject, statement in zip(*columns, strict=True):
        if item and "#" not in item and subject in entity:
            named = found.setdefault(item, {})
            named[entity[subject]] = min(statement, named.get(entity[subject], statement))
    for item in sorted(found):
        if len(found[item]) <= CROWD:
            yield from _pairs(item, found[item])


def _pairs(item: str, named: dict[str, str]) -> Iterator[LinkRow]:
    reason = _("{item} names both").format(item=item)
    for source, target in combinations(sorted(named), 2):
        yield LinkRow(source, target, "UnknownLink", (named[source], named[target]), TOGETHER, reason)


def _linkable(entities: pd.DataFrame) -> dict[str, str]:
    """Subject → entity, for entities that bear a name."""
    return {
        subject: entity
        for entity, schema, names, subjects in zip(
            entities["id"], entities["schema"], entities["names"], entities["subjects"], strict=True
        )
        if names and schema in _LINKABLE
        for subject in subjects
    }
