"""Grades of sources and information."""

from __future__ import annotations

from osint_kit.messages import _
from osint_kit.report.html import join, paragraph, table
from osint_kit.report.sections import Block, ReportInput, section

SHOWN = 100


@section
def grades(given: ReportInput) -> Block | None:
    """One line an item, source and information apart."""
    rows = given.grades.to_dict("records")
    if not rows:
        return None
    columns = [_("Item"), _("Source"), _("Information"), _("Basis")]
    cells = [[row["item"], row["source"], row["information"], row["reason"]] for row in rows[:SHOWN]]
    note = _("A to F grades the source, 1 to 6 the information, each on its own. F and 6: no basis to judge.")
    body = [paragraph(note, "note"), table(_("Grades (Admiralty)"), columns, cells)]
    if len(rows) > SHOWN:
        body.append(paragraph(_("{count} more stand in the case.").format(count=len(rows) - SHOWN), "note"))
    return Block(70, "grades", _("Grades"), join(body))
