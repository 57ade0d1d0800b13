"""What the case holds, on one screen."""

from __future__ import annotations

from osint_kit.messages import _
from osint_kit.report.html import join, paragraph, tiles
from osint_kit.report.sections import Block, ReportInput, section


@section
def summary(given: ReportInput) -> Block:
    """The brief, the method note, and the figures."""
    decided = int(given.links["decided"].sum()), int(given.entities["decided"].sum())
    figures = (
        (_("Exhibits"), len(given.exhibits)),
        (_("Documents"), len(given.documents)),
        (_("Statements accepted"), int((given.statements["verdict"] == "accept").sum())),
        (_("Entities decided"), decided[1]),
        (_("Links decided"), decided[0]),
        (_("Gaps and failures"), len(given.failures)),
    )
    note = _("An indicator is a lead, not evidence. A place in a network says what to look into, not who is guilty.")
    body = [paragraph(given.brief, "lead")] if given.brief else []
    return Block(10, "summary", _("Summary"), join([*body, tiles(figures), paragraph(note, "method")]))
