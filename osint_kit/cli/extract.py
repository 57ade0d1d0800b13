"""`osint-kit extract`: read and extract."""

from osint_kit import cli
from osint_kit.cli import Answer, assist_option, case_option, run_step


@cli.command(example="osint-kit extract --assist suggest")
@case_option
@assist_option
def command(case_path: str, assist: str | None) -> Answer:
    """Extract persons, phones, handles, accounts, plates, dates and sums from the sealed copies.

    Proposes mentions in a worksheet and reads back which ones the team accepts, corrects or adds.
    """
    return run_step("extract", case_path, assist)
