"""The score's order on the demo world: empty ≤ everything < reference, and the key earns all there is."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from osint_kit import baselines, create_case, exercise, open_world, pipeline
from osint_kit.casefile import submission
from osint_kit.exercise.scoring import serving
from osint_kit.model import Submission
from osint_kit.score import open_key
from osint_kit.score.perfect import from_key
from osint_kit.shipped import shipped

STEPS = ("S1", "S2", "S3", "S4", "S5", "S6", "S8")
WORLD = shipped("fixtures", "silk-route")


def by_key(world_path: Path, folder: Path) -> Submission:
    """The key's own rows, but what the key names is really collected and sealed."""
    world, key = open_world(world_path), open_key(world_path)
    case = create_case(folder / "case", world=world, team="KEY")
    pipeline.plan(case, "full")
    pipeline.collect(case, urls=sorted(key.key_items), because="the key names it")
    pipeline.preserve(case)
    assert not case.verify()
    real = submission.build(case)
    answered = from_key(key, world, serving(world))
    return replace(answered, steps={**answered.steps, **{step: real.steps[step] for step in ("S2", "S3")}})


def points(submitted: Submission, world_path: Path) -> dict[str, float]:
    scored = exercise.score(submitted, world_path, assist="full")
    return {each.step: each.points for each in scored.steps}


def check(world_path: Path, folder: Path) -> dict[str, dict[str, float]]:
    """Play all four and hold them to the order; the figures are returned."""
    found = {
        "empty": points(baselines.empty(world_path), world_path),
        "everything": points(baselines.everything(world_path), world_path),
        "reference": points(baselines.reference(world_path), world_path),
    }
    scored = exercise.score(by_key(world_path, folder), world_path)
    found["key"] = {each.step: each.points for each in scored.steps}
    totals = {name: sum(steps.values()) for name, steps in found.items()}
    assert totals["empty"] <= totals["everything"] < totals["reference"], found
    assert {each.step: round(each.points, 6) for each in scored.steps} == {
        each.step: each.maximum for each in scored.steps
    }
    assert tuple(found["key"]) == STEPS
    return found


def test_the_baselines_rank_and_the_key_earns_everything(tmp_path: Path) -> None:
    found = check(WORLD, tmp_path)
    assert set(found["empty"].values()) == {0}
    assert found["everything"]["S5"] == 0


def test_the_reference_sees_no_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = Path.open

    def watched(path: Path, *rest: object, **more: object) -> object:
        assert "key" not in path.resolve().relative_to(path.resolve().anchor).parts, path
        return opened(path, *rest, **more)  # type: ignore[call-overload]  # handed through unchanged

    monkeypatch.setattr(Path, "open", watched)
    case = create_case(tmp_path / "case", world=WORLD)
    pipeline.plan(case, "full")
    pipeline.search(case, "full")
    assert pipeline.collect(case).written > 50
