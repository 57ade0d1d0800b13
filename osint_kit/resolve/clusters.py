"""Clusters by weight under constraints: the strongest pair joins first, and no join may put two persons in one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

import pandas as pd

from osint_kit.messages import _
from osint_kit.model import MACHINE, Action, Decision, Ledger, Statement
from osint_kit.resolve.subjects import different

THRESHOLD = 0.6
"""Weight from which a pair is proposed for merging."""


@dataclass
class Joiner:
    """Grows clusters join by join; refuses a join that would break a constraint.

    Attributes:
        names: subject → person name; two clearly different names never share a cluster.
        apart: pairs of subjects that a decision keeps apart.
        firms: subjects that name an organisation; none shares a cluster with a person's name.
    """

    names: Mapping[str, str] = field(default_factory=dict)
    apart: Mapping[str, frozenset[str]] = field(default_factory=dict)
    firms: frozenset[str] = frozenset()
    _cluster: dict[str, int] = field(default_factory=dict)
    _members: dict[int, list[str]] = field(default_factory=dict)
    _named: dict[int, set[str]] = field(default_factory=dict)

    def forbidden(self, left: str, right: str) -> bool:
        """Whether a decision keeps the clusters of two subjects apart."""
        ours, theirs = self._members[self._of(left)], self._members[self._of(right)]
        if len(ours) > len(theirs):
            ours, theirs = theirs, ours
        return any(not self.apart[one].isdisjoint(theirs) for one in ours if one in self.apart)

    def obstacle(self, left: str, right: str, *, decided: bool = False) -> str:
        """Why two subjects may not share a cluster; empty when they may.

        Args:
            decided: a person joins them: only another decision stands against it.
        """
        ours, theirs = self._of(left), self._of(right)
        if ours == theirs:
            return ""
        if self.forbidden(left, right):
            return _("a decision keeps them apart")
        if decided:
            return ""
        if (self._named[ours] and self._has_firm(theirs)) or (self._named[theirs] and self._has_firm(ours)):
            return _("would put a person and an organisation together")
        for one in sorted(self._named[ours]):
            for other in sorted(self._named[theirs]):
                if different(one, other):
                    return _("would put {left} and {right} together").format(left=one, right=other)
        return ""

    def join(self, left: str, right: str, *, decided: bool = False) -> str:
        """Join the clusters of two subjects unless something stands against it; say what does."""
        against = self.obstacle(left, right, decided=decided)
        ours, theirs = self._of(left), self._of(right)
        if against or ours == theirs:
            return against
        if len(self._members[ours]) < len(self._members[theirs]):
            ours, theirs = theirs, ours
        for subject in self._members[theirs]:
            self._cluster[subject] = ours
        self._members[ours] += self._members.pop(theirs)
        self._named[ours] |= self._named.pop(theirs)
        return ""

    def leave(self, group: Iterable[str]) -> None:
        """Take subjects out of their clusters and put them together in one of their own."""
        leaving = sorted(set(group))
        for subject in leaving:
            old = self._of(subject)
            self._members[old].remove(subject)
            self._named[old] = self._names_of(self._members[old])
        if leaving:
            fresh = len(self._cluster) + len(self._members) + 1
            while fresh in self._members:
                fresh += 1
            self._members[fresh] = leaving
            self._named[fresh] = self._names_of(leaving)
            self._cluster |= dict.fromkeys(leaving, fresh)

    def beside(self, subject: str) -> tuple[str, ...]:
        """The members of a subject's cluster, itself included."""
        return tuple(self._members[self._of(subject)])

    def groups(self) -> Iterator[tuple[str, ...]]:
        """The clusters, members sorted, in the order of their smallest member."""
        yield from sorted(tuple(sorted(members)) for members in self._members.values() if members)

    def _of(self, subject: str) -> int:
        if subject not in self._cluster:
            number = len(self._cluster)
            while number in self._members:
                number += 1
            self._cluster[subject] = number
            self._members[number] = [subject]
            self._named[number] = self._names_of([subject])
        return self._cluster[subject]

    def _has_firm(self, cluster: int) -> bool:
        return not self.firms.isdisjoint(self._members[cluster])

    def _names_of(self, members: Iterable[str]) -> set[str]:
        return {self.names[member] for member in members if member in self.names}


def clusters(
    pairs: pd.DataFrame,
    *,
    threshold: float = THRESHOLD,
    statements: Iterable[Statement] = (),
    ledger: Ledger | None = None,
) -> tuple[tuple[tuple[str, ...], str], ...]:
    """Cluster the pairs at or above the threshold, the strongest first; the order of the rows changes nothing.

    Args:
        statements: where the person names of the subjects are read; `propose` has already lowered the pairs that would
            join different names, so this matters only for thresholds below the shipped one.
        ledger: decisions whose `apart` and `split` hold.

    Returns:
        Clusters of two subjects or more: the subjects and the strongest reasons for them.
    """
    stated = list(statements)
    firms = frozenset(each.subject for each in stated if each.kind == "organization")
    joiner = Joiner(person_names(stated), separated(ledger), firms)
    because: dict[str, list[str]] = {}
    columns = zip(pairs["left"], pairs["right"], pairs["score"], pairs["reason"], strict=True)
    kept = sorted((-score, left, right, reason) for left, right, score, reason in columns if score >= threshold)
    for _weight, left, right, reason in kept:
        if not joiner.join(left, right):
            because.setdefault(left, []).append(reason)
    return tuple(
        (group, "; ".join(_first(reason for subject in group for reason in because.get(subject, ()))))
        for group in joiner.groups()
        if len(group) > 1
    )


def person_names(statements: Iterable[Statement]) -> dict[str, str]:
    """Person names by subject."""
    return {each.subject: each.value for each in statements if each.kind == "person"}


def in_turn(ledger: Ledger | None) -> tuple[Decision, ...]:
    """Decisions as they are carried out: the machine's first, whenever it ran, then people's as they made them."""
    decisions = ledger.in_force if ledger else ()
    return tuple(sorted(decisions, key=lambda each: (each.author != MACHINE, each.at, each.id)))


def separated(ledger: Ledger | None) -> dict[str, frozenset[str]]:
    """Subject → the subjects that no cluster may bring it together with: kept apart, or split off from them."""
    found = {subject: set(others) for subject, others in kept_apart(ledger).items()}
    joiner = Joiner(apart=kept_apart(ledger))
    for each in in_turn(ledger):
        if each.action is Action.MERGE:
            for target in each.targets[1:]:
                joiner.join(each.targets[0], target)
        elif each.action is Action.SPLIT:
            left = {other for target in each.targets for other in joiner.beside(target)} - set(each.targets)
            joiner.leave(each.targets)
            for target in each.targets:
                found.setdefault(target, set()).update(left)
                for other in left:
                    found.setdefault(other, set()).add(target)
    held = {subject: set(group) for group in joiner.groups() for subject in group}
    return {subject: frozenset(others - held.get(subject, set())) for subject, others in found.items()}


def kept_apart(ledger: Ledger | None) -> dict[str, frozenset[str]]:
    """Subject → the subjects that decisions in force keep apart from it."""
    found: dict[str, set[str]] = {}
    for decision in ledger.in_force if ledger else ():
        if decision.action is Action.APART:
            for target in decision.targets:
                found.setdefault(target, set()).update(set(decision.targets) - {target})
    return {subject: frozenset(others) for subject, others in found.items()}


def _first(reasons: Iterable[str], limit: int = 3) -> list[str]:
    return list(dict.fromkeys(reason for reason in reasons if reason))[:limit]
