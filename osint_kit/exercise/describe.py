"""A score in lines of text, and in the lines of a report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from osint_kit.messages import _
from osint_kit.model import to_dict
from osint_kit.report import StepLine
from osint_kit.score import Difference, Explanation, Score, StepScore


def describe(score: Score, *, explain: bool = False) -> list[str]:
    """A line a step, the total, what does not count, and the harm list; with `explain`, every point."""
    beside = {each.step: each for each in score.differences}
    lines = []
    for step in score.steps:
        lines.append(_line(step, beside.get(step.step)))
        if explain:
            lines += _explained(step.explanations)
    lines += [f"{each.step}  {each.what}: {each.pointer}" for each in score.dropped]
    return [*lines, *total(score)]


def total(score: Score) -> list[str]:
    """The total, and the harm list."""
    return [*_sums(score), *_harm(score)]


def _sums(score: Score) -> Iterator[str]:
    yield _("Total {total:.1f} of {maximum:.0f}").format(total=score.total, maximum=score.maximum)
    if score.ceiling is not None:
        yield _("{share:.0f} % of what the machine alone reaches").format(share=100 * score.ceiling)
    if score.human is not None:
        human = score.human
        said = _("{step}  {points:6.1f} of {maximum:.0f}, by hand, not in the total")
        yield said.format(step=human.step, points=human.points, maximum=human.maximum)


def _line(step: StepScore, beside: Difference | None) -> str:
    said = {"step": step.step, "points": step.points, "maximum": step.maximum}
    if beside is None:
        return _("{step}  {points:6.1f} of {maximum:.0f}").format(**said)
    return _(
        "{step}  {points:6.1f} of {maximum:.0f}   machine {machine:.1f}, team minus machine {difference:+.1f}"
    ).format(**said, machine=beside.machine, difference=beside.points)


def _explained(explanations: tuple[Explanation, ...]) -> Iterator[str]:
    for each in sorted(explanations, key=lambda each: (each.points, each.pointer)):
        yield f"      {each.points:+8.3f}  {each.what}  {each.pointer}"


def _harm(score: Score) -> Iterator[str]:
    if not score.harm:
        yield _("Harm: nobody protected was accused")
        return
    yield _("Harm: protected persons who were accused")
    for harm in score.harm:
        yield f"      {harm.name} ({harm.why}): {harm.what}  {harm.pointer}"


def step_lines(score: Score, done: Mapping[str, str]) -> list[StepLine]:
    """A report's line a step: what was done there, the points, and the machine's where it was played too."""
    machine = {each.step: each.machine for each in score.differences}
    return [
        StepLine(each.step, done.get(each.step, ""), each.points, each.maximum, machine.get(each.step))
        for each in score.steps
    ]


def harm_rows(score: Score) -> list[dict[str, str]]:
    """A report's harm list."""
    return [{name: str(value) for name, value in to_dict(each).items()} for each in score.harm]
