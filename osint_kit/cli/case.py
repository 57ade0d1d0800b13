"""`osint-kit case`: look at a case, check it, join it with another, take it out."""

import click

from osint_kit.cli import LONG_COLUMNS, WIDEST, Answer, Group, case_option, opened
from osint_kit.messages import N_, _

TABLES = (
    "exhibits",
    "documents",
    "statements",
    "pairs",
    "entities",
    "grades",
    "links",
    "decisions",
    "custody",
    "searches",
    "measures",
    "transfers",
    "journeys",
    "prices",
    "summary",
    "events",
    "typologies",
    "indicators",
    "roles",
    "elements",
    "matrix",
    "hypotheses",
    "request",
    "interview",
)


@click.group(cls=Group)
def command() -> None:
    """Show, verify, merge and export a case."""


@command.command(example="osint-kit case new my-case --callsign ALPHA")
@click.option("--callsign", default="ALPHA", show_default=True, help=N_("Call sign of the member; never a real name."))
@click.argument("folder", type=click.Path(file_okay=False))
def new(folder: str, callsign: str) -> Answer:
    """Make a case without a world, for files of your own: fill it with collect --from."""
    from osint_kit.casefile import create_case

    case = create_case(folder, callsign=callsign)
    line = _("case {path} is open; next: osint-kit collect --from PATH --case {path}").format(path=case.path)
    return Answer([line], {"case": str(case.path), "callsign": case.callsign})


@command.command(example="osint-kit case show entities")
@case_option
@click.argument("table", type=click.Choice(TABLES), required=False)
def show(case_path: str, table: str | None) -> Answer:
    """Show how far the case is, or one of its tables."""
    from osint_kit.casefile import overview
    from osint_kit.casefile import table as table_of

    case = opened(case_path)
    frame = table_of(case, table) if table else overview(case)
    narrow = frame.drop(columns=[name for name in frame.columns if name in LONG_COLUMNS])
    return Answer(narrow.to_string(index=False, max_colwidth=WIDEST).split("\n"), frame.to_dict("records"))


@command.command(example="osint-kit case verify")
@case_option
def verify(case_path: str) -> Answer:
    """Recompute every digest, signature and chain, and name what is wrong."""
    problems = opened(case_path).verify()
    lines = list(problems) or [_("verified: every digest, signature and chain holds")]
    return Answer(lines, {"problems": list(problems)}, exit_code=1 if problems else 0)


@command.command(example="osint-kit case merge ../case-of-bravo")
@case_option
@click.argument("other", type=click.Path(file_okay=False))
def merge(case_path: str, other: str) -> Answer:
    """Join another member's case into this one; conflicts are listed for the team, not resolved."""
    from osint_kit.model import to_dict

    report = opened(case_path).merge(opened(other))
    line = _("joined: {exhibits} exhibits, {decisions} decisions, {custody} custody entries").format(
        exhibits=report.exhibits, decisions=report.decisions, custody=report.custody
    )
    lines = [line, *(_("conflict: {what}").format(what=each) for each in report.conflicts)]
    if report.unsealed:
        lines.append(
            _("left behind: {count} captures that the other member has not sealed").format(count=report.unsealed)
        )
    return Answer(lines, to_dict(report))


@command.command(example="osint-kit case export --output export/")
@case_option
@click.option("--output", required=True, type=click.Path(file_okay=False), help=N_("Folder to write."))
def export(case_path: str, output: str) -> Answer:
    """Write every table as CSV and JSON and the graph as GraphML, marked as exercise material."""
    from pathlib import Path

    written = opened(case_path).export(Path(output))
    return Answer([str(path) for path in written], {"files": [str(path) for path in written]})
