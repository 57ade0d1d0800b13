"""Typologies of money and indicators, each with what carries it."""

from __future__ import annotations

from osint_kit.messages import _
from osint_kit.report.html import join, paragraph, table
from osint_kit.report.sections import Block, ReportInput, section

SHOWN = 25


@section
def money(given: ReportInput) -> Block | None:
    """What was decided first; what is only proposed says so."""
    found = given.judged_or_proposed("typologies"), given.judged_or_proposed("indicators")
    if not any(found):
        return None
    patterns = [
        [
            row["typology"],
            " – ".join((row["first"][:10], row["last"][:10])),
            row["amount"],
            _state(row, decided=decided),
        ]
        for row, decided in found[0][:SHOWN]
    ]
    counted: dict[tuple[str, bool], int] = {}
    for row, decided in found[1]:
        counted[row["indicator"], decided] = counted.get((row["indicator"], decided), 0) + 1
    fired = [
        [name, str(count), _("decided") if decided else _("proposed")] for (name, decided), count in counted.items()
    ]
    note = _("An indicator is a reason to look, not proof. Its presence or absence proves nothing either way.")
    parts = [paragraph(note, "method")]
    if patterns:
        columns = [_("Typology"), _("When"), _("Sum"), _("Decided")]
        parts.append(table(_("Patterns in the transfers"), columns, patterns))
    if fired:
        parts.append(table(_("Indicators"), [_("Indicator"), _("Items"), _("Decided")], sorted(fired)))
    return Block(62, "money", _("Money"), join(parts))


def _state(row: dict[str, str], *, decided: bool) -> str:
    return (_("yes: {reason}") if decided else _("proposed: {reason}")).format(reason=row["reason"])
