"""Currencies by their words."""

import re

import pytest

from osint_kit.knowledge import currencies
from osint_kit.knowledge.calendars import keys


def test_codes_are_of_three_letters_or_tether() -> None:
    assert {each.code for each in currencies.names().values() if not re.fullmatch("[A-Z]{3}|USDT", each.code)} == set()


@pytest.mark.parametrize(
    ("word", "code"),
    [
        ("баксов", "USD"),
        ("у.е.", "USD"),
        ("сомонӣ", "TJS"),
        ("so\u02bbm", "UZS"),
        ("тенге", "KZT"),
        ("کلدار", "PKR"),
        ("تومان", "IRR"),
        ("دينار", "IQD"),
        ("یۆرۆ", "EUR"),
        ("₺", "TRY"),
        ("тезер", "USDT"),
    ],
)
def test_a_word_names_its_currency(word: str, code: str) -> None:
    assert currencies.names()[keys([word])[0]].code == code


def test_ten_rials_are_a_toman() -> None:
    assert currencies.names()["تومان"].factor == 10
