"""`osint-kit share`: what may leave the case, to whom, through which channel."""

import click

from osint_kit import cli
from osint_kit.cli import Answer, assist_option, case_option, concluded
from osint_kit.messages import N_, _


@cli.command(example='osint-kit share --format ftm --output out/ --disclose P7 --need "identity asked in MLA15-e"')
@case_option
@assist_option
@click.option("--format", "formats", multiple=True, help=N_("Also write the graph: ftm, graphml, csv."))
@click.option("--output", type=click.Path(file_okay=False), help=N_("Folder to write; share/ in the case otherwise."))
@click.option("--disclose", multiple=True, metavar="P", help=N_("Name this entity although it has no suspect role."))
@click.option("--need", default="", help=N_("Why the entities of --disclose must be named."))
@click.option("--marking", default="TLP:AMBER", show_default=True, help=N_("TLP 2.0 marking of what is written."))
def command(
    case_path: str,
    assist: str | None,
    *,
    formats: tuple[str, ...],
    output: str | None,
    disclose: tuple[str, ...],
    need: str,
    marking: str,
) -> Answer:
    """Draft the request for mutual legal assistance, check it, and write the graph in open formats.

    Who has no decided suspect role is withheld: a pseudonym, no names, no numbers. Decided in the worksheet
    S12-request.
    """
    from osint_kit.casefile import products

    case, answer = concluded("share", case_path, assist)
    faults = products.disclosure_faults(case)
    request = case.standing("request")
    undecided = len(request) - len(case.judged("request"))
    checked = _("checked: nothing missing, nobody protected is named")
    left = _("{count} rows are a draft that nobody decided: they are not submitted").format(count=undecided)
    notes = [*faults, left] if undecided else list(faults) or [checked]
    written: tuple[str, ...] = ()
    if formats or output:
        needs = {case.end_of(case.id_of(each)): need for each in disclose}
        written = products.outgoing(case, formats or ("ftm", "graphml", "csv"), output, disclose=needs, marking=marking)
    who = [case.shown(each)[1] if each else "" for each in request["person"]]
    told = request.assign(who=who)[["section", "who", "text"]]
    return answer.beside(told, limit=None, notes=[*notes, *written])
