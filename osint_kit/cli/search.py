"""`osint-kit search`: ask the sites."""

import click

from osint_kit import cli
from osint_kit.cli import Answer, assist_option, case_option, run_step
from osint_kit.messages import N_


@cli.command(example="osint-kit search --assist suggest")
@case_option
@assist_option
@click.option(
    "--leads", is_flag=True, help=N_("Ask for the numbers and handles in the answers so far, not for the terms.")
)
def command(case_path: str, assist: str | None, *, leads: bool) -> Answer:
    """Ask the sites' own search for the plan's terms and log every question and answer.

    Proposes which answers to collect, in a worksheet, and reads back what the team decided in it.
    """
    return run_step("search", case_path, assist, leads=leads)
