from hypothesis import given
from hypothesis import strategies as st

from osint_kit.knowledge.text import fold, guess, look_alikes, script

SOUP = st.text(alphabet=st.one_of(st.sampled_from("٠۵９\u200b\u00a0–Ａʻ\ufeff\u00adқ"), st.characters()))


@given(SOUP)
def test_every_folded_character_stands_for_one_original(text: str) -> None:
    folded = fold(text)
    assert len(folded.offsets) == len(folded.text) + 1
    assert list(folded.offsets) == sorted(set(folded.offsets))
    assert folded.offsets[-1] == len(text)
    for index, letter in enumerate(folded.text):
        assert fold(text[folded.offsets[index]]).text == letter


@given(SOUP)
def test_folding_twice_is_folding_once(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once


def test_digits_spaces_dashes_and_widths_are_plain() -> None:
    assert fold("۰٩９\u00a0\u2011Ｑ\u200b!").text == "099 -Q!"


def test_only_capitals_that_look_alike_are_folded_for_plates() -> None:
    assert look_alikes("авекмнорстух Жд") == "ABEKMHOPCTYX ЖД"


def test_languages_are_told_by_letters_and_small_words() -> None:
    assert [guess(text) for text in ("Ҷой ҳаст", "Есть места", "Seats for two", "جای هست", "Ўрин бор", "12")] == [
        "tg",
        "ru",
        "en",
        "fa",
        "uz",
        "",
    ]
    assert script("abc где кто") == "Cyrillic"
