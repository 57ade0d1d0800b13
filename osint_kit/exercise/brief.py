"""The brief of a step as a team reads it."""

from __future__ import annotations

from collections.abc import Iterator

from osint_kit.bundle import World
from osint_kit.exercise.definition import Exercise, Step
from osint_kit.messages import _, language_in_use

FIRST = "S0"


def brief(exercise: Exercise, step: Step, world: World | None = None) -> list[str]:
    """Lines of a step's brief; before the first step, the brief of the world and the rules of conduct."""
    return [*_head(exercise, step), *(_world(world) if world and step.id == FIRST else ()), *_told(step)]


def rules(exercise: Exercise) -> list[str]:
    """The rules of conduct that a member accepts before the clock starts."""
    return [f"{number}. {rule}" for number, rule in enumerate(_rules(exercise), start=1)]


def _rules(exercise: Exercise) -> tuple[str, ...]:
    return tuple(rule for step in exercise.steps for rule in step.rules)


def _head(exercise: Exercise, step: Step) -> Iterator[str]:
    text = _("{exercise}: {step} {title} ({starts}, {minutes} min, {points} points)")
    yield text.format(
        exercise=exercise.title,
        step=step.id,
        title=step.title,
        starts=step.starts,
        minutes=step.minutes,
        points=step.points,
    )
    yield _("Product: {product}").format(product=step.product)
    yield _("The team decides: {decides}").format(decides=step.decides)
    yield _("The machine may go as far as: {assist}").format(assist=step.assist.value)
    yield from (f"  {command}" for command in step.commands)
    yield ""


def _world(world: World) -> Iterator[str]:
    spoken = language_in_use()
    for name in ("title", "text", "authority"):
        yield from world.brief.get(f"{name}_{spoken}", _(world.brief.get(name, ""))).splitlines()
        yield ""
    yield _("Sources:")
    yield from (f"  {source.host}  {_(source.title)}" for source in world.sources)
    yield ""


def _told(step: Step) -> Iterator[str]:
    yield from step.text.splitlines()
    if step.rules:
        yield ""
        yield from (f"{number}. {rule}" for number, rule in enumerate(step.rules, start=1))
    if step.schema:
        yield ""
        yield _("Form of the rows in a submission: exercises/submission.schema.json{pointer}").format(
            pointer=step.schema
        )
    if step.review:
        yield ""
        yield step.review
