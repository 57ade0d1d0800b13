from collections.abc import Callable
from dataclasses import replace

import pytest

from osint_kit.bundle import World, open_world
from osint_kit.model import Row, Submission
from osint_kit.score import AnswerKey, Score
from osint_kit.score.sheet import Sheet

Scorer = Callable[..., Score]
Changer = Callable[..., Submission]


def rewritten(row: Row, **values: object) -> Row:
    return replace(row, values={**row.values, **values})


def of_kind(rows: list[Row], kind: str) -> list[Row]:
    return [row for row in rows if row.values["kind"] == kind]


def test_a_kind_left_out_costs_its_share_of_the_macro_mean(changed: Changer, scored: Scorer) -> None:
    step = scored(changed("S4", lambda rows: [r for r in rows if r.values["kind"] != "plate"])).step("S4")
    kinds = len(step.facts)
    assert step.facts["f1_plate"] == 0
    assert step.points == pytest.approx(80 * (kinds - 1) / kinds)


def test_the_same_mention_twice_counts_once(changed: Changer, scored: Scorer) -> None:
    assert scored(changed("S4", lambda rows: rows + rows)).step("S4").points == pytest.approx(80)


def test_a_wrong_value_is_no_hit(changed: Changer, scored: Scorer) -> None:
    step = scored(changed("S4", lambda rows: [rewritten(r, value="+281000000000") for r in rows])).step("S4")
    assert step.facts["f1_phone"] == 0


def test_a_stretch_that_overlaps_is_a_hit_if_the_words_are_there(
    changed: Changer, scored: Scorer, key: AnswerKey, world: World
) -> None:
    def shorter(rows: list[Row]) -> list[Row]:
        return [rewritten(r, start=r.values["start"] + 1, original=r.values["original"][1:]) for r in rows]

    assert scored(changed("S4", shorter)).step("S4").points == pytest.approx(80)


def test_a_longer_stretch_that_holds_the_words_is_a_hit(
    changed: Changer, scored: Scorer, key: AnswerKey, world: World
) -> None:
    texts = Sheet(changed("S4", list), key, world, lambda *_: b"").texts

    def wider(rows: list[Row]) -> list[Row]:
        first = rows[0]
        text = texts[first.values["item"]]
        return [rewritten(first, start=0, end=len(text), original=text), *rows[1:]]

    assert scored(changed("S4", wider)).step("S4").points == scored(changed("S4", list)).step("S4").points


def test_words_that_do_not_stand_there_are_no_hit(changed: Changer, scored: Scorer) -> None:
    assert scored(changed("S4", lambda rows: [rewritten(r, original="x") for r in rows])).step("S4").points == 0


def test_elsewhere_right_mentions_are_neutral_and_wrong_ones_cost(
    changed: Changer, scored: Scorer, key: AnswerKey, perfect: Submission
) -> None:
    other = next(m for m in key.mentions if m.item not in key.key_items and m.kind == "phone")
    text = {"item": other.item, "start": other.start, "end": other.end, "kind": "phone", "value": other.value}
    sample = perfect.steps["S4"][0]
    original = scored_text(other, key)
    right = changed("S4", lambda rows: [*rows, rewritten(sample, **text, original=original)])
    wrong = changed("S4", lambda rows: [*rows, rewritten(sample, **{**text, "value": "+1"}, original=original)])
    assert scored(right).step("S4").points == pytest.approx(80)
    assert scored(wrong).step("S4").facts["f1_phone"] < 1


def scored_text(mention: object, key: AnswerKey) -> str:
    world = open_world(key.path)
    for table in ("ads", "posts", "companies"):
        for row in world.rows(table):
            if f"https://{row['host']}{row['path']}" == mention.item:
                return row["text"][mention.start : mention.end]
    raise AssertionError(mention)


def test_what_stands_outside_items_is_ignored(changed: Changer, scored: Scorer) -> None:
    frame = changed(
        "S4", lambda rows: [*rows, rewritten(rows[0], item=""), rewritten(rows[0], item="https://x.example/")]
    )
    assert scored(frame).step("S4").points == pytest.approx(80)
