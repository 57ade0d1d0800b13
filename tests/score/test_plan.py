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
