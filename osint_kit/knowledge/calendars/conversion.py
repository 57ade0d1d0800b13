"""Days of four calendars as Gregorian days: solar by jdatetime, Islamic by Umm al-Qura (hijridate)."""

from __future__ import annotations

from datetime import date

import jdatetime
from hijridate import Hijri

SHIFT = 1321
"""Years of the Kurdish solar era less those of the solar Hijri era."""

YEARS = {
    "gregorian": range(1900, 2101),
    "solar": range(1250, 1500),
    "islamic": range(1343, 1501),
    "kurdish": range(1250 + SHIFT, 1500 + SHIFT),
}
"""Years by calendar that a text of today can mean."""

_OFFSETS = {"solar": (621, 622), "islamic": (577, 578, 579, 580, 581), "kurdish": (621 - SHIFT, 622 - SHIFT)}


def gregorian(calendar: str, year: int, month: int, day: int) -> date:
    """The Gregorian day.

    >>> [gregorian(*each).isoformat() for each in (("solar", 1410, 9, 22), ("islamic", 1452, 9, 5))]
    ['2031-12-13', '2030-12-30']
    >>> gregorian("kurdish", 2730, 6, 15).isoformat()
    '2030-09-06'

    Raises:
        ValueError: the calendar has no such day, or the year lies outside `YEARS`.
    """
    if year not in YEARS[calendar]:
        message = f"no year {year} of the {calendar} calendar"
        raise ValueError(message)
    try:
        if calendar == "gregorian":
            return date(year, month, day)
        if calendar == "islamic":
            return date(*Hijri(year, month, day).to_gregorian().datetuple())
        solar: date = jdatetime.date(year - SHIFT if calendar == "kurdish" else year, month, day).togregorian()
    except (OverflowError, ValueError) as error:
        message = f"no day {year}-{month}-{day}"
        raise ValueError(message) from error
    return solar


def in_year(calendar: str, month: int, day: int, year: int) -> date:
    """The day of this month that falls in a Gregorian year.

    >>> in_year("solar", 10, 20, 2031).isoformat()
    '2031-01-10'

    Raises:
        ValueError: there is none.
    """
    if calendar == "gregorian":
        return date(year, month, day)
    for offset in _OFFSETS[calendar]:
        try:
            found = gregorian(calendar, year - offset, month, day)
        except ValueError:
            continue
        if found.year == year:
            return found
    message = f"no day {month}-{day} in {year}"
    raise ValueError(message)


def full_year(calendar: str, written: int) -> int:
    """A year of two digits as one of four.

    >>> full_year("gregorian", 31), full_year("gregorian", 95), full_year("solar", 99), full_year("solar", 5)
    (2031, 1995, 1399, 1405)
    """
    pivot, later, earlier = _CENTURIES[calendar]
    return written + (later if written < pivot else earlier) if written < _CENTURY else written


_CENTURY = 100
_CENTURIES = {
    "gregorian": (70, 2000, 1900),
    "solar": (40, 1400, 1300),
    "islamic": (70, 1400, 1300),
    "kurdish": (90, 2700, 2600),
}
