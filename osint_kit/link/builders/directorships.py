"""Directors of firms, from company registers."""

from __future__ import annotations

from collections.abc import Iterator

from osint_kit.link.builders import LinkRow, builder
from osint_kit.link.facts import Facts
from osint_kit.link.relations import relations
from osint_kit.messages import _

REGISTERED = 0.9
"""Score of a tie that a register states outright."""


@builder
def directorships(facts: Facts) -> Iterator[LinkRow]:
    """Yield one link a registered director, from director to organisation."""
    ends = ("director", "organization")
    reason = _("a register names the director")
    yield from relations(facts, "Directorship", ends=ends, directed=True, score=REGISTERED, reason=reason)
