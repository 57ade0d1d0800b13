"""Organised criminal group: three or more, for some time, in concert, for benefit."""

from __future__ import annotations

from collections.abc import Iterator

from osint_kit.assess.carrying import by_findings
from osint_kit.assess.offences import Carried, offence
from osint_kit.assess.situation import Found, Situation
from osint_kit.messages import _

BEARS = {
    "OCG-3": ("TY-HOLD", "TY-SETTLE"),
    "OCG-4": ("TR-02", "TY-HOLD"),
    "OCG-5": ("ON-01", "TY-HOLD", "FI-14", "FI-01"),
}
"""Element → findings that bear on it; the project's own reading, not doctrine."""
OFFERS = ("ON-01", "ON-08")
THREE = 3
STRUCTURED = 0.6


@offence
def group(situation: Situation) -> Iterator[Carried]:
    """Yield persons with a part, the ties between them, and rounds of money that show time, concert and benefit."""
    suspects = situation.suspects()
    if len(suspects) < THREE:
        return
    for each in situation.together()[:THREE]:
        for element in ("OCG-1", "OCG-2", "OCG-4"):
            yield Carried(
                element, each.statements[:2], STRUCTURED, _("a text names two with a lead to a part together")
            )
    for each in situation.spread(OFFERS):
        yield Carried("OCG-3", each.statements[:1], each.score, _("the earliest and the latest of what shows it"))
    for each in suspects[:THREE]:
        if each.statements:
            reason = _("{count} persons seem to play a part").format(count=len(suspects))
            yield Carried("OCG-2", each.statements[:1], each.score, reason)
    yield from _tied(situation.ties("Call", "Payment", "Employment"))
    for carried in by_findings(situation, BEARS):
        yield Carried(*carried)


def _tied(ties: tuple[Found, ...]) -> Iterator[Carried]:
    for each in ties[:THREE]:
        if each.statements:
            yield Carried("OCG-1", each.statements[:1], STRUCTURED, _("those with a part deal with one another"))
            yield Carried("OCG-4", each.statements[:1], STRUCTURED, _("those with a part deal with one another"))
