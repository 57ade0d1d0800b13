"""`osint-kit demo`: the short exercise, played by the machine from end to end."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from osint_kit import cli
from osint_kit.cli import Answer, watched
from osint_kit.messages import N_, _

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from osint_kit.casefile import Case
    from osint_kit.pipeline import StepReport
    from osint_kit.score import Score

MARK = "osint-kit-demo.txt"
WRITTEN = (MARK, "case", "debrief.html", "report.html", "score.json", "submission.json")


@cli.command(example="osint-kit demo --output my-demo")
@click.option(
    "--output",
    type=click.Path(file_okay=False),
    default="osint-kit-demo",
    show_default=True,
    help=N_("Folder to write; an earlier demo there is replaced."),
)
def command(output: str) -> Answer:
    """Play the two-day exercise on the shipped world: a line a step, the score, the harm list, report and debrief.

    The machine plays alone here: nobody decides. What a team adds to it is what the exercise is about.
    """
    from pathlib import Path

    from osint_kit import exercise, pipeline
    from osint_kit.model import to_dict
    from osint_kit.shipped import shipped

    folder, world = fresh(Path(output)), shipped("fixtures", "silk-route")
    case = exercise.start("silk-route", world, folder / "case", callsign="DEMO", team="DEMO", assist="full")
    played = play(case)
    submitted = exercise.submit(case, folder / "submission.json")
    score = exercise.score(submitted, world, assist="full", out=folder / "score.json")
    done = {each.step: pipeline.describe(each) for each in by_step(played)}
    scores, harm = exercise.step_lines(score, done), exercise.harm_rows(score)
    page = Path(pipeline.report(case, folder / "report.html", scores=scores, harm=harm).files[0])
    debrief = folder / "debrief.html"
    exercise.close(submitted, world, debrief, case=case, machine=case, assist="full")
    told = [*_opening(), *step_lines(done, score), *_closing(page, debrief), *exercise.total(score)]
    steps = [to_dict(each) for each in played]
    return Answer(told, {"steps": steps, "score": to_dict(score), "report": str(page), "debrief": str(debrief)})


def _opening() -> Iterator[str]:
    from osint_kit import exercise

    defined = exercise.load("silk-route")
    text = _("S0 brief: {title}, {count} steps, {points} points; in the demo the machine plays every one alone")
    points = sum(step.points for step in defined.steps)
    yield text.format(title=defined.title, count=len(defined.steps), points=points)


def _closing(report: Path, debrief: Path) -> Iterator[str]:
    yield _("S14 brief-back: scored by hand; the report is {path}").format(path=report)
    yield _("S15 debrief: {path}").format(path=debrief)


def fresh(folder: Path) -> Path:
    """An empty folder; only what an earlier demo wrote is removed.

    Raises:
        RunError: the folder holds something else.
    """
    import shutil

    from osint_kit.errors import RunError

    present = {path.name for path in folder.iterdir()} if folder.is_dir() else set()
    if present and (MARK not in present or present - set(WRITTEN)):
        found = ", ".join(sorted(present - set(WRITTEN))) or _("other files")
        raise RunError.expected(_("an empty folder or an earlier demo"), found=found, where=folder)
    for name in sorted(present - {"case"}):
        (folder / name).unlink()
    if "case" in present:
        shutil.rmtree(folder / "case")
    folder.mkdir(parents=True, exist_ok=True)
    text = _("Written by `osint-kit demo`, which replaces this folder at its next run.")
    (folder / MARK).write_text(text + "\n", encoding="utf-8")
    return folder


def play(case: Case) -> tuple[StepReport, ...]:
    """Play every step, with progress on stderr when somebody watches."""
    from osint_kit import pipeline

    with watched(_("playing the exercise …")) as tell:
        return pipeline.play(case, "full", told=lambda done: tell(pipeline.describe(done)))


def step_lines(done: Mapping[str, str], score: Score) -> Iterator[str]:
    """A line a step: what was read, written and not done, and the points."""
    for each in score.steps:
        points = _("{points:.1f} of {maximum:.0f} points").format(points=each.points, maximum=each.maximum)
        yield f"{done[each.step]}; {points}"


def by_step(played: Sequence[StepReport]) -> list[StepReport]:
    """One report a step: a step with two verbs (search, collect) counts what went in, and what came out at the end."""
    from dataclasses import replace

    steps: dict[str, StepReport] = {}
    for done in played:
        before = steps.get(done.step)
        steps[done.step] = (
            done
            if before is None
            else replace(
                done,
                verb=f"{before.verb}, {done.verb}",
                failed=before.failed + done.failed,
                decided=before.decided + done.decided,
            )
        )
    return list(steps.values())
