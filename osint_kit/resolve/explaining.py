"""What holds an entity together and what it was kept from: the candidate pairs inside it and at its border."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

import pandas as pd

from osint_kit.resolve.clusters import Joiner
from osint_kit.resolve.pair import Pair


def chain(pairs: pd.DataFrame, subjects: Collection[str]) -> tuple[Pair, ...]:
    """The fewest and strongest pairs that connect the subjects of one entity, strongest first.

    Subjects that no pair connects were joined by a decision alone.
    """
    joiner = Joiner()
    inside = (each for each in _touching(pairs, subjects) if each.left in subjects and each.right in subjects)
    kept = []
    for each in inside:
        if each.right not in joiner.beside(each.left):
            joiner.join(each.left, each.right)
            kept.append(each)
    return tuple(kept)


def border(pairs: pd.DataFrame, subjects: Collection[str], entity_of: Mapping[str, str]) -> tuple[Pair, ...]:
    """The strongest pair with each other entity that may be the same holder, strongest first.

    Args:
        entity_of: subject → canonical id.
    """
    found: dict[str, Pair] = {}
    for each in _touching(pairs, subjects):
        if (each.left in subjects) != (each.right in subjects):
            outside = each.right if each.left in subjects else each.left
            found.setdefault(entity_of.get(outside, outside), each)
    return tuple(found.values())


def _touching(pairs: pd.DataFrame, subjects: Collection[str]) -> Iterator[Pair]:
    """Pairs with an end among the subjects, strongest first."""
    held = pairs[pairs["left"].isin(list(subjects)) | pairs["right"].isin(list(subjects))]
    ordered = held.sort_values(["score", "left", "right"], ascending=[False, True, True], kind="stable")
    for row in ordered[["left", "right", "score", "rule", "reason"]].itertuples(index=False, name=None):
        yield Pair(*row)
