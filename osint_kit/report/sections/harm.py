"""Protected persons who were accused."""

from __future__ import annotations

from osint_kit.messages import _
from osint_kit.report.html import join, paragraph, table
from osint_kit.report.sections import Block, ReportInput, section


@section
def harm(given: ReportInput) -> Block | None:
    """The harm list, which only a scored case has."""
    if not any(line.points is not None for line in given.steps) and not given.harm:
        return None
    if not given.harm:
        return Block(30, "harm", _("Harm"), paragraph(_("Nobody who is protected was accused."), "calm"))
    columns = [_("Who"), _("Protected because"), _("What was done"), _("Where")]
    rows = [[row.get(name, "") for name in ("name", "why", "what", "pointer")] for row in given.harm]
    warning = paragraph(_("Protected persons were accused. Put this right before anything leaves the team."), "alarm")
    return Block(30, "harm", _("Harm"), join([warning, table(_("Protected persons who were accused"), columns, rows)]))
