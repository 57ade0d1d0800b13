from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osint_kit.model.times import mail_date, moment, seconds

LONG = "9" * 30


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "\x00",
        "Sun, 01 Jun 2031 04:00:00",
        "Sun, 01 Jun 2031 99:00:00 GMT",
        f"Sun, 01 Jun {LONG} 04:00:00 GMT",
        f"Sun, {LONG} Jun 2031 04:00:00 GMT",
        f"Sun, 01 Jun 2031 04:00:00 +{LONG}",
    ],
)
def test_a_header_that_no_calendar_has_is_no_date(text: str) -> None:
    assert mail_date(text) is None


@given(st.text(max_size=60))
def test_any_text_is_an_aware_time_or_none(text: str) -> None:
    found = mail_date(text)
    assert found is None or found.tzinfo is not None
    assert moment(text).tzinfo is not None


def test_seconds_count_from_1970_and_are_none_for_no_time() -> None:
    assert seconds("1970-01-01T05:00:30+05:00") == 30.0
    assert seconds("before the war") == 0.0
    assert mail_date("Sun, 01 Jun 2031 09:00:00 +0500") == datetime(2031, 6, 1, 4, tzinfo=UTC)
