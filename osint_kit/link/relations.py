"""Links from structured relations, whose statements name two ends."""

from __future__ import annotations

from collections.abc import Iterator

from osint_kit.link.builders import LinkRow
from osint_kit.link.facts import Facts
from osint_kit.model import relations as structured


def relations(
    facts: Facts, schema: str, *, ends: tuple[str, str], directed: bool, score: float, reason: str
) -> Iterator[LinkRow]:
    """Yield one link for every relation of a schema whose two ends are named and differ.

    Args:
        score: how much one such record says about a tie between two people; several say more.
    """
    for relation in structured.relations(facts.statements, schema):
        found = tuple(facts.ends.of(each) for each in relation.ends(*ends))
        if len(set(found)) < len(ends):
            continue
        source, target = found if directed else sorted(found)
        amount = relation.value("amount") if schema == "Payment" else ""
        yield LinkRow(source, target, schema, relation.statements, score, reason, relation.happened, amount, directed)
