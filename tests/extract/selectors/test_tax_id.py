import pytest

from osint_kit.extract import find


def values(text: str) -> list[str]:
    return [each.value for each in find(text) if each.kind == "tax_id"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("ИНН 7700000016", "7700000016"),
        ("РМА-и фурӯшанда 100200300", "100200300"),
        ("STIR 300 000 012", "300000012"),
        ("304555010 STIRli fermer", "304555010"),
        ("NTN: 1234567-8", "1234567-8"),
        ("این ٹی این 1234567-8 ہے", "1234567-8"),
        ("کد اقتصادی: ۴۱۱۱۰۰۰۰۰۰۱۲", "411100000012"),
        ("الرقم الضريبي - 2001112", "2001112"),
        ("ناسنامەی باجی 801000012", "801000012"),
        ("د مالیې ورکوونکي شمېره (TIN) 9000000012", "9000000012"),
        ("VKN 1234567890", "1234567890"),
        ("ИИН 850101300123", "850101300123"),
    ],
)
def test_after_a_word_for_it(text: str, value: str) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize("text", ["7700000016", "налог 500 000 $", "ИНН есть, паспорт AB1234567", "ОГРН 1027700132195"])
def test_bare_digits_and_other_numbers_are_none(text: str) -> None:
    assert not values(text)


def test_right_check_digits_make_it_surer() -> None:
    sure, less = (next(each for each in find(f"ИНН {digits}")) for digits in ("7700000016", "7700000015"))
    assert sure.score > less.score
