"""Credibility of information: what items of another origin say about the same things."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from osint_kit.grade.items import Claim, Item
from osint_kit.grade.stance import accuses, denials, doubtful
from osint_kit.messages import _
from osint_kit.model import SELECTOR_KINDS

COMMON = 12
"""A claim that more items share than this (a dispatcher's number) confirms only what speaks of the same matters."""

PARTICULARS = 2
"""Names, contacts, sums, days and topics from which an item that nobody else bears on is logical and consistent."""

MATTERS = 2
"""Topics that two items must share to speak of the same matters."""


@dataclass(frozen=True, slots=True)
class Credibility:
    """A digit with its basis; `checked` says whether items of another origin stand behind it."""

    digit: str
    score: float
    reason: str
    checked: bool = True


@dataclass(frozen=True, slots=True)
class Bearing:
    """The items of other origin and other author that bear on one item."""

    others: tuple[Item, ...] = ()
    denied: tuple[Item, ...] = ()
    denies: tuple[Item, ...] = ()


def credibilities(items: Sequence[Item], origin: Mapping[str, str]) -> dict[str, Credibility]:
    """Judge each item by those of other origin and other author that name the same holder, or deny it.

    Accusations come last: who was found wrong in most of what else could be checked confirms no accusation.
    """
    bearing = _bearings(items, origin)
    plain = {item.item: _judge(item, bearing[item.item]) for item in items if not accuses(item)}
    wrong = _discredited(items, plain)
    accusing = {item.item: _accusation(item, bearing[item.item], wrong) for item in items if item.item not in plain}
    return plain | accusing


def _bearings(items: Sequence[Item], origin: Mapping[str, str]) -> dict[str, Bearing]:
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
        item.item: Bearing(_others(item, by_claim, origin), denied.get(item.item, ()), tuple(denies.get(item.item, ())))
        for item in items
    }


def _discredited(items: Sequence[Item], judged: Mapping[str, Credibility]) -> frozenset[str]:
    """Sources most of whose checked items are doubtful or improbable."""
    balance: dict[str, int] = {}
    for item in items:
        one = judged.get(item.item)
        if one is not None and one.checked:
            balance[item.source] = balance.get(item.source, 0) + (1 if one.digit in "45" else -1)
    return frozenset(source for source, each in balance.items() if each > 0)


def _others(item: Item, by_claim: Mapping[Claim, list[Item]], origin: Mapping[str, str]) -> tuple[Item, ...]:
    """The items of other origins, one each, signed by somebody else, that name the same holder."""
    chosen: dict[str, Item] = {}
    for claim in sorted(item.claims):
        if claim[0] not in SELECTOR_KINDS | {"name"}:
            continue
        holders = by_claim[claim]
        for other in holders:
            apart = origin[other.item] != origin[item.item] and other.source != item.source
            if apart and (len(holders) <= COMMON or accuses(item) or len(item.topics & other.topics) >= MATTERS):
                chosen.setdefault(origin[other.item], other)
    return tuple(chosen[key] for key in sorted(chosen))


def _judge(item: Item, bearing: Bearing) -> Credibility:
    against = [other for other in bearing.others if contradicts(item, other)]
    confirming = [other for other in bearing.others if _confirms(item, other) and other not in against]
    if bearing.denied or bearing.denies or against:
        return _disputed(bearing, against, confirming)
    if confirming:
        both = item.claims & confirming[0].claims
        shared = ", ".join(sorted(value for kind, value in both if kind != "name")) or _("names")
        text = _("the same {shared} in {items}, of other origin").format(shared=shared, items=_list(confirming))
        return Credibility("1", 0.7, text)
    if bearing.others:
        return Credibility("2", 0.5, _("consistent with {items}, not confirmed").format(items=_list(bearing.others)))
    return _alone(item)


def _confirms(item: Item, other: Item) -> bool:
    """Whether they share what points at one holder, or two names."""
    return bool(item.selectors & other.selectors) or len(item.names & other.names) > 1


def _accusation(item: Item, bearing: Bearing, wrong: frozenset[str]) -> Credibility:
    """Only who accuses as well confirms an accusation; others know the accused and say nothing of the kind."""
    if bearing.denied:
        return _disputed(bearing, (), ())
    also = [other for other in bearing.others if accuses(other) and other.source not in wrong]
    if also:
        return Credibility("1", 0.6, _("accuses as {items} does, of other origin").format(items=_list(also)))
    silent = [other for other in bearing.others if not accuses(other)]
    if silent:
        text = _("accuses somebody of whom {items} says nothing of the kind")
        return Credibility("5" if len(silent) > 1 else "4", 0.5, text.format(items=_list(silent)))
    return _alone(item)


def _alone(item: Item) -> Credibility:
    """What nobody else bears on: doubtful in itself, or logical with particulars, or nothing to judge it by.

    Whoever asks for news states nothing.
    """
    sign = doubtful(item)
    if sign:
        return Credibility("4", 0.5, _("nobody else bears on it, and {sign} is not logical").format(sign=sign))
    asks = "missing" in item.topics and "held-person" not in item.topics
    if len(item.topics) + sum(claim[0] != "name" for claim in item.claims) >= PARTICULARS and not asks:
        text = _("gives particulars that nothing contradicts, and nobody confirms")
        return Credibility("2", 0.4, text, checked=False)
    return Credibility("6", 0.6, _("no item of another origin bears on it"), checked=False)


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
