"""Pairs over one selector: who uses it says whether its mentions are one holder's."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from osint_kit.messages import _
from osint_kit.model import SELECTOR_KINDS
from osint_kit.resolve.contacts import DOUBTS
from osint_kit.resolve.pair import Pair
from osint_kit.resolve.subjects import Subject, different, is_telling

_OFTEN = 3
"""Times that one user of a number outnumbers the next before mentions without a name go with that user."""


def same_selector(
    everyone: Sequence[Subject], by_item: dict[str, list[Subject]], official: frozenset[tuple[str, str]]
) -> Iterator[Pair]:
    """Equal values; a number that differently named persons use, or that changed hands as a text says, is flagged."""
    groups: dict[tuple[str, str], list[Subject]] = defaultdict(list)
    for each in everyone:
        if each.kind in SELECTOR_KINDS:
            groups[each.kind, each.value].append(each)
    for (kind, value), held in sorted(groups.items()):
        lent = _lent(held)
        rest = [each for each in held if each not in lent]
        users = {} if (kind, value) in official else _users(rest, by_item)
        yield from _chains(value, rest, users)
        yield from _doubted(value, lent, rest)


def _chains(value: str, held: Sequence[Subject], users: dict[str, str]) -> Iterator[Pair]:
    neutral = [each for each in held if each.id not in users]
    camps = _camps(held, users)
    reason = _("the same {value}").format(value=value)
    for camp in camps or [[]]:
        chain = [*camp, *neutral] if len(camps) <= 1 else camp
        for one, other in pairwise(chain):
            yield Pair.of(one, other, 0.98, "same selector", reason)
    if len(camps) > 1:
        names = ", ".join(sorted({users[camp[0].id] for camp in camps}))
        shared = _("the same {value}, but used by {names}").format(value=value, names=names)
        for one, other in pairwise([camp[0] for camp in camps]):
            yield Pair.of(one, other, 0.4, "shared selector", shared)
        yield from _mostly(neutral, camps, users, shared)


def _lent(held: Sequence[Subject]) -> list[Subject]:
    """Mentions in items of whoever says, there or elsewhere, that the number was another's or is several persons'."""
    authors = {each.author for each in held if each.doubt and each.author}
    return [each for each in held if each.doubt or (each.told and each.author in authors)]


def _doubted(value: str, lent: Sequence[Subject], rest: Sequence[Subject]) -> Iterator[Pair]:
    """Items of one author give the number as one holder's; whether it is the others' too is for people to say."""
    by_author: dict[str, list[Subject]] = defaultdict(list)
    for each in lent:
        by_author[each.author or each.item].append(each)
    for mine in by_author.values():
        for one, other in pairwise(mine):
            yield Pair.of(one, other, 0.9, "same selector", _("one author gives {value} twice").format(value=value))
        said = DOUBTS[next(each.doubt for each in mine if each.doubt)]()
        reason = _("the same {value}, but {doubt}").format(value=value, doubt=said)
        yield from (Pair.of(mine[0], other, 0.5, "doubted", reason) for other in rest[:1])


def _mostly(
    neutral: Sequence[Subject], camps: Sequence[list[Subject]], users: dict[str, str], shared: str
) -> Iterator[Pair]:
    """Mentions without a name go with who uses the number in most items, where nobody else comes near."""
    biggest, second = sorted(camps, key=len, reverse=True)[:2]
    clear = len(biggest) >= max(_OFTEN, _OFTEN * len(second))
    user = users[biggest[0].id]
    mostly = _("{shared}; {name} does in most items").format(shared=shared, name=user)
    for each in neutral:
        yield Pair.of(each, biggest[0], 0.7 if clear else 0.5, "shared selector", mostly if clear else shared)


def _users(held: Sequence[Subject], by_item: dict[str, list[Subject]]) -> dict[str, str]:
    """Selector mention → the one person its item names."""
    found: dict[str, str] = {}
    for each in (one for one in held if one.told):
        beside = (one.value for one in by_item[each.item or each.document] if one.kind == "person")
        names = sorted({name for name in beside if is_telling(name)}, key=len)
        if names and not any(different(names[-1], name) for name in names):
            found[each.id] = names[-1]
    return found


def _camps(held: Sequence[Subject], users: dict[str, str]) -> list[list[Subject]]:
    """Mentions by user: those whose users may be one person stand together."""
    camps: list[list[Subject]] = []
    for each in sorted((one for one in held if one.id in users), key=lambda one: (-len(users[one.id]), one.id)):
        camp = next((c for c in camps if not any(different(users[one.id], users[each.id]) for one in c)), None)
        if camp is None:
            camps.append([each])
        else:
            camp.append(each)
    return camps
