import pytest

from osint_kit.extract import find


def values(text: str) -> list[str]:
    return [each.value for each in find(text) if each.kind == "card"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("карта 4111 1111 1111 1111", "4111111111111111"),
        ("Кидай на мир 2202-0000-1111-2226", "2202000011112226"),
        ("کارت ٦٠٣٧ ٩٩١١ ٠٠٠٠ ١٢٣٣ بنام", "6037991100001233"),
        ("Humo 9860111222333440", "9860111222333440"),
        ("plastik 8600-5550-0001-1114", "8600555000011114"),
        ("amex 3782 822463 10005", "378282246310005"),
        ("card 5555555555554444 exp 11/30", "5555555555554444"),
    ],
)
def test_schemes_and_groups(text: str, value: str) -> None:
    assert values(text) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "Card 4111 1111 1111 1112 was rejected",
        "IMEI 352099001761481",
        "счёт 40817810000000000001",
        "IBAN DE89 3704 0044 0532 0130 00",
        "0000 0000 0000 0000",
        "версия 4111.1111.1111.1111.2",
        "x4111111111111111",
    ],
)
def test_other_numbers_are_none(text: str) -> None:
    assert not values(text)


def test_a_broken_card_is_no_telephone_either() -> None:
    assert not find("Артикул 5555 5555 5555 4443 в наличии")
