"""`osint-kit demo`: the short exercise, played by the machine from end to end."""

import click

from osint_kit import cli
from osint_kit.cli import Answer
from osint_kit.messages import N_


@cli.command(example="osint-kit demo --output /tmp/demo")
@click.option(
    "--output",
    type=click.Path(file_okay=False),
    default="osint-kit-demo",
    show_default=True,
    help=N_("Folder to write; an earlier demo there is replaced."),
)
def command(output: str) -> Answer:
    """Play the short exercise on the shipped world: a line a step, the score, the harm list, the report."""
    raise NotImplementedError
