"""TY-STK: money passes through a layer: several hands between the same people, or one hand again and again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from osint_kit.knowledge.flows import DAY, Transfer, flow_bursts, payees, payers, total
from osint_kit.messages import _
from osint_kit.money import honest
from osint_kit.money.typologies import Pattern, Scene, typology

BASE = 0.55
SIDES = 2
"""So many before and behind each hand, and so many hands in a layer (own convention)."""

WITHIN = 7 * DAY
"""Longest time in one hand (own convention)."""

AGAIN = 4
NEARLY = 0.9
"""So many times, and so much of it, must go on through one hand (own convention)."""

WHOLE = (0.6, 1.05)
"""Share of what came in that goes on (own convention)."""


@dataclass(frozen=True, slots=True)
class Hand:
    """One who got large sums from several and passed them on to several others."""

    entity: str
    came: tuple[Transfer, ...]
    went: tuple[Transfer, ...]

    def beside(self, other: Hand) -> bool:
        """Whether both are in one layer: the same people before and behind them, at about the same time."""
        before = set(payers(self.came)) & set(payers(other.came))
        behind = set(payees(self.went)) & set(payees(other.went))
        near = abs(self.came[0].seconds - other.came[0].seconds) <= WITHIN
        return near and len(before) >= SIDES and len(behind) >= SIDES


@typology
def stk(scene: Scene) -> Iterator[Pattern]:
    """Yield layers of hands through which large sums go on, nearly whole, from the same people to the same people."""
    yield from _straws(scene)
    waiting = sorted(_hands(scene), key=lambda hand: (hand.came[0].seconds, hand.entity))
    while waiting:
        layer, waiting = _layer(waiting[0], waiting[1:])
        if len({hand.entity for hand in layer}) >= SIDES:
            yield _pattern(scene, layer)


def _straws(scene: Scene) -> Iterator[Pattern]:
    """One hand that passes on what the same one sends it to the same other, time after time."""
    book, large = scene.book, scene.options.large
    for entity in sorted(book.into.keys() & book.out_of.keys()):
        went = book.outstanding(book.out_of[entity], large)
        chains: dict[tuple[str, str], list[Transfer]] = {}
        for came in book.outstanding(book.into[entity], large) if went else ():
            onward = next((each for each in went if _follows(came, each)), None)
            if onward:
                chains.setdefault((came.payer, onward.payee), []).extend((came, onward))
        for (payer, payee), rows in sorted(chains.items()):
            if len(rows) >= 2 * AGAIN:
                yield _straw((payer, entity, payee), tuple(dict.fromkeys(rows)))


def _follows(came: Transfer, went: Transfer) -> bool:
    """Whether a payment passes on nearly the whole of another within days."""
    soon = came.seconds < went.seconds <= came.seconds + WITHIN
    return soon and NEARLY * came.amount <= went.amount <= came.amount and went.payee != came.payer


def _straw(ends: tuple[str, str, str], rows: tuple[Transfer, ...]) -> Pattern:
    times = sorted(each.seconds for each in rows if each.payee == ends[1])
    alike = len({each.amount for each in rows if each.payee == ends[1]}) == 1
    score = BASE + 0.02 * min(10, len(times)) - 0.3 * (alike or honest.regular(times))
    reason = _("{count} times a large sum went on through one hand, nearly whole, within days").format(count=len(times))
    return Pattern((ends[1], ends[0], ends[2]), rows, score, reason)


def _hands(scene: Scene) -> Iterator[Hand]:
    book, large = scene.book, scene.options.large
    for entity in sorted(book.into.keys() & book.out_of.keys()):
        went = book.outstanding(book.out_of[entity], large)
        for came in flow_bursts(book.outstanding(book.into[entity], large), scene.options.deposit_gap) if went else ():
            last = came[-1].seconds + WITHIN
            onward = tuple(each for each in went if came[0].seconds < each.seconds <= last)
            apart = not set(payers(came)) & set(payees(onward))
            sides = min(len(payers(came)), len(payees(onward)))
            if apart and sides >= SIDES and WHOLE[0] <= total(onward) / total(came) <= WHOLE[1]:
                yield Hand(entity, came, onward)


def _layer(first: Hand, others: list[Hand]) -> tuple[list[Hand], list[Hand]]:
    """The hands beside the first, and the rest."""
    layer = [first, *(each for each in others if each.beside(first))]
    return layer, [each for each in others if not each.beside(first)]


def _pattern(scene: Scene, layer: list[Hand]) -> Pattern:
    rows = tuple(dict.fromkeys(each for hand in layer for each in (*hand.came, *hand.went)))
    middle = tuple(dict.fromkeys(hand.entity for hand in layer))
    before, behind = (
        payers(each for hand in layer for each in hand.came),
        payees(e for hand in layer for e in hand.went),
    )
    custom = sum(honest.standing(scene.book, hand.came) for hand in layer) / len(layer)
    score = BASE + 0.05 * min(4, len(middle)) - 0.3 * custom
    reason = _("{before} sent large sums through {middle} hands to {behind} others within days").format(
        before=len(before), middle=len(middle), behind=len(behind)
    )
    return Pattern((*middle, *before, *behind), rows, score, reason)
