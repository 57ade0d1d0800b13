"""What was done at each step, and what it scored."""

from __future__ import annotations

from osint_kit.messages import _
from osint_kit.report.html import join, paragraph, table
from osint_kit.report.sections import Block, ReportInput, StepLine, section


@section
def steps(given: ReportInput) -> Block | None:
    """A line a step, with points where there is a score."""
    if not given.steps:
        return None
    scored = [line for line in given.steps if line.points is not None]
    columns = [_("Step"), _("Read, written, not done")]
    if scored:
        columns += [_("Points"), _("Of"), _("Machine"), _("Team minus machine")]
    rows = [_row(line, with_points=bool(scored)) for line in given.steps]
    parts = [table(_("Steps of the cycle"), columns, rows)]
    if scored:
        reached, of = sum(line.points or 0 for line in scored), sum(line.maximum or 0 for line in scored)
        text = _("Total: {reached:.1f} of {of:.0f} points.").format(reached=reached, of=of)
        parts.append(paragraph(text, "lead"))
    return Block(20, "steps", _("Steps and score"), join(parts))


def _row(line: StepLine, *, with_points: bool) -> list[str]:
    row = [line.step, line.done]
    if with_points:
        beside = line.points - line.machine if line.points is not None and line.machine is not None else None
        row += [_number(line.points), _number(line.maximum), _number(line.machine), _number(beside, "+")]
    return row


def _number(value: float | None, sign: str = "") -> str:
    return "" if value is None else f"{value:{sign}.1f}"
