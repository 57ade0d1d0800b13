"""TY-HOLD: sums parked with one holder and released within hours of an arrival."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from math import comb

from osint_kit.knowledge.flows import DAY, Pot, payees, payers
from osint_kit.messages import _
from osint_kit.money.honest import mutual
from osint_kit.money.typologies import Pattern, Scene, typology

UNTIED, TIED, CLOSE = 0.35, 0.6, 0.7
"""Scores of a pot: without a word of arrival, with one within days by more than chance, with one within hours."""

LATE = 4 * DAY
"""People write of an arrival some days after; so late a word counts only by more than chance (own convention)."""

CHANCE = 0.1
"""Likelihood above which that many words of arrival may lie there by accident (own convention)."""


@typology
def hold(scene: Scene) -> Iterator[Pattern]:
    """Yield each pot that was held and let go; only a word of arrival near the release makes it more than weak."""
    by_holder: dict[str, list[Pot]] = {}
    for pot in scene.pots:
        by_holder.setdefault(pot.holder, []).append(pot)
    for holder in sorted(by_holder):
        held = by_holder[holder]
        close = _ties(scene, held, scene.options.arrival)
        late = _ties(scene, held, LATE)
        for pot, near, after in zip(held, close, late, strict=True):
            tie = CLOSE if near else TIED if after or sum(late) * 2 > len(held) else UNTIED
            yield _pattern(scene, pot, tie, again=len(held) > 1)


def _ties(scene: Scene, held: list[Pot], after: float) -> list[bool]:
    """Which pots have a word of arrival near their release; none if as many could by accident."""
    near = [_near(scene, pot, scene.options.arrival, after) for pot in held]
    meant = _by_chance(sum(near), len(held), _covered(scene, after)) <= CHANCE
    return [each and meant for each in near]


def _pattern(scene: Scene, pot: Pot, tie: float, *, again: bool) -> Pattern:
    few = len(payers(pot.deposits)) < scene.options.payers
    score = tie + 0.1 * pot.equal + 0.1 * again - 0.1 * few - 0.25 * (mutual(scene.book, pot.deposits) > 0.5)  # noqa: PLR2004 - most
    told = {
        UNTIED: _("no word of an arrival near it"),
        TIED: _("words of arrivals follow such releases more often than by chance"),
        CLOSE: _("a word of an arrival lies within hours of the release"),
    }[tie]
    reason = _("{payers} left money with one holder, who let {share} % go to {payees} others at once; {told}").format(
        payers=len(payers(pot.deposits)), share=round(100 * pot.share), payees=len(payees(pot.releases)), told=told
    )
    entities = (pot.holder, *payers(pot.deposits), *payees(pot.releases))
    ceiling = 0.45 if tie == UNTIED else 0.95
    return Pattern(entities, (*pot.deposits, *pot.releases), min(score, ceiling), reason)


def _near(scene: Scene, pot: Pot, before: float, after: float) -> bool:
    """Whether a word of arrival stands from so many seconds before the release until so many after it."""
    since = bisect_left(scene.arrivals, pot.released - before)
    return since < bisect_right(scene.arrivals, pot.released + after)


def _covered(scene: Scene, late: float) -> float:
    """Share of the book's time in which a release would have a late word of arrival by accident."""
    times = [each.seconds for each in scene.book.transfers]
    width = late + scene.options.arrival
    length, reached = 0.0, times[0]
    for at in _within(scene.arrivals, times[0], times[-1]):
        since = max(reached, at - late)
        reached = max(reached, at - late + width)
        length += max(0.0, reached - since)
    return min(1.0, length / max(1.0, times[-1] - times[0]))


def _within(times: Sequence[float], first: float, last: float) -> Sequence[float]:
    return times[bisect_left(times, first) : bisect_right(times, last + LATE)]


def _by_chance(hits: int, tries: int, odds: float) -> float:
    """Likelihood of at least so many hits by accident."""
    return sum(comb(tries, k) * odds**k * (1 - odds) ** (tries - k) for k in range(hits, tries + 1)) if hits else 1.0
