"""Which candidate pairs a person should look at first: near the threshold, and of most consequence.

What is sure and what people decided is taken as given. It makes groups; one question stands for all pairs between two
groups, since its answer settles them all.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import pandas as pd

from osint_kit.model import MACHINE, Action, Decision, Ledger
from osint_kit.resolve.clusters import THRESHOLD, Joiner, in_turn, separated

SURE = 0.8
"""Weight from which a pair is not asked about: it is taken as given, unless a decision says otherwise."""

End = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Question:
    """Two groups of subjects that may be one holder's.

    Attributes:
        left, right: the subjects of the strongest pair between the groups.
        score, rule, reason: that pair's.
        ours, theirs: the subjects of the two groups; `left` is one of ours.
        reasons: of every pair between the groups, the strongest first, each once.
        covers: every pair between the groups, which the answer settles.
        affects: how many other pairs the answer decides, or makes one question of two.
    """

    left: str
    right: str
    score: float
    rule: str
    reason: str
    ours: tuple[str, ...]
    theirs: tuple[str, ...]
    reasons: tuple[str, ...]
    covers: tuple[End, ...]
    affects: int

    @property
    def weight(self) -> float:
        """How much an answer tells: the nearer to the threshold and the more it affects, the more."""
        widest = max(THRESHOLD, 1 - THRESHOLD)
        return (1 - abs(self.score - THRESHOLD) / widest) * math.log2(2 + self.affects)


def questions(
    pairs: pd.DataFrame,
    decisions: Iterable[Decision] = (),
    *,
    names: Mapping[str, str] | None = None,
    firms: frozenset[str] = frozenset(),
) -> tuple[Question, ...]:
    """The open questions of a case, most informative first; the order of rows and decisions changes nothing.

    Args:
        pairs: frame PAIRS.
        decisions: all that were made; the machine's are open to question.
        names: subject → person name.
        firms: subjects that name an organisation.
    """
    ledger = Ledger.of(decisions)
    people = Ledger(tuple(each for each in ledger.in_force if each.author != MACHINE), ())
    columns = zip(*(pairs[name].tolist() for name in ("score", "left", "right", "rule", "reason")), strict=True)
    rows = sorted(columns, key=lambda row: (-row[0], *row[1:]))
    joiner = _given(rows, Joiner(names or {}, separated(people), firms), people)
    between = _between(rows, joiner)
    beside = _neighbours(between)
    found = (_question(held, joiner, _affected(ends, held, beside)) for ends, held in between.items())
    return tuple(sorted(found, key=lambda each: (-each.weight, -each.score, each.left, each.right)))


_Row = tuple[float, str, str, str, str]


def _given(rows: Iterable[_Row], joiner: Joiner, people: Ledger) -> Joiner:
    """Groups under what people decided, then under what is sure."""
    for each in in_turn(people):
        if each.action is Action.MERGE:
            for target in each.targets[1:]:
                joiner.join(each.targets[0], target, decided=True)
    for score, left, right, _rule, _reason in rows:
        if score >= SURE:
            joiner.join(left, right)
    return joiner


def _between(rows: Iterable[_Row], joiner: Joiner) -> dict[End, list[_Row]]:
    """Pairs by the groups at their ends; not within a group, and not where a decision stands between."""
    found: dict[End, list[_Row]] = defaultdict(list)
    for row in rows:
        one, other = sorted(min(joiner.beside(end)) for end in row[1:3])
        if one != other and not joiner.forbidden(one, other):
            found[one, other].append(row)
    return found


def _neighbours(between: Mapping[End, object]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for one, other in between:
        found[one].add(other)
        found[other].add(one)
    return found


def _affected(ends: End, held: list[_Row], beside: Mapping[str, set[str]]) -> int:
    one, other = ends
    return len(held) - 1 + len(beside[one] & beside[other])


def _question(held: list[_Row], joiner: Joiner, affects: int) -> Question:
    score, left, right, rule, reason = held[0]
    return Question(
        *(left, right, score, rule, reason),
        ours=tuple(sorted(joiner.beside(left))),
        theirs=tuple(sorted(joiner.beside(right))),
        reasons=tuple(dict.fromkeys(row[4] for row in held)),
        covers=tuple(sorted((row[1], row[2]) for row in held)),
        affects=affects,
    )
