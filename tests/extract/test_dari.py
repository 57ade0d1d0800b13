from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from osint_kit.extract import extract_text


def found(text: str, *kinds: str) -> list[tuple[str, str]]:
    frame = extract_text(text, language="fa")
    rows = zip(frame["kind"], frame["value"], strict=True)
    return [(kind, value) for kind, value in rows if not kinds or kind in kinds]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("از ۱۲ مارچ ۲۰۳۱ باز است", "2031-03-12"),
        ("روز 2 می 2031", "2031-05-02"),
        ("روز ۱۳ میزان ۱۴۱۰", "2031-10-05"),
        ("۱ حمل ۱۴۱۰ شمسی", "2031-03-21"),
        ("اول حمل 1410", "2031-03-21"),
        ("۴ اردیبهشت ۱۴۱۰", "2031-04-24"),
        ("۱۴۱۰/۰۹/۲۲", "2031-12-13"),
        ("1410-09-22", "2031-12-13"),
    ],
)
def test_days_of_both_calendars_are_read_as_gregorian(text: str, value: str) -> None:
    assert found(text) == [("date", value)]


@pytest.mark.parametrize("text", ["۳۰ حوت ۱۴۱۰", "ساعت 9 می آیم", "۳۲ مارچ ۲۰۳۱", "۱۲ میزان"])
def test_what_no_calendar_has_or_no_year_tells_is_left_out(text: str) -> None:
    assert found(text, "date") == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("۱٬۷۵۰ دالر", "1750 USD"),
        ("۱٫۵ هزار دالر", "1500 USD"),
        ("دو هزار یورو", "2000 EUR"),
        ("سه صد دالر", "300 USD"),
        ("شصت دالر", "60 USD"),
        ("هزار دالر", "1000 USD"),
    ],
)
def test_sums_are_read_in_digits_and_words(text: str, value: str) -> None:
    assert found(text) == [("money", value)]


def test_a_sum_after_a_day_does_not_take_the_days_number() -> None:
    assert found("تا 2031-01-11 ۱۲۰ دالر") == [("date", "2031-01-11"), ("money", "120 USD")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("دیروز نادر کوهستانی آمد", "نادر کوهستانی"),
        ("چنارزاده کریم را دیدم", "چنارزاده کریم"),
        ("تشکر از حاجی مراد علی!", "مراد علی"),
        ("پول نزد ابو جمال است", "ابو جمال"),
        ("شماره ل. چنارزاده", "ل. چنارزاده"),
        ("رئیس: گارت تارنفلد", "گارت تارنفلد"),
        ("الدن اوسمند، +289 55 123 45 67", "الدن اوسمند"),
    ],
)
def test_persons_are_found_without_capitals(text: str, name: str) -> None:
    assert [value for kind, value in found(text) if kind == "person"] == [name]


@pytest.mark.parametrize("text", ["گپ خاله ام تنها گیلاس", "دیگر چیزی نداریم", "به امید دیدار", "کتاب های مکتب رایگان"])
def test_everyday_words_are_no_names(text: str) -> None:
    assert found(text) == []


def test_a_firm_is_its_word_and_its_name() -> None:
    assert found("شرکت «کوه سبز» باز است") == [("organization", "شرکت «کوه سبز»")]


@settings(deadline=None)
@given(st.text(alphabet="ابپتجدرزسشعفکگلمنوهی ۰۱۲۳۴۵۶۷۸۹،.:«»\u200c\u200f+@", max_size=80))
def test_evidence_points_at_the_text_whatever_it_is(text: str) -> None:
    for row in extract_text(text).to_dict("records"):
        assert text[row["start"] : row["end"]] == row["text"]
