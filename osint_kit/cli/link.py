"""`osint-kit link`: link entities."""

from osint_kit import cli
from osint_kit.cli import Answer, assist_option, case_option, run_step


@cli.command(example="osint-kit link --assist suggest")
@case_option
@assist_option
def command(case_path: str, assist: str | None) -> Answer:
    """Link the entities: every link cites the statements that carry it.

    Writes proposed links to a worksheet and reads back which ones the team draws.
    """
    return run_step("link", case_path, assist)
