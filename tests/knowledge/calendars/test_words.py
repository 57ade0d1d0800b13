"""Words about days."""

import tomllib
from importlib.resources import files

import pytest

from osint_kit.knowledge import calendars

TABLES = ("gregorian", "solar", "islamic")


def table(name: str) -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(files("osint_kit.knowledge.calendars").joinpath(f"{name}.toml").read_text("utf-8"))


@pytest.mark.parametrize("name", TABLES)
def test_every_language_names_twelve_months(name: str) -> None:
    assert {language: len(months) for language, months in table(name)["months"].items() if len(months) != 12} == {}


@pytest.mark.parametrize("name", TABLES)
def test_a_word_names_one_month_of_a_calendar(name: str) -> None:
    numbers: dict[str, set[int]] = {}
    for months in table(name)["months"].values():
        for number, line in enumerate(months, start=1):
            for key in calendars.spelt([line]):
                numbers.setdefault(key, set()).add(number)
    assert {key: found for key, found in numbers.items() if len(found) > 1} == {}


@pytest.mark.parametrize("name", TABLES)
def test_weak_words_are_months(name: str) -> None:
    known = calendars.months()
    weak = calendars.keys(table(name)["weak"]["words"] + table(name)["weak"]["alone"])
    assert [key for key in weak if key not in known] == []


@pytest.mark.parametrize("language", ["ru", "tg", "uz", "en", "fa", "ps", "ur", "ar", "ckb"])
def test_days_to_thirty_one_have_a_name(language: str) -> None:
    assert len(table("ordinals")["days"][language]) == 31


@pytest.mark.parametrize(
    ("word", "calendar", "number"),
    [
        ("марта", "gregorian", 3),
        ("كانون الثاني", "gregorian", 1),
        ("ئاداری", "gregorian", 3),
        ("چنګاښ", "solar", 4),
        ("ҳути", "solar", 12),
        ("خەرمانانی", "solar", 6),
        ("ذو الحجة", "islamic", 12),
        ("شعبان", "islamic", 8),
    ],
)
def test_a_month_is_known_by_its_word(word: str, calendar: str, number: int) -> None:
    month = calendars.months()[calendars.keys([word])[0]]
    assert (month.calendar, month.number) == (calendar, number)
