"""Which pairs a person is asked about, and in which order."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from osint_kit.model import MACHINE, Action, Decision
from osint_kit.model.tables import PAIRS
from osint_kit.resolve.asking import SURE, questions
from osint_kit.resolve.explaining import border, chain

AT = datetime(2031, 1, 1, tzinfo=UTC)
SUBJECTS = [f"{number:02d}" for number in range(8)]


def frame(*pairs: tuple[str, str, float]) -> Any:
    return PAIRS.frame(
        {"left": min(a, b), "right": max(a, b), "score": score, "rule": "r", "reason": f"{a}-{b}"}
        for a, b, score in pairs
    )


def decided(action: Action, *targets: str, author: str = "ALPHA", minute: int = 0) -> Decision:
    return Decision(action, "S5", targets, "because", author, AT + timedelta(minutes=minute))


def ends(found: Any) -> list[tuple[str, str]]:
    return [(each.left, each.right) for each in found]


def test_the_nearest_to_the_threshold_comes_first() -> None:
    found = questions(frame(("00", "01", 0.2), ("02", "03", 0.58), ("04", "05", 0.75)))
    assert ends(found) == [("02", "03"), ("04", "05"), ("00", "01")]


def test_of_equally_near_pairs_the_one_that_settles_more_comes_first() -> None:
    more = [("00", "01", 0.9), ("00", "02", 0.55), ("01", "02", 0.5)]
    found = questions(frame(("03", "04", 0.55), *more))
    assert ends(found) == [("00", "02"), ("03", "04")]
    assert found[0].affects == 1
    assert found[0].ours == ("00", "01")
    assert found[0].reasons == ("00-02", "01-02")


def test_what_is_sure_is_not_asked() -> None:
    assert questions(frame(("00", "01", SURE))) == ()


def test_what_a_person_decided_is_not_asked_and_what_the_machine_decided_is() -> None:
    pairs = frame(("00", "01", 0.62))
    assert questions(pairs, [decided(Action.MERGE, "00", "01")]) == ()
    assert questions(pairs, [decided(Action.APART, "00", "01")]) == ()
    assert len(questions(pairs, [decided(Action.MERGE, "00", "01", author=MACHINE)])) == 1


def test_what_follows_from_a_decision_is_not_asked() -> None:
    pairs = frame(("00", "01", 0.9), ("01", "02", 0.55), ("00", "02", 0.5))
    assert questions(pairs, [decided(Action.APART, "00", "02")]) == ()
    assert questions(pairs, [decided(Action.MERGE, "00", "02")]) == ()


def test_a_decided_merge_holds_against_different_names() -> None:
    names = {"00": "Карим Саидов", "01": "Мадина Олимова"}
    pairs = frame(("00", "01", 0.4), ("01", "02", 0.5), ("00", "02", 0.5))
    found = questions(pairs, [decided(Action.MERGE, "00", "01")], names=names)
    assert [each.covers for each in found] == [(("00", "02"), ("01", "02"))]


edges = st.lists(
    st.tuples(st.sampled_from(SUBJECTS), st.sampled_from(SUBJECTS), st.sampled_from([0.3, 0.55, 0.62, 0.9])).filter(
        lambda edge: edge[0] < edge[1]
    ),
    max_size=12,
    unique_by=lambda edge: edge[:2],
)


@settings(max_examples=60, deadline=None)
@given(edges, st.randoms(use_true_random=False))
def test_order_changes_nothing_and_each_open_pair_stands_in_one_question(pairs: Any, chance: Any) -> None:
    found = questions(frame(*pairs))
    shuffled = list(pairs)
    chance.shuffle(shuffled)
    assert questions(frame(*shuffled)) == found
    covered = [pair for each in found for pair in each.covers]
    assert len(covered) == len(set(covered))
    assert all({each.left, each.right} <= {*each.ours, *each.theirs} for each in found)


@settings(max_examples=60, deadline=None)
@given(edges, st.data())
def test_every_answer_leaves_fewer_questions(pairs: Any, data: Any) -> None:
    made: list[Decision] = []
    left = questions(frame(*pairs), made)
    while left:
        action = data.draw(st.sampled_from([Action.MERGE, Action.APART]))
        made.append(decided(action, left[0].left, left[0].right, minute=len(made)))
        after = questions(frame(*pairs), made)
        assert sum(len(each.covers) for each in after) < sum(len(each.covers) for each in left)
        left = after


def test_a_chain_is_the_fewest_and_strongest_pairs() -> None:
    pairs = frame(("00", "01", 0.9), ("01", "02", 0.5), ("00", "02", 0.7), ("02", "03", 0.4))
    assert [(each.left, each.right) for each in chain(pairs, ["00", "01", "02"])] == [("00", "01"), ("00", "02")]
    assert [(each.left, each.right) for each in border(pairs, ["00", "01"], {"02": "02"})] == [("00", "02")]
