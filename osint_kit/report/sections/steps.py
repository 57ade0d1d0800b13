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
        columns += [_("Points"), _("Of")]
    compared = any(line.machine is not None for line in given.steps)
    if compared:
        columns += [_("Machine"), _("Team minus machine")]
    rows = [_row(line)[: len(columns)] for line in given.steps]
    parts = [table(_("Steps of the cycle"), columns, rows)]
    if scored:
        reached, of = sum(line.points or 0 for line in scored), sum(line.maximum or 0 for line in scored)
        text = _("Total: {reached:.1f} of {of:.0f} points.").format(reached=reached, of=of)
        parts.append(paragraph(text, "lead"))
    return Block(20, "steps", _("Steps and score"), join(parts))


def _row(line: StepLine) -> list[str]:
    beside = line.points - line.machine if line.points is not None and line.machine is not None else None
    figures = [_number(line.points), _number(line.maximum), _number(line.machine), _number(beside, "+")]
    return [line.step, line.done, *figures]


def _number(value: float | None, sign: str = "") -> str:
    return "" if value is None else f"{value:{sign}.1f}"
