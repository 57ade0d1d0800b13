"""Every measure over one submission."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace

from osint_kit.bundle import World
from osint_kit.errors import BadSubmission
from osint_kit.messages import _
from osint_kit.model import Assist, Row, Submission, by_machine
from osint_kit.score.harm import Harm, harms
from osint_kit.score.hints import priced
from osint_kit.score.key import AnswerKey
from osint_kit.score.measures import Explanation, StepScore, measures
from osint_kit.score.sheet import FetchAt, Sheet

CAPTURED_STEPS = frozenset({"S2", "S3"})
"""Steps whose rows are what was captured and sealed: they need no reason."""

HUMAN_STEP, HUMAN_POINTS, RUBRIC = "S14", 20.0, (0, 50, 100)
"""The brief-back, which a person judges."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Points of the team and of the machine at one step."""

    step: str
    team: float
    machine: float

    @property
    def points(self) -> float:
        """Team minus machine."""
        return self.team - self.machine


@dataclass(frozen=True, slots=True)
class Human:
    """What an evaluator gave by hand: points of a rubric."""

    step: str
    points: float
    maximum: float

    @classmethod
    def of(cls, rubric: int) -> Human:
        """The brief-back by its rubric of 0, 50 or 100 per cent.

        Raises:
            BadSubmission: another figure.
        """
        if rubric not in RUBRIC:
            raise BadSubmission.expected(_("a rubric of 0, 50 or 100"), found=str(rubric), where=HUMAN_STEP)
        return cls(HUMAN_STEP, HUMAN_POINTS * rubric / 100, HUMAN_POINTS)


@dataclass(frozen=True, slots=True)
class Score:
    """Points per step and in all that formulas give; what a person judged stands apart as `human`.

    Attributes:
        dropped: rows that do not count, with the reason.
        watermark: the world's.
    """

    world: str
    case: str
    team: str
    steps: tuple[StepScore, ...]
    total: float
    maximum: float
    harm: tuple[Harm, ...]
    dropped: tuple[Explanation, ...] = ()
    differences: tuple[Difference, ...] = ()
    watermark: str = ""
    human: Human | None = None

    @property
    def explanations(self) -> tuple[Explanation, ...]:
        """Every point of every step, explained."""
        return tuple(line for step in self.steps for line in step.explanations)

    @property
    def ceiling(self) -> float | None:
        """The total as a share of the machine's; None where the machine was not scored, or earned nothing."""
        machine = sum(each.machine for each in self.differences)
        return self.total / machine if machine > 0 else None

    def step(self, name: str) -> StepScore:
        """The score of one step."""
        return next(each for each in self.steps if each.step == name)


def score(
    submission: Submission,
    key: AnswerKey,
    world: World,
    fetch_at: FetchAt,
    *,
    allowed: Mapping[str, Assist],
    steps: Collection[str] | None = None,
) -> Score:
    """Score the decided rows of a team; the price of its hints is taken off.

    Args:
        fetch_at: serves an address again as it was then, to recompute hashes.
        allowed: how far the machine may go at each step; full where a step is not named. Rows decided by the machine
            count only where that is `full`.
        steps: the steps that were played, where the exercise was cut; all by default.
    """
    kept: dict[str, tuple[Row, ...]] = {}
    dropped: list[Explanation] = []
    for step, rows in sorted(submission.steps.items()):
        faults = [(row, _fault(row, step, allowed.get(step, Assist.FULL))) for row in rows]
        kept[step] = tuple(row for row, fault in faults if not fault)
        dropped += [Explanation(step, fault, _pointer(row), 0.0) for row, fault in faults if fault]
    sheet = Sheet(replace(submission, steps=kept), key, world, fetch_at)
    measured = _measured(sheet, steps)
    total, maximum = (round(sum(getattr(each, name) for each in measured), 6) for name in ("points", "maximum"))
    return Score(
        world=world.id,
        case=submission.case,
        team=submission.team,
        steps=measured,
        total=total,
        maximum=maximum,
        harm=harms(sheet),
        dropped=tuple(dropped),
        watermark=world.watermark,
    )


def _measured(sheet: Sheet, steps: Collection[str] | None) -> tuple[StepScore, ...]:
    hints = sheet.submission.hints
    found = (measures[name](sheet) for name in measures)
    priced_steps = (priced(each, hints.get(each.step, 0)) for each in found if steps is None or each.step in steps)
    return tuple(sorted(priced_steps, key=lambda each: int(each.step[1:])))


def difference(team: Score, machine: Score) -> tuple[Difference, ...]:
    """Set the team's points beside the machine's, step by step."""
    return tuple(Difference(each.step, each.points, machine.step(each.step).points) for each in team.steps)


def _fault(row: Row, step: str, allowed: Assist) -> str:
    if not row.author.strip():
        return _("a row without an author")
    if step not in CAPTURED_STEPS and not row.because.strip():
        return _("a row without a reason")
    if by_machine(row) and allowed is not Assist.FULL:
        return _("decided by the machine, which this step does not allow")
    return ""


def _pointer(row: Row) -> str:
    return next(iter(_strings([row.values.get("item"), row.values.get("url"), *row.ids])), "")


def _strings(values: Iterable[object]) -> Iterable[str]:
    return (value for value in values if isinstance(value, str) and value)
