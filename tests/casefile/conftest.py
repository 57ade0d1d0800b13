"""Cases for tests: keys of their own, a clock that ticks."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from cases import MakeCase, Ticking

from osint_kit.casefile import Case, create_case


@pytest.fixture(autouse=True)
def own_keys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OSINT_KIT_CONFIG", str(tmp_path / "config"))


@pytest.fixture(autouse=True)
def quick_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test here cuts the power: waiting for the platters proves nothing (tests/slow does it in earnest)."""
    monkeypatch.setattr(os, "fsync", lambda _handle: None)


@pytest.fixture
def make(tmp_path: Path) -> MakeCase:
    def build(name: str = "case", **options: object) -> Case:
        return create_case(tmp_path / name, **{"clock": Ticking(), "team": "RED", **options})  # type: ignore[arg-type]  # options of create_case

    return build


@pytest.fixture
def case(make: MakeCase) -> Case:
    return make()
