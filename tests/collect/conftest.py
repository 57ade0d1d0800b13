from __future__ import annotations

from datetime import UTC, datetime

import pytest
from small_world import world

from osint_kit import sandbox
from osint_kit.model import Capture, Fetch

NOW = datetime(2032, 1, 5, tzinfo=UTC)


class Log:
    """A fetch that remembers what it was asked."""

    def __init__(self, fetch: Fetch) -> None:
        self.fetch = fetch
        self.asked: list[str] = []

    def __call__(self, url: str) -> Capture:
        self.asked.append(url)
        return self.fetch(url)


@pytest.fixture
def fetch() -> Log:
    return Log(sandbox.fetcher(world(), clock=lambda: NOW))
