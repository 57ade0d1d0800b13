"""TY-FANIN: many pay one in a short time."""

from __future__ import annotations

from collections.abc import Iterator

from osint_kit.knowledge.flows import Transfer, flow_bursts, payees, payers
from osint_kit.messages import _
from osint_kit.money import honest
from osint_kit.money.typologies import Pattern, Scene, typology

BASE = 0.45
MANY = 5
"""So many payers count more (own convention)."""


@typology
def fanin(scene: Scene) -> Iterator[Pattern]:
    """Yield bursts of large payments from several payers to one; donors, customers and kin weigh against it."""
    options = scene.options
    for payee in sorted(scene.book.into):
        deposits = scene.book.from_large(scene.book.into[payee], options.large)
        for burst in flow_bursts(deposits, options.deposit_gap) if len(deposits) >= options.payers else ():
            if len(payers(burst)) >= options.payers:
                yield _pattern(scene, _one_way(scene, burst))


def _one_way(scene: Scene, burst: tuple[Transfer, ...]) -> tuple[Transfer, ...]:
    """The burst without those whom the payee pays too, if enough are left."""
    partners = set(payees(scene.book.out_of.get(burst[0].payee, ())))
    rest = tuple(each for each in burst if each.payer not in partners)
    return rest if len(payers(rest)) >= scene.options.payers else burst


def _pattern(scene: Scene, burst: tuple[Transfer, ...]) -> Pattern:
    book, who = scene.book, payers(burst)
    passed = honest.passed_on(book, burst, scene.options.longest_hold)
    customers = honest.standing(book, burst)
    score = BASE + 0.1 * (len(who) >= MANY) + 0.2 * passed + 0.15 * (1 - customers)
    score -= 0.3 * customers + 0.4 * honest.mutual(book, burst) + 0.3 * honest.stream(burst)
    reason = _("{payers} paid large sums to one within {hours} hours; {share} % of it went on to others").format(
        payers=len(who), hours=honest.hours(burst[-1].seconds - burst[0].seconds), share=round(100 * passed)
    )
    return Pattern((burst[0].payee, *who), burst, score, reason)
