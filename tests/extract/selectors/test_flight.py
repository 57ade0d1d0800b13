"""Flights."""

import pytest

from osint_kit.extract.finding import find_many


def found(text: str) -> list[str]:
    (mentions,) = find_many([text], kinds=("flight",))
    return [each.value for each in mentions]


@pytest.mark.parametrize(
    ("text", "flight"),
    [
        ("рейс FZ 714 из Дубая", "FZ714"),
        ("Рейс U6-2911 задержан", "U62911"),
        ("рейс С7 963", "S7963"),
        ("рейсом ЮТ-741", "UT741"),
        ("парвози SZ-201", "SZ201"),
        ("reysi HY602 kechikdi", "HY602"),
        ("учиш рейси HY 333", "HY333"),
        ("flight tk369 boarding", "TK369"),
        ("Flight ZZ 123 is late", "ZZ123"),
        ("پرواز RQ 921 کابل", "RQ921"),
        ("د FG401 الوتنه", "FG401"),
        ("فلائٹ PK-233", "PK233"),
        ("رحلة IA 123 من بغداد", "IA123"),
        ("فڕینی IA456", "IA456"),
        ("✈️ TK 254", "TK254"),
        ("билет на S7 3243 в Новосибирск", "S73243"),
        ("TK 1985 Istanbul - Berlin", "TK1985"),
    ],
)
def test_carrier_and_number_without_a_space(text: str, flight: str) -> None:
    assert found(text) == [flight]


@pytest.mark.parametrize(
    "text",
    [
        "трасса M41, дальше E40",
        "паспорт AA 1234567",
        "номер TK 1234 AB",
        "ФЗ-152 о данных",
        "формат A4 500 листов",
        "at 10 to 12",
        "KG 500",
        "IBAN DE89 3704 0044 0532 0130 00",
        "in 2031 на рейсе",
        "SZ-201-15",
        "",
    ],
)
def test_roads_plates_and_papers_are_no_flights(text: str) -> None:
    assert found(text) == []
