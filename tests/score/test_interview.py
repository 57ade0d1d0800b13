from collections.abc import Callable
from dataclasses import replace

import pytest

from osint_kit.model import Row
from osint_kit.score import StepScore
from osint_kit.score.measures.interview import safeguards
from osint_kit.score.words import open_question

Measured = Callable[..., StepScore]


def without(rows: list[Row], section: str, code: str = "") -> list[Row]:
    return [row for row in rows if (row.values["section"], row.values.get("code", "")) != (section, code)]


@pytest.mark.parametrize("code", ["P", "E1", "A", "C", "E2"])
def test_each_stage_has_its_share(code: str, measured: Measured) -> None:
    assert measured("interview", lambda rows: without(rows, "stage", code)).points == pytest.approx(20 - 8 / 5)


def test_each_safeguard_has_its_share(measured: Measured) -> None:
    assert {"MS-a", "MS-d", "SM-1"} <= set(safeguards())
    for code in safeguards():
        found = measured("interview", lambda rows, code=code: without(rows, "safeguard", code))
        assert found.points == pytest.approx(20 - 8 / len(safeguards()))


@pytest.mark.parametrize("section", ["status", "person"])
def test_a_traveller_is_heard_as_a_witness(section: str, measured: Measured) -> None:
    assert measured("interview", lambda rows: without(rows, section)).points == 18


def test_a_suspect_is_no_such_witness(measured: Measured, who: Callable[[str], object]) -> None:
    def suspect(rows: list[Row]) -> list[Row]:
        return [
            replace(row, values={**row.values, "entity": who("t-org")}) if row.values["section"] == "person" else row
            for row in rows
        ]

    assert measured("interview", suspect).points == 18


def test_questions_are_open_and_not_too_few(measured: Measured, said: Callable[..., Row]) -> None:
    closed = said(section="question", code="", text="Did you pay the driver, didn't you?")
    assert measured("interview", lambda rows: [*rows, closed]).points == pytest.approx(18 + 2 * 3 / 4)
    assert measured("interview", lambda rows: without(rows, "question")).points == 18


@pytest.mark.parametrize(
    ("question", "fair"),
    [
        ("What happened then?", True),
        ("Tell us about the way.", True),
        ("Как вы ехали?", True),
        ("Роҳ чӣ гуна буд?", True),
        ("چگونه سفر کردید؟", True),
        ("Was it Karim who drove?", False),
        ("Who drove, it was Karim, right?", False),
        ("Why do you not admit it?", False),
        ("Разве вы не платили?", False),
        ("Оё шумо пул додед?", False),
        ("آیا پول دادید؟", False),
        ("", False),
    ],
)
def test_what_an_open_question_is(question: str, fair: bool) -> None:  # noqa: FBT001 - the table above
    assert open_question(question) is fair
