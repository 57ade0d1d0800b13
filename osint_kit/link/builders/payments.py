"""Payments from one account or wallet to another, from statements of account."""

from __future__ import annotations

from collections.abc import Iterator

from osint_kit.link.builders import LinkRow, builder
from osint_kit.link.facts import Facts
from osint_kit.link.relations import relations
from osint_kit.messages import _

ONE_PAYMENT = 0.25
"""Score of one payment: most are for bread; several between the same two begin to mean something."""


@builder
def payments(facts: Facts) -> Iterator[LinkRow]:
    """Yield one link a payment, from payer to beneficiary."""
    reason = _("a statement of account names payer and beneficiary")
    yield from relations(
        facts, "Payment", ends=("payer", "beneficiary"), directed=True, score=ONE_PAYMENT, reason=reason
    )
