"""Deciding by reference: each action, what it changes, and what it refuses."""

from __future__ import annotations

import pytest
from cases import page, pages, sealed

from osint_kit.casefile import Case, by_reference
from osint_kit.errors import MissingInput, RunError
from osint_kit.model import Action

WHY = "read it twice"


@pytest.fixture
def worked(case: Case) -> Case:
    return sealed(case, *pages(3), page(9, "Саид Валиев ва Карим Нуров, @user0 ё @driver1, 900 USD"))


def decide(case: Case, action: str, *references: str, **given: str) -> tuple[str, ...]:
    made = by_reference(case, action, references, because=WHY, given=given)
    assert all(each.because == WHY and each.author == case.callsign for each in made)
    return tuple(each.id for each in made)


def verdict(case: Case, ref: str) -> str:
    return str(case.statements.set_index("ref").loc[ref, "verdict"])


def holder(case: Case, ref: str) -> str:
    return case.entity_of(case.id_of(ref))


def test_accept_and_reject_make_one_decision_per_statement(worked: Case) -> None:
    assert len(decide(worked, "accept", "S1", "S2")) == 2
    assert len(decide(worked, "reject", "S3")) == 1
    assert [verdict(worked, ref) for ref in ("S1", "S2", "S3", "S4")] == ["accept", "accept", "reject", ""]


def test_accept_can_correct_the_value(worked: Case) -> None:
    money = worked.statements[worked.statements["kind"] == "money"].iloc[0]
    decide(worked, "accept", money["ref"], value="7 EUR")
    assert worked.statements.set_index("ref").loc[money["ref"], "value"] == "7 EUR"


def test_merge_joins_apart_forbids_and_split_takes_out(worked: Case) -> None:
    decide(worked, "merge", "P1", "P2", "P3")
    assert holder(worked, "P1") == holder(worked, "P2") == holder(worked, "P3")
    decide(worked, "split", "P1", "P3")
    assert holder(worked, "P1") == holder(worked, "P2") != holder(worked, "P3")
    decide(worked, "apart", "P1", "P4")
    decide(worked, "merge", "P2", "P4")
    assert holder(worked, "P2") != holder(worked, "P4")


def test_grade_takes_a_letter_and_a_digit(worked: Case) -> None:
    decide(worked, "grade", "D1", grade="B2")
    (grade,) = worked.ledger.of_step("S6")
    assert dict(grade.values) == {"source": "B", "information": "2", "scheme": "admiralty"}
    with pytest.raises(RunError, match="expected a letter A-F and a digit 1-6, found H9"):
        decide(worked, "grade", "D1", grade="H9")


def test_a_link_names_type_and_evidence(worked: Case) -> None:
    decide(worked, "link", "P1", "P2", type="Associate", evidence="S1 S2")
    (drawn,) = (each for each in worked.ledger.of_step("S8") if each.action is Action.LINK)
    assert drawn.evidence == (worked.id_of("S1"), worked.id_of("S2"))
    assert worked.graph(decided=True).number_of_edges() == 1
    with pytest.raises(MissingInput, match="statements that carry the link"):
        decide(worked, "link", "P1", "P2", type="Associate")
    with pytest.raises(MissingInput, match="--type Call"):
        decide(worked, "link", "P1", "P2", evidence="S1")


def test_a_proposed_link_is_taken_or_refused_by_its_reference(worked: Case) -> None:
    assert not worked.links.empty
    decide(worked, "accept", "L1")
    assert worked.graph(decided=True).number_of_edges() == 1
    decide(worked, "reject", "L1")
    assert worked.graph(decided=True).number_of_edges() == 0


def test_a_role_is_kept_for_the_step_that_scores_it(worked: Case) -> None:
    decide(worked, "role", "P1", role="RO-TRA")
    assert worked.judged("roles")[["entity", "role"]].values.tolist() == [
        [worked.entity_of(worked.id_of("P1")), "RO-TRA"]
    ]


def test_a_later_decision_supersedes_an_earlier_one(worked: Case) -> None:
    decide(worked, "accept", "S1")
    decide(worked, "reject", "S1")
    assert verdict(worked, "S1") == "reject"
    assert len(worked.ledger.of_step("S4")) == 1
    assert len(worked.decisions) == 2


