from collections.abc import Callable
from dataclasses import replace

import pytest

from osint_kit.model import Row, Submission
from osint_kit.score import AnswerKey, Score

Scorer = Callable[..., Score]
Changer = Callable[..., Submission]


def merged(rows: list[Row]) -> list[Row]:
    mentions = [mention for row in rows for mention in row.values["mentions"]]
    return [replace(rows[0], values={"caption": "all", "mentions": mentions})]


def test_doing_nothing_earns_nothing(changed: Changer, scored: Scorer) -> None:
    assert scored(changed("S5", lambda _rows: [])).step("S5").points == 0


def test_merging_everything_earns_nothing_and_harms(changed: Changer, scored: Scorer, key: AnswerKey) -> None:
    found = scored(changed("S5", merged))
    assert found.step("S5").points == 0
    named = {mention.truth for mention in key.mentions if mention.item in key.key_items}
    assert {harm.truth for harm in found.harm} == {each.truth for each in key.protected} & named
    assert all(harm.name and harm.why and harm.pointer for harm in found.harm)


def test_one_merge_too_many_costs_a_little(changed: Changer, scored: Scorer) -> None:
    def two(rows: list[Row]) -> list[Row]:
        return [*merged(rows[:2]), *rows[2:]]

    assert 80 < scored(changed("S5", two)).step("S5").points < 110


def test_a_mention_claimed_twice_stays_with_the_first(changed: Changer, scored: Scorer, perfect: Submission) -> None:
    assert scored(changed("S5", lambda rows: rows + merged(rows))).step("S5").points == pytest.approx(110)


def test_spans_may_differ_a_little(changed: Changer, scored: Scorer) -> None:
    def wider(rows: list[Row]) -> list[Row]:
        return [
            replace(
                row, values={**row.values, "mentions": [{**m, "end": m["end"] - 1} for m in row.values["mentions"]]}
            )
            for row in rows
        ]

    assert scored(changed("S5", wider)).step("S5").points == pytest.approx(110)
