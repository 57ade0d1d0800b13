"""`osint-kit world`: fixture worlds for exercises."""

import click

from osint_kit.cli import Answer, Group, watched
from osint_kit.messages import N_, _


@click.group(cls=Group)
def command() -> None:
    """Make fictional worlds with an answer key."""


@command.command(name="make", example="osint-kit world make --output worlds/spring --difficulty standard")
@click.option("--seed", help=N_("A number for demos and tests, or the 32 digits of a master seed; random without it."))
@click.option("--scenario", type=click.Path(file_okay=False), help=N_("Folder with scenario.toml."))
@click.option(
    "--difficulty",
    type=click.Choice(["easy", "standard", "hard"]),
    default="standard",
    show_default=True,
    help=N_("How many persons, traps and how much noise."),
)
@click.option("--team", metavar="ID", help=N_("Make this team's derived world, without the answer key."))
@click.option("--with-key", is_flag=True, help=N_("With --team: include the answer key (instructors only)."))
@click.option("--output", required=True, type=click.Path(file_okay=False), help=N_("Folder to write; must be empty."))
def make(
    seed: str | None, scenario: str | None, difficulty: str, team: str | None, *, with_key: bool, output: str
) -> Answer:
    """Make a world from a scenario and a seed: tables, partner files and, for the instructor, the answer key.

    A team's world is derived from the master seed: same structure, other names, numbers and days.
    """
    import secrets
    from pathlib import Path

    from osint_kit import world

    if team is not None and not team.strip():
        raise click.BadParameter(_("expected a team's id, found nothing"), param_hint="--team")
    master = secrets.token_hex(16) if team and not seed else ""
    with watched(_("world make …")):
        made = world.make(
            Path(output),
            seed=seed or master or None,
            scenario_dir=Path(scenario) if scenario else None,
            difficulty=difficulty,
            team=team,
            with_key=with_key or None,
        )
    lines = [_("world {id} ({difficulty}) is in {output}").format(id=made.id, difficulty=difficulty, output=output)]
    data = {"world": made.id, "difficulty": difficulty, "output": output}
    if master:
        lines.append(
            _("master seed {seed}: keep it; without it nobody can make the key of this world").format(seed=master)
        )
        data["master_seed"] = master
    return Answer(lines, data)
