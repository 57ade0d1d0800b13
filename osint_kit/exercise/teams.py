"""Opening a case for one member of a team."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from osint_kit.bundle import open_world
from osint_kit.casefile import create_case
from osint_kit.exercise.definition import Exercise, level, load

if TYPE_CHECKING:
    from osint_kit.casefile import Case
    from osint_kit.model import Clock


def start(
    exercise: Exercise | str,
    world_path: Path | str,
    case_path: Path | str,
    *,
    callsign: str = "ALPHA",
    team: str = "TEAM",
    assist: str | None = None,
    clock: Clock | None = None,
) -> Case:
    """Make a case for one member of a team, on the world of that team.

    Args:
        exercise: the definition, or its name.
        assist: one level for every step; the exercise's own by default.
    """
    defined = load(exercise) if isinstance(exercise, str) else exercise
    return create_case(
        case_path,
        world=open_world(world_path),
        callsign=callsign,
        team=team,
        exercise=defined.name,
        assist=level(defined.assist, assist, defined.assist),
        clock=clock,
    )
