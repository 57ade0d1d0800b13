"""`osint-kit search`: ask the sites."""

from osint_kit import cli
from osint_kit.cli import Answer, assist_option, case_option, run_step


@cli.command(example="osint-kit search --assist suggest")
@case_option
@assist_option
def command(case_path: str, assist: str | None) -> Answer:
    """Ask the sites' own search for the plan's terms and log every question and answer.

    Proposes which answers to collect, in a worksheet, and reads back what the team decided in it.
    """
    return run_step("search", case_path, assist)
