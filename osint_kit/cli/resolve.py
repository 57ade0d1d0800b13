"""`osint-kit resolve`: who is who."""

from osint_kit import cli
from osint_kit.cli import Answer, assist_option, case_option, run_step


@cli.command(example="osint-kit resolve --assist suggest")
@case_option
@assist_option
def command(case_path: str, assist: str | None) -> Answer:
    """Propose who is who, with reasons: which mentions are one person, which are not.

    Writes candidate pairs to a worksheet and reads back what the team merges or keeps apart.
    """
    return run_step("resolve", case_path, assist)
