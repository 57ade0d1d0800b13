"""What the machine proposes where a trap lies: right, wrong, or unsure. For instructors: it reads the key.

A proposal below the threshold is shown, but the machine would not decide on it: there it is unsure. Where a case holds
nothing that a trap lies in, the machine had nothing to read, and the verdict is open.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from osint_kit.exercise import judging_people as people
from osint_kit.exercise import judging_texts as texts
from osint_kit.exercise.beside import Played
from osint_kit.exercise.verdicts import Found, Verdict

if TYPE_CHECKING:
    from osint_kit.casefile import Case
    from osint_kit.score import AnswerKey
    from osint_kit.score.key import Trap

__all__ = ["STEPS", "Sprung", "Verdict", "sprung"]

STEPS = ("S4", "S5", "S6", "S8", "S9", "S10")


@dataclass(frozen=True, slots=True)
class Sprung:
    """One trap, the verdict on the machine, and what it proposed, in words."""

    trap: Trap
    verdict: Verdict
    proposed: str


def sprung(case: Case, key: AnswerKey) -> tuple[Sprung, ...]:
    """What the machine proposes at each trap of the steps that it plays, by step and id.

    Args:
        case: played by the machine; what it proposes is read from its frames, whatever was decided.
    """
    played = Played(case, key)
    chosen = sorted((each for each in key.traps if each.step in STEPS), key=lambda each: (int(each.step[1:]), each.id))
    return tuple(Sprung(each, *_JUDGES.get(each.expect, _open)(played, each)) for each in chosen)


def _open(_played: Played, _trap: Trap) -> Found:
    return Verdict.OPEN, ""


_JUDGES: Mapping[str, Callable[[Played, Trap], Found]] = {
    "absent": texts.absent,
    "present": texts.present,
    "apart": people.apart,
    "together": people.together,
    "grade": texts.grade,
    "no link": people.no_link,
    "no fare": texts.no_fare,
    "family calls": people.busy,
    "low degree": people.quiet,
    "typology none": people.typology_none,
    "role": people.role,
}
"""What a trap expects → how a proposal is judged; anything else is for people to judge."""
