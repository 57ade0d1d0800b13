"""The solar calendar by itself, for those that compare years of tables; `knowledge.calendars` has all of them."""

from __future__ import annotations

from datetime import date

import jdatetime

from osint_kit.knowledge import calendars

YEARS = range(1300, 1500)
"""Years that a text of today can only mean by this calendar."""


def gregorian(year: int, month: int, day: int) -> date:
    """The Gregorian day.

    >>> gregorian(1400, 1, 1).isoformat(), gregorian(1410, 9, 22).isoformat()
    ('2021-03-21', '2031-12-13')

    Raises:
        ValueError: the calendar has no such day.
    """
    return calendars.gregorian("solar", year, month, day)


def is_leap(year: int) -> bool:
    """Whether the last month has thirty days.

    >>> [year for year in range(1395, 1410) if is_leap(year)]
    [1395, 1399, 1403, 1408]
    """
    return bool(jdatetime.date(year, 1, 1).isleap())
