"""The debrief of one team as one self-contained page: for the evaluator and, after the score, for the team.

It reads the key: nothing of it may reach a team that still plays.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from markupsafe import Markup

from osint_kit.bundle import World
from osint_kit.exercise import blocks
from osint_kit.exercise.calibration import Judgement
from osint_kit.exercise.injects import Answered
from osint_kit.exercise.scoring import serving
from osint_kit.exercise.traps import Sprung
from osint_kit.messages import _
from osint_kit.model import Decision, Product, Submission
from osint_kit.report.page import page
from osint_kit.report.sections import Block
from osint_kit.score import AnswerKey, Score
from osint_kit.score.sheet import Sheet

NAME = "debrief.html"


@dataclass(frozen=True)
class Debrief:
    """What a debrief is made from; what is left out is not shown.

    Attributes:
        titles: step → its title.
        hints: rows of the hint log, in order: step, number, at.
        injects: what reached the team, what it answered, and what was expected.
        traps: what the machine proposed at each trap.
        pooled: answers of all teams to their set questions, for a curve.
        made: when the page was made.
    """

    score: Score
    submission: Submission
    key: AnswerKey
    world: World
    language: str = "en"
    made: str = ""
    titles: Mapping[str, str] = field(default_factory=dict)
    decisions: Sequence[Decision] = ()
    hints: Sequence[Mapping[str, str]] = ()
    injects: Sequence[Mapping[str, object]] = ()
    traps: Sequence[Sprung] = ()
    pooled: Sequence[Judgement] = ()

    @cached_property
    def sheet(self) -> Sheet:
        """The submission beside the key."""
        return Sheet(self.submission, self.key, self.world, serving(self.world))


def injects_of(answered: Sequence[Answered]) -> tuple[Mapping[str, object], ...]:
    """What a debrief shows of the injects that reached a team."""
    return tuple(
        {
            "id": each.inject.id,
            "title": each.inject.title,
            "delivered": each.delivered,
            "answer": each.text,
            "expected": each.inject.expected,
        }
        for each in answered
    )


def debrief(given: Debrief) -> Product:
    """Render the page."""
    listed = [
        Block(order, name, heading(), body)
        for order, (name, heading, make) in enumerate(_BLOCKS)
        if (body := make(given)) is not None
    ]
    about = ((_("Team"), given.score.team), (_("World"), given.score.world), (_("Made"), given.made))
    text = page(_("Debrief"), listed, about, language=given.language, watermark=_(given.score.watermark))
    return Product(NAME, "text/html", given.score.watermark, text.encode("utf-8"))


_Block = tuple[str, Callable[[], str], Callable[[Debrief], Markup | None]]

_BLOCKS: tuple[_Block, ...] = (
    (
        "steps",
        lambda: _("Points"),
        lambda given: blocks.steps(given.score, given.titles),
    ),
    (
        "lessons",
        lambda: _("Best and costliest"),
        lambda given: blocks.lessons(given.score, given.sheet),
    ),
    (
        "missed",
        lambda: _("Core links missed"),
        lambda given: blocks.missed(given.sheet),
    ),
    ("harm", lambda: _("Harm"), lambda given: blocks.harm(given.score)),
    (
        "grades",
        lambda: _("Grades: halo"),
        lambda given: blocks.halo(given.score),
    ),
    (
        "calibration",
        lambda: _("Calibration"),
        lambda given: blocks.calibrated(given.sheet, given.pooled),
    ),
    (
        "traps",
        lambda: _("Traps"),
        lambda given: blocks.traps(given.score, given.traps),
    ),
    (
        "injects",
        lambda: _("Injects"),
        lambda given: blocks.injects(given.injects),
    ),
    ("hints", lambda: _("Hints"), lambda given: blocks.hints(given.hints)),
    (
        "decisions",
        lambda: _("Decisions"),
        lambda given: blocks.decisions(given.decisions),
    ),
)
"""Anchor, heading, and what makes the block; a heading is made when it is shown, in the language in use."""
