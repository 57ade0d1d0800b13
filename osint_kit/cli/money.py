"""`osint-kit money`: typologies and indicators over the transfers."""

from osint_kit import cli
from osint_kit.cli import Answer, assist_option, case_option, concluded
from osint_kit.messages import _

COLUMNS = ["typology", "first", "last", "amount", "score", "reason"]


@cli.command(example="osint-kit money --assist suggest")
@case_option
@assist_option
def command(case_path: str, assist: str | None) -> Answer:
    """Look for money typologies and for indicators, each with the rows or words that carry it.

    Decided in two worksheets, S9-typologies and S9-indicators.
    """
    case, answer = concluded("money", case_path, assist)
    note = _("An indicator is a reason to look, not proof.")
    return answer.beside(case.standing("typologies")[COLUMNS], notes=[note])
