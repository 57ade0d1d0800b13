"""`osint-kit collect`: fetch what the team decided to collect."""

import click

from osint_kit import cli
from osint_kit.cli import Answer, assist_option, case_option, opened, watched
from osint_kit.messages import N_, _


@cli.command(example='osint-kit collect https://elonho.example/ad/4f2a --because "names the driver\'s phone"')
@case_option
@assist_option
@click.option("--because", default="", help=N_("Why these addresses are collected (required with URL)."))
@click.argument("urls", nargs=-1, metavar="[URL]...")
def command(case_path: str, assist: str | None, because: str, urls: tuple[str, ...]) -> Answer:
    """Collect the accepted search hits, the partner files of the plan, and any URL given.

    A capture is safe on disk before it is reported; an interrupted run continues where it stopped.
    """
    from osint_kit import pipeline
    from osint_kit.model import to_dict

    if urls and not because:
        raise click.UsageError("URL needs --because TEXT")
    with watched(_("collect …")):
        report = pipeline.collect(opened(case_path), assist, urls=urls, because=because)
    return Answer([pipeline.describe(report), *report.files], to_dict(report))
