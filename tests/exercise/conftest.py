"""A team's case on the shipped world, with a clock that the test sets."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from factory import NOON

from osint_kit.casefile import Case
from osint_kit.exercise import start
from osint_kit.shipped import shipped

WORLD = shipped("fixtures", "silk-route")


@dataclass
class Hand:
    """A clock that stands until it is moved on."""

    now: datetime = NOON

    def __call__(self) -> datetime:
        return self.now

    def on(self, minutes: float) -> None:
        self.now += timedelta(minutes=minutes)


@pytest.fixture
def hand() -> Hand:
    return Hand()


@pytest.fixture
def begin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, hand: Hand) -> Callable[..., Case]:
    monkeypatch.setenv("OSINT_KIT_CONFIG", str(tmp_path / "config"))

    def make(**chosen: object) -> Case:
        options = {"clock": hand, "team": "RED", "rules_accepted": True, **chosen}
        return start("silk-route", WORLD, tmp_path / "played", **options)  # type: ignore[arg-type]  # start's own options

    return make
