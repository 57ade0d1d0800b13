"""Names that only one person with a contact of their own goes by here: mentions without any are most likely theirs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from osint_kit.knowledge.names import bones, compare, is_arabic, tokens
from osint_kit.messages import _
from osint_kit.model import SELECTOR_KINDS
from osint_kit.resolve.clusters import THRESHOLD, Joiner
from osint_kit.resolve.pair import Pair
from osint_kit.resolve.subjects import Subject, is_full, name_key

SCORE = 0.62
"""Just enough: whoever shares the name without leaving a contact here is taken for its holder."""


def raise_only_holders(pairs: Iterable[Pair], everyone: Sequence[Subject], joiner: Joiner) -> tuple[Pair, ...]:
    """Raise the pairs of one full name, in one script, that only one cluster with a contact goes by.

    Args:
        joiner: an empty one, with the constraints; what stands above the threshold is joined in it first.
    """
    listed = tuple(pairs)
    for pair in sorted(listed, key=lambda each: (-each.score, each.left, each.right)):
        if pair.score >= THRESHOLD:
            joiner.join(pair.left, pair.right)
    names = {each.id: each.value for each in everyone if each.kind == "person" and is_full(each.value)}
    only = _held_once(names, {each.id for each in everyone if each.kind in SELECTOR_KINDS}, joiner)
    return tuple(_raised(pair, names, only) for pair in listed)


def _raised(pair: Pair, names: Mapping[str, str], only: frozenset[str]) -> Pair:
    if pair.rule != "name alone":
        return pair
    ours, theirs = (name_key(names.get(each, "")) for each in (pair.left, pair.right))
    if ours != theirs or ours not in only:
        return pair
    reason = _("{reason}, but nobody else of that name has a contact here").format(reason=pair.reason)
    return replace(pair, score=SCORE, rule="only holder", reason=reason)


def _held_once(names: Mapping[str, str], selectors: set[str], joiner: Joiner) -> frozenset[str]:
    """Keys of the names that exactly one cluster with a contact goes by, in whatever script."""
    holders: dict[str, set[str]] = defaultdict(set)
    shown: dict[str, str] = {}
    for subject, name in sorted(names.items()):
        cluster = joiner.beside(subject)
        shown.setdefault(name_key(name), name)
        if not selectors.isdisjoint(cluster):
            holders[name_key(name)].add(min(cluster))
    merged = {key: set(found) for key, found in holders.items()}
    for one, other in _same_across(shown):
        merged.setdefault(one, set()).update(holders.get(other, ()))
        merged.setdefault(other, set()).update(holders.get(one, ()))
    return frozenset(key for key, found in merged.items() if len(found) == 1)


def _same_across(shown: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Keys of names that may be one name in two scripts."""
    blocks: dict[str, list[str]] = defaultdict(list)
    for key, name in shown.items():
        for word in tokens(name):
            blocks[bones(word)].append(key)
    for keys in blocks.values():
        arabic = [key for key in keys if is_arabic(shown[key])]
        for one in arabic:
            for other in keys:
                if not is_arabic(shown[other]) and compare(shown[one], shown[other]).same:
                    yield one, other
