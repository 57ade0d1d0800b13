"""`osint-kit assess`: roles, elements of law, competing hypotheses."""

import click

from osint_kit.cli import Answer, Group, assist_option, case_option, concluded
from osint_kit.messages import _


@click.group(cls=Group)
def command() -> None:
    """Assess who plays which role, which elements the evidence carries, which hypothesis stands."""


@command.command(example="osint-kit assess roles --assist suggest")
@case_option
@assist_option
def roles(case_path: str, assist: str | None) -> Answer:
    """Propose a role for each entity; travellers, victims and bystanders are protected.

    A role is a lead: naming an honest person as a suspect costs points. Decided in the worksheet S10-roles.
    """
    case, answer = concluded("assess", case_path, assist, what="roles")
    return answer.beside(case.standing("roles")[["label", "role", "score", "reason"]], limit=30)


@command.command(example="osint-kit assess elements --assist suggest")
@case_option
@assist_option
def elements(case_path: str, assist: str | None) -> Answer:
    """Set the elements of smuggling, trafficking, laundering and organised group against the statements.

    Decided in the worksheet S10-elements.
    """
    case, answer = concluded("assess", case_path, assist, what="elements")
    return answer.beside(case.standing("elements")[["element", "label", "score", "reason"]], limit=None)


@command.command(example="osint-kit assess hypotheses --assist suggest")
@case_option
@assist_option
def hypotheses(case_path: str, assist: str | None) -> Answer:
    """Weigh the items against six hypotheses: fewest inconsistencies, not most support.

    Decided in two worksheets, S11-matrix and S11-hypotheses; the probabilities sum to 1.
    """
    case, answer = concluded("assess", case_path, assist, what="hypotheses")
    shown = case.standing("hypotheses")[["hypothesis", "label", "inconsistency", "probability"]]
    return answer.beside(shown, limit=None, notes=[_("Try to disprove: what single item would change this order?")])
