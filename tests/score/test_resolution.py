from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from osint_kit.bundle import World
from osint_kit.model import Row, Submission
from osint_kit.score import AnswerKey, Score
from osint_kit.score.harm import harms
from osint_kit.score.key import Role
from osint_kit.score.sheet import FetchAt, Sheet

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
    def later(rows: list[Row]) -> list[Row]:
        return [*(replace(row, at=row.at + timedelta(hours=1)) for row in merged(rows)), *rows]

    assert scored(changed("S5", later)).step("S5").points == pytest.approx(110)


def test_the_whole_text_stands_for_no_mention(changed: Changer, scored: Scorer) -> None:
    def wide(rows: list[Row]) -> list[Row]:
        return [
            replace(row, values={**row.values, "mentions": [{**m, "start": 0, "end": 9999} for m in each]})
            for row in rows
            if (each := row.values["mentions"])
        ]

    assert scored(changed("S5", wide)).step("S5").points == 0


def test_who_is_protected_and_has_a_suspect_role_is_no_accomplice(
    changed: Changer, perfect: Submission, key: AnswerKey, world: World, fetch_at: FetchAt
) -> None:
    rows = {str(row.values["caption"]): row for row in perfect.steps["S5"]}
    protected = [each.truth for each in key.protected if each.truth in rows]
    member = next(truth for truth in rows if truth in key.network and truth not in protected)
    first, second = protected[:2]
    suspect = replace(key, roles=(*key.roles, Role(first, "RO-TRA")))
    groups = [(member, first), (first, second)]
    submission = changed("S5", lambda _rows: [each for pair in groups for each in merged([rows[t] for t in pair])])
    assert {harm.truth for harm in harms(Sheet(submission, suspect, world, fetch_at))} == {first}


def test_spans_may_differ_a_little(changed: Changer, scored: Scorer) -> None:
    def wider(rows: list[Row]) -> list[Row]:
        return [
            replace(
                row, values={**row.values, "mentions": [{**m, "end": m["end"] - 1} for m in row.values["mentions"]]}
            )
            for row in rows
        ]

    assert scored(changed("S5", wider)).step("S5").points == pytest.approx(110)
