from collections.abc import Callable
from dataclasses import replace

import pytest

from osint_kit.model import Row, Submission, sha256
from osint_kit.score import Score
from osint_kit.score.measures import custody

Scorer = Callable[..., Score]
Changer = Callable[..., Submission]

CHECKS = 13


def one(changed: Changer, scored: Scorer, **values: object) -> float:
    """Points lost when the first row of S3 has other values, in items."""

    def change(rows: list[Row]) -> list[Row]:
        return [replace(rows[0], values={**rows[0].values, **values}), *rows[1:]]

    submission = changed("S3", change)
    return (90 - scored(submission).step("S3").points) / (90 / len(submission.steps["S3"]))


def test_an_altered_copy_scores_nothing(changed: Changer, scored: Scorer) -> None:
    assert one(changed, scored, digest="sha256:" + "0" * 64) == pytest.approx(1, abs=1e-4)


def test_an_address_outside_the_world_scores_nothing(changed: Changer, scored: Scorer) -> None:
    assert one(changed, scored, url="https://elsewhere.example/") == pytest.approx(1, abs=1e-4)


@pytest.mark.parametrize(
    "values",
    [
        {"handler": ""},
        {
            "transfers": [],
        },
        {"working_copies": []},
        {"working_copies": [{"document": "d", "parent": "another"}]},
        {"retrieved_at": "2031-12-31T00:00:00+05:00"},
        {"retrieved_at": "yesterday"},
    ],
)
def test_each_gap_costs_its_share(values: dict[str, object], changed: Changer, scored: Scorer) -> None:
    assert one(changed, scored, **values) == pytest.approx(1 / CHECKS, abs=1e-4)


@pytest.mark.parametrize(
    ("name", "value", "lost"),
    [
        ("BP-COL-3", {"reason": "no browser"}, 0),
        ("BP-COL-3", {"reason": " "}, 1),
        ("BP-COL-3", None, 1),
        ("BP-COL-6", {"reason": "a record stands alone"}, 0),
        ("BP-COL-1", {"reason": "forgot"}, 1),
        ("BP-COL-2", {"reason": "forgot"}, 1),
        ("BP-COL-7", {"reason": "forgot"}, 1),
        ("BP-COL-8", {"reason": "forgot"}, 1),
        ("BP-COL-8", "sha256:" + "1" * 64, 1),
    ],
)
def test_a_data_point_not_taken_needs_a_reason(  # noqa: PLR0917 - three of the parameters are the table above
    name: str, value: object, lost: int, changed: Changer, scored: Scorer, perfect: Submission
) -> None:
    fields = {**perfect.steps["S3"][0].values["fields"], name: value}
    assert one(changed, scored, fields=fields) == pytest.approx(lost / CHECKS, abs=1e-4)


def test_the_best_exhibit_of_an_item_counts(changed: Changer, scored: Scorer) -> None:
    def twice(rows: list[Row]) -> list[Row]:
        return [replace(rows[0], values={**rows[0].values, "handler": ""}), *rows]

    assert scored(changed("S3", twice)).step("S3").points == pytest.approx(90)


def test_a_listed_item_counts_only_if_the_page_shows_it(changed: Changer, scored: Scorer, perfect: Submission) -> None:
    listed = [item for row in perfect.steps["S3"] for item in row.values["items"]]

    def one_for_all(rows: list[Row]) -> list[Row]:
        return [replace(rows[0], values={**rows[0].values, "items": listed})]

    assert scored(changed("S3", one_for_all)).step("S3").points == pytest.approx(90 / len(listed), abs=1e-5)


def test_the_source_may_be_lacking_only_where_nothing_was_served(perfect: Submission) -> None:
    first = perfect.steps["S3"][0]
    row = replace(first, values={**first.values, "fields": {"BP-COL-2": {"reason": "no body"}}})
    empty = replace(row, values={**row.values, "digest": sha256(b"")})
    assert [custody.CHECKS["BP-COL-2"](each) for each in (row, empty)] == [False, True]


def test_an_item_that_is_not_held_counts_nothing(changed: Changer, scored: Scorer, *, perfect: Submission) -> None:
    count = len(perfect.steps["S3"])
    assert scored(changed("S3", lambda rows: rows[1:])).step("S3").points == pytest.approx(90 * (count - 1) / count)
