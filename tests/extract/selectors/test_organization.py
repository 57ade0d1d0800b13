"""Organisations: legal forms, quoted names, heads of names, known bodies, and what is only a word."""

from __future__ import annotations

import pytest

from osint_kit.extract import find


def bodies(text: str) -> list[str]:
    return [each.text for each in find(text) if each.kind == "organization"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Реквизиты: ООО «Кедр», сумма", "ООО «Кедр»"),
        ("ИП Мирзоев Д.Р. оказывает услуги", "ИП Мирзоев Д.Р."),
        ("муҳосиби ҶДММ «Ориён» буд", "ҶДММ «Ориён»"),
        ("тўлов «Мисол Транс» МЧЖ ҳисобига", "«Мисол Транс» МЧЖ"),
        ("Pamir Highway Tours LLC is open", "Pamir Highway Tours LLC"),
        ("Company: Sehrai Movers (Pvt) Ltd, office", "Sehrai Movers (Pvt) Ltd"),
        ("Blue Horizon Logistics FZE, Jebel Ali", "Blue Horizon Logistics FZE"),
        ("Yıldız Turizm ve Seyahat Ltd. Şti. bilet", "Yıldız Turizm ve Seyahat Ltd. Şti."),
        ("турфирма «Осмон» ищет", "«Осмон»"),
        ("Osmon Travel agency sells tickets", "Osmon Travel"),
        ("Ички ишлар вазирлиги маълум қилди", "Ички ишлар вазирлиги"),
        ("Вазорати корҳои дохилӣ хабар дод", "Вазорати корҳои дохилӣ"),
        ("приговор вынес Ленинский районный суд", "Ленинский районный суд"),
        ("The Ministry of Interior denied it", "Ministry of Interior"),
        ("بانک ملی ایران حساب را بست", "بانک ملی ایران"),
        ("وزارت امور مهاجرین اعلام کرد", "وزارت امور مهاجرین"),
        ("د کورنیو چارو وزارت اعلان وکړ", "د کورنیو چارو وزارت"),
        ("حبیب بینک کے اکاؤنٹ میں پیسے بھیجو", "حبیب بینک"),
        ("وزارة الداخلية أعلنت ذلك", "وزارة الداخلية"),
        ("اتصلوا بالصليب الأحمر", "الصليب الأحمر"),
        ("وەزارەتی ناوخۆ ڕایگەیاند", "وەزارەتی ناوخۆ"),
        ("INTERPOL issued a notice", "INTERPOL"),
        ("задержан сотрудниками МВД вчера", "МВД"),
    ],
)
def test_bodies_are_found(text: str, name: str) -> None:
    found = bodies(text)
    assert len(found) == 1
    assert found[0] in name or name in found[0]


@pytest.mark.parametrize(
    "text",
    [
        "полиция и банк закрыты",
        "the bank, the police and a company",
        "who asked about the border police?",
        "Дастаи мо дар Душанбе бурд",
        "به بانک رفتم و پول گرفتم",
        "شرکت ما خوب است",
        "بینک بند ہے",
        "Local Police stopped us",
        "Он сказал: «Приезжай Завтра» и ушёл",
    ],
)
def test_words_by_themselves_are_none(text: str) -> None:
    assert bodies(text) == []


def test_the_form_is_inside_and_spaces_are_single() -> None:
    found = [each for each in find("счёт ООО  «Кедр»") if each.kind == "organization"]
    assert [each.value for each in found] in (["ООО «Кедр»"], [])
