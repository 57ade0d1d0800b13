"""Coded words and emojis: only where other signals support the reading."""

import pytest

from osint_kit.extract import find


def coded(text: str) -> set[str]:
    return {each.value for each in find(text) if each.kind in {"coded_term", "emoji_code"}}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Гейм Ван – Стамбул пешком, 1500$ с человека", {"GAME", "WALK"}),
        ("Taxi game Bosnia to Italy, guarantee, 3000 euro per person", {"TAXI_GAME", "GUARANTEE"}),
        ("گیم از نیمروز تا استانبول با ضمانت، نفری ۱۸۰۰ دالر", {"GAME", "GUARANTEE"}),
        ("Снятие депорта, 40 000 рублей, тел +992 90 000 00 12", {"BAN_LIFT"}),
        ("🎮 Ван – Тебриз, 1200$ с человека", {"GAME"}),
    ],
)
def test_a_route_and_a_price_support_a_coded_reading(text: str, wanted: set[str]) -> None:
    assert wanted <= coded(text)


@pytest.mark.parametrize(
    "text",
    [
        "Гарантия на холодильник два года, доставка по городу",
        "What a game last night, our team won the cup 🎮",
        "Agent по недвижимости перезвонит после обеда",
        "یک سال ضمانت موبایل از فروشگاه",
        "гейм",
    ],
)
def test_everyday_talk_is_not_coded(text: str) -> None:
    assert coded(text) == set()
