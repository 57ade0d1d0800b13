"""`osint-kit report`: the case as one HTML page."""

import click

from osint_kit import cli
from osint_kit.cli import Answer, assist_option, case_option, concluded, opened, watched
from osint_kit.messages import N_, _


@cli.command(example="osint-kit report --score score.json --output report.html")
@case_option
@click.option("--output", type=click.Path(dir_okay=False), help=N_("File to write; report.html in the case otherwise."))
@click.option(
    "--score", type=click.Path(dir_okay=False), help=N_("Score to show, as exercise score --output wrote it.")
)
@click.option("--summary", is_flag=True, help=N_("S7: the half-page and the set questions, in a worksheet."))
@assist_option
def command(case_path: str, output: str | None, score: str | None, assist: str | None, *, summary: bool) -> Answer:
    """Write the case as one HTML page that needs no network: entities, links, evidence, grades, custody.

    With a score it also shows the points of each step, team minus machine, and the harm list. With --summary it drafts
    the half-page of S7 instead and checks its estimative language.
    """
    from osint_kit import exercise, pipeline
    from osint_kit.model import to_dict

    if summary:
        return _summary(case_path, assist)
    case = opened(case_path)
    scored = exercise.read_score(score) if score else None
    counted = exercise.decided(case)
    done = {step: _("{count} decided").format(count=count) for step, count in counted.items()}
    with watched(_("report …")):
        report = pipeline.report(
            case,
            output,
            scores=exercise.step_lines(scored, done) if scored else (),
            harm=exercise.harm_rows(scored) if scored else (),
        )
    return Answer([pipeline.describe(report), *report.files], to_dict(report))


def _summary(case_path: str, assist: str | None) -> Answer:
    from osint_kit.casefile import products

    case, answer = concluded("summarise", case_path, assist)
    faults = products.language_faults(case)
    notes = list(faults) or [_("checked: no fault of estimative language")]
    return answer.beside(case.standing("summary")[["question", "text", "term", "confidence"]], limit=None, notes=notes)
