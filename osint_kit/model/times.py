"""Times as they stand in statements, in the order in which they passed."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

_SHORTENED = ("", "-01", "-01-01")


def moment(text: str) -> datetime:
    """The instant that an ISO 8601 text names, for comparing; what names none comes before everything else.

    A text without an offset is taken as UTC, one without day or month as their beginning.

    >>> moment("2031-05-01T02:00:00+05:00") < moment("2031-04-30T22:00:00+00:00")
    True
    """
    for ending in _SHORTENED:
        try:
            found = datetime.fromisoformat(text + ending)
        except ValueError:
            continue
        return found if found.tzinfo else found.replace(tzinfo=UTC)
    return datetime.min.replace(tzinfo=UTC)


def seconds(text: str) -> float:
    """The same in seconds since 1970; 0 for what names no instant.

    >>> seconds("1970-01-01T00:01"), seconds("soon")
    (60.0, 0.0)
    """
    found = moment(text)
    return found.timestamp() if found.year > 1 else 0.0


def mail_date(text: str) -> datetime | None:
    """The instant of an HTTP header as Date (RFC 9110); None for what is none, or has no zone.

    >>> mail_date("Sun, 01 Jun 2031 04:00:00 GMT")
    datetime.datetime(2031, 6, 1, 4, 0, tzinfo=datetime.timezone.utc)
    """
    try:
        found = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return None
    return found if found.tzinfo else None
