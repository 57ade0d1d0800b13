"""Roles, elements of law, and hypotheses, as far as the team has judged them."""

from __future__ import annotations

from markupsafe import Markup

from osint_kit.messages import _
from osint_kit.report.evidence import Evidence
from osint_kit.report.html import join, paragraph, quote, table
from osint_kit.report.sections import Block, ReportInput, section

QUOTED = 2


@section
def assessment(given: ReportInput) -> Block | None:
    """Only what was decided: a proposal about a person has no place in a report."""
    parts = [*_roles(given), *_elements(given), *_hypotheses(given)]
    if not parts:
        return None
    note = _(
        "A role is a working assumption of the team, not a finding of guilt. Travellers and victims are protected."
    )
    return Block(64, "assessment", _("Assessment"), join([paragraph(note, "method"), *parts]))


def _roles(given: ReportInput) -> list[Markup]:
    rows = sorted(given.rows("roles", decided=True), key=lambda row: (row["role"], row["label"], row["entity"]))
    if not rows:
        return []
    evidence = Evidence(given)
    cells = [[row["label"], row["role"], row["reason"], _quotes(evidence, row["statements"])] for row in rows]
    return [table(_("Roles"), [_("Entity"), _("Role"), _("Why"), _("Evidence")], cells)]


def _elements(given: ReportInput) -> list[Markup]:
    rows = given.rows("elements", decided=True)
    if not rows:
        return []
    evidence = Evidence(given)
    cells = [[row["element"], row["label"], row["reason"], _quotes(evidence, row["statements"])] for row in rows]
    return [table(_("Elements of law"), [_("Element"), _("What it asks"), _("Why"), _("Evidence")], cells)]


def _hypotheses(given: ReportInput) -> list[Markup]:
    rows = sorted(given.rows("hypotheses", decided=True), key=lambda row: (-row["probability"], row["hypothesis"]))
    if not rows:
        return []
    cells = [
        [
            row["hypothesis"],
            row["label"],
            f"{100 * row['probability']:.0f} %",
            f"{row['inconsistency']:.3g}",
            row["reason"],
        ]
        for row in rows
    ]
    columns = [_("Hypothesis"), _("What it says"), _("Probability"), _("Inconsistency"), _("Why")]
    return [table(_("Competing hypotheses"), columns, cells)]


def _quotes(evidence: Evidence, statements: tuple[str, ...]) -> Markup:
    return join(quote(each) for each in evidence.quotes(statements[:8])[:QUOTED])
