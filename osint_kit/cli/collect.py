"""`osint-kit collect`: fetch what the team decided to collect."""

import click

from osint_kit import cli
from osint_kit.cli import Answer, assist_option, case_option, failures, opened, watched
from osint_kit.messages import N_, _


@cli.command(example='osint-kit collect https://elonho.example/ad/4f2a --because "names the driver\'s phone"')
@case_option
@assist_option
@click.option("--because", default="", help=N_("Why these addresses are collected (required with URL)."))
@click.option(
    "--from",
    "given",
    type=click.Path(),
    help=N_("Take in a file or folder instead: WARC, saved HTML, CSV with its mapping, Telegram or WhatsApp export."),
)
@click.argument("urls", nargs=-1, metavar="[URL]...")
def command(case_path: str, assist: str | None, because: str, given: str | None, urls: tuple[str, ...]) -> Answer:
    """Collect the accepted search hits, the partner files of the plan, and any URL given.

    A capture is safe on disk before it is reported; an interrupted run continues where it stopped.
    """
    from osint_kit import pipeline
    from osint_kit.model import to_dict

    if urls and not because:
        raise click.UsageError("URL needs --because TEXT")
    case = opened(case_path)
    known = len(case.failures)
    with watched(_("collect …")):
        report = pipeline.take_in(case, given) if given else pipeline.collect(case, assist, urls=urls, because=because)
    failed = [f"{each['what']}: {each['why']}" for each in case.failures[known:]] if given else failures(case, report)
    return Answer([pipeline.describe(report), *report.files, *failed], {**to_dict(report), "failures": failed})
