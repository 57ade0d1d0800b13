from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osint_kit.knowledge.calendars import gregorian

NEW_YEARS = {
    1375: date(1996, 3, 20),
    1399: date(2020, 3, 20),
    1400: date(2021, 3, 21),
    1403: date(2024, 3, 20),
    1404: date(2025, 3, 21),
    1408: date(2029, 3, 20),
    1410: date(2031, 3, 21),
}


@pytest.mark.parametrize(("year", "day"), NEW_YEARS.items())
def test_new_year_falls_where_the_calendar_has_it(year: int, day: date) -> None:
    assert gregorian("solar", year, 1, 1) == day


@given(st.integers(1343, 1471))
def test_the_last_day_of_a_year_is_followed_by_the_first_of_the_next(year: int) -> None:
    last = last_day(year)
    assert last + timedelta(days=1) == gregorian("solar", year + 1, 1, 1)


@pytest.mark.parametrize(
    "day", [(1410, 0, 1), (1410, 13, 1), (1410, 1, 32), (1410, 7, 31), (1410, 12, 30), (1410, 1, 0)]
)
def test_a_day_that_the_calendar_has_not_is_refused(day: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="no day"):
        gregorian("solar", *day)


def last_day(year: int) -> date:
    try:
        return gregorian("solar", year, 12, 30)
    except ValueError:
        return gregorian("solar", year, 12, 29)
