"""TY-FANOUT: one pays many in a short time."""

from __future__ import annotations

from collections.abc import Iterator

from osint_kit.knowledge.flows import Transfer, flow_bursts, payees
from osint_kit.messages import _
from osint_kit.money import honest
from osint_kit.money.typologies import Pattern, Scene, typology

BASE = 0.45
MANY = 5
"""So many payees count more (own convention)."""


@typology
def fanout(scene: Scene) -> Iterator[Pattern]:
    """Yield bursts of large payments from one to several; wages, paid again and again alike, weigh against it."""
    options = scene.options
    for payer in sorted(scene.book.out_of):
        paid = scene.book.outstanding(scene.book.out_of[payer], options.large)
        every = list(flow_bursts(paid, options.release_gap)) if len(paid) >= options.payers else []
        regular = honest.regular([burst[0].seconds for burst in every if len(payees(burst)) >= options.payers])
        for burst in every:
            if len(payees(burst)) >= options.payers:
                yield _pattern(scene, burst, regular=regular)


def _pattern(scene: Scene, burst: tuple[Transfer, ...], *, regular: bool) -> Pattern:
    who = payees(burst)
    back = {each.payer for each in scene.book.into.get(burst[0].payer, ())}
    mutual = sum(each in back for each in who) / len(who)
    alike = len({each.amount for each in burst}) == 1
    score = BASE + 0.1 * (len(who) >= MANY) + (-0.1 if alike else 0.1)
    score -= 0.4 * honest.wages(scene.book, burst) + 0.4 * mutual + 0.2 * regular
    reason = _("one paid large sums to {payees} within {hours} hours").format(
        payees=len(who), hours=honest.hours(burst[-1].seconds - burst[0].seconds)
    )
    return Pattern((burst[0].payer, *who), burst, score, reason)
