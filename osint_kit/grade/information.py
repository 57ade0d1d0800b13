"""Credibility of information: what items of another origin say about the same things."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from osint_kit.grade.items import Claim, Item
from osint_kit.messages import _

CONFIRMING = 2
"""Claims that two items must share, a selector among them, before one confirms the other."""


@dataclass(frozen=True, slots=True)
class Credibility:
    """A digit with its basis; `bearing` names the items that bear on it."""

    digit: str
    score: float
    reason: str
    bearing: tuple[str, ...] = ()


def credibilities(items: Sequence[Item], origin: Mapping[str, str]) -> dict[str, Credibility]:
    """Judge each item by the items of other origin and other author that share a selector with it."""
    by_claim: dict[Claim, list[Item]] = {}
    for item in items:
        for claim in item.selectors:
            by_claim.setdefault(claim, []).append(item)
    return {item.item: _judge(item, _others(item, by_claim, origin)) for item in items}


def _others(item: Item, by_claim: Mapping[Claim, list[Item]], origin: Mapping[str, str]) -> tuple[Item, ...]:
    """One item per other origin, signed by somebody else, that shares a selector."""
    chosen: dict[str, Item] = {}
    for claim in sorted(item.selectors):
        for other in by_claim[claim]:
            mine, theirs = origin[item.item], origin[other.item]
            if theirs != mine and other.source != item.source:
                chosen.setdefault(theirs, other)
    return tuple(chosen[key] for key in sorted(chosen))


def _judge(item: Item, others: Sequence[Item]) -> Credibility:
    if not item.claims:
        return Credibility("6", 0.5, _("it states nothing that can be compared"))
    if not others:
        return Credibility("6", 0.6, _("no item of another origin bears on it"))
    against = [other for other in others if contradicts(item, other)]
    confirming = [other for other in others if len(item.claims & other.claims) >= CONFIRMING]
    confirming = [other for other in confirming if other not in against]
    named = tuple(other.item for other in others)
    if against and not confirming:
        text = _("contradicted on the price by {items}").format(items=_list(against))
        return Credibility("5" if len(against) > 1 else "4", 0.5, text, named)
    if against:
        text = _("confirmed by {items}, contradicted by {others}")
        return Credibility("3", 0.5, text.format(items=_list(confirming), others=_list(against)), named)
    if confirming:
        shared = ", ".join(sorted(value for __, value in item.claims & confirming[0].claims))
        text = _("the same {shared} in {items}, of other origin").format(shared=shared, items=_list(confirming))
        return Credibility("1", 0.8, text, named)
    return Credibility("2", 0.5, _("consistent with {items}, not confirmed").format(items=_list(others)), named)


def contradicts(one: Item, other: Item) -> bool:
    """Whether they name one holder and one day but no common price."""
    days, prices = (_of(one, "date") & _of(other, "date")), (_of(one, "money"), _of(other, "money"))
    return bool(days and all(prices) and not prices[0] & prices[1])


def _of(item: Item, kind: str) -> frozenset[str]:
    return frozenset(value for each, value in item.claims if each == kind)


def _list(items: Iterable[Item]) -> str:
    return ", ".join(item.item for item in items)
