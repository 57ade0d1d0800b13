"""What the team (or, where the step allows it, the machine) decided, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from functools import cached_property
from typing import TypeAlias

from osint_kit.model.serial import content_id, to_dict

MACHINE = "machine"
"""Author of decisions that a verb makes at `--assist full`."""


class Action(StrEnum):
    """What a decision does to its targets."""

    ACCEPT = "accept"
    REJECT = "reject"
    MERGE = "merge"
    APART = "apart"
    SPLIT = "split"
    GRADE = "grade"
    ROLE = "role"
    LINK = "link"
    JUDGE = "judge"


_GROUPS = {
    **dict.fromkeys((Action.ACCEPT, Action.REJECT, Action.JUDGE, Action.ROLE), "verdict"),
    **dict.fromkeys((Action.MERGE, Action.APART), "identity"),
}
"""Actions that answer one question compete; at S8 so do a link and its rejection."""


DIRECTED = frozenset({"Payment", "Directorship", "Ownership", "Employment", "Membership", "Representation"})
"""Types of link whose ends may not be swapped."""


_Dated: TypeAlias = "tuple[datetime, str, Decision]"
"""Time, id, decision: ids differ, so that sorting never compares decisions."""


class Assist(StrEnum):
    """How far the machine goes: no proposals, proposals, or decisions by the author `machine`."""

    NONE = "none"
    SUGGEST = "suggest"
    FULL = "full"


@dataclass(frozen=True)
class Decision:
    """One decision over content ids.

    Attributes:
        step: `S1` … `S13`: the exercise step it belongs to.
        targets: content ids: statements to accept, subjects to merge, ends of a link, a document to grade.
        values: what was decided about them (a corrected value, a grade, a link type, the cells of a judged row and the
            `sheet` it stands in).
        evidence: ids of the statements that carry it.
        supersedes: id of the decision it replaces; empty if none.
    """

    action: Action
    step: str
    targets: tuple[str, ...]
    because: str
    author: str
    at: datetime
    values: Mapping[str, str] = field(default_factory=dict)
    evidence: tuple[str, ...] = ()
    supersedes: str = ""

    @cached_property
    def id(self) -> str:
        """Content id over every field; made once, since the ledger asks for it again and again."""
        return content_id("decision", to_dict(self))

    @cached_property
    def topic(self) -> str:
        """What it is about: two decisions on one topic compete, the same words or not."""
        rejected = self.step == "S8" and self.action is Action.REJECT and "sheet" not in self.values
        linking = self.action is Action.LINK or rejected
        group = "link" if linking else _GROUPS.get(self.action, self.action.value)
        kind = self.values.get("type", "") if linking else ""
        ends = self.targets if kind in DIRECTED else tuple(sorted(self.targets))
        return content_id("topic", self.step, group, list(ends), kind)


@dataclass(frozen=True, slots=True)
class Ledger:
    """The decisions in force, and the topics on which members disagree.

    A decision is out of force when a later one supersedes it, or when its own author decided the same topic again.
    Where two authors hold different views of one topic, neither is in force: the team settles it. The machine's view
    yields to any person's.
    """

    in_force: tuple[Decision, ...]
    contested: tuple[tuple[Decision, ...], ...]

    @classmethod
    def of(cls, decisions: Iterable[Decision]) -> Ledger:
        """Work out what is in force; the order of the input changes nothing."""
        unique = {decision.id: decision for decision in decisions}
        gone = {decision.supersedes for decision in unique.values()}
        topics: dict[str, dict[str, _Dated]] = {}
        for dated in sorted((each.at, name, each) for name, each in unique.items()):
            if dated[1] not in gone:
                topics.setdefault(dated[2].topic, {})[dated[2].author] = dated
        in_force: list[_Dated] = []
        contested: list[tuple[str, tuple[Decision, ...]]] = []
        for topic, by_author in topics.items():
            people = [each for author, each in by_author.items() if author != MACHINE]
            views = people or list(by_author.values())
            if len({(each.action, tuple(sorted(each.values.items()))) for _at, _name, each in views}) == 1:
                in_force.append(views[0])
            else:
                contested.append((topic, tuple(each for _at, _name, each in views)))
        return cls(
            tuple(each for _at, _name, each in sorted(in_force)),
            tuple(views for _topic, views in sorted(contested, key=lambda pair: pair[0])),
        )

    def of_step(self, step: str) -> tuple[Decision, ...]:
        """The decisions in force that belong to one step."""
        return tuple(each for each in self.in_force if each.step == step)
