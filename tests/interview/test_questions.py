from __future__ import annotations

import pytest
from factory import texts
from hypothesis import given

from osint_kit.interview import describe, faults
from osint_kit.interview.questions import FAULTS


@pytest.mark.parametrize(
    "question",
    [
        "Tell me how you crossed the border.",
        "Could you describe the house where you slept?",
        "What happened after you left the town?",
        "Please, tell us more about that night: who was there, and where did they go?",
        "How was the price agreed?",
        "Расскажите, пожалуйста, как вы добирались.",
        "Что произошло после того, как вы уехали?",
        "Опишите дом, где вы ночевали.",
        "Лутфан нақл кунед, ки чӣ тавр аз сарҳад гузаштед.",
        "Баъд аз он чӣ шуд?",
        "Опишите путь: где вы останавливались и надолго ли.",
        "Роҳро тасвир кунед: дар куҷо истодед ва чӣ тавр пеш рафтед.",
    ],
)
def test_an_open_question_has_no_fault(question: str) -> None:
    assert faults(question) == ()


@pytest.mark.parametrize(
    ("question", "expected"),
    [
        ("Did you pay the driver?", "closed"),
        ("Do you know who drove?", "closed"),
        ("You paid the driver?", "leading"),
        ("The driver was called Karim, wasn't he?", "leading"),
        ("He hit you, right?", "leading"),
        ("Where did you sleep and who was there?", "multiple"),
        ("Who drove? Where to?", "multiple"),
        ("You must answer: who is the chief?", "coercive"),
        ("If you don't tell us who paid, we will deport you.", "coercive"),
        ("We will help you if you name him.", "promise"),
        ("If you testify, you will be allowed to stay.", "promise"),
        ("Did you cross the border illegally?", "self-incriminating"),
        ("Why did you break the law?", "self-incriminating"),
        ("Вы платили водителю?", "closed"),
        ("Знаете ли вы, кто был водителем?", "closed"),
        ("Его звали Карим, не так ли?", "leading"),
        ("Где вы ночевали и кто там был?", "multiple"),
        ("Вы обязаны ответить, кто главный.", "coercive"),
        ("Мы обещаем документы, если назовёте его.", "promise"),
        ("Признайтесь, сколько вам дали?", "self-incriminating"),
        ("Оё шумо ба ронанда пул додед?", "closed"),
        ("Номи ронанда Карим буд, дуруст?", "leading"),
        ("Шумо дар куҷо хобидед ва кӣ он ҷо буд?", "multiple"),
        ("Агар нагӯед, шуморо ҳабс мекунем.", "coercive"),
        ("Ваъда медиҳем, ки ҳуҷҷат мегиред.", "promise"),
        ("Иқрор шавед, ки қонунро вайрон кардед.", "self-incriminating"),
    ],
)
def test_a_fault_is_found(question: str, expected: str) -> None:
    assert expected in faults(question)


def test_every_fault_is_explained() -> None:
    assert all(describe(name).startswith(name) for name in FAULTS)


@given(texts)
def test_any_text_has_known_faults_once_each_in_order(text: str) -> None:
    found = faults(text)
    assert list(found) == sorted(set(found))
    assert set(found) <= set(FAULTS)


@given(texts)
def test_a_tag_makes_any_question_leading(text: str) -> None:
    assert "leading" in faults(f"{text} , isn't it?")


def test_a_very_long_question_is_read() -> None:
    assert faults("who and " * 20_000) == ("multiple",)
