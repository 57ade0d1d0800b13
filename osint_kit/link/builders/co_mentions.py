"""Persons and organisations that one item names together."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from osint_kit.link.builders import LinkRow, builder
from osint_kit.link.facts import Facts
from osint_kit.link.together import companies
from osint_kit.messages import _

TOGETHER = 0.4
"""Score of one item that names both: a lead to look into."""

CROWD = 6
"""An item that names more entities than this is a list, and links nobody."""


@builder
def co_mentions(facts: Facts) -> Iterator[LinkRow]:
    """Yield one link for each two persons or organisations in one item."""
    for company in companies(facts):
        named = company.everybody
        reason = _("{item} names both").format(item=company.item)
        for source, target in combinations(sorted(named), 2) if len(named) <= CROWD else ():
            yield LinkRow(source, target, "UnknownLink", (named[source], named[target]), TOGETHER, reason)
