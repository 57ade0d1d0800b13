"""Calls between two numbers, from call records."""

from __future__ import annotations

from collections.abc import Iterator

from osint_kit.link.builders import LinkRow, builder
from osint_kit.link.facts import Facts
from osint_kit.link.relations import relations
from osint_kit.messages import _

ONE_CALL = 0.15
"""Score of one call: a wrong number, a taxi; four between the same two begin to mean something."""


@builder
def calls(facts: Facts) -> Iterator[LinkRow]:
    """Yield one link a call; who rang whom matters less than that they spoke, so the ends may be swapped."""
    reason = _("a call record names both numbers")
    yield from relations(facts, "Call", ends=("caller", "receiver"), directed=False, score=ONE_CALL, reason=reason)
