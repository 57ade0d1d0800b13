from typing import Any

import pytest

from osint_kit.extract import read

URL = "https://partner.example/files/interview.txt"
BODY = """EXERCISE: invented
Date: 2031-12-14 10:00 +0500
Present: two persons

Q: What happened at Obigul?
A: We paid 1500 USD.
Then we waited: one night.
Q: Who drove?
Lawyer: That was answered.
"""


def documents(capture: Any, body: str) -> Any:
    return read(capture(body, "text/plain", URL))


def text_of(document: Any) -> str:
    part = document.part("text")
    return document.text[part.start : part.end] if part else ""


def test_every_turn_is_a_document_and_the_heading_another(capture: Any) -> None:
    heading, *turns = documents(capture, BODY)
    assert heading.text.startswith("EXERCISE: invented\nDate:")
    assert [(each.author, text_of(each)) for each in turns] == [
        ("Q", "What happened at Obigul?"),
        ("A", "We paid 1500 USD.\nThen we waited: one night."),
        ("Q", "Who drove?"),
        ("Lawyer", "That was answered."),
    ]
    assert [each.item for each in turns] == [f"{URL}#line={n}" for n in (5, 6, 8, 9)]
    assert [each.locator for each in turns] == ["#line=4,5", "#line=5,7", "#line=7,8", "#line=8,9"]
    assert {each.published.isoformat() for each in turns} == {"2031-12-14T10:00:00+05:00"}


def test_times_before_the_names_are_left_out(capture: Any) -> None:
    first, second = documents(capture, "[00:01:05] Person A: one\n10:02 Person B: two\n")
    assert [(each.author, text_of(each)) for each in (first, second)] == [("Person A", "one"), ("Person B", "two")]


@pytest.mark.parametrize("said", ["2031-13-40 10:00 +0500", "2031-12-14 99:00 +0500", "2031-12-14"])
def test_an_impossible_date_is_no_date(capture: Any, said: str) -> None:
    assert documents(capture, f"{said}\nQ: one?\nA: two.\nQ: x?\n")[1].published is None


@pytest.mark.parametrize(
    "body", ["one line\n", "https://a.example/x\nhttps://b.example/y\n", "a = 1\nb: {2}\n", "Note: x\n" + "word\n" * 9]
)
def test_other_text_is_left_to_its_own_reader(capture: Any, body: str) -> None:
    assert documents(capture, body)[0].reader == "plain"
