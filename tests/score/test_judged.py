"""The measures of the judged steps over a small key made by hand."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from osint_kit.model import Row, Submission
from osint_kit.score import StepScore
from osint_kit.score.measures import measures

Measured = Callable[..., StepScore]

JUDGED = ("assessment", "hypotheses", "interview", "linking", "money", "request", "summary")


@pytest.mark.parametrize("name", JUDGED)
def test_the_key_earns_everything(name: str, measured: Measured) -> None:
    full = measured(name)
    assert full.points == pytest.approx(full.maximum)
    assert [line for line in full.explanations if line.points < -1e-9] == []


@pytest.mark.parametrize("name", JUDGED)
def test_nothing_earns_nothing_and_everything_is_explained(name: str, measured: Measured) -> None:
    found = measured(name, lambda _rows: [])
    assert found.points == 0
    assert -sum(line.points for line in found.explanations) == pytest.approx(found.maximum)


@pytest.mark.parametrize("name", JUDGED)
def test_earned_and_lost_make_up_the_maximum(name: str, measured: Measured) -> None:
    half = measured(name, lambda rows: rows[len(rows) // 2 :])
    lost = -sum(line.points for line in half.explanations if line.points < 0)
    assert 0 < half.points < half.maximum
    assert half.points + lost == pytest.approx(half.maximum)


@pytest.mark.parametrize("name", JUDGED)
def test_the_order_of_rows_changes_nothing(name: str, measured: Measured) -> None:
    assert measured(name, lambda rows: rows[::-1]) == measured(name)


@pytest.mark.parametrize("name", JUDGED)
def test_no_row_more_is_no_point_less_and_a_repeated_row_counts_once(name: str, measured: Measured) -> None:
    earned = [measured(name, lambda rows, count=count: rows[:count]).points for count in (0, 3, 6, 12, 24, 99)]
    assert earned == pytest.approx(sorted(earned))
    assert measured(name, lambda rows: rows + rows).points == pytest.approx(measured(name).points)


def without_evidence(rows: list[Row]) -> list[Row]:
    return [replace(row, values={**row.values, "evidence": []}) for row in rows]


def misquoted(rows: list[Row]) -> list[Row]:
    def wrong(row: Row) -> Row:
        cited = [{**each, "original": "somebody said so"} for each in row.values.get("evidence", [])]
        return replace(row, values={**row.values, "evidence": cited})

    return [wrong(row) for row in rows]


@pytest.mark.parametrize("name", ["assessment", "linking", "money"])
@pytest.mark.parametrize("change", [without_evidence, misquoted])
def test_a_true_statement_without_valid_evidence_earns_nothing(
    name: str, change: Callable[..., list[Row]], measured: Measured
) -> None:
    assert measured(name, change).points == 0


def test_every_judged_measure_is_tested(tiny: Submission) -> None:
    assert set(JUDGED) <= set(measures)
    assert all(tiny.steps[f"S{number}"] for number in (*range(1, 14),))