@pytest.mark.parametrize(
    ("action", "references", "said"),
    [
        ("accept", ("P1",), "a statement S, a hit H or a link L"),
        ("accept", ("S9999",), "S9999"),
        ("merge", ("P1",), "2 or more references like P3"),
        ("merge", ("P1", "S2"), "2 or more references like P3"),
        ("grade", ("P1",), "1 or more references like D3"),
        ("split", ("P1",), "2 or more references"),
        ("role", ("P1",), "--role RO-TRA"),
        ("merge", ("one", "two"), "expected a reference"),
    ],
)
def test_the_wrong_reference_is_answered_and_decides_nothing(
    worked: Case, action: str, references: tuple[str, ...], said: str
) -> None:
    with pytest.raises(MissingInput, match=said):
        decide(worked, action, *references)
    assert not worked.decisions


@pytest.fixture
def linked(case: Case) -> Case:
    words = ("Саид Валиев ва Карим Нуров", "Мадина Олимова ва Зафар Алиев", "Далер Каримов ва Нигора Шарипова")
    return sealed(case, *(page(number, f"{each}, @user{number}") for number, each in enumerate(words)))


def numbers(case: Case) -> dict[str, str]:
    return dict(zip(case.links["ref"], case.links["id"], strict=True))


def test_a_decision_gives_no_link_the_number_of_another(linked: Case) -> None:
    before = numbers(linked)
    assert sorted(before) == ["L1", "L2", "L3"]
    decide(linked, "reject", "L1")
    assert numbers(linked) == {ref: before[ref] for ref in ("L2", "L3")}
    decide(linked, "reject", "L2")
    assert numbers(linked) == {"L3": before["L3"]}
    with pytest.raises(MissingInput, match="L1"):
        decide(linked, "reject", "L1")


def test_accepting_and_drawing_links_moves_no_number(linked: Case) -> None:
    before = numbers(linked)
    decide(linked, "accept", "L3")
    assert numbers(linked) == before
    decide(linked, "link", "P1", "P9", type="Associate", evidence="S1")
    decide(linked, "link", "P2", "P9", type="Associate", evidence="S1")
    (first, second) = sorted(set(numbers(linked)) - set(before))
    second_id = linked.id_of(second)
    decide(linked, "reject", first)
    assert numbers(linked) == {**before, second: second_id}


def test_a_merge_moves_only_the_numbers_of_what_it_merges(linked: Case) -> None:
    before = numbers(linked)
    named = linked.statements[linked.statements["kind"] == "person"]
    first, other = named[named["item"].str.endswith("/0")]["subject"].tolist(), named["subject"].tolist()[2]
    linked.decide("merge", "S5", first, because="one man with two names")
    assert numbers(linked) == {ref: before[ref] for ref in ("L2", "L3")}
    linked.decide("merge", "S5", [first[0], other], because="and a third")
    assert numbers(linked)["L3"] == before["L3"]
    assert sorted(numbers(linked)) == ["L2", "L3"]


def test_a_drawn_link_is_taken_back_whichever_mentions_drew_it(linked: Case) -> None:
    named = linked.statements[linked.statements["kind"] == "person"]["subject"].tolist()
    linked.decide("merge", "S5", [named[0], named[4]], because="one man")
    for one in (named[0], named[4]):
        ends = sorted((one, named[2]), reverse=True)
        linked.decide("link", "S8", ends, because="x", values={"type": "Family"}, evidence=[linked.id_of("S2")])
    (drawn,) = linked.links[linked.links["decided"]]["ref"]
    assert len(decide(linked, "reject", drawn)) == 2
    assert not linked.links["decided"].any()
    assert not [each for each in linked.ledger.of_step("S8") if each.action is Action.LINK]
    assert linked.ledger.contested == ()


def test_another_members_link_is_taken_back(linked: Case) -> None:
    ends = linked.statements[linked.statements["kind"] == "person"]["subject"].tolist()[1:3]
    values = {"type": "Payment"}
    linked.decide("link", "S8", ends, because="x", values=values, evidence=[linked.id_of("S2")], author="BRAVO")
    (drawn,) = linked.links[linked.links["decided"]]["ref"]
    decide(linked, "reject", drawn)
    assert not linked.links["decided"].any()
    assert linked.ledger.contested == ()


@pytest.mark.parametrize("value", ["2,81551E+11", "281551234567", "garbage", "+28 155"])
def test_a_corrected_value_has_the_normal_form_of_its_kind(worked: Case, value: str) -> None:
    handle = worked.statements[worked.statements["kind"] == "handle"].iloc[0]["ref"]
    with pytest.raises(MissingInput, match=r"a phone in its normal form, as \+281551234567"):
        decide(worked, "accept", handle, kind="phone", value=value)
    assert not worked.decisions
