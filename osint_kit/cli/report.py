"""`osint-kit report`: the case as one HTML page."""

import click

from osint_kit import cli
from osint_kit.cli import Answer, case_option, opened
from osint_kit.messages import N_


@cli.command(example="osint-kit report --output report.html")
@case_option
@click.option("--output", type=click.Path(dir_okay=False), help=N_("File to write; report.html in the case otherwise."))
def command(case_path: str, output: str | None) -> Answer:
    """Write the case as one HTML page that needs no network: entities, links, evidence, grades, custody."""
    from osint_kit import pipeline
    from osint_kit.model import to_dict

    report = pipeline.report(opened(case_path), output)
    return Answer([pipeline.describe(report), *report.files], to_dict(report))
