"""TY-GS: money is gathered from several and scattered to several others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from osint_kit.knowledge.flows import DAY, HOUR, Pot, payees, payers, pots
from osint_kit.messages import _
from osint_kit.money import honest
from osint_kit.money.typologies import Pattern, Scene, typology

BASE = 0.5
LONGEST = 20 * DAY
"""What lies longer is not passed through (own convention)."""


@typology
def gs(scene: Scene) -> Iterator[Pattern]:
    """Yield pots that several filled and that went out to several who had not paid in."""
    for pot in pots(scene.book, replace(scene.options, least_hold=HOUR / 2, longest_hold=LONGEST)):
        yield _pattern(scene, pot)


def _pattern(scene: Scene, pot: Pot) -> Pattern:
    book = scene.book
    customers = honest.standing(book, pot.deposits)
    score = BASE + 0.15 * (pot.share >= 0.8) - 0.3 * customers - 0.4 * honest.mutual(book, pot.deposits)  # noqa: PLR2004 - most of it
    score -= 0.4 * honest.wages(book, pot.releases) + 0.3 * honest.stream(pot.deposits)
    who = payers(pot.deposits), payees(pot.releases)
    reason = _("money of {payers} came together with one and went out to {payees} others").format(
        payers=len(who[0]), payees=len(who[1])
    )
    return Pattern((pot.holder, *who[0], *who[1]), (*pot.deposits, *pot.releases), score, reason)
