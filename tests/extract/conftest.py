"""Builders for the extract step's tests."""

from collections.abc import Callable
from datetime import UTC, datetime

import pytest

from osint_kit.knowledge.regions import Profile
from osint_kit.model import Capture, Outcome

WHEN = datetime(2031, 12, 1, 8, 0, tzinfo=UTC)
URL = "https://bozor.zarvand.example/page"


@pytest.fixture(scope="session")
def capture() -> Callable[..., Capture]:
    def build(
        body: str | bytes, media_type: str = "text/html; charset=utf-8", url: str = URL, **more: object
    ) -> Capture:
        raw = body if isinstance(body, bytes) else body.encode()
        fields = {"status": 200, "outcome": Outcome.CAPTURED} | more
        return Capture(url, url, WHEN, None, request=(), headers=(("Content-Type", media_type),), body=raw, **fields)

    return build


@pytest.fixture(scope="session")
def profiles() -> tuple[Profile, ...]:
    rows = (
        ("QM", "281", r"\d{4} ?[A-Z]{2} ?\d{2}", ("tg", "ru"), ("Навзамин", "Navzamin")),
        ("QN", "283", r"\d{2}[A-Z]\d{3}[A-Z]{2}", ("uz", "ru"), ("Тамгала", "Tamgala")),
    )
    return tuple(
        Profile(code, code, calling, 9, plate, 22, "USD", languages, places, "test", 1.0, fictional=True)
        for code, calling, plate, languages, places in rows
    )
