"""The score's order on the demo world: empty ≤ everything < reference, and the key earns all there is."""

from __future__ import annotations

from pathlib import Path

import pytest
from ranking import ranked

from osint_kit import create_case, pipeline
from osint_kit.shipped import shipped

WORLD = shipped("fixtures", "silk-route")


def test_the_baselines_rank_and_the_key_earns_everything(tmp_path: Path) -> None:
    found = ranked(WORLD, tmp_path)
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
