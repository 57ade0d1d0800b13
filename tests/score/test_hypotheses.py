from collections.abc import Callable
from dataclasses import replace

import pytest

from osint_kit.model import Row
from osint_kit.score import StepScore

Measured = Callable[..., StepScore]


def matrix(rows: list[Row]) -> list[Row]:
    return [row for row in rows if "item" in row.values]


def probable(said: Callable[..., Row], **probabilities: object) -> list[Row]:
    return [said(hypothesis=name, probability=value) for name, value in probabilities.items()]


def test_strong_marks_have_the_sign_of_weak_ones(measured: Measured) -> None:
    strong = {"C": "CC", "I": "II", "N": "N"}

    def stronger(rows: list[Row]) -> list[Row]:
        return [
            replace(row, values={**row.values, "marks": {h: strong[m] for h, m in row.values["marks"].items()}})
            for row in matrix(rows)
        ]

    assert measured("hypotheses", stronger).points == pytest.approx(30)


def test_marks_turned_round_earn_only_the_neutral_ones(measured: Measured) -> None:
    other = {"C": "I", "I": "C", "N": "N"}

    def turned(rows: list[Row]) -> list[Row]:
        return [
            replace(row, values={**row.values, "marks": {h: other[m] for h, m in row.values["marks"].items()}})
            for row in matrix(rows)
        ]

    assert measured("hypotheses", turned).points == pytest.approx(30 * 2 / 6)


def test_a_few_marks_earn_their_share_of_ten_items(measured: Measured) -> None:
    plain = measured("hypotheses", lambda rows: matrix(rows)[-3:])
    items = {line.pointer for line in plain.explanations if line.points > 0}
    assert len(items) == 3
    doubles = sum(item.endswith(("/0", "/1")) for item in items)
    assert plain.points == pytest.approx(30 * 6 * (3 + doubles) / 60)


def test_marks_on_items_that_the_key_does_not_weigh_count_nothing(measured: Measured, said: Callable[..., Row]) -> None:
    elsewhere = said(item="https://bozor.example/ad/17", marks={"H1": "II"})
    assert measured("hypotheses", lambda rows: [*rows, elsewhere]).points == pytest.approx(60)


@pytest.mark.parametrize(
    ("probabilities", "points"),
    [
        ({"H1": 1.0}, 30),
        ({"H1": 0.5, "H2": 0.5}, 20 * (1 - 0.5 / (5 / 6))),
        (dict.fromkeys(("H1", "H2", "H3", "H4", "H5", "H6"), 1 / 6), 0),
        ({"H2": 1.0}, 0),
        ({"H1": 0.9}, 0),
        ({"H1": 1.009}, 0),
        ({"H1": 2.0, "H2": -1.0}, 0),
        ({"H1": "all of it"}, 0),
        ({"H1": float("nan")}, 0),
        ({}, 0),
    ],
)
def test_probabilities_must_sum_to_one_and_put_the_truth_first(
    probabilities: dict[str, object], points: float, measured: Measured, said: Callable[..., Row]
) -> None:
    found = measured("hypotheses", lambda _rows: probable(said, **probabilities))
    assert found.points == pytest.approx(points, abs=1e-6)


def test_a_sum_within_a_hundredth_is_coherent(measured: Measured, said: Callable[..., Row]) -> None:
    found = measured("hypotheses", lambda _rows: probable(said, H1=0.6, H2=0.395))
    assert found.points > 10
