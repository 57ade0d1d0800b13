"""Whose a number is, as texts of several languages say it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from osint_kit.knowledge.holding import doubted, introduces

NUMBER = "+281 55 123 45 67"


def kind(text: str) -> str:
    start = text.index(NUMBER)
    return doubted(text, start, start + len(NUMBER))


@pytest.mark.parametrize(
    "text",
    [
        f"{NUMBER}: the previous owner is not here any more",
        f"New owner of this number: {NUMBER}",
        f"Телефон {NUMBER} теперь мой, чиню обувь",
        f"Бывшего владельца не знаю. {NUMBER}",
        f"{NUMBER}. Соҳиби пештараи рақамро намешиносам, соҳиби қаблии он рафтааст",
        f"Рақами {NUMBER} акнун аз они ман аст",
        f"{NUMBER}, oldingi egasini bilmayman",
        f"{NUMBER} صاحب قبلی را نمی‌شناسم",
        f"شماره {NUMBER} حالا از من است",
        f"{NUMBER} پچھلا مالک چلا گیا",
        f"{NUMBER} المالك السابق سافر",
        f"{NUMBER} خاوەنی پێشوو ڕۆیشت",
    ],
)
def test_a_number_that_changed_hands(text: str) -> None:
    assert kind(text) == "changed"


@pytest.mark.parametrize(
    "text",
    [
        f"{NUMBER}, my brother's number too, ask for Karim",
        f"We share one phone: {NUMBER}",
        f"{NUMBER}, это и номер моего брата",
        f"Общий телефон: {NUMBER}",
        f"{NUMBER}, рақами бародарам ҳам ҳаст",
        f"{NUMBER}, akamning raqami ham",
        f"{NUMBER} شماره برادرم هم است",
        f"تلفن مشترک {NUMBER}",
        f"{NUMBER} بھائی کا نمبر بھی",
        f"رقم أخي أيضا {NUMBER}",
    ],
)
def test_a_number_that_several_use(text: str) -> None:
    assert kind(text) == "shared"


@pytest.mark.parametrize(
    "text",
    [
        f"Звоните {NUMBER}, цена 900, номер машины 55",
        f"Занг занед {NUMBER}",
        f"Call my brother, the new car is here. {NUMBER}",
        f"Продаю телефон, новый. {NUMBER}",
        f"تماس {NUMBER} هر هفته",
        f"Барои оила ҳуҷра ҳаст. Телефон {NUMBER}",
    ],
)
def test_an_everyday_number_is_not_doubted(text: str) -> None:
    assert kind(text) == ""


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("I am Karim Saidov. Call me", "Karim Saidov"),
        ("Hello! My name is Karim Saidov and I wait", "Karim Saidov"),
        ("Я Карим Саидов. Звоните", "Карим Саидов"),
        ("Здравствуйте, меня зовут Карим Саидов", "Карим Саидов"),
        ("Ман Карим Саидов. Занг занед", "Карим Саидов"),
        ("Салом. Номи ман Карим Саидов", "Карим Саидов"),
        ("من کریم سعیدوف هستم. زنگ بزنید", "کریم سعیدوف"),
        ("زه کریم خان یم", "کریم خان"),
        ("میرا نام کریم خان ہے", "کریم خان"),
        ("أنا كريم سعيد. اتصل", "كريم سعيد"),
        ("Men Karim Saidov. Telefon qiling", "Karim Saidov"),
        ("Я Карим Саидов. Звоните", "Я Карим Саидов"),
    ],
)
def test_somebody_introduces_himself(text: str, name: str) -> None:
    start = text.index(name)
    assert introduces(text, start, start + len(name))


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They hold Karim Saidov in the city", "Karim Saidov"),
        ("I saw Karim Saidov. Call me", "Karim Saidov"),
        ("من کریم سعیدوف را دیدم", "کریم سعیدوف"),
        ("Ман Карим Саидовро дидам", "Карим Саидов"),
        ("Мама, Карим Саидов. Звоните", "Карим Саидов"),
    ],
)
def test_somebody_speaks_of_another(text: str, name: str) -> None:
    start = text.index(name)
    assert not introduces(text, start, start + len(name))


@given(st.text(max_size=60), st.integers(0, 60), st.integers(0, 60))
def test_any_text_is_read(text: str, one: int, other: int) -> None:
    start, end = sorted((min(one, len(text)), min(other, len(text))))
    assert doubted(text, start, end) in {"", "changed", "shared"}
    assert introduces(text, start, end) in {True, False}
