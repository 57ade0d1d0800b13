from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from osint_kit.model.tables import PAIRS
from osint_kit.resolve import THRESHOLD, clusters, propose

PHONE, OTHER = ("phone", "+281551234567"), ("phone", "+281551234568")
KARIM, MADINA = ("person", "Карим Саидов"), ("person", "Мадина Олимова")


def groups(items: Any, *held: Any, **more: Any) -> Any:
    """Clusters as sets of (item number, value)."""
    statements, documents = items(*held, **more)
    places = {document.id: number for number, document in enumerate(documents)}
    shown = {each.subject: (places[each.document], each.value) for each in statements}
    pairs = propose(statements, documents)
    return {frozenset(shown[subject] for subject in group) for group, _because in clusters(pairs)}, pairs


def test_one_number_in_two_items_that_name_one_person_joins_all(items: Any) -> None:
    found, _pairs = groups(items, [KARIM, PHONE], [("person", "Saidov Karim"), PHONE])
    assert found == {frozenset({(0, KARIM[1]), (0, PHONE[1]), (1, "Saidov Karim"), (1, PHONE[1])})}


def test_a_name_alone_is_not_enough(items: Any) -> None:
    found, pairs = groups(items, [KARIM, PHONE], [KARIM, OTHER])
    assert all(len({place for place, _value in group}) == 1 for group in found)
    alone = pairs[pairs["rule"] == "name alone"]
    assert len(alone) == 1
    assert 0 < alone["score"].iloc[0] < THRESHOLD
    assert "nothing else speaks for it" in alone["reason"].iloc[0]


def test_a_number_used_by_two_persons_joins_neither(items: Any) -> None:
    found, pairs = groups(items, [KARIM, PHONE], [MADINA, PHONE])
    assert not any({KARIM[1], MADINA[1]} <= {value for _place, value in group} for group in found)
    flagged = pairs[pairs["rule"] == "shared selector"]
    assert len(flagged) == 1
    assert "Карим Саидов, Мадина Олимова" in flagged["reason"].iloc[0]


def test_a_name_with_a_common_companion_is_enough(items: Any) -> None:
    found, _pairs = groups(items, [KARIM, MADINA], [KARIM, MADINA])
    assert frozenset({(0, KARIM[1]), (1, KARIM[1])}) in found


def test_a_crowd_in_one_item_is_not_joined_to_its_number(items: Any) -> None:
    _found, pairs = groups(items, [KARIM, MADINA, ("person", "Далер Алиев"), ("organization", "x" * 80), PHONE])
    assert (pairs["score"] < THRESHOLD).all()


def test_firms_meet_across_scripts_and_legal_forms(items: Any) -> None:
    found, _pairs = groups(items, [("organization", "ООО «Рохи Сафар»")], [("organization", "Rohi Safar LLC")])
    assert len(found) == 1


def test_a_repost_is_recognised(items: Any) -> None:
    statements, documents = items([KARIM])
    copy_statements, copy_documents = items([KARIM])
    assert propose(statements + copy_statements, documents + copy_documents).empty  # the very same mention, once


def test_nothing_proposes_nothing() -> None:
    assert PAIRS.check(propose([], [])).empty


def test_a_number_that_a_register_gives_for_a_firm_is_the_firms(items: Any) -> None:
    firm = ("organization", "ООО «Рохи Сафар»")
    statements, documents = items([firm, KARIM, PHONE], [MADINA, firm, PHONE])
    record = documents[0]
    statements.append(
        replace(statements[0], kind="entity", schema="Directorship", property="organization", document=record.id)
    )
    found = {group for group, _because in clusters(propose(statements, documents))}
    names = {each.subject: each.value for each in statements if each.kind != "entity"}
    assert [sorted(names[subject] for subject in group) for group in found] == [[PHONE[1], PHONE[1], firm[1], firm[1]]]


VALUES = [KARIM, MADINA, PHONE, OTHER, ("person", "К. Саидов"), ("handle", "@ali"), ("organization", "ООО «Рохи»")]


@settings(max_examples=60, deadline=None)
@given(held=st.lists(st.lists(st.sampled_from(VALUES), max_size=4), max_size=5), seed=st.randoms(use_true_random=False))
def test_order_changes_nothing_and_no_cluster_holds_two_persons(held: Any, seed: Any, items: Any) -> None:
    statements, documents = items(*held)
    pairs = propose(statements, documents)
    mixed, read = list(statements), list(documents)
    seed.shuffle(mixed)
    seed.shuffle(read)
    assert propose(mixed, read).equals(pairs)
    names = {each.subject: each.value for each in statements}
    for group, _because in clusters(pairs):
        assert not {KARIM[1], MADINA[1]} <= {names[subject] for subject in group}


def test_whoever_signs_a_post_is_not_whom_it_names(items: Any) -> None:
    statements, documents = items([KARIM, ("handle", "@salom")])
    inside = documents[0].text.index("@salom")
    part = replace(documents[0].parts[0], end=inside)
    document = replace(documents[0], parts=(part,))
    moved = [replace(each, document=document.id) for each in statements]
    assert propose(moved, [document]).empty


@pytest.mark.parametrize("words", ["New owner of this number", "Номер теперь мой", "صاحب قبلی را نمی‌شناسم"])
def test_a_number_that_changed_hands_is_left_to_people(items: Any, words: str) -> None:
    found, pairs = groups(items, [KARIM, PHONE], [("place", words), PHONE])
    assert found == {frozenset({(0, KARIM[1]), (0, PHONE[1])})}
    doubted = pairs[pairs["rule"] == "doubted"]
    assert doubted["score"].max() < THRESHOLD
    assert "another holder than before" in doubted["reason"].iloc[0]


def test_a_number_of_two_brothers_is_left_to_people(items: Any) -> None:
    found, pairs = groups(
        items, [KARIM, PHONE], [("place", "my brother's number too"), ("person", "Karim Saidov"), PHONE]
    )
    assert not any(PHONE[1] in {value for place, value in group if place == 1} for group in found)
    assert (pairs["rule"] == "doubted").any()


def test_who_speaks_gives_his_own_number(items: Any) -> None:
    statements, documents = items([("place", "Hello. I am"), MADINA, ("place", ". They hold"), KARIM, PHONE])
    text = documents[0].text.replace("I am\n", "I am ").replace("Олимова\n.", "Олимова .")
    document = replace(documents[0], text=text)
    stated = [replace(each, document=document.id) for each in statements]
    ((group, because),) = clusters(propose(stated, [document]))
    named = {each.subject: each.value for each in stated}
    assert {named[each] for each in group} == {MADINA[1], PHONE[1]}
    assert "speaks and gives" in because


def test_the_one_named_beside_a_vehicle_drives_it_and_two_do_not(items: Any) -> None:
    plate = ("plate", "QM:1234AB05")
    found, _pairs = groups(items, [KARIM, plate])
    assert len(found) == 1
    found, _pairs = groups(items, [KARIM, MADINA, plate])
    assert not found


def test_a_reason_names_the_spellings_of_its_own_pair(items: Any) -> None:
    latin = ("person", "Karim Saidov")
    statements, documents = items([KARIM], [KARIM], [latin])
    named = {each.subject: each.value for each in statements}
    for row in propose(statements, documents).itertuples():
        if named[row.left] == named[row.right]:
            assert "another script" not in str(row.reason)
