"""`osint-kit exercise`: play an exercise, from the brief to the debrief."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from osint_kit.cli import Answer, Group, case_option, opened, watched
from osint_kit.messages import N_, _

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from osint_kit.casefile import Case

ROLES = ("lead", "collector", "extractor", "finance", "rights")
RUBRIC = ("0", "50", "100")
PAGE = N_("Page to write.")
WORLD = {"type": click.Path(), "required": True, "help": N_("World bundle with its answer key.")}


def closing_options(function: Callable[..., Answer]) -> Callable[..., Answer]:
    """`--cut` and `--brief-back`: what of an exercise is scored, and what the evaluator gave by hand."""
    cut = click.option("--cut", default="", help=N_("Score the steps of this shorter form only, as one-day."))
    told = N_("The evaluator's rubric for the brief-back (S14).")
    return cut(click.option("--brief-back", type=click.Choice(RUBRIC), help=told)(function))


@click.group(cls=Group)
def command() -> None:
    """Play an exercise: start, brief, status, hints, injects, submission, score, debrief."""


@command.command("list", example="osint-kit exercise list")
def list_() -> Answer:
    """List the exercises and their shorter cuts."""
    from osint_kit import exercise

    found = [exercise.load(name) for name in exercise.names()]
    text = _("{name}: {title}; {count} steps, {points} points; cuts: {cuts}")
    lines = [
        text.format(
            name=each.name,
            title=each.title,
            count=len(each.steps),
            points=sum(step.points for step in each.steps),
            cuts=", ".join(each.cuts) or _("none"),
        )
        for each in found
    ]
    return Answer(lines, [{"name": each.name, "title": each.title, "cuts": list(each.cuts)} for each in found])


@command.command(
    example="osint-kit exercise start silk-route --world worlds/team-a --case case-alpha --role lead --accept-rules"
)
@click.argument("name")
@click.option("--world", "world_path", required=True, type=click.Path(), help=N_("World bundle of the team."))
@click.option("--case", "case_path", required=True, type=click.Path(file_okay=False), help=N_("Case folder to make."))
@click.option("--callsign", default="ALPHA", show_default=True, help=N_("Call sign of the member; never a real name."))
@click.option("--team", default="TEAM", show_default=True, help=N_("Call sign of the team."))
@click.option("--assist", type=click.Choice(["none", "suggest", "full"]), help=N_("Allow this at every step."))
@click.option("--cut", default="", help=N_("Play a shorter form, as one-day."))
@click.option("--role", type=click.Choice(ROLES), default="lead", show_default=True, help=N_("Role in the team."))
@click.option("--accept-rules", is_flag=True, help=N_("Accept the rules of conduct; without it they are only shown."))
def start(name: str, world_path: str, case_path: str, *, accept_rules: bool, **chosen: str | None) -> Answer:
    """Show the rules of conduct; once they are accepted, make a case and let the clock run."""
    from osint_kit import exercise
    from osint_kit.bundle import open_world

    said = exercise.rules(exercise.load(name).shortened(chosen["cut"] or ""))
    if not accept_rules:
        open_world(world_path)
        lines = [_("Rules of conduct:"), *said, _("Nothing was made. If you accept them, add --accept-rules.")]
        return Answer(lines, {"rules": said, "accepted": False}, exit_code=1)
    case = exercise.start(name, world_path, case_path, rules_accepted=True, **chosen)  # type: ignore[arg-type]  # the options above are its parameters
    line = _("case {path} is open for {callsign}; next: osint-kit exercise brief --case {path}")
    data = {"case": str(case.path), "callsign": case.callsign, "rules": said, "accepted": True}
    return Answer([line.format(path=case.path, callsign=case.callsign)], data)


@command.command(example="osint-kit exercise brief S4")
@case_option
@click.argument("step", required=False)
def brief(case_path: str, step: str | None) -> Answer:
    """Print the brief of a step; without one, of the step that the timetable has now."""
    from osint_kit import exercise
    from osint_kit.casefile.session import minutes_of
    from osint_kit.model import to_dict

    case = opened(case_path)
    played = exercise.played(case)
    chosen = played.step(step) if step else played.current(minutes_of(case.path, case.clock()))
    return Answer(exercise.brief(played, chosen, case.world), to_dict(chosen))


@command.command(example="osint-kit exercise status")
@case_option
def status(case_path: str) -> Answer:
    """Show the minutes, the step of the timetable, points at stake, decided rows, and the injects to answer."""
    from osint_kit import exercise
    from osint_kit.exercise.status import lines

    found = exercise.status(opened(case_path))
    data = {
        "minutes": found.minutes,
        "at": found.at,
        "paused": found.paused,
        "step": found.current.id,
        "decided": found.decided,
        "hints": found.hints,
        "injects": [{"id": each.id, "text": each.text} for each in found.due],
    }
    return Answer(lines(found), data)


@command.command(example="osint-kit exercise hint S5")
@case_option
@click.argument("step")
def hint(case_path: str, step: str) -> Answer:
    """Print the next hint of a step; it is logged, and costs a share of the step's own award."""
    from osint_kit import exercise
    from osint_kit.exercise import hints

    case = opened(case_path)
    played = exercise.played(case)
    taken, number = hints.take(case, played, step)
    text = _("Hint {number} of {count}; in all {cost} % of what the step earns")
    said = text.format(number=number, count=len(played.step(step).hints), cost=taken.cost)
    return Answer([said, taken.text], {"number": number, "cost": taken.cost, "text": taken.text})


