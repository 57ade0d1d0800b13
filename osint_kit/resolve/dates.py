"""Dates of birth as people write them down: each distinct text read once, kept as parts in arrays."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from osint_kit.knowledge import calendars
from osint_kit.resolve.columns import Column

Longs = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]

_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_NUMBERS = re.compile(r"^[^0-9\n]*([0-9]{0,8})[^0-9\n]*([0-9]{0,4})[^0-9\n]*([0-9]{0,4}).*$", re.MULTILINE)
_YOUNGEST = 30
"""Two-digit years up to this one belong to the century that began in 2000."""
_MONTHS, _DAYS, _FIRST, _LAST = 12, 31, 1000, 2199
_PACKED, _YEAR = 8, 4
_LONG = 31
"""Days of the first six months of the solar calendar; the others have one less."""


@dataclass(frozen=True, slots=True)
class Dates:
    """Dates of one column.

    Attributes:
        codes: number of each record's distinct date, -1 where there is none.
        parts: (dates, 3) year, month, day in the Gregorian calendar; 0 where the text says less.
        short: whether the year was written with two digits, by date.
        digits: (dates, 8) the digits of a date, for counting those that differ.
    """

    codes: npt.NDArray[np.int32]
    parts: npt.NDArray[np.int16]
    short: Flags
    digits: npt.NDArray[np.int8]

    @property
    def filled(self) -> Flags:
        """Which records have a date."""
        return self.codes >= 0


def dates(column: Column) -> Dates | None:
    """Read the dates of a column; a text that is none counts as missing. `None` if there is no date at all."""
    year, month, day, short = parse(column.texts)
    packed = np.where(year > 0, (year * 10000 + month * 100 + day) * 2 + short, -1)
    numbers, found = pd.factorize(np.where(packed < 0, np.nan, packed.astype(np.float64)))
    if not len(found):
        return None
    distinct = found.astype(np.int64)
    held = np.append(numbers, -1)[column.codes].astype(np.int32)
    number = distinct // 2
    parts = np.stack([number // 10000, number // 100 % 100, number % 100], axis=1).astype(np.int16)
    digits = (number[:, None] // 10 ** np.arange(_PACKED - 1, -1, -1) % 10).astype(np.int8)
    return Dates(held, parts, distinct % 2 == 1, digits)


def parse(texts: list[str]) -> tuple[Longs, Longs, Longs, Flags]:
    """Year, month and day of each text, 0 for what it does not say, and whether the year was short.

    >>> [each.tolist() for each in parse(["12.05.1987", "19870512", "1987", "12/5/87", "1366/02/22", "05.1987", "no"])]
    ... # doctest: +NORMALIZE_WHITESPACE
    [[1987, 1987, 1987, 1987, 1987, 1987, 0], [5, 5, 0, 5, 5, 5, 0], [12, 12, 0, 12, 12, 0, 0],
     [False, False, False, True, False, False, False]]
    """
    found = _NUMBERS.findall("\n".join(texts).translate(_DIGITS))
    one, two, three = (np.array([each[place] for each in found]) for place in range(3))
    lengths = [np.char.str_len(each) for each in (one, two, three)]
    first, second, third = (np.where(each == "", "0", each).astype(np.int64) for each in (one, two, three))
    full = lengths[2] > 0
    ahead, short = full & (lengths[0] > 2), full & (lengths[0] <= 2) & (lengths[2] <= 2)  # noqa: PLR2004 - two digits
    year = np.where(ahead, first, np.where(short, third + np.where(third <= _YOUNGEST, 2000, 1900), third))
    month, day = second.copy(), np.where(ahead, third, first)
    pair = ~full & (lengths[1] > 0)
    year, month, day = (
        np.where(pair, each, other) for each, other in zip(_two(first, second), (year, month, day), strict=True)
    )
    alone = ~full & ~pair
    year, month, day = (
        np.where(alone, each, other) for each, other in zip(_one(first, lengths[0]), (year, month, day), strict=True)
    )
    return *_checked(year, month, day), short


def _two(first: Longs, second: Longs) -> tuple[Longs, Longs, Longs]:
    """Month and year, in either order."""
    return np.maximum(first, second), np.minimum(first, second), np.zeros_like(first)


def _one(number: Longs, length: npt.NDArray[np.integer]) -> tuple[Longs, Longs, Longs]:
    """A year alone, or eight digits, the year first or last."""
    packed, none = length == _PACKED, np.zeros_like(number)
    ahead = packed & (number // 10000 >= _FIRST) & (number // 10000 <= _LAST) & (number // 100 % 100 <= _MONTHS)
    year = np.where(ahead, number // 10000, np.where(packed, number % 10000, np.where(length == _YEAR, number, 0)))
    day = np.where(ahead, number % 100, np.where(packed, number // 1000000, none))
    return year, np.where(ahead, number // 100 % 100, np.where(packed, number // 10000 % 100, none)), day


def _checked(year: Longs, month: Longs, day: Longs) -> tuple[Longs, Longs, Longs]:
    """Dates with month and day in their places, in the Gregorian calendar; all 0 where there is no such date."""
    turned = (month > _MONTHS) & (day <= _MONTHS)
    month, day = np.where(turned, day, month), np.where(turned, month, day)
    fits = (month >= 0) & (month <= _MONTHS) & (day <= _DAYS) & (year >= _FIRST) & (year <= _LAST)
    year, month, day = (np.where(fits, each, 0) for each in (year, month, day))
    return _gregorian(year, month, np.where(month > 0, day, 0))


def _gregorian(year: Longs, month: Longs, day: Longs) -> tuple[Longs, Longs, Longs]:
    """Turn what only the solar calendar of Afghanistan and Iran can mean into the Gregorian."""
    solar = calendars.YEARS["solar"]
    rows = np.flatnonzero((year >= solar.start) & (year < solar.stop))
    years, where = np.unique(year[rows], return_inverse=True)
    begun = np.array(
        [calendars.gregorian("solar", int(each), 1, 1).isoformat() for each in years], dtype="datetime64[D]"
    )[where]
    before = np.maximum(month[rows] - 1, 0)
    days = before * _LONG - np.maximum(before - 6, 0) + np.maximum(day[rows] - 1, 0)
    found = begun + days
    parts = (
        found.astype("datetime64[Y]").astype(np.int64) + 1970,
        found.astype("datetime64[M]").astype(np.int64) % 12 + 1,
    )
    of_month = (found - found.astype("datetime64[M]")).astype(np.int64) + 1
    year, month, day = year.copy(), month.copy(), day.copy()
    known = month[rows] > 0
    exact = day[rows] > 0
    year[rows] = parts[0]
    month[rows] = np.where(known, parts[1], 0)
    day[rows] = np.where(exact, of_month, 0)
    return year, month, day
