"""Numbers in words."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osint_kit.knowledge import currencies
from osint_kit.knowledge.calendars import keys
from osint_kit.knowledge.currencies import Term


def read(text: str) -> Decimal | None:
    words = keys([text])[0].split()
    return currencies.amount(
        [Term("digits", Decimal(word)) if word.isdigit() else currencies.terms()[word] for word in words]
    )


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("пятьсот", 500),
        ("сто двадцать тысяч", 120_000),
        ("тысяч пять", 5_000),
        ("полторы тысячи", 1_500),
        ("ду ҳазору панҷсад", 2_500),
        ("саккиз юз минг", 800_000),
        ("уч ярим минг", 3_500),
        ("7 миллион 500 минг", 7_500_000),
        ("two hundred and fifty thousand", 250_000),
        ("fifteen hundred", 1_500),
        ("یک میلیون و دویست هزار", 1_200_000),
        ("دو سه هزار", 2_000),
        ("پنځه ویشت زره", 25_000),
        ("پندرہ سو", 1_500),
        ("ساڑھے چھ لاکھ", 650_000),
        ("پونے دو لاکھ", 175_000),
        ("سوا لاکھ", 125_000),
        ("ستة آلاف وأربعمائة", 6_400),
        ("ألف ونص", 1_500),
        ("یەک ملیۆن و دوو سەد و پەنجا هەزار", 1_250_000),
        ("دوو هەزار و نیو", 2_500),
    ],
)
def test_a_row_of_words_comes_to_a_number(text: str, number: int) -> None:
    assert read(text) == number


@pytest.mark.parametrize("text", ["тысяч", "و", "5 6", "ساڑھے"])
def test_a_row_that_is_no_number_is_none(text: str) -> None:
    assert read(text) is None


@given(st.lists(st.sampled_from(sorted(currencies.terms().values(), key=repr)), max_size=8))
def test_any_row_has_an_answer(row: list[Term]) -> None:
    number = currencies.amount(row)
    assert number is None or number >= 0
