"""Persons in ten languages: what is found, where it ends, and what is no name."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from osint_kit.extract import find


def persons(text: str, language: str | None = None) -> list[str]:
    return [each.text for each in find(text, language=language) if each.kind == "person"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("передал деньги Рустаму Каримову вчера", "Рустаму Каримову"),
        ("встречался с Рустамовым Каримом Саидовичем", "Рустамовым Каримом Саидовичем"),
        ("подписал Каримов А.С. лично", "Каримов А.С."),
        ("по словам А. Каримова, дорога закрыта", "А. Каримова"),
        ("Айбек Токтогул уулу задержан", "Айбек Токтогул уулу"),
        ("Ба Сӯҳроб занг занед", "Сӯҳроб"),
        ("Манучеҳрро диданд", "Манучеҳрро"),
        ("апаи Мавҷуда гуфт", "Мавҷуда"),
        ("fuqaro Rajabov Ulug'bek Anvar o'g'li ushlandi", "Rajabov Ulug'bek Anvar o'g'li"),
        ("Жавлон Собир ўғли олган", "Жавлон Собир ўғли"),
        ("Sharipov Olim va boshqalar keldi", "Sharipov Olim"),
        ("با خانم شیرین محمدی تماس بگیرید", "شیرین محمدی"),
        ("عبدالواحد به نیمروز رفت", "عبدالواحد"),
        ("زما نوم احسان الله دی", "احسان الله"),
        ("میرا نام عمران ہے", "عمران"),
        ("فرحان بھائی ٹکٹ کب ملے گا؟", "فرحان"),
        ("اتصل بأبو حمزة الآن", "أبو حمزة"),
        ("وصلت فاطمة بنت علي إلى أزمير", "فاطمة بنت علي"),
        ("خوشکم شنە لە ئەڵمانیا دەژی", "شنە"),
        ("Ask for Farhod at the gate", "Farhod"),
        ("ŞÜPHELİ MEHMET YILMAZ, İZMİR", "MEHMET YILMAZ"),
        ("sender Nasrin Haidari, today", "Nasrin Haidari"),
        ("haydovchi sherzod, raqami yuqorida", "sherzod"),
        ("abdullah bhai ka number bhejo", "abdullah"),
    ],
)
def test_names_are_found_as_they_are_written(text: str, name: str) -> None:
    assert persons(text) == [name]


@pytest.mark.parametrize(
    ("text", "name", "language"),
    [
        ("Alisherga pul berdim", "Alisher", "uz"),
        ("Нодиранинг акаси келди", "Нодира", "uz"),
        ("Jasurbekka qo'ng'iroq qiling", "Jasurbek", "uz"),
        ("Kemal'den haber yok", "Kemal", "en"),
        ("پەیوەندی بە ئومێدەوە بکە", "ئومێد", "ckb"),
        ("ناوم کارزانە", "کارزان", "ckb"),
        ("سلمت المبلغ ومصطفى رجع", "مصطفى", "ar"),
    ],
)
def test_what_is_glued_on_stays_outside(text: str, name: str, language: str) -> None:
    assert persons(text, language=language) == [name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("г-н Юлдашев приехал", "Юлдашев"),
        ("спросите Рустам-ака, он знает", "Рустам"),
        ("Mr Ahmadullah Noorzai was there", "Ahmadullah Noorzai"),
        ("حاجی نصرالله گفت", "نصرالله"),
        ("کاک سەردار گوتی", "سەردار"),
        ("ښاغلي نجیب الله احمدزي وویل", "نجیب الله احمدزي"),
    ],
)
def test_titles_stay_outside(text: str, name: str) -> None:
    assert persons(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Баҳор омад, гулҳо шукуфтанд, Наврӯз муборак!",
        "Умед дорам, ки хуб мешавад. Худо ёр",
        "Надежда на лучшее есть всегда. Вера и любовь спасут мир.",
        "Роман дочитал, роза завяла, а лев в зоопарке спит",
        "Основной вопрос: сколько стоит? Деревня далеко.",
        "Ул. Рудаки, дом 5",
        "Alisher Navoiy ko'chasi 12-uy",
        "Umid bilan kutyapmiz, xudo xohlasa",
        "May we come in? Will it rain in April? Grant me hope.",
        "Said the officer: no comment. Same story again.",
        "Best Price Guaranteed To Germany, Call Now",
        "امید دارم که همه چیز خوب شود",
        "نور کم است، چراغ را روشن کن",
        "الله كريم، إن شاء الله خير",
        "اللہ کا شکر ہے، امید ہے سب ٹھیک ہوگا",
        "باران کېږي، لاره بنده ده",
        "ژیان خۆشە، بەهار هات",
        "Umut var, deniz sakin, hayat güzel. Bahar geldi.",
    ],
)
def test_everyday_words_are_no_names(text: str) -> None:
    assert persons(text) == []


def test_two_persons_are_two() -> None:
    assert persons("حسام وزياد عالقين بالحدود", language="ar") == ["حسام", "زياد"]
    assert persons("ملزم محمد اسلم ولد غلام رسول کو گرفتار کیا") == ["محمد اسلم", "غلام رسول"]


def test_a_name_is_single_spaced() -> None:
    assert [each.value for each in find("был Рустам  Каримов там") if each.kind == "person"] == ["Рустам Каримов"]


@settings(max_examples=80, deadline=None)
@given(st.text(alphabet="абКРимовА. ,'-«»\nКаримSaidova uoْمحدعبالله ۀەڕ‌\u200f@", max_size=60))
def test_spans_hold_what_stands_in_the_text(text: str) -> None:
    for each in find(text):
        assert text[each.start : each.end] == each.text
