from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pandas as pd

from osint_kit.link import graph
from osint_kit.link.facts import Ends
from osint_kit.model import Action, Decision, Ledger, selector_subject

Proposer = Callable[..., pd.DataFrame]
NOON = datetime(2031, 5, 1, 12, tzinfo=UTC)


def link(
    *targets: str, action: Action = Action.LINK, kind: str = "Call", evidence: tuple[str, ...] = ("s000",)
) -> Ledger:
    decision = Decision(action, "S8", targets, "they say so", "ALPHA", NOON, {"type": kind}, evidence)
    return Ledger.of([decision])


def test_calls_between_two_numbers_add_up_whoever_rang(story: Any, proposed: Proposer) -> None:
    story.call(3, "+2811", "+2812")
    story.call(5, "+2812", "+2811")
    (row,) = proposed(story).to_dict("records")
    assert (row["type"], row["directed"], row["count"]) == ("Call", False, 2)
    assert (row["first"][:10], row["last"][:10]) == ("2031-05-03", "2031-05-05")
    assert len(row["statements"]) == 4


def test_a_number_with_one_holder_leads_to_him(story: Any, proposed: Proposer) -> None:
    story.holder("ann", "+2811")
    story.call(3, "+2811", "+2812")
    (row,) = proposed(story).to_dict("records")
    assert "ann" in (row["source"], row["target"])


def test_a_number_with_two_holders_stays_a_node_of_its_own(story: Any, proposed: Proposer) -> None:
    for name in ("ann", "bob"):
        story.holder(name, "+2811")
    story.call(3, "+2811", "+2812")
    (row,) = proposed(story).to_dict("records")
    assert {row["source"], row["target"]} == {selector_subject("phone", "+2811"), selector_subject("phone", "+2812")}


def test_nobody_is_linked_with_himself(story: Any, proposed: Proposer) -> None:
    for phone in ("+2811", "+2812"):
        story.mention(f"m{phone}", "phone", phone)
    story.entity("ann", "m+2811", "m+2812")
    story.call(3, "+2811", "+2812")
    assert proposed(story).empty


def test_rejected_statements_carry_nothing(story: Any, proposed: Proposer) -> None:
    story.call(3, "+2811", "+2812", verdict="reject")
    assert proposed(story).empty


def test_payments_have_a_direction_and_sums(story: Any, proposed: Proposer) -> None:
    for number, amount in enumerate(("1500 USD", "200.50 USD", "20 EUR")):
        story.state(f"r{number}", "Payment", "payer", "entity", "zoe")
        story.state(f"r{number}", "Payment", "beneficiary", "entity", "ann")
        story.state(f"r{number}", "Payment", "amount", "money", amount)
    (row,) = proposed(story).to_dict("records")
    assert (row["source"], row["target"], row["directed"]) == ("zoe", "ann", True)
    assert row["amount"] == "1700.50 USD; 20 EUR"


def test_two_names_in_one_item_are_a_weak_link(story: Any, proposed: Proposer) -> None:
    for name in ("ann", "bob"):
        story.entity(name)
        story.mention(name, "person", name, item="https://s.example/1")
    (row,) = proposed(story).to_dict("records")
    assert (row["type"], row["directed"]) == ("UnknownLink", False)
    assert row["score"] < 0.5
    assert set(row["statements"]) == {"s000", "s001"}


def test_a_list_of_names_links_nobody(story: Any, proposed: Proposer) -> None:
    for number in range(9):
        story.entity(f"p{number}")
        story.mention(f"p{number}", "person", f"p{number}", item="https://s.example/1")
    assert proposed(story).empty


def test_a_decision_marks_the_link_it_carries(story: Any, proposed: Proposer) -> None:
    story.call(3, "+2811", "+2812")
    ends = [selector_subject("phone", number) for number in ("+2812", "+2811")]
    (row,) = proposed(story, link(*ends)).to_dict("records")
    assert row["decided"]
    assert row["reason"] == "they say so"
    assert row["statements"][0] == "s000"


def test_a_decided_link_that_no_builder_saw_is_added(story: Any, proposed: Proposer) -> None:
    story.entity("ann", "m1")
    story.entity("bob", "m2")
    story.mention("m1", "person", "ann")
    (row,) = proposed(story, link("m2", "m1", kind="Family")).to_dict("records")
    assert (row["source"], row["target"], row["type"], row["statements"]) == ("ann", "bob", "Family", ("s000",))


def test_a_rejected_proposal_is_left_out(story: Any, proposed: Proposer) -> None:
    story.call(3, "+2811", "+2812")
    ends = [selector_subject("phone", number) for number in ("+2811", "+2812")]
    assert proposed(story, link(*ends, action=Action.REJECT)).empty


