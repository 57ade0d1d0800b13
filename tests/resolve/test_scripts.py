"""Names in two scripts, one holder of a name, persons and firms."""

from typing import Any

from osint_kit.resolve import THRESHOLD, clusters, propose

PHONE, OTHER = ("phone", "+281551234567"), ("phone", "+281551234568")
DALER, DARI = ("person", "Далер Чашмаев"), ("person", "دلیر چشمه\u200cزاده")


def groups(items: Any, *held: Any) -> Any:
    statements, documents = items(*held)
    places = {document.id: number for number, document in enumerate(documents)}
    shown = {each.subject: (places[each.document], each.value) for each in statements}
    pairs = propose(statements, documents)
    return {frozenset(shown[subject] for subject in group) for group, _because in clusters(pairs)}, pairs


def test_a_name_in_another_script_alone_is_not_enough(items: Any) -> None:
    found, pairs = groups(items, [DALER], [DARI])
    assert found == set()
    assert list(pairs["rule"]) == ["name alone"]
    assert 0 < pairs["score"].iloc[0] < THRESHOLD


def test_nor_with_a_common_author_or_another_name(items: Any) -> None:
    friend = ("person", "Мадина Олимова")
    found, _pairs = groups(items, [DALER, friend], [DARI, friend])
    assert not any({DALER[1], DARI[1]} <= {value for _place, value in group} for group in found)


def test_a_common_number_joins_the_scripts(items: Any) -> None:
    found, _pairs = groups(items, [DALER, PHONE], [DARI, PHONE])
    assert found == {frozenset({(0, DALER[1]), (0, PHONE[1]), (1, DARI[1]), (1, PHONE[1])})}


def test_another_person_in_another_script_on_the_same_number_stays_apart(items: Any) -> None:
    found, _pairs = groups(items, [DALER, PHONE], [("person", "کریم چنارزاده"), PHONE])
    assert not any(len({value for _place, value in group if value != PHONE[1]}) > 1 for group in found)


def test_a_name_without_a_contact_goes_to_its_only_holder(items: Any) -> None:
    found, pairs = groups(items, [DALER, PHONE], [("person", "Чашмаев Далер")])
    assert found == {frozenset({(0, DALER[1]), (0, PHONE[1]), (1, "Чашмаев Далер")})}
    assert "nobody else of that name has a contact here" in " ".join(pairs["reason"])


def test_a_namesake_with_a_contact_in_whatever_script_leaves_it_open(items: Any) -> None:
    for namesake in (DALER, DARI):
        found, _pairs = groups(items, [DALER, PHONE], [("person", "Чашмаев Далер")], [namesake, OTHER])
        assert not any((1, "Чашмаев Далер") in group for group in found)


def test_a_person_and_a_firm_are_never_one(items: Any) -> None:
    found, pairs = groups(items, [DALER, PHONE], [("organization", "ООО «Роҳ»"), PHONE])
    assert not any({DALER[1], "ООО «Роҳ»"} <= {value for _place, value in group} for group in found)
    assert "a person and an organisation" in " ".join(pairs["reason"])


def test_mentions_without_a_name_go_with_who_uses_the_number_most(items: Any) -> None:
    other = ("person", "Карим Саидов")
    often, _pairs = groups(items, *[[DALER, PHONE]] * 3, [other, PHONE], [PHONE])
    assert any({(0, DALER[1]), (4, PHONE[1])} <= group for group in often)
    once, _pairs = groups(items, [DALER, PHONE], [other, PHONE], [PHONE])
    assert not any((2, PHONE[1]) in group for group in once)
