"""Who and what the case is about."""

from __future__ import annotations

from osint_kit.messages import _
from osint_kit.report.html import paragraph, table
from osint_kit.report.sections import Block, ReportInput, section

SHOWN = 60


@section
def entities(given: ReportInput) -> Block | None:
    """Entities with their names and selectors; decided ones first, then those with a name."""
    linked = set(given.links["source"]) | set(given.links["target"])
    rows = given.entities.to_dict("records")
    rows.sort(
        key=lambda row: (
            not row["decided"],
            not row["names"],
            row["id"] not in linked,
            -len(row["subjects"]),
            row["id"],
        )
    )
    if not rows:
        return None
    columns = [_("Ref"), _("Caption"), _("Schema"), _("Names"), _("Selectors"), _("Mentions"), _("Decided")]
    cells = [
        [
            row["ref"],
            row["caption"],
            row["schema"],
            "; ".join(dict.fromkeys(row["names"])),
            "; ".join(row["selectors"]),
            len(row["subjects"]),
            _("yes") if row["decided"] else _("proposed"),
        ]
        for row in rows[:SHOWN]
    ]
    body = table(_("Entities and the mentions joined in them"), columns, cells)
    if len(rows) > SHOWN:
        body += paragraph(_("{count} more stand in the case.").format(count=len(rows) - SHOWN), "note")
    return Block(50, "entities", _("Entities"), body)