@command.command(example="osint-kit exercise inject IN-06")
@case_option
@click.argument("name", metavar="ID")
def inject(case_path: str, name: str) -> Answer:
    """Hand an inject to the team: the white cell delivers by hand what has no time."""
    from osint_kit import exercise
    from osint_kit.exercise import injects

    case = opened(case_path)
    chosen = injects.find(injects.load(exercise.played(case)), name)
    injects.deliver(case, [chosen])
    return Answer(injects.lines(chosen), {"id": chosen.id, "text": chosen.text})


@command.command(example='osint-kit exercise respond IN-01 --text "Held since 09:40, hash unchanged." --evidence "E3"')
@case_option
@click.argument("name", metavar="ID")
@click.option("--text", required=True, help=N_("What the team answers."))
@click.option("--evidence", default="", metavar="REFS", help=N_('What the answer rests on, as "S12 E3".'))
def respond(case_path: str, name: str, text: str, evidence: str) -> Answer:
    """Answer an inject; the answer is logged and discussed in the debrief."""
    from osint_kit import exercise
    from osint_kit.exercise import injects
    from osint_kit.model import to_dict

    case = opened(case_path)
    made = injects.respond(case, injects.find(injects.load(exercise.played(case)), name), text, evidence)
    return Answer([_("{id}: answered").format(id=made.values["inject"])], to_dict(made))


@command.command(example="osint-kit exercise pause")
@case_option
def pause(case_path: str) -> Answer:
    """Stop the exercise's clock: everything timed comes later by as much."""
    from osint_kit import exercise

    minute = exercise.pause(opened(case_path))
    return Answer([_("paused at minute {minute}").format(minute=minute)], {"minutes": minute})


@command.command(example='osint-kit exercise resume --at "D2 09:00"')
@case_option
@click.option("--at", default="", help=N_('Go on from this later place in the timetable, as "D2 09:00".'))
def resume(case_path: str, at: str) -> Answer:
    """Let the exercise's clock go on."""
    from osint_kit import exercise

    minute = exercise.resume(opened(case_path), at)
    return Answer([_("goes on at minute {minute}").format(minute=minute)], {"minutes": minute})


@command.command(example="osint-kit exercise submit --output team-a.json")
@case_option
@click.option("--output", type=click.Path(dir_okay=False), help=N_("File to write; submission.json otherwise."))
def submit(case_path: str, output: str | None) -> Answer:
    """Write the decided rows of every step to one JSON file; suggestions stay behind."""
    from osint_kit import exercise

    path = exercise.submit(opened(case_path), output)
    return Answer([str(path)], {"submission": str(path)})


@command.command(example="osint-kit exercise score red.json --world worlds/red-with-key --explain")
@click.argument("submission", type=click.Path(dir_okay=False))
@click.option("--world", "world_path", **WORLD)  # type: ignore[arg-type]  # the options of an option
@click.option("--assist", type=click.Choice(["none", "suggest", "full"]), help=N_("Allow this at every step."))
@click.option("--compare/--no-compare", default=True, help=N_("Also play the machine and show team minus machine."))
@closing_options
@click.option("--output", type=click.Path(dir_okay=False), help=N_("File to write the score to, for the report."))
@click.option("--explain", is_flag=True, help=N_("Explain every point, with a pointer."))
def score(
    submission: str,
    world_path: str,
    *,
    assist: str | None,
    compare: bool,
    cut: str,
    brief_back: str | None,
    output: str | None,
    explain: bool,
) -> Answer:
    """Score a submission against the answer key of its world."""
    from osint_kit import baselines, exercise
    from osint_kit.model import to_dict

    with watched(_("score …")):
        machine = baselines.reference(world_path) if compare else None
        result = exercise.score(
            submission,
            world_path,
            machine=machine,
            assist=assist,
            out=output,
            cut=cut,
            brief_back=int(brief_back) if brief_back else None,
        )
    return Answer(exercise.describe(result, explain=explain), to_dict(result))


@command.command(
    example="osint-kit exercise debrief red.json --world worlds/red-with-key --case case-alpha --output red.html"
)
@click.argument("submission", type=click.Path(dir_okay=False))
@click.option("--world", "world_path", **WORLD)  # type: ignore[arg-type]  # the options of an option
@click.option("--output", type=click.Path(dir_okay=False), default="debrief.html", show_default=True, help=PAGE)
@click.option("--case", "case_path", type=click.Path(file_okay=False), help=N_("The team's case: decisions, injects."))
@closing_options
@click.option("--compare/--no-compare", default=True, help=N_("Also play the machine and show team minus machine."))
def debrief(
    submission: str,
    world_path: str,
    output: str,
    *,
    case_path: str | None,
    cut: str,
    brief_back: str | None,
    compare: bool,
) -> Answer:
    """Score a submission and write the team's debrief as one page; it reads the key, so hand it out afterwards."""
    import tempfile
    from pathlib import Path

    from osint_kit import exercise
    from osint_kit.model import to_dict

    with watched(_("debrief …")), tempfile.TemporaryDirectory() as folder:
        result = exercise.close(
            submission,
            world_path,
            output,
            case=opened(case_path) if case_path else None,
            machine=_alone(world_path, Path(folder)) if compare else None,
            cut=cut,
            brief_back=int(brief_back) if brief_back else None,
        )
    return Answer([*exercise.total(result), output], {"debrief": output, "score": to_dict(result)})


def _alone(world_path: str, folder: Path) -> Case:
    """A case of the world that the machine plays alone."""
    from osint_kit import pipeline
    from osint_kit.casefile import create_case

    case = create_case(folder / "case", world=world_path, team="BASELINE", callsign="BASELINE")
    pipeline.play(case, "full")
    return case
