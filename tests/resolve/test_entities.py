from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from osint_kit.model import MACHINE, Action, Decision, Ledger
from osint_kit.model.tables import ENTITIES
from osint_kit.resolve import entities

AT = datetime(2031, 12, 1, tzinfo=UTC)
HELD = [
    [("person", "Карим Саидов"), ("phone", "+281551234567")],
    [("person", "К. Саидов"), ("handle", "@karim"), ("date", "2031-01-01")],
]


def decide(action: Any, *targets: Any, minute: int = 0) -> Any:
    return Decision(action, "S5", targets, "because", "ALPHA", AT + timedelta(minutes=minute))


@pytest.fixture
def world(items: Any) -> Any:
    return items(*HELD)[0]


def view(statements: Any, *decisions: Any) -> Any:
    frame = entities(statements, Ledger.of(decisions), lambda subject: f"P{subject[:3]}")
    return {row["subjects"]: row for row in frame.to_dict("records")}


def test_each_mention_is_somebody_until_a_decision_joins_them(world: Any) -> None:
    found = view(world)
    assert len(found) == 4
    assert not any(row["decided"] for row in found.values())
    assert {row["schema"] for row in found.values()} == {"Person", "LegalEntity", "UserAccount"}


def test_a_merge_makes_one_entity(world: Any) -> None:
    subjects = [each.subject for each in world[:3]]
    row = view(world, decide(Action.MERGE, *subjects))[tuple(sorted(subjects))]
    assert row["id"] == min(subjects)
    assert row["ref"] == f"P{min(subjects)[:3]}"
    assert (row["schema"], row["caption"]) == ("Person", "Карим Саидов")
    assert row["names"] == ("Карим Саидов", "К. Саидов")
    assert row["selectors"] == ("phone:+281551234567",)
    assert row["decided"]


def test_apart_wins_over_merge_whichever_is_older(world: Any) -> None:
    a, b, c = (each.subject for each in world[:3])
    for minutes in ((0, 1), (1, 0)):
        found = view(
            world, decide(Action.MERGE, a, b, c, minute=minutes[0]), decide(Action.APART, b, c, minute=minutes[1])
        )
        assert tuple(sorted((a, b))) in found
        assert (c,) in found


def test_a_split_takes_out_what_a_merge_put_in_and_a_later_merge_puts_it_back(world: Any) -> None:
    a, b, c = (each.subject for each in world[:3])
    merge, split = decide(Action.MERGE, a, b, c), decide(Action.SPLIT, b, c, minute=1)
    found = view(world, merge, split)
    assert (a,) in found
    assert tuple(sorted((b, c))) in found
    assert tuple(sorted((a, b, c))) in view(
        world, merge, split, decide(Action.MERGE, a, b, minute=2), decide(Action.MERGE, a, c, minute=3)
    )


def test_a_rejected_statement_is_nobody(world: Any) -> None:
    assert len(view(world, Decision(Action.REJECT, "S4", (world[0].id,), "misread", "ALPHA", AT))) == 3


def test_nothing_is_an_empty_frame() -> None:
    assert ENTITIES.check(entities([], Ledger.of([]))).empty


@settings(max_examples=50, deadline=None)
@given(data=st.data())
def test_the_order_of_statements_and_decisions_changes_nothing(data: Any, items: Any) -> None:
    statements, _documents = items(*HELD)
    subjects = [each.subject for each in statements[:4]]
    pick = st.lists(st.sampled_from(subjects), min_size=1, max_size=3, unique=True)
    actions = data.draw(
        st.lists(st.tuples(st.sampled_from([Action.MERGE, Action.APART, Action.SPLIT]), pick), max_size=5)
    )
    decisions = [decide(action, *targets, minute=minute) for minute, (action, targets) in enumerate(actions)]
    first = entities(statements, Ledger.of(decisions))
    again = entities(data.draw(st.permutations(statements)), Ledger.of(data.draw(st.permutations(decisions))))
    assert first.equals(again)
    held = [subject for group in first["subjects"] for subject in group]
    assert sorted(held) == sorted(set(held)) == sorted(subjects)


def test_the_machine_does_not_undo_what_a_person_split(world: Any) -> None:
    a, b, c = (each.subject for each in world[:3])
    first, later = decide(Action.MERGE, a, b, c), decide(Action.MERGE, a, c, minute=2)
    split = decide(Action.SPLIT, c, minute=1)
    machine = [replace(each, author=MACHINE) for each in (first, later)]
    assert set(view(world, split, *machine)) >= {tuple(sorted((a, b))), (c,)}
