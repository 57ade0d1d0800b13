"""`osint-kit grade`: grade sources and information."""

from osint_kit import cli
from osint_kit.cli import Answer, assist_option, case_option, run_step


@cli.command(example="osint-kit grade --assist suggest")
@case_option
@assist_option
def command(case_path: str, assist: str | None) -> Answer:
    """Grade source and information of each item, apart from each other (Admiralty A-F, 1-6).

    Writes proposals with their basis to a worksheet and reads back the team's grades.
    """
    return run_step("grade", case_path, assist)
