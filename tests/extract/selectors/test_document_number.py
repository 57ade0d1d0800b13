import pytest

from osint_kit.extract import find
from osint_kit.knowledge.regions import REAL, Profile


def values(text: str, profiles: tuple[Profile, ...] = REAL) -> list[str]:
    return [each.value for each in find(text, profiles=profiles) if each.kind == "document_number"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Паспорт: серия 45 08 № 123456", "4508123456"),
        ("загран 71 1234567 до 2030", "711234567"),
        ("ВНЖ 82 № 0001234", "820001234"),
        ("патент серия 77 № 1700012345", "771700012345"),
        ("миграционная карта 46 18 000123", "4618000123"),
        ("свидетельство о рождении II-АБ № 123456", "II-АБ123456"),
        ("изъяты паспорт АВ 1234567", "AB1234567"),
        ("варақаи муҳоҷират 46 19 001122", "4619001122"),
        ("шиносномаи ҷумҳурии тоҷикистон рақами 401234567", "401234567"),
        ("pasport seriyasi AB 1234567 raqamli", "AB1234567"),
        ("ЖШШИР 31234567890123", "31234567890123"),
        ("удостоверение личности 012345678", "012345678"),
        ("ID-карта ID1234567", "ID1234567"),
        ("CNIC no. 35202-1234567-1", "35202-1234567-1"),
        ("CNIC 3520212345671 name", "3520212345671"),
        ("شناختی کارڈ نمبر 35202-0001112-1", "35202-0001112-1"),
        ("تذکره نمبر ۱۴۰۱-۰۱۰۰-۰۰۰۱۲", "1401-0100-00012"),
        ("پاسپورت شماره P01234567 صادره", "P01234567"),
        ("کد ملی: ۰۰۱۲۳۴۵۶۷۹", "0012345679"),
        ("جواز رقم A10001112", "A10001112"),
        ("بطاقة وطنية رقم 199000001112", "199000001112"),
        ("ژمارەی پاسپۆرت A 2000 1112", "A20001112"),
        ("پاسپورټ یې AA0001112 راوړي", "AA0001112"),
        ("T.C. Kimlik No: 10000000146", "10000000146"),
        ("Residence permit 99123456789 belongs", "99123456789"),
        ("two CNICs (42101-0000001-1)", "42101-0000001-1"),
        ("Шиноснома гум шуд, рақам 551234567", "551234567"),
        ("ushlandi, FA0000012 raqamli", "FA0000012"),
    ],
)
def test_announced_or_of_a_form_of_its_own(text: str, value: str) -> None:
    assert values(text) == [value]


def test_fictional_documents_by_the_same_code(profiles: tuple[Profile, ...]) -> None:
    assert values("پاسپورټ QM5550101 ، سند", (*profiles, *REAL)) == ["QM5550101"]


@pytest.mark.parametrize(
    "text",
    [
        "накладная № AB1234567",
        "трек-номер RB123456789CN",
        "билет 2351234567890 на рейс",
        "заказ 12345678 отправлен",
        "паспорт есть, звони 918 11 12 22",
        "паспорт выдан 12.05.2030",
        "passport photo 500000 sum",
        "سفارش شماره ۱۲۳۴۵۶۷۸ رسید",
        "passport costs PKR 1500000",
    ],
)
def test_other_numbers_are_none(text: str) -> None:
    assert not values(text)


def test_a_document_is_no_telephone_and_a_telephone_no_document() -> None:
    found = find("کد ملی 0012345679 شماره تماس 09121112233", profiles=REAL)
    assert [each.kind for each in found if each.kind in ("phone", "document_number")] == ["document_number", "phone"]
