"""Those who play without a team, on the demo world: their order, what they never see, and what they are caught by."""

from __future__ import annotations

from pathlib import Path

import pytest
from ranking import by_key, points

from osint_kit import baselines, create_case, exercise, pipeline
from osint_kit.casefile import Case, submission
from osint_kit.exercise.traps import Verdict, sprung
from osint_kit.score import open_key
from osint_kit.shipped import shipped

WORLD = shipped("fixtures", "silk-route")
CAUGHT = 2 / 3
"""Share of the traps at which the machine has to be wrong or unsure."""


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Case:
    """The machine alone."""
    case = create_case(tmp_path_factory.mktemp("machine") / "case", world=WORLD, team="BASELINE", callsign="BASELINE")
    pipeline.play(case, "full")
    return case


def test_chance_beats_nothing_and_the_machine_beats_chance(played: Case) -> None:
    nothing, chance = (points(getattr(baselines, name)(WORLD), WORLD) for name in ("empty", "random"))
    machine = points(submission.build(played), WORLD)
    assert set(nothing.values()) == {0}
    assert 0 < sum(chance.values()) < sum(machine.values())
    assert machine["S10"] > 0


def test_the_key_earns_everything(tmp_path: Path) -> None:
    scored = exercise.score(by_key(WORLD, tmp_path), WORLD)
    assert {each.step: each.points for each in scored.steps} == {each.step: each.maximum for each in scored.steps}


def test_the_machine_is_wrong_or_unsure_at_most_traps(played: Case) -> None:
    found = sprung(played, open_key(WORLD))
    judged = [each for each in found if each.verdict is not Verdict.OPEN and each.trap.step != "S9"]
    assert {each.trap.step for each in judged} == {"S4", "S5", "S6", "S8", "S10"}
    led_astray = [each for each in judged if each.verdict is not Verdict.RIGHT]
    assert len(led_astray) >= CAUGHT * len(judged), [(each.trap.kind, each.verdict) for each in judged]


def test_the_debrief_of_the_machine_shows_its_traps(played: Case, tmp_path: Path) -> None:
    exercise.close(submission.build(played), WORLD, tmp_path / "debrief.html", machine=played)
    page = (tmp_path / "debrief.html").read_text(encoding="utf-8")
    assert 'id="traps"' in page
    assert 'id="missed"' in page


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
