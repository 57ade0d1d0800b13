"""Times as they stand in statements, in the order in which they passed."""

from __future__ import annotations

from datetime import UTC, datetime

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
