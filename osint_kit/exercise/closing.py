"""Closing an exercise: the score and the debrief page of one team."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from osint_kit.bundle import open_world
from osint_kit.casefile import session
from osint_kit.casefile import submission as submitting
from osint_kit.casefile.disk import write_whole
from osint_kit.casefile.session import Kind
from osint_kit.errors import MissingInput
from osint_kit.exercise import injects
from osint_kit.exercise.debrief import Debrief, debrief, injects_of
from osint_kit.exercise.definition import Exercise, load
from osint_kit.exercise.scoring import score
from osint_kit.exercise.submission import read
from osint_kit.exercise.traps import sprung
from osint_kit.messages import language_in_use
from osint_kit.model import Submission
from osint_kit.score import Score, open_key

if TYPE_CHECKING:
    from osint_kit.casefile import Case


def close(
    submission: Path | str | Submission,
    world_path: Path | str,
    out: Path | str,
    *,
    case: Case | None = None,
    machine: Case | None = None,
    cut: str = "",
    brief_back: int | None = None,
    assist: str | None = None,
) -> Score:
    """Score a submission and write the team's debrief page. It reads the key: hand the page out after the exercise.

    Args:
        case: the team's, for its decisions, its hints and what it answered to the injects.
        machine: a case of the same world that the machine played alone, for the comparison and the traps.
        cut: the shorter form of the exercise that was played.
        brief_back: an evaluator's rubric for the brief-back: 0, 50 or 100.
        assist: one level allowed at every step; the exercise's own by default.

    Raises:
        BadSubmission: malformed, or made in another world. MissingInput: the world has no key.
        StorageFailed: the page cannot be written.
    """
    world, key = open_world(world_path), open_key(world_path)
    team = submission if isinstance(submission, Submission) else read(submission)
    alone = submitting.build(machine) if machine is not None else None
    found = score(team, world_path, machine=alone, cut=cut, brief_back=brief_back, assist=assist)
    exercise = _exercise(world.scenario, cut)
    given = Debrief(
        score=found,
        submission=team,
        key=key,
        world=world,
        language=language_in_use(),
        titles={step.id: step.title for step in exercise.steps} if exercise else {},
        traps=sprung(machine, key) if machine is not None else (),
    )
    page = debrief(given if case is None else _with_case(given, case, exercise))
    write_whole(Path(out), page.body)
    return found


def _with_case(given: Debrief, case: Case, exercise: Exercise | None) -> Debrief:
    """The debrief with what only the team's own case tells."""
    entries = session.entries(case.path)
    reached = injects.answered(injects.load(exercise), entries) if exercise else ()
    return replace(
        given,
        made=case.clock().isoformat(timespec="minutes"),
        decisions=case.decisions,
        hints=tuple({**each.values, "at": each.at.isoformat()} for each in entries if each.kind is Kind.HINT),
        injects=injects_of(reached),
    )


def _exercise(name: str, cut: str) -> Exercise | None:
    """The exercise of a world; a world that somebody made for himself may have none."""
    try:
        return load(name).shortened(cut)
    except MissingInput:
        if cut:
            raise
        return None
