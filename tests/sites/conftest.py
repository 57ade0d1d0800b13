from __future__ import annotations

from collections.abc import Callable, Iterator

import httpx
import pytest
from small_world import world

from osint_kit import sandbox

Ask = Callable[[str], httpx.Response]


@pytest.fixture(scope="session")
def ask() -> Iterator[Ask]:
    with httpx.Client(transport=sandbox.transport(world())) as client:
        yield client.get
