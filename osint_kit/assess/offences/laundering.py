"""Laundering of proceeds: moving them to hide where they came from, or hiding whose they are."""

from __future__ import annotations

from collections.abc import Iterator

from osint_kit.assess.carrying import by_findings
from osint_kit.assess.offences import Carried, offence
from osint_kit.assess.situation import Situation
from osint_kit.messages import _

BEARS = {
    "ML-1": ("TY-SETTLE", "FI-13", "FI-18", "TY-HOLD", "TY-GS", "TY-SG", "FI-11", "FI-19"),
    "ML-2": ("FI-17", "FI-18", "FI-15", "FI-13", "TY-CYC", "TY-STK"),
}
"""Element → findings that bear on it; the project's own reading, not doctrine."""
BEHIND = 0.5


@offence
def laundering(situation: Situation) -> Iterator[Carried]:
    """Yield what bears on transfer and concealment; a firm behind which a suspect stands bears on ownership."""
    for each in by_findings(situation, BEARS):
        yield Carried(*each)
    for found in situation.owned():
        if found.statements:
            yield Carried("ML-2", found.statements, BEHIND, _("a suspect stands behind a firm"))
