"""`osint-kit exercise`: start, submit and score."""

import click

from osint_kit.cli import Answer, Group, case_option, opened, watched
from osint_kit.messages import N_, _


@click.group(cls=Group)
def command() -> None:
    """Start an exercise, submit a team's decisions, score them."""


@command.command(example="osint-kit exercise start silk-route --world worlds/team-a --case case-alpha --callsign ALPHA")
@click.argument("name")
@click.option("--world", "world_path", required=True, type=click.Path(), help=N_("World bundle of the team."))
@click.option("--case", "case_path", required=True, type=click.Path(file_okay=False), help=N_("Case folder to make."))
@click.option("--callsign", default="ALPHA", show_default=True, help=N_("Call sign of the member; never a real name."))
@click.option("--team", default="TEAM", show_default=True, help=N_("Call sign of the team."))
@click.option("--assist", type=click.Choice(["none", "suggest", "full"]), help=N_("Allow this at every step."))
def start(name: str, world_path: str, case_path: str, *, callsign: str, team: str, assist: str | None) -> Answer:
    """Make a case for one member of a team, on the world of that team."""
    from osint_kit import exercise

    case = exercise.start(name, world_path, case_path, callsign=callsign, team=team, assist=assist)
    line = _("case {path} is open for {callsign}; next: osint-kit plan --case {path}").format(
        path=case.path, callsign=case.callsign
    )
    return Answer([line], {"case": str(case.path), "callsign": case.callsign})


@command.command(example="osint-kit exercise submit --output team-a.json")
@case_option
@click.option("--output", type=click.Path(dir_okay=False), help=N_("File to write; submission.json otherwise."))
def submit(case_path: str, output: str | None) -> Answer:
    """Write the decided rows of every step to one JSON file; suggestions stay behind."""
    from osint_kit import exercise

    path = exercise.submit(opened(case_path), output)
    return Answer([str(path)], {"submission": str(path)})


@command.command(example="osint-kit exercise score team-a.json --world worlds/master")
@click.argument("submission", type=click.Path(dir_okay=False))
@click.option("--world", "world_path", required=True, type=click.Path(), help=N_("World bundle with its answer key."))
@click.option("--assist", type=click.Choice(["none", "suggest", "full"]), help=N_("Allow this at every step."))
@click.option("--compare/--no-compare", default=True, help=N_("Also play the machine and show team minus machine."))
@click.option("--output", type=click.Path(dir_okay=False), help=N_("File to write the score to, for the report."))
@click.option("--explain", is_flag=True, help=N_("Explain every point, with a pointer."))
def score(
    submission: str, world_path: str, assist: str | None, output: str | None, *, compare: bool, explain: bool
) -> Answer:
    """Score a submission against the answer key of its world."""
    from osint_kit import baselines, exercise
    from osint_kit.model import to_dict

    with watched(_("score …")):
        machine = baselines.reference(world_path) if compare else None
        result = exercise.score(submission, world_path, machine=machine, assist=assist, out=output)
    return Answer(exercise.describe(result, explain=explain), to_dict(result))
