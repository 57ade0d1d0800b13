"""Waits when a site asks for it."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable

from osint_kit.messages import _
from osint_kit.model import Capture, Fetch
from osint_kit.model.times import mail_date

ATTEMPTS = 4
LONGEST_WAIT = 120.0
_BUSY = frozenset({429, 503})


def patient(fetch: Fetch, sleep: Callable[[float], None]) -> Fetch:
    """Wrap `fetch` so that 429 and 503 are tried again after the time the site names in Retry-After.

    Without that header the wait doubles from one second. A wait longer than `LONGEST_WAIT` is not taken: the capture
    comes back as it is, and its note says so.
    """

    def wait(url: str) -> Capture:
        capture = fetch(url)
        for attempt in range(1, ATTEMPTS):
            if capture.status not in _BUSY:
                return capture
            seconds = delay(capture, attempt)
            if seconds > LONGEST_WAIT:
                note = _("the site asks to wait {seconds} seconds; not waited").format(seconds=round(seconds))
                return dataclasses.replace(capture, note=note)
            sleep(seconds)
            capture = fetch(url)
        if capture.status in _BUSY:
            note = _("still busy after {attempts} attempts").format(attempts=ATTEMPTS)
            return dataclasses.replace(capture, note=note)
        return capture

    return wait


def delay(capture: Capture, attempt: int) -> float:
    """Seconds to wait before the next attempt: Retry-After in seconds or as a date, else 1, 2, 4 and so on."""
    asked = capture.header("retry-after").strip()
    if asked.isascii() and asked.isdigit():
        return float(asked)
    until = mail_date(asked)
    if until is not None:
        return max(0.0, (until - (capture.served_at or capture.retrieved_at)).total_seconds())
    return float(2 ** (attempt - 1))