def test_the_order_of_statements_changes_nothing(story: Any, proposed: Proposer) -> None:
    for number in range(1, 9):
        story.call(number, f"+281{number % 3}", f"+281{3 + number % 2}")
    before = proposed(story)
    story.statements.reverse()
    pd.testing.assert_frame_equal(before, proposed(story))


def test_the_graph_cites_statements_on_every_link(story: Any, proposed: Proposer) -> None:
    story.holder("ann", "+2811")
    story.call(3, "+2811", "+2812")
    _statements, entities, _documents = story.frames
    built = graph(entities, proposed(story))
    assert built.nodes["ann"] == {"label": "ann", "schema": "Person", "ref": "ANN"}
    (edge,) = built.edges(data=True)
    assert edge[2]["type"] == "Call"
    assert edge[2]["statements"]


def test_repeated_contact_says_more_than_one_call_and_a_bare_number_less(story: Any, proposed: Proposer) -> None:
    for name, phone in (("ann", "+2811"), ("bob", "+2812"), ("cid", "+2813")):
        story.holder(name, phone)
    for number in range(1, 9):
        story.call(number, "+2811", "+2812")
        story.call(10 + number, "+2811", "+2819")
    story.call(20, "+2811", "+2813")
    often, bare, once = proposed(story)["score"].tolist()
    assert often > 0.5 > bare > once


def test_a_number_goes_to_the_holder_named_with_it_twice_as_often(story: Any, proposed: Proposer) -> None:
    story.holder("ann", "+2811", times=4)
    story.holder("bob", "+2811", times=2)
    story.call(3, "+2811", "+2812")
    (row,) = proposed(story).to_dict("records")
    assert "ann" in (row["source"], row["target"])


def test_being_named_together_adds_nothing_where_a_record_says_more(story: Any, proposed: Proposer) -> None:
    for name in ("ann", "bob"):
        story.entity(name)
        story.mention(name, "person", name, item="https://s.example/1")
    story.state("r", "Payment", "payer", "entity", "ann")
    story.state("r", "Payment", "beneficiary", "entity", "bob")
    assert proposed(story)["type"].tolist() == ["Payment"]


def test_times_are_compared_as_instants_whatever_their_offset(story: Any, proposed: Proposer) -> None:
    early, late = "2031-05-01T02:00:00+05:00", "2031-04-30T22:00:00+00:00"
    for number, happened in enumerate((late, early)):
        story.state(f"r{number}", "Payment", "payer", "entity", "zoe", happened=happened)
        story.state(f"r{number}", "Payment", "beneficiary", "entity", "ann", happened=happened)
    (row,) = proposed(story).to_dict("records")
    assert (row["first"], row["last"]) == (early, late)


def test_a_relation_happened_at_the_latest_instant_that_it_names(story: Any, proposed: Proposer) -> None:
    story.state("r", "Payment", "payer", "entity", "zoe", happened="2031-05-01T02:00:00+05:00")
    story.state("r", "Payment", "beneficiary", "entity", "ann", happened="2031-04-30T22:00:00+00:00")
    assert proposed(story)["last"].tolist() == ["2031-04-30T22:00:00+00:00"]


def test_the_end_of_an_end_is_itself(story: Any) -> None:
    number = selector_subject("phone", "+2811")
    story.mention(number, "phone", "+2811")
    story.mention("m", "phone", "+2811", item="https://s.example/1")
    for name in (number, "m"):
        story.entity(name, schema="Thing")
    ends = Ends(*story.frames[:2])
    assert ends.of(number) == ends.of(ends.of(number)) == ends.of("m") == "m"


def test_a_rejected_payment_leaves_the_one_that_went_back(story: Any, proposed: Proposer) -> None:
    for number, (payer, beneficiary) in enumerate((("zoe", "ann"), ("ann", "zoe"))):
        story.state(f"r{number}", "Payment", "payer", "entity", payer)
        story.state(f"r{number}", "Payment", "beneficiary", "entity", beneficiary)
    left = proposed(story, link("zoe", "ann", action=Action.REJECT, kind="Payment"))
    assert left["source"].tolist() == ["ann"]


def test_a_decision_moves_no_number(story: Any, proposed: Proposer) -> None:
    for number in range(1, 5):
        story.call(number, f"+281{number}", "+2819")
    places = {frozenset({row["subject"]}): n for n, row in enumerate(story.statements[1::4], 1)}
    before = proposed(story, numbers=places).set_index("id")["ref"]
    ends = [selector_subject("phone", number) for number in ("+2812", "+2819")]
    for ledger in (link(*ends), link(*ends, action=Action.REJECT)):
        after = proposed(story, ledger, numbers=places).set_index("id")["ref"]
        assert before[after.index].equals(after)
    assert sorted(before) == ["L1", "L2", "L3", "L4"]
