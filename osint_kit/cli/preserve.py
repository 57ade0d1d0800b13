"""`osint-kit preserve`: seal what was collected."""

from osint_kit import cli
from osint_kit.cli import Answer, case_option, run_step


@cli.command(example="osint-kit preserve")
@case_option
def command(case_path: str) -> Answer:
    """Seal what was collected: WARC files with digests and a signed custody entry.

    Sealed copies are never rewritten; everything after this step works from them.
    """
    return run_step("preserve", case_path)
