from collections.abc import Callable
from dataclasses import replace

import pytest

from osint_kit.model import Row, Submission
from osint_kit.score import Score

Scorer = Callable[..., Score]
Changer = Callable[..., Submission]


def with_values(row: Row, **values: object) -> Row:
    return replace(row, values={**row.values, **values})


def test_each_preparation_weighs_four_points(changed: Changer, scored: Scorer) -> None:
    for number in range(1, 6):
        name = f"BP-PLN-{number}"
        without = changed("S1", lambda rows, name=name: [row for row in rows if row.values["id"] != name])
        assert scored(without).step("S1").points == pytest.approx(36)


def test_one_text_copied_five_times_is_one_preparation(changed: Changer, scored: Scorer) -> None:
    same = changed("S1", lambda rows: [with_values(row, text="all the same words") for row in rows])
    assert scored(same).step("S1").points == pytest.approx(24)


def test_a_row_answers_one_preparation_its_element_first(changed: Changer, scored: Scorer) -> None:
    def both(rows: list[Row]) -> list[Row]:
        (first,) = (row for row in rows if row.values["id"] == "BP-PLN-1")
        return [with_values(first, element="BP-PLN-2")]

    step = scored(changed("S1", both)).step("S1")
    assert [line.pointer for line in step.explanations if line.points > 0] == ["BP-PLN-2"]


def test_a_question_says_something_and_counts_once(changed: Changer, scored: Scorer) -> None:
    def asked(rows: list[Row]) -> list[Row]:
        (good,) = (row for row in rows if row.values["section"] == "requirement")
        return [good] * 9 + [with_values(good, text="Who?"), with_values(good, element="")]

    assert scored(changed("S1", asked)).step("S1").points == pytest.approx(10)


@pytest.mark.parametrize(
    ("values", "fault"),
    [
        ({"element": ""}, "a question without an element"),
        ({"sources": ""}, "a question without a source of the brief"),
        ({"element": "", "sources": ""}, "a question without an element and without a source of the brief"),
    ],
)
def test_what_a_question_lacks_is_said(values: dict[str, object], fault: str, changed: Changer, scored: Scorer) -> None:
    step = scored(changed("S1", lambda rows: [with_values(row, **values) for row in rows])).step("S1")
    assert fault in {line.what for line in step.explanations}


@pytest.mark.parametrize(
    "values", [{"element": ""}, {"element": "XYZ"}, {"sources": ""}, {"sources": "elsewhere.example"}]
)
def test_a_question_needs_an_element_and_a_source_of_the_brief(
    values: dict[str, object], changed: Changer, scored: Scorer
) -> None:
    def half(rows: list[Row]) -> list[Row]:
        questions = [row for row in rows if row.values["section"] == "requirement"]
        return [*rows, *(with_values(row, **values) for row in questions)]

    assert scored(changed("S1", half)).step("S1").points == pytest.approx(30)


def test_a_plan_without_questions_earns_the_preparations_only(changed: Changer, scored: Scorer) -> None:
    without = changed("S1", lambda rows: [row for row in rows if row.values["section"] == "preparation"])
    assert scored(without).step("S1").points == pytest.approx(20)
