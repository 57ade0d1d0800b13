"""Builders that tests of more than one folder need."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

from hypothesis import strategies as st

from osint_kit.model import Capture, Outcome

NOON = datetime(2031, 12, 20, 12, 0, tzinfo=UTC)

texts = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
zones = st.integers(-14 * 4, 14 * 4).map(lambda quarters: timezone(timedelta(minutes=15 * quarters)))
times = st.datetimes(datetime(1990, 1, 1), datetime(2090, 1, 1), timezones=zones)  # noqa: DTZ001 - bounds are naive here


def capture(url: str, body: bytes | str, media_type: str = "text/html; charset=utf-8", **changes: object) -> Capture:
    """A capture as the sandbox would bring it back."""
    content = body.encode() if isinstance(body, str) else body
    fields: dict[str, object] = {
        "asked": url,
        "served": url,
        "retrieved_at": NOON,
        "served_at": NOON,
        "status": 200,
        "request": (("user-agent", "osint-kit/test"),),
        "headers": (("content-type", media_type),),
        "body": content,
        "outcome": Outcome.CAPTURED,
    }
    return Capture(**{**fields, **changes})  # type: ignore[arg-type]  # the caller knows the fields
