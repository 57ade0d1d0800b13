from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osint_kit.knowledge.names import bones, compare, is_arabic, part, romanise, root, spelt

SAME = [
    ("جهانگیر", "Ҷаҳонгир"),
    ("مهرانگیز", "Мехрангез"),
    ("دلیر", "Daler"),
    ("چنارزاده", "Чиноров"),
    ("چنار\u200cزاده", "Chinorzoda"),
    ("کریموف", "Каримов"),
    ("ایشانوف", "Эшонов"),
    ("عثمان", "Усмон"),
    ("مارتین", "Martin"),
    ("ویس", "Вайс"),
]
OTHER = [("کریم", "Карам"), ("جمال", "Ҷамил"), ("پروین", "Парвона"), ("سلیم", "Салмон")]


@pytest.mark.parametrize(("arabic", "other"), SAME)
def test_one_name_is_recognised_in_two_scripts(arabic: str, other: str) -> None:
    assert spelt(arabic, other)
    assert bones(arabic) == bones(other)


@pytest.mark.parametrize(("arabic", "other"), OTHER)
def test_vowels_that_are_written_tell_names_apart(arabic: str, other: str) -> None:
    assert not spelt(arabic, other)


def test_names_compare_across_scripts_and_say_that_it_is_the_script() -> None:
    found = compare("دلیر چشمه\u200cزاده", "Чашмаев Далер")
    assert found.same
    assert found.score < compare("Чашмаев Далер", "Далер Чашмаев").score
    assert "in another script" in found.reasons[0]
    assert not compare("دلیر چشمه\u200cزاده", "Чашмаев Карим").same


@pytest.mark.parametrize(
    ("word", "mark"),
    [
        ("کریم", "G"),
        ("امید", "a"),
        ("انارزاده", "S"),
        ("رحیموف", "S"),
        ("دریابی", "N"),
        ("میروند", "-"),
        ("تلفون", "-"),
    ],
)
def test_words_tell_what_they_may_be_in_a_name(word: str, mark: str) -> None:
    assert part(word) == mark


def test_the_silent_letter_at_the_end_is_a_vowel() -> None:
    assert (root("چنارزاده"), romanise("فرزانه"), romanise("شاه")) == ("chnar", "frzana", "shah")


@given(st.text(alphabet="ابپتجچحخدرزسشعغفقکگلمنوهیآ", max_size=12), st.text(max_size=12))
def test_any_letters_are_compared(arabic: str, other: str) -> None:
    assert isinstance(spelt(arabic, other), bool)
    assert not arabic or is_arabic(arabic)
