"""Places in running text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from osint_kit.extract import find
from osint_kit.knowledge.regions import REAL, Profile

TOWNS = Profile(
    "QM",
    "Navoristan",
    "281",
    9,
    r"\d{4}",
    22,
    "USD",
    ("tg",),
    ("Navzamin", "Навзамин", "Tamgala"),
    "test",
    1.0,
    fictional=True,
)


def places(text: str, *profiles: Profile) -> list[str]:
    return [each.text for each in find(text, profiles=(*REAL, *profiles)) if each.kind == "place"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Завтра из Кургана в Челябинск, потом Уфа", ["Кургана", "Челябинск", "Уфа"]),
        ("такси худжанд-екатеринбург 15 числа", ["худжанд", "екатеринбург"]),
        ("Аз Қӯрғонтеппа то Шаҳритӯс чанд пул?", ["Қӯрғонтеппа", "Шаҳритӯс"]),
        ("Toshkentdan Moskvaga poyezd bilan", ["Toshkent", "Moskva"]),
        ("Урганчдан Нукусга такси", ["Урганч", "Нукус"]),
        ("از هرات به نیمروز رفتیم", ["هرات", "نیمروز"]),
        ("له کندهار نه تر کوټې پورې", ["کندهار", "کوټې"]),
        ("کراچی سے گوادر تک", ["کراچی", "گوادر"]),
        ("من أربيل لإسطنبول وبعدها لليونان", ["أربيل", "إسطنبول", "ليونان"]),
        ("لە هەولێرەوە بۆ ئەستەنبوڵ", ["هەولێر", "ئەستەنبوڵ"]),
        ("He flew Islamabad - Dubai - Tripoli", ["Islamabad", "Dubai", "Tripoli"]),
    ],
)
def test_places_are_found_in_every_language(text: str, found: list[str]) -> None:
    assert places(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Ош тайёр шуд, биёед!",
        "заплатил 500 долларов США",
        "до того как позвонить",
        "كنت في البيت",
        "ترمز موتر خراب است و بخاری کار نمی کند",
        "Split the bill",
        "таджикский паспорт, афганский рис",
        "напиши на kabul@example.com",
    ],
)
def test_what_is_no_place_is_left_alone(text: str) -> None:
    assert places(text) == []


def test_a_weak_name_needs_a_word_that_announces_it() -> None:
    assert places("Из Оша в Баткен") == ["Оша", "Баткен"]
    assert places("в Риме") == ["Риме"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Гулрухсор дар маҳаллаи Гулпарак мезист", ["Гулпарак"]),
        ("U Qorovulbog' tumanida yashaydi", ["Qorovulbog' tumani"]),
        ("жил в Заозёрском районе", ["Заозёрском районе"]),
        ("در ولسوالی گلپرک", ["گلپرک"]),
    ],
)
def test_a_word_for_a_place_announces_one_that_nobody_knows(text: str, found: list[str]) -> None:
    assert places(text) == found


@pytest.mark.parametrize(
    "text",
    ["01 сентября 2030 г. Подпись", "Сана: 30.01.31", "ОВМ «Солнцево»", "هر تن ۹۰۰ ریال عمان", "په کوټه کې کښېناست"],
)
def test_what_only_looks_like_a_place(text: str) -> None:
    assert places(text) == []


@pytest.mark.parametrize(
    "text", ["by boat from Gravelines", "at Ramsgate", "له جدې نه", "گەیشتمە دەنکێرک", "پشدەر", "چکوال"]
)
def test_ports_districts_and_spellings(text: str) -> None:
    assert [each for each in places(text) if each in text.split()]


def test_fictional_towns_are_found_by_the_same_code() -> None:
    assert places("Из Навзамина в Тамгалу", TOWNS) == ["Навзамина", "Тамгалу"]
    assert places("از ناوزمین تا کابل", TOWNS) == ["ناوزمین", "کابل"]


def test_all_spellings_of_a_place_have_one_value() -> None:
    values = {each.value for each in find("Ташкент, Toshkent, تاشکند") if each.kind == "place"}
    assert values == {"Tashkent"}


@settings(deadline=None)  # the first text waits for the gazetteer
@given(st.text(alphabet="Ташкенdaдан ш'-.@<،لوب\n🚕→", max_size=60))
def test_spans_are_exact_on_any_text(text: str) -> None:
    for each in find(text):
        assert text[each.start : each.end] == each.text
