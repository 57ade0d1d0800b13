import itertools
import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osint_kit.knowledge.text import fold, fold_pattern, look_alikes

PIECES = [
    "٠۵９",
    "\u200b\u00a0–Ａʻ\ufeff\u00adқ",
    "и\u0306",
    "a\u0301\u0302",
    "&amp;",
    "&#1055;",
    "&x;",
    "<br>",
    "<",
    ">",
    "\ufefb",
]
SOUP = st.lists(st.one_of(st.sampled_from(PIECES), st.sampled_from("Aaсвe"), st.characters())).map("".join)


@given(SOUP)
def test_every_folded_character_stands_for_a_stretch_of_the_original(text: str) -> None:
    folded = fold(text)
    assert len(folded.offsets) == len(folded.text) + 1
    assert folded.offsets[-1] == len(text)
    spans = [folded.span(place, place + 1) for place in range(len(folded.text))]
    assert all(start < end <= len(text) for start, end in spans)
    assert spans == sorted(spans)
    assert all(a == b or a[1] <= b[0] for a, b in itertools.pairwise(spans))


@given(st.text(alphabet=st.characters(exclude_characters="&<")))
def test_folding_twice_is_folding_once(text: str) -> None:
    once = fold(text).text
    assert fold(once).text == once


@given(SOUP)
def test_a_span_holds_what_it_stands_for(text: str) -> None:
    folded = fold(text)
    for place, letter in enumerate(folded.text):
        start, end = folded.span(place, place + 1)
        if end - start == 1 and text[start].isascii() and text[start].isalnum():
            assert letter == text[start] or not letter.isascii()


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("۰٩９\u00a0\u2011Ｑ\u200b!", "099 -Q!"),
        ("۱۲٬۳۴۵٫۶ ، ؛ ؟", "12,345.6 , ; ?"),
        ("𝟘𝟙𝐀", "01A"),
        ("می‌خواهم كتاب ہے", "میخواهم کتاب هی"),
        ("أحمد إلى مدرسة ۀ ګ ؤ", "احمد الی مدرسه ه گ و"),
        ("ەآ", "ەآ"),
        ("مُحَمَّد كـــتاب", "محمد کتاب"),
        ("и\u0306 у\u0304 e\u0301", "й ӯ é"),
        ("Z\u0300\u0301\u0302algo", "Zalgo"),
        ("👋🏽 ✈️ 1️⃣", "👋 ✈ 1"),
        ("oʻzbek gʼisht", "o'zbek g'isht"),
        ("&nbsp;a&lt;b &#1055;&#x41f; &nosuch;", " a<b ПП &nosuch;"),
        ("<b>Карим</b><br>x <ivan@x.example>", " Карим \nx <ivan@x.example>"),
        ('<a href="https://x.example/a">x</a>', " https://x.example/a x "),
        ("ﻼم", "لام"),
    ],
)
def test_one_plain_form(written: str, plain: str) -> None:
    assert fold(written).text == plain


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("Cалом Aлишер пaccпopт", "Салом Алишер паспорт".replace("паспорт", "пасспорт")),
        ("Mосква", "Москва"),
        ("Tеlеgrаm", "Telegram"),
        ("Telegramда USDга WhatsAppдан", "Telegramда USDга WhatsAppдан"),
        ("Salom салом", "Salom салом"),
        ("АВ123", "АВ123"),
    ],
)
def test_letters_that_only_look_right_go_to_the_script_of_their_word(written: str, plain: str) -> None:
    assert fold(written).text == plain


def test_a_composed_letter_is_mapped_back_with_its_mark() -> None:
    assert fold("xи\u0306y").span(1, 2) == (1, 3)
    assert fold("a&amp;b").span(1, 2) == (1, 6)
    assert fold("ﻼ").span(0, 2) == (0, 1)


def test_patterns_are_written_naturally() -> None:
    assert fold_pattern("ہفتے|كتاب|می\u200c?رود|[\u200c]?[أإ]لف؟") == r"هفتی|کتاب|میرود|[اا]لف\?"
    assert fold_pattern(r"\pL+[a-z]\x{200c}") == r"\pL+[a-z]\x{200c}"


def test_only_capitals_that_look_alike_are_folded_for_plates() -> None:
    assert look_alikes("авекмнорстух Жд") == "ABEKMHOPCTYX ЖД"
    assert look_alikes("ав" * 100) == "AB" * 100


def test_every_character_once() -> None:
    text = "".join(map(chr, range(0x110000)))
    folded = fold(text)
    assert folded.offsets[-1] == len(text)
    assert unicodedata.normalize("NFC", "é") in folded.text


@pytest.mark.parametrize("unit", ["a\u0301", "\u0301", "&amp;", "<b>", "<b", "&", "cс", "e\u0301с"])
def test_takes_time_as_the_text_is_long(unit: str) -> None:
    def seconds(size: int) -> float:
        text = unit * (size // len(unit))
        begun = time.process_time()
        fold(text)
        return time.process_time() - begun

    seconds(1000)
    short, long = min(seconds(50_000) for _ in range(3)), min(seconds(200_000) for _ in range(3))
    assert long < 10 * short + 0.05
