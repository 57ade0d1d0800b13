"""`osint-kit decide`: what the team decides, and why."""

import click

from osint_kit import cli
from osint_kit.cli import Answer, case_option, opened
from osint_kit.messages import N_, _

ACTIONS = ("accept", "reject", "merge", "apart", "split", "grade", "role", "link", "judge")
JUDGE = "judge"


@cli.command(example='osint-kit decide merge P3 P17 --because "same phone in the posts of February and May"')
@case_option
@click.option("--because", required=True, help=N_("The reason; it is stored, submitted and shown in the debrief."))
@click.option("--value", help=N_("accept: the corrected normal form of a mention."))
@click.option("--kind", help=N_("accept: the corrected kind of a mention."))
@click.option("--grade", help=N_("grade: source letter and information digit, as B2."))
@click.option("--role", help=N_("role: role id, as RO-TRA."))
@click.option("--type", help=N_("link: type, as Call, Payment, Directorship."))
@click.option("--evidence", metavar="REFS", help=N_('link: the statements that carry it, as "S12 S40".'))
@click.option("--supersedes", default="", metavar="REF", help=N_("Decision that this one replaces."))
@click.argument("action", type=click.Choice(ACTIONS))
@click.argument("refs", nargs=-1, required=True, metavar="REF...")
def command(case_path: str, because: str, action: str, refs: tuple[str, ...], **said: str | None) -> Answer:
    """Decide about what the references name, and say why.

    References: E exhibit, D document, S statement, P person or other entity, L link, R decision, H search hit.
    For the worksheets of S7 to S13: decide judge SHEET COLUMN=TEXT …, as: decide judge elements element=SOM-4.
    """
    from osint_kit.casefile import by_reference, judged
    from osint_kit.model import to_dict

    case = opened(case_path)
    given = {name: value for name, value in said.items() if value}
    if action == JUDGE:
        sheet, *cells = refs
        row = {**dict(_cell(each) for each in cells), **{k: v for k, v in given.items() if k == "evidence"}}
        made = judged(case, sheet, row, because=because)
    else:
        made = by_reference(case, action, refs, because=because, given=given)
    lines = [
        _("{ref}: {action} {refs}").format(ref=case.ref_of(each.id), action=action, refs=" ".join(refs))
        for each in made
    ]
    return Answer(lines, {"decisions": [{"id": each.id, **to_dict(each)} for each in made]})


def _cell(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    if not equals:
        raise click.UsageError(_("expected COLUMN=TEXT, found {text}").format(text=text))
    return name, value
