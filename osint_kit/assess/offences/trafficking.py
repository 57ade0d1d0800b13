"""Trafficking in persons: an act, a means and a purpose; for a child no means is needed."""

from __future__ import annotations

from collections.abc import Iterator

from osint_kit.assess.carrying import by_findings
from osint_kit.assess.offences import Carried, offence
from osint_kit.assess.situation import Situation

BEARS = {
    "TIP-ACT-1": ("ON-10",),
    "TIP-ACT-4": ("EX-03", "EX-01"),
    "TIP-ACT-5": ("EX-05",),
    "TIP-MEA-1": ("EX-04", "ON-09"),
    "TIP-MEA-2": ("EX-01", "EX-03"),
    "TIP-MEA-5": ("ON-10",),
    "TIP-MEA-6": ("EX-07", "EX-02"),
    "TIP-PUR-3": ("EX-05", "EX-02", "FT-02"),
}
"""Element → findings that bear on it; the project's own reading, not doctrine."""


@offence
def trafficking(situation: Situation) -> Iterator[Carried]:
    """Yield what bears on act, means and purpose."""
    for each in by_findings(situation, BEARS, frozenset({"TIP-MEA-6"})):
        yield Carried(*each)
