"""`osint-kit interview`: the plan of one interview with a witness."""

from osint_kit import cli
from osint_kit.cli import Answer, assist_option, case_option, concluded
from osint_kit.messages import _


@cli.command(example="osint-kit interview --assist suggest")
@case_option
@assist_option
def command(case_path: str, assist: str | None) -> Answer:
    """Plan an interview in PEACE stages: safeguards first, open questions from the gaps of the graph.

    A traveller is interviewed as a witness. Decided in the worksheet S13-interview; the step is closed until every
    safeguard is accepted.
    """
    from osint_kit.casefile import products

    case, answer = concluded("interview", case_path, assist)
    missing = products.interview_faults(case)
    notes = list(missing) or [_("checked: every stage and safeguard is decided")]
    return answer.beside(case.standing("interview")[["section", "code", "text"]], limit=None, notes=notes)
