"""The time line: a picture, and what its numbers stand for."""

from __future__ import annotations

from markupsafe import Markup

from osint_kit.messages import _
from osint_kit.report.chronology import chosen, draw
from osint_kit.report.evidence import Evidence
from osint_kit.report.html import figure, join, quote, table
from osint_kit.report.sections import Block, ReportInput, section

QUOTED = 1


@section
def timeline(given: ReportInput) -> Block | None:
    """Decided events, then the surest proposals, in the order of time."""
    rows = chosen(given)
    if not rows:
        return None
    evidence = Evidence(given)
    cells = [
        [str(number), f"{event.at:%Y-%m-%d %H:%M}", _(event.kind), event.label, _quotes(evidence, row["statements"])]
        for number, (row, event) in enumerate(rows, start=1)
    ]
    columns = [_("Number"), _("When"), _("Kind"), _("What"), _("Evidence")]
    caption = _("Filled: decided by the team. Dashed: only proposed. The numbers are explained below.")
    drawn = figure(draw([event for _row, event in rows]), caption)
    return Block(45, "timeline", _("Time line"), join([drawn, table(_("Events in order"), columns, cells)]))


def _quotes(evidence: Evidence, statements: tuple[str, ...]) -> Markup:
    return join(quote(each) for each in evidence.quotes(statements[:4])[:QUOTED])
