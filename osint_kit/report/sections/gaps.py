"""What could not be done."""

from __future__ import annotations

from osint_kit.messages import _
from osint_kit.model import Outcome
from osint_kit.report.html import paragraph, table
from osint_kit.report.sections import Block, ReportInput, section


@section
def gaps(given: ReportInput) -> Block:
    """Failures of every step, and captures that did not come whole: the analyst must see the gap."""
    rows = [[row.get("step", ""), row.get("what", ""), row.get("why", "")] for row in given.failures]
    rows += [
        ["S2", exhibit.asked, f"{exhibit.outcome.value} {exhibit.status} {exhibit.note}".strip()]
        for exhibit in given.exhibits
        if exhibit.outcome is not Outcome.CAPTURED
    ]
    if not rows:
        return Block(90, "gaps", _("Gaps and failures"), paragraph(_("No step recorded a failure."), "calm"))
    columns = [_("Step"), _("What"), _("Why")]
    return Block(90, "gaps", _("Gaps and failures"), table(_("What could not be done"), columns, rows))
