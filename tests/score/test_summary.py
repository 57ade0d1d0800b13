from collections.abc import Callable
from dataclasses import replace

import pytest

from osint_kit.model import Row
from osint_kit.score import StepScore

Measured = Callable[..., StepScore]


def answers(rows: list[Row]) -> list[Row]:
    return [row for row in rows if row.values["question"] != "summary"]


def changed(rows: list[Row], name: str, **values: object) -> list[Row]:
    return [
        replace(row, values={**row.values, **values}) if row.values["question"] == name else row
        for row in answers(rows)
    ]


def test_the_best_bands_earn_all_twenty(measured: Measured) -> None:
    assert measured("summary", answers).points == pytest.approx(20)


def test_half_and_half_on_everything_earns_next_to_nothing(measured: Measured) -> None:
    def torn(rows: list[Row]) -> list[Row]:
        return [replace(row, values={**row.values, "term": "EP-4"}) for row in answers(rows)]

    assert measured("summary", torn).points == pytest.approx(20 * 0.0009 / 0.25, abs=1e-6)


@pytest.mark.parametrize("values", [{"confidence": ""}, {"confidence": "sure"}, {"term": "likely"}, {"term": None}])
def test_an_answer_without_term_or_confidence_is_a_wrong_one(values: dict[str, object], measured: Measured) -> None:
    found = measured("summary", lambda rows: changed(rows, "Q1", **values))
    assert found.facts["answered"] == 4
    assert found.points == pytest.approx(20 * (1 - (1 - 0.0009) / 5 / 0.25))


def test_a_question_left_out_costs_as_much_as_one_without_confidence(measured: Measured) -> None:
    left_out = measured("summary", lambda rows: [row for row in answers(rows) if row.values["question"] != "Q1"])
    assert left_out.points == measured("summary", lambda rows: changed(rows, "Q1", confidence="")).points


def test_each_sentence_with_a_fault_costs_its_share(measured: Measured, said: Callable[..., Row]) -> None:
    sound = "The group moves people across the border for money in the hill towns. Our confidence is moderate."
    faulty = f"{sound} It is certain that the owner leads them. He could be abroad."
    texts = [measured("summary", lambda _rows, t=t: [said(question="summary", text=t * 2)]) for t in (sound, faulty)]
    assert texts[0].points == pytest.approx(10)
    assert 0 < texts[1].points < 10


@pytest.mark.parametrize("text", ["", "It is likely.", None, 7])
def test_a_short_half_page_says_nothing(text: object, measured: Measured, said: Callable[..., Row]) -> None:
    assert measured("summary", lambda _rows: [said(question="summary", text=text)]).points == 0
