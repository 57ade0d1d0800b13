from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from osint_kit.model import Row, Submission
from osint_kit.score import AnswerKey, Score

Scorer = Callable[..., Score]
Changer = Callable[..., Submission]


def graded(row: Row, **values: object) -> Row:
    return replace(row, values={**row.values, **values})


def test_the_same_grade_for_everything_earns_little(changed: Changer, scored: Scorer) -> None:
    step = scored(changed("S6", lambda rows: [graded(row, source="B", information="2") for row in rows])).step("S6")
    assert 0 < step.points < 45
    assert step.facts["halo"] > 0.2


def test_missing_the_false_items_costs_thirty_points_of_detection(
    changed: Changer, scored: Scorer, key: AnswerKey
) -> None:
    false = {item.item for item in key.items if item.key and item.truth == "false"}
    assert false

    def trusting(rows: list[Row]) -> list[Row]:
        return [row for row in rows if row.values["item"] not in false]

    step = scored(changed("S6", trusting)).step("S6")
    assert step.facts["false_f1"] == 0
    assert step.points == pytest.approx(60 * (1 - len(false) / len(key.key_items)))


def test_calling_everything_false_is_no_detection(changed: Changer, scored: Scorer) -> None:
    step = scored(changed("S6", lambda rows: [graded(row, information="5") for row in rows])).step("S6")
    assert step.facts["false_f1"] < 0.2


def test_an_empty_sheet_agrees_with_nothing(changed: Changer, scored: Scorer) -> None:
    facts = scored(changed("S6", lambda _rows: [])).step("S6").facts
    assert facts["kappa_source"] == facts["kappa_information"] == 0


def test_a_scheme_that_is_not_scored_counts_nothing(changed: Changer, scored: Scorer) -> None:
    assert scored(changed("S6", lambda rows: [graded(row, scheme="3x5x2") for row in rows])).step("S6").points == 0


def test_the_last_grade_of_an_item_counts(changed: Changer, scored: Scorer) -> None:
    def again(rows: list[Row]) -> list[Row]:
        early = [replace(graded(row, source="E"), at=row.at - timedelta(hours=1)) for row in rows]
        return rows + early

    assert scored(changed("S6", again)).step("S6").points == pytest.approx(90)
