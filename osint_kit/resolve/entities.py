"""Entities: the view of the statements under the decisions in force."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable

import pandas as pd

from osint_kit.model import NAME_KINDS, SELECTOR_KINDS, Action, Decision, Ledger, Statement
from osint_kit.model.tables import ENTITIES
from osint_kit.resolve.clusters import Joiner, in_turn, kept_apart
from osint_kit.resolve.subjects import MATCHABLE

_SCHEMAS = ("Person", "Organization", "UserAccount", "BankAccount", "Vehicle", "LegalEntity")
"""Most specific first."""


def entities(
    statements: Iterable[Statement], ledger: Ledger | None = None, ref_of: Callable[[str], str] = lambda _id: ""
) -> pd.DataFrame:
    """Show who is who: subjects joined by merges, kept apart, split; rejected statements are left out.

    The machine's merges come first, then people's decisions in the order of their times, whoever calls; a merge that a
    decision in force forbids joins only those of its targets that it may.
    """
    decisions = in_turn(ledger)
    rejected = {target for each in decisions if each.action is Action.REJECT for target in each.targets}
    by_subject: dict[str, list[Statement]] = defaultdict(list)
    for statement in statements:
        if statement.kind in MATCHABLE and statement.id not in rejected:
            by_subject[statement.subject].append(statement)
    joiner = Joiner(apart=kept_apart(ledger))
    for subject in sorted(by_subject):
        joiner.join(subject, subject)
    touched = _apply(decisions, joiner, frozenset(by_subject))
    return ENTITIES.frame(_row(group, by_subject, touched, ref_of) for group in joiner.groups())


def _apply(decisions: Iterable[Decision], joiner: Joiner, known: frozenset[str]) -> frozenset[str]:
    """Carry out merges and splits; say which subjects a decision touched."""
    touched: set[str] = set()
    for each in decisions:
        targets = [target for target in dict.fromkeys(each.targets) if target in known]
        if each.action is Action.MERGE:
            for target in targets[1:]:
                joiner.join(targets[0], target)
        elif each.action is Action.SPLIT:
            joiner.leave(targets)
        if each.action in (Action.MERGE, Action.SPLIT, Action.APART):
            touched.update(targets)
    return frozenset(touched)


def _row(
    group: tuple[str, ...],
    by_subject: dict[str, list[Statement]],
    touched: frozenset[str],
    ref_of: Callable[[str], str],
) -> dict[str, object]:
    held = [statement for subject in group for statement in by_subject[subject]]
    names = Counter(each.value for each in held if each.kind in NAME_KINDS)
    selectors = sorted({f"{each.kind}:{each.value}" for each in held if each.kind in SELECTOR_KINDS})
    schemas = {each.schema for each in held}
    ordered = sorted(names, key=lambda name: (-names[name], -len(name), name))
    return {
        "id": group[0],
        "ref": ref_of(group[0]),
        "schema": next((schema for schema in _SCHEMAS if schema in schemas), "LegalEntity"),
        "caption": ordered[0] if ordered else selectors[0].partition(":")[2],
        "names": tuple(ordered),
        "selectors": tuple(selectors),
        "subjects": group,
        "statements": tuple(sorted({each.id for each in held})),
        "decided": any(subject in touched for subject in group),
    }
