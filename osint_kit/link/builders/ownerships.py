"""Owners of firms and things, from registers."""

from __future__ import annotations

from collections.abc import Iterator

from osint_kit.link.builders import LinkRow, builder
from osint_kit.link.facts import Facts
from osint_kit.link.relations import relations
from osint_kit.messages import _

REGISTERED = 0.9
"""Score of a tie that a register states outright."""


@builder
def ownerships(facts: Facts) -> Iterator[LinkRow]:
    """Yield one link a registered owner, from owner to asset."""
    reason = _("a register names the owner")
    yield from relations(facts, "Ownership", ends=("owner", "asset"), directed=True, score=REGISTERED, reason=reason)
