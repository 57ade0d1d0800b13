"""The order in which a world must rank those who play it."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from osint_kit import baselines, create_case, exercise, open_world, pipeline
from osint_kit.casefile import submission
from osint_kit.exercise.scoring import serving
from osint_kit.model import Submission
from osint_kit.score import open_key
from osint_kit.score.perfect import from_key
from osint_kit.score.sheet import file_of

STEPS = tuple(f"S{number}" for number in range(1, 14))
ORDER = ("empty", "random", "degree_only", "reference")
Points = dict[str, float]


def ranked(world_path: Path, folder: Path) -> dict[str, Points]:
    """Play every baseline and the key; hold them to their order; return the points per step."""
    found = {name: points(getattr(baselines, name)(world_path), world_path) for name in (*ORDER, "everything")}
    totals = {name: sum(steps.values()) for name, steps in found.items()}
    assert all(totals[less] < totals[more] for less, more in pairwise(ORDER)), found
    assert totals["everything"] < totals["reference"], found
    assert found["everything"]["S10"] < found["empty"]["S10"] == 0, found
    scored = exercise.score(by_key(world_path, folder), world_path)
    found["key"] = {each.step: each.points for each in scored.steps}
    full = {each.step: each.maximum for each in scored.steps}
    assert {step: round(earned, 6) for step, earned in found["key"].items()} == full
    assert tuple(full) == STEPS
    return found


def by_key(world_path: Path, folder: Path) -> Submission:
    """The key's own rows, but what the key names is really collected and sealed."""
    world, key = open_world(world_path), open_key(world_path)
    case = create_case(folder / "case", world=world, team="KEY")
    pipeline.plan(case, "full")
    pipeline.collect(case, urls=sorted({file_of(item) for item in key.key_items}), because="the key names it")
    pipeline.preserve(case)
    assert not case.verify()
    real = submission.build(case)
    answered = from_key(key, world, serving(world))
    return replace(answered, steps={**answered.steps, **{step: real.steps[step] for step in ("S2", "S3")}})


def points(submitted: Submission, world_path: Path) -> Points:
    """Points per step."""
    scored = exercise.score(submitted, world_path, assist="full")
    return {each.step: each.points for each in scored.steps}
