"""Which decisions are in force, whoever made them and in whatever order they are read."""

from __future__ import annotations

from datetime import timedelta

from factory import NOON
from hypothesis import given
from hypothesis import strategies as st

from osint_kit.model import MACHINE, Action, Decision, Ledger

VERDICTS = st.builds(
    Decision,
    action=st.sampled_from([Action.ACCEPT, Action.REJECT]),
    step=st.sampled_from(["S4", "S5"]),
    targets=st.sampled_from([("a",), ("b",), ("a", "b")]),
    because=st.sampled_from(["x", "y"]),
    author=st.sampled_from(["ALPHA", "BRAVO", MACHINE]),
    at=st.integers(0, 5).map(lambda minutes: NOON + timedelta(minutes=minutes)),
)


def decision(action: str = "accept", author: str = "ALPHA", minute: int = 0, **fields: object) -> Decision:
    given = {"step": "S4", "targets": ("a",), "because": "x", **fields}
    return Decision(action=Action(action), author=author, at=NOON + timedelta(minutes=minute), **given)  # type: ignore[arg-type]  # fields of a decision


@given(st.lists(VERDICTS, max_size=8).flatmap(lambda made: st.tuples(st.just(made), st.permutations(made))))
def test_the_order_of_reading_changes_nothing(made: tuple[list[Decision], list[Decision]]) -> None:
    assert Ledger.of(made[0]) == Ledger.of(made[1])


@given(st.lists(VERDICTS, max_size=8))
def test_reading_twice_changes_nothing(made: list[Decision]) -> None:
    assert Ledger.of([*made, *made]) == Ledger.of(made)


@given(st.lists(VERDICTS, max_size=8))
def test_each_topic_is_in_force_or_contested_never_both(made: list[Decision]) -> None:
    ledger = Ledger.of(made)
    in_force = [each.topic for each in ledger.in_force]
    contested = [views[0].topic for views in ledger.contested]
    assert len(set(in_force)) == len(in_force)
    assert set(in_force).isdisjoint(contested)
    assert {*in_force, *contested} == {each.topic for each in made}


def test_ones_own_later_view_holds() -> None:
    first, second = decision(), decision("reject", minute=1)
    assert Ledger.of([second, first]).in_force == (second,)


def test_members_who_disagree_leave_the_topic_open() -> None:
    yes, no = decision(), decision("reject", "BRAVO", 1)
    ledger = Ledger.of([yes, no])
    assert ledger.in_force == ()
    assert sorted(each.id for each in ledger.contested[0]) == sorted([yes.id, no.id])


def test_members_who_agree_are_one_view() -> None:
    assert len(Ledger.of([decision(), decision(author="BRAVO", minute=1)]).in_force) == 1


def test_agreeing_on_the_verdict_but_not_on_the_value_is_a_disagreement() -> None:
    yes, other = decision(values={"value": "1"}), decision(author="BRAVO", values={"value": "2"})
    assert len(Ledger.of([yes, other]).contested) == 1


def test_the_machine_yields_to_a_person() -> None:
    machine, person = decision(author=MACHINE, minute=5), decision("reject")
    assert Ledger.of([machine, person]).in_force == (person,)


def test_settling_a_dispute_replaces_the_other_view() -> None:
    yes, no = decision(), decision("reject", "BRAVO", 1)
    settled = decision("reject", "ALPHA", 2, because="talked it over")
    assert [each.action for each in Ledger.of([yes, no, settled]).in_force] == ["reject"]
    replaced = decision("accept", "ALPHA", 3, supersedes=no.id)
    assert Ledger.of([yes, no, replaced]).in_force == (replaced,)


def test_merge_and_apart_compete_whatever_the_order_of_their_targets() -> None:
    merge = decision("merge", step="S5", targets=("a", "b"))
    apart = decision("apart", step="S5", targets=("b", "a"), minute=1)
    assert Ledger.of([merge, apart]).in_force == (apart,)


def test_links_differ_by_type_and_direction_and_compete_with_their_rejection() -> None:
    call = decision("link", step="S8", targets=("a", "b"), values={"type": "Call"})
    payment = decision("link", step="S8", targets=("a", "b"), values={"type": "Payment"})
    back = decision("link", step="S8", targets=("b", "a"), values={"type": "Payment"})
    no_call = decision("reject", step="S8", targets=("a", "b"), values={"type": "Call"}, minute=1)
    found = Ledger.of([call, payment, back, no_call]).in_force
    assert {each.id for each in found} == {payment.id, back.id, no_call.id}


def test_decisions_of_one_step_are_found_in_the_order_of_time() -> None:
    later, earlier = decision(minute=2), decision(targets=("b",), minute=1)
    other = decision(step="S5")
    assert Ledger.of([later, earlier, other]).of_step("S4") == (earlier, later)


def test_an_id_names_every_field() -> None:
    assert decision().id == decision().id
    changes = ({"because": "y"}, {"minute": 1}, {"author": "BRAVO"}, {"evidence": ("e",)}, {"supersedes": "z"})
    assert len({decision(**change).id for change in changes} | {decision().id}) == len(changes) + 1


def test_the_ends_of_a_link_without_direction_may_stand_in_either_order() -> None:
    drawn = decision("link", step="S8", targets=("a", "b"), values={"type": "Call"})
    refused = decision("reject", "BRAVO", 1, step="S8", targets=("b", "a"), values={"type": "Call"})
    ledger = Ledger.of([drawn, refused])
    assert ledger.in_force == ()
    assert len(ledger.contested) == 1
