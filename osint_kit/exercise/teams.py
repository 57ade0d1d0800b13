"""Opening a case for one member of a team."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from osint_kit.bundle import open_world
from osint_kit.casefile import create_case, session
from osint_kit.casefile.session import Kind
from osint_kit.exercise.definition import Exercise, level, load
from osint_kit.model import Assist

if TYPE_CHECKING:
    from osint_kit.casefile import Case
    from osint_kit.model import Clock


class Seat(StrEnum):
    """What a member does in the team; roles rotate on day two."""

    LEAD = "lead"
    COLLECTOR = "collector"
    EXTRACTOR = "extractor"
    FINANCE = "finance"
    RIGHTS = "rights"


def start(
    exercise: Exercise | str,
    world_path: Path | str,
    case_path: Path | str,
    *,
    callsign: str = "ALPHA",
    team: str = "TEAM",
    assist: str | None = None,
    clock: Clock | None = None,
    role: str = "",
    cut: str = "",
    rules_accepted: bool = False,
) -> Case:
    """Make a case for one member of a team, on the world of that team, and let the exercise's clock run.

    Args:
        exercise: the definition, or its name.
        assist: one level for every step; the exercise's own by default.
        role: the member's `Seat`.
        cut: play this shorter form of the exercise.
        rules_accepted: whether the member accepted the rules of conduct; it is logged.

    Raises:
        MissingInput: there is no such exercise or cut. RunError: there is a case already.
    """
    whole = load(exercise) if isinstance(exercise, str) else exercise
    defined = whole.shortened(cut)
    prepared = whole.cuts[cut].prepared if cut else ()
    levels = {**whole.assist, **dict.fromkeys(prepared, Assist.FULL)}
    case = create_case(
        case_path,
        world=open_world(world_path),
        callsign=callsign,
        team=team,
        exercise=defined.name,
        assist=level(levels, assist, levels),
        clock=clock,
    )
    if rules_accepted:
        session.log(case, Kind.RULES, role=Seat(role).value if role else "")
    session.log(case, Kind.START, exercise=defined.name, cut=cut)
    return case
