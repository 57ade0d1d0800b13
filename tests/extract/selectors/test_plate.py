import pytest

from osint_kit.extract import find
from osint_kit.knowledge.regions import REAL, Profile


def values(text: str, profiles: tuple[Profile, ...] = REAL) -> list[str]:
    return [each.value for each in find(text, profiles=profiles) if each.kind == "plate"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("рақамаш 1234 АВ 01, Кӯлоб", "TJ:1234AB01"),
        ("moshin nomeri 60B555CD", "UZ:60B555CD"),
        ("raqami 01|A 555 BC", "UZ:01A555BC"),
        ("Avtomobil raqami: 80 001 AAA", "UZ:80001AAA"),
        ("Хонда Фит 01 KG 123 ABC", "KG:01KG123ABC"),
        ("г/н 123 АВС 02, Алматы", "KZ:123ABC02"),
        ("Авто А123ВС77", "RU:A123BC77"),
        ("гос номер в456кх777", "RU:B456KX777"),
        ("34 ABC 123 plakalı", "TR:34ABC123"),
        ("Toyota Hiace (LEA-1234)", "PK:LEA1234"),
        ("گاڑی نمبر LEB-16-789", "PK:LEB16789"),
        ("پلاک ۱۲ ب ۳۴۵ ایران ۱۱", "IR:12B34511"),
        ("با پلاک ۷۷ل۱۲۳-۸۸ متوقف", "IR:77L12388"),
        ("پلاک ایران 55 - 678 د 34 خودرو", "IR:34D67855"),
        ("رقمها 22 A 12345 أربيل", "IQ:22A12345"),
        ("سيارة رقم 11 أ 23456 بغداد", "IQ:11A23456"),
        ("موتر پلیت کابل ۱۲۳۴۵", "AF:KBL12345"),
    ],
)
def test_series_in_use(text: str, value: str) -> None:
    assert values(text) == [value]


def test_of_two_countries_with_one_form_the_one_that_the_text_speaks_of(profiles: tuple[Profile, ...]) -> None:
    both = (*profiles, *REAL)
    assert values("Мошин аз Навзамин, рақам 1234 AB 01", both) == ["QM:1234AB01"]
    assert values("Мошин аз Душанбе, рақам 1234 AB 01", both) == ["TJ:1234AB01"]
    assert values("موټر 1234 AB 01 له ناوزمین", both) == ["QM:1234AB01"]
    assert values("Мошин QM 1234 AB 01 аз Душанбе", both) == ["QM:1234AB01"]


@pytest.mark.parametrize(
    "text",
    [
        "платим по 12 USD 500 раз",
        "Пароль от архива TJ-4821-KX",
        "фура, 50 на 50, не звонить",
        "د الوتنې شمېره FG-401، کابل",
        "паспорт AB1234567",
        "RB000011122XX",
        "IBAN KZ86 125K ZT50 0410 0100",
        "room A 123, block BC",
    ],
)
def test_other_things_are_none(text: str) -> None:
    assert not values(text)
