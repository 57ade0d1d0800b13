"""Where a team stands: minutes, the step of the timetable, points at stake, decided rows, injects."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from osint_kit.casefile import overview, session
from osint_kit.casefile.session import Kind
from osint_kit.errors import MissingInput, NotAllowed
from osint_kit.exercise import hints, injects
from osint_kit.exercise.definition import Exercise, Step, load
from osint_kit.exercise.injects import Inject
from osint_kit.messages import _

if TYPE_CHECKING:
    from osint_kit.casefile import Case


@dataclass(frozen=True, slots=True)
class Status:
    """Where a team stands.

    Attributes:
        minutes: that the exercise has run.
        at: place in the timetable.
        current: step of the timetable.
        decided: step → decided rows.
        hints: step → hints taken.
        due: injects that stand before the team.
    """

    minutes: int
    at: str
    paused: bool
    role: str
    current: Step
    steps: tuple[Step, ...]
    decided: dict[str, int]
    hints: dict[str, int]
    due: tuple[Inject, ...]


def played(case: Case) -> Exercise:
    """The exercise, or the cut of it, that a case was started with.

    Raises:
        MissingInput: the case belongs to no exercise.
    """
    if not case.settings.exercise:
        raise MissingInput.expected(_("a case of an exercise"), found=_("none"), where=case.path)
    begun = session.values_of(session.entries(case.path), Kind.START)
    return load(case.settings.exercise).shortened(begun[0].get("cut", "") if begun else "")


def status(case: Case) -> Status:
    """Where the team of a case stands now; injects that have come by then count as delivered."""
    exercise, entries = played(case), session.entries(case.path)
    minute, rows = session.minutes(entries, case.clock()), decided(case)
    due = injects.due(injects.load(exercise), entries, minute, rows)
    injects.deliver(case, due)
    accepted = session.values_of(entries, Kind.RULES)
    return Status(
        minutes=minute,
        at=exercise.at(minute),
        paused=session.paused(entries),
        role=accepted[-1].get("role", "") if accepted else "",
        current=exercise.current(minute),
        steps=exercise.steps,
        decided=rows,
        hints=hints.taken(entries),
        due=due,
    )


def decided(case: Case) -> dict[str, int]:
    """Step → decided rows in force, over all its sheets."""
    found: Counter[str] = Counter()
    for row in overview(case).to_dict("records"):
        found[str(row["step"])] += int(row["decided"])
    return dict(found)


def pause(case: Case) -> int:
    """Stop the clock; returns the minute at which it stands.

    Raises:
        NotAllowed: it does not run.
    """
    entries = session.entries(case.path)
    if not session.begun(entries) or session.paused(entries):
        raise NotAllowed(_("the clock does not run"))
    session.log(case, Kind.PAUSE)
    return session.minutes_of(case.path, case.clock())


def resume(case: Case, at: str = "") -> int:
    """Let the clock go on; returns its minute.

    Args:
        at: a later place in the timetable to go on from, as `D2 09:00`.

    Raises:
        NotAllowed: it runs already, or the place lies behind. MissingInput: there is no such place.
    """
    entries, exercise = session.entries(case.path), played(case)
    if not session.paused(entries):
        raise NotAllowed(_("the clock is not paused"))
    now = session.minutes(entries, case.clock())
    try:
        minute = exercise.minute(at) if at else now
    except ValueError as error:
        raise MissingInput.expected(_("a day and a time, as D2 09:00"), found=at, where="--at") from error
    if minute < now:
        text = _("the clock cannot go back from {now} to {at}")
        raise NotAllowed(text.format(now=exercise.at(now), at=at))
    session.log(case, Kind.RESUME, **{session.MINUTE: str(minute)})
    return minute


def lines(found: Status) -> list[str]:
    """Where a team stands, in words; each inject that stands before it with its payload."""
    head = _("{at}, minute {minutes}; step by the timetable: {step} {title}")
    said = [head.format(at=found.at, minutes=found.minutes, step=found.current.id, title=found.current.title)]
    if found.paused:
        said.append(_("The clock is paused; osint-kit exercise resume lets it go on."))
    if found.role:
        said.append(_("Role: {role}").format(role=found.role))
    said += [_step(step, found) for step in found.steps]
    for each in found.due:
        said += injects.lines(each)
        said.append(_("Answer with: osint-kit exercise respond {id} --text TEXT").format(id=each.id))
    return said


def _step(step: Step, found: Status) -> str:
    text = _("{mark} {step:3} {starts}  {points:3} points, decided rows: {decided}   {title}")
    line = text.format(
        mark=">" if step.starts == found.current.starts else " ",
        step=step.id,
        starts=step.starts,
        points=step.points,
        decided=found.decided.get(step.id, 0),
        title=step.title,
    )
    cost = hints.costs(step, found.hints)
    return f"{line}; {cost}" if cost else line
