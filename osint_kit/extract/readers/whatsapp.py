"""WhatsApp's chat export as text: one document per message, located by line (RFC 5147).

Both forms are read, `31.12.31, 21:05 - Name: text` (Android) and `[31.12.31, 21:05:12] Name: text` (iOS), with 12 or
24 hours, any order of day and month, invisible direction marks, and messages that go on over several lines. The file
names no time zone: without a mapping file that does, a message has no time.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo

from osint_kit.extract.decoding import decode
from osint_kit.extract.readers import Reader, readers
from osint_kit.extract.spoken import lines_of, turn
from osint_kit.model import Capture, Document

_MARKS = "\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff"
_DATE = r"(\d{1,4})[./-](\d{1,2})[./-](\d{1,4})"
_TIME = r"(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?(?:[\s\u202f]?([AaPp])\.?\s?[Mm]\.?)?"
_HEAD = re.compile(rf"[{_MARKS}]*(?:\[{_DATE},?\s{_TIME}\]\s|{_DATE},?\s{_TIME}\s[-\u2013]\s)")
_WHO = re.compile(rf"[{_MARKS}]*([^:\n]{{1,80}}):(?:\s|$)")
_ORDERS = ("dmy", "mdy", "ymd")
_NOON = 12
_SAMPLE = 64 * 1024
_EARLY = 20


@dataclass(frozen=True, slots=True)
class _Begun:
    """The first line of a message: its number from 1, its time as written, what follows the time."""

    number: int
    numbers: tuple[int, int, int]
    clock: tuple[int, int, int]
    rest: str


def read(capture: Capture, *, zone: tzinfo | None = None) -> tuple[Document, ...]:
    """Read every message; a line of the system is a message that nobody signed.

    Args:
        zone: what a mapping says of the local times.
    """
    lines = lines_of(decode(capture))
    begun = [found for number, line in enumerate(lines, start=1) if (found := _begin(number, line))]
    order = _order([each.numbers for each in begun])
    ends = [each.number for each in begun[1:]] + [len(lines) + 1]
    return tuple(
        _message(capture, each, lines[each.number : end - 1], _time(each, order, zone))
        for each, end in zip(begun, ends, strict=True)
    )


def _message(capture: Capture, begun: _Begun, more: Sequence[str], published: datetime | None) -> Document:
    signed = _WHO.match(begun.rest)
    author = signed.group(1).strip(" \u200e\u200f\u202a\u202c\u202f~") if signed else ""
    first = begun.rest[signed.end() :] if signed else begun.rest
    return turn(capture, "whatsapp", [first, *more], number=begun.number, author=author, published=published)


def _begin(number: int, line: str) -> _Begun | None:
    match = _HEAD.match(line)
    if match is None:
        return None
    first, second, third, hour, minute, second_, half = match.groups()[:7] if match.group(1) else match.groups()[7:]
    hours = int(hour) % _NOON + (_NOON if half.lower() == "p" else 0) if half else int(hour)
    clock = (hours, int(minute), int(second_ or 0))
    return _Begun(number, (int(first), int(second), int(third)), clock, line[match.end() :])


def _order(dates: Sequence[tuple[int, int, int]]) -> str:
    """The order of day, month and year in which every date exists and no message is older than the one before it.

    Where several orders fit, the first of them: the day first.
    """
    fitting = [each for each in _ORDERS if all(_days(date, each) for date in dates)]
    ordered = (each for each in fitting if _rising([_days(date, each) for date in dates]))
    return next(ordered, fitting[0] if fitting else _ORDERS[0])


def _days(date: tuple[int, int, int], order: str) -> int:
    """The date as a number of days; 0 where the order gives a date that no calendar has."""
    named = dict(zip(order, date, strict=True))
    year = named["y"] + (2000 if named["y"] < 100 else 0)  # noqa: PLR2004 - two digits of a year
    try:
        return datetime(year, named["m"], named["d"]).toordinal()  # noqa: DTZ001 - a date, not a time
    except ValueError:
        return 0


def _rising(days: Sequence[int]) -> bool:
    return all(before <= after for before, after in itertools.pairwise(days))


def _time(begun: _Begun, order: str, zone: tzinfo | None) -> datetime | None:
    days = _days(begun.numbers, order)
    if zone is None or not days:
        return None
    try:
        return datetime.combine(datetime.fromordinal(days), datetime.min.time().replace(*begun.clock), zone)
    except ValueError:
        return None


def _claims(capture: Capture) -> bool:
    """Whether one of the first lines begins like a message."""
    head = capture.body[:_SAMPLE].decode("utf-8", "ignore").splitlines()[:_EARLY]
    return any(_HEAD.match(line) for line in head)


readers.add(
    __name__, Reader(("text/plain",), (".txt",), read, claims=_claims, marks=(b"\n",) * 2)
)  # a line may be a document: it weighs twice
