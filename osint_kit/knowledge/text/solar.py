"""The solar calendar of Afghanistan and Iran: its months, and the Gregorian day of one of its days.

Leap years follow the cycle of 33 years, which agrees with the observed equinox from 1343 to 1472.
"""

from __future__ import annotations

from datetime import date, timedelta

MONTHS = (
    "حمل|فروردین|ҳамал|хамал[ья]?|hamal|farvardin",
    "ثور|اردیبهشت|савр|савра?|sawr|saur|ordibehesht",
    "جوزا|خرداد|ҷавзои?|джавз[аы]|jawza|khordad",
    "سرطان|تیر|саратони?|саратана?|saratan",
    "اسد|مرداد|асади?|асада?|asad|mordad",
    "سنبله|شهریور|сунбулаи?|сунбул[аы]|sunbula|shahrivar",
    "میزان|مهر|мизони?|мизана?|mizan|mehr",
    "عقرب|آبان|ақраби?|акраба?|aqrab|aban",
    "قوس|آذر|қавси?|кавса?|qaws|azar",
    "جدی|دی|ҷадии?|джади|jadi|dey",
    "دلو|بهمن|далви?|далва?|dalw|dalv|bahman",
    "حوت|اسفند|ҳути?|хута?|hut|hoot|esfand",
)
"""Alternatives by month, Afghan and Iranian names in the scripts of the kit. Own compilation, unreviewed."""

YEARS = range(1300, 1500)
"""Years that a text of today can only mean by this calendar."""

_CYCLE, _LEAPS = 33, frozenset((1, 5, 9, 13, 17, 22, 26, 30))
_KNOWN_YEAR, _KNOWN_DAY = 1400, date(2021, 3, 21)
_LONG_MONTHS, _LAST_MONTH = 6, 12


def gregorian(year: int, month: int, day: int) -> date:
    """The Gregorian day.

    >>> gregorian(1400, 1, 1).isoformat(), gregorian(1410, 9, 22).isoformat()
    ('2021-03-21', '2031-12-13')

    Raises:
        ValueError: the calendar has no such day.
    """
    if not (1 <= month <= _LAST_MONTH and 1 <= day <= _length(year, month)):
        message = f"no day {year}-{month}-{day}"
        raise ValueError(message)
    before = sum(_length(year, each) for each in range(1, month))
    return _new_year(year) + timedelta(days=before + day - 1)


def is_leap(year: int) -> bool:
    """Whether the last month has thirty days.

    >>> [year for year in range(1395, 1410) if is_leap(year)]
    [1395, 1399, 1403, 1408]
    """
    return year % _CYCLE in _LEAPS


def _length(year: int, month: int) -> int:
    if month <= _LONG_MONTHS:
        return 31
    return 30 if month < _LAST_MONTH or is_leap(year) else 29


def _new_year(year: int) -> date:
    first, last = sorted((year, _KNOWN_YEAR))
    days = sum(366 if is_leap(each) else 365 for each in range(first, last))
    return _KNOWN_DAY + timedelta(days=days if year > _KNOWN_YEAR else -days)
