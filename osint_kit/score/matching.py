"""One-to-one matching: of stretches of text, and of submitted entities with true ones."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

A = TypeVar("A")
B = TypeVar("B")


def one_to_one(left: Sequence[A], right: Sequence[B], weight: Callable[[A, B], int]) -> dict[int, int]:
    """Match as many as can be matched where `weight` is above 0, heavier ones preferred where there is a choice.

    Returns:
        Index in `left` → index in `right`.

    >>> one_to_one([(0, 4), (0, 9)], [(0, 4), (5, 9)], overlap)
    {0: 0, 1: 1}
    """
    wishes = [
        sorted((j for j in range(len(right)) if weight(each, right[j]) > 0), key=lambda j: (-weight(each, right[j]), j))
        for each in left
    ]
    taken: dict[int, int] = {}
    for i in range(len(left)):
        _place(i, wishes, taken, set())
    return {i: j for j, i in sorted(taken.items(), key=lambda pair: pair[1])}


def _place(i: int, wishes: Sequence[Sequence[int]], taken: dict[int, int], tried: set[int]) -> bool:
    """Find a place for `i`, moving others along where that frees one (Kuhn's augmenting path)."""
    for j in wishes[i]:
        if j in tried:
            continue
        tried.add(j)
        if j not in taken or _place(taken[j], wishes, taken, tried):
            taken[j] = i
            return True
    return False


def overlap(one: tuple[int, int], other: tuple[int, int]) -> int:
    """Code points that two stretches share; twice as many when the stretches are equal.

    >>> overlap((0, 4), (2, 9)), overlap((0, 4), (4, 9)), overlap((0, 4), (0, 4))
    (2, 0, 8)
    """
    shared = max(0, min(one[1], other[1]) - max(one[0], other[0]))
    return 2 * shared if one == other else shared


def lies_on(claim: tuple[int, int], true: tuple[int, int]) -> int:
    """Overlap of a stretch that a team claims; 0 when less than half of it lies on the true one.

    >>> lies_on((0, 6), (2, 5)), lies_on((0, 90), (2, 5)), lies_on((3, 4), (2, 5))
    (3, 0, 1)
    """
    shared = max(0, min(claim[1], true[1]) - max(claim[0], true[0]))
    return overlap(claim, true) if 2 * shared >= claim[1] - claim[0] else 0


def match_entities(submitted: Mapping[str, Iterable[str]], truth: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Map submitted entities to true ones, one to one, by the most shared mentions, ties by the smallest id.

    >>> match_entities({"p": ["m1", "m2"], "q": ["m3"]}, {"a": ["m1", "m3"], "b": ["m2"]})
    {'p': 'a'}
    """
    holder = {mention: name for name, mentions in truth.items() for mention in mentions}
    shared: dict[tuple[str, str], int] = {}
    for name, mentions in submitted.items():
        for mention in set(mentions):
            if mention in holder:
                shared[name, holder[mention]] = shared.get((name, holder[mention]), 0) + 1
    matched: dict[str, str] = {}
    used: set[str] = set()
    for name, true in sorted(shared, key=lambda pair: (-shared[pair], *pair)):
        if name not in matched and true not in used:
            matched[name] = true
            used.add(true)
    return matched
