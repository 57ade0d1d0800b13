"""`osint-kit plan`: the collection plan."""

from osint_kit import cli
from osint_kit.cli import Answer, assist_option, case_option, run_step


@cli.command(example="osint-kit plan --assist suggest   # then fill in worksheets/S1-plan.csv and run it again")
@case_option
@assist_option
def command(case_path: str, assist: str | None) -> Answer:
    """Write the collection plan: questions, sources, terms, and what not to collect.

    Proposes a plan in a worksheet and reads back what the team decided in it.
    """
    return run_step("plan", case_path, assist)
