"""TY-CYC: a sum that comes back to where it started."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator

from osint_kit.knowledge.flows import DAY, Transfer
from osint_kit.messages import _
from osint_kit.money import honest
from osint_kit.money.typologies import Pattern, Scene, typology

BASE = 0.55
HOP = 3 * DAY
"""Longest time at one station; loans among kin go back after weeks (own convention)."""

FEE = 0.8
"""Least share of a sum that is passed on (own convention)."""

LONGEST = 6
BRANCHES = 12
"""Stations of a circle at most; payments that are followed from one station at most."""


@typology
def cyc(scene: Scene) -> Iterator[Pattern]:
    """Yield circles of at least three hands in which a large sum goes round within days, less a fee."""
    large = scene.book.outstanding(scene.book.transfers, scene.options.large)
    out: dict[str, list[Transfer]] = {}
    for each in large:
        out.setdefault(each.payer, []).append(each)
    used: set[str] = set()
    for first in large:
        if first.item not in used:
            circle = _circle((first,), out)
            if circle:
                used.update(each.item for each in circle)
                yield _pattern(circle)


def _circle(path: tuple[Transfer, ...], out: dict[str, list[Transfer]]) -> tuple[Transfer, ...]:
    """The first way back to the start; empty when there is none."""
    last, start = path[-1], path[0].payer
    for each in _onward(last, out.get(last.payee, [])):
        if each.payee == start:
            return (*path, each) if len(path) > 1 else ()
        if len(path) < LONGEST - 1 and each.payee not in {station.payer for station in path}:
            found = _circle((*path, each), out)
            if found:
                return found
    return ()


def _onward(last: Transfer, paid: list[Transfer]) -> Iterator[Transfer]:
    at = bisect_right(paid, last.seconds, key=lambda row: row.seconds)
    for each in paid[at : at + BRANCHES]:
        if each.seconds <= last.seconds + HOP and FEE * last.amount <= each.amount <= last.amount:
            yield each


def _pattern(circle: tuple[Transfer, ...]) -> Pattern:
    fee = circle[-1].amount < circle[0].amount
    score = BASE + 0.05 * len(circle) + 0.1 * fee
    reason = _("a large sum went round through {stations} hands and came back within {hours} hours").format(
        stations=len(circle), hours=honest.hours(circle[-1].seconds - circle[0].seconds)
    )
    return Pattern(tuple(each.payer for each in circle), circle, score, reason)
