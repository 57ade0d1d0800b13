"""`osint-kit report`: the case as one HTML page."""

import click

from osint_kit import cli
from osint_kit.cli import Answer, case_option, opened, watched
from osint_kit.messages import N_, _


@cli.command(example="osint-kit report --score score.json --output report.html")
@case_option
@click.option("--output", type=click.Path(dir_okay=False), help=N_("File to write; report.html in the case otherwise."))
@click.option(
    "--score", type=click.Path(dir_okay=False), help=N_("Score to show, as exercise score --output wrote it.")
)
def command(case_path: str, output: str | None, score: str | None) -> Answer:
    """Write the case as one HTML page that needs no network: entities, links, evidence, grades, custody.

    With a score it also shows the points of each step, team minus machine, and the harm list.
    """
    from osint_kit import exercise, pipeline
    from osint_kit.model import to_dict

    case = opened(case_path)
    scored = exercise.read_score(score) if score else None
    done = {step: _("{count} decided").format(count=len(case.ledger.of_step(step))) for step in pipeline.THRESHOLDS}
    with watched(_("report …")):
        report = pipeline.report(
            case,
            output,
            scores=exercise.step_lines(scored, done) if scored else (),
            harm=exercise.harm_rows(scored) if scored else (),
        )
    return Answer([pipeline.describe(report), *report.files], to_dict(report))
