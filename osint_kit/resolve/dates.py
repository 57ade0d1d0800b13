"""Dates of birth as people write them down: each distinct text read once, kept as parts in arrays."""

from __future__ import annotations

import re
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from osint_kit.knowledge.text import solar

_NUMBER = re.compile(r"\d+")
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹", "01234567890123456789")
_YOUNGEST = 30
"""Two-digit years up to this one belong to the century that began in 2000."""
_MONTHS, _DAYS = 12, 31
_SHORT = 100
_YEARS = range(1000, 2200)
_PACKED = 8


@dataclass(frozen=True, slots=True)
class Dates:
    """Dates of one column.

    Attributes:
        codes: number of each record's distinct date, -1 where there is none.
        parts: (dates, 3) year, month, day in the Gregorian calendar; 0 where the text says less.
        short: whether the year was written with two digits, by date.
        slips: (dates, 8) the digits of a date, for counting those that differ.
        shares: share of the filled records with this date, by date.
    """

    codes: npt.NDArray[np.int32]
    parts: npt.NDArray[np.int16]
    short: npt.NDArray[np.bool_]
    digits: npt.NDArray[np.int8]
    shares: npt.NDArray[np.float32]

    @property
    def filled(self) -> npt.NDArray[np.bool_]:
        """Which records have a date."""
        return self.codes >= 0


def dates(column: pd.Series[str]) -> Dates:
    """Read the dates of a column; a text that is none counts as missing."""
    codes, values = pd.factorize(column)
    read = [parse(str(value)) for value in values]
    distinct = {parts: number for number, parts in enumerate(dict.fromkeys(each for each in read if each))}
    renumbered = np.array([distinct.get(each, -1) if each else -1 for each in read] + [-1], dtype=np.int32)
    held = renumbered[codes]
    parts = np.array([each[:3] for each in distinct], dtype=np.int16).reshape(-1, 3)
    short = np.array([each[3] for each in distinct], dtype=bool)
    often = np.bincount(held[held >= 0], minlength=len(distinct)) / max(int((held >= 0).sum()), 1)
    return Dates(held, parts, short, _digits(parts), often.astype(np.float32))


def parse(text: str) -> tuple[int, int, int, bool] | None:
    """Year, month, day and whether the year was short; 0 for what the text does not say.

    >>> parse("12.05.1987"), parse("1987-05-12"), parse("19870512"), parse("1987"), parse("12/5/87")
    ((1987, 5, 12, False), (1987, 5, 12, False), (1987, 5, 12, False), (1987, 0, 0, False), (1987, 5, 12, True))
    >>> parse("1366/02/22"), parse("05.1987"), parse("unknown")
    ((1987, 5, 12, False), (1987, 5, 0, False), None)
    """
    numbers = _NUMBER.findall(text.translate(_DIGITS).removesuffix(".0").partition("T")[0])[:3]
    if len(numbers) == 1:
        return _one(numbers[0])
    values = [int(each) for each in numbers]
    if len(values) == 2:  # noqa: PLR2004 - month and year
        year, month = max(values), min(values)
        return _checked(year, month, 0, short=False) if year in _YEARS else None
    if len(values) != 3:  # noqa: PLR2004 - day, month and year
        return None
    if len(numbers[0]) > 2:  # noqa: PLR2004 - a year comes first
        return _checked(values[0], values[1], values[2], short=False)
    year, short = (values[2], False) if len(numbers[2]) > 2 else (_century(values[2]), True)  # noqa: PLR2004 - two digits
    return _checked(year, values[1], values[0], short=short)


def _one(number: str) -> tuple[int, int, int, bool] | None:
    if len(number) == _PACKED:
        first = _checked(int(number[:4]), int(number[4:6]), int(number[6:]), short=False)
        return first or _checked(int(number[4:]), int(number[2:4]), int(number[:2]), short=False)
    return _checked(int(number), 0, 0, short=False) if len(number) == 4 else None  # noqa: PLR2004 - a year alone


def _century(year: int) -> int:
    return year + (2000 if year <= _YOUNGEST else 1900)


def _checked(year: int, month: int, day: int, *, short: bool) -> tuple[int, int, int, bool] | None:
    """A date with month and day in their places, the solar calendar turned into the Gregorian."""
    if year in solar.YEARS:
        return _solar(year, month, day)
    if month > _MONTHS and day <= _MONTHS:
        month, day = day, month
    if year not in _YEARS or month > _MONTHS or day > _DAYS:
        return None
    return year, month, (day if month else 0), short


def _solar(year: int, month: int, day: int) -> tuple[int, int, int, bool] | None:
    if not month:
        return year + 621, 0, 0, False
    try:
        found = solar.gregorian(year, month, day or 1)
    except ValueError:
        return None
    return found.year, found.month, found.day if day else 0, False


def _digits(parts: npt.NDArray[np.int16]) -> npt.NDArray[np.int8]:
    number = parts[:, 0].astype(np.int64) * 10000 + parts[:, 1] * 100 + parts[:, 2]
    return (number[:, None] // 10 ** np.arange(7, -1, -1) % 10).astype(np.int8)
