"""Credibility of information: what items of another origin say about the same things."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from osint_kit.grade.items import Claim, Item
from osint_kit.grade.stance import denials
from osint_kit.messages import _
from osint_kit.model import NAME_KINDS, SELECTOR_KINDS

COMMON = 12
"""A claim that more items share than this (a dispatcher's number) does not confirm anything in particular."""


@dataclass(frozen=True, slots=True)
class Credibility:
    """A digit with its basis."""

    digit: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class Bearing:
    """The items of other origin and other author that bear on one item."""

    others: tuple[Item, ...] = ()
    denied: tuple[Item, ...] = ()
    denies: tuple[Item, ...] = ()


def credibilities(items: Sequence[Item], origin: Mapping[str, str]) -> dict[str, Credibility]:
    """Judge each item by those of other origin and other author that name the same holder, or deny it."""
    by_claim: dict[Claim, list[Item]] = {}
    for item in items:
        for claim in item.claims:
            by_claim.setdefault(claim, []).append(item)
    denied = denials(items, origin)
    denies: dict[str, list[Item]] = {}
    for item in items:
        for other in denied.get(item.item, ()):
            denies.setdefault(other.item, []).append(item)
    return {
        item.item: _judge(
            item,
            Bearing(_others(item, by_claim, origin), denied.get(item.item, ()), tuple(denies.get(item.item, ()))),
        )
        for item in items
    }


def _others(item: Item, by_claim: Mapping[Claim, list[Item]], origin: Mapping[str, str]) -> tuple[Item, ...]:
    """One item per other origin, signed by somebody else, that names the same selector, person or organisation."""
    chosen: dict[str, Item] = {}
    for claim in sorted(item.claims):
        holders = by_claim[claim]
        if claim[0] in SELECTOR_KINDS | NAME_KINDS and len(holders) <= COMMON:
            for other in holders:
                if origin[other.item] != origin[item.item] and other.source != item.source:
                    chosen.setdefault(origin[other.item], other)
    return tuple(chosen[key] for key in sorted(chosen))


def _judge(item: Item, bearing: Bearing) -> Credibility:
    against = [other for other in bearing.others if contradicts(item, other)]
    confirming = [other for other in bearing.others if item.selectors & other.selectors and other not in against]
    if bearing.denied or bearing.denies or against:
        return _disputed(bearing, against, confirming)
    if confirming:
        shared = ", ".join(sorted(value for __, value in item.claims & confirming[0].claims))
        text = _("the same {shared} in {items}, of other origin").format(shared=shared, items=_list(confirming))
        return Credibility("1", 0.7, text)
    if bearing.others:
        return Credibility("2", 0.5, _("consistent with {items}, not confirmed").format(items=_list(bearing.others)))
    return Credibility("6", 0.6, _("no item of another origin bears on it"))


def _disputed(bearing: Bearing, against: Sequence[Item], confirming: Sequence[Item]) -> Credibility:
    if bearing.denied:
        return Credibility("5", 0.6, _("denied by {items}").format(items=_list(bearing.denied)))
    if bearing.denies:
        return Credibility("3", 0.5, _("disputes {items}").format(items=_list(bearing.denies)))
    if confirming:
        text = _("confirmed by {items}, contradicted by {others}")
        return Credibility("3", 0.5, text.format(items=_list(confirming), others=_list(against)))
    text = _("contradicted on the price by {items}").format(items=_list(against))
    return Credibility("5" if len(against) > 1 else "4", 0.5, text)


def contradicts(one: Item, other: Item) -> bool:
    """Whether they name one holder and one day but no common price."""
    days, prices = (_of(one, "date") & _of(other, "date")), (_of(one, "money"), _of(other, "money"))
    return bool(one.selectors & other.selectors and days and all(prices) and not prices[0] & prices[1])


def _of(item: Item, kind: str) -> frozenset[str]:
    return frozenset(value for each, value in item.claims if each == kind)


def _list(items: Iterable[Item]) -> str:
    return ", ".join(item.item for item in items)
