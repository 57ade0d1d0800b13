"""Going through the uncertain pairs of a case, one question at a time.

Each answer is on the disk as a decision when the next question is asked; an undone one is taken back by a decision
that supersedes it, so that the log only ever grows and the view is as it was before.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

import pandas as pd

from osint_kit.casefile.sides import Side, Told
from osint_kit.errors import MissingInput
from osint_kit.knowledge.names import compare
from osint_kit.messages import _
from osint_kit.model import SELECTOR_KINDS, Action, Assist, Decision
from osint_kit.resolve.asking import Question, questions

if TYPE_CHECKING:
    from osint_kit.casefile.case import Case

STEP = "S5"
_SPELLINGS = 4
"""So many spellings of either side are held against each other."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A question as a person sees it.

    Attributes:
        left, right: what is said of either side.
        support, against: reasons, in words, for and against one holder.
        open: questions that are left, this one included.
    """

    question: Question
    left: Side
    right: Side
    support: tuple[str, ...]
    against: tuple[str, ...]
    open: int


@dataclass(frozen=True, slots=True)
class _Answer:
    question: Question
    decision: Decision | None
    replaced: Decision | None = None


class Review:
    """One sitting over the uncertain pairs of a case."""

    def __init__(self, case: Case, pairs: pd.DataFrame) -> None:
        """Nothing is asked yet.

        Args:
            pairs: frame PAIRS, the candidate pairs to go through.
        """
        self.case, self.pairs = case, pairs
        self.counts: Counter[str] = Counter()
        self._past: list[_Answer] = []
        self._passed: set[tuple[str, str]] = set()
        self._named = _by_subject(case, "person")
        self._firms = frozenset(_by_subject(case, "organization"))
        self._open: tuple[Question, ...] | None = None

    @property
    def open(self) -> tuple[Question, ...]:
        """The questions that are left, most informative first, without those passed over in this sitting."""
        if self._open is None:
            found = questions(self.pairs, self.case.decisions, names=self._named, firms=self._firms)
            self._open = tuple(each for each in found if self._passed.isdisjoint(each.covers))
        return self._open

    def ask(self) -> Shown | None:
        """The next question with its evidence; None when nothing is left."""
        if not self.open:
            return None
        first = self.open[0]
        left, right = self._told.side(first.left, first.ours), self._told.side(first.right, first.theirs)
        return Shown(first, left, right, *_weighed(first, left, right), len(self.open))

    def merge(self, question: Question, because: str = "") -> Decision:
        """Decide that both sides are one holder."""
        return self._decide(Action.MERGE, question, because)

    def apart(self, question: Question, because: str = "") -> Decision:
        """Decide that the sides are two holders."""
        return self._decide(Action.APART, question, because)

    def skip(self, question: Question) -> None:
        """Leave it open; it is not asked again in this sitting."""
        self._passed.update(question.covers)
        self._done("skip", _Answer(question, None))

    def undo(self) -> Question | None:
        """Take the last answer back; returns its question, None where there is nothing to take back."""
        if not self._past:
            return None
        last = self._past.pop()
        if last.decision is None:
            self._passed.difference_update(last.question.covers)
            self.counts["skip"] -= 1
        else:
            self.case.record([_withdrawn(self.case, last.decision, last.replaced)])
            self.counts[last.decision.action.value] -= 1
        self._open = None
        return last.question

    @property
    def decisions(self) -> tuple[Decision, ...]:
        """The answers of this sitting that stand."""
        return tuple(each.decision for each in self._past if each.decision)

    @cached_property
    def _told(self) -> Told:
        return Told(self.case)

    def _decide(self, action: Action, question: Question, because: str) -> Decision:
        targets = (question.left, question.right)
        reason = because.strip() or _("looked at side by side: {reason}").format(reason=question.reason)
        before = {each.id: each for each in self.case.ledger.in_force}
        made = self.case.decide(action, STEP, targets, because=reason)
        if made.id in before:
            raise MissingInput.expected(_("a pair that nobody decided"), found=self.case.ref_of(made.id), where=STEP)
        self._done(action.value, _Answer(question, made, before.get(made.supersedes)))
        return made

    def _done(self, word: str, answer: _Answer) -> None:
        self._past.append(answer)
        self.counts[word] += 1
        self._open = None


def proposals(case: Case, assist: str | None = None) -> pd.DataFrame:
    """Frame PAIRS as far as the machine may show it: empty where the exercise, or the person, allows no proposals."""
    none = Assist.NONE in (case.settings.allowed(STEP), assist)
    return case.pairs.iloc[:0] if none else case.pairs


def _by_subject(case: Case, kind: str) -> dict[str, str]:
    held = case.statements[(case.statements["kind"] == kind) & (case.statements["verdict"] != "reject")]
    return dict(zip(held["subject"].tolist(), held["value"].tolist(), strict=True))


def _withdrawn(case: Case, decision: Decision, replaced: Decision | None) -> Decision:
    """The decision that takes one back: what it replaced is said again; else it is only said to hold no longer."""
    if replaced is not None:
        fields: Mapping[str, object] = {"action": replaced.action, "because": replaced.because}
        return Decision(
            **{"targets": replaced.targets, "values": replaced.values, "evidence": replaced.evidence, **fields},  # type: ignore[arg-type]  # fields of a decision
            step=STEP,
            author=case.callsign,
            at=case.clock(),
            supersedes=decision.id,
        )
    because = _("taken back: {ref}").format(ref=case.ref_of(decision.id))
    return Decision(Action.REJECT, STEP, (decision.id,), because, case.callsign, case.clock(), supersedes=decision.id)


def _weighed(question: Question, left: Side, right: Side) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Reasons for and against, each once."""
    alone = _("{said}; nothing else speaks for it").format(said="").strip("; ")
    parts = list(dict.fromkeys(part for reason in question.reasons for part in reason.split("; ")))
    against = [*_names_against(left, right), *_contacts_against(left, right)]
    if question.rule == "name alone":
        against.append(_("against: {reason}").format(reason=alone))
    support = [part for part in parts if part not in {alone, *against}]
    return tuple(support), tuple(dict.fromkeys(against))


def _names_against(left: Side, right: Side) -> Iterator[str]:
    """What the spellings that come nearest to each other have against them."""
    found = [
        compare(one, other) for one in left.names[:_SPELLINGS] for other in right.names[:_SPELLINGS] if one != other
    ]
    if found:
        yield from min(found, key=lambda each: (len(each.against), -each.score)).against


def _contacts_against(left: Side, right: Side) -> Iterator[str]:
    """Both are reached by the same means, and never at the same address."""
    ours, theirs = ({each.kind: each.value for each in side.mentions} for side in (left, right))
    if set(left.contacts) & set(right.contacts):
        return
    for kind in sorted(ours.keys() & theirs.keys() & SELECTOR_KINDS):
        said = _("against: each has one of its own, {left} and {right}")
        yield said.format(left=ours[kind], right=theirs[kind])
