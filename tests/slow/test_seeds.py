"""Other seeds, other names and numbers: the same order of scores, the same traps, and nothing of the key elsewhere."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest
from ranking import ranked

from osint_kit import world

pytestmark = [pytest.mark.slow, pytest.mark.seeds]


@pytest.fixture(scope="module", params=[11, 12, 23, 34, 45, 56, 77, 78, 89, 100])
def made(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder: Path = tmp_path_factory.mktemp("seed") / str(request.param)
    world.make(folder, seed=request.param)
    return folder


def test_the_baselines_rank_on_every_seed(made: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = ranked(made, tmp_path)
    with capsys.disabled():
        for name, steps in found.items():
            shown = "  ".join(f"{step} {earned:5.1f}" for step, earned in steps.items())
            print(f"\nseed {made.name} {name:10} {sum(steps.values()):6.1f}  {shown}", end="")


def test_trap_counts_are_those_of_every_seed(made: Path, tmp_path: Path) -> None:
    world.make(tmp_path / "other", seed=5)
    assert traps(made) == traps(tmp_path / "other")


def traps(folder: Path) -> Counter[str]:
    lines = (folder / "key" / "traps.jsonl").read_text(encoding="utf-8").splitlines()
    return Counter(str(json.loads(line)["kind"]) for line in lines)
