"""Hints: general advice on a step, for a share of the step's own award. Taking one is logged."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from osint_kit.casefile import session
from osint_kit.casefile.session import Entry, Kind
from osint_kit.errors import NotAllowed
from osint_kit.exercise.definition import Exercise, Hint, Step
from osint_kit.messages import _

if TYPE_CHECKING:
    from osint_kit.casefile import Case


def taken(entries: Iterable[Entry]) -> dict[str, int]:
    """Step → how many hints the team took there; one that two members took counts once."""
    found: dict[str, int] = {}
    for values in session.values_of(entries, Kind.HINT):
        found[values["step"]] = max(found.get(values["step"], 0), int(values["number"]))
    return found


def share(step: Step, count: int) -> int:
    """Percent of the step's own award that so many hints cost: that of the dearest one taken."""
    return max((hint.cost for hint in step.hints[:count]), default=0)


def take(case: Case, exercise: Exercise, name: str) -> tuple[Hint, int]:
    """Take the next hint of a step; returns it and its number.

    Raises:
        MissingInput: there is no such step. NotAllowed: it has no hint left.
    """
    step = exercise.step(name)
    number = taken(session.entries(case.path)).get(step.id, 0) + 1
    if number > len(step.hints):
        text = _("{step} has no hint left; {count} were taken")
        raise NotAllowed(text.format(step=step.id, count=len(step.hints)))
    session.log(case, Kind.HINT, step=step.id, number=str(number))
    return step.hints[number - 1], number


def costs(step: Step, counts: Mapping[str, int]) -> str:
    """What the hints taken at a step cost, in words; empty without any."""
    count = counts.get(step.id, 0)
    if not count:
        return ""
    return _("hints taken: {count}, {share} % of the award").format(count=count, share=share(step, count))
