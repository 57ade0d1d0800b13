"""What the collector brings back: one HTTP exchange, or one file, as served."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TypeAlias

from osint_kit.model.serial import content_id, sha256

Headers: TypeAlias = tuple[tuple[str, str], ...]


class Outcome(StrEnum):
    """How a capture ended; a failed one is data too, for the analyst must see the gap."""

    CAPTURED = "captured"
    PARTIAL = "partial"
    NOT_FOUND = "not_found"
    BLOCKED = "blocked"
    ERROR = "error"

    @classmethod
    def of_status(cls, status: int) -> Outcome:
        """What an HTTP status (RFC 9110) says; whoever is sent elsewhere, or asked to log in, has been kept out.

        >>> Outcome.of_status(206).value, Outcome.of_status(302).value, Outcome.of_status(500).value
        ('partial', 'blocked', 'error')
        """
        return _SAID.get(status) or _CLASSES.get(status // 100, cls.ERROR)


_SAID = {
    206: Outcome.PARTIAL,
    **dict.fromkeys((404, 410), Outcome.NOT_FOUND),
    **dict.fromkeys((401, 402, 403, 407, 451), Outcome.BLOCKED),
}
_CLASSES = {2: Outcome.CAPTURED, 3: Outcome.BLOCKED}
"""By the first digit of a status: where the status itself does not say more."""


@dataclass(frozen=True, slots=True)
class Capture:
    """One exchange. Two clocks: `retrieved_at` is the collector's, `served_at` the site's (its Date header)."""

    asked: str
    served: str
    retrieved_at: datetime
    served_at: datetime | None
    status: int
    request: Headers
    headers: Headers
    body: bytes
    outcome: Outcome
    note: str = ""

    @property
    def digest(self) -> str:
        """SHA-256 of the body as served."""
        return sha256(self.body)

    @property
    def id(self) -> str:
        """Content id: the same answer to the same address has the same id, whoever asked."""
        return content_id("exhibit", self.asked, self.status, self.digest)

    def header(self, name: str) -> str:
        """First value of a response header, or an empty string."""
        return next((value for key, value in self.headers if key.lower() == name.lower()), "")

    @property
    def media_type(self) -> str:
        """Media type without parameters, lower case."""
        return self.header("content-type").partition(";")[0].strip().lower()


Fetch: TypeAlias = Callable[[str], Capture]
"""Fetch one absolute URL. An HTTP status is an outcome, never an exception; another host raises `NotInSandbox`."""

Clock: TypeAlias = Callable[[], datetime]
"""The operator's clock: an aware time."""
