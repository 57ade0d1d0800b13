"""`osint-kit analyse`: who matters in the graph, when what happened, who travelled how, at which price."""

import click

from osint_kit import cli
from osint_kit.cli import Answer, assist_option, case_option, concluded
from osint_kit.messages import N_, _

SHOWN = 12
VIEWS = ("measures", "events", "journeys", "prices")


@cli.command(example="osint-kit analyse --assist suggest")
@case_option
@assist_option
@click.option("--show", type=click.Choice(VIEWS), default="measures", show_default=True, help=N_("Table to print."))
@click.option("--all", "everything", is_flag=True, help=N_("Print every row of the table."))
def command(case_path: str, assist: str | None, *, show: str, everything: bool) -> Answer:
    """Rank the entities of the graph and draw up the time line.

    A measure is a lead, not evidence: a taxi dispatcher is central too. Events are decided in a worksheet.
    """
    case, answer = concluded("analyse", case_path, assist)
    frame = case.standing("events") if show == "events" else getattr(case.conclusions, show)
    note = _("A measure is a lead, not evidence.")
    return answer.beside(frame, limit=None if everything else SHOWN, notes=[note])
