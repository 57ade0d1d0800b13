"""Smuggling of migrants: procuring an illegal entry for benefit, and what makes it worse."""

from __future__ import annotations

from collections.abc import Iterator

from osint_kit.assess.carrying import by_findings
from osint_kit.assess.offences import Carried, offence
from osint_kit.assess.situation import Situation
from osint_kit.messages import _

BEARS = {
    "SOM-1": ("ON-08", "ON-01", "TR-02", "TR-01", "ON-06"),
    "SOM-2": ("SOM-2", "TR-01", "TR-04", "DO-01", "DO-02", "DO-03", "ON-05"),
    "SOM-3": ("ON-06", "TR-01", "FI-12", "TR-02"),
    "SOM-4": ("ON-01", "FI-14", "TY-HOLD", "FI-01", "FI-11", "FI-19"),
    "SOM-5": ("ON-08", "FI-14", "TY-HOLD", "ON-04", "ON-07"),
    "SOM-DOC-2": ("ON-05", "DO-01", "DO-02", "DO-03", "DO-04"),
    "SOM-AGG-1": ("SOM-AGG-1", "TR-04"),
    "SOM-AGG-2": ("ON-09", "EX-03", "EX-05", "EX-04", "EX-02"),
}
"""Element → findings that bear on it; the project's own reading, not doctrine."""


@offence
def smuggling(situation: Situation) -> Iterator[Carried]:
    """Yield what bears on each element of smuggling; without benefit, help to cross is none."""
    for each in by_findings(situation, BEARS, frozenset({"SOM-5"})):
        yield Carried(*each)
    for found in situation.organisers():
        if found.statements:
            yield Carried("SOM-ORG", found.statements[:2], found.score, _("one seems to organise or direct"))
