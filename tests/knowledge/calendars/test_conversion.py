"""Days of four calendars."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osint_kit.knowledge import calendars


@pytest.mark.parametrize(
    ("calendar", "day", "gregorian"),
    [
        ("solar", (1400, 1, 1), "2021-03-21"),
        ("solar", (1403, 12, 30), "2025-03-20"),
        ("kurdish", (2730, 6, 15), "2030-09-06"),
        ("islamic", (1452, 9, 1), "2030-12-26"),
        ("gregorian", (2028, 2, 29), "2028-02-29"),
    ],
)
def test_a_day_has_its_gregorian_day(calendar: str, day: tuple[int, int, int], gregorian: str) -> None:
    assert calendars.gregorian(calendar, *day).isoformat() == gregorian


@pytest.mark.parametrize(
    ("calendar", "day"),
    [
        ("solar", (1410, 12, 30)),
        ("solar", (1410, 13, 1)),
        ("islamic", (1452, 9, 31)),
        ("islamic", (1600, 1, 1)),
        ("gregorian", (2031, 2, 29)),
        ("gregorian", (3031, 2, 2)),
        ("kurdish", (1400, 1, 1)),
    ],
)
def test_a_day_that_the_calendar_has_not_is_refused(calendar: str, day: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="no "):
        calendars.gregorian(calendar, *day)


@given(
    st.sampled_from(("solar", "islamic", "kurdish")), st.integers(1, 12), st.integers(1, 29), st.integers(2000, 2060)
)
def test_a_day_falls_in_the_year_that_is_asked_for(calendar: str, month: int, day: int, year: int) -> None:
    try:
        assert calendars.in_year(calendar, month, day, year).year == year
    except ValueError:
        assert calendar == "islamic" or (month, day) in ((10, 10), (10, 11), (10, 12), (10, 9)) or month == 12


@given(st.integers(1, 12), st.integers(1, 29), st.integers(1301, 1498))
def test_eras_of_the_solar_calendar_agree(month: int, day: int, year: int) -> None:
    kurdish: date = calendars.gregorian("kurdish", year + 1321, month, day)
    assert kurdish == calendars.gregorian("solar", year, month, day)
