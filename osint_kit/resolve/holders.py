"""Names that one person with a contact at most goes by here: mentions that only the name connects are most likely his.

Spellings that may be one name are counted together. Where nobody of the name has a contact, spellings in Arabic script,
which leave vowels out, stay apart from the others: a person has to say.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from osint_kit.knowledge.names import is_arabic, tokens
from osint_kit.messages import _
from osint_kit.model import SELECTOR_KINDS
from osint_kit.resolve.clusters import THRESHOLD, Joiner
from osint_kit.resolve.pair import Pair
from osint_kit.resolve.subjects import Subject, is_full, name_key

SCORE = 0.62
"""Just enough: whoever shares the name without leaving a contact here is taken for its holder."""

ALIKE = frozenset({"name alone", "name and context"})
"""Rules that found two full names to be one."""


def raise_only_holders(pairs: Iterable[Pair], everyone: Sequence[Subject], joiner: Joiner) -> tuple[Pair, ...]:
    """Raise the pairs of one full name that one cluster with a contact goes by, or none.

    Args:
        joiner: an empty one, with the constraints; what stands above the threshold is joined in it first.
    """
    listed = tuple(pairs)
    for pair in sorted(listed, key=lambda each: (-each.score, each.left, each.right)):
        if pair.score >= THRESHOLD:
            joiner.join(pair.left, pair.right)
    names = {each.id: each.value for each in everyone if each.kind == "person" and _whole(each.value)}
    one_name = _one_name(listed, names)
    counts = _holders(names, one_name, {each.id for each in everyone if each.kind in SELECTOR_KINDS}, joiner)
    return tuple(_raised(pair, names, counts) for pair in listed)


def _whole(name: str) -> bool:
    """Whether a name is full and no word of it an initial."""
    return is_full(name) and not any(word.endswith(".") for word in tokens(name))


def _one_name(pairs: Iterable[Pair], names: Mapping[str, str]) -> Joiner:
    """Keys of names, those that may be spellings of one name together."""
    joined = Joiner()
    for key in sorted({name_key(name) for name in names.values()}):
        joined.join(key, key)
    for pair in pairs:
        if pair.rule in ALIKE and pair.left in names and pair.right in names:
            joined.join(name_key(names[pair.left]), name_key(names[pair.right]))
    return joined


def _holders(names: Mapping[str, str], one_name: Joiner, selectors: set[str], joiner: Joiner) -> dict[str, int]:
    """Key of a name → how many clusters with a contact go by it, in whatever spelling."""
    found: dict[str, set[str]] = defaultdict(set)
    for subject, name in sorted(names.items()):
        cluster = joiner.beside(subject)
        if not selectors.isdisjoint(cluster):
            found[name_key(name)].add(min(cluster))
    return {key: len(set().union(*(found[each] for each in keys))) for keys in one_name.groups() for key in keys}


def _raised(pair: Pair, names: Mapping[str, str], counts: Mapping[str, int]) -> Pair:
    if pair.rule != "name alone" or not {pair.left, pair.right} <= names.keys():
        return pair
    ours, theirs = names[pair.left], names[pair.right]
    count = counts[name_key(ours)]
    if count > 1 or (not count and is_arabic(ours) != is_arabic(theirs)):
        return pair
    text = (
        _("{reason}, but nobody else of that name has a contact here")
        if count
        else _("{reason}, but nobody of that name has a contact here, so it may be one person")
    )
    return replace(pair, score=SCORE, rule="only holder", reason=text.format(reason=pair.reason))
