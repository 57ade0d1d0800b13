from collections.abc import Callable
from dataclasses import replace

import pytest

from osint_kit.model import Row, Submission
from osint_kit.score import AnswerKey, Score

Scorer = Callable[..., Score]
Changer = Callable[..., Submission]


def capture(row: Row, **values: object) -> Row:
    return replace(row, values={**row.values, **values})


def test_collecting_half_has_full_precision_and_half_the_recall(changed: Changer, scored: Scorer) -> None:
    step = scored(changed("S2", lambda rows: rows[: len(rows) // 2])).step("S2")
    assert step.facts["precision"] == 1
    assert step.facts["recall"] == pytest.approx(0.5, abs=0.01)


def test_collecting_everything_costs_precision(changed: Changer, scored: Scorer, key: AnswerKey) -> None:
    step = scored(changed("S2", lambda rows: [capture(rows[0], items=sorted(key.known_items))])).step("S2")
    assert step.facts["recall"] == 1
    assert step.facts["precision"] == pytest.approx(len(key.key_items) / len(key.known_items))


def test_rows_of_partner_tables_and_unknown_addresses_do_not_count(changed: Changer, scored: Scorer) -> None:
    extra = ["https://partner.halvern.example/files/calls.csv#row=2", "https://nowhere.example/1"]
    step = scored(changed("S2", lambda rows: [*rows, capture(rows[0], items=extra)])).step("S2")
    assert step.points == pytest.approx(100)


def test_a_failed_capture_collects_nothing(changed: Changer, scored: Scorer) -> None:
    step = scored(changed("S2", lambda rows: [capture(row, outcome="blocked") for row in rows])).step("S2")
    assert step.points == 0
